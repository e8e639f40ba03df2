"""Each paper is in the language that was asked for it, whatever language the window speaks."""

import re
from dataclasses import replace

import pytest

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.wording import Language
from clair_desktop.services.enclosed_papers import enclosure_name
from tests.programmes.test_branch_letters import enclosed, in_state, made, received
from tests.programmes.test_papers import text_of
from tests.services.casework import TODAY, burial, grant

JA, EN = Language.JA, Language.EN
KANA = re.compile("[\u3041-\u30ff]")


def spoken(office, language):
    office.branch.put(replace(office.branch.get(), language=language))


@pytest.mark.parametrize("asked", [[JA], [EN], [JA, EN], [EN, JA]])
def test_the_windows_language_changes_nothing_on_paper(office, tmp_path, asked):
    sheet, found = grant(office, 2026), []
    for window in Language:
        spoken(office, window)
        found.append(office.documents.preview(sheet, "application", asked, tmp_path / f"{window}.pdf", on=TODAY).sha256)
    assert len(set(found)) == 1


def test_what_a_step_sends_to_headquarters_is_japanese_under_an_english_window(office):
    spoken(office, EN)
    number = burial(office).number
    office.steps.take(number, "sound_out", document_number="国際第5号")
    (line,) = office.ledger.lines()
    assert line.language.ja == "日本語"


def test_the_languages_follow_one_another_as_they_were_asked(office, tmp_path):
    sheet = received(office, "economic_grant", awaited="実績報告書")
    for asked, first, second in (
        ([JA, EN], "まだ受け取っていません", "We have not yet"),
        ([EN, JA], "We have not yet", "まだ"),
    ):
        text = text_of(office.documents.preview(sheet, "reminder", asked, tmp_path / "文.pdf", on=TODAY).path)
        assert 0 <= text.index(re.sub(r"\s", "", first)) < text.index(re.sub(r"\s", "", second))


def test_one_body_is_written_to_in_english_and_the_next_in_japanese(office, tmp_path):
    """The language is chosen for each printing, and so for each receiver."""
    from clair_desktop.services.call_days import CallEntry
    from tests.services.test_reminders import CALL, ZAO

    office.calls.new(CALL, CallEntry(source_title="令和9年度募集案内"))
    office.calls.ask(CALL, [ZAO])
    spoken(office, EN)
    japanese = office.reminders.remind(CALL, tmp_path / "和.pdf", [JA], on=TODAY).paths[0]
    english = office.reminders.remind(CALL, tmp_path / "英.pdf", [EN], on=TODAY).paths[0]
    assert KANA.search(text_of(japanese))
    assert not KANA.search(text_of(english))


def test_an_english_form_gives_the_english_title_where_there_is_one(office, tmp_path):
    sheet = received(office, "economic_grant")
    text = made(office, sheet, "application", tmp_path, EN)
    breakdown = text[text.index("CostBreakdown") :]
    assert re.sub(r"\s", "", str(sheet.answers["title_en"])) in breakdown
    assert str(sheet.answers["title"]) not in breakdown
    untitled = office.cases.save(sheet.number, {key: one for key, one in sheet.answers.items() if key != "title_en"})
    assert re.sub(r"\s", "", str(sheet.answers["title"])) in made(office, untitled, "application", tmp_path, EN)


def test_an_english_list_names_enclosures_with_its_own_brackets(office, tmp_path):
    sheet = enclosed(office, received(office, "economic_grant"), "quotation")
    assert "Quotation(quotation.pdf)" in made(office, sheet, "application", tmp_path, EN)
    assert "見積書（quotation.pdf）" in made(office, sheet, "application", tmp_path)


def test_a_file_named_as_its_kind_is_called_so_without_its_ending(office):
    line = enclosed(office, received(office, "economic_grant"), "quotation").enclosures[0]
    assert enclosure_name(replace(line, name="見積書（髙﨑商店）.pdf"), Language.JA) == "見積書（髙﨑商店）"
    assert enclosure_name(replace(line, name="見積書.pdf"), Language.JA) == "見積書"


@pytest.mark.parametrize(
    ("claimed", "advance", "verdict"),
    [
        (1_900_000, None, "met"),
        (900_000, 1_000_000, "met"),
        (1_900_000, 1_000_000, "not_met"),
        (None, None, "undecided"),
    ],
)
def test_the_claim_is_what_remains_of_the_final_amount(office, claimed, advance, verdict):
    given = {key: one for key, one in {"claimed": claimed, "advance": advance}.items() if one is not None}
    sheet = received(office, "exchange_grant", awarded=2_000_000, final_amount=1_900_000, **given)
    judged = sheet.edition.findings(Facts(sheet.answers, TODAY, office.names))
    found = next(one for one in judged if one.rule == "claimed")
    assert found.verdict.value == verdict
    assert "1,900,000円" in (found.working.ja if found.working else "")


def test_the_claim_says_what_is_claimed_from_2026_on(office, tmp_path):
    sheet = received(office, "exchange_grant", final_amount=1_900_000, advance=1_000_000, claimed=900_000)
    text = made(office, in_state(sheet, "finalised"), "claim", tmp_path)
    assert "請求額900,000円" in text
    old = received(office, "exchange_grant", 2025, final_amount=1_900_000)
    assert "請求額" not in made(office, old, "claim", tmp_path)


def test_a_number_of_persons_stands_with_its_unit_in_japanese(office, tmp_path):
    sheet = received(office, "community_adviser")
    text = made(office, sheet, "application", tmp_path)
    assert re.search(r"参加予定人数\d+人", text)
    assert not re.search(r"\d+人", made(office, sheet, "application", tmp_path, EN))


def test_an_english_day_stands_on_one_line_of_a_table(office, tmp_path):
    import pypdfium2

    sheet = received(office, "executive_seminar")
    path = office.documents.preview(sheet, "programme", [EN], tmp_path / "日程.pdf", on=TODAY).path
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert re.search(r"2[ \u00a0]February[ \u00a0]2026", text)
    assert not re.search(r"February\s*\n\s*2026", text)
