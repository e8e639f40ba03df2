"""The kept tables rebuilt from the journal alone: what no change may escape and no crash may split."""

import json
from pathlib import Path

from clair_desktop.model.connection import FILE_NAME, CaseFile, connect
from clair_desktop.model.tables import journalled_tables

Tables = dict[str, dict[str, dict[str, object]]]


def tables_as_kept(folder: Path) -> Tables:
    """Table → key → column → value as it stands in the file, bytes left out."""
    connection = connect(folder / FILE_NAME, read_only=True)
    try:
        return kept(connection)
    finally:
        connection.close()


def kept(connection: CaseFile) -> Tables:
    tables: Tables = {}
    for table in journalled_tables():
        names = [column.name for column in table.columns if column.name != "bytes"]
        (key,) = table.primary_key.columns.keys()
        columns = ", ".join(f'"{name}"' for name in names)
        rows = [dict(zip(names, row, strict=True)) for row in connection.execute(f"SELECT {columns} FROM {table.name}")]
        tables[table.name] = {str(row[key]): row for row in rows}
    return tables


def replayed(connection: CaseFile) -> Tables:
    """The same, from nothing but the journal's entries in their order."""
    tables: Tables = {table.name: {} for table in journalled_tables()}
    for name, key, kind, diff in connection.execute("SELECT tbl, pk, kind, diff FROM journal ORDER BY id"):
        values = json.loads(diff)
        if kind == "I":
            tables[name][key] = values
        elif kind == "D":
            assert tables[name].pop(key) == values
        else:
            assert {column: tables[name][key][column] for column in values} == {
                c: old for c, (old, _) in values.items()
            }
            tables[name][key].update({column: new for column, (_, new) in values.items()})
    return tables
