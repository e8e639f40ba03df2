"""Papers of no case — statistics, maps, calendars, letters of a call, labels — in the ledger of printed papers."""

from collections.abc import Sequence
from datetime import date
from hashlib import file_digest
from pathlib import Path

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.release_tables import LedgerRow
from clair_desktop.services.desk import Desk
from clair_desktop.services.releases import How
from clair_desktop.services.words import words


def note_paper(
    desk: Desk,
    name: Wording,
    files: Sequence[Path],
    languages: Sequence[Language],
    *,
    how: How | None = How.SAVED,
    on: date | None = None,
    document_number: str = "",
    reason: str = "",
) -> None:
    """One line for each file that was written, all in one act; with ``how`` None it was only looked at."""
    if how is None:
        return
    rows = [
        LedgerRow(
            made_at=desk.clock.now(), made_by=desk.database.who, how=how.value, case_number="", case_title="",
            programme="", pack_id="", pack_number=0, name_ja=name.ja, name_en=name.en,
            language=languages[0].value if len(set(languages)) == 1 else "both", document_number=document_number or None,
            state="", on_date=on or desk.clock.today(), pages=_pages(path), sha256=_digest(path), content_sha256="",
            reason=words(reason, "reason"), page_marks={"pages": []},
        )
        for path in files
    ]  # fmt: skip
    with desk.database.work(Wording(f"印刷：{name.ja}", f"Printed: {name.en}")) as work:
        for row in rows:
            work.ledger.add(row)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _pages(path: Path) -> int:
    from clair_desktop.output.pdf.page_marks import page_count

    return page_count(path)
