"""The seal holds whatever headquarters does to the looks of a register, and breaks with the first figure altered."""

from datetime import date

import pytest

from clair_desktop.domain.sealing import SCHEMA, BookSeal, SealedTable, TableSeal, book_seal, broken_seals, seal_of

COLUMNS = (("case_number", "text"), ("applicant_name", "text"), ("requested", "yen"), ("starts", "date"))
FUJI = ("R8-0001", "静岡県富士市", 1_200_000, date(2026, 5, 1))
MIYAGI = ("R8-0002", "宮城県", 2_100_001, None)
FACTS = {"schema_version": SCHEMA, "programme": "economic_grant", "project_year": 2026, "branch_code": "040002"}


def table(*rows, columns=COLUMNS):
    return SealedTable("cases", columns, rows)


def sealed(one) -> BookSeal:
    return book_seal(FACTS, {one.key: seal_of(one)})


def items(told, found):
    return [one.item for one in broken_seals(told, found)]


def test_a_seal_counts_rows_and_adds_up_yen():
    seal = seal_of(table(FUJI, MIYAGI))
    assert (seal.rows, seal.totals) == (2, {"requested": 3_300_001})


def test_sorting_does_not_break_the_seal():
    told = sealed(table(FUJI, MIYAGI))
    assert broken_seals(told, [table(MIYAGI, FUJI)]) == []


def test_a_whole_number_kept_as_a_fraction_and_an_empty_text_are_the_same():
    told = sealed(table(FUJI, MIYAGI))
    assert broken_seals(told, [table((*FUJI[:2], 1_200_000, FUJI[3]), (*MIYAGI[:3], ""))]) == []
    assert seal_of(table((*FUJI[:2], 12.0, None))).sha256 == seal_of(table((*FUJI[:2], 12, None))).sha256


def test_one_yen_more_breaks_total_and_hash():
    told = sealed(table(FUJI, MIYAGI))
    found = broken_seals(told, [table(FUJI, (*MIYAGI[:2], 2_100_002, None))])
    assert [one.item for one in found] == ["total_yen", "sha256"]
    assert "封印3,300,001円、実際3,300,002円" in found[0].wording.ja
    assert "3,300,002" in found[0].wording.en


@pytest.mark.parametrize(
    ("rows", "broken"),
    [
        ((FUJI,), ["rows", "total_yen", "sha256"]),
        ((FUJI, MIYAGI, MIYAGI), ["rows", "total_yen", "sha256"]),
        ((FUJI, ("R8-0003", *MIYAGI[1:])), ["sha256"]),
        ((FUJI, (*MIYAGI[:3], date(2026, 4, 1))), ["sha256"]),
    ],
)
def test_rows_removed_doubled_or_altered_break_it(rows, broken):
    assert items(sealed(table(FUJI, MIYAGI)), [table(*rows)]) == broken


def test_a_name_in_another_form_of_the_same_letter_is_another_name():
    compatible = table((FUJI[0], "\ufa19戸市", *FUJI[2:]))
    plain = table((FUJI[0], "神戸市", *FUJI[2:]))
    assert items(sealed(compatible), [plain]) == ["sha256"]


def test_a_fact_of_the_meta_sheet_altered_breaks_the_seal_of_the_book():
    told = sealed(table(FUJI))
    altered = BookSeal({**told.facts, "branch_code": "041009"}, told.tables, told.sha256)
    assert items(altered, [table(FUJI)]) == ["seal"]


def test_totals_altered_together_with_the_figures_do_not_agree_with_the_book():
    told = sealed(table(FUJI))
    forged = table((*FUJI[:2], 9_999_999, FUJI[3]))
    altered = BookSeal(told.facts, {"cases": seal_of(forged)}, told.sha256)
    assert items(altered, [forged]) == ["seal"]


def test_a_table_that_is_gone_and_another_version_are_said():
    told = sealed(table(FUJI))
    assert items(told, []) == ["missing"]
    newer = BookSeal({**told.facts, "schema_version": "3"}, told.tables, told.sha256)
    (said,) = broken_seals(newer, [table(FUJI)])
    assert "3" in said.wording.ja
    assert "Update the program" in said.wording.en


def test_nothing_to_seal_is_sealed_too():
    told = book_seal(FACTS, {"cases": TableSeal(0, {"requested": 0}, seal_of(table()).sha256)})
    assert broken_seals(told, [table()]) == []
