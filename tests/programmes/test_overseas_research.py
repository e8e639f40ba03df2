"""打診 → 可否 per office → 正式依頼 → 回答: a request's parts, and what may never be dropped."""

from datetime import date

import pypdfium2
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.services.steps import NotReady
from tests.services.casework import RESEARCH, TODAY, burial, changed, forwarded, research, values

FOUR = ["london", "new_york", "paris", "singapore"]


def judge(office, sheet, rule):
    return [one for one in office.cases.judged(sheet).findings if one.rule == rule]


def sounded(office, sheet=None, on=None):
    sheet = sheet or research(office)
    return office.steps.take(sheet.number, "sound_out", on=on, document_number="国際第72号")


def answer(office, sheet, **steps):
    for part, step in steps.items():
        sheet = office.steps.take(sheet.number, step, part=part)
    return sheet


def states(sheet):
    return {part.key: part.state.key for part in sheet.parts}


def offered(sheet):
    return {step.key for step in sheet.next_steps}


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)


def test_five_countries_of_four_offices_open_four_parts(office):
    sheet = sounded(office)
    assert sheet.state.key == "sounded"
    assert sorted(states(sheet)) == FOUR
    assert set(states(sheet).values()) == {"awaiting"}
    (london,) = [part for part in sheet.parts if part.key == "london"]
    assert london.name.ja == "ロンドン事務所（イギリス、ドイツ）"
    assert london.name.en == "London Office (United Kingdom, Germany)"


def test_an_office_for_two_countries_keeps_the_reasons_of_both(office):
    (london,) = [part for part in sounded(office).parts if part.key == "london"]
    assert "担当地域です" in london.reason.ja
    assert "所在国の国内" in london.reason.ja, "Germany is a neighbour of no office; that warning must stay"


def test_differing_answers_make_the_case_partly_accepted(office):
    sheet = answer(office, sounded(office), london="accept", paris="decline", new_york="accept_partially")
    assert sheet.state.key == "partial"
    assert states(sheet) == {"london": "accepted", "paris": "declined", "new_york": "partial", "singapore": "awaiting"}
    assert "request_formally" in offered(sheet)


def test_the_formal_request_names_only_the_offices_that_accepted(office):
    sheet = answer(office, sounded(office), london="accept", paris="decline", new_york="accept_conditionally")
    sheet = office.steps.take(sheet.number, "request_formally", document_number="国際第80号")
    assert sheet.state.key == "requested"
    assert states(sheet) == {
        "london": "requested",
        "paris": "declined",
        "new_york": "requested",
        "singapore": "awaiting",
    }
    (letter,) = (office.folder / "packs" / sheet.number).glob("*formal_request*.pdf")
    first_page = text_of(letter)
    assert "依頼する事務所ニューヨーク事務所" in first_page or "依頼する事務所ロンドン事務所" in first_page
    assert "依頼しない事務所パリ事務所（フランス）" in first_page


def test_no_formal_request_before_an_office_accepts(office):
    sheet = sounded(office)
    assert "request_formally" not in offered(sheet)
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, "request_formally", document_number="国際第80号")
    assert "いまの状態では" in refused.value.wording.ja


def test_a_late_acceptance_after_the_formal_request_is_requested_too(office):
    sheet = answer(office, sounded(office), london="accept", paris="decline", new_york="accept")
    sheet = office.steps.take(sheet.number, "request_formally", document_number="国際第80号")
    assert "request_formally" not in offered(sheet)
    sheet = answer(office, sheet, singapore="accept")
    assert "request_formally" in offered(sheet)
    sheet = office.steps.take(sheet.number, "request_formally", document_number="国際第85号")
    assert states(sheet)["singapore"] == "requested"


