"""History as the office reads it, written by the file itself for every way a row can change."""

import json
from datetime import date

import pytest
from sqlalchemy import delete, update

from clair_desktop.domain.wording import Wording
from clair_desktop.model.connection import FILE_NAME, connect, driver
from clair_desktop.model.database import Database
from clair_desktop.model.journal import ChangeKind
from clair_desktop.model.tables import CaseRow, PartRow, journalled_tables
from tests.model.records import CORRECT, RECEIVE, ReceiveCase, a_case


def test_the_history_of_a_case_tells_who_did_what_the_latest_first(
    database: Database, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    receive_case()
    with database.work(CORRECT) as work:
        row = work.cases.by_id(case.id)
        row.due_on = date(2026, 12, 18)
        row.answers = {"theme": "墓地"}
    with database.reading() as work:
        corrected, received = work.journal.of_case(case.id)
    assert (received.title, received.who, received.undone_by) == (RECEIVE, "宮城県支部 担当者", None)
    (added,) = received.changes
    assert (added.table, added.kind, added.columns["number"]) == ("cases", ChangeKind.ADDED, (None, "R8-0001"))
    (changed,) = corrected.changes
    assert changed.kind is ChangeKind.CHANGED
    assert changed.columns["due_on"] == (None, date(2026, 12, 18))
    assert changed.columns["answers"] == (case.answers, {"theme": "墓地"})
    assert set(changed.columns) == {"due_on", "answers", "version"}


def test_parts_and_their_removal_stand_in_the_history_of_their_case(
    database: Database, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    with database.work(Wording("打診先", "Offices")) as work:
        part = work.parts.add(PartRow(case_id=case.id, key="singapore", state="sounded"))
    with database.work(Wording("打診先の削除", "Remove an office")) as work:
        work.parts.remove(work.parts.get(case.id, "singapore"))
    with database.reading() as work:
        removal = work.journal.of_case(case.id)[0]
    (change,) = removal.changes
    assert (change.table, change.key, change.kind) == ("parts", str(part.id), ChangeKind.REMOVED)
    assert change.columns["state"] == ("sounded", None)


def test_changes_of_many_rows_at_once_are_journalled_one_by_one(kept: Database) -> None:
    with kept.work(RECEIVE) as work:
        for _ in range(3):
            case = a_case(work)
        session = work.cases._session
        session.execute(update(CaseRow).values(state="sounded"))
        session.execute(delete(PartRow))
    with kept.reading() as work:
        (entry,) = work.journal.of_case(case.id)
    assert [change.kind for change in entry.changes] == [ChangeKind.ADDED, ChangeKind.CHANGED]


def test_the_journal_keeps_the_size_of_an_enclosed_file_but_never_its_bytes(kept: Database) -> None:
    with kept.work(Wording("添付", "Enclose")) as work:
        work.enclosures.add_content("質問票".encode())
        session = work.cases._session
        (diff,) = session.connection().exec_driver_sql("SELECT diff FROM journal").one()
    assert set(json.loads(diff)) == {"sha256", "size"}


def test_a_tool_that_knows_no_acts_cannot_write(kept: Database, folder) -> None:
    with kept.work(RECEIVE) as work:
        a_case(work)
    tool = driver.connect(str(folder / FILE_NAME), isolation_level=None)
    for statement in (
        "UPDATE cases SET requested = 9999999",
        "DELETE FROM cases",
        "INSERT INTO settings VALUES ('branch', '\"x\"')",
    ):
        with pytest.raises(driver.OperationalError, match="no such function: clair_operation"):
            tool.execute(statement)
    tool.close()


def test_a_change_outside_any_act_is_refused_by_the_file(kept: Database, folder) -> None:
    connection = connect(folder / FILE_NAME)
    with pytest.raises(driver.OperationalError, match="user-defined function raised exception"):
        connection.execute("INSERT INTO settings VALUES ('branch', '1')")
    connection.close()


@pytest.mark.parametrize("table", [table.name for table in journalled_tables()])
def test_every_kept_table_has_its_three_triggers(kept: Database, folder, table: str) -> None:
    connection = connect(folder / FILE_NAME, read_only=True)
    named = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
    triggers = {name for (name,) in connection.execute(named, (table,)).fetchall()}
    connection.close()
    assert triggers == {f"journal_{table}_{event}" for event in ("insert", "update", "delete")}
