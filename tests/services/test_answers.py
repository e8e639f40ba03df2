"""Headquarters' answer moves the cases: merged with what was sent, decided by the clerk, one act, harmless twice."""

from datetime import date

import openpyxl
import pytest

from clair_desktop.domain.answering import Kind, contradiction
from clair_desktop.domain.refusal import Refusal
from clair_desktop.programmes import all_programmes
from clair_desktop.services.answers import Accept
from tests.services.casework import GRANT, RESEARCH, changed, research
from tests.services.returned import Returned, transmitted

SELECTED = {"outcome": "採択", "number": "自国経第55号", "on": date(2026, 11, 18)}


@pytest.fixture
def pair(office):
    """Two grants at headquarters."""
    return transmitted(office, "富士のほうじ茶", "宮城の地酒")


@pytest.fixture
def returned(office, pair, tmp_path):
    return Returned(office, tmp_path)


def state(office, number):
    return office.cases.get(number).state.key


def kinds(read):
    return [(one.kind, one.case) for one in read.differences]


def rules(read):
    return [one.rule for one in read.findings]


def test_every_outcome_is_a_step_that_sends_nothing_and_fills_what_is_asked():
    for key, programme in all_programmes().items():
        flow = programme.workflow
        steps = {one.key: one for one in (flow.parts or flow).transitions}
        asked = {one.key for section in programme.sections for one in section.fields}
        for outcome in programme.outcomes:
            assert steps[outcome.step].issues is None, (key, outcome.step)
            assert {outcome.amount, outcome.conditions, outcome.on} - {""} <= asked, (key, outcome.step)

        words = [word for outcome in programme.outcomes for word in (outcome.words.ja, *outcome.also)]
        assert len(words) == len(set(words)), key


def test_a_selection_moves_the_case_and_records_number_and_day(office, pair, returned):
    read = office.answers.read(returned.answer(pair[0], **SELECTED).save())
    assert (rules(read), read.differences, read.unanswered) == ([], [], 0)
    (plan,) = read.planned
    assert (plan.case, plan.outcome.step, plan.on, plan.number) == (
        pair[0],
        "select",
        date(2026, 11, 18),
        "自国経第55号",
    )
    assert state(office, pair[0]) == "transmitted"  # a dry run records nothing
    taken = office.answers.take(read)
    assert state(office, pair[0]) == "selected"
    assert state(office, pair[1]) == "transmitted"
    event = office.cases.get(pair[0]).events[-1]
    assert (event.step, event.on, event.document_number) == ("select", date(2026, 11, 18), "自国経第55号")
    assert taken.letters == [(pair[0], "notice")]


def test_all_answers_are_one_act_that_undo_takes_back(office, pair, returned):
    for number, outcome in zip(pair, ("条件付採択", "不採択"), strict=True):
        returned.answer(number, outcome=outcome, conditions="広報に助成名を明記すること", on=date(2026, 11, 18))
    office.answers.take(office.answers.read(returned.save()))
    assert [state(office, number) for number in pair] == ["selected", "not_selected"]
    assert office.cases.get(pair[0]).answers["conditions"] == "広報に助成名を明記すること"
    assert office.cases.get(pair[1]).events[-1].note == "広報に助成名を明記すること"
    assert office.undo().ja.startswith("本部回答の取込み")
    assert [state(office, number) for number in pair] == ["transmitted", "transmitted"]
    assert "conditions" not in office.cases.get(pair[0]).answers


def test_taking_the_same_file_twice_changes_nothing(office, pair, returned):
    path = returned.answer(pair[0], **SELECTED).save()
    office.answers.take(office.answers.read(path))
    version = office.cases.get(pair[0]).version
    again = office.answers.read(path)
    assert (again.planned, again.differences, again.repeated, rules(again)) == ([], [], 1, ["taken_before"])
    office.answers.take(again)
    assert (office.cases.get(pair[0]).version, len(office.cases.get(pair[0]).events)) == (version, 2)


def test_an_award_brings_its_amount_and_day(office, pair, tmp_path):
    office.steps.take(pair[0], "select")
    office.steps.take(pair[0], "apply_for_grant", document_number="国際第120号")
    back = Returned(office, tmp_path).answer(
        pair[0], outcome="交付決定", amount=2_000_000, number="自国経第77号", on=date(2026, 11, 19)
    )
    read = office.answers.read(back.save())
    told = {key: (before.ja, after.ja) for key, _, before, after in read.planned[0].changes}
    assert told["awarded"] == ("（空欄）", "2,000,000")
    office.answers.take(read)
    sheet = office.cases.get(pair[0])
    assert (sheet.state.key, sheet.answers["awarded"], sheet.answers["award_day"]) == (
        "awarded",
        2_000_000,
        date(2026, 11, 19),
    )


