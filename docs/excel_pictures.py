"""Scenes of the room of registers and Excel for the pictures: what is handed out, what comes back, what is joined."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QWidget

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.hand_overs import Medium
from clair_desktop.domain.intake import column_name, field_name
from clair_desktop.domain.wording import Wording
from clair_desktop.model.listing import CaseLine
from clair_desktop.presenters.dropping import WAY_WORDS, Offer, Way
from clair_desktop.presenters.lists import ListWish
from clair_desktop.services.hand_overs import Handing
from clair_desktop.views.dropping import WayDialog
from clair_desktop.views.excel_room import ExcelRoom
from docs.opened import SIZE
from docs.windows import until

Scene = Callable[[Desktop], QWidget]
GRANT, ISHINOMAKI = "exchange_grant", "042021"
_TOLD = {
    "representative": "石巻市長　髙﨑 太郎", "section": "総務部 交流課", "contact": "主事　葛西 花子",
    "phone": "0225-95-0000", "title": "姉妹都市提携30周年記念事業（見本）", "total_cost": 1_200_000, "eligible_cost": "千円",
    "requested": "50万円",
}  # fmt: skip
_PLACE = (("country", "アメリカ合衆国"), ("area", "カムデン市"), ("partner", "姉妹都市委員会"))
_LIST = (
    ("番号", "事業名", "担当の方", "総事業費（千円）", "申請額"),
    (1, "姉妹都市提携30周年記念事業（見本）", "主事　葛西 花子", 1_200, 500_000),
    (2, "留学生と市民の集い（見本）", "主事　髙﨑 太郎", 800, "三十万くらい"),
)


def hand_outs(size: tuple[int, int] = SIZE) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        shown = room(desktop, size)
        pane = shown.hand_outs
        shown.tabs.setCurrentWidget(pane)
        pane.programme.setCurrentIndex(pane.programme.findData(GRANT))
        pane.programme.activated.emit(pane.programme.currentIndex())
        pane.bodies.ticks.tick([2, 3, 5], on=True)
        return desktop.window

    return scene


def intakes(tab: int, size: tuple[int, int] = SIZE) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        shown = room(desktop, size)
        pane = shown.intakes
        shown.tabs.setCurrentWidget(pane)
        assert pane.presenter is not None
        pane.presenter.read(filled(desktop))
        until(lambda: not pane.work.is_working)
        pane.tabs.setCurrentIndex(tab)
        return desktop.window

    return scene


def lists(tab: int, size: tuple[int, int] = SIZE) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        shown = room(desktop, size)
        pane = shown.lists
        shown.tabs.setCurrentWidget(pane)
        assert pane.presenter is not None
        pane.presenter.wish(ListWish(GRANT, FiscalYear(2026), ISHINOMAKI))
        until(lambda: not pane.work.is_working)
        pane.presenter.read(listed(desktop))
        until(lambda: not pane.work.is_working)
        pane.tabs.setCurrentIndex(tab)
        return desktop.window

    return scene


def answers(tab: int, size: tuple[int, int] = SIZE) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        shown = room(desktop, size)
        pane = shown.answers
        shown.tabs.setCurrentWidget(pane)
        assert pane.presenter is not None
        pane.presenter.read(returned(desktop))
        until(lambda: not pane.work.is_working)
        pane.tabs.setCurrentIndex(tab)
        return desktop.window

    return scene


def outgoing(desktop: Desktop) -> QWidget:
    shown = room(desktop, SIZE)
    handed(desktop)
    shown.tabs.setCurrentWidget(shown.outgoing)
    return desktop.window


def joins(desktop: Desktop) -> QWidget:
    """A folder with a register and a file that was cut short on its way."""
    shown = room(desktop, SIZE)
    pane = shown.joins
    shown.tabs.setCurrentWidget(pane)
    register = handed(desktop)
    (register.parent / "仙台市支部（見本）.xlsx").write_bytes(register.read_bytes()[:2_000])
    assert pane.presenter is not None
    pane.presenter.read(register.parent)
    until(lambda: not pane.work.is_working)
    pane.files.choose(1)
    return desktop.window


def checks(desktop: Desktop) -> QWidget:
    shown = room(desktop, SIZE)
    pane = shown.checks
    shown.tabs.setCurrentWidget(pane)
    assert pane.presenter is not None
    pane.presenter.read(listed(desktop))
    until(lambda: not pane.work.is_working)
    return desktop.window


def dropped(desktop: Desktop) -> QWidget:
    """What is said of a file before anything is done with it."""
    assert desktop.office is not None
    found = desktop.office.recognising.look(filled(desktop))
    ways = [(way, WAY_WORDS[way]) for way in (Way.TAKE, Way.CHECK)]
    kind = Wording("記入用Excel（市区町村から戻ったもの）", "A workbook that a municipality has filled in")
    dialog = WayDialog(desktop.window, desktop.language, [Offer(found.path, kind, found.facts, ways, None)])
    dialog.show()
    return dialog


def filled(desktop: Desktop) -> Path:
    """A workbook as a municipality sends it back, one of its cells wrong."""
    assert desktop.office is not None
    path = desktop.office.folder / "042021_石巻市_国際交流支援事業_2026_記入用.xlsx"
    desktop.office.intake_forms.write(GRANT, 2026, path, body=ISHINOMAKI)
    book: Any = load_workbook(path)
    for key, value in _TOLD.items():
        put(book, field_name(key), value)
    for column, value in _PLACE:
        put(book, column_name("t", "places", column), value, below=1)
    book.save(path)
    return path


def listed(desktop: Desktop) -> Path:
    """A town's own list."""
    assert desktop.office is not None
    path = desktop.office.folder / "要望一覧（見本）.xlsx"
    book: Any = Workbook()
    book.active.title = "要望一覧"
    for line in _LIST:
        book.active.append(line)
    book.save(path)
    return path


