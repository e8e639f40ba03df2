"""export --intake and import: the workbook goes out and comes back, read in a process of its own."""

import json

from openpyxl import Workbook, load_workbook

from tests.services.forms import MEMORIAL, SENDAI, Form

GRANT = "exchange_grant"


class Sent(Form):
    """A workbook that the command line handed out, opened by test code."""

    def __init__(self, path, edition) -> None:
        self.path, self.edition = path, edition
        self.book = load_workbook(path)


def handed_out(run, tmp_path):
    from clair_desktop.domain.fiscal_year import FiscalYear
    from clair_desktop.programmes import programme

    path = tmp_path / "041009_exchange_grant_2026.xlsx"
    said = run("export", GRANT, "--year", 2026, "--intake", "--body", SENDAI, "--out", path)
    assert (said.code, said.json["body"]) == (0, SENDAI)
    return Sent(path, programme(GRANT).edition(FiscalYear(2026)))


def test_a_workbook_goes_out_comes_back_and_is_taken_in_once(run, tmp_path) -> None:
    path = handed_out(run, tmp_path).fill(MEMORIAL).save()
    tried = run("import", path, "--dry-run")
    assert (tried.code, tried.json["taken"], tried.json["case"]) == (0, False, None)
    assert tried.json["counts"]["error"] == 0
    taken = run("import", path)
    assert (taken.code, taken.json["taken"], taken.json["case"]) == (0, True, "R8-0001")
    again = run("import", path)
    assert (again.json["taken"], again.json["changes"]) == (False, [])
    assert len(run("case", "list").json["cases"]) == 1


def test_only_the_differences_that_were_chosen_are_taken_and_the_others_offered_again(run, tmp_path) -> None:
    form = handed_out(run, tmp_path).fill(MEMORIAL)
    run("import", form.save())
    form.cell("requested").value, form.cell("title").value = 400_000, "姉妹都市提携70周年記念事業（第2回）"
    path = form.save()
    tried = {one["field"]: one["number"] for one in run("import", path, "--dry-run").json["changes"]}
    refused = run("import", path, "--rows", "9")
    assert refused.code == 1
    assert "9番の違いはありません（違いは2件）" in refused.out + refused.err
    taken = run("import", path, "--rows", tried["requested"])
    assert [one["field"] for one in taken.json["changes"]] == ["requested"]
    left = run("import", path, "--dry-run").json["changes"]
    assert [one["field"] for one in left] == ["title"]


def test_a_wrong_cell_ends_with_exit_1_and_stands_in_the_report(run, tmp_path) -> None:
    form = handed_out(run, tmp_path).fill(MEMORIAL)
    form.cell("requested").value = "五十万くらい"
    copy = tmp_path / "控え.xlsx"
    said = run("import", form.save(), "--annotated", copy)
    assert (said.code, said.json["taken"]) == (1, False)
    (found,) = [one for one in said.json["findings"] if one["importance"] == "error"]
    assert found["message"].pop("en").startswith("“五十万くらい” does not read")
    assert found == {
        "file": "041009_exchange_grant_2026.xlsx",
        "sheet": "申請内容",
        "cell": form.cell("requested").coordinate,
        "heading": "助成金申請額",
        "value": "五十万くらい",
        "rule": "unreadable",
        "importance": "error",
        "message": {
            "ja": "「五十万くらい」は金額として読めません。「1,200,000」「1,200千円」「120万円」のように入力してください。"
        },
    }
    assert "点検結果" in load_workbook(copy).sheetnames
    in_part = run("import", form.path, "--accept", "valid", json_wanted=False)
    assert in_part.code == 1
    assert "取り込みました：R8-0001" in in_part.out


def test_a_file_that_is_no_workbook_is_refused(run, tmp_path) -> None:
    path = tmp_path / "一覧.xlsx"
    path.write_text("団体,金額\n", "utf-8")
    said = run("import", path)
    assert said.code == 1
    assert "Excelブックではありません" in said.json["refused"]["ja"]


def test_a_body_without_an_intake_workbook_is_a_slip(run, tmp_path) -> None:
    said = run("export", GRANT, "--year", 2026, "--body", SENDAI, "--out", tmp_path / "a.xlsx")
    assert (said.code, said.json["field"]) == (1, "body")


def test_a_locked_workbook_is_taken_in_with_the_password_from_a_file(run, tmp_path) -> None:
    from clair_desktop.output.excel.locking import locked

    path = handed_out(run, tmp_path).fill(MEMORIAL).save()
    path.write_bytes(locked(path.read_bytes(), "仙台2026"))
    asked = run("import", path)
    assert (asked.code, asked.json["field"]) == (1, "password")
    known, wrong = tmp_path / "合言葉.txt", tmp_path / "違う.txt"
    known.write_text("仙台2026\n", "utf-8")
    wrong.write_text("仙台2025\n", "utf-8")
    assert "このパスワードでは開けません" in run("import", path, "--password-from", wrong).json["refused"]["ja"]
    assert run("import", path, "--password-from", known).json["case"] == "R8-0001"


def a_list(tmp_path, amount=500_000):
    book = Workbook()
    book.active.append(("事業名", "担当課", "申請額（円）"))
    book.active.append(("姉妹都市提携70周年記念事業", "交流企画課", amount))
    book.save(tmp_path / "仙台市一覧.xlsx")
    return tmp_path / "仙台市一覧.xlsx"


def test_a_municipalitys_own_list_is_tried_mapped_and_taken_in(run, tmp_path) -> None:
    asked = ("--list", "--programme", GRANT, "--year", 2026, "--body", SENDAI)
    tried = run("import", a_list(tmp_path), *asked, "--dry-run")
    assert (tried.code, tried.json["taken"]) == (0, [])
    assert tried.json["mapping"]["columns"] == {"title": "事業名", "section": "担当課", "requested": "申請額（円）"}
    saved = tmp_path / "対応.json"
    saved.write_text(json.dumps(tried.json["mapping"], ensure_ascii=False), "utf-8")
    in_words = run("import", a_list(tmp_path), "--mapping", saved, "--dry-run", json_wanted=False)
    assert "  担当課 → 所属（部課係）" in in_words.out
    assert run("import", a_list(tmp_path), "--mapping", saved).json["taken"] == ["R8-0001"]
    assert run("import", a_list(tmp_path), *asked).json["taken"] == []


def test_a_wrong_cell_of_a_list_ends_with_exit_1(run, tmp_path) -> None:
    asked = ("--list", "--programme", GRANT, "--year", 2026, "--body", SENDAI)
    said = run("import", a_list(tmp_path, "未定"), *asked)
    assert (said.code, said.json["taken"]) == (1, [])
    assert [one["cell"] for one in said.json["findings"] if one["importance"] == "error"] == ["C2"]


def test_a_list_needs_its_programme_and_a_form_takes_no_mapping(run, tmp_path) -> None:
    assert run("import", a_list(tmp_path), "--list").json["field"] == "programme"
    assert run("import", a_list(tmp_path), "--sheet", "要望").json["field"] == "sheet"
