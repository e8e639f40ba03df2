"""What is typed, kept within a second and there again after a crash."""

from collections.abc import Sequence
from typing import cast

from clair_desktop.domain.fields import Texts
from clair_desktop.domain.typed import sound
from clair_desktop.model.tables import DraftRow
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.sheets import Draft


class Drafts:
    """Drafts by case; saving the case drops its draft."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, case_id: int, texts: Texts, base_version: int) -> None:
        plain = {
            key: sound(text) if isinstance(text, str) else [{k: sound(cell) for k, cell in row.items()} for row in text]
            for key, text in texts.items()
        }
        with self._desk.database.drafting() as drafts:
            drafts.put(f"case:{case_id}", cast("dict[str, object]", plain), base_version)

    def find(self, case_id: int) -> Draft | None:
        with self._desk.database.reading() as work:
            row = work.drafts.get(f"case:{case_id}")
            return None if row is None else _draft(row)

    def drop(self, case_id: int) -> None:
        with self._desk.database.drafting() as drafts:
            drafts.drop(f"case:{case_id}")

    def all(self) -> Sequence[tuple[int, Draft]]:
        """Every unsaved case with its draft, the latest first."""
        with self._desk.database.reading() as work:
            return [(int(row.key.removeprefix("case:")), _draft(row)) for row in work.drafts.all()]


def drafted_texts(work: Work) -> dict[int, Texts]:
    """What is typed and not saved, by case."""
    return {int(row.key.removeprefix("case:")): cast(Texts, row.texts) for row in work.drafts.all()}


def _draft(row: DraftRow) -> Draft:
    return Draft(cast(Texts, row.texts), row.base_version, row.at)
