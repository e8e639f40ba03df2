"""Blanks read and filled, whichever program they are for; a filled copy is read back before anybody gets it."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from clair_desktop.domain.blanks import NOT_A_PLACE, BlankKind, Entry, Layout, Place
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.blanks.book import Book
from clair_desktop.output.blanks.book_fill import BookFilling
from clair_desktop.output.blanks.book_places import find, layout, place_at
from clair_desktop.output.blanks.package import Package, opened
from clair_desktop.output.blanks.paper import Paper
from clair_desktop.output.blanks.paper_fill import PaperFilling, printed
from clair_desktop.output.excel.guard import LONGEST, escaped, forbidden, unescaped

NOT_FILLABLE = Wording("{place}には書き込めません：{why}。", "{place} cannot be filled: {why}.")
NOT_A_CHOICE = Wording(
    "{place}に入れられるのは次のどれかです：{choices}（値は「{value}」）。",
    "{place} takes one of these only: {choices} (the value is “{value}”).",
)
TOO_LONG = Wording(
    "{place}は{most}字までです（値は{length}字）。案件の入力を短くしてください。",
    "{place} takes {most} characters (the value has {length}). Shorten the answer.",
)
UNWRITABLE = Wording(
    "{place}に書く値に、ファイルに書けない文字（U+{code:04X}）があります。案件の入力を直してください。",
    "The value for {place} holds a character that no file can keep (U+{code:04X}). Put the answer right.",
)
NOT_READ_BACK = Wording(
    "記入した様式を読み直したところ、{place}が記入した値と一致しません。ファイルは作られていません。",
    "Read back, {place} of the filled copy is not what was written. No file was made.",
)
CHANGED_ELSEWHERE = Wording(
    "記入した様式を読み直したところ、記入していない「{part}」が元と異なります。ファイルは作られていません。",
    "Read back, “{part}”, which was not filled, differs from the blank. No file was made.",
)
ONE_LINE = Wording(
    "改行できない欄です。案件の入力から改行を除いてください", "it takes no line ends; take them out of the answer"
)
NO_BOX = Wording("チェック欄です。該当するかどうか（☑）で対応付けてください", "it is a check box; map a mark (☑) to it")


@dataclass(frozen=True, slots=True)
class _Read:
    """A package with what was found in it, read once."""

    package: Package
    inner: Book | Paper

    @classmethod
    def of(cls, name: str, content: bytes) -> "_Read":
        package = opened(name, content)
        return cls(package, Book(package) if package.kind is BlankKind.WORKBOOK else Paper(package))

    def place(self, key: str) -> Place | None:
        if isinstance(self.inner, Paper):
            spot = self.inner.spots.get(key)
            return spot.place if spot else None
        at = find(self.inner, key)
        return place_at(self.inner, *at, key=key) if at else None

    def touched(self, entries: Sequence[Entry]) -> Mapping[str, bytes]:
        """The parts that filling changes."""
        inner = self.inner
        return (BookFilling(inner, entries) if isinstance(inner, Book) else PaperFilling(inner, entries)).touched


def read_layout(name: str, content: bytes) -> Layout:
    """The places of a blank; one that could not be filled safely is refused whole."""
    inner = _Read.of(name, content).inner
    return layout(inner) if isinstance(inner, Book) else inner.layout()


def find_place(name: str, content: bytes, key: str) -> Place | None:
    """One place, also a cell beyond what is drawn."""
    return _Read.of(name, content).place(key)


def filled(name: str, content: bytes, entries: Sequence[Entry], limits: Mapping[str, int]) -> bytes:
    """A copy with the entries in their places, read back; ``limits`` are letters that the form allows in words."""
    blank = _Read.of(name, content)
    found = {one.place: _demand(blank, one, limits.get(one.place)) for one in entries}
    touched = blank.touched(entries)
    copy = blank.package.with_parts(touched)
    again = _Read.of(name, copy)
    _demand_untouched(blank.package, again.package, touched)
    if isinstance(blank.inner, Book):
        _demand_cells(blank.inner, again.package, entries, found)
    elif isinstance(again.inner, Paper):
        _demand_spots(blank.inner, again.inner, entries)
    return copy


def _demand(blank: _Read, entry: Entry, longest: int | None) -> Place:
    """The place of an entry, once nothing speaks against writing it there."""
    place = blank.place(entry.place)
    if place is None:
        raise Refusal(NOT_A_PLACE.filled(place=entry.place), field=entry.place)
    if place.trouble is not None:
        raise Refusal(NOT_FILLABLE.filled(place=place.wording, why=place.trouble), field=entry.place)
    if place.ticks and not isinstance(entry.value, bool):
        raise Refusal(NOT_FILLABLE.filled(place=place.wording, why=NO_BOX), field=entry.place)
    _demand_fits(place, printed(entry) if not isinstance(entry.value, int | float) else str(entry.value), longest)
    return place


def _demand_fits(place: Place, text: str, longest: int | None) -> None:
    code = forbidden(text)
    if code is not None:
        raise Refusal(UNWRITABLE.filled(place=place.wording, code=code), field=place.key)
    if place.one_line and "\n" in text:
        raise Refusal(NOT_FILLABLE.filled(place=place.wording, why=ONE_LINE), field=place.key)
    if place.choices and text not in place.choices and not place.ticks:
        told = "、".join(place.choices[:12])
        raise Refusal(NOT_A_CHOICE.filled(place=place.wording, choices=told, value=text), field=place.key)
    most = min(one for one in (longest, place.longest, LONGEST) if one is not None)
    if len(text) > most:
        raise Refusal(TOO_LONG.filled(place=place.wording, most=most, length=len(text)), field=place.key)


def _demand_untouched(package: Package, again: Package, touched: Mapping[str, bytes]) -> None:
    for part, data in package.parts.items():
        if part not in touched and again.parts.get(part) != data:
            raise Refusal(CHANGED_ELSEWHERE.filled(part=part))
    if again.parts.keys() != package.parts.keys():
        raise Refusal(CHANGED_ELSEWHERE.filled(part=package.name))


def _demand_spots(blank: Paper, again: Paper, entries: Sequence[Entry]) -> None:
    """Every entry stands in its control or bookmark, and every other one holds what it held."""
    wanted = {one.place: one for one in entries}
    for key, spot in blank.spots.items():
        place = again.spots[key].place if key in again.spots else None
        told = wanted.get(key)
        if place is None or (told is None and place.holds != spot.place.holds):
            raise Refusal(NOT_READ_BACK.filled(place=spot.place.wording), field=key)
        if told is not None and not spot.place.ticks and place.holds.split() != printed(told).split():
            raise Refusal(NOT_READ_BACK.filled(place=spot.place.wording), field=key)


def _demand_cells(book: Book, again: Package, entries: Sequence[Entry], found: Mapping[str, Place]) -> None:
    """Every entry in its cell and every other cell as it was, by another reader than the one that wrote: openpyxl."""
    wanted: dict[tuple[str, int, int], Entry] = {}
    for one in entries:
        at = find(book, one.place)
        if at is not None:
            wanted[at[0].name, at[1], at[2]] = one
    old, new = _cells(book.package.content), _cells(again.content)
    for key in (old.keys() | new.keys()) - wanted.keys():
        if old.get(key) != new.get(key):
            raise Refusal(CHANGED_ELSEWHERE.filled(part=f"{key[0]}!{key[1]}:{key[2]}"))
    for key, told in wanted.items():
        if not _is_same(new.get(key), told):
            raise Refusal(NOT_READ_BACK.filled(place=found[told.place].wording), field=told.place)


def _cells(content: bytes) -> dict[tuple[str, int, int], object]:
    """Every cell's value or formula, by sheet, row and column."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of what it would drop; nothing is saved by it
        workbook = load_workbook(BytesIO(content), rich_text=False)
    found: dict[tuple[str, int, int], object] = {}
    for sheet in workbook.worksheets:
        for (row, column), held in sheet._cells.items():  # noqa: SLF001 - iterating would make every empty cell
            if held.value is not None:
                value = held.value
                found[sheet.title, row, column] = str(vars(value)) if hasattr(value, "ref") else value
    return found


def _is_same(value: object, entry: Entry) -> bool:
    wanted = entry.value
    if isinstance(value, datetime) and isinstance(wanted, date):
        return value.date() == wanted
    if isinstance(wanted, str):
        return unescaped(str(value or "")) == unescaped(escaped(wanted))
    return value == wanted
