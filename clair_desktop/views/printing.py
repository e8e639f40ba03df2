"""A PDF on paper: handed as it is to the printing system where that takes PDF, else drawn page by page."""

import shutil
import subprocess
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.views.pages import PdfPages

FINEST = 600  # dots per inch; finer ones only cost memory
NO_PRINTER = Wording(
    "プリンターが見つかりません。プリンターを接続するか、「PDFを保存」で保存してから印刷してください。",
    "There is no printer. Connect one, or save the PDF and print it from there.",
)
NOT_TAKEN = Wording(
    "プリンター「{printer}」が印刷を受け付けませんでした。電源・用紙・接続を確かめ、もう一度印刷してください。"
    "急ぐときは「PDFを保存」で保存できます。",
    "The printer “{printer}” did not take the pages. Check power, paper and connection, then print again, or save the PDF.",
)


def ask_and_print(path: Path, title: str, over: QWidget, *, monochrome: bool = False) -> bool:
    """Asks for a printer and prints; False where the person went back. A printer that fails is a refusal in words.

    ``monochrome`` is what the dialog begins with: the person may still ask for colour.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        raise Refusal(NO_PRINTER)
    printer.setDocName(title)
    if monochrome:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog = QPrintDialog(printer, over)
    if not dialog.exec():
        return False
    print_file(path, printer)
    return True


def print_file(path: Path, printer: QPrinter) -> None:
    """Every page at its own size and direction, unscaled."""
    native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
    spooler = shutil.which("lp") if native else None
    if spooler and printer.printerName():
        hand_over(spooler, path, printer)
    else:
        _draw(path, printer)


def hand_over(spooler: str, path: Path, printer: QPrinter) -> None:
    copies = str(max(1, printer.copyCount()))
    grey = ["-o", "print-color-mode=monochrome"] if printer.colorMode() is QPrinter.ColorMode.GrayScale else []
    order = [spooler, "-d", printer.printerName(), "-n", copies, "-t", printer.docName(), *grey, str(path)]
    done = subprocess.run(order, capture_output=True, check=False, timeout=60)
    if done.returncode:
        raise Refusal(NOT_TAKEN.filled(printer=printer.printerName()))


def _draw(path: Path, printer: QPrinter) -> None:
    pages = PdfPages(path)
    painter = QPainter()
    try:
        for number in range(len(pages)):
            _turn_to(printer, pages, number)
            ready = printer.newPage() if painter.isActive() else painter.begin(printer)
            if not ready:
                raise Refusal(NOT_TAKEN.filled(printer=printer.printerName() or printer.outputFileName()))
            resolution = printer.resolution()
            size = pages.sizes[number] * (resolution / 72)
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), pages.draw(number, min(FINEST, resolution)))
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def _turn_to(printer: QPrinter, pages: PdfPages, number: int) -> None:
    size = pages.sizes[number]
    across = size.width() > size.height()
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
