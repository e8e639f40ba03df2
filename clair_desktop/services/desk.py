"""What the services share: the file of cases, the names, the clock, and who wants to hear of changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import Correspondence
from clair_desktop.domain.parties import Gazetteer
from clair_desktop.domain.programme import Edition, Programme
from clair_desktop.domain.rulings import Ruling
from clair_desktop.domain.working_days import WorkingDays
from clair_desktop.model.database import Database
from clair_desktop.programmes import all_programmes, programme
from clair_desktop.services.day_settings import working_days
from clair_desktop.services.foreign_files import ForeignFiles
from clair_desktop.services.letter_records import entered_letters
from clair_desktop.services.rulebooks import entered_source, read_value
from clair_desktop.support.clock import Clock
from clair_desktop.support.jobs import Jobs

Listener = Callable[[frozenset[int]], None]


@dataclass(slots=True)
class Desk:
    """One opened data folder. ``folder`` holds what is printed by a step; ``jobs`` do long work elsewhere."""

    database: Database
    names: Gazetteer
    clock: Clock
    folder: Path
    jobs: Jobs
    programmes: Mapping[str, Programme] = field(default_factory=all_programmes)
    listeners: list[Listener] = field(default_factory=list)
    foreign: ForeignFiles = field(init=False)

    def __post_init__(self) -> None:
        self.foreign = ForeignFiles(self.jobs)

    def changed(self, *cases: int) -> None:
        """Tell every listener; no case named means that anything may have changed."""
        for listener in self.listeners:
            listener(frozenset(cases))

    def edition(self, key: str, year: int) -> Edition:
        """A programme in a project year with the branch's own rulings and letters laid over the declared ones."""
        declared = self.programme(key)
        with self.database.reading() as work:
            if not work.has_entered(key):
                return declared.edition(FiscalYear(year))
            return declared.edition(FiscalYear(year), self.entered(key), self.letters(key))

    def letters(self, key: str) -> Correspondence:
        """What the branch has entered of a programme's letters."""
        with self.database.reading() as work:
            return entered_letters(work, key)

    def entered(self, key: str) -> dict[str, Sequence[Ruling]]:
        """The rulings the branch has entered, by rule."""
        kinds = {rule.key: rule.kind for rule in self.programme(key).rules}
        found: dict[str, list[Ruling]] = {}
        with self.database.reading() as work:
            for row in work.rule_revisions.all_for(key):
                if row.rule in kinds:
                    source = entered_source(row.source_title, row.locator, row.checked_on)
                    value = read_value(row.value, kinds[row.rule])
                    found.setdefault(row.rule, []).append(Ruling(value, FiscalYear(row.year), source))
        return dict(found)

    def days(self) -> WorkingDays:
        """The branch's working days as its settings make them."""
        with self.database.reading() as work:
            return working_days(work.settings)

    def programme(self, key: str) -> Programme:
        """The programme of a key; an unknown one is refused in words."""
        return self.programmes[key] if key in self.programmes else programme(key)
