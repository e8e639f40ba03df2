"""Word and Excel files become PDF by LibreOffice, where it is installed; elsewhere the official is asked for a PDF."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

SECONDS = 180.0
CONVERTIBLE = frozenset({".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".odt", ".ods", ".odp", ".rtf"})
_PLACES = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")

NO_CONVERTER = Wording(
    "「{name}」をPDFにするには LibreOffice が必要ですが、このパソコンにはありません。"
    "Word・Excelで開き、「名前を付けて保存」で種類をPDFにして保存し、そのPDFを添付してください。",
    "LibreOffice would turn “{name}” into a PDF, but this PC does not have it. "
    "Open the file in Word or Excel, save it as PDF, and enclose that PDF.",
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
    if program is None:
        raise Refusal(NO_CONVERTER.filled(name=name))
    source = folder / f"enclosed{Path(name).suffix.lower()}"
    source.write_bytes(content)
    _run(name, program, source, folder)
    made = source.with_suffix(".pdf")
    if not made.exists() or not made.stat().st_size:
        raise Refusal(NOT_CONVERTED.filled(name=name))
    return made.read_bytes()


def _run(name: str, program: Path, source: Path, folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    command = [str(program), f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
               "--nodefault", "--convert-to", "pdf", "--outdir", str(folder), str(source)]  # fmt: skip
    quiet = subprocess.DEVNULL
    window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, creationflags=window
        )
    except OSError as fault:
        raise Refusal(NOT_CONVERTED.filled(name=name)) from fault
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as fault:
        raise Refusal(NOT_CONVERTED.filled(name=name)) from fault
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """LibreOffice starts others; none of them outlives the conversion."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
