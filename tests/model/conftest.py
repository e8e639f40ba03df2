"""A clock that stands still, a database in memory, a folder that holds a file of cases."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from clair_desktop.model.database import Database
from clair_desktop.model.tables import CaseRow
from clair_desktop.support.clock import FixedClock
from tests.model.records import JAPAN, RECEIVE, ReceiveCase, a_case


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN))


@pytest.fixture
def database(clock: FixedClock) -> Iterator[Database]:
    database = Database.in_memory(clock=clock, who="宮城県支部 担当者")
    yield database
    database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "宮城県支部 100%"


@pytest.fixture
def kept(folder: Path, clock: FixedClock) -> Iterator[Database]:
    """A database in a file."""
    database = Database.open(folder, clock=clock, who="宮城県支部 担当者")
    yield database
    database.close()


@pytest.fixture
def receive_case(database: Database) -> ReceiveCase:
    def receive(**values: object) -> CaseRow:
        with database.work(RECEIVE) as work:
            return a_case(work, **values)

    return receive
