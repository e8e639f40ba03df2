"""Lists of bodies from Excel or CSV: read whole, every wrong cell named with its cure, and taken only as one act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from clair_desktop.domain.directory import Attribute, Body, BodyKind, Statement
from clair_desktop.domain.place_names import plain
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.output.excel.plain_table import read_plain
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.directory_columns import TableRow, table_rows
from clair_desktop.services.directory_keeping import (
    demand_one_value,
    new_key,
    put_body,
    statement_row,
    write_statement,
)
from clair_desktop.services.directory_reading import (
    BodyEntry,
    ReadBody,
    ReadStatement,
    StatementEntry,
    read_body,
    read_statement,
)

_BODY_FIELDS = tuple(BodyEntry.__dataclass_fields__)
_FIELDS = tuple(StatementEntry.__dataclass_fields__)
_SHARED = ("valid_from", "valid_to", "seen_on", "document", "locator")


@dataclass(frozen=True, slots=True)
class CellComplaint:
    """What is wrong in which cell, and what to do; ``sheet`` is empty in a CSV file."""

    sheet: str
    row: int
    cell: str
    wording: Wording

    @property
    def told(self) -> Wording:
        where = f"「{self.sheet}」" if self.sheet else ""
        sheet = f"{self.sheet}, " if self.sheet else ""
        return Wording(f"{where}{self.cell}：{self.wording.ja}", f"{sheet}{self.cell}: {self.wording.en}")


@dataclass(frozen=True, slots=True)
class Offered:
    """One change that taking would make: a value, or with no statement a body alone."""

    body: str
    name: Wording
    row: int
    before: Statement | None
    after: ReadStatement | None

    @property
    def text(self) -> tuple[Wording, Wording]:
        nothing = Wording("―", "–")
        after = same(self.after.value or "記載なし") if self.after else nothing
        return (self.before.text if self.before else nothing), after


@dataclass(slots=True)
class Intake:
    """A file as it was read: what it offers, what it repeats, what is wrong. Nothing is kept yet."""

    name: str
    offered: list[Offered] = field(default_factory=list)
    unchanged: int = 0
    complaints: list[CellComplaint] = field(default_factory=list)
    bodies: dict[str, ReadBody] = field(default_factory=dict)  # new or changed ones by key


class DirectoryIntake:
    """Reads, offers, and takes lists."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self._desk = desk
        self._directory = directory

    def read(self, path: Path, kind: BodyKind | None = None) -> Intake:
        """A dry run: the whole file, row by row; ``kind`` is that of rows which name none."""
        return self.of_rows(table_rows(read_plain(path), path.name), path.name, kind)

    def of_rows(self, rows: Sequence[TableRow], name: str, kind: BodyKind | None = None) -> Intake:
        intake = Intake(name)
        reading = _Reading(self._desk, self._directory, intake, kind)
        for row in rows:
            reading.take(row)
        return intake

    def take(self, intake: Intake, *, good_rows_only: bool = False, title: Wording | None = None) -> int:
        """Keep what is offered in one act; a file with wrong cells is refused unless its good rows were asked for."""
        if intake.complaints and not good_rows_only:
            raise Refusal(
                Wording(
                    f"「{intake.name}」に誤りが{len(intake.complaints)}か所あるため、取り込みませんでした。",
                    f"“{intake.name}” has {len(intake.complaints)} wrong cells; nothing was imported.",
                ),
                details=[one.told for one in intake.complaints],
            )
        named = Wording(f"名簿の取込み：{intake.name}", f"Directory import: {intake.name}")
        now, who = self._desk.clock.now(), self._desk.database.who
        with self._desk.database.work(title or named) as work:
            for key, body in intake.bodies.items():
                put_body(work, body, key)
            for one in intake.offered:
                if one.after is None:
                    continue
                kept = work.directory.statement(one.before.number) if one.before and one.before.number else None
                if kept is not None:
                    write_statement(kept, one.after)
                    kept.entered_by, kept.entered_at, kept.withdrawn = who, now, False
                else:
                    over = one.before.key if one.before else ""
                    work.directory.add(statement_row(one.body, one.after, over=over, who=who, at=now))
        self._desk.changed()
        return len(intake.offered)


