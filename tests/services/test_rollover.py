"""The turn of the year: a past year is locked for editing, not for reading; what is still open is carried or waits."""

from datetime import date

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.steps import NotReady
from tests.services.casework import GRANT, RESEARCH, changed, grant, material, research, values

LOCKED = "令和7年度の案件は、令和8年11月20日に宮城県支部 担当者が編集を締め切りました。"


@pytest.fixture
def sheet(office):
    """An open grant of FY2025."""
    return grant(office, 2025)


def refused(act):
    with pytest.raises(Refusal) as refusal:
        act()
    assert refusal.value.wording.ja.startswith(LOCKED)
    assert "繰り越すか、年度の締切りを解除" in refusal.value.wording.ja


def test_nothing_of_a_locked_year_is_changed(office, sheet):
    sheet = office.enclosures.add(sheet.number, [material(office)], "budget")
    paper = sheet.enclosures[0].id
    office.years.lock(2025)
    before = office.cases.get(sheet.number)
    refused(lambda: office.cases.save(sheet.number, {}))
    refused(lambda: office.cases.delete(sheet.number))
    refused(lambda: office.steps.take(sheet.number, "begin_check"))
    refused(lambda: office.steps.take(sheet.number, "transmit", document_number="国際第1号"))
    refused(lambda: office.rules.decide(sheet.number, "ECO-07", "理由", "係長"))
    refused(lambda: office.enclosures.add(sheet.number, [material(office)]))
    refused(lambda: office.enclosures.remove(sheet.number, paper))
    refused(lambda: office.enclosures.set_kind(sheet.number, paper, None))
    refused(lambda: grant(office, 2025))
    assert office.cases.get(sheet.number) == before
    assert not (office.folder / "packs" / sheet.number).exists()


def test_a_locked_case_says_so_and_offers_no_step(office, sheet):
    assert sheet.locked is None
    office.years.lock(2025)
    sheet = office.cases.get(sheet.number)
    assert sheet.locked.ja.startswith(LOCKED)
    assert sheet.locked.en.startswith("宮城県支部 担当者 locked the cases of FY2025 on 20 November 2026.")
    assert sheet.next_steps == []
    assert not sheet.closed


def test_history_printing_statistics_and_export_stay(office, sheet, tmp_path):
    office.years.lock(2025)
    assert office.history.of(sheet.number)
    printed = office.documents.print(sheet.number, "application", [Language.JA], tmp_path / "一式.pdf")
    assert printed.pages > 1
    assert office.registers.export(GRANT, 2025, tmp_path / "台帳.xlsx").rows == 1
    assert office.statistics.of_year(2025).total.cases == 1
    assert office.copying.copy(sheet.number, 2026).sheet.edition.year.start_year == 2026


def test_other_years_go_on(office, sheet):
    other = research(office, 2026)
    office.years.lock(2025)
    assert changed(office, other, title="シンガポールにおける土葬").version > other.version
    assert grant(office, 2027).number == "R8-0003"


def test_the_open_cases_are_listed_and_carried_over(office, sheet):
    closed = grant(office, 2025)
    office.steps.take(closed.number, "withdraw")
    waiting = grant(office, 2025)
    assert [line.number for line in office.years.open_cases(2025)] == [sheet.number, waiting.number]
    lock = office.years.lock(2025, carry=[sheet.number])
    assert lock.carried == [sheet.number]
    assert changed(office, sheet, title="繰越し後の題名").title == "繰越し後の題名"
    refused(lambda: office.cases.save(waiting.number, {}))
    assert office.years.carry(waiting.number).carried == [sheet.number, waiting.number]
    assert changed(office, waiting, title="これも").title == "これも"
    refused(lambda: office.cases.delete(closed.number))


def test_all_open_cases_are_carried_at_one_stroke(office, sheet):
    office.years.lock(2025, carry_open=True)
    sheet = office.steps.take(sheet.number, "begin_check")
    assert sheet.state.key == "checking"
    changed(office, sheet, title=None)
    with pytest.raises(NotReady):
        office.steps.take(sheet.number, "transmit", document_number="国際第1号")


def test_a_year_is_unlocked_again(office, sheet):
    office.years.lock(2025)
    assert [(one.year, one.by) for one in office.years.all()] == [(2025, "宮城県支部 担当者")]
    office.years.unlock(2025)
    assert office.years.all() == []
    assert changed(office, sheet, title="締切り解除後").title == "締切り解除後"


def test_locking_is_one_act_that_is_undone(office, sheet):
    office.years.lock(2025, carry_open=True)
    office.years.carry(sheet.number)
    assert office.undo().ja == "令和7年度の締切り"
    assert office.years.all() == []


def test_only_a_past_year_is_locked_and_only_once(office, sheet):
    for year in (2026, 2027):
        with pytest.raises(Refusal, match="has not ended"):
            office.years.lock(year)
    for year in (0, 1867, 20_250):
        with pytest.raises(Refusal, match="no fiscal year"):
            office.years.lock(year)
    office.years.lock(2025)
    with pytest.raises(Refusal, match="locked already"):
        office.years.lock(2025)
    with pytest.raises(Refusal, match="is not locked"):
        office.years.unlock(2024)


def test_a_case_of_another_year_or_of_an_open_one_is_not_carried(office, sheet):
    other = research(office, 2026)
    with pytest.raises(Refusal, match="is not of FY2025"):
        office.years.lock(2025, carry=[other.number])
    assert office.years.all() == []
    with pytest.raises(Refusal, match="is not locked"):
        office.years.carry(other.number)


def test_the_lock_is_that_of_the_project_year_whenever_the_case_was_received(office, clock):
    ahead = office.cases.new(GRANT, 2026, values(office, GRANT, 2026, {}), received_on=date(2025, 9, 1))
    assert ahead.number == "R7-0001"
    office.years.lock(2025)
    assert office.cases.save(ahead.number, {}).locked is None
    clock.set(clock.now().replace(year=2027, month=4, day=1))
    office.years.lock(2026)
    assert office.cases.get(ahead.number).locked


def test_numbers_begin_again_with_the_fiscal_year(office, clock):
    assert research(office).number == "R8-0001"
    clock.set(clock.now().replace(year=2027, month=3, day=31))
    assert research(office).number == "R8-0002"
    clock.set(clock.now().replace(year=2027, month=4, day=1))
    assert office.cases.new(RESEARCH, 2027, {}).number == "R9-0001"
