"""Headquarters' own blanks in an office: imported once a year, mapped, carried over as a proposal, filled for a case."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from clair_desktop.domain.blanks import Blank, Match, Shape
from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.office import Office
from tests.official_blanks import edited, paper, part, workbook
from tests.services.casework import GRANT, grant

NOTICE = "令和7年度経済活動助成事業の募集について（別添）"
SHEET = "xl/worksheets/sheet1.xml"
MAPPED = [
    Match("様式第1号!B5", "applicant"),
    Match("様式第1号!B6", "title"),
    Match("申請額", "requested"),
    Match("様式第1号!B8", "starts"),
    Match("様式第1号!B9", "ends", Shape.ERA_YEAR),
    Match("様式第1号!D9", "ends", Shape.MONTH),
    Match("様式第1号!F9", "ends", Shape.DAY_OF_MONTH),
]
Papers = Callable[[str, bytes], Path]


@pytest.fixture
def blank(office: Office, papers: Papers) -> Blank:
    return office.blanks.add(GRANT, 2025, papers("様式第1号.xlsx", workbook()), name="様式第1号", source=NOTICE)


def cells(path: Path) -> Mapping[str, object]:
    sheet = load_workbook(BytesIO(path.read_bytes()))["様式第1号"]
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_a_blank_is_kept_by_its_hash_and_the_case_is_written_into_a_copy(office, blank, tmp_path) -> None:
    sheet = grant(office)
    office.blanks.map(blank, MAPPED)
    made = office.blanks.fill(sheet.number, "様式第1号", tmp_path / "富士市.xlsx")
    held = cells(made.path)
    assert (held["B5"], held["B7"]) == ("静岡県富士市", 2_100_000)
    assert str(held["B8"]) == "2025-05-01 00:00:00"
    assert [held[one] for one in ("B9", "D9", "F9")] == [8, 2, 20]
    assert blank.sha256 == office.blanks.get(GRANT, 2025, "様式第1号").sha256
    assert made.sha256 != blank.sha256
    assert "様式第1号" in str(office.history.of(sheet.number)[0])


def test_nothing_is_filled_before_the_mapping_is_confirmed(office, blank, tmp_path) -> None:
    sheet = grant(office)
    out = tmp_path / "富士市.xlsx"
    with pytest.raises(Refusal, match="Nothing is mapped"):
        office.blanks.fill(sheet.number, "様式第1号", out)
    office.blanks.map(blank, MAPPED, confirm=False)
    with pytest.raises(Refusal, match="not confirmed"):
        office.blanks.fill(sheet.number, "様式第1号", out)
    assert not out.exists()


def test_next_years_blank_takes_the_mapping_over_as_a_proposal_with_its_doubts(office, blank, papers, tmp_path) -> None:
    office.blanks.map(blank, MAPPED)
    strings = part(workbook(), "xl/sharedStrings.xml").replace("事業名".encode(), "事業の名称".encode())
    sheet = part(workbook(), SHEET).replace(b'<mergeCell ref="B5:G5"/>', b'<mergeCell ref="A5:G5"/>')
    content = edited(workbook(), xl__sharedStrings_dot_xml=strings, xl__worksheets__sheet1_dot_xml=sheet)
    newer = office.blanks.add(GRANT, 2026, papers("様式第1号R8.xlsx", content), name="様式第1号", source="令和8年度")
    assert (newer.carried_from, newer.confirmed, len(newer.matches)) == (2025, False, len(MAPPED) - 1)
    assert [one.ja for one in office.blanks.doubts(newer)] == [
        "「様式第1号!B6」の見出しが「事業名」から「事業の名称」に変わりました。",
        "「様式第1号!B5」（団体名）がなくなりました。",
    ]
    office.blanks.map(newer, newer.matches)
    assert office.blanks.get(GRANT, 2026, "様式第1号").confirmed
    assert len(office.blanks.get(GRANT, 2025, "様式第1号").matches) == len(MAPPED)


def test_a_corrected_file_of_the_same_year_must_be_confirmed_again(office, blank, papers) -> None:
    office.blanks.map(blank, MAPPED)
    again = office.blanks.add(
        GRANT, 2025, papers("訂正.xlsx", workbook(protected=True)), name="様式第1号", source="訂正"
    )
    assert (again.confirmed, len(again.matches)) == (False, len(MAPPED))
    assert len(office.blanks.every(GRANT, 2025)) == 1


def test_a_place_that_a_corrected_file_lacks_is_told(office, blank, papers) -> None:
    office.blanks.map(blank, MAPPED)
    sheet = part(workbook(), SHEET).replace(b'<mergeCell ref="B5:G5"/>', b'<mergeCell ref="A5:G5"/>')
    content = edited(workbook(), xl__worksheets__sheet1_dot_xml=sheet)
    again = office.blanks.add(GRANT, 2025, papers("訂正.xlsx", content), name="様式第1号", source="訂正")
    assert [one.ja for one in office.blanks.doubts(again)] == ["「様式第1号!B5」（団体名）がなくなりました。"]


def test_every_fault_of_a_mapping_is_told_by_its_place_and_nothing_is_kept(office, blank) -> None:
    wrong = [
        Match("様式第1号!C16", "requested"),
        Match("様式第1号!B5", "rice"),
        Match("様式第1号!B6", "title", Shape.MONTH),
        Match("様式第1号!D5", "title"),
        Match("様式第1号!B5", "applicant"),
        Match("様式第1号!B10", "purpose", longest=0),
    ]
    with pytest.raises(Refusal) as refused:
        office.blanks.map(blank, wrong)
    said = "\n".join(one.ja for one in refused.value.details)
    assert len(refused.value.details) == 6
    for word in ("C16", "数式", "rice", "日付の月", "D5", "2つの項目", "1以上"):
        assert word in said
    assert office.blanks.get(GRANT, 2025, "様式第1号").matches == ()


def test_a_table_with_more_rows_than_the_blank_has_places_for_is_refused(office, blank, tmp_path) -> None:
    rows = [
        Match(f"様式第1号!{c}{12 + n}", f"cost_breakdown.{n}.{k}")
        for n in (1, 2, 3)
        for c, k in (("B", "cost_item"), ("C", "amount"))
    ]
    office.blanks.map(blank, rows)
    out = tmp_path / "富士市.xlsx"
    with pytest.raises(Refusal, match="has 5 rows, but the blank has places for 3"):
        office.blanks.fill(grant(office).number, "様式第1号", out)
    assert not out.exists()


def test_what_the_case_does_not_answer_is_left_empty_and_told(office, blank, tmp_path) -> None:
    office.blanks.map(blank, [*MAPPED, Match("様式第1号!B10", "document_number")])
    sheet = grant(office)
    made = office.blanks.fill(sheet.number, "様式第1号", tmp_path / "富士市.xlsx")
    assert [one.key for one in made.empty] == ["様式第1号!B10"]
    assert "実施場所" in made.warnings[-1].ja


def test_a_text_longer_than_the_mapping_allows_is_refused_and_nothing_is_written(office, blank, tmp_path) -> None:
    office.blanks.map(blank, [Match("様式第1号!B6", "title", longest=10)])
    with pytest.raises(Refusal, match="takes 10 characters"):
        office.blanks.fill(grant(office).number, "様式第1号", tmp_path / "富士市.xlsx")
    assert list(tmp_path.glob("富士市*")) == []


def test_a_document_is_filled_with_answers_days_marks_and_what_a_letter_carries(office, papers, tmp_path) -> None:
    blank = office.blanks.add(GRANT, 2025, papers("様式第2号.docx", paper()), name="様式第2号", source=NOTICE)
    chosen = [
        Match("applicant", "applicant"),
        Match("abroad", "place=abroad", Shape.TICK),
        Match("starts", "starts"),
        Match("申請額", "requested"),
        Match("支部", "branch"),
    ]
    blank = office.blanks.map(blank, chosen)
    sheet = grant(office)
    assert office.blanks.preview(blank, chosen, sheet.number)["starts"] == "令和7年5月1日"
    made = office.blanks.fill(sheet.number, "様式第2号", tmp_path / "富士市.docx")
    said = part(made.path.read_bytes(), "word/document.xml").decode()
    for word in ("静岡県富士市", "☑", "令和7年5月1日", "2,100,000", "宮城県支部"):
        assert word in said


def test_a_day_before_reiwa_is_not_written_as_a_bare_year(office, blank, tmp_path) -> None:
    office.blanks.map(blank, [Match("様式第1号!B9", "date", Shape.ERA_YEAR)])
    with pytest.raises(Refusal, match="before the era Reiwa"):
        office.blanks.fill(
            grant(office).number, "様式第1号", tmp_path / "富士市.xlsx", on=office.clock.today().replace(year=2018)
        )


def test_names_sources_and_endings_are_asked_for_in_words(office, blank, papers, tmp_path) -> None:
    file = papers("様式.xlsx", workbook())
    for name, source, said in [
        ("", NOTICE, "Name the blank"),
        ("a/b", NOTICE, "no “/”"),
        ("様式", " ", "which notice"),
    ]:
        with pytest.raises(Refusal, match=said):
            office.blanks.add(GRANT, 2025, file, name=name, source=source)
    office.blanks.map(blank, MAPPED)
    with pytest.raises(Refusal, match="End the file's name"):
        office.blanks.fill(grant(office).number, "様式第1号", tmp_path / "富士市.pdf")
    with pytest.raises(Refusal, match="No blank “様式第9号”"):
        office.blanks.fill(grant(office).number, "様式第9号", tmp_path / "富士市.xlsx")


def test_an_import_and_a_mapping_are_undone_like_any_act(office, blank) -> None:
    office.blanks.map(blank, MAPPED)
    office.undo()
    assert office.blanks.get(GRANT, 2025, "様式第1号").matches == ()
    office.undo()
    assert office.blanks.every() == []
