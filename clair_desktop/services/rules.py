"""How the rules stand in a year, and what the branch enters where no source gives a value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from clair_desktop.domain.refusal import Refusal, cited
from clair_desktop.domain.rulings import Rule, Standing
from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import DecisionRow
from clair_desktop.services.caseload import refresh_due_days
from clair_desktop.services.desk import Desk
from clair_desktop.services.entering import EnteredRuling, put_ruling, sourced
from clair_desktop.services.reading import facts_of, sheet_of
from clair_desktop.services.rule_values import typed_value
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.wanted_papers import judged_case
from clair_desktop.services.words import words
from clair_desktop.services.year_locks import demand_editable


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as it stands in a year; ``entered`` where the branch's own entry of that year applies."""

    rule: Rule
    standing: Standing
    entered: bool


class Rules:
    """Rulings by programme and year."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def standing(self, programme: str, year: int) -> Sequence[RuleLine]:
        edition = self._desk.edition(programme, year)
        entered = self._desk.entered(programme)
        return [
            RuleLine(rule, edition.book.standing(key), any(r.decided_for == edition.year for r in entered.get(key, ())))
            for key, rule in edition.book.rules.items()
        ]

    def enter(self, programme: str, rule: str, year: int, text: str, *, source_title: str, locator: str = "") -> None:
        """Enter a value for one project year with its source; without a source it is refused."""
        declared = self._rule(programme, rule)
        document, place = sourced(source_title, locator)
        value = typed_value(declared, text)
        entered = EnteredRuling(programme, rule, year, value, document, place, self._desk.clock.today())
        title = Wording(f"定めの入力：{declared.label.ja}", f"Rule entered: {declared.label.en}")
        with self._desk.database.work(title) as work:
            put_ruling(self._desk, work, entered, self._desk.database.who)
            refresh_due_days(self._desk, work, programme, year)
        self._desk.changed()

    def withdraw(self, programme: str, rule: str, year: int) -> None:
        """Take an own entry back; what is declared applies again."""
        declared = self._rule(programme, rule)
        title = Wording(f"定めの取消：{declared.label.ja}", f"Rule withdrawn: {declared.label.en}")
        with self._desk.database.work(title) as work:
            kept = work.rule_revisions.get(programme, rule, year)
            if kept is None:
                raise Refusal(
                    Wording(
                        f"「{declared.label.ja}」に支部の入力はありません。",
                        f"The branch has entered nothing for “{declared.label.en}”.",
                    )
                )
            work.rule_revisions.remove(kept)
            refresh_due_days(self._desk, work, programme, year)
        self._desk.changed()

    def decide(self, number: str, rule: str, reason: str, by: str) -> CaseSheet:
        """Close an undecided finding of a case: a post decides, with a reason, and the journal keeps both."""
        said, post = words(reason, "reason"), words(by, "by")
        if not said or not post:
            raise Refusal(Wording("判断の理由と判断した職を入力してください。", "Give the reason and who decided."))
        title = Wording(f"{number}：要確認の判断（{rule}）", f"{number}: decided ({rule})")
        with self._desk.database.work(title) as work:
            row = work.cases.get(number)
            demand_editable(work, row)
            self._demand_undecided(sheet_of(self._desk, work, row), rule)
            work.decisions.put(
                DecisionRow(
                    case_id=row.id,
                    rule=rule,
                    reason=said,
                    decided_by=post,
                    decided_on=self._desk.clock.today(),
                )
            )
        self._desk.changed(row.id)
        with self._desk.database.reading() as work:
            return sheet_of(self._desk, work, work.cases.get(number))

    def _demand_undecided(self, sheet: CaseSheet, rule: str) -> None:
        """Only what stands undecided can be decided; in a closed case, only that a paper was sent on elsewhere.

        A decision may be replaced by another.
        """
        found = judged_case(replace(sheet, decisions=()), facts_of(self._desk, sheet)).findings
        undecided = dict.fromkeys(
            one.rule for one in found if one.can_be_decided and (one.elsewhere or not sheet.closed)
        )
        if sheet.closed and rule not in undecided:
            raise Refusal(
                Wording(
                    f"案件{sheet.number}は閉じられているため、判断を加えられません。",
                    f"Case {sheet.number} is closed; nothing can be decided any more.",
                )
            )
        if rule not in undecided:
            listed = ", ".join(undecided)
            raise Refusal(
                Wording(
                    f"「{cited(rule)}」に要確認の判定はありません。判断できるもの：{listed or 'なし'}",
                    f"Nothing stands undecided for “{cited(rule)}”. Undecided: {listed or 'none'}",
                ),
                field="rule",
            )

    def _rule(self, programme: str, rule: str) -> Rule:
        rules = {one.key: one for one in self._desk.programme(programme).rules}
        if rule not in rules:
            listed = ", ".join(rules)
            raise Refusal(
                Wording(f"定め「{rule}」はありません（{listed}）。", f"There is no rule “{rule}” ({listed}).")
            )
        return rules[rule]