def test_each_office_of_a_research_request_answers_for_itself(office, tmp_path):
    sheet = research(office)
    office.steps.take(sheet.number, "sound_out", document_number="国際第72号")
    back = Returned(office, tmp_path, RESEARCH, 2026)
    for part, outcome in (("london", "可"), ("paris", "不可"), ("new_york", "条件付可"), ("singapore", "一部可")):
        back.answer(sheet.number, part=part, outcome=outcome, conditions="年度内", on=date(2026, 11, 19))
    taken = office.answers.take(office.answers.read(back.save()))
    now = office.cases.get(sheet.number)
    assert [part.state.key for part in now.parts] == ["accepted", "declined", "conditional", "partial"]
    assert now.parts[1].note == "年度内"
    assert now.state.key != "sounded"
    (letter,) = office.answers.follow_up(taken, tmp_path)
    assert letter.path == tmp_path / f"{sheet.number}_可否連絡一式.pdf"
    assert letter.path.read_bytes().startswith(b"%PDF-")


def test_the_letters_that_follow_are_made_and_one_that_cannot_be_says_why(office, pair, returned, tmp_path):
    returned.answer(pair[0], **{**SELECTED, "outcome": "条件付採択"}, conditions="広報に助成名を明記すること")
    taken = office.answers.take(office.answers.read(returned.answer(pair[1], **SELECTED).save()))
    notice = tmp_path / "採択通知.txt"
    notice.write_text("条件を付けて採択します。", encoding="utf-8")
    office.enclosures.add(pair[0], [notice], "selection_letter")
    letter, without = office.answers.follow_up(taken, tmp_path)
    assert letter.path.name == f"{pair[0]}_本部通知の送付.pdf"
    assert without.path is None
    assert "「本部からの通知」のいずれかを添付してください" in without.refused.ja


def test_a_figure_altered_at_headquarters_waits_for_the_clerk(office, pair, returned):
    path = returned.answer(pair[0], **SELECTED).put("cases", pair[0], "助成金申請額（円）", 1_900_000).save()
    read = office.answers.read(path)
    (found,) = read.differences
    assert (found.kind, found.case, found.at.cell[:1].isalpha()) == (Kind.FIGURE, pair[0], True)
    assert (found.sent.ja, found.current.ja, found.returned.ja) == ("2,100,000円", "2,100,000円", "1,900,000円")
    with pytest.raises(Refusal) as refused:
        office.answers.take(read)
    assert "確かめて決める相違が1件" in refused.value.wording.ja
    assert state(office, pair[0]) == "transmitted"


@pytest.mark.parametrize(
    ("choice", "outcome"),
    [("keep", ("selected", 2_100_000)), ("take", ("selected", 1_900_000)), ("leave", ("transmitted", 2_100_000))],
)
def test_what_the_clerk_says_to_an_altered_figure_is_done(office, pair, returned, choice, outcome):
    path = returned.answer(pair[0], **SELECTED).put("cases", pair[0], "助成金申請額（円）", 1_900_000).save()
    read = office.answers.read(path)
    office.answers.take(read, {read.differences[0].key: choice})
    sheet = office.cases.get(pair[0])
    assert (sheet.state.key, sheet.answers["requested"]) == outcome


def test_an_altered_line_of_costs_is_taken_into_the_case_and_can_be_undone(office, pair, returned):
    path = returned.answer(pair[0], **SELECTED).put("costs", pair[0], "金額（円）", 1_000).save()
    read = office.answers.read(path)
    (found,) = [one for one in read.differences if one.case == pair[0]]
    assert (found.at.heading.ja, found.at.heading.en) == ("金額（円）", "Amount (JPY)")
    before = office.cases.get(pair[0]).answers["cost_breakdown"]
    taken = office.answers.take(read, {found.key: "take"})
    after = office.cases.get(pair[0]).answers["cost_breakdown"]
    assert after[0] == {**before[0], "amount": 1_000}
    assert after[1:] == before[1:]
    assert {one.rule for _case, one in taken.contradicted} >= {"cost_total", "eligible_total"}
    total = sum(row["amount"] for row in after)
    told = contradiction(taken.contradicted)
    assert f"{pair[0]}：" in told.ja
    assert f"経費内訳の合計{total:,}円" in told.ja
    assert f"the breakdown's total ¥{total:,}" in told.en
    office.undo()
    assert office.cases.get(pair[0]).answers["cost_breakdown"] == before


def test_a_choice_that_headquarters_altered_is_taken_by_its_words_and_can_be_undone(office, pair, returned):
    path = returned.answer(pair[0], **SELECTED).put("cases", pair[0], "主たる実施地", "国内").save()
    read = office.answers.read(path)
    office.answers.take(read, {read.differences[0].key: "take"})
    assert (state(office, pair[0]), office.cases.get(pair[0]).answers["place"]) == ("selected", "japan")
    office.undo()
    assert (state(office, pair[0]), office.cases.get(pair[0]).answers["place"]) == ("transmitted", "abroad")


