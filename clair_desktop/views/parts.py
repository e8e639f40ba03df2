"""The parts of a case, one per overseas office: where each stands, why it is asked, and its own next steps."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import CaseSheet
from clair_desktop.presenters.words import due_tag, state_tag
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import Badge, column, empty, label, pane, row, scrolling
from clair_desktop.views.steps import StepBar, Take


class PartsPane(QWidget):
    """A card for each part."""

    def __init__(self, take: Take) -> None:
        super().__init__()
        self._take = take
        self.bars: dict[str, StepBar] = {}
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(20, theme.MARGIN, 20, theme.MARGIN)
        self._cards.setSpacing(theme.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(pane(self._cards)))

    def show_parts(self, sheet: CaseSheet, language: Language, today: date) -> None:
        _ = words(language)
        empty(self._cards)
        self.bars = {}
        if not sheet.parts:
            self._cards.addWidget(
                label(_("The offices responsible are derived when the request is sent out."), name="sub", wraps=True)
            )
        for part in sheet.parts:
            state = state_tag(part.state)
            badges = [Badge(state.words.in_(language), state.tone)]
            if part.due_on and not part.state.closed:
                due = due_tag(part.due_on, today, sheet.days)
                badges.append(Badge(due.words.in_(language), due.tone or "off"))
            bar = self.bars[part.key] = StepBar(self._take, part.key)
            bar.show_steps(part.next_steps, language, today)
            notes = [part.reason.in_(language), self._answer(part.answered_on, part.note, language)]
            told = [label(note, size=theme.CAPTION, name="sub", wraps=True) for note in notes if note]
            head = row(label(part.name.in_(language), size=theme.HEAD, bold=True), *badges, None)
            card = pane(column(head, *told, bar, margins=(16, 12, 16, 12)), "card")
            card.setAccessibleName(f"{part.name.in_(language)} {state.words.in_(language)}")
            self._cards.addWidget(card)
        self._cards.addStretch(1)

    def _answer(self, on: date | None, note: str, language: Language) -> str:
        _ = words(language)
        day = _("Answered on %(day)s") % {"day": printed_date(on, language)} if on else ""
        return _joined([day, note], language)


def _joined(told: Sequence[str], language: Language) -> str:
    return ("　" if language is Language.JA else ", ").join(filter(None, told))
