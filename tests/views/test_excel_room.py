"""台帳・Excel: its tabs by mouse and keyboard, in both languages; what is ticked and read stays."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.hand_outs import BodyLine, HandOutSheet
from clair_desktop.presenters.intake_lines import NEW_CASE, ChangeLine, FindingLine, Place, ReadLine, ShownIntake
from clair_desktop.presenters.intakes import Belonging
from clair_desktop.presenters.registers import ProgrammeChoice
from clair_desktop.presenters.tags import Tag
from clair_desktop.support.watch import Watch
from clair_desktop.views.excel_room import ExcelRoom
from clair_desktop.views.hand_outs import HandOutsPane
from clair_desktop.views.intakes import CHANGES, IntakesPane
from tests.presenters.stand import Remembering
from tests.views.accessibility import nameless
from tests.views.test_registers import sheet as registers_sheet

CITY = Wording("市", "city")
BODIES = [
    BodyLine("", Wording("（団体を決めない）", "(no body yet)"), "", same("")),
    BodyLine("042021", Wording("宮城県石巻市", "Ishinomaki City"), "イシノマキシ", CITY),
    BodyLine("042030", Wording("宮城県塩竈市", "Shiogama City"), "シオガマシ", CITY),
]
SHEET = HandOutSheet(
    [ProgrammeChoice("exchange_grant", Wording("国際交流支援事業", "Exchange grants"))],
    [FiscalYear(2026), FiscalYear(2027)],
    "exchange_grant",
    FiscalYear(2026),
    BODIES,
)
ERROR, WARNING = Tag(Wording("誤り", "Error"), "error"), Tag(Wording("注意", "Warning"), "warning")
READ = ShownIntake(
    path=Path("041009_交流_2026.xlsx"),
    programme=Wording("国際交流支援事業", "Exchange grants"),
    year=Wording("令和8年度", "FY2026"),
    body=Wording("宮城県仙台市", "Sendai City"),
    counts=[Tag(Wording("誤り 1", "Error 1"), "error")],
    findings=[
        FindingLine(
            ERROR, "申請内容", "D56", Wording("助成金申請額", "Amount requested"), "五十万くらい",
            Wording("金額として読めません。", "It is no amount."), "unreadable", 1,
        )
    ],
    changes=[
        ChangeLine(("total_cost", None), Wording("総事業費", "Total cost"), None, same("（空欄）"), same("1,200,000")),
        ChangeLine(("funding", 1), Wording("財源内訳", "Funding"), 1, same("（なし）"), same("助成金｜500,000")),
    ],
    read=[ReadLine(Wording("総事業費", "Total cost"), None, same("1,200,000"))],
    places=[Place(None, NEW_CASE), Place("R8-0001", same("R8-0001"))],
    place=None,
    faults=1,
    unchanged=0,
    dropped=1,
)  # fmt: skip


@pytest.fixture
def presenter() -> Remembering:
    return Remembering()


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def handing(qtbot, language, presenter) -> HandOutsPane:
    made = HandOutsPane(language)
    made.bind(presenter)
    qtbot.addWidget(made)
    made.show_choices(SHEET)
    return made


@pytest.fixture
def taking(qtbot, language, presenter) -> IntakesPane:
    made = IntakesPane(language)
    made.bind(presenter)
    qtbot.addWidget(made)
    made.show_intake(READ)
    return made


def test_a_body_is_ticked_by_the_space_bar_and_handed_over_by_its_code(handing, presenter, qtbot) -> None:
    assert not handing.write.isEnabled()
    handing.bodies.choose(1)
    qtbot.keyClick(handing.bodies, Qt.Key.Key_Space)
    handing.write.click()
    assert presenter.last("write") == (["042021"], Language.JA)


def test_ticks_outlive_a_search_another_language_and_another_programme(handing) -> None:
    handing.bodies.ticks.tick([1], on=True)
    handing.search.put("塩竈")
    handing.set_language(Language.EN)
    handing.show_choices(SHEET)
    handing.search.put("")
    assert handing.bodies.ticks.ticked == {"042021"}
    assert handing.is_typing()


def test_all_that_a_search_shows_are_ticked_at_once_and_no_others(handing) -> None:
    handing.search.put("イシノマキ")
    handing.all.click()
    assert handing.bodies.ticks.ticked == {"042021"}
    handing.none.click()
    assert not handing.is_typing()


def test_the_language_of_the_workbook_is_chosen_apart_from_the_windows(handing, presenter) -> None:
    handing.bodies.ticks.tick([2], on=True)
    handing.language.setCurrentIndex(1)
    handing.set_language(Language.JA)
    handing.write.click()
    assert presenter.last("write") == (["042030"], Language.EN)


def test_what_was_written_is_said_and_its_folder_offered(handing, presenter, tmp_path) -> None:
    handing.bodies.ticks.tick([1], on=True)
    handing.show_made(tmp_path, ["041009_仙台市.xlsx"])
    assert str(tmp_path) in handing.made.text()
    assert not handing.is_typing()
    handing.folder.click()
    assert presenter.heard("open_folder")


def test_while_it_works_it_can_be_stopped_and_nothing_else_is_touched(handing) -> None:
    watch = Watch()
    handing.bodies.ticks.tick([1], on=True)
    handing.show_working(Wording("作っています…", "Making…"), watch)
    assert not handing.write.isEnabledTo(handing) or not handing.write.isEnabled()
    handing.work.stop.click()
    assert watch.is_stopped
    handing.hide_working()
    assert handing.write.isEnabled()


def test_the_chosen_finding_is_told_in_full(taking, language) -> None:
    told = taking.findings.told.toPlainText()
    for part in ("申請内容", "D56", "五十万くらい", READ.findings[0].message.in_(language)):
        assert part in told


def test_every_difference_is_ticked_at_first_and_an_unticked_one_is_left_out(taking, presenter, qtbot) -> None:
    taking.tabs.setCurrentIndex(CHANGES)
    taking.changes.choose(1)
    qtbot.keyClick(taking.changes, Qt.Key.Key_Space)
    assert taking.is_typing()
    taking.take.click()
    assert presenter.last("take") == {("funding", 1)}


def test_unticked_lines_stay_unticked_in_another_language(taking) -> None:
    taking.changes.ticks.tick([0], on=False)
    taking.set_language(Language.EN)
    taking.show_intake(replace(READ))
    assert taking.changes.ticks.ticked == {("funding", 1)}


def test_a_file_with_faults_says_that_only_what_could_be_read_is_taken(taking, language) -> None:
    assert ("読めた" if language is Language.JA else "could be read") in taking.take.text().replace("&", "")


def test_another_case_is_asked_for_by_its_number(taking, presenter) -> None:
    taking.place.setCurrentIndex(1)
    taking.place.activated.emit(1)
    assert presenter.last("read_again") == Belonging("R8-0001")


def test_after_taking_the_case_is_offered_and_taking_again_is_not(taking, presenter) -> None:
    taking.show_intake(replace(READ, taken="R8-0004", taken_id=4, taken_version=1))
    assert "R8-0004" in taking.outcome.text()
    assert not taking.take.isVisibleTo(taking)
    taking.open.click()
    assert presenter.heard("open_case")


def test_what_has_changed_meanwhile_must_be_read_again(taking, presenter) -> None:
    taking.show_intake(replace(READ, is_stale=True))
    assert not taking.take.isEnabled()
    assert taking.outcome.text()
    taking.again.click()
    assert presenter.heard("read_again")


def test_without_a_file_the_pane_says_what_to_do(taking) -> None:
    taking.show_intake(None)
    assert not taking.again.isVisibleTo(taking)
    assert not taking.is_typing()


def test_all_that_can_be_acted_upon_has_a_name(qtbot, language) -> None:
    room = ExcelRoom(language)
    qtbot.addWidget(room)
    room.hand_outs.show_choices(SHEET)
    room.intakes.show_intake(READ)
    room.registers.show_registers(registers_sheet())
    room.show()
    for place in range(room.tabs.count()):
        room.tabs.setCurrentIndex(place)
        assert nameless(room) == []


def test_the_room_asks_before_ticks_are_lost(qtbot, language) -> None:
    room = ExcelRoom(language)
    qtbot.addWidget(room)
    assert not room.is_typing()
    room.hand_outs.show_choices(SHEET)
    room.hand_outs.bodies.ticks.tick([1], on=True)
    room.set_language(Language.EN)
    assert room.is_typing()
