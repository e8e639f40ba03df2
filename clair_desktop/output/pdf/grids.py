"""Ruled rows that run over sheets: heads are repeated, long cells go on, nothing is cut."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from clair_desktop.output.pdf.carrying import Carried
from clair_desktop.output.pdf.cells import PAD_Y, Block
from clair_desktop.output.pdf.flow import Flow, fitting
from clair_desktop.output.pdf.paper import Segment
from clair_desktop.output.pdf.structure import ARTIFACT, Element

# A row up to this height is moved to a new sheet whole; a taller one is divided.
_KEPT_WHOLE = 170.0


class Grid:
    """Rows of blocks in fixed columns; widths in points."""

    def __init__(
        self,
        flow: Flow,
        widths: Sequence[float],
        head: Sequence[Block] | None = None,
        carried: Carried | None = None,
        *,
        labelled: bool = False,
    ) -> None:
        self._flow = flow
        self._structure = flow.paper.structure
        self._table = self._structure.added("Table")
        self._labelled = labelled  # the first cell of a row says what the others are
        self._head_told = False
        self._cells: list[Element] = []  # of the row that is being set
        self._edges = [0.0, *accumulate(widths)]
        self._head = head
        self._carried = carried
        self._begun = False  # a part of the row at hand stands on a sheet before
        self._ends = False  # the last row and the total: nothing more will be carried over
        self._goes_on = False  # this sheet continues another
        self._top: float | None = None  # where the part on this sheet begins
        self._rules: list[Segment] = []  # of the part on this sheet: drawn at once, when it ends

    def row(
        self, blocks: Sequence[Block], *, least: float = 0, again: Callable[[], Block] | None = None, keep: float = 0
    ) -> None:
        """One row, at least ``least`` high; ``again`` makes the first cell of its continuation.

        ``keep`` is how much room below must still be on the same sheet, so that a total follows its last row.
        """
        with self._structure.again(self._table):
            self._row(blocks, least, again, keep)

    def _row(self, blocks: Sequence[Block], least: float, again: Callable[[], Block] | None, keep: float) -> None:
        self._ends = self._ends or keep > 0
        height = max(least, *(block.height for block in blocks))
        if height + keep > self._room and height + keep <= _KEPT_WHOLE and not self._fresh:
            self._turn()
        self._ends = self._ends and height <= self._room + 0.01
        self._cells = self._told(len(blocks))
        while height > self._room + 0.01:
            blocks = self._divided(blocks, again)
            height = max(block.height for block in blocks)
        self._draw(blocks, height)
        self._begun = False

    def close(self) -> None:
        """The last rule of the table, or of its part on this sheet, and the upright ones."""
        if self._top is None:
            return
        self._across()
        for edge in self._edges:
            x = self._flow.x + edge
            self._rules.append((x, self._top, x, self._flow.y))
        self._flow.paper.rules(self._rules)
        self._rules = []
        self._top = None

    @property
    def _room(self) -> float:
        """What is left for rows, the line that carries the sums over always kept."""
        carried = self._carried.height() if self._carried else 0.0
        fresh = self._head_height + (carried if self._goes_on else 0.0) if self._top is None else 0.0
        return self._flow.room - fresh - (0.0 if self._ends else carried)

    @property
    def _fresh(self) -> bool:
        """Nothing but the head stands on this sheet."""
        return self._flow.at_top

    @property
    def _head_height(self) -> float:
        return max(block.height for block in self._head) if self._head else 0.0

    def _divided(self, blocks: Sequence[Block], again: Callable[[], Block] | None) -> Sequence[Block]:
        """Draw what fits of a tall row and turn the sheet; what is left comes back.

        The first cell stands again beside the continuation, unless it is itself too tall for a sheet.
        """
        first, *others = blocks
        repeats = bool(others) and (first.height <= self._room or not self._fresh)
        divided = others if repeats else blocks
        longest = max(divided, key=lambda block: block.height)
        places = int((self._room - 2 * PAD_Y) / longest.strips[0].leading + 0.01)
        if repeats and first.height > self._room:
            places = 0
        count = fitting(len(longest.strips), places, must=self._fresh)
        if count:
            parts = [block.cut(count) for block in divided]
            here, rest = [part for part, _ in parts], [left for _, left in parts]
            kept = [first, *here] if repeats else here
            self._draw(kept, max(block.height for block in kept))
            self._begun = True
            blocks = [again() if again else first, *rest] if repeats else rest
            self._cells[0] = ARTIFACT if repeats else self._cells[0]  # it was told where the row began
        self._turn()
        return blocks

    def _turn(self) -> None:
        if self._carried and self._top is not None:
            self._carry(forward=False)
            self._goes_on = True
        self.close()
        self._flow.next_sheet()

    def _carry(self, *, forward: bool) -> None:
        if self._carried:
            blocks = self._carried.row(forward=forward, begun=self._begun)
            self._ruled(blocks, self._carried.height(), [ARTIFACT] * len(blocks))

    def _draw(self, blocks: Sequence[Block], height: float) -> None:
        if self._top is None:
            self._top = self._flow.y
            if self._head:
                self._ruled(self._head, self._head_height, self._told_head(len(self._head)))
            if self._goes_on:
                self._carry(forward=True)
        self._ruled(blocks, height, self._cells)

    def _told_head(self, count: int) -> list[Element]:
        """The head is told once; on further sheets it stands aside."""
        if self._head_told:
            return [ARTIFACT] * count
        self._head_told = True
        first = Element("TR")
        self._table.kids.insert(0, first)
        with self._structure.again(first):
            return [self._structure.added("TH", scope="Column") for _ in range(count)]

    def _told(self, count: int) -> list[Element]:
        with self._structure.within("TR"):
            first = self._structure.added("TH", scope="Row") if self._labelled else self._structure.added("TD")
            return [first, *(self._structure.added("TD") for _ in range(count - 1))]

    def _ruled(self, blocks: Sequence[Block], height: float, cells: Sequence[Element]) -> None:
        flow = self._flow
        self._across()
        for index, block in enumerate(blocks):
            left, right = flow.x + self._edges[index], flow.x + self._edges[index + 1]
            with self._structure.again(cells[index]):
                block.draw(flow.paper, left, flow.y, right - left, height)
        flow.y += height

    def _across(self) -> None:
        left, y = self._flow.x, self._flow.y
        self._rules.append((left, y, left + self._edges[-1], y))
