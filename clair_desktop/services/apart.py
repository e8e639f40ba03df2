"""Files of others, read by a child process that may be killed; whatever ends the child ends in words."""

from pathlib import Path
from time import monotonic
from typing import Any

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.acts import TAKEN_IN, Act
from clair_desktop.support.jobs import JobFault, Jobs


def run_apart(jobs: Jobs, name: str, request: dict[str, Any], path: Path, act: Act = TAKEN_IN) -> dict[str, Any]:
    """The answer of a job upon a file of others; ``act`` says what is done with the file, and for how long."""
    job = jobs.start(name, request)
    begun = monotonic()
    try:
        while not job.wait(0.05):
            if monotonic() - begun > act.seconds:
                raise act.refusal(path, _TOO_LONG.filled(seconds=round(act.seconds)))
        return job.result()
    except JobFault as fault:
        raise act.refusal(path, _TOO_MUCH) from fault
    finally:
        job.kill()


def refused(path: Path, why: Wording) -> Refusal:
    return TAKEN_IN.refusal(path, why)


_TOO_LONG = Wording(
    "読み取りに時間がかかりすぎるため中止しました（{seconds}秒まで）。",
    "reading it took too long and was given up (at most {seconds} seconds).",
)
_TOO_MUCH = Wording(
    "読み取りに必要なメモリーが多すぎるか、中身が壊れています。新しいブックに値だけを貼り付けて保存し直してください。",
    "reading it needs too much memory, or it is damaged. Paste its values into a new workbook.",
)
