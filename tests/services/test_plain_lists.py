"""A municipality's own list: its columns are matched, shown as understood, and taken in as one act."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from clair_desktop.domain.plain_lists import ListMapping, mapping_from
from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.intake import Accept

GRANT = "exchange_grant"
SENDAI = "041009"
HEADS = (
    "№", "事　業　名", "担当課", "担当者氏名", "電話番号", "Ｅメール", "総事業費（千円）", "申請額（円）", "開始日", "備考",
)  # fmt: skip
DESK = ("022-214-0000", "koryu@example.jp")
MEMORIAL = (1, "姉妹都市提携70周年記念事業", "交流企画課", "髙﨑 花子", *DESK, 1_200, 500_000, date(2026, 5, 1), "")
YOUTH = (2, "青少年相互訪問事業", "交流企画課", "葛󠄀西 一郎", *DESK, 800, "４０万円", "R8.7.1", "雨天延期")


@pytest.fixture
def listed(tmp_path):
    """仙台市's own list, under a title, with what a test changes in it."""

    def put(*rows, heads=HEADS, name="仙台市_一覧.xlsx", change=lambda sheet: None) -> Path:
        book = Workbook()
        sheet = book.active
        sheet.title = "R8要望"
        for row in (("令和8年度　国際交流事業一覧",), (), heads, *(rows or (MEMORIAL, YOUTH))):
            sheet.append(row)
        change(sheet)
        book.save(tmp_path / name)
        return tmp_path / name

    return put


def mapping(**said) -> ListMapping:
    return ListMapping(GRANT, 2026, SENDAI, **said)


def rules(read, importance=None) -> set[str]:
    return {one.rule for one in read.findings if importance in (None, one.importance.value)}


def test_headings_are_matched_to_questions_however_they_are_spelled(office, listed) -> None:
    read = office.plain_lists.read(listed(), mapping())
    assert read.mapping.columns == {
        "title": "事 業 名", "section": "担当課", "contact": "担当者氏名", "phone": "電話番号", "email": "Ｅメール",
        "total_cost": "総事業費（千円）", "requested": "申請額（円）", "starts": "開始日",
    }  # fmt: skip
    assert (read.mapping.sheet, read.mapping.key) == ("R8要望", "№")
    assert list(read.unread) == ["備考"]


def test_the_rows_are_shown_as_they_would_be_understood(office, listed) -> None:
    first, second = office.plain_lists.read(listed(), mapping()).rows
    assert first.answers["applicant"] == SENDAI
    assert first.answers["total_cost"] == 1_200_000
    assert (second.answers["requested"], second.answers["starts"]) == (400_000, date(2026, 7, 1))
    assert second.answers["contact"] == "葛󠄀西 一郎"
    assert first.number == 4
    assert {one.label.ja for one in first.changes} >= {"事業名", "助成金申請額"}
    assert office.cases.lines() == []


def test_a_list_is_taken_in_as_one_act_that_can_be_undone(office, listed) -> None:
    numbers = office.plain_lists.take(office.plain_lists.read(listed(), mapping()))
    assert [office.cases.get(one).title for one in numbers] == [MEMORIAL[1], YOUTH[1]]
    assert office.undo().ja == "一覧の取込み：仙台市_一覧.xlsx"
    assert office.cases.lines() == []


def test_the_same_list_twice_is_harmless_and_a_corrected_one_changes_its_row(office, listed) -> None:
    lists = office.plain_lists
    numbers = lists.take(lists.read(listed(), mapping()))
    assert lists.take(lists.read(listed(), mapping())) == []
    corrected = lists.read(listed(YOUTH, (*MEMORIAL[:7], 450_000, *MEMORIAL[8:])), mapping())
    assert [(row.case, [(c.before.ja, c.after.ja) for c in row.changes]) for row in corrected.rows] == [
        (numbers[1], []),
        (numbers[0], [("500,000", "450,000")]),
    ]
    assert lists.take(corrected) == [numbers[0]]
    assert len(office.cases.lines()) == 2


def test_what_the_branch_put_right_since_is_not_undone_by_the_same_list(office, listed) -> None:
    (number, _) = office.plain_lists.take(office.plain_lists.read(listed(), mapping()))
    kept = office.cases.get(number)
    office.cases.save(number, {**kept.answers, "phone": "022-214-1111"})
    assert all(row.is_repeated for row in office.plain_lists.read(listed(), mapping()).rows)


