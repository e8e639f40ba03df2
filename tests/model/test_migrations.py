"""Files of every age: climbed whole or left alone, and what is not ours or too new is refused unchanged."""

import ast
import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model import upgrading
from clair_desktop.model.connection import APPLICATION_ID, FILE_NAME, SCHEMA, CaseFile, connect, pragma
from clair_desktop.model.database import Database
from clair_desktop.model.fresh import fresh_schema
from clair_desktop.model.schema import Standing, prepare, standing
from clair_desktop.support.clock import FixedClock
from tests.model.records import JAPAN, RECEIVE, a_case

OPEN = {"clock": FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN)), "who": "担当者"}
SCRIPTS = sorted((upgrading.MIGRATIONS / "versions").glob("*.py"))


def fingerprint(connection: CaseFile) -> dict[str, object]:
    """Tables, columns, indexes, references, named checks and triggers, however they came about."""
    ask = connection.execute
    tables = [row for row in ask("PRAGMA table_list").fetchall() if not row[1].startswith(("sqlite_", "alembic_"))]
    print_: dict[str, object] = {}
    for _, table, kind, columns, without_rowid, strict in tables:
        indexes = sorted(row[1:] for row in ask(f"PRAGMA index_list({table})").fetchall())
        (sql,) = ask("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        print_[table] = (
            (kind, columns, without_rowid, strict),
            ask(f"PRAGMA table_xinfo({table})").fetchall(),
            [(index, ask(f"PRAGMA index_xinfo({index[0]})").fetchall()) for index in indexes],
            sorted(row[2:] for row in ask(f"PRAGMA foreign_key_list({table})").fetchall()),
            sorted(re.findall(r"CONSTRAINT (\w+) ([A-Z ]+\(.*?\))(?=, *\n|\n\))", sql)),
            "AUTOINCREMENT" in sql,
        )
    print_["triggers"] = sorted(ask("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall())
    print_["numbers"] = pragma(connection, "application_id"), pragma(connection, "user_version")
    return print_


def test_the_migrations_build_exactly_what_the_models_describe(kept: Database, folder: Path) -> None:
    migrated, fresh = connect(folder / FILE_NAME, read_only=True), connect(":memory:")
    fresh.executescript(fresh_schema())
    assert fingerprint(migrated) == fingerprint(fresh)
    migrated.close()
    fresh.close()


def test_the_number_in_the_file_is_that_of_the_newest_migration(kept: Database, folder: Path) -> None:
    scripts = ScriptDirectory.from_config(upgrading.alembic_config())
    assert int(scripts.get_current_head() or 0) == SCHEMA
    connection = connect(folder / FILE_NAME, read_only=True)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(f"{SCHEMA:04}",)]
    connection.close()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_no_migration_rebuilds_tables_behind_our_back_or_looks_at_todays_models(script: Path) -> None:
    tree = ast.parse(script.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imports = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert "batch_alter_table" not in names
    assert not any(module and module.startswith("clair_desktop") for module in imports)


def test_a_new_folder_gets_an_empty_current_file(folder: Path) -> None:
    assert standing(folder / FILE_NAME) == (Standing.ABSENT, 0)
    Database.open(folder, **OPEN).close()
    assert standing(folder / FILE_NAME) == (Standing.CURRENT, SCHEMA)
    assert not (folder / "backups").exists()


def test_a_file_whose_creation_was_killed_at_once_counts_as_absent(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).touch()
    Database.open(folder, **OPEN).close()
    assert standing(folder / FILE_NAME) == (Standing.CURRENT, SCHEMA)


@pytest.fixture
def older(folder: Path) -> Path:
    """A file from before the newest migration, with a case in it."""
    database = Database.open(folder, **OPEN)
    with database.work(RECEIVE) as work:
        a_case(work)
    database.close()
    path = folder / FILE_NAME
    connection = connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA - 1}")
    connection.close()
    return path


def test_an_older_file_is_backed_up_and_climbs(older: Path) -> None:
    database = Database.open(older.parent, **OPEN)
    with database.reading() as work:
        assert [line.number for line in work.cases.listing()] == ["R8-0001"]
    database.close()
    assert standing(older) == (Standing.CURRENT, SCHEMA)
    (copy,) = (older.parent / "backups").glob("*.clair")
    assert copy.name.startswith(f"20261120-093000-before-{SCHEMA:04}-")
    assert standing(copy) == (Standing.OLDER, SCHEMA - 1)
    manifest = json.loads(copy.with_suffix(".json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == sha256(copy.read_bytes()).hexdigest()
    assert manifest["rows"]["cases"] == 1


def test_a_migration_that_loses_rows_puts_everything_back(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = older.read_bytes()

    def loses_the_cases(config, revision: str) -> None:
        config.attributes["connection"].exec_driver_sql("DELETE FROM cases")

    monkeypatch.setattr(upgrading.command, "upgrade", loses_the_cases)
    with pytest.raises(upgrading.BrokenMigrationError, match="rows lost in"):
        prepare(older, OPEN["clock"])
    assert older.read_bytes() == before


def test_a_migration_that_leaves_references_to_nothing_puts_everything_back(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def points_nowhere(config, revision: str) -> None:
        config.attributes["connection"].exec_driver_sql(
            "INSERT INTO parts (case_id, key, state, note, position, version) VALUES (404, 'paris', '', '', 0, 1)"
        )

    monkeypatch.setattr(upgrading.command, "upgrade", points_nowhere)
    with pytest.raises(upgrading.BrokenMigrationError, match="references to nothing"):
        prepare(older, OPEN["clock"])
    assert standing(older) == (Standing.OLDER, SCHEMA - 1)


def test_a_newer_file_is_refused_with_both_versions_and_left_as_it_is(older: Path) -> None:
    connection = connect(older)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 3}")
    connection.close()
    before = older.read_bytes()
    with pytest.raises(Refusal) as refused:
        Database.open(older.parent, **OPEN)
    assert f"データの版 {SCHEMA + 3}、このプログラムの版 {SCHEMA}" in refused.value.wording.ja
    assert older.read_bytes() == before
    assert not (older.parent / "backups").exists()


def _others_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


def _another_programs_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 252006673")
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


def _damaged_beyond_its_header(path: Path) -> None:
    header = b"SQLite format 3\0" + bytes(52) + APPLICATION_ID.to_bytes(4, "big")
    path.write_bytes(header + os.urandom(8192))


FOREIGN = [
    _others_database,
    _another_programs_database,
    lambda path: path.write_text("件名,団体\n", encoding="cp932"),
    lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200)),
    lambda path: path.write_bytes(b"SQLite"),
]


@pytest.mark.parametrize("make", FOREIGN)
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_is(folder: Path, make) -> None:
    folder.mkdir()
    path = folder / FILE_NAME
    make(path)
    before = path.read_bytes()
    with pytest.raises(Refusal, match="is not this program's data"):
        Database.open(folder, **OPEN)
    assert path.read_bytes() == before


def test_a_file_of_ours_that_cannot_be_read_is_left_as_it_is_and_the_backups_are_named(folder: Path) -> None:
    folder.mkdir()
    path = folder / FILE_NAME
    _damaged_beyond_its_header(path)
    before = path.read_bytes()
    with pytest.raises(Refusal, match="restore a copy from “backups”"):
        Database.open(folder, **OPEN)
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_refused(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)
    with pytest.raises(Refusal, match="is not this program's data"):
        Database.open(folder, **OPEN)


def test_a_file_in_the_place_of_the_folder_is_refused_in_words(folder: Path) -> None:
    folder.write_text("", encoding="utf-8")
    with pytest.raises(Refusal, match="cannot be written"):
        Database.open(folder, **OPEN)


def test_opening_a_current_file_brings_in_no_migration_machinery(kept: Database, folder: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom clair_desktop.model.database import Database\n"
        "from clair_desktop.support.clock import SystemClock\n"
        "Database.open(Path(sys.argv[1]), clock=SystemClock(), who='').close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(folder)], check=False).returncode == 0


@pytest.fixture
def first_schema(folder: Path) -> Path:
    """A file that the program of schema 1 wrote: two cases, a rule, an enclosure, an undone step, a draft."""
    folder.mkdir()
    path = folder / FILE_NAME
    path.write_bytes(gzip.decompress((Path(__file__).parent / "files" / "cases_of_schema_0001.clair.gz").read_bytes()))
    return path


def test_a_file_of_the_first_schema_climbs_with_all_it_holds(first_schema: Path) -> None:
    assert standing(first_schema) == (Standing.OLDER, 1)
    before = _all_rows(first_schema)
    Database.open(first_schema.parent, **OPEN).close()
    assert standing(first_schema) == (Standing.CURRENT, SCHEMA)
    after = _all_rows(first_schema)
    assert {name: after[name] for name in before} == before | {"alembic_version": [(f"{SCHEMA:04}",)]}
    added = {"calls", "call_bodies", "addresses", "text_revisions", "addressee_revisions"}
    added |= {"directory_bodies", "directory_statements", "directory_uses", "releases", "printed_papers"}
    added |= {"hand_overs"}
    assert {name: after[name] for name in set(after) - set(before)} == {name: [] for name in added}
    assert fingerprint_of(first_schema) == fingerprint_of_a_new_file()


LATER_SCHEMAS = sorted((Path(__file__).parent / "files").glob("cases_of_schema_*.clair.gz"))[1:]


@pytest.mark.parametrize("written", LATER_SCHEMAS, ids=lambda path: path.name)
def test_a_file_of_every_later_schema_climbs_with_all_it_holds(folder: Path, written: Path) -> None:
    folder.mkdir()
    path = folder / FILE_NAME
    path.write_bytes(gzip.decompress(written.read_bytes()))
    before = _all_rows(path)
    assert before["cases"]
    Database.open(folder, **OPEN).close()
    after = _all_rows(path)
    assert {name: after[name] for name in before} == before | {"alembic_version": [(f"{SCHEMA:04}",)]}
    assert fingerprint_of(path) == fingerprint_of_a_new_file()


def test_every_schema_has_a_file_that_its_own_program_wrote() -> None:
    assert len(LATER_SCHEMAS) == SCHEMA - 1


def test_it_is_backed_up_as_it_was_and_the_copy_opens(first_schema: Path) -> None:
    before = _all_rows(first_schema)
    Database.open(first_schema.parent, **OPEN).close()
    (copy,) = (first_schema.parent / "backups").glob("*.clair")
    assert standing(copy) == (Standing.OLDER, 1)
    assert _all_rows(copy) == before
    manifest = json.loads(copy.with_suffix(".json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == sha256(copy.read_bytes()).hexdigest()
    assert manifest["user_version"] == 1


def test_what_was_done_before_the_climb_is_undone_after_it(first_schema: Path) -> None:
    database = Database.open(first_schema.parent, **OPEN)
    with database.work(Wording("元に戻す", "Undo")) as work:
        assert work.journal.undo_last().ja == "R8-0001：確認を始める"
        assert work.cases.get("R8-0001").state == "received"
        assert work.drafts.get("case:1") is not None
    database.close()


def _all_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = connect(path, read_only=True)
    try:
        named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        names = [name for (name,) in connection.execute(named).fetchall()]
        return {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}
    finally:
        connection.close()


def fingerprint_of(path: Path) -> dict[str, object]:
    connection = connect(path, read_only=True)
    try:
        return fingerprint(connection)
    finally:
        connection.close()


def fingerprint_of_a_new_file() -> dict[str, object]:
    connection = connect(":memory:")
    connection.executescript(fresh_schema())
    try:
        return fingerprint(connection)
    finally:
        connection.close()
