"""Letters by year: worded and addressed as the branch was told, carried forward, frozen with a closed case, undone."""

import json
from datetime import date

import pypdfium2
import pytest

from clair_desktop.domain.letters import HeadquartersAddress
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.letter_checks import checked_text, demand_document
from clair_desktop.services.letters import DocumentLine
from clair_desktop.services.office import Office
from tests.services.casework import GRANT, RESEARCH, grant, research

DOCUMENT = "application/transmittal"
NOTE = {"source_title": "令和8年度事務連絡", "locator": "記の2"}
SUBJECT = Wording("{fiscal_year}{programme}の申請書の提出について", "Applications under {programme}, {fiscal_year}")
DIVISION = HeadquartersAddress(
    Wording("交流支援部経済交流課", "Economic Exchange Division"),
    Wording("", ""),
    Wording("〒102-0083　東京都千代田区麹町", "Kojimachi, Chiyoda-ku, Tokyo"),
    "keishin@clair.or.jp",
)


@pytest.fixture
def other(clock):
    opened = Office.in_memory(clock=clock, who="仙台市支部 担当者")
    opened.branch.choose_branch("041009")
    yield opened
    opened.close()


def word(office, year=2025, text=SUBJECT, part="subject", document=DOCUMENT):
    office.letters.enter(GRANT, document, part, year, text, **NOTE)


def line(office, part="subject", year=2025, document=DOCUMENT, programme=GRANT):
    documents: dict[str, DocumentLine] = {one.key: one for one in office.letters.documents(programme, year)}
    return next(one for one in documents[document].parts if one.part.key == part)


def printed(office, number, tmp_path, pack="application", language=Language.JA) -> str:
    out = tmp_path / "印刷.pdf"
    office.documents.print(number, pack, [language], out)
    with pypdfium2.PdfDocument(out) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return "".join(text.split())


def test_what_is_entered_stands_in_the_papers_of_its_year_and_the_declared_text_beside_it(office, tmp_path):
    sheet = grant(office)
    assert "申請書の提出について" not in printed(office, sheet.number, tmp_path)
    word(office)
    assert "令和7年度経済活動助成事業の申請書の提出について" in printed(office, sheet.number, tmp_path)
    assert (line(office).text, line(office).part.text.ja) == (
        SUBJECT,
        "{fiscal_year}{programme}に係る助成申請書について（進達）",
    )


def test_a_text_is_carried_forward_and_never_back(office):
    word(office, 2025)
    assert line(office, year=2026).text == SUBJECT
    assert line(office, year=2026).entered.year.start_year == 2025
    assert line(office, year=2024).entered is None


def test_the_checklist_says_that_wording_of_an_earlier_year_is_printed(office, tmp_path):
    word(office, 2025)
    text = printed(office, grant(office, 2026).number, tmp_path)
    assert "前年度までの文面（令和7年度の入力）" in text


def test_a_whole_body_takes_the_place_of_earlier_paragraphs_and_a_later_paragraph_stands_in_it(office):
    word(office, 2024, Wording("古い一段落", "An old paragraph"), "paragraph_1")
    word(office, 2025, Wording("一\n\n二", "One\nTwo"), "body")
    assert line(office, "body").text == Wording("一\n二", "One\nTwo")
    word(office, 2026, Wording("新しい一", "A new one"), "paragraph_1")
    assert line(office, "body", 2026).text == Wording("新しい一\n二", "A new one\nTwo")


@pytest.mark.parametrize(
    ("part", "text", "field", "said"),
    [
        ("subject", Wording("{rice}について", "About {rice}"), "ja", "「{rice}」は、この事業では埋められません"),
        ("subject", Wording("{title}について", "About it"), "en", "「{title}」が英語の文面にありません"),
        ("subject", Wording("件名", "About {title}"), "ja", "「{title}」が日本語の文面にありません"),
        ("subject", Wording("{titleについて", "About {title}"), "ja", "対になっていません"),
        ("subject", Wording("件名", " "), "en", "英語の文面を入力"),
        ("subject", Wording("", ""), "ja", "日本語の文面を入力"),
        ("body", Wording("一\n二", "One"), "en", "同じ数に"),
        ("subject", Wording("件\x07名", "Subject"), "ja", "制御文字"),
    ],
)
def test_what_could_not_be_printed_is_refused_by_its_box(office, part, text, field, said):
    with pytest.raises(Refusal) as refused:
        word(office, text=text, part=part)
    assert said in refused.value.wording.ja
    assert refused.value.field == field
    assert line(office).entered is None


