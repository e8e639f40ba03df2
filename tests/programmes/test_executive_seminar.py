"""海外自治体幹部交流協力セミナー: Tokyo first, then the host, as long as the region's year tells."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from clair_desktop.domain.programme import Example
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.executive_seminar import PROGRAMME
from clair_desktop.programmes.executive_seminar.examples import SYDNEY
from clair_desktop.services.office import Office
from clair_desktop.services.steps import NotReady
from tests.programmes.abroad import branch_of_miyagi, findings, received, verdicts, worked

KEY = PROGRAMME.key
MET, NOT_MET, UNDECIDED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED


@pytest.fixture(scope="module")
def office() -> Office:
    return branch_of_miyagi()


def seminar(region: str, year: int, days: int, **changed: object) -> dict[str, object]:
    first = date(year, 11, 10)
    last = first + timedelta(days=days - 1)
    dates = {
        "starts": first, "tokyo_from": first, "tokyo_to": first + timedelta(days=1),
        "host_from": first + timedelta(days=1), "host_to": last, "ends": last,
    }  # fmt: skip
    told = {key: day.isoformat() for key, day in dates.items()}
    return {**SYDNEY, **told, "region": region, "programme": None, **changed}


@pytest.mark.parametrize("example", PROGRAMME.examples, ids=lambda one: one.title.en)
def test_a_worked_case_says_what_it_promises_and_walks_its_steps(office: Office, example: Example) -> None:
    found = findings(office, KEY, example.year, example.answers)
    for rule, verdict in example.expect.items():
        assert verdicts(found, rule) == [verdict], rule
    assert worked(office, KEY, example).answers


@pytest.mark.parametrize("region", ["new_york", "london", "paris", "singapore", "sydney"])
@pytest.mark.parametrize(("days", "verdict"), [(6, NOT_MET), (7, MET), (8, NOT_MET)])
def test_five_regions_have_seven_days_in_2025(office: Office, region: str, days: int, verdict: Verdict) -> None:
    assert verdicts(findings(office, KEY, 2025, seminar(region, 2025, days)), "length") == [verdict]


@pytest.mark.parametrize(("days", "verdict"), [(4, NOT_MET), (5, MET), (7, NOT_MET)])
def test_beijings_region_has_five(office: Office, days: int, verdict: Verdict) -> None:
    assert verdicts(findings(office, KEY, 2025, seminar("beijing", 2025, days)), "length") == [verdict]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_korea_is_in_no_document_and_stays_undecided(office: Office, year: int) -> None:
    found = findings(office, KEY, year, seminar("seoul", year, 7))
    assert verdicts(found, "length") == [UNDECIDED]
    assert not any(one.blocks for one in found)


def test_what_the_branch_learns_of_korea_decides() -> None:
    office = branch_of_miyagi()
    office.rules.enter(KEY, "days_seoul", 2026, "5", source_title="本部からの募集文書")
    assert verdicts(findings(office, KEY, 2026, seminar("seoul", 2026, 5)), "length") == [MET]


@pytest.mark.parametrize(
    ("year", "region"), [(2024, "sydney"), (2018, "london"), (2020, "london"), (2024, "london"), (2026, "beijing")]
)
def test_a_year_no_document_names_is_undecided(office: Office, year: int, region: str) -> None:
    days = 5 if region == "beijing" else 7
    assert verdicts(findings(office, KEY, year, seminar(region, year, days)), "length") == [UNDECIDED]


def test_londons_tour_of_january_2020_had_seven_days(office: Office) -> None:
    assert verdicts(findings(office, KEY, 2019, seminar("london", 2019, 7)), "length") == [MET]
    assert verdicts(findings(office, KEY, 2019, seminar("london", 2019, 10)), "length") == [NOT_MET]


def test_the_host_does_not_come_before_tokyo(office: Office) -> None:
    turned = seminar(
        "sydney", 2025, 7, host_from="2025-11-10", host_to="2025-11-13", tokyo_from="2025-11-14", tokyo_to="2025-11-16"
    )
    assert verdicts(findings(office, KEY, 2025, turned), "order") == [NOT_MET]
    sheet = received(office, KEY, 2025, turned, date(2025, 6, 2))
    with pytest.raises(NotReady):
        office.steps.take(sheet.number, "propose", on=date(2025, 6, 3), document_number="国際第1号")


def test_the_visit_of_japanese_executives_abroad_is_another_thing(office: Office) -> None:
    found = findings(office, KEY, 2025, seminar("paris", 2025, 7, direction="abroad"))
    assert verdicts(found, "direction") == [NOT_MET]


def test_a_day_outside_its_part_is_not_met_and_empty_days_are_pointed_out(office: Office) -> None:
    draft = [
        {"day": "2025-11-13", "half": "morning", "phase": "tokyo", "contents": "講義"},
        {"day": "2025-11-12", "half": "morning", "phase": "host", "contents": "視察"},
    ]
    found = findings(office, KEY, 2025, seminar("sydney", 2025, 7, programme=draft))
    assert verdicts(found, "programme") == [NOT_MET, UNDECIDED]


def test_a_part_outside_the_seminar_is_not_met(office: Office) -> None:
    late = seminar("sydney", 2025, 7, host_to="2025-11-20")
    assert verdicts(findings(office, KEY, 2025, late), "parts") == [NOT_MET]


def test_a_call_relayed_without_an_offer_closes_the_case(office: Office) -> None:
    sheet = received(office, KEY, 2025, SYDNEY, date(2025, 5, 12))
    office.steps.take(sheet.number, "invite", on=date(2025, 5, 13), document_number="国際第15号")
    sheet = office.steps.take(sheet.number, "no_offer", on=date(2025, 6, 16))
    assert sheet.closed


@pytest.mark.parametrize("language", list(Language))
def test_every_pack_prints_in_both_languages(office: Office, language: Language, tmp_path: Path) -> None:
    for pack in PROGRAMME.packs:
        printed = office.documents.specimen(KEY, pack.key, [language], tmp_path / f"{pack.key}.pdf")
        assert printed.pages
        assert not printed.warnings
