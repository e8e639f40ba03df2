"""What tests about casework stand on: a branch, its clock, a grant and a research request with real content."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pikepdf
import pytest

from clair_desktop.domain.answers import read
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.programmes.economic_grant.examples import TEA
from clair_desktop.programmes.overseas_research.examples import BURIAL, FIVE_COUNTRIES
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.support.clock import FixedClock

JAPAN = timezone(timedelta(hours=9))
TODAY = date(2026, 11, 20)
GRANT, RESEARCH = "economic_grant", "overseas_research"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN))


@pytest.fixture
def office(clock: FixedClock) -> Iterator[Office]:
    """宮城県支部, in memory."""
    opened = Office.in_memory(clock=clock, who="宮城県支部 担当者")
    opened.branch.choose_branch("040002")
    yield opened
    opened.close()


@pytest.fixture
def papers(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Puts a file of this name and content on the desk."""

    def put(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return put


def values(office: Office, programme: str, year: int, raw: Mapping[str, object]) -> Mapping[str, object]:
    """Answers as typed, read; a complaint is the test's own fault."""
    reading = read(office.edition(programme, year).fields(), raw, office.names)
    assert not reading.complaints, [one.wording.ja for one in reading.complaints]
    return reading.answers


def grant(office: Office, year: int = 2025, **changed: object) -> CaseSheet:
    """Fuji City's roasted tea, received."""
    return office.cases.new(GRANT, year, values(office, GRANT, year, {**TEA, **changed}))


def research(office: Office, year: int = 2026, **changed: object) -> CaseSheet:
    """Five countries of four offices, received, with the material on Japan enclosed."""
    sheet = office.cases.new(RESEARCH, year, values(office, RESEARCH, year, {**FIVE_COUNTRIES, **changed}))
    return office.enclosures.add(sheet.number, [material(office)], "japan_situation")


def burial(office: Office, **changed: object) -> CaseSheet:
    """One country, one office."""
    return research(office, 2026, **{**BURIAL, "reply_by": "2027-03-19", **changed})


def changed(office: Office, sheet: CaseSheet, **raw: object) -> CaseSheet:
    """The case saved with other answers; ``None`` clears one."""
    read_ = values(office, sheet.edition.programme.key, sheet.edition.year.start_year, raw)
    kept = {key: value for key, value in sheet.answers.items() if key not in raw}
    return office.cases.save(sheet.number, {**kept, **read_}, base_version=sheet.version)


def forwarded(office: Office, sheet: CaseSheet) -> CaseSheet:
    """The reply of CLAIR enclosed and sent on to the requester."""
    sheet = office.enclosures.add(sheet.number, [material(office, "回答書.pdf")], "reply")
    return office.steps.take(sheet.number, "forward_reply", document_number="国際第118号")


def material(office: Office, name: str = "日本の墓地の状況.pdf", pages: int = 1) -> Path:
    path = office.folder / name
    path.write_bytes(pdf(pages))
    return path


def pdf(pages: int = 1, **encryption: object) -> bytes:
    """A PDF of empty A4 pages."""
    from io import BytesIO

    made, written = pikepdf.new(), BytesIO()
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
    made.save(written, **encryption)  # type: ignore[arg-type]  # options of one library call
    return written.getvalue()


def rules_of(sheet: CaseSheet, office: Office) -> Mapping[str, str]:
    """The verdict of each rule that found something."""
    return {one.rule: one.verdict.value for one in office.cases.judged(sheet).findings}


def year_of(day: date) -> FiscalYear:
    return FiscalYear.containing(day)