def handed(desktop: Desktop) -> Path:
    """A register as it left, by a stick."""
    office = desktop.office
    assert office is not None
    folder = office.folder / "本部へ"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    handing = Handing(to="本部", medium=Medium.USB)
    line = waiting(desktop)
    return office.registers.export(line.programme, line.project_year, folder, handing=handing).path


def waiting(desktop: Desktop) -> CaseLine:
    """A case that lies at headquarters."""
    assert desktop.office is not None
    lines = desktop.office.cases.lines()
    return next((one for one in lines if one.state == "transmitted" and one.requested), lines[0])


def returned(desktop: Desktop) -> Path:
    """The same as it comes back: an answer to the case, and an amount that is not ours."""
    path, number = handed(desktop), waiting(desktop).number
    book: Any = load_workbook(path)
    answered = {"本部の決定": "採択", "本部の文書番号": "自国交第55号", "決定日": date(2026, 11, 18)}
    for sheet, told in (("data_answers", answered), ("data_cases", {"助成金申請額（円）": 1_900_000})):
        heads = [cell.value for cell in book[sheet][1]]
        row = next(row for row in book[sheet].iter_rows(min_row=2) if row[0].value == number)
        for head, value in told.items():
            if head in heads:
                row[heads.index(head)].value = value
    for one in book:
        for name in list(one.tables):
            del one.tables[name]
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


NARROW = (910, 486)
SCENES: dict[str, Scene] = {
    "hand-outs": hand_outs(),
    "intakes": intakes(0),
    "intake-changes": intakes(1),
    "intakes-narrow": intakes(0, NARROW),
    "lists": lists(0),
    "list-rows": lists(1),
    "lists-narrow": lists(0, NARROW),
    "hq-answers": answers(0),
    "hq-answers-narrow": answers(0, NARROW),
    "handed-out": outgoing,
    "joins": joins,
    "checks": checks,
    "dropped": dropped,
}
