"""What the tests of the case window stand on: the window's clothes, an input method, a presenter that remembers."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import ShownCase, StepWish
from clair_desktop.services.office import Office
from clair_desktop.views.boxes import Around
from tests.presenters.entries import RememberingEntry
from tests.presenters.stand import TODAY


def compose(box: QWidget, text: str) -> None:
    """What an input method does while it composes: nothing of it is in the box yet."""
    QApplication.sendEvent(box, QInputMethodEvent(text, []))


def commit(box: QWidget, text: str) -> None:
    """The composed text arrives."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(box, event)


class Told:
    """What a box has told those around it."""

    def __init__(self, language: Language = Language.JA, offers: Sequence[str] = ()) -> None:
        self.typed = 0
        self.left = 0
        self.asked: list[str] = []
        self._language = language
        self._offers = offers

    def around(self, *_fields: object) -> Around:
        return Around(self._language, TODAY.date(), self._typed, self._left, self._suggest)

    def _typed(self) -> None:
        self.typed += 1

    def _left(self) -> None:
        self.left += 1

    def _suggest(self, text: str) -> Sequence[str]:
        self.asked.append(text)
        return self._offers


class RememberingTypist:
    """Stands for the entry's presenter."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[object, ...]]] = []
        self.succeeds = True

    def __getattr__(self, verb: str) -> Callable[..., object]:
        def remembered(*given: object) -> object:
            self.calls.append((verb, given))
            return {"suggest": (), "take_step": self.succeeds}.get(verb)

        return remembered

    def heard(self, verb: str) -> list[tuple[object, ...]]:
        return [given for called, given in self.calls if called == verb]

    def wishes(self) -> list[StepWish]:
        return [wish for (wish,) in self.heard("take_step") if isinstance(wish, StepWish)]


def shown_case(office: Office, case_id: int, language: Language) -> ShownCase:
    """A case as its presenter shows it."""
    from clair_desktop.presenters.case_entry import CaseEntryPresenter
    from tests.presenters.stand import RememberingShell

    view = RememberingEntry()
    CaseEntryPresenter(view, office, RememberingShell(), language).show(case_id)
    assert view.shown is not None
    return view.shown
