"""Pictures of headquarters' own blanks: a self-made form in their manner, imported and mapped in the demonstration."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.blanks import Match, Shape
from clair_desktop.presenters.blank_mapping import BlankMapping
from clair_desktop.services.office import Office
from clair_desktop.views.blank_mapping import BlankMappingDialog
from clair_desktop.views.forms import FormsPage
from tests.official_blanks import paper, workbook

GRANT, YEAR = "economic_grant", 2025
NOTICE = "（見本）令和7年度募集通知"
MAPPED = [
    Match("様式第1号!B5", "applicant"),
    Match("様式第1号!B6", "title"),
    Match("申請額", "requested"),
    Match("様式第1号!B8", "starts"),
    Match("様式第1号!B9", "ends", Shape.ERA_YEAR),
    Match("様式第1号!D9", "ends", Shape.MONTH),
    Match("様式第1号!B13", "cost_breakdown.1.cost_item"),
    Match("様式第1号!C13", "cost_breakdown.1.amount"),
]


def panel(desktop: Desktop) -> QWidget:
    """Two blanks of the year, one of them mapped, and its successor as a proposal."""
    assert desktop.office is not None
    _import(desktop.office)
    shown = desktop.window.go("forms")
    assert isinstance(shown, FormsPage)
    shown.tabs.setCurrentIndex(2)
    return desktop.window


def mapping(desktop: Desktop) -> QWidget:
    """The mapping window with a case's values in the places."""
    assert desktop.office is not None
    blank = desktop.office.blanks.get(GRANT, YEAR, "様式第1号 交付申請書")
    shown = BlankMapping(desktop.office, blank, desktop.shell, desktop.language)
    dialog = BlankMappingDialog(desktop.window, shown)
    dialog.resize(1280, 680)
    dialog.show()
    shown.choose("様式第1号!B9")
    return dialog


def _import(office: Office) -> None:
    with tempfile.TemporaryDirectory(prefix="clair-blanks-") as folder:
        book, text = Path(folder) / "様式第1号.xlsx", Path(folder) / "様式第2号.docx"
        book.write_bytes(workbook())
        text.write_bytes(paper())
        name = "様式第1号 交付申請書"
        office.blanks.map(office.blanks.add(GRANT, YEAR, book, name=name, source=NOTICE), MAPPED)
        office.blanks.add(GRANT, YEAR, text, name="様式第2号", source=NOTICE)
        office.blanks.add(GRANT, YEAR + 1, book, name=name, source=NOTICE.replace("7", "8"))
