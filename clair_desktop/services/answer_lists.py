"""Headquarters' answers as rows: from a returned register, or from a list of its own by the words of its heads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clair_desktop.domain.answering import GivenAnswer
from clair_desktop.domain.intake import At, CellFinding, Importance
from clair_desktop.domain.parties import Names
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import ColumnKind
from clair_desktop.domain.typed import folded
from clair_desktop.domain.whole_registers import ANSWERS
from clair_desktop.domain.wording import Wording
from clair_desktop.services.intake_cells import ForeignBook
from clair_desktop.services.register_reading import ReadColumn, ReadRow, ReadTable, RegisterBook, read_table

ANSWERED = ("outcome", "amount", "conditions", "number", "on")
IDENTIFYING = ("case_key", "case_number", "applicant", "applicant_name", "title")
# The words by which a list's heads are recognised; what a list calls otherwise is named by whoever takes it in.
HEADS: Mapping[str, Sequence[str]] = {
    "case_key": ("案件ID", "Case ID"),
    "case_number": ("受付番号", "支部受付番号", "Case no."),
    "applicant": ("団体コード", "全国地方公共団体コード", "Authority code"),
    "applicant_name": ("団体名", "申請団体", "申請団体名", "自治体名", "Local authority"),
    "title": ("事業名", "件名", "案件名", "Title of the case", "Project"),
    "part": ("事務所キー", "担当事務所", "海外事務所", "事務所", "Office key", "Overseas office"),
    "outcome": (
        "本部の決定", "採否", "可否", "採択結果", "審査結果", "選考結果", "採択・不採択", "決定", "結果",
        "Headquarters' decision", "Decision", "Result",
    ),
    "amount": (
        "決定した額", "交付決定額", "助成決定額", "決定額", "交付額", "確定額", "額の確定額", "内示額", "採択額",
        "Amount decided", "Amount awarded",
    ),
    "conditions": ("条件・理由", "条件", "採択条件", "付帯条件", "交付条件", "理由", "Conditions or reasons", "Conditions"),
    "number": ("本部の文書番号", "文書番号", "決定文書番号", "通知番号", "Headquarters' document no.", "Document no."),
    "on": (
        "決定日", "決定年月日", "交付決定日", "採択日", "通知日", "文書日付", "回答日", "日付", "Decided on", "Date",
    ),
}  # fmt: skip
_KINDS = {"amount": ColumnKind.YEN, "on": ColumnKind.DATE}
_THOUSANDS = ("千円",)
_DEEPEST = 30
_NO_HEADS = Wording(
    "本部の回答として読める見出しがありません。受付番号か団体名と、採否・決定額などの列が要ります。"
    "見出しの言葉が違うときは、どの列が何かを指定してください。",
    "No heads of an answer were found: it needs a column with the case number or the body, and one with the decision. "
    "Where the heads use other words, say which column is which.",
)
_IN_THOUSANDS = Wording(
    "見出しが千円単位のため、{amount}円と読みました。", "The head says thousands of yen; read as JPY {amount}."
)
_NOT_IN_THOUSANDS = Wording(
    "見出しは千円単位ですが、セルに「円」とあるため{amount}円と読みました。確かめてください。",
    "The head says thousands of yen, but the cell says 円; read as JPY {amount}. Please check.",
)
_NOT_WHOLE = Wording("1円未満の端数があります。", "There is a fraction of a yen.")


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    rows: Sequence[GivenAnswer]
    findings: Sequence[CellFinding]


def from_register(read: RegisterBook, book: ForeignBook, names: Names) -> ReadAnswers:
    """The sheet for answers, and the columns that headquarters added to the list of cases."""
    rows: list[GivenAnswer] = []
    findings: list[CellFinding] = []
    for key, table in sorted(read.tables.items(), key=lambda one: one[0] != ANSWERS):
        findings += _said(table)
        if key == ANSWERS:
            rows += [_given(row, table, _OWN) for row in table.rows]
        elif key in ("cases", "parts") and table.added:
            added = _added(table)
            again = read_table(book, key, [*table.columns, *added], names, table.sheet)
            if again and any(one.key == "outcome" for one in added):
                rows += [_given(row, again, {one.key: one.key for one in added} | _IDENTITY) for row in again.rows]
                findings += [one for one in again.findings if one.at.heading.ja in {one.head for one in added}]
    return ReadAnswers([row for row in rows if row.is_given or row.faulty], findings)


def from_list(book: ForeignBook, names: Names, asked: Mapping[str, str]) -> ReadAnswers:
    """Headquarters' own list; ``asked`` says which head stands for an item where its words are not known here."""
    found = _heads(book, asked)
    if found is None:
        raise Refusal(_NO_HEADS, field="columns")
    sheet, columns = found
    table = read_table(book, "list", columns, names, sheet)
    if table is None:
        raise Refusal(_NO_HEADS, field="columns")
    thousands = any(one.key == "amount" and one.kind is ColumnKind.NUMBER for one in columns)
    rows, findings = [], list(table.findings)
    for row in table.rows:
        given = _given(row, table, {one.key: one.key for one in columns})
        if thousands:
            given = _in_yen(given, row, findings)
        rows.append(given)
    return ReadAnswers(rows, findings)


