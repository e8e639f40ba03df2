"""What has left the branch before, made again as it was, and what would be otherwise now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.domain.kept_papers import read_kept
from clair_desktop.domain.wording import Wording
from clair_desktop.services.desk import Desk
from clair_desktop.services.printed import Printed
from clair_desktop.services.releases import How, Releases
from clair_desktop.services.writing import not_written
from clair_desktop.support.jobs import run

if TYPE_CHECKING:
    from clair_desktop.model.release_tables import LedgerRow, ReleaseRow
    from clair_desktop.model.work import Work

NEVER_SENT = Wording(
    "この一式は、この言語・体裁ではまだ発行（手続・保存・印刷）されていないため、比べるものがありません。",
    "This pack has not been sent, saved or printed before in this language and make-up, so there is nothing to compare.",
)


@dataclass(frozen=True, slots=True)
class Release:
    """A pack as it left, when it last did so."""

    path: Path
    made_at: datetime
    document_number: str | None
    pages: int


@dataclass(frozen=True, slots=True)
class PageDifference:
    """A page that is not as it was released; pages count from 0, none on the side where there is no such page."""

    before: int | None
    now: int | None
    words: Sequence[tuple[str, str]]
    places: Sequence[tuple[float, float, float, float]]


@dataclass(frozen=True, slots=True)
class Comparison:
    release: Release
    differences: Sequence[PageDifference]


def last_release(desk: Desk, releases: Releases, printed: Printed, folder: Path) -> Release | None:
    """The newest release of the pack for the same receivers, made again in the folder unless it is there already."""
    if printed.made is None:
        return None
    now = printed.made.content
    with desk.database.reading() as work:
        left = sorted(_printings(work, now.sheet.id, printed), key=lambda one: one[0].id, reverse=True)
        found = next((one for one in left if _for_the_same(_content(work, one[1]), now.filled)), None)
    if found is None:
        return None
    printing, row = found
    path = folder / f"{row.pack_id}.pdf"
    if not path.exists():
        _make_again(releases, row.pack_id, path)
    return Release(path, printing.made_at, row.document_number, row.pages)


def compared(desk: Desk, release: Release, now: Path) -> Comparison:
    """Waits for the comparison, so it is called where waiting is allowed."""
    from clair_desktop.output.pdf.comparing import JOB

    answer = run(desk.jobs, JOB, {"before": str(release.path), "now": str(now)})
    return Comparison(
        release,
        [
            PageDifference(before, page, [(one, other) for one, other in words], [(*place,) for place in places])
            for before, page, words, places in answer["changes"]
        ],
    )


def _printings(work: "Work", case_id: int, printed: Printed) -> "Iterator[tuple[LedgerRow, ReleaseRow]]":
    """Every time the pack left, but not when one of another day was made again."""
    for row in work.releases.of(case_id):
        if (row.pack, row.language) == (printed.pack, printed.language):
            yield from ((one, row) for one in work.ledger.of_pack(row.pack_id) if one.how != How.AGAIN)


def _content(work: "Work", row: "ReleaseRow") -> FilledPack:
    return read_kept(work.enclosures.content(row.stored_sha256))


def _for_the_same(one: FilledPack, other: FilledPack) -> bool:
    """The same copy with its papers in the same languages, and of letters to several receivers at least one to the same."""
    told, wanted = ({document.receiver for document in pack.documents} for pack in (one, other))
    spoken, asked = ({document.language for document in pack.documents} for pack in (one, other))
    return one.made_up.copy is other.made_up.copy and spoken == asked and not told.isdisjoint(wanted)


def _make_again(releases: Releases, pack_id: str, path: Path) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as fault:
        raise not_written(path) from fault
    releases.made(pack_id, path)
