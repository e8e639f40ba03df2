"""Files of others, read by a child process that may be killed; whatever ends the child ends in words."""

from pathlib import Path
from time import monotonic
from typing import Any

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.support.jobs import JobFault, Jobs

_LONGEST = 30.0  # seconds that reading a file may take


def run_apart(jobs: Jobs, name: str, request: dict[str, Any], path: Path) -> dict[str, Any]:
    """The answer of a job upon a file of others."""
    job = jobs.start(name, request)
    begun = monotonic()
    try:
        while not job.wait(0.05):
            if monotonic() - begun > _LONGEST:
                raise refused(path, _TOO_LONG)
        return job.result()
    except JobFault as fault:
        raise refused(path, _TOO_MUCH) from fault
    finally:
        job.kill()


def refused(path: Path, why: Wording) -> Refusal:
    name = same(path.name)
    return Refusal(
        Wording("「{name}」を取り込めません：{why}", "“{name}” cannot be taken in: {why}").filled(name=name, why=why),
        field="file",
    )


_TOO_LONG = Wording("読み取りに時間がかかりすぎるため中止しました。", "reading it took too long and was given up.")
_TOO_MUCH = Wording(
    "読み取りに必要なメモリーが多すぎるか、中身が壊れています。新しいブックに値だけを貼り付けて保存し直してください。",
    "reading it needs too much memory, or it is damaged. Paste its values into a new workbook.",
)
