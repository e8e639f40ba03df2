"""What the branch keeps of the directory over the shipped files, and which values a printed paper used."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clair_desktop.model.column_types import Json
from clair_desktop.model.tables import Base

_NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}


class DirectoryBodyRow(Base, kw_only=True):
    """A body the branch added, or what it changed of a shipped one: renamed, withdrawn, merged into another."""

    __tablename__ = "directory_bodies"
    __table_args__ = (UniqueConstraint("key"), CheckConstraint("withdrawn IN (0, 1)", name="withdrawn"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    key: Mapped[str]
    kind: Mapped[str]
    name_ja: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    kana: Mapped[str] = mapped_column(default="")
    parent: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    merged_into: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class DirectoryStatementRow(Base, kw_only=True):
    """One attribute of a body as the branch entered it; ``value`` is null where the document leaves it out.

    ``over`` is the shipped statement that it takes the place of; ``document`` a known document's key or any title.
    """

    __tablename__ = "directory_statements"
    __table_args__ = (Index(None, "body"), CheckConstraint("withdrawn IN (0, 1)", name="withdrawn"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    body: Mapped[str]
    attribute: Mapped[str]
    scope: Mapped[str] = mapped_column(default="")
    tongue: Mapped[str] = mapped_column(default="")
    value: Mapped[str | None] = mapped_column(default=None)
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
    seen_on: Mapped[date | None] = mapped_column(default=None)
    document: Mapped[str]
    locator: Mapped[str] = mapped_column(default="")
    confidence: Mapped[str]
    over: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)
    entered_by: Mapped[str]
    entered_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class DirectoryUseRow(Base, kw_only=True):
    """The directory's values that a printed pack was made with, and the day its letters carry."""

    __tablename__ = "directory_uses"
    __table_args__ = (Index(None, "case_id"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    print_id: Mapped[int] = mapped_column(ForeignKey("prints.id"))
    pack: Mapped[str]
    on_date: Mapped[date]
    used: Mapped[Json]
