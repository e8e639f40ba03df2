"""The programme ended with FY2025; what held before is kept by its years."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from clair_desktop.blocks.travel import trip_runs_forward
from clair_desktop.domain.deadlines import Deadline
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.publications_abroad import (
    TRAINEES_CALL_2016,
    TRAINEES_CHAPTER,
    TRAINEES_ENDED,
)
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording

LAST_YEAR = FiscalYear(2025)
RULES = [
    Rule(
        "months_least",
        Wording("受入期間の下限（月）", "least months"),
        int,
        [*by_year({2016: 6}, TRAINEES_CALL_2016), *by_year({2025: 6}, TRAINEES_CHAPTER)],
    ),
    Rule(
        "months_most",
        Wording("受入期間の上限（月）", "most months"),
        int,
        [*by_year({2016: 12}, TRAINEES_CALL_2016), *by_year({2025: 12}, TRAINEES_CHAPTER)],
    ),
    Rule(
        "not_directly",
        Wording("直接応募の不可", "no direct application"),
        bool,
        by_year({2016: True}, TRAINEES_CALL_2016),
    ),
    Rule("survey_deadline", Wording("利用要望調査の期限", "deadline of the survey of wishes"), date),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
]


def is_still_held(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """From FY2026 the answer is the notice, whatever else is asked."""
    if book.year > LAST_YEAR:
        wording = Wording(
            "この事業は令和7年度をもって終了しており、翌年度以降は実施されません。",
            "The programme ended with FY2025 and is not held in later years.",
        )
        yield Finding("held", Verdict.NOT_MET, wording, source=TRAINEES_ENDED)


def six_to_twelve_months(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    starts, ends = facts.day("starts"), facts.day("ends")
    least, most = book.yen("months_least"), book.yen("months_most")
    if starts is None or ends is None or ends < starts:
        return
    months, over = _months(starts, ends + timedelta(days=1))
    working = Wording(f"{months}か月", f"{months} months")
    if over:
        working = Wording(f"{months}か月と{over}日", f"{months} months and {over} days")
    within = None not in (least, most) and (least or 0) <= months and (months, over) <= (most or 0, 0)
    yield book.judge(
        "period",
        within,
        needs=["months_least", "months_most"],
        field="ends",
        met=Wording("受入期間は定めの範囲内です。", "The length is within the limits."),
        not_met=Wording(f"受入期間は{least}か月から{most}か月です。", f"Trainees stay from {least} to {most} months."),
        working=working,
    )


def _months(first: date, after: date) -> tuple[int, int]:
    """Whole months and days from a day to the day after the last."""
    months = (after.year - first.year) * 12 + after.month - first.month
    if after.day >= first.day:
        return months, after.day - first.day
    last_of_month_before = after.replace(day=1) - timedelta(days=1)
    anniversary = last_of_month_before.replace(day=min(first.day, last_of_month_before.day))
    return months - 1, (after - anniversary).days


def not_applied_directly(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    if route := facts.text("route"):
        yield book.judge(
            "route",
            route == "clair" or book.value("not_directly") is False,
            needs=["not_directly"],
            field="route",
            met=Wording("協会と海外の関係機関を通じた募集です。", "Found through CLAIR and bodies abroad."),
            not_met=Wording(
                "研修員本人が協会や日本の自治体に直接応募することはできません。",
                "Trainees cannot apply to CLAIR or to a Japanese authority directly.",
            ),
        )


def stays_in_order(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Arrival, JIAM and return follow one another."""
    for number, row in enumerate(facts.rows("trainees"), start=1):
        days = [day for key in ("arrives", "jiam_from", "jiam_to", "leaves") if isinstance(day := row.get(key), date)]
        if days != sorted(days):
            wording = Wording(
                f"研修員{number}行目：来日・JIAM研修・帰国の日付の順が合いません。",
                f"Trainees, row {number}: arrival, JIAM and return are out of order.",
            )
            yield Finding("stays", Verdict.NOT_MET, wording, "trainees", row=number)


CHECKS = [is_still_held, trip_runs_forward, six_to_twelve_months, not_applied_directly, stays_in_order]
FINDING_NAMES: Mapping[str, Wording] = {
    "held": Wording("事業の実施", "Whether it is held"),
    "trip": Wording("受入期間の前後", "Dates"),
    "period": Wording("受入期間", "Length"),
    "route": Wording("募集の経路", "How trainees were found"),
    "stays": Wording("研修員の日程", "Trainees' dates"),
}


def _survey(facts: Facts, book: Rulebook) -> date | None:
    return book.day_of_year("survey_deadline")


def _leaves(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("ends")


DEADLINES = [
    Deadline(
        "survey", Wording("利用要望調査の期限", "Survey of wishes"), ["received", "checking", "returned"], _survey
    ),
    Deadline(
        "leaves",
        Wording("受入期間の終わり", "Training ends"),
        ["orientation", "jiam", "training"],
        _leaves,
        happens=True,
    ),
]
