"""The triggers that write the journal: in the transaction of the change, for every way a row can be changed.

They ask the connection for the operation it writes for; a tool that does not know of operations cannot write at all.
"""

from collections.abc import Iterator

from sqlalchemy import LargeBinary, Table

from clair_desktop.model import directory_tables, hand_over_tables, release_tables  # noqa: F401 - their tables are journalled
from clair_desktop.model.tables import journalled_tables

PREFIX = "journal_"


def journal_triggers() -> Iterator[str]:
    """The statements that create every trigger of the journal; bytes themselves are never journalled."""
    for table in journalled_tables():
        names = [column.name for column in table.columns if not isinstance(column.type, LargeBinary)]
        changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)
        yield _trigger(table, "insert", "NEW", _kept(names, "NEW"))
        yield _trigger(table, "update", "NEW", _differences(names), f" WHEN {changed}")
        yield _trigger(table, "delete", "OLD", _kept(names, "OLD"))


def _trigger(table: Table, event: str, side: str, diff: str, when: str = "") -> str:
    (key,) = table.primary_key.columns.keys()
    values = ", ".join(
        (
            "clair_operation()",
            f"'{table.name}'",
            f'CAST({side}."{key}" AS TEXT)',
            _case(table, side),
            f"'{event[0].upper()}'",
            diff,
        )
    )
    entry = f"INSERT INTO journal (operation, tbl, pk, case_id, kind, diff) VALUES ({values})"  # noqa: S608 - our own names
    return f"CREATE TRIGGER {PREFIX}{table.name}_{event} AFTER {event.upper()} ON {table.name}{when} BEGIN {entry}; END"


def _case(table: Table, side: str) -> str:
    if table.name == "cases":
        return f"{side}.id"
    return f"{side}.case_id" if "case_id" in table.columns else "NULL"


def _kept(names: list[str], side: str) -> str:
    pairs = ", ".join(f"'{name}', {side}.\"{name}\"" for name in names)
    return f"json_object({pairs})"


def _differences(names: list[str]) -> str:
    """Only what changed: merging into an empty object drops the columns that stayed the same."""
    pairs = ", ".join(
        f'\'{name}\', CASE WHEN OLD."{name}" IS NOT NEW."{name}" THEN json_array(OLD."{name}", NEW."{name}") END'
        for name in names
    )
    return f"json_patch('{{}}', json_object({pairs}))"
