"""A booklet as data: parts in one language each, chapters of entries, and what the contents list of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clair_desktop.domain.filled_papers import FilledTable, PageLayout
from clair_desktop.domain.wording import Language


@dataclass(frozen=True, slots=True)
class Entry:
    """One body: its name, what tells it from others, and what stands of it."""

    name: str
    told: str
    table: FilledTable


@dataclass(frozen=True, slots=True)
class Chapter:
    """``rest`` are those of whom nothing but the name is known; ``rest_told`` says so above them."""

    title: str
    entries: Sequence[Entry]
    rest: FilledTable | None = None
    rest_told: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The whole in one language; ``told`` are paragraphs under the title, ``last`` the list of documents."""

    language: Language
    title: str
    told: Sequence[str]
    contents: str
    chapters: Sequence[Chapter]
    last_title: str
    last: FilledTable


@dataclass(frozen=True, slots=True)
class Booklet:
    title: str
    parts: Sequence[Part]
    sample: bool
    made_on: str
    layout: PageLayout = field(default_factory=PageLayout)
