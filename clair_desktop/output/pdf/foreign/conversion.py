"""Word and Excel files become PDF by LibreOffice, else by Word or Excel themselves; where none is here, a PDF is asked for."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf.foreign import office_programs

SECONDS = 180.0
CONVERTIBLE = frozenset({".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".odt", ".ods", ".odp", ".rtf"})
_PLACES = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")

NO_CONVERTER = Wording(
    "「{name}」をPDFにするには LibreOffice か、その形式の Word・Excel が必要ですが、このパソコンにはありません。"
    "それらのあるパソコンで開き、「名前を付けて保存」で種類をPDFにして保存し、そのPDFを添付してください。",
    "LibreOffice, or Word or Excel for their own files, would turn “{name}” into a PDF, but this PC has none. "
    "Open the file on a PC that has one, save it as PDF, and enclose that PDF.",
)
NOT_CONVERTED = Wording(
    "「{name}」をPDFに変換できませんでした。Word・Excelで開き、「名前を付けて保存」で種類をPDFにして保存し、"
    "そのPDFを添付してください。",
    "“{name}” could not be turned into a PDF. Open it in Word or Excel, save it as PDF, and enclose that PDF.",
)


def converter() -> Path | None:
    """LibreOffice's own program, if it is here."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    folders = [os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")]
    places = [Path(folder) / place for folder in folders if folder for place in _PLACES]
    return next((place for place in places if place.exists()), None)


def convert(name: str, content: bytes, folder: Path) -> bytes:
    """The file as a PDF. ``folder`` is a new one; a profile of its own lies there, and nothing of the user's is used."""
    program = converter()
    source = folder / f"enclosed{Path(name).suffix.lower()}"
    if program is not None:
        command = _libre_office(program, source, folder)
    elif office_programs.can_open(name):
        command = office_programs.command(source.suffix)
    else:
        raise Refusal(NO_CONVERTER.filled(name=name))
    source.write_bytes(content)
    made = source.with_suffix(".pdf")
    code = _run(name, command, source, made)
    if program is None and office_programs.is_missing(code):
        raise Refusal(NO_CONVERTER.filled(name=name))
    if not made.exists() or not made.stat().st_size:
        raise Refusal(NOT_CONVERTED.filled(name=name))
    return made.read_bytes()


def _libre_office(program: Path, source: Path, folder: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    return [str(program), f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--convert-to", "pdf", "--outdir", str(folder), str(source)]  # fmt: skip


def _run(name: str, command: Sequence[str], source: Path, made: Path) -> int | None:
    quiet = subprocess.DEVNULL
    window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    started = source.with_suffix(".started")
    told = {"CLAIR_SOURCE": str(source), "CLAIR_TARGET": str(made), "CLAIR_STARTED": str(started)}
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, creationflags=window,
            env={**os.environ, **told},
        )  # fmt: skip
    except OSError as fault:
        raise Refusal(NOT_CONVERTED.filled(name=name)) from fault
    try:
        return process.wait(SECONDS)
    except subprocess.TimeoutExpired as fault:
        _end_started(started)
        raise Refusal(NOT_CONVERTED.filled(name=name)) from fault
    finally:
        _end(process)


def _end_started(started: Path) -> None:
    """The Word or Excel that was started for this conversion alone, by its number."""
    numbers = started.read_text("ascii", "replace").split() if started.exists() else []
    for number in numbers:
        if number.isdecimal() and sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/PID", number], capture_output=True, check=False)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """LibreOffice starts others; none of them outlives the conversion."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
