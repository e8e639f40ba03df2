"""ReportLab's own paragraphs and tables, with its own fonts."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from bench.beside.content import GOTHIC, HEADS, MINCHO, WIDTHS, Form

_GRID = [
    ("FONT", (0, 0), (-1, -1), "mincho", 9.5),
    ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
]
_WIDTH = 160 * mm


def make(forms: Sequence[Form], path: Path) -> None:
    rl_config.useA85 = 0
    for name, file in (("mincho", MINCHO), ("gothic", GOTHIC)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(file)))
    rl_config.canvas_basefontname = "mincho"  # or every file would name a Helvetica that it does not hold
    margins = {"leftMargin": 25 * mm, "rightMargin": 20 * mm, "topMargin": 20 * mm, "bottomMargin": 20 * mm}
    story = [flowable for one in forms for flowable in (*_form(one), PageBreak())]
    SimpleDocTemplate(str(path), pagesize=A4, title="海外調査依頼書", invariant=1, pageCompression=1, **margins).build(
        story
    )


def _form(form: Form) -> list[object]:
    text = ParagraphStyle("text", fontName="mincho", fontSize=9.5, leading=12.5, wordWrap="CJK")
    label = ParagraphStyle("label", parent=text, fontName="gothic")
    title = ParagraphStyle("title", parent=label, fontSize=16, leading=22, alignment=1, spaceAfter=8)
    amount = ParagraphStyle("amount", parent=text, alignment=2)

    def said(words: str, style: ParagraphStyle) -> Paragraph:
        return Paragraph(escape(words, quote=False), style)

    fields = Table(
        [[said(a, label), said(b, text)] for a, b in form.fields], [_WIDTH * 0.28, _WIDTH * 0.72], style=_GRID
    )
    heads = [said(head, label) for head in HEADS]
    rows = [[*(said(cell, text) for cell in row[:3]), said(row[3], amount)] for row in form.rows]
    widths = [_WIDTH * width / sum(WIDTHS) for width in WIDTHS]
    costs = Table([heads, *rows], widths, style=_GRID, repeatRows=1, spaceBefore=8)
    notes = [said(note, text) for note in form.notes]
    return [said(form.number, label), said(form.title, title), fields, costs, *notes]
