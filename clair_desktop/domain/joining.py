"""Branches' registers put together at headquarters: which of them count, and what their tables say in one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clair_desktop.domain.intake import At, CellFinding, Importance
from clair_desktop.domain.wording import Wording, same

AMOUNTS = ("total_cost", "eligible_cost", "requested", "awarded", "final_amount")
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TableColumn:
    key: str
    kind: str
    head: str


@dataclass(frozen=True, slots=True)
class BranchTable:
    key: str
    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class BranchFile:
    """A branch's register as it was read; ``number`` is its 版, ``seal`` knows its contents."""

    name: str
    sha256: str = ""
    seal: str = ""
    branch: str = ""
    programme: str = ""
    year: int = 0
    number: int = 0
    sample: bool = False
    tables: Sequence[BranchTable] = ()
    findings: Sequence[CellFinding] = ()
    replaced: bool = False

    @property
    def is_faulty(self) -> bool:
        return any(one.importance is Importance.ERROR for one in self.findings)

    @property
    def counts(self) -> bool:
        """Whether it is joined: whole, and the newest of its kind."""
        return not self.is_faulty and not self.replaced

    def told(self, finding: CellFinding) -> "BranchFile":
        return replace(self, findings=[*self.findings, finding])

    def table(self, key: str) -> BranchTable | None:
        return next((one for one in self.tables if one.key == key), None)


@dataclass(slots=True)
class JoinedTable:
    """One register of all branches: every column that any of them has, in the order in which they first appear."""

    key: str
    columns: dict[str, TableColumn] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Total:
    """A line of totals: how many cases, and the sums of what their registers hold, in yen."""

    group: str
    label: str
    cases: int
    amounts: Mapping[str, int]


def newest(files: Sequence[BranchFile]) -> list[BranchFile]:
    """Of each branch, programme and year the highest 版; two different files of one 版 are a fault of both."""
    return [_judged(one, files) for one in files]


def _judged(one: BranchFile, files: Sequence[BranchFile]) -> BranchFile:
    if one.is_faulty:
        return one
    others = [other for other in files if other is not one and _kind(other) == _kind(one) and not other.is_faulty]
    later = [other for other in others if other.number > one.number]
    alike = [other for other in others if other.number == one.number]
    if unlike := next((other for other in alike if other.seal != one.seal), None):
        return one.told(
            _finding("two_versions", Importance.ERROR, _UNLIKE.filled(number=one.number, other=unlike.name))
        )
    if later:
        last = max(later, key=lambda other: other.number)
        said = _REPLACED.filled(number=one.number, other=last.name, later=last.number)
        return replace(one.told(_finding("replaced", Importance.ADVICE, said)), replaced=True)
    if alike and files.index(one) > min(files.index(other) for other in alike):
        return replace(
            one.told(_finding("same_file", Importance.ADVICE, _SAME.filled(other=alike[0].name))), replaced=True
        )
    return one


def joined(files: Sequence[BranchFile], before: Sequence[TableColumn], facts: Mapping[str, Row]) -> list[JoinedTable]:
    """The tables of the files that count, each row behind the facts of its file (``facts`` by the file's name)."""
    tables: dict[str, JoinedTable] = {}
    for one in files:
        for table in one.tables:
            made = tables.setdefault(table.key, JoinedTable(table.key, {column.key: column for column in before}))
            for column in table.columns:
                made.columns.setdefault(column.key, column)
            keys = [column.key for column in table.columns]
            made.rows += ({**dict(zip(keys, row, strict=True)), **facts[one.name]} for row in table.rows)
    return list(tables.values())


def totals(cases: Sequence[Row], group: str, labels: Callable[[Row], Sequence[tuple[str, str]]]) -> Iterator[Total]:
    """``labels`` gives a case's lines, each with what it is sorted by. A case may stand in several."""
    by_label: dict[tuple[str, str], list[Row]] = {}
    for case in cases:
        for label in dict.fromkeys(labels(case)):
            by_label.setdefault(label, []).append(case)
    yield from (total(rows, group, text) for (_, text), rows in sorted(by_label.items()))


def total(rows: Sequence[Row], group: str, label: str) -> Total:
    sums = {key: sum([value for row in rows if isinstance(value := row.get(key), int)]) for key in AMOUNTS}
    return Total(group, label, len(rows), sums)


def _kind(one: BranchFile) -> tuple[str, str, int]:
    return one.branch, one.programme, one.year


def _finding(rule: str, importance: Importance, message: Wording) -> CellFinding:
    return CellFinding(At("", "", same("")), rule, importance, message)


_UNLIKE = Wording(
    "同じ第{number}版で内容の違うファイルがあります（{other}）。支部に確かめ、一方を除いてください。",
    "Another file bears the same number {number} and says otherwise ({other}). Ask the branch, and take one away.",
)
_REPLACED = Wording(
    "第{number}版です。新しい第{later}版（{other}）を使いました。",
    "Number {number}; the later number {later} ({other}) was used.",
)
_SAME = Wording("「{other}」と同じ内容です。一度だけ使いました。", "It says the same as “{other}” and was used once.")
