"""機関名簿: offices by dated document, names however typed, and who answers for a country."""

from collections.abc import Iterator
from datetime import date

import pytest

from clair_desktop.domain.branches import branches
from clair_desktop.domain.coverage import Purpose, RoutingVerdict
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.directory import DirectoryPresenter
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def presenter(view: Remembering, office: Office) -> DirectoryPresenter:
    return DirectoryPresenter(view, office, RememberingShell(), Language.JA)


def test_every_branch_and_division_is_listed(presenter, view) -> None:
    presenter.start()
    sheet = view.last("show_directory")
    assert len(sheet.divisions) == 8
    assert len(sheet.branches) == 67


def test_a_division_tells_its_telephone_programmes_and_the_addresses_of_each(presenter, view) -> None:
    presenter.start()
    lines = {one.division.key: one for one in view.last("show_directory").divisions}
    economic = lines["economic_exchange"]
    assert economic.tel == "03-5213-1726"
    assert {"keishin@clair.or.jp", "kokukyou@clair.or.jp"} <= set(economic.emails)
    assert lines["jet_training"].emails == lines["jet_coordination"].emails == ["gyomu@clair.or.jp"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("みや", "宮城県支部"), ("kyoto", "京都府支部"), ("濱松", "浜松市支部"), ("14150", "相模原市支部")],
)
def test_a_branch_is_found_however_it_is_typed(presenter, view, typed, name) -> None:
    presenter.search_branches(typed)
    assert name in [one.name.ja for one in view.last("show_branches")]


def test_a_town_finds_the_branch_that_serves_it(presenter, view) -> None:
    presenter.search_branches("富士市")
    (only,) = view.last("show_branches")
    assert (only.name.ja, only.because.ja) == ("静岡県支部", "静岡県富士市")


def test_the_office_for_a_country_comes_with_reason_and_documents(presenter, view) -> None:
    presenter.route("タイ", "", Purpose.RESEARCH, "")
    sheet = view.last("show_route")
    assert [one.ja for one in sheet.offices] == ["シンガポール事務所"]
    assert sheet.verdict is RoutingVerdict.COVERED
    assert sheet.reason.ja
    assert sheet.sources


def test_a_country_no_office_answers_for_is_to_be_consulted_and_never_dropped(presenter, view) -> None:
    presenter.route("ブラジル", "", Purpose.RESEARCH, "R8.4.1")
    sheet = view.last("show_route")
    assert sheet.verdict is RoutingVerdict.CONSULT
    assert "企画調査課" in sheet.reason.ja


def test_the_day_decides(presenter, view) -> None:
    presenter.route("ジャマイカ", "", Purpose.SUPPORT, "令和3年8月18日")
    assert view.last("show_route").verdict is RoutingVerdict.NONE
    presenter.route("ジャマイカ", "", Purpose.SUPPORT, "令和3年8月19日")
    assert [one.ja for one in view.last("show_route").offices] == ["ニューヨーク事務所"]


@pytest.mark.parametrize(
    ("country", "day", "field"), [("", "", "country"), ("ナルニア", "", "country"), ("タイ", "R8.2.30", "day")]
)
def test_what_does_not_read_is_said_beside_its_box(presenter, view, country, day, field) -> None:
    presenter.route(country, "", Purpose.RESEARCH, day)
    assert view.last("show_complaint")[0] == field
    assert not view.heard("show_route")


def test_what_was_searched_stays_when_the_office_changes(presenter, view) -> None:
    presenter.search_branches("みや")
    presenter.start()
    assert len(view.last("show_directory").branches) == 2


def test_contradiction_17_sixty_seven_branches_today_and_sixty_in_2003() -> None:
    assert (len(branches(date(2026, 11, 20))), len(branches(date(2003, 4, 1)))) == (67, 60)
    assert len(branches(date(2005, 4, 1))) == 61
