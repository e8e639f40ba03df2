"""What is asked. A field knows how its value is typed, shown, printed and stored, never its widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from clair_desktop.domain.eras import date_with_weekday, english_date, japanese_date, read_day
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.money import decimal_text, yen
from clair_desktop.domain.parties import Names
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded, read_count, read_text, read_yen
from clair_desktop.domain.wording import Language, Wording

RowTexts = Mapping[str, str]
Texts = Mapping[str, "str | Sequence[RowTexts]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question: its key, its label and whether an application is complete without it."""

    key: str
    label: Wording
    required: bool = False
    required_when: tuple[str, object] | None = None  # (other field, its value)
    searchable: bool = False
    hint: Wording | None = None
    since: FiscalYear | None = None
    until: FiscalYear | None = None

    kind = "text"

    def stands_in(self, year: FiscalYear) -> bool:
        return not ((self.since and year < self.since) or (self.until and year > self.until))

    def parse(self, text: str, names: Names) -> object:
        """The value of a typed, non-empty text; raises ``Malformed``."""
        return text

    def accept(self, raw: object, names: Names) -> object | None:
        """The value of what a file or another program gives: typed text, or the natural JSON type."""
        if raw is None or raw in ("", []):
            return None
        if isinstance(raw, bool | Mapping | list | tuple):
            raise Malformed(Wording("1つの文字列か数で指定してください。", "Give one text or number."), field=self.key)
        return self.parse(str(raw), names) if str(raw).strip() else None

    def show(self, value: object, language: Language, names: Names) -> str:
        """The text the entry box holds; parsing it gives the value again."""
        return str(value)

    def printed(self, value: object, language: Language, names: Names) -> str:
        """The text an official paper carries."""
        return self.show(value, language, names)

    def store(self, value: object) -> object:
        """The value as JSON keeps it."""
        return value

    def load(self, stored: object) -> object:
        return stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """Words, kept exactly as typed; ``lines`` is how tall the entry box is."""

    lines: int = 1

    kind = "text"

    def parse(self, text: str, names: Names) -> str:
        plain = read_text(text)
        return plain if self.lines > 1 else plain.strip("\n").replace("\n", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Yen(Field):
    """An amount in integer yen, never negative unless ``signed``."""

    signed: bool = False

    kind = "yen"

    def parse(self, text: str, names: Names) -> int:
        amount = read_yen(text)
        if amount < 0 and not self.signed:
            raise Malformed(Wording("0円以上の金額を入力してください。", "Enter an amount of ¥0 or more."))
        if amount > 10**12:
            raise Malformed(
                Wording(
                    "金額が大きすぎます（1兆円まで）。桁を確かめてください。",
                    "The amount is above ¥1,000,000,000,000. Check the digits.",
                )
            )
        return amount

    def accept(self, raw: object, names: Names) -> object | None:
        if isinstance(raw, float) and not isinstance(raw, bool):
            raise Malformed(Wording("金額は整数の円で指定してください（例：1200000）。", "Give amounts as whole yen."))
        return Field.accept(self, raw, names)

    def show(self, value: object, language: Language, names: Names) -> str:
        return f"{cast(int, value):,}"

    def printed(self, value: object, language: Language, names: Names) -> str:
        return yen(cast(int, value)).in_(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Field):
    """A quantity of 0 or more, kept exact; whole numbers stay whole. A Japanese form prints its ``unit``: 40人."""

    kind = "count"
    unit: str = ""

    def parse(self, text: str, names: Names) -> Fraction:
        return read_count(text)

    def show(self, value: object, language: Language, names: Names) -> str:
        return decimal_text(cast(Fraction, value))

    def store(self, value: object) -> object:
        return str(value)

    def load(self, stored: object) -> object:
        return Fraction(str(stored))


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A day; typed in any calendar, shown in the Japanese one where the language is Japanese."""

    kind = "date"

    def parse(self, text: str, names: Names) -> date:
        return read_day(folded(text))

    def show(self, value: object, language: Language, names: Names) -> str:
        day = cast(date, value)
        return date_with_weekday(day) if language is Language.JA else english_date(day)

    def printed(self, value: object, language: Language, names: Names) -> str:
        return (japanese_date if language is Language.JA else english_date)(cast(date, value))

    def store(self, value: object) -> object:
        return cast(date, value).isoformat()

    def load(self, stored: object) -> object:
        return date.fromisoformat(str(stored))


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    label: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of several options, kept by its key."""

    options: Sequence[Option]

    kind = "choice"

    def parse(self, text: str, names: Names) -> str:
        return _option_key(self.options, text)

    def show(self, value: object, language: Language, names: Names) -> str:
        return self.option(str(value)).label.in_(language)

    def option(self, key: str) -> Option:
        return next(option for option in self.options if option.key == key)


YES_NO = (Option("yes", Wording("はい", "Yes")), Option("no", Wording("いいえ", "No")))


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Choice):
    """A question answered はい or いいえ; JSON ``true`` and ``false`` are understood."""

    options: Sequence[Option] = YES_NO

    def accept(self, raw: object, names: Names) -> object | None:
        if isinstance(raw, bool):
            return "yes" if raw else "no"
        return Field.accept(self, raw, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Field):
    """Any number of options, kept as a tuple of keys in the declared order."""

    options: Sequence[Option]

    kind = "choices"

    def parse(self, text: str, names: Names) -> tuple[str, ...]:
        chosen = {_option_key(self.options, part) for part in text.replace("、", "\n").split("\n") if part.strip()}
        return tuple(option.key for option in self.options if option.key in chosen)

    def accept(self, raw: object, names: Names) -> object | None:
        if isinstance(raw, list | tuple):
            for part in raw:
                _option_key(self.options, part if isinstance(part, str) else "")
            raw = "\n".join(raw)
        return Field.accept(self, raw, names)

    def show(self, value: object, language: Language, names: Names) -> str:
        chosen = cast("tuple[str, ...]", value)
        return "\n".join(option.label.in_(language) for option in self.options if option.key in chosen)

    def store(self, value: object) -> object:
        return list(cast("tuple[str, ...]", value))

    def load(self, stored: object) -> object:
        return tuple(cast("list[str]", stored))


Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Field):
    """A table of rows, each answering the same columns; empty rows are dropped."""

    columns: Sequence[Field]
    total: str | None = None  # the column whose sum the table shows

    kind = "rows"

    def accept(self, raw: object, names: Names) -> object | None:
        if raw is None or raw == "":
            return None
        if not isinstance(raw, list | tuple) or not all(isinstance(row, Mapping) for row in raw):
            raise Malformed(
                Wording("表の行の並び（[{…}, …]）で指定してください。", "Give a list of rows: [{…}, …]."),
                field=self.key,
            )
        rows = [self._row(number, row, names) for number, row in enumerate(raw, start=1)]
        return tuple(row for row in rows if row) or None

    def _row(self, number: int, row: Mapping[str, object], names: Names) -> Row:
        unknown = set(row) - {column.key for column in self.columns}
        if unknown:
            listed, known = ", ".join(sorted(map(cited, unknown))), ", ".join(column.key for column in self.columns)
            raise Malformed(
                Wording(
                    f"{number}行目に表にない列があります：{listed}。使える列：{known}",
                    f"Row {number} has columns the table does not know: {listed}. It knows: {known}",
                ),
                field=self.key,
                row=number,
            )
        read: dict[str, object] = {}
        for column in self.columns:
            try:
                value = column.accept(row.get(column.key), names)
            except Malformed as complaint:
                label = column.label
                wording = Wording(
                    f"{number}行目「{label.ja}」：{complaint.wording.ja}",
                    f"Row {number}, {label.en}: {complaint.wording.en}",
                )
                raise Malformed(wording, field=self.key, row=number) from complaint
            if value is not None:
                read[column.key] = value
        return read

    def texts(self, value: object, language: Language, names: Names) -> list[dict[str, str]]:
        """Every row as entry texts."""
        return [
            {c.key: c.show(row[c.key], language, names) if c.key in row else "" for c in self.columns}
            for row in cast("Sequence[Row]", value)
        ]

    def store(self, value: object) -> object:
        return [
            {c.key: c.store(row[c.key]) for c in self.columns if c.key in row} for row in cast("Sequence[Row]", value)
        ]

    def load(self, stored: object) -> object:
        return tuple(
            {c.key: c.load(value) for c in self.columns if (value := row.get(c.key)) is not None}
            for row in cast("list[dict[str, object]]", stored)
        )

    def column(self, key: str) -> Field:
        return next(column for column in self.columns if column.key == key)


@dataclass(frozen=True, slots=True)
class Section:
    """Fields asked together. ``stage`` names the workflow stage that fills them; "" is the application itself."""

    key: str
    title: Wording
    fields: Sequence[Field]
    stage: str = ""
    kept: bool = False  # asked no longer: shown where an older case has answered it


def _option_key(options: Sequence[Option], text: str) -> str:
    wanted = folded(text).casefold()
    for option in options:
        if wanted in (option.key, folded(option.label.ja).casefold(), option.label.en.casefold()):
            return option.key
    listed = Wording("、".join(o.label.ja for o in options), ", ".join(o.label.en for o in options))
    raise Malformed(
        Wording(
            f"「{cited(text)}」は選べません。次から選んでください：{listed.ja}",
            f"“{cited(text)}” is no choice. Choose one of: {listed.en}",
        )
    )
