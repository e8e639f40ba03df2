"""Foreign files are read in a process of their own: one that hangs, crashes or takes too much is refused by name."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.pdf.foreign.job import JOB, examine_all
from clair_desktop.services import foreign_files
from clair_desktop.services.foreign_files import ForeignFile, ForeignFiles
from clair_desktop.services.jobs import process_jobs
from clair_desktop.support.job_processes import ProcessJobs
from clair_desktop.support.jobs import ImmediateJobs
from tests.output.pdf.foreign import foreign_pdf, protected

PDF = "application/pdf"
GOOD = ForeignFile.of("要綱.pdf", PDF, foreign_pdf("a", "b"))
BAD = ForeignFile.of("見積書.pdf", PDF, foreign_pdf("c"))


def child(body: str) -> ForeignFiles:
    """An office whose reading process does something else, at the second file."""
    serve = "from clair_desktop.support.jobs import serve"
    code = f"import os, time\n{serve}\ndef work(request, progress):\n    progress(1)\n    {body}\nserve('{JOB}', {{'{JOB}': work}})"
    return ForeignFiles(ProcessJobs(AssertionError, [sys.executable, "-c", code]))


@pytest.fixture
def processes() -> Iterator[ProcessJobs]:
    jobs = process_jobs()
    assert isinstance(jobs, ProcessJobs)
    yield jobs
    jobs.close()


def test_a_file_is_read_in_another_process_and_comes_back_as_pages(processes: ProcessJobs) -> None:
    files = ForeignFiles(processes)
    (bound,) = files.bound([GOOD])
    assert bound.count == 2
    assert len(bound.rooms) == 2
    assert bound.file.read_bytes().startswith(b"%PDF-")


def test_a_refusal_comes_back_from_the_other_process(processes: ProcessJobs) -> None:
    with pytest.raises(Refusal, match="要綱"):
        ForeignFiles(processes).bound([ForeignFile.of("要綱.pdf", PDF, protected(foreign_pdf("a")))])


def test_a_file_that_crashes_its_reader_is_refused_by_name() -> None:
    with pytest.raises(Refusal) as refusal:
        child("os._exit(139)").bound([GOOD, BAD])
    assert "「見積書.pdf」" in refusal.value.wording.ja
    assert "途中で止まりました" in refusal.value.wording.ja


def test_a_file_that_never_ends_is_given_up_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_files, "_SECONDS", 0.2)
    with pytest.raises(Refusal) as refusal:
        child("time.sleep(600)").bound([GOOD, BAD])
    assert "時間がかかりすぎる" in refusal.value.wording.ja


def test_a_file_that_takes_too_much_memory_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("clair_desktop.output.pdf.foreign.examination.examine", greedy)
    with pytest.raises(Refusal) as refusal:
        ForeignFiles(ImmediateJobs({JOB: examine_all})).bound([BAD])
    assert "「見積書.pdf」" in refusal.value.wording.ja
    assert "メモリー" in refusal.value.wording.ja


def test_a_file_is_examined_once_however_often_it_is_bound(tmp_path: Path) -> None:
    jobs = ImmediateJobs({JOB: examine_all})
    files = ForeignFiles(jobs)
    first, again = files.bound([GOOD]), files.bound([GOOD, BAD])
    assert jobs.asked == [JOB, JOB]
    assert again[0] == first[0]
    again[0].file.unlink()
    assert files.bound([GOOD])[0].file.exists()
    assert jobs.asked == [JOB, JOB, JOB]


def test_nothing_of_the_file_itself_stays_beside_its_pages() -> None:
    files = ForeignFiles(ImmediateJobs({JOB: examine_all}))
    (bound,) = files.bound([GOOD])
    assert list(bound.file.parent.iterdir()) == [bound.file]
