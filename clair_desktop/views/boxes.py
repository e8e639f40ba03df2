"""Boxes one types into: lines, long texts, days, choices. Every box takes and gives text; domain reads it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
    QWidgetAction,
)

from clair_desktop.domain.eras import date_with_weekday, english_date, read_day
from clair_desktop.domain.fields import Choice, Choices
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import Flow, name_inner_buttons
from clair_desktop.views.icons import icon
from clair_desktop.views.postal_offer import PostalOffer

_TRANSIENT = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


@dataclass(frozen=True, slots=True)
class Around:
    """What a box may say to those around it, and the language it speaks."""

    language: Language
    today: date
    typed: Callable[[], None]  # something was typed
    left: Callable[[], None]  # the person has done with the box
    suggest: Callable[[str], Sequence[str]]  # whom a text may mean


class LineBox(QLineEdit):
    """One line. Enter goes on to the next box, but never while an input method is composing."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.around = around
        self.goes_on = True  # not in a cell, where the table decides
        self._composing = False
        self.textChanged.connect(lambda _text: around.typed())

    def value(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.goes_on and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._composing:
                self.focusNextPrevChild(True)
            return
        super().keyPressEvent(event)
        if not self.goes_on and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it ends here; the table below has its own use for it

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composing = False
        if event.reason() not in _TRANSIENT:
            self.around.left()


class WordsBox(LineBox):
    """A line for words, which offers the addresses of a postal code typed into it."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.postal = PostalOffer(self, around.suggest, taken=around.left)


class AmountBox(LineBox):
    """A line for figures, which stand right."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def put(self, text: str) -> None:
        if text != self.text():
            self.setText(text)


class DayBox(LineBox):
    """A line for a day: ↑ and ↓ go a day on or back, Alt+↓ opens the calendar."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        _ = words(around.language)
        opens = self.addAction(icon("calendar", theme.current().sub), QLineEdit.ActionPosition.TrailingPosition)
        opens.setText(_("Open the calendar (Alt+↓)"))
        opens.setToolTip(opens.text())
        opens.triggered.connect(self.open_calendar)
        name_inner_buttons(self, opens.text())

    def day(self) -> date | None:
        try:
            return read_day(folded(self.text()))
        except Malformed:
            return None

    def put_day(self, day: date) -> None:
        self.put(date_with_weekday(day) if self.around.language is Language.JA else english_date(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            step = timedelta(days=1 if event.key() == Qt.Key.Key_Up else -1)
            day = self.day()
            self.put_day(self.around.today if day is None else day + step)
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        _ = words(self.around.language)
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setAccessibleName(_("Calendar"))
        calendar.setLocale(QLocale(self.around.language.value))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self.day() or self.around.today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        held = QWidgetAction(menu)
        held.setDefaultWidget(calendar)
        menu.addAction(held)

        def choose(day: QDate) -> None:
            menu.close()
            self.put_day(date(day.year(), day.month(), day.day()))
            self.around.left()

        calendar.activated.connect(choose)
        calendar.clicked.connect(choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)


class NameBox(LineBox):
    """A line for the name of a body or a country, which offers whom the typed text may mean."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        completer.activated.connect(lambda _text: around.left())
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if (
            popup.isVisible()
            and popup.currentIndex().isValid()
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.ignore()  # the completer takes the chosen one, and says so
            return
        super().keyPressEvent(event)

    def _offer(self, text: str) -> None:
        self._offered.setStringList(list(self.around.suggest(text)) if text.strip() else [])


class LongBox(QPlainTextEdit):
    """Several lines; Tab goes on to the next box. It grows with its text up to a page's worth."""

    def __init__(self, around: Around, lines: int) -> None:
        super().__init__()
        self.around = around
        self._lines = lines
        self.setTabChangesFocus(True)
        self.postal = PostalOffer(self, around.suggest, taken=around.left)
        self.textChanged.connect(around.typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def value(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _TRANSIENT:
            self.around.left()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = max(self._lines, min(16, int(self.document().size().height())))
        self.setFixedHeight(wanted * line + 18)


class ChoiceBox(QComboBox):
    """One of several. The wheel turns it only while it has the focus, so that scrolling a page changes nothing."""

    def __init__(self, around: Around, field: Choice) -> None:
        super().__init__()
        _ = words(around.language)
        self.addItem(_("(not chosen)"), "")
        for option in field.options:
            self.addItem(option.label.in_(around.language), option.key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._field = field
        self.currentIndexChanged.connect(lambda _row: around.typed())
        self.activated.connect(lambda _row: around.left())

    def value(self) -> str:
        return self.currentText() if self.currentData() else ""

    def put(self, text: str) -> None:
        keys = [o.key for o in self._field.options if text in (o.key, o.label.ja, o.label.en)]
        self.setCurrentIndex(self.findData(keys[0] if keys else ""))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class YesNoBox(QWidget):
    """はい or いいえ; Delete takes the answer back."""

    def __init__(self, around: Around, field: Choice) -> None:
        super().__init__()
        self._around = around
        self._field = field
        self._group = QButtonGroup(self)
        self.buttons = [QRadioButton(option.label.in_(around.language)) for option in field.options]
        line = Flow(theme.MARGIN)
        for one in self.buttons:
            self._group.addButton(one)
            one.toggled.connect(lambda _on: around.typed())
            one.clicked.connect(lambda _on: around.left())
            line.addWidget(one)
        self.setLayout(line)
        self.setFocusProxy(self.buttons[0])

    def value(self) -> str:
        return next((one.text() for one in self.buttons if one.isChecked()), "")

    def put(self, text: str) -> None:
        self._group.setExclusive(False)
        for option, one in zip(self._field.options, self.buttons, strict=True):
            one.setChecked(text in (option.key, option.label.ja, option.label.en))
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.put("")
            self._around.left()
            return
        super().keyPressEvent(event)


class ChoicesBox(QWidget):
    """Any number of options, as check boxes."""

    def __init__(self, around: Around, field: Choices) -> None:
        super().__init__()
        self._field = field
        self.buttons = [QCheckBox(option.label.in_(around.language)) for option in field.options]
        line = Flow(theme.MARGIN)
        for one in self.buttons:
            one.toggled.connect(lambda _on: around.typed())
            one.clicked.connect(lambda _on: around.left())
            line.addWidget(one)
        self.setLayout(line)
        self.setFocusProxy(self.buttons[0])

    def value(self) -> str:
        return "\n".join(one.text() for one in self.buttons if one.isChecked())

    def put(self, text: str) -> None:
        chosen = set(text.split("\n"))
        for option, one in zip(self._field.options, self.buttons, strict=True):
            one.setChecked(bool(chosen & {option.key, option.label.ja, option.label.en}))
