"""Cost lines in foreign money, in every grant: the row that disagrees is named, and no unknown rounding passes."""

from fractions import Fraction

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes import all_programmes
from tests.output.pdf.reading import page_texts
from tests.programmes.judging import answers_of
from tests.services.casework import changed, grant

DOLLARS = {
    "cost_item": "会場費",
    "amount": 184_591,
    "eligibility": "eligible",
    "foreign_amount": "1,234.56",
    "currency": "USD",
    "rate": "149.52",
    "rate_on": "2025-11-20",
    "rate_source": "三菱UFJ銀行 TTS",
}
WON = {
    **DOLLARS,
    "foreign_amount": "1,000,000",
    "currency": "KRW",
    "rate": "10.85",
    "rate_per": "100",
    "amount": 108_500,
}
LOCAL = {"cost_item": "旅費", "amount": 100_000, "eligibility": "eligible"}


def found(office, *rows, rounding=None):
    if rounding:
        office.rules.enter("economic_grant", "currency_rounding", 2025, rounding, source_title="事業細則")
    sheet = changed(office, grant(office, 2025), cost_breakdown=[LOCAL, *rows])
    return [one for one in office.cases.judged(sheet).findings if one.rule == "foreign_row"]


def without(row, gone):
    return {key: value for key, value in row.items() if key != gone}


def test_a_line_in_yen_alone_is_not_asked_for_a_rate(office):
    assert found(office) == []


def test_the_rounding_that_no_source_gives_is_down_and_to_be_confirmed(office):
    (one,) = found(office, DOLLARS)
    assert (one.verdict, one.row, one.blocks) == (Verdict.UNDECIDED, 2, False)
    assert "端数処理は要確認" in one.message.ja
    assert one.working.ja == "USD 1,234.56×149.52円＝184,591.4112円"
    (up,) = found(office, {**DOLLARS, "amount": 184_592})
    assert up.verdict is Verdict.UNDECIDED
    assert "切り捨ててください" in up.message.ja


@pytest.mark.parametrize("amount", [184_590, 184_593, 1_845_914, 0])
def test_an_amount_that_no_rounding_gives_is_wrong_and_its_row_is_named(office, amount):
    (one,) = found(office, {**DOLLARS, "amount": amount})
    assert (one.verdict, one.row, one.field) == (Verdict.NOT_MET, 2, "cost_breakdown")
    assert one.message.ja.startswith("経費内訳2行目（外貨）")


@pytest.mark.parametrize(
    ("rounding", "amount", "verdict"),
    [
        ("1円未満切捨て", 184_591, Verdict.MET),
        ("1円未満切捨て", 184_592, Verdict.NOT_MET),
        ("四捨五入", 184_591, Verdict.MET),
        ("四捨五入", 184_592, Verdict.NOT_MET),
        ("切上げ", 184_592, Verdict.MET),
        ("切上げ", 184_591, Verdict.NOT_MET),
        ("本部に照会中", 184_591, Verdict.UNDECIDED),
    ],
)
def test_the_rule_that_the_branch_enters_decides_with_its_source(office, rounding, amount, verdict):
    (one,) = found(office, {**DOLLARS, "amount": amount}, rounding=rounding)
    assert one.verdict is verdict
    assert (one.source is not None) == (verdict is not Verdict.UNDECIDED)


def test_a_rule_of_an_earlier_year_is_carried_forward_undecided(office):
    office.rules.enter("economic_grant", "currency_rounding", 2024, "切捨て", source_title="事業細則")
    (one,) = found(office, DOLLARS)
    assert one.verdict is Verdict.UNDECIDED
    assert "前年度までの資料による" in one.message.ja


def test_a_rate_for_a_hundred_units_is_read_as_such(office):
    (one,) = found(office, WON)
    assert one.verdict is Verdict.MET
    assert one.working.ja == "KRW 1,000,000×10.85円÷100＝108,500円"
    (one,) = found(office, without(WON, "rate_per"))
    assert one.verdict is Verdict.NOT_MET


def test_two_rows_are_judged_each_by_itself(office):
    assert [(one.row, one.verdict) for one in found(office, WON, LOCAL, {**DOLLARS, "amount": 1})] == [
        (2, Verdict.MET),
        (4, Verdict.NOT_MET),
    ]


@pytest.mark.parametrize("key", ["foreign_amount", "currency", "rate", "rate_on", "rate_source"])
def test_what_is_needed_to_reckon_it_again_is_asked_for(office, key):
    (one,) = found(office, without(DOLLARS, key))
    assert (one.verdict, one.missing, one.row) == (Verdict.UNDECIDED, True, 2)


def test_the_columns_stand_in_every_grant_and_print_only_where_used(office, tmp_path):
    grants = [one for one in all_programmes().values() if one.edition(FiscalYear(2025)).field("cost_breakdown")]
    assert len(grants) == 4
    for programme in grants:
        answers = answers_of(programme, 2025, {"cost_breakdown": [DOLLARS]})
        assert answers["cost_breakdown"][0]["rate"] == Fraction("149.52")
    sheet = grant(office, 2025)
    before = "".join(
        page_texts(office.documents.print(sheet.number, "application", [Language.JA], tmp_path / "a.pdf").path)
    )
    assert "換算レート" not in before
    sheet = changed(office, sheet, cost_breakdown=[DOLLARS])
    after = "".join(
        page_texts(office.documents.print(sheet.number, "application", [Language.JA], tmp_path / "b.pdf").path)
    )
    assert "換算レート" in after
    assert "149.52" in after
