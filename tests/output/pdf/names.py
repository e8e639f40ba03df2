"""Every character a register may spell a name with: drawn on paper, read out of the file by two readers, compared."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import product
from pathlib import Path

import pypdfium2
import uharfbuzz as hb

from clair_desktop.output.pdf.characters import STAND_INS, code_points
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.typefaces import Style, typefaces
from clair_desktop.support.resources import resource

_A_LINE, _A_SHEET = 20, 40
_LAYOUT = re.compile("[\\s\u00a0\u00ad\ufffe\x02\x00-]+")
_LIGATURES = {"\ufb01": "fi", "\ufb02": "fl"}  # pdfium takes these two apart
Reader = Callable[[Path], list[str]]


def cp932() -> list[str]:
    """Every printed character of Windows-31J."""
    singles = [bytes([code]) for code in (*range(0x21, 0x7F), *range(0xA1, 0xE0))]
    doubles = [bytes(pair) for pair in product((*range(0x81, 0xA0), *range(0xE0, 0xFD)), range(0x40, 0xFD))]
    return _decoded([*singles, *doubles], "cp932")


def jis_x_0213() -> list[str]:
    """Both planes of JIS X 0213:2004, か゚ and its like as two code points."""
    codes = [bytes(pair) for pair in product((*range(0x81, 0xA0), *range(0xE0, 0xFD)), range(0x40, 0xFD))]
    return _decoded(codes, "shift_jis_2004")


def rare_kanji() -> list[str]:
    """A thousand kanji of IPAmj that JIS X 0213 has not, from every block, half of them beyond U+FFFF."""
    known = set(jis_x_0213())
    kanji = [chr(code) for code in sorted(_face("ipamjm.ttf").unicodes) if 0x3400 <= code <= 0x3FFFF]
    rare = [one for one in kanji if (one not in known and one <= "\u9fff") or one > "\uffff"]
    near, far = [one for one in rare if one <= "\uffff"], [one for one in rare if one > "\uffff"]
    return [*_spread(near, 500), *_spread(far, 500)]


def adobe_japan1() -> list[str]:
    return _sequences("BIZUDMincho-Regular.ttf")


def moji_joho() -> list[str]:
    return _sequences("ipamjm.ttf")


def korean() -> list[str]:
    return _decoded((bytes(pair) for pair in product(range(0xB0, 0xC9), range(0xA1, 0xFF))), "euc_kr")


def chinese() -> list[str]:
    return _decoded((bytes(pair) for pair in product(range(0xB0, 0xF8), range(0xA1, 0xFF))), "gb2312")


def western() -> list[str]:
    """Latin with its marks, Greek and Cyrillic of partners' names."""
    face = _face("CLAIRPartnerSerif-Regular.ttf")
    letters = (chr(code) for code in sorted(face.unicodes) if code < 0x2000)
    return [one for one in letters if unicodedata.category(one).startswith("L") and not "\u0e00" <= one <= "\u0e7f"]


SETS: Mapping[str, Callable[[], list[str]]] = {
    "CP932": cp932,
    "JIS X 0213": jis_x_0213,
    "rare kanji": rare_kanji,
    "Adobe-Japan1": adobe_japan1,
    "Moji_Joho": moji_joho,
    "KS X 1001": korean,
    "GB 2312": chinese,
    "Latin, Greek, Cyrillic": western,
}


def drawn(characters: Sequence[str], style: Style, path: Path) -> list[str]:
    """The characters on sheets, twenty in a line; returns what each sheet holds."""
    paper = Paper("氏名", "ja-JP", datetime(2026, 11, 20))  # noqa: DTZ001 - the file's day, not an instant
    sheets = []
    lines = ["".join(part) for part in _parts(characters, _A_LINE)]
    for sheet in _parts(lines, _A_SHEET):
        paper.new_sheet()
        for place, text in enumerate(sheet):
            missing = typefaces().missing(text)
            assert not missing, [code_points(one) for one in missing]
            paper.text(40, 50 + 18 * place, text, Type(style, 10))
        sheets.append("".join(sheet))
    path.write_bytes(paper.finished())
    return sheets


def undrawn(characters: Iterable[str], style: Style) -> list[str]:
    """Those that have no outline, or whose variation is not drawn as it is asked for."""
    faults = []
    for one in characters:
        font, pen = typefaces().font(style, one), _Pen()
        font.draw(one, pen)
        if font.substituted(one) or not (pen.strokes or one.isspace() or STAND_INS.get(one) == " "):
            faults.append(code_points(one))
    return faults


def by_pdfium(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def by_poppler(path: Path) -> list[str]:
    """Needs pdftotext, which ``python dev.py soak`` finds on Debian."""
    command = [shutil.which("pdftotext") or "pdftotext", "-raw", path, "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\f")[:-1]


def unread(sheets: Sequence[str], path: Path, reader: Reader) -> list[str]:
    """Lines that do not come back as they were typed."""
    faults = []
    for expected, found in zip(sheets, reader(path), strict=True):
        if bare(found) != bare(expected):
            wanted, got = bare(expected), bare(found)
            at = next((n for n, pair in enumerate(zip(wanted, got, strict=False)) if pair[0] != pair[1]), len(got))
            faults.append(f"{code_points(wanted[at : at + 3])} came back as {code_points(got[at : at + 3])}")
    return faults


def bare(text: str) -> str:
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return _LAYOUT.sub("", text)


class _Pen:
    """Counts what is drawn."""

    def __init__(self) -> None:
        self.strokes = 0

    def _stroke(self, *_: object) -> None:
        self.strokes += 1

    moveTo = lineTo = qCurveTo = curveTo = _stroke  # noqa: N815 - HarfBuzz calls them so

    def closePath(self) -> None:
        pass


def _decoded(codes: Iterable[bytes], encoding: str) -> list[str]:
    """Without private code points and without marks that stand on nothing: 25 of JIS X 0213, for phonetic script."""
    texts = dict.fromkeys(code.decode(encoding, "ignore") for code in codes)
    return [text for text in texts if text and not unicodedata.category(text[0]).startswith(("M", "C"))]


def _sequences(name: str) -> list[str]:
    face = _face(name)
    return [
        chr(base) + chr(selector)
        for selector in sorted(face.variation_selectors)
        for base in sorted(face.variation_unicodes(selector))
    ]


def _face(name: str) -> "hb.Face":
    return hb.Face(hb.Blob.from_file_path(str(resource("fonts", name))))


def _spread(characters: Sequence[str], count: int) -> list[str]:
    return [characters[number * len(characters) // count] for number in range(count)]


def _parts(sequence: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (sequence[start : start + size] for start in range(0, len(sequence), size))
