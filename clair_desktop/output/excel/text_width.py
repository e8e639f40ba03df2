"""How wide a text stands in a cell, counted in half-width letters as Excel counts column widths."""

import re

_WORD = re.compile(r"[!-~]+ *|.", re.DOTALL)
_NARROW = re.compile("[\x00-\u02ff｡-ﾟ]+")


def text_width(text: str) -> int:
    """Kanji, kana and full-width letters take two."""
    if text.isascii():
        return len(text)
    return len(text) + len(_NARROW.sub("", text))


def wrapped(text: str, width: int) -> list[str]:
    """The text as the lines of a cell that is ``width`` letters wide; a line that the writer ended keeps its break.

    English breaks between words, Japanese anywhere; a word longer than a line is broken.
    """
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


def pieces(text: str, width: int, most: int) -> list[str]:
    """The text cut into pieces of at most ``most`` lines; nothing of it is lost."""
    lines = wrapped(text, width)
    return ["".join(lines[at : at + most]).removesuffix("\n") for at in range(0, len(lines), most)]
