"""What the branch changes in its directory: entered, corrected, withdrawn, merged; each one act that undo takes back."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from clair_desktop.domain.directory import Attribute, Body, Statement
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS
from clair_desktop.domain.place_names import plain
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.directory_tables import DirectoryBodyRow, DirectoryStatementRow
from clair_desktop.model.journal import HistoryEntry
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.directory_reading import (
    BodyEntry,
    ReadBody,
    ReadStatement,
    StatementEntry,
    read_body,
    read_statement,
)


@dataclass(frozen=True, slots=True)
class BodyAct:
    """An act that touched a body: who did what when, and whether it was taken back."""

    operation: int
    title: Wording
    who: str
    at: datetime
    undone: bool
    undo: bool
    changes: Sequence[tuple[Wording, str, str]]


class DirectoryKeeping:
    """Changes to the directory; nothing shipped is altered, what is kept lies over it."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self._desk = desk
        self._directory = directory

    def add_body(self, entry: BodyEntry) -> Body:
        """A new body; one of the same kind and name is refused, for it is there already."""
        read = read_body(entry, self._desk.names)
        self._demand_new(read)
        with self._desk.database.work(_titled("名簿に追加", "Added to the directory", read.name)) as work:
            key = put_body(work, read, new_key())
        self._desk.changed()
        return self._directory.body(key)

    def change_body(self, key: str, entry: BodyEntry) -> Body:
        """Another name, reading, code, country or parent; what documents print of it stays."""
        body, read = self._directory.body(key), read_body(entry, self._desk.names)
        with self._desk.database.work(_titled("名簿の変更", "Directory changed", body.name)) as work:
            put_body(work, replace(read, kind=body.kind), key)
        self._desk.changed()
        return self._directory.body(key)

    def withdraw_body(self, key: str, *, withdrawn: bool = True) -> None:
        """Take a body off the lists, or put it back; all that was said of it is kept."""
        body = self._directory.body(key)
        words = (
            ("名簿から外す", "Taken off the directory") if withdrawn else ("名簿に戻す", "Put back on the directory")
        )
        with self._desk.database.work(_titled(*words, body.name)) as work:
            _row_over(work, body).withdrawn = withdrawn
        self._desk.changed()

    def enter(self, key: str, entry: StatementEntry) -> Statement:
        """A new value with its source; earlier ones stay in the timeline."""
        body, read = self._directory.body(key), read_statement(entry)
        demand_one_value(body, read)
        with self._desk.database.work(_about("名簿に入力", "Entered", body, read.attribute)) as work:
            row = self._new_row(key, read)
            work.directory.add(row)
            number = row.id
        self._desk.changed()
        return next(one for one in self._directory.body(key).statements if one.number == number)

    def correct(self, key: str, statement: str, entry: StatementEntry) -> None:
        """Another value for a statement: an own one is changed, a shipped one gets an own in its place."""
        body, read = self._directory.body(key), read_statement(entry)
        said = _said(body, statement)
        demand_one_value(body, read, but=said)
        with self._desk.database.work(_about("名簿の訂正", "Corrected", body, read.attribute)) as work:
            self._lay(work, said, read)
        self._desk.changed()

    def withdraw(self, key: str, statement: str, *, withdrawn: bool = True) -> None:
        """Use a statement no longer, or again; it stays in the timeline."""
        body = self._directory.body(key)
        said = _said(body, statement)
        words = ("名簿の値の取消", "Withdrawn") if withdrawn else ("取消した値を戻す", "Used again")
        with self._desk.database.work(_about(*words, body, said.attribute)) as work:
            self._lay(work, said, as_read(said)).withdrawn = withdrawn
        self._desk.changed()

    def merge(self, survivor: str, duplicate: str) -> Body:
        """Two entries of one body become one; both histories stay, and undo parts them again."""
        stays, goes = self._directory.body(survivor), self._directory.body(duplicate)
        if stays.key == goes.key:
            raise Refusal(
                Wording("同じ機関です。統合する別の機関を選んでください。", "That is the same body. Choose another."),
                field="body",
            )
        if not goes.kept:
            raise Refusal(
                Wording(
                    f"「{goes.name.ja}」はプログラムに付属する機関のため、他に統合できません。逆向きに統合してください。",
                    f"“{goes.name.en}” ships with the program and cannot be merged away. Merge the other into it.",
                ),
                field="body",
            )
        title = Wording(f"重複の統合：{goes.name.ja}→{stays.name.ja}", f"Merged: {goes.name.en} into {stays.name.en}")
        with self._desk.database.work(title) as work:
            _row_over(work, goes).merged_into = stays.key
        self._desk.changed()
        return self._directory.body(survivor)

    def history(self, key: str) -> list[BodyAct]:
        """Every act on a body and on those merged into it, the latest first."""
        body = self._directory.body(key)
        with self._desk.database.reading() as work:
            acts = work.journal.acts(work.directory.operations_on([body.key, *body.absorbed]))
        return [_act(one) for one in acts]

    def undo(self, operation: int) -> Wording:
        """Take one act on the directory back; refused in words where something was changed since."""
        with self._desk.database.work(Wording("元に戻す", "Undo")) as work:
            title = work.journal.undo(operation)
        self._desk.changed()
        return title

    def _demand_new(self, read: ReadBody) -> None:
        same = [one for one in self._directory.bodies(read.kind) if plain(one.name.ja) == plain(read.name.ja)]
        if same:
            raise Malformed(
                Wording(
                    f"「{read.name.ja}」は既に名簿にあります。その機関を開いて値を入力してください。",
                    f"“{read.name.ja}” is in the directory already. Open it and enter the values there.",
                ),
                field="name_ja",
            )

    def _new_row(self, key: str, read: ReadStatement, over: str = "") -> DirectoryStatementRow:
        return statement_row(key, read, over=over, who=self._desk.database.who, at=self._desk.clock.now())

    def _lay(self, work: Work, said: Statement, read: ReadStatement) -> DirectoryStatementRow:
        """The kept row of a statement with these values: its own, or a new one over the shipped."""
        row = work.directory.statement(said.number) if said.number else None
        if row is None:
            row = self._new_row(said.body, read, over=said.key)
            work.directory.add(row)
            return row
        write_statement(row, read)
        row.entered_by, row.entered_at = self._desk.database.who, self._desk.clock.now()
        return row


