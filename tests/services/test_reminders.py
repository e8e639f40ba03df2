"""Letters and labels to those who have not answered: nobody else is written to, and no address is made up."""

from datetime import date

import pypdfium2
import pytest

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.paper_style import PaperStyle
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.addresses import Address
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from tests.output.pdf.foreign import photograph
from tests.services.casework import TODAY

CALL = CallKey("multicultural_grant", 2027)
ZAO, SHICHIKASHUKU, OGAWARA = "043010", "043028", "043214"
JA, EN = Language.JA, Language.EN


@pytest.fixture
def call(office):
    """Three towns asked; 大河原町 has answered."""
    office.branch.put(
        _with(office.branch.get(), section=Wording("国際政策担当課", "International Affairs"), phone="022-211-0000")
    )
    entry = CallEntry(
        notice_on=date(2026, 7, 16),
        deadline=date(2026, 12, 11),
        hour="17:00",
        branch_deadline=date(2026, 11, 27),
        begins="4月1日",
        ends="2月末",
        source_title="令和9年度募集案内",
    )
    office.calls.new(CALL, entry)
    office.calls.ask(CALL, [ZAO, SHICHIKASHUKU, OGAWARA])
    office.calls.answer(CALL, OGAWARA, CallAnswer.NOTHING)
    return CALL


def _with(profile, **changed):
    from dataclasses import replace

    return replace(profile, **changed)


def pages_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_only_those_who_have_not_answered_are_written_to(office, call, tmp_path):
    made = office.reminders.remind(call, tmp_path / "再依頼.pdf", document_number="国際第９号")
    assert [one.name.ja for one in made.bodies] == ["宮城県蔵王町", "宮城県七ヶ宿町"]
    zao, shichikashuku = pages_of(made.paths[0])
    assert zao.startswith("国際第９号令和8年11月20日宮城県蔵王町御中")
    assert "宮城県支部長" in zao
    assert "令和9年度多文化共生のまちづくり促進事業の募集に係る回答について（再依頼）" in zao
    assert "令和8年7月16日付けで照会しましたが、令和8年11月20日現在" in zao
    assert "令和8年11月27日までに、申請の有無を" in zao
    assert "「該当なし」と回答してください" in zao
    assert "令和8年12月11日午後5時（必着）" in zao
    assert "令和9年4月1日から令和10年2月29日まで" in zao
    assert "022-211-0000" in zao
    assert "宮城県七ヶ宿町御中" in shichikashuku
    assert "蔵王町" not in shichikashuku


def test_a_reminder_is_a_letter_of_the_branch_and_has_its_emblem(office, call, papers, tmp_path):
    emblem = office.paper_styles.picture(papers("県章.png", photograph("PNG")))
    office.branch.put(_with(office.branch.get(), papers=PaperStyle(emblem=emblem)))
    made = office.reminders.remind(call, tmp_path / "再依頼.pdf")
    with pypdfium2.PdfDocument(made.paths[0]) as document:
        pictures = [
            page for page in document for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        ]
    assert len(pictures) == made.pages == 2


def test_each_letter_counts_its_own_pages(office, call, tmp_path):
    made = office.reminders.remind(call, tmp_path / "再依頼.pdf", [JA, EN])
    pages = pages_of(made.paths[0])
    assert len(pages) == made.pages == 4
    assert all(page.endswith("1/1") for page in pages)


def test_the_english_letter_says_the_same(office, call, tmp_path):
    made = office.reminders.remind(call, tmp_path / "reminder.pdf", [EN])
    page = pages_of(made.paths[0])[0]
    assert "ZaoTown,MiyagiPrefecture" in page
    assert "Pleaseletusknowby27November2026" in page
    assert "11December2026,5:00p.m.(mustarrivebythistime)" in page
    assert "DearSirorMadam," in page


def test_a_file_for_each_body_bears_its_code_and_name(office, call, tmp_path):
    folder = tmp_path / "再依頼"
    made = office.reminders.remind(call, folder, each=True)
    assert sorted(path.name for path in folder.iterdir()) == ["043010_宮城県蔵王町.pdf", "043028_宮城県七ヶ宿町.pdf"]
    assert [path.name for path in made.paths] == sorted(path.name for path in folder.iterdir())


