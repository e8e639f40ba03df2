"""A pack of a case as it is asked for, and what is offered for the asking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clair_desktop.domain.making_up import AS_EVER, MakeUp
from clair_desktop.domain.pack_languages import PackLanguages, PaperLanguage, choices
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.wording import Wording
from clair_desktop.services.case_packs import pack_of

SPOKEN: Sequence[tuple[str, Wording]] = (
    ("ja", Wording("日本語", "Japanese")),
    ("en", Wording("英語", "English")),
    ("both", Wording("日英", "Both")),
)


@dataclass(frozen=True, slots=True)
class PackWish:
    """A pack as it was asked for; number and day as typed, empty for those of the step that sent it, or today.

    ``row`` picks one receiver of a pack that is made row by row; None leaves it to their state.
    """

    pack: str
    spoken: str = "ja"
    document_number: str = ""
    on: str = ""
    newest: bool = False  # with the directory's values of now, where the pack was printed with others
    row: int | None = None
    made_up: MakeUp = AS_EVER
    own: Mapping[str, PaperLanguage] = field(default_factory=dict)  # papers in a language other than ``spoken``

    @property
    def languages(self) -> PackLanguages:
        return PackLanguages(PaperLanguage(self.spoken), self.own)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of the pack, and what it can be made in."""

    key: str
    name: Wording
    choices: Sequence[PaperLanguage]


@dataclass(frozen=True, slots=True)
class ShownPacks:
    """The packs of a case, which is wanted and of which papers, and the receivers of one that is made row by row."""

    packs: Sequence[tuple[str, Wording]]
    wish: PackWish
    today: date
    rows: Sequence[tuple[int, Wording]] = ()
    papers: Sequence[PaperLine] = ()


def papers_of(edition: Edition, pack: str) -> list[PaperLine]:
    """The papers of a pack, and the languages each can be made in."""
    return [PaperLine(one.key, one.name, choices(one)) for one in pack_of(edition, pack).documents]
