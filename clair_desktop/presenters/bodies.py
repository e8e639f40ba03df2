"""機関: every body of the directory, found as one types, and on one sheet all that documents say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.dialling import dialling
from clair_desktop.domain.directory import (
    NUMBERS,
    Attribute,
    Body,
    BodyKind,
    EditionLine,
    Standing,
    Statement,
    TimelineEntry,
    editions,
    timeline,
)
from clair_desktop.domain.directory_words import (
    ATTRIBUTE_WORDS,
    CONFIDENCE_WORDS,
    KIND_WORDS,
    SCOPE_WORDS,
    STANDING_WORDS,
    TONGUE_WORDS,
)
from clair_desktop.domain.eras import english_date, japanese_date, read_day
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.ports import Shell
from clair_desktop.presenters.tags import Tag

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

EDITIONS: Sequence[tuple[str, Wording]] = (  # the oldest first
    ("S3", Wording("英文パンフレット（日付なし）", "English brochure (undated)")),
    ("S0", Wording("宮城県のページ（日付なし）", "Miyagi's page (undated)")),
    ("S4", Wording("2016年度資料", "Slides of FY2016")),
    ("S1", Wording("2025年6月事業概要", "Brochure of June 2025")),
)
_TONES = {
    Standing.USED: "done",
    Standing.LEFT_OUT: "notice",
    Standing.EARLIER: "off",
    Standing.LATER: "info",
    Standing.ENDED: "off",
    Standing.REJECTED: "error",
    Standing.WITHDRAWN: "off",
}
_NOWHERE = Wording("―", "–")
AT_MOST = 400  # lines shown of a search


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body as the list shows it."""

    key: str
    name: Wording
    kind: Wording
    code: str
    address: str


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One statement, ready to show; ``against`` tells what contradicts it."""

    key: str
    attribute: Wording
    text: Wording
    from_japan: str
    dialled: str
    standing: Tag
    validity: Wording
    document: Wording
    confidence: Wording
    against: Wording
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An attribute as each document prints it."""

    attribute: Wording
    said: Sequence[Wording]
    differs: bool


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act that touched the body; ``undo`` where it was itself an undo."""

    operation: int
    title: Wording
    who: str
    at: datetime
    undone: bool
    undo: bool
    changes: Sequence[tuple[Wording, str, str]]


@dataclass(frozen=True, slots=True)
class BodySheet:
    """All that is shown of one body."""

    key: str
    name: Wording
    kind: Wording
    told: Wording
    day: date
    used: Sequence[ValueLine]
    timeline: Sequence[ValueLine]
    editions: Sequence[EditionRow]
    history: Sequence[ActLine]
    withdrawn: bool
    kept: bool


class BodiesView(Protocol):
    def show_kinds(self, kinds: Sequence[tuple[str, Wording]]) -> None: ...

    def show_bodies(self, lines: Sequence[BodyLine], whole: int, chosen: str) -> None: ...

    def show_sheet(self, sheet: BodySheet | None) -> None: ...

    def show_complaint(self, field: str, wording: Wording) -> None: ...


class BodiesPresenter:
    """Reads what is typed, asks the directory, shows whole answers."""

    def __init__(self, view: BodiesView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._today = office.clock.today()
        self._day = self._today
        self._typed, self._kind, self.key = "", "", "headquarters"

    def start(self) -> None:
        """Shows everything; again after a change, which keeps what was searched and chosen."""
        self._view.show_kinds([(kind.value, words) for kind, words in KIND_WORDS.items()])
        self.reload()

    def reload(self) -> None:
        self.search(self._typed, self._kind)

    def search(self, text: str, kind: str) -> None:
        """Bodies by name, reading, romaji, code or number; municipalities appear once something is typed or asked for."""
        self._typed, self._kind = text, kind
        found = self._office.directory.find(text, BodyKind(kind) if kind else None)
        if not text.strip() and not kind:
            found = [one for one in found if one.kind is not BodyKind.LOCAL_AUTHORITY]
        keys = {one.key for one in found[:AT_MOST]}
        if self.key not in keys and found:
            self.key = found[0].key
        lines = [self._line(one) for one in found[:AT_MOST]]
        self._view.show_bodies(lines, len(found), self.key)
        self._show_sheet() if found else self._view.show_sheet(None)

    def choose(self, key: str) -> None:
        self.key = key
        self._show_sheet()

    def look_at(self, text: str) -> None:
        """Which values a letter of another day would use; an empty day is today."""
        try:
            self._day = read_day(folded(text)) if text.strip() else self._today
        except Malformed as complaint:
            self._view.show_complaint("day", complaint.wording)
            return
        self._show_sheet()

    @property
    def day(self) -> date:
        """The day of the letter whose values are shown."""
        return self._day

    def body(self) -> Body:
        return self._office.directory.body(self.key)

    def copied(self) -> None:
        self._shell.say(Wording("クリップボードにコピーしました。", "Copied to the clipboard."))

    def _show_sheet(self) -> None:
        body = self.body()
        entries = timeline(body, self._day)
        names = {key: one.name for key, one in self._office.programmes().items()}
        lines = [_value_line(one, names, body.country) for one in entries]
        used = {one.key for one in body.in_use(self._day)}
        self._view.show_sheet(
            BodySheet(
                key=body.key,
                name=body.name,
                kind=KIND_WORDS[body.kind],
                told=self._told(body),
                day=self._day,
                used=[line for line, entry in zip(lines, entries, strict=True) if entry.statement.key in used],
                timeline=lines,
                editions=[_edition(one, names) for one in editions(body, [key for key, _ in EDITIONS])],
                history=[
                    ActLine(one.operation, one.title, one.who, one.at, one.undone, one.undo, one.changes)
                    for one in self._office.bodies.history(body.key)
                ],
                withdrawn=body.withdrawn,
                kept=body.kept,
            )
        )

    def _told(self, body: Body) -> Wording:
        """What identifies the body: reading, code, country, what it belongs to, what was merged into it."""
        names = self._office.names
        authority, country = names.authority(body.code), names.country(body.country)
        parent = self._office.directory.body(body.parent).name if body.parent else None
        pieces = [
            same(body.kana) if body.kana else None,
            Wording(f"団体コード {body.code}", f"code {body.code}") if body.code else None,
            authority.full_name if authority and body.kind is not BodyKind.LOCAL_AUTHORITY else None,
            country.name if country and body.country != "JP" else None,
            Wording(f"所属 {parent.ja}", f"belongs to {parent.en}") if parent else None,
            Wording(f"統合した重複 {len(body.absorbed)}件", f"merged duplicates: {len(body.absorbed)}")
            if body.absorbed
            else None,
        ]
        held = [one for one in pieces if one]
        return Wording("　".join(one.ja for one in held), ", ".join(one.en for one in held))

    def _line(self, one: Body) -> BodyLine:
        return BodyLine(one.key, one.name, KIND_WORDS[one.kind], one.code, one.value(Attribute.ADDRESS, self._today))


def scope_words(scope: str, programmes: "dict[str, Wording]") -> Wording:
    return programmes.get(scope) or SCOPE_WORDS.get(scope) or same(scope)


def item_words(attribute: Attribute, scope: str, tongue: str, programmes: "dict[str, Wording]") -> Wording:
    """電子メール（モデル事業）: the attribute, what it is for, and its language."""
    label = ATTRIBUTE_WORDS[attribute]
    within = [scope_words(scope, programmes)] if scope else []
    within += [words for key, words in TONGUE_WORDS.items() if key.value == tongue and words.ja]
    if not within:
        return label
    return Wording(
        f"{label.ja}（{'・'.join(one.ja for one in within)}）", f"{label.en} ({', '.join(one.en for one in within)})"
    )


def _value_line(entry: TimelineEntry, programmes: "dict[str, Wording]", country: str) -> ValueLine:
    said = entry.statement
    how = dialling(said.value, country) if said.attribute in NUMBERS and said.value else None
    tag = Tag(STANDING_WORDS[entry.standing], _TONES[entry.standing])
    title, place = said.source.title, said.source.locator
    return ValueLine(
        key=str(said.number) if said.number else said.key,
        attribute=item_words(said.attribute, said.scope, said.tongue, programmes),
        text=said.text,
        from_japan=how.in_japan if how else "",
        dialled=how.abroad if how else "",
        standing=tag,
        validity=_validity(said),
        document=Wording(f"{title.ja}　{place.ja}".strip(), f"{title.en}, {place.en}".strip(", ")),
        confidence=CONFIDENCE_WORDS[said.confidence],
        against=_against(entry),
        withdrawn=said.withdrawn,
    )


def _validity(said: Statement) -> Wording:
    """2014年4月1日～, or from when the document may be relied on."""
    if said.valid_from or said.valid_to:
        ja, en = (
            [_day(day, language) for day in (said.valid_from, said.valid_to)] for language in (Language.JA, Language.EN)
        )
        return Wording(f"{ja[0]}～{ja[1]}", f"{en[0]} – {en[1]}")
    if said.seen_on:
        seen = said.seen_on
        return Wording(f"{japanese_date(seen)}時点の資料", f"as of {english_date(seen)}")
    return Wording("資料に日付なし", "undated")


def _day(day: date | None, language: Language) -> str:
    if day is None:
        return ""
    return japanese_date(day) if language is Language.JA else english_date(day)


def _against(entry: TimelineEntry) -> Wording:
    if not entry.against:
        return Wording("", "")
    others = list(dict.fromkeys(one.text for one in entry.against))
    ja, en = "」「".join(one.ja for one in others), "”, “".join(one.en for one in others)
    if entry.spelling_only:
        return Wording(f"表記のみ異なる：「{ja}」", f"spelt otherwise: “{en}”")
    return Wording(f"異なる記載：「{ja}」", f"elsewhere: “{en}”")


def _edition(line: EditionLine, programmes: "dict[str, Wording]") -> EditionRow:
    tongue = line.tongues[0] if len(line.tongues) == 1 else ""
    said = [one.text if one else _NOWHERE for one in line.said]
    return EditionRow(item_words(line.attribute, line.scope, tongue, programmes), said, line.differs)