def test_the_day_of_the_letter_stands_with_the_body_and_undo_takes_it_back(office, call, tmp_path):
    office.reminders.remind(call, tmp_path / "再依頼.pdf", on=date(2026, 11, 24))
    assert [one.reminded_on for one in office.calls.get(call).bodies] == [date(2026, 11, 24), date(2026, 11, 24), None]
    assert office.undo().ja == "回答の再依頼：2団体"
    assert [one.reminded_on for one in office.calls.get(call).bodies] == [None, None, None]


def test_a_letter_that_cannot_be_written_is_no_reminder(office, call, tmp_path):
    (tmp_path / "紙").write_text("", encoding="utf-8")
    with pytest.raises(Refusal):
        office.reminders.remind(call, tmp_path / "紙" / "再依頼.pdf")
    assert {one.reminded_on for one in office.calls.get(call).bodies} == {None}


def test_where_the_day_has_passed_the_letter_asks_for_an_answer_at_once(office, call, tmp_path):
    made = office.reminders.remind(call, tmp_path / "再依頼.pdf", on=date(2026, 11, 28))
    assert "申請の有無を速やかに" in pages_of(made.paths[0])[0]


def test_what_nobody_knows_of_the_call_stands_in_no_letter(office, tmp_path):
    key = CallKey("multicultural_grant", 2028)
    office.calls.new(key)
    office.calls.ask(key, [ZAO])
    (page,) = pages_of(office.reminders.remind(key, tmp_path / "再依頼.pdf").paths[0])
    assert "必着" not in page
    assert "実施期間" not in page
    assert "要確認" not in page
    assert "このことについて、令和8年11月20日現在" in page


def test_when_all_have_answered_there_is_nobody_to_remind(office, call, tmp_path):
    for town in (ZAO, SHICHIKASHUKU):
        office.calls.answer(call, town, CallAnswer.APPLYING)
    for act in (office.reminders.remind, office.reminders.labels):
        with pytest.raises(Refusal, match="No body's answer is awaited") as refused:
            act(call, tmp_path / "x.pdf")
        assert [one.ja for one in refused.value.details] == [
            "宮城県蔵王町：令和8年11月20日回答（申請あり）",
            "宮城県七ヶ宿町：令和8年11月20日回答（申請あり）",
            "宮城県大河原町：令和8年11月20日回答（該当なし）",
        ]
    assert not (tmp_path / "x.pdf").exists()


def test_a_section_that_was_entered_stands_in_the_letter_and_on_the_label(office, call, tmp_path):
    town = office.addresses.body("蔵王町")
    office.addresses.put(town, Address("９８９０８９２", "宮城県刈田郡蔵王町大字円田字西浦北10", "まちづくり推進課"))
    letter = pages_of(office.reminders.remind(call, tmp_path / "再依頼.pdf").paths[0])[0]
    assert "宮城県蔵王町まちづくり推進課御中" in letter
    label = pages_of(office.reminders.labels(call, tmp_path / "宛名.pdf").path)[0]
    assert "〒989-0892宮城県刈田郡蔵王町大字円田字西浦北10宮城県蔵王町まちづくり推進課御中" in label
    assert label.endswith("宮城県七ヶ宿町御中")


def test_labels_go_to_all_who_were_asked_if_wanted(office, call, tmp_path):
    made = office.reminders.labels(call, tmp_path / "宛名.pdf", every=True)
    assert (made.labels, made.pages) == (3, 1)


@pytest.mark.parametrize(("per_sheet", "pages"), [(12, 3), (24, 2)])
def test_a_whole_prefecture_takes_as_many_sheets_as_it_must(office, call, tmp_path, per_sheet, pages):
    office.calls.ask(call, every=True)
    made = office.reminders.labels(call, tmp_path / "宛名.pdf", per_sheet=per_sheet)
    assert (made.labels, made.pages) == (33, pages)


def test_a_sheet_of_which_some_labels_are_gone_is_used_up(office, call, tmp_path):
    made = office.reminders.labels(call, tmp_path / "宛名.pdf", first=12)
    assert made.pages == 2
    first, second = pages_of(made.path)
    assert (first, second) == ("宮城県蔵王町御中", "宮城県七ヶ宿町御中")


