"""Which overseas office answers: the tricky countries, the days on which areas changed, and both purposes."""

from collections import Counter
from datetime import date

import pytest

from clair_desktop.domain.coverage import Purpose, RoutingVerdict, coverage, route
from clair_desktop.domain.offices import OVERSEAS_OFFICES
from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.gazetteer import load_gazetteer

TODAY = date(2026, 11, 20)
RESEARCH, SUPPORT = Purpose.RESEARCH, Purpose.SUPPORT


def research(country, area=None, on=TODAY):
    return route(country, area, RESEARCH, on)


def support(country, area=None, on=TODAY):
    return route(country, area, SUPPORT, on)


def countries_of(purpose):
    table = {}
    for row in coverage().rows:
        if row.purpose is purpose:
            table.setdefault(row.office, set()).add(row.country)
    return table


def test_the_support_table_has_the_34_countries_the_brochure_counts():
    counted = {office: len(countries) for office, countries in countries_of(SUPPORT).items()}
    expected = {"new_york": 4, "london": 9, "paris": 5, "singapore": 12, "seoul": 1, "sydney": 2, "beijing": 1}
    assert counted == expected
    assert sum(counted.values()) == 34


def test_research_follows_the_areas_in_charge_with_what_was_added_since():
    table = countries_of(RESEARCH)
    assert table["paris"] == set("FR BE LU CH IT ES PT MC".split())
    assert table["new_york"] == set("US CA JM TT".split())
    assert table["singapore"] == set("SG MY PH ID BN TH VN LA MM KH IN LK".split())
    assert sum(map(len, table.values())) == 37


def test_no_country_has_two_offices_for_one_purpose():
    assert [
        pair for pair, count in Counter((row.purpose, row.country) for row in coverage().rows).items() if count > 1
    ] == []


def test_every_row_names_a_real_office_and_country():
    assert {row.office for row in coverage().rows} == {office.key for office in OVERSEAS_OFFICES}
    assert all(load_gazetteer().country(row.country) for row in coverage().rows)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("on", [date(2010, 1, 1), date(2016, 4, 1), date(2019, 5, 1), TODAY])
def test_no_country_is_ever_left_without_a_verdict_reason_and_source(purpose, on):
    for country in load_gazetteer().countries:
        for area in (None, country.name.ja, "首都"):
            answer = route(country.code, area, purpose, on)
            assert answer.reason.ja
            assert answer.reason.en
            assert "{" not in answer.reason.ja + answer.reason.en
            assert answer.sources
            assert (answer.verdict is RoutingVerdict.COVERED) == bool(answer.offices)


@pytest.mark.parametrize(
    ("country", "office"),
    [
        ("US", "new_york"), ("CA", "new_york"), ("GB", "london"), ("DE", "london"), ("FI", "london"), ("FR", "paris"),
        ("ES", "paris"), ("SG", "singapore"), ("IN", "singapore"), ("KR", "seoul"), ("AU", "sydney"), ("NZ", "sydney"),
        ("CN", "beijing"),
    ],
)  # fmt: skip
def test_the_plain_countries_go_to_their_office_for_both_purposes(country, office):
    assert research(country).offices == support(country).offices == (office,)


@pytest.mark.parametrize("country", ["IT", "PT", "LU"])
def test_italy_portugal_and_luxembourg_are_researched_by_paris_but_not_supported(country):
    assert research(country).offices == ("paris",)
    answer = support(country)
    assert answer.verdict is RoutingVerdict.NONE
    assert "パリ事務所" in answer.reason.ja
    assert "要相談" in answer.reason.ja


@pytest.mark.parametrize("area", ["アントワープ", "リエージュ", "ブリュッセル", None])
def test_all_of_belgium_is_researched_by_paris(area):
    assert research("BE", area).offices == ("paris",)


@pytest.mark.parametrize(
    "area",
    [
        "リエージュ", "Liège", "LIEGE", "ナミュール州", "Namur", "Louvain-la-Neuve", "ルーヴァン・ラ・ヌーヴ", "ワロン地域",
        "Brabant wallon", "フランス語圏", "French-speaking part", "リエージュ、ナミュール",
    ],
)  # fmt: skip
def test_french_speaking_belgium_is_supported_by_paris(area):
    assert support("BE", area).offices == ("paris",)


@pytest.mark.parametrize(
    "area", ["アントワープ", "Antwerpen", "Ghent", "ゲント", "Leuven", "Louvain", "フランドル", "オランダ語圏"]
)
def test_dutch_speaking_belgium_has_no_office_for_support(area):
    assert support("BE", area).verdict is RoutingVerdict.NONE


@pytest.mark.parametrize(
    "area",
    [
        "ブリュッセル",
        "Brussels",
        "ドイツ語共同体",
        "オイペン",
        "リエージュとアントワープ",
        "フランス語圏以外",
        "non-French",
        "ある町",
        "",
        "  ",
        None,
    ],
)
def test_what_is_bilingual_mixed_or_unknown_in_belgium_is_for_a_person(area):
    answer = support("BE", area)
    assert answer.verdict is RoutingVerdict.CONSULT
    assert answer.offices == ()


@pytest.mark.parametrize(
    "area",
    [
        "ジュネーブ",
        "ジュネーヴ",
        "Genève",
        "Geneva",
        "ローザンヌ",
        "Lausanne",
        "ヴォー州",
        "ヌーシャテル",
        "Geneva / Lausanne",
    ],
)
def test_french_speaking_switzerland_is_supported_by_paris(area):
    assert support("CH", area).offices == ("paris",)


