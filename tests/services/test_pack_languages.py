"""Each paper in the language its receiver reads, or in the one that the branch chose for it."""

import pytest

from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.domain.pack_languages import PackLanguages, PaperLanguage, usual_languages
from clair_desktop.domain.wording import Language
from clair_desktop.services.verifying import Standing
from tests.output.pdf.reading import page_texts
from tests.services.casework import burial, grant

JA, EN, BOTH, BILINGUAL = PaperLanguage


def pack_of(office, programme, key):
    return next(one for one in office.edition(programme, 2026).packs() if one.key == key)


def test_a_japanese_letter_goes_with_an_english_annex_and_is_made_again_as_it_was(office, tmp_path):
    out, sheet = tmp_path / "一式.pdf", burial(office)
    mixed = PackLanguages(JA, {"questionnaire": EN, "request_form": BILINGUAL})
    made = office.documents.print(sheet.number, "sounding", mixed, out, made_up=MakeUp(contents=True))
    texts = page_texts(out)
    assert "海外依頼調査に係る打診について" in texts[0]
    assert "海外調査依頼書（続き）/ResearchRequest(continued)" in texts[3]
    assert texts[4].startswith("QuestionnaireSubject")
    assert made.language == "both"
    assert office.verifying.verify(out).standing is Standing.RELEASED
    office.documents.keep_languages(sheet, "sounding", PackCopy.WHOLE, PackLanguages(EN))
    assert office.releases.again(made.pack_id, tmp_path / "昔.pdf").same_file


def test_what_a_step_sends_follows_what_the_branch_keeps_for_its_papers(office, tmp_path):
    sheet = burial(office)
    office.documents.keep_languages(sheet, "sounding", PackCopy.WHOLE, PackLanguages(JA, {"questionnaire": EN}))
    office.steps.take(sheet.number, "sound_out", document_number="国際第5号")
    (line,) = office.ledger.lines()
    assert line.language.ja == "日英"


def test_letters_abroad_are_english_and_the_branch_files_their_reading_copy(office):
    letters = pack_of(office, "overseas_support", "appointment_request")
    assert usual_languages(letters, PackCopy.WHOLE) == PackLanguages(EN)
    filed = usual_languages(letters, PackCopy.BRANCH)
    assert (filed.of("appointment_request"), filed.of("questions_abroad")) == (BOTH, BILINGUAL)


@pytest.mark.parametrize("copy", list(PackCopy))
def test_what_goes_to_headquarters_and_authorities_is_japanese(office, copy):
    assert office.documents.languages(grant(office), "application", copy) == PackLanguages(JA)


def test_keeping_the_usual_languages_keeps_nothing(office):
    sheet = grant(office)
    office.documents.keep_languages(sheet, "application", PackCopy.BRANCH, PackLanguages(BOTH))
    assert office.documents.languages(sheet, "application", PackCopy.BRANCH).whole is BOTH
    assert office.documents.languages(sheet, "application").whole is JA
    office.documents.keep_languages(sheet, "application", PackCopy.BRANCH, PackLanguages())
    with office._desk.database.reading() as work:
        assert work.settings.get("pack_languages") == {}


def test_the_same_language_for_every_paper_is_the_pack_in_that_language(office, tmp_path):
    sheet = grant(office)
    plain = office.documents.preview(sheet, "application", [Language.EN], tmp_path / "1.pdf")
    chosen = office.documents.preview(sheet, "application", PackLanguages(EN), tmp_path / "2.pdf")
    assert chosen.sha256 == plain.sha256
