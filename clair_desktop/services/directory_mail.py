"""Envelopes and address labels to bodies of the directory: as addressed on a day, and nobody at a guessed address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.directory import Attribute, Body, BodyKind, Tongue
from clair_desktop.domain.mailing import ENVELOPES, Way, Window, japanese_lines, lines_abroad
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile, BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory, MailAddress
from clair_desktop.services.directory_facts import Chosen
from clair_desktop.services.label_sheets import checked_sheet
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.writing import not_written

if TYPE_CHECKING:
    from clair_desktop.output.pdf.envelopes import Addressed  # loads the libraries that print

_ENVELOPES = Wording("封筒", "Envelopes")
_LABELS = Wording("宛名ラベル", "Address labels")
_JAPAN = "JP"
_NO_ADDRESS = Wording("その日の住所が分かりません", "no address is known for that day")
_NOT_VERTICAL = Wording("海外宛ては横書きか英語にしてください", "abroad goes across or in English, not vertical")
_ONLY_JAPANESE = Wording(
    "英語の住所がその日の資料にありません", "the documents of that day have its address in Japanese only"
)
_UNPRINTABLE = Wording("印刷用の書体にない文字「{one}」があります", "no font of this program has its character “{one}”")
_NO_SENDER = Wording(
    "支部の住所（{language}）が設定されていません。設定に入力するか、差出人を印刷しないでください。",
    "The branch's address ({language}) is not set. Enter it in the settings, or print no sender.",
)
_NO_PLACE = Wording(
    "窓付き封筒には差出人を印刷できません。差出人は封筒に印刷済みのものを使ってください。",
    "A window shows the addressee alone; use envelopes that carry the sender already.",
)
_LANGUAGES = {Language.JA: Wording("日本語", "in Japanese"), Language.EN: Wording("英語", "in English")}
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A body that nothing was printed for, and why."""

    key: str
    name: Wording
    reason: Wording


@dataclass(frozen=True, slots=True)
class Posted:
    path: Path
    pages: int
    printed: int
    left_out: Sequence[LeftOut]
    warnings: Sequence[Wording]


