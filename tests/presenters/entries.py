"""A view that remembers how a case was shown, and the cases it is shown with."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from clair_desktop.domain.answers import read
from clair_desktop.domain.fields import Texts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.rulings import Finding
from clair_desktop.presenters.case_entry import Judged, Saving, ShownCase
from clair_desktop.presenters.conflicts import Conflict
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.presenters.stand import last_open_day

GRANT, RESEARCH = "economic_grant", "overseas_research"


class RememberingEntry:
    """What stands in the boxes is a dictionary that a test types into."""

    def __init__(self) -> None:
        self.shown: ShownCase | None = None
        self.judged: Judged | None = None
        self.insisted: Sequence[Finding] = ()
        self.complaints: dict[str, Malformed | None] = {}
        self.saving: list[Saving] = []
        self.conflicts: Sequence[Conflict] = ()
        self.gone_to: list[str] = []
        self.boxes: dict[str, str | Sequence[Mapping[str, str]]] = {}

    def show_case(self, shown: ShownCase) -> None:
        self.shown = shown
        self.boxes = dict(shown.texts)

    def show_judged(self, judged: Judged, insisted: Sequence[Finding]) -> None:
        self.judged, self.insisted = judged, insisted

    def show_field(self, key: str, text: str | Sequence[Mapping[str, str]], complaint: Malformed | None) -> None:
        self.complaints[key] = complaint
        self.boxes[key] = text

    def show_saving(self, saving: Saving) -> None:
        self.saving.append(saving)

    def show_conflicts(self, found: Sequence[Conflict]) -> None:
        self.conflicts = found

    def go_to(self, key: str) -> None:
        self.gone_to.append(key)

    def texts(self) -> Texts:
        return dict(self.boxes)

    @property
    def sheet(self) -> CaseSheet:
        assert self.shown is not None
        return self.shown.sheet


def worked(office: Office, programme: str, place: int = 0) -> CaseSheet:
    """A received case with the answers of one of the programme's worked examples."""
    declared = office.programmes()[programme]
    example = declared.examples[place]
    answers = read(declared.edition(FiscalYear(example.year)).fields(), example.answers, office.names).answers
    received_on = last_open_day(declared)
    return office.cases.new(programme, example.year, answers, sample=True, received_on=received_on)


def enclose_what_is_needed(office: Office, sheet: CaseSheet, folder: Path) -> None:
    """A paper for every kind of enclosure that the programme requires."""
    for kind in sheet.edition.programme.enclosures:
        if kind.required:
            paper = folder / f"{kind.label.ja}.txt"
            paper.write_text("日本の状況について", encoding="utf-8")
            office.enclosures.add(sheet.number, [paper], kind.key)
