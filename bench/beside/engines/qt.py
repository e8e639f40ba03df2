"""Qt: a text document printed through QPdfWriter."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from bench.beside.content import GOTHIC, MINCHO, Form
from bench.beside.html import page_of


def make(forms: Sequence[Form], path: Path) -> None:
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication(["bench"]))
        for file in (MINCHO, GOTHIC):
            QFontDatabase.addApplicationFont(str(file))
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(25, 20, 20, 20), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setHtml(page_of(forms, faces=False))
    document.print_(writer)


_kept: list[QGuiApplication] = []
