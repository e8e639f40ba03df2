"""繰越: where a table with a total goes over a sheet, what its figures have come to stands at the foot and again at the head."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain.filled_papers import Cell, FilledTable
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.cells import Block, cell_block
from clair_desktop.output.pdf.lines import Type


@dataclass(slots=True)
class Carried:
    """The running sums of the columns that the total adds up; ``done`` rows stand on sheets already set."""

    table: FilledTable
    type_: Type
    widths: Sequence[float]
    voice: words.Voice
    done: int = 0

    @classmethod
    def of(cls, table: FilledTable, type_: Type, widths: Sequence[float], voice: words.Voice) -> "Carried | None":
        """None where nothing is added up, or where a figure does not read as one."""
        made = cls(table, type_, widths, voice)
        columns = made._columns()
        whole = all(_amount(row[column]) is not None for row in table.rows for column in columns)
        return made if columns and whole and made._label_column() is not None else None

    def row(self, *, forward: bool, begun: bool) -> list[Block]:
        """次頁へ繰越, or on the next sheet 前頁から繰越; ``begun`` where a part of the row at hand is already set."""
        label = words.BROUGHT_FORWARD if forward else words.CARRIED_OVER
        cells = self._cells(label, self.done + begun)
        return [cell_block(cell, self.type_, width) for cell, width in zip(cells, self.widths, strict=True)]

    def height(self) -> float:
        return max(block.height for block in self.row(forward=False, begun=False))

    def _cells(self, label: Wording, rows: int) -> list[Cell]:
        columns, said = self._columns(), self._label_column()
        sums = {c: sum(_amount(row[c]) or 0 for row in self.table.rows[:rows]) for c in columns}
        return [
            Cell(f"{sums[place]:,}", number=True)
            if place in sums
            else Cell(self.voice.says(label) if place == said else "")
            for place in range(len(self.table.heads))
        ]

    def _columns(self) -> list[int]:
        return [place for place, cell in enumerate(self.table.total or ()) if cell.number]

    def _label_column(self) -> int | None:
        """The widest that holds no figure."""
        others = [place for place in range(len(self.widths)) if place not in self._columns()]
        return max(others, key=lambda place: self.widths[place], default=None)


def _amount(cell: Cell) -> int | None:
    text = cell.text.replace(",", "").replace("−", "-").strip()
    return int(text) if text.removeprefix("-").isdigit() and text.isascii() else 0 if not text else None
