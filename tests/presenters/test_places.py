"""市区町村・郵便番号: what a clerk types into one line finds bodies, wards under their city, and addresses."""

from collections.abc import Iterator

import pytest

from clair_desktop.presenters.places import PlacesPresenter, PlacesSheet
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
def presenter(view: Remembering, office: Office) -> PlacesPresenter:
    return PlacesPresenter(view, office, RememberingShell())


def sheet(view: Remembering) -> PlacesSheet:
    return view.last("show_places")


def found(view: Remembering) -> list[str]:
    return [one.name.ja for one in sheet(view).rows]


@pytest.mark.parametrize("typed", ["みやぎ", "宮城", "04", "０４", "miyagi"])
def test_the_prefecture_comes_first_with_its_code_reading_romaji_and_kind(presenter, view, typed) -> None:
    presenter.search(typed)
    first = sheet(view).rows[0]
    assert sheet(view).rows_found >= 41  # with everyone in it
    assert (first.code, first.name.ja, first.kana, first.romaji) == ("040002", "宮城県", "ミヤギケン", "Miyagi")
    assert (first.kind.ja, first.prefecture.ja) == ("都道府県", "宮城県")


@pytest.mark.parametrize("typed", ["498-0000", "4980000", "〒４９８－００００"])
def test_a_postal_code_of_two_prefectures_has_both_addresses_and_no_body(presenter, view, typed) -> None:
    presenter.search(typed)
    shown = sheet(view)
    assert [one.address for one in shown.addresses] == ["愛知県弥富市", "三重県桑名郡木曽岬町"]
    assert (shown.by_postal, list(shown.rows), shown.remark) == (True, [], None)


@pytest.mark.parametrize("typed", ["４９８", "498", "498-"])
def test_a_postal_code_half_typed_has_all_that_begin_so(presenter, view, typed) -> None:
    presenter.search(typed)
    shown = sheet(view)
    assert {one.code[:3] for one in shown.addresses} == {"498"}
    assert shown.addresses_found == len(shown.addresses) > 10


def test_digits_that_may_be_either_code_find_both(presenter, view) -> None:
    presenter.search("041")
    assert "仙台市" in found(view)
    assert {one.code[:3] for one in sheet(view).addresses} == {"041"}


def test_of_many_addresses_the_first_are_shown_and_all_are_counted(presenter, view) -> None:
    presenter.search("100")
    assert (len(sheet(view).addresses), sheet(view).addresses_found > 300) == (300, True)


def test_a_code_that_is_not_in_the_table_is_said_with_the_tables_day(presenter, view) -> None:
    presenter.search("000-1111")
    assert "2026-10-03" in sheet(view).remark.ja
    assert list(sheet(view).addresses) == []


def test_a_wrong_check_digit_is_said_with_the_right_code(presenter, view) -> None:
    presenter.search("041003")
    assert "041009" in sheet(view).remark.ja


def test_both_tables_say_whose_data_they_are_and_of_which_day(presenter, view) -> None:
    presenter.start()
    for source in (sheet(view).rows_source, sheet(view).addresses_source):
        assert "日本郵便" in source.ja
        assert "令和8年10月3日" in source.ja
        assert "3 October 2026" in source.en


def test_the_branchs_own_prefecture_is_listed_before_anything_is_typed(presenter, view) -> None:
    presenter.start()
    assert found(view)[:7] == ["宮城県", "仙台市", "青葉区", "宮城野区", "若林区", "太白区", "泉区"]
    assert sheet(view).rows_found == 41  # Miyagi, its 35 municipalities and Sendai's wards
    assert not sheet(view).by_postal


def test_the_wards_stand_under_their_city_also_where_only_they_were_meant(presenter, view) -> None:
    presenter.search("青葉区")
    assert [(one.name.ja, one.is_ward) for one in sheet(view).rows] == [
        ("仙台市", False), ("青葉区", True), ("横浜市", False), ("青葉区", True),
    ]  # fmt: skip
    assert sheet(view).rows[1].branch.ja == "仙台市支部"
    assert sheet(view).rows[0].designated_on.isoformat() == "1989-04-01"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("222101", "富士市"), ("ふじし", "富士市"), ("Fuji City", "富士市"), ("髙﨑市", "高崎市"), ("ooita", "大分市")],
)
def test_a_local_authority_is_found_however_it_is_typed(presenter, view, typed, name) -> None:
    presenter.search(typed)
    assert name in found(view)


def test_a_prefectures_name_lists_everyone_in_it(presenter, view) -> None:
    presenter.search("鳥取県")
    assert len(found(view)) == 20  # the prefecture and its 19 municipalities


def test_what_was_searched_stays_when_the_office_changes(presenter, view) -> None:
    presenter.search("富士市")
    presenter.start()
    assert found(view) == ["富士市"]
