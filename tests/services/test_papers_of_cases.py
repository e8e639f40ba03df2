"""Printing on request: number and day of the sending, long texts, many rows, and everything that must stop it."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pypdfium2
import pytest

from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.community_adviser.examples import PLAIN_JAPANESE
from clair_desktop.services.making_up import for_its_receiver
from tests.output.pdf.papers import document, form, pack_of
from tests.services.casework import TODAY, burial, changed, grant, values

ADVISER = "community_adviser"
JA, EN = Language.JA, Language.EN


def pages_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def printed(office, sheet, pack, out, languages=(JA,), **more):
    return office.documents.print(sheet.number, pack, languages, out, **more)


def test_a_reprint_carries_number_and_day_of_the_letter_that_was_sent(office, tmp_path, clock):
    sheet = office.steps.take(grant(office).number, "transmit", on=date(2026, 9, 24), document_number="国際第101号")
    clock.set(clock.now().replace(year=2027))
    again = printed(office, sheet, "application", tmp_path / "写し.pdf")
    assert pages_of(again.path)[0].startswith("国際第101号令和8年9月24日")
    (sent,) = (office.folder / "packs" / sheet.number).iterdir()
    leaving = [[page for page in pages_of(path) if "部内用" not in page] for path in (sent, again.path)]
    assert leaving[0] == leaving[1]


def test_a_number_and_day_that_are_given_win(office, tmp_path):
    out = printed(
        office, grant(office), "application", tmp_path / "案.pdf", document_number="国際第1号", on=date(2027, 1, 4)
    ).path
    assert pages_of(out)[0].startswith("国際第1号令和9年1月4日")


def test_both_languages_follow_one_another_and_the_enclosures_come_once(office, tmp_path):
    sheet = burial(office)
    ja, en, both = (
        printed(office, sheet, "sounding", tmp_path / f"{n}.pdf", languages)
        for n, languages in enumerate(([JA], [EN], [JA, EN]))
    )
    assert both.pages == ja.pages + en.pages - 1
    assert (ja.language, en.language, both.language) == ("ja", "en", "both")


@pytest.mark.parametrize("pack", ["nonsense", "", "sounding "])
def test_an_unknown_pack_is_refused_with_those_there_are(office, tmp_path, pack):
    with pytest.raises(Refusal) as refused:
        printed(office, burial(office), pack, tmp_path / "x.pdf")
    assert "sounding（打診書類一式）" in refused.value.wording.ja
    assert not (tmp_path / "x.pdf").exists()


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_noted(office, tmp_path):
    sheet = grant(office)
    (tmp_path / "file").write_text("a file, not a folder")
    acts = len(office.history.of(sheet.number))
    for out in (tmp_path / "ない" / "x.pdf", tmp_path / "file" / "x.pdf", tmp_path):
        with pytest.raises(Refusal) as refused:
            printed(office, sheet, "application", out)
        assert "書き込めません" in refused.value.wording.ja
    assert len(office.history.of(sheet.number)) == acts


def test_an_older_file_stays_when_the_new_one_cannot_be_printed(office, tmp_path):
    out = tmp_path / "一式.pdf"
    sheet = grant(office)
    first = printed(office, sheet, "application", out)
    changed(office, sheet, title="富士の🍵")
    with pytest.raises(Refusal):
        printed(office, sheet, "application", out)
    assert sha256(out.read_bytes()).hexdigest() == first.sha256
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["一式.pdf"]


def test_a_text_of_30_000_letters_continues_and_no_letter_is_cut(office, tmp_path):
    words = "海外での販路を開くための取組を行う。" * 1_666
    sheet = changed(office, grant(office), contents=words)
    out = printed(office, sheet, "application", tmp_path / "長い.pdf")
    assert out.pages > 15
    assert sum(page.count("取組を行う") for page in pages_of(out.path)) >= 1_666 * 0.9
    assert "".join(pages_of(out.path)).count("販") >= 1_666


def test_two_hundred_cost_rows_print_with_their_heads_on_every_page(office, tmp_path):
    rows = [{"cost_item": f"費目{n:03}", "amount": 21_000, "eligibility": "eligible"} for n in range(1, 201)]
    sheet = changed(office, grant(office), cost_breakdown=rows)
    pages = pages_of(printed(office, sheet, "application", tmp_path / "多い.pdf").path)
    whole = "".join(pages)
    assert all(f"費目{n:03}" in whole for n in range(1, 201))
    assert "4,200,000" in whole
    assert sum("費目" in page and "金額" in page for page in pages) >= 3


def test_a_text_without_a_single_break_is_printed_whole(office, tmp_path):
    sheet = changed(office, grant(office), title="A" * 500, contents="x" * 3_000)
    assert "".join(pages_of(printed(office, sheet, "application", tmp_path / "x.pdf").path)).count("x") >= 3_000


@pytest.mark.parametrize("text", ["\u202eמסמך", "مرحبا", "नमस्ते", "👨\u200d👩", "ဗမာ", "\u200b", "\u2067x\u2069"])
def test_writing_that_the_fonts_lack_stops_and_names_the_question(office, tmp_path, text):
    sheet = changed(office, grant(office), purpose=f"目的{text}です。")
    try:
        pages = pages_of(printed(office, sheet, "application", tmp_path / "x.pdf").path)
        refusal = None
    except Refusal as said:
        pages, refusal = [], said
    if refusal is None:
        assert any("目的" in page and "です。" in page for page in pages)
    else:
        assert "事業の目的" in "".join(one.ja for one in (refusal.wording, *refusal.details))


@pytest.mark.parametrize(
    "name",
    [
        "𠮷野",
        "髙﨑",
        "葛\U000e0100城",
        "Ōita",
        "Collectivités",
        "①㈱Ⅰ",
        "～−‖¢£¬",
        "中国北京市朝阳区",
        "서울특별시",
        "กรุงเทพมหานคร",
    ],
)
def test_names_as_they_are_spelt_are_printed(office, tmp_path, name):
    sheet = changed(office, grant(office), representative=name)
    assert printed(office, sheet, "application", tmp_path / "x.pdf").pages


def test_a_place_in_what_was_typed_is_not_filled(office, tmp_path):
    sheet = changed(office, grant(office), title="{branch}と{0}と%s")
    whole = "".join(pages_of(printed(office, sheet, "application", tmp_path / "x.pdf").path))
    assert "{branch}と{0}と%s" in whole


def test_a_preview_is_the_very_file_and_is_not_noted(office, tmp_path):
    sheet = grant(office)
    seen = office.documents.preview(
        sheet, "application", [JA], tmp_path / "前.pdf", document_number="国際第1号", on=TODAY
    )
    made = printed(office, sheet, "application", tmp_path / "後.pdf", document_number="国際第1号", on=TODAY)
    assert seen.sha256 == made.sha256
    assert [entry.title.ja for entry in office.history.of(sheet.number)] == ["印刷：R8-0001", "受付：経済活動助成事業"]


def test_the_checklist_stays_in_the_branch_and_tells_sources_and_what_to_confirm(office, tmp_path):
    pages = pages_of(printed(office, grant(office, 2026), "application", tmp_path / "x.pdf").path)
    internal = [page for page in pages if "部内用" in page]
    assert internal == pages[-len(internal) :]
    told = "".join(internal)
    assert "自治体国際化協会事業概要（2025年6月現在）" in told
    assert "前年度までの資料による。要確認" in told
    assert "定めが確認できません" in told
    assert not any("要確認" in page for page in pages if page not in internal)


def test_the_formal_letter_of_the_branch_stands_in_official_form(office, tmp_path):
    first = pages_of(
        printed(office, grant(office), "application", tmp_path / "x.pdf", document_number="国際第101号").path
    )[0]
    order = [
        "国際第101号",
        "令和8年11月20日",
        "一般財団法人自治体国際化協会理事長様",
        "宮城県支部長",
        "（公印省略）",
        "（進達）",
        "記",
        "添付書類",
    ]
    places = [first.index(words) for words in order]
    assert places == sorted(places)


def test_feasibility_is_told_once_an_office_has_answered(office, tmp_path):
    sheet, out = burial(office), tmp_path / "可否.pdf"
    for state in ("received", "sounded"):
        if state == "sounded":
            sheet = office.steps.take(sheet.number, "sound_out", document_number="国際第72号")
        with pytest.raises(Refusal) as refused:
            printed(office, sheet, "feasibility", out)
        assert refused.value.details[0].ja.startswith("可否を答えた事務所がまだありません。")
        assert not out.exists()
    sheet = office.steps.take(sheet.number, "decline", part=sheet.parts[0].key)
    assert sheet.parts[0].name.ja in "".join(pages_of(printed(office, sheet, "feasibility", out).path))


def test_a_list_of_enclosures_announces_nothing_when_nothing_is_enclosed(office, tmp_path):
    sheet = office.cases.new(ADVISER, 2026, values(office, ADVISER, 2026, PLAIN_JAPANESE))
    bare = "".join(pages_of(printed(office, sheet, "application", tmp_path / "添付なし.pdf").path))
    assert "添付書類はありません。" in bare
    assert "添付書類は次のとおりです。" not in bare


@pytest.mark.parametrize("copy", list(PackCopy))
def test_each_copy_of_a_pack_holds_what_its_receiver_is_to_have(office, tmp_path, copy):
    made = printed(office, burial(office), "sounding", tmp_path / "一式.pdf", made_up=MakeUp(copy=copy))
    texts = pages_of(made.path)
    assert any("部内用" in page for page in texts) is copy.with_internal
    assert all((copy.mark.ja in page) for page in texts) if copy.mark else "控" not in "".join(texts)
    assert made.made_up == MakeUp(copy=copy)


def test_a_pack_of_internal_papers_alone_has_no_copy_for_others():
    checklist = pack_of(made_up=MakeUp(copy=PackCopy.HEADQUARTERS))
    checklist = replace(checklist, documents=[document(form(), internal=True)])
    with pytest.raises(Refusal) as refusal:
        for_its_receiver(checklist)
    assert "部内用の書類だけ" in refusal.value.wording.ja
    assert for_its_receiver(replace(checklist, made_up=MakeUp(copy=PackCopy.BRANCH))).documents


def test_the_branch_keeps_the_make_up_of_each_copy_and_a_step_sends_it_so(office, tmp_path):
    office.documents.keep_made_up(MakeUp(contents=True))
    office.documents.keep_made_up(MakeUp(copy=PackCopy.APPLICANT, fronts=True))
    assert office.documents.made_up() == MakeUp(contents=True)
    assert office.documents.made_up(PackCopy.APPLICANT) == MakeUp(copy=PackCopy.APPLICANT, fronts=True)
    assert office.documents.made_up(PackCopy.BRANCH) == MakeUp(copy=PackCopy.BRANCH)
    sheet = office.steps.take(grant(office).number, "transmit", on=date(2026, 9, 24), document_number="国際第101号")
    (sent,) = (office.folder / "packs" / sheet.number).iterdir()
    assert pages_of(sent)[1].startswith("目次")
    assert office.undoable() is not None
