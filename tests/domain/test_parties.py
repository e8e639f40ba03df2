"""Local authorities and countries are found however a clerk types them."""

import re
from collections import Counter

import pytest

from clair_desktop.domain.parties import (
    AuthorityKind,
    Country,
    Gazetteer,
    LocalAuthority,
    check_digit,
    whole_code,
)
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Wording
from clair_desktop.services.gazetteer import load_gazetteer


@pytest.fixture(scope="module")
def names():
    return load_gazetteer()


def codes(found):
    return [one.code for one in found]


@pytest.mark.parametrize("code", ["010006", "130001", "141003", "470007", "271004", "131016", "222101", "040002"])
def test_the_check_digit_is_that_of_the_ministrys_list(code):
    assert check_digit(code[:5]) == code[5]


def test_a_code_of_five_digits_is_completed_and_full_width_is_read():
    assert whole_code("04100") == "041009"
    assert whole_code("０４１００９") == "041009"


def test_a_wrong_check_digit_is_refused_with_the_right_one():
    with pytest.raises(Malformed) as refused:
        whole_code("041003")
    assert "041009" in refused.value.wording.ja
    assert "041009" in refused.value.wording.en


@pytest.mark.parametrize("typed", ["", "4100", "0410099", "仙台市", "04100a"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(Malformed):
        whole_code(typed)


def test_every_municipality_is_there_once(names):
    kinds = Counter(one.kind for one in names.authorities)
    assert kinds[AuthorityKind.PREFECTURE] == 47
    assert sum(kinds.values()) - 47 == 1_741
    assert kinds[AuthorityKind.DESIGNATED_CITY] == 20
    assert kinds[AuthorityKind.DESIGNATED_CITY] + kinds[AuthorityKind.CITY] == 792
    assert kinds[AuthorityKind.SPECIAL_WARD] == 23
    assert kinds[AuthorityKind.TOWN] == 743
    assert kinds[AuthorityKind.VILLAGE] == 183
    assert len({one.code for one in names.authorities}) == 1_788


def test_every_code_of_the_table_ends_in_its_check_digit(names):
    assert [one.code for one in names.authorities if check_digit(one.code[:5]) != one.code[5]] == []


def test_every_name_carries_the_ending_of_its_kind(names):
    endings = {
        AuthorityKind.PREFECTURE: "[都道府県]",
        AuthorityKind.DESIGNATED_CITY: "市",
        AuthorityKind.CITY: "市",
        AuthorityKind.SPECIAL_WARD: "区",
        AuthorityKind.TOWN: "町",
        AuthorityKind.VILLAGE: "村",
    }
    assert [one for one in names.authorities if not re.fullmatch(f".+{endings[one.kind]}", one.name.ja)] == []
    assert [one for one in names.authorities if not re.fullmatch(r"[ァ-ヴー]+", one.kana)] == []
    assert [one for one in names.authorities if not re.fullmatch(r"[A-Z][a-z]+(-[A-Z][a-z]+)?", one.romaji)] == []


def test_every_town_is_found_again_by_its_full_name_and_stays_itself(names):
    astray = [one.full_name.ja for one in names.authorities if names.find_authorities(one.full_name.ja) != [one]]
    assert astray == []
    astray = [one.full_name.en for one in names.authorities if one not in names.find_authorities(one.full_name.en)]
    assert astray == []
    astray = [one.kana for one in names.authorities if one not in names.find_authorities(one.kana)]
    assert astray == []


@pytest.mark.parametrize(
    "typed",
    [
        "222101", "22210", "２２２１０１", "富士市", "静岡県富士市", "静岡県　富士市", "富士", "ふじし", "フジシ", "ﾌｼﾞｼ",
        "しずおかけんふじし", "Fuji", "fuji city", "FUJI-SHI", "Ｆｕｊｉ", "Fuji City, Shizuoka Prefecture", "Shizuoka-ken Fuji-shi",
    ],
)  # fmt: skip
def test_fuji_is_found_however_it_is_typed(names, typed):
    assert codes(names.find_authorities(typed)) == ["222101"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("龍ヶ崎市", "082082"),
        ("竜ケ崎市", "082082"),
        ("龍が崎市", "082082"),
        ("桧原村", "133078"),
        ("梼原町", "394050"),
        ("須恵町", "403440"),
        ("塩釜市", "042030"),
        ("葛󠄀城市", "292117"),
        ("神﨑町", "123421"),
        ("西之島町", "325261"),
    ],
)
def test_old_new_and_variant_kanji_are_one(names, typed, code):
    assert codes(names.find_authorities(typed)) == [code]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ōita", ["440001", "442011"]),
        ("Oita", ["440001", "442011"]),
        ("Ôita Prefecture", ["440001"]),
        ("Ohta-ku", ["131113"]),
        ("Kōchi-shi", ["392014"]),
        ("Koti", ["390003", "392014"]),
        ("Tsushima, Nagasaki", ["422096"]),
        ("Suo Oshima", ["353051"]),
        ("Kan’onji", ["372056"]),
    ],
)
def test_romaji_is_read_with_and_without_macrons_and_in_either_spelling(names, typed, expected):
    assert codes(names.find_authorities(typed)) == expected


