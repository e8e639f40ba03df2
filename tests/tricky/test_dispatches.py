"""The tricky cases of domain.md §14 about advisers, trainees, seminars and addresses: 26–29, 35, 38 and 39."""

from datetime import date

import pypdfium2
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.community_adviser.examples import CITY_ASSOCIATION, PLAIN_JAPANESE
from clair_desktop.programmes.exchange_grant.examples import homestay
from clair_desktop.programmes.executive_seminar.examples import SYDNEY
from clair_desktop.programmes.promotion_adviser.examples import DYEING, FACILITY, HALAL
from clair_desktop.programmes.staff_exchange.examples import MIYAGI
from tests.services.casework import changed, grant
from tests.tricky.judged import found, judged, one, open_question, received

ADVISER, COMMUNITY, TRAINEES, SEMINAR = "promotion_adviser", "community_adviser", "staff_exchange", "executive_seminar"
AUTUMN = date(2025, 9, 1)


def test_case_26_a_third_dispatch_for_one_project_is_not_met(office):
    sheets = [received(office, ADVISER, 2025, DYEING, AUTUMN) for _ in range(3)]
    verdicts = [
        one(office.cases.judged(office.cases.get(one_.number)), "dispatches_of_project").verdict for one_ in sheets
    ]
    assert verdicts == ["met", "met", "not_met"]


def test_case_26_a_third_project_is_weighed_by_headquarters_with_a_reason(office):
    body = {"applicant": DYEING["applicant"], "representative": DYEING["representative"]}
    for raw in (DYEING, {**FACILITY, **body}):
        received(office, ADVISER, 2025, raw, AUTUMN)
    without = judged(office, ADVISER, 2025, {**HALAL, **body, "exception_reason": None})
    assert one(without, "projects_of_body").missing
    reasoned = judged(office, ADVISER, 2025, {**HALAL, **body, "exception_reason": "市の重点施策のため"})
    assert open_question(one(reasoned, "projects_of_body"))


def test_case_26_one_project_across_two_years_cannot_be_decided_for_no_source_names_the_period(office):
    office.rules.enter(ADVISER, "dispatches_per_project", 2026, "2", source_title="令和8年度実施要領")
    for _ in range(2):
        received(office, ADVISER, 2025, DYEING, AUTUMN)
    third = judged(office, ADVISER, 2026, {**DYEING, "preferred_days": [{"day": "2026-09-18"}]})
    assert open_question(one(third, "dispatches_of_project"))


def test_case_27_of_a_lecture_of_four_and_a_half_hours_four_are_paid(office):
    long = [{"day": "2024-11-16", "from_time": "13:00", "to_time": "17:30"}]
    said = one(judged(office, COMMUNITY, 2024, {**PLAIN_JAPANESE, "preferred_days": long}), "paid_hours")
    assert open_question(said)
    assert said.working.ja == "13:00～17:30＝4時間30分、上限4時間、超過30分"


def test_case_27_a_third_use_in_the_fiscal_year_is_not_met(office):
    for _ in range(2):
        received(office, COMMUNITY, 2024, PLAIN_JAPANESE, date(2024, 9, 2))
    assert one(judged(office, COMMUNITY, 2024, PLAIN_JAPANESE), "uses_in_year").verdict == "not_met"


def test_case_27_a_citys_own_exchange_association_may_have_an_adviser_and_no_grant(office):
    assert one(judged(office, COMMUNITY, 2024, CITY_ASSOCIATION), "eligible_body").verdict == "met"
    body = {key: CITY_ASSOCIATION[key] for key in ("applicant_kind", "requester_name", "seat")}
    said = judged(office, "exchange_grant", 2025, homestay(applicant="", **body))
    assert one(said, "applicant_eligible").verdict == "not_met"


@pytest.mark.parametrize("year", [2025, 2026])
def test_case_28_a_request_entered_in_2026_is_refused_with_the_notice_of_the_end(office, year):
    with pytest.raises(Refusal) as refused:
        received(office, TRAINEES, year, MIYAGI)
    assert "令和7年度をもって終了" in refused.value.wording.ja
    assert "終了のお知らせ" in refused.value.wording.ja
    assert office.cases.lines() == []


def test_case_28_a_trainee_of_2025_who_is_still_here_stays_in_the_lists(office):
    sheet = received(office, TRAINEES, 2025, MIYAGI, date(2025, 4, 10))
    assert [line.number for line in office.cases.lines(programme=TRAINEES, project_year=2025)] == [sheet.number]
    rows = [len(register.rows) for register in office.registers.rows(TRAINEES, 2025, Language.JA).registers]
    assert rows[0] == 1
    assert len(rows) > 1


def seminar(region, days):
    ends = f"2025-11-{9 + days:02}"
    return {**SYDNEY, "region": region, "programme": None, "starts": "2025-11-10", "ends": ends,
            "tokyo_from": "2025-11-10", "tokyo_to": "2025-11-11", "host_from": "2025-11-12", "host_to": ends}  # fmt: skip


def test_case_29_a_seminar_for_korea_is_in_no_document_and_cannot_be_decided(office):
    said = one(judged(office, SEMINAR, 2025, seminar("seoul", 7)), "length")
    assert open_question(said)
    assert "資料に書かれていません" in said.message.ja


@pytest.mark.parametrize(
    ("region", "days"),
    [("beijing", 5), *((region, 7) for region in ("new_york", "london", "paris", "singapore", "sydney"))],
)
def test_case_29_five_days_for_beijing_and_seven_for_the_others(office, region, days):
    assert one(judged(office, SEMINAR, 2025, seminar(region, days)), "length").verdict == "met"
    assert one(judged(office, SEMINAR, 2025, seminar(region, 12 - days)), "length").verdict == "not_met"


def test_case_35_one_division_and_telephone_have_two_addresses_and_the_programme_decides(office):
    economic, model = (office.programmes()[key].addressee for key in ("economic_grant", "model_project_grant"))
    assert economic.division is model.division
    assert (economic.email, model.email) == ("keishin@clair.or.jp", "kokukyou@clair.or.jp")


NAMES = ["髙﨑 髙志", "高崎 高志", "Ōita", "Oita", "Centre Japonais des Collectivités Locales", "𠮷野家"]


@pytest.mark.parametrize("name", NAMES)
def test_case_38_names_are_kept_as_typed_printed_with_their_own_characters_and_never_made_one(office, tmp_path, name):
    sheet = changed(office, grant(office), contact=name)
    assert office.cases.get(sheet.number).answers["contact"] == name
    out = tmp_path / "申請書.pdf"
    office.documents.print(sheet.number, "application", [Language.JA], out, document_number="国際第1号")
    with pypdfium2.PdfDocument(out) as document:
        text = "".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    assert name.replace(" ", "") in text


def test_case_39_a_special_ward_is_asked_about_where_the_text_says_cities_towns_and_villages(office):
    ward = judged(office, ADVISER, 2025, {**DYEING, "applicant": "131041", "representative": "新宿区長"})
    assert open_question(one(ward, "eligible_body"))
    assert "都道府県・市町村" in one(ward, "eligible_body").working.ja
    assert found(judged(office, "economic_grant", 2025, {**_tea(), "applicant": "131041"}), "eligible_body") == []


def _tea():
    from clair_desktop.programmes.economic_grant.examples import TEA

    return TEA
