"""Headquarters' side: a folder of branches' registers joined to one workbook, never half."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from clair_desktop.domain.branches import branch, branches
from clair_desktop.domain.intake import At, CellFinding, Importance, counted
from clair_desktop.domain.joining import BranchFile, BranchTable, TableColumn, newest
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.output.excel import exporting
from clair_desktop.services import joining_job
from clair_desktop.services.desk import Desk
from clair_desktop.services.joined_workbook import joined_workbook
from clair_desktop.support.jobs import JobFault, run

_LONGEST = 30.0  # seconds that one file may take
_MANY = 8  # files that are worth a second process
_OTHER_KINDS = frozenset(
    {".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".zip"}
)  # may be a register that somebody converted


@dataclass(frozen=True, slots=True)
class ReadFolder:
    """The registers of a folder; nothing is written yet. ``missing`` are branches of which nothing came."""

    folder: Path
    files: Sequence[BranchFile]
    missing: Sequence[str]

    @property
    def findings(self) -> list[tuple[str, CellFinding]]:
        return [(one.name, found) for one in self.files for found in one.findings]

    @property
    def counts(self) -> dict[str, int]:
        return counted([found for _, found in self.findings])

    @property
    def is_whole(self) -> bool:
        return not any(one.is_faulty for one in self.files)


@dataclass(frozen=True, slots=True)
class Joined:
    """The workbook, its hash, how many rows each of its tables has."""

    path: Path
    sha256: str
    rows: Mapping[str, int]


class Joining:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, folder: Path, *, password: str | None = None, without: Path | None = None) -> ReadFolder:
        """Every register in the folder, its seals verified; ``without`` is the workbook of an earlier join."""
        paths = _paths(folder, without)
        books = sorted(path for path in paths if path.suffix.casefold() == ".xlsx")
        if not books:
            raise Refusal(_NOTHING.filled(folder=same(str(folder))), field="folder")
        files = [self._file(path, told) for path, told in zip(books, self._told_by_two(books, password), strict=True)]
        others = [_other(path) for path in paths if path.suffix.casefold() in _OTHER_KINDS]
        judged = newest([*_samples_apart(files), *others])
        came = {one.branch for one in judged if one.counts}
        missing = [one.code for one in branches(self._desk.clock.today()) if one.code not in came]
        return ReadFolder(folder, judged, missing)

    def join(self, read: ReadFolder, out: Path, language: Language = Language.JA, *, leave_out: bool = False) -> Joined:
        """Write the workbook; a folder with a faulty file only where it was asked to leave such files out whole."""
        counting = [one for one in read.files if one.counts]
        if not read.is_whole and not leave_out:
            wrong = [_told(name, one) for name, one in read.findings if one.importance is Importance.ERROR]
            raise Refusal(_FAULTY.filled(count=sum(one.is_faulty for one in read.files)), field="folder", details=wrong)
        if not counting:
            raise Refusal(_NONE_SOUND, field="folder")
        workbook = joined_workbook(self._desk, read.files, read.missing, language)
        request = exporting.request(workbook, out, language, on_paper=False)
        written = exporting.result(run(self._desk.jobs, exporting.JOB, request))
        return Joined(out, written.sha256, dict(written.rows))

    def _told_by_two(self, paths: Sequence[Path], password: str | None) -> list[Mapping[str, Any]]:
        """Many files are read by two processes, one for each core of a plain office computer."""
        half = len(paths) // 2
        if len(paths) < _MANY:
            return self._told(paths, password)
        with ThreadPoolExecutor(2) as pool:
            halves = pool.map(lambda some: self._told(some, password), [paths[:half], paths[half:]])
        return [one for some in halves for one in some]

    def _told(self, paths: Sequence[Path], password: str | None) -> list[Mapping[str, object]]:
        """What the child read of each file; a file that ends the child is named, and the others are read without it."""
        lost: dict[Path, Wording] = {}
        while True:
            left = [path for path in paths if path not in lost]
            answer, at, why = self._answer(left, password)
            if why is None:
                found = dict(zip(left, answer, strict=True))
                return [found.get(path) or {"refused": [lost[path].ja, lost[path].en]} for path in paths]
            lost[left[min(at, len(left) - 1)]] = why

    def _answer(
        self, paths: Sequence[Path], password: str | None
    ) -> tuple[list[Mapping[str, object]], int, Wording | None]:
        if not paths:
            return [], 0, None
        request = {"paths": [str(path.resolve()) for path in paths], "password": password}
        job = self._desk.jobs.start(joining_job.JOB, request)
        at, begun = 0, monotonic()
        try:
            while not job.wait(0.05):
                if job.progress != at:
                    at, begun = job.progress, monotonic()
                if monotonic() - begun > _LONGEST:
                    return [], at, _TOO_LONG
            return job.result()["files"], at, None
        except JobFault:
            return [], job.progress, _STOPPED
        finally:
            job.kill()

    def _file(self, path: Path, told: Mapping[str, Any]) -> BranchFile:
        if "refused" in told:
            refused = told["refused"]
            said = Wording(*refused) if isinstance(refused, list) else _NO_REGISTER
            return BranchFile(path.name).told(_about("unreadable", said))
        return _branch_file(path.name, told, self._desk.programmes)


def _branch_file(name: str, told: Mapping[str, Any], programmes: Mapping[str, object]) -> BranchFile:
    facts: Mapping[str, str] = told["facts"]
    findings = [_finding(line) for line in told["findings"]]
    for register, ja, en in told["broken"]:
        findings.append(_about("broken_seal", Wording(ja, en), sheet=f"data_{register}" if register else "meta"))
    year, number = (facts.get(key, "") for key in ("project_year", "hand_over"))
    made = BranchFile(
        name, str(told["sha256"]), str(told["seal"]), facts.get("branch_code", ""), facts.get("programme", ""),
        int(year) if year.isdigit() else 0, int(number) if number.isdigit() else 0,
        facts.get("sample", "no") != "no",
        [_table(one) for one in told["tables"]],
        findings,
    )  # fmt: skip
    if branch(made.branch) is None:
        made = made.told(_about("no_branch", _NO_BRANCH.filled(code=same(made.branch or "—")), sheet="meta"))
    if made.programme not in programmes or not made.year:
        made = made.told(_about("no_programme", _NO_PROGRAMME, sheet="meta"))
    return made


def _table(told: Mapping[str, Any]) -> BranchTable:
    columns = [TableColumn(*one) for one in told["columns"]]
    return BranchTable(str(told["key"]), columns, told["rows"])


def _finding(line: Sequence[str]) -> CellFinding:
    sheet, cell, heading, value, rule, importance, ja, en = line
    return CellFinding(At(sheet, cell, same(heading), value), rule, Importance(importance), Wording(ja, en))


def _samples_apart(files: Sequence[BranchFile]) -> Iterator[BranchFile]:
    """A sample among real registers would add invented figures to real ones."""
    real = any(not one.sample and not one.is_faulty for one in files)
    for one in files:
        yield one.told(_about("sample", _SAMPLE, sheet="meta")) if one.sample and real else one


def _other(path: Path) -> BranchFile:
    return BranchFile(path.name).told(_about("other_kind", _OTHER_KIND))


def _about(rule: str, said: Wording, *, sheet: str = "") -> CellFinding:
    return CellFinding(At(sheet, "", same("")), rule, Importance.ERROR, said)


def _told(name: str, one: CellFinding) -> Wording:
    where = f"{one.at.sheet}!{one.at.cell}".strip("!")
    where = f" {where}" if where else ""
    return Wording(f"{name}{where}：{one.message.ja}", f"{name}{where}: {one.message.en}")


def _paths(folder: Path, without: Path | None) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as fault:
        said = Wording(f"フォルダー「{folder}」を開けません。", f"The folder “{folder}” cannot be opened.")
        raise Refusal(said, field="folder") from fault
    out = without.resolve() if without else None
    return [path for path in found if not path.name.startswith(("~$", ".")) and path.resolve() != out]


_NOTHING = Wording("フォルダー「{folder}」にExcelブックがありません。", "There is no Excel workbook in “{folder}”.")
_NO_REGISTER = Wording(
    "支部の台帳ではありません（metaシートがないか、読めません）。",
    "It is no branch's register (it has no meta sheet, or one that cannot be read).",
)
_OTHER_KIND = Wording("台帳のExcelブック（.xlsx）ではありません。", "It is no register as an Excel workbook (.xlsx).")
_NO_BRANCH = Wording("支部コード「{code}」の支部はありません。", "There is no branch of the code “{code}”.")
_NO_PROGRAMME = Wording(
    "事業か年度が分かりません。プログラムを更新してください。",
    "Its programme or year is not known here. Update the program.",
)
_SAMPLE = Wording("見本のデータです。", "Its data are a sample.")
_FAULTY = Wording(
    "誤りのあるファイルが{count}件あるため、統合しませんでした。直したものを受け取るか、除いて統合するよう指定してください。",
    "{count} files have faults, so nothing was joined. Get them put right, or ask for them to be left out.",
)
_NONE_SOUND = Wording("統合できるファイルがありません。", "No file can be joined.")
_TOO_LONG = Wording("読み取りに時間がかかりすぎます。", "Reading it takes too long.")
_STOPPED = Wording(
    "読み取りに必要なメモリーが多すぎるか、壊れています。", "Reading it needs too much memory, or it is damaged."
)
