"""WeasyPrint: HTML and CSS set by Pango."""

from collections.abc import Sequence
from pathlib import Path

from weasyprint import HTML

from bench.beside.content import Form
from bench.beside.html import page_of


def make(forms: Sequence[Form], path: Path) -> None:
    HTML(string=page_of(forms, faces=True)).write_pdf(path)
