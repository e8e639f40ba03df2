"""Handing registers out and taking answers in, as a script does it."""

import json

import openpyxl
import pytest

from tests.cli.test_contract import BOTH, grant

FINDING = {"file", "sheet", "cell", "heading", "value", "rule", "importance", "message"}
DIFFERENCE = {
    "key",
    "kind",
    "case",
    "sheet",
    "cell",
    "heading",
    "sent",
    "current",
    "returned",
    "options",
    "default",
    "why_not",
}


@pytest.fixture
def sent(run, answers, folder, tmp_path):
    """A grant at headquarters and the register that went there; gives its number and the register's path."""
    from clair_desktop.programmes.economic_grant.examples import TEA

    run("branch", "040002")
    number = grant(run, answers(TEA))
    assert run("case", "step", number, "transmit", "--document-number", "国際第101号").code == 0
    made = run("export", "economic_grant", "--year", 2025, "--out", tmp_path, "--to", "本部", "--medium", "usb")
    return number, made.json


def returned(path, **told):
    book = openpyxl.load_workbook(path)
    sheet = book["data_answers"]
    heads = [cell.value for cell in sheet[1]]
    for head, value in told.items():
        sheet.cell(2, heads.index(head) + 1).value = value
    book.save(path)
    return path


def test_export_tells_number_form_files_and_keeps_what_it_told_before(sent, tmp_path):
    _, made = sent
    assert {"path", "rows", "sha256", "otherwise", "number", "form", "locked", "files"} == set(made)
    assert (made["number"], made["form"], made["locked"], made["rows"]) == (1, "xlsx", False, 1)
    assert made["path"] == str(tmp_path / "040002_economic_grant_R7_v1.xlsx")
    assert [set(one) for one in made["files"]] == [{"path", "rows", "sha256"}]


def test_a_password_comes_from_a_file_and_never_from_the_arguments(run, sent, tmp_path):
    secret = tmp_path / "鍵.txt"
    secret.write_text("みやぎ-2026\r\n二行目\n", encoding="utf-8-sig")
    out = tmp_path / "鍵付き.xlsx"
    said = run("export", "economic_grant", "--year", 2025, "--out", out, "--password-from", secret)
    assert (said.code, said.json["locked"]) == (0, True)
    assert out.read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert run("export", "economic_grant", "--year", 2025, "--out", out, "--password", "x").code != 0
    secret.write_text("\n", encoding="utf-8")
    assert run("export", "economic_grant", "--year", 2025, "--out", out, "--password-from", secret).code != 0
    missing = run("export", "economic_grant", "--year", 2025, "--out", out, "--password-from", tmp_path / "ない")
    assert missing.code != 0


def test_csv_in_cp932_names_what_it_lacks_and_takes_a_choice(run, sent, answers, tmp_path):
    from clair_desktop.programmes.economic_grant.examples import TEA

    grant(run, answers({**TEA, "title": "森鷗外ゆかりの品"}))
    words = ("export", "economic_grant", "--year", 2025, "--out", tmp_path, "--csv", "cp932")
    said = run(*words)
    assert said.code != 0
    assert "鷗" in said.out + said.err
    assert list(tmp_path.glob("*.csv")) == []
    made = run(*words, "--replace", "鷗=鴎")
    assert (made.code, made.json["form"], made.json["number"]) == (0, "csv-cp932", 2)
    assert "森鴎外" in (tmp_path / "040002_economic_grant_R7_v2_cases.csv").read_bytes().decode("cp932")


def test_outgoing_lists_what_left_and_prints_it(run, sent, tmp_path):
    said = run("outgoing", "--pdf", tmp_path / "台帳.pdf", "--excel", tmp_path / "台帳.xlsx")
    (line,) = said.json["lines"]
    assert (line["to"], line["medium"], line["cases"], line["locked"]) == ("本部", "usb", 1, False)
    assert set(said.json["files"]) == {"pdf", "excel"}
    assert run("outgoing", "--medium", "mail").json["lines"] == []
    assert "USBメモリ" in run("outgoing", json_wanted=False).out


def test_answers_tells_first_and_records_then(run, sent):
    number, made = sent
    path = returned(made["path"], 本部の決定="採択", 決定日="令和8年11月18日", 本部の文書番号="自国経第55号")
    dry = run("answers", path, "--dry-run")
    assert (dry.code, dry.json["taken"]) == (0, [])
    (plan,) = dry.json["planned"]
    assert (plan["case"], plan["step"], plan["on"], plan["document_number"]) == (
        number,
        "select",
        "2026-11-18",
        "自国経第55号",
    )
    (advice,) = dry.json["findings"]
    assert set(advice) == FINDING
    assert (advice["rule"], advice["importance"], set(advice["message"])) == ("read_as", "advice", BOTH)
    assert run("case", "show", number).json["state"]["key"] == "transmitted"
    taken = run("answers", path)
    assert (taken.code, [one["case"] for one in taken.json["taken"]]) == (0, [number])
    assert taken.json["letters"] == [{"case": number, "pack": "notice"}]
    again = run("answers", path)
    assert (again.code, again.json["taken"], again.json["repeated"]) == (0, [], 1)


def test_what_is_to_be_decided_exits_1_until_it_is_chosen(run, sent):
    _, made = sent
    book = openpyxl.load_workbook(made["path"])
    sheet = book["data_cases"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("助成金申請額（円）") + 1).value = 1
    book.save(made["path"])
    path = returned(made["path"], 本部の決定="採択")
    said = run("answers", path)
    (found,) = said.json["differences"]
    assert (said.code, said.json["taken"], set(found)) == (1, [], DIFFERENCE)
    assert (found["kind"], found["options"]) == ("figure", ["keep", "take", "leave"])
    assert "--choose" in run("answers", path, "--dry-run", json_wanted=False).out
    assert run("answers", path, "--choose", f"{found['key']}=nonsense").code != 0
    chosen = run("answers", path, "--choose", f"{found['key']}=keep")
    assert (chosen.code, len(chosen.json["taken"])) == (0, 1)


def test_headquarters_own_list_and_its_words(run, sent, tmp_path):
    number, _ = sent
    path = tmp_path / "結果.csv"
    path.write_text(f"番号,採否\n{number},○\n", encoding="utf-8")
    words = ("answers", path, "--programme", "economic_grant", "--year", 2025, "--column", "case_number=番号")
    said = run(*words)
    assert (said.code, [one["rule"] for one in said.json["findings"]]) == (1, ["unknown_outcome"])
    assert run(*words, "--outcome", "○=採択", "--letters", tmp_path / "ない").code != 0
    done = run(*words, "--outcome", "○=採択", "--letters", tmp_path)
    assert done.code == 0
    (letter,) = done.json["letters"]
    assert (letter["path"], set(letter["refused"])) == (None, BOTH)
    json.dumps(done.json)
