"""Letters, forms and tables as a reader of public papers expects to find them."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clair_desktop.domain.emphasis import both
from clair_desktop.domain.filled_papers import Cell, FilledFields, FilledForm, FilledTable
from clair_desktop.domain.plain_blocks import Heading, PageBreak, SignatureLines
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.paper import MM, Sheet
from clair_desktop.output.pdf.typesetting import typeset
from tests.output.pdf.papers import (
    COSTS,
    LETTER,
    PACK,
    PURPOSE,
    QUESTIONS,
    document,
    fields,
    form,
    pack_of,
    table_form,
)
from tests.output.pdf.reading import page_texts, places


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def ink(path: Path, top: float, bottom: float) -> tuple[float, float]:
    """Where the ink of a strip of the first page begins and ends, in points."""
    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[0].render(scale=4, grayscale=True).to_pil()
    strip = image.crop((0, round(top * 4), image.width, round(bottom * 4)))
    left, _, right, _ = strip.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    return left / 4, right / 4


def test_number_and_date_begin_and_end_at_the_same_place(path: Path) -> None:
    print_pack(pack_of(LETTER), path)
    (day,) = places(path, "令和8年11月20日")
    leading = 12 * 1.65
    height = 297 * MM
    number_ink = ink(path, height - day[3] - leading, height - day[1] - leading)
    day_ink = ink(path, height - day[3], height - day[1])
    assert number_ink == pytest.approx(day_ink, abs=2)
    assert day_ink[1] == pytest.approx((210 - 20) * MM, abs=2)


def test_a_letter_s_parts_stand_in_official_order(path: Path) -> None:
    print_pack(pack_of(LETTER), path)
    order = ["国第123号", "令和8年11月20日", "事務局長　様", "宮城県支部長", "（公印省略）", "に関する", "このことについて",
             "調査テーマ", "添付書類", "（連絡先）"]  # fmt: skip
    tops = [place[3] for place in places(path, *order)]
    assert tops == sorted(tops, reverse=True)
    assert "記" in typeset(pack_of(LETTER)).sheets[0].texts


def test_addressee_left_sender_right_with_room_for_the_seal(path: Path) -> None:
    print_pack(pack_of(LETTER), path)
    addressee, sender, contact = places(path, "事務局長　様", "宮城県支部長", "電話　022-211-2972")
    assert addressee[0] == pytest.approx(30 * MM + 12, abs=1.5)
    assert sender[0] > 105 * MM
    assert sender[2] < 190 * MM - 2 * 12
    assert contact[1] < 40 * MM


def test_a_seal_is_only_called_omitted_when_it_is(path: Path) -> None:
    print_pack(pack_of(replace(LETTER, seal_omitted=False)), path)
    assert "公印省略" not in page_texts(path)[0]


def test_each_paragraph_begins_one_character_in_whether_typed_so_or_not(path: Path) -> None:
    print_pack(pack_of(replace(LETTER, paragraphs=["　別添のとおり送付します。", "御確認ください。"])), path)
    typed, added = places(path, "別添のとおり", "御確認ください")
    assert typed[0] == pytest.approx(added[0], abs=1.5)
    assert typed[0] == pytest.approx(30 * MM + 12, abs=1.5)


def test_a_long_subject_breaks_where_a_phrase_ends(path: Path) -> None:
    lines = [text for text in typeset(pack_of(LETTER)).sheets[0].texts if "状況」に" in text]
    assert lines == ["「シンガポールにおける土葬の状況」に関する"]


@pytest.mark.parametrize(
    ("subject", "first"),
    [
        ("令和7年度国際交流支援事業に係る中止・廃止承認申請書について（進達）", "令和7年度国際交流支援事業に係る"),
        (
            "令和8年度海外自治体幹部交流協力セミナーに係る書類の補正について（依頼）",
            "令和8年度海外自治体幹部交流協力セミナーに係る",
        ),
    ],
)
def test_a_subject_is_parted_neither_in_a_word_nor_before_its_kakaru(subject: str, first: str) -> None:
    texts = typeset(pack_of(replace(LETTER, subject=subject))).sheets[0].texts
    assert [first, subject.removeprefix(first)] == [text for text in texts if text in subject and len(text) > 10]


def test_a_letter_that_runs_over_keeps_its_contact_at_the_last_foot(path: Path) -> None:
    print_pack(pack_of(replace(LETTER, paragraphs=[PURPOSE] * 20)), path)
    texts = page_texts(path)
    assert len(texts) > 1
    assert ["連絡先" in text for text in texts] == [False] * (len(texts) - 1) + [True]


def test_an_answer_too_long_for_its_box_stands_whole_in_an_annex_each_pointing_to_the_other(path: Path) -> None:
    purpose = "\n".join(f"{number:03}番目の段落。{PURPOSE.strip()}" for number in range(1, 61))
    print_pack(pack_of(form(purpose)), path)
    first, *others = page_texts(path)
    assert "調査の目的別紙1のとおり" in first
    assert "別紙1調査の目的「海外調査依頼書」に記載する内容" in others[0]
    assert len(others) >= 3
    assert all("海外調査依頼書（続き）" in text for text in others)
    for number in range(1, 61):
        assert f"{number:03}番目の段落" in "".join(others)


def test_a_text_that_has_room_on_a_sheet_goes_on_under_its_repeated_label(path: Path) -> None:
    purpose = "\n".join(f"{number:03}番目の段落。" for number in range(1, 31))
    answers = [fields(), fields(purpose)]
    print_pack(pack_of(replace(form(), blocks=[*answers, *answers])), path)
    texts = page_texts(path)
    assert any("調査の目的（続き）" in text for text in texts)
    assert "別紙" not in "".join(texts)
    assert "".join(texts).count("030番目の段落") == 2


def test_an_english_form_refers_to_its_annexes_in_english(path: Path) -> None:
    long = "We should like to know how burial is regulated. " * 120
    pack = replace(PACK, documents=[document(replace(form(long), title="Request form"), "en")], language="en")
    print_pack(pack, path)
    texts = page_texts(path)
    assert "SeeAnnex1" in texts[0]
    assert "Annex1:Purpose" in texts[1]


def test_a_table_s_heads_are_repeated_and_its_total_follows_its_last_row(path: Path) -> None:
    print_pack(pack_of(table_form(COSTS)), path)
    texts = page_texts(path)
    assert len(texts) == 2
    assert all("番号費目内容金額" in text for text in texts)
    assert "672,000" in texts[-1]
    assert texts[-1].index("672,000") < texts[-1].index("19,152,000")


@pytest.mark.parametrize("rows", range(20, 45))
def test_a_total_never_stands_alone_on_a_sheet(path: Path, rows: int) -> None:
    print_pack(pack_of(table_form(replace(COSTS, rows=COSTS.rows[:rows]))), path)
    last = page_texts(path)[-1]
    assert f"{rows * 12_000:,}" in last
    assert "19,152,000" in last


def test_figures_stand_right_and_end_together(path: Path) -> None:
    print_pack(pack_of(table_form(COSTS)), path)
    ends = [place[2] for place in places(path, "12,000", "120,000", "300,000")]
    assert max(ends) - min(ends) < 1


def test_a_narrow_column_is_widened_rather_than_cutting_an_amount(path: Path) -> None:
    narrow = replace(
        COSTS,
        widths=[1, 30, 30, 1],
        rows=[[Cell("1"), Cell("委託料"), Cell("会場"), Cell("1,234,567,890", number=True)]],
    )
    sheet = typeset(pack_of(table_form(narrow))).sheets[0]
    assert "1,234,567,890" in sheet.texts


def test_an_empty_table_says_so(path: Path) -> None:
    print_pack(pack_of(table_form(replace(COSTS, rows=[], total=None))), path)
    assert "（該当なし）" in page_texts(path)[0]


def test_a_wide_table_lies_on_its_long_edge_with_its_heading() -> None:
    lying = FilledForm(
        title="質問票", form_number="", note="", blocks=["　次の事項について調査してください。", QUESTIONS]
    )
    many = FilledFields(list(fields().rows) * 3)
    mixed = FilledForm(title="様式", form_number="", note="", blocks=[many, "次の表による。", QUESTIONS, many])
    assert [sheet.width > sheet.height for sheet in typeset(pack_of(lying)).sheets] == [True]
    sheets = typeset(pack_of(mixed)).sheets
    assert [sheet.width > sheet.height for sheet in sheets] == [False, True, False]
    assert "次の表による。" in sheets[1].texts
    few = FilledForm(title="質問票", form_number="", note="", blocks=[fields(), QUESTIONS])
    assert [sheet.width > sheet.height for sheet in typeset(pack_of(few)).sheets] == [True]


def test_a_bilingual_form_points_to_its_annexes_and_goes_on_in_both_languages(path: Path) -> None:
    purpose = "\n".join(f"{number:03}番目の段落。{PURPOSE.strip()}" for number in range(1, 61))
    rows = [[Cell("\n".join(f"{n}行目" for n in range(1, 120))), Cell("12,000", number=True)]] * 2
    total = [Cell("合計"), Cell("24,000", number=True)]
    costs = FilledTable([both("内容", "Purpose"), both("金額", "Amount")], rows, [9, 1], total)
    made = replace(form(purpose), title=both("海外調査依頼書", "Research request"))
    made = replace(made, blocks=[*made.blocks, costs])
    print_pack(replace(PACK, documents=[document(made, "both")], language="both"), path)
    first, *others = page_texts(path)
    assert "別紙1のとおり/SeeAnnex1" in first
    told = "別紙1調査の目的Annex1:Purpose「海外調査依頼書」に記載する内容/Enteredin“Researchrequest”"
    assert told in "".join(others)
    assert "別紙3内容（2行目）Annex3:Purpose(row2)" in "".join(others)
    assert all("海外調査依頼書（続き）/Researchrequest(continued)" in text for text in others)


def test_a_row_that_a_text_makes_too_tall_refers_to_an_annex(path: Path) -> None:
    rows = [[Cell(str(row)), Cell("\n".join(f"{row}の{n}行目" for n in range(1, 120)))] for row in (1, 2)]
    print_pack(pack_of(table_form(FilledTable(["番号", "内容"], rows, [1, 9]))), path)
    texts = page_texts(path)
    assert "1別紙1のとおり2別紙2のとおり" in texts[0]
    assert "別紙2内容（2行目）" in "".join(texts[1:])
    assert all(f"{row}の{n}行目" in "".join(texts) for row in (1, 2) for n in range(1, 120))


def test_sums_are_carried_over_every_sheet_of_a_table(path: Path) -> None:
    many = [[Cell(str(n)), Cell("通訳・翻訳費"), Cell("逐次通訳"), Cell("12,000", number=True)] for n in range(1, 151)]
    total = [Cell("合計"), Cell(""), Cell(""), Cell("1,800,000", number=True)]
    print_pack(pack_of(table_form(replace(COSTS, rows=many, total=total))), path)
    texts = page_texts(path)
    assert len(texts) >= 4
    before = 0
    for text in texts[:-1]:
        carried = int(re.search(r"次頁へ繰越([0-9,]+?,000)", text)[1].replace(",", ""))
        rows = text.count("逐次通訳")
        assert carried == before + rows * 12_000
        before = carried
    for text, earlier in zip(texts[1:], texts, strict=False):
        brought = re.search(r"前頁から繰越([0-9,]+?,000)", text)[1]
        assert f"次頁へ繰越{brought}" in earlier
    assert "次頁へ繰越" not in texts[-1]


def test_a_table_without_a_total_carries_nothing(path: Path) -> None:
    print_pack(pack_of(table_form(replace(COSTS, total=None))), path)
    assert "繰越" not in "".join(page_texts(path))


def test_ticked_boxes_are_drawn_and_not_typed(path: Path) -> None:
    print_pack(pack_of(form()), path)
    text = page_texts(path)[0]
    assert "はいいいえ" in text
    assert not set("☐☑□■✓") & set(text)


def test_many_or_long_choices_go_on_below(path: Path) -> None:
    ticks = [(f"選択肢{n}（国際交流に関する事業）", n == 3) for n in range(1, 9)] + [("とても長い選択肢" * 12, True)]
    choice = FilledFields([(Wording("区分", "Kind"), Cell("", ticks=ticks))])
    print_pack(pack_of(replace(form(), blocks=[choice])), path)
    text = page_texts(path)[0]
    assert all(label in text for label, _ in ticks)


def test_nothing_is_drawn_outside_the_margins() -> None:
    long = "https://www.example.lg.jp/" + "a" * 300
    pack = pack_of(replace(LETTER, addressee=[long], sender=[long]), form(long, long), table_form(COSTS))
    sheets = typeset(pack).sheets
    assert all(line.strip() for sheet in sheets for line in sheet.texts)
    rules = [one.split() for sheet in sheets for one in sheet.operators if one.endswith(" l S")]
    xs = [float(rule[place]) for rule in rules for place in (-7, -4)]
    assert xs
    assert all(30 * MM - 0.1 <= x <= 190 * MM + 0.1 for x in xs)


def test_a_column_to_fill_in_has_room_for_a_hand(path: Path) -> None:
    two = replace(QUESTIONS, rows=[[Cell(str(n)), Cell(f"質問{n}"), Cell("")] for n in (1, 2)])
    print_pack(pack_of(table_form(two)), path)
    first, second = places(path, "質問1", "質問2")
    assert first[1] - second[1] > 50


def test_a_running_number_leaves_the_room_to_the_words(path: Path) -> None:
    rows = [[Cell("1"), Cell("見積書"), Cell("quotation.pdf"), Cell("本書に綴込み")]]
    print_pack(
        pack_of(table_form(FilledTable(["番号", "種類", "ファイル名", "送付方法"], rows, [3, 16, 22, 10]))), path
    )
    number, kind = places(path, "番号", "見積書")
    assert kind[0] - number[2] < 25


def test_a_first_column_taller_than_a_sheet_runs_over_too(path: Path) -> None:
    tall = "\n".join(f"{n}行目" for n in range(1, 150))
    print_pack(pack_of(table_form(FilledTable(["内容", "備考"], [[Cell(tall), Cell("済")]], [5, 5]))), path)
    text = "".join(page_texts(path))
    assert all(f"{n}行目" in text for n in range(1, 150))
    assert text.count("済") == 1


@pytest.mark.parametrize("rows", range(18, 30))
def test_a_heading_is_never_left_behind_by_its_table(rows: int) -> None:
    answers = FilledFields([(Wording("設問", "Question"), Cell("答え"))] * rows)
    blocks = [answers, Heading(Wording("対象国・地域", "Countries")), replace(COSTS, total=None)]
    for sheet in typeset(pack_of(FilledForm("様式", "", "", blocks))).sheets:
        assert ("対象国・地域" in sheet.texts) <= ("通訳・翻訳費" in sheet.texts)


def lowest_ink(sheet: Sheet) -> float:
    """The lowest ordinate any line of text or rule has, in PDF's own coordinates."""
    lines = [float(operator.split()[6]) for operator in sheet.operators if operator.startswith("BT")]
    rules = [operator.split() for operator in sheet.operators if operator.endswith(" l S")]
    return min([*lines, *(float(rule[-6]) for rule in rules), sheet.height])


