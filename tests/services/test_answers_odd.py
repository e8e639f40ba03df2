"""Registers as headquarters really sends them back: whatever was done to them is taken, or told in words at its cell."""

import io
import shutil
import subprocess
from datetime import date, datetime

import openpyxl
import pytest

from clair_desktop.domain.answering import Kind
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.excel.locking import locked
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services import casework
from tests.services.casework import GRANT, grant
from tests.services.returned import HEADS, Returned, transmitted

SELECTED = {"outcome": "採択", "number": "自国経第55号", "on": date(2026, 11, 18)}
REQUESTED = "助成金申請額（円）"


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Three grants at headquarters and the register that was handed out; nothing here is ever recorded."""
    office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=casework.JAPAN)), who="宮城県支部")
    office.branch.choose_branch("040002")
    numbers = transmitted(office, "富士のほうじ茶", "宮城の地酒", "髙﨑の葛󠄀餅")
    back = Returned(office, tmp_path_factory.mktemp("sent"))
    content = io.BytesIO()
    back.book.save(content)
    yield office, numbers, content.getvalue()
    office.close()


@pytest.fixture
def numbers(sent):
    return sent[1]


@pytest.fixture
def back(sent, tmp_path):
    """A fresh copy of the register, its first case answered."""
    copy = Returned.__new__(Returned)
    copy.path = tmp_path / "戻り.xlsx"
    copy.book = openpyxl.load_workbook(io.BytesIO(sent[2]))
    return copy.answer(sent[1][0], **SELECTED)


@pytest.fixture
def read(sent):
    def call(path, **asked):
        return sent[0].answers.read(path, **asked)

    return call


def planned(answer):
    return [(one.case, one.outcome.step) for one in answer.planned]


def rules(answer):
    return [one.rule for one in answer.findings]


def refusal(read, path, **asked):
    with pytest.raises(Refusal) as refused:
        read(path, **asked)
    return refused.value.wording.ja


def test_sorted_rows_are_the_same_rows(back, read, numbers):
    for register in ("cases", "answers", "costs"):
        back.rewrite(register, sorted(back.rows(register), key=lambda row: str(row[0]), reverse=True))
    answer = read(back.save())
    assert (planned(answer), answer.differences) == ([(numbers[0], "select")], [])


def test_filtered_rows_count_and_are_told(back, read, numbers):
    sheet = back.book["data_answers"]
    sheet.row_dimensions[2].hidden = True
    answer = read(back.save())
    assert planned(answer) == [(numbers[0], "select")]
    assert rules(answer) == ["hidden"]


def test_columns_added_moved_and_dressed_are_passed_over(back, read, numbers):
    sheet = back.book["data_answers"]
    sheet.insert_cols(2)
    sheet["B1"], sheet["B2"] = "担当メモ", "要確認"
    sheet.insert_rows(1, 2)
    sheet["A1"] = "審査結果"
    sheet.merge_cells("A1:D1")
    sheet.title = "回答"
    answer = read(back.save())
    assert (planned(answer), answer.differences) == ([(numbers[0], "select")], [])


def test_a_decision_in_a_column_added_to_the_list_of_cases_is_an_answer(back, read, numbers):
    sheet = back.book["data_cases"]
    last = sheet.max_column
    for place, (head, value) in enumerate((("採否", "不採択"), ("決定年月日", "令和8年11月18日")), start=1):
        sheet.cell(1, last + place).value = head
        sheet.cell(3, last + place).value = value
    answer = read(back.save())
    assert planned(answer) == [(numbers[0], "select"), (numbers[1], "not_select")]
    assert answer.planned[1].on == date(2026, 11, 18)


def test_a_row_removed_is_told_once_and_the_others_are_taken(back, read, numbers):
    for register in ("cases", "answers", "costs", "funding", "enclosures", "findings", "contacts"):
        rows = [row for row in back.rows(register) if row[0] != numbers[2]]
        back.rewrite(register, rows) if rows else None
    answer = read(back.save())
    assert [(one.kind, one.case) for one in answer.differences] == [(Kind.REMOVED, numbers[2])]
    assert answer.undecided == []
    assert planned(answer) == [(numbers[0], "select")]


def test_an_answer_there_twice_with_the_same_words_counts_once(back, read, sent):
    rows = back.rows("answers")
    answer = read(back.rewrite("answers", [*rows, rows[0]]).save())
    (found,) = answer.differences
    assert (found.kind, found.default) == (Kind.DUPLICATED, "row:2")
    from clair_desktop.services.answer_choices import decide

    assert [one.row for one in decide(answer.planned, answer.differences, {}).planned] == [2]


def test_two_answers_that_disagree_wait_for_the_clerk(back, read, numbers):
    rows = back.rows("answers")
    other = list(rows[0])
    other[back.column("answers", HEADS["outcome"]) - 1] = "不採択"
    answer = read(back.rewrite("answers", [*rows, other]).save())
    (found,) = answer.undecided
    assert found.kind is Kind.DUPLICATED
    assert "行目「採択」" in found.told.ja
    assert "行目「不採択」" in found.told.ja
    assert found.options == ["row:2", "row:5", "leave"]


def test_an_altered_key_is_told_with_the_key_that_was_sent(back, read, numbers):
    answer = read(back.put("answers", numbers[0], "案件ID", "11111111-1111-1111-1111-111111111111").save())
    (found,) = answer.undecided
    assert (found.kind, found.case, found.returned.ja) == (Kind.KEY, numbers[0], "11111111-1111-1111-1111-111111111111")
    assert planned(answer) == [(numbers[0], "select")]  # by its number, once the clerk says so
    assert answer.planned[0].decided_by == [found.key]


def test_an_altered_number_is_found_by_its_key_and_told(back, read, numbers):
    answer = read(back.put("cases", numbers[1], "受付番号", "R8-9999").save())
    (found,) = answer.undecided
    assert (found.kind, found.sent.ja, found.returned.ja) == (Kind.FIGURE, numbers[1], "R8-9999")


def test_a_name_typed_anew_in_another_form_is_told(back, read, numbers):
    answer = read(back.put("cases", numbers[2], "事業名", "高崎の葛餅").save())
    (found,) = answer.undecided
    assert (found.sent.ja, found.returned.ja) == ("髙﨑の葛󠄀餅", "高崎の葛餅")


def test_a_cost_line_altered_is_told_and_can_be_taken(back, read, numbers):
    answer = read(back.put("costs", numbers[0], "金額（円）", 1).save())
    (found,) = answer.undecided
    assert (found.kind, found.options) == (Kind.FIGURE, ("keep", "take", "leave"))
    assert found.key == f"costs/{numbers[0]}/1/amount"


def test_a_row_added_for_a_case_that_we_do_not_have_is_told_at_its_cell(back, read, sent):
    row = list(back.rows("answers")[0])
    row[0] = "R8-0777"
    row[back.column("answers", "案件ID") - 1] = None
    answer = read(back.rewrite("answers", [*back.rows("answers"), row]).save())
    (found,) = [one for one in answer.findings if one.rule == "no_case"]
    assert "R8-0777" in found.message.ja
    assert (found.at.sheet, found.at.cell) == ("data_answers", "A5")


@pytest.mark.parametrize("typed", ["2026/11/18", "令和8年11月18日", "R8.11.18", "２０２６年１１月１８日", "2026-11-18"])
def test_days_typed_as_text_are_read(back, read, numbers, typed):
    assert read(back.answer(numbers[0], on=typed).save()).planned[0].on == date(2026, 11, 18)


@pytest.mark.parametrize("typed", ["2,000千円", "２，０００，０００", "200万円", "¥2,000,000", "2000000円", 2_000_000])
def test_amounts_typed_as_text_are_read_or_told(back, read, numbers, typed):
    answer = read(back.answer(numbers[0], outcome="交付決定", amount=typed).save())
    assert not [one for one in answer.findings if one.rule == "unreadable"] or typed == "¥2,000,000"
    assert {"not_open", "unreadable"} & set(rules(answer))  # it has only been transmitted: no award can be recorded


def test_an_amount_that_is_no_amount_is_told_at_its_cell(back, read, numbers):
    answer = read(back.answer(numbers[0], amount="満額").save())
    (found,) = [one for one in answer.findings if one.rule == "unreadable"]
    assert (found.at.value, found.at.heading.ja) == ("満額", HEADS["amount"])
    assert planned(answer) == []


def test_a_number_that_no_letter_could_bear_is_told_at_its_cell(back, read, numbers):
    answer = read(back.answer(numbers[0], number="第" * 61 + "号").save())
    (found,) = answer.findings
    assert (found.rule, found.at.heading.ja) == ("unreadable", HEADS["number"])
    assert planned(answer) == []


def test_an_award_of_a_case_that_has_not_applied_says_what_is_open(back, read, numbers):
    answer = read(back.answer(numbers[0], outcome="交付決定", amount=2_000_000).save())
    (found,) = answer.findings
    assert found.rule == "not_open"
    assert "本部提出済（審査中）" in found.message.ja
    assert "採択、条件付採択、差戻し、不採択" in found.message.ja


def test_a_word_that_is_no_decision_here_is_never_guessed(back, read, numbers):
    path = back.answer(numbers[0], outcome="○").save()
    (found,) = read(path).findings
    assert found.rule == "unknown_outcome"
    assert "「○」がどの決定か分かりません" in found.message.ja
    assert planned(read(path, outcomes={"○": "採択"})) == [(numbers[0], "select")]


def test_a_number_without_a_decision_records_nothing_and_says_so(back, read, numbers):
    answer = read(back.answer(numbers[1], number="自国経第56号").save())
    assert rules(answer) == ["no_outcome"]


def test_a_conditional_selection_without_conditions_says_what_is_missing(back, read, numbers):
    answer = read(back.answer(numbers[0], outcome="条件付採択").save())
    (found,) = answer.findings
    assert (found.rule, "採択に付いた条件" in found.message.ja) == ("needs", True)


def test_the_register_of_another_year_is_refused_where_one_was_asked_for(back, read):
    assert "2025年度" in refusal(read, back.save(), programme=GRANT, year=2026)


def test_the_register_of_another_branch_is_refused(back, read):
    for row in back.book["meta"].iter_rows():
        if row[0].value == "branch_code":
            row[3].value = "041009"
    assert "別の支部" in refusal(read, back.save())


def test_a_newer_form_is_refused(back, read):
    for row in back.book["meta"].iter_rows():
        if row[0].value == "schema_version":
            row[3].value = 99
    assert "99" in refusal(read, back.save())


def test_an_altered_meta_sheet_is_told(back, read, numbers):
    for row in back.book["meta"].iter_rows():
        if (row[0].value, row[1].value) == ("rows", "cases"):
            row[3].value = 2
    answer = read(back.save())
    assert rules(answer) == ["seal"]
    assert planned(answer) == [(numbers[0], "select")]


def test_a_register_that_is_not_known_as_sent_is_compared_with_what_stands_now(back, read, numbers):
    for row in back.book["meta"].iter_rows():
        if row[0].value == "hand_over":
            row[3].value = 7
    answer = read(back.put("cases", numbers[0], REQUESTED, 1).save())
    assert "not_sent" in rules(answer)
    assert [one.kind for one in answer.differences] == [Kind.FIGURE]


def test_a_damaged_file_and_one_with_a_password_are_refused_in_words(back, read, tmp_path):
    content = back.save().read_bytes()
    damaged, secret = tmp_path / "壊れ.xlsx", tmp_path / "鍵.xlsx"
    damaged.write_bytes(content[: len(content) // 2])
    secret.write_bytes(locked(content, "みやぎ"))
    assert "壊れています" in refusal(read, damaged)
    assert "パスワード" in refusal(read, secret)


def test_two_cases_of_one_body_and_title_are_never_guessed(sent, read, tmp_path):
    office = sent[0]
    for _ in range(2):
        grant(office, 2024, title="同じ題")
    path = tmp_path / "結果.csv"
    path.write_text("団体名,件名,採否\n静岡県富士市,同じ題,採択\n", encoding="utf-8")
    (found,) = read(path, programme=GRANT, year=2024).findings
    assert found.rule == "ambiguous"
    assert "R8-0004、R8-0005" in found.message.ja


def test_thousands_of_yen_are_told_as_they_were_read(read, numbers, tmp_path):
    path = tmp_path / "結果.csv"
    rows = [f"{numbers[0]},採択,2000", f"{numbers[1]},採択,2000000円", f"{numbers[2]},採択,1.0005"]
    path.write_text("受付番号,採否,交付決定額（千円）\n" + "\n".join(rows), encoding="utf-8")
    told = [one.message.ja for one in read(path, programme=GRANT, year=2025).findings]
    assert "見出しが千円単位のため、2,000,000円と読みました。" in told
    assert "見出しは千円単位ですが、セルに「円」とあるため2,000,000円と読みました。確かめてください。" in told
    assert "1円未満の端数があります。" in told


def test_saved_by_libreoffice_it_is_the_same_register(back, read, numbers, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "the tests need LibreOffice"
    path, out = back.save(), tmp_path / "lo"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # LibreOffice itself
    answer = read(out / path.name)
    assert (planned(answer), answer.differences, rules(answer)) == ([(numbers[0], "select")], [], [])
