"""What a programme puts on the calendar, for the shapes that several share: a period, a day with its hours."""

from collections.abc import Callable, Iterator

from clair_desktop.domain.agenda import EntryKind, Happening
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.wording import Wording

Happens = Callable[[Facts], Iterator[Happening]]


def period(label: Wording, first: str = "starts", last: str = "ends") -> Happens:
    """From one day of the answers to another; with one of them alone, that day."""

    def found(facts: Facts) -> Iterator[Happening]:
        begins, ends = facts.day(first) or facts.day(last), facts.day(last) or facts.day(first)
        if begins and ends and begins <= ends:
            yield Happening(first, EntryKind.TRAVEL, begins, ends, label)

    return found


def dispatch_day(facts: Facts) -> Iterator[Happening]:
    """The day on which an adviser comes: as carried out, else as answered, else as wished for."""
    held, settled = facts.day("held_on"), facts.day("dispatch_on")
    if day := held or settled:
        times = (facts.text("held_from"), facts.text("held_to")) if held else ("", "")
        yield Happening("dispatch", EntryKind.APPOINTMENT, day, day, _DISPATCH, *times)
        return
    for number, row in enumerate(facts.rows("preferred_days"), start=1):
        wished = Facts(row, facts.on, facts.names)
        if day := wished.day("day"):
            times = wished.text("from_time"), wished.text("to_time")
            yield Happening(f"wished{number}", EntryKind.APPOINTMENT, day, day, _DISPATCH, *times, wished=True)


_DISPATCH = Wording("アドバイザーの派遣", "Adviser comes")
