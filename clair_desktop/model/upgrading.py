"""The climb of a file of cases to the newest migration, in one transaction: it arrives whole or stays where it was."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from clair_desktop.model.connection import APPLICATION_ID, SCHEMA, CaseFile, connect, driver
from clair_desktop.model.triggers import PREFIX, journal_triggers

MIGRATIONS = Path(__file__).with_name("migrations")


class BrokenMigrationError(Exception):
    """A migration lost rows or left references that lead nowhere; the file was put back as it was."""


def upgrade(path: Path) -> None:
    """Run what is missing and write the journal's triggers anew; the migrations themselves are not journalled."""
    engine = create_engine("sqlite+pysqlite://", module=driver, poolclass=NullPool, creator=lambda: _unbound(path))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        before = _row_counts(connection)
        _drop_triggers(connection)
        command.upgrade(alembic_config(connection), "head")
        for trigger in journal_triggers():
            connection.exec_driver_sql(trigger)
        _verify(connection, before)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    engine.dispose()


def alembic_config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _unbound(path: Path) -> CaseFile:
    """A connection that lets tables be rebuilt; its references are checked before the commit instead."""
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def _drop_triggers(connection: Connection) -> None:
    named = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB ?"
    for (name,) in connection.exec_driver_sql(named, (f"{PREFIX}*",)).fetchall():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _row_counts(connection: Connection) -> dict[str, int]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = connection.exec_driver_sql(named).scalars().all()
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}  # noqa: S608 - names from the file's own schema


def _verify(connection: Connection, before: dict[str, int]) -> None:
    after = _row_counts(connection)
    lost = [name for name, count in before.items() if after.get(name, count) < count]
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    health = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    if lost or dangling or health != ["ok"]:
        raise BrokenMigrationError(f"rows lost in {lost}, references to nothing {dangling[:3]}, check {health[:3]}")
