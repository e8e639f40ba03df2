"""The branch's letters on decisions, corrections and papers still owed: when they may be written, and what goes with them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from clair_desktop.blocks.branch_letters import FIRST_YEAR
from clair_desktop.domain.documents import Letter, Needs
from clair_desktop.domain.fields import Choice, Choices, Day, Rows, Yen
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.programmes import all_programmes
from clair_desktop.services.sheets import EnclosureLine
from tests.programmes.test_papers import text_of
from tests.services.casework import TODAY, material, values

GRANTS = ["economic_grant", "exchange_grant", "model_project_grant", "multicultural_grant"]
WITH_CORRECTIONS = [
    *GRANTS,
    "overseas_research",
    "overseas_support",
    "executive_seminar",
    "promotion_adviser",
    "community_adviser",
]
SAID = "見積書に内訳を付けること。"


def received(office, key, year=2026, **more):
    answers = values(office, key, year, office.programmes()[key].examples[0].answers)
    sheet = office.cases.new(key, year, answers, received_on=TODAY)
    return office.cases.save(sheet.number, {**sheet.answers, **more}) if more else sheet


def in_state(sheet, key):
    return replace(sheet, state=next(one for one in sheet.edition.programme.workflow.states if one.key == key))


def with_its_paper(sheet, pack):
    """The case with what the letter sends on, as a file that is not bound in."""
    kinds = [one for one in sheet.edition.programme.enclosures if one.key in pack.needs.enclosed]
    lines = [EnclosureLine(0, one.key, one.label, f"{one.key}.eml", "", 9, None, False, "0" * 64) for one in kinds]
    return replace(sheet, enclosures=[*sheet.enclosures, *lines])


def the_pack(sheet, key):
    return next(one for one in sheet.edition.packs() if one.key == key)


def made(office, sheet, pack, out, language=Language.JA):
    return text_of(office.documents.preview(sheet, pack, [language], out / f"{pack}.pdf", on=TODAY).path)


def letters_of(programme):
    """The packs that came with the branch's letters."""
    return [pack for pack in programme.packs if pack.documents[0].since == FIRST_YEAR]


def an_answer(asked):
    match asked:
        case Yen():
            return 1_200_000
        case Authority():
            return "250007"
        case Day():
            return date(2026, 12, 4)
        case Choice() | Choices() | Rows():
            raise AssertionError(f"{asked.key}: no letter needs it")
        case _:
            return SAID


@pytest.mark.parametrize("language", Language)
def test_each_letter_says_what_is_decided_or_asked_in_its_own_words(programme, office, language, tmp_path):
    if programme.until and programme.until < FIRST_YEAR:
        assert not letters_of(programme)
        return
    for pack in letters_of(programme):
        sheet = received(office, programme.key)
        needed = {key: an_answer(sheet.edition.field(key)) for key in pack.needs.answers}
        sheet = office.cases.save(sheet.number, {**sheet.answers, **needed})
        shown = with_its_paper(in_state(sheet, pack.states[0]) if pack.states else sheet, pack)
        text = made(office, shown, pack.key, tmp_path, language)
        assert not re.search(r"[{}]|(?<!\()None|Wording", text), pack.key
        assert (
            re.sub(r"\s", "", str(sheet.answers.get("title" if language is Language.JA else "title_en", "")))[:12]
            in text
        )
        for key in pack.needs.answers:
            if needed[key] == SAID:
                assert SAID in text, pack.key


def test_a_case_of_an_earlier_year_is_offered_none_of_them(programme, office):
    if not letters_of(programme):
        return
    sheet = office.cases.new(programme.key, 2025, {}, received_on=date(2025, 6, 2))
    offered = {pack.key for pack in office.documents.packs(sheet)}
    assert not offered & {pack.key for pack in letters_of(programme)}


@pytest.mark.parametrize("key", GRANTS)
def test_a_decision_is_not_sent_on_before_it_is_recorded(key, office, tmp_path):
    sheet = received(office, key)
    for pack in ("selection_notice", "non_selection_notice"):
        with pytest.raises(Refusal) as refused:
            made(office, sheet, pack, tmp_path)
        assert "支部受付" in refused.value.wording.ja
        assert refused.value.details
        assert not (tmp_path / f"{pack}.pdf").exists()
    sheet = with_its_paper(sheet, the_pack(sheet, "selection_notice"))
    chosen = made(office, in_state(sheet, "selected"), "selection_notice", tmp_path)
    assert ("認定の通知" if key == "model_project_grant" else "採択の通知") in chosen
    assert "交付申請の手続をお願いします" in chosen
    assert "不採択の通知" in made(office, in_state(sheet, "not_selected"), "non_selection_notice", tmp_path)


@pytest.mark.parametrize("key", GRANTS)
def test_the_award_is_sent_on_with_its_day_and_amount_in_both_languages(key, office, tmp_path):
    sheet = received(office, key)
    with pytest.raises(Refusal):
        made(office, sheet, "award_notice", tmp_path)
    sheet = office.cases.save(sheet.number, {**sheet.answers, "awarded": 1_900_000, "award_day": date(2026, 4, 10)})
    with pytest.raises(Refusal) as refused:
        made(office, sheet, "award_notice", tmp_path)
    assert [one.ja for one in refused.value.details] == ["「交付決定通知書」を添付してください。"]
    sheet = with_its_paper(sheet, the_pack(sheet, "award_notice"))
    text = made(office, sheet, "award_notice", tmp_path)
    assert "令和8年4月10日" in text
    assert "1,900,000円" in text
    english = made(office, sheet, "award_notice", tmp_path, Language.EN)
    assert "10April2026" in english
    assert "¥1,900,000" in english


