"""Several boxes about one thing at a time: what was typed for it stays with it, whatever is shown in between."""

from collections.abc import Hashable, Mapping
from typing import Protocol


class TextBox(Protocol):
    def text(self) -> str: ...

    def put(self, text: str) -> None: ...

    def complain(self, text: str) -> None: ...


class TypedTexts:
    """Tells what was typed from what was only shown, and remembers the former by the thing it is about."""

    def __init__(self, boxes: Mapping[str, TextBox]) -> None:
        self._boxes = boxes
        self._place: Hashable = None
        self._shown: Mapping[str, str] = dict.fromkeys(boxes, "")
        self._kept: dict[Hashable, dict[str, str]] = {}

    def changed(self) -> dict[str, str]:
        """What was typed otherwise than it was shown, by question."""
        return {key: box.text() for key, box in self._boxes.items() if box.text() != self._shown[key]}

    def show(self, place: Hashable, texts: Mapping[str, str]) -> None:
        """What stands now of a thing, and over it what was typed of it before."""
        typed = self.changed()
        if place != self._place:
            if typed:
                self._kept[self._place] = typed
            typed = self._kept.pop(place, {})
            self.quiet()
        self._place = place
        self._shown = {key: texts.get(key, "") for key in self._boxes}
        for key, box in self._boxes.items():
            box.put(typed.get(key, self._shown[key]))

    def take(self) -> Mapping[str, str]:
        """What is in the boxes is on its way and counts as shown; gives what was, for ``restore`` if it is refused."""
        before = self._shown
        self._shown = {key: box.text() for key, box in self._boxes.items()}
        return before

    def restore(self, before: Mapping[str, str]) -> None:
        """It was refused: it is still only typed."""
        self._shown = before

    def quiet(self) -> None:
        for box in self._boxes.values():
            box.complain("")

    def waiting(self) -> bool:
        """Whether anything typed is not taken yet."""
        return bool(self._kept) or bool(self.changed())
