"""Printing a pack: what was chosen in the system's dialog reaches the printer, and one that fails says so in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, QTimer
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.views.pages import PdfPages
from clair_desktop.views.printing import asking_dialog, chosen_pages, hand_over, print_file, turn_to
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import opened_office


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A printed pack of a worked case: A4 pages, one of them across."""
    with opened_office() as office:
        out = tmp_path_factory.mktemp("packs") / "一式.pdf"
        return office.documents.preview(worked(office, GRANT), "application", [Language.JA], out).path


def printer_to(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def asked_pages(printer: QPrinter, said: str) -> QPrinter:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString(said))
    return printer


def test_every_page_reaches_the_printer_at_its_own_size(qtbot: QtBot, pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "紙.pdf"
    print_file(pack, printer_to(out))
    asked, given = PdfPages(pack), PdfPages(out)
    assert len(given) == len(asked)
    for one, other in zip(asked.sizes, given.sizes, strict=True):
        assert (one.width() > one.height()) == (other.width() > other.height())
        assert other.width() == pytest.approx(one.width(), abs=2)
    asked.close()
    given.close()


def test_only_the_pages_that_were_asked_for_are_printed(qtbot: QtBot, pack: Path, tmp_path: Path) -> None:
    printer = asked_pages(printer_to(tmp_path / "紙.pdf"), "2,4-5")
    assert chosen_pages(printer, 7) == [1, 3, 4]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 7, page=2) == [2]
    print_file(pack, printer, page=1)
    given = PdfPages(tmp_path / "紙.pdf")
    assert len(given) == 1
    given.close()


def test_a_page_that_is_not_there_is_refused_before_anything_is_printed(pack: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        print_file(pack, asked_pages(printer_to(tmp_path / "紙.pdf"), "900"))
    assert "指定したページはありません" in refused.value.wording.ja
    assert not (tmp_path / "紙.pdf").exists()


def test_a_page_in_strips_is_the_page(pack: Path) -> None:
    pages = PdfPages(pack)
    whole = pages.draw(0, 300)
    rows = other = 0
    for first, strip in pages.strips(0, 300, 500):
        assert first == rows
        there = whole.copy(0, first, whole.width(), strip.height())
        dots = zip(memoryview(strip.constBits()).cast("I"), memoryview(there.constBits()).cast("I"), strict=True)
        other += sum(one != another for one, another in dots)
        rows += strip.height()
    assert other < whole.width() * whole.height() / 10_000  # a hair here and there is rounded otherwise
    assert rows == whole.height()
    pages.close()


@pytest.mark.parametrize(
    ("size", "named"),
    [((595.3, 841.9), "A4"), ((841.9, 595.3), "A4"), ((841.9, 1190.6), "A3"), ((340, 666), "EnvelopeChou3")],
)
def test_the_paper_is_that_of_the_page(size: tuple[float, float], named: str, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "紙.pdf")
    turn_to(printer, QSizeF(*size))
    paper = printer.pageLayout().pageSize()
    assert paper.id() is QPageSize.PageSizeId[named]
    assert printer.pageLayout().fullRectPoints().width() == pytest.approx(size[0], abs=1)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt says so besides answering that it failed
def test_a_printer_that_fails_gives_words(pack: Path, tmp_path: Path) -> None:
    nowhere = printer_to(tmp_path / "ない" / "紙.pdf")
    with pytest.raises(Refusal, match="did not take the pages"):
        print_file(pack, nowhere)
    assert QApplication.overrideCursor() is None


class NoPrinter(QPrinter):
    """As on a PC without any, where the person named no file either."""

    def printerName(self) -> str:
        return ""

    def outputFileName(self) -> str:
        return ""


def test_where_no_printer_is_there_it_says_so(pack: Path) -> None:
    with pytest.raises(Refusal, match="There is no printer"):
        print_file(pack, NoPrinter())


class BothSides(QPrinter):
    """No printer stands here; one that turns the paper says so."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


def spooler(folder: Path, *, does: str) -> Path:
    made = folder / "lp"
    made.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    made.chmod(0o755)
    return made


def test_the_printing_system_is_told_what_was_chosen(pack: Path, tmp_path: Path) -> None:
    told = tmp_path / "注文.txt"
    printer = asked_pages(BothSides(), "2-3")
    printer.setDocName("R8-0006 application")
    printer.setCopyCount(3)
    printer.setPaperSource(QPrinter.PaperSource.Lower)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    hand_over(str(spooler(tmp_path, does=f'printf "%s\\n" "$@" > "{told}"')), pack, printer, [1, 2])
    order = told.read_text("utf-8").splitlines()
    assert order[order.index("-n") + 1] == "3"
    assert order[order.index("-t") + 1] == "R8-0006 application"
    assert order[order.index("-P") + 1] == "2,3"
    assert {"sides=two-sided-long-edge", "InputSlot=Lower", "print-color-mode=monochrome"} <= set(order)
    assert order[-1] == str(pack)


@pytest.mark.parametrize("does", ["exit 1", None])
def test_a_printing_system_that_refuses_or_is_not_there_gives_words(
    pack: Path, tmp_path: Path, does: str | None
) -> None:
    command = spooler(tmp_path, does=does) if does else tmp_path / "ない"
    with pytest.raises(Refusal, match="did not take the pages"):
        hand_over(str(command), pack, QPrinter(), [0])


def test_the_dialog_offers_ranges_and_the_current_page(qtbot: QtBot, tmp_path: Path) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    printer = printer_to(tmp_path / "紙.pdf")
    dialog = asking_dialog(printer, 7, over)
    options = QAbstractPrintDialog.PrintDialogOption
    assert dialog.testOption(options.PrintPageRange)
    assert dialog.testOption(options.PrintCurrentPage)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 7)
    QTimer.singleShot(0, dialog, dialog.reject)
    assert dialog.exec() == QPrintDialog.DialogCode.Rejected
