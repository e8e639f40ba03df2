"""Which box asks for which field, and the frame around it: label, hint, box, complaint, findings."""

from collections.abc import Callable, Sequence
from functools import singledispatch

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Rows, Text, Yen, YesNo
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.rows import TypedRow
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.boxes import (
    AmountBox,
    Around,
    ChoiceBox,
    ChoicesBox,
    DayBox,
    LineBox,
    LongBox,
    NameBox,
    WordsBox,
    YesNoBox,
)
from clair_desktop.views.elements import empty, label, mark, row
from clair_desktop.views.rows_table import RowsBox

FieldBox = LineBox | LongBox | ChoiceBox | YesNoBox | ChoicesBox | RowsBox
AroundOf = Callable[[Field], Around]
AroundWithin = Callable[[Field, Field], Around]  # of a field, within the field that it is a column of (or itself)


@singledispatch
def box_for(_field: Field, around: Around, _of: AroundOf) -> FieldBox:
    """The box for a field's type; every programme's fields are asked for by these and no others."""
    return LineBox(around)


@box_for.register
def _(field: Text, around: Around, _of: AroundOf) -> FieldBox:
    return WordsBox(around) if field.lines == 1 else LongBox(around, field.lines)


@box_for.register
def _(_field: Yen, around: Around, _of: AroundOf) -> FieldBox:
    return AmountBox(around)


@box_for.register
def _(_field: Count, around: Around, _of: AroundOf) -> FieldBox:
    return AmountBox(around)


@box_for.register
def _(_field: Day, around: Around, _of: AroundOf) -> FieldBox:
    return DayBox(around)


@box_for.register
def _(field: Choice, around: Around, _of: AroundOf) -> FieldBox:
    return ChoiceBox(around, field)


@box_for.register
def _(field: YesNo, around: Around, _of: AroundOf) -> FieldBox:
    return YesNoBox(around, field)


@box_for.register
def _(field: Choices, around: Around, _of: AroundOf) -> FieldBox:
    return ChoicesBox(around, field)


@box_for.register
def _(_field: Authority, around: Around, _of: AroundOf) -> FieldBox:
    return NameBox(around)


@box_for.register
def _(_field: Country, around: Around, _of: AroundOf) -> FieldBox:
    return NameBox(around)


@box_for.register
def _(field: Rows, _around: Around, of: AroundOf) -> FieldBox:
    return RowsBox(field, of)


def is_short(field: Field) -> bool:
    """Whether two such fields stand side by side where there is room."""
    if isinstance(field, Text):
        return field.lines == 1 and not field.searchable  # what cases are found by are titles and names
    return isinstance(field, Yen | Count | Day | Authority | Country) or type(field) is Choice


class FieldFrame(QWidget):
    """One question with its answer and all that is said about it."""

    def __init__(self, field: Field, language: Language, around: AroundWithin) -> None:
        super().__init__()
        self.field = field
        self._language = language
        self.box = box_for(field, around(field, field), lambda asked: around(asked, field))
        self.box.setObjectName(f"field:{field.key}")
        self.complaint = _message("error")
        self._findings = QVBoxLayout()
        self._findings.setSpacing(2)
        self._complained = ""
        self._found: Sequence[tuple[str, str]] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._head())
        self._hint = label(
            field.hint.in_(language) if field.hint else "\u00a0", size=theme.CAPTION, name="sub", wraps=True
        )
        self._hint.setVisible(field.hint is not None)
        layout.addWidget(self._hint)
        layout.addLayout(self._boxed())
        layout.addWidget(self.complaint)
        layout.addLayout(self._findings)
        layout.addStretch(1)
        self._name()

    def value(self) -> str | list[dict[str, str]]:
        return self.box.value()

    def put(self, text: "str | Sequence[TypedRow]") -> None:
        if isinstance(self.box, RowsBox):
            self.box.put([] if isinstance(text, str) else text)
        else:
            self.box.put(text if isinstance(text, str) else "")

    def complain(self, text: str, row_number: int | None = None) -> None:
        """Shows what is wrong with the text, or nothing; ``row_number`` counts a row table's rows from 1."""
        self._complained = text
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))
        mark(self.box, "invalid", True if text else None)
        if isinstance(self.box, RowsBox):
            self.box.mark_wrong(row_number)
        self._describe()

    def show_findings(self, found: Sequence[tuple[str, str]]) -> None:
        """What the rules say of the answer, as (tone, sentence)."""
        if found == self._found:
            return
        self._found = found
        empty(self._findings)
        for tone, sentence in found:
            line = _message(tone)
            line.setText(sentence)
            line.setVisible(True)
            self._findings.addWidget(line)
        self._describe()

    def found(self) -> list[str]:
        """What the rules are shown to say of the answer."""
        return [sentence for _tone, sentence in self._found]

    def stand_beside(self, other: "FieldFrame | None") -> None:
        """Keeps the box in line with its neighbour's, where only one of them has a hint."""
        hinted = other is not None and other.field.hint is not None
        self._hint.setVisible(self.field.hint is not None or hinted)

    def focus(self) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, closed: bool) -> None:
        if isinstance(self.box, LineBox | LongBox):
            self.box.setReadOnly(closed)
        else:
            self.box.setEnabled(not closed)

    def _head(self) -> QVBoxLayout:
        _ = words(self._language)
        name = label(self.field.label.in_(self._language), wraps=True)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        if not (self.field.required or self.field.required_when):
            head.addWidget(name)
            return head
        needed = _("※ required") if self.field.required_when is None else _("※ required in some cases")
        name.setSizePolicy(name.sizePolicy().Policy.Maximum, name.sizePolicy().Policy.Minimum)
        name.setWordWrap(name.fontMetrics().horizontalAdvance(name.text()) > 440)
        if name.wordWrap():
            name.setSizePolicy(name.sizePolicy().Policy.Expanding, name.sizePolicy().Policy.Minimum)
        head.addLayout(row(name, label(needed, size=theme.CAPTION, name="required"), None))
        return head

    def _boxed(self) -> QHBoxLayout:
        _ = words(self._language)
        return row(self.box, label(_("yen"), name="sub")) if isinstance(self.field, Yen) else row(self.box)

    def _name(self) -> None:
        named = self.field.label.in_(self._language)
        self.box.setAccessibleName(named)
        if isinstance(self.box, RowsBox):
            self.box.grid.setAccessibleName(named)
        if isinstance(self.box, YesNoBox | ChoicesBox):
            for one in self.box.buttons:
                one.setAccessibleName(
                    f"{named}：{one.text()}" if self._language is Language.JA else f"{named}: {one.text()}"
                )
        self._describe()

    def _describe(self) -> None:
        _ = words(self._language)
        required = _("Required") if self.field.required else ""
        hint = self.field.hint.in_(self._language) if self.field.hint else ""
        self.box.setAccessibleDescription(" ".join(filter(None, [required, hint, self._complained, *self.found()])))


def _message(tone: str) -> QLabel:
    made = label(size=theme.CAPTION, wraps=True)
    made.setProperty("ink", tone)
    made.setVisible(False)
    return made