@pytest.mark.parametrize(("per_sheet", "first"), [(10, 1), (12, 0), (12, 13), (24, 25)])
def test_a_sheet_of_another_kind_is_refused(office, call, tmp_path, per_sheet, first):
    with pytest.raises(Refusal, match="12 or 24"):
        office.reminders.labels(call, tmp_path / "宛名.pdf", per_sheet=per_sheet, first=first)


def test_an_address_that_fits_no_label_is_refused_by_its_name(office, call, tmp_path):
    office.addresses.put(office.addresses.body(ZAO), Address("989-0892", "宮城県刈田郡蔵王町大字円田\n" * 12))
    with pytest.raises(Refusal) as refused:
        office.reminders.labels(call, tmp_path / "宛名.pdf", per_sheet=24)
    assert "宮城県蔵王町" in refused.value.wording.ja


def test_a_character_that_no_font_has_stops_the_labels(office, call, tmp_path):
    office.addresses.put(office.addresses.body(ZAO), Address(section="\U0001f600課"))
    with pytest.raises(Refusal):
        office.reminders.labels(call, tmp_path / "宛名.pdf")
    assert not (tmp_path / "宛名.pdf").exists()


def test_a_specimen_says_so_on_letters_and_labels(office, call, tmp_path):
    office.branch.put(_with(office.branch.get(), demonstration=True))
    assert "見本" in pages_of(office.reminders.remind(call, tmp_path / "再依頼.pdf").paths[0])[0]
    with pypdfium2.PdfDocument(office.reminders.labels(call, tmp_path / "宛名.pdf").path) as labels:
        assert len(list(labels[0].get_objects())) > 2


def test_an_address_is_kept_once_and_forgotten_when_it_is_emptied(office):
    town = office.addresses.body("043010")
    assert office.addresses.of(town) == Address()
    kept = office.addresses.put(town, Address("〒989-0892", " 宮城県刈田郡蔵王町 ", "総務課"))
    assert kept == Address("989-0892", "宮城県刈田郡蔵王町", "総務課")
    assert office.addresses.all() == {town: kept}
    office.addresses.put(town, Address())
    assert office.addresses.all() == {}
    assert office.undo().ja == "宛先：蔵王町"
    assert office.addresses.of(town) == kept


@pytest.mark.parametrize("typed", ["98908", "989-089", "蔵王", "9890892-1"])
def test_what_is_no_postal_code_is_refused(office, typed):
    with pytest.raises(Refusal, match="no postal code"):
        office.addresses.put(office.addresses.body(ZAO), Address(typed))


def test_a_body_without_a_code_has_an_address_too(office, call, tmp_path):
    office.calls.ask(call, others=["公益財団法人宮城県国際化協会"])
    body = office.addresses.body("公益財団法人宮城県国際化協会", other=True)
    office.addresses.put(body, Address("981-0914", "仙台市青葉区堤通雨宮町4-17"))
    assert "981-0914" in pages_of(office.reminders.labels(call, tmp_path / "宛名.pdf").path)[0]
    with pytest.raises(Malformed):
        office.addresses.body("公益財団法人宮城県国際化協会")


def test_letters_printed_on_the_same_day_are_the_same_bytes(office, call, tmp_path):
    office.reminders.remind(call, tmp_path / "一.pdf", on=TODAY)
    office.reminders.remind(call, tmp_path / "二.pdf", on=TODAY)
    assert (tmp_path / "一.pdf").read_bytes() == (tmp_path / "二.pdf").read_bytes()


def test_letters_can_be_looked_at_without_anybody_being_reminded(office, call, tmp_path):
    seen = office.reminders.preview(call, tmp_path / "見る.pdf", document_number="国際第９号")
    sent = office.reminders.remind(call, tmp_path / "出す.pdf", document_number="国際第９号")
    assert pages_of(seen.paths[0]) == pages_of(sent.paths[0])
    office.undo()
    assert {one.reminded_on for one in office.calls.get(call).bodies} == {None}
    assert office.undoable().ja.startswith("募集への回答")
