"""check-workbook: each item has its verdict, in words and as JSON, and scripts can tell by the exit code."""

from datetime import datetime

from openpyxl import Workbook

from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services.casework import GRANT, JAPAN, grant


def a_list(path, amount):
    book = Workbook()
    for row in (("団体コード", "団体名", "申請額（円）"), ("041009", "宮城県仙台市", amount)):
        book.active.append(row)
    book.save(path)
    return path


def test_a_workbook_that_machines_can_read_ends_with_exit_0(run, tmp_path) -> None:
    said = run("check-workbook", a_list(tmp_path / "一覧.xlsx", 500_000))
    assert said.code == 0
    assert said.json["counts"] == {"holds": 15, "broken": 0, "cannot_be_judged": 0}
    assert said.json["items"][0] == {
        "item": "1", "former": "1-1", "verdict": "holds", "count": 0,
        "name": {"ja": "ファイル形式はExcelかCSVか", "en": "The file is Excel or CSV"},
    }  # fmt: skip


def test_a_broken_item_stands_in_the_findings_with_its_cell(run, tmp_path) -> None:
    path = a_list(tmp_path / "一覧.xlsx", "500,000円")
    said = run("check-workbook", path)
    assert said.code == 1
    (found,) = said.json["findings"]
    assert found["message"].pop("en").startswith("The number is a text.")
    assert found == {
        "file": "一覧.xlsx", "sheet": "Sheet", "cell": "C2", "heading": "申請額（円）", "value": "500,000円",
        "rule": "2-2", "importance": "error",
        "message": {"ja": "数値が文字列です。単位・カンマ・記号を除き、数値として入力してください。"},
    }  # fmt: skip
    in_words = run("check-workbook", path, json_wanted=False)
    assert "2-2\t不適合 (1)" in in_words.out
    assert "「Sheet」C2 申請額（円）" in in_words.out


def test_a_file_that_is_no_workbook_is_refused(run, tmp_path) -> None:
    path = tmp_path / "一覧.xlsx"
    path.write_text("団体,金額\n", "utf-8")
    said = run("check-workbook", path)
    assert said.code == 1
    assert "を点検できません：Excelブックではありません" in said.json["refused"]["ja"]


def test_branches_registers_are_joined_from_a_folder(run, tmp_path) -> None:
    registers, out = tmp_path / "受領", tmp_path / "統合.xlsx"
    registers.mkdir()
    for code in ("040002", "220001"):
        office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN)), who="支部")
        office.branch.choose_branch(code)
        grant(office)
        office.registers.export(GRANT, 2025, registers)
        office.close()
    tried = run("join", registers, "--out", out, "--dry-run")
    assert (tried.code, tried.json["out"], out.exists()) == (0, None, False)
    said = run("join", registers, "--out", out)
    assert (said.code, said.json["rows"]["cases"]) == (0, 2)
    assert [(one["branch"], one["number"], one["joined"]) for one in said.json["files"]] == [
        ("040002", 1, True),
        ("220001", 1, True),
    ]
    (registers / "メモ.xlsx").write_bytes(out.read_bytes())
    held = run("join", registers, "--out", tmp_path / "別.xlsx")
    assert (held.code, held.json["out"]) == (1, None)
    assert held.json["findings"][0]["file"] == "メモ.xlsx"
    in_part = run("join", registers, "--out", tmp_path / "別.xlsx", "--leave-out", json_wanted=False)
    assert in_part.code == 1
    assert "統合しました：2ファイル" in in_part.out
    assert "［誤り］メモ.xlsx" in in_part.out
