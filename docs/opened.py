"""The demonstration office in a window, for pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_list import Standing
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from clair_desktop.services.demonstration import fill_demonstration
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock

TODAY = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=9)))
SIZE = (1366, 728)
# Calls whose days published sources give; the answers are as much a sample as the cases.
CALLED = (CallKey("multicultural_grant", 2026), CallKey("exchange_grant", 2026))
ANSWERED = (("蔵王町", "nothing", 1), ("栗原市", "applying", 4), ("石巻市", "nothing", 18), ("登米市", "applying", 12))


@contextmanager
def opened(folder: Path, language: Language) -> Iterator[Desktop]:
    """The demonstration office in a window."""
    clock = FixedClock(TODAY)
    office = Office.open(folder, clock=clock, who="担当者")
    fill_demonstration(office)
    ask_everyone(office)
    office.close()
    desktop = Desktop(folder, clock=clock, who="担当者", language=language)
    desktop.open()
    desktop.window.resize(*SIZE)
    desktop.wait()
    desktop.window.show_folder("")  # no folder of this machine in a picture
    desktop.cases.list.chips[Standing.ALL].click()
    try:
        yield desktop
    finally:
        desktop.window.typing = lambda: False
        # What was typed for a picture is given up, and nobody is there to say so.
        desktop.shell.confirm = lambda *_asked, **_grave: True  # type: ignore[method-assign]
        desktop.window.close()


def ask_everyone(office: Office) -> None:
    """Two calls, every municipality asked, a few of them heard."""
    for key in CALLED:
        office.calls.new(key, CallEntry(branch_deadline=date(2025, 9, 16)))
        office.calls.ask(key, every=True)
    for body, said, day in ANSWERED:
        office.calls.answer(CALLED[0], body, CallAnswer(said), on=date(2025, 9, day))
