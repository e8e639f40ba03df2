"""自治体国際協力専門家派遣: who asks, where experts go and for how long, year by year."""

from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.programme import Example
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.expert_dispatch import PROGRAMME
from clair_desktop.programmes.expert_dispatch.examples import ROADS
from clair_desktop.programmes.expert_dispatch.expertise import EXPERTISE
from clair_desktop.services.office import Office
from clair_desktop.services.steps import NotReady
from tests.programmes.abroad import branch_of_miyagi, findings, received, verdicts, worked

KEY = PROGRAMME.key
MET, NOT_MET, UNDECIDED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
ASKED = {"applicant": "250007", "answer_by": "2025-06-30"}
OFFICIAL = {"post": "土木担当課　主幹", "kind": "official", "registered": "yes", "consents": "yes"}


@pytest.fixture(scope="module")
def office() -> Office:
    return branch_of_miyagi()


def lasting(days: int) -> dict[str, object]:
    return {**ROADS, "starts": "2025-11-01", "ends": f"2025-11-{days:02}"}


@pytest.mark.parametrize("example", PROGRAMME.examples, ids=lambda one: one.title.en)
def test_a_worked_case_says_what_it_promises_and_walks_its_steps(office: Office, example: Example) -> None:
    found = findings(office, KEY, example.year, example.answers)
    for rule, verdict in example.expect.items():
        assert verdicts(found, rule) == [verdict], rule
    assert worked(office, KEY, example).answers


def test_there_are_thirty_two_fields_each_named_in_both_languages() -> None:
    assert len({option.key for option in EXPERTISE}) == 32
    assert len({option.label.ja for option in EXPERTISE}) == len({option.label.en for option in EXPERTISE}) == 32


@pytest.mark.parametrize(
    ("year", "country", "area", "verdict"),
    [
        (2025, "CN", "吉林省", MET), (2025, "IN", "", MET), (2025, "LK", "", MET), (2025, "VN", "", MET),
        (2025, "MN", "", NOT_MET), (2025, "KR", "", NOT_MET), (2025, "TL", "", UNDECIDED),
        (2025, "HK", "", UNDECIDED), (2025, "TW", "", UNDECIDED), (2025, "CN", "香港", UNDECIDED),
        (2017, "TH", "", MET), (2017, "IN", "", MET), (2017, "LK", "", UNDECIDED), (2017, "CN", "", UNDECIDED),
        (2017, "MN", "", UNDECIDED), (2024, "TH", "", UNDECIDED), (2024, "LK", "", UNDECIDED),
        (2016, "TH", "", UNDECIDED), (2026, "CN", "", UNDECIDED), (2026, "MN", "", UNDECIDED),
    ],
)  # fmt: skip
def test_the_area_is_that_of_the_cases_own_year(
    office: Office, year: int, country: str, area: str, verdict: Verdict
) -> None:
    found = findings(office, KEY, year, {**ROADS, "country": country, "area": area})
    assert verdicts(found, "area") == [verdict]


def test_a_country_the_branch_learns_is_left_out_is_refused() -> None:
    office = branch_of_miyagi()
    office.rules.enter(KEY, "to_india", 2026, "いいえ", source_title="経済交流課からの連絡")
    assert verdicts(findings(office, KEY, 2026, {**ROADS, "country": "IN"}), "area") == [NOT_MET]


def test_ten_days_are_met_and_what_about_allows_is_not_guessed() -> None:
    office = branch_of_miyagi()
    assert verdicts(findings(office, KEY, 2025, lasting(10)), "period") == [MET]
    assert verdicts(findings(office, KEY, 2025, lasting(9)), "period") == [UNDECIDED]
    assert verdicts(findings(office, KEY, 2025, lasting(30)), "period") == [UNDECIDED]
    office.rules.enter(KEY, "days_either_way", 2025, "3", source_title="経済交流課からの連絡")
    assert verdicts(findings(office, KEY, 2025, lasting(13)), "period") == [MET]
    assert verdicts(findings(office, KEY, 2025, lasting(14)), "period") == [NOT_MET]


def test_before_2025_the_length_is_unknown(office: Office) -> None:
    assert verdicts(findings(office, KEY, 2024, lasting(10)), "period") == [UNDECIDED]


def test_a_japanese_authority_cannot_ask_for_a_dispatch(office: Office) -> None:
    sheet = received(office, KEY, 2025, {**ROADS, **ASKED, "origin": "japanese_authority"}, date(2025, 5, 20))
    with pytest.raises(NotReady) as refused:
        office.steps.take(sheet.number, "enquire", on=date(2025, 5, 21), document_number="国際第1号")
    assert [one.rule for one in refused.value.findings] == ["request"]


def test_a_municipality_is_asked_only_once_it_is_named(office: Office) -> None:
    sheet = received(office, KEY, 2025, ROADS, date(2025, 5, 20))
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, "enquire", on=date(2025, 5, 21), document_number="国際第1号")
    assert refused.value.field == "applicant"


def test_until_a_municipality_is_asked_the_case_bears_the_name_of_the_body_abroad(office: Office) -> None:
    sheet = received(office, KEY, 2025, ROADS, date(2025, 5, 20))
    assert sheet.applicant_name.ja == "Kuala Lumpur City Hall"


@pytest.mark.parametrize(("kind", "verdict"), [("official", MET), ("former", MET), ("other", NOT_MET)])
def test_officials_and_former_ones_are_sent(office: Office, kind: str, verdict: Verdict) -> None:
    found = findings(office, KEY, 2025, {**ROADS, "candidates": [{**OFFICIAL, "kind": kind}]})
    assert verdicts(found, "candidates") == [verdict]


def test_nobody_is_nominated_without_consent(office: Office) -> None:
    found = findings(office, KEY, 2025, {**ROADS, "candidates": [{**OFFICIAL, "consents": "no"}]})
    assert [one.blocks for one in found if one.rule == "consent"] == [True]


def test_whether_experts_must_be_registered_is_undecided(office: Office) -> None:
    found = findings(office, KEY, 2025, {**ROADS, "candidates": [{**OFFICIAL, "registered": "no"}]})
    assert verdicts(found, "register") == [UNDECIDED]


def test_a_request_from_china_through_singapore_is_pointed_out(office: Office) -> None:
    assert verdicts(findings(office, KEY, 2025, {**ROADS, "country": "CN"}), "office") == [UNDECIDED]
    assert verdicts(findings(office, KEY, 2025, ROADS), "office") == []


def test_personal_particulars_are_kept_to_what_a_choice_needs() -> None:
    keys = {
        column.key for section in PROGRAMME.sections for one in section.fields for column in getattr(one, "columns", ())
    }
    assert not {"birth_date", "sex", "address", "passport"} & keys


@pytest.mark.parametrize("language", list(Language))
def test_every_pack_prints_in_both_languages(office: Office, language: Language, tmp_path: Path) -> None:
    for pack in PROGRAMME.packs:
        printed = office.documents.specimen(KEY, pack.key, [language], tmp_path / f"{pack.key}.pdf")
        assert printed.pages
        assert not printed.warnings
