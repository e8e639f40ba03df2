"""What a file is that somebody hands over: told by what stands in it, whatever it is called, before anything is done.

Only the first bytes are looked at here; whatever has to be read is read by a child process with little memory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from clair_desktop.domain.intake import FORMAT
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.services import directory_updates, notice_files
from clair_desktop.services.apart import run_apart
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory_columns import is_directory
from clair_desktop.services.recognising_job import JOB


class Kind(StrEnum):
    """What the program can do something with, each in its own way; ``OTHER`` can only be enclosed."""

    INTAKE = "intake"
    REGISTER = "register"
    FOREIGN_REGISTER = "foreign_register"
    LIST = "list"
    BODIES = "bodies"
    LOCKED = "locked"
    NOTICE = "notice"
    UPDATE = "update"
    CASES = "cases"
    PDF = "pdf"
    FOLDER = "folder"
    OTHER = "other"
    UNREADABLE = "unreadable"


KIND_WORDS: Mapping[Kind, Wording] = {
    Kind.INTAKE: Wording("記入用Excel（市区町村から戻ったもの）", "A workbook that a municipality has filled in"),
    Kind.REGISTER: Wording("この支部の台帳", "A register of this branch"),
    Kind.FOREIGN_REGISTER: Wording("ほかの支部の台帳", "A register of another branch"),
    Kind.LIST: Wording("一覧（Excel・CSV）", "A list (Excel or CSV)"),
    Kind.BODIES: Wording("名簿の一覧（機関・団体）", "A list of bodies for the directory"),
    Kind.LOCKED: Wording("パスワードの付いたExcel", "A workbook with a password"),
    Kind.NOTICE: Wording("定めの通知", "A rule notice"),
    Kind.UPDATE: Wording("名簿の更新ファイル", "A directory update"),
    Kind.CASES: Wording("案件ファイル（このプログラムのデータ）", "A file of cases (this program's own data)"),
    Kind.PDF: Wording("PDF", "PDF"),
    Kind.FOLDER: Wording("フォルダー", "A folder"),
    Kind.OTHER: Wording("そのほかのファイル", "Another file"),
    Kind.UNREADABLE: Wording("読めないファイル", "A file that cannot be read"),
}
_PROGRAMME, _YEAR = Wording("事業", "Programme"), Wording("実施年度", "Project year")
_BODY, _BRANCH = Wording("団体", "Body"), Wording("支部", "Branch")
_MADE_ON, _NUMBER = Wording("作成日", "Made on"), Wording("版", "No.")
_SHEETS, _ROWS, _BY = Wording("シート", "Sheets"), Wording("行数", "Rows"), Wording("作成者", "Issued by")
_JSON_KINDS: Mapping[str, Kind] = {notice_files.KIND: Kind.NOTICE, directory_updates.KIND.kind: Kind.UPDATE}
_GONE = Wording("ファイルが見つかりません。", "There is no such file.")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file and what it is; ``facts`` are what it says of itself, ``why`` is why it cannot be read."""

    path: Path
    kind: Kind
    facts: Sequence[tuple[Wording, Wording]] = ()
    why: Wording | None = None
    password: str | None = field(default=None, repr=False)


class Recognising:
    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def look(self, path: Path, password: str | None = None) -> Recognised:
        """What the file is; one that cannot be read is told with the reason, never raised."""
        if path.is_dir():
            return Recognised(path, Kind.FOLDER)
        if not path.is_file():
            return Recognised(path, Kind.UNREADABLE, why=_GONE)
        try:
            told = run_apart(self._desk.jobs, JOB, {"path": str(path.resolve()), "password": password}, path)
        except Refusal as refusal:
            if refusal.field == "password":
                return Recognised(path, Kind.LOCKED, why=refusal.wording if password else None)
            return Recognised(path, Kind.UNREADABLE, why=refusal.wording)
        return self._recognised(path, told, password)

    def _recognised(self, path: Path, told: Mapping[str, Any], password: str | None) -> Recognised:
        what = str(told["what"])
        if what == "workbook":
            return self._workbook(path, told, password)
        if what == "json":
            kind = _JSON_KINDS.get(str(told["kind"]), Kind.OTHER)
            by = str(told["issued_by"])
            return Recognised(path, kind, [(_BY, same(by))] if by and kind is not Kind.OTHER else [])
        if what == "csv":
            return Recognised(path, _listing(told), [(_ROWS, same(str(told["rows"])))])
        return Recognised(path, {"pdf": Kind.PDF, "cases": Kind.CASES}.get(what, Kind.OTHER))

    def _workbook(self, path: Path, told: Mapping[str, Any], password: str | None) -> Recognised:
        form, register = told["form"], told["register"]
        if form.get("format") == FORMAT:
            facts = [(_PROGRAMME, self._programme(form)), (_YEAR, same(form.get("project_year", "")))]
            facts += [(_BODY, self._body(form)), (_MADE_ON, same(form.get("made_on", "")))]
            return Recognised(path, Kind.INTAKE, _said(facts), password=password)
        if "schema_version" in register and "programme" in register:
            own = register.get("branch_code", "") in ("", self._branch.get().branch or "")
            facts = [(_PROGRAMME, self._programme(register)), (_YEAR, same(register.get("project_year", "")))]
            facts += [(_BRANCH, same(register.get("branch", ""))), (_NUMBER, same(register.get("hand_over", "")))]
            facts += [(_MADE_ON, same(register.get("made_on", "")))]
            return Recognised(path, Kind.REGISTER if own else Kind.FOREIGN_REGISTER, _said(facts), password=password)
        sheets = [str(one) for one in told["sheets"]]
        facts = [(_SHEETS, same("、".join(sheets[:5]))), (_ROWS, same(str(told["rows"])))]
        return Recognised(path, _listing(told), _said(facts), password=password)

    def _programme(self, facts: Mapping[str, str]) -> Wording:
        known = self._desk.programmes.get(facts.get("programme", ""))
        return known.name if known else same(facts.get("programme", ""))

    def _body(self, facts: Mapping[str, str]) -> Wording:
        known = self._desk.names.authority(facts.get("body_code", ""))
        return known.full_name if known else same(facts.get("body_name", ""))


def _listing(told: Mapping[str, Any]) -> Kind:
    return Kind.BODIES if any(is_directory(heads) for heads in told["heads"]) else Kind.LIST


def _said(facts: Sequence[tuple[Wording, Wording]]) -> list[tuple[Wording, Wording]]:
    return [(name, value) for name, value in facts if value.ja]
