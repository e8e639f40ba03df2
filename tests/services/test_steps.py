"""Taking steps: what is not ready stays, what is sent exists, everything can be undone, closing freezes the rules."""

from datetime import date

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.services.steps import NotReady
from tests.services.casework import GRANT, burial, changed, forwarded, grant, research, rules_of

NUMBER = "国際第101号"


def transmit(office, sheet, **more):
    return office.steps.take(sheet.number, "transmit", document_number=NUMBER, **more)


def packs_of(office, sheet):
    return sorted(path.name for path in (office.folder / "packs").glob(f"{sheet.number}/*"))


def stays(office, sheet):
    """Nothing of a refused step is kept."""
    after = office.cases.get(sheet.number)
    return (after.state, after.events, after.version) == (sheet.state, sheet.events, sheet.version) and not packs_of(
        office, sheet
    )


def test_a_complete_application_is_transmitted_and_its_pack_exists(office):
    sheet = transmit(office, grant(office), on=date(2026, 9, 24))
    assert sheet.state.label.ja == "本部提出済（審査中）"
    assert packs_of(office, sheet) == ["R8-0001_application_2026-09-24.pdf"]
    (event,) = sheet.events
    assert (event.step, event.on, event.document_number) == ("transmit", date(2026, 9, 24), NUMBER)


@pytest.mark.parametrize(
    ("missing", "said"),
    [("title", "事業名"), ("applicant", "申請団体"), ("requested", "助成金申請額"), ("cost_breakdown", "経費内訳")],
)
def test_an_incomplete_case_is_not_transmitted_and_says_what_is_missing(office, missing, said):
    sheet = changed(office, grant(office), **{missing: None})
    with pytest.raises(NotReady) as refused:
        transmit(office, sheet)
    assert any(said in one.ja for one in refused.value.details)
    assert missing in {one.field for one in refused.value.findings}
    assert stays(office, sheet)


def test_a_case_that_breaks_a_rule_of_its_year_is_not_transmitted(office):
    sheet = changed(office, grant(office), requested="2,100,001")
    with pytest.raises(NotReady) as refused:
        transmit(office, sheet)
    assert {one.rule for one in refused.value.findings} == {"ECO-06", "funding_grant"}
    assert stays(office, sheet)


def test_a_case_of_a_year_without_provisions_is_transmitted(office):
    assert transmit(office, grant(office, 2026)).state.key == "transmitted"
    assert transmit(office, grant(office, 2024)).state.key == "transmitted"


@pytest.mark.parametrize("number", [None, "", "  ", "　"])
def test_a_letter_needs_its_document_number(office, number):
    sheet = grant(office)
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, "transmit", document_number=number)
    assert refused.value.field == "document_number"
    assert stays(office, sheet)


@pytest.mark.parametrize("number", ["国際\x00第1号", "国際\ud800第1号", "国" * 61])
def test_a_document_number_no_paper_can_carry_is_refused(office, number):
    sheet = grant(office)
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, "transmit", document_number=number)
    assert refused.value.field == "document_number"
    assert stays(office, sheet)


@pytest.mark.parametrize(("character", "code"), [("𓀀", "U+13000"), ("🍵", "U+1F375")])
def test_a_pack_that_cannot_be_printed_is_not_sent_and_names_field_and_character(office, character, code):
    sheet = changed(office, grant(office), title=f"富士の{character}ほうじ茶")
    with pytest.raises(Refusal) as refused:
        transmit(office, sheet)
    said = "".join(one.ja for one in (refused.value.wording, *refused.value.details))
    assert "事業名" in said
    assert character in said
    assert code in said
    assert stays(office, sheet)


def test_a_damaged_store_of_packs_stops_the_step_in_words(office):
    sheet = grant(office)
    (office.folder / "packs").write_text("a file where the folder should be")
    with pytest.raises(Refusal) as refused:
        transmit(office, sheet)
    assert "書き込めません" in refused.value.wording.ja
    assert office.cases.get(sheet.number).state.key == "received"


def test_an_answer_a_step_needs_is_asked_for_by_its_label(office):
    sheet = office.steps.take(transmit(office, grant(office)).number, "select")
    sheet = office.steps.take(sheet.number, "apply_for_grant", document_number="国際第131号")
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, "award_received")
    assert refused.value.field == "awarded"
    assert "交付決定額" in refused.value.wording.ja
    sheet = changed(office, sheet, awarded="2,000,000", award_day="R8.4.14")
    assert office.steps.take(sheet.number, "award_received").state.key == "awarded"


@pytest.mark.parametrize("step", ["pay", "close", "", "select", "トランスミット"])
def test_a_step_that_is_not_open_is_refused_with_those_that_are(office, step):
    sheet = grant(office)
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, step)
    assert "begin_check（確認を始める）" in refused.value.wording.ja
    assert "begin_check (Begin checking)" in refused.value.wording.en


def test_a_part_that_does_not_exist_is_refused(office):
    with pytest.raises(Refusal) as refused:
        office.steps.take(grant(office).number, "accept", part="london")
    assert "london" in refused.value.wording.ja


def test_main_steps_come_before_side_steps(office):
    sheet = transmit(office, grant(office))
    sides = [step.side for step in sheet.next_steps]
    assert sides == sorted(sides)


