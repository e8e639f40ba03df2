"""Rules by fiscal year: decided, carried forward, unknown; the branch's own entry; what a judgement may rest on."""

from datetime import date
from fractions import Fraction

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.publications import brochure
from clair_desktop.domain.rulings import (
    MARK_WORDS,
    VERDICT_WORDS,
    Finding,
    Mark,
    Rule,
    Rulebook,
    Ruling,
    Source,
    Verdict,
    by_year,
    overall,
)
from clair_desktop.domain.wording import Wording, same

BROCHURE = brochure(Wording("助成額", "amount of the grant"))
NOTICE = Source(same("令和8年度実施要綱"), same("第5条"), Mark.ENTERED, date(2026, 11, 20))
CAP = Rule("cap", Wording("上限額", "cap"), int, by_year({2025: 5_000_000}, BROCHURE))
UNIT = Rule("unit", Wording("端数処理の単位", "rounding unit"), int)
RATE = Rule("rate", Wording("助成率", "rate"), Fraction, by_year({2005: Fraction(1, 2), 2024: Fraction(1)}, BROCHURE))


def book(year, *rules):
    return Rulebook(FiscalYear(year), {rule.key: rule for rule in rules or (CAP, UNIT, RATE)})


def judged(rulebook, holds, *needs, **more):
    met, not_met = (
        Wording("上限額の範囲内です。", "Within the cap."),
        Wording("上限額を超えています。", "Above the cap."),
    )
    return rulebook.judge("ECO-07", holds, needs=needs or ["cap"], field="requested", met=met, not_met=not_met, **more)


@pytest.mark.parametrize(("holds", "verdict"), [(True, Verdict.MET), (False, Verdict.NOT_MET)])
def test_the_cases_own_year_decides(holds, verdict):
    finding = judged(book(2025), holds)
    assert finding.verdict is verdict
    assert finding.source is BROCHURE
    assert finding.blocks is not holds


@pytest.mark.parametrize("holds", [True, False])
def test_an_earlier_year_is_carried_forward_and_neither_passes_nor_blocks(holds):
    finding = judged(book(2026), holds, working=same("3,000,000円に対し3,000,001円"))
    assert finding.verdict is Verdict.UNDECIDED
    assert finding.message.ja.startswith("前年度までの資料による。要確認（上限額）")
    assert finding.message.en.startswith("From the documents of an earlier year; to be confirmed (cap)")
    assert ("範囲内" in finding.message.ja) is holds
    assert finding.working
    assert finding.source is BROCHURE
    assert not finding.blocks


def test_a_year_before_every_document_is_unknown_and_does_not_block():
    finding = judged(book(2024), False)
    assert finding.verdict is Verdict.UNDECIDED
    assert finding.message.ja == "定めが確認できません（上限額・令和6年度）"
    assert finding.message.en == "No provision is known (cap, FY2024)"
    assert finding.source is None
    assert not finding.blocks


def test_an_answer_not_given_blocks_where_the_rule_is_known():
    finding = judged(book(2025), None)
    assert finding.verdict is Verdict.UNDECIDED
    assert finding.missing
    assert finding.blocks


def test_one_carried_rule_among_several_leaves_the_judgement_open():
    both = book(2025, CAP, UNIT.with_entered([Ruling(1_000, FiscalYear(2024), NOTICE)]))
    assert judged(both, False, "cap", "unit").verdict is Verdict.UNDECIDED
    assert judged(both, True, "cap", "unit").verdict is Verdict.UNDECIDED


def test_one_unknown_rule_among_several_leaves_the_judgement_open():
    finding = judged(book(2025), True, "cap", "unit")
    assert finding.verdict is Verdict.UNDECIDED
    assert "端数処理の単位" in finding.message.ja


def test_the_branchs_entry_is_laid_over_the_declared_one_of_its_year():
    entered = CAP.with_entered(
        [Ruling(4_000_000, FiscalYear(2025), NOTICE), Ruling(6_000_000, FiscalYear(2026), NOTICE)]
    )
    assert [book(year, entered).value("cap") for year in (2024, 2025, 2026, 2027)] == [
        None,
        4_000_000,
        6_000_000,
        6_000_000,
    ]
    assert judged(book(2026, entered), True).verdict is Verdict.MET
    assert judged(book(2026, entered), True).source is NOTICE
    assert judged(book(2027, entered), True).verdict is Verdict.UNDECIDED


def test_an_entry_for_a_later_year_does_not_reach_back():
    entered = UNIT.with_entered([Ruling(1_000, FiscalYear(2026), NOTICE)])
    assert book(2025, entered).value("unit") is None


def test_the_latest_ruling_counts_in_whatever_order_they_stand():
    shuffled = Rule("rate", RATE.label, Fraction, list(reversed(RATE.rulings)))
    for year, rate, carried in (
        (2005, Fraction(1, 2), False),
        (2012, Fraction(1, 2), True),
        (2024, Fraction(1), False),
    ):
        for rule in (RATE, shuffled):
            assert book(year, rule).rate("rate") == rate
            assert book(year, rule).standing("rate").carried_forward is carried


def test_a_value_is_given_only_as_what_it_is():
    deadline = Rule("deadline", same("期限"), date, by_year({2026: date(2025, 9, 30)}, BROCHURE))
    rulebook = book(2026, CAP, RATE, deadline)
    assert rulebook.day("deadline") == date(2025, 9, 30)
    assert rulebook.yen("deadline") is None
    assert rulebook.day("cap") is None
    assert rulebook.rate("cap") == 5_000_000
    assert rulebook.yen("rate") is None


def test_the_worst_finding_is_the_verdict():
    met, open_, not_met = (
        Finding("x", verdict, same("")) for verdict in (Verdict.MET, Verdict.UNDECIDED, Verdict.NOT_MET)
    )
    assert overall([]) is Verdict.MET
    assert overall([met]) is Verdict.MET
    assert overall([met, open_]) is Verdict.UNDECIDED
    assert overall([open_, not_met, met]) is Verdict.NOT_MET


def test_every_verdict_and_mark_has_its_words():
    for words in (*(VERDICT_WORDS[one] for one in Verdict), *(MARK_WORDS[one] for one in Mark)):
        assert words.ja
        assert words.en
