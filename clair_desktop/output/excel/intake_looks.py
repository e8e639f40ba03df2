"""How the cells of a municipality's workbook look, and the checks Excel makes while they are typed."""

from copy import copy
from dataclasses import dataclass, field
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from clair_desktop.domain.fields import Choice, Count, Day, Field, Yen
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.guard import Place, escaped, guarded, is_risky
from clair_desktop.output.excel.looks import FONT, INK

_PALE, _SHADE, _RULE, _ALARM = "FFFBE6", "E3E9F1", "808080", "C00000"
_THIN = Side(style="thin", color=_RULE)
_ALL = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_OPEN = Protection(locked=False)

HELP_YEN = Wording("円単位の整数で入力してください（例：1200000）。", "Whole yen, such as 1200000.")
HELP_DAY = Wording("日付を入力してください（例：2026/4/1、R8.4.1）。", "A day, such as 2026/4/1 or 1 April 2026.")
HELP_COUNT = Wording("0以上の数を入力してください（例：3、1.5）。", "A number of 0 or more, such as 3 or 1.5.")
HELP_CHOICE = Wording("一覧から選んでください。", "Choose from the list.")
HELP_COUNTRY = Wording("一覧から選ぶか、国名を入力してください。", "Choose from the list, or type the country's name.")
HELP_TIME = Wording("時刻を入力してください（例：14:30）。", "A time, such as 14:30.")
HELP_AUTHORITY = Wording(
    "一覧から選ぶか、団体コード6桁又は名称を入力してください。都道府県名を入力してから▼を押すと、その県の団体だけが並びます。",
    "Choose from the list, or type the six-digit code or the name. Type how the name begins and open the list to see only those.",
)
_STOP = Wording("入力を確かめてください", "Please check this entry")


@dataclass(frozen=True, slots=True)
class Look:
    """One style of cell, shared by all that wear it."""

    font: Any
    alignment: Any
    fill: Any = None
    border: Any = None
    protection: Any = None
    number_format: str = "General"


def _font(size: int = 10, *, bold: bool = False, ink: str = INK) -> Any:
    return Font(name=FONT, size=size, bold=bold, color=ink, charset=128)


def _entry(number_format: str, *, right: bool = False) -> Look:
    place = Alignment(vertical="top", wrap_text=True, horizontal="right" if right else "left")
    return Look(_font(), place, PatternFill("solid", start_color=_PALE), _ALL, _OPEN, number_format)


_WRAPPED = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class FormLooks:
    title: Look = field(default_factory=lambda: Look(_font(14, bold=True), Alignment(vertical="center")))
    note: Look = field(default_factory=lambda: Look(_font(), _WRAPPED))
    line: Look = field(default_factory=lambda: Look(_font(), Alignment(vertical="center")))
    section: Look = field(
        default_factory=lambda: Look(
            _font(11, bold=True), Alignment(vertical="center"), PatternFill("solid", start_color=_SHADE), _ALL
        )
    )
    head: Look = field(
        default_factory=lambda: Look(
            _font(bold=True),
            Alignment(vertical="center", horizontal="center", wrap_text=True),
            PatternFill("solid", start_color=_SHADE),
            _ALL,
        )
    )
    label: Look = field(default_factory=lambda: Look(_font(), _WRAPPED, border=_ALL))
    alarm: Look = field(default_factory=lambda: Look(_font(bold=True, ink=_ALARM), _WRAPPED, border=_ALL))
    total: Look = field(
        default_factory=lambda: Look(
            _font(bold=True), Alignment(horizontal="right"), border=_ALL, number_format="#,##0"
        )
    )
    text: Look = field(default_factory=lambda: _entry("@"))
    amount: Look = field(default_factory=lambda: _entry("#,##0", right=True))
    count: Look = field(default_factory=lambda: _entry("#,##0.##########", right=True))
    day: Look = field(default_factory=lambda: _entry("yyyy/mm/dd"))
    reckoned: Look = field(
        default_factory=lambda: Look(_font(), Alignment(vertical="top"), border=_ALL, number_format="#,##0")
    )

    def entry(self, asked: Field) -> Look:
        """The look of a cell to fill in: text stays text, so that codes and telephone numbers keep their zeros."""
        if isinstance(asked, Yen):
            return self.amount
        if isinstance(asked, Count):
            return self.count
        return self.day if isinstance(asked, Day) else self.text


