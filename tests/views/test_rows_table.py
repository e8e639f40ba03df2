"""The box for a row table: typed like a sheet, pasted into, its rows added, moved and taken out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from clair_desktop.blocks.costs import COSTS
from clair_desktop.domain.fields import Rows
from clair_desktop.views.boxes import LineBox, LongBox
from clair_desktop.views.rows_table import RowsBox
from tests.views.stand import Told, commit

BREAKDOWN = next(field for field in COSTS.fields if isinstance(field, Rows) and field.key == "cost_breakdown")
KEYS = [column.key for column in BREAKDOWN.columns]
AMOUNT = KEYS.index("amount")


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def box(qtbot: QtBot, told: Told) -> RowsBox:
    made = RowsBox(BREAKDOWN, told.around)
    made.resize(700, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.grid.setFocus()
    qtbot.waitUntil(made.grid.hasFocus)
    return made


def choose(box: RowsBox, row: int, column: int) -> None:
    box.grid.setCurrentIndex(box.model.index(row, column))


def test_what_is_typed_into_a_cell_is_told_as_it_is_typed(box: RowsBox, told: Told) -> None:
    choose(box, 0, AMOUNT)
    QTest.keyClicks(box.grid, "1")
    editor = box.grid.findChild(QLineEdit)
    assert isinstance(editor, LineBox)
    QTest.keyClicks(editor, "200")
    assert box.value() == [{"amount": "1200"}]
    assert told.typed >= 1


def test_an_input_method_types_into_a_cell(box: RowsBox) -> None:
    choose(box, 0, 1)
    QTest.keyClick(box.grid, Qt.Key.Key_F2)
    editor = box.grid.findChild(QLineEdit)
    assert isinstance(editor, LineBox)
    commit(editor, "東京～パリ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert box.value() == [{KEYS[1]: "東京～パリ"}]
    assert (box.grid.currentIndex().row(), box.grid.currentIndex().column()) == (1, 1)


def test_the_amounts_are_added_up_in_the_last_line(box: RowsBox) -> None:
    box.put([{"amount": "1,200,000"}, {"amount": "３０万円"}])
    last = box.model.rowCount() - 1
    assert box.model.index(last, AMOUNT).data() == "1,500,000"
    assert box.model.index(last, 0).data() in ("合計", "Total")
    assert not box.model.flags(box.model.index(last, AMOUNT)) & Qt.ItemFlag.ItemIsEditable


def test_cells_are_pasted_from_a_spreadsheet(box: RowsBox, told: Told) -> None:
    QGuiApplication.clipboard().setText("旅費\t東京～パリ\t200,000\r\n謝金\t講師\t50,000\r\n")
    choose(box, 0, 0)
    QTest.keyClick(box.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row[KEYS[2]] for row in box.value()] == ["200,000", "50,000"]
    assert told.left >= 1


def test_chosen_cells_are_copied_for_a_spreadsheet(box: RowsBox) -> None:
    box.put([{KEYS[0]: "旅費", KEYS[1]: "パリ"}, {KEYS[0]: "謝金", KEYS[1]: "講師"}])
    first, last = box.model.index(0, 0), box.model.index(1, 1)
    box.grid.setCurrentIndex(first)
    box.grid.selectionModel().select(last, box.grid.selectionModel().SelectionFlag.Select)
    box.grid.selectionModel().select(box.model.index(0, 1), box.grid.selectionModel().SelectionFlag.Select)
    box.grid.selectionModel().select(box.model.index(1, 0), box.grid.selectionModel().SelectionFlag.Select)
    box.grid.copy()
    assert QGuiApplication.clipboard().text() == "旅費\tパリ\n謝金\t講師"


def test_rows_are_added_moved_and_taken_out_by_buttons(box: RowsBox) -> None:
    box.put([{"amount": "1"}, {"amount": "2"}])
    choose(box, 0, AMOUNT)
    box.add.click()
    box.model.setData(box.model.index(1, AMOUNT), "3")
    assert [row["amount"] for row in box.value()] == ["1", "3", "2"]
    choose(box, 1, AMOUNT)
    box.move_row(-1)
    assert [row["amount"] for row in box.value()] == ["3", "1", "2"]
    box.remove_row()
    assert [row["amount"] for row in box.value()] == ["1", "2"]


def test_enter_goes_to_the_row_below_and_makes_one_after_the_last(box: RowsBox) -> None:
    choose(box, 0, AMOUNT)
    QTest.keyClick(box.grid, Qt.Key.Key_Return)
    assert box.grid.currentIndex().row() == 1
    assert len(box.model.rows) == 2


def test_delete_empties_the_chosen_cells_but_never_the_total(box: RowsBox) -> None:
    box.put([{"amount": "1"}, {"amount": "2"}])
    box.grid.selectAll()
    QTest.keyClick(box.grid, Qt.Key.Key_Delete)
    assert box.value() == []


def test_tab_leaves_the_table(box: RowsBox) -> None:
    choose(box, 0, 0)
    QTest.keyClick(box.grid, Qt.Key.Key_Tab)
    assert box.add.hasFocus()


def test_a_cell_of_several_lines_is_typed_in_several_lines(qtbot: QtBot) -> None:
    from clair_desktop.domain.fields import Text
    from clair_desktop.domain.wording import Wording

    questions = Rows(
        key="questions",
        label=Wording("質問", "Questions"),
        columns=[Text(key="question", label=Wording("質問", "Question"), lines=3)],
    )
    box = RowsBox(questions, Told().around)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    choose(box, 0, 0)
    box.grid.edit(box.model.index(0, 0))
    editor = box.grid.findChild(LongBox)
    assert isinstance(editor, LongBox)
    commit(editor, "一つ目の問い")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    commit(editor, "その続き")
    QApplication.processEvents()
    assert box.value() == [{"question": "一つ目の問い\nその続き"}]


def test_a_complaint_marks_its_row(box: RowsBox) -> None:
    box.put([{"amount": "1"}, {"amount": "たくさん"}])
    box.mark_wrong(2)
    ground = Qt.ItemDataRole.BackgroundRole
    assert box.model.index(1, 0).data(ground) is not None
    assert box.model.index(0, 0).data(ground) is None
