"""The tricky cases of domain.md §14 about countries, offices and research: 11–20 and 30–33."""

from datetime import date

import pytest

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.dialling import e164
from clair_desktop.domain.directory import Attribute
from clair_desktop.services.steps import NotReady
from tests.programmes.test_overseas_support import request_to
from tests.services.casework import TODAY, burial, research
from tests.tricky.judged import found, judged, one, open_question, received

SUPPORT, MODEL = "overseas_support", "model_project_grant"
IN_2025 = date(2025, 10, 1)


def route(office, country, area, purpose=Purpose.SUPPORT, on=IN_2025):
    return office.directory.route(country, area, purpose, on)


def sounded(office, sheet):
    return office.steps.take(sheet.number, "sound_out", document_number="国際第72号")


def states(sheet):
    return {part.key: part.state.key for part in sheet.parts}


@pytest.mark.parametrize(
    ("area", "offices", "by_hand"),
    [
        ("リエージュ", ("paris",), False), ("ナミュール", ("paris",), False), ("アントワープ", (), False),
        ("ゲント", (), False), ("ブリュッセル", (), True), ("オイペン", (), True),
    ],
)  # fmt: skip
def test_case_11_belgium_is_supported_by_paris_in_its_french_part_only_and_brussels_is_for_a_person(
    office, area, offices, by_hand
):
    said = route(office, "BE", area)
    assert tuple(said.offices) == offices
    assert (said.verdict == "consult") is by_hand
    assert tuple(route(office, "BE", area, Purpose.RESEARCH).offices) == ("paris",)


@pytest.mark.parametrize(
    ("area", "offices"),
    [("ジュネーブ", ("paris",)), ("ローザンヌ", ("paris",)), ("チューリッヒ", ()), ("ベルン", ()), ("ティチーノ", ())],
)
def test_case_12_switzerland_is_supported_by_paris_in_its_french_part_only(office, area, offices):
    assert tuple(route(office, "CH", area).offices) == offices


@pytest.mark.parametrize("country", ["IT", "PT", "LU"])
def test_case_13_italy_portugal_and_luxembourg_are_researched_by_paris_and_not_supported(office, country):
    assert tuple(route(office, country, None, Purpose.RESEARCH).offices) == ("paris",)
    assert tuple(route(office, country, None).offices) == ()


def test_case_14_sri_lanka_from_july_2018_and_jamaica_from_19_august_2021(office):
    assert tuple(route(office, "IN", None, on=date(2017, 4, 1)).offices) == ("singapore",)
    assert tuple(route(office, "LK", None, on=date(2018, 6, 30)).offices) == ()
    assert tuple(route(office, "LK", None, on=date(2018, 7, 1)).offices) == ("singapore",)
    for country in ("JM", "TT"):
        assert tuple(route(office, country, None, on=date(2019, 10, 1)).offices) == ()
        assert tuple(route(office, country, None, on=date(2021, 8, 18)).offices) == ()
        assert tuple(route(office, country, None, on=date(2021, 8, 19)).offices) == ("new_york",)


@pytest.mark.parametrize("country", ["BR", "MN", "PL"])
def test_case_15_a_country_without_an_office_is_kept_and_consulted_about(office, country):
    sheet = sounded(office, research(office, places=[{"country": country}]))
    assert list(states(sheet)) == [f"consult:{country}"]
    said = one(office.cases.judged(sheet), "RES-03")
    assert open_question(said)
    assert "要相談" in said.message.ja
    assert tuple(route(office, country, None).offices) == ()


def test_case_15_a_model_project_may_have_a_partner_where_there_is_no_office(office):
    from clair_desktop.programmes.model_project_grant.examples import water

    said = judged(office, MODEL, 2025, water(places=[{"country": "BR", "area": "サンパウロ"}]))
    assert not [finding for finding in said.findings if finding.field == "places"]


@pytest.mark.parametrize(
    ("country", "area"), [("HK", None), ("MO", None), ("TW", None), ("CN", "香港"), ("CN", "台北")]
)
def test_case_16_hong_kong_macau_and_taiwan_are_asked_about_even_when_typed_under_china(office, country, area):
    for purpose in Purpose:
        assert tuple(route(office, country, area, purpose, TODAY).offices) == ()


