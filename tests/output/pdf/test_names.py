"""Names as registers spell them come out of the file as they went in; the whole of every set is for ``python dev.py soak``."""

from pathlib import Path

import pytest

from clair_desktop.output.pdf.typefaces import Style
from tests.output.pdf.names import SETS, by_pdfium, drawn, undrawn, unread

_ONE_IN = 23


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("name", SETS)
def test_names_are_drawn_and_come_back(tmp_path: Path, name: str, style: Style) -> None:
    some = SETS[name]()[tuple(Style).index(style) :: _ONE_IN]
    assert len(some) > 30
    assert undrawn(some, style) == []
    path = tmp_path / "names.pdf"
    assert unread(drawn(some, style, path), path, by_pdfium) == []


def test_the_sets_are_whole() -> None:
    sizes = {name: len(make()) for name, make in SETS.items()}
    assert sizes["CP932"] > 7_400
    assert sizes["JIS X 0213"] == 11_210
    assert sizes["rare kanji"] == 1_000
    assert (sizes["Adobe-Japan1"], sizes["Moji_Joho"]) == (10_160, 11_474)
    assert (sizes["KS X 1001"], sizes["GB 2312"]) == (2_350, 6_763)
    assert sum(one > "\uffff" for one in SETS["rare kanji"]()) == 500


def test_a_name_that_came_back_otherwise_would_be_noticed(tmp_path: Path) -> None:
    path = tmp_path / "names.pdf"
    drawn(["髙", "𠮷"], Style.MINCHO, path)
    assert unread(["髙吉"], path, by_pdfium) == ["U+5409 came back as U+20BB7"]
    assert undrawn(["葛\U000e01ef"], Style.MINCHO) == ["U+845B U+E01EF"]
