"""The letter that a step calls for: offered with what it lacks, by the year of the case, and made when it is whole."""

from datetime import date

import pytest

from clair_desktop.domain.programme import Programme
from clair_desktop.programmes import all_programmes
from clair_desktop.services.case_packs import following
from tests.services.casework import burial, changed, grant


def told(sheet):
    follows = following(sheet)
    return (follows.pack, [one.ja for one in follows.lacking]) if follows else None


def test_returned_papers_are_followed_by_the_letter_that_asks_for_the_correction(office):
    sheet = grant(office, 2026)
    assert told(sheet) is None
    sheet = office.steps.take(sheet.number, "return")
    assert told(sheet) == ("correction", ["「補正を求める事項」を入力してください。"])
    assert told(changed(office, sheet, corrections="見積書に内訳を付けること。")) == ("correction", [])
    assert told(office.steps.take(sheet.number, "resubmit")) is None


@pytest.mark.parametrize(("year", "pack"), [(2025, "notice"), (2026, "non_selection_notice")])
def test_a_refusal_is_sent_on_by_the_letter_of_its_year_once_headquarters_notice_is_enclosed(
    office, tmp_path, year, pack
):
    sheet = grant(office, year)
    office.steps.take(sheet.number, "transmit", document_number="国際第101号")
    sheet = office.steps.take(sheet.number, "not_select", on=date(2026, 11, 19))
    follows = following(sheet)
    assert follows.pack == pack
    assert "採択（認定）・不採択の通知書" in follows.lacking[0].ja
    (refused,) = office.following.make([(sheet.number, pack)], tmp_path, reason="not_select")
    assert refused.path is None
    assert "添付してください" in refused.refused.ja
    assert list(tmp_path.glob("*.pdf")) == []
    notice = tmp_path / "不採択通知.txt"
    notice.write_text("不採択とします。", encoding="utf-8")
    sheet = office.enclosures.add(sheet.number, [notice], "selection_letter")
    assert following(sheet).lacking == []
    (made,) = office.following.make([(sheet.number, pack)], tmp_path, reason=follows.after.ja)
    assert made.path.read_bytes().startswith(b"%PDF-")
    assert office.ledger.lines()[0].reason.ja == "不採択を記録する"
    follows = following(office.cases.get(sheet.number))
    assert [one.ja for one in follows.told] == ["作成済み：令和8年11月20日 09:30"]


def test_a_withdrawal_is_told_to_headquarters_only_where_it_has_been_asked(office):
    here = burial(office)
    assert told(office.steps.take(here.number, "withdraw")) is None
    there = burial(office)
    office.steps.take(there.number, "sound_out", document_number="国際第72号")
    sheet = office.steps.take(there.number, "withdraw")
    assert told(sheet) == ("withdrawal", ["「取下げの理由」を入力してください。"])


def test_every_letter_that_may_follow_is_a_letter_of_the_programme():
    named = [(one, step) for one in all_programmes().values() for step in _steps(one) if step.followed_by]
    assert len(named) > 40
    for programme, step in named:
        assert set(step.followed_by) <= {pack.key for pack in programme.packs}, (programme.key, step.key)
        assert step.issues is None, (programme.key, step.key)


def _steps(programme: Programme):
    flow = programme.workflow
    return [*flow.transitions, *(flow.parts.transitions if flow.parts else ())]
