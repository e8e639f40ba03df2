"""The workbook of all branches: totals first, then every register in one, the files and what was wrong with them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from clair_desktop import __version__
from clair_desktop.domain.branches import branch
from clair_desktop.domain.intake import IMPORTANCE_WORDS
from clair_desktop.domain.joining import (
    AMOUNTS,
    BranchFile,
    JoinedTable,
    Row,
    TableColumn,
    Total,
    joined,
    total,
    totals,
)
from clair_desktop.domain.parties import Names
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.whole_registers import ANSWERS
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.desk import Desk

_TITLE = Wording("支部台帳の統合", "Registers of the branches, joined")
_NAMES: Mapping[str, Wording] = {
    "totals": Wording("集計", "Totals"),
    "files": Wording("受け取ったファイル", "Files received"),
    "faults": Wording("指摘", "Findings"),
    "missing": Wording("未着の支部", "Branches not yet heard of"),
}
_BEFORE = {
    "source_file": Wording("元のファイル", "Source file"),
    "branch_code": Wording("支部コード", "Branch code"),
    "branch": Wording("支部", "Branch"),
    "programme": Wording("事業キー", "Programme key"),
    "programme_name": Wording("事業（制度）", "Programme"),
    "hand_over": Wording("版（回）", "Hand-over (number)"),
}
_GROUPS = {
    "all": Wording("合計", "Total"),
    "prefecture": Wording("都道府県別", "By prefecture"),
    "programme": Wording("事業別", "By programme"),
    "country": Wording("国別", "By country"),
}
_AMOUNTS: Mapping[str, Wording] = {
    "total_cost": Wording("総事業費（円）", "Total cost (JPY)"),
    "eligible_cost": Wording("助成対象経費（円）", "Eligible cost (JPY)"),
    "requested": Wording("申請額（円）", "Requested (JPY)"),
    "awarded": Wording("決定額（円）", "Awarded (JPY)"),
    "final_amount": Wording("確定額（円）", "Final (JPY)"),
}
_JOINED, _LEFT_OUT, _REPLACED = (
    Wording("統合", "joined"), Wording("除外", "left out"), Wording("置換え", "replaced"),
)  # fmt: skip
_NOWHERE = ("~", "")  # sorted last
_COUNTRY = Country(key="country", label=Wording("国", "Country"))


def joined_workbook(
    desk: Desk, files: Sequence[BranchFile], missing: Sequence[str], language: Language
) -> FilledWorkbook:
    counting = [one for one in files if one.counts]
    facts = {one.name: _facts(desk, one, language) for one in counting}
    before = [
        TableColumn(key, "number" if key == "hand_over" else "text", words.in_(language))
        for key, words in _BEFORE.items()
    ]
    tables = [one for one in joined(counting, before, facts) if one.key != ANSWERS]
    registers = [
        _register("totals", _total_columns(), [_total_row(one, language) for one in _totals(desk, tables, language)]),
        *(_data(one) for one in tables),
        _register("files", _FILE_COLUMNS, [_file_row(desk, one, language) for one in files]),
        _register("faults", _FAULT_COLUMNS, list(_fault_rows(files, language))),
        _register("missing", _MISSING_COLUMNS, [_branch_row(code, language) for code in missing]),
    ]
    meta: list[tuple[str, str | int]] = [
        ("program_version", __version__),
        ("made_on", desk.clock.today().isoformat()),
        ("joined_files", len(counting)),
        ("cases", sum(len(one.rows) for one in tables if one.key == "cases")),
    ]
    return FilledWorkbook(_TITLE, registers, meta, any(one.sample for one in counting))


def _facts(desk: Desk, one: BranchFile, language: Language) -> Row:
    known = branch(one.branch)
    return {
        "source_file": one.name,
        "branch_code": one.branch,
        "branch": known.name.in_(language) if known else "",
        "programme": one.programme,
        "programme_name": desk.programme(one.programme).name.in_(language),
        "hand_over": one.number,
    }


def _data(table: JoinedTable) -> FilledRegister:
    """Heads of one spelling stay apart by their keys; a day stays a day."""
    heads = [column.head for column in table.columns.values()]
    columns = [FilledColumn(one.key, _head(one, heads), _kind(one), 20) for one in table.columns.values()]
    asked = [(one.key, one.kind) for one in columns]
    rows = [
        [
            value if (value := row.get(key)) is None or (kind is ColumnKind.TEXT and value.__class__ is str)
            else _value(kind, value)
            for key, kind in asked
        ]
        for row in table.rows
    ]  # fmt: skip
    return FilledRegister(table.key, Wording(table.key, table.key), columns, rows)


def _head(column: TableColumn, heads: Sequence[str]) -> Wording:
    twin = sum(head.casefold() == column.head.casefold() for head in heads) > 1
    text = f"{column.head}［{column.key}］" if twin else column.head
    return Wording(text, text)


def _kind(column: TableColumn) -> ColumnKind:
    kind = ColumnKind(column.kind)
    return ColumnKind.TEXT if kind is ColumnKind.CHOICE else kind


def _value(kind: ColumnKind, value: object) -> object:
    """As a register holds it; where two programmes keep another kind under one key, its text."""
    if value is None or value == "":
        return None
    if kind is ColumnKind.DATE:
        return date.fromisoformat(str(value))
    if kind is ColumnKind.NUMBER:
        return value if value.__class__ is int else Fraction(str(value))
    return value if kind is ColumnKind.YEN else str(value)


def _totals(desk: Desk, tables: Sequence[JoinedTable], language: Language) -> Iterator[Total]:
    cases = next((one.rows for one in tables if one.key == "cases"), [])
    places = _countries(desk.names, tables, language)
    yield total(cases, "all", _GROUPS["all"].in_(language))
    yield from totals(cases, "prefecture", _prefecture(desk.names, language))
    yield from totals(cases, "programme", lambda row: [(str(row["programme"]), str(row["programme_name"]))])
    yield from totals(cases, "country", lambda row: places.get(str(row.get("case_key")), ()) or [_NOWHERE])


def _prefecture(names: Names, language: Language) -> Callable[[Row], Sequence[tuple[str, str]]]:
    """Where the applicant lies, else the branch: bodies that are no local authority have no code."""

    def label(row: Row) -> Sequence[tuple[str, str]]:
        for code in (str(row.get("applicant") or ""), str(row["branch_code"])):
            if found := names.authority(code):
                return [(code[:2], found.prefecture.in_(language) or found.name.in_(language))]
        return [_NOWHERE]

    return label


def _countries(
    names: Names, tables: Sequence[JoinedTable], language: Language
) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The countries of each case, wherever a register of it names them."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    known: dict[str, tuple[str, str]] = {}
    for table in tables:
        for row in table.rows if {"countries", "country"} & table.columns.keys() else ():
            told = f"{row.get('countries') or ''},{row.get('country') or ''}".replace("、", ",")
            for one in filter(None, (part.strip() for part in told.split(","))):
                if one not in known:
                    known[one] = _country(names, one, language)
                found.setdefault(str(row.get("case_key")), {})[known[one]] = None
    return {key: list(labels) for key, labels in found.items()}


def _country(names: Names, text: str, language: Language) -> tuple[str, str]:
    try:
        code = str(_COUNTRY.accept(text, names))
    except Malformed:
        return "~" + text, text
    known = names.country(code)
    return code, known.name.in_(language) if known else text


def _total_row(one: Total, language: Language) -> list[object]:
    unknown = Wording("（記載なし）", "(not said)").in_(language)
    return [_GROUPS[one.group].in_(language), one.label or unknown, one.cases, *(one.amounts[key] for key in AMOUNTS)]


def _file_row(desk: Desk, one: BranchFile, language: Language) -> list[object]:
    known, programme = branch(one.branch), desk.programmes.get(one.programme)
    state = _JOINED if one.counts else _REPLACED if one.replaced else _LEFT_OUT
    cases = one.table("cases")
    return [
        one.name, one.branch, known.name.in_(language) if known else "", programme.name.in_(language) if programme else one.programme,
        str(one.year or ""), one.number, len(cases.rows) if cases else 0, state.in_(language), one.sha256,
    ]  # fmt: skip


def _fault_rows(files: Sequence[BranchFile], language: Language) -> Iterator[list[object]]:
    for one in files:
        for found in one.findings:
            at = found.at
            yield [
                one.name, at.sheet, at.cell, at.heading.in_(language), at.value,
                IMPORTANCE_WORDS[found.importance].in_(language), found.rule, found.message.in_(language),
            ]  # fmt: skip


def _branch_row(code: str, language: Language) -> list[object]:
    known = branch(code)
    return [code, known.name.in_(language) if known else ""]


def _register(key: str, columns: Sequence[FilledColumn], rows: Sequence[Sequence[object]]) -> FilledRegister:
    return FilledRegister(key, _NAMES[key], columns, rows)


def _columns(*told: tuple[str, str, str, int]) -> list[FilledColumn]:
    return [FilledColumn(key, Wording(ja, en), ColumnKind.TEXT, width) for key, ja, en, width in told]


def _number(key: str, ja: str, en: str) -> FilledColumn:
    return FilledColumn(key, Wording(ja, en), ColumnKind.NUMBER, 14)


def _total_columns() -> list[FilledColumn]:
    """Figures are numbers, not yen: the lines of one group already add up to the total."""
    return [
        *_columns(
            ("group", "区分", "Group", 14), ("label", "都道府県・事業・国", "Prefecture, programme or country", 30)
        ),
        _number("cases", "件数（件）", "Cases (number)"),
        *(_number(key, _AMOUNTS[key].ja, _AMOUNTS[key].en) for key in AMOUNTS),
    ]


_FILE_COLUMNS = [
    *_columns(
        ("file", "ファイル", "File", 40), ("branch_code", "支部コード", "Branch code", 12), ("branch", "支部", "Branch", 20),
        ("programme", "事業（制度）", "Programme", 30), ("project_year", "実施年度（西暦）", "Fiscal year (common era)", 12),
    ),
    _number("hand_over", "版（回）", "Hand-over (number)"),
    _number("cases", "件数（件）", "Cases (number)"),
    *_columns(("state", "結果", "Result", 12), ("sha256", "照合値（SHA-256）", "SHA-256", 66)),
]  # fmt: skip
_FAULT_COLUMNS = _columns(
    ("file", "ファイル", "File", 40), ("sheet", "シート", "Sheet", 20), ("cell", "セル", "Cell", 10),
    ("heading", "見出し", "Heading", 20), ("held", "値", "Value", 20), ("importance", "区分", "Importance", 10),
    ("rule", "指摘の種類", "Rule", 18), ("message", "内容", "Message", 60),
)  # fmt: skip
_MISSING_COLUMNS = _columns(("branch_code", "支部コード", "Branch code", 12), ("branch", "支部", "Branch", 24))