@pytest.mark.parametrize("key", WITH_CORRECTIONS)
def test_whoever_returns_papers_says_what_is_to_be_corrected_by_when(key, office, tmp_path):
    sheet = received(office, key, corrections=SAID, correct_by=date(2026, 12, 4))
    text = made(office, sheet, "correction", tmp_path)
    assert SAID in text
    assert "令和8年12月4日" in text


@pytest.mark.parametrize("key", [*WITH_CORRECTIONS, "expert_dispatch"])
def test_papers_that_are_owed_are_asked_for_again_with_a_new_day(key, office, tmp_path):
    asked = {"applicant": "250007"} if key == "expert_dispatch" else {}
    sheet = received(office, key, awaited="実績報告書及び証拠書類", awaited_by=date(2026, 12, 11), **asked)
    text = made(office, sheet, "reminder", tmp_path)
    assert "（再依頼）" in text
    assert "実績報告書及び証拠書類" in text
    assert "令和8年12月11日" in text
    assert "行き違いの場合は御容赦ください" in text


def enclosed(office, sheet, kind):
    return office.enclosures.add(sheet.number, [material(office, f"{kind}.pdf")], kind)


def test_headquarters_notice_goes_to_the_applicant_without_the_applicants_own_papers(office, tmp_path):
    sheet = received(office, "economic_grant", awarded=1_900_000, award_day=date(2026, 4, 10))
    for kind in ("quotation", "budget", "selection_letter", "award_letter"):
        sheet = enclosed(office, sheet, kind)
    text = made(office, sheet, "award_notice", tmp_path)
    assert "添付書類(1)交付決定通知書（award_letter.pdf）" in text
    assert "採択（認定）" not in text  # the notice of another decision has gone out with its own letter
    assert "見積書" not in text
    assert "予算書" not in text


def test_what_comes_later_does_not_go_with_the_application_nor_what_was_sent_with_the_report(office, tmp_path):
    sheet = received(office, "economic_grant", results="商談が成立した。", actual_eligible_cost=2_400_000)
    for kind in ("quotation", "evidence", "headquarters_letter"):
        sheet = enclosed(office, sheet, kind)
    application = made(office, sheet, "application", tmp_path).split("この一式に付けない添付書類")[0]
    assert "quotation.pdf" in application
    assert "evidence.pdf" not in application
    report, kept = made(office, sheet, "completion_report", tmp_path).split("この一式に付けない添付書類")
    assert "evidence.pdf" in report
    assert "quotation.pdf" not in report
    assert "headquarters_letter.pdf" not in report
    assert (
        "見積書quotation.pdfこの相手・段階には送らない種類です。付く一式：申請書一式（進達）、交付申請一式（進達）"
        in kept
    )
    assert "headquarters_letter.pdf" in kept
    assert "evidence.pdf" not in kept


def test_what_the_list_of_enclosures_calls_bound_in_is_bound_in(office, tmp_path):
    sheet = enclosed(office, received(office, "economic_grant"), "quotation")
    made_pack = office.documents.preview(sheet, "grant_application", [Language.JA], tmp_path / "交付申請.pdf", on=TODAY)
    assert "本書に綴込み" in text_of(made_pack.path)
    assert made_pack.made.content.filled.enclosures


def test_a_paper_that_is_all_tables_is_left_out_where_none_has_a_row(office, tmp_path):
    sheet = office.cases.save(
        (one := received(office, "overseas_support")).number,
        {**one.answers, "targets": (), "slots": (), "questions": ()},
    )
    text = made(office, sheet, "application", tmp_path)
    assert "訪問希望先一覧" not in text
    assert "質問書" not in text
    assert "訪問団員名簿" in text
    specimen = office.documents.specimen("overseas_support", "application", [Language.JA], tmp_path / "見本.pdf")
    assert "訪問希望先一覧" in text_of(specimen.path)


def test_every_pack_that_a_step_sends_stands_in_every_year_in_which_the_step_may_be_taken(programme):
    sent = {step.issues for step in programme.workflow.transitions if step.issues}
    for pack in programme.packs:
        if pack.key in sent:
            assert any(one.since is None for one in pack.documents), pack.key
            assert not pack.states, pack.key


def test_needs_are_asked_in_the_years_in_which_the_letter_stands(programme):
    edition = programme.edition(FIRST_YEAR)
    for pack in letters_of(programme):
        assert pack.needs == Needs() or all(edition.field(key) for key in pack.needs.answers), pack.key


def test_an_experts_letter_is_never_addressed_to_the_body_abroad(office, tmp_path):
    sheet = received(office, "expert_dispatch", awaited="候補者の推薦書", selected="土木担当課 主幹")
    without = office.cases.save(sheet.number, {key: one for key, one in sheet.answers.items() if key != "applicant"})
    for pack in ("selected", "reminder"):
        with pytest.raises(Refusal):
            made(office, without, pack, tmp_path)


def letters_that_enclose():
    """Every letter that says 別添."""
    for programme in all_programmes().values():
        for pack in programme.packs:
            for document in pack.documents:
                layout = document.layout
                if isinstance(layout, Letter) and any("別添のとおり" in one.ja for one in layout.paragraphs):
                    yield programme, pack


def test_no_letter_says_that_headquarters_paper_is_enclosed_where_it_is_not_demanded():
    found = [(programme.key, pack.key, bool(pack.needs.enclosed)) for programme, pack in letters_that_enclose()]
    assert len(found) > 12
    assert [one for one in found if not one[2]] == []


def test_a_specimen_lists_what_its_letter_sends_on(office, tmp_path):
    path = tmp_path / "見本.pdf"
    office.documents.specimen("economic_grant", "award_notice", [Language.JA, Language.EN], path)
    text = text_of(path)
    assert "添付書類(1)交付決定通知書" in text
    assert "Enclosures:(1)Noticeofaward" in text
