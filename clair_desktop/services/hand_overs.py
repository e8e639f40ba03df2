"""Handing registers to headquarters: made aside, locked where asked, put in their place and noted in one act."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.hand_overs import Form, Medium, file_name
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import FilledWorkbook
from clair_desktop.domain.substitutes import CP932, fits
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.hand_over_tables import HandOverRow
from clair_desktop.output.excel import exporting
from clair_desktop.output.excel.csv_files import UTF8, csv_files, replaced, seal_in
from clair_desktop.output.excel.locking import LONGEST, locked
from clair_desktop.output.excel.target import whole_file
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.sent_registers import told_by
from clair_desktop.services.words import words
from clair_desktop.support.jobs import run

_TO = Wording("本部", "Headquarters")
_OTHERS_CAME_BETWEEN = Wording(
    "書き出している間に同じ事業・年度の提出が記録されました。もう一度書き出してください。",
    "Another hand-over of this programme and year was recorded meanwhile. Export again.",
)
_NEEDLESS = Wording(
    "「{cluster}」はこの形式で書けるため、置き換えません。指定を外してください。",
    "“{cluster}” can be written in this form and is not replaced. Leave it out.",
)
_NO_BETTER = Wording(
    "「{cluster}」の代わりの「{instead}」も、CP932（シフトJIS）にありません。別の文字を選んでください。",
    "“{instead}”, chosen for “{cluster}”, is not in CP932 (Shift JIS) either. Choose another.",
)


@dataclass(frozen=True, slots=True)
class Handing:
    """How a register is handed out: to whom, on what day and medium, in which form.

    ``replaced`` says which characters a person chose for those that CP932 lacks.
    """

    form: Form = Form.XLSX
    to: str = ""
    medium: Medium = Medium.UNSAID
    on: date | None = None
    note: str = ""
    replaced: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandedFile:
    path: Path
    sha256: str
    rows: int


class HandOvers:
    """Numbers, names and records of what is handed out."""

    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def next_number(self, programme: str, year: int) -> int:
        """The running number (版) that the next hand-over of the programme and year will bear."""
        with self._desk.database.reading() as work:
            return work.hand_overs.last_number(programme, year) + 1

    def name(self, programme: str, year: int, form: Form = Form.XLSX) -> str:
        """The file's default name, 団体コード_事業_年度_版."""
        known = self._desk.programme(programme).key
        suffix = ".xlsx" if form is Form.XLSX else ".csv"
        branch = self._branch.get().branch or ""
        return file_name(branch, known, FiscalYear(year), self.next_number(known, year), suffix)

    def give(
        self, parcel: "Parcel", out: Path, language: Language, *, locked_with: str | None = None
    ) -> list[HandedFile]:
        """Make the files, then put them in their place and note them; a refusal leaves nothing behind."""
        return self.put(self.make(parcel, out, language, locked_with=locked_with))

    def make(self, parcel: "Parcel", out: Path, language: Language, *, locked_with: str | None = None) -> "Packed":
        """The files, kept aside: nothing is in its place and nothing noted before ``put``."""
        _demand_sound(parcel.handing, locked_with)
        parcel = replace(parcel, book=replaced(parcel.book, parcel.handing.replaced))
        if parcel.handing.form is not Form.XLSX:
            made = _csv(parcel.book, out, parcel.handing.form, language)
            return Packed(parcel, made, seal_in(parcel.book, language))
        with tempfile.TemporaryDirectory(prefix="clair-", ignore_cleanup_errors=True) as folder:
            one, seal = self._workbook(parcel.book, Path(folder), out, language, locked_with)
        return Packed(parcel, [one], seal, protected=locked_with is not None)

    def _workbook(
        self, book: FilledWorkbook, folder: Path, out: Path, language: Language, locked_with: str | None
    ) -> tuple["_Made", str]:
        """The file with its seal."""
        aside = folder / out.name
        written = exporting.result(run(self._desk.jobs, exporting.JOB, exporting.request(book, aside, language)))
        content = aside.read_bytes()
        rows = sum(len(register.rows) for register in book.registers)
        return _Made("", out, locked(content, locked_with) if locked_with else content, rows), written.seal

    def put(self, packed: "Packed") -> list[HandedFile]:
        """What was made is noted and stands in its place, or neither."""
        parcel, made, seal, protected = packed.parcel, packed.made, packed.seal, packed.protected
        programme, year, number = parcel.edition.programme, parcel.edition.year.start_year, parcel.number
        title = Wording(
            f"台帳の提出：{programme.name.ja} {year}年度 第{number}版",
            f"Handed out: {programme.name.en}, {year}, no. {number}",
        )
        files = [HandedFile(one.path, sha256(one.content).hexdigest(), one.rows) for one in made]
        with self._desk.database.work(title) as work:
            if work.hand_overs.last_number(programme.key, year) != number - 1:
                raise Refusal(_OTHERS_CAME_BETWEEN)
            for one, file in zip(made, files, strict=True):
                row = self._row(parcel, file, seal, told_by(parcel.book, one.register), protected=protected)
                work.hand_overs.add(row)
            for one in made:  # last of all: what cannot be put in its place takes the record back
                with whole_file(one.path) as part:
                    part.write_bytes(one.content)
        self._desk.changed()
        return files

    def _row(
        self, parcel: "Parcel", file: HandedFile, seal: str, told: dict[str, object], *, protected: bool
    ) -> HandOverRow:
        handing = parcel.handing
        return HandOverRow(
            made_at=self._desk.clock.now(),
            made_by=self._desk.database.who,
            on_date=handing.on or self._desk.clock.today(),
            programme=parcel.edition.programme.key,
            project_year=parcel.edition.year.start_year,
            number=parcel.number,
            branch_code=self._branch.get().branch or "",
            file_name=file.path.name,
            form=handing.form.value,
            protected=protected,
            recipient=words(handing.to, "to") or _TO.ja,
            medium=handing.medium.value,
            note=words(handing.note, "note"),
            cases=int(next(value for item, value in parcel.book.meta if item == "cases")),
            rows=file.rows,
            sha256=file.sha256,
            seal=seal,
            sample=parcel.book.sample,
            replaced=dict(handing.replaced),
            told=told,
        )


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is handed out: the registers of an edition as the hand-over of a number."""

    edition: Edition
    number: int
    book: FilledWorkbook
    handing: Handing


@dataclass(frozen=True, slots=True)
class _Made:
    """A file about to be put in its place; ``register`` is its table's key, "" where it holds all."""

    register: str
    path: Path
    content: bytes
    rows: int


