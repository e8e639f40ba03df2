"""別紙: what is too long for its place in a form stands whole on sheets after it, with a pointer from each to the other.

A sentence is not torn apart: the box says 別紙1のとおり, and the annex says of which form and question it is the answer.
"""

from dataclasses import dataclass, field, replace

from clair_desktop.domain.emphasis import sides
from clair_desktop.domain.filled_papers import Cell, FilledTable
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.cells import Block, cell_block, unsaid, unticked
from clair_desktop.output.pdf.flow import LABEL, TEXT, Flow
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.numbering import number
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style

_HEAD = Type(Style.BOLD, 11)
# How much of a sheet's height an answer may take in its box, and in a row of a table.
_OF_FIELD, _OF_ROW = 0.8, 0.5
_HEAD_WITH_SOME = 100.0  # a head and the first lines under it, in points


@dataclass(slots=True)
class Annexes:
    """The annexes of one form, numbered as they are met."""

    flow: Flow
    title: Wording
    voice: words.Voice
    _texts: list[tuple[Wording, str]] = field(default_factory=list)

    def boxed(self, label: Wording, cell: Cell, type_: Type, width: float) -> Block:
        """The answer in its box, or the pointer to where it stands; boxes to tick stay where they are."""
        block = unticked(cell, type_, width)
        if block.height > _OF_FIELD * self.flow.height:
            return cell_block(self._moved(label, cell), type_, width)
        return cell_block(cell, type_, width) if cell.ticks else block.asking(cell.asked)

    def relieved(self, table: FilledTable, type_: Type, widths: list[float]) -> FilledTable:
        """The table with a pointer in place of every text that would make its row too tall."""
        most = _OF_ROW * self.flow.height
        rows = [
            [
                self._moved(self._of_row(head, count), cell) if unticked(cell, type_, width).height > most else cell
                for head, cell, width in zip(table.heads, row, widths, strict=True)
            ]
            for count, row in enumerate(table.rows, start=1)
        ]
        return replace(table, rows=rows) if rows != [list(row) for row in table.rows] else table

    def set(self) -> None:
        """On a new sheet after the form, one after another."""
        for count, (label, text) in enumerate(self._texts, start=1):
            if count == 1:
                self.flow.next_sheet(landscape=False)
            self.flow.skip(12)
            self.flow.need(_HEAD_WITH_SOME)
            head = self.voice.says(words.ANNEX.filled(number=self._numbered(count), label=label), "\n")
            self.flow.put(head, _HEAD, leading=1.5, alignment=Alignment.START, kind="H2")
            said = self.voice.says(words.ANSWER_OF.filled(title=self.title))
            self.flow.put(said, LABEL, leading=1.6, alignment=Alignment.START)
            self.flow.y += 4
            self.flow.put(text, TEXT, leading=1.55)

    def _moved(self, label: Wording, cell: Cell) -> Cell:
        self._texts.append((label, unsaid(cell)))
        said = self.voice.says(words.AS_ANNEX.filled(number=self._numbered(len(self._texts))))
        return replace(cell, text=said, number=False)

    def _numbered(self, count: int) -> Wording:
        full = self.voice.is_japanese and self.flow.layout.full_digits
        return Wording(number(1, count, full=full), number(1, count, full=False))

    def _of_row(self, head: str, count: int) -> Wording:
        return words.OF_ROW.filled(head=sides(head), number=count)
