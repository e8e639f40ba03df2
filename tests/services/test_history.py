"""What happened to a case, in words an official uses, in both languages."""

from datetime import timedelta

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from tests.services.casework import changed, grant, research


def latest(office, number, language=Language.JA):
    return office.history.of(number, language)[0]


def told(entry, language=Language.JA):
    return {change.what.in_(language): (change.old, change.new) for change in entry.changes}


def test_who_changed_what_from_what_to_what(office, clock):
    sheet = grant(office)
    clock.set(clock.now() + timedelta(hours=2))
    changed(office, sheet, requested="2,000千円", ends="R8.2.13", place="国内", fax="054-000-0000")
    entry = latest(office, sheet.number)
    assert entry.title.ja == "入力の保存：R8-0001"
    assert entry.who == "宮城県支部 担当者"
    assert entry.at == clock.now()
    assert told(entry) == {
        "助成金申請額": ("2,100,000円", "2,000,000円"),
        "実施期間（終了）": ("令和8年2月20日", "令和8年2月13日"),
        "主たる実施地": ("海外", "国内"),
        "FAX": ("", "054-000-0000"),
    }
    english = told(latest(office, sheet.number, Language.EN), Language.EN)
    assert english["Amount requested"] == ("¥2,100,000", "¥2,000,000")
    assert english["Period: to"] == ("20 February 2026", "13 February 2026")
    assert english["Main location"] == ("Abroad", "In Japan")


def test_a_receipt_tells_all_that_was_entered(office):
    sheet = grant(office)
    (entry,) = office.history.of(sheet.number)
    assert entry.title.ja == "受付：経済活動助成事業"
    words = told(entry)
    assert words["申請団体"] == ("", "静岡県富士市")
    assert words["事業区分"] == ("", "海外販路開拓")
    assert words["状態"] == ("", "支部受付")
    assert "出展費 / 商談会の小間料 / 600,000円" in words["経費内訳"][1]


def test_a_step_tells_the_states_and_the_number_of_the_letter(office):
    sheet = grant(office)
    office.steps.take(sheet.number, "transmit", document_number="国際第101号")
    entry = latest(office, sheet.number)
    assert entry.title.en == "R8-0001: Transmit to headquarters"
    words = told(entry)
    assert words["状態"] == ("支部受付", "本部提出済（審査中）")
    assert words["文書番号"] == ("", "国際第101号")
    assert words["印刷した書類"] == ("", "申請書一式（進達）")


def test_the_answer_of_an_office_is_told_by_its_states(office):
    sheet = research(office)
    office.steps.take(sheet.number, "sound_out", document_number="国際第72号")
    office.steps.take(sheet.number, "decline", part="paris", note="調査先がない。")
    words = told(latest(office, sheet.number))
    assert words["状態"] == ("可否待ち", "不可")
    assert words["備考"][1] == "調査先がない。"


def test_what_was_undone_is_said_to_be(office):
    sheet = grant(office)
    changed(office, sheet, title="別の題")
    office.undo()
    undone, saved, received = office.history.of(sheet.number)
    assert undone.title.ja == "元に戻す：入力の保存：R8-0001"
    assert saved.undone
    assert not received.undone
    assert told(undone)["事業名"] == ("別の題", sheet.title)


@pytest.mark.parametrize("language", Language)
def test_every_act_upon_a_case_can_be_told(office, papers, tmp_path, language):
    sheet = research(office)
    office.enclosures.set_kind(sheet.number, sheet.enclosures[0].id, "other")
    office.enclosures.set_kind(sheet.number, sheet.enclosures[0].id, "japan_situation")
    office.rules.decide(sheet.number, "RES-01", "確認済み", "係長")
    office.steps.take(sheet.number, "sound_out", document_number="国際第72号")
    office.steps.take(sheet.number, "accept", part="london")
    office.documents.print(sheet.number, "sounding", [language], tmp_path / "写し.pdf")
    office.enclosures.remove(sheet.number, sheet.enclosures[0].id)
    office.cases.save(sheet.number, {})
    office.undo()
    office.cases.delete(sheet.number)
    office.undo()
    entries = office.history.of(sheet.number, language)
    assert len(entries) == 13
    for entry in entries:
        assert entry.title.in_(language)
        for change in entry.changes:
            assert change.what.in_(language)
            assert "{" not in change.new + change.old


def test_the_history_of_no_case_is_refused(office):
    with pytest.raises(Refusal):
        office.history.of("R8-9999")
