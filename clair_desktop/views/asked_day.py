"""A question for a day outside a case: typed as clerks type days, or taken from the calendar."""

from dataclasses import replace
from datetime import date

from clair_desktop.domain.wording import Language
from clair_desktop.views.asked_box import AskedBox
from clair_desktop.views.boxes import Around, DayBox


class AskedDay(AskedBox):
    """``DayBox`` with a label and a complaint; it keeps no draft."""

    def __init__(self, language: Language, *, width: int = 0) -> None:
        self.line = DayBox(Around(language, date.min, _nothing, _nothing, lambda _text: ()))
        super().__init__(self.line, width=width)

    def speak(self, language: Language, today: date) -> None:
        self.line.around = replace(self.line.around, language=language, today=today)

    def text(self) -> str:
        return self.line.text()

    def put(self, text: str) -> None:
        self.line.put(text)


def _nothing() -> None:
    """Nobody waits for these boxes."""
