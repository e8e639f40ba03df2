"""The demonstration office of every programme, every pack in both languages, every workbook: too long for the suite."""

import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path

from clair_desktop.services.demonstration import demonstrate
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.soak.kill import Loss

_TODAY = datetime(2026, 11, 20, 9, 0).astimezone()


def whole_demonstration(_seconds: float, _seed: int) -> Counter[str]:
    """Once, however long it takes."""
    with tempfile.TemporaryDirectory(prefix="clair-soak-", ignore_cleanup_errors=True) as folder:
        office = Office.open(Path(folder) / "data", clock=FixedClock(_TODAY), who="担当者")
        try:
            made = demonstrate(office, Path(folder) / "out")
        finally:
            office.close()
        examples = [example for one in office.programmes().values() for example in one.examples]
        lying = Counter(one.suffix for one in (Path(folder) / "out").iterdir())
        if (
            len(made.cases) != len(examples)
            or lying[".pdf"] != len(made.packs)
            or lying[".xlsx"] != len(made.workbooks)
        ):
            raise Loss(f"{len(made.cases)} cases of {len(examples)}, {lying} for {len(made.packs)} packs")
    return Counter(cases=len(made.cases), packs=len(made.packs), workbooks=len(made.workbooks))
