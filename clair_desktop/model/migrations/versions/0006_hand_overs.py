"""The ledger of registers that were handed out, with what they said."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, Integer, Text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "hand_overs",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("made_at", Text, nullable=False),
        Column("made_by", Text, nullable=False),
        Column("on_date", Text, nullable=False),
        Column("programme", Text, nullable=False),
        Column("project_year", Integer, nullable=False),
        Column("number", Integer, nullable=False),
        Column("branch_code", Text, nullable=False),
        Column("file_name", Text, nullable=False),
        Column("form", Text, nullable=False),
        Column("protected", Integer, nullable=False),
        Column("recipient", Text, nullable=False),
        Column("medium", Text, nullable=False),
        Column("note", Text, nullable=False),
        Column("cases", Integer, nullable=False),
        Column("rows", Integer, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("seal", Text, nullable=False),
        Column("sample", Integer, nullable=False),
        Column("replaced", Text, nullable=False),
        Column("told", Text, nullable=False),
        CheckConstraint("form IN ('xlsx', 'csv-utf8', 'csv-cp932')", name=op.f("ck_hand_overs_form")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_hand_overs_programme_project_year_number", "hand_overs", ["programme", "project_year", "number"]
    )
