"""Jobs: long work in a process of its own, whose answers, refusals and faults all come back."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.support.job_processes import ProcessJobs, own_command
from clair_desktop.support.jobs import (
    DONE,
    FAULT,
    REFUSED,
    UNKNOWN,
    ImmediateJobs,
    JobFault,
    Jobs,
    JobStopped,
    Json,
    Progress,
    Told,
    run,
    serve,
)

CHILD = """
import os, sys, threading
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.support.jobs import serve

def echo(request, progress):
    progress(50)
    print("a library chatters")
    return {"told": request}

def refuse(request, progress):
    raise Refusal(Wording("文書番号がありません。", "No document number."), field="number",
                  details=[Wording("採番してください。", "Give one.")])

def fail(request, progress):
    return {"quotient": 1 // 0}

def vanish(request, progress):
    os._exit(9)

def linger(request, progress):
    progress(1)
    threading.Event().wait()

sys.exit(serve(sys.argv[-1], {f.__name__: f for f in (echo, refuse, fail, vanish, linger)}))
"""


def refuse(told: Told) -> Refusal:
    return Refusal(Wording(told.ja, told.en), field=told.field, details=[Wording(ja, en) for ja, en in told.details])


@pytest.fixture
def processes() -> Iterator[ProcessJobs]:
    jobs = ProcessJobs(refuse, [sys.executable, "-c", CHILD])
    yield jobs
    jobs.close()


def test_the_answer_comes_back_with_every_letter(processes: ProcessJobs) -> None:
    request = {"office": "シンガポール事務所", "name": "髙﨑𠮷", "half": "\ud800", "amount": 1_200_000}
    assert run(processes, "echo", request) == {"told": request}


def test_a_request_larger_than_any_pipe_is_carried(processes: ProcessJobs) -> None:
    request = {"rows": ["富士のほうじ茶"] * 200_000}
    assert run(processes, "echo", request) == {"told": request}


def test_a_refusal_keeps_its_field_and_details_on_the_way(processes: ProcessJobs) -> None:
    with pytest.raises(Refusal) as refused:
        run(processes, "refuse", {})
    assert refused.value.wording == Wording("文書番号がありません。", "No document number.")
    assert refused.value.field == "number"
    assert refused.value.details == (Wording("採番してください。", "Give one."),)


def test_a_fault_comes_back_with_the_place_where_it_arose(processes: ProcessJobs) -> None:
    with pytest.raises(JobFault, match="ZeroDivisionError"):
        run(processes, "fail", {})


def test_a_process_that_vanishes_is_a_fault_and_not_a_wait_for_ever(processes: ProcessJobs) -> None:
    with pytest.raises(JobFault, match="exit code 9"):
        run(processes, "vanish", {})


def test_a_program_that_does_not_even_start_tells_why() -> None:
    jobs = ProcessJobs(refuse, [sys.executable, "-c", "import a_module_that_is_missing"])
    with pytest.raises(JobFault, match="a_module_that_is_missing"):
        run(jobs, "echo", {"rows": ["富士"] * 200_000})


def test_an_unknown_job_is_a_fault(processes: ProcessJobs) -> None:
    with pytest.raises(JobFault, match="no job is called print_money"):
        run(processes, "print_money", {})


def test_a_job_that_lingers_can_be_killed(processes: ProcessJobs) -> None:
    job = processes.start("linger", {})
    while job.progress < 1:
        job.wait(0.01)
    assert not job.is_done
    job.kill()
    assert job.is_done
    with pytest.raises(JobStopped):
        job.result()


def test_closing_the_program_ends_what_still_runs(processes: ProcessJobs) -> None:
    lingering = [processes.start("linger", {}) for _ in range(2)]
    processes.close()
    assert all(job.is_done for job in lingering)


def test_killing_a_finished_job_changes_nothing(processes: ProcessJobs) -> None:
    job = processes.start("echo", {})
    answer = job.result()
    job.kill()
    assert job.result() == answer == {"told": {}}


def stamp(request: Json, progress: Progress) -> Json:
    progress(100)
    if not request["number"]:
        raise Refusal(Wording("文書番号がありません。", "No document number."))
    return {"stamped": f"国際第{request['number']}号"}


def test_an_immediate_job_answers_as_a_process_would() -> None:
    jobs = ImmediateJobs({"stamp": stamp})
    assert run(jobs, "stamp", {"number": 101}) == {"stamped": "国際第101号"}
    assert jobs.asked == ["stamp"]
    with pytest.raises(Refusal):
        run(jobs, "stamp", {"number": None})


def test_an_immediate_job_takes_nothing_that_could_not_travel() -> None:
    with pytest.raises(TypeError):
        run(ImmediateJobs({"stamp": stamp}), "stamp", {"number": Path("office")})


def test_both_ways_are_the_same_port(processes: ProcessJobs) -> None:
    ports: list[Jobs] = [processes, ImmediateJobs({"echo": lambda request, _: {"told": request}})]
    assert [run(port, "echo", {"branch": "宮城県支部"}) for port in ports] == [{"told": {"branch": "宮城県支部"}}] * 2


@pytest.mark.parametrize(
    ("name", "request_text", "code", "last"),
    [
        ("stamp", b'{"number": 7}', DONE, '{"result": {"stamped": "\\u56fd\\u969b\\u7b2c7\\u53f7"}}'),
        ("stamp", b'{"number": 0}', REFUSED, '"en": "No document number."'),
        ("stamp", b"not json", FAULT, "JSONDecodeError"),
        ("other", b"{}", UNKNOWN, "no job is called other"),
    ],
)
def test_the_childs_exit_code_and_last_line_say_how_it_went(
    name: str, request_text: bytes, code: int, last: str
) -> None:
    replies = BytesIO()
    assert serve(name, {"stamp": stamp}, BytesIO(request_text), replies) == code
    assert last in replies.getvalue().decode().splitlines()[-1]


def test_a_windowed_program_without_standard_streams_serves_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    replies = BytesIO()
    assert serve("stamp", {"stamp": stamp}, BytesIO(b'{"number": 7}'), replies) == DONE


def test_an_installed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command() == [sys.executable, "-m", "clair_desktop", "--job"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable, "--job"]
