"""fpdf2: its cells and tables."""

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import FontFace

from bench.beside.content import GOTHIC, HEADS, MINCHO, WIDTHS, Form


def make(forms: Sequence[Form], path: Path) -> None:
    pdf = FPDF(format="A4")
    pdf.set_margins(25, 20, 20)
    pdf.set_auto_page_break(True, margin=20)
    pdf.add_font("mincho", fname=MINCHO)
    pdf.add_font("gothic", fname=GOTHIC)
    for one in forms:
        pdf.add_page()
        _form(pdf, one)
    pdf.output(str(path))


def _form(pdf: FPDF, form: Form) -> None:
    asked = FontFace(family="gothic")
    pdf.set_font("gothic", size=9.5)
    pdf.cell(text=form.number, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("gothic", size=16)
    pdf.cell(0, 10, form.title, align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("mincho", size=9.5)
    common = {"line_height": 5, "first_row_as_headings": False, "wrapmode": "CHAR"}
    with pdf.table(col_widths=(28, 72), text_align="LEFT", **common) as table:
        for label, value in form.fields:
            row = table.row()
            row.cell(label, style=asked)
            row.cell(value)
    pdf.ln(3)
    with pdf.table(col_widths=WIDTHS, text_align=("LEFT", "LEFT", "LEFT", "RIGHT"), **common) as table:
        heads = table.row()
        for head in HEADS:
            heads.cell(head, style=asked)
        for cells in form.rows:
            table.row(cells)
    for note in form.notes:
        pdf.multi_cell(0, 5, note, new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")
