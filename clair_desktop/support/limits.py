"""How much memory a process may take: set by a child upon itself, so that one foreign file cannot take the PC down."""

import ctypes
import os
import sys
from ctypes import POINTER, Structure, byref, c_size_t, c_uint32, c_uint64, c_void_p, sizeof

MEMORY = 2 * 1024**3  # bytes
_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation


def limit_memory(size: int = MEMORY) -> None:
    """Beyond this the process is refused memory; a system that offers no such limit goes without."""
    if sys.platform == "win32":
        _limit_on_windows(size)
    elif os.name == "posix":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


class _Limits(Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of the Windows API."""

    _fields_ = (
        ("PerProcessUserTimeLimit", c_uint64),
        ("PerJobUserTimeLimit", c_uint64),
        ("LimitFlags", c_uint32),
        ("MinimumWorkingSetSize", c_size_t),
        ("MaximumWorkingSetSize", c_size_t),
        ("ActiveProcessLimit", c_uint32),
        ("Affinity", c_size_t),
        ("PriorityClass", c_uint32),
        ("SchedulingClass", c_uint32),
        ("IoInfo", c_uint64 * 6),
        ("ProcessMemoryLimit", c_size_t),
        ("JobMemoryLimit", c_size_t),
        ("PeakProcessMemoryUsed", c_size_t),
        ("PeakJobMemoryUsed", c_size_t),
    )


def _limit_on_windows(size: int) -> None:
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]  # Windows only
    kernel.CreateJobObjectW.restype = c_void_p
    kernel.GetCurrentProcess.restype = c_void_p
    kernel.SetInformationJobObject.argtypes = (c_void_p, c_uint32, POINTER(_Limits), c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (c_void_p, c_void_p)
    limits = _Limits(LimitFlags=_PROCESS_MEMORY, ProcessMemoryLimit=size)
    job = kernel.CreateJobObjectW(None, None)
    if job and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, byref(limits), sizeof(limits)):
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