TYPED = st.lists(
    st.sampled_from([*"国際交流あいカー、。（）「」 　\n\tABC abc-/.1,234円髙𠮷", "葛\U000e0100", "か\u309a"]),
    max_size=300,
).map("".join)


@settings(max_examples=60)
@given(TYPED, TYPED, TYPED, st.integers(1, 60))
def test_whatever_is_typed_stands_on_the_paper_and_within_its_margins(
    one: str, two: str, three: str, times: int
) -> None:
    letter = replace(
        LETTER, subject=one, paragraphs=[two] * 3, items=[(one[:30], two), (three[:12], one)], contact=[three]
    )
    answers = FilledFields([(Wording("設問", "Question"), Cell(text)) for text in (one, two * times, three)])
    rows = [[Cell(one), Cell(two), Cell(three * (times if times % 5 == 0 else 1)), Cell("1,200", number=True)]] * 3
    pack = pack_of(letter, replace(form(), blocks=[answers]), table_form(replace(COSTS, rows=rows)))
    paper = typeset(pack)
    said = re.sub(r"\s", "", "".join("".join(sheet.texts) for sheet in paper.sheets))
    for text in (one, two, three):
        for paragraph in text.split("\n"):
            assert re.sub(r"\s", "", paragraph)[:10] in said
    assert all(lowest_ink(sheet) >= (20 if sheet.width > sheet.height else 25) * MM - 1 for sheet in paper.sheets)
    assert paper.finished().startswith(b"%PDF-1.7")


def test_what_follows_a_page_break_begins_on_a_new_sheet(path: Path) -> None:
    blocks = [PageBreak(), fields(), PageBreak(), Heading(Wording("2　質問", "2. Questions")), fields()]
    print_pack(pack_of(replace(form(), blocks=blocks)), path)
    texts = page_texts(path)
    assert ["2質問" in text for text in texts] == [False, False, True]


def test_signature_lines_are_drawn_to_be_signed_by_hand_and_ask_for_no_seal(path: Path) -> None:
    lines = SignatureLines([Wording("日付", "Date"), Wording("氏名（自署）", "Signature")])
    print_pack(pack_of(replace(form(), blocks=[fields(), lines])), path)
    (text,) = page_texts(path)
    assert "日付氏名（自署）" in text
    assert "印" not in text
    date_, name = places(path, "日付", "氏名（自署）")
    assert date_[0] == pytest.approx(name[0], abs=1.5)
    _, right = ink(path, 297 * MM - name[1], 297 * MM - name[1] + 6)
    assert right == pytest.approx(190 * MM, abs=1)
