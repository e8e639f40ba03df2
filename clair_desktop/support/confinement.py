"""A process that reads files of others takes no more memory than it should need: past the limit it ends, alone."""

import ctypes
import sys

LIMIT = 700 << 20  # bytes of address space, of which Python and its libraries map some 300 MB untouched
_PROCESS_MEMORY, _EXTENDED = 0x100, 9


def confine_memory(limit: int = LIMIT) -> None:
    """Sets the limit for this process; a system that knows none leaves the preflight's own limits to stand."""
    if sys.platform == "win32":
        _confine_windows(limit)
    else:
        _confine_posix(limit)


def _confine_posix(limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (least, hard))


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of the Windows interface, its basic part, counters and four sizes."""

    _fields_ = [
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    ]


def _confine_windows(limit: int) -> None:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # absent from other systems' stubs
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _Limits(flags=_PROCESS_MEMORY, process_memory=limit)
    kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
