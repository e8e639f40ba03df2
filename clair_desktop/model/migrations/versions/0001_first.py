"""The first tables: cases and all that belongs to them, the branch's rulings and settings, and the journal."""

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "cases",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("number", Text, nullable=False),
        Column("programme", Text, nullable=False),
        Column("call_year", Integer),
        Column("project_year", Integer, nullable=False),
        Column("state", Text, nullable=False),
        Column("applicant", Text, nullable=False),
        Column("applicant_name", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("received_on", Text, nullable=False),
        Column("due_on", Text),
        Column("total_cost", Integer),
        Column("eligible_cost", Integer),
        Column("requested", Integer),
        Column("awarded", Integer),
        Column("final_amount", Integer),
        Column("sample", Integer, nullable=False),
        Column("created_at", Text, nullable=False),
        Column("updated_at", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("search_text", Text, nullable=False),
        Column("answers", Text, nullable=False),
        Column("frozen_rules", Text),
        CheckConstraint("json_valid(answers)", name=op.f("ck_cases_answers")),
        CheckConstraint("sample IN (0, 1)", name=op.f("ck_cases_sample")),
        UniqueConstraint("number", name="uq_cases_number"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_cases_due_on_programme_project_year_state", "cases", ["due_on", "programme", "project_year", "state"]
    )
    op.create_index("ix_cases_programme_project_year_state", "cases", ["programme", "project_year", "state"])
    op.create_index("ix_cases_search_text", "cases", ["search_text"])
    op.create_table(
        "contents",
        Column("sha256", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("bytes", LargeBinary, nullable=False),
        CheckConstraint("length(sha256) = 64", name=op.f("ck_contents_sha256")),
        PrimaryKeyConstraint("sha256", name="pk_contents"),
        sqlite_strict=True,
    )
    op.create_table(
        "drafts",
        Column("key", Text, nullable=False),
        Column("texts", Text, nullable=False),
        Column("base_version", Integer),
        Column("at", Text, nullable=False),
        PrimaryKeyConstraint("key", name="pk_drafts"),
        sqlite_strict=True,
    )
    op.create_table(
        "operations",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("title_ja", Text, nullable=False),
        Column("title_en", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("token", Text, nullable=False),
        Column("undoes", Integer),
        Column("undone_by", Integer),
        ForeignKeyConstraint(["undoes"], ["operations.id"], name="fk_operations_undoes"),
        ForeignKeyConstraint(["undone_by"], ["operations.id"], name="fk_operations_undone_by"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "rule_revisions",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("programme", Text, nullable=False),
        Column("rule", Text, nullable=False),
        Column("year", Integer, nullable=False),
        Column("value", Text, nullable=False),
        Column("source_title", Text, nullable=False),
        Column("locator", Text, nullable=False),
        Column("checked_on", Text, nullable=False),
        Column("entered_by", Text, nullable=False),
        Column("entered_at", Text, nullable=False),
        Column("version", Integer, nullable=False),
        UniqueConstraint("programme", "rule", "year", name="uq_rule_revisions_programme_rule_year"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        Column("key", Text, nullable=False),
        Column("value", Text, nullable=False),
        PrimaryKeyConstraint("key", name="pk_settings"),
        sqlite_strict=True,
    )
    op.create_table(
        "decisions",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("case_id", Integer, nullable=False),
        Column("rule", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("decided_by", Text, nullable=False),
        Column("decided_on", Text, nullable=False),
        Column("version", Integer, nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_decisions_case_id"),
        UniqueConstraint("case_id", "rule", name="uq_decisions_case_id_rule"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "enclosures",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("case_id", Integer, nullable=False),
        Column("kind", Text),
        Column("name", Text, nullable=False),
        Column("media_type", Text, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("pages", Integer),
        Column("position", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_enclosures_case_id"),
        ForeignKeyConstraint(["sha256"], ["contents.sha256"], name="fk_enclosures_sha256"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_enclosures_case_id", "enclosures", ["case_id"])
    op.create_index("ix_enclosures_sha256", "enclosures", ["sha256"])
    op.create_table(
        "events",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("case_id", Integer, nullable=False),
        Column("part", Text),
        Column("step", Text, nullable=False),
        Column("from_state", Text, nullable=False),
        Column("to_state", Text, nullable=False),
        Column("on_date", Text, nullable=False),
        Column("document_number", Text),
        Column("note", Text),
        Column("at", Text, nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_events_case_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_case_id", "events", ["case_id"])
    op.create_table(
        "journal",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("operation", Integer, nullable=False),
        Column("tbl", Text, nullable=False),
        Column("pk", Text, nullable=False),
        Column("case_id", Integer),
        Column("kind", Text, nullable=False),
        Column("diff", Text, nullable=False),
        CheckConstraint("kind IN ('I', 'U', 'D')", name=op.f("ck_journal_kind")),
        ForeignKeyConstraint(["operation"], ["operations.id"], name="fk_journal_operation"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_case_id", "journal", ["case_id"])
    op.create_index("ix_journal_operation", "journal", ["operation"])
    op.create_table(
        "parts",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("case_id", Integer, nullable=False),
        Column("key", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("note", Text, nullable=False),
        Column("answered_on", Text),
        Column("due_on", Text),
        Column("position", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_parts_case_id"),
        UniqueConstraint("case_id", "key", name="uq_parts_case_id_key"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "prints",
        Column("id", Integer, primary_key=True, nullable=False),
        Column("case_id", Integer, nullable=False),
        Column("pack", Text, nullable=False),
        Column("language", Text, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("pages", Integer, nullable=False),
        Column("document_number", Text),
        Column("made_at", Text, nullable=False),
        ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_prints_case_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_prints_case_id", "prints", ["case_id"])