def test_an_unknown_document_or_part_is_refused_with_those_that_there_are(office):
    with pytest.raises(Refusal, match=DOCUMENT):
        word(office, document="application/rice")
    with pytest.raises(Refusal, match="paragraph_1"):
        word(office, part="paragraph_9")
    with pytest.raises(Refusal, match="Give the source"):
        office.letters.enter(GRANT, DOCUMENT, "subject", 2025, SUBJECT, source_title=" ")


def test_every_declared_text_would_itself_be_accepted(office):
    for programme in office.programmes().values():
        for document in office.letters.documents(programme.key, 2026):
            for one in document.parts:
                declared = demand_document(programme, document.key)
                assert checked_text(programme, declared, one.part, one.part.text) == one.part.text, (
                    document.key,
                    one.part.key,
                )


def test_an_entry_is_withdrawn_and_both_are_undone(office):
    word(office)
    office.letters.withdraw(GRANT, DOCUMENT, "subject", 2025)
    assert line(office).entered is None
    office.undo()
    assert line(office).text == SUBJECT
    office.undo()
    assert line(office).entered is None
    with pytest.raises(Refusal, match="entered nothing"):
        office.letters.withdraw(GRANT, DOCUMENT, "subject", 2025)


def test_letters_to_headquarters_address_the_division_of_the_year(office, tmp_path):
    number = grant(office).number
    assert "理事長様" in printed(office, number, tmp_path)
    office.letters.enter_addressee(GRANT, 2025, DIVISION, **NOTE)
    text = printed(office, number, tmp_path)
    assert "交流支援部経済交流課御中" in text
    assert "keishin@clair.or.jp" in text
    assert "理事長様" not in text
    assert "DearSirorMadam" in printed(office, number, tmp_path, language=Language.EN)
    assert office.letters.addressee(GRANT, 2024) is None
    later = grant(office, 2026).number
    assert "前年度までの宛名（令和7年度の入力）" in printed(office, later, tmp_path)


@pytest.mark.parametrize(
    ("to", "field"),
    [
        (HeadquartersAddress(Wording("", ""), Wording("", ""), Wording("", ""), ""), "division"),
        (HeadquartersAddress(Wording("課", ""), Wording("", ""), Wording("", ""), ""), "division_en"),
        (HeadquartersAddress(Wording("課", "Div"), Wording("", ""), Wording("", ""), "keishin＠clair"), "email"),
    ],
)
def test_an_addressee_that_names_nobody_or_in_one_language_only_is_refused(office, to, field):
    with pytest.raises(Refusal) as refused:
        office.letters.enter_addressee(GRANT, 2025, to, **NOTE)
    assert refused.value.field == field


def test_a_closed_case_keeps_the_letters_it_was_closed_with_whatever_is_entered_taken_back_or_undone(office, tmp_path):
    word(office)
    number = grant(office).number
    office.steps.take(number, "withdraw", on=date(2026, 11, 20))
    assert office.cases.get(number).closed
    office.letters.withdraw(GRANT, DOCUMENT, "subject", 2025)
    office.letters.enter_addressee(GRANT, 2025, DIVISION, **NOTE)
    text = printed(office, number, tmp_path)
    assert "申請書の提出について" in text
    assert "理事長様" in text


def test_a_form_number_of_an_earlier_year_stands_in_the_checklist_only(office, tmp_path):
    key = "multicultural_grant"
    assert line(office, "form_number", 2026, "application/cost_breakdown", key).number.carried_forward is False
    carried = line(office, "form_number", 2027, "application/cost_breakdown", key)
    assert (carried.number.number.number.ja, carried.text.ja) == ("様式1号-2", "")
    numbers = {
        year: [
            one.layout.form_number.ja
            for pack in office.edition(key, year).packs()
            for one in pack.documents
            if getattr(one.layout, "form_number", None)
        ]
        for year in (2025, 2026, 2027)
    }
    assert numbers == {2025: [], 2026: ["様式1号-2"], 2027: []}


def test_a_number_the_branch_enters_for_the_year_is_printed(office):
    key, document, text = "multicultural_grant", "application/cost_breakdown", Wording("様式1号-3", "Form 1-3")
    office.letters.enter(key, document, "form_number", 2027, text, **NOTE)
    assert line(office, "form_number", 2027, document, key).text == text
    assert line(office, "form_number", 2028, document, key).text.ja == ""


def noticed(office, tmp_path, year=2025):
    path = tmp_path / "通知.json"
    office.notices.make(path, year, "宮城県支部")
    return path


