"""The tables of the file of cases. A new programme needs none of its own: its answers are JSON beside a fixed spine."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from clair_desktop.model.column_types import IsoDate, IsoDateTime, Json, JsonText, StrictBool

_STRICT = {"sqlite_strict": True}
_NUMBERED = _STRICT | {"sqlite_autoincrement": True}  # the number of a deleted row is never given to another


class Base(MappedAsDataclass, DeclarativeBase, eq=False):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - read by SQLAlchemy, which wants a plain dictionary
        str: Text,
        int: Integer,
        bytes: LargeBinary,
        date: IsoDate,
        datetime: IsoDateTime,
        bool: StrictBool,
        Json: JsonText,
    }


class CaseRow(Base, kw_only=True):
    """A request or application; amounts in yen, ``applicant`` a body's six-digit code or empty."""

    __tablename__ = "cases"
    __table_args__ = (
        CheckConstraint("sample IN (0, 1)", name="sample"),
        CheckConstraint("json_valid(answers)", name="answers"),
        Index(None, "due_on", "programme", "project_year", "state"),
        Index(None, "programme", "project_year", "state"),
        Index(None, "search_text"),
        Index(None, "applicant", "applicant_name"),
        _NUMBERED,
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    programme: Mapped[str]
    call_year: Mapped[int | None] = mapped_column(default=None)
    project_year: Mapped[int]
    state: Mapped[str]
    applicant: Mapped[str] = mapped_column(default="")
    applicant_name: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date]
    due_on: Mapped[date | None] = mapped_column(default=None)
    total_cost: Mapped[int | None] = mapped_column(default=None)
    eligible_cost: Mapped[int | None] = mapped_column(default=None)
    requested: Mapped[int | None] = mapped_column(default=None)
    awarded: Mapped[int | None] = mapped_column(default=None)
    final_amount: Mapped[int | None] = mapped_column(default=None)
    sample: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(init=False)
    updated_at: Mapped[datetime] = mapped_column(init=False)
    version: Mapped[int] = mapped_column(init=False)
    search_text: Mapped[str] = mapped_column(default="", repr=False)
    answers: Mapped[Json] = mapped_column(default_factory=dict, repr=False)
    frozen_rules: Mapped[Json | None] = mapped_column(default=None, repr=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class PartRow(Base, kw_only=True):
    """One part of a case, answered on its own, such as that of one overseas office."""

    __tablename__ = "parts"
    __table_args__ = (UniqueConstraint("case_id", "key"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    key: Mapped[str]
    state: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class EventRow(Base, kw_only=True):
    """One step taken, by a case or by one of its parts."""

    __tablename__ = "events"
    __table_args__ = (Index(None, "case_id"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    part: Mapped[str | None] = mapped_column(default=None)
    step: Mapped[str]
    from_state: Mapped[str]
    to_state: Mapped[str]
    on_date: Mapped[date]
    document_number: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[datetime]


class ContentRow(Base, kw_only=True):
    """The bytes of an enclosed file, kept once however often it is enclosed."""

    __tablename__ = "contents"
    __table_args__ = (CheckConstraint("length(sha256) = 64", name="sha256"), _STRICT)

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column("bytes", repr=False)


class EnclosureRow(Base, kw_only=True):
    """A file enclosed with a case; ``kind`` says which of the programme's enclosures it is."""

    __tablename__ = "enclosures"
    __table_args__ = (Index(None, "case_id"), Index(None, "sha256"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[str | None] = mapped_column(default=None)
    name: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("contents.sha256"))
    size: Mapped[int]
    pages: Mapped[int | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class DraftRow(Base, kw_only=True):
    """What was typed and not yet saved, and the version of the record it was typed upon. Not journalled."""

    __tablename__ = "drafts"
    __table_args__ = (_STRICT,)

    key: Mapped[str] = mapped_column(primary_key=True)
    texts: Mapped[Json]
    base_version: Mapped[int | None] = mapped_column(default=None)
    at: Mapped[datetime]


class RuleRevisionRow(Base, kw_only=True):
    """A rule's value for one year as the branch entered it, with its source."""

    __tablename__ = "rule_revisions"
    __table_args__ = (UniqueConstraint("programme", "rule", "year"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    programme: Mapped[str]
    rule: Mapped[str]
    year: Mapped[int]
    value: Mapped[object] = mapped_column(JsonText)
    source_title: Mapped[str]
    locator: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date]
    entered_by: Mapped[str]
    entered_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class TextRevisionRow(Base, kw_only=True):
    """A part of a document (``pack/document``) as the branch worded it for one year; empty in both is left out."""

    __tablename__ = "text_revisions"
    __table_args__ = (UniqueConstraint("programme", "document", "part", "year"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    programme: Mapped[str]
    document: Mapped[str]
    part: Mapped[str]
    year: Mapped[int]
    text_ja: Mapped[str]
    text_en: Mapped[str]
    source_title: Mapped[str]
    locator: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date]
    entered_by: Mapped[str]
    entered_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class AddresseeRevisionRow(Base, kw_only=True):
    """Whom letters to headquarters address in one year; ``address`` as it stands on an envelope."""

    __tablename__ = "addressee_revisions"
    __table_args__ = (UniqueConstraint("programme", "year"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    programme: Mapped[str]
    year: Mapped[int]
    division_ja: Mapped[str] = mapped_column(default="")
    division_en: Mapped[str] = mapped_column(default="")
    title_ja: Mapped[str] = mapped_column(default="")
    title_en: Mapped[str] = mapped_column(default="")
    address_ja: Mapped[str] = mapped_column(default="")
    address_en: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    source_title: Mapped[str]
    locator: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date]
    entered_by: Mapped[str]
    entered_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class CallRow(Base, kw_only=True):
    """A call (募集): what of its days and words the year's rulebook does not hold; ``deadline_hour`` as 17:00."""

    __tablename__ = "calls"
    __table_args__ = (UniqueConstraint("programme", "project_year", "round"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    programme: Mapped[str]
    project_year: Mapped[int]
    round: Mapped[int] = mapped_column(default=1)
    notice_on: Mapped[date | None] = mapped_column(default=None)
    opens_on: Mapped[date | None] = mapped_column(default=None)
    deadline_on: Mapped[date | None] = mapped_column(default=None)
    deadline_hour: Mapped[str] = mapped_column(default="")
    branch_deadline_on: Mapped[date | None] = mapped_column(default=None)
    execution_begins: Mapped[str] = mapped_column(default="")
    execution_ends: Mapped[str] = mapped_column(default="")
    source_title: Mapped[str] = mapped_column(default="")
    locator: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None] = mapped_column(default=None)
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class CallBodyRow(Base, kw_only=True):
    """A body that was asked: a local authority by its code, any other by its name; an empty answer is none yet."""

    __tablename__ = "call_bodies"
    __table_args__ = (
        UniqueConstraint("call_id", "body", "name"),
        CheckConstraint("answer IN ('', 'applying', 'nothing')", name="answer"),
        _NUMBERED,
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("calls.id"))
    body: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    reminded_on: Mapped[date | None] = mapped_column(default=None)
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class AddressRow(Base, kw_only=True):
    """Where the branch writes to a body: by code or, without one, by name; ``lines`` as they stand on an envelope."""

    __tablename__ = "addresses"
    __table_args__ = (UniqueConstraint("body", "name"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    body: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    lines: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class DecisionRow(Base, kw_only=True):
    """An undecided finding closed by a named person, with the reason."""

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("case_id", "rule"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    rule: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[str]
    decided_on: Mapped[date]
    version: Mapped[int] = mapped_column(init=False)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - read by SQLAlchemy


class PrintRow(Base, kw_only=True):
    """A pack that was printed: which, in what language, and the hash of the file that left."""

    __tablename__ = "prints"
    __table_args__ = (Index(None, "case_id"), _NUMBERED)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    pack: Mapped[str]
    language: Mapped[str]
    sha256: Mapped[str]
    pages: Mapped[int]
    document_number: Mapped[str | None] = mapped_column(default=None)
    made_at: Mapped[datetime]


class SettingRow(Base, kw_only=True):
    __tablename__ = "settings"
    __table_args__ = (_STRICT,)

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[object] = mapped_column(JsonText)


class OperationRow(Base, kw_only=True):
    """One act of a user, which is one transaction. ``token`` tells it from another that got the same number later."""

    __tablename__ = "operations"
    __table_args__ = (_NUMBERED,)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    title_ja: Mapped[str]
    title_en: Mapped[str]
    who: Mapped[str]
    at: Mapped[datetime]
    token: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("operations.id"), default=None)
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("operations.id"), default=None)


class JournalRow(Base, kw_only=True):
    """One row's change, written by the table's triggers; kept values as JSON, changed ones as ``[old, new]``."""

    __tablename__ = "journal"
    __table_args__ = (
        CheckConstraint("kind IN ('I', 'U', 'D')", name="kind"),
        Index(None, "operation"),
        Index(None, "case_id"),
        _NUMBERED,
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    operation: Mapped[int] = mapped_column(ForeignKey("operations.id"))
    tbl: Mapped[str]
    pk: Mapped[str]
    case_id: Mapped[int | None]
    kind: Mapped[str]
    diff: Mapped[Json]


UNJOURNALLED = frozenset({"drafts", "operations", "journal"})


def journalled_tables() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in UNJOURNALLED]
