"""Workbooks handed out to many municipalities at once: all of them appear in the folder, or none."""

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import copyfile

from clair_desktop.domain.branches import branch_for
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.parties import LocalAuthority
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.target import whole_file
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.intake_forms import HandedOut, IntakeForms
from clair_desktop.support.clock import FixedClock
from clair_desktop.support.jobs import JobStopped, Json, Progress
from clair_desktop.support.watch import Telling, Watch

JOB = "hand_out"
_LOOK = 0.05  # seconds between looks at the child
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_ENDING = Wording("記入用", "to fill in")
_ANY = Wording("団体未定", "any body")
_NONE_CHOSEN = Wording("渡す団体を選んでください。", "Choose the bodies to hand it to.")


@dataclass(frozen=True, slots=True)
class HandOut:
    """What is handed out to whom; ``""`` among the bodies is a workbook that asks whose application it is."""

    programme: str
    year: int
    bodies: Sequence[str]
    language: Language


class HandOuts:
    def __init__(self, desk: Desk, branch: BranchSettings, forms: IntakeForms) -> None:
        self._desk = desk
        self._branch = branch
        self._forms = forms

    def programmes(self) -> Mapping[str, Programme]:
        """Those that take applications in any year that comes."""
        this = FiscalYear.containing(self._desk.clock.today())
        return {
            key: one
            for key, one in self._desk.programmes.items()
            if one.collected is None and (one.until is None or one.until >= this)
        }

    def bodies(self) -> list[LocalAuthority]:
        """Whom this branch serves today, its own body first."""
        own, today = self._branch.get().branch, self._desk.clock.today()
        served = [one for one in self._desk.names.authorities if branch_for(one.code, today).code == own]
        return sorted(served, key=lambda one: (one.code != own, one.code))

    def names(self, wish: HandOut) -> dict[str, str]:
        """The file of each body, named so that it is found in a folder of many."""
        edition = self._desk.edition(wish.programme, wish.year)
        name, year = edition.programme.name.in_(wish.language), edition.year.start_year
        found = {}
        for code in wish.bodies:
            body = self._desk.names.authority(code) if code else None
            whose = f"{code}_{body.name.in_(wish.language)}" if body else _ANY.in_(wish.language)
            found[code] = _FORBIDDEN.sub("_", f"{whose}_{name}_{year}_{_ENDING.in_(wish.language)}.xlsx")
        return found

    def write(self, wish: HandOut, folder: Path, watch: Watch) -> list[HandedOut]:
        """Make them aside, then put them in the folder; raises ``JobStopped`` once the watch is stopped.

        Where the cases lie in a file that another process can open, that process makes them.
        """
        if not wish.bodies:
            raise Refusal(_NONE_CHOSEN, field="bodies")
        with tempfile.TemporaryDirectory(prefix="clair-", ignore_cleanup_errors=True) as aside:
            make = self.make if self._desk.database.folder is None else self._made_apart
            made = make(wish, Path(aside), watch)
            return [_put(one, folder) for one in made]

    def make(self, wish: HandOut, folder: Path, watch: Watch) -> list[HandedOut]:
        """The workbooks one by one; what cannot be handed out is refused at the first."""
        made = []
        for done, (code, name) in enumerate(self.names(wish).items()):
            watch.reach(done, len(wish.bodies))
            path = folder / name
            made.append(self._forms.write(wish.programme, wish.year, path, body=code, language=wish.language))
        return made

    def _made_apart(self, wish: HandOut, folder: Path, watch: Watch) -> list[HandedOut]:
        job = self._desk.jobs.start(JOB, self._request(wish, folder))
        try:
            while not job.wait(_LOOK):
                watch.percent = job.progress
                if watch.is_stopped:
                    raise JobStopped
            return [
                HandedOut(Path(one["path"]), one["body"], one["form_id"], one["questions"])
                for one in job.result()["made"]
            ]
        finally:
            job.kill()

    def _request(self, wish: HandOut, folder: Path) -> Json:
        return {
            "folder": str(self._desk.database.folder),
            "now": self._desk.clock.now().isoformat(),
            "programme": wish.programme,
            "year": wish.year,
            "bodies": list(wish.bodies),
            "language": wish.language.value,
            "out": str(folder),
        }


def hand_out(request: Json, progress: Progress) -> Json:
    """The child's side: the same cases' folder, the same moment."""
    from clair_desktop.services.office import Office

    wish = HandOut(request["programme"], request["year"], request["bodies"], Language(request["language"]))
    clock = FixedClock(datetime.fromisoformat(request["now"]))
    office = Office.open(Path(request["folder"]), clock=clock, who="")
    try:
        made = office.hand_outs.make(wish, Path(request["out"]), Telling(progress))
    finally:
        office.close()
    return {
        "made": [
            {"path": str(one.path), "body": one.body, "form_id": one.form_id, "questions": one.questions}
            for one in made
        ]
    }


def _put(made: HandedOut, folder: Path) -> HandedOut:
    target = folder / made.path.name
    with whole_file(target) as part:
        copyfile(made.path, part)
    return replace(made, path=target)
