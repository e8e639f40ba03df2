"""海外活動支援: which office helps, what a request must hold, and what the offices advise."""

from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Example
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.overseas_support import PROGRAMME
from clair_desktop.programmes.overseas_support.examples import SAKE, SEOUL
from clair_desktop.services.office import Office
from clair_desktop.services.steps import NotReady
from tests.programmes.abroad import answers_of, branch_of_miyagi, findings, received, verdicts, worked

KEY = PROGRAMME.key
MET, NOT_MET, UNDECIDED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED


@pytest.fixture(scope="module")
def office() -> Office:
    return branch_of_miyagi()


def request_to(country: str, area: str, *slots: tuple[str, str], **changed: object) -> dict[str, object]:
    """A request for one appointment at a body, at local days and times."""
    days = [day for day, _ in slots] or ["2025-11-12"]
    return {
        **SEOUL,
        "places": [{"country": country, "area": area}],
        "starts": min(days),
        "ends": max(days),
        "itinerary": None,
        "targets": [{"country": country, "area": area, "body": "訪問先（見本）", "reason": "先行する取組があるため。"}],
        "slots": [{"target": "1", "day": day, "time": time} for day, time in slots],
        **changed,
    }


def offices(office: Office, country: str, area: str, on: date) -> list[str]:
    answers = answers_of(office, KEY, 2025, request_to(country, area))
    assert PROGRAMME.parts is not None
    book = PROGRAMME.edition(FiscalYear(2025)).book
    return [plan.key for plan in PROGRAMME.parts(Facts(answers, on, office.names), book)]


@pytest.mark.parametrize("example", PROGRAMME.examples, ids=lambda one: one.title.en)
def test_a_worked_case_says_what_it_promises_and_walks_its_steps(office: Office, example: Example) -> None:
    kinds = frozenset(example.enclosures)
    found = findings(office, KEY, example.year, example.answers, enclosed=kinds)
    for rule, verdict in example.expect.items():
        assert verdict in verdicts(found, rule), rule
    assert worked(office, KEY, example).answers


def test_a_saturday_and_the_midday_break_in_beijing_are_pointed_out_and_stop_nothing(office: Office) -> None:
    asked = request_to("CN", "北京市", ("2025-11-15", "12:00"), ("2025-11-17", "10:00"))
    found = findings(office, KEY, 2025, asked)
    assert verdicts(found, "beijing_day") == [UNDECIDED]
    assert verdicts(found, "beijing_hours") == [UNDECIDED]
    assert not any(one.blocks for one in found)
    assert "sien-bej" in str(next(one for one in found if one.rule == "beijing_day").source)


@pytest.mark.parametrize(
    ("time", "pointed_out"), [("10:30", False), ("10:31", True), ("13:29", True), ("14:59", True), ("15:00", False)]
)
def test_hours_in_beijing_are_local_and_a_meeting_lasts_an_hour(office: Office, time: str, pointed_out: bool) -> None:
    found = findings(office, KEY, 2025, request_to("CN", "北京市", ("2025-11-17", time), ("2025-11-18", "10:00")))
    assert bool(verdicts(found, "beijing_hours")) is pointed_out


def test_the_lunar_new_year_is_known_and_the_branchs_own_day_goes_before_it() -> None:
    office = branch_of_miyagi()
    asked = request_to("SG", "", ("2026-02-16", "10:00"), ("2026-02-26", "10:00"))
    assert verdicts(findings(office, KEY, 2025, asked), "singapore_new_year") == [UNDECIDED]
    office.rules.enter(KEY, "lunar_new_year", 2025, "2026-02-17", source_title="シンガポール事務所からの連絡")
    found = findings(office, KEY, 2025, asked)
    assert verdicts(found, "singapore_new_year") == [UNDECIDED, MET]
    assert not any(one.blocks for one in found)


def test_the_lunar_new_year_of_2028_is_called_an_estimate() -> None:
    asked = request_to("SG", "", ("2028-01-24", "10:00"), ("2028-02-10", "10:00"))
    found = [one for one in findings(branch_of_miyagi(), KEY, 2027, asked) if one.rule == "singapore_new_year"]
    assert [one.row for one in found] == [1]
    assert "未確定" in found[0].working.ja
    assert "not settled" in found[0].working.en


