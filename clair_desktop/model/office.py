"""What the branch keeps beside its cases: drafts of what is being typed, its rulings by year, its settings."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clair_desktop.model.column_types import Json
from clair_desktop.model.tables import DraftRow, RuleRevisionRow, SettingRow
from clair_desktop.support.clock import Clock


class Drafts:
    """What was typed and not saved, by key such as ``case:12``; not journalled, so not undone."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def put(self, key: str, texts: Json, base_version: int | None = None) -> None:
        """Keep the texts typed upon a record's ``base_version``, in place of an earlier draft."""
        self._session.merge(DraftRow(key=key, texts=texts, base_version=base_version, at=self._clock.now()))
        self._session.flush()

    def get(self, key: str) -> DraftRow | None:
        return self._session.get(DraftRow, key)

    def drop(self, key: str) -> None:
        draft = self.get(key)
        if draft is not None:
            self._session.delete(draft)
            self._session.flush()

    def all(self) -> Sequence[DraftRow]:
        """Every draft, the latest first."""
        return self._session.scalars(select(DraftRow).order_by(DraftRow.at.desc(), DraftRow.key)).all()


class RuleRevisions:
    """Rules' values by year as the branch entered them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all_for(self, programme: str) -> Sequence[RuleRevisionRow]:
        chosen = select(RuleRevisionRow).where(RuleRevisionRow.programme == programme)
        return self._session.scalars(chosen.order_by(RuleRevisionRow.rule, RuleRevisionRow.year)).all()

    def get(self, programme: str, rule: str, year: int) -> RuleRevisionRow | None:
        chosen = select(RuleRevisionRow).filter_by(programme=programme, rule=rule, year=year)
        return self._session.scalar(chosen)

    def put(self, revision: RuleRevisionRow) -> RuleRevisionRow:
        """Enter a value; an earlier one of the same rule and year gives way and stays in the journal."""
        earlier = self.get(revision.programme, revision.rule, revision.year)
        if earlier is not None:
            self.remove(earlier)
        self._session.add(revision)
        self._session.flush()
        return revision

    def remove(self, revision: RuleRevisionRow) -> None:
        self._session.delete(revision)
        self._session.flush()


class Settings:
    """The branch's settings: any JSON value by key."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str, default: object = None) -> object:
        kept = self._session.get(SettingRow, key)
        return default if kept is None else kept.value

    def starting(self, prefix: str) -> dict[str, object]:
        """Every setting whose key starts so, in the order of the keys."""
        chosen = select(SettingRow).where(SettingRow.key.startswith(prefix, autoescape=True)).order_by(SettingRow.key)
        return {row.key: row.value for row in self._session.scalars(chosen)}

    def put(self, key: str, value: object) -> None:
        """Keep a value; ``None`` forgets the setting."""
        kept = self._session.get(SettingRow, key)
        if value is None:
            if kept is not None:
                self._session.delete(kept)
        elif kept is None:
            self._session.add(SettingRow(key=key, value=value))
        else:
            kept.value = value
        self._session.flush()
