"""What the services say of answers typed as a clerk would, and of cases received."""

from collections.abc import Mapping
from datetime import date

from clair_desktop.domain.rulings import Finding
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet, Judged
from tests.services.casework import values

Raw = Mapping[str, object]


def judged(office: Office, key: str, year: int, raw: Raw, on: date | None = None) -> Judged:
    return office.cases.judge(key, year, values(office, key, year, raw), on)


def found(said: Judged, rule: str) -> list[Finding]:
    return [one for one in said.findings if one.rule == rule]


def one(said: Judged, rule: str) -> Finding:
    (finding,) = found(said, rule)
    return finding


def received(office: Office, key: str, year: int, raw: Raw, on: date | None = None) -> CaseSheet:
    return office.cases.new(key, year, values(office, key, year, raw), received_on=on)


def open_question(finding: Finding) -> bool:
    """判定不能: exactly undecided, nothing held back for it, and the way to settle it is told."""
    return finding.verdict == "undecided" and not finding.blocks
