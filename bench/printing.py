"""Packs, one form and a thousand, warm, against a raw ReportLab canvas that draws the same strings at the same places.

Processor seconds, a different case each round. Ours is tagged and fit to be kept (PDF/UA, PDF/A), breaks and justifies
lines, looks in several fonts for each character and draws the rules; the floor does none of this, and packs its streams
without base 85, as ours does. What checking, writing and reading back add is told for information. The first page is
counted from having the fonts, and from the start of its process beside a process that draws the strings alone.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.beside.content import FONTS, kanji
from bench.beside.engines.raw import FILES
from bench.drawing import drawn
from bench.measure import ROOT, Measurement, as_installed, compare
from clair_desktop.domain.filled_papers import Cell, FilledPack
from clair_desktop.output.pdf import lines, packs, typesetting
from clair_desktop.output.pdf.lines import Line
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style, typefaces
from tests.output.pdf.papers import COSTS, ENGLISH_LETTER, LETTER, PACK, QUESTIONS, document, form, table_form

ROUNDS = 40
MANY = 1_000
STOCK = {style: f"stock-{style}" for style in FILES}


class Placed(NamedTuple):
    page: int
    style: str
    x: float
    y: float
    size: float
    text: str


class NotingPaper(Paper):
    """Draws as always and notes where every string went."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.placed: list[Placed] = []

    def line(
        self,
        x: float,
        baseline: float,
        line: Line,
        *,
        width: float | None = None,
        alignment: Alignment = Alignment.START,
    ) -> None:
        if shown := self._showing.line(line, width, alignment):
            sheet, style = self.sheet, line.font.fontName.split("-")[1]
            place = (x + shown.shift, sheet.height - baseline)
            self.placed.append(Placed(id(sheet), style, *place, line.size, shown.text))
        super().line(x, baseline, line, width=width, alignment=alignment)


def research_pack(number: int) -> FilledPack:
    """Another case each time, so that nothing remembered of the last one flatters us."""
    letter = replace(LETTER, number=f"国第{number}号", subject=f"海外調査依頼書（{number}件目）の送付について（進達）")
    purpose = "　" + "".join(f"{kanji(number * 40 + n)}市における制度の概要{n}を知りたい。" for n in range(40))
    rows = [[*row[:3], Cell(f"{(number + n) * 1_234:,}", number=True)] for n, row in enumerate(COSTS.rows)]
    contents = [document(letter), document(ENGLISH_LETTER, "en"), document(form(purpose))]
    tables = [document(table_form(replace(COSTS, rows=rows))), document(table_form(QUESTIONS))]
    return replace(PACK, case_number=f"R8-{number:04}", documents=[*contents, *tables])


def raw(placed: list[Placed], fonts: Mapping[str, str]) -> bytes:
    """``fonts`` are the names of ReportLab's fonts by style."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName=fonts[Style.MINCHO])
    page = placed[0].page
    for one in placed:
        if one.page != page:
            canvas.showPage()
            page = one.page
        canvas.setFont(fonts[one.style], one.size)
        canvas.drawString(one.x, one.y, one.text)
    canvas.save()
    return buffer.getvalue()


def research_form(number: int) -> FilledPack:
    """One form of another case each time."""
    purpose = "　" + "".join(f"{kanji(number * 40 + n)}市における制度の概要{n}を知りたい。" for n in range(12))
    return replace(PACK, case_number=f"R8-{number:04}", documents=[document(form(purpose, f"髙﨑　{kanji(number)}"))])


def many_forms(first: int) -> FilledPack:
    packs_of_one = [research_form(first * MANY + number) for number in range(MANY)]
    return replace(PACK, documents=[one.documents[0] for one in packs_of_one])


def _first_page(act: str) -> float:
    """Processor seconds of a fresh process until its page is in memory, the interpreter's start included.

    ``fonts``: ours, counted from having the fonts.
    """
    command = [sys.executable, "-m", "bench.first_page", act]
    done = subprocess.run(command, cwd=ROOT, env=as_installed(), check=True, capture_output=True)
    return float(done.stdout)


def _three_tenths() -> float:
    """What the first page may take."""
    return 0.3


def placed_strings(pack: FilledPack) -> list[Placed]:
    with patch.object(typesetting, "Paper", NotingPaper):
        paper = typesetting.typeset(pack)
    assert isinstance(paper, NotingPaper)
    return paper.placed


class Turns:
    """Gives each round a different case, so that nothing is measured that an earlier round remembers."""

    def __init__(self, act: Callable[[int], object]) -> None:
        self._act = act
        self._turn = -1

    def __call__(self) -> float:
        """The processor seconds of one round."""
        self._turn = (self._turn + 1) % ROUNDS
        begun = time.process_time()
        self._act(self._turn)
        return time.process_time() - begun


def _forms() -> Iterator[Measurement]:
    one = [research_form(number) for number in range(ROUNDS)]
    placed = [placed_strings(pack) for pack in one]
    lines.analysed.cache_clear()
    ours = Turns(lambda number: drawn(one[number]))
    stock = Turns(lambda number: raw(placed[number], STOCK))
    yield compare("one form, raw canvas, stock font", ours, stock, 1.15, rounds=ROUNDS - 1)
    many = [many_forms(number) for number in range(3)]
    placed = [placed_strings(pack) for pack in many]
    lines.analysed.cache_clear()
    ours = Turns(lambda number: drawn(many[number % 3]))
    stock = Turns(lambda number: raw(placed[number % 3], STOCK))
    yield compare("1,000 forms, raw canvas, stock font", ours, stock, 1.15, rounds=2)


def run() -> Iterator[Measurement]:
    all_packs = [research_pack(number) for number in range(ROUNDS)]
    placed = [placed_strings(pack) for pack in all_packs]
    rl_config.useA85 = 0
    ours = {style.value: typefaces().font(style, "宮") for style in Style}
    for font in (*ours.values(), *(TTFont(STOCK[style], str(FONTS / file)) for style, file in FILES.items())):
        pdfmetrics.registerFont(font)
    lines.analysed.cache_clear()

    def floor(fonts: Mapping[str, str]) -> Turns:
        return Turns(lambda number: raw(placed[number], fonts))

    rounds = ROUNDS - 1
    names = {style: font.fontName for style, font in ours.items()}
    yield compare(
        "pack drawn, raw canvas with our font",
        Turns(lambda number: drawn(all_packs[number])),
        floor(names),
        None,
        rounds=rounds,
        note="the floor has our fonts too",
    )
    yield compare(
        "pack drawn, raw canvas, stock font",
        Turns(lambda number: drawn(all_packs[number])),
        floor(STOCK),
        1.15,
        rounds=rounds,
    )
    yield from _forms()
    first, stock = partial(_first_page, "ours"), partial(_first_page, "stock")
    having = partial(_first_page, "fonts")
    yield compare("first page, cold, against 300 ms", having, _three_tenths, 1.0, rounds=7, note="of having the fonts")
    yield compare("first page, cold, stock font", first, stock, None, rounds=7, note="process included")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.pdf"
        whole = Turns(lambda number: packs.print_pack(all_packs[number], path))
        note = "glyphs checked, written, read back"
        yield compare("pack printed, raw canvas, stock font", whole, floor(STOCK), None, rounds=rounds, note=note)
