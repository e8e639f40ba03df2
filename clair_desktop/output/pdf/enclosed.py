"""Foreign files that go into a pack, examined and turned into plain pages before anything of the pack is written."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.enclosed import Condition
from clair_desktop.domain.filled_papers import FilledEnclosure
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.refusals import refusal
from clair_desktop.output.pdf.foreign.room import Room

_REMARKED = Wording("添付資料「{name}」：{remark}。", "Enclosure “{name}”: {remark}.")


@dataclass(frozen=True, slots=True)
class Bound:
    """An enclosed file whose plain pages lie in ``file``, with what was found in it and the room in its margins."""

    name: str
    file: Path
    condition: Condition
    rooms: Sequence[Room]

    @property
    def count(self) -> int:
        return self.condition.pages


@contextmanager
def examined(enclosures: Sequence[FilledEnclosure]) -> Iterator[list[Bound]]:
    """The enclosures that can be bound in, in order, examined in this very process."""
    from clair_desktop.output.pdf.foreign.examination import examine

    with tempfile.TemporaryDirectory(prefix="clair-") as name:
        bound = []
        for number, one in enumerate(one for one in enclosures if one.content is not None):
            source, target = Path(name) / f"{number}", Path(name) / f"{number}.pdf"
            source.write_bytes(one.content or b"")
            found = examine(one.name, one.media_type, source, target)
            bound.append(Bound(one.name, target, found.condition, found.rooms))
        yield bound


def demand_seen(bound: Sequence[Bound]) -> None:
    """What was repaired or may show otherwise does not leave the office before a person has looked at it."""
    for one in bound:
        if one.condition.must_be_seen:
            remark = next(found for found in one.condition.remarks if found.must_be_seen)
            raise refusal(refusals.NOT_SEEN, one.name, remark=remark.wording)


def remarks_of(bound: Sequence[Bound]) -> list[Wording]:
    """What is told at every printing of the pack."""
    return [
        _REMARKED.filled(name=one.name, remark=remark.wording)
        for one in bound
        for remark in one.condition.remarks
        if not remark.is_quiet and not remark.must_be_seen
    ]
