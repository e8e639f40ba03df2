"""The case list's quick way to the file: the right cases, in the right order, with nothing heavy brought in."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.model.connection import FILE_NAME, SCHEMA, connect
from clair_desktop.model.database import Database
from clair_desktop.model.listing import CaseFilter, CaseLine, CaseListing, CaseOrder
from clair_desktop.model.search import search_text
from tests.model.records import CORRECT, RECEIVE, a_case

CLOSED = frozenset({"completed", "withdrawn"})


@pytest.fixture
def office(kept: Database) -> Database:
    with kept.work(RECEIVE) as work:
        a_case(work, number="R8-0002", due_on=date(2026, 12, 18), requested=3_000_000)
        a_case(work, number="R8-0001", due_on=None, state="completed", title="ほうじ茶の販路")
        a_case(work, number="R10-0001", due_on=date(2026, 12, 1), project_year=2028, search_text=search_text("仙台市"))
        a_case(work, number="H31-0007", due_on=date(2019, 6, 30), project_year=2019, state="withdrawn")
        a_case(work, number="R8-0003", programme="economic_grant", state="checking", requested=1_200_000, sample=True)
    return kept


@pytest.fixture
def listing(office: Database) -> Iterator[CaseListing]:
    listing = office.listing()
    yield listing
    listing.close()


def numbers(listing: CaseListing, chosen: CaseFilter | None = None, *order: CaseOrder, descending: bool = False):
    ids = listing.ids(chosen, *order, descending=descending)
    return [line.number for line in listing.rows(ids)]


def test_the_list_begins_with_what_is_due_first_and_ends_with_what_is_never_due(listing: CaseListing) -> None:
    assert numbers(listing) == ["H31-0007", "R10-0001", "R8-0002", "R8-0001", "R8-0003"]


def test_what_is_never_due_stays_last_when_the_order_is_turned_round(listing: CaseListing) -> None:
    assert numbers(listing, None, CaseOrder.DUE, descending=True) == [
        "R8-0002", "R10-0001", "H31-0007", "R8-0001", "R8-0003"
    ]  # fmt: skip


def test_numbers_follow_eras_and_years_not_letters(listing: CaseListing) -> None:
    assert numbers(listing, None, CaseOrder.NUMBER) == ["H31-0007", "R8-0001", "R8-0002", "R8-0003", "R10-0001"]


@pytest.mark.parametrize("order", CaseOrder)
def test_every_order_lists_every_case_once(listing: CaseListing, order: CaseOrder) -> None:
    assert sorted(listing.ids(None, order)) == sorted(listing.ids(None, order, descending=True)) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (CaseFilter(programme="economic_grant"), {"R8-0003"}),
        (CaseFilter(year=2026), {"R8-0001", "R8-0002", "R8-0003"}),
        (CaseFilter(states=frozenset({"completed", "checking"})), {"R8-0001", "R8-0003"}),
        (CaseFilter(open_only=True, closed=CLOSED), {"R8-0002", "R10-0001", "R8-0003"}),
        (CaseFilter(open_only=False, closed=CLOSED, year=2019), {"H31-0007"}),
        (CaseFilter(text="ｾﾝﾀﾞｲ 仙台"), set()),
        (CaseFilter(text="仙台"), {"R10-0001"}),
        (CaseFilter(text="土葬", year=2026, open_only=True, closed=CLOSED), {"R8-0002", "R8-0003"}),
    ],
)
def test_only_the_cases_asked_for_are_listed(listing: CaseListing, chosen: CaseFilter, found: set[str]) -> None:
    assert set(numbers(listing, chosen)) == found


def test_a_line_shows_the_case_in_its_own_types(listing: CaseListing) -> None:
    (line,) = listing.rows([5])
    assert line == CaseLine(
        id=5,
        number="R8-0003",
        programme="economic_grant",
        project_year=2026,
        state="checking",
        applicant="040002",
        applicant_name="宮城県",
        title="シンガポールにおける土葬の状況",
        received_on=date(2026, 11, 20),
        due_on=None,
        requested=1_200_000,
        awarded=None,
        sample=True,
        version=1,
    )


def test_lines_come_in_the_order_asked_for_without_those_that_are_gone(listing: CaseListing) -> None:
    assert [line.id for line in listing.rows([4, 1, 99, 3])] == [4, 1, 3]
    assert listing.rows([]) == []


def test_cases_are_counted_by_programme_year_and_state(listing: CaseListing) -> None:
    counts = listing.counts()
    assert counts["overseas_research", 2026, "received"] == 1
    assert sum(counts.values()) == 5


def test_the_list_notices_what_another_program_kept(office: Database, listing: CaseListing) -> None:
    before = listing.stamp()
    assert listing.stamp() == before
    with office.work(CORRECT) as work:
        a_case(work)
    assert listing.stamp() != before


def test_the_list_holds_nobody_up(office: Database, listing: CaseListing) -> None:
    listing.rows(listing.ids())
    with office.work(CORRECT) as work:
        work.cases.get("R8-0001").title = "保存できる"


def test_the_same_list_is_there_for_a_database_in_memory(database: Database) -> None:
    with database.work(RECEIVE) as work:
        a_case(work)
        assert [line.number for line in work.cases.listing(programme="overseas_research", state="received")] == [
            "R8-0001"
        ]
    listing = database.listing()
    assert numbers(listing) == ["R8-0001"]
    listing.close()
    with database.reading() as work:
        assert [case.number for case in work.cases.of_year("overseas_research", 2026)] == ["R8-0001"]


def test_a_current_file_is_listed_before_the_database_is_opened(office: Database, folder: Path) -> None:
    listing = CaseListing.open_if_current(folder)
    assert listing is not None
    assert len(listing.ids()) == 5
    listing.close()


def test_no_file_yet_is_no_list(folder: Path) -> None:
    assert CaseListing.open_if_current(folder) is None
    assert not folder.exists()


@pytest.mark.parametrize("version", [SCHEMA - 1, SCHEMA + 1])
def test_a_file_of_another_age_is_no_list(kept: Database, folder: Path, version: int) -> None:
    connection = connect(folder / FILE_NAME)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    assert CaseListing.open_if_current(folder) is None


def test_a_file_that_is_not_ours_is_no_list(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"SQLite format 3\0" + bytes(4096))
    assert CaseListing.open_if_current(folder) is None


def test_the_quick_way_brings_in_no_heavy_library() -> None:
    program = (
        "import sys, clair_desktop.model.listing\n"
        "heavy = {'sqlalchemy', 'alembic', 'openpyxl', 'reportlab', 'PySide6', 'asyncio', 'shutil', 'json', 'logging'}\n"
        "print(*(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("\n", "")


def test_a_list_cannot_write(listing: CaseListing) -> None:
    with pytest.raises(Exception, match="attempt to write a readonly database"):
        listing._connection.execute("DELETE FROM drafts")


def test_a_number_nobody_knows_is_refused_even_by_its_id(office: Database) -> None:
    with office.reading() as work, pytest.raises(Refusal):
        work.cases.by_id(99)
