"""While a letter is worded: places offered, unknown and left-out ones told, both languages alike, every version kept."""

import pytest

from clair_desktop.domain.wording import Wording
from tests.services.casework import GRANT

DOCUMENT = "application/transmittal"
DECLARED_JA = "{fiscal_year}{programme}に係る助成申請書について（進達）"
NOTE = {"source_title": "令和8年度事務連絡", "locator": "記の2"}


def remarks(office, ja: str, en: str, part: str = "subject"):
    return office.letters.lint(GRANT, DOCUMENT, part, Wording(ja, en))


def told(found, tone: str) -> list[str]:
    return [one.wording.ja for one in found if one.tone == tone]


def test_the_places_of_the_declared_text_are_offered_first_each_with_what_fills_it(office) -> None:
    places = office.letters.places(GRANT, DOCUMENT, "subject")
    assert [(one.key, one.label.ja, one.declared) for one in places[:2]] == [
        ("fiscal_year", "実施年度", True),
        ("programme", "事業の名称", True),
    ]
    assert ("requested", False) in [(one.key, one.declared) for one in places]
    assert all(one.label.ja and one.label.en for one in places)


def test_a_letter_made_row_by_row_offers_what_its_row_says(office) -> None:
    documents = office.letters.documents("overseas_support", 2026)
    document = next(one for one in documents if one.packs[0].each is not None)
    keys = [one.key for one in office.letters.places("overseas_support", document.key, document.parts[0].part.key)]
    assert "targets.inside_address" in keys


def test_every_declared_text_of_every_programme_has_nothing_to_be_mended(office) -> None:
    for programme in office.programmes():
        for document in office.letters.documents(programme, 2026):
            for line in document.parts:
                found = office.letters.lint(programme, document.key, line.part.key, line.part.text)
                if line.part.text.ja:
                    assert not told(found, "error"), (programme, document.key, line.part.key)


def test_an_unknown_place_and_one_of_one_language_only_are_errors_at_their_box(office) -> None:
    found = remarks(office, "{fiscal_year}{programe}の申請書", "Applications")
    errors = [(one.field, one.wording.ja) for one in found if one.tone == "error"]
    assert any("{programe}" in said for _field, said in errors)
    assert ("en", "「{fiscal_year}」が英語の文面にありません。両方の言語に入れてください。") in errors


def test_a_place_that_is_no_longer_used_is_a_warning_with_its_meaning(office) -> None:
    found = remarks(office, "{fiscal_year}の申請書", "Applications, {fiscal_year}")
    assert told(found, "warning") == ["既定の文面にある「{programme}」（事業の名称）を使っていません。"]


def test_a_text_that_agrees_in_both_languages_is_told_to(office) -> None:
    found = remarks(office, DECLARED_JA, "{programme}, {fiscal_year}: application")
    assert [one.tone for one in found] == ["done"]


def test_paragraphs_of_the_whole_body_must_be_as_many_in_both_languages(office) -> None:
    found = remarks(office, "一つ目\n二つ目", "One", part="body")
    assert any("段落の数" in said for said in told(found, "error"))


@pytest.mark.parametrize("side", ["ja", "en"])
def test_a_missing_language_is_an_error(office, side) -> None:
    texts = {"ja": "申請書", "en": "Application", side: ""}
    assert told(remarks(office, texts["ja"], texts["en"]), "error")


def enter(office, text: str, year: int = 2026) -> None:
    office.letters.enter(GRANT, DOCUMENT, "subject", year, Wording(text, text), **NOTE)


def test_every_wording_ever_entered_is_a_version_and_the_one_that_stands_is_known(office, clock) -> None:
    enter(office, "{fiscal_year}A案")
    clock.set(clock.now().replace(hour=clock.now().hour + 1))
    enter(office, "{fiscal_year}B案")
    found = office.letters.versions(GRANT, DOCUMENT, "subject")
    assert [(one.text.ja, one.year, one.stands) for one in found] == [
        ("{fiscal_year}B案", 2026, True),
        ("{fiscal_year}A案", 2026, False),
    ]
    assert found[0].source == "令和8年度事務連絡"
    office.undo()
    assert [one.stands for one in office.letters.versions(GRANT, DOCUMENT, "subject")] == [False, True]


def test_a_withdrawn_wording_may_still_be_read(office) -> None:
    enter(office, "{fiscal_year}A案")
    office.letters.withdraw(GRANT, DOCUMENT, "subject", 2026)
    assert [(one.text.ja, one.stands) for one in office.letters.versions(GRANT, DOCUMENT, "subject")] == [
        ("{fiscal_year}A案", False)
    ]
