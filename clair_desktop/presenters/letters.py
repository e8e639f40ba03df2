"""文面・宛名: the letters of a programme as they are worded and addressed in a year, and what the branch enters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.document_parts import FORM_NUMBER, SUBJECT
from clair_desktop.domain.eras import english_date, japanese_date
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import HeadquartersAddress
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.text_changes import TextChange, text_changes
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.ports import Shell
from clair_desktop.presenters.words import Tag

if TYPE_CHECKING:
    from clair_desktop.services.letter_lint import Version
    from clair_desktop.services.letters import DocumentLine, Entered, PartLine
    from clair_desktop.services.office import Office  # loads the database's libraries

ADDRESSEE = "addressee"  # stands where a part's key does
_UNKEPT = "―"  # what is only looked at needs no source yet
ADDRESS_BOXES = ("division", "title", "address")
DECLARED = Tag(Wording("既定の文面", "as declared"), "off")
ENTERED = Tag(Wording("支部入力", "entered here"), "primary")
CARRIED = Wording("前年度までの文面（{year}）", "wording of an earlier year ({year})")
CARRIED_ADDRESSEE = Wording("前年度までの宛名（{year}）", "addressee of an earlier year ({year})")
UNNUMBERED = Wording("要確認（{year}の番号）", "to confirm (number of {year})")
SETTINGS = Tag(Wording("支部の設定", "branch settings"), "off")
_NAME, _WHOLE = (
    Wording("本部の宛名", "Addressee at headquarters"),
    Wording("この事業の文書", "Letters of the programme"),
)
_GONE = Wording("（取り消したか、差し替えた）", " (withdrawn or replaced)")
WITHDRAW = Wording("入力を取り消す", "Withdraw the entry")
WITHDRAWN = Wording(
    "「{name}」のこの年度の入力を取り消します。前の年度の入力か、既定の文面に戻ります。",
    "This year's entry for “{name}” is withdrawn. An earlier year's, or what is declared, stands again.",
)


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A part of a document, or the addressee (``to``), as it stands in the year; ``own`` where it is of the year."""

    document: str
    part: str
    paper: Wording
    name: Wording
    standing: Tag
    declared: Wording
    text: Wording
    own: bool
    source: str
    to: HeadquartersAddress | None = None

    @property
    def is_addressee(self) -> bool:
        return self.part == ADDRESSEE


@dataclass(frozen=True, slots=True)
class LettersSheet:
    """Everything that may be worded; ``cases`` are open ones to look at."""

    programme: str
    year: FiscalYear
    lines: Sequence[LetterLine]
    cases: Sequence[str]


@dataclass(frozen=True, slots=True)
class LetterWish:
    """What is typed: texts by box (``ja``/``en``, or ``division_ja`` … ``email``), with its source."""

    document: str
    part: str
    texts: Mapping[str, str]
    source_title: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class LetterHelp:
    """Places by key with what fills them, those of the declared text first; texts entered before, the latest first."""

    places: Sequence[tuple[str, Wording]]
    versions: Sequence[tuple[Wording, Wording]]


@dataclass(frozen=True, slots=True)
class LetterRemarks:
    """Tone and words of each remark; per language what was left out of the declared text and what added to it."""

    remarks: Sequence[Tag]
    changes: Mapping[str, Sequence[TextChange]]


class LettersView(Protocol):
    def show_letters(self, sheet: LettersSheet) -> None: ...

    def show_complaint(self, field: str, wording: Wording) -> None: ...

    def show_paper(self, path: Path | None, trouble: Wording | None) -> None:
        """The paper as it would look, or why it cannot be made."""
        ...

    def show_help(self, help_: "LetterHelp") -> None:
        """What may stand in the text that was chosen, and how it was worded before."""
        ...

    def show_remarks(self, remarks: "LetterRemarks") -> None:
        """What is to be said of the text as it is typed, and how it differs from the declared one."""
        ...