@pytest.mark.parametrize(
    "area", ["チューリッヒ", "Zürich", "ティチーノ", "Lugano", "バーゼル", "ボーデン湖のシャフハウゼン", "Uri"]
)
def test_the_rest_of_switzerland_has_no_office_for_support(area):
    assert support("CH", area).verdict is RoutingVerdict.NONE


@pytest.mark.parametrize(
    "area", ["ベルン", "Bern", "フリブール", "Fribourg", "ヴァレー", "Valais", "ジュネーブ、チューリッヒ", None]
)
def test_bilingual_cantons_and_mixed_trips_are_for_a_person(area):
    assert support("CH", area).verdict is RoutingVerdict.CONSULT


@pytest.mark.parametrize("purpose", Purpose)
def test_india_always_but_sri_lanka_only_from_july_2018(purpose):
    assert route("IN", None, purpose, date(2017, 1, 1)).offices == ("singapore",)
    assert route("LK", None, purpose, date(2018, 6, 30)).offices == ()
    assert route("LK", None, purpose, date(2018, 7, 1)).offices == ("singapore",)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("country", ["JM", "TT"])
def test_jamaica_and_trinidad_come_to_new_york_on_the_day_of_the_notice(purpose, country):
    assert route(country, None, purpose, date(2019, 8, 1)).offices == ()
    assert route(country, None, purpose, date(2021, 8, 18)).offices == ()
    assert route(country, None, purpose, date(2021, 8, 19)).offices == ("new_york",)


def test_before_they_were_added_support_has_no_office_and_research_asks():
    early = date(2019, 8, 1)
    assert support("JM", on=early).verdict is RoutingVerdict.NONE
    assert research("JM", on=early).verdict is RoutingVerdict.CONSULT
    assert "2021年8月19日" in support("JM", on=early).reason.ja


@pytest.mark.parametrize("purpose", Purpose)
def test_monaco_is_known_since_the_brochure_of_2025_and_asked_before(purpose):
    assert route("MC", None, purpose, TODAY).offices == ("paris",)
    assert route("MC", None, purpose, date(2020, 1, 1)).verdict is RoutingVerdict.CONSULT


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize(
    ("country", "area"),
    [
        ("HK", None), ("MO", None), ("TW", None), ("CN", "香港"), ("CN", "中国香港特別行政区"), ("CN", "ﾏｶｵ"), ("CN", "Hong Kong"),
        ("CN", "澳門"), ("CN", "台湾"), ("CN", "台北市"), ("CN", "広州、香港"),
    ],
)  # fmt: skip
def test_hong_kong_macao_and_taiwan_are_asked_and_never_routed(purpose, country, area):
    answer = route(country, area, purpose, TODAY)
    assert answer.verdict is RoutingVerdict.CONSULT
    assert answer.offices == ()


@pytest.mark.parametrize("area", ["北京市", "煙台市", "吉林省", "大連", "五台山", None])
def test_the_rest_of_china_goes_to_beijing(area):
    assert support("CN", area).offices == ("beijing",)


@pytest.mark.parametrize("country", ["BR", "MN", "PL", "GU", "JE", "NC"])
def test_a_country_without_an_office_is_kept_with_a_reason(country):
    asked, refused = research(country), support(country)
    assert asked.verdict is RoutingVerdict.CONSULT
    assert "近隣諸国" in asked.reason.ja
    assert refused.verdict is RoutingVerdict.NONE
    assert "要相談" in refused.reason.ja


def test_research_outside_the_host_countries_is_covered_but_says_so():
    assert "所在国" in research("IT").reason.ja
    assert "所在国" not in research("US").reason.ja
    assert any(source.locator.ja == "依頼方法－調査地域" for source in research("IT").sources)


def test_years_before_every_document_are_said_to_be_unknown():
    answer = research("US", on=date(2012, 5, 1))
    assert answer.verdict is RoutingVerdict.CONSULT
    assert "ニューヨーク事務所" in answer.reason.ja
    assert support("BR", on=date(2012, 5, 1)).verdict is RoutingVerdict.CONSULT


def test_japan_is_in_nobodys_area():
    assert research("JP").verdict is support("JP").verdict is RoutingVerdict.NONE


def test_the_code_is_read_small_and_full_width_but_a_name_is_refused():
    assert research("ｕｓ").offices == research(" us ").offices == ("new_york",)
    with pytest.raises(Refusal) as refused:
        research("アメリカ")
    assert refused.value.field == "country"


def test_a_state_of_the_usa_makes_no_difference_here():
    assert research("US", "テキサス州").offices == research("US").offices


def charge(country, on=TODAY):
    return route(country, None, Purpose.CHARGE, on)


def test_contradictions_10_and_11_italy_portugal_and_luxembourg_are_in_the_charge_of_paris_with_the_doubt_said():
    for country in ("IT", "PT", "LU"):
        assert charge(country).offices == ("paris",)
        assert "34カ国" in charge(country).reason.ja
    assert "34カ国" not in charge("FR").reason.ja


def test_contradiction_12_the_area_of_research_is_warned_of_and_blocks_nothing():
    assert research("IT").verdict is RoutingVerdict.COVERED
    assert "所在国" in research("IT").reason.ja


def test_case_15_a_country_in_nobodys_charge_is_to_be_consulted():
    assert charge("BR").verdict is RoutingVerdict.CONSULT
    assert "所管" in charge("BR").reason.ja


def test_every_row_of_the_table_has_a_source_and_a_beginning():
    assert all(row.sources and row.valid_from for row in coverage().rows)
    assert {country for _purpose, country in coverage().asked} == {"HK", "MO", "TW"}
