"""Municipalities' workbooks opened, reckoned and saved again by LibreOffice must come back with the same answers."""

import random
import subprocess
import tempfile
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path

from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services.casework import JAPAN
from tests.services.forms import MEMORIAL, Form
from tests.soak.kill import Loss

_NAMES = ("仙台市長　髙﨑 𠮷郎", "主事　葛󠄀西 花子", "=1+1", "改行\nあり", "_x0041_", "Nguyễn ế")


def saved_again_by_libreoffice(seconds: float, seed: int) -> Counter[str]:
    """``soffice`` must be on the path; without it the campaign is a loss, for nothing was tried."""
    chance, tally, until = (
        random.Random(seed),
        Counter[str](),
        time.monotonic() + seconds,
    )  # a campaign repeats by its seed
    with tempfile.TemporaryDirectory(prefix="clair-soak-") as folder:
        office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN)), who="宮城県支部")
        while not tally or time.monotonic() < until:
            _saved_again(office, Path(folder), chance)
            tally["workbooks"] += 1
        office.close()
    return tally


def _saved_again(office: Office, folder: Path, chance: random.Random) -> None:
    form = Form(office, folder / "form.xlsx")
    amount = chance.randrange(10**9)
    day = date.fromordinal(chance.randrange(date(2026, 4, 1).toordinal(), date(2027, 3, 1).toordinal()))
    changed = {"requested": amount, "starts": day, "representative": chance.choice(_NAMES)}
    form.fill({**{key: value for key, value in MEMORIAL.items() if key != "cost_breakdown"}, **changed})
    for column, value in {"cost_item": "旅費", "unit_price": 1_000, "quantity": 7, "eligibility": "対象"}.items():
        form.row_cell("cost_breakdown", column, 1, "k").value = value
    sent = office.intakes.read(form.save())
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved"), str(form.path)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode or not (folder / "saved" / "form.xlsx").exists():
        raise Loss(f"LibreOffice did not save the workbook: {done.stderr.decode(errors='replace')}")
    back = office.intakes.read(folder / "saved" / "form.xlsx")
    if back.answers != sent.answers or {one.rule for one in back.findings} != {one.rule for one in sent.findings}:
        raise Loss(f"{changed}: {sent.answers} came back as {back.answers}")
