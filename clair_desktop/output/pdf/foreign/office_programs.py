"""Word and Excel turn their own files into PDF, where they are on the PC and LibreOffice is not.

They are driven through PowerShell, which every Windows has: no library is needed. The script opens the file read-only,
with macros, links and questions off, writes the PDF and closes what it opened; it is given up when its time is over.

Written by the documentation of Word's and Excel's object models. It has been tried against a stand-in for PowerShell
only, never yet on a real Windows with Office.
"""

import os
import shutil
from pathlib import Path

PROGRAMS = {
    ".docx": "Word.Application", ".doc": "Word.Application", ".rtf": "Word.Application",
    ".xlsx": "Excel.Application", ".xls": "Excel.Application",
}  # fmt: skip

_USUAL = Path("System32") / "WindowsPowerShell" / "v1.0" / "powershell.exe"
_NOT_HERE = 3
"""The script's answer where the program is not installed."""

# 3: msoAutomationSecurityForceDisable; 17: wdExportFormatPDF; 0: xlTypePDF, wdDoNotSaveChanges.
# A password that no file has keeps Word and Excel from asking for one: a protected file fails instead of waiting.
_BEGINS = """
$ErrorActionPreference = 'Stop'
$source = $env:CLAIR_SOURCE
$target = $env:CLAIR_TARGET
$before = @(Get-Process -Name %(process)s -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
try { $program = New-Object -ComObject %(program)s } catch { exit 3 }
try {
  Get-Process -Name %(process)s | Where-Object { $before -notcontains $_.Id } |
    ForEach-Object { $_.Id } | Set-Content -Encoding ASCII $env:CLAIR_STARTED
  $program.DisplayAlerts = %(alerts)s
  $program.AutomationSecurity = 3
"""
_WORD = """
  $opened = $program.Documents.Open($source, $false, $true, $false, 'clair-none')
  $opened.ExportAsFixedFormat($target, 17)
  $opened.Close(0)
"""
_EXCEL = """
  $program.AskToUpdateLinks = $false
  $opened = $program.Workbooks.Open($source, 0, $true, 5, 'clair-none')
  $opened.ExportAsFixedFormat(0, $target)
  $opened.Close($false)
"""
_ENDS = """
} finally { $program.Quit() }
exit 0
"""


def power_shell() -> Path | None:
    """Windows' own PowerShell, or one that is on the path."""
    found = shutil.which("powershell")
    if found:
        return Path(found)
    root = os.environ.get("SYSTEMROOT", "")
    usual = Path(root) / _USUAL
    return usual if root and usual.exists() else None


def can_open(name: str) -> bool:
    """Whether the file is one of Word's or Excel's, and there is a way to ask them; whether they are here shows then."""
    return Path(name).suffix.lower() in PROGRAMS and power_shell() is not None


def command(suffix: str) -> list[str]:
    """What is run; the file to open and the one to write stand in ``CLAIR_SOURCE`` and ``CLAIR_TARGET``.

    File names never stand in the script, so that none can be taken for a part of it. Windows starts Word and Excel for
    the script, not under it: their process's number is written to the file ``CLAIR_STARTED``, by which to end them.
    """
    program = PROGRAMS[suffix]
    word = program.startswith("Word")
    begins = _BEGINS % {
        "program": program, "process": "WINWORD" if word else "EXCEL", "alerts": "0" if word else "$false"
    }  # fmt: skip
    script = f"{begins}{_WORD if word else _EXCEL}{_ENDS}"
    return [str(power_shell()), "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command", script]


def is_missing(code: int | None) -> bool:
    return code == _NOT_HERE