_OWN = {f"answer_{item}": item for item in ANSWERED} | {
    "case_key": "case_key", "case_number": "case_number", "part": "part", "applicant": "applicant",
    "applicant_name": "applicant_name", "case_title": "title",
}  # fmt: skip
_IDENTITY = {key: key for key in ("case_key", "case_number", "part", "applicant", "applicant_name", "title")}


def _said(table: ReadTable) -> Iterator[CellFinding]:
    """What was said in reading; a cell that was ours and cannot be read any more keeps no answer back."""
    filled_in = {one.head for one in table.columns if not one.sealed}
    for one in table.findings:
        if one.at.heading.ja in filled_in:
            yield one
        elif one.importance is Importance.ERROR:
            yield replace(one, importance=Importance.WARNING)


def _added(table: ReadTable) -> list[ReadColumn]:
    """What headquarters added beside our columns, as far as its head is known."""
    found = {}
    for head in table.added:
        item = _item(head, {})
        if item in ANSWERED and item not in found:
            found[item] = ReadColumn(item, _KINDS.get(item, ColumnKind.TEXT), head, sealed=False)
    return list(found.values())


def _heads(book: ForeignBook, asked: Mapping[str, str]) -> tuple[str, list[ReadColumn]] | None:
    """The first row that names a case and an answer, on whichever sheet it stands."""
    for sheet in book.sheets:
        for number in [row for row in book.rows_below(sheet, 0) if row <= _DEEPEST]:
            columns: dict[str, ReadColumn] = {}
            for _, cell in book.row(sheet, number):
                item = _item(cell.text, asked)
                if item and item not in columns:
                    columns[item] = ReadColumn(item, _kind(item, cell.text), cell.text)
            if set(columns) & set(IDENTIFYING) and set(columns) & {"outcome", "amount"}:
                return sheet, list(columns.values())
    return None


def _kind(item: str, head: str) -> ColumnKind:
    if item == "amount" and any(unit in head for unit in _THOUSANDS):
        return ColumnKind.NUMBER
    return _KINDS.get(item, ColumnKind.TEXT)


def _item(head: str, asked: Mapping[str, str]) -> str | None:
    plain = _plain(head)
    for item, named in asked.items():
        if _plain(named) == plain:
            return item
    return next(
        (item for item, known in HEADS.items() if item not in asked and plain in {_plain(one) for one in known}), None
    )


def _plain(head: str) -> str:
    """The head without its unit, spaces and breaks."""
    text = "".join(folded(head).split()).casefold()
    for unit in ("(円)", "(千円)", "(jpy)"):
        text = text.removesuffix(unit)
    return text


def _given(row: ReadRow, table: ReadTable, items: Mapping[str, str]) -> GivenAnswer:
    values = {item: row.values.get(key) for key, item in items.items()}
    columns = {one.key: one for one in table.columns}
    places = {item: row.at(columns[key]) for key, item in items.items() if key in columns and key in row.columns}
    on, amount = values.get("on"), values.get("amount")
    return GivenAnswer(
        sheet=row.sheet, row=row.row,
        **{key: str(values.get(key) or "").strip() for key in _IDENTITY},
        outcome=str(values.get("outcome") or "").strip(),
        amount=amount if isinstance(amount, int) else None,
        conditions=str(values.get("conditions") or "").strip(),
        number=str(values.get("number") or "").strip(),
        on=on if isinstance(on, date) else None,
        places=places,
        faulty=any(items.get(key) in ANSWERED for key in row.faulty),
    )  # fmt: skip


def _in_yen(given: GivenAnswer, row: ReadRow, findings: list[CellFinding]) -> GivenAnswer:
    """An amount under a head in thousands, in yen; how it was read is told."""
    value = row.values.get("amount")
    if not isinstance(value, int | float):
        return given
    at = given.at("amount")
    says_yen = "円" in at.value and "千" not in at.value
    amount = value if says_yen else value * 1000
    if amount != int(amount):
        findings.append(CellFinding(at, "unreadable", Importance.ERROR, _NOT_WHOLE))
        return replace(given, amount=None, faulty=True)
    wording = _NOT_IN_THOUSANDS if says_yen else _IN_THOUSANDS
    importance = Importance.WARNING if says_yen else Importance.ADVICE
    findings.append(CellFinding(at, "thousands", importance, wording.filled(amount=f"{int(amount):,}")))
    return replace(given, amount=int(amount))


def plain_book(sheets: Iterator[tuple[str, Sequence[Sequence[str]]]]) -> ForeignBook:
    """A CSV file as a book of one sheet, so that it is read the same way."""
    from clair_desktop.output.excel.plain_table import cell_name

    told = [
        {
            "name": name or "CSV", "hidden": False, "merged": [], "hidden_rows": [], "hidden_columns": [],
            "cells": {
                cell_name(number, place): ["s", text]
                for number, row in enumerate(rows, start=1)
                for place, text in enumerate(row, start=1)
                if text
            },
        }
        for name, rows in sheets
    ]  # fmt: skip
    return ForeignBook({"names": {}, "sheets": told, "external": False})


def place_of(given: GivenAnswer) -> At:
    return given.at("case_number")
