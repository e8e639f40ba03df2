"""クレアについて: looked up while on the telephone, each sentence with its source."""

from collections.abc import Sequence
from typing import Protocol

from clair_desktop.domain.place_names import plain
from clair_desktop.services.about import AboutLine, about_clair

__all__ = ["AboutLine", "AboutPresenter", "AboutView"]


class AboutView(Protocol):
    def show_about(self, lines: Sequence[AboutLine], whole: int) -> None: ...


class AboutPresenter:
    def __init__(self, view: AboutView) -> None:
        self._view = view
        self._typed = ""

    def start(self) -> None:
        self.search(self._typed)

    def search(self, text: str) -> None:
        """The sentences that hold every word typed, in either language or in the title of their source."""
        self._typed = text
        words = [plain(word) for word in text.split()]
        found = [one for one in about_clair() if all(word in _text(one) for word in words)]
        self._view.show_about(found, len(found))


def _text(one: AboutLine) -> str:
    told = (one.section, one.sentence, one.source.title)
    return plain(" ".join(part for words in told for part in (words.ja, words.en)))
