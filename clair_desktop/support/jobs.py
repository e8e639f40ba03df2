"""Long work, asked for and answered in JSON, so that it can be done in a process of its own (``job_processes``).

The child reads its request from standard input, writes progress (0 to 100) as one number a line on standard output,
and last its answer as one line of JSON.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import IO, Any, Protocol

JOB_VERB = "--job"
DONE, REFUSED, UNKNOWN, FAULT = 0, 1, 2, 3  # exit codes, as the command line's

Json = dict[str, Any]
Progress = Callable[[int], None]
Handler = Callable[[Json, Progress], Json]


class JobFault(Exception):
    """The job failed through no fault of the person's; the text is the child's own report."""


class JobStopped(Exception):
    """The job was killed on request."""


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal as it travels between processes: the sentence in both languages, the field, further sentences."""

    ja: str
    en: str
    field: str | None = None
    details: tuple[tuple[str, str], ...] = ()


class Job(Protocol):
    """Work under way. ``result`` waits and returns the answer, or raises the job's refusal or fault."""

    @property
    def progress(self) -> int: ...

    @property
    def is_done(self) -> bool: ...

    def wait(self, seconds: float) -> bool: ...
    def result(self) -> Json: ...
    def kill(self) -> None: ...


class Jobs(Protocol):
    """Starts work that must not hold the window up."""

    def start(self, name: str, request: Json) -> Job: ...


def run(jobs: Jobs, name: str, request: Json, progress: Progress = lambda _: None) -> Json:
    """Starts a job and waits for its answer, for callers that may wait."""
    job = jobs.start(name, request)
    try:
        while not job.wait(0.05):
            progress(job.progress)
        return job.result()
    finally:
        job.kill()


class ImmediateJobs:
    """Jobs done at once in this process, for tests and the command line; requests and answers still pass as JSON."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        self._handlers = handlers
        self.asked: list[str] = []

    def start(self, name: str, request: Json) -> Job:
        self.asked.append(name)
        job = _ImmediateJob()
        job.work(self._handlers[name], request)
        return job


def serve(
    name: str, handlers: Mapping[str, Handler], requests: IO[bytes] | None = None, replies: IO[bytes] | None = None
) -> int:
    """The child's side: one request, one answer; returns the exit code. A refusal is any exception with a wording.

    The standard streams are opened by number, since a windowed executable has none by name.
    """
    taken = requests or open(0, "rb", closefd=False)  # noqa: SIM115  # not ours to close
    given = replies or open(1, "wb", closefd=False)  # noqa: SIM115
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(sys.stderr or nowhere):  # noqa: PTH123
        code, answer = _answered(name, handlers, taken, given)
    _say(given, json.dumps(answer))
    return code


def _answered(
    name: str, handlers: Mapping[str, Handler], requests: IO[bytes], replies: IO[bytes]
) -> tuple[int, dict[str, object]]:
    if name not in handlers:
        return UNKNOWN, {"fault": f"no job is called {name}"}
    try:
        return DONE, {"result": handlers[name](json.loads(requests.read()), lambda done: _say(replies, str(done)))}
    except Exception as fault:  # noqa: BLE001  # the border of the process: every fault must reach the other side
        wording = getattr(fault, "wording", None)
        return (FAULT, {"fault": traceback.format_exc()}) if wording is None else (REFUSED, {"refused": _told(fault)})


def _told(refusal: Any) -> dict[str, object]:
    return {
        "ja": refusal.wording.ja,
        "en": refusal.wording.en,
        "field": getattr(refusal, "field", None),
        "details": [[detail.ja, detail.en] for detail in getattr(refusal, "details", ())],
    }


def _say(replies: IO[bytes], line: str) -> None:
    replies.write(line.encode() + b"\n")
    replies.flush()


class _ImmediateJob:
    is_done = True

    def __init__(self) -> None:
        self.progress = 0
        self._answer: str = ""
        self._failure: Exception | None = None

    def work(self, handler: Handler, request: Json) -> None:
        try:
            self._answer = json.dumps(handler(json.loads(json.dumps(request)), self._note))
        except Exception as failure:  # noqa: BLE001  # kept for whoever asks for the result, as from a process
            self._failure = failure

    def _note(self, done: int) -> None:
        self.progress = done

    def wait(self, seconds: float) -> bool:
        return True

    def result(self) -> Json:
        if self._failure:
            raise self._failure
        answer: Json = json.loads(self._answer)
        return answer

    def kill(self) -> None:
        """Too late to do anything."""
