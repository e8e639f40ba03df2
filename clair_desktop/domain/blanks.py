"""Headquarters' own blank (様式のひな形ファイル): its places, and which of a case's answers goes into which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from clair_desktop.domain.wording import Language, Wording


class BlankKind(StrEnum):
    WORKBOOK = "xlsx"
    PAPER = "docx"


class Shape(StrEnum):
    """How an answer stands in its place; a form often asks for year, month and day in cells of their own."""

    AS_IS = "as_is"  # numbers as numbers, days as days where the cell shows days, everything else as printed
    TEXT = "text"
    ERA_YEAR = "era_year"
    MONTH = "month"
    DAY_OF_MONTH = "day_of_month"
    CIRCLE = "circle"
    TICK = "tick"


SHAPE_WORDS: Mapping[Shape, Wording] = {
    Shape.AS_IS: Wording("そのまま（金額・数は数値、日付は欄の書式に従う）", "As it is (numbers as numbers)"),
    Shape.TEXT: Wording("文字列（日付は和暦、金額は円つき）", "As text, as printed"),
    Shape.ERA_YEAR: Wording("日付の年（元号の年数だけ）", "Era year of a day"),
    Shape.MONTH: Wording("日付の月（数字だけ）", "Month of a day"),
    Shape.DAY_OF_MONTH: Wording("日付の日（数字だけ）", "Day of the month"),
    Shape.CIRCLE: Wording("該当するときに○", "○ where it applies"),
    Shape.TICK: Wording("該当するときに☑、しないときに☐", "☑ where it applies, ☐ where not"),
}
DAY_PARTS = (Shape.ERA_YEAR, Shape.MONTH, Shape.DAY_OF_MONTH)
MARKS = (Shape.CIRCLE, Shape.TICK)


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, content control or bookmark. ``label`` is the text beside it; ``trouble`` says why it cannot be filled.

    ``choices`` are the only texts it takes, ``longest`` the most letters, where the blank itself says so.
    """

    key: str
    label: str
    name: str = ""  # what the blank itself calls it: a defined name, a control's title
    holds: str = ""  # what stands there now
    trouble: Wording | None = None
    choices: Sequence[str] = ()
    longest: int | None = None
    dated: bool = False  # it shows days
    ticks: bool = False  # a box to be ticked
    one_line: bool = False  # it takes no line ends
    likely: bool = False  # empty and labelled: what a form wants filled

    @property
    def wording(self) -> Wording:
        told = self.label or self.name
        return (
            Wording(f"「{self.key}」（{told}）", f"“{self.key}” ({told})")
            if told
            else Wording(f"「{self.key}」", f"“{self.key}”")
        )


@dataclass(frozen=True, slots=True)
class Match:
    """What goes into one place. ``label`` is the text that stood beside the place when it was chosen.

    ``value`` is a field's key, ``table.N.column`` for a row's cell, ``table.total``, ``field=option`` for a mark,
    or one of the values a letter carries.
    """

    place: str
    value: str
    shape: Shape = Shape.AS_IS
    longest: int | None = None  # as the form says in words: 200字以内
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A blank of one programme and year. A mapping carried over from an earlier year is a proposal until confirmed."""

    programme: str
    year: int
    name: str  # 様式第1号; of the same name next year is its successor
    source: str
    file_name: str
    kind: BlankKind
    sha256: str
    added_on: date
    language: Language = Language.JA
    matches: Sequence[Match] = ()
    confirmed: bool = False
    carried_from: int | None = None
    lost: Sequence[tuple[str, str]] = ()  # places of the earlier mapping that are no longer there, with their labels

    def mapped(self, matches: Sequence[Match], *, confirmed: bool) -> "Blank":
        return replace(self, matches=tuple(matches), confirmed=confirmed)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One cell (or paragraph) of a preview; ``place`` is the key of what may be filled there."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    place: str = ""
    bold: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A sheet (or the paper) as a simple grid: widths in half-width letters, heights in points."""

    name: str
    widths: Sequence[float]
    heights: Sequence[float]
    cells: Sequence[Drawn]
    cut: bool = False  # larger than what is drawn


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything found in a blank."""

    kind: BlankKind
    places: Sequence[Place]
    sheets: Sequence[DrawnSheet]
    by_key: Mapping[str, Place] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {one.key: one for one in self.places})


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written: a text, a whole number, a decimal, a day or whether a box is ticked."""

    place: str
    value: str | int | float | date | bool


NOT_A_PLACE = Wording(
    "このひな形に「{place}」という欄はありません。対応付けの画面で選び直してください。",
    "The blank has no place “{place}”. Choose it again in the mapping window.",
)
