"""Headquarters' own blanks: what was imported for which year, and what is done with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.blanks import Blank
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.blank_mapping import BlankMapping, cases_of
from clair_desktop.presenters.ports import FileKind, Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

BLANK_FILES: FileKind = (Wording("Excel ブック・Word 文書", "Excel workbook or Word document"), ("xlsx", "docx"))
PICK = Wording("本部の様式ファイルを選ぶ", "Choose headquarters' file")
SAVE = Wording("記入した様式の保存先", "Save the filled copy")
REMOVE = Wording(
    "様式「{name}」（{year}年度）とその対応付けを削除しますか。",
    "Remove the blank “{name}” (FY{year}) and its mapping?",
)
REMOVE_ACT = Wording("削除する", "Remove")
NO_CASES = Wording(
    "{year}年度の「{programme}」に案件がありません。先に案件を受け付けてください。",
    "There is no case of {programme} in FY{year}. Receive one first.",
)
CONFIRMED = Wording("確定", "Confirmed")
PROPOSED = Wording("{year}年度からの案・要確認", "Proposal of FY{year}: to be confirmed")
SAME_YEAR = Wording("差替え・要確認", "File replaced: to be confirmed")
OPEN = Wording("未確定", "Not confirmed")

Complaint = tuple[str, Wording]
Imports = Callable[[Mapping[str, str]], Complaint | None]


@dataclass(frozen=True, slots=True)
class BlankLine:
    blank: Blank
    programme: Wording
    standing: Wording
    ready: bool


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """What is asked of a file that was chosen; choices as keys with their names."""

    file: str
    programmes: Sequence[tuple[str, Wording]]
    years: Sequence[tuple[str, Wording]]
    texts: dict[str, str]


class BlanksView(Protocol):
    def show_blanks(self, lines: Sequence[BlankLine]) -> None: ...

    def ask_import(self, question: ImportQuestion, imports: Imports) -> None: ...

    def ask_case(self, cases: Sequence[tuple[str, Wording]]) -> str | None:
        """The number of the case to be written into a copy."""
        ...

    def open_mapping(self, mapping: BlankMapping) -> None: ...


class BlanksPresenter:
    """Nothing is filled whose mapping a person has not confirmed."""

    def __init__(self, view: BlanksView, office: "Office", shell: Shell, language: Language) -> None:
        self._view, self._office, self._shell, self._language = view, office, shell, language

    def start(self) -> None:
        names = {key: one.name for key, one in self._office.programmes().items()}
        found = sorted(self._office.blanks.every(), key=lambda one: (-one.year, one.programme, one.name))
        self._view.show_blanks(
            [
                BlankLine(one, names.get(one.programme, same(one.programme)), _standing(one), one.confirmed)
                for one in found
            ]
        )

    def add(self, programme: str = "") -> None:
        """Asks for a file and what it is; a file that cannot be a blank is refused before anything is typed."""
        file = self._shell.pick_file(PICK, [BLANK_FILES])
        if file is None:
            return
        this = FiscalYear.containing(self._office.clock.today()).start_year
        known = {key: one.name for key, one in self._office.programmes().items()}
        question = ImportQuestion(
            file.name,
            list(known.items()),
            [(str(year), FiscalYear(year).label()) for year in range(this + 1, this - 6, -1)],
            {
                "programme": programme or next(iter(known)),
                "year": str(this),
                "name": "",
                "source": "",
                "language": "ja",
            },
        )
        self._view.ask_import(question, lambda texts: self._import(file, texts))

    def map(self, line: BlankLine) -> None:
        try:
            mapping = BlankMapping(self._office, line.blank, self._shell, self._language)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._view.open_mapping(mapping)
        self.start()

    def fill(self, line: BlankLine) -> None:
        """Asks which case and where to, and says what stayed empty."""
        blank = line.blank
        cases = cases_of(self._office, blank)
        if not cases:
            self._shell.refuse(Refusal(NO_CASES.filled(year=blank.year, programme=line.programme)))
            return
        number = self._view.ask_case(cases)
        if number is None:
            return
        suggested = f"{number}_{blank.name}.{blank.kind.value}"
        out = self._shell.pick_save(SAVE, suggested, [(same(blank.kind.value), (blank.kind.value,))])
        if out is not None:
            self._fill(line, number, out)

    def remove(self, line: BlankLine) -> None:
        blank = line.blank
        if self._shell.confirm(REMOVE.filled(name=blank.name, year=blank.year), REMOVE_ACT, grave=True):
            self._office.blanks.remove(blank)
            self.start()

    def _fill(self, line: BlankLine, number: str, out: Path) -> None:
        try:
            made = self._office.blanks.fill(number, line.blank.name, out)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        told = Wording(
            f"「{out.name}」に{len(made.entries)}欄を記入し、読み直して確かめました。",
            f"{len(made.entries)} places of {out.name} were filled and read back.",
        )
        if made.warnings:
            listed = [told, *made.warnings]
            self._shell.tell(Wording("\n".join(one.ja for one in listed), "\n".join(one.en for one in listed)))
        else:
            self._shell.say(told)

    def _import(self, file: Path, texts: Mapping[str, str]) -> Complaint | None:
        try:
            self._office.blanks.add(
                texts["programme"], int(texts["year"]), file,
                name=texts["name"], source=texts["source"], language=Language(texts["language"]),
            )  # fmt: skip
        except Refusal as refusal:
            return refusal.field or "name", refusal.wording
        self.start()
        return None


def _standing(blank: Blank) -> Wording:
    if blank.confirmed:
        return CONFIRMED
    if blank.carried_from is None:
        return OPEN
    return SAME_YEAR if blank.carried_from == blank.year else PROPOSED.filled(year=blank.carried_from)