def test_case_17_four_offices_answer_differently_and_only_the_accepting_ones_are_requested(office):
    sheet = sounded(office, research(office))
    for part, step in (("london", "accept"), ("paris", "decline"), ("new_york", "accept_partially")):
        sheet = office.steps.take(sheet.number, step, part=part)
    assert sheet.state.key == "partial"
    sheet = office.steps.take(sheet.number, "request_formally", document_number="国際第80号")
    assert states(sheet) == {
        "london": "requested", "paris": "declined", "new_york": "requested", "singapore": "awaiting",
    }  # fmt: skip
    for part in ("london", "new_york"):
        office.steps.take(sheet.number, "begin", part=part)
        sheet = office.steps.take(sheet.number, "reply", part=part)
    assert sheet.state.key != "replied"  # Singapore has not answered yet
    sheet = office.steps.take(sheet.number, "decline", part="singapore")
    assert sheet.state.key == "replied"


@pytest.mark.parametrize(
    ("place", "warned"),
    [
        ({"country": "US"}, True),
        ({"country": "US", "area": "テキサス州"}, False),
        ({"country": "US", "nationwide": "yes"}, False),
    ],
)
def test_case_18_the_usa_without_a_state_is_warned_of_unless_it_is_federal(office, place, warned):
    sheet = burial(office, places=[place])
    said = found(office.cases.judged(sheet), "RES-04")
    assert bool(said) is warned
    assert all(open_question(finding) for finding in said)


def test_case_19_a_question_answered_before_is_met_by_the_existing_survey(office):
    sheet = sounded(
        office, burial(office, existing_checked="yes", existing_note="令和6年度の調査リストに同じ題材がある。")
    )
    sheet = office.steps.take(sheet.number, "fulfil")
    assert sheet.state.label.ja == "既存の調査結果で充足"
    assert "request_formally" not in {event.step for event in sheet.events}


def test_case_20_a_local_autonomy_body_is_referred_to_headquarters_and_kept_as_an_enquiry(office):
    sheet = research(office, requester_kind="related_body", requester_name="全国市長会", applicant=None)
    with pytest.raises(NotReady):
        sounded(office, sheet)
    sheet = office.steps.take(sheet.number, "refer_to_headquarters")
    assert (sheet.state.label.ja, sheet.closed) == ("本部へ案内（相談）", True)


def test_case_30_a_letter_carries_the_address_of_its_own_day(office):
    singapore = office.directory.body("singapore")
    assert "6 Battery Road" in singapore.value(Attribute.ADDRESS, date(2020, 1, 1))
    assert "1 Raffles Place" in singapore.value(Attribute.ADDRESS, TODAY)
    assert singapore.value(Attribute.ADDRESS, date(2010, 1, 1)) == ""


def test_case_31_a_fax_known_only_from_an_older_paper_is_said_to_be_unprinted_in_2025(office):
    for key, older in (("london", "44-20-7839-8191"), ("sydney", "61-2-9241-5014")):
        body = office.directory.body(key)
        assert body.current(Attribute.FAX, TODAY).text.ja == "2025年資料に記載なし"
        assert body.value(Attribute.FAX, TODAY) == ""
        assert [said.value for said in body.history(Attribute.FAX)] == [older, None]


def test_case_32_beijing_keeps_both_numbers_and_dials_8791(office):
    beijing = office.directory.body("beijing")
    assert [said.value for said in beijing.history(Attribute.TEL)] == ["86-10-6513-8790", "86-10-6513-8791"]
    assert e164(beijing.current(Attribute.TEL, TODAY).value, "CN") == "+861065138791"


@pytest.mark.parametrize(
    ("country", "area", "slot", "rule"),
    [
        ("CN", "北京市", ("2025-11-15", "10:00"), "beijing_day"),
        ("CN", "北京市", ("2025-11-17", "12:00"), "beijing_hours"),
        ("SG", "", ("2026-02-17", "10:00"), "singapore_new_year"),
        ("KR", "ソウル", ("2025-11-17", "10:00"), "seoul_document"),
    ],
)
def test_case_33_what_the_offices_advise_is_warned_of_and_stops_nothing(office, country, area, slot, rule):
    said = judged(office, SUPPORT, 2025, request_to(country, area, slot, ("2025-11-18", "10:00")), IN_2025)
    assert found(said, rule)
    assert all(open_question(finding) for finding in found(said, rule))


def test_case_15_support_for_a_country_without_an_office_keeps_the_case(office):
    sheet = received(office, SUPPORT, 2025, request_to("BR", "サンパウロ", ("2025-11-17", "10:00")), IN_2025)
    assert sheet.answers["places"][0]["country"] == "BR"
