"""The demonstration branch prints each pack as its case sends it, while the case still says what the pack says."""

from datetime import datetime
from pathlib import Path

from clair_desktop.services.demonstration import demonstrate
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.programmes.few import announcements  # noqa: F401  # the fixture


def test_a_reminder_is_printed_before_everybody_has_answered(tmp_path: Path, announcements: frozenset[str]) -> None:  # noqa: F811
    office = Office.open(tmp_path / "data", clock=FixedClock(datetime(2026, 11, 20, 9, 0).astimezone()), who="担当者")
    try:
        assert set(office.programmes()) == announcements
        made = demonstrate(office, tmp_path / "見本")
    finally:
        office.close()
    names = {one.name for one in (tmp_path / "見本").glob("*.pdf")}
    assert len(names) == len(made.packs)
    assert {"R7-0001_reminder_ja.pdf", "R7-0001_reminder_en.pdf", "R7-0001_reply_ja.pdf"} <= names
    # A call whose notice of headquarters is not enclosed yet has no letter to pass it on.
    assert not [name for name in names if name.startswith("R7-0002_")]
