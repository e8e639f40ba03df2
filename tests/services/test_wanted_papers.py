"""A paper of headquarters that a letter sends on stands among the findings and on the checklist until it is enclosed."""

from datetime import date

import pypdfium2
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from tests.services.casework import changed, grant

SELECTION = "採択（認定）・不採択の通知書"


def wanting(office, sheet):
    return [one.message.ja for one in advice(office, sheet) if one.verdict is Verdict.UNDECIDED]


def advice(office, sheet):
    found = office.cases.judged(sheet).findings
    return [one for one in found if one.rule.startswith("enclosure:") and one.advice]


def test_a_selected_project_lacks_its_notice_until_that_is_enclosed_and_no_step_waits_for_it(office, papers, tmp_path):
    sheet = grant(office, 2026)
    assert wanting(office, sheet) == []
    office.steps.take(sheet.number, "transmit", document_number="国際第101号")
    sheet = office.steps.take(sheet.number, "select", on=date(2026, 11, 19))
    (said,) = wanting(office, sheet)
    assert SELECTION in said
    assert "採択通知の送付文" in said
    verdict = office.cases.judged(sheet).verdict
    out = tmp_path / "交付申請.pdf"
    office.documents.print(sheet.number, "grant_application", [Language.JA, Language.EN], out)
    with pypdfium2.PdfDocument(out) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    text = "".join(text.split())
    assert f"「{SELECTION}」を添付してください" in text
    assert "Enclose“Noticeofselectionornon-selection”" in text
    sheet = office.steps.take(sheet.number, "apply_for_grant", document_number="国際第102号")
    assert len(wanting(office, sheet)) == 1
    sheet = office.enclosures.add(sheet.number, [papers("採択通知.txt", "採択".encode())], "selection_letter")
    assert wanting(office, sheet) == []
    assert office.cases.judged(sheet).verdict is verdict


def test_an_award_with_its_amount_calls_for_the_notice_of_award(office):
    sheet = grant(office, 2026)
    office.steps.take(sheet.number, "transmit", document_number="国際第101号")
    sheet = office.steps.take(sheet.number, "select")
    sheet = changed(office, sheet, awarded="1,200,000", award_day="2026-11-20")
    assert any("交付決定通知書" in one for one in wanting(office, sheet))


def test_of_a_closed_case_only_the_letter_on_its_end_is_still_called_for(office):
    sheet = grant(office, 2026)
    office.steps.take(sheet.number, "transmit", document_number="国際第101号")
    sheet = office.steps.take(sheet.number, "not_select")
    (said,) = wanting(office, sheet)
    assert "不採択通知の送付文" in said


def test_a_notice_sent_on_outside_the_program_is_said_with_a_reason_and_wanted_no_more(office, tmp_path):
    sheet = grant(office, 2026)
    office.steps.take(sheet.number, "transmit", document_number="国際第101号")
    sheet = office.steps.take(sheet.number, "select")
    (wanted,) = advice(office, sheet)
    sheet = office.rules.decide(sheet.number, wanted.rule, "11月20日に電子メールで転送済み", "係長")
    (said,) = advice(office, sheet)
    assert said.verdict is Verdict.MET
    assert said.message.ja == (
        f"「{SELECTION}」は添付していません（支部の判断：11月20日に電子メールで転送済み／係長）。"
    )
    out = tmp_path / "点検票.pdf"
    office.documents.print(sheet.number, "grant_application", [Language.JA], out)
    with pypdfium2.PdfDocument(out) as document:
        text = "".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    assert "11月20日に電子メールで転送済み／係長" in text
    office.undo()
    assert len(wanting(office, office.cases.get(sheet.number))) == 1


def test_of_a_closed_case_nothing_else_is_decided(office):
    sheet = grant(office, 2026)
    office.steps.take(sheet.number, "transmit", document_number="国際第101号")
    sheet = office.steps.take(sheet.number, "not_select")
    (wanted,) = advice(office, sheet)
    with pytest.raises(Refusal, match="is closed"):
        office.rules.decide(sheet.number, "ECO-05", "口頭で確認", "係長")
    sheet = office.rules.decide(sheet.number, wanted.rule, "申請団体へは電話で伝達", "係長")
    assert wanting(office, sheet) == []
