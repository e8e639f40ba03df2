"""Scenes of the room of registers and Excel for the pictures: workbooks handed out, filled in with faults, taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.intake import column_name, field_name
from clair_desktop.views.excel_room import ExcelRoom
from docs.opened import SIZE
from docs.windows import until

Scene = Callable[[Desktop], QWidget]
GRANT, SENDAI = "exchange_grant", "042021"
_TOLD = {
    "representative": "石巻市長　髙﨑 𠮷郎", "section": "総務部 交流課", "contact": "主事　葛󠄀西 花子",
    "phone": "0225-95-0000", "title": "姉妹都市提携30周年記念事業（見本）", "total_cost": 1_200_000, "eligible_cost": "千円",
    "requested": "50万円",
}  # fmt: skip


def hand_outs(size: tuple[int, int] = SIZE) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        shown = room(desktop, size)
        shown.tabs.setCurrentWidget(shown.hand_outs)
        shown.hand_outs.programme.setCurrentIndex(shown.hand_outs.programme.findData(GRANT))
        shown.hand_outs.programme.activated.emit(shown.hand_outs.programme.currentIndex())
        shown.hand_outs.bodies.ticks.tick([2, 3, 5], on=True)
        return desktop.window

    return scene


def intakes(tab: int, size: tuple[int, int] = SIZE) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        shown = room(desktop, size)
        shown.tabs.setCurrentWidget(shown.intakes)
        assert shown.intakes.presenter is not None
        shown.intakes.presenter.read(filled(desktop))
        until(lambda: not shown.intakes.work.is_working)
        shown.intakes.tabs.setCurrentIndex(tab)
        return desktop.window

    return scene


def filled(desktop: Desktop) -> Path:
    """A workbook as a municipality sends it back, two of its cells wrong."""
    from openpyxl import load_workbook

    assert desktop.office is not None
    path = desktop.office.folder / "042021_石巻市_国際交流支援事業_2026_記入用.xlsx"
    desktop.office.intake_forms.write(GRANT, 2026, path, body=SENDAI)
    book: Any = load_workbook(path)
    for key, value in _TOLD.items():
        put(book, field_name(key), value)
    for column, value in (("country", "アメリカ合衆国"), ("area", "カムデン市"), ("partner", "姉妹都市委員会")):
        put(book, column_name("t", "places", column), value, below=1)
    book.save(path)
    return path


def put(book: Any, name: str, value: object, *, below: int = 0) -> None:
    sheet, _mark, cell = book.defined_names[name].attr_text.rpartition("!")
    place = book[sheet.strip("'")][cell.replace("$", "")].offset(row=below)
    place.value = value


def room(desktop: Desktop, size: tuple[int, int]) -> ExcelRoom:
    desktop.window.resize(*size)
    shown = desktop.window.go("registers")
    assert isinstance(shown, ExcelRoom)
    return shown
