"""Scenes of the settings for the pictures."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from clair_desktop.app.desktop import Desktop
from clair_desktop.views.settings import SettingsPage


def settings_days(size: tuple[int, int]) -> Callable[[Desktop], QWidget]:
    """Closed days, where deadlines go, hours."""

    def scene(desktop: Desktop) -> QWidget:
        shown = _settings(desktop, size)
        shown.tabs.setCurrentWidget(shown.days)
        return desktop.window

    return scene


def styled(size: tuple[int, int]) -> Callable[[Desktop], QWidget]:
    """The look of papers, tried on a letter."""

    def scene(desktop: Desktop) -> QWidget:
        shown = _settings(desktop, size)
        shown.tabs.setCurrentWidget(shown.papers)
        shown.papers.flags["both_calendars"].setChecked(True)
        shown.papers.look()
        return desktop.window

    return scene


def _settings(desktop: Desktop, size: tuple[int, int]) -> SettingsPage:
    desktop.window.resize(*size)
    shown = desktop.window.go("settings")
    assert isinstance(shown, SettingsPage)
    return shown
