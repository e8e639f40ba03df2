"""The map of coverage on paper: one sheet with the picture, then the table behind it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.coverage_map import PURPOSES, STANDINGS, CountryStanding, Standing, standings
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import Cell, FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.offices import OVERSEAS_OFFICES, overseas_office
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.writing import not_written

TITLE = Wording("海外事務所の担当地域", "Areas of the overseas offices")
SCHEMATIC = Wording(
    "略図です。国境と名称はいかなる立場も示しません。香港・マカオ・台湾は資料に記載がないため、本部に確認します。",
    "A schematic drawing; borders and names express no position. Hong Kong, Macao and Taiwan are in no document: ask headquarters.",
)
BETWEEN = Wording("／", "; ")
_HEADS = (
    Wording("海外事務所", "Office"),
    Wording("国・地域", "Country or territory"),
    Wording("状態", "Standing"),
    Wording("根拠資料", "Documents"),
)
_WIDTHS = (20, 22, 18, 60)


class CoveragePapers:
    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def print(self, purpose: Purpose, on: date, out: Path, language: Language) -> int:
        """Write the PDF, read back before it takes its place, and tell its pages."""
        from clair_desktop.output.pdf.coverage_map import MapSheet, print_map

        profile = self._branch.get()
        lines = [one for one in self.standings(purpose, on) if one.standing is not Standing.NOBODY]
        heading = f"{TITLE.in_(language)}　{PURPOSES[purpose].in_(language)}　{profile.papers.dated(printed_date(on, language), language)}"
        legend = [f"{number}　{office.name.in_(language)}" for number, office in enumerate(OVERSEAS_OFFICES, start=1)]
        sheet = MapSheet(
            heading,
            legend,
            {standing: STANDINGS[standing].in_(language) for standing in Standing},
            SCHEMATIC.in_(language),
            {one.country.code: (one.standing, number_of(one.office)) for one in lines},
        )
        form = FilledForm(heading, "", "", [_table(lines, language)])
        document = FilledDocument(heading, language.value, form, internal=False)
        today = self._desk.clock.today().isoformat()
        pack = FilledPack(
            heading, "", language.value, [document], [], profile.demonstration, today, layout=profile.papers.layout
        )
        try:
            pages = print_map(sheet, pack, out).pages
        except OSError as fault:
            raise not_written(out) from fault
        note_paper(self._desk, _named(purpose, on), [out], [language])
        return pages

    def standings(self, purpose: Purpose, on: date) -> Sequence[CountryStanding]:
        """Every country, those with an office first and in the offices' order."""
        order = {standing: place for place, standing in enumerate(Standing)}
        found = standings(self._desk.names.countries, purpose, on)
        return sorted(found, key=lambda one: (order[one.standing], number_of(one.office), one.country.code))


def _named(purpose: Purpose, on: date) -> Wording:
    days = {one: printed_date(on, one) for one in Language}
    said = PURPOSES[purpose]
    return Wording(f"{TITLE.ja}（{said.ja}、{days[Language.JA]}）", f"{TITLE.en} ({said.en}, {days[Language.EN]})")


def number_of(office: str) -> int:
    """The number an office has on the map, 0 for none."""
    return next((n for n, one in enumerate(OVERSEAS_OFFICES, start=1) if one.key == office), 0)


def _table(lines: Sequence[CountryStanding], language: Language) -> FilledTable:
    rows = [
        [
            Cell(f"{number_of(one.office)}　{overseas_office(one.office).name.in_(language)}" if one.office else "？"),
            Cell(one.country.name.in_(language)),
            Cell(STANDINGS[one.standing].in_(language)),
            Cell(BETWEEN.in_(language).join(_cited(source, language) for source in one.routing.sources)),
        ]
        for one in lines
    ]
    return FilledTable([head.in_(language) for head in _HEADS], rows, _WIDTHS, landscape=True)


def _cited(source: Source, language: Language) -> str:
    return source.title.in_(language)
