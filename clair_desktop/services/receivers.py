"""To whom a pack goes that is made row by row: the rows it concerns, and what they lack before it can be printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from clair_desktop.domain.documents import Each, Pack
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Day, Rows
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.needed import enter, lacks


@dataclass(frozen=True, slots=True)
class Receiver:
    """One row of the table, by its number from 1, and what it says."""

    each: Each
    table: Rows
    number: int
    row: Mapping[str, object]
    facts: Facts

    def said(self, column: str, language: Language) -> str:
        """A column of the row, or a place reckoned from it, in printed form; empty where it is not answered."""
        if column in self.each.reckoned:
            return self.each.reckoned[column].said(self.facts, self.number).in_(language)
        value = self.row.get(column)
        return "" if value is None else self.table.column(column).printed(value, language, self.facts.names)

    def says_days(self, column: str) -> bool:
        if column in self.each.reckoned:
            return self.each.reckoned[column].days
        return isinstance(self.table.column(column), Day)

    def named(self) -> Wording:
        name = self.said(self.each.name, Language.JA), self.said(self.each.name, Language.EN)
        label = self.table.label
        ja, en = f"{label.ja}{self.number}行目", f"{label.en}, row {self.number}"
        return Wording(f"{ja}（{name[0]}）", f"{en} ({name[1]})") if all(name) else Wording(ja, en)


def every_row(pack: Pack, edition: Edition, facts: Facts) -> list[Receiver]:
    """All rows a pack can be made for, whatever their state; none where it is not made row by row."""
    if pack.each is None:
        return []
    table = cast(Rows, edition.field(pack.each.rows))
    return [Receiver(pack.each, table, number, row, facts) for number, row in enumerate(facts.rows(table.key), start=1)]


def receivers(pack: Pack, edition: Edition, facts: Facts, wanted: Sequence[int] = ()) -> list[Receiver]:
    """The rows the pack is made for: those ``wanted`` by number, else those whose state asks for it.

    Raises ``Refusal`` where there is none, or where one lacks what its letter must say; one letter to all rows that ask
    for it has no receivers, and is refused where none does.
    """
    each = pack.each or pack.needs.row
    if each is None:
        return []
    table = cast(Rows, edition.field(each.rows))
    rows = facts.rows(table.key)
    every = [Receiver(each, table, number, row, facts) for number, row in enumerate(rows, start=1)]
    found = _wanted(every, wanted) if wanted else every
    if each.done or not wanted:
        found = [one for one in found if each.chosen(facts, one.row)]
    if not found:
        raise _nobody(pack, each, table, [one for one in every if not wanted or one.number in wanted])
    if pack.each is None:
        return []
    lacking = [said for one in found for said in _lacking(one, edition)]
    if lacking:
        raise lacks(pack, lacking, table.key)
    return found


def _nobody(pack: Pack, each: Each, table: Rows, passed: Sequence[Receiver]) -> Refusal:
    done = [each.done(one.facts, one.number) for one in passed] if each.done else []
    return Refusal(
        Wording(
            f"「{pack.name.ja}」を作る「{table.label.ja}」の行がありません。{each.when.ja}",
            f"No row of “{table.label.en}” asks for “{pack.name.en}”. {each.when.en}",
        ),
        field=table.key,
        details=done if passed else [enter(table.label)],
    )


def _wanted(every: Sequence[Receiver], wanted: Sequence[int]) -> list[Receiver]:
    if wrong := [number for number in wanted if not 1 <= number <= len(every)]:
        raise Refusal(
            Wording(
                f"{wrong[0]}行目はありません。行は{len(every)}行です。",
                f"There is no row {wrong[0]}. Rows: {len(every)}.",
            ),
            field="rows",
        )
    return [one for one in every if one.number in wanted]


def _lacking(one: Receiver, edition: Edition) -> Iterator[Wording]:
    """What every letter must say is named once; what a row lacks, with its number and name."""
    columns = {column.key: column.label for column in one.table.columns}
    for key in one.each.needs:
        asked = edition.field(key)
        if asked is not None:
            if one.facts.answers.get(key) in (None, "", ()):
                yield enter(asked.label)
        elif not one.said(key, Language.EN).strip():
            label = one.each.reckoned[key].label if key in one.each.reckoned else columns[key]
            yield Wording(
                f"{one.named().ja}：「{label.ja}」を入力してください。", f"{one.named().en}: enter “{label.en}”."
            )
