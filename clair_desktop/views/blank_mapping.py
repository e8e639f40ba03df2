"""The mapping window: the blank drawn at the left, its places at the right, and what goes into the chosen one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QSplitter, QTabWidget, QWidget

from clair_desktop.domain.blanks import SHAPE_WORDS, BlankKind, Shape
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.blank_mapping import BlankMapping, MappingState, PlaceLine
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.blank_grid import BlankGrid
from clair_desktop.views.elements import button, column, keyed, label, row
from clair_desktop.views.line_table import LineColumn, LineTable

_MARGINS = (16, 12, 16, 12)
_FRAME = 48  # pixels that the title bar takes of the screen's height


class BlankMappingDialog(QDialog):
    """Implements ``presenters.blank_mapping.BlankMappingView``."""

    def __init__(self, over: QWidget, mapping: BlankMapping) -> None:
        super().__init__(over)
        self._mapping, self._language = mapping, mapping.language
        self._showing = False
        _ = words(self._language)
        self.setWindowTitle(_("Map the places of “%(name)s”") % {"name": mapping.blank.name})
        self.grids = [
            BlankGrid(one, mapping.layout.by_key, self._language, mapping.choose) for one in mapping.layout.sheets
        ]
        self.sheets = QTabWidget()
        for grid in self.grids:
            name = self._sheet_name(grid.sheet.name)
            grid.setAccessibleName(name)
            self.sheets.addTab(grid, name.replace("&", "&&"))
        self.places = LineTable[PlaceLine]("list")
        self.places.setAccessibleName(_("Places of the blank"))
        self.places.line_chosen.connect(self._choose_line)
        self._make_editor()
        self._make_acts()
        self._lay_out()
        mapping.bind(self)
        mapping.start()

    def ask(self) -> None:
        self.exec()

    # BlankMappingView

    def show_mapping(self, state: MappingState) -> None:
        labels = {one.place.key: one.label.in_(self._language) for one in state.lines if one.label}
        for grid in self.grids:
            grid.show_mapping(state.matches, state.shown, labels)
        self._showing = True
        chosen = self.places.chosen()
        self.places.show_lines(self._columns(), state.lines, stretch=2)
        if chosen is not None:
            self._go_to(chosen.place.key)
        self._showing = False
        said = "\n".join(one.in_(self._language) for one in state.doubts)
        self.doubts.setText(said)
        self.doubts.setVisible(bool(said))

    def show_place(self, line: PlaceLine) -> None:
        _ = words(self._language)
        place = line.place
        notes = [place.trouble.in_(self._language) if place.trouble else ""]
        notes += [_("Holds now: %(text)s") % {"text": place.holds[:60]}] if place.holds else []
        notes += [_("Only: %(list)s") % {"list": "、".join(place.choices[:8])}] if place.choices else []
        notes += [_("At most %(n)d characters") % {"n": place.longest}] if place.longest else []
        self.place.setText(place.key if place.label in ("", place.key) else f"{place.key}　{place.label}")
        self.note.setText("　".join(one for one in notes if one))
        self._fill_editor(line)
        self._go_to(place.key)
        for number, grid in enumerate(self.grids):
            if grid.choose(place.key):
                self.sheets.setCurrentIndex(number)

    def show_complaint(self, wording: Wording | None) -> None:
        self.complaint.setText(wording.in_(self._language) if wording else "")
        self.complaint.setVisible(wording is not None)

    def finish(self) -> None:
        self.accept()

    def reject(self) -> None:
        if self._mapping.may_leave():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _make_editor(self) -> None:
        _ = words(self._language)
        self.place, self.note = label(bold=True, wraps=True), label(name="sub", wraps=True)
        self.complaint, self.doubts = label(name="error", wraps=True), label(name="error", wraps=True)
        self.complaint.hide()
        self.value = QComboBox()
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.value.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        offer(self.value, [("", ""), *((one.label.in_(self._language), one.value) for one in self._mapping.offers)], "")
        completer = QCompleter(self.value.model(), self.value)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.value.setCompleter(completer)
        completer.activated.connect(lambda _text: self._pick())
        self.value.activated.connect(lambda _at: self._pick())
        self.shape = QComboBox()
        self.shape.setMinimumContentsLength(14)
        self.shape.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shape.activated.connect(lambda _at: self._put())
        self._asked = AskedBox(self.value), AskedBox(self.shape), AskedLine(self._put)
        self._asked[0].name(_("What goes there"), "W", _("Type a part of its name to find it"))
        self._asked[1].name(_("How it is written"), "H")
        self._asked[2].name(_("Most characters"), "A")
        self.longest = self._asked[2].line

    def _make_acts(self) -> None:
        _ = words(self._language)
        self.clear = button(keyed(_("Empty the place"), "E"), act=self._mapping.clear)
        self.below = button(keyed(_("Go on with the next row below"), "N"), act=self._mapping.continue_below)
        self.cases = QComboBox()
        self.cases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cases.setAccessibleName(_("Case whose values are shown"))
        offer(self.cases, [(told.in_(self._language), number) for number, told in self._mapping.cases], None)
        self.cases.activated.connect(lambda _at: self._mapping.show_case(str(self.cases.currentData() or "")))
        self.confirm = button(
            keyed(_("Confirm the mapping"), "C"), name="primary", act=lambda: self._mapping.save(confirm=True)
        )
        self.keep = button(keyed(_("Keep as unfinished"), "K"), act=lambda: self._mapping.save(confirm=False))
        self.back = button(_("Go back"), act=self.reject)

    def _lay_out(self) -> None:
        _ = words(self._language)
        written = row(self._asked[1], self._asked[2], gap=theme.GAP)
        written.setStretch(0, 3)
        written.setStretch(1, 2)
        editor = column(
            self.place, self.note, self._asked[0], written, self.complaint,
            row(self.clear, self.below, None), gap=6,
        )  # fmt: skip
        right, edited = QWidget(), QWidget()
        edited.setLayout(editor)
        beside = column(self.doubts, self.places, edited, gap=theme.GAP)
        beside.setStretch(1, 1)
        right.setLayout(beside)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.sheets)
        both.addWidget(right)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setChildrenCollapsible(False)
        foot = row(label(_("Values of:"), name="sub"), self.cases, None, self.back, self.keep, self.confirm)
        foot.setStretch(1, 1)
        whole = column(both, foot, gap=theme.GAP, margins=_MARGINS)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width() - 16), min(760, room.height() - _FRAME))

    def _columns(self) -> list[LineColumn[PlaceLine]]:
        _ = words(self._language)
        first = _("Cell") if self._mapping.layout.kind is BlankKind.WORKBOOK else _("Place")

        def goes(line: PlaceLine) -> str:
            if line.place.trouble is not None:
                return _("cannot be filled")
            return line.label.in_(self._language) if line.label else ""

        return [
            LineColumn(first, lambda line: line.place.key.rpartition("!")[2], lambda line: line.place.key, widest=110),
            LineColumn(_("Label beside it"), lambda line: line.place.label or line.place.name, widest=150),
            LineColumn(_("What goes there"), goes, widest=200),
        ]

    def _fill_editor(self, line: PlaceLine) -> None:
        self._showing = True
        value = line.match.value if line.match else ""
        at = self.value.findData(value)
        if at < 0 and line.label:
            self.value.addItem(line.label.in_(self._language), value)
            at = self.value.count() - 1
        self.value.setCurrentIndex(at)
        self._offer_shapes(value, line.match.shape if line.match else None)
        self.longest.setText(str(line.match.longest) if line.match and line.match.longest else "")
        free = line.place.trouble is None
        for one in (self.value, self.shape, self.longest, self.clear, self.below):
            one.setEnabled(free)
        self._showing = False

    def _offer_shapes(self, value: str, chosen: Shape | None) -> None:
        offer(self.shape, [(SHAPE_WORDS[one].in_(self._language), one) for one in self._mapping.shapes(value)], chosen)

    def _pick(self) -> None:
        """A value was chosen: its usual shape at first."""
        at = self.value.findText(self.value.currentText())
        if at >= 0 and not self._showing:
            self.value.setCurrentIndex(at)
            self._offer_shapes(str(self.value.currentData() or ""), None)
            self._put()

    def _put(self) -> None:
        if not self._showing:
            shape = self.shape.currentData()
            self._mapping.put(str(self.value.currentData() or ""), Shape(shape) if shape else None, self.longest.text())

    def _choose_line(self) -> None:
        chosen = self.places.chosen()
        if chosen is not None and not self._showing:
            self._mapping.choose(chosen.place.key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.places.lines.lines and self.places.chosen() is None:
            self.places.choose(0)
        self.places.setFocus()

    def _sheet_name(self, name: str) -> str:
        """A sheet's own name; the parts of a document have none of their own."""
        _ = words(self._language)
        if self._mapping.layout.kind is BlankKind.WORKBOOK:
            return name
        parts = {"header": _("Page header"), "footer": _("Page footer")}
        return next((told for part, told in parts.items() if name.startswith(part)), _("Body text"))

    def _go_to(self, key: str) -> None:
        """The line of a place, without telling of it."""
        before, self._showing = self._showing, True
        for at, line in enumerate(self.places.lines.lines):
            if line.place.key == key:
                self.places.choose(at)
        self._showing = before
