"""Jobs as processes of our own executable: the window stays free, and a job can be killed without harm to it.

The threads here only carry what a child says; they never do its work.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from clair_desktop.support.jobs import JOB_VERB, Job, JobFault, JobStopped, Json, Told


class ProcessJobs:
    """Jobs as processes of our own executable; ``refuse`` makes the program's refusal out of what travelled."""

    def __init__(self, refuse: Callable[[Told], Exception], command: Sequence[str] | None = None) -> None:
        self._refuse = refuse
        self._command = command or own_command()
        self._running: list[_ProcessJob] = []

    def start(self, name: str, request: Json) -> Job:
        job = _ProcessJob([*self._command, name], request, self._refuse)
        self._running = [other for other in self._running if not other.is_done] + [job]
        return job

    def close(self) -> None:
        """Kills whatever still runs; a window that closes calls it."""
        for job in self._running:
            job.kill()


def own_command() -> list[str]:
    """How this program starts itself again for a job, installed or from its sources."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, JOB_VERB] if frozen else [sys.executable, "-m", "clair_desktop", JOB_VERB]


class _ProcessJob:
    def __init__(self, command: Sequence[str], request: Json, refuse: Callable[[Told], Exception]) -> None:
        self.progress = 0
        self._refuse = refuse
        self._last = b""
        self._killed = False
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  # closed by the carrier when the child has ended
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._report = b""
        self._carrier = threading.Thread(target=self._carry, args=(json.dumps(request).encode(),), daemon=True)
        self._carrier.start()

    @property
    def is_done(self) -> bool:
        return not self._carrier.is_alive()

    def wait(self, seconds: float) -> bool:
        self._carrier.join(seconds)
        return self.is_done

    def result(self) -> Json:
        self._carrier.join()
        if self._killed:
            raise JobStopped
        answer = self._answer()
        if "refused" in answer:
            raise self._refuse(_as_told(answer["refused"]))
        if "result" in answer:
            return dict(answer["result"])
        raise JobFault(str(answer.get("fault") or self._report.decode(errors="replace")))

    def kill(self) -> None:
        """Ends the job now, if it still runs; what it had begun to write is not put in place."""
        if self.is_done:
            return
        self._killed = True
        self._process.kill()
        self._carrier.join()

    def _carry(self, request: bytes) -> None:
        """Hands the request over and takes down what the child says, until it ends."""
        with self._process as child, self._complaints:
            if child.stdin and child.stdout:
                _hand_over(child.stdin, request)
                for line in child.stdout:
                    self._take_down(line.strip())
            child.wait()
            self._complaints.seek(0)
            self._report = b"exit code %d\n" % child.returncode + self._complaints.read()

    def _take_down(self, line: bytes) -> None:
        if line.isdigit():
            self.progress = int(line)
        else:
            self._last = line

    def _answer(self) -> Json:
        """The last line, if the child lived to say it."""
        try:
            answer: Json = json.loads(self._last)
        except ValueError:
            return {}
        return answer


def _hand_over(entry: IO[bytes], request: bytes) -> None:
    try:
        with entry:
            entry.write(request)
    except OSError:  # the child ended before it read: its last words say why
        return


def _as_told(answer: Mapping[str, Any]) -> Told:
    details = tuple((ja, en) for ja, en in answer["details"])
    return Told(answer["ja"], answer["en"], answer["field"], details)


def _environment() -> dict[str, str]:
    """The child finds the package where this process found it, whether installed or not."""
    home = str(Path(__file__).resolve().parents[2])
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))}
