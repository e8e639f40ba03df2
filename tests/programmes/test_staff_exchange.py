"""自治体職員協力交流事業 (LGOTP): ended with FY2025; the past stays readable."""

from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.programme import Example
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.staff_exchange import PROGRAMME
from clair_desktop.programmes.staff_exchange.examples import MIYAGI
from clair_desktop.services.office import Office
from tests.programmes.abroad import TODAY, branch_of_miyagi, findings, received, verdicts, worked

KEY = PROGRAMME.key
MET, NOT_MET, UNDECIDED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED


@pytest.fixture(scope="module")
def office() -> Office:
    return branch_of_miyagi()


@pytest.mark.parametrize("example", PROGRAMME.examples, ids=lambda one: one.title.en)
def test_a_worked_case_says_what_it_promises_and_walks_its_steps(office: Office, example: Example) -> None:
    found = findings(office, KEY, example.year, example.answers)
    for rule, verdict in example.expect.items():
        assert verdicts(found, rule) == [verdict], rule
    assert worked(office, KEY, example).answers


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_a_request_entered_in_2026_is_refused_with_the_notice_of_the_end(office: Office, year: int) -> None:
    with pytest.raises(Refusal) as refused:
        received(office, KEY, year, MIYAGI, TODAY)
    said = refused.value.wording.ja
    assert "令和7年度をもって終了" in said
    assert "終了のお知らせ" in said


@pytest.mark.parametrize("year", [2026, 2027, 2030])
def test_after_2025_every_request_is_not_met_by_the_notice(office: Office, year: int) -> None:
    found = next(one for one in findings(office, KEY, year, MIYAGI) if one.rule == "held")
    assert found.verdict is NOT_MET
    assert found.source == PROGRAMME.source


def test_a_trainee_of_2025_still_here_in_spring_2026_stays_visible(office: Office) -> None:
    sheet = worked(office, KEY, PROGRAMME.examples[0])
    assert not sheet.closed
    assert sheet.number in {line.number for line in office.cases.lines(programme=KEY, state="training")}
    assert [due.day for due in sheet.due] == [date(2026, 5, 15)]
    sheet = office.steps.take(sheet.number, "finish", on=date(2026, 5, 18))
    assert office.steps.take(sheet.number, "complete", on=date(2026, 5, 20)).closed


def test_a_case_of_the_past_is_kept_with_its_trainees_on_the_list() -> None:
    office = branch_of_miyagi()
    sheet = worked(office, KEY, PROGRAMME.examples[1])
    assert sheet.state.key == "archived"
    former = office.registers.rows(KEY, 2023, Language.JA).registers[1]
    assert former.name.ja == "元研修員一覧"
    assert "スラバヤ市" in former.rows[0]


@pytest.mark.parametrize(
    ("ends", "verdict"),
    [("2025-11-17", NOT_MET), ("2025-11-18", MET), ("2026-05-18", MET), ("2026-05-19", NOT_MET)],
)
def test_six_to_twelve_months_both_included(office: Office, ends: str, verdict: Verdict) -> None:
    found = findings(office, KEY, 2025, {**MIYAGI, "starts": "2025-05-19", "ends": ends})
    assert verdicts(found, "period") == [verdict]


def test_between_the_two_documents_the_length_is_carried_forward(office: Office) -> None:
    for year in (2017, 2024):
        asked = {**MIYAGI, "starts": f"{year}-05-20", "ends": f"{year + 1}-03-15"}
        assert verdicts(findings(office, KEY, year, asked), "period") == [UNDECIDED]
    assert verdicts(findings(office, KEY, 2010, MIYAGI), "period") == [UNDECIDED]


def test_a_person_who_applied_directly_was_not_admitted_in_2016(office: Office) -> None:
    assert verdicts(findings(office, KEY, 2016, {**MIYAGI, "route": "direct"}), "route") == [NOT_MET]
    assert verdicts(findings(office, KEY, 2020, {**MIYAGI, "route": "direct"}), "route") == [UNDECIDED]


def test_a_course_at_jiam_before_the_arrival_is_not_met(office: Office) -> None:
    trainee = {"country": "VN", "employer": "（見本）", "arrives": "2025-05-19", "jiam_from": "2025-05-12"}
    assert verdicts(findings(office, KEY, 2025, {**MIYAGI, "trainees": [trainee]}), "stays") == [NOT_MET]


def test_a_stay_called_off_tells_why(office: Office) -> None:
    sheet = worked(office, KEY, PROGRAMME.examples[0])
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, "interrupt", on=date(2025, 9, 1))
    assert refused.value.field == "ended_because"


def test_nothing_more_personal_is_kept_than_the_list_needs() -> None:
    asked = {
        column.key for section in PROGRAMME.sections for one in section.fields for column in getattr(one, "columns", ())
    }
    assert not {"birth_date", "sex", "passport", "address"} & asked
    assert "name" not in {column.source for register in PROGRAMME.registers for column in register.columns}


@pytest.mark.parametrize("language", list(Language))
def test_every_pack_prints_in_both_languages(office: Office, language: Language, tmp_path: Path) -> None:
    for pack in PROGRAMME.packs:
        printed = office.documents.specimen(KEY, pack.key, [language], tmp_path / f"{pack.key}.pdf")
        assert printed.pages
        assert not printed.warnings
