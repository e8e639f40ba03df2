"""Quitting with something typed: every page that holds it is shown and asked about, and going back keeps it."""

from pathlib import Path

import pytest

from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.calls import CallKey
from clair_desktop.views.calls import CallsPage
from clair_desktop.views.main_window import CASES
from clair_desktop.views.rules import RulesPage
from clair_desktop.views.settings import SettingsPage
from clair_desktop.views.shell import QtShell
from tests.journeys.desks import furnish, in_dialog, office_in, opened, press
from tests.presenters.entries import GRANT

KEY = CallKey(GRANT, 2027)


@pytest.mark.parametrize("part", ["rule", "letter"])
def test_what_is_typed_in_the_rulebook_is_not_lost_by_quitting_unasked(tmp_path: Path, part: str) -> None:
    furnish(tmp_path)
    with opened(tmp_path) as desktop:
        page = desktop.window.go("rules")
        assert isinstance(page, RulesPage)
        page.tabs.setCurrentIndex(0 if part == "rule" else 1)
        box = page.entry.place if part == "rule" else page.letters.entry.place
        box.put("第6条")
        desktop.window.go(CASES)
        in_dialog(press("戻る"))
        assert not desktop.window.close()
        assert desktop.window.page() == "rules"
        assert box.text() == "第6条"
        in_dialog(press("終了する"))
        assert desktop.window.close()


def test_every_page_that_holds_something_typed_is_asked_about(tmp_path: Path) -> None:
    furnish(tmp_path)
    with office_in(tmp_path) as other:
        other.calls.new(KEY)
    with opened(tmp_path) as desktop:
        calls, settings = desktop.window.go("calls"), desktop.window.go("settings")
        assert isinstance(calls, CallsPage)
        assert isinstance(settings, SettingsPage)
        calls.calls.choose(KEY)
        calls.calls.days.boxes["notice_on"].put("R8.7.1")
        settings.branch.lines["phone"].put("022-211-2276")
        desktop.shell = shell = Agreeing(desktop)
        assert desktop.window.close()
        assert shell.asked_on == ["calls", "settings"]


class Agreeing(QtShell):
    """Agrees to everything and remembers on which page it was asked."""

    def __init__(self, desktop) -> None:
        super().__init__(desktop.window, desktop.language, desktop.window.say)
        self._desktop = desktop
        self.asked_on: list[str] = []

    def confirm(self, question: Wording, action: Wording, *, grave: bool = False) -> bool:
        self.asked_on.append(self._desktop.window.page())
        return True
