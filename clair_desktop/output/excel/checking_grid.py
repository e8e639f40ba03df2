"""The cells of a sheet packed by column, for sheets of millions: some 20 bytes a cell where objects take 300."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple

from clair_desktop.output.excel.cells import row_and_column

_KINDS = ("s", "n", "d", "t", "b", "e", "blank", "bad_day")
_CODES = {kind: code for code, kind in enumerate(_KINDS)}
_FORMULA, _EMPTY = 16, 32  # beside the kind's code
Spot = tuple[int, int]  # row and column, counted from 1
Span = tuple[int, int, int]


class Seen(NamedTuple):
    """What stands in a cell: its kind as the reader tells it, its text, and whether a formula gave it."""

    kind: str
    text: str
    formula: bool = False

    @property
    def is_text(self) -> bool:
        return self.kind == "s" and bool(self.text.strip())

    @property
    def is_empty(self) -> bool:
        return self.kind in ("s", "blank") and not self.text.strip()


NOTHING = Seen("blank", "")
_SEEN = [Seen(kind, "", formula) for formula in (False, True) for kind in _KINDS]


class _Column:
    __slots__ = ("codes", "ends", "filled", "rows", "text")

    def __init__(self) -> None:
        self.rows = array("I")
        self.codes = bytearray()
        self.text = bytearray()
        self.ends = array("I")
        self.filled: array[int] | None = None

    def put(self, row: int, code: int, text: bytes) -> None:
        self.rows.append(row)
        self.codes.append(code)
        self.text += text
        self.ends.append(len(self.text))

    def at(self, place: int) -> Seen:
        start = self.ends[place - 1] if place else 0
        return _seen(self.codes[place], self.text[start : self.ends[place]].decode("utf-8", "surrogatepass"))

    def below(self, row: int) -> int:
        """The place of the first cell in this row or below."""
        return bisect_left(self.rows, row)


class Grid:
    """Filled as the reader's mapping of addresses; read by row and column, or a column at a time."""

    def __init__(self) -> None:
        self._columns: dict[int, _Column] = {}
        self._late: dict[Spot, tuple[int, bytes]] = {}  # what a file gives out of order
        self._last: tuple[int, Sequence[tuple[int, Seen]]] = (0, ())
        self._filled: tuple[Span, Sequence[tuple[int, Seen]]] = ((0, 0, 0), ())
        self._count = 0

    @classmethod
    def of(cls, cells: Mapping[str, Sequence[Any]]) -> "Grid":
        made = cls()
        for at, told in cells.items():
            made[at] = told
        return made

    def __len__(self) -> int:
        return self._count

    def __setitem__(self, at: str, told: Sequence[Any]) -> None:
        row, number = row_and_column(at)
        kind, text = told[0], str(told[1])
        code = _CODES[kind] + (_FORMULA if len(told) > 2 else 0)
        if kind in ("s", "blank") and not text.strip():
            code += _EMPTY
        column = self._columns.get(number)
        if column is None:
            column = self._columns[number] = _Column()
        packed = text.encode("utf-8", "surrogatepass")
        self._count += 1
        if column.rows and row <= column.rows[-1]:
            self._late[row, number] = code, packed
        else:
            column.put(row, code, packed)

    @property
    def columns(self) -> Sequence[int]:
        self._settle()
        return sorted(self._columns)

    def get(self, row: int, column: int) -> Seen | None:
        self._settle()
        found = self._columns.get(column)
        if found is None:
            return None
        place = found.below(row)
        return found.at(place) if place < len(found.rows) and found.rows[place] == row else None

    def column(self, number: int) -> Sequence[tuple[int, Seen]]:
        """Rows and cells from the top; the column asked for last is remembered."""
        self._settle()
        if self._last[0] != number:
            self._last = number, self._read(self._columns[number]) if number in self._columns else ()
        return self._last[1]

    def filled(self, number: int, above: int, last: int) -> Sequence[tuple[int, Seen]]:
        """The cells of a column that hold something, from below one row to another; the last answer is remembered."""
        asked = number, above, last
        if self._filled[0] != asked:
            found = self.column(number)
            self._filled = asked, [one for one in found if above < one[0] <= last and not one[1].is_empty]
        return self._filled[1]

    def above(self, row: int) -> Iterator[Seen]:
        self._settle()
        for one in self._columns.values():
            yield from map(one.at, range(one.below(row)))

    def formulas(self) -> Iterator[tuple[Spot, Seen]]:
        for number in self.columns:
            one = self._columns[number]
            for place, code in enumerate(one.codes):
                if code & _FORMULA:
                    yield (one.rows[place], number), one.at(place)

    def filled_rows(self, number: int) -> Sequence[int]:
        """The rows of a column in which something stands, from the top."""
        self._settle()
        one = self._columns.get(number)
        if one is None:
            return ()
        if one.filled is None:
            one.filled = array("I", compress(one.rows, [not code & _EMPTY for code in one.codes]))
        return one.filled

    @staticmethod
    def _read(column: _Column) -> Sequence[tuple[int, Seen]]:
        known: dict[tuple[int, bytes], Seen] = {}
        found, start = [], 0
        content = bytes(column.text)
        for row, code, end in zip(column.rows, column.codes, column.ends, strict=True):
            key = code, content[start:end]
            seen = known.get(key)
            if seen is None:
                seen = known[key] = _seen(code, key[1].decode("utf-8", "surrogatepass"))
            found.append((row, seen))
            start = end
        return found

    def _settle(self) -> None:
        """Puts what came late in its place; of two cells of one address the later counts."""
        if not self._late:
            return
        late, self._late = self._late, {}
        for number in {column for _, column in late}:
            before = self._columns[number]
            cells = {row: (before.codes[place], before.at(place).text) for place, row in enumerate(before.rows)}
            cells |= {
                row: (code, text.decode("utf-8", "surrogatepass"))
                for (row, column), (code, text) in late.items()
                if column == number
            }
            after = self._columns[number] = _Column()
            for row in sorted(cells):
                after.put(row, cells[row][0], cells[row][1].encode("utf-8", "surrogatepass"))


def _seen(code: int, text: str) -> Seen:
    plain = _SEEN[code & (_FORMULA - 1) | (8 if code & _FORMULA else 0)]
    return Seen(plain.kind, text, plain.formula) if text else plain