def test_undo_takes_a_whole_step_back(office):
    before = research(office)
    office.steps.take(before.number, "sound_out", document_number="国際第72号")
    assert office.undoable().ja == "R8-0001：本部へ打診する"
    assert office.undo().en == "R8-0001: Sound out headquarters"
    after = office.cases.get(before.number)
    assert (after.state, after.parts, after.events) == (before.state, [], [])
    again = office.steps.take(before.number, "sound_out", document_number="国際第73号")
    assert [event.document_number for event in again.events] == ["国際第73号"]
    assert len(again.parts) == 4


def test_nothing_more_to_undo_is_said(office):
    while office.undoable():
        office.undo()
    with pytest.raises(Refusal) as refused:
        office.undo()
    assert refused.value.wording.ja == "元に戻せる操作はありません。"


def closed_case(office):
    sheet = burial(office)
    sheet = office.steps.take(sheet.number, "sound_out", document_number="国際第72号", on=date(2026, 11, 20))
    sheet = office.steps.take(sheet.number, "accept", part="singapore")
    sheet = office.steps.take(sheet.number, "request_formally", document_number="国際第80号")
    sheet = office.steps.take(sheet.number, "reply", part="singapore")
    sheet = forwarded(office, sheet)
    return office.steps.take(sheet.number, "complete")


def test_the_whole_course_of_a_research_request(office):
    sheet = closed_case(office)
    assert sheet.closed
    assert [event.step for event in sheet.events] == [
        "sound_out",
        "accept",
        "request_formally",
        "reply",
        "forward_reply",
        "complete",
    ]
    assert [name.split("_", 1)[1].rsplit("_", 1)[0] for name in packs_of(office, sheet)] == [
        "formal_request",
        "reply",
        "sounding",
    ]
    assert not sheet.next_steps


def test_a_closed_case_keeps_the_rules_it_was_judged_by(office):
    sheet = office.steps.take(grant(office, 2026).number, "withdraw")
    before = office.cases.judged(sheet)
    assert {one.verdict for one in before.findings if one.rule == "ECO-07"} == {Verdict.UNDECIDED}
    office.rules.enter(GRANT, "cap_abroad", 2026, "1,000,000", source_title="令和8年度実施要綱")
    assert office.cases.judged(office.cases.get(sheet.number)) == before
    assert rules_of(grant(office, 2026), office)["ECO-07"] == "not_met"


def test_a_rule_entered_before_closing_stays_with_the_case_when_it_is_withdrawn_later(office):
    office.rules.enter(GRANT, "cap_abroad", 2026, "1,000,000", source_title="令和8年度実施要綱", locator="第6条")
    office.rules.enter(GRANT, "headquarters_deadline", 2026, "R7.9.30", source_title="募集案内")
    office.rules.enter(GRANT, "change_threshold", 2026, "20%", source_title="募集案内")
    sheet = office.steps.take(grant(office, 2026).number, "withdraw")
    before = office.cases.judged(sheet)
    office.rules.withdraw(GRANT, "cap_abroad", 2026)
    kept = office.cases.get(sheet.number)
    assert office.cases.judged(kept) == before
    ruling = kept.edition.book.standing("cap_abroad").ruling
    assert (ruling.value, ruling.source.title.ja, ruling.source.locator.ja) == (1_000_000, "令和8年度実施要綱", "第6条")
    assert kept.edition.book.day("headquarters_deadline") == date(2025, 9, 30)
    assert kept.edition.book.standing("change_threshold").ruling.value.denominator == 5


def test_undoing_the_closing_step_thaws_the_rules(office):
    sheet = office.steps.take(grant(office, 2026).number, "withdraw")
    office.undo()
    office.rules.enter(GRANT, "cap_abroad", 2026, "1,000,000", source_title="令和8年度実施要綱")
    assert rules_of(office.cases.get(sheet.number), office)["ECO-07"] == "not_met"


def test_a_closed_case_is_judged_on_the_day_it_was_closed(office, clock):
    sheet = closed_case(office)
    clock.set(clock.now().replace(year=2030))
    later = office.cases.get(sheet.number)
    assert later.judged_on == date(2026, 11, 20)
    assert office.cases.judged(later) == office.cases.judged(sheet)


def test_a_step_on_a_case_that_somebody_changed_meanwhile_is_taken_upon_the_new_text(office):
    sheet = grant(office)
    changed(office, sheet, title="同僚が直した題")
    assert transmit(office, sheet).title == "同僚が直した題"


def test_a_note_is_kept_with_the_step(office):
    sheet = office.steps.take(grant(office).number, "return", note="見積書を添えること。")
    assert sheet.events[0].note == "見積書を添えること。"


def test_a_country_that_comes_after_the_sounding_gets_its_own_part(office):
    """London has accepted; a country without an office is added: it is asked about, and the case waits again."""
    sheet = research(office, places=[{"country": "GB"}])
    office.steps.take(sheet.number, "sound_out", document_number="国際第72号")
    accepted = office.steps.take(sheet.number, "accept", part="london")
    assert accepted.state.key == "accepted"

    later = changed(office, accepted, places=[{"country": "GB"}, {"country": "BR"}])

    assert [(part.key, part.state.key) for part in later.parts] == [("london", "accepted"), ("consult:BR", "consult")]
    assert later.state.key == "sounded"
