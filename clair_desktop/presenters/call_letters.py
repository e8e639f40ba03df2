"""Reminder letters and address labels of a call: looked at first, then the same file is saved or printed."""

import shutil
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_lines import call_name, day_text
from clair_desktop.presenters.ports import PDF, Shell
from clair_desktop.services.addresses import Address
from clair_desktop.services.calls import CallKey
from clair_desktop.services.releases import How

if TYPE_CHECKING:
    from clair_desktop.presenters.call_matrix import BodyKey
    from clair_desktop.services.call_sheets import AskedBody
    from clair_desktop.services.office import Office

SPOKEN: Sequence[tuple[str, Wording, Sequence[Language]]] = (
    ("ja", Wording("日本語", "Japanese"), (Language.JA,)),
    ("en", Wording("英語", "English"), (Language.EN,)),
    ("both", Wording("日英", "Both"), (Language.JA, Language.EN)),
)
SHEETS = (12, 24)  # labels on a sheet
_FOLDER = Wording("団体ごとのPDFを置くフォルダー", "Folder for the PDF of each body")
REPLACE_LINES = Wording(
    "住所には「{lines}」が入っています。「{address}」に置き換えますか。",
    "The address holds “{lines}”. Replace it by “{address}”?",
)
REPLACE = Wording("住所を置き換える", "Replace the address")


class Paper(StrEnum):
    LETTERS = "letters"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class LetterWish:
    """What is to be made for which call; number, day and place as typed."""

    call: CallKey | None = None
    paper: Paper = Paper.LETTERS
    spoken: str = "ja"
    document_number: str = ""
    on: str = ""
    each: bool = False
    per_sheet: int = 12
    first: str = "1"
    every: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """A body as it is written to; ``addressed`` where the branch has entered where."""

    key: "BodyKey"
    name: Wording
    answered: bool
    reminded_on: date | None
    postal_code: str
    lines: str
    section: str

    @property
    def addressed(self) -> bool:
        return bool(self.lines)


@dataclass(frozen=True, slots=True)
class LettersSheet:
    """``recipients`` are those the paper goes to; ``bodies`` all that were asked in any call of any year."""

    wish: LetterWish
    calls: Sequence[tuple[CallKey, Wording]]
    recipients: Sequence[Recipient]
    bodies: Sequence[Recipient]
    today: date

    @property
    def without_address(self) -> list[Recipient]:
        return [one for one in self.recipients if not one.addressed]


class LettersView(Protocol):
    def in_sight(self) -> bool: ...

    def show_letters(self, sheet: LettersSheet) -> None: ...

    def show_file(self, path: Path, warnings: Sequence[Wording]) -> None: ...

    def show_no_file(self, field: str, refusal: Refusal | None) -> None:
        """No file was made: why, and at which question; without a refusal none was asked for yet."""
        ...

    def show_address_complaint(self, field: str, wording: Wording) -> None: ...

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool: ...


