"""The directory put out: on paper, on envelopes and labels, into address books."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.directory import BodyKind
from clair_desktop.domain.directory_words import KIND_WORDS
from clair_desktop.domain.eras import printed_date, read_day
from clair_desktop.domain.mailing import Way, Window, read_window
from clair_desktop.domain.refusal import Malformed, Refusal, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.bodies import BodiesPresenter
from clair_desktop.presenters.ports import PDF, FileKind, Shell

if TYPE_CHECKING:
    from clair_desktop.services.directory_facts import Chosen
    from clair_desktop.services.directory_mail import Posted
    from clair_desktop.services.office import Office  # loads the database's libraries

VCARD: FileKind = (Wording("連絡先ファイル（vCard）", "vCard"), ("vcf",))
Choices = Sequence[tuple[str, Wording]]
WHAT: Choices = (
    ("booklet", Wording("名簿の冊子", "Booklet")),
    ("sheet", Wording("機関ごとの1枚", "A page for each body")),
    ("phones", Wording("電話番号一覧", "Telephone list")),
    ("envelope", Wording("封筒の宛名", "Envelopes")),
    ("labels", Wording("宛名ラベル", "Address labels")),
    ("vcard", Wording("連絡先ファイル（vCard）", "Contacts (vCard)")),
)
SPOKEN: Choices = (
    ("ja", Wording("日本語", "Japanese")),
    ("en", Wording("英語", "English")),
    ("both", Wording("日本語と英語", "Both")),
)
SIZES: Choices = (
    ("naga3", Wording("長形3号（120×235mm）", "長形3号 (120 × 235 mm)")),
    ("kaku2", Wording("角形2号（240×332mm）", "角形2号 (240 × 332 mm)")),
)
WAYS: Choices = (
    (Way.VERTICAL, Wording("縦書き", "Vertical")),
    (Way.HORIZONTAL, Wording("横書き", "Across")),
    (Way.ENGLISH, Wording("英語（海外宛て）", "English (abroad)")),
)
BOXES: Choices = (
    ("yes", Wording("枠も印刷する", "Print the boxes too")),
    ("no", Wording("枠は印刷済み（数字だけ）", "Preprinted: digits only")),
)
SENDER: Choices = (
    ("no", Wording("印刷しない（印刷済みの封筒）", "Not printed (it is on the envelope)")),
    ("yes", Wording("支部の住所を印刷する", "Print the branch's address")),
)
PER_SHEET: Choices = (("12", Wording("12面", "12 per sheet")), ("24", Wording("24面", "24 per sheet")))
HONORIFICS: Choices = (
    ("", Wording("自動（御中・様）", "Automatic (御中, 様)")),
    *((one, same(one)) for one in ("御中", "様", "殿")),
)
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class OutQuestion:
    """Whom it may be about, and the day that the sheet shows."""

    whom: Choices
    day: str


class DirectoryOutView(Protocol):
    def ask_out(self, question: OutQuestion) -> None: ...

    def show_complaint(self, field: str, wording: Wording) -> None: ...


class DirectoryOut:
    """Reads what was chosen, asks where the file goes, and says who was left out of it."""

    def __init__(
        self, view: DirectoryOutView, bodies: BodiesPresenter, office: "Office", shell: Shell, language: Language
    ) -> None:
        self._view = view
        self._bodies = bodies
        self._office = office
        self._shell = shell
        self._language = language
        self._kind = ""

    def open(self, kind: str) -> None:
        """``kind`` is what the list is narrowed to; an empty one is all kinds."""
        self._kind = kind
        whom = [("body", self._bodies.body().name), ("all", _ALL)]
        if kind:
            words = KIND_WORDS[BodyKind(kind)]
            whom.insert(1, ("kind", Wording(f"{words.ja}すべて", f"All of the kind: {words.en}")))
        self._view.ask_out(OutQuestion(whom, printed_date(self._bodies.day, self._language)))

    def make(self, wish: Mapping[str, str]) -> bool:
        """Whether a file was made; what was wrong has then been said."""
        try:
            day, window, first = _day(wish["day"], self._bodies.day), _window(wish), _first(wish)
        except Malformed as complaint:
            self._view.show_complaint(complaint.field or "day", complaint.wording)
            return False
        what, kind = wish["what"], VCARD if wish["what"] == "vcard" else PDF
        name = f"directory_{what}_{day.isoformat()}.{kind[1][0]}"
        target = self._shell.pick_save(dict(WHAT)[what], name, [kind])
        if target is None:
            return False
        try:
            self._write(wish, target, day, window, first)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return False
        return True

    def _write(self, wish: Mapping[str, str], target: Path, day: date, window: Window | None, first: int) -> None:
        chosen, office = self._chosen(wish["whom"]), self._office
        languages = list(Language) if wish["lang"] == "both" else [Language(wish["lang"])]
        match wish["what"]:
            case "envelope":
                posted = office.directory_mail.envelopes(
                    target, chosen, size=wish["size"], way=Way(wish["way"]), boxes=wish["boxes"] == "yes",
                    window=window, honorific=wish["honorific"], sender=wish["sender"] == "yes", on=day,
                )  # fmt: skip
                self._tell_posted(posted)
            case "labels":
                posted = office.directory_mail.labels(
                    target, chosen, language=languages[0], per_sheet=int(wish["per_sheet"]), first=first,
                    honorific=wish["honorific"], on=day,
                )  # fmt: skip
                self._tell_posted(posted)
            case "vcard":
                self._tell(target, office.vcards.write(target, chosen, languages[0], day).cards)
            case paper:
                papers = office.directory_papers
                prints = {"booklet": papers.booklet, "sheet": papers.sheets, "phones": papers.phones}[paper]
                self._tell(target, prints(target, chosen, languages, day).bodies)

    def _chosen(self, whom: str) -> "Chosen":
        from clair_desktop.services.directory_facts import Chosen

        if whom == "body":
            return Chosen([self._bodies.key])
        return Chosen(kinds=[BodyKind(self._kind)] if whom == "kind" else [])

    def _tell(self, target: Path, count: int) -> None:
        self._shell.say(
            Wording(
                f"「{target.name}」を作りました（{count}機関）。", f"“{target.name}” was made (bodies in it: {count})."
            )
        )

    def _tell_posted(self, posted: "Posted") -> None:
        """Who was left out is said so that it cannot be overlooked."""
        self._tell(posted.path, posted.printed)
        if not posted.left_out:
            return
        named = posted.left_out[:_MOST_NAMED]
        more = len(posted.left_out) - len(named)
        ja = [f"・{one.name.ja}：{one.reason.ja}" for one in named] + ([f"ほか{more}機関"] if more else [])
        en = [f"• {one.name.en}: {one.reason.en}" for one in named] + ([f"and {more} more"] if more else [])
        self._shell.tell(
            Wording(
                "\n".join([f"宛名を印刷しなかった機関が{len(posted.left_out)}件あります。", *ja]),
                "\n".join([f"Bodies left out: {len(posted.left_out)}.", *en]),
            )
        )


_ALL = Wording("すべての機関（市区町村を除く）", "All bodies except municipalities")


def _day(text: str, shown: date) -> date:
    try:
        return read_day(folded(text)) if text.strip() else shown
    except Malformed as complaint:
        raise complaint.at("day") from complaint


def _window(wish: Mapping[str, str]) -> Window | None:
    if wish["what"] != "envelope" or not wish["window"].strip():
        return None
    try:
        return read_window(wish["window"])
    except Malformed as complaint:
        raise complaint.at("window") from complaint


def _first(wish: Mapping[str, str]) -> int:
    """The first free place of a sheet of labels."""
    typed, count = folded(wish["first"]).strip() or "1", int(wish["per_sheet"])
    if wish["what"] != "labels":
        return 1
    if not typed.isdecimal() or not 1 <= int(typed) <= count:
        raise Malformed(
            Wording(
                f"「{cited(wish['first'])}」面からは始められません。1から{count}までの数字を入力してください。",
                f"No label “{cited(wish['first'])}” is on the sheet. Type a number from 1 to {count}.",
            ),
            field="first",
        )
    return int(typed)
