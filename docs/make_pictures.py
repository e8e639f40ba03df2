"""Pictures of the window and the papers as they are: ``python dev.py pictures`` draws them anew into docs/pictures.

The demonstration office on a fixed day, at 1366×768 less the task bar, so that the same program gives the same pictures.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from clair_desktop.app.desktop import Desktop
from clair_desktop.app.starting import application
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.copying import CopiedCase, CopyingPresenter, YearQuestion
from clair_desktop.presenters.ledger import LedgerPresenter
from clair_desktop.support.resources import resource
from clair_desktop.views.calls import ADDRESSES, ANSWERS, CALLS, LETTERS, CallsPage
from clair_desktop.views.case_entry import DOCUMENTS, ENCLOSURES, ENTRY, HISTORY, PARTS
from clair_desktop.views.copying import CopiedDialog
from clair_desktop.views.directory import DirectoryPage
from clair_desktop.views.enclosure_pages import EnclosurePages
from clair_desktop.views.forms import LEDGER, FormsPage
from clair_desktop.views.rules import RulesPage
from docs import blank_pictures, excel_pictures
from docs.opened import SIZE, TODAY, opened
from docs.paper_pictures import draw
from docs.settings_pictures import settings_days, styled
from docs.windows import few_colours, until

PICTURES = Path(__file__).resolve().parent / "pictures"
NARROW = (910, 486)
RESEARCH, GRANT = "overseas_research", "economic_grant"
Scene = Callable[[Desktop], QWidget]


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    PICTURES.mkdir(exist_ok=True)
    application()
    with tempfile.TemporaryDirectory(prefix="clair-pictures-", ignore_cleanup_errors=True) as folder:
        for language in Language:
            with opened(Path(folder) / language.value, language) as desktop:
                for name, scene in SCENES.items():
                    take(scene(desktop), f"{name}-{language.value}")
    draw(PICTURES / "papers", TODAY)
    return 0


def take(shown: QWidget, name: str) -> None:
    """Lets the window settle, and draws it."""
    loop = QEventLoop()
    QTimer.singleShot(250, loop.quit)
    loop.exec()
    few_colours(shown.grab().toImage()).save(str(PICTURES / f"{name}.png"))
    print(f"docs/pictures/{name}.png")


def case(desktop: Desktop, programme: str, state: str) -> int:
    """A demonstration case of a programme in a state."""
    assert desktop.office is not None
    found = desktop.office.cases.lines(programme=programme, state=state)
    return (found or desktop.office.cases.lines(programme=programme))[0].id


def listed(desktop: Desktop) -> QWidget:
    desktop.cases.put_away()
    return desktop.window


def entered(desktop: Desktop) -> QWidget:
    desktop.open_case(case(desktop, RESEARCH, "requested"))
    desktop.pane().show_tab(ENTRY)
    return desktop.window


def turned_to(tab: int) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        desktop.open_case(case(desktop, RESEARCH, "requested"))
        desktop.pane().show_tab(tab)
        return desktop.window

    return scene


def searched(desktop: Desktop) -> QWidget:
    """Words looked for in a pack, small pages beside it."""
    turned_to(DOCUMENTS)(desktop)
    reader = desktop.pane().documents.reader
    reader.show_small()
    reader.search.ask()
    reader.search.line.setText("海外調査")
    reader.search.go_on()
    until(reader.search.is_done)
    return desktop.window


def compared(desktop: Desktop) -> QWidget:
    """A pack beside the one that a step has sent; only the letter's number is another."""
    turned_to(DOCUMENTS)(desktop)
    documents = desktop.pane().documents
    documents.reader.search.end()
    documents.reader.small.hide()
    documents.number.put("国際第81号")
    documents.make.click()
    documents.compare.trigger()
    until(documents.comparison.isVisible)
    return desktop.window


def costs(desktop: Desktop) -> QWidget:
    desktop.open_case(case(desktop, GRANT, "checking"))
    desktop.pane().show_tab(ENTRY)
    desktop.pane().go_to("cost_breakdown")
    return desktop.window


