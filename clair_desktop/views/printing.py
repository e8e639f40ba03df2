"""A PDF on paper: handed as it is to the printing system where that takes PDF, else drawn page by page, strip by strip.

CUPS takes the file itself, so letters stay outlines. Windows takes no PDF, and Qt does not give its printer's context
away for pdfium to draw into: there the pages are drawn at the printer's own fineness.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.views.pages import PdfPages
from clair_desktop.views.pdf_pages import POINTS

FINEST = 600  # dots per inch; finer ones only cost memory
_STRIP_DOTS = 4_000_000  # that lie in memory at once
_PATIENCE = 20  # seconds for the printing system to take a file
NO_PRINTER = Wording(
    "プリンターが見つかりません。プリンターを接続するか、「PDFを保存」で保存してから印刷してください。",
    "There is no printer. Connect one, or save the PDF and print it from there.",
)
NOT_TAKEN = Wording(
    "プリンター「{printer}」が印刷を受け付けませんでした。電源・用紙・接続を確かめ、もう一度印刷してください。"
    "急ぐときは「PDFを保存」で保存できます。",
    "The printer “{printer}” did not take the pages. Check power, paper and connection, then print again, or save the PDF.",
)
NO_SUCH_PAGE = Wording(
    "指定したページはありません（全{pages}ページ）。ページの範囲を直してください。",
    "There is no such page; the file has {pages}. Correct the range of pages.",
)
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
# As printer descriptions (PPD) call their trays; one that only the driver names goes the way that draws.
_TRAYS = {
    QPrinter.PaperSource.Upper: "Upper",
    QPrinter.PaperSource.Middle: "Middle",
    QPrinter.PaperSource.Lower: "Lower",
    QPrinter.PaperSource.Manual: "Manual",
    QPrinter.PaperSource.Envelope: "Envelope",
    QPrinter.PaperSource.EnvelopeManual: "EnvelopeManual",
    QPrinter.PaperSource.Tractor: "Tractor",
    QPrinter.PaperSource.LargeCapacity: "LargeCapacity",
    QPrinter.PaperSource.Cassette: "Cassette",
}
_AS_SET_UP = (QPrinter.PaperSource.Auto, QPrinter.PaperSource.FormSource)


def ask_and_print(path: Path, title: str, over: QWidget, page: int = 0, *, monochrome: bool = False) -> bool:
    """Asks for a printer and prints; False where the person went back. A printer that fails is a refusal in words.

    ``page`` is the one that is looked at, counted from 0; ``monochrome`` is what the dialog begins with: the person
    may still ask for colour.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        raise Refusal(NO_PRINTER)
    printer.setDocName(title)
    if monochrome:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog = asking_dialog(printer, _count(path), over)
    if not dialog.exec():
        return False
    print_file(path, printer, page)
    return True


def asking_dialog(printer: QPrinter, pages: int, over: QWidget | None) -> QPrintDialog:
    """The system's own dialog: printer, copies, range of pages, both sides, tray."""
    dialog = QPrintDialog(printer, over)
    options = QAbstractPrintDialog.PrintDialogOption
    for one in (options.PrintPageRange, options.PrintCurrentPage, options.PrintCollateCopies, options.PrintToFile):
        dialog.setOption(one, on=True)
    dialog.setMinMax(1, pages)
    return dialog


def print_file(path: Path, printer: QPrinter, page: int = 0) -> None:
    """The chosen pages, each at its own size and direction, unscaled."""
    if not (printer.printerName() or printer.outputFileName()):
        raise Refusal(NO_PRINTER)
    chosen = chosen_pages(printer, _count(path), page)
    spooler = shutil.which("lp") if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat else None
    with _waiting():
        if spooler and printer.printerName() and _says_its_tray(printer):
            hand_over(spooler, path, printer, chosen)
        else:
            _draw(path, printer, chosen)


def chosen_pages(printer: QPrinter, count: int, page: int = 0) -> list[int]:
    """The pages to print, counted from 0; ``page`` is the current one."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return [page]
    asked = printer.pageRanges()
    if printer.printRange() is not QPrinter.PrintRange.PageRange or asked.isEmpty():
        return list(range(count))
    chosen = [number for number in range(count) if asked.contains(number + 1)]
    if not chosen:
        raise Refusal(NO_SUCH_PAGE.filled(pages=count))
    return chosen


def hand_over(spooler: str, path: Path, printer: QPrinter, chosen: Sequence[int]) -> None:
    """The file as it is, with what the dialog was told."""
    try:
        done = subprocess.run(
            [spooler, *_order(printer, chosen), "--", str(path)], capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise Refusal(NOT_TAKEN.filled(printer=printer.printerName())) from fault
    if done.returncode:
        raise Refusal(NOT_TAKEN.filled(printer=printer.printerName()))


def _order(printer: QPrinter, chosen: Sequence[int]) -> list[str]:
    order = ["-d", printer.printerName(), "-n", str(max(1, printer.copyCount())), "-t", printer.docName()]
    if printer.printRange() is not QPrinter.PrintRange.AllPages:
        order += ["-P", ",".join(str(number + 1) for number in chosen)]
    if printer.copyCount() > 1:
        order += ["-o", f"collate={str(printer.collateCopies()).lower()}"]
    if sides := _SIDES.get(printer.duplex()):
        order += ["-o", f"sides={sides}"]
    if tray := _TRAYS.get(printer.paperSource()):
        order += ["-o", f"InputSlot={tray}"]
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        order += ["-o", "print-color-mode=monochrome"]
    return [*order, "-o", "print-scaling=none"]


def _says_its_tray(printer: QPrinter) -> bool:
    return printer.paperSource() in (*_TRAYS, *_AS_SET_UP)


def _draw(path: Path, printer: QPrinter, chosen: Sequence[int]) -> None:
    """Copies are the printer's own work where it can; else the pages are drawn again."""
    again = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    pages, painter = PdfPages(path), QPainter()
    try:
        for number in _ordered(chosen, again, collated=printer.collateCopies()):
            turn_to(printer, pages.sizes[number])
            ready = printer.newPage() if painter.isActive() else painter.begin(printer)
            if not ready:
                raise Refusal(NOT_TAKEN.filled(printer=printer.printerName() or printer.outputFileName()))
            _draw_page(painter, printer, pages, number)
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def _ordered(chosen: Sequence[int], copies: int, *, collated: bool) -> list[int]:
    return [*chosen] * copies if collated else [number for number in chosen for _copy in range(copies)]


def _draw_page(painter: QPainter, printer: QPrinter, pages: PdfPages, number: int) -> None:
    resolution = printer.resolution()
    fine = min(FINEST, resolution)
    share = resolution / fine
    rows = max(1, int(_STRIP_DOTS / (pages.sizes[number].width() * fine / POINTS)))
    for first, strip in pages.strips(number, fine, rows):
        gray = printer.colorMode() is QPrinter.ColorMode.GrayScale
        shown = strip.convertToFormat(strip.Format.Format_Grayscale8) if gray else strip
        painter.drawImage(QRectF(0, first * share, strip.width() * share, strip.height() * share), shown)


def turn_to(printer: QPrinter, size: QSizeF) -> None:
    """Paper of the page's own size, or the nearest that has a name, on its long or its short edge."""
    across = size.width() > size.height()
    upright = size.transposed() if across else size
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)


def _count(path: Path) -> int:
    pages = PdfPages(path)
    pages.close()
    return len(pages)


@contextmanager
def _waiting() -> Iterator[None]:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
