"""What has left the branch before: the file of a pack that is still kept, and what would be otherwise now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from clair_desktop.domain.wording import Wording
from clair_desktop.services.desk import Desk
from clair_desktop.support.jobs import run

NOT_KEPT = Wording(
    "この一式には、比べられる前回のファイルが残っていません。手続で発行した一式（日本語）とだけ比べられます。",
    "No earlier file of this pack is kept to compare with; packs that a step has sent (in Japanese) are kept.",
)


@dataclass(frozen=True, slots=True)
class Release:
    """A pack as it left: its file, whose hash is the one that was noted then."""

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


def last_release(desk: Desk, case_id: int, number: str, pack: str, language: str) -> Release | None:
    """The newest print of a pack whose very file is still kept."""
    with desk.database.reading() as work:
        prints = [one for one in work.prints.of(case_id) if (one.pack, one.language) == (pack, language)]
    folder = desk.folder / "packs" / number
    kept = {sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.glob(f"{number}_{pack}_*.pdf"))}
    for row in reversed(prints):
        if row.sha256 in kept:
            return Release(kept[row.sha256], row.made_at, row.document_number, row.pages)
    return None


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
