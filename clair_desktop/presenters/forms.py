"""Every programme's packs and papers: what each holds, what a municipality must tell for it, and how it looks filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.divisions import DIVISIONS
from clair_desktop.domain.documents import Pack
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Edition, EnclosureKind, Programme
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.asked import Asked, asked_by, paper_of
from clair_desktop.presenters.ports import PDF, Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

# The languages a specimen may be printed in.
SPOKEN: Sequence[tuple[Wording, tuple[Language, ...]]] = (
    (Wording("日本語", "Japanese"), (Language.JA,)),
    (Wording("英語", "English"), (Language.EN,)),
    (Wording("日英", "Both"), (Language.JA, Language.EN)),
)
SAVE_AS = Wording("見本をPDFで保存", "Save the specimen as PDF")


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a pack; ``internal`` ones stay at the branch."""

    name: Wording
    kind: Wording
    internal: bool


@dataclass(frozen=True, slots=True)
class PackEntry:
    key: str
    name: Wording
    papers: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """A programme with its packs, the division it goes to and the document that describes it."""

    key: str
    name: Wording
    desk: Wording
    source: Source
    packs: Sequence[PackEntry]


@dataclass(frozen=True, slots=True)
class PackPage:
    """A chosen pack: its papers, the questions it prints, the enclosures of its programme, and its specimen.

    ``specimen`` is None where it could not be made; ``trouble`` then says why.
    """

    programme: ProgrammeEntry
    pack: PackEntry
    year: FiscalYear
    languages: Sequence[Language]
    asked: Sequence[Asked]
    enclosures: Sequence[EnclosureKind]
    specimen: Path | None
    trouble: Wording | None = None


class FormsView(Protocol):
    def show_programmes(self, programmes: Sequence[ProgrammeEntry]) -> None: ...

    def show_pack(self, page: PackPage) -> None: ...


class FormsPresenter:
    """Makes the specimen of what is chosen; saving it writes the same bytes elsewhere."""

    def __init__(self, view: FormsView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._languages: tuple[Language, ...] = (language,)
        this = FiscalYear.containing(office.clock.today()).start_year
        self._entries = {key: _entry(office.edition(key, this)) for key in office.programmes()}
        self._chosen: tuple[str, str] | None = None

    def start(self) -> None:
        self._view.show_programmes(list(self._entries.values()))

    def choose(self, programme: str, pack: str) -> None:
        self._chosen = (programme, pack)
        self._show()

    def choose_languages(self, languages: Sequence[Language]) -> None:
        self._languages = tuple(languages)
        self._show()

    def save(self) -> None:
        """Asks where, and prints the specimen there."""
        if self._chosen is None:
            return
        programme, pack = self._chosen
        target = self._shell.pick_save(SAVE_AS, f"{self._file_name()}.pdf", [PDF])
        if target is None:
            return
        try:
            self._office.documents.specimen(programme, pack, self._languages, target, noted=True)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._shell.say(Wording(f"「{target.name}」を保存しました。", f"Saved {target.name}."))

    def copied(self) -> None:
        self._shell.say(Wording("項目の一覧をコピーしました。", "The list of questions was copied."))

    def _show(self) -> None:
        if self._chosen is not None:
            self._view.show_pack(self._page(*self._chosen))

    def _page(self, key: str, pack_key: str) -> PackPage:
        programme = self._office.programmes()[key]
        year = FiscalYear.containing(self._office.clock.today())
        entry = self._entries[key]
        specimen, trouble = self._specimen(key, pack_key)
        return PackPage(
            programme=entry,
            pack=next(one for one in entry.packs if one.key == pack_key),
            year=year,
            languages=self._languages,
            asked=asked_by(_pack(programme, pack_key), programme.edition(year)),
            enclosures=programme.enclosures,
            specimen=specimen,
            trouble=trouble,
        )

    def _specimen(self, programme: str, pack: str) -> tuple[Path | None, Wording | None]:
        out = self._office.folder / "specimens" / f"{self._file_name()}.pdf"
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._office.documents.specimen(programme, pack, self._languages, out).path, None
        except Refusal as refusal:
            return None, refusal.wording

    def _file_name(self) -> str:
        programme, pack = self._chosen or ("", "")
        return "_".join([programme, pack, *self._languages, "specimen"])


def _entry(edition: Edition) -> ProgrammeEntry:
    programme = edition.programme
    packs = [
        PackEntry(pack.key, pack.name, [Paper(one.name, paper_of(one), one.internal) for one in pack.documents])
        for pack in edition.packs()
        if pack.kept_for is None and pack.documents
    ]
    desk = DIVISIONS.get(programme.desk)
    name = desk.full_name if desk else Wording("", "")
    return ProgrammeEntry(programme.key, programme.name, name, programme.source, packs)


def _pack(programme: Programme, key: str) -> Pack:
    return next(one for one in programme.packs if one.key == key)
