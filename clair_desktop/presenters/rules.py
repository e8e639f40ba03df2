"""規程: the rules of a programme in two project years side by side, and what the branch enters with its source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import Shell
from clair_desktop.presenters.rule_lines import ComparedRule, compared

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries


@dataclass(frozen=True, slots=True)
class RulesSheet:
    """Every rule of a programme in the year looked at and in the one beside it, and how many are to be confirmed."""

    programmes: Sequence[tuple[str, Wording]]
    years: Sequence[FiscalYear]
    programme: str
    year: FiscalYear
    beside: FiscalYear
    rules: Sequence[ComparedRule]
    to_confirm: int


class RulesView(Protocol):
    def show_rules(self, sheet: RulesSheet) -> None: ...

    def show_complaint(self, field: str, wording: Wording) -> None: ...


WITHDRAW = Wording("入力を取り消す", "Withdraw the entry")
WITHDRAWN = Wording(
    "「{label}」の支部の入力を取り消します。公表資料の値があれば、それに戻ります。",
    "The branch's entry for “{label}” is withdrawn. What the published documents say applies again, if anything.",
)


class RulesPresenter:
    """Takes texts as they are typed; what does not read is said beside its field and nothing is kept."""

    def __init__(
        self,
        view: RulesView,
        office: "Office",
        shell: Shell,
        language: Language,
        follows: Callable[[str, FiscalYear], None] = lambda _programme, _year: None,
    ) -> None:
        """``follows`` is told which programme and year are looked at, whenever they are shown."""
        self._view = view
        self._follows = follows
        self._office = office
        self._shell = shell
        self._language = language
        self._programme = next(iter(office.programmes()), "")
        self._year = FiscalYear.containing(office.clock.today())
        self._beside = FiscalYear(self._year.start_year - 1)

    def start(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Shows the rules as they now stand."""
        if not self._programme:
            return
        rules = self._compared()
        self._view.show_rules(
            RulesSheet(
                programmes=[(key, one.name) for key, one in self._office.programmes().items()],
                years=self._years(),
                programme=self._programme,
                year=self._year,
                beside=self._beside,
                rules=rules,
                to_confirm=sum(not one.now.decided for one in rules),
            )
        )
        self._follows(self._programme, self._year)

    def choose(self, programme: str, year: FiscalYear, beside: FiscalYear | None = None) -> None:
        """Another programme or another pair of years; beside a year stands the one before it unless one is named."""
        self._programme, self._year = programme, year
        self._beside = beside or FiscalYear(year.start_year - 1)
        self.reload()

    def enter_rule(self, rule: str, text: str, source_title: str, locator: str) -> None:
        """Enters a value with its source for the year looked at; it applies at once, marked as the branch's own."""
        if not text.strip():
            self._view.show_complaint("value", Wording("値を入力してください。", "Enter the value."))
            return
        try:
            self._office.rules.enter(
                self._programme, rule, self._year.start_year, text, source_title=source_title, locator=locator
            )
        except Malformed as complaint:
            self._view.show_complaint("value", complaint.wording)
            return
        except Refusal as refusal:
            self._view.show_complaint(refusal.field or "value", refusal.wording)
            return
        self._shell.say(Wording("定めを入力しました。", "The rule was entered."))
        self.reload()

    def withdraw_rule(self, rule: str) -> None:
        label = next(one.now.label for one in self._compared() if one.now.key == rule)
        if not self._shell.confirm(WITHDRAWN.filled(label=label), WITHDRAW):
            return
        try:
            self._office.rules.withdraw(self._programme, rule, self._year.start_year)
        except Refusal as refusal:
            self._shell.refuse(refusal)
        self.reload()

    def _compared(self) -> list[ComparedRule]:
        now = self._office.rules.standing(self._programme, self._year.start_year)
        beside = self._office.rules.standing(self._programme, self._beside.start_year)
        then = {line.rule.key: line for line in beside}
        return [
            compared(
                line.rule, [(line.standing, line.entered), (then[line.rule.key].standing, then[line.rule.key].entered)]
            )
            for line in now
        ]

    def _years(self) -> list[FiscalYear]:
        """Years with published rules, years with cases, and those around today; the latest first."""
        this = FiscalYear.containing(self._office.clock.today()).start_year
        known = self._office.programmes()[self._programme].years_with_rulings()
        held = self._office.registers.years(self._programme)
        looked_at = {self._year.start_year, self._beside.start_year}
        years = {this - 1, this, this + 1, *looked_at, *known, *held}
        return [FiscalYear(year) for year in sorted(years, reverse=True)]
