"""Writing a workbook as a job: the request, the work in the other process, and what comes back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from clair_desktop.domain.registers import FilledWorkbook
from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.transport import Json, workbook_from_json, workbook_to_json
from clair_desktop.output.excel.written import WrittenWorkbook

JOB = "export"


def request(workbook: FilledWorkbook, path: Path, language: Language, *, on_paper: bool = True) -> Json:
    """What the job is asked; a relative path is resolved here, where it was meant."""
    return {
        "workbook": workbook_to_json(workbook),
        "path": str(path.resolve()),
        "language": language.value,
        "on_paper": on_paper,
    }


def export(asked: Mapping[str, Any], progress: Callable[[int], None]) -> Json:
    """The job's handler. openpyxl is loaded in its process only."""
    from clair_desktop.output.excel.workbook import write_workbook

    on_paper, language = asked["on_paper"], Language(asked["language"])
    workbook = workbook_from_json(asked["workbook"], in_turn=not on_paper)  # paper is drawn column by column
    made = write_workbook(workbook, Path(asked["path"]), language, progress, on_paper=on_paper)
    return {
        "sha256": made.sha256,
        "seal": made.seal,
        "rows": dict(made.rows),
        "totals": {key: dict(totals) for key, totals in made.totals.items()},
    }


def result(answered: Mapping[str, Any]) -> WrittenWorkbook:
    """What the job answered, for the journal."""
    return WrittenWorkbook(answered["sha256"], answered["rows"], answered["totals"], answered["seal"])
