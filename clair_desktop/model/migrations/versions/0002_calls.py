"""Calls: the bodies asked and their answers, the addresses the branch writes to; a body's cases by index."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, Text, UniqueConstraint

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_index("ix_cases_applicant_applicant_name", "cases", ["applicant", "applicant_name"])
    op.create_table(
        "addresses",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("body", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("postal_code", Text, nullable=False),
        Column("lines", Text, nullable=False),
        Column("section", Text, nullable=False),
        Column("version", Integer, nullable=False),
        UniqueConstraint("body", "name", name="uq_addresses_body_name"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "calls",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("programme", Text, nullable=False),
        Column("project_year", Integer, nullable=False),
        Column("round", Integer, nullable=False),
        Column("notice_on", Text),
        Column("opens_on", Text),
        Column("deadline_on", Text),
        Column("deadline_hour", Text, nullable=False),
        Column("branch_deadline_on", Text),
        Column("execution_begins", Text, nullable=False),
        Column("execution_ends", Text, nullable=False),
        Column("source_title", Text, nullable=False),
        Column("locator", Text, nullable=False),
        Column("checked_on", Text),
        Column("version", Integer, nullable=False),
        UniqueConstraint("programme", "project_year", "round", name="uq_calls_programme_project_year_round"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "call_bodies",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("call_id", Integer, nullable=False),
        Column("body", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("answer", Text, nullable=False),
        Column("answered_on", Text),
        Column("note", Text, nullable=False),
        Column("reminded_on", Text),
        Column("version", Integer, nullable=False),
        CheckConstraint("answer IN ('', 'applying', 'nothing')", name=op.f("ck_call_bodies_answer")),
        ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_call_bodies_call_id"),
        UniqueConstraint("call_id", "body", "name", name="uq_call_bodies_call_id_body_name"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