class CallLettersPresenter:
    """A file is made when somebody looks, and anew whenever the call or the wish has changed."""

    def __init__(self, view: LettersView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self.wish = LetterWish(spoken=language.value, on=day_text(office.clock.today(), language))
        self._made: Path | None = None
        self._stale = False  # the wish has changed behind the page's back
        self._folder = Path(tempfile.mkdtemp(prefix="clair-"))
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def start(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Shows whom the paper goes to as it now stands; what was typed stays."""
        self._stale = False
        calls = self._office.calls.all()
        names = {CallKey(one.programme.key, one.edition.year.start_year, one.round): one for one in calls}
        if self.wish.call not in names:
            self.wish = replace(self.wish, call=next(iter(names), None))
        shown = [(key, _named(key, call_name(one.programme, one.round))) for key, one in names.items()]
        chosen = names[self.wish.call].bodies if self.wish.call else ()
        known = self._office.addresses.all()
        recipients = [_recipient(one, known) for one in chosen if self._goes_to(one)]
        asked = {one.key: one for sheet in calls for one in sheet.bodies}
        bodies = [_recipient(asked[key], known) for key in sorted(asked, key=lambda key: (not key[0], key))]
        self._made = None
        self._view.show_letters(LettersSheet(self.wish, shown, recipients, bodies, self._office.clock.today()))
        if self._view.in_sight():
            self.look()

    def choose(self, wish: LetterWish) -> None:
        """Another call, paper, language, number or day."""
        if wish != self.wish or self._made is None:
            self.wish = wish
            self.reload()

    def turn_to(self, call: CallKey) -> None:
        """The call that is looked at elsewhere in the room; it is shown when somebody turns to the papers."""
        self.wish, self._stale = replace(self.wish, call=call), True

    def look(self) -> None:
        """Somebody turned to the papers."""
        if self._stale:
            self.reload()
            return
        if self._made is not None:
            return
        if self.wish.call is None:
            self._view.show_no_file("", None)
            return
        out = self._folder / f"{self._name()}.pdf"
        try:
            warnings = self._make(self.wish.call, out)
        except (Refusal, Malformed) as complaint:
            refusal = complaint if isinstance(complaint, Refusal) else Refusal(complaint.wording)
            self._view.show_no_file(complaint.field or "", refusal)
            return
        self._made = out
        self._view.show_file(out, warnings)

    def save(self) -> None:
        """Writes the papers where the person says: one file, or a file per body in a folder."""
        if self._made is None or self.wish.call is None:
            return
        each = self.wish.each and self.wish.paper is Paper.LETTERS
        title = Wording("PDFを保存", "Save the PDF")
        where = self._shell.pick_folder(_FOLDER) if each else self._shell.pick_save(title, f"{self._name()}.pdf", [PDF])
        if where is None or (where := self._folder_within(where) if each else where) is None:
            return
        try:
            self._write(where, each=each)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._shell.say(Wording(f"「{where.name}」に保存しました。", f"Saved as “{where.name}”."))
        self.reload()

    def print(self) -> None:
        """Prints the file that is shown; the bodies count as reminded once the printer has taken it."""
        if self._made is None:
            return
        try:
            grey = self._office.paper_styles.get().monochrome
            if self._view.send_to_printer(self._made, self._name(), monochrome=grey):
                self._write(self._folder / "printed.pdf", each=False, how=How.PRINTED)
                self._shell.say(Wording("印刷に送りました。", "Sent to the printer."))
                self.reload()
        except Refusal as refusal:
            self._shell.refuse(refusal)

    def put_address(self, body: "BodyKey", postal_code: str, lines: str, section: str) -> bool:
        try:
            self._office.addresses.put(body, Address(postal_code, lines, section))
        except Refusal as refusal:
            self._view.show_address_complaint(refusal.field or "lines", refusal.wording)
            return False
        self._shell.say(Wording("宛先を保存しました。", "The address was saved."))
        self.reload()
        return True

    def may_replace(self, lines: str, address: str) -> bool:
        """Whether a postal code's address may take the place of the lines that stand there."""
        if not lines.strip() or lines == address:
            return True
        told = REPLACE_LINES.filled(lines=" ".join(lines.split("\n")), address=address)
        return self._shell.confirm(told, REPLACE)

    def _make(self, call: CallKey, out: Path) -> Sequence[Wording]:
        wish = self.wish
        if wish.paper is Paper.LABELS:
            return self._labels(call, out, None)
        made = self._office.reminders.preview(
            call, out, _languages(wish), on=_day(wish), document_number=wish.document_number.strip() or None
        )
        return made.warnings

    def _labels(self, call: CallKey, out: Path, how: "How | None") -> Sequence[Wording]:
        wish, first = self.wish, _place(self.wish)
        made = self._office.reminders.labels(
            call, out, per_sheet=wish.per_sheet, first=first, every=wish.every, how=how
        )
        return made.warnings

    def _write(self, where: Path, *, each: bool, how: "How | None" = None) -> None:
        """Writes and notes it; labels are no reminder."""
        wish = self.wish
        if wish.call is not None and wish.paper is Paper.LABELS:
            self._labels(wish.call, where, how or How.SAVED)
        elif wish.call is not None:
            self._office.reminders.remind(
                wish.call, where, _languages(wish), on=_day(wish),
                document_number=wish.document_number.strip() or None, each=each, how=how or How.SAVED,
            )  # fmt: skip

    def _folder_within(self, folder: Path) -> Path | None:
        """A folder of its own for the files; nothing that lies there is written over without a word."""
        made = folder / self._name()
        if made.exists() and any(made.iterdir()):
            question = Wording(
                f"「{made.name}」は既にあります。同じ名前のファイルは置き換わります。",
                f"“{made.name}” is there already. Files of the same names are replaced.",
            )
            if not self._shell.confirm(question, Wording("置き換える", "Replace"), grave=True):
                return None
        return made

    def _goes_to(self, body: "AskedBody") -> bool:
        return body.answer is CallAnswer.OPEN or (self.wish.paper is Paper.LABELS and self.wish.every)

    def _name(self) -> str:
        call = self.wish.call
        if call is None:
            return self.wish.paper.value
        which = {Paper.LETTERS: f"reminder_{self.wish.spoken}", Paper.LABELS: "labels"}[self.wish.paper]
        return f"{call.programme}_{FiscalYear(call.year).prefix()}_{call.round}_{which}"


def _named(key: CallKey, name: Wording) -> Wording:
    label = FiscalYear(key.year).label()
    return Wording(f"{label.ja}　{name.ja}", f"{label.en} {name.en}")


def _recipient(body: "AskedBody", known: Mapping["BodyKey", Address]) -> Recipient:
    address = known.get(body.key, Address())
    answered = body.answer is not CallAnswer.OPEN
    return Recipient(
        body.key, body.name, answered, body.reminded_on, address.postal_code, address.lines, address.section
    )  # fmt: skip


def _languages(wish: LetterWish) -> Sequence[Language]:
    return next(languages for key, _name, languages in SPOKEN if key == wish.spoken)


def _day(wish: LetterWish) -> date | None:
    if not wish.on.strip():
        return None
    try:
        return read_day(folded(wish.on))
    except Malformed as complaint:
        raise complaint.at("on") from None


def _place(wish: LetterWish) -> int:
    typed = folded(wish.first).strip() or "1"
    if not typed.isascii() or not typed.isdigit() or not 1 <= int(typed) <= wish.per_sheet:
        raise Refusal(
            Wording(
                f"始める位置は1から{wish.per_sheet}までの数で入力してください。",
                f"Begin at a place from 1 to {wish.per_sheet}.",
            ),
            field="first",
        )
    return int(typed)