def test_the_case_is_replied_when_the_last_answer_arrives_or_is_cancelled(office):
    sheet = answer(office, sounded(office), london="accept", paris="decline", new_york="accept")
    sheet = office.steps.take(sheet.number, "request_formally", document_number="国際第80号")
    sheet = answer(office, sheet, london="begin")
    assert sheet.state.key == "investigating"
    sheet = answer(office, sheet, london="reply", new_york="question")
    sheet = answer(office, sheet, new_york="answer_question")
    assert sheet.state.key == "investigating"
    sheet = answer(office, sheet, new_york="reply")
    assert sheet.state.key == "investigating", "Singapore has not answered yet"
    sheet = answer(office, sheet, singapore="cancel")
    assert sheet.state.key == "replied"
    assert any("「回答書」を添付してください" in one.message.ja for one in office.cases.judged(sheet).findings)
    with pytest.raises(Refusal) as refused:
        office.steps.take(sheet.number, "forward_reply", document_number="国際第118号")
    assert "回答書" in refused.value.details[0].ja
    sheet = forwarded(office, sheet)
    sheet = office.steps.take(sheet.number, "complete")
    assert sheet.closed
    assert not any(part.next_steps for part in sheet.parts)


def test_all_declined_is_declined_and_closed_by_telling_the_requester(office):
    sheet = answer(office, sounded(office), **dict.fromkeys(FOUR, "decline"))
    assert sheet.state.key == "declined"
    assert "request_formally" not in offered(sheet)
    assert office.steps.take(sheet.number, "notify_declined", document_number="国際第8号").state.key == "not_feasible"


def test_each_answer_keeps_its_day_and_note(office):
    sheet = sounded(office)
    sheet = office.steps.take(
        sheet.number, "accept_conditionally", part="london", on=date(2026, 12, 1), note="面会先が限られる。"
    )
    (london,) = [part for part in sheet.parts if part.key == "london"]
    assert (london.answered_on, london.note) == (date(2026, 12, 1), "面会先が限られる。")


def test_the_parts_of_a_withdrawn_request_can_no_longer_be_answered(office):
    sheet = office.steps.take(sounded(office).number, "withdraw")
    assert sheet.closed
    assert not any(part.next_steps for part in sheet.parts)
    with pytest.raises(Refusal):
        office.steps.take(sheet.number, "accept", part="london")


def test_a_country_without_an_office_is_to_be_consulted_about_and_never_dropped(office):
    sheet = research(office, places=[{"country": "BR"}, {"country": "SG"}])
    brazil = judge(office, sheet, "RES-03")[0]
    assert brazil.verdict is Verdict.UNDECIDED
    assert "要相談" in brazil.message.ja
    sheet = sounded(office, sheet)
    assert states(sheet) == {"consult:BR": "consult", "singapore": "awaiting"}
    sheet = answer(office, sheet, singapore="accept")
    assert sheet.state.key == "sounded", "Brazil is still open"
    sheet = answer(office, sheet, **{"consult:BR": "decline"})
    assert sheet.state.key == "partial"
    sheet = office.steps.take(sheet.number, "request_formally", document_number="国際第80号")
    (letter,) = (office.folder / "packs" / sheet.number).glob("*formal_request*.pdf")
    assert "要相談（ブラジル）" in text_of(letter)


def test_two_countries_without_an_office_are_two_parts(office):
    sheet = sounded(
        office, research(office, places=[{"country": "BR"}, {"country": "MN"}, {"country": "BR", "area": "サンパウロ"}])
    )
    assert states(sheet) == {"consult:BR": "consult", "consult:MN": "consult"}


def test_a_place_without_a_country_is_asked_for_and_not_passed_over(office):
    sheet = research(office, places=[{"area": "ベルリン"}, {"country": "SG"}])
    (missing,) = judge(office, sheet, "required")
    assert (missing.field, missing.row) == ("places", 1)
    with pytest.raises(NotReady):
        sounded(office, sheet)


@pytest.mark.parametrize(
    ("place", "asked"),
    [({}, True), ({"area": "テキサス州"}, False), ({"nationwide": "yes"}, False), ({"nationwide": "no"}, True)],
)
def test_the_usa_needs_a_state_or_the_word_that_it_is_federal(office, place, asked):
    sheet = research(office, places=[{"country": "US", **place}])
    found = judge(office, sheet, "RES-04")
    assert bool(found) is asked
    assert all(one.verdict is Verdict.UNDECIDED and not one.blocks and one.row == 1 for one in found)
    assert sounded(office, sheet).state.key == "sounded"


def test_an_office_chosen_by_hand_needs_a_reason(office):
    by_hand = {"country": "BR", "office": "new_york"}
    sheet = research(office, places=[by_hand])
    (reason,) = judge(office, sheet, "RES-08")
    assert reason.blocks
    with pytest.raises(NotReady):
        sounded(office, sheet)
    sheet = changed(office, sheet, places=[{**by_hand, "office_reason": "企画調査課と協議済み"}])
    sheet = sounded(office, sheet)
    (part,) = sheet.parts
    assert (part.key, part.state.key) == ("new_york", "awaiting")
    assert part.reason.ja == "企画調査課と協議済み"


