"""The directory on paper: a booklet, a page for one body, a telephone list; each for one day, in either language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.booklets import Booklet, Chapter, Entry, Part
from clair_desktop.domain.dialling import NO_CODE, dialling
from clair_desktop.domain.directory import Attribute, Body, BodyKind
from clair_desktop.domain.directory_words import KIND_WORDS
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import Cell, FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.plain_blocks import Heading
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.directory_facts import Chosen, Facts, printable
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.writing import not_written

if TYPE_CHECKING:
    from clair_desktop.output.pdf.packs import PrintedPack  # loads the libraries that print

_BOOKLET = Wording("機関名簿", "Directory")
_PHONES = Wording("電話番号一覧", "Telephone list")
_CONTENTS = Wording("目次", "Contents")
_SOURCES = Wording("出典一覧", "Documents")
_AS_OF = Wording("{day}の文書に使う値（{branch}作成）", "Values for letters of {day} (made by {branch})")
_LEFT_OUT = Wording(
    "「○年資料に記載なし」は、その年の資料が値を載せていないことを示します。以前の番号は使いません。",
    "“Not printed in …” means that the document of that year leaves the value out; an older number is not used.",
)
_ONLY_NAMES = Wording(
    "次の機関は、名称のほかに確かめられた値がありません。", "Of these bodies nothing but the name is known."
)
_REST_HEADS = (Wording("名称", "Name"), Wording("団体コード", "Code"))
_PHONE_HEADS = (
    Wording("機関", "Body"), Wording("電話番号", "Telephone"), Wording("日本から", "From Japan"),
    Wording("国外・携帯から", "Abroad, mobile"), Wording("FAX番号", "Fax"),
)  # fmt: skip
_PHONE_WIDTHS = (36, 18, 22, 20, 18)
_NOTHING = "―"
_NO_NUMBERS = Wording(
    "選んだ機関には、その日に使える電話番号がありません。",
    "The bodies chosen have no telephone or fax number on that day.",
)


@dataclass(frozen=True, slots=True)
class DirectoryPaper:
    path: Path
    pages: int
    bodies: int
    warnings: Sequence[Wording]


class DirectoryPapers:
    def __init__(self, desk: Desk, branch: BranchSettings, directory: Directory) -> None:
        self._desk = desk
        self._branch = branch
        self._directory = directory

    def booklet(
        self, out: Path, chosen: Chosen, languages: Sequence[Language] = (Language.JA,), on: date | None = None
    ) -> DirectoryPaper:
        """Every chosen body with its values and sources, by kind, with contents and page numbers."""
        from clair_desktop.output.pdf.booklet import print_booklet

        day, bodies = on or self._desk.clock.today(), chosen.bodies(self._directory)
        parts = [self._part(bodies, Facts(self._desk, self._directory, day, language)) for language in languages]
        made_on = self._desk.clock.today().isoformat()
        profile = self._branch.get()
        booklet = Booklet(_BOOKLET.in_(languages[0]), parts, profile.demonstration, made_on, profile.papers.layout)
        return self._written(out, len(bodies), _BOOKLET, languages, lambda: print_booklet(booklet, out))

    def sheets(
        self, out: Path, chosen: Chosen, languages: Sequence[Language] = (Language.JA,), on: date | None = None
    ) -> DirectoryPaper:
        """A page for each body, counted by itself."""
        day, bodies = on or self._desk.clock.today(), chosen.bodies(self._directory)
        documents = [
            self._sheet(body, Facts(self._desk, self._directory, day, language))
            for body in bodies
            for language in languages
        ]
        return self._pack(out, len(bodies), _BOOKLET, documents, apart=True)

    def phones(
        self, out: Path, chosen: Chosen, languages: Sequence[Language] = (Language.JA,), on: date | None = None
    ) -> DirectoryPaper:
        """Those who have a number on that day, with the number as it is dialled from Japan and from abroad."""
        day, bodies = on or self._desk.clock.today(), chosen.bodies(self._directory)
        held = [body for body in bodies if _has_number(body, day)]
        if not held:
            raise Refusal(_NO_NUMBERS, field="body")
        documents = [
            self._phone_list(held, Facts(self._desk, self._directory, day, language)) for language in languages
        ]
        return self._pack(out, len(held), _PHONES, documents)

    def _part(self, bodies: Sequence[Body], facts: Facts) -> Part:
        language = facts.language
        chapters = [self._chapter(kind, of_kind, facts) for kind in BodyKind if (of_kind := _of(bodies, kind))]
        return Part(
            language=language,
            title=_BOOKLET.in_(language),
            told=[self._as_of(facts), _LEFT_OUT.in_(language)],
            contents=_CONTENTS.in_(language),
            chapters=chapters,
            last_title=_SOURCES.in_(language),
            last=facts.sources.table(language),
        )

    def _chapter(self, kind: BodyKind, bodies: Sequence[Body], facts: Facts) -> Chapter:
        said = [body for body in bodies if body.in_use(facts.on)]
        rest = [[Cell(facts.name(body)), Cell(body.code)] for body in bodies if not body.in_use(facts.on)]
        heads = [head.in_(facts.language) for head in _REST_HEADS]
        return Chapter(
            KIND_WORDS[kind].in_(facts.language),
            [Entry(facts.name(body), facts.told(body), facts.table(body)) for body in said],
            FilledTable(heads, rest, (70, 30)) if rest else None,
            _ONLY_NAMES.in_(facts.language) if rest else "",
        )

    def _sheet(self, body: Body, facts: Facts) -> FilledDocument:
        language, table = facts.language, facts.table(body)
        blocks = (
            f"{facts.told(body)}\u3000{self._as_of(facts)}",
            table,
            Heading(_SOURCES),
            facts.sources.table(language),
        )
        name = facts.name(body)
        return FilledDocument(name, language.value, FilledForm(name, "", "", blocks), internal=False)

    def _phone_list(self, bodies: Sequence[Body], facts: Facts) -> FilledDocument:
        language = facts.language
        blocks: list[Heading | FilledTable | str] = [self._as_of(facts)]
        for kind in BodyKind:
            rows = [_phone_row(body, facts) for body in _of(bodies, kind)]
            if rows:
                heads = [head.in_(language) for head in _PHONE_HEADS]
                blocks += [Heading(KIND_WORDS[kind]), FilledTable(heads, rows, _PHONE_WIDTHS)]
        title = _PHONES.in_(language)
        return FilledDocument(title, language.value, FilledForm(title, "", "", blocks), internal=False)

    def _as_of(self, facts: Facts) -> str:
        profile, language = self._branch.get(), facts.language
        day = profile.papers.dated(printed_date(facts.on, language), language)
        said = _AS_OF.in_(language).format(day=day, branch=profile.name.in_(language))
        return printable(said)

    def _pack(
        self, out: Path, count: int, title: Wording, documents: Sequence[FilledDocument], *, apart: bool = False
    ) -> DirectoryPaper:
        from clair_desktop.output.pdf.packs import print_pack

        language, profile = documents[0].language, self._branch.get()
        made_on = self._desk.clock.today().isoformat()
        pack = FilledPack(
            title.in_(Language(language)), "", language, documents, [], profile.demonstration, made_on, apart=apart,
            layout=profile.papers.layout,
        )  # fmt: skip
        spoken = [Language(one.language) for one in documents]
        return self._written(out, count, title, spoken, lambda: print_pack(pack, out))

    def _written(
        self, out: Path, count: int, name: Wording, languages: Sequence[Language], prints: Callable[[], "PrintedPack"]
    ) -> DirectoryPaper:
        try:
            made = prints()
        except OSError as fault:
            raise not_written(out) from fault
        note_paper(self._desk, name, [out], languages)
        return DirectoryPaper(out, made.pages, count, made.warnings)


def _of(bodies: Sequence[Body], kind: BodyKind) -> list[Body]:
    return [body for body in bodies if body.kind is kind]


def _has_number(body: Body, on: date) -> bool:
    return bool(body.value(Attribute.TEL, on) or body.value(Attribute.FAX, on))


def _phone_row(body: Body, facts: Facts) -> list[Cell]:
    """A dash where there is no number, were it unknown or left out by the latest document."""
    tel = body.value(Attribute.TEL, facts.on)
    how = dialling(tel, body.country) if tel else None
    unknown = NO_CODE.in_(facts.language) if tel else ""
    shown = [tel, how.in_japan if how else unknown, how.abroad if how else "", body.value(Attribute.FAX, facts.on)]
    return [Cell(facts.name(body)), *(Cell(one or _NOTHING) for one in shown)]
