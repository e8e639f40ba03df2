"""What a blank's places may be filled with: a case's answers, rows of its tables, and what letters carry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from clair_desktop.domain.blanks import DAY_PARTS, MARKS, SHAPE_WORDS, Entry, Match, Place, Shape
from clair_desktop.domain.documents import PLACES
from clair_desktop.domain.eras import day_in_words, japanese_year, printed_date
from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Rows, Yen
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.services.places import Places

ROWS_OFFERED = 15
REIWA = date(2019, 5, 1)
_LETTER: Mapping[str, Wording] = {
    "branch": Wording("支部の名称", "Name of the branch"),
    "sender_title": Wording("支部長の職名", "Title of the branch's head"),
    "section": Wording("支部の担当課", "Section of the branch"),
    "contact": Wording("支部の担当者", "Contact at the branch"),
    "phone": Wording("支部の電話", "Telephone of the branch"),
    "email": Wording("支部の電子メール", "E-mail of the branch"),
    "postal": Wording("支部の所在地", "Address of the branch"),
    "headquarters": Wording("協会の名称（宛名）", "Name of the association"),
    "headquarters_title": Wording("本部の宛名の職名", "Addressee's title at headquarters"),
    "applicant_name": Wording("申請・依頼団体の名称", "Name of the applicant"),
    "programme": Wording("事業の名称", "Name of the programme"),
    "fiscal_year": Wording("実施年度（令和8年度）", "Project year as printed"),
    "call_year": Wording("募集年度", "Year of the call"),
    "case_number": Wording("受付番号", "Case number"),
    "document_number": Wording("文書番号", "Document number"),
    "date": Wording("文書の日付", "Day of the letter"),
    "received_on": Wording("受付日", "Day of receipt"),
    "offices": Wording("担当の海外事務所", "Overseas offices concerned"),
    "countries": Wording("対象国・地域", "Countries concerned"),
    "accepted_offices": Wording("受け入れる事務所", "Offices that accept"),
    "declined_offices": Wording("受け入れない事務所", "Offices that decline"),
}
_DAYS = ("date", "received_on")
_PROFILE = ("sender_title", "section", "contact", "phone", "email", "postal", "headquarters_title")
_ROW = re.compile(r"([a-z0-9_]+)\.([1-9][0-9]{0,3})\.([a-z0-9_]+)")
_TOTAL = re.compile(r"([a-z0-9_]+)\.total")

UNKNOWN = Wording(
    "{place}に対応付けた項目「{value}」は、この事業・年度にありません。",
    "“{value}”, mapped to {place}, is no question of this programme and year.",
)
WRONG_SHAPE = Wording(
    "{place}：「{shape}」は項目「{value}」には使えません。", "{place}: “{value}” cannot be written as “{shape}”."
)
EARLIER_ERA = Wording(
    "{place}に書く日付（{day}）は令和より前です。元号の年数だけでは正しく伝わりません。文字列として対応付けてください。",
    "The day for {place} ({day}) is before the era Reiwa, so the era's year alone would mislead. Map it as text.",
)
TOO_MANY_ROWS = Wording(
    "「{table}」は{rows}行ありますが、様式には{room}行分の欄しか対応付けていません。行を追加で対応付けるか、別紙にしてください。",
    "“{table}” has {rows} rows, but the blank has places for {room}. Map more rows, or use a separate sheet.",
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that may be chosen for a place, and the shapes it can take; the first is the usual one."""

    value: str
    label: Wording
    shapes: Sequence[Shape]


def offers(edition: Edition) -> Iterator[Offer]:
    """Everything that may be chosen, in the order in which it is asked; tables with their first rows."""
    for section in edition.sections():
        for asked in section.fields:
            yield from _of_rows(asked) if isinstance(asked, Rows) else _of_field(asked)
    for kind in edition.programme.enclosures:
        label = Wording(f"添付の有無：{kind.label.ja}", f"Enclosed: {kind.label.en}")
        yield Offer(f"enclosed={kind.key}", label, MARKS)
    for key, label in _LETTER.items():
        yield Offer(key, label, _shapes_of_day() if key in _DAYS else _TEXT)


def offer_of(edition: Edition, value: str) -> Offer | None:
    """The offer of one value, also of a row beyond those listed."""
    found = _ROW.fullmatch(value)
    if found:
        table = edition.field(found[1])
        if not isinstance(table, Rows) or found[3] not in {one.key for one in table.columns}:
            return None
        return _of_cell(table, int(found[2]), table.column(found[3]))
    return next((one for one in offers(edition) if one.value == value), None)


_TEXT = (Shape.AS_IS, Shape.TEXT)


def _shapes_of_day() -> Sequence[Shape]:
    return (*_TEXT, *DAY_PARTS)


def _shapes(asked: Field) -> Sequence[Shape]:
    return _shapes_of_day() if isinstance(asked, Day) else _TEXT


def _of_field(asked: Field) -> Iterator[Offer]:
    yield Offer(asked.key, asked.label, _shapes(asked))
    if isinstance(asked, Choice | Choices):
        for option in asked.options:
            label = Wording(f"{asked.label.ja}＝{option.label.ja}", f"{asked.label.en} = {option.label.en}")
            yield Offer(f"{asked.key}={option.key}", label, MARKS)


