"""Files that others made, examined in a process of their own; what was found once is remembered while the office is open."""

import shutil
import tempfile
import time
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from threading import Lock

from clair_desktop.domain.enclosed import Condition, Remark
from clair_desktop.output.pdf.enclosed import Bound
from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.conversion import convert
from clair_desktop.output.pdf.foreign.found import BOUND_TYPES, PDF, Examined
from clair_desktop.output.pdf.foreign.job import JOB, read_examined
from clair_desktop.output.pdf.foreign.refusals import refusal
from clair_desktop.support.jobs import Job, JobFault, Jobs, Json

__all__ = ["BOUND_TYPES", "ForeignFile", "ForeignFiles"]

_SECONDS = 120.0  # for one file, and
_SECONDS_PER_MEGABYTE = 1.0
_LOOK = 0.05


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file to examine: its name as the official knows it, what it is, its bytes and their SHA-256."""

    name: str
    media_type: str
    content: bytes
    sha256: str
    shrunk: bool = False  # pages larger than A4 put upon A4

    @property
    def key(self) -> str:
        return f"{self.sha256}-a4" if self.shrunk else self.sha256

    @classmethod
    def of(cls, name: str, media_type: str, content: bytes) -> "ForeignFile":
        return cls(name, media_type, content, sha256(content).hexdigest())


class ForeignFiles:
    """Examines files, or refuses them by name: damaged, protected, hanging and greedy ones alike."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._folder: Path | None = None
        self._found: dict[str, Examined] = {}
        self._one_at_a_time = Lock()  # the window may look while a file is being examined

    def bound(self, files: Sequence[ForeignFile]) -> list[Bound]:
        """The files as plain pages, in order."""
        with self._one_at_a_time:
            return self._bound(files)

    def converted(self, name: str, content: bytes) -> ForeignFile:
        """A Word or Excel file as PDF, by LibreOffice or by its own program; refused in words where neither is here or manages."""
        with tempfile.TemporaryDirectory(prefix="clair-", ignore_cleanup_errors=True) as folder:
            return ForeignFile.of(f"{Path(name).stem}.pdf", PDF, convert(name, content, Path(folder)))

    def _bound(self, files: Sequence[ForeignFile]) -> list[Bound]:
        new = {one.key: one for one in files if one.key not in self._found or not self._pages(one).exists()}
        if new:
            self._examine(list(new.values()))
        found = [(one, self._found[one.key]) for one in files]
        return [Bound(one.name, self._pages(one), it.condition, it.rooms) for one, it in found]

    def _examine(self, files: Sequence[ForeignFile]) -> None:
        sources = [self._pages(one).with_suffix("") for one in files]
        try:
            for one, source in zip(files, sources, strict=True):
                source.write_bytes(one.content)
            asked: Json = {"files": [self._asked(one, source) for one, source in zip(files, sources, strict=True)]}
            answer = self._answer(self._jobs.start(JOB, asked), files)
        finally:
            for source in sources:
                source.unlink(missing_ok=True)
        for one, found in zip(files, answer["files"], strict=True):
            self._found[one.key] = read_examined(found)

    def _asked(self, one: ForeignFile, source: Path) -> Json:
        return {
            "name": one.name, "media_type": one.media_type, "source": str(source), "target": str(self._pages(one)),
            "shrunk": one.shrunk,
        }  # fmt: skip

    def _answer(self, job: Job, files: Sequence[ForeignFile]) -> Json:
        """Waits, but for no file longer than its size allows."""
        at, until = -1, 0.0
        try:
            while not job.wait(_LOOK):
                if job.progress != at:
                    at = min(job.progress, len(files) - 1)
                    until = time.monotonic() + _allowed(files[at])
                if time.monotonic() > until:
                    raise refusal(refusals.TOO_SLOW, files[at].name)
            return job.result()
        except JobFault as fault:
            name = files[min(job.progress, len(files) - 1)].name
            raise refusal(refusals.STOPPED_READING, name) from fault
        finally:
            job.kill()

    def _pages(self, one: ForeignFile) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="clair-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder / f"{one.key}.pdf"


def as_kept(bound: Bound, kept: Condition | None) -> Bound:
    """The same file with what is known of it beside its bytes: that it was converted, and who has looked at it."""
    if kept is None:
        return bound
    known = [one for one in kept.remarks if one.remark is Remark.CONVERTED]
    return replace(bound, condition=Condition(bound.count, (*known, *bound.condition.remarks), kept.seen_by))


def _allowed(one: ForeignFile) -> float:
    return _SECONDS + _SECONDS_PER_MEGABYTE * len(one.content) / 1024**2
