"""暦・期限 in the settings: closed days, where deadlines go and offices' hours, kept in one act or not at all."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clair_desktop.app import pages
from clair_desktop.domain.wording import Language
from clair_desktop.domain.working_days import LocalDay, Moving
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from clair_desktop.services.office import Office
from clair_desktop.views.settings import SettingsPage
from tests.presenters.entries import worked
from tests.presenters.stand import RememberingShell, opened_office
from tests.views.accessibility import nameless

EXCHANGE = CallKey("exchange_grant", 2026)
HEADQUARTERS = "exchange_grant.headquarters"
THANKSGIVING = date(2026, 11, 23)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


@pytest.fixture(params=list(Language))
def page(qtbot, request, office, shell) -> SettingsPage:
    made = SettingsPage(request.param)
    qtbot.addWidget(made)
    made.resize(1190, 700)
    made.reload = pages._settings(made, office, shell, request.param, speak=lambda _to: None, go=lambda _key: None)
    made.tabs.setCurrentWidget(made.days)
    made.show()
    return made


def choose(page: SettingsPage, deadline: str, moving: Moving) -> None:
    combo = page.days.moving[deadline]
    combo.setCurrentIndex(combo.findData(moving.value))


def test_a_deadline_on_a_closed_day_goes_where_the_branch_says_in_the_list_too(page, office) -> None:
    office.calls.new(EXCHANGE, CallEntry(deadline=THANKSGIVING, source_title="令和8年度募集案内", locator="受付期間"))
    case = worked(office, "exchange_grant", 1)
    assert case.due[0].day == THANKSGIVING
    choose(page, HEADQUARTERS, Moving.PREVIOUS)
    page.days.save.click()
    (moved,) = [one for one in office.cases.by_id(case.id).due if one.deadline.key == "headquarters"]
    assert (moved.day, moved.moving) == (date(2026, 11, 20), Moving.PREVIOUS)
    (line,) = office._desk.database.listing().rows([case.id])
    assert line.due_on == date(2026, 11, 20)


def test_every_deadline_by_which_something_must_be_done_is_asked_for_and_no_other(page, office) -> None:
    asked = {
        f"{key}.{one.key}"
        for key, programme in office.programmes().items()
        for one in programme.deadlines
        if not one.happens
    }
    assert set(page.days.moving) == asked
    assert "overseas_support.departure" not in asked


def test_okinawas_own_closed_day_is_chosen_by_the_keyboard(page, office) -> None:
    box = page.days.local[LocalDay.OKINAWA.value]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    page.days.save.click()
    assert office.days.calendar().closure(date(2027, 6, 23)).name.ja == "慰霊の日"


def test_another_branch_brings_its_own_day_until_the_branch_says_otherwise(page, office) -> None:
    page.days.save.click()
    assert office.days.settings().local is None
    office.branch.choose_branch("470007")
    page.reload()
    assert page.days.local[LocalDay.OKINAWA.value].isChecked()


def test_hours_are_typed_as_a_clerk_writes_them_and_shown_as_kept(page, office) -> None:
    assert "9:00" in page.days._hours_note.text()
    page.days.hours["seoul_begins"].put("午前9時30分")
    page.days.hours["seoul_ends"].put("１８：００")
    page.days.save.click()
    assert str(office.days.settings().hours_of("seoul")) == "09:30-18:00"
    assert page.days.hours["seoul_begins"].text() == "09:30"
    assert not page.days.is_typing()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("seoul_begins", "朝"),
        ("seoul_ends", "17:00"),
        ("japan_ends", "8:00"),
        ("japan_begins", "25:00"),
        ("japan_ends", ""),
    ],
)
def test_hours_that_do_not_read_are_said_beside_their_box_and_nothing_is_kept(page, office, shell, field, text) -> None:
    choose(page, HEADQUARTERS, Moving.NEXT)
    page.days.hours[field].put(text)
    page.days.save.click()
    wrong = {"seoul_ends": "seoul_begins"}.get(field, field)  # what is missing, where one of the two is
    assert page.days.hours[wrong].box.property("invalid")
    assert page.days.is_typing()
    assert not office.days.settings().moving
    assert not shell.said


def test_what_is_typed_stays_when_something_else_changes(page, office) -> None:
    page.days.hours["seoul_begins"].put("9:30")
    choose(page, HEADQUARTERS, Moving.NEXT)
    page.reload()
    page.set_language(Language.EN)
    assert page.days.hours["seoul_begins"].text() == "9:30"
    assert page.days.moving[HEADQUARTERS].currentData() == Moving.NEXT.value
    assert page.is_typing()


def test_saving_is_one_act_that_is_undone_as_one(page, office) -> None:
    choose(page, HEADQUARTERS, Moving.NEXT)
    page.days.hours["seoul_begins"].put("9:30")
    page.days.hours["seoul_ends"].put("18:00")
    page.days.save.click()
    office.undo()
    page.reload()
    assert page.days.moving[HEADQUARTERS].currentData() == Moving.NONE.value
    assert page.days.hours["seoul_begins"].text() == ""


def test_every_box_has_a_name(page) -> None:
    assert nameless(page) == []


def test_hours_nobody_has_learnt_stay_to_be_confirmed_and_usual_ones_may_be_confirmed(page, office) -> None:
    page.days.save.click()
    assert "seoul" not in office.days.settings().hours
    page.days.hours["seoul_begins"].put("9:00")
    page.days.hours["seoul_ends"].put("17:00")
    page.days.save.click()
    assert office.days.office("seoul").settled
    page.days.hours["seoul_begins"].put("")
    page.days.hours["seoul_ends"].put("")
    page.days.save.click()
    assert not office.days.office("seoul").settled