def test_beyond_the_table_the_lunar_new_year_is_a_question_and_last_years_day_no_answer() -> None:
    office = branch_of_miyagi()
    office.rules.enter(KEY, "lunar_new_year", 2029, "2030-02-03", source_title="シンガポール事務所からの連絡")
    asked = request_to("SG", "", ("2031-02-10", "10:00"), ("2031-02-11", "10:00"))
    assert verdicts(findings(office, KEY, 2030, asked), "singapore_new_year") == [UNDECIDED, UNDECIDED]


@pytest.mark.parametrize(
    ("where", "day", "name", "name_en"),
    [
        (("US", "ニューヨーク"), "2026-11-26", "感謝祭", "Thanksgiving Day"),
        (("SG", ""), "2027-03-10", "ハリ・ラヤ・プアサ", "Hari Raya Puasa"),
        (("KR", "ソウル"), "2026-09-25", "秋夕", "Chuseok"),
        (("GB", "ロンドン"), "2026-12-28", "ボクシング・デー（振替）", "Boxing Day (in lieu)"),
    ],
)
def test_an_appointment_on_a_holiday_there_is_pointed_out(
    office: Office, where: tuple[str, str], day: str, name: str, name_en: str
) -> None:
    (found,) = [
        one for one in findings(office, KEY, 2026, request_to(*where, (day, "10:00"))) if one.rule == "local_holiday"
    ]
    assert (found.verdict, found.blocks) == (UNDECIDED, False)
    assert name in found.message.ja
    assert name_en in found.message.en


def test_kuala_lumpur_does_not_keep_singapores_holidays(office: Office) -> None:
    found = findings(office, KEY, 2026, request_to("MY", "クアラルンプール", ("2026-08-10", "10:00")))
    assert verdicts(found, "local_holiday") == []


def test_the_spring_festival_closes_beijing_and_a_worked_saturday_is_said_to_be_one(office: Office) -> None:
    asked = request_to("CN", "北京市", ("2027-02-08", "10:00"), ("2027-02-15", "10:00"))
    (festival,) = [one for one in findings(office, KEY, 2026, asked) if one.rule == "beijing_day"]
    assert "春節" in festival.working.ja
    worked_day = request_to("CN", "北京市", ("2026-02-14", "10:00"))
    (saturday,) = [one for one in findings(office, KEY, 2025, worked_day) if one.rule == "beijing_day"]
    assert "振替出勤日" in saturday.message.ja


def test_an_appointment_that_was_fixed_on_a_saturday_in_beijing_is_pointed_out_unless_it_is_off(office: Office) -> None:
    target = {
        "country": "CN", "area": "北京市", "body": "訪問先（見本）", "reason": "先行する取組があるため。",
        "progress": "confirmed", "confirmed_day": "2026-11-28", "confirmed_time": "12:00",
    }  # fmt: skip
    found = findings(office, KEY, 2026, request_to("CN", "北京市", targets=[target], slots=None))
    assert verdicts(found, "beijing_day") == [UNDECIDED]
    assert verdicts(found, "beijing_hours") == [UNDECIDED]
    off = request_to("CN", "北京市", targets=[{**target, "progress": "cancelled"}], slots=None)
    assert verdicts(findings(office, KEY, 2026, off), "beijing_day") == []


def test_in_autumn_the_lunar_new_year_is_no_question(office: Office) -> None:
    found = findings(office, KEY, 2025, request_to("SG", "", ("2025-11-17", "10:00"), ("2025-11-18", "10:00")))
    assert verdicts(found, "singapore_new_year") == []


def test_a_visit_to_seoul_without_a_document_is_pointed_out(office: Office) -> None:
    asked = request_to("KR", "ソウル", ("2025-11-17", "10:00"), ("2025-11-18", "10:00"))
    found = findings(office, KEY, 2025, asked)
    assert verdicts(found, "seoul_document") == [UNDECIDED]
    assert not any(one.blocks for one in found)
    assert verdicts(findings(office, KEY, 2025, asked, enclosed=frozenset({"written_request"})), "seoul_document") == [
        MET
    ]


