"""Cases of any kind: the worked cases with some answers exchanged for others of their kind, or left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from clair_desktop.domain.answers import read
from clair_desktop.domain.facts import Answers, Facts
from clair_desktop.domain.fields import Choice, Choices, Day, Field, Rows, Yen
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.programme import Edition, Programme
from clair_desktop.domain.rulings import Finding, Mark, Ruling, Source
from clair_desktop.domain.wording import same
from clair_desktop.programmes import all_programmes
from tests.programmes.judging import NAMES, TODAY

YEARS = range(2004, 2031)
ENTERED = Source(same("令和9年度実施要綱"), same("第5条"), Mark.ENTERED, TODAY)

# Sums, days and bodies that the case itself contradicts: no document is needed to say so.
AMOUNTS = st.one_of(
    st.integers(0, 12_000_000),
    st.sampled_from([499_999, 500_000, 1_999_999, 2_000_000, 2_000_001, 3_000_000, 3_000_001, 4_000_000, 4_000_001,
                     5_000_000, 5_000_001, 9_999_999, 10_000_000, 10_000_001]),
)  # fmt: skip
DAYS = st.dates(date(2004, 4, 1), date(2031, 3, 31))


@dataclass(frozen=True, repr=False)
class Case:
    programme: Programme
    edition: Edition
    answers: Answers

    def __repr__(self) -> str:
        return f"{self.programme.key} {self.edition.year.start_year} {dict(self.answers)}"

    def facts(self, **changed: object) -> Facts:
        return Facts({**self.answers, **changed}, TODAY, NAMES)

    @property
    def findings(self) -> list[Finding]:
        return self.edition.findings(self.facts())

    @property
    def maximum(self) -> int | None:
        return self.edition.grant_maximum(self.facts())


def worked_answers(programme: Programme) -> Sequence[Answers]:
    """The answers of every worked case, read by the form of its own year."""
    return _read_once(programme.key)


@cache
def _read_once(key: str) -> Sequence[Answers]:
    declared = all_programmes()[key]
    return [
        read(declared.edition(FiscalYear(one.year)).fields(), one.answers, NAMES).answers for one in declared.examples
    ]


def entered(programme: Programme, year: int, values: Mapping[str, object]) -> Edition:
    """The year with values that the branch has entered for it; a programme without the rule leaves it aside."""
    rulings = {key: [Ruling(value, FiscalYear(year), ENTERED)] for key, value in values.items()}  # type: ignore[arg-type]  # drawn by kind
    return programme.edition(FiscalYear(year), rulings)


def another(asked: Field) -> st.SearchStrategy[object]:
    """Another answer of the field's kind; ``None`` leaves it out."""
    kinds: list[tuple[type[Field], st.SearchStrategy[object]]] = [
        (Yen, AMOUNTS),
        (Day, DAYS),
        (Country, st.sampled_from(["US", "CN", "KR", "BE", "BR", "IN", "TW", "FR"])),
    ]
    if isinstance(asked, Choice):
        return st.sampled_from([None, *(one.key for one in asked.options)])
    if isinstance(asked, Choices):
        return st.sampled_from([None, *((one.key,) for one in asked.options)])
    return next((drawn | st.none() for kind, drawn in kinds if isinstance(asked, kind)), st.none())


@st.composite
def cases(draw: st.DrawFn, programme: Programme, values: Mapping[str, object] | None = None) -> Case:
    """A worked case of the programme in any year, some of its answers exchanged."""
    year = draw(st.sampled_from(YEARS))
    edition = entered(programme, year, values or {})
    answers = dict(draw(st.sampled_from(worked_answers(programme))))
    fields = list(edition.fields())
    for asked in draw(st.lists(st.sampled_from(fields), max_size=6, unique_by=lambda one: one.key)):
        given = draw(another(asked))
        if given is None or isinstance(asked, Rows):
            answers.pop(asked.key, None)
        else:
            answers[asked.key] = given
    return Case(programme, edition, answers)


@st.composite
def grants(draw: st.DrawFn, programme: Programme, values: Mapping[str, object]) -> Case:
    """A grant in a year of which some cap is known, with an eligible cost and an amount requested near its limits."""
    caps = [ruling for rule in programme.rules if rule.key.startswith("cap_") for ruling in rule.rulings]
    known = [year for year in YEARS if any(one.decided_for.start_year <= year for one in caps)]
    decided = sorted({one.decided_for.start_year for one in caps})
    edition = entered(programme, draw(st.sampled_from(decided) | st.sampled_from(known)), values)
    complete = [one for one in worked_answers(programme) if "eligible_cost" in one]
    answers = dict(draw(st.sampled_from(complete))) | {"eligible_cost": draw(AMOUNTS)}
    most = edition.grant_maximum(Facts(answers, TODAY, NAMES)) or 0
    answers["requested"] = draw(st.integers(max(0, most - 1_000), most + 1_001) | AMOUNTS)
    return Case(programme, edition, answers)


def exact_share(case: Case) -> Fraction | None:
    """The rate's share of the eligible cost before any rounding."""
    rate, cost = case.edition.book.rate("rate"), case.answers.get("eligible_cost")
    return rate * cost if rate is not None and isinstance(cost, int) else None
