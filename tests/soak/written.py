"""Every workbook that the program writes, of every year and in both languages, and foreign ones, through other readers."""

import subprocess
import sys
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services.casework import JAPAN
from tests.services.libreoffice import saved_again, unlike
from tests.services.oracles import unlike_calamine
from tests.services.writers import every_workbook, examples
from tests.soak.files import CORPORA
from tests.soak.kill import Loss

_AT_ONCE = 40  # files for one call of LibreOffice


def every_writer_against_libreoffice(_seconds: float, _seed: int) -> Counter[str]:
    """``soffice`` must be on the path; without it the campaign is a loss, for nothing was tried."""
    tally = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="clair-soak-") as name:
        folder = Path(name)
        office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN)), who="宮城県支部")
        office.branch.choose_branch("040002")
        examples(office)
        files = list(every_workbook(office, folder))
        office.close()
        for start in range(0, len(files), _AT_ONCE):
            some = files[start : start + _AT_ONCE]
            saved = saved_again(some, folder / f"again_{start}")
            for path in some:
                _demand_alike([*unlike(path, saved[path]), *unlike_calamine(path)])
                tally["workbooks"] += 1
    return tally


def foreign_workbooks_against_calamine(_seconds: float, _seed: int) -> Counter[str]:
    """Every workbook of the corpora: both readers find the same, or ours refuses it in words. One child for each."""
    tally = Counter[str]()
    if not CORPORA.is_dir():
        print(f"  {CORPORA} is not here; no foreign workbook is tried", flush=True)
    for path in sorted(CORPORA.rglob("*.xlsx")):
        command = [sys.executable, "-m", "tests.soak.written", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        if done.returncode:
            raise Loss(f"{path.name}: {done.stdout}{done.stderr}")
        tally[done.stdout.strip()] += 1
    return tally


def _demand_alike(said: list[str]) -> None:
    if said:
        raise Loss("; ".join(said[:5]))


def _compared(path: Path) -> str:
    try:
        _demand_alike(list(unlike_calamine(path)))
    except Refusal:
        return "refused in words"
    return "read alike"


if __name__ == "__main__":
    print(_compared(Path(sys.argv[1])))