def judged(desktop: Desktop) -> QWidget:
    """An amount above the cap, and what is said about it; nothing is saved."""
    desktop.open_case(case(desktop, GRANT, "checking"))
    box = desktop.pane().form.frames["requested"].box
    desktop.pane().go_to("requested")
    getattr(box, "selectAll")()  # noqa: B009 - every amount's box is a line
    typed = QInputMethodEvent("", [])
    typed.setCommitString("6,000,000")
    QApplication.sendEvent(box, typed)
    desktop.pane().form.tell()
    desktop.pane().findings.set_open(True)
    return desktop.window


def confirmed(desktop: Desktop) -> QWidget:
    """The line that says what a step will do."""
    assert desktop.office is not None
    number = case(desktop, GRANT, "checking")
    desktop.office.drafts.drop(number)
    desktop.open_case(case(desktop, RESEARCH, "received"))
    pane = desktop.pane()
    pane.findings.set_open(False)
    pane.steps.buttons["sound_out"].click()
    return desktop.window


def narrow(desktop: Desktop) -> QWidget:
    """As at 1366×768 with the screen set to 150 %."""
    desktop.window.resize(*NARROW)
    desktop.open_case(case(desktop, RESEARCH, "requested"))
    desktop.pane().show_tab(PARTS)
    return desktop.window


def page(key: str) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        desktop.window.resize(*SIZE)
        desktop.window.go(key)
        return desktop.window

    return scene


def office_times(desktop: Desktop) -> QWidget:
    """The directory's tab of times, at the office in Beijing."""
    shown = directory(desktop)
    shown.tabs.setCurrentWidget(shown.times)
    shown.times.offices.choose(len(shown.times.offices.lines.lines) - 1)
    return desktop.window


def places(desktop: Desktop) -> QWidget:
    """A city and its wards, found by their name."""
    shown = directory(desktop)
    shown.tabs.setCurrentWidget(shown.places)
    shown.places.search.put("仙台市")
    shown.places.search_now()
    return desktop.window


def areas(desktop: Desktop) -> QWidget:
    shown = directory(desktop)
    shown.tabs.setCurrentWidget(shown.map)
    return desktop.window


def directory(desktop: Desktop) -> DirectoryPage:
    desktop.window.resize(*SIZE)
    shown = desktop.window.go("directory")
    assert isinstance(shown, DirectoryPage)
    return shown


def printed(size: tuple[int, int] = SIZE) -> Scene:
    """The ledger of what was printed, and a file that was verified."""

    def scene(desktop: Desktop) -> QWidget:
        assert desktop.office is not None
        desktop.window.resize(*size)
        shown = desktop.window.go("forms")
        assert isinstance(shown, FormsPage)
        shown.rooms.setCurrentIndex(LEDGER)
        shown.ledger.table.choose(0)
        sent = min((desktop.office.folder / "packs").rglob("*.pdf"))
        LedgerPresenter(shown.ledger, desktop.office, desktop.shell, desktop.language).verify(sent)
        return desktop.window

    return scene


def calls(tab: int, size: tuple[int, int] = SIZE) -> Scene:
    def scene(desktop: Desktop) -> QWidget:
        desktop.window.resize(*size)
        shown = desktop.window.go("calls")
        assert isinstance(shown, CallsPage)
        shown.tabs.setCurrentIndex(tab)
        table = shown.matrix.table
        table.setCurrentIndex(table.lines.index(3, 3 if size == SIZE else 2))
        return desktop.window

    return scene


def ruled(desktop: Desktop) -> QWidget:
    """A programme's rules in two years, one of them in full."""
    page("rules")(desktop)
    shown = desktop.window.pages()["rules"]
    assert isinstance(shown, RulesPage)
    shown.programme.setCurrentIndex(shown.programme.findData(GRANT))
    shown.programme.activated.emit(shown.programme.currentIndex())
    return desktop.window


def worded(desktop: Desktop) -> QWidget:
    """A letter that is being worded, with what is to be said of it."""
    ruled(desktop)
    shown = desktop.window.pages()["rules"]
    assert isinstance(shown, RulesPage)
    shown.tabs.setCurrentWidget(shown.letters)
    shown.letters.table.choose(1)
    shown.letters.entry.boxes["ja"].put("{fiscal_year}{programme}の申請書の提出について（進達）")
    shown.letters.remark()
    shown.letters.look()
    return desktop.window


