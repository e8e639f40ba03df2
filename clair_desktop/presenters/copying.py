"""別の年度へ写す: a case received once more for another year, and what is different there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import Shell
from clair_desktop.presenters.rule_lines import ShownRule, shown_rule
from clair_desktop.services.copying import Copied
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet


@dataclass(frozen=True, slots=True)
class YearQuestion:
    """Into which of the years a case is to be copied; ``usual`` is offered first."""

    number: str
    year: FiscalYear
    years: Sequence[FiscalYear]
    usual: FiscalYear


@dataclass(frozen=True, slots=True)
class ChangedRule:
    """A rule that stands differently in the new case's year."""

    label: Wording
    before: ShownRule
    after: ShownRule


@dataclass(frozen=True, slots=True)
class CopiedCase:
    """What came of copying: the new case, the rules that changed, the answers left behind with their reasons."""

    old: str
    new: str
    year: FiscalYear
    changes: Sequence[ChangedRule]
    dropped: Sequence[tuple[Wording, Wording]]


class CopyingView(Protocol):
    def ask_year(self, question: YearQuestion) -> int | None: ...

    def show_copied(self, copied: CopiedCase) -> None: ...


class CopyingPresenter:
    """``saves`` saves what is typed in the old case and says whether it could; only what is saved is carried."""

    def __init__(
        self, view: CopyingView, office: Office, shell: Shell, opens: Callable[[int], None], saves: Callable[[], bool]
    ) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._opens = opens
        self._saves = saves
        self._sheet: CaseSheet | None = None

    def show(self, sheet: CaseSheet) -> None:
        """The case that is open."""
        self._sheet = sheet

    def copy(self) -> None:
        """Asks for the year, copies, opens the new case and tells what is different there."""
        if self._sheet is None or not self._saves():
            return
        sheet = self._sheet
        year = self._view.ask_year(self._question(sheet))
        if year is None:
            return
        try:
            copied = self._office.copying.copy(sheet.number, year)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._opens(copied.sheet.id)
        self._view.show_copied(_shown(sheet.number, copied))

    def _question(self, sheet: CaseSheet) -> YearQuestion:
        this = FiscalYear.containing(self._office.clock.today()).start_year
        years = [FiscalYear(this + ahead) for ahead in (1, 0, -1) if this + ahead != sheet.edition.year.start_year]
        called = FiscalYear(this + sheet.edition.programme.called_ahead)
        return YearQuestion(sheet.number, sheet.edition.year, years, called if called in years else years[0])


def _shown(old: str, copied: Copied) -> CopiedCase:
    changes = [
        ChangedRule(
            one.rule.label,
            shown_rule(one.rule, one.before, entered=False),
            shown_rule(one.rule, one.after, entered=False),
        )
        for one in copied.changes
    ]
    dropped = [(one.label, one.reason) for one in copied.dropped]
    return CopiedCase(old, copied.sheet.number, copied.sheet.edition.year, changes, dropped)
