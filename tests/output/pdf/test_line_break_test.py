"""UAX #14, measured: where our breaking differs from Unicode's own test file, every difference is known and has its reason."""

import csv

import pytest

from tests.output.pdf.breaking import FOLDER, Deviation, cases, measured, our_breaks

LISTED = (FOLDER / "deviations.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader((line for line in LISTED if not line.startswith("#")), delimiter="\t"))
HANGUL = {"H2", "H3"}
REASONS = {line.split()[1] for line in LISTED[2:] if line.startswith("# ")}


def test_every_difference_from_unicode_is_listed_and_no_other() -> None:
    texts, places, deviations = measured()
    assert (texts, places) == (1463, 3117)
    listed = {Deviation(row["before"], row["after"], row["rule"], row["ours"]): int(row["count"]) for row in ROWS}
    assert dict(deviations) == listed


def test_every_difference_has_a_reason() -> None:
    assert {row["reason"] for row in ROWS} <= REASONS


def test_every_japanese_sentence_of_unicode_is_broken_as_unicode_says() -> None:
    """The file's real sentences: 「…」 with brackets, small kana, ー and numbers."""
    sentences = [
        case
        for case in cases()
        if len(case.text) > 6 and {"ID", "OP"} <= set(case.classes) and not HANGUL & set(case.classes)
    ]
    assert len(sentences) >= 8
    assert [case.text for case in sentences if our_breaks(case.text) != case.breaks - {len(case.text)}] == []


@pytest.mark.parametrize("row", [row for row in ROWS if row["reason"] in {"strict", "word", "hangul", "glue", "sign"}])
def test_where_we_mean_it_we_hold_and_never_break(row: dict[str, str]) -> None:
    assert row["ours"] == "holds"