class CopyingDesk:
    """Answers as a clerk would who copies a case into the next year, and remembers what came of it."""

    def ask_year(self, question: YearQuestion) -> int | None:
        return question.usual.start_year

    def show_copied(self, copied: CopiedCase) -> None:
        self.copied = copied


def copied(desktop: Desktop) -> QWidget:
    """What is different for a case copied into another year."""
    assert desktop.office is not None
    desk, office = CopyingDesk(), desktop.office
    presenter = CopyingPresenter(desk, office, desktop.shell, lambda _id: None, lambda: True)
    presenter.show(office.cases.by_id(office.cases.lines(programme=GRANT, project_year=2025)[0].id))
    presenter.copy()
    dialog = CopiedDialog(desktop.window, desktop.language, desk.copied)
    dialog.show()
    return dialog


def enclosed(desktop: Desktop) -> QWidget:
    """Files as they arrive: one cut short on its way and repaired, a plan of A3, a workbook."""
    assert desktop.office is not None
    office, folder = desktop.office, desktop.office.folder
    quotation = paper("見積書 4月分", "見積書 5月分")
    files = {
        "見積書（見本）.pdf": quotation[:-60], "会場図面（見本）.pdf": paper("会場図面", size=A3), "内訳（見本）.xlsx": b"PK\x03\x04",
    }  # fmt: skip
    for name, content in files.items():
        (folder / name).write_bytes(content)
    case_id = case(desktop, GRANT, "checking")
    office.enclosures.add(office.cases.by_id(case_id).number, [folder / name for name in files])
    for name in files:
        (folder / name).unlink()
    desktop.open_case(case_id)
    desktop.pane().show_tab(ENCLOSURES)
    return desktop.window


def looked_at(desktop: Desktop) -> QWidget:
    """The pages of the one that was repaired."""
    assert desktop.office is not None
    sheet = desktop.office.cases.by_id(case(desktop, GRANT, "checking"))
    line = next(one for one in sheet.enclosures if one.must_be_seen)
    dialog = EnclosurePages(desktop.window, desktop.language, line, desktop.office.enclosures.pages_of(line))
    dialog.show()
    return dialog


def paper(*texts: str, size: tuple[float, float] = A4) -> bytes:
    """A plain PDF from elsewhere."""
    written = BytesIO()
    pdfmetrics.registerFont(TTFont("elsewhere", str(resource("fonts", "BIZUDGothic-Regular.ttf"))))
    canvas = Canvas(written, pagesize=size, invariant=1, initialFontName="elsewhere")
    for text in texts:
        canvas.setFont("elsewhere", 28)
        canvas.drawString(72, size[1] - 120, text)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


SCENES: dict[str, Scene] = {
    "list": listed,
    "cases": entered,
    "parts": turned_to(PARTS),
    "enclosures": turned_to(ENCLOSURES),
    "preview": turned_to(DOCUMENTS),
    "preview-searched": searched,
    "preview-compared": compared,
    "history": turned_to(HISTORY),
    "costs": costs,
    "findings": judged,
    "step": confirmed,
    "narrow": narrow,
    "calendar": page("calendar"),
    "registers": page("registers"),
    "forms": page("forms"),
    "ledger": printed(),
    "ledger-narrow": printed(NARROW),
    "directory": page("directory"),
    "office-times": office_times,
    "places": places,
    "areas": areas,
    "settings": page("settings"),
    "papers": styled(SIZE),
    "papers-narrow": styled(NARROW),
    "settings-days": settings_days(SIZE),
    "rules": ruled,
    "letters": worded,
    "statistics": page("statistics"),
    "calls": calls(CALLS),
    "answers": calls(ANSWERS),
    "reminders": calls(LETTERS),
    "addresses": calls(ADDRESSES),
    "answers-narrow": calls(ANSWERS, NARROW),
    "copied": copied,
    "enclosed": enclosed,
    "enclosure": looked_at,
    "blanks": blank_pictures.panel,
    "blank-mapping": blank_pictures.mapping,
    **excel_pictures.SCENES,
}


if __name__ == "__main__":
    sys.exit(main())
