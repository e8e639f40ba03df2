"""The workbook's few styles, registered once and shared by every cell."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList

from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.cells import Look

FONT = "BIZ UDGothic"  # on every Windows since 1809, the letters of our printed packs
INK = "1A1A1A"
SAMPLE_INK = "C00000"
_SHADE = "E3E9F1"
_RULE = "808080"
_AMOUNTS = {Language.JA: '#,##0_ ;"△"#,##0_ ', Language.EN: "#,##0_ "}  # negative amounts carry △ on Japanese papers
_PARTS = "#,##0.##########_ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The first seven stand in data sheets, lists and meta, the others in printable sheets."""

    head: Look
    text: Look
    long_text: Look
    number: Look
    fraction: Look
    day: Look
    fact: Look
    title: Look
    subtitle: Look
    printed_head: Look
    printed_text: Look
    printed_day: Look
    printed_number: Look
    printed_fraction: Look
    total_text: Look
    total_number: Look


def looks(workbook: Any, language: Language, *, sample: bool) -> Looks:
    """All looks, registered with openpyxl's workbook."""
    # The workbook's own font measures its columns: a width of 10 is ten half-width letters.
    workbook._fonts = IndexedList([_font()])  # noqa: SLF001  # openpyxl has no other way to it
    sheet = SimpleNamespace(parent=workbook)  # styles belong to the workbook; openpyxl reaches it through a sheet
    amount = _AMOUNTS[language]
    top = Alignment(vertical="top")
    wrapped = Alignment(vertical="top", wrap_text=True)
    middle = Alignment(vertical="center", horizontal="center", wrap_text=True)
    right = Alignment(vertical="top", horizontal="right")
    ruled, summed = _border(), _border(top="double")
    return Looks(
        head=_look(sheet, font=_font(bold=True), fill=_fill(), alignment=Alignment(vertical="center", wrap_text=True)),
        text=_look(sheet, alignment=top, number_format="@"),
        long_text=_look(sheet, alignment=top),
        number=_look(sheet, alignment=top, number_format="#,##0"),
        fraction=_look(sheet, alignment=top),
        day=_look(sheet, alignment=top, number_format="yyyy-mm-dd"),
        fact=_look(sheet, alignment=Alignment(vertical="top", horizontal="left"), number_format="#,##0"),
        title=_look(sheet, font=_font(size=14, bold=True, ink=SAMPLE_INK if sample else INK)),
        subtitle=_look(sheet),
        printed_head=_look(sheet, font=_font(bold=True), fill=_fill(), border=ruled, alignment=middle),
        printed_text=_look(sheet, border=ruled, alignment=wrapped),
        printed_day=_look(sheet, border=ruled, alignment=wrapped),
        printed_number=_look(sheet, border=ruled, alignment=right, number_format=amount),
        printed_fraction=_look(sheet, border=ruled, alignment=right, number_format=_PARTS),
        total_text=_look(sheet, font=_font(bold=True), border=summed, alignment=wrapped),
        total_number=_look(sheet, font=_font(bold=True), border=summed, alignment=right, number_format=amount),
    )


def _look(sheet: Any, **style: object) -> Look:
    """The style and its twin with Excel's quote prefix, which keeps risky text a text when somebody edits it."""
    numbers = []
    for quoted in (False, True):
        cell = WriteOnlyCell(sheet)
        cell.font = style.get("font") or _font()
        for part in ("fill", "border", "alignment", "number_format"):
            if part in style:
                setattr(cell, part, style[part])
        cell.quotePrefix = quoted
        numbers.append(cell.style_id)
    return Look(*numbers)


def _font(*, size: int = 10, bold: bool = False, ink: str = INK) -> Any:
    return Font(name=FONT, size=size, bold=bold, color=ink, charset=128)  # 128: Japanese, for PCs without the font


def _fill() -> Any:
    return PatternFill("solid", start_color=_SHADE)


def _border(*, top: str = "thin") -> Any:
    thin = Side(style="thin", color=_RULE)
    return Border(left=thin, right=thin, bottom=thin, top=Side(style=top, color=_RULE))