@pytest.mark.parametrize("kind", ["related_body", "other_body"])
def test_a_body_that_must_ask_headquarters_itself_is_referred(office, kind):
    sheet = office.cases.new(
        RESEARCH, 2026, values(office, RESEARCH, 2026, {"requester_kind": kind, "requester_name": "地方自治関係団体"})
    )
    (via,) = judge(office, sheet, "RES-01")
    assert via.verdict is Verdict.NOT_MET
    with pytest.raises(NotReady):
        sounded(office, sheet)
    sheet = office.steps.take(sheet.number, "refer_to_headquarters")
    assert sheet.state.label.ja == "本部へ案内（相談）"
    assert sheet.closed
    assert sheet.applicant_name.ja == "地方自治関係団体"


def test_a_request_returned_for_correction_comes_back_into_the_check(office):
    sheet = office.steps.take(research(office).number, "return")
    assert sheet.state.key == "returned"
    assert "sound_out" not in offered(sheet)
    sheet = office.steps.take(sheet.number, "resubmit")
    assert sheet.state.key == "checking"
    assert office.steps.take(sheet.number, "withdraw").state.key == "withdrawn"


@pytest.mark.parametrize(("on", "parts"), [(date(2021, 8, 18), ["consult:JM"]), (date(2021, 8, 19), ["new_york"])])
def test_jamaica_came_to_new_york_on_the_day_of_the_notice(office, on, parts):
    sheet = sounded(office, research(office, places=[{"country": "JM"}]), on)
    assert [part.key for part in sheet.parts] == parts


@pytest.mark.parametrize("country", ["HK", "MO", "TW"])
def test_hong_kong_macao_and_taiwan_are_never_routed_to_beijing(office, country):
    sheet = sounded(office, research(office, places=[{"country": country}]))
    assert [part.key for part in sheet.parts] == [f"consult:{country}"]


def test_the_questionnaire_may_be_rows_or_the_requesters_own_file(office, papers):
    sheet = burial(office, questions=[])
    assert judge(office, sheet, "questionnaire")[0].blocks
    sheet = office.enclosures.add(sheet.number, [papers("質問票.xlsx", b"PK\x03\x04 sheet")], "questionnaire")
    assert not judge(office, sheet, "questionnaire")


def test_material_on_japan_is_demanded_before_sounding_out(office):
    sheet = office.cases.new(RESEARCH, 2026, values(office, RESEARCH, 2026, {**research(office).answers}))
    with pytest.raises(NotReady) as refused:
        sounded(office, sheet)
    assert "日本の状況について参考となる資料" in refused.value.details[0].ja
    assert office.cases.get(sheet.number).state.key == "received"


def test_a_day_that_has_passed_cannot_be_asked_for(office):
    sheet = burial(office, reply_by=TODAY.isoformat())
    assert judge(office, sheet, "RES-06")[0].verdict is Verdict.NOT_MET


def test_the_least_days_warn_once_the_branch_enters_them(office):
    sheet = burial(office, reply_by="2026-12-20")
    assert not judge(office, sheet, "RES-06")
    office.rules.enter(RESEARCH, "least_days", 2026, "60日", source_title="企画調査課への照会")
    (warning,) = judge(office, office.cases.get(sheet.number), "RES-06")
    assert warning.verdict is Verdict.UNDECIDED
    assert not warning.blocks
    assert "30日" in warning.message.ja


def test_a_place_taken_out_after_sounding_keeps_its_part_and_the_offices_name(office):
    sheet = sounded(office)
    sheet = changed(office, sheet, places=[{"country": "SG"}])
    assert sorted(states(sheet)) == FOUR
    (paris,) = [part for part in sheet.parts if part.key == "paris"]
    assert paris.name.ja == "パリ事務所"


def test_a_request_met_by_an_existing_survey_closes_without_a_formal_request(office):
    sheet = office.steps.take(sounded(office).number, "fulfil")
    assert sheet.state.label.ja == "既存の調査結果で充足"
    assert sheet.closed