@dataclass(frozen=True, slots=True)
class Packed:
    """Files that are made and not yet handed out."""

    parcel: Parcel
    made: Sequence[_Made]
    seal: str
    protected: bool = False


def _csv(book: FilledWorkbook, out: Path, form: Form, language: Language) -> list[_Made]:
    """One file for each table, named after it."""
    files = csv_files(book, language, CP932 if form is Form.CSV_CP932 else UTF8)
    return [
        _Made(one.register, out.with_name(f"{out.stem}_{one.register}.csv"), one.content, one.rows) for one in files
    ]


def _demand_sound(handing: Handing, password: str | None) -> None:
    if password is not None and handing.form is not Form.XLSX:
        raise Refusal(
            Wording(
                "CSVにはパスワードを付けられません。Excelブックで書き出してください。",
                "A CSV file cannot have a password. Export an Excel workbook.",
            ),
            field="password",
        )
    if password is not None and not 0 < len(password) <= LONGEST:
        raise Refusal(
            Wording(f"パスワードは1文字から{LONGEST}文字までです。", f"A password has 1 to {LONGEST} characters."),
            field="password",
        )
    for cluster, instead in handing.replaced.items():
        if handing.form is not Form.CSV_CP932 or fits(cluster):
            raise Refusal(_NEEDLESS.filled(cluster=cluster), field="replaced")
        if not instead or not fits(instead):
            raise Refusal(_NO_BETTER.filled(cluster=cluster, instead=instead), field="replaced")
