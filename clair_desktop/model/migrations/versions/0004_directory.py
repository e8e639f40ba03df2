"""The directory: bodies and statements that the branch keeps, and the values printed papers used."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, Text, UniqueConstraint

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "directory_bodies",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("key", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("name_ja", Text, nullable=False),
        Column("name_en", Text, nullable=False),
        Column("kana", Text, nullable=False),
        Column("parent", Text, nullable=False),
        Column("code", Text, nullable=False),
        Column("country", Text, nullable=False),
        Column("merged_into", Text, nullable=False),
        Column("withdrawn", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_directory_bodies_withdrawn")),
        UniqueConstraint("key", name="uq_directory_bodies_key"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "directory_statements",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("body", Text, nullable=False),
        Column("attribute", Text, nullable=False),
        Column("scope", Text, nullable=False),
        Column("tongue", Text, nullable=False),
        Column("value", Text),
        Column("valid_from", Text),
        Column("valid_to", Text),
        Column("seen_on", Text),
        Column("document", Text, nullable=False),
        Column("locator", Text, nullable=False),
        Column("confidence", Text, nullable=False),
        Column("over", Text, nullable=False),
        Column("withdrawn", Integer, nullable=False),
        Column("entered_by", Text, nullable=False),
        Column("entered_at", Text, nullable=False),
        Column("version", Integer, nullable=False),
        CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_directory_statements_withdrawn")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_directory_statements_body", "directory_statements", ["body"])
    op.create_table(
        "directory_uses",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("case_id", Integer, nullable=False),
        Column("print_id", Integer, nullable=False),
        Column("pack", Text, nullable=False),
        Column("on_date", Text, nullable=False),
        Column("used", Text, nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_directory_uses_case_id"),
        ForeignKeyConstraint(["print_id"], ["prints.id"], name="fk_directory_uses_print_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_directory_uses_case_id", "directory_uses", ["case_id"])
