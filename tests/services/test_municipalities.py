"""Wards, check digits and postal codes: what a clerk types finds the place, and every answer is shown."""

import pytest

from clair_desktop.domain.parties import check_digit
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Wording
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.municipalities import table_source

NAMES = load_gazetteer()
APPLICANT = Authority(key="applicant", label=Wording("申請団体", "Applicant"))


def names_of(office, text):
    return [one.place.full_name.ja for one in office.municipalities.find(text)]


def test_the_twenty_designated_cities_have_171_wards_each_with_its_check_digit():
    assert len(NAMES.wards.all) == 171
    assert len({one.city.code for one in NAMES.wards.all}) == 20
    assert all(check_digit(one.code[:5]) == one.code[5] for one in NAMES.wards.all)
    assert {one.name.ja for one in NAMES.wards.of_city("221309")} == {"中央区", "浜名区", "天竜区"}


@pytest.mark.parametrize("typed", ["みやぎ", "ミヤギ", "宮城", "宮城県", "04", "０４", "miyagi", "Miyagi"])
def test_the_prefecture_comes_first_however_it_is_typed(office, typed):
    assert names_of(office, typed)[0] == "宮城県"


@pytest.mark.parametrize(
    "typed",
    ["041017", "04101", "０４１０１７", "仙台市青葉区", "宮城県仙台市青葉区", "Aoba-ku, Sendai", "仙臺市青葉区"],
)
def test_a_ward_finds_its_city_and_applies_by_it(typed):
    assert APPLICANT.parse(typed, NAMES) == "041009"


def test_a_ward_that_two_cities_have_is_asked_about():
    with pytest.raises(Malformed) as complaint:
        APPLICANT.parse("青葉区", NAMES)
    assert "仙台市" in complaint.value.wording.ja
    assert "横浜市" in complaint.value.wording.ja


def test_a_ward_stands_with_its_city_and_the_citys_branch(office):
    (ward,) = office.municipalities.find("札幌市中央区")
    assert (ward.kind.ja, ward.city.name.ja, ward.branch.name.ja) == ("行政区", "札幌市", "札幌市支部")


def test_a_wrong_check_digit_is_said_with_the_right_code(office):
    with pytest.raises(Malformed, match="041009"):
        office.municipalities.find("041003")


@pytest.mark.parametrize("typed", ["Ōita", "Oita", "Ooita", "おおいた", "大分"])
def test_romaji_with_and_without_macrons(office, typed):
    assert names_of(office, typed)[:2] == ["大分県", "大分県大分市"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("梼原", "檮原町"), ("須恵", "須惠町"), ("塩釜", "塩竈市"), ("氣仙沼", "気仙沼市"), ("諌早", "諫早市")],
)
def test_old_and_new_kanji_are_one(office, typed, name):
    found = {one.place.name.ja for one in office.municipalities.find(typed)}
    assert found & {name, typed + "町"}


@pytest.mark.parametrize("typed", ["498-0000", "4980000", "〒498-0000", "４９８ー００００", "〒 ４９８−００００"])
def test_a_postal_code_of_two_prefectures_has_both_answers(office, typed):
    found = [one.address for one in office.municipalities.postal(typed)]
    assert found == ["愛知県弥富市", "三重県桑名郡木曽岬町"]


def test_a_single_receivers_code_and_leading_zeros(office):
    (prefecture,) = office.municipalities.postal("980-8570")
    assert (prefecture.address, prefecture.office) == ("宮城県仙台市青葉区本町3丁目8-1", "宮城県庁")
    assert office.municipalities.postal("001-0000")[0].address == "北海道札幌市北区"
    assert office.municipalities.postal("000-1111") == []


@pytest.mark.parametrize("typed", ["", "980", "98085701", "980-857", "仙台市"])
def test_what_is_no_postal_code_is_refused(office, typed):
    with pytest.raises(Malformed):
        office.municipalities.postal(typed)


def test_the_tables_say_of_which_day_they_are():
    assert table_source("local_authorities").as_of.isoformat() == "2026-10-03"
    assert table_source("postal_codes").source.ja.startswith("日本郵便")