def put(sheet: Any, at: str, value: str | int | None, look: Look, *, formula: bool = False) -> None:
    """Puts a value with its look; a text is a text even when it begins with =."""
    cell = sheet[at]
    if value not in (None, ""):
        if isinstance(value, str) and not formula:
            here = Wording(sheet.title, sheet.title)
            value = escaped(guarded(value, Place(here, Wording(at, at), cell.row)))
        cell.value = value
        if isinstance(value, str) and not formula:
            cell.data_type = "s"
            cell.quotePrefix = is_risky(value)
    _wear(sheet.parent, cell, look)


def _wear(book: Any, cell: Any, look: Look) -> None:
    """The first cell of a look registers its style with the workbook; the others share it (data.md E1)."""
    worn = book.__dict__.setdefault("_clair_looks", {})
    key = (id(look), bool(cell.quotePrefix))
    if key in worn:
        cell._style = copy(worn[key])  # noqa: SLF001  # openpyxl has no faster way, and a table has thousands of cells
        return
    cell.font, cell.alignment, cell.number_format = look.font, look.alignment, look.number_format
    if look.fill is not None:
        cell.fill = look.fill
    if look.border is not None:
        cell.border = look.border
    if look.protection is not None:
        cell.protection = look.protection
    worn[key] = copy(cell._style)  # noqa: SLF001


def help_of(asked: Field) -> Wording:
    """How a question is answered, in one sentence; empty where words are free."""
    kinds: tuple[tuple[type[Field], Wording], ...] = (
        (Yen, HELP_YEN), (Day, HELP_DAY), (Count, HELP_COUNT), (Choice, HELP_CHOICE), (Country, HELP_COUNTRY),
        (Authority, HELP_AUTHORITY),
    )  # fmt: skip
    free = HELP_TIME if getattr(asked, "is_time", False) else Wording("", "")
    return next((said for kind, said in kinds if isinstance(asked, kind)), free)


def validation(asked: Field, choices: str, first: str, language: Language) -> Any | None:
    """Excel's own check of a cell; ``choices`` is a named range, ``first`` the first cell it stands upon."""
    rule = _rule(asked, choices, first)
    if rule is None:
        return None
    said, label = help_of(asked).in_(language), asked.label.in_(language)
    free = isinstance(asked, Day | Country | Authority)
    return DataValidation(
        **rule,
        allow_blank=True,
        showErrorMessage=not isinstance(asked, Authority),
        errorStyle="warning" if free else "stop",
        errorTitle=_STOP.in_(language)[:32],
        error=said[:220],
        showInputMessage=True,
        promptTitle=label[:32],
        prompt=said[:250],
    )


def _rule(asked: Field, choices: str, first: str) -> dict[str, str] | None:
    if isinstance(asked, Authority):
        start = f'{first}&"*"'
        matching = f"OFFSET({choices},MATCH({start},{choices},0)-1,0,COUNTIF({choices},{start}),1)"
        return {"type": "list", "formula1": matching}
    if isinstance(asked, Choice | Country):
        return {"type": "list", "formula1": choices}
    if isinstance(asked, Yen):
        least = "-1000000000000" if asked.signed else "0"
        return {"type": "whole", "operator": "between", "formula1": least, "formula2": "1000000000000"}
    if isinstance(asked, Count):
        return {"type": "decimal", "operator": "greaterThanOrEqual", "formula1": "0"}
    if isinstance(asked, Day):  # 1900-03-01 to 2099-12-31, as serial numbers that every language of Excel reads alike
        return {"type": "date", "operator": "between", "formula1": "61", "formula2": "73050"}
    return None
