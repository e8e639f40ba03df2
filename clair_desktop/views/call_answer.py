"""The chosen bodies and one call: what they answered, the cases that came, and the boxes to record an answer."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.calls import ANSWER_WORDS, CallAnswer
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_lines import CallLine, Cell, day_text
from clair_desktop.presenters.call_matrix import BodyRow
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.asked_day import AskedDay
from clair_desktop.views.elements import Badge, Flow, button, column, empty, keyed, label, pane, rule, scrolling
from clair_desktop.views.typed_texts import TypedTexts

if TYPE_CHECKING:
    from clair_desktop.presenters.calls import CallsPresenter

_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
_KEYS = {CallAnswer.APPLYING: "A", CallAnswer.NOTHING: "N", CallAnswer.OPEN: "U"}


class AnswerPane(QWidget):
    """One press records the answer of all the chosen bodies, as one act."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._line: CallLine | None = None
        self._rows: Sequence[BodyRow] = ()
        self._name, self._call = label(size=theme.HEAD, bold=True, wraps=True), label(name="sub", wraps=True)
        self._badges, self._told = Flow(), label(name="sub", wraps=True)
        self._trouble = label(name="error", wraps=True)
        self._heading = label(bold=True, wraps=True)
        self.day, self.note = AskedDay(language), AskedLine()
        self.typed = TypedTexts({"on": self.day, "note": self.note})
        self.record = {answer: button(act=partial(self._record, answer)) for answer in CallAnswer}
        self.drop, self.ask = button(name="plain", act=self._drop), button(name="primary", act=self._ask)
        self.receive = button(act=self._receive)
        self._cases = column(gap=4)
        self._lay_out()

    def bind(self, presenter: "CallsPresenter") -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.day.name(_("Day of the answer"), "D")
        self.note.name(_("Note"), "O", _("By whom, by what way; may be left empty"))
        for answer, made in self.record.items():
            made.setText(keyed(ANSWER_WORDS[answer].in_(language), _KEYS[answer]))
        self.drop.setText(keyed(_("Take off the list"), "X"))
        self.ask.setText(keyed(_("Put on the list"), "P"))

    def show_cells(self, line: CallLine | None, rows: Sequence[BodyRow], today: date) -> None:
        """The chosen bodies of a call; what was typed for them stays with them."""
        self._line, self._rows = line, rows
        self.setVisible(line is not None and bool(rows))
        if line is None or not rows:
            return
        cells = [one.cell(line.key) for one in rows]
        self.day.speak(self._language, today)
        one = cells[0] if len(cells) == 1 else None
        day = one.answered_on if one and one.said is not CallAnswer.OPEN and one.answered_on else today
        place = (line.key, tuple(sorted(body.key for body in rows)))
        self.typed.show(place, {"on": day_text(day, self._language), "note": one.note if one else ""})
        self._trouble.hide()
        self._tell(line, cells)
        self._offer(line, cells)
        self._show_cases(cells)

    def complain(self, field: str, wording: Wording) -> None:
        box = {"on": self.day, "note": self.note}.get(field)
        if box is not None:
            box.complain(wording.in_(self._language))
            return
        self._trouble.setText(wording.in_(self._language))
        self._trouble.show()

    def texts(self) -> list[str]:
        """What is said of the chosen bodies, for those who look at words only."""
        return [self._name.text(), self._call.text(), self._told.text(), self._trouble.text()]

    def _lay_out(self) -> None:
        acts, others = Flow(6), Flow()
        for piece in self.record.values():
            acts.addWidget(piece)
        for piece in (self.ask, self.receive, self.drop):
            others.addWidget(piece)
        self._form = QWidget()
        self._form.setLayout(column(self._heading, self.day, self.note, acts, gap=theme.SPACE))
        head = column(self._name, self._call, self._badges, self._told, self._trouble, gap=6)
        shown = column(head, rule(), self._form, rule(), self._cases, others, None, gap=theme.GAP, margins=_MARGINS)
        self.setLayout(column(scrolling(pane(shown)), gap=0))

    def _tell(self, line: CallLine, cells: Sequence[Cell]) -> None:
        _ = words(self._language)
        several = _("%(count)d bodies chosen") % {"count": len(cells)}
        named = f"{self._rows[0].name.in_(self._language)}　{self._rows[0].key[0]}".strip()
        self._name.setText(named if len(cells) == 1 else several)
        self._call.setText(line.name.in_(self._language))
        empty(self._badges)
        if len(cells) > 1:
            self._told.setText(", ".join(one.name.in_(self._language) for one in self._rows[:12]))
            return
        for tag in (cells[0].tag, *cells[0].flags):
            self._badges.addWidget(Badge(tag.words.in_(self._language), tag.tone or "off"))
        said = [_("Reading: %(kana)s") % {"kana": self._rows[0].kana}] if self._rows[0].kana else []
        days = ((_("Answered on %(day)s"), cells[0].answered_on), (_("Reminded on %(day)s"), cells[0].reminded_on))
        said += [words_ % {"day": printed_date(day, self._language)} for words_, day in days if day]
        self._told.setText("\n".join(said))

    def _offer(self, line: CallLine, cells: Sequence[Cell]) -> None:
        _ = words(self._language)
        asked = [one for one in cells if one.asked]
        self._form.setVisible(bool(asked))
        self.drop.setVisible(bool(asked))
        self.ask.setVisible(len(asked) < len(cells) and any(any(one.key) for one in self._rows))
        self._heading.setText(_("Record the answer") if len(cells) == 1 else _("Record one answer for all of them"))
        self.receive.setVisible(len(cells) == 1 or line.collects)
        for_all = _("Receive a case with every body's answer")
        self.receive.setText(keyed(for_all if line.collects else _("Receive a case of this body"), "R"))

    def _show_cases(self, cells: Sequence[Cell]) -> None:
        _ = words(self._language)
        empty(self._cases)
        cases = [case for cell in cells for case in cell.cases]
        if not cases:
            self._cases.addWidget(label(_("No case has come in."), name="sub"))
        for case in cases:
            named = _("Open %(number)s") % {"number": case.number}
            opens = button(named, name="link", act=partial(self._presenter.open_case, case.number))
            came = label(printed_date(case.received_on, self._language), name="sub", size=theme.CAPTION)
            line = Flow()
            for piece in (opens, Badge(case.state.words.in_(self._language), case.state.tone), came):
                line.addWidget(piece)
            self._cases.addLayout(line)

    # What the person does

    def _keys(self, *, asked: bool | None = None) -> list[tuple[str, str]]:
        key = self._line.key if self._line else None
        return [one.key for one in self._rows if key and asked in (None, one.cell(key).asked)]

    def _record(self, answer: CallAnswer) -> None:
        if self._line is None:
            return
        self.typed.quiet()
        self._trouble.hide()
        note = self.note.text() if len(self._rows) == 1 or "note" in self.typed.changed() else None
        before = self.typed.take()
        if not self._presenter.record(self._line.key, self._keys(), answer, self.day.text(), note):
            self.typed.restore(before)

    def _drop(self) -> None:
        if self._line is not None:
            self._presenter.drop(self._line.key, self._keys(asked=True))

    def _ask(self) -> None:
        if self._line is not None:
            self._presenter.add(self._line.key, [key for key in self._keys(asked=False) if any(key)])

    def _receive(self) -> None:
        if self._line is not None:
            self._presenter.receive(self._line.key, self._rows[0].key)
