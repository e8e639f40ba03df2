"""Workbooks opened, reckoned and saved again by LibreOffice, many in one call, and compared cell by cell."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import load_workbook

from clair_desktop.output.excel import foreign

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")


def saved_again(files: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
    """Each file as LibreOffice saves it; with a profile of its own, so that no open window takes the call."""
    assert PROGRAM, "LibreOffice must be installed: apt-get install libreoffice-calc"
    profile, saved = folder / "profile", folder / "saved"
    command = [
        PROGRAM, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "xlsx", "--outdir", str(saved),
        *map(str, files),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "HOME": str(folder)})
    missing = [path.name for path in files if not (saved / path.name).exists()]
    assert not missing, (missing, done.stderr.decode(errors="replace"))
    return {path: saved / path.name for path in files}


def resaved_by_openpyxl(files: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
    """Each file as openpyxl reads and saves it: its formulas are kept, what they gave is not."""
    saved = {path: folder / f"again_{path.name}" for path in files}
    for path, again in saved.items():
        load_workbook(path).save(again)
    return saved


def unlike(path: Path, again: Path) -> Iterator[str]:
    """Every cell that differs. A formula without a kept value has one afterwards, which may not be an error."""
    ours, theirs = (
        {one["name"]: one["cells"] for one in foreign.read({"path": str(at)}, _still)["sheets"]} for at in (path, again)
    )
    if list(ours) != list(theirs):
        yield f"{path.name}: sheets {list(ours)} became {list(theirs)}"
    for sheet, cells in ours.items():
        for at in {**cells, **theirs.get(sheet, {})}:
            before, after = cells.get(at), theirs.get(sheet, {}).get(at)
            if not _alike(before, after):
                yield f"{path.name} {sheet}!{at}: {before} became {after}"


def _alike(before: Sequence[object] | None, after: Sequence[object] | None) -> bool:
    for one, other in ((before, after), (after, before)):
        if one is not None and one[0] == "blank" and len(one) > 2:  # a formula that openpyxl leaves unreckoned
            return other is None or other[0] != "e"
    return before == after


def _still(_: int) -> None:
    """Nobody watches the progress."""
