"""Directory updates: what one branch (or headquarters) entered, on its way to others as one small file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, cast

from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.typed import read_text
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.plain_table import ReadSheet
from clair_desktop.output.excel.target import whole_file, write_through
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.directory_columns import ALL_COLUMNS, table_rows
from clair_desktop.services.directory_export import body_rows
from clair_desktop.services.directory_intake import DirectoryIntake, Intake
from clair_desktop.services.signed_files import SignedKind

KIND = SignedKind("clair_desktop directory update", 1, Wording("名簿の更新ファイル", "directory update"))


@dataclass(frozen=True, slots=True)
class Update:
    """A file as it was read: who issued it when, and what it would change here."""

    issued_by: str
    issued_on: date
    intake: Intake


class DirectoryUpdates:
    """Making, reading and taking update files; they carry only what a branch entered, never the shipped files."""

    def __init__(self, desk: Desk, directory: Directory, intake: DirectoryIntake) -> None:
        self._desk = desk
        self._directory = directory
        self._intake = intake

    def make(self, out: Path, issued_by: str) -> int:
        """Write what this branch keeps; gives the number of entries. Without any there is nothing to send."""
        sender = read_text(issued_by).strip()
        if not sender:
            raise Refusal(
                Wording(
                    "作成者を入力してください（支部を選んでいれば支部名になります）。",
                    "Say who issues it; once the branch is chosen, its name stands there.",
                ),
                field="issued_by",
            )
        rows = [row for body in self._directory.bodies() for row in body_rows(body, kept_only=True)]
        if not rows:
            raise Refusal(
                Wording(
                    "支部が名簿に入力した値はまだありません。入力してから作成してください。",
                    "This branch has entered nothing in the directory yet.",
                ),
                field="entries",
            )
        entries = [dict(zip(ALL_COLUMNS, row, strict=True)) for row in rows]
        fields: dict[str, object] = {
            "issued_by": sender,
            "issued_on": self._desk.clock.today().isoformat(),
            "preview": {language.value: [_told(one, language) for one in entries] for language in Language},
            "entries": entries,
        }
        with whole_file(out) as part:
            write_through(part, partial(_write, KIND.content(fields)))
        return len(entries)

    def read(self, path: Path) -> Update:
        """A file with what it would change; a damaged, foreign or newer one, or a wrong entry, is refused in words."""
        content = KIND.read(path)
        try:
            issued_by, entries = content["issued_by"], content["entries"]
            issued_on = date.fromisoformat(str(content["issued_on"]))
            if not isinstance(issued_by, str) or not isinstance(entries, list) or not entries:
                raise KIND.damaged(path)
            rows = [[_cell(one, column) for column in ALL_COLUMNS] for one in entries]
        except (KeyError, ValueError, TypeError) as fault:
            raise KIND.damaged(path) from fault
        sheet = ReadSheet("", [list(ALL_COLUMNS), *rows])
        intake = self._intake.of_rows(table_rows([sheet], path.name), path.name)
        if intake.complaints:
            raise Refusal(
                Wording(
                    f"「{path.name}」に読めない値が{len(intake.complaints)}件あるため、取り込めません。"
                    "送付元に作り直しを依頼してください。",
                    f"{len(intake.complaints)} entries of “{path.name}” cannot be read, so nothing was taken. "
                    "Ask the sender to make it again.",
                ),
                details=[_numbered(one.row - 1, one.wording) for one in intake.complaints],
            )
        return Update(issued_by, issued_on, intake)

    def take(self, update: Update) -> int:
        """Lay it over this branch's directory in one act that undo takes back whole; gives how much it changed."""
        by = update.issued_by
        title = Wording(f"名簿の更新の取込み：{by}", f"Directory update taken: {by}")
        return self._intake.take(update.intake, title=title)


def _cell(entry: object, column: str) -> str:
    value = cast("Mapping[str, object]", entry).get(column, "") if isinstance(entry, dict) else None
    if not isinstance(value, str):
        raise TypeError(column)
    return value


def _told(entry: Mapping[str, str], language: Language) -> str:
    words = {one.value: told for one, told in ATTRIBUTE_WORDS.items()}
    item = words[entry["attribute"]].in_(language) if entry["attribute"] else ""
    name = entry["name_ja"] if language is Language.JA else entry["name_en"] or entry["name_ja"]
    return f"{name} {item}: {entry['value']}（{entry['document']}）" if item else name


def _numbered(number: int, said: Wording) -> Wording:
    return Wording(f"{number}件目：{said.ja}", f"Entry {number}: {said.en}")


def _write(content: bytes, file: IO[bytes]) -> None:
    file.write(content)
