"""The three-way merge of a returned register: what was sent, what stands now, what came back, row by row by its key."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clair_desktop.domain.answering import Difference, Kind, Option
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.intake import At
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.registers import ColumnKind
from clair_desktop.domain.sealing import Plain
from clair_desktop.domain.whole_registers import ANSWERS, CASE_KEY, CONTACTS, ENCLOSURES, FINDINGS, KEYS, PART
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.output.excel.ready import headed
from clair_desktop.services.answer_taking import takable
from clair_desktop.services.register_reading import ReadColumn, ReadRow, ReadTable
from clair_desktop.services.sent_registers import Key, SentTable, key_of

_DERIVED = (ANSWERS, CONTACTS, ENCLOSURES, FINDINGS)  # they repeat what other tables say, or what a day makes of it
_KEYS = (*KEYS, PART)
_NOTHING = Wording("（空欄）", "(blank)")
_NO_ROW = Wording("（行なし）", "(no row)")
_ROW = Wording("{row}行目", "row {row}")
_ROWS = Wording("行", "Row")
_LEAVE = (Option.KEEP.value, Option.LEAVE.value)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row in the three states, and whose it is."""

    key: Key
    sent: Mapping[str, Plain] | None
    current: Mapping[str, Plain] | None
    returned: Sequence[ReadRow]

    @property
    def number(self) -> str:
        for values in (self.sent, self.current, *(one.values for one in self.returned)):
            if values and values.get("case_number"):
                return str(values["case_number"])
        return ""


class Merge:
    """The merge of every table of a register; without a base, what stands now is taken for what was sent."""

    def __init__(
        self, edition: Edition, sent: Mapping[str, SentTable] | None, current: Mapping[str, SentTable]
    ) -> None:
        self._edition = edition
        self._sent = sent
        self._current = current

    def differences(self, tables: Mapping[str, ReadTable]) -> list[Difference]:
        found: list[Difference] = []
        gone: set[str] = set()
        for key, table in tables.items():
            for one in self._of_table(key, table):
                if one.kind is Kind.REMOVED:  # told once, however many tables the case is missing from
                    if one.case in gone:
                        continue
                    gone.add(one.case)
                found.append(one)
        return found

    def _of_table(self, key: str, table: ReadTable) -> Iterator[Difference]:
        now = self._current.get(key)
        if now is None:
            return
        base = (self._sent or {}).get(key)
        rows = _joined(table, base or now, now)
        lost = {row.number: row for row in rows if not row.returned and row.sent}
        for row in rows:
            if key == ANSWERS or key not in _DERIVED:
                yield from self._of_row(key, table, row, lost, has_base=base is not None)

    def _of_row(
        self, name: str, table: ReadTable, row: _Row, lost: Mapping[str, _Row], *, has_base: bool
    ) -> Iterator[Difference]:
        if not row.returned:
            if row.sent is not None and not _is_taken_by_another(table, row):
                yield _removed(name, table, row)
            return
        if len(row.returned) > 1 and name != ANSWERS:
            yield _doubled(name, table, row)
        if row.sent is None and row.current is None:
            yield _strange(name, table, row, lost.get(row.number))
        elif name != ANSWERS and row.sent is not None:
            yield from self._altered(name, table, row)
            if has_base and row.current is not None and name not in _DERIVED:
                yield from self._stale(name, table, row)

    def _altered(self, name: str, table: ReadTable, row: _Row) -> Iterator[Difference]:
        back = row.returned[0]
        for column in table.columns:
            if not column.sealed or column.key in _KEYS or column.key in table.missing:
                continue
            sent, returned = (values.get(column.key) for values in (row.sent or {}, back.values))
            now = (row.current or {}).get(column.key)
            if column.key in back.faulty or _alike(returned, sent) or _alike(returned, now):
                continue
            options = list(_LEAVE)
            may = takable(self._edition, name, column.key, returned, (row.sent or {}, row.current or {}))
            if may.why_not is None:
                options.insert(1, Option.TAKE.value)
            place = (column, self._at(name, column, back))
            told = _difference((name, Kind.FIGURE), row, place, (sent, now, returned), tuple(options))
            yield replace(told, field=may.place, value=may.value, why_not=may.why_not)

    def _at(self, name: str, column: ReadColumn, row: ReadRow) -> At:
        """Where a value stands, under its head in both languages; the file bears one of them."""
        at = row.at(column)
        tables = ((self._sent or {}).get(name), self._current.get(name))
        head = next((one.heads[column.key] for one in tables if one and column.key in one.heads), at.heading)
        return replace(at, heading=Wording(*(headed(head, column.kind, one) for one in Language)))

    def _stale(self, name: str, table: ReadTable, row: _Row) -> Iterator[Difference]:
        """What the branch has changed since the register was sent, where the answer goes by the old value."""
        back = row.returned[0]
        for column in table.columns:
            if not column.sealed or column.key in _KEYS or column.key in table.missing:
                continue
            sent, now, returned = (
                values.get(column.key) for values in (row.sent or {}, row.current or {}, back.values)
            )
            if not _alike(now, sent) and _alike(returned, sent):
                place = (column, self._at(name, column, back))
                yield _difference((name, Kind.STALE), row, place, (sent, now, returned), _LEAVE)


