"""A municipality's own list as cells: where its headings stand, and each row read in the words of the questions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.fields import Field, Yen
from clair_desktop.domain.intake import At, CellFinding, Importance
from clair_desktop.domain.parties import Names
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.plain_lists import ListMapping, mappable, plain_head, proposed, scale_of
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.intake_cells import Cell, ForeignBook, Place
from clair_desktop.services.intake_reading import Filled, Reading, remarks

_DEEPEST_HEAD = 30  # titles and notes may stand above a list
_SUMS = frozenset({"合計", "計", "小計", "総計", "total", "subtotal", "sum"})
_IN_UNITS = Wording("見出しの単位により{text}と読みました。", "Read as {text}, by the unit in the heading.")


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings: each heading with its place, from left to right."""

    sheet: str
    row: int
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as it was understood; ``key`` is what it is known again by."""

    number: int
    at: At
    key: str
    filled: Filled


def headings_in(book: ForeignBook, fields: Sequence[Field], mapping: ListMapping) -> Headings | None:
    """The row that bears the most headings that are known; None where no row bears two."""
    best: tuple[int, Headings] | None = None
    for sheet in book.sheets:
        if mapping.sheet and sheet != mapping.sheet:
            continue
        for number in (row for row in book.rows_below(sheet, 0) if row <= _DEEPEST_HEAD):
            found = Headings(sheet, number, _places(book, sheet, number))
            heads = list(found.places)
            known = len(mapping.fitting(heads).columns) if mapping.columns else len(proposed(fields, heads))
            if known > 1 and (best is None or known > best[0]):
                best = known, found
    return best[1] if best else None


def rows_in(
    book: ForeignBook, heads: Headings, mapping: ListMapping, fields: Sequence[Field], names: Names
) -> Iterator[ReadRow]:
    """Every row below the headings that answers anything; blank ones and lines of totals are passed over."""
    asked = {one.key: one for one in mappable(fields)}
    columns = [(asked[key], head) for key, head in mapping.columns.items() if key in asked and head in heads.places]
    for number in book.rows_below(heads.sheet, heads.row):
        cells = {head: Place(heads.sheet, number, place.column) for head, place in heads.places.items()}
        held = {head: book.cell(place) for head, place in cells.items()}
        if all(held[head].is_empty for _, head in columns) or _is_sum(held.values()):
            continue
        reading = Reading(book, names, Language.JA, Rounding.DOWN)
        for one, head in columns:
            _read(reading, book, one, head, cells[head])
        yield ReadRow(number, _at(cells, held, columns), _key(held, mapping), reading.filled)


def _read(reading: Reading, book: ForeignBook, asked: Field, head: str, place: Place) -> None:
    cell = book.cell(place)
    at = At(place.sheet, place.cell, same(head), cell.text)
    reading.filled.places[asked.key] = at
    if cell.is_empty and not cell.formula:
        return
    reading.filled.findings += remarks(book, place, at)
    scale = scale_of(head) if isinstance(asked, Yen) else ""
    if scale and cell.kind in ("n", "s") and folded(cell.text).replace(",", "").replace(".", "", 1).isdigit():
        cell = Cell("s", f"{cell.text}{scale}")
        said = _IN_UNITS.filled(text=cell.text)
        reading.filled.findings.append(CellFinding(at, "read_in_units", Importance.ADVICE, said))
    if isinstance(asked, Authority) and cell.kind == "n" and cell.text.isdigit() and len(cell.text) == 6:
        cell = Cell("s", cell.text)  # six digits have lost no zero
    reading.read(asked, cell, at)


def _places(book: ForeignBook, sheet: str, row: int) -> dict[str, Place]:
    """The first of two columns with one heading counts."""
    found: dict[str, Place] = {}
    for column, cell in book.row(sheet, row):
        head = " ".join(cell.text.split())
        if cell.kind == "s" and plain_head(head):
            found.setdefault(head, Place(sheet, row, column))
    return found


def _is_sum(cells: Iterable[Cell]) -> bool:
    words = [folded(cell.text).replace(" ", "").casefold() for cell in cells if cell.kind == "s" and cell.text.strip()]
    return bool(words) and set(words) <= _SUMS


def _key(held: Mapping[str, Cell], mapping: ListMapping) -> str:
    head = mapping.key or mapping.columns.get("title", "")
    return folded(held[head].text) if head in held else ""


def _at(cells: Mapping[str, Place], held: Mapping[str, Cell], columns: Sequence[tuple[Field, str]]) -> At:
    head = next((head for _, head in columns if not held[head].is_empty), columns[0][1])
    return At(cells[head].sheet, cells[head].cell, same(head), held[head].text)
