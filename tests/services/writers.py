"""Every workbook that the program writes, of cases of every programme, so that a rule can be held against all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from clair_desktop.blocks.cost_sheet import has_cost_sheet
from clair_desktop.domain.answers import read
from clair_desktop.domain.cost_sheet import Variant
from clair_desktop.domain.directory import BodyKind
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.office import Office
from clair_desktop.services.outgoing_ledger import OutgoingFilter
from clair_desktop.services.printed_ledger import LedgerFilter
from tests.services.forms import SENDAI

YEARS = range(2022, 2028)
GROUPINGS = ("year", "programme", "state", "body", "country", "category")


def examples(office: Office, *, latest: bool = False) -> None:
    """A case for every example of every programme, or of its latest year only, received and no more."""
    for programme in office.programmes().values():
        last = max((one.year for one in programme.examples), default=0)
        for example in (one for one in programme.examples if one.year == last or not latest):
            fields = list(programme.edition(FiscalYear(example.year)).fields())
            answers = read(fields, example.answers, office.names).answers
            received = example.steps[0].on if example.steps else date(example.year, 10, 1)
            office.cases.new(programme.key, example.year, answers, received_on=received)


def every_workbook(office: Office, folder: Path, years: range = YEARS) -> Iterator[Path]:
    """Each is written as it is asked for: registers, forms to fill in, cost sheets, figures, ledger, directory."""
    for language in Language:
        yield from _registers(office, folder, language)
        yield from _forms(office, folder, language, years)
        yield from _cost_sheets(office, folder, language)
        yield from _figures(office, folder, language)


def _registers(office: Office, folder: Path, language: Language) -> Iterator[Path]:
    for programme in office.programmes():
        for year in [*office.registers.years(programme), 2026]:
            out = folder / f"040002_{programme}_{year}_{language}.xlsx"
            if not out.exists():
                office.registers.export(programme, year, out, language)
                yield out


def _forms(office: Office, folder: Path, language: Language, years: range) -> Iterator[Path]:
    for programme in office.programmes():
        for year in years:
            out = folder / f"041009_{programme}_{year}_{language}_form.xlsx"
            try:
                office.intake_forms.write(programme, year, out, body=SENDAI, language=language)
            except Refusal:
                continue  # an announcement, or a programme that has ended
            yield out


def _cost_sheets(office: Office, folder: Path, language: Language) -> Iterator[Path]:
    for line in office.cases.lines():
        sheet = office.cases.get(line.number)
        if has_cost_sheet(sheet.edition) and sheet.answers.get("cost_breakdown"):
            for variant in Variant:
                out = folder / f"{line.number}_{variant.value}_{language}.xlsx"
                office.cost_sheets.export(line.number, variant, out, language)
                yield out


def _figures(office: Office, folder: Path, language: Language) -> Iterator[Path]:
    for by in GROUPINGS:
        out = folder / f"statistics_{by}_{language}.xlsx"
        office.statistic_papers.export(office.statistics.of_year(None, by), out, language)
        yield out
    out = folder / f"ledger_{language}.xlsx"
    office.ledger.export(LedgerFilter(), out, language)
    yield out
    out = folder / f"outgoing_{language}.xlsx"
    office.outgoing.export(OutgoingFilter(), out, language)
    yield out
    for kind in (None, *BodyKind):
        out = folder / f"directory_{kind or 'all'}_{language}.xlsx"
        office.directory_export.export(out, kind, language)
        yield out
