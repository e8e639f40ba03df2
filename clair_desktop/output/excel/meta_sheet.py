"""What the workbook says of itself: versions, origin, row counts, yen totals, the fingerprint of its data."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from clair_desktop.domain.registers import ColumnKind, FilledWorkbook, RowsInTurn
from clair_desktop.domain.sealing import SCHEMA, TableSeal, book_seal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.cells import Cell
from clair_desktop.output.excel.data_sheet import DataTable
from clair_desktop.output.excel.guard import LINE_BREAK, Place, guarded
from clair_desktop.output.excel.looks import Looks
from clair_desktop.output.excel.sheets import META, PageMarks, Sheet, sheet_name, table_name

HEADS = ("item", "register", "column", "value", "description")
SAMPLE = Wording("見本", "SAMPLE")

_DESCRIPTIONS = {
    "schema_version": Wording("このブックの形式の版", "Version of this workbook's form"),
    "program_version": Wording("作成したプログラムの版", "Version of the program that made it"),
    "programme": Wording("事業の識別名", "Key of the programme"),
    "programme_name": Wording("事業", "Programme"),
    "project_year": Wording("実施年度（西暦）", "Fiscal year in which the project runs, by its first day"),
    "fiscal_year": Wording("年度", "Fiscal year"),
    "branch": Wording("支部", "Branch"),
    "branch_code": Wording("支部の団体コード", "Authority code of the branch"),
    "made_at": Wording("作成日時", "Made at"),
    "made_on": Wording("作成日", "Made on"),
    "cases": Wording("案件数", "Number of cases"),
    "sample": Wording("見本のデータであるか", "Whether these are sample data"),
    "line_break": Wording("データのシートで改行に代えた文字", "What stands for a line break in data sheets"),
    "sheet": Wording("データのシート名", "Name of the data sheet"),
    "table": Wording("データのテーブル名", "Name of the data table"),
    "column": Wording("列の見出し", "Head of the column"),
    "rows": Wording("データの行数", "Rows of data"),
    "total_yen": Wording("列の合計（円）", "Total of the column (JPY)"),
    "answer": Wording(
        "本部が記入する列の見出し（封印の外）", "Head of a column for headquarters to fill in (not sealed)"
    ),
    "kind": Wording("列の種類", "Kind of the column"),
    "language": Wording("見出しの言語", "Language of the heads"),
    "edition": Wording("設問と定めの版（照合値）", "Edition of the questions and rules (hash)"),
    "hand_over": Wording("版（この事業・年度で何回目の提出か）", "Running number of the hand-over"),
    "sha256": Wording(
        "データの正規形のSHA-256（列の識別名のJSON配列の行、次に各行のJSON配列と改行のSHA-256を昇順に、UTF-8）",
        "SHA-256 of the canonical data: a JSON array of column keys, then the sorted SHA-256 of each row's JSON array",
    ),
    "seal": Wording(
        "封印：このシートの事実と各表の行数・合計・SHA-256のSHA-256",
        "Seal: SHA-256 over this sheet's facts and each table's rows, totals and SHA-256",
    ),
}
Line = tuple[str, str, str, str | int]  # item, register, column, value


def told(workbook: FilledWorkbook, key: str) -> str:
    """What the workbook's own lines say of ``key``; "" when they do not."""
    return next((str(value) for name, value in workbook.meta if name == key), "")


def made_at(workbook: FilledWorkbook) -> datetime:
    """When the workbook was made: the only time in the file, so that the same content gives the same bytes."""
    text = told(workbook, "made_at") or told(workbook, "made_on")
    if not text:
        raise ValueError("the meta lines of a workbook must say made_at or made_on, in ISO 8601")
    return datetime.fromisoformat(text)


def meta_lines(workbook: FilledWorkbook, tables: Sequence[DataTable], language: Language) -> list[Line]:
    """All lines in order. What the workbook says of itself stands; what it does not say is added."""
    said = {key for key, _ in workbook.meta}
    own: list[tuple[str, str | int]] = [
        ("schema_version", SCHEMA),
        ("sample", SAMPLE.in_(language) if workbook.sample else "no"),
        ("line_break", LINE_BREAK),
    ]
    lines: list[Line] = [(key, "", "", value) for key, value in workbook.meta]
    lines += [(key, "", "", value) for key, value in own if key not in said]
    for table in tables:
        lines += _register_lines(table, table.tally.seal)
    facts = {key: value for key, _, _, value in lines[: len(workbook.meta) + len(own)]}
    seals = {table.register.key: table.tally.seal for table in tables}
    return [*lines, ("seal", "", "", book_seal(facts, seals).sha256)]


def _register_lines(table: DataTable, seal: TableSeal) -> list[Line]:
    key = table.register.key
    return [
        ("sheet", key, "", sheet_name(key)),
        ("table", key, "", table_name(key)),
        ("rows", key, "", seal.rows),
        *(("total_yen", key, column, total) for column, total in seal.totals.items()),
        ("sha256", key, "", seal.sha256),
        *(("column" if column.sealed else "answer", key, column.key, column.head) for column in table.register.columns),
        *(("kind", key, column.key, column.kind.value) for column in table.register.columns),
    ]


def meta_count(workbook: FilledWorkbook, tables: Sequence[DataTable]) -> int:
    """How many lines there will be, before anybody has gone through the rows that they tell of."""
    said = {key for key, _ in workbook.meta}
    own = len({"schema_version", "sample", "line_break"} - said)
    return len(workbook.meta) + own + sum(_count(table) for table in tables) + 1


def _count(table: DataTable) -> int:
    columns = table.register.columns
    return 4 + sum(column.sealed and column.kind is ColumnKind.YEN for column in columns) + 2 * len(columns)


def meta_sheet(lines: Sequence[Line], language: Language, looks: Looks, marks: PageMarks) -> Sheet:
    """``lines`` may come in turn: they are not asked for before the sheets of data are written."""

    def rows() -> Iterator[list[Cell]]:
        yield [Cell(head, looks.head) for head in HEADS]
        for number, (item, register, column, value) in enumerate(lines, start=2):
            note = _DESCRIPTIONS.get(item, Wording("", "")).in_(language)
            place = Place(Wording(META, META), Wording(item, item), number)
            shown = guarded(value, place) if isinstance(value, str) else value
            texts = [Cell(text or None, looks.text) for text in (item, register, column)]
            look = looks.text if isinstance(value, str) else looks.fact
            yield [*texts, Cell(shown, look), Cell(note or None, looks.text)]

    return Sheet(
        name=META,
        rows=RowsInTurn(1 + len(lines), rows),
        widths=(18, 18, 24, 66, 60),
        frozen_at="A2",
        table="table_meta",
        heads=HEADS,
        title_rows="1:1",
        marks=marks,
    )
