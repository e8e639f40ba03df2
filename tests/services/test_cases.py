"""Receiving, saving and finding cases; nobody's work is lost to another's."""

from dataclasses import replace
from datetime import date

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.programmes import all_programmes
from tests.services.casework import GRANT, RESEARCH, burial, changed, grant, research, rules_of, values


def numbers(lines):
    return [line.number for line in lines]


def test_a_case_is_numbered_by_the_fiscal_year_of_its_receipt(office):
    assert grant(office).number == "R8-0001"
    assert grant(office).number == "R8-0002"
    spring = office.cases.new(GRANT, 2026, {}, received_on=date(2026, 3, 31))
    assert spring.number == "R7-0001"
    assert office.cases.new(RESEARCH, 2019, {}, received_on=date(2019, 5, 7)).number == "H31-0001"
    assert office.cases.new(RESEARCH, 2026, {}).number == "R8-0003"


@pytest.mark.parametrize(
    ("year", "day"), [(1, None), (99_999, None), (2026, date(1, 1, 1)), (2026, date(1987, 3, 31)), (0, None)]
)
def test_a_year_or_day_that_cannot_be_is_refused(office, year, day):
    with pytest.raises(Refusal) as refused:
        office.cases.new(RESEARCH, year, {}, received_on=day)
    assert refused.value.field == "year"


def test_what_was_received_is_read_again(office):
    sheet = grant(office)
    again = office.cases.get(sheet.number)
    assert again == office.cases.by_id(sheet.id)
    assert again.answers == sheet.answers
    assert again.state.label.ja == "支部受付"
    assert again.applicant_name.ja == "静岡県富士市"
    assert again.title.startswith("富士のほうじ茶")
    assert again.version == sheet.version


@pytest.mark.parametrize("number", ["R8-9999", "", "R8-0001'; DROP TABLE cases; --", "𠮷"])
def test_an_unknown_number_is_refused(office, number):
    with pytest.raises(Refusal) as refused:
        office.cases.get(number)
    assert number in refused.value.wording.ja


def test_saving_replaces_the_answers_and_the_line(office):
    sheet = changed(office, grant(office), title="富士の𠮷茶", requested="2,000千円", fax=None)
    assert sheet.title == "富士の𠮷茶"
    assert sheet.answers["requested"] == 2_000_000
    (line,) = office.cases.lines()
    assert (line.title, line.applicant_name) == ("富士の𠮷茶", "静岡県富士市")


def test_saving_what_has_not_changed_changes_nothing_and_is_no_act(office):
    sheet = grant(office)
    again = office.cases.save(sheet.number, sheet.answers, base_version=sheet.version)
    assert again == office.cases.get(sheet.number)
    assert len(office.history.of(sheet.number)) == 1


def test_a_save_upon_an_older_version_is_refused_and_both_texts_are_intact(office):
    opened = grant(office)
    mine, theirs = {**opened.answers, "title": "私の題"}, {**opened.answers, "title": "同僚の題"}
    office.cases.save(opened.number, theirs, base_version=opened.version)
    office.drafts.keep(opened.id, {"title": "私の題"}, opened.version)
    with pytest.raises(Refusal) as refused:
        office.cases.save(opened.number, mine, base_version=opened.version)
    assert refused.value.wording.ja
    assert office.cases.get(opened.number).title == "同僚の題"
    assert office.drafts.find(opened.id).texts == {"title": "私の題"}
    merged = office.cases.save(opened.number, mine, base_version=office.cases.get(opened.number).version)
    assert merged.title == "私の題"


def test_a_closed_case_is_not_changed(office):
    sheet = office.steps.take(grant(office).number, "withdraw")
    with pytest.raises(Refusal) as refused:
        changed(office, sheet, title="別の題")
    assert "閉じられている" in refused.value.wording.ja
    office.undo()
    assert changed(office, office.cases.get(sheet.number), title="別の題").title == "別の題"


def test_a_case_received_by_mistake_is_deleted_and_brought_back(office):
    sheet = research(office)
    office.rules.decide(sheet.number, "RES-01", "例年どおり", "係長")
    office.drafts.keep(sheet.id, {"title": "途中"}, sheet.version)
    before = office.cases.get(sheet.number)
    office.cases.delete(sheet.number)
    assert not office.cases.lines()
    assert office.drafts.find(sheet.id) is None
    office.undo()
    after = office.cases.get(sheet.number)
    assert replace(after, version=before.version) == before


