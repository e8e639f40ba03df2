"""市区町村・郵便番号: one line to type in, the local authorities it may mean, and the addresses of a postal code."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.postal import PostalPlace
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.places import PlaceRow, PlacesPresenter, PlacesSheet
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.directory_lists import WAIT, counted
from clair_desktop.views.elements import column, label, name_inner_buttons, pane, row, scrolling
from clair_desktop.views.line_table import LineColumn, LineTable

Line = TypeVar("Line")
_UNDER = "　└ "
_LOWEST = 5 * theme.ROW  # a head and four lines


class PlacesPane(QWidget):
    """Implements ``presenters.places.PlacesView``. Enter goes to what was found, Ctrl+C copies the chosen lines."""

    def __init__(self) -> None:
        super().__init__()
        self._language, self._note = Language.JA, ""
        self.search, self._remark = AskedLine(self._go_to_found), label(name="error", wraps=True)
        self.search.setFixedWidth(680)
        self.search.line.setClearButtonEnabled(True)
        self.rows, self.addresses = _FoundTable[PlaceRow](), _FoundTable[PostalPlace]()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAIT)
        self._waiting.timeout.connect(self._search)
        self.search.line.textChanged.connect(lambda _text: self._waiting.start())
        for found in (self.rows, self.addresses):
            found.table.copied_lines.connect(self._tell_copied)
        self._remark.hide()
        head = column(row(self.search, None), self._remark, gap=4, margins=(16, 12, 16, 12))
        both = column(self.rows, self.addresses, gap=0)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        layout = column(pane(head), scrolling(pane(both)), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def bind(self, presenter: PlacesPresenter) -> None:
        """A new presenter has searched for nothing yet."""
        self._presenter = presenter
        self.search.line.blockSignals(True)
        self.search.line.clear()
        self.search.line.blockSignals(False)
        self._waiting.stop()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._note = _("Name (old or new kanji), reading, romaji or code; of a postal code three digits or more")
        self.search.name(_("Search the municipalities and postal codes"), "F", self._note)
        name_inner_buttons(self.search.line, _("Clear the search"))
        self.rows.name(_("Local authorities"))
        self.addresses.name(_("Addresses of the postal code"))

    # PlacesView

    def show_places(self, sheet: PlacesSheet) -> None:
        spoken = self._language
        self._remark.setText(sheet.remark.in_(spoken) if sheet.remark else "")
        self._remark.setVisible(sheet.remark is not None)
        self.search.box.setAccessibleDescription(self._remark.text() or self._note)
        self.rows.show_found(place_columns(spoken), sheet.rows, sheet.rows_found, sheet.rows_source, spoken)
        self.addresses.show_found(
            address_columns(spoken), sheet.addresses, sheet.addresses_found, sheet.addresses_source, spoken
        )
        self.addresses.setVisible(sheet.by_postal)
        self.rows.setVisible(bool(sheet.rows) or not sheet.by_postal)

    def _search(self) -> None:
        self._presenter.search(self.search.text())

    def search_now(self) -> None:
        """Also where the typing has not rested yet."""
        self._waiting.stop()
        self._search()

    def _go_to_found(self) -> None:
        self.search_now()
        for found in (self.rows, self.addresses):
            if found.table.lines.lines:
                found.table.choose(0)
                found.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _tell_copied(self) -> None:
        self._presenter.copied()


class _FoundTable(QWidget, Generic[Line]):
    """A table with its name and number of lines above, and whose data of which day they are."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._count, self._source = label(bold=True), label(name="sub", wraps=True)
        self.table = LineTable[Line]("list")
        self.table.setMinimumHeight(_LOWEST)
        head = column(self._count, self._source, gap=2, margins=(16, 6, 16, 6))
        layout = column(pane(head), self.table, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def name(self, text: str) -> None:
        self._name = text
        self.table.setAccessibleName(text)

    def show_found(
        self, columns: Sequence[LineColumn[Line]], lines: Sequence[Line], whole: int, source: Wording, spoken: Language
    ) -> None:
        self.table.show_lines(columns, lines)
        self._count.setText(f"{self._name}　{counted(spoken, lines, whole)}")
        self._source.setText(source.in_(spoken))
        self.table.setAccessibleDescription(f"{self._count.text()} {self._source.text()}")

    def told(self) -> str:
        return f"{self._count.text()} {self._source.text()}"


def place_columns(language: Language) -> list[LineColumn[PlaceRow]]:
    _ = words(language)

    def name(one: PlaceRow) -> str:
        return (_UNDER if one.is_ward else "") + one.name.in_(language)

    def designated(one: PlaceRow) -> str:
        return printed_date(one.designated_on, language) if one.designated_on else ""

    return [
        LineColumn(_("Code"), lambda one: one.code),
        LineColumn(_("Local authority"), name, copied=lambda one: one.name.in_(language)),
        LineColumn(_("Reading"), lambda one: one.kana),
        LineColumn(_("Romaji"), lambda one: one.romaji),
        LineColumn(_("Kind"), lambda one: one.kind.in_(language)),
        LineColumn(_("Prefecture"), lambda one: one.prefecture.in_(language)),
        LineColumn(_("County"), lambda one: one.county),
        LineColumn(_("Branch"), lambda one: one.branch.in_(language)),
        LineColumn(_("Designated on"), designated, lambda one: one.designated_on),
    ]


def address_columns(language: Language) -> list[LineColumn[PostalPlace]]:
    _ = words(language)
    return [
        LineColumn(_("Postal code"), lambda one: one.printed_code),
        LineColumn(_("Address"), lambda one: one.address, widest=420),
        LineColumn(_("Reading of the town"), lambda one: one.kana, widest=220),
        LineColumn(_("Receiver of its own"), lambda one: one.office, widest=260),
        LineColumn(_("Code of the body"), lambda one: one.body.code),
        LineColumn(_("Remarks"), lambda one: one.note, widest=300),
    ]
