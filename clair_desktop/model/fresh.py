"""The newest schema as one script, for files that live in memory; tests hold it equal to what the migrations build."""

from collections.abc import Iterator
from functools import cache

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from clair_desktop.model import (  # their tables belong to the schema
    directory_tables,  # noqa: F401
    hand_over_tables,  # noqa: F401
    release_tables,  # noqa: F401
)
from clair_desktop.model.connection import APPLICATION_ID, SCHEMA
from clair_desktop.model.tables import Base
from clair_desktop.model.triggers import journal_triggers


@cache
def fresh_schema() -> str:
    return ";\n".join(_statements()) + ";"


def _statements() -> Iterator[str]:
    dialect = sqlite.dialect()
    for table in Base.metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            yield str(CreateIndex(index).compile(dialect=dialect))
    yield from journal_triggers()
    yield f"PRAGMA application_id = {APPLICATION_ID}"
    yield f"PRAGMA user_version = {SCHEMA}"
