"""Registers that were handed out: the ledger of what left the branch, and what each of them said."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from clair_desktop.model.column_types import Json
from clair_desktop.model.tables import Base


class HandOverRow(Base, kw_only=True):
    """One file handed out; it stays when acts are undone or cases deleted, for the file has left.

    ``number`` runs by programme and project year; several files of one hand-over share it. ``told`` is what the file
    said, table by table, and the base of the merge when headquarters answers; ``replaced`` the characters a person
    chose for others that the file's encoding lacks.
    """

    __tablename__ = "hand_overs"
    __table_args__ = (
        CheckConstraint("form IN ('xlsx', 'csv-utf8', 'csv-cp932')", name="form"),
        Index(None, "programme", "project_year", "number"),
        {"sqlite_strict": True, "sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    on_date: Mapped[date]
    programme: Mapped[str]
    project_year: Mapped[int]
    number: Mapped[int]
    branch_code: Mapped[str]
    file_name: Mapped[str]
    form: Mapped[str]
    protected: Mapped[bool]
    recipient: Mapped[str]
    medium: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    cases: Mapped[int]
    rows: Mapped[int]
    sha256: Mapped[str]
    seal: Mapped[str]
    sample: Mapped[bool]
    replaced: Mapped[Json]
    told: Mapped[Json]