def new_key() -> str:
    """A key that no other branch gives either, so that update files do not mix up bodies."""
    return f"kept_{secrets.token_hex(5)}"


def statement_row(key: str, read: ReadStatement, *, over: str, who: str, at: datetime) -> DirectoryStatementRow:
    row = DirectoryStatementRow(
        body=key, attribute="", document="", confidence="", over=over, entered_by=who, entered_at=at
    )
    write_statement(row, read)
    return row


def write_statement(row: DirectoryStatementRow, read: ReadStatement) -> None:
    row.attribute, row.scope, row.tongue = read.attribute.value, read.scope, read.tongue.value
    row.value, row.document, row.locator = read.value, read.document, read.locator
    row.valid_from, row.valid_to, row.seen_on = read.valid_from, read.valid_to, read.seen_on
    row.confidence = read.confidence.value


def put_body(work: Work, read: ReadBody, key: str) -> str:
    """Keep a body under a key; gives the key."""
    row = work.directory.body(key)
    if row is None:
        row = DirectoryBodyRow(key=key, kind=read.kind.value)
        work.directory.add(row)
    row.name_ja, row.name_en, row.kana = read.name.ja, read.name.en, read.kana
    row.code, row.country, row.parent = read.code, read.country, read.parent
    return key


def as_read(said: Statement) -> ReadStatement:
    return ReadStatement(
        attribute=said.attribute,
        value=said.value,
        scope=said.scope,
        tongue=said.tongue,
        valid_from=said.valid_from,
        valid_to=said.valid_to,
        seen_on=said.seen_on,
        document=said.document,
        locator=said.source.locator.ja,
        confidence=said.confidence,
    )


def demand_one_value(body: Body, read: ReadStatement, but: Statement | None = None) -> None:
    """A letter goes by one value: two that begin on the same day would leave it to chance."""
    begun = read.valid_from or read.seen_on
    for one in body.history(read.attribute, read.scope):
        own = one.number is not None and one is not but and one.usable and one.tongue is read.tongue
        if (
            own
            and one.relied_from == begun
            and one.valid_to is None
            and read.valid_to is None
            and one.value != read.value
        ):
            label = ATTRIBUTE_WORDS[read.attribute]
            raise Malformed(
                Wording(
                    f"同じ日からの{label.ja}が既にあります（「{one.text.ja}」）。有効期間を分けるか、その値を訂正してください。",
                    f"There is a {label.en.lower()} from the same day already (“{one.text.en}”). "
                    "Part their validity, or correct that one.",
                ),
                field="valid_from",
            )


def _said(body: Body, key: str) -> Statement:
    found = next((one for one in body.statements if one.key == key or str(one.number) == key), None)
    if found is None:
        raise Refusal(
            Wording(
                "この値は既に変わっています。もう一度選んでください。",
                "This value has changed meanwhile. Choose it again.",
            )
        )
    return found


def _row_over(work: Work, body: Body) -> DirectoryBodyRow:
    row = work.directory.body(body.key)
    if row is None:
        row = DirectoryBodyRow(key=body.key, kind=body.kind.value)
        work.directory.add(row)
    return row


def _titled(ja: str, en: str, name: Wording) -> Wording:
    return Wording(f"{ja}：{name.ja}", f"{en}: {name.en or name.ja}")


def _about(ja: str, en: str, body: Body, attribute: Attribute) -> Wording:
    what = ATTRIBUTE_WORDS[attribute]
    return Wording(f"{ja}：{body.name.ja}の{what.ja}", f"{en}: {what.en} of {body.name.en}")


_SHOWN = {
    "value": Wording("値", "Value"),
    "withdrawn": Wording("取消", "Withdrawn"),
    "merged_into": Wording("統合先", "Merged into"),
    "name_ja": Wording("名称", "Name"),
    "document": Wording("資料", "Document"),
    "valid_from": Wording("有効開始", "Valid from"),
    "valid_to": Wording("有効終了", "Valid to"),
}


def _act(entry: HistoryEntry) -> BodyAct:
    changes = [
        (_SHOWN[column], _text(old), _text(new))
        for change in entry.changes
        for column, (old, new) in change.columns.items()
        if column in _SHOWN and _text(old) != _text(new)
    ]
    undone, undo = entry.undone_by is not None, entry.undoes is not None
    return BodyAct(entry.operation, entry.title, entry.who, entry.at, undone, undo, changes)


def _text(value: object) -> str:
    if value in (None, False, ""):
        return ""
    return "○" if value is True else str(value)