def _of_rows(table: Rows) -> Iterator[Offer]:
    if table.total:
        label = Wording(f"{table.label.ja}　合計", f"{table.label.en}, total")
        yield Offer(f"{table.key}.total", label, _TEXT)
    for number in range(1, ROWS_OFFERED + 1):
        yield from (_of_cell(table, number, column) for column in table.columns)


def _of_cell(table: Rows, number: int, column: Field) -> Offer:
    label = Wording(
        f"{table.label.ja}　{number}行目　{column.label.ja}", f"{table.label.en}, row {number}, {column.label.en}"
    )
    return Offer(f"{table.key}.{number}.{column.key}", label, _shapes(column))


@dataclass(frozen=True, slots=True)
class BlankValues:
    """The values of one case for one filling."""

    places: Places
    enclosed: frozenset[str]

    def entry(self, match: Match, place: Place) -> Entry | None:
        """What is to be written into a place; None where the case has nothing for it."""
        offered = offer_of(self.places.sheet.edition, match.value)
        if offered is None:
            raise Refusal(UNKNOWN.filled(place=place.wording, value=match.value), field=match.place)
        if match.shape not in offered.shapes:
            told = SHAPE_WORDS[match.shape]
            raise Refusal(WRONG_SHAPE.filled(place=place.wording, shape=told, value=offered.label), field=match.place)
        value = self._shaped(match, place)
        return None if value is None or value == "" else Entry(match.place, value)

    def demand_room(self, matches: Sequence[Match]) -> None:
        """Refuses a table with more rows than the blank was given places for: nothing falls off the paper."""
        room: dict[str, int] = {}
        for one in matches:
            found = _ROW.fullmatch(one.value)
            if found:
                room[found[1]] = max(room.get(found[1], 0), int(found[2]))
        for key, most in room.items():
            table, rows = self.places.sheet.edition.field(key), self._rows(key)
            if table is not None and len(rows) > most:
                raise Refusal(TOO_MANY_ROWS.filled(table=table.label, rows=len(rows), room=most), field=key)

    def _shaped(self, match: Match, place: Place) -> str | int | float | date | bool | None:
        if "=" in match.value:
            return self._mark(match, place)
        asked, value = self._value(match.value)
        if value is None:
            return None
        if match.shape in DAY_PARTS and isinstance(value, date):
            return self._day_part(match, place, value)
        if match.shape is Shape.AS_IS:
            if isinstance(value, date) and place.dated:
                return value
            if isinstance(asked, Yen | Count):
                return _number(cast("int | Fraction", value))
        return self._printed(asked, value)

    def _printed(self, asked: Field | None, value: object) -> str:
        if asked is not None:
            return asked.printed(value, self.places.language, self.places.names)
        return printed_date(value, self.places.language) if isinstance(value, date) else str(value)

    def _value(self, key: str) -> tuple[Field | None, object | None]:
        """The question and its answer; no question where the value is one of a letter's."""
        sheet = self.places.sheet
        cell, total = _ROW.fullmatch(key), _TOTAL.fullmatch(key)
        if cell:
            table, rows = cast(Rows, sheet.edition.field(cell[1])), self._rows(cell[1])
            number = int(cell[2])
            return table.column(cell[3]), rows[number - 1].get(cell[3]) if number <= len(rows) else None
        if total:
            table = cast(Rows, sheet.edition.field(total[1]))
            amounts = [row[table.total] for row in self._rows(total[1]) if table.total in row] if table.total else []
            return table.column(str(table.total)), sum(cast("list[int]", amounts)) if amounts else None
        asked = sheet.edition.field(key)
        return (asked, sheet.answers.get(key)) if asked is not None else (None, self._of_letters(key))

    def _of_letters(self, key: str) -> object | None:
        if key in _DAYS:
            return self.places.day if key == "date" else self.places.sheet.received_on
        if key in _PROFILE:
            held = getattr(self.places.profile, key)
            return held.in_(self.places.language) if isinstance(held, Wording) else str(held)
        return self.places.value(key) if key in PLACES else None

    def _mark(self, match: Match, place: Place) -> str | bool | None:
        key, _, option = match.value.partition("=")
        held = self.places.sheet.answers.get(key)
        if key != "enclosed" and held is None:
            return None
        applies = (
            option in self.enclosed if key == "enclosed" else option in (held if isinstance(held, tuple) else (held,))
        )
        if place.ticks:
            return applies
        if match.shape is Shape.CIRCLE:
            return "○" if applies else None
        return "☑" if applies else "☐"

    def _day_part(self, match: Match, place: Place, day: date) -> str | int:
        if match.shape is Shape.MONTH:
            return day.month
        if match.shape is Shape.DAY_OF_MONTH:
            return day.day
        if day < REIWA:
            told = day_in_words(day)
            raise Refusal(EARLIER_ERA.filled(place=place.wording, day=told), field=match.place)
        number = japanese_year(day).removeprefix("令和").removesuffix("年")
        return int(number) if number.isdecimal() else number

    def _rows(self, key: str) -> Sequence[Mapping[str, object]]:
        return cast("Sequence[Mapping[str, object]]", self.places.sheet.answers.get(key, ()))


def _number(value: int | Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(f"{float(value):.15g}")
