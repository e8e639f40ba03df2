"""The program's jobs: what is done in a process of its own, from either side."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.support.job_processes import ProcessJobs
from clair_desktop.support.jobs import JOB_VERB, Handler, ImmediateJobs, Jobs, Told, serve
from clair_desktop.support.limits import MEMORY, limit_memory

_PLACES: Mapping[str, tuple[str, str]] = {
    "annotate_foreign": ("output.excel.annotated", "annotate"),
    "check_workbook": ("output.excel.checking", "check"),
    "compare_papers": ("output.pdf.comparing", "compare"),
    "examine": ("output.pdf.foreign.job", "examine_all"),
    "export": ("output.excel.exporting", "export"),
    "hand_out": ("services.hand_outs", "hand_out"),
    "read_foreign": ("output.excel.foreign", "read"),
    "read_registers": ("services.joining_job", "read_all"),
    "recognise": ("services.recognising_job", "recognise"),
    "simulate": ("services.simulation_job", "simulate"),
}


class _Handlers(Mapping[str, Handler]):
    """Each is loaded when it is asked for: a process that examines one PDF loads no office."""

    def __getitem__(self, name: str) -> Handler:
        module, function = _PLACES[name]
        handler: Handler = getattr(import_module(f"clair_desktop.{module}"), function)
        return handler

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


HANDLERS = _Handlers()
_OBJECTS = 100_000
_WORKBOOK = 700 << 20  # bytes of address space, of which Python and its libraries map some 300 MB untouched
# What reads files of others gets no more memory than it should need.
_CONFINED: Mapping[str, int] = {
    "examine": MEMORY,
    "read_foreign": _WORKBOOK,
    "annotate_foreign": _WORKBOOK,
    "check_workbook": _WORKBOOK,
    "recognise": _WORKBOOK,
    "read_registers": MEMORY,
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
