"""What the guidelines say in which year, who says so, and what follows for a case: met, not met or undecided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Wording

Value = int | Fraction | date | str | bool


class Mark(StrEnum):
    """How well a statement is founded; only ``SOURCE``, ``WEB`` and ``ENTERED`` may judge a case."""

    SOURCE = "source"
    WEB = "web"
    INFERRED = "inferred"
    DESIGN = "design"
    ENTERED = "entered"


MARK_WORDS: Mapping[Mark, Wording] = {
    Mark.SOURCE: Wording("公表資料", "published document"),
    Mark.WEB: Wording("公表ページ", "public page"),
    Mark.INFERRED: Wording("推定", "inferred"),
    Mark.DESIGN: Wording("本プログラムの取扱い", "this program's practice"),
    Mark.ENTERED: Wording("支部入力", "entered by the branch"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands, how well it is founded and the day somebody looked."""

    title: Wording
    locator: Wording
    mark: Mark
    checked_on: date
    url: str | None = None


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNDECIDED = "undecided"


VERDICT_WORDS: Mapping[Verdict, Wording] = {
    Verdict.MET: Wording("適合", "Met"),
    Verdict.NOT_MET: Wording("不適合", "Not met"),
    Verdict.UNDECIDED: Wording("判定不能（要確認）", "Undecided (to confirm)"),
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """One value of a rule, as decided for a fiscal year.

    One that does not carry says nothing of later years: a later document is known to give another value, but not since
    when.
    """

    value: Value
    decided_for: FiscalYear
    source: Source
    carries: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """How a rule stands in one year: its ruling, and whether that was carried forward from an earlier year."""

    ruling: Ruling | None
    carried_forward: bool = False

    @property
    def decided(self) -> bool:
        return self.ruling is not None and not self.carried_forward


UNKNOWN = Standing(None)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a programme: what it is called, in which unit it is kept, and its rulings by fiscal year.

    A rule without rulings is a parameter that no source gives: undecided until the branch enters it.
    """

    key: str
    label: Wording
    kind: type[Value]
    rulings: Sequence[Ruling] = ()

    def standing(self, year: FiscalYear) -> Standing:
        """The latest ruling not after the year; an older one is carried forward, never silently applied."""
        past = [ruling for ruling in self.rulings if ruling.decided_for <= year]
        if not past:
            return UNKNOWN
        latest = max(past, key=lambda ruling: ruling.decided_for)
        if latest.decided_for != year and not latest.carries:
            return UNKNOWN
        return Standing(latest, carried_forward=latest.decided_for != year)

    def with_entered(self, entered: Sequence[Ruling]) -> "Rule":
        """The same rule with the branch's rulings laid over those of the same year."""
        years = {ruling.decided_for for ruling in entered}
        return replace(self, rulings=[*(r for r in self.rulings if r.decided_for not in years), *entered])


def by_year(values: Mapping[int, Value], source: Source, *, carries: bool = True) -> list[Ruling]:
    """Rulings of one source, given as ``{2025: 5_000_000}``."""
    return [Ruling(value, FiscalYear(year), source, carries) for year, value in values.items()]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one case: the verdict, why, the arithmetic in words and the source."""

    rule: str
    verdict: Verdict
    message: Wording
    field: str | None = None
    working: Wording | None = None
    source: Source | None = None
    missing: bool = False  # the answer it needs has not been given
    row: int | None = None  # 1 for the first row of a row table
    mend: Wording | None = None  # what would mend it, where the check can say more than ``Edition.mend`` does
    wanting: tuple[str, ...] = ()  # the rules whose value for the year is not known yet
    advice: bool = False  # it is to be seen to, and no step waits for it
    elsewhere: bool = False  # advice that may have been seen to outside the program

    @property
    def blocks(self) -> bool:
        """Whether the case may not be transmitted while this stands; an unknown rule never blocks."""
        return not self.advice and (self.missing or self.verdict is Verdict.NOT_MET)

    @property
    def can_be_decided(self) -> bool:
        """Whether a post may close it with a reason."""
        wants = self.elsewhere if self.advice else not self.missing
        return wants and self.verdict is Verdict.UNDECIDED


def overall(findings: Sequence[Finding]) -> Verdict:
    """Not met if anything is, else undecided if anything is, else met."""
    verdicts = {finding.verdict for finding in findings}
    for verdict in (Verdict.NOT_MET, Verdict.UNDECIDED):
        if verdict in verdicts:
            return verdict
    return Verdict.MET


CARRIED_FORWARD = Wording(
    "前年度までの資料による。要確認（{label}）", "From the documents of an earlier year; to be confirmed ({label})"
)
NOT_ANSWERED = Wording(
    "「{label}」は、入力されるまで判定できません。", "“{label}” cannot be judged before it is answered."
)
NOT_KNOWN = Wording("定めが確認できません（{label}・{year}）", "No provision is known ({label}, {year})")


@cache
def _about(sentence: Wording, label: Wording) -> Wording:
    """A sentence about a rule, put together once: a list of ten thousand cases says it as often."""
    return sentence.filled(label=label)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one programme as they stand in one fiscal year."""

    year: FiscalYear
    rules: Mapping[str, Rule]
    _standings: dict[str, Standing] = field(init=False, repr=False, compare=False, default_factory=dict)

    def standing(self, key: str) -> Standing:
        """How a rule stands in the year; settled when it is first asked, for checks ask for it thousands of times."""
        if key not in self._standings:
            self._standings[key] = self.rules[key].standing(self.year)
        return self._standings[key]

    def value(self, key: str) -> Value | None:
        """The value of a rule, carried forward or not; ``None`` when nothing is known."""
        ruling = self.standing(key).ruling
        return None if ruling is None else ruling.value

    def source(self, key: str) -> Source | None:
        """Who gives the value of a rule; ``None`` when nothing is known."""
        ruling = self.standing(key).ruling
        return None if ruling is None else ruling.source

    def yen(self, key: str) -> int | None:
        value = self.value(key)
        return value if isinstance(value, int) else None

    def rate(self, key: str) -> Fraction | None:
        value = self.value(key)
        return Fraction(value) if isinstance(value, int) else value if isinstance(value, Fraction) else None

    def day(self, key: str) -> date | None:
        value = self.value(key)
        return value if isinstance(value, date) else None

    def day_of_year(self, key: str) -> date | None:
        """A day that was set for the very year: last year's calendar day is no deadline of this one."""
        return self.day(key) if self.standing(key).decided else None

    def judge(
        self,
        rule: str,
        holds: bool | None,
        *,
        needs: Sequence[str],
        field: str | None,
        met: Wording,
        not_met: Wording,
        working: Wording | None = None,
        mend: Wording | None = None,
    ) -> Finding:
        """The finding of ``rule``: ``holds`` decides only where every ruling it ``needs`` is of the case's own year.

        ``mend`` is what would mend it where it is not met.
        """
        standings = [(key, self.standing(key)) for key in needs]
        wanting = tuple([key for key, standing in standings if not standing.decided])
        for key, standing in standings:
            if standing.ruling is None:
                message = NOT_KNOWN.filled(label=self.rules[key].label, year=self.year.label())
                return Finding(rule, Verdict.UNDECIDED, message, field, working, wanting=wanting)
        source = standings[0][1].ruling.source if standings and standings[0][1].ruling else None
        if holds is None:
            message = _about(NOT_ANSWERED, self.rules[needs[0]].label)
            if wanting:  # what the year's text will ask is not known yet, so nothing is held back for it
                carried = _about(CARRIED_FORWARD, self.rules[wanting[0]].label)
                message = Wording(f"{carried.ja} {message.ja}", f"{carried.en} {message.en}")
            return Finding(
                rule, Verdict.UNDECIDED, message, field, working, source, missing=not wanting, wanting=wanting
            )
        for key, standing in standings:
            if standing.carried_forward:
                message = _about(CARRIED_FORWARD, self.rules[key].label)
                said = met if holds else not_met
                message = Wording(f"{message.ja} {said.ja}", f"{message.en} {said.en}")
                return Finding(rule, Verdict.UNDECIDED, message, field, working, source, wanting=wanting)
        if holds:
            return Finding(rule, Verdict.MET, met, field, working, source)
        return Finding(rule, Verdict.NOT_MET, not_met, field, working, source, mend=mend)


class WatchedRulebook(Rulebook):
    """The same rules, noting in ``seen`` which of them were asked for since somebody last cleared it."""

    __slots__ = ("seen",)
    seen: set[str]

    @classmethod
    def of(cls, book: Rulebook) -> "WatchedRulebook":
        made = cls(book.year, book.rules)
        object.__setattr__(made, "seen", set())
        return made

    def standing(self, key: str) -> Standing:
        self.seen.add(key)
        return Rulebook.standing(self, key)
