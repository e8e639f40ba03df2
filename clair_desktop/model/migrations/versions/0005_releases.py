"""Released packs with what they were made of, and the ledger of what was printed."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, Text, UniqueConstraint

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "releases",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("case_id", Integer, nullable=False),
        Column("pack_id", Text, nullable=False),
        Column("number", Integer, nullable=False),
        Column("pack", Text, nullable=False),
        Column("name_ja", Text, nullable=False),
        Column("name_en", Text, nullable=False),
        Column("programme", Text, nullable=False),
        Column("project_year", Integer, nullable=False),
        Column("state", Text, nullable=False),
        Column("language", Text, nullable=False),
        Column("document_number", Text),
        Column("on_date", Text, nullable=False),
        Column("content_sha256", Text, nullable=False),
        Column("stored_sha256", Text, nullable=False),
        Column("pages", Integer, nullable=False),
        Column("told", Text, nullable=False),
        Column("proof", Text, nullable=False),
        Column("program", Text, nullable=False),
        Column("released_by", Text, nullable=False),
        Column("released_at", Text, nullable=False),
        ForeignKeyConstraint(["stored_sha256"], ["contents.sha256"], name="fk_releases_stored_sha256"),
        UniqueConstraint("pack_id", name="uq_releases_pack_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_releases_case_id", "releases", ["case_id"])
    _ledger()


def _ledger() -> None:
    op.create_table(
        "printed_papers",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("made_at", Text, nullable=False),
        Column("made_by", Text, nullable=False),
        Column("how", Text, nullable=False),
        Column("case_id", Integer),
        Column("case_number", Text, nullable=False),
        Column("case_title", Text, nullable=False),
        Column("programme", Text, nullable=False),
        Column("pack_id", Text, nullable=False),
        Column("pack_number", Integer, nullable=False),
        Column("name_ja", Text, nullable=False),
        Column("name_en", Text, nullable=False),
        Column("language", Text, nullable=False),
        Column("document_number", Text),
        Column("state", Text, nullable=False),
        Column("on_date", Text, nullable=False),
        Column("pages", Integer, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("content_sha256", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("page_marks", Text, nullable=False),
        CheckConstraint("how IN ('saved', 'printed', 'sent', 'again')", name=op.f("ck_printed_papers_how")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    for column in ("case_id", "sha256", "pack_id"):
        op.create_index(f"ix_printed_papers_{column}", "printed_papers", [column])
