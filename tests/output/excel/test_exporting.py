"""The export as a job: what travels, and that a killed or refused export harms nothing."""

import sys
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel import exporting
from clair_desktop.output.excel.readback import read_register
from clair_desktop.output.excel.transport import workbook_from_json, workbook_to_json
from clair_desktop.support.job_processes import ProcessJobs
from clair_desktop.support.jobs import ImmediateJobs, Told, run
from tests.output.excel.books import FUJI, book, register, titled

CHILD = """
import sys
from clair_desktop.output.excel import exporting
from clair_desktop.support.jobs import serve
sys.exit(serve(sys.argv[-1], {exporting.JOB: exporting.export}))
"""


def refuse(told: Told) -> Refusal:
    return Refusal(Wording(told.ja, told.en), field=told.field)


@pytest.fixture
def processes() -> ProcessJobs:
    return ProcessJobs(refuse, [sys.executable, "-c", CHILD])


def test_what_travels_arrives_as_it_was_sent() -> None:
    sent = book(register(FUJI, (*FUJI[:4], "宮\ud800城\x00", *FUJI[5:])), sample=True)
    arrived = workbook_from_json(workbook_to_json(sent))
    assert (arrived.title, arrived.meta, arrived.sample) == (sent.title, sent.meta, True)
    assert arrived.registers == tuple(sent.registers)


def test_what_no_register_holds_is_not_sent() -> None:
    with pytest.raises(TypeError):
        workbook_to_json(book(register((*FUJI[:5], 2.5, *FUJI[6:]))))


def test_the_process_and_the_program_itself_make_the_same_workbook(tmp_path: Path, processes: ProcessJobs) -> None:
    told: list[int] = []
    answer = run(processes, exporting.JOB, exporting.request(book(), tmp_path / "there.xlsx", Language.JA), told.append)
    here = ImmediateJobs({exporting.JOB: exporting.export})
    run(here, exporting.JOB, exporting.request(book(), tmp_path / "here.xlsx", Language.JA))
    assert (tmp_path / "there.xlsx").read_bytes() == (tmp_path / "here.xlsx").read_bytes()
    assert exporting.result(answer).totals == {"cases": {"requested": 3_300_001, "awarded": 1_000_000}}
    assert len(read_register(tmp_path / "there.xlsx", "cases")) == 2
    assert set(told) <= set(range(101))


def test_a_refusal_comes_back_from_the_other_process_in_both_languages(tmp_path: Path, processes: ProcessJobs) -> None:
    asked = exporting.request(titled("宮\x02城"), tmp_path / "refused.xlsx", Language.JA)
    with pytest.raises(Refusal) as refused:
        run(processes, exporting.JOB, asked)
    assert "（2行目、R8-0001）" in refused.value.wording.ja
    assert "row 2, R8-0001" in refused.value.wording.en
    assert not (tmp_path / "refused.xlsx").exists()


def test_an_export_killed_at_any_time_leaves_the_earlier_file_or_the_new_one(
    tmp_path: Path, processes: ProcessJobs
) -> None:
    target = tmp_path / "killed.xlsx"
    target.write_bytes(b"the earlier one")
    whole = tmp_path / "whole.xlsx"
    asked = titled(*(f"富士市特産品その{number}" for number in range(2_000)))
    run(processes, exporting.JOB, exporting.request(asked, whole, Language.JA))
    for reached in (0, 10, 20, 70, 95):
        job = processes.start(exporting.JOB, exporting.request(asked, target, Language.JA))
        while job.progress < reached and not job.wait(0.001):
            pass
        job.kill()
        assert target.read_bytes() in (b"the earlier one", whole.read_bytes())
