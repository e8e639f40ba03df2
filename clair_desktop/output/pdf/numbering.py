"""Numbers of an official paper, level below level: 第1, 1, (1), ア, (ア), a, (a)."""

import re

_FULL = str.maketrans("123456789", "１２３４５６７８９")
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LABEL = re.compile(
    f"[ \u3000]*(?:第[0-9０-９]{{1,2}}|[0-9０-９]{{1,2}}|[{_KANA}]|[a-zａ-ｚ]"
    f"|[(（](?:[0-9０-９]{{1,2}}|[{_KANA}]|[a-zａ-ｚ])[)）]|[①-⑳・○●※])[ \u3000]+(?=[^ \u3000])"
)


def number(level: int, count: int, *, full: bool = False) -> str:
    """The label of the ``count``-th item (from 1) on a level, 0 being 第1; where letters end, figures go on.

    ``full`` sets a digit that stands alone at full width, as some offices do.
    """
    figure = str(count).translate(_FULL) if full and count < 10 else str(count)
    match level:
        case 0:
            return f"第{figure}"
        case 1:
            return figure
        case 2:
            return f"({figure})"
    letters = _KANA if level in (3, 4) else _LETTERS
    letter = letters[count - 1] if count <= len(letters) else str(count)
    return letter if level in (3, 5) else f"({letter})"


def label_of(paragraph: str) -> str:
    """The number a typed paragraph begins with, its white included, or nothing; its further lines begin behind it."""
    found = _LABEL.match(paragraph)
    return found.group() if found else ""