@pytest.mark.parametrize(
    ("country", "area", "keys"),
    [
        ("BE", "リエージュ", ["paris"]), ("BE", "ナミュール", ["paris"]), ("BE", "アントワープ", ["consult:BE"]),
        ("BE", "ゲント", ["consult:BE"]), ("BE", "ブリュッセル", ["consult:BE"]), ("CH", "ジュネーブ", ["paris"]),
        ("CH", "ローザンヌ", ["paris"]), ("CH", "チューリッヒ", ["consult:CH"]), ("CH", "ベルン", ["consult:CH"]),
        ("IT", "ミラノ", ["consult:IT"]), ("LU", "", ["consult:LU"]), ("MC", "", ["paris"]), ("LK", "", ["singapore"]),
        ("IN", "", ["singapore"]), ("BR", "", ["consult:BR"]), ("CN", "香港", ["consult:CN"]), ("TW", "", ["consult:TW"]),
    ],
)  # fmt: skip
def test_support_follows_the_table_of_support_areas(office: Office, country: str, area: str, keys: list[str]) -> None:
    assert offices(office, country, area, date(2025, 10, 1)) == keys


def test_a_country_counts_from_the_day_it_was_added(office: Office) -> None:
    assert offices(office, "JM", "", date(2021, 8, 18)) == ["consult:JM"]
    assert offices(office, "JM", "", date(2021, 8, 19)) == ["new_york"]
    assert offices(office, "LK", "", date(2018, 6, 30)) == ["consult:LK"]


def test_a_country_without_an_office_is_kept_and_sent_to_be_consulted_about(office: Office) -> None:
    asked = request_to("BR", "サンパウロ", ("2025-11-17", "10:00"), ("2025-11-18", "10:00"))
    assert verdicts(findings(office, KEY, 2025, asked), "area") == [UNDECIDED]
    sheet = received(office, KEY, 2025, asked, date(2025, 9, 1))
    sheet = office.steps.take(sheet.number, "send", on=date(2025, 9, 2), document_number="国際第50号")
    assert [(part.key, part.state.key) for part in sheet.parts] == [("consult:BR", "consult")]


def test_an_office_chosen_by_hand_needs_a_reason(office: Office) -> None:
    asked = request_to("BR", "", ("2025-11-17", "10:00"), ("2025-11-18", "10:00"))
    asked["places"] = [{"country": "BR", "office": "new_york"}]
    assert [one.blocks for one in findings(office, KEY, 2025, asked) if one.rule == "office_chosen"] == [True]


def test_an_appointment_is_not_asked_for_without_body_times_questions_and_delegation(office: Office) -> None:
    bare = {**SAKE, "menu": ["appointments"], "delegation": None}
    sheet = received(office, KEY, 2025, bare, date(2025, 7, 1))
    with pytest.raises(NotReady) as refused:
        office.steps.take(sheet.number, "send", on=date(2025, 7, 2), document_number="国際第1号")
    assert {one.rule for one in refused.value.findings} == {"visits", "questions", "delegation"}


def test_advice_alone_needs_no_delegation(office: Office) -> None:
    asked = {**SAKE, "menu": ["advice"], "delegation": None}
    assert not any(one.blocks for one in findings(office, KEY, 2025, asked))


def test_a_single_time_is_pointed_out_and_none_stops_the_request(office: Office) -> None:
    one_time = request_to("FR", "パリ", ("2025-11-17", "10:00"))
    assert [found.blocks for found in findings(office, KEY, 2025, one_time) if found.rule == "visits"] == [False]
    no_time = {**one_time, "slots": None}
    assert [found.blocks for found in findings(office, KEY, 2025, no_time) if found.rule == "visits"] == [True]


def test_a_delegation_has_one_head(office: Office) -> None:
    two = [{"name": "（見本）", "body": "課", "title": "課長", "role": "head"}] * 2
    found = findings(office, KEY, 2025, {**SAKE, "delegation": two})
    assert [one.blocks for one in found if one.rule == "delegation"] == [True]


