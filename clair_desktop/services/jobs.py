"""The program's jobs: what is done in a process of its own, from either side."""

import gc
from collections.abc import Mapping, Sequence

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel import annotated, checking, exporting, foreign
from clair_desktop.output.pdf import comparing
from clair_desktop.output.pdf.foreign import job as examination
from clair_desktop.services import hand_outs, joining_job, recognising_job, simulation_job
from clair_desktop.support.job_processes import ProcessJobs
from clair_desktop.support.jobs import JOB_VERB, Handler, ImmediateJobs, Jobs, Told, serve
from clair_desktop.support.limits import MEMORY, limit_memory

HANDLERS: Mapping[str, Handler] = {
    exporting.JOB: exporting.export,
    simulation_job.JOB: simulation_job.simulate,
    hand_outs.JOB: hand_outs.hand_out,
    recognising_job.JOB: recognising_job.recognise,
    comparing.JOB: comparing.compare,
    examination.JOB: examination.examine_all,
    foreign.JOB: foreign.read,
    annotated.JOB: annotated.annotate,
    checking.JOB: checking.check,
    joining_job.JOB: joining_job.read_all,
}
_OBJECTS = 100_000
_WORKBOOK = 700 << 20  # bytes of address space, of which Python and its libraries map some 300 MB untouched
# What reads files of others gets no more memory than it should need.
_CONFINED: Mapping[str, int] = {
    examination.JOB: MEMORY,
    foreign.JOB: _WORKBOOK,
    annotated.JOB: _WORKBOOK,
    checking.JOB: _WORKBOOK,
    recognising_job.JOB: _WORKBOOK,
    joining_job.JOB: MEMORY,
}


def serve_job(argv: Sequence[str]) -> int:
    """The child's side: ``--job NAME``, request on standard input, answer on standard output."""
    gc.set_threshold(_OBJECTS)  # a job makes millions of rows, lives briefly, and leaves hardly a cycle behind
    place = list(argv).index(JOB_VERB)
    name = argv[place + 1] if len(argv) > place + 1 else ""
    if name in _CONFINED:
        limit_memory(_CONFINED[name])
    return serve(name, HANDLERS)


def process_jobs() -> Jobs:
    """Jobs as processes of our own executable."""
    return ProcessJobs(_refused)


def immediate_jobs() -> Jobs:
    """Jobs done at once, where nobody waits at a window."""
    return ImmediateJobs(HANDLERS)


def _refused(told: Told) -> Exception:
    details = [Wording(ja, en) for ja, en in told.details]
    return Refusal(Wording(told.ja, told.en), field=told.field, details=details)
