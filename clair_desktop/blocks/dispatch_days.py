"""When an adviser is wanted and when one came: the days lie in the case's year, the times run forward."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clair_desktop.blocks.clock_times import minutes
from clair_desktop.domain.eras import day_in_words
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording

DAY_FINDINGS = {"period": Wording("実施日時", "Days and times")}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one day: the field it stands in, its row there, and its length in minutes as from start to end."""

    field: str
    row: int | None
    from_time: str
    to_time: str

    @property
    def length(self) -> int:
        return minutes(self.to_time) - minutes(self.from_time)


def spans(facts: Facts) -> Iterator[Span]:
    """Every wanted stretch, then the one that came about, as far as both ends are known."""
    for number, row in enumerate(facts.rows("preferred_days"), start=1):
        start, end = row.get("from_time"), row.get("to_time")
        if isinstance(start, str) and isinstance(end, str):
            yield Span("preferred_days", number, start, end)
    if facts.text("held_from") and facts.text("held_to"):
        yield Span("held_to", None, facts.text("held_from"), facts.text("held_to"))


def times_run_forward(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    for span in spans(facts):
        if span.length <= 0:
            wording = Wording("終了の時刻が開始の時刻より後ではありません。", "The end is not later than the start.")
            working = Wording(f"{span.from_time}～{span.to_time}", f"{span.from_time}–{span.to_time}")
            yield Finding("period", Verdict.NOT_MET, wording, span.field, working, row=span.row)


def days_lie_in_the_year(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Uses are counted by the fiscal year of the case, so its days must lie there."""
    for field, row, day in _days(facts):
        if FiscalYear.containing(day) == book.year:
            continue
        year, other = book.year.label(), FiscalYear.containing(day).label()
        wording = Wording(
            f"この日は{other.ja}です。{year.ja}の案件には{year.ja}の日を入力するか、年度を改めて受け付けてください。",
            f"This day lies in {other.en}. Give a day of {year.en}, or receive the case for the other year.",
        )
        yield Finding("period", Verdict.NOT_MET, wording, field, day_in_words(day), row=row)


def _days(facts: Facts) -> Iterator[tuple[str, int | None, date]]:
    for number, row in enumerate(facts.rows("preferred_days"), start=1):
        if isinstance(day := row.get("day"), date):
            yield "preferred_days", number, day
    for key in ("dispatch_on", "held_on"):
        if (found := facts.day(key)) is not None:
            yield key, None, found
