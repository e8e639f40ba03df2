"""A statistic on paper and as a workbook: the same table, made of the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop import __version__
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import Cell, FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.machine_reading import plain_numerals
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel import exporting
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.releases import How
from clair_desktop.services.statistics import AMOUNTS, GROUPS, Figure, Statistic, as_rows
from clair_desktop.services.writing import not_written
from clair_desktop.support.jobs import run

TITLE = Wording("集計表", "Statistics")
ALL_YEARS = Wording("全年度", "All years")
ALL_PROGRAMMES = Wording("全事業", "All programmes")
SEVERAL = Wording(
    "一つの案件が複数の行に入ることがあります。合計は各案件を一度だけ数えています。",
    "A case may stand in several lines; the total counts each case once.",
)
_KEYS = ("group", "cases", *AMOUNTS)
_WIDTHS = (30, 8, 16, 16, 16)


@dataclass(frozen=True, slots=True)
class Paper:
    """What was written, and how many lines it holds."""

    path: Path
    sha256: str
    rows: int


class StatisticPapers:
    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def print(
        self,
        statistic: Statistic,
        out: Path,
        language: Language,
        programme: str | None = None,
        *,
        how: How | None = How.SAVED,
    ) -> Paper:
        """Write the table as a PDF, read back before it takes its place and noted in the ledger."""
        from clair_desktop.output.pdf.packs import print_pack

        profile = self._branch.get()
        day = self._desk.clock.today()
        title = heading(statistic, self._programme(programme)).in_(language)
        blocks = (_table(statistic, language), SEVERAL.in_(language))
        form = FilledForm(
            title,
            "",
            profile.name.in_(language),
            blocks,
            day=profile.papers.dated(printed_date(day, language), language),
        )
        document = FilledDocument(title, language.value, form, internal=False)
        pack = FilledPack(
            title, "", language.value, [document], [], profile.demonstration, day.isoformat(),
            layout=profile.papers.layout,
        )  # fmt: skip
        try:
            written = print_pack(pack, out)
        except OSError as fault:
            raise not_written(out) from fault
        self.note(statistic, out, language, programme, how=how)
        return Paper(out, written.sha256, len(statistic.lines))

    def note(
        self, statistic: Statistic, out: Path, language: Language, programme: str | None = None, *, how: How | None
    ) -> None:
        """The paper's line in the ledger."""
        note_paper(self._desk, heading(statistic, self._programme(programme)), [out], [language], how=how)

    def export(self, statistic: Statistic, out: Path, language: Language, programme: str | None = None) -> Paper:
        """Write the figures as a workbook, with the total as its last line."""
        if not out.parent.is_dir():
            raise not_written(out)
        name = self._programme(programme)
        register = FilledRegister(
            "statistics",
            GROUPS[statistic.by],
            _columns(statistic),
            [_row(line, language) for line in (*statistic.lines, statistic.total)],
        )
        workbook = FilledWorkbook(
            heading(statistic, name),
            [register],
            self._meta(statistic, name, language),
            self._branch.get().demonstration,
        )
        answered = run(self._desk.jobs, exporting.JOB, exporting.request(workbook, out, language))
        return Paper(out, exporting.result(answered).sha256, len(statistic.lines))

    def _programme(self, key: str | None) -> Wording:
        return self._desk.programme(key).name if key else ALL_PROGRAMMES

    def _meta(self, statistic: Statistic, programme: Wording, language: Language) -> list[tuple[str, str | int]]:
        profile = self._branch.get()
        return [
            ("program_version", __version__),
            ("programme_name", programme.in_(language)),
            *((("project_year", statistic.year),) if statistic.year is not None else ()),
            ("fiscal_year", _year(statistic).in_(language)),
            ("branch_code", profile.branch or ""),
            ("branch", profile.name.in_(language)),
            ("made_on", self._desk.clock.today().isoformat()),
            ("cases", statistic.total.cases),
        ]


def heading(statistic: Statistic, programme: Wording) -> Wording:
    """集計表（事業別）令和8年度　全事業."""
    year, group = _year(statistic), GROUPS[statistic.by]
    return Wording(
        f"{TITLE.ja}（{group.ja}）　{year.ja}　{programme.ja}",
        f"{TITLE.en}: {group.en[:1].lower()}{group.en[1:]}, {year.en}, {programme.en}",
    )


def _year(statistic: Statistic) -> Wording:
    return FiscalYear(statistic.year).label() if statistic.year is not None else ALL_YEARS


def _table(statistic: Statistic, language: Language) -> FilledTable:
    heads, *rows, total = as_rows(statistic, language)
    return FilledTable(
        [str(head) for head in heads], [_cells(row) for row in rows], _WIDTHS, total=_cells(total), landscape=True
    )


def _cells(row: Sequence[str | int]) -> list[Cell]:
    return [Cell(f"{one:,}", number=True) if isinstance(one, int) else Cell(one) for one in row]


def _columns(statistic: Statistic) -> list[FilledColumn]:
    """Figures are kept as numbers, not as yen: the workbook would sum yen again below the total."""
    in_ja, in_en = as_rows(statistic, Language.JA)[0], as_rows(statistic, Language.EN)[0]
    kinds = (ColumnKind.TEXT, *(ColumnKind.NUMBER,) * (len(_KEYS) - 1))
    return [
        FilledColumn(key, Wording(str(ja), str(en)), kind, width)
        for key, ja, en, kind, width in zip(_KEYS, in_ja, in_en, kinds, _WIDTHS, strict=True)
    ]


def _row(line: Figure, language: Language) -> list[object]:
    return [_readable(line).in_(language), line.cases, *(line.amounts[key] for key in AMOUNTS)]


def _readable(line: Figure) -> Wording:
    """The label as machines read it: no ①, and the common era beside a year of the Japanese calendar."""
    label = Wording(plain_numerals(line.label.ja), plain_numerals(line.label.en))
    is_year = line.key.isdigit() and line.label == FiscalYear(int(line.key)).label()
    return Wording(f"{label.ja}（{line.key}年度）", label.en) if is_year else label
