"""LibreOffice: the HTML converted by its command; every call is a process of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.beside.content import FONTS, Form
from bench.beside.html import page_of

PROGRAM = shutil.which("soffice")
_FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>"""


def make(forms: Sequence[Form], path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{path.stem}.html"
        source.write_text(page_of(forms, faces=False), encoding="utf-8")
        configuration = Path(folder) / "fonts.conf"
        configuration.write_text(_FONTCONFIG.format(fonts=FONTS), encoding="utf-8")
        profile = Path(tempfile.gettempdir()) / "clair-bench-libreoffice"  # its first start takes seconds more
        order = [
            str(PROGRAM),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--infilter=HTML (StarWriter)",
        ]
        order += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(path.parent), str(source)]
        environment = {**os.environ, "FONTCONFIG_FILE": str(configuration)}
        subprocess.run(order, env=environment, check=True, capture_output=True)