def test_a_notice_carries_wording_and_addressees_and_is_taken_in_one_act(office, other, tmp_path):
    word(office)
    office.letters.enter_addressee(GRANT, 2025, DIVISION, **NOTE)
    office.rules.enter(GRANT, "rounding_unit", 2025, "1,000円", **NOTE)
    path = noticed(office, tmp_path)
    content = json.loads(path.read_text("utf-8"))
    assert content["format"] == 2
    assert any("進達書の件名" in told for told in content["preview"]["ja"])
    notice = other.notices.read(path)
    assert [one.label.ja for one in other.notices.letter_differences(notice)] == ["進達書の件名", "宛名"]
    taken = other.notices.take(notice)
    assert (len(taken.rulings), len(taken.letters)) == (1, 2)
    assert line(other).text == SUBJECT
    assert other.letters.addressee(GRANT, 2025).to == DIVISION
    assert other.notices.take(notice).count == 0
    other.undo()
    assert line(other).entered is None
    assert other.letters.addressee(GRANT, 2025) is None


def test_a_notice_without_letters_stays_in_the_format_that_older_programs_read(office, tmp_path):
    office.rules.enter(GRANT, "rounding_unit", 2025, "1,000円", **NOTE)
    assert json.loads(noticed(office, tmp_path).read_text("utf-8"))["format"] == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": {"ja": "{rice}", "en": "{rice}"}}, "埋められません"),
        ({"text": "件名"}, "日英の文面を読めません"),
        ({"year": "2025"}, "年度"),
        ({"source_title": " "}, "根拠がありません"),
        ({"checked_on": "昨日"}, "確認日"),
        ({"part": "paragraph_9"}, "paragraph_9"),
        ({"programme": "rice_grant"}, "rice_grant"),
    ],
)
def test_a_text_that_could_not_have_been_typed_is_not_taken_from_a_file_either(office, other, tmp_path, change, said):
    from clair_desktop.services.notice_files import _fingerprint

    word(office)
    path = noticed(office, tmp_path)
    content = json.loads(path.read_text("utf-8"))
    content["texts"][0].update(change)
    content["sha256"] = _fingerprint(content)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    with pytest.raises(Refusal) as refused:
        other.notices.read(path)
    assert said in refused.value.details[0].ja


def test_the_simulator_names_what_open_cases_would_print_otherwise(office, other, tmp_path):
    word(office)
    office.letters.enter_addressee(GRANT, 2025, DIVISION, **NOTE)
    notice = other.notices.read(noticed(office, tmp_path))
    number = grant(other).number
    research(other)
    (effect,) = other.simulator.effects(notice)
    assert effect.number == number
    assert [one.ja for one in effect.letters] == ["進達書の件名", "宛名"]
    assert effect.verdict[0] is effect.verdict[1]


def test_a_paper_is_looked_at_with_what_is_typed_before_anything_is_kept(office, tmp_path):
    draft = office.letters.checked(GRANT, DOCUMENT, "subject", 2025, SUBJECT, source_title="―", locator="")
    for case in (None, grant(office).number):
        made = office.letters.preview(
            GRANT, 2025, DOCUMENT, [Language.JA], tmp_path / "見る.pdf", draft=draft, case=case
        )
        with pypdfium2.PdfDocument(made.path) as document:
            assert "申請書の提出について" in "".join(document[0].get_textpage().get_text_bounded().split())
    assert line(office).entered is None


def test_a_paper_that_stands_alike_in_two_packs_is_worded_once(office):
    office.letters.enter(
        RESEARCH, "sounding/request_form", "title", 2026, Wording("海外調査の依頼書", "Request"), **NOTE
    )
    packs = {pack.key: pack for pack in office.edition(RESEARCH, 2026).packs()}
    titles = {one.layout.title.ja for pack in packs.values() for one in pack.documents if one.key == "request_form"}
    assert titles == {"海外調査の依頼書"}


def test_the_wording_of_a_locked_year_is_settled_by_hand_as_by_notice(office, other, tmp_path):
    word(office)
    office.years.lock(2025)
    with pytest.raises(Refusal):
        word(office, text=Wording("{fiscal_year}の申請書", "Applications, {fiscal_year}"))
    with pytest.raises(Refusal):
        office.letters.withdraw(GRANT, DOCUMENT, "subject", 2025)
    with pytest.raises(Refusal):
        office.letters.enter_addressee(GRANT, 2025, DIVISION, **NOTE)
    word(other, text=Wording("{fiscal_year}の申請書", "Applications, {fiscal_year}"))
    file = tmp_path / "通知.json"
    other.notices.make(file, 2025, "仙台市支部")
    with pytest.raises(Refusal):
        office.notices.take(office.notices.read(file))
    assert line(office).text == SUBJECT
    word(office, year=2026)
