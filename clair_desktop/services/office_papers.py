"""The sheet of an overseas office on paper: its time, how it is dialled, what it advises, and two weeks of hours."""

from pathlib import Path

from clair_desktop.domain.filled_papers import Cell, FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.plain_blocks import Heading
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.days import OfficeSheet
from clair_desktop.services.desk import Desk
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.office_sheets import (
    SHARED_HEADS,
    TITLE,
    Section,
    name_of,
    sections,
    shared_rows,
    shared_title,
)
from clair_desktop.services.writing import not_written

_TOLD, _WHOLE, _WIDTHS = (20, 100), (120,), (17, 20, 20, 29, 13, 21)
_VALUE = Wording("内容", "What is known")


class OfficePapers:
    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def write(self, out: Path, sheet: OfficeSheet, language: Language) -> int:
        """Write the PDF and tell its pages."""
        from clair_desktop.output.pdf.packs import print_pack

        title = f"{name_of(sheet, language)}\u3000{TITLE.in_(language)}"
        document = FilledDocument(
            title, language.value, FilledForm(title, "", "", _blocks(sheet, language)), internal=False
        )
        made_on, profile = self._desk.clock.today().isoformat(), self._branch.get()
        layout = profile.papers.layout
        pack = FilledPack(title, "", language.value, [document], [], profile.demonstration, made_on, layout=layout)
        try:
            pages = print_pack(pack, out).pages
        except OSError as fault:
            raise not_written(out) from fault
        names = {one: f"{name_of(sheet, one)}　{TITLE.in_(one)}" for one in Language}
        note_paper(self._desk, Wording(names[Language.JA], names[Language.EN]), [out], [language])
        return pages


def _blocks(sheet: OfficeSheet, language: Language) -> list[Heading | FilledTable | str]:
    told = [_table(one, language) for one in sections(sheet, language)]
    rows = [[Cell(text) for text in row] for row in shared_rows(sheet, language)]
    heads = [head.in_(language) for head in SHARED_HEADS]
    return [*told, Heading(same(shared_title(sheet, language))), FilledTable(heads, rows, _WIDTHS)]


def _table(section: Section, language: Language) -> FilledTable:
    """Named lines in two columns, advice in one."""
    if any(name for name, _said in section.lines):
        rows = [[Cell(name), Cell(said)] for name, said in section.lines]
        return FilledTable([section.title, _VALUE.in_(language)], rows, _TOLD)
    return FilledTable([section.title], [[Cell(said)] for _name, said in section.lines], _WHOLE)