class _Reading:
    """One file being read: a row that is wrong in any cell offers nothing."""

    def __init__(self, desk: Desk, directory: Directory, intake: Intake, kind: BodyKind | None) -> None:
        self._names = desk.names
        self._today = desk.clock.today()
        self._directory = directory
        self._intake = intake
        self._kind = kind
        self._known = {one.key: one for one in directory.bodies()}
        self._by_name = {(one.kind, plain(one.name.ja)): one.key for one in self._known.values()}
        self._said: dict[tuple[str, Attribute, str, str, date | None], tuple[str | None, str]] = {}

    def take(self, row: TableRow) -> None:
        wrong = len(self._intake.complaints)
        key, read = self._body(row)
        statements = list(self._statements(row))
        if len(self._intake.complaints) > wrong or read is None:
            return
        pairs = [(one, self._before(key, one)) for one, _ in statements]
        for (one, column), (_, before) in zip(statements, pairs, strict=True):
            self._demand_single(row, key, one, before, column)
        if len(self._intake.complaints) > wrong:
            return
        self._offer(row, key, read, pairs)

    def _offer(
        self, row: TableRow, key: str, read: ReadBody, pairs: Sequence[tuple[ReadStatement, Statement | None]]
    ) -> None:
        body = self._known.get(key)
        if body is None or _differs(body, read):
            if key not in self._intake.bodies:
                self._intake.offered.append(Offered(key, read.name, row.number, None, None))
            self._intake.bodies[key] = read
        for after, before in pairs:
            if before is not None and _equal(before, after):
                self._intake.unchanged += 1
            else:
                self._intake.offered.append(Offered(key, read.name, row.number, before, after))

    def _body(self, row: TableRow) -> tuple[str, ReadBody | None]:
        """The body of a row: by its key, else by kind and name; a new one gets a key of its own."""
        texts = {field: row.text(field) for field in _BODY_FIELDS}
        known = self._known.get(row.text("key"))
        if known is not None:
            texts = {**_texts(known), **{field: text for field, text in texts.items() if text}}
        texts["kind"] = texts["kind"] or (self._kind.value if self._kind else "")
        try:
            read = read_body(BodyEntry(**texts), self._names)
        except Malformed as complaint:
            self._complain(row, complaint)
            return "", None
        if known is None and read.kind is BodyKind.BRANCH and read.code:
            known = self._known.get(f"branch_{read.code}")
            if known is not None:
                read = read_body(BodyEntry(**{**_texts(known), "code": read.code}), self._names)
        key = known.key if known else self._by_name.get((read.kind, plain(read.name.ja)), "")
        if not key:
            key = row.text("key") or new_key()
            self._by_name[read.kind, plain(read.name.ja)] = key
        elif known is None and key in self._known:
            named = _texts(self._known[key])
            given = {field: text for field, text in texts.items() if text}
            read = read_body(BodyEntry(**{**named, **given}), self._names)
        return key, read

    def _statements(self, row: TableRow) -> Iterator[tuple[ReadStatement, str]]:
        """What a row says: one statement in the long form, one for each attribute's column in a list."""
        if any(row.text(column) for column in ("attribute", "value")):
            entry = StatementEntry(**{field: row.text(field) for field in _FIELDS})
            yield from self._read(row, entry, "value")
            return
        shared = {field: row.text(field) for field in _SHARED}
        shared["document"] = shared["document"] or self._intake.name
        shared["seen_on"] = shared["seen_on"] or self._today.isoformat()
        for attribute in Attribute:
            if attribute is not Attribute.NAME and row.text(attribute.value):
                entry = StatementEntry(attribute=attribute.value, value=row.text(attribute.value), **shared)
                yield from self._read(row, entry, attribute.value)

    def _read(self, row: TableRow, entry: StatementEntry, column: str) -> Iterator[tuple[ReadStatement, str]]:
        try:
            yield read_statement(entry), column
        except Malformed as complaint:
            field = complaint.field or column
            self._complain(row, complaint, column if field == "value" else field)

    def _demand_single(
        self, row: TableRow, key: str, one: ReadStatement, before: Statement | None, column: str
    ) -> None:
        """A body may not have two values from one day, neither within the file nor beside what is kept."""
        slot = (key, one.attribute, one.scope, one.tongue.value, one.valid_from or one.seen_on)
        other = self._said.get(slot)
        if one.valid_to is None:
            if other is not None and other[0] != one.value:
                said = Wording(
                    f"同じ日から有効な値が{other[1]}にもあります。どちらかに有効終了を入れるか、行を消してください。",
                    f"{other[1]} holds another value from the same day. Give one of them its last day, or delete a row.",
                )
                self._complain(row, Malformed(said), column)
                return
            self._said[slot] = one.value, row.cell(column).place
        body = self._known.get(key)
        if body is not None and before is None:
            try:
                demand_one_value(body, one)
            except Malformed as complaint:
                self._complain(row, complaint, column)

    def _before(self, key: str, one: ReadStatement) -> Statement | None:
        """The statement that says the same thing by the same document of the same day."""
        body = self._known.get(key)
        return next((said for said in body.statements if _identity(said) == _identity(one)), None) if body else None

    def _complain(self, row: TableRow, complaint: Malformed, column: str = "") -> None:
        cell = row.cell(column or complaint.field or "name_ja")
        said = CellComplaint(row.sheet, row.number, cell.place, complaint.wording)
        if said not in self._intake.complaints:  # a cell that all values of its row share
            self._intake.complaints.append(said)


def _identity(one: Statement | ReadStatement) -> tuple[object, ...]:
    return one.attribute, one.scope, one.tongue, one.document, one.valid_from, one.seen_on


def _equal(said: Statement, read: ReadStatement) -> bool:
    same_words = (said.value, said.valid_to, said.confidence) == (read.value, read.valid_to, read.confidence)
    return same_words and said.source.locator.ja == read.locator and not said.withdrawn


def _differs(body: Body, read: ReadBody) -> bool:
    mine = (body.kind, body.name, body.kana, body.code, body.country, body.parent)
    return mine != (read.kind, read.name, read.kana, read.code, read.country, read.parent)


def _texts(body: Body) -> dict[str, str]:
    return {
        "kind": body.kind.value, "name_ja": body.name.ja, "name_en": body.name.en, "kana": body.kana,
        "code": body.code, "country": body.country, "parent": body.parent,
    }  # fmt: skip
