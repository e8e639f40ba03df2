"""The list of cases as it is looked at: fetched in blocks, searched after a pause, sorted by its heads."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.case_list import (
    CaseOrder,
    ListChoices,
    NewCaseChoices,
    ShownLine,
    ShownList,
    Standing,
    YearKind,
)
from clair_desktop.presenters.tags import Tag
from clair_desktop.services.listing import Wanted
from clair_desktop.views.case_list import CaseListPane
from clair_desktop.views.columns_model import BLOCK, COLUMNS
from clair_desktop.views.new_case import NewCaseDialog
from tests.views.accessibility import nameless
from tests.views.stand import commit, compose

MANY = 10_000


def line(number: int) -> ShownLine:
    return ShownLine(
        id=number,
        number=f"R8-{number:04}",
        title="シンガポールにおける土葬の状況" if number % 2 else "",
        applicant="宮城県",
        programme=Wording("海外依頼調査", "Research on request"),
        year=Wording("令和8年度", "FY2026"),
        state=Tag(Wording("支部受付", "Received"), "primary"),
        due=Tag(Wording("18日超過", "18 days late"), "error"),
        due_on=date(2026, 11, 2),
        due_words=Wording("11月2日（月）", "Mon 2 November 2026"),
        received_on=date(2026, 10, 1),
        sample=False,
    )


class RememberingLister:
    def __init__(self) -> None:
        self.calls: list[tuple[str, object]] = []
        self.blocks: list[Sequence[int]] = []

    def block(self, ids: Sequence[int]) -> Sequence[ShownLine]:
        self.blocks.append(ids)
        return [line(number) for number in ids if number != 13]  # one that has gone meanwhile

    def search(self, text: str) -> None:
        self.calls.append(("search", text))

    def choose_standing(self, standing: Standing) -> None:
        self.calls.append(("standing", standing))

    def choose_programme(self, programme: str | None) -> None:
        self.calls.append(("programme", programme))

    def choose_year_kind(self, kind: YearKind) -> None:
        self.calls.append(("year kind", kind))

    def choose_year(self, year: int | None) -> None:
        self.calls.append(("year", year))

    def sort(self, order: CaseOrder, *, descending: bool) -> None:
        self.calls.append(("sort", (order, descending)))

    def open(self, case_id: int) -> None:
        self.calls.append(("open", case_id))


@pytest.fixture
def lister() -> RememberingLister:
    return RememberingLister()


@pytest.fixture
def received() -> list[str]:
    return []


@pytest.fixture
def pane(qtbot: QtBot, lister: RememberingLister, received: list[str]) -> CaseListPane:
    made = CaseListPane(Language.JA, lambda: received.append("receive"))
    made.resize(1100, 600)
    qtbot.addWidget(made)
    made.bind(lister)
    made.show_choices(
        ListChoices(
            [("overseas_research", Wording("海外依頼調査", "Research"))], [(2026, Wording("令和8年度", "FY2026"))]
        )
    )
    made.show_cases(ShownList(range(MANY), Wanted()))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_only_what_is_in_sight_is_fetched(pane: CaseListPane, lister: RememberingLister) -> None:
    QApplication.processEvents()
    assert lister.blocks == [range(BLOCK)]
    pane.table.scrollToBottom()
    QApplication.processEvents()
    assert sum(map(len, lister.blocks)) <= 3 * BLOCK
    assert pane.model.line(MANY - 1) is not None


def test_a_case_that_has_gone_leaves_an_empty_line(pane: CaseListPane) -> None:
    assert pane.model.line(13) is None
    assert pane.model.index(13, 2).data() is None


def test_words_of_a_line_stand_in_both_languages(pane: CaseListPane) -> None:
    told = [pane.model.index(0, column).data() for column in range(len(COLUMNS))]
    assert told == [
        "18日超過",
        "11月2日（月）",
        "R8-0000",
        "（件名未入力）",
        "宮城県",
        "海外依頼調査",
        "令和8年度",
        "令和8年10月1日",
        "支部受付",
    ]
    pane.set_language(Language.EN)
    told = [pane.model.index(1, column).data() for column in (0, 1, 5, 6, 7, 8)]
    assert told == [
        "18 days late",
        "Mon 2 November 2026",
        "Research on request",
        "FY2026",
        "1 October 2026",
        "Received",
    ]
    assert pane.chips[Standing.SOON].text() == "Due in 7 days"


def test_the_search_waits_until_typing_pauses_and_never_sees_a_composition(
    pane: CaseListPane, lister: RememberingLister, qtbot: QtBot
) -> None:
    compose(pane.search, "たかさき")
    commit(pane.search, "髙﨑")
    commit(pane.search, "市")
    assert lister.calls == []
    qtbot.waitUntil(lambda: bool(lister.calls))
    assert lister.calls == [("search", "髙﨑市")]


def test_chips_and_boxes_narrow_the_list(pane: CaseListPane, lister: RememberingLister) -> None:
    pane.chips[Standing.RETURNED].click()
    pane.programme.setCurrentIndex(1)
    pane.programme.activated.emit(1)
    pane.year.setCurrentIndex(1)
    pane.year.activated.emit(1)
    pane.year.setCurrentIndex(0)
    pane.year.activated.emit(0)
    assert lister.calls == [
        ("standing", Standing.RETURNED),
        ("programme", "overseas_research"),
        ("year", 2026),
        ("year", None),
    ]


def test_a_head_sorts_and_a_second_click_turns_the_order(pane: CaseListPane, lister: RememberingLister) -> None:
    header = pane.table.horizontalHeader()
    where = header.sectionViewportPosition(2) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(where, 10))
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(where, 10))
    assert [given for call, given in lister.calls if call == "sort"] == [
        (CaseOrder.NUMBER, False),
        (CaseOrder.NUMBER, True),
    ]


def test_enter_and_a_click_open_a_case(pane: CaseListPane, lister: RememberingLister) -> None:
    pane.focus_table()
    QTest.keyClick(pane.table, Qt.Key.Key_Down)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert lister.calls == [("open", 1)]
    place = pane.table.visualRect(pane.model.index(3, 2)).center()
    QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert lister.calls[-1] == ("open", 3)


def test_beside_an_open_case_the_arrows_open_the_next_after_a_moment(
    pane: CaseListPane, lister: RememberingLister, qtbot: QtBot
) -> None:
    pane.mark(0)
    pane.focus_table()
    for _step in range(3):
        QTest.keyClick(pane.table, Qt.Key.Key_Down)
    assert lister.calls == []
    qtbot.waitUntil(lambda: bool(lister.calls))
    assert lister.calls == [("open", 3)]


def test_showing_which_case_is_open_does_not_open_it_again(
    pane: CaseListPane, lister: RememberingLister, qtbot: QtBot
) -> None:
    pane.mark(5)
    pane.show_cases(ShownList(range(4, 40), Wanted()))
    assert pane.table.currentIndex().row() == 1
    qtbot.wait(200)
    assert lister.calls == []


def test_an_empty_list_says_what_to_do(pane: CaseListPane) -> None:
    pane.show_cases(ShownList((), Wanted(standing=Standing.RETURNED)))
    assert pane.table.isHidden()
    assert "該当する案件はありません" in pane.nothing.text()
    assert pane.count.text() == "0件"
    assert pane.chips[Standing.RETURNED].isChecked()


def test_columns_give_way_where_the_list_is_narrow(pane: CaseListPane) -> None:
    pane.resize(480, 600)
    QApplication.processEvents()
    shown = [COLUMNS[c].head.ja for c in range(len(COLUMNS)) if not pane.table.isColumnHidden(c)]
    assert shown == ["期限", "番号", "件名", "状態"]


@pytest.mark.parametrize("language", Language)
def test_everything_in_the_list_has_a_name(pane: CaseListPane, language: Language) -> None:
    pane.set_language(language)
    assert nameless(pane) == []


def test_a_new_case_is_asked_for_by_programme_and_its_usual_year(pane: CaseListPane, received: list[str]) -> None:
    pane.receive.click()
    assert received == ["receive"]
    programmes = [("a", Wording("甲", "A")), ("b", Wording("乙", "B"))]
    years = [(2027, Wording("令和9年度", "FY2027")), (2026, Wording("令和8年度", "FY2026"))]
    dialog = NewCaseDialog(pane, Language.JA, NewCaseChoices(programmes, years, {"a": 2026, "b": 2027}))
    assert dialog.year.currentData() == 2026
    dialog.programme.setCurrentIndex(1)
    assert dialog.year.currentData() == 2027
    assert nameless(dialog) == []
    dialog.deleteLater()


def test_a_programme_with_a_long_name_is_not_cut_off_at_the_edge_of_a_narrow_list(pane: CaseListPane, qtbot) -> None:
    long = Wording("専門家派遣", "Dispatch of experts for international cooperation between local authorities abroad")
    pane.show_choices(ListChoices([("expert_dispatch", long)], [(2026, Wording("令和8年度", "FY2026"))]))
    pane.set_language(Language.EN)
    pane.resize(480, 600)
    qtbot.waitUntil(lambda: pane.programme.geometry().right() < pane.width())  # the layout takes its time
    assert pane.width() == 480


def test_it_is_chosen_of_which_year_the_cases_are(pane: CaseListPane, lister: RememberingLister) -> None:
    kinds = [pane.year_kind.itemText(place) for place in range(pane.year_kind.count())]
    assert kinds == ["実施年度", "募集年度", "完了年度"]
    pane.year_kind.setFocus()
    QTest.keyClick(pane.year_kind, Qt.Key.Key_Down)
    QTest.keyClick(pane.year_kind, Qt.Key.Key_Down)
    assert [given for called, given in lister.calls if called == "year kind"] == [YearKind.CALL, YearKind.CLOSING]
    pane.set_language(Language.EN)
    assert pane.year_kind.currentText() == "Closing year"
    assert nameless(pane) == []