def test_names_that_several_share_are_all_given_and_the_prefecture_decides(names):
    assert codes(names.find_authorities("府中市")) == ["132063", "342084"]
    assert codes(names.find_authorities("広島県府中市")) == ["342084"]
    assert codes(names.find_authorities("Fuchu City, Tokyo")) == ["132063"]
    assert codes(names.find_authorities("宮城県刈田郡七ケ宿町")) == ["043028"]
    assert codes(names.find_authorities("Katta-gun Shichikashuku-machi")) == ["043028"]
    assert codes(names.find_authorities("Fukuoka City, Fukuoka Prefecture")) == ["401307"]


def test_a_whole_name_wins_over_a_shortened_one(names):
    assert codes(names.find_authorities("宮城県")) == ["040002"]
    assert codes(names.find_authorities("京都")) == ["260002", "261009"]
    assert codes(names.find_authorities("四日市市")) == ["242021"]


def test_what_nobody_is_called_finds_nobody(names):
    assert names.find_authorities("札幌市東西区") == []
    assert names.find_authorities("041003") == []
    assert names.find_authorities("Fuji Prefecture") == []
    assert names.authority("999999") is None


def test_names_are_printed_as_published(names):
    assert names.authority("041009").full_name == Wording("宮城県仙台市", "Sendai City, Miyagi Prefecture")
    assert names.authority("040002").full_name == Wording("宮城県", "Miyagi Prefecture")
    assert names.authority("130001").name.en == "Tokyo Metropolis"
    assert names.authority("122297").name.ja == "袖ケ浦市"
    assert names.authority("020001").kana == "アオモリケン"
    assert names.authority("103446").kana == "シントウムラ"  # 北群馬郡榛東村: the county's name holds グン
    assert names.authority("103446").county == "北群馬郡"


@pytest.mark.parametrize(
    ("code", "romaji"),
    [
        ("122181", "Katsuura"),
        ("015717", "Toyoura"),
        ("192082", "Minami-Alps"),
        ("013951", "Niseko"),
        ("014001", "Kutchan"),
    ],
)
def test_romaji_follow_the_reading_but_never_run_two_words_together(names, code, romaji):
    assert names.authority(code).romaji == romaji


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("イギリス", "GB"), ("英国", "GB"), ("連合王国", "GB"), ("gb", "GB"), ("ＧＢ", "GB"), ("UK", "GB"), ("United Kingdom", "GB"),
        ("アメリカ", "US"), ("ｱﾒﾘｶ合衆国", "US"), ("米国", "US"), ("韓国", "KR"), ("大韓民国", "KR"), ("中国", "CN"),
        ("中華人民共和国", "CN"), ("ルクセンブルグ", "LU"), ("ルクセンブルク", "LU"), ("トリニダード・トバゴ共和国", "TT"),
        ("トリニダード=トバゴ", "TT"), ("モナコ公国", "MC"), ("香港", "HK"), ("Cote d'Ivoire", "CI"), ("ヴェトナム", "VN"),
        ("Turkey", "TR"), ("ミャンマー", "MM"), ("the netherlands", "NL"), ("豪州", "AU"),
    ],
)  # fmt: skip
def test_a_country_is_found_by_code_name_and_alias(names, typed, code):
    assert names.find_country(typed).code == code


def test_every_country_is_there_and_no_two_share_a_name(names):
    assert len(names.countries) == 249
    assert all(
        names.find_country(name) is one for one in names.countries for name in (one.code, one.name.ja, one.name.en)
    )
    assert all(names.find_country(alias) is one for one in names.countries for alias in one.aliases)
    assert names.find_country("どこにもない国") is None
    assert names.country("XX") is None


def test_a_gazetteer_is_made_of_plain_rows():
    town = LocalAuthority("043028", Wording("七ヶ宿町", "Shichikashuku Town"), Wording("宮城県", "Miyagi Prefecture"),
                          "シチカシュクマチ", AuthorityKind.TOWN, "刈田郡")  # fmt: skip
    own = Gazetteer([town], [Country("SG", Wording("シンガポール", "Singapore"))])
    assert own.find_authorities("刈田郡七ヶ宿町") == [town]
    assert own.find_country("シンガポール").code == "SG"
