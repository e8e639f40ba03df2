"""What no source says of an adviser's dispatch and the branch may enter, and the deadlines that follow from it."""

from datetime import date, timedelta

from clair_desktop.blocks.adviser_dispatch import IN_THE_BRANCH
from clair_desktop.domain.deadlines import Arrival, Deadline
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.rulings import Rule, Rulebook
from clair_desktop.domain.wording import Wording

DISPATCH_TERMS = (
    Rule("via_branch", Wording("支部経由", "through the branch"), bool),
    Rule("application_deadline", Wording("申請の期限", "application due by"), date),
    Rule("branch_lead_days", Wording("支部締切の前倒し日数", "the branch's lead (days)"), int),
    Rule("report_due_days", Wording("実施報告の期限（実施後の日数）", "report due (days after the dispatch)"), int),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
)


def _application_day(facts: Facts, book: Rulebook) -> date | None:
    return book.day_of_year("application_deadline")


def _branch_day(facts: Facts, book: Rulebook) -> date | None:
    day, lead = book.day_of_year("application_deadline"), book.yen("branch_lead_days")
    return day - timedelta(days=lead) if day and lead is not None else None


def _dispatch_day(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("dispatch_on")


def _report_day(facts: Facts, book: Rulebook) -> date | None:
    held, days = facts.day("held_on"), book.yen("report_due_days")
    return held + timedelta(days=days) if held and days is not None else None


DISPATCH_DEADLINES = (
    Deadline("application", Wording("申請の期限", "Application"), IN_THE_BRANCH, _application_day, Arrival.MUST_ARRIVE),
    Deadline("branch", Wording("支部締切", "Branch's own deadline"), ["returned"], _branch_day, Arrival.MUST_ARRIVE),
    Deadline("dispatch", Wording("派遣日", "Dispatch"), ["accepted", "change_requested"], _dispatch_day, happens=True),
    Deadline("report", Wording("実施報告の期限", "Report"), ["held"], _report_day, Arrival.MUST_ARRIVE),
)
