"""What the program will not do, said to the person who can mend it."""

from collections.abc import Sequence

from clair_desktop.domain.wording import Wording


class Refusal(Exception):
    """An act refused before anything was changed; ``wording`` says what is wrong and what to do."""

    def __init__(self, wording: Wording, *, field: str | None = None, details: Sequence[Wording] = ()) -> None:
        super().__init__(wording.en)
        self.wording = wording
        self.field = field
        self.details = tuple(details)
