"""A municipality's workbook is dropped on the window, told, read, taken in, and undone; the window lives meanwhile."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.directory import Attribute
from clair_desktop.domain.wording import Language
from clair_desktop.views.directory_intake import IntakeDialog
from clair_desktop.views.dropping import WayDialog
from clair_desktop.views.excel_room import ExcelRoom
from tests.journeys.desks import TODAY, furnish, in_dialog, office_in, opened, press
from tests.services.forms import MEMORIAL, Form


def do_it(dialog: QDialog) -> None:
    assert isinstance(dialog, WayDialog)
    dialog.do.click()


def drop(desktop: Desktop, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(desktop.window.windowHandle(), QDropEvent(QPointF(300, 300), copy, mime, left, none))


def room(desktop: Desktop) -> ExcelRoom:
    page = desktop.window.pages()["registers"]
    assert isinstance(page, ExcelRoom)
    return page


def filled(folder: Path) -> Path:
    with office_in(folder) as office:
        return Form(office, folder / "041009_交流_2026.xlsx").fill(MEMORIAL).save()


def test_a_dropped_workbook_goes_to_its_tab_and_into_a_case(tmp_path: Path, qtbot) -> None:
    furnish(tmp_path)
    path = filled(tmp_path)
    with opened(tmp_path) as desktop:
        in_dialog(do_it)
        drop(desktop, path)
        qtbot.waitUntil(
            lambda: "registers" in desktop.window.pages() and room(desktop).intakes.shown is not None, timeout=60_000
        )
        pane = room(desktop).intakes
        assert room(desktop).tabs.currentWidget() is pane
        assert pane.shown.faults == 0
        desktop.speak(Language.EN)
        assert pane.shown.path == path
        pane.take.click()
        assert desktop.office.cases.get(pane.shown.taken).answers["requested"] == 500_000
        pane.open.click()
        assert desktop.window.page() == "cases"
        desktop.office.undo()
        desktop.window.go("registers")
        assert pane.shown.is_stale


def test_a_dropped_list_of_bodies_goes_to_the_directory_after_its_changes_were_seen(tmp_path: Path, qtbot) -> None:
    furnish(tmp_path)
    path = tmp_path / "協会一覧.csv"
    path.write_text(
        "種別,名称,団体コード,電話\n地域国際化協会,みやぎ国際協会,040002,022-275-3796\n", encoding="utf-8-sig"
    )
    seen: list[int] = []

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, IntakeDialog)
        seen.append(dialog.offered.table.model().rowCount())
        dialog.take.click()

    def go(dialog: QDialog) -> None:
        do_it(dialog)
        in_dialog(take)

    with opened(tmp_path) as desktop:
        in_dialog(go)
        drop(desktop, path)
        qtbot.waitUntil(lambda: bool(desktop.office.directory.find("みやぎ国際協会")), timeout=60_000)
        assert (desktop.window.page(), bool(seen[0])) == ("directory", True)
        (body,) = desktop.office.directory.find("みやぎ国際協会")
        assert body.value(Attribute.TEL, TODAY.date()) == "022-275-3796"
        desktop.office.undo()
        assert not desktop.office.directory.find("みやぎ国際協会")


def test_ticks_are_asked_about_before_quitting(tmp_path: Path) -> None:
    furnish(tmp_path)
    with opened(tmp_path) as desktop:
        desktop.window.go("registers")
        pane = room(desktop).hand_outs
        room(desktop).tabs.setCurrentWidget(pane)
        pane.bodies.ticks.tick([1], on=True)
        desktop.window.go("cases")
        in_dialog(press("戻る"))
        assert not desktop.window.close()
        assert desktop.window.page() == "registers"
        in_dialog(press("終了する"))
        assert desktop.window.close()
