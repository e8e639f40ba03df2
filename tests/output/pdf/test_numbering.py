"""第1, 1, (1), ア, (ア), a, (a): the numbers of an official paper, and paragraphs whose further lines stand behind theirs."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from clair_desktop.output.pdf.numbering import label_of, number
from clair_desktop.output.pdf.packs import print_pack
from tests.output.pdf.papers import LETTER, pack_of


def test_each_level_has_its_own_numbers() -> None:
    assert [number(level, 1) for level in range(7)] == ["第1", "1", "(1)", "ア", "(ア)", "a", "(a)"]
    assert [number(3, count) for count in (2, 5, 45)] == ["イ", "オ", "ン"]
    assert number(5, 27) == "27"


def test_a_digit_that_stands_alone_may_be_full_width() -> None:
    assert [number(level, 1, full=True) for level in range(4)] == ["第１", "１", "(１)", "ア"]
    assert [number(level, 10, full=True) for level in range(3)] == ["第10", "10", "(10)"]


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        ("(1)　航空賃", "(1)　"),
        ("　ア　宿泊料", "　ア　"),
        ("第2　事業の内容", "第2　"),
        ("（ア） 通訳", "（ア） "),
        ("・　会場", "・　"),
        ("2026 年度", ""),
        ("アジア　太平洋", ""),
        ("令和8年度", ""),
        ("1,200,000円", ""),
        ("a", ""),
    ],
)
def test_a_number_is_known_by_the_white_behind_it(paragraph: str, label: str) -> None:
    assert label_of(paragraph) == label


def test_further_lines_of_a_numbered_paragraph_stand_behind_its_number(tmp_path: Path) -> None:
    text = "(1)　航空賃は、" + "往復の運賃及びこれに附帯する手数料を含み、" * 4 + "実費とする。"
    path = print_pack(pack_of(replace(LETTER, items=[("経費", text)], enclosed=[])), tmp_path / "a.pdf").path
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        found = page.get_text_bounded()
        starts = [page.get_charbox(at)[0] for at in (found.index("航空賃"), *_line_heads(found, found.index("航空賃")))]
    assert len(starts) >= 3
    assert max(starts) - min(starts) < 2


def _line_heads(text: str, begins: int) -> list[int]:
    ends = text.index("とする。")
    return [at + 2 for at in range(begins, ends) if text.startswith("\r\n", at)]
