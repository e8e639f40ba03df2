"""One call in full: every day with its source and how sure it is, and the boxes to enter what has become known."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_lines import QUESTIONS, CallLine, DayLine
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.asked_day import AskedDay
from clair_desktop.views.elements import Badge, Flow, button, column, empty, keyed, label, pane, rule, scrolling
from clair_desktop.views.typed_texts import TypedTexts

if TYPE_CHECKING:
    from collections.abc import Callable

    from clair_desktop.presenters.calls import CallsPresenter

_KEYS = {"opens": "O", "deadline": "H", "hour": "T", "begins": "B", "ends": "E", "notice_on": "N",
         "branch_deadline": "D", "source_title": "R", "locator": "L"}  # fmt: skip
_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)


class CallDaysPane(QWidget):
    """Only what was typed anew goes to the presenter; what is shown of a source is never sent back as an entry."""

    def __init__(self, language: Language, answers: "Callable[[], None]") -> None:
        super().__init__()
        self._language = language
        self._line: CallLine | None = None
        self._name, self._standing = label(size=theme.HEAD, bold=True, wraps=True), Badge()
        self._said = column(gap=theme.SPACE)
        self._explained, self._told = label(name="sub", wraps=True), label(name="sub", wraps=True)
        self.boxes: dict[str, AskedLine | AskedDay] = {
            key: AskedDay(language) if key in ("opens", "deadline", "notice_on", "branch_deadline") else AskedLine()
            for key in _KEYS
        }
        self.typed = TypedTexts(self.boxes)
        self.make, self.save = button(name="primary", act=self._make), button(name="primary", act=self._save)
        self.answers, self.again = button(act=answers), button(act=self._make)
        self.remove = button(name="plain", act=self._remove)
        self._lay_out()

    def bind(self, presenter: "CallsPresenter") -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._explained.setText(
            _("What headquarters' call says needs its source. The branch's own days need none. Empty a box to undo it.")
        )
        self.boxes["source_title"].name(_("Source (title of the document)"), _KEYS["source_title"])
        self.boxes["locator"].name(_("Place in it"), _KEYS["locator"])
        self.save.setText(keyed(_("Save the days"), "S"))
        self.answers.setText(keyed(_("Go to the answers"), "G"))
        self.remove.setText(keyed(_("Remove this call…"), "X"))

    def show_call(self, line: CallLine | None, today: date) -> None:
        """Another call, or the same one read anew; what was typed of each stays with it."""
        self.setEnabled(line is not None)
        if line is None:
            return
        self._line = line
        self._name.setText(line.name.in_(self._language))
        self._standing.put(line.standing.words.in_(self._language), line.standing.tone)
        self._show_days(line)
        for box in self.boxes.values():
            if isinstance(box, AskedDay):
                box.speak(self._language, today)
        for field, label_ in QUESTIONS.items():
            self.boxes[field].name(label_.in_(self._language), _KEYS[field], self._note(line, field))
        self.typed.show(line.key, line.texts)
        self._offer(line)

    def complain(self, field: str, wording: Wording) -> None:
        self.typed.quiet()
        self.boxes.get(field, self.boxes["source_title"]).complain(wording.in_(self._language))

    def told(self) -> list[str]:
        """What is said of the days beside the boxes."""
        return [piece.text() for piece in self._days.findChildren(type(self._told)) if piece.text()]

    def _lay_out(self) -> None:
        self._days = QWidget()
        self._days.setLayout(self._said)
        self._form = QWidget()
        asked = [self.boxes[key] for key in ("opens", "deadline", "hour", "begins", "ends", "source_title", "locator")]
        own = [self.boxes[key] for key in ("notice_on", "branch_deadline")]
        self._form.setLayout(column(rule(), self._explained, *own, rule(), *asked, self._told, gap=theme.SPACE))
        acts, head = Flow(), Flow()
        for piece in (self.save, self.make, self.answers, self.again, self.remove):
            acts.addWidget(piece)
        head.addWidget(self._standing)
        shown = column(self._name, head, self._days, acts, self._form, None, gap=theme.GAP, margins=_MARGINS)
        self.setLayout(column(scrolling(pane(shown)), gap=0))

    def _offer(self, line: CallLine) -> None:
        _ = words(self._language)
        for piece in (self._form, self.save, self.answers, self.again, self.remove):
            piece.setVisible(line.set_up)
        self.make.setVisible(not line.set_up)
        self.make.setText(keyed(_("Set this call up"), "M"))
        self.again.setText(keyed(_("Set up round %(round)d") % {"round": line.key.round + 1}, "M"))

    def _show_days(self, line: CallLine) -> None:
        """Of a call that is set up the deadlines; of one that sources know all that they say; else what to do."""
        _ = words(self._language)
        empty(self._said)
        shown = [one for one in line.days if one.left or not line.set_up or one.field == "deadline"]
        for one in shown:
            self._said.addWidget(self._day(one, sourced=not line.set_up))
        if not shown:
            told = _("No document that was read tells of this call. Set it up, then enter its days with their source.")
            self._said.addWidget(label(told, name="sub", wraps=True))

    def _day(self, one: DayLine, *, sourced: bool) -> QWidget:
        _ = words(self._language)
        badges = Flow()
        badges.addWidget(label(self._day_text(one), bold=True))
        for tag in (one.left, one.sure):
            if tag:
                badges.addWidget(Badge(tag.words.in_(self._language), tag.tone or "off"))
        made = QWidget()
        told = [one.remark.in_(self._language)] if one.remark else []
        told += [self._source(one)] if sourced and one.source else []
        pieces = [label(text, name="sub", wraps=True) for text in told]
        made.setLayout(column(label(one.label.in_(self._language), name="sub"), badges, *pieces, gap=3))
        return made

    def _day_text(self, one: DayLine) -> str:
        _ = words(self._language)
        day = printed_date(one.day, self._language) if one.day else _("not known")
        said = f"（「{one.words}」）" if one.words and self._language is Language.JA else ""
        said = f" (“{one.words}”)" if one.words and not said else said
        return f"{day} {one.hour}".strip() + said

    def _source(self, one: DayLine) -> str:
        _ = words(self._language)
        if one.source is None:
            return ""
        named = f"{one.source.title.in_(self._language)}　{one.source.locator.in_(self._language)}".strip()
        checked = _("%(mark)s, checked on %(day)s") % {
            "mark": one.mark.in_(self._language), "day": printed_date(one.source.checked_on, self._language)
        }  # fmt: skip
        return f"{named}\n{checked}"

    def _note(self, line: CallLine, field: str) -> str:
        """What stands under a label: what the words come to, who says so, what is to be confirmed."""
        _ = words(self._language)
        one = line.day(field)
        if one is None:
            return _("For example 17:00") if field == "hour" else ""
        said = [self._source(one)] if one.source else []
        if one.words:
            said.insert(0, self._day_text(one))
        if one.sure and field in ("begins", "ends") and not one.day:
            said.append(_("In the source's words, like 2月末 or 2月28日"))
        if one.sure:
            said.append(one.sure.words.in_(self._language))
        return "\n".join(said)

    # What the person does

    def _make(self) -> None:
        if self._line is not None:
            self._presenter.make(self._line.key.programme)

    def _save(self) -> None:
        _ = words(self._language)
        texts: Mapping[str, str] = self.typed.changed()
        self.typed.quiet()
        self._told.setText("" if texts else _("Nothing was changed."))
        if self._line is None or not texts:
            return
        before = self.typed.take()
        if not self._presenter.enter(self._line.key, texts):
            self.typed.restore(before)

    def _remove(self) -> None:
        if self._line is not None:
            self._presenter.remove(self._line.key)
