"""The directory's values that a case's papers are made with; a printed paper keeps its own, a reprint offers newer ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from clair_desktop.domain.directory import Attribute, Body, BodyKind, Statement
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.directory import HEADQUARTERS, Directory
from clair_desktop.services.sheets import CaseSheet

ASSOCIATION = f"{HEADQUARTERS}/{Attribute.NAME}"
_NOTHING = Wording("（値なし）", "(none)")
_OFFICE = (Attribute.ADDRESS, Attribute.TEL)


@dataclass(frozen=True, slots=True)
class UsedValue:
    """One value: whose it is, which attribute, as it is printed."""

    key: str
    whose: Wording
    attribute: Attribute
    value: Wording

    @property
    def label(self) -> Wording:
        what = ATTRIBUTE_WORDS[self.attribute]
        return Wording(f"{self.whose.ja}　{what.ja}", f"{self.whose.en}: {what.en}")


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that a reprint would have otherwise than the paper that was printed."""

    label: Wording
    before: Wording
    after: Wording


@dataclass(frozen=True, slots=True)
class LetterValues:
    """All values of one printing; ``day`` is that of its letters."""

    day: date
    values: Mapping[str, UsedValue]

    @property
    def association(self) -> Wording:
        """The association as its addressee line calls it."""
        return self.values[ASSOCIATION].value

    def changes(self, newer: "LetterValues") -> list[ValueChange]:
        """What is different in newer values, whichever side lacks it."""
        keys = dict.fromkeys([*self.values, *newer.values])
        pairs = [(self.values.get(key), newer.values.get(key)) for key in keys]
        return [_change(old, new) for old, new in pairs if _value(old) != _value(new)]

    def kept_by(self, frozen: "LetterValues") -> "LetterValues":
        """These values with those of an earlier print in their place; the legal name goes by the day of the letter."""
        kept = {key: one for key, one in frozen.values.items() if key != ASSOCIATION or frozen.day == self.day}
        return replace(self, values={**self.values, **kept})

    def stored(self) -> dict[str, object]:
        return {
            key: {"attribute": one.attribute.value, "whose": [one.whose.ja, one.whose.en], "value": [one.value.ja, one.value.en]}
            for key, one in self.values.items()
        }  # fmt: skip


def values_for(directory: Directory, sheet: CaseSheet, day: date) -> LetterValues:
    """What the papers of a case say of headquarters, the programme's desk and the offices concerned, on a day."""
    found = list(_headquarters(directory, sheet, day))
    for part in sheet.parts:
        if part.key in _offices(directory):
            found += _of(directory.body(part.key), _OFFICE, day)
    return LetterValues(day, {one.key: one for one in found})


def read_values(day: date, kept: Mapping[str, object]) -> LetterValues:
    """The values a print kept."""
    values = {}
    for key, held in kept.items():
        one = cast("Mapping[str, object]", held)
        whose, value = (Wording(*cast("Sequence[str]", one[side])) for side in ("whose", "value"))
        values[key] = UsedValue(key, whose, Attribute(str(one["attribute"])), value)
    return LetterValues(day, values)


def _headquarters(directory: Directory, sheet: CaseSheet, day: date) -> Iterator[UsedValue]:
    body = directory.body(HEADQUARTERS)
    yield UsedValue(ASSOCIATION, body.name, Attribute.NAME, directory.headquarters_name(day))
    yield from _of(body, (Attribute.ADDRESS,), day)
    to = directory.addressee(sheet.edition.programme.key, day)
    name = to.division.full_name
    yield UsedValue(f"{to.division.key}/{Attribute.TEL}", name, Attribute.TEL, same(to.tel))
    if to.email:
        yield UsedValue(f"{to.division.key}/{Attribute.EMAIL}", name, Attribute.EMAIL, same(to.email))


def _of(body: Body, attributes: Sequence[Attribute], day: date) -> Iterator[UsedValue]:
    for attribute in attributes:
        said: Sequence[Statement | None] = [body.current(attribute, day, language=one) for one in Language]
        ja, en = ((one.value or "") if one else "" for one in said)
        if ja or en:
            yield UsedValue(f"{body.key}/{attribute}", body.name, attribute, Wording(ja or en, en or ja))


def _offices(directory: Directory) -> set[str]:
    return {one.key for one in directory.bodies(BodyKind.OVERSEAS_OFFICE)}


def _value(one: UsedValue | None) -> Wording | None:
    return one.value if one else None


def _change(old: UsedValue | None, new: UsedValue | None) -> ValueChange:
    told = old or new
    label = told.label if told else _NOTHING
    return ValueChange(label, old.value if old else _NOTHING, new.value if new else _NOTHING)
