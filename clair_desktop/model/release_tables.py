"""Packs that were released, with what they were made of, and the ledger of everything that was printed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clair_desktop.model.column_types import Json
from clair_desktop.model.tables import Base

_NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}


class ReleaseRow(Base, kw_only=True):
    """A released pack: what it was made of, kept among the contents, and what the case was like on that day.

    ``told`` are the figures, days and names it told, by key; ``number`` counts the packs of one case. It stays when the
    step is undone or the case is deleted, for the paper has left.
    """

    __tablename__ = "releases"
    __table_args__ = (Index(None, "case_id"), UniqueConstraint("pack_id"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    case_id: Mapped[int]
    pack_id: Mapped[str]
    number: Mapped[int]
    pack: Mapped[str]
    name_ja: Mapped[str]
    name_en: Mapped[str]
    programme: Mapped[str]
    project_year: Mapped[int]
    state: Mapped[str]
    language: Mapped[str]
    document_number: Mapped[str | None] = mapped_column(default=None)
    on_date: Mapped[date]
    content_sha256: Mapped[str]
    stored_sha256: Mapped[str] = mapped_column(ForeignKey("contents.sha256"))
    pages: Mapped[int]
    told: Mapped[Json]
    proof: Mapped[Json]
    program: Mapped[str]
    released_by: Mapped[str]
    released_at: Mapped[datetime]


class LedgerRow(Base, kw_only=True):
    """One time that papers were printed, saved or sent; it stays when the step is undone or the case is deleted.

    ``page_marks`` are two short hashes per page, of what is drawn and of what is said, for papers of a case.
    """

    __tablename__ = "printed_papers"
    __table_args__ = (
        CheckConstraint("how IN ('saved', 'printed', 'sent', 'again')", name="how"),
        Index(None, "case_id"),
        Index(None, "sha256"),
        Index(None, "pack_id"),
        _NUMBERED,
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    how: Mapped[str]
    case_id: Mapped[int | None] = mapped_column(default=None)
    case_number: Mapped[str]
    case_title: Mapped[str]
    programme: Mapped[str]
    pack_id: Mapped[str]
    pack_number: Mapped[int]
    name_ja: Mapped[str]
    name_en: Mapped[str]
    language: Mapped[str]
    document_number: Mapped[str | None] = mapped_column(default=None)
    state: Mapped[str]
    on_date: Mapped[date]
    pages: Mapped[int]
    sha256: Mapped[str]
    content_sha256: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    page_marks: Mapped[Json]