def _joined(table: ReadTable, sent: SentTable, now: SentTable) -> list[_Row]:
    """Every row that was sent, stands now or came back, by its key, in the order of what came back."""
    returned: dict[Key, list[ReadRow]] = defaultdict(list)
    for row in table.rows:
        returned[key_of(row.values)].append(row)
    keys = dict.fromkeys([*returned, *sent.rows])
    return [_Row(key, sent.rows.get(key), now.rows.get(key), returned.get(key, [])) for key in keys]


def _is_taken_by_another(table: ReadTable, row: _Row) -> bool:
    """Whether a row bears the case's number under another key, which is told as such."""
    return any(
        one.values.get("case_number") == row.number and key_of(one.values) != row.key and not row.key[1]
        for one in table.rows
    )


def _removed(name: str, table: ReadTable, row: _Row) -> Difference:
    at = At(table.sheet, "", _ROWS)
    said = (_row_said(row.sent), _row_said(row.current), _NO_ROW)
    return Difference(
        f"{name}/{_who(row)}", Kind.REMOVED, row.number, at, *said, (Option.KEEP.value,), Option.KEEP.value
    )


def _doubled(name: str, table: ReadTable, row: _Row) -> Difference:
    listed = [_ROW.filled(row=one.row) for one in row.returned]
    said = Wording("、".join(one.ja for one in listed), ", ".join(one.en for one in listed))
    alike = all(one.values == row.returned[0].values for one in row.returned)
    options = [*(f"row:{one.row}" for one in row.returned), Option.LEAVE.value]
    at = At(table.sheet, f"{row.returned[1].row}:{row.returned[1].row}", _ROWS)
    return Difference(
        f"{name}/{_who(row)}/rows", Kind.DUPLICATED, row.number, at, _row_said(row.sent), _row_said(row.current), said,
        options, options[0] if alike else None,
    )  # fmt: skip


def _strange(name: str, table: ReadTable, row: _Row, lost: _Row | None) -> Difference:
    """A row whose key nobody knows: a key altered, where its number was sent under another; else a row added."""
    back = row.returned[0]
    column = next(
        (one for one in table.columns if one.key == CASE_KEY), ReadColumn(CASE_KEY, ColumnKind.TEXT, CASE_KEY)
    )
    kind = Kind.KEY if lost else Kind.ADDED
    sent = same(lost.key[0]) if lost else _NO_ROW
    options = list(_LEAVE) if lost else [Option.LEAVE.value]
    who = row.number or f"row{back.row}"
    return Difference(
        f"{name}/{who}/{CASE_KEY}", kind, row.number, back.at(column), sent, sent, same(row.key[0] or "—"), options,
        None if lost else Option.LEAVE.value,
    )  # fmt: skip


def _difference(
    what: tuple[str, Kind], row: _Row, place: tuple[ReadColumn, At], values: Sequence[Plain], options: Sequence[str]
) -> Difference:
    (name, kind), (column, at) = what, place
    sent, now, returned = (shown(value, column.kind) for value in values)
    return Difference(f"{name}/{_who(row)}/{column.key}", kind, row.number, at, sent, now, returned, options, None)


def shown(value: Plain, kind: ColumnKind) -> Wording:
    """A value as a clerk reads it."""
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, date):
        return Wording(*(printed_date(value, language) for language in (Language.JA, Language.EN)))
    if isinstance(value, int | float):
        text = f"{value:,}"
        return Wording(f"{text}円", f"JPY {text}") if kind is ColumnKind.YEN else same(text)
    return same(value)


def _who(row: _Row) -> str:
    return "/".join(one for one in (row.number or row.key[0], row.key[1]) if one)


def _row_said(values: Mapping[str, Plain] | None) -> Wording:
    if values is None:
        return _NO_ROW
    words = [str(values[key]) for key in ("applicant_name", "case_title", "title", "part_name") if values.get(key)]
    return same("　".join(words) or str(values.get("case_number") or ""))


def _alike(one: Plain, other: Plain) -> bool:
    return (one or None) == (other or None) if not isinstance(one, int) else one == other