def test_the_number_of_a_deleted_case_is_kept_for_it(office):
    """Papers may bear it: the next case gets another, and the deleted one comes back under its own."""
    first = grant(office)
    office.cases.delete(first.number)
    assert burial(office).number == "R8-0002"
    for _ in range(3):
        office.undo()
    assert office.cases.get(first.number).title == first.title


@pytest.mark.parametrize(
    "text", ["ほうじ茶", "ホウジ茶", "富士市", "Fuji City", "R8-0001", "ｆｕｊｉ", "222101", "富士市 茶", "販路開拓"]
)
def test_a_case_is_found_by_what_an_official_remembers(office, text):
    grant(office)
    research(office)
    assert numbers(office.cases.lines(text=text)) == ["R8-0001"]


def test_a_case_is_found_by_a_country_of_its_table(office):
    grant(office)
    research(office)
    assert numbers(office.cases.lines(text="シンガポール")) == ["R8-0002"]
    assert numbers(office.cases.lines(text="ドイツ ベルリン")) == ["R8-0002"]
    assert numbers(office.cases.lines(text="ブラジル")) == []


def test_lines_are_chosen_by_programme_year_and_state(office):
    grant(office)
    checked = grant(office, 2026)
    office.steps.take(checked.number, "begin_check")
    research(office)
    assert numbers(office.cases.lines(programme=GRANT)) == ["R8-0001", "R8-0002"]
    assert numbers(office.cases.lines(project_year=2026)) == ["R8-0002", "R8-0003"]
    assert numbers(office.cases.lines(state="checking")) == ["R8-0002"]
    assert numbers(office.cases.lines(programme=GRANT, project_year=2026, state="received")) == []


def test_findings_follow_the_answers_while_they_are_typed(office):
    sheet = grant(office)
    typed = values(office, GRANT, 2025, {"eligible_cost": "2,000,000", "place": "海外"})
    verdicts = {one.rule: one.verdict.value for one in office.cases.preview(sheet, typed).findings}
    assert verdicts["ECO-05"] == "not_met"
    assert rules_of(office.cases.get(sheet.number), office)["ECO-05"] == "met"


def test_a_programme_that_has_ended_takes_no_new_case_and_keeps_its_old_ones(office, monkeypatch):
    old = office.cases.new(RESEARCH, 2025, {}, received_on=date(2026, 3, 31))
    ended = replace(all_programmes()[RESEARCH], until=FiscalYear(2025))
    monkeypatch.setitem(office.programmes(), RESEARCH, ended)
    for year, day in ((2026, None), (2025, None), (2026, date(2026, 3, 31))):
        with pytest.raises(Refusal) as refused:
            office.cases.new(RESEARCH, year, {}, received_on=day)
        assert "令和7年度をもって終了" in refused.value.wording.ja
        assert "FY2025" in refused.value.wording.en
    assert office.cases.get(old.number).state.key == "received"
    assert office.cases.new(RESEARCH, 2025, {}, received_on=date(2026, 3, 30)).number == "R7-0002"


def test_a_programme_that_had_not_begun_takes_no_case_of_an_earlier_year(office, monkeypatch):
    begun = replace(all_programmes()[GRANT], since=FiscalYear(2015))
    monkeypatch.setitem(office.programmes(), GRANT, begun)
    with pytest.raises(Refusal) as refused:
        office.cases.new(GRANT, 2014, {})
    assert "平成27年度に始まりました" in refused.value.wording.ja


def test_an_unknown_programme_is_refused_with_those_there_are(office):
    with pytest.raises(Refusal) as refused:
        office.cases.new("lgotp", 2026, {})
    assert "economic_grant" in refused.value.wording.ja


def test_listeners_hear_which_case_changed(office):
    heard = []
    office.on_change(heard.append)
    sheet = grant(office)
    changed(office, sheet, title="別の題")
    office.undo()
    assert heard == [frozenset({sheet.id}), frozenset({sheet.id}), frozenset()]


def test_the_earliest_known_deadline_stands_beside_the_case(office):
    sheet = research(office)
    assert office.cases.lines()[0].due_on == date(2027, 3, 12)
    office.steps.take(sheet.number, "withdraw")
    assert office.cases.lines()[0].due_on is None


def test_ten_thousand_letters_in_a_title_are_kept(office):
    assert len(changed(office, grant(office), title="茶" * 10_000).title) == 10_000


def test_half_a_character_is_searched_for_in_vain_and_stops_nothing(office):
    grant(office)
    assert office.cases.lines(text="\ud83c") == []
    assert office.cases.lines(text="a\x00%_'") == []
