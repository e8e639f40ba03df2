"""Sheets read by the strict grammar of our own spelling (``cells``), six times as quick as any parser of XML.

Whatever is spelled in another way is named as such, never guessed at: our own writing is refused then, and a foreign
sheet is read by a parser. Around the rows stands plain XML.
"""

import io
import re
from collections.abc import Iterator
from typing import IO

from clair_desktop.output.excel.guard import forbidden, unescaped

_CHUNK = 1 << 20  # characters
_LONGEST = 32 << 20  # characters of one row, or of what stands before the rows
_BEGIN, _END = "<sheetData>", "</sheetData>"
_ROW = re.compile(r'<row r="([0-9]{1,7})"(?: ht="[0-9.]+" customHeight="1")?>')
_CELL = re.compile(
    r'(<c r="([A-Z]{1,3}[0-9]{1,7})" s="([0-9]{1,5})"'
    r'(?: t="inlineStr"><is><t xml:space="preserve">([^<\r]+)</t></is></c>|>(?:<f>([^<\r]+)</f>)?<v>(-?[0-9.e+-]+)</v></c>|/>))'
)
_TEXT = re.compile("(?:[^&]|&(?:amp|lt|gt);)*", re.DOTALL)
Spelled = tuple[str, str, str, str, str, str]  # the whole cell, address, style, text, or formula and number


class Misspelled(ValueError):
    """A sheet is not spelled as this program spells it."""


class OwnSheet:
    """A sheet's file; ``frame``, the sheet without its rows, is known when all rows have been gone through."""

    def __init__(self, file: IO[bytes]) -> None:
        self._text = io.TextIOWrapper(file, "utf-8", newline="")
        self.frame = b""

    def rows(self) -> Iterator[tuple[int, list[Spelled]]]:
        """Each row's number and cells; ``Misspelled``, or a ``UnicodeDecodeError``, where it is none of ours."""
        for row in self._rows():
            head = _ROW.match(row)
            found = _CELL.findall(row, head.end()) if head else []
            if head is None or sum([len(cell[0]) for cell in found]) != len(row) - head.end():
                raise Misspelled(row[:200])
            yield int(head[1]), found

    def _rows(self) -> Iterator[str]:
        top = ""
        while _BEGIN not in top:
            top += self._more(top)
        top, _, rest = top.partition(_BEGIN)
        while True:
            *rows, rest = rest.split("</row>")
            yield from rows
            if rest.startswith(_END):
                break
            rest += self._more(rest)
        self.frame = (top + _BEGIN + rest + self._text.read()).encode()

    def _more(self, read: str) -> str:
        more = self._text.read(_CHUNK)
        if not more or len(read) > _LONGEST:
            raise Misspelled(read[:200])
        return more


def unspelled(text: str) -> str:
    """The text that a cell of ours means."""
    if not text.isprintable() and forbidden(text) is not None:
        raise Misspelled(text[:200])
    if "&" in text:
        if not _TEXT.fullmatch(text):
            raise Misspelled(text[:200])
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return unescaped(text)