def test_a_wrong_cell_holds_the_list_back_or_leaves_its_row_out(office, listed) -> None:
    path = listed(MEMORIAL, (*YOUTH[:7], "未定", *YOUTH[8:]))
    read = office.plain_lists.read(path, mapping())
    (wrong,) = [one for one in read.findings if one.importance.value == "error"]
    assert (wrong.at.sheet, wrong.at.cell, wrong.at.value) == ("R8要望", "H5", "未定")
    with pytest.raises(Refusal, match="1 faults"):
        office.plain_lists.take(read)
    assert len(office.plain_lists.take(read, Accept.VALID)) == 1
    assert [line.title for line in office.cases.lines()] == [MEMORIAL[1]]


def test_single_rows_are_taken_where_they_are_chosen(office, listed) -> None:
    read = office.plain_lists.read(listed(), mapping())
    (number,) = office.plain_lists.take(read, rows=[5])
    assert office.cases.get(number).title == YOUTH[1]


def test_the_mapping_is_kept_for_the_body_and_serves_the_next_year(office, listed) -> None:
    own = mapping(columns={"title": "事業名", "purpose": "備考"})
    office.plain_lists.take(office.plain_lists.read(listed(), own))
    assert office.plain_lists.kept("222101", GRANT, 2026) is None
    next_year = office.plain_lists.read(listed(), ListMapping(GRANT, 2027, SENDAI))
    assert {key: "".join(head.split()) for key, head in next_year.mapping.columns.items()} == {
        "title": "事業名",
        "purpose": "備考",
    }


def test_totals_blank_rows_and_a_second_row_of_one_number_are_told_apart(office, listed) -> None:
    rows = (MEMORIAL, (), ("", "合　計", "", "", "", "", 2_000, 900_000), YOUTH, (1, *YOUTH[1:]))
    read = office.plain_lists.read(listed(*rows), mapping())
    assert [row.number for row in read.rows] == [4, 7, 8]
    assert rules(read, "error") == {"twin_row"}


def test_another_body_in_a_bodys_list_is_pointed_out(office, listed) -> None:
    heads = ("団体コード", "事業名")
    read = office.plain_lists.read(listed(("222101", "ほうじ茶"), (41009, "記念事業"), heads=heads), mapping())
    assert "other_body" in rules(read, "warning")
    assert [one.at.cell for one in read.findings if one.importance.value == "error"] == ["A5"]


def test_required_questions_without_a_column_are_named(office, listed) -> None:
    read = office.plain_lists.read(listed(), mapping())
    named = {one.at.heading.ja for one in read.findings if one.rule == "no_column"}
    assert "代表者の職・氏名" in named
    assert "事業名" not in named


def test_a_file_without_headings_is_refused(office, listed) -> None:
    with pytest.raises(Refusal, match="no row of headings"):
        office.plain_lists.read(listed((1, 2), heads=("甲", "乙")), mapping())


def test_a_mapping_that_is_none_or_names_an_unknown_question_is_refused(office, listed) -> None:
    for told in (None, [], {"format": "other"}, {"format": "clair-list-mapping", "columns": {"a": "b"}}):
        with pytest.raises(Refusal):
            mapping_from(told)
    with pytest.raises(Refusal, match="No list answers"):
        office.plain_lists.read(listed(), mapping(columns={"moon": "事業名"}))


def test_a_mapping_survives_its_file(office, listed) -> None:
    made = office.plain_lists.read(listed(), mapping()).mapping
    assert mapping_from(made.as_json()) == made


def test_a_million_blank_rows_cost_nothing(office, listed) -> None:
    """The sheet is coloured to its end; only what is written is read."""
    read = office.plain_lists.read(listed(change=lambda sheet: sheet.cell(1_048_576, 2, None)), mapping())
    assert [row.number for row in read.rows] == [4, 5]


def test_the_marked_copy_names_the_faulty_cell(office, listed, tmp_path) -> None:
    read = office.plain_lists.read(listed((*MEMORIAL[:7], "未定", *MEMORIAL[8:])), mapping())
    office.plain_lists.annotate(read, tmp_path / "控え.xlsx")
    assert load_workbook(tmp_path / "控え.xlsx")["R8要望"]["H4"].comment is not None