def test_a_macron_is_kept_and_pointed_out(office: Office) -> None:
    member = {"name": "（見本）", "romaji": "Ōita Specimen", "body": "課", "title": "課長", "role": "head"}
    answers = answers_of(office, KEY, 2025, {**SAKE, "delegation": [member]})
    found = findings(office, KEY, 2025, {**SAKE, "delegation": [member]})
    assert "Ōita Specimen" in str(answers["delegation"])
    assert verdicts(found, "delegation") == [UNDECIDED]


def test_a_trip_over_the_31st_of_march_asks_which_year_counts(office: Office) -> None:
    asked = {**SAKE, "starts": "2026-03-28", "ends": "2026-04-03", "itinerary": None}
    assert verdicts(findings(office, KEY, 2025, asked), "fiscal_year") == [UNDECIDED]


def test_a_row_outside_the_trip_is_not_met(office: Office) -> None:
    asked = {**SAKE, "starts": "2025-10-03"}
    assert verdicts(findings(office, KEY, 2025, asked), "itinerary") == [NOT_MET]


def test_before_2025_no_document_decides_and_afterwards_it_is_carried_forward(office: Office) -> None:
    for year in (2016, 2024, 2026):
        found = findings(
            office, KEY, year, {**SAKE, "starts": f"{year}-10-02", "ends": f"{year}-10-08", "itinerary": None}
        )
        assert {verdict for rule in ("eligible", "area", "menu") for verdict in verdicts(found, rule)} == {UNDECIDED}


def test_a_lead_time_stands_undecided_until_entered_and_then_counts_to_departure() -> None:
    office = branch_of_miyagi()
    day = date(2025, 9, 22)  # ten days before departure
    assert verdicts(findings(office, KEY, 2025, SAKE, on=day), "lead_time") == [UNDECIDED]
    office.rules.enter(KEY, "lead_days", 2025, "10", source_title="企画調査課からの連絡")
    assert verdicts(findings(office, KEY, 2025, SAKE, on=day), "lead_time") == [MET]
    assert verdicts(findings(office, KEY, 2025, SAKE, on=date(2025, 9, 23)), "lead_time") == [NOT_MET]


def test_companies_and_costs_are_open_questions(office: Office) -> None:
    company = {"name": "（見本）", "body": "酒造会社", "title": "社長", "role": "member", "member_of": "company"}
    head = {"name": "（見本）", "body": "課", "title": "課長", "role": "head"}
    asked = {**SAKE, "delegation": [head, company], "interpreter": "yes", "interpreter_payer": "requester"}
    found = findings(office, KEY, 2025, asked)
    assert verdicts(found, "companies") == [UNDECIDED]
    assert verdicts(found, "costs") == [UNDECIDED]


def test_two_offices_answer_one_by_one_and_one_that_helps_is_enough(office: Office) -> None:
    places = [{"country": "FR", "area": "パリ"}, {"country": "GB", "area": "ロンドン"}]
    sheet = received(office, KEY, 2025, {**SAKE, "places": places}, date(2025, 7, 1))
    sheet = office.steps.take(sheet.number, "send", on=date(2025, 7, 2), document_number="国際第1号")
    sheet = office.steps.take(sheet.number, "decline", part="london", on=date(2025, 7, 9))
    assert sheet.state.key == "arranging"
    sheet = office.steps.take(sheet.number, "accept", part="paris", on=date(2025, 7, 10))
    assert sheet.state.key == "arranged"


def test_when_no_office_can_help_the_requester_is_told_and_the_case_closed(office: Office) -> None:
    sheet = received(office, KEY, 2025, SAKE, date(2025, 7, 1))
    office.steps.take(sheet.number, "send", on=date(2025, 7, 2), document_number="国際第1号")
    sheet = office.steps.take(sheet.number, "decline", part="paris", on=date(2025, 7, 9))
    assert sheet.state.key == "unavailable"
    sheet = office.steps.take(sheet.number, "notify_declined", on=date(2025, 7, 10), document_number="国際第2号")
    assert sheet.closed


@pytest.mark.parametrize("language", list(Language))
def test_every_pack_prints_in_both_languages(office: Office, language: Language, tmp_path: Path) -> None:
    for pack in PROGRAMME.packs:
        printed = office.documents.specimen(KEY, pack.key, [language], tmp_path / f"{pack.key}.pdf")
        assert printed.pages
        assert not printed.warnings
