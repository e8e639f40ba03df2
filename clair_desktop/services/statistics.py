"""Cases counted and amounts summed by year, programme, country, body or state."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clair_desktop.domain.fields import Choice, Choices, Field, Rows
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.tables import CaseRow
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.reading import applicant_name

AMOUNTS = ("requested", "awarded", "final_amount")
GROUPS: Mapping[str, Wording] = {
    "year": Wording("実施年度別", "By project year"),
    "programme": Wording("事業別", "By programme"),
    "state": Wording("状態別", "By state"),
    "body": Wording("団体別", "By body"),
    "country": Wording("国・地域別", "By country"),
    "category": Wording("事業区分別", "By category"),
}
_OWN_WORDS = frozenset({"state", "category"})  # each programme has its own keys for them: what they are called decides
NONE = Wording("（記載なし）", "(not stated)")


@dataclass(slots=True)
class Figure:
    """One line of a statistic: how many cases, and their amounts in yen. A case may stand in several lines."""

    key: str
    label: Wording
    cases: int = 0
    amounts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(AMOUNTS, 0))


@dataclass(frozen=True, slots=True)
class Statistic:
    """A table of figures; ``total`` counts each case once. ``year`` is None where all years are counted together."""

    by: str
    year: int | None
    lines: Sequence[Figure]
    total: Figure


Keys = Callable[[Edition, CaseRow], Iterable[tuple[str, Wording]]]


class Statistics:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_year(self, year: int | None, by: str = "programme", programme: str | None = None) -> Statistic:
        """The figures of a project year (or of all), of one programme or of all."""
        if by not in GROUPS:
            listed = ", ".join(GROUPS)
            raise Refusal(
                Wording(f"集計の区分「{by}」はありません（{listed}）。", f"There is no group “{by}” ({listed})."),
                field="by",
            )
        lines: dict[str, Figure] = {}
        total = Figure("total", Wording("合計", "Total"))
        keys_of = self._keys(by)
        for edition, row in self._rows(year, programme):
            _count(total, row)
            found = {label.ja if by in _OWN_WORDS else key: Figure(key, label) for key, label in keys_of(edition, row)}
            for place, figure in found.items():
                _count(lines.setdefault(place, figure), row)
        return Statistic(by, year, sorted(lines.values(), key=_by_year if by == "year" else _by_size), total)

    def years(self) -> list[int]:
        with self._desk.database.reading() as work:
            return sorted({line.project_year for line in work.cases.listing()}, reverse=True)

    def _rows(self, year: int | None, programme: str | None) -> Iterator[tuple[Edition, CaseRow]]:
        """Every case beside its edition. Counting needs no rulings, so those the branch entered are left aside."""
        declared = [self._desk.programme(programme)] if programme else list(self._desk.programmes.values())
        with self._desk.database.reading() as work:
            for one in declared:
                for project_year in self._years_of(work, one.key) if year is None else [year]:
                    edition = one.edition(FiscalYear(project_year))
                    for row in work.cases.of_year(one.key, project_year):
                        yield edition, row

    def _years_of(self, work: Work, programme: str) -> list[int]:
        return sorted({line.project_year for line in work.cases.listing(programme)})

    def _keys(self, by: str) -> Keys:
        groups: Mapping[str, Keys] = {
            "year": lambda edition, row: [(str(row.project_year), edition.year.label())],
            "programme": lambda edition, row: [(row.programme, edition.programme.name)],
            "state": lambda edition, row: [(row.state, edition.programme.workflow.state(row.state).label)],
            "body": self._body,
            "country": self._countries,
            "category": self._categories,
        }
        return groups[by]

    def _body(self, edition: Edition, row: CaseRow) -> list[tuple[str, Wording]]:
        name = applicant_name(self._desk, row.answers)
        return [(row.applicant or folded(name.ja), name)] if name.ja else [("", NONE)]

    def _countries(self, edition: Edition, row: CaseRow) -> list[tuple[str, Wording]]:
        codes = {code for one in edition.fields() for code in _country_codes(one, row.answers.get(one.key))}
        found = {code: self._desk.names.country(code) for code in sorted(codes)}
        return [(code, known.name) for code, known in found.items() if known] or [("", NONE)]

    def _categories(self, edition: Edition, row: CaseRow) -> list[tuple[str, Wording]]:
        asked = edition.field(edition.programme.category_field)
        kept = row.answers.get(edition.programme.category_field)
        if not isinstance(asked, Choice | Choices) or not kept:
            return [("", NONE)]
        chosen = kept if isinstance(kept, list) else [kept]
        return [(option.key, option.label) for option in asked.options if option.key in chosen]


def _country_codes(asked: Field, kept: object) -> set[str]:
    """The countries a stored answer names, also inside a row table."""
    if isinstance(asked, Country) and isinstance(kept, str):
        return {kept}
    if isinstance(asked, Rows) and isinstance(kept, list):
        return {code for row in kept for one in asked.columns for code in _country_codes(one, row.get(one.key))}
    return set()


def _by_size(line: Figure) -> tuple[int, str, str]:
    return -line.cases, line.key, line.label.ja


def _by_year(line: Figure) -> tuple[int, str, str]:
    return 0, line.key, ""


def _count(line: Figure, row: CaseRow) -> None:
    line.cases += 1
    for key in AMOUNTS:
        line.amounts[key] += getattr(row, key) or 0


def as_rows(statistic: Statistic, language: Language) -> list[list[str | int]]:
    """Head, lines and total, for a table or a workbook."""
    words = {
        "requested": Wording("申請額（円）", "Requested (JPY)"),
        "awarded": Wording("決定額（円）", "Awarded (JPY)"),
        "final_amount": Wording("確定額（円）", "Final (JPY)"),
    }
    head: list[str | int] = [GROUPS[statistic.by].in_(language), Wording("件数", "Cases").in_(language)]
    head += [words[key].in_(language) for key in AMOUNTS]
    rows: list[list[str | int]] = [head]
    lines = [*statistic.lines, statistic.total]
    rows += [[line.label.in_(language), line.cases, *(line.amounts[key] for key in AMOUNTS)] for line in lines]
    return rows