class LettersPresenter:
    """Nothing typed is kept before it could be printed; what could not is said beside its box."""

    def __init__(self, view: LettersView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._programme = ""
        self._year = FiscalYear.containing(office.clock.today())

    def choose(self, programme: str, year: FiscalYear) -> None:
        self._programme, self._year = programme, year
        self.reload()

    def reload(self) -> None:
        declared = self._office.programmes()[self._programme]
        lines = self._office.letters.documents(self._programme, self._year.start_year)
        closed = declared.workflow.closed_states()
        cases = self._office.cases.lines(programme=self._programme, project_year=self._year.start_year)
        self._view.show_letters(
            LettersSheet(
                self._programme,
                self._year,
                [self._addressee(), *(_line(one, part, self._year) for one in lines for part in one.parts)],
                [one.number for one in cases if one.state not in closed],
            )
        )

    def enter(self, wish: LetterWish) -> None:
        """Keeps what is typed, for the year looked at and those after it."""
        letters, year = self._office.letters, self._year.start_year
        source, place = wish.source_title, wish.locator
        try:
            if wish.part == ADDRESSEE:
                letters.enter_addressee(self._programme, year, _address(wish), source_title=source, locator=place)
            else:
                text = Wording(wish.texts["ja"], wish.texts["en"])
                letters.enter(self._programme, wish.document, wish.part, year, text, source_title=source, locator=place)
        except (Refusal, Malformed) as complaint:
            self._view.show_complaint(complaint.field or "ja", complaint.wording)
            return
        self._shell.say(Wording("文面・宛名を入力しました。", "The wording or addressee was entered."))
        self.reload()

    def withdraw(self, line: LetterLine) -> None:
        if not self._shell.confirm(WITHDRAWN.filled(name=line.name), WITHDRAW):
            return
        year = self._year.start_year
        try:
            if line.is_addressee:
                self._office.letters.withdraw_addressee(self._programme, year)
            else:
                self._office.letters.withdraw(self._programme, line.document, line.part, year)
        except Refusal as refusal:
            self._shell.refuse(refusal)
        self.reload()

    def choose_line(self, line: LetterLine) -> None:
        """What helps to word this part."""
        if line.is_addressee:
            self._view.show_help(LetterHelp((), ()))
            return
        letters, asked = self._office.letters, (self._programme, line.document, line.part)
        places = [(one.key, one.label) for one in letters.places(*asked)]
        said = [(_told(one), one.text) for one in letters.versions(*asked)]
        self._view.show_help(LetterHelp(places, said))

    def remark(self, line: LetterLine, texts: Mapping[str, str]) -> None:
        """Says at once what entering would refuse, and what the declared text had and this one has not."""
        if line.is_addressee:
            self._view.show_remarks(LetterRemarks((), {}))
            return
        text = Wording(texts["ja"], texts["en"])
        found = self._office.letters.lint(self._programme, line.document, line.part, text)
        declared = {"ja": line.declared.ja, "en": line.declared.en}
        changes = {side: text_changes(declared[side], texts[side].strip()) for side in ("ja", "en")}
        self._view.show_remarks(LetterRemarks([Tag(one.wording, one.tone) for one in found], changes))

    def look(self, wish: LetterWish, case: str | None) -> None:
        """The paper with what is being typed, for an open case or the worked example."""
        out = self._office.folder / "specimens" / "letters_preview.pdf"
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            made = self._previewed(wish, case, out)
        except (Refusal, Malformed) as refusal:
            self._view.show_paper(None, refusal.wording)
        else:
            self._view.show_paper(made, None)

    def _previewed(self, wish: LetterWish, case: str | None, out: Path) -> Path:
        from clair_desktop.services.letter_records import AddresseeEntry, Entry

        letters, year = self._office.letters, self._year.start_year
        document = wish.document
        draft: Entered | None = None
        if wish.part != ADDRESSEE:
            text = Wording(wish.texts["ja"], wish.texts["en"])
            draft = letters.checked(self._programme, document, wish.part, year, text, source_title=_UNKEPT, locator="")
        else:
            documents = letters.documents(self._programme, year)
            document = next((one.key for one in documents if one.parts[0].part.key == SUBJECT), documents[0].key)
            if any(wish.texts.values()):
                draft = AddresseeEntry(self._programme, year, _address(wish), Entry(_UNKEPT, "", letters.today()))
        return letters.preview(self._programme, year, document, list(Language), out, draft=draft, case=case).path

    def _addressee(self) -> LetterLine:
        from clair_desktop.services.letter_differences import OF_SETTINGS, address_words

        found = self._office.letters.addressee(self._programme, self._year.start_year)
        own = found is not None and found.year == self._year
        standing, text, source = SETTINGS, OF_SETTINGS, ""
        if found is not None:
            earlier = Tag(CARRIED_ADDRESSEE.filled(year=found.year.label()), "warning")
            standing, text = ENTERED if own else earlier, address_words(found.to)
            source = f"{found.source.title.ja} {found.source.locator.ja}".strip()
        to = found.to if found else None
        return LetterLine("", ADDRESSEE, _WHOLE, _NAME, standing, OF_SETTINGS, text, own, source, to)


def _told(one: "Version") -> Wording:
    """A version in a line: the year it is of, when and by whom it was entered, whether it stands."""
    year, day = FiscalYear(one.year).label(), one.at.date()
    ja, en = f"{year.ja}　{japanese_date(day)} {one.by}", f"{year.en}: {english_date(day)}, {one.by}"
    gone = Wording("", "") if one.stands else _GONE
    return Wording(f"{ja}　{one.source}{gone.ja}", f"{en}, {one.source}{gone.en}")


def _address(wish: LetterWish) -> HeadquartersAddress:
    division, title, address = (Wording(wish.texts[f"{key}_ja"], wish.texts[f"{key}_en"]) for key in ADDRESS_BOXES)
    return HeadquartersAddress(division, title, address, wish.texts["email"])


def _line(document: "DocumentLine", line: "PartLine", year: FiscalYear) -> LetterLine:
    entered = line.entered
    source = f"{entered.source.title.ja} {entered.source.locator.ja}".strip() if entered else ""
    packs = document.packs
    paper = Wording(
        f"{document.name.ja}（{'、'.join(one.name.ja for one in packs)}）",
        f"{document.name.en} ({', '.join(one.name.en for one in packs)})",
    )
    own = entered is not None and entered.year == year
    standing = _standing(line, year)
    return LetterLine(
        document.key, line.part.key, paper, line.part.name, standing, line.part.text, line.text, own, source
    )


def _standing(line: "PartLine", year: FiscalYear) -> Tag:
    if line.part.key == FORM_NUMBER and line.number is not None and line.number.carried_forward:
        return Tag(UNNUMBERED.filled(year=line.number.number.decided_for.label()), "warning")
    if line.entered is None:
        return DECLARED
    return ENTERED if line.entered.year == year else Tag(CARRIED.filled(year=line.entered.year.label()), "notice")


def typed_of(line: LetterLine) -> dict[str, str]:
    """What the boxes hold before anything is typed: what is printed now."""
    if not line.is_addressee:
        return {"ja": line.text.ja, "en": line.text.en}
    empty = same("")
    to = line.to or HeadquartersAddress(empty, empty, empty, "")
    texts = {"division": to.division, "title": to.title, "address": to.address}
    return {f"{key}_{side}": getattr(text, side) for key, text in texts.items() for side in ("ja", "en")} | {
        "email": to.email
    }
