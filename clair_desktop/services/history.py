"""What happened to a case, in words: who changed what, when, from what to what."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from clair_desktop.domain.programme import Edition
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.journal import Change, ChangeKind
from clair_desktop.services.desk import Desk
from clair_desktop.services.sheets import HistoryChange, HistoryEntry

_COLUMNS: Mapping[str, Wording] = {
    "state": Wording("状態", "State"),
    "received_on": Wording("受付日", "Received on"),
    "note": Wording("備考", "Note"),
    "kind": Wording("添付の種類", "Kind of enclosure"),
    "name": Wording("添付ファイル", "Enclosed file"),
    "document_number": Wording("文書番号", "Document no."),
    "on_date": Wording("日付", "Day"),
    "reason": Wording("判断の理由", "Reason"),
    "decided_by": Wording("判断した職", "Decided by"),
    "pack": Wording("印刷した書類", "Printed pack"),
    "pages": Wording("ページ数", "Pages"),
}
_SHOWN = {
    "cases": ("state",),
    "parts": ("state", "note"),
    "events": ("document_number", "note"),
    "enclosures": ("name", "kind"),
    "decisions": ("reason", "decided_by"),
    "prints": ("pack", "document_number"),
}


class History:
    """Read from the journal, so it also holds after a restart."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, number: str, language: Language = Language.JA) -> Sequence[HistoryEntry]:
        """Every act on the case, the latest first."""
        with self._desk.database.reading() as work:
            row = work.cases.get(number)
            edition = self._desk.edition(row.programme, row.project_year)
            entries = work.journal.of_case(row.id)
        return [
            HistoryEntry(
                entry.operation,
                entry.title,
                entry.who,
                entry.at,
                entry.undone_by is not None,
                [shown for change in entry.changes for shown in self._shown(change, edition, language)],
            )
            for entry in entries
        ]

    def _shown(self, change: Change, edition: Edition, language: Language) -> Iterator[HistoryChange]:
        if change.table == "cases" and "answers" in change.columns:
            yield from self._answers(change, edition, language)
        for column in _SHOWN.get(change.table, ()):
            if column in change.columns:
                old, new = (self._text(change, column, value, edition, language) for value in change.columns[column])
                if old != new:
                    yield HistoryChange(_COLUMNS[column], old, new)

    def _answers(self, change: Change, edition: Edition, language: Language) -> Iterator[HistoryChange]:
        old, new = (cast("Mapping[str, object]", value or {}) for value in change.columns["answers"])
        for asked in edition.fields():
            before, after = (self._answer(asked.key, kept, edition, language) for kept in (old, new))
            if before != after:
                yield HistoryChange(asked.label, before, after)

    def _answer(self, key: str, kept: Mapping[str, object], edition: Edition, language: Language) -> str:
        asked = edition.field(key)
        if asked is None or kept.get(key) is None:
            return ""
        value = asked.load(kept[key])
        if isinstance(value, tuple) and value and isinstance(value[0], Mapping):
            rows = cast("Sequence[Mapping[str, object]]", value)
            columns = {column.key: column for column in getattr(asked, "columns", ())}
            return "\n".join(
                " / ".join(columns[name].printed(cell, language, self._desk.names) for name, cell in row.items())
                for row in rows
            )
        return asked.printed(value, language, self._desk.names)

    def _text(self, change: Change, column: str, value: object, edition: Edition, language: Language) -> str:
        if value is None:
            return ""
        flow = edition.programme.workflow
        if column == "state" and change.kind is not ChangeKind.REMOVED:
            states = flow.parts.states if change.table == "parts" and flow.parts else flow.states
            return next((state.label.in_(language) for state in states if state.key == value), str(value))
        if column == "pack":
            return next(
                (p.name.in_(language) for p in edition.programme.packs if p.key == value),
                str(value).removeprefix("blank:"),
            )
        return str(value)
