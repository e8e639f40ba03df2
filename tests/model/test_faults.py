"""What the clerk is told when the file, the disk or another program stands in the way."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.model import connection as connections
from clair_desktop.model.connection import FILE_NAME, CaseFile, connect, driver
from clair_desktop.model.database import Database
from clair_desktop.model.work import Work
from tests.model.records import CORRECT, RECEIVE, a_case

_really_commit = CaseFile.commit


def _disk_error() -> driver.OperationalError:
    fault = driver.OperationalError("disk I/O error")
    fault.sqlite_errorcode = driver.SQLITE_IOERR
    return fault


def _commits_then_fails(connection: CaseFile) -> None:
    _really_commit(connection)
    raise _disk_error()


def _fails(connection: CaseFile) -> None:
    raise _disk_error()


def _numbers(database: Database) -> list[str]:
    with database.reading() as work:
        return [line.number for line in work.cases.listing()]


def test_a_commit_that_failed_but_arrived_is_not_reported_as_lost(
    kept: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(CaseFile, "commit", _commits_then_fails)
        with kept.work(RECEIVE) as work:
            a_case(work)
    assert _numbers(kept) == ["R8-0001"]


def test_a_commit_that_failed_is_reported_and_can_be_repeated(kept: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(CaseFile, "commit", _fails)
        with pytest.raises(Refusal, match="so nothing was saved"), kept.work(RECEIVE) as work:
            a_case(work)
    assert _numbers(kept) == []
    with kept.work(RECEIVE) as work:
        a_case(work)
    assert _numbers(kept) == ["R8-0001"]


def test_a_lost_commit_is_not_mistaken_for_the_next_act_of_another_program(
    kept: Database, folder: Path, monkeypatch: pytest.MonkeyPatch, clock
) -> None:
    other = Database.open(folder, clock=clock, who="コマンドライン")

    def fails_while_another_writes(connection: CaseFile) -> None:
        connection.rollback()
        monkeypatch.setattr(CaseFile, "commit", _really_commit)
        with other.work(RECEIVE) as work:
            a_case(work, number="R8-0099")
        raise _disk_error()

    monkeypatch.setattr(CaseFile, "commit", fails_while_another_writes)
    with pytest.raises(Refusal, match="so nothing was saved"), kept.work(RECEIVE) as work:
        a_case(work)
    assert _numbers(kept) == ["R8-0099"]
    other.close()


def test_when_the_file_cannot_even_be_asked_the_clerk_is_told_that_it_is_unknown(
    kept: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_with_the_disk_gone(connection: CaseFile) -> None:
        connection.rollback()
        (folder / FILE_NAME).rename(folder / "gone")
        (folder / FILE_NAME).mkdir()
        raise _disk_error()

    monkeypatch.setattr(CaseFile, "commit", fails_with_the_disk_gone)
    with pytest.raises(Refusal, match="could not be seen whether this was saved"), kept.work(RECEIVE) as work:
        a_case(work)


def _change_behind_the_acts_back(work: Work) -> None:
    work.cases.get("R8-0001").title = "窓口で直した題名"
    work.cases._session.connection().exec_driver_sql("UPDATE cases SET version = 9")


def test_a_row_changed_behind_an_acts_back_is_not_saved_over(kept: Database) -> None:
    with kept.work(RECEIVE) as work:
        a_case(work)
    with pytest.raises(Refusal, match="changed elsewhere"), kept.work(CORRECT) as work:
        _change_behind_the_acts_back(work)
    with kept.reading() as work:
        assert work.cases.get("R8-0001").version == 1


def test_cases_received_by_several_at_once_get_numbers_without_gap_or_double(kept: Database) -> None:
    def receive(count: int) -> None:
        for _ in range(count):
            with kept.work(RECEIVE) as work:
                a_case(work)

    with ThreadPoolExecutor(4) as clerks:
        list(clerks.map(receive, [5] * 4))
    assert _numbers(kept) == [f"R8-{running:04}" for running in range(1, 21)]


def test_several_programs_may_make_the_same_new_office_at_once(folder: Path, clock) -> None:
    for attempt in range(3):
        office = folder / str(attempt)
        with ThreadPoolExecutor(4) as starters:
            opened = list(starters.map(lambda _, here=office: Database.open(here, clock=clock, who="担当者"), range(4)))
        with opened[0].work(RECEIVE) as work:
            a_case(work)
        assert [_numbers(database) for database in opened] == [["R8-0001"]] * 4
        for database in opened:
            database.close()


def test_a_draft_whose_commit_failed_is_reported(kept: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CaseFile, "commit", _fails)
    with pytest.raises(Refusal, match="so nothing was saved"), kept.drafting() as drafts:
        drafts.put("case:1", {"title": "シンガポール"})


def test_a_writer_waits_for_another_and_says_so_when_it_takes_too_long(
    kept: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = tuple(p.replace("busy_timeout = 5000", "busy_timeout = 10") for p in connections._PRAGMAS)
    monkeypatch.setattr(connections, "_PRAGMAS", impatient)
    busy = connect(folder / FILE_NAME)
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refusal, match="Another window or job is using the data"), kept.work(RECEIVE) as work:
        a_case(work)
    busy.execute("ROLLBACK")
    busy.close()
    with kept.work(RECEIVE) as work:
        a_case(work)
    assert _numbers(kept) == ["R8-0001"]


def test_a_reader_beside_an_unfinished_act_sees_what_was_kept_before(kept: Database, folder: Path, clock) -> None:
    other = Database.open(folder, clock=clock, who="コマンドライン")
    with kept.work(RECEIVE) as work:
        a_case(work)
    with kept.work(CORRECT) as work:
        work.cases.get("R8-0001").title = "書きかけ"
        work.drafts.drop("")
        with other.reading() as reading:
            assert reading.cases.get("R8-0001").title == "シンガポールにおける土葬の状況"
    other.close()


def _fill_the_disk(work: Work) -> None:
    work.cases._session.connection().exec_driver_sql("PRAGMA max_page_count = 1")
    work.enclosures.add_content(b"x" * 10_000_000)


def test_a_full_disk_is_said_in_words(kept: Database, folder: Path) -> None:
    with pytest.raises(Refusal, match="The disk is full"), kept.work(RECEIVE) as work:
        _fill_the_disk(work)
    assert _numbers(kept) == []


def test_damage_is_no_refusal_but_a_fault_to_look_into(monkeypatch: pytest.MonkeyPatch, kept: Database) -> None:
    def fails(connection: CaseFile) -> None:
        fault = driver.DatabaseError("database disk image is malformed")
        fault.sqlite_errorcode = driver.SQLITE_CORRUPT
        raise fault

    monkeypatch.setattr(CaseFile, "commit", fails)
    with pytest.raises(Exception, match="malformed") as raised, kept.work(RECEIVE) as work:
        a_case(work)
    assert not isinstance(raised.value, Refusal)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("cache_size", -65536),
        ("temp_store", 2),
        ("query_only", 0),
    ],
)
def test_every_connection_that_writes_has_the_settings_relied_upon(
    kept: Database, folder: Path, pragma: str, value: object
) -> None:
    connection = connect(folder / FILE_NAME)
    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    connection.close()


def test_an_sqlite_that_can_damage_files_is_not_used(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(driver, "sqlite_version_info", (3, 45, 1))
    with pytest.raises(RuntimeError, match="can damage files"):
        connect(folder / FILE_NAME)
