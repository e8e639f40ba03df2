"""The enclosures of a case: files are dropped on it, chosen or pasted; each says which paper it is."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import CaseSheet
from clair_desktop.presenters.enclosures import EnclosureLine, EnclosuresPresenter
from clair_desktop.presenters.words import file_size
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import (
    Badge,
    button,
    column,
    empty,
    keyed,
    label,
    mark,
    name_tool,
    pane,
    row,
    scrolling,
    tool,
)


class EnclosuresPane(QWidget):
    """Implements ``presenters.enclosures.EnclosuresView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: CaseSheet | None = None
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.kinds: dict[int, QComboBox] = {}
        self._told = label(wraps=True, name="sub")
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button(name="primary", drawing="attach", act=self.choose_files)
        self.paste = button(drawing="paste", act=self.paste_files)
        self._ground = pane(
            column(self._told, row(None, self.choose, self.paste, None), margins=(16, 14, 16, 14)), "card"
        )
        self.missing = label(name="sub", wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.SPACE)
        content = column(self._ground, self.missing, self._lines, None, gap=theme.GAP, margins=(20, 16, 20, 16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(pane(content)))
        self.set_language(language)

    def bind(self, presenter: EnclosuresPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._told.setText(
            _("Drop files here: PDF, pictures (JPEG, PNG, TIFF) and others. PDF and pictures are bound into the pack.")
        )
        self.choose.setText(keyed(_("Choose files"), "F"))
        self.paste.setText(keyed(_("Paste"), "V"))
        self.paste.setToolTip(_("Encloses the files copied in the file window (Ctrl+V)"))
        if self._sheet is not None:
            self.show_enclosures(self._sheet)

    def show_enclosures(self, sheet: CaseSheet) -> None:
        _ = words(self._language)
        self._sheet = sheet
        empty(self._lines)
        self.kinds = {}
        for number, line in enumerate(sheet.enclosures, start=1):
            self._lines.addWidget(self._entry(number, line, sheet))
        there = {line.kind for line in sheet.enclosures}
        wanted = [one for one in sheet.edition.programme.enclosures if one.required and one.key not in there]
        listed = "、".join(one.label.in_(self._language) for one in wanted)
        self.missing.setText(_("Still to be enclosed: %(papers)s") % {"papers": listed} if wanted else "")
        self.missing.setVisible(bool(wanted))

    def ask_looked_at(self, line: EnclosureLine, pages: Path) -> bool:
        from clair_desktop.views.enclosure_pages import EnclosurePages

        return bool(EnclosurePages(self, self._language, line, pages).exec())

    def choose_files(self) -> None:
        self._presenter.choose()

    def paste_files(self) -> None:
        self._presenter.add(_files(QGuiApplication.clipboard().mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_files()
            return
        super().keyPressEvent(event)

    def takes(self, files: Sequence[Path]) -> bool:
        """Whatever is dropped here is enclosed."""
        return bool(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()
            mark(self._ground, "tone", "primary")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        mark(self._ground, "tone", "")

    def dropEvent(self, event: QDropEvent) -> None:
        mark(self._ground, "tone", "")
        event.acceptProposedAction()
        self._presenter.add(_files(event.mimeData()))

    def _entry(self, number: int, line: EnclosureLine, sheet: CaseSheet) -> QWidget:
        _ = words(self._language)
        kind = self.kinds[line.id] = QComboBox()
        kind.setAccessibleName(_("Which paper “%(file)s” is") % {"file": line.name})
        kind.addItem(_("(kind not chosen)"), None)
        for one in sheet.edition.programme.enclosures:
            kind.addItem(one.label.in_(self._language), one.key)
        kind.setCurrentIndex(max(0, kind.findData(line.kind)))
        kind.activated.connect(lambda _row: self._presenter.set_kind(line.id, kind.currentData()))
        kind.setMinimumContentsLength(9)
        kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        kind.setMaximumWidth(236)
        look = tool("search", partial(self._presenter.look, line))
        name_tool(look, _("Look at the pages of “%(file)s”") % {"file": line.name})
        look.setVisible(line.merged)
        save = tool("save", partial(self._presenter.save_as, line))
        name_tool(save, _("Save “%(file)s” as a file") % {"file": line.name})
        remove = tool("close", partial(self._presenter.remove, line.id))
        name_tool(remove, _("Take “%(file)s” out") % {"file": line.name})
        pages = _.ngettext("%(n)d page", "%(n)d pages", line.pages) % {"n": line.pages} if line.pages else ""
        told = label(f"{number}　{line.name}", wraps=True)
        note = label("　".join(filter(None, [file_size(line.size), pages])), size=theme.CAPTION, name="sub")
        said = column(told, row(note, *self._badges(line), None), *self._remarks(line), gap=2)
        return pane(row(said, kind, look, save, remove, margins=(12, 8, 8, 8)), "card")

    def _badges(self, line: EnclosureLine) -> list[Badge]:
        _ = words(self._language)
        badges = [Badge(_("bound in"), "info") if line.merged else Badge(_("sent as a file"), "off")]
        if line.must_be_seen:
            badges.append(Badge(_("to be looked at"), "warning"))
        elif line.condition and line.condition.seen_by:
            badges.append(Badge(_("looked at: %(who)s") % {"who": line.condition.seen_by}, "done"))
        return badges

    def _remarks(self, line: EnclosureLine) -> list[QWidget]:
        """What was found in the file; what must be looked at leads to its pages."""
        _ = words(self._language)
        made: list[QWidget] = []
        for one in line.condition.remarks if line.condition else ():
            said = label(
                one.wording.in_(self._language), size=theme.CAPTION, name="sub" if one.is_quiet else "", wraps=True
            )
            mark(said, "ink", "" if one.is_quiet else "warning")
            made.append(said)
        if line.is_convertible:
            convert = button(_("Make a PDF to bind in"), act=partial(self._presenter.convert, line))
            convert.setAccessibleDescription(line.name)
            made.append(pane(row(convert, None)))
        if line.must_be_seen:
            look = button(_("Look at it and confirm…"), act=partial(self._presenter.look, line))
            look.setAccessibleDescription(line.name)
            made.append(pane(row(look, None)))
        return made


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
