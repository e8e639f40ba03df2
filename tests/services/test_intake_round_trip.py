"""What stands in a cell is what would have been typed: any text, any day, any amount gives the same answer or complaint."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clair_desktop.domain.fields import Day, Field, Text, Yen
from clair_desktop.domain.intake import asked_fields, field_name
from clair_desktop.domain.refusal import Malformed
from clair_desktop.output.excel.cells import serial
from clair_desktop.output.excel.guard import escaped
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services import casework
from tests.services.spoilt import Paper

NAUGHTY = [
    "=1+1",
    "+81",
    "-1",
    "@a",
    "_x0041_",
    "葛󠄀󠄁",
    "𠮷",
    "か\u3099",
    "神",
    "☑",
    "ế",
    "\u200b",
    "a\nb",
    " ",
    "　",
    "'",
    "NULL",
    "😀",
]
TEXTS = st.one_of(
    st.sampled_from(NAUGHTY), st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n"))
)
DAYS = st.dates(date(1900, 3, 1), date(2100, 12, 31))
AMOUNTS = st.integers(-10, 10**15 - 1)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=casework.JAPAN)), who="宮城県支部")
    office.branch.choose_branch("040002")
    folder = tmp_path_factory.mktemp("forms")
    yield office, Paper.filled(office, folder / "041009.xlsx"), folder / "041009_記入済.xlsx"
    office.close()


def asked_of(office: Office, kind: type[Field]) -> list[Field]:
    return [one for one in asked_fields(office.edition("exchange_grant", 2026)) if type(one) is kind]


def typed(office: Office, asked: Field, text: str) -> object:
    """The answer to the text as a clerk would type it; the sentence where it is refused."""
    try:
        return asked.accept(text, office.names)
    except Malformed as complaint:
        return complaint.wording.ja


@settings(max_examples=15, deadline=None)
@given(
    texts=st.lists(TEXTS, min_size=30, max_size=30),
    amounts=st.lists(AMOUNTS, min_size=3, max_size=3),
    days=st.lists(DAYS, min_size=2, max_size=2),
)
def test_a_workbook_answers_as_a_clerk_who_types(filled, texts, amounts, days) -> None:
    office, paper, path = filled
    spoilt = paper.copy()
    expected = {}
    for asked, text in zip(asked_of(office, Text), texts, strict=False):
        spoilt.say(field_name(asked.key), escaped(text))
        expected[asked.key] = typed(office, asked, text)
    for asked, amount in zip(asked_of(office, Yen), amounts, strict=True):
        spoilt.number(field_name(asked.key), str(amount))
        expected[asked.key] = typed(office, asked, str(amount))
    for asked, day in zip(asked_of(office, Day), days, strict=True):
        spoilt.number(field_name(asked.key), str(serial(day)))
        expected[asked.key] = typed(office, asked, day.isoformat())
    path.write_bytes(spoilt.packed())
    intake = office.intakes.read(path)
    said = {one.at.cell: one.message.ja for one in intake.findings if one.importance.value == "error"}
    found = {key: intake.answers.get(key, said.get(paper.places[field_name(key)][1])) for key in expected}
    assert found == expected


def test_a_text_longer_than_a_cell_of_excel_never_comes_from_one(filled) -> None:
    """32,767 characters arrive whole; a file that claims more was not saved by Excel and is still read whole."""
    office, paper, path = filled
    for length in (32_767, 32_768):
        path.write_bytes(paper.copy().say("f_contents", "字" * length).packed())
        assert office.intakes.read(path).answers["contents"] == "字" * length
