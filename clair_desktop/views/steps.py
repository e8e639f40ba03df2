"""The next steps of a case or of a part: buttons that say what they will do, and a line that confirms."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.domain.workflow import Transition
from clair_desktop.presenters.case_entry import StepWish
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.boxes import Around, DayBox, LineBox
from clair_desktop.views.elements import Flow, button, column, empty, keyed, label, mark, row

Take = Callable[[StepWish], bool]


class StepBar(QWidget):
    """The steps open now, the main road as buttons, the others behind one button; then the line that confirms."""

    def __init__(self, take: Take, part: str | None = None) -> None:
        super().__init__()
        self._take = take
        self._part = part
        self._language = Language.JA
        self._today = date.min
        self.buttons: dict[str, QPushButton] = {}
        self._flow = Flow()
        self._line = QVBoxLayout()
        layout = column(self._flow, self._line, gap=theme.SPACE)
        self.setLayout(layout)
        self.confirmation: StepConfirmation | None = None

    def show_steps(self, steps: Sequence[Transition], language: Language, today: date) -> None:
        self._language, self._today = language, today
        self.close_confirmation()
        empty(self._flow)
        self.buttons = {}
        for step in (one for one in steps if not one.side):
            self._flow.addWidget(self._button(step))
        others = [one for one in steps if one.side]
        if others:
            self._flow.addWidget(self._others(others))
        self.setVisible(bool(steps))
        self._flow.invalidate()

    def ask(self, step: Transition) -> None:
        """Opens the line that confirms a step."""
        self.close_confirmation()
        self.confirmation = StepConfirmation(
            step, self._language, self._today, self._confirmed, self.close_confirmation
        )
        self._line.addWidget(self.confirmation)
        self.confirmation.begin()

    def close_confirmation(self) -> None:
        self.confirmation = None
        empty(self._line)

    def _confirmed(self, step: Transition, on: str, number: str, note: str) -> None:
        if self._take(StepWish(step.key, self._part, on, number, note)):
            self.close_confirmation()

    def _button(self, step: Transition) -> QPushButton:
        made = button(step.label.in_(self._language), act=lambda: self.ask(step))
        made.setObjectName(f"step:{step.key}")
        made.setToolTip(step.will.in_(self._language))
        made.setAccessibleDescription(step.will.in_(self._language))
        self.buttons[step.key] = made
        return made

    def _others(self, steps: Sequence[Transition]) -> QPushButton:
        _ = words(self._language)
        made = button(_("Other steps"))
        menu = QMenu(made)
        menu.setToolTipsVisible(True)
        for step in steps:
            action = menu.addAction(step.label.in_(self._language))
            action.setToolTip(step.will.in_(self._language))
            action.triggered.connect(lambda _on=False, chosen=step: self.ask(chosen))
        made.setMenu(menu)
        mark(made, "menu", "true")
        self.buttons["…"] = made
        return made


class StepConfirmation(QFrame):
    """What the step will do, on which day, under which document number; Escape goes back."""

    def __init__(
        self,
        step: Transition,
        language: Language,
        today: date,
        confirmed: Callable[[Transition, str, str, str], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        _ = words(language)
        self._back = back
        mark(self, "tone", "primary")
        around = Around(language, today, _nothing, _nothing, lambda _text: ())
        self.day, self.number, self.note = DayBox(around), LineBox(around), LineBox(around)
        self.day.put_day(today)
        self._step = step
        asked: list[tuple[str, LineBox, int]] = [(_("Day"), self.day, 216)]
        if step.numbered:
            asked.append((_("Document number ※ required"), self.number, 190))
        asked.append((_("Note"), self.note, 200))
        boxes = Flow(theme.GAP)
        for name, box, width in asked:
            box.setAccessibleName(name)
            box.setFixedWidth(width)
            held = QWidget()
            held.setLayout(column(label(name, size=theme.CAPTION), box, gap=2))
            boxes.addWidget(held)
        self.do = button(step.label.in_(language), name="primary")
        self.do.clicked.connect(lambda _on: confirmed(step, self.day.text(), self.number.text(), self.note.text()))
        self.do.setAccessibleDescription(step.will.in_(language))
        go_back = button(keyed(_("Go back"), "B"), act=back)
        told = label(step.will.in_(language), wraps=True)
        self.setLayout(column(told, boxes, row(None, go_back, self.do), margins=(12, 10, 12, 10)))

    def begin(self) -> None:
        first = self.number if self._step.numbered else self.do
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.do.click()
            return
        super().keyPressEvent(event)


def _nothing() -> None:
    """The boxes of a confirmation keep no draft."""
