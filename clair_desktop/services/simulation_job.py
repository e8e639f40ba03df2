"""The simulation in a process of its own, so that a window stays free and the work can be given up at any moment."""

from datetime import datetime
from pathlib import Path

from clair_desktop.services.desk import Desk
from clair_desktop.services.effect_records import kept_effect, read_effect
from clair_desktop.services.notice_files import Notice, notice_content
from clair_desktop.services.simulation import Effect, Simulator
from clair_desktop.support.clock import FixedClock
from clair_desktop.support.jobs import JobStopped, Json, Progress
from clair_desktop.support.watch import Telling, Watch

JOB = "simulate"
_LOOK = 0.05  # seconds between looks at the child


def simulated(desk: Desk, simulator: Simulator, notice: Notice, watch: Watch) -> list[Effect]:
    """What ``Simulator.effects`` gives; the work is done by a job where the cases lie in a file that one can open.

    Waits for the answer, so it is called where waiting is allowed; raises ``JobStopped`` once the watch is stopped.
    """
    if desk.database.folder is None:
        return simulator.effects(notice, watch)
    job = desk.jobs.start(JOB, _request(desk, notice))
    try:
        while not job.wait(_LOOK):
            watch.percent = job.progress
            if watch.is_stopped:
                raise JobStopped
        return [read_effect(one) for one in job.result()["effects"]]
    finally:
        job.kill()


def _request(desk: Desk, notice: Notice) -> Json:
    return {
        "folder": str(desk.database.folder),
        "now": desk.clock.now().isoformat(),
        "notice": notice_content(notice, {}).decode(),
    }


def simulate(request: Json, progress: Progress) -> Json:
    """The child's side: the same cases, the same moment, the same notice."""
    from clair_desktop.services.notice_files import sent_notice
    from clair_desktop.services.office import Office

    clock = FixedClock(datetime.fromisoformat(request["now"]))
    office = Office.open(Path(request["folder"]), clock=clock, who="")
    try:
        notice = sent_notice(request["notice"].encode(), "notice", office.programmes())
        effects = office.simulator.effects(notice, Telling(progress))
    finally:
        office.close()
    return {"effects": [kept_effect(one) for one in effects]}