class DirectoryMail:
    def __init__(self, desk: Desk, branch: BranchSettings, directory: Directory) -> None:
        self._desk = desk
        self._branch = branch
        self._directory = directory

    def envelopes(
        self,
        out: Path,
        chosen: Chosen,
        *,
        size: str = "naga3",
        way: Way = Way.VERTICAL,
        boxes: bool = True,
        window: Window | None = None,
        honorific: str = "",
        sender: bool = False,
        on: date | None = None,
    ) -> Posted:
        """A page of the envelope's size for each body; with a ``window`` a sheet of A4 whose address shows through it.

        ``sender`` sets the branch's own address on the envelope too; a window shows the addressee alone.
        """
        from clair_desktop.output.pdf.envelopes import EnvelopeStyle, print_envelopes, visible

        way = Way.HORIZONTAL if window and way is Way.VERTICAL else way
        if sender and window:
            raise Refusal(_NO_PLACE, field="sender")
        association = self._directory.headquarters_name(on or self._desk.clock.today())
        own = own_lines(self._branch.get(), association, way) if sender else ()
        style = EnvelopeStyle(ENVELOPES[size], way, boxes, window, own)
        if window:
            visible(style.size, window)
        addressed, left_out = self._addressed(chosen, way, on, honorific)
        sample, made_on = self._branch.get().demonstration, self._desk.clock.today().isoformat()
        title = _ENVELOPES.in_(Language.EN if way is Way.ENGLISH else Language.JA)
        try:
            made = print_envelopes(addressed, out, style, title=title, made_on=made_on, sample=sample)
        except OSError as fault:
            raise not_written(out) from fault
        spoken = Language.EN if way is Way.ENGLISH else Language.JA
        note_paper(self._desk, _ENVELOPES, [out], [spoken], on=on)
        return Posted(out, made.pages, len(addressed), left_out, made.warnings)

    def labels(
        self,
        out: Path,
        chosen: Chosen,
        *,
        language: Language = Language.JA,
        per_sheet: int = 12,
        first: int = 1,
        honorific: str = "",
        on: date | None = None,
    ) -> Posted:
        """Labels from the ``first`` free place of a sheet on."""
        from clair_desktop.output.pdf.labels import AddressLabel, print_labels

        sheet = checked_sheet(per_sheet, first)
        way = Way.ENGLISH if language is Language.EN else Way.HORIZONTAL
        addressed, left_out = self._addressed(chosen, way, on, honorific)
        labels = [
            AddressLabel(_named(one), one.postal_code, one.lines, name_first=way is Way.ENGLISH)
            for one in addressed
        ]  # fmt: skip
        sample, made_on = self._branch.get().demonstration, self._desk.clock.today().isoformat()
        try:
            made = print_labels(
                labels, out, sheet, title=_LABELS.in_(language), made_on=made_on, first=first, sample=sample
            )
        except OSError as fault:
            raise not_written(out) from fault
        note_paper(self._desk, _LABELS, [out], [language], on=on)
        return Posted(out, made.pages, len(labels), left_out, made.warnings)

    def _addressed(
        self, chosen: Chosen, way: Way, on: date | None, honorific: str
    ) -> tuple[list["Addressed"], list[LeftOut]]:
        """Who can be written to; if nobody, that is refused with every reason."""
        day = on or self._desk.clock.today()
        addressed, left_out = list["Addressed"](), list[LeftOut]()
        for body in chosen.bodies(self._directory):
            found = self._one(body, way, day, honorific)
            if isinstance(found, Wording):
                left_out.append(LeftOut(body.key, body.name, found))
            else:
                addressed.append(found)
        if not addressed:
            details = [_told(one) for one in left_out[:_MOST_NAMED]]
            nobody = Wording("宛名を印刷できる機関がありません。", "There is nobody whose address can be printed.")
            raise Refusal(nobody, field="body", details=details)
        return addressed, left_out

    def _one(self, body: Body, way: Way, day: date, honorific: str) -> "Addressed | Wording":
        from clair_desktop.output.pdf.typefaces import typefaces

        language = Language.EN if way is Way.ENGLISH else Language.JA
        address = self._directory.mail_address(body.key, day, language)
        reason = _reason(address, way)
        if reason is not None:
            return reason
        made = (
            self._english(body, address, day) if way is Way.ENGLISH else self._japanese(body, address, day, honorific)
        )
        missing = typefaces().missing("\n".join([*made.addressee, *made.lines]))
        return _UNPRINTABLE.filled(one=missing[0]) if missing else made

    def _japanese(self, body: Body, address: MailAddress, day: date, honorific: str) -> "Addressed":
        from clair_desktop.output.pdf.envelopes import Addressed

        person = body.value(Attribute.CONTACT, day)
        name = self._directory.spoken_name(body, day, Language.JA).ja
        addressee = [one for one in (name, address.section, person) if one]
        country = self._country(body) if body.country != _JAPAN else ""
        lines = japanese_lines(address.lines)
        return Addressed(addressee, honorific or ("様" if person else "御中"), address.postal_code, lines, country)

    def _english(self, body: Body, address: MailAddress, day: date) -> "Addressed":
        from clair_desktop.output.pdf.envelopes import Addressed

        person = body.value(Attribute.CONTACT, day, language=Language.EN)
        name = self._directory.spoken_name(body, day, Language.EN).en
        lines = lines_abroad(body.country, address.lines, _town(body), self._country(body))
        return Addressed([one for one in (person, address.section, name) if one], "", "", lines)

    def _country(self, body: Body) -> str:
        country = self._desk.names.country(body.country)
        return country.name.en.upper() if country else ""


def own_lines(profile: BranchProfile, association: Wording, way: Way) -> list[str]:
    """The branch as the sender; refused where the settings do not say where it is."""
    language = Language.EN if way is Way.ENGLISH else Language.JA
    postal = [one.strip() for one in profile.postal.in_(language).splitlines() if one.strip()]
    if not postal:
        raise Refusal(_NO_SENDER.filled(language=_LANGUAGES[language]), field="sender")
    names = [one.in_(language) for one in (association, profile.name, profile.section)]
    if language is Language.JA:
        names = [f"{names[0]}\u3000{names[1]}", names[2]]
    named = [one for one in names if one]
    return [*reversed(named), *postal] if language is Language.EN else [*postal, *named]


def _named(one: "Addressed") -> list[str]:
    named = [*one.addressee[:-1], f"{one.addressee[-1]}\u3000{one.honorific}".rstrip()]
    return [*named, one.country] if one.country else named


def _reason(address: MailAddress, way: Way) -> Wording | None:
    if not address.lines:
        return _NO_ADDRESS
    if way is Way.VERTICAL and address.country != _JAPAN:
        return _NOT_VERTICAL
    if way is Way.ENGLISH and not _in_latin_or_local(address):
        return _ONLY_JAPANESE
    return None


def _in_latin_or_local(address: MailAddress) -> bool:
    from clair_desktop.output.pdf.typefaces import is_japanese

    local = address.statement is not None and address.statement.tongue is Tongue.LOCAL
    return local or not any(is_japanese(line) for line in address.lines)


def _town(body: Body) -> str:
    """New York of the New York Office; other bodies' towns are found by their address alone."""
    return body.name.en.removesuffix(" Office") if body.kind is BodyKind.OVERSEAS_OFFICE else ""


def _told(one: LeftOut) -> Wording:
    return Wording(f"{one.name.ja}：{one.reason.ja}", f"{one.name.en}: {one.reason.en}")
