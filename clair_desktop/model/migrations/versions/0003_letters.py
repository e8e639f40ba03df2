"""The wording of letters and the addressee at headquarters, by programme and year, as the branch enters them."""

from alembic import op
from sqlalchemy import Column, Integer, Text, UniqueConstraint

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "text_revisions",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("programme", Text, nullable=False),
        Column("document", Text, nullable=False),
        Column("part", Text, nullable=False),
        Column("year", Integer, nullable=False),
        Column("text_ja", Text, nullable=False),
        Column("text_en", Text, nullable=False),
        *_sourced(),
        UniqueConstraint(
            "programme", "document", "part", "year", name="uq_text_revisions_programme_document_part_year"
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "addressee_revisions",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("programme", Text, nullable=False),
        Column("year", Integer, nullable=False),
        Column("division_ja", Text, nullable=False),
        Column("division_en", Text, nullable=False),
        Column("title_ja", Text, nullable=False),
        Column("title_en", Text, nullable=False),
        Column("address_ja", Text, nullable=False),
        Column("address_en", Text, nullable=False),
        Column("email", Text, nullable=False),
        *_sourced(),
        UniqueConstraint("programme", "year", name="uq_addressee_revisions_programme_year"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _sourced() -> list[Column[object]]:
    return [
        Column("source_title", Text, nullable=False),
        Column("locator", Text, nullable=False),
        Column("checked_on", Text, nullable=False),
        Column("entered_by", Text, nullable=False),
        Column("entered_at", Text, nullable=False),
        Column("version", Integer, nullable=False),
    ]
