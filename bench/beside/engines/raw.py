"""The floor: a raw canvas that draws the strings which ours placed, where ours placed them.

Stock fonts in the style of each string. It breaks no lines, justifies nothing, draws no rules, tags nothing, and looks
for no character in a second font. The places are worked out and kept beforehand, outside every measurement.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.beside.content import FONTS, Form

FILES = {"mincho": "BIZUDMincho-Regular.ttf", "gothic": "BIZUDGothic-Regular.ttf", "bold": "BIZUDGothic-Bold.ttf"}
_placed: dict[str, list[list[list[object]]]] = {}


def make(forms: Sequence[Form], path: Path) -> None:
    rl_config.useA85 = 0
    for name, file in FILES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    canvas = Canvas(str(path), invariant=1, pageCompression=1, initialFontName="mincho")
    for sheet in placed(forms, path):
        for style, size, x, y, text in sheet:
            canvas.setFont(style, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()


def placed(forms: Sequence[Form], path: Path) -> list[list[list[object]]]:
    """By sheet: style, size, place and text of every string; read once, as a program has its own in memory."""
    name = place_of(path.parent, forms)
    if name not in _placed:
        _placed[name] = json.loads(Path(name).read_text(encoding="utf-8"))
    return _placed[name]


def place_of(folder: Path, forms: Sequence[Form]) -> str:
    return str(folder / f"placed-{forms[0].fields[0][1]}-{len(forms)}.json")
