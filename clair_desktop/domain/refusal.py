"""What the program will not do, said to the person who can mend it."""

from collections.abc import Sequence

from clair_desktop.domain.wording import Wording

LONGEST_CITED = 40


def cited(text: str) -> str:
    """A typed text as a complaint repeats it: one line, and no longer than a reader needs to recognise it."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_CITED else f"{line[:LONGEST_CITED]}…"


class Refusal(Exception):
    """An act refused before anything was changed; ``wording`` says what is wrong and what to do."""

    def __init__(self, wording: Wording, *, field: str | None = None, details: Sequence[Wording] = ()) -> None:
        super().__init__(wording.en)
        self.wording = wording
        self.field = field
        self.details = tuple(details)


class Malformed(ValueError):
    """A typed text that does not read as a value of its field; ``row`` counts from 1 inside a row table."""

    def __init__(self, wording: Wording, *, field: str | None = None, row: int | None = None) -> None:
        super().__init__(wording.en)
        self.wording = wording
        self.field = field
        self.row = row

    def at(self, field: str, row: int | None = None) -> "Malformed":
        """The same complaint, addressed to a field (and row)."""
        return Malformed(self.wording, field=field, row=row)
