"""機械判読の点検: any workbook held against the items for data that machines read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.machine_reading import Holding, ItemVerdict
from clair_desktop.output.excel import checking
from clair_desktop.output.excel.acts import CHECKED
from clair_desktop.services.apart import run_apart
from clair_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class CheckedWorkbook:
    """``forms`` are the sheets made to be printed or filled in, of which items about tables are not asked."""

    path: Path
    sheets: Sequence[str]
    forms: Sequence[str]
    verdicts: Sequence[ItemVerdict]

    @property
    def counts(self) -> dict[str, int]:
        return {one.value: sum(verdict.holding is one for verdict in self.verdicts) for one in Holding}

    @property
    def is_readable(self) -> bool:
        """Whether no item is broken; some may remain that only a person can judge."""
        return not self.counts[Holding.BROKEN.value]


class WorkbookChecks:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self, path: Path, *, password: str | None = None) -> CheckedWorkbook:
        """Read in a process of its own; what cannot be read is refused in words, a password asked for as ever."""
        asked = {"path": str(path.resolve()), "password": password}
        answer = run_apart(self._desk.jobs, checking.JOB, asked, path, CHECKED)
        sheets = answer["sheets"]
        return CheckedWorkbook(
            path,
            [one["name"] for one in sheets],
            [one["name"] for one in sheets if one["form"]],
            checking.verdicts(answer),
        )
