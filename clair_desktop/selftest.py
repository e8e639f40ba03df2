"""What an installed copy must be able to do; the build runs it before it ships, an official may at any time."""

import json
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from clair_desktop import __version__
from clair_desktop.domain.wording import Language
from clair_desktop.services.demonstration import fill_demonstration
from clair_desktop.services.office import Office
from clair_desktop.support.clock import SystemClock
from clair_desktop.support.resources import catalogues, resource

FONTS = (
    "BIZUDMincho-Regular.ttf",
    "BIZUDPMincho-Regular.ttf",
    "BIZUDGothic-Regular.ttf",
    "BIZUDGothic-Bold.ttf",
    "BIZUDPGothic-Regular.ttf",
    "BIZUDPGothic-Bold.ttf",
    "ipamjm.ttf",
)
Window = Callable[[Path], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class _Trial:
    """One thing the copy must be able to do; it answers with what it found, or raises."""

    name: str
    do: Callable[[], object]


def main(window: Window) -> int:
    """Try everything, print a JSON report, and answer 0 only if all of it worked."""
    with tempfile.TemporaryDirectory(prefix="clair-selftest-") as folder:
        results = [_result(trial) for trial in _trials(Path(folder), window)]
    works = all(result["works"] for result in results)
    report = {"program": "clair_desktop", "version": __version__, "works": works, "trials": results}
    sys.stdout.write(json.dumps(report, ensure_ascii=True, indent=2) + "\n")
    return 0 if works else 1


def _result(trial: _Trial) -> dict[str, object]:
    try:
        return {"name": trial.name, "works": True, "found": trial.do()}
    except Exception as fault:  # noqa: BLE001  # a trial that fails is what this report is for
        return {"name": trial.name, "works": False, "fault": repr(fault), "where": traceback.format_exc()}


def _trials(folder: Path, window: Window) -> list[_Trial]:
    data = folder / "記録"
    return [
        _Trial("programmes", _programmes),
        _Trial("shipped_files", _shipped_files),
        _Trial("cases", lambda: _cases(data)),
        _Trial("pack", lambda: _pack(data, folder / "書類一式.pdf")),
        _Trial("enclosures", lambda: _enclosures(data, folder / "ファクス.tif")),
        _Trial("workbook", lambda: _workbook(data, folder / "一覧.xlsx")),
        _Trial("window", lambda: dict(window(data))),
    ]


def _programmes() -> list[str]:
    from clair_desktop.programmes import all_programmes

    found = list(all_programmes())
    if not found:
        raise RuntimeError("this copy holds no programmes")
    return found


def _shipped_files() -> dict[str, object]:
    fonts = [name for name in FONTS if resource("fonts", name).stat().st_size > 0]
    words = [language.value for language in Language if _catalogue(language).stat().st_size > 0]
    tables = sorted(path.name for path in resource("tables").glob("*.tsv"))
    if len(tables) < 2:
        raise RuntimeError("the tables of local authorities and countries are missing")
    return {"fonts": fonts, "catalogues": words, "tables": tables}


def _catalogue(language: Language) -> Path:
    return catalogues() / language.value / "LC_MESSAGES" / "clair_desktop.mo"


def _cases(data: Path) -> dict[str, object]:
    """The file of cases made by its migrations, the demonstration entered and stepped, an act undone."""
    office = Office.open(data, clock=SystemClock(), who="selftest")
    try:
        cases = fill_demonstration(office)
        undone = office.undo()
        return {"cases": len(cases), "undone": undone.en}
    finally:
        office.close()


def _pack(data: Path, target: Path) -> dict[str, object]:
    office = Office.open(data, clock=SystemClock(), who="selftest")
    try:
        number = office.cases.lines()[0].number
        sheet = office.cases.get(number)
        printed = office.documents.print(number, sheet.edition.programme.packs[0].key, list(Language), target)
        return {"pages": printed.pages, "bytes": target.stat().st_size}
    finally:
        office.close()


def _enclosures(data: Path, fax: Path) -> dict[str, object]:
    """A picture of two pages becomes paper in a process of its own."""
    from PIL import Image

    page = Image.new("1", (1728, 2200), 1)
    page.save(fax, save_all=True, append_images=[page], compression="group4")
    office = Office.open(data, clock=SystemClock(), who="selftest")
    try:
        (found,) = office.enclosures.examine([fax])
    finally:
        office.close()
    if found.condition is None or found.condition.pages != 2:
        raise RuntimeError(f"two pages of a facsimile were read as {found.condition}")
    return {"pages": found.condition.pages}


def _workbook(data: Path, target: Path) -> dict[str, object]:
    """Made in a process of its own, as the window does it."""
    office = Office.open(data, clock=SystemClock(), who="selftest")
    try:
        line = office.cases.lines()[0]
        made = office.registers.export(line.programme, line.project_year, target)
        return {"rows": made.rows, "bytes": target.stat().st_size}
    finally:
        office.close()