def test_a_line_that_was_changed_since_is_not_taken_and_the_reason_is_said(office, pair, returned):
    path = returned.answer(pair[0], **SELECTED).put("costs", pair[0], "金額（円）", 1_000).save()
    sheet = office.cases.get(pair[0])
    first, *others = sheet.answers["cost_breakdown"]
    now = {**sheet.answers, "cost_breakdown": ({**first, "amount": 7_000}, *others)}
    office.cases.save(sheet.number, now, base_version=sheet.version)
    found = next(one for one in office.answers.read(path).differences if one.kind is Kind.FIGURE)
    assert "take" not in found.options
    assert "どの行の値か定まらない" in found.why_not.ja


def test_a_negative_figure_cannot_be_taken_and_nothing_is(office, pair, returned):
    path = returned.answer(pair[0], **SELECTED).put("cases", pair[0], "助成金申請額（円）", -1).save()
    read = office.answers.read(path)
    with pytest.raises(Refusal) as refused:
        office.answers.take(read, {read.differences[0].key: "take"})
    assert "0円以上" in refused.value.wording.ja
    assert state(office, pair[0]) == "transmitted"


def test_accepting_what_is_valid_leaves_the_undecided_out(office, pair, returned):
    for number in pair:
        returned.answer(number, **SELECTED)
    read = office.answers.read(returned.put("cases", pair[0], "助成金申請額（円）", 1_900_000).save())
    taken = office.answers.take(read, accept=Accept.VALID)
    assert taken.left_out == 1
    assert [state(office, number) for number in pair] == ["transmitted", "selected"]


def test_a_case_changed_since_it_was_sent_is_told_with_all_three_values(office, pair, returned):
    path = returned.answer(pair[0], **SELECTED).save()
    changed(office, office.cases.get(pair[0]), requested="2,000,000円")
    read = office.answers.read(path)
    (found,) = [one for one in read.differences if one.at.heading.ja == "助成金申請額（円）"]
    assert found.kind is Kind.STALE
    assert (found.sent.ja, found.current.ja, found.returned.ja) == ("2,100,000円", "2,000,000円", "2,100,000円")
    office.answers.take(read, dict.fromkeys((one.key for one in read.differences), "keep"))
    sheet = office.cases.get(pair[0])
    assert (sheet.state.key, sheet.answers["requested"]) == ("selected", 2_000_000)


def test_nothing_is_recorded_where_one_of_many_fails_at_the_last_moment(office, pair, returned):
    for number in pair:
        returned.answer(number, **SELECTED)
    read = office.answers.read(returned.save())
    changed(office, office.cases.get(pair[1]), title="別の題")  # between the dry run and the taking
    with pytest.raises(Refusal):
        office.answers.take(read)
    assert [state(office, number) for number in pair] == ["transmitted", "transmitted"]


def test_headquarters_own_list_is_read_by_the_words_of_its_heads(office, pair, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["令和7年度 経済活動助成事業 採択結果一覧"])
    sheet.append([])
    sheet.append(["No.", "申請団体名", "事業名", "採否", "交付決定額\n（千円）", "付帯条件", "文書番号", "決定年月日"])
    sheet.append([1, "富士市", "富士のほうじ茶", "採択", None, None, "自国経第55号", "令和8年11月18日"])
    sheet.append([2, "静岡県富士市", "宮城の地酒", "×", None, None, None, "R8.11.18"])
    book.save(tmp_path / "結果.xlsx")
    read = office.answers.read(tmp_path / "結果.xlsx", programme=GRANT, year=2025, outcomes={"×": "不採択"})
    assert [(one.case, one.outcome.step, one.on) for one in read.planned] == [
        (pair[0], "select", date(2026, 11, 18)),
        (pair[1], "not_select", date(2026, 11, 18)),
    ]
    assert rules(read).count("matched_by_name") == 2
    office.answers.take(read)
    assert [state(office, number) for number in pair] == ["selected", "not_selected"]


def test_a_list_with_other_heads_is_read_by_a_mapping(office, pair, tmp_path):
    path = tmp_path / "結果.csv"
    path.write_text(f"番号,しんさ\n{pair[0]},採択\n", encoding="cp932")
    with pytest.raises(Refusal) as refused:
        office.answers.read(path, programme=GRANT, year=2025)
    assert "見出し" in refused.value.wording.ja
    read = office.answers.read(path, programme=GRANT, year=2025, columns={"case_number": "番号", "outcome": "しんさ"})
    assert [one.case for one in read.planned] == [pair[0]]
    assert rules(read) == ["no_day"]


def test_a_list_needs_its_programme_and_year(office, pair, tmp_path):
    path = tmp_path / "結果.csv"
    path.write_text("受付番号,採否\n", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        office.answers.read(path)
    assert "事業と年度を指定" in refused.value.wording.ja
