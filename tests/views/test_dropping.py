"""Files dropped on the window: no text box takes their names, parts that know them keep them, and the rest is asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.dropping import Offer, Way
from clair_desktop.support.watch import Watch
from clair_desktop.views.dropping import WayDialog
from clair_desktop.views.file_drops import FileDrops
from clair_desktop.views.password import PasswordDialog
from clair_desktop.views.work_line import WorkLine
from tests.views.accessibility import nameless

FORM = Offer(
    Path("041009_交流_2026.xlsx"), Wording("記入用Excel", "A workbook"), [(Wording("団体", "Body"), same("宮城県仙台市"))],
    [(Way.TAKE, Wording("読み取って点検する", "Read and judge it")), (Way.CHECK, Wording("点検する", "Check it"))], None,
)  # fmt: skip
BROKEN = Offer(
    Path("壊れた.xlsx"), Wording("読めないファイル", "It cannot be read"), [], [], Wording("壊れています", "Damaged")
)


class Keeper(QWidget):
    """A part of a window that takes PDF itself."""

    def takes(self, files) -> bool:
        return all(one.suffix == ".pdf" for one in files)


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.line, made.keeper, made.got = QLineEdit(), Keeper(), []
    made.keeper.setMinimumHeight(100)
    layout = QVBoxLayout(made)
    layout.addWidget(made.line)
    layout.addWidget(made.keeper)
    made.resize(400, 300)
    qtbot.addWidget(made)
    drops = FileDrops(made, made.got.append)
    with qtbot.waitExposed(made):
        made.show()
    drops.watch()
    return made


def drop(window: QWidget, over: QWidget, *paths: str) -> None:
    """As the system does it: the window's handle hears first that something is over it, then that it is let go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    place = over.mapTo(window, QPoint(5, 5))
    handle, copy, left, none = (
        window.windowHandle(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QCoreApplication.sendEvent(handle, QDragEnterEvent(place, copy, mime, left, none))
    QCoreApplication.sendEvent(handle, QDropEvent(QPointF(place), copy, mime, left, none))


def test_a_file_dropped_on_a_text_box_is_asked_about_and_types_nothing(window, tmp_path) -> None:
    drop(window, window.line, str(tmp_path / "様式.xlsx"))
    assert window.got == [[tmp_path / "様式.xlsx"]]
    assert window.line.text() == ""


def test_a_part_that_knows_the_file_keeps_it_and_another_file_is_asked_about(window, tmp_path) -> None:
    drop(window, window.keeper, str(tmp_path / "書類.pdf"))
    assert window.got == []
    drop(window, window.keeper, str(tmp_path / "様式.xlsx"))
    assert len(window.got) == 1


def test_text_that_is_dragged_is_none_of_its_business(window) -> None:
    mime = QMimeData()
    mime.setText("石巻市")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = window.line.mapTo(window, QPoint(5, 5))
    QCoreApplication.sendEvent(window.windowHandle(), QDragEnterEvent(place, copy, mime, left, none))
    QCoreApplication.sendEvent(window.windowHandle(), QDropEvent(QPointF(place), copy, mime, left, none))
    assert window.got == []


def test_the_usual_way_is_chosen_and_said_before_it_is_done(window, language) -> None:
    dialog = WayDialog(window, language, [FORM])
    assert dialog.ways[0].isChecked()
    assert dialog.do.isDefault()
    assert "宮城県仙台市" in dialog.facts.text()
    dialog.ways[1].setChecked(True)
    assert dialog.chosen().way is Way.CHECK


def test_of_several_files_the_chosen_line_says_what_can_be_done(window, language) -> None:
    dialog = WayDialog(window, language, [FORM, BROKEN])
    dialog.files.choose(1)
    assert dialog.ways == []
    assert not dialog.do.isEnabled()
    assert dialog.back.isDefault()
    assert BROKEN.remark.in_(language) in dialog.remark.text()
    dialog.files.choose(0)
    assert dialog.chosen().offer is FORM


def test_all_that_can_be_acted_upon_has_a_name(window, language) -> None:
    for dialog in (
        WayDialog(window, language, [FORM, BROKEN]),
        PasswordDialog(window, language, "台帳.xlsx", "…", twice=True),
    ):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()


def test_a_password_typed_twice_otherwise_is_not_used(window, language) -> None:
    dialog = PasswordDialog(window, language, "台帳.xlsx", "", twice=True)
    dialog.line.setText("宮城 2026")
    dialog.again.setText("宮城 2027")
    dialog.use.click()
    assert dialog.result() != PasswordDialog.DialogCode.Accepted
    dialog.again.setText("宮城 2026")
    dialog.use.click()
    assert dialog.result() == PasswordDialog.DialogCode.Accepted


def test_a_password_is_hidden_until_one_asks_to_see_it(window, language) -> None:
    dialog = PasswordDialog(window, language, "台帳.xlsx", "")
    assert dialog.line.echoMode() is QLineEdit.EchoMode.Password
    dialog.seen.setChecked(True)
    assert dialog.line.echoMode() is QLineEdit.EchoMode.Normal


def test_work_says_how_far_it_is_and_is_stopped_by_a_word(qtbot, language) -> None:
    line, held = WorkLine(), QLineEdit()
    qtbot.addWidget(line)
    qtbot.addWidget(held)
    line.set_language(language)
    watch = Watch()
    line.show_working(Wording("調べています…", "Looking…"), watch)
    watch.percent = 40
    qtbot.waitUntil(lambda: line.bar.value() == 40)
    line.stop.click()
    assert watch.is_stopped
    line.hide_working()
    assert not line.is_working
