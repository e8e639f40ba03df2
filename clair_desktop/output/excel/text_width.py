"""How wide a text stands in a cell, counted in half-width letters as Excel counts column widths."""

import re

_WORD = re.compile(r"[!-~]+ *|.", re.DOTALL)
_RAGGED = 5  # what a line of English loses on average
_NARROW = re.compile("[\x00-\u02ff｡-ﾟ]+")


def text_width(text: str) -> int:
    """Kanji, kana and full-width letters take two."""
    if text.isascii():
        return len(text)
    return len(text) + len(_NARROW.sub("", text))


def lines_taken(text: str, width: int) -> int:
    """How many lines a cell ``width`` letters wide needs, rather one too many than one too few."""
    if "\n" not in text and text_width(text) <= width:
        return 1
    return sum(_lines(paragraph, width) for paragraph in text.split("\n"))


def pieces(text: str, width: int, most: int) -> list[str]:
    """The text cut into pieces of at most ``most`` lines; nothing of it is lost."""
    if lines_taken(text, width) <= most:
        return [text]
    lines = _wrapped(text, width)
    return ["".join(lines[at : at + most]).removesuffix("\n") for at in range(0, len(lines), most)]


def _lines(paragraph: str, width: int) -> int:
    """English breaks between words and so fills its lines less well."""
    filled = width - _RAGGED if " " in paragraph and width > 2 * _RAGGED else width
    return max(1, -(-text_width(paragraph) // filled))


def _wrapped(text: str, width: int) -> list[str]:
    """The text as lines, broken where a cell would; a line that the writer ended keeps its break."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for word in (part for found in _WORD.findall(paragraph) for part in _parts(found, width)):
            wide = text_width(word)
            if line and used + wide > width:
                lines.append(line)
                line, used = "", 0
            line, used = line + word, used + wide
        lines.append(line + "\n")
    lines[-1] = lines[-1].removesuffix("\n")
    return lines


def _parts(word: str, width: int) -> list[str]:
    return [word[at : at + width] for at in range(0, len(word), width)]
