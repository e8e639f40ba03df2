"""A programme, declared: what is asked, what is checked, how it proceeds, what is printed and exported."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clair_desktop.domain import serving
from clair_desktop.domain.agenda import Happening
from clair_desktop.domain.calls import Collected
from clair_desktop.domain.deadlines import Deadline, Due, resolved
from clair_desktop.domain.divisions import Addressee, Contact, addressee
from clair_desktop.domain.documents import Pack
from clair_desktop.domain.facts import Answers, Facts
from clair_desktop.domain.fields import Field, Rows, Section
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import Correspondence, NumberStanding, number_standings, packs_in
from clair_desktop.domain.mending import what_mends
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.registers import Register
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Ruling, Source, Verdict, overall
from clair_desktop.domain.wording import Wording, same
from clair_desktop.domain.workflow import PartPlan, Workflow

COMMON_NAMES: Mapping[str, Wording] = {
    "required": Wording("入力", "Answer"),
    "enclosure": Wording("添付", "Enclosure"),
    "english_heads": Wording("英文の宛名・差出人", "Heads of English letters"),
    serving.RULE: serving.NAME,
}


def common_name(rule: str) -> Wording | None:
    """The name of a finding that any programme may have; behind a colon stands which of its kind."""
    return COMMON_NAMES.get(rule.partition(":")[0])


Check = Callable[[Facts, Rulebook], Iterable[Finding]]
NOTHING_ENTERED = Correspondence()


@dataclass(frozen=True, slots=True)
class EnclosureKind:
    """A paper that belongs to the case; where it is required, a case without it is incomplete."""

    key: str
    label: Wording
    required: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A worked case: test, demonstration and manual at once.

    ``instead`` is what might have happened at its day, by the pack whose specimen shows it; nobody takes these steps.
    """

    title: Wording
    year: int
    answers: Mapping[str, object]
    expect: Mapping[str, Verdict] = field(default_factory=dict)
    grant_maximum: int | None = None
    steps: Sequence["ExampleStep"] = ()
    enclosures: Sequence[str] = ()
    instead: Mapping[str, "ExampleStep"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExampleStep:
    """A step the demonstration takes, on a day, perhaps for one part and after more answers."""

    key: str
    on: date
    part: str | None = None
    number: str | None = None
    answers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One of CLAIR's programmes (事業): all that the rest of the program knows of it."""

    key: str
    name: Wording
    desk: str  # headquarters' division, a key of domain.offices
    sections: Sequence[Section]
    rules: Sequence[Rule]
    checks: Sequence[Check]
    workflow: Workflow
    packs: Sequence[Pack]
    registers: Sequence[Register]
    source: Source
    title_field: str = "title"
    category_field: str = "category"  # what statistics by category count
    contact: Contact | None = None
    enclosures: Sequence[EnclosureKind] = ()
    deadlines: Sequence[Deadline] = ()
    since: FiscalYear | None = None
    until: FiscalYear | None = None
    grant_maximum: Callable[[Facts, Rulebook], int | None] | None = None
    parts: Callable[[Facts, Rulebook], Sequence[PartPlan]] | None = None
    happenings: Callable[[Facts], Iterable[Happening]] | None = None  # what its answers put on the calendar
    called_ahead: bool = False  # the call runs in the year before the project year
    outcomes: Sequence[Outcome] = ()  # what headquarters may answer
    collected: Collected | None = None  # where one case gathers the answers of all bodies asked
    examples: Sequence[Example] = ()
    finding_names: Mapping[str, Wording] = field(
        default_factory=dict
    )  # what checks are called where they have no number

    def edition(
        self,
        year: FiscalYear,
        entered: Mapping[str, Sequence[Ruling]] | None = None,
        letters: Correspondence = NOTHING_ENTERED,
    ) -> "Edition":
        """The programme as it stands in one project year, with the branch's own rulings and letters laid over."""
        rules = {rule.key: rule.with_entered((entered or {}).get(rule.key, ())) for rule in self.rules}
        return Edition(self, year, Rulebook(year, rules), letters)

    @property
    def addressee(self) -> Addressee | None:
        """Whom its papers go to; None where no document says."""
        return addressee(self.desk, self.contact)

    def takes_new_cases(self, on: date) -> bool:
        year = FiscalYear.containing(on)
        return (self.since is None or year >= self.since) and (self.until is None or year <= self.until)

    def years_with_rulings(self) -> list[int]:
        return sorted({ruling.decided_for.start_year for rule in self.rules for ruling in rule.rulings})


@dataclass(frozen=True, slots=True)
class Edition:
    """A programme in one project year: its questions, its rulebook, and what they say of a case."""

    programme: Programme
    year: FiscalYear
    book: Rulebook
    letters: Correspondence = NOTHING_ENTERED
    _sections: Sequence[Section] = field(init=False, repr=False, compare=False)
    _by_key: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    _demanded: Sequence[tuple[Field, bool]] = field(init=False, repr=False, compare=False)
    _packs: list[Pack] = field(init=False, repr=False, compare=False, default_factory=list)  # filled when first asked

    def __post_init__(self) -> None:
        """What stands in the year is settled once: a list of a thousand cases asks for it many thousand times."""
        held = [replace(s, fields=[f for f in s.fields if f.stands_in(self.year)]) for s in self.programme.sections]
        object.__setattr__(self, "_sections", [section for section in held if section.fields])
        object.__setattr__(self, "_by_key", {one.key: one for section in self._sections for one in section.fields})
        demanded = [(one, s.stage == "") for s in self._sections for one in s.fields if _demands(one, s)]
        object.__setattr__(self, "_demanded", demanded)

    def sections(self) -> Sequence[Section]:
        return self._sections

    def packs(self) -> Sequence[Pack]:
        """What is printed for a case of the year: its documents, worded and numbered as of that year."""
        if not self._packs:
            self._packs.extend(packs_in(self.programme.packs, self.year, self.letters))
        return self._packs

    def form_numbers(self) -> list[NumberStanding]:
        """Every form that has, or had in an earlier year, a number."""
        return list(number_standings(self.programme.packs, self.year, self.letters))

    def fields(self) -> Iterable[Field]:
        return self._by_key.values()

    def field(self, key: str) -> Field | None:
        return self._by_key.get(key)

    def missing(self, facts: Facts) -> list[Finding]:
        """The answers and enclosures that are not there, whatever the rules say."""
        return [*self._missing_answers(facts), *self._missing_enclosures(facts)]

    def findings(self, facts: Facts) -> list[Finding]:
        """What is missing, then what every check of the year says."""
        found = self.missing(facts)
        for check in self.programme.checks:
            found.extend(check(facts, self.book))
        found.extend(serving.served_elsewhere(facts))
        return found

    def finding_name(self, rule: str) -> Wording:
        """What a reader calls a rule: its declared name, or its number as the reference gives it (ECO-05)."""
        return self.programme.finding_names.get(rule) or common_name(rule) or same(rule)

    def mend(self, finding: Finding) -> Wording | None:
        """What would mend a finding; None where it is met."""
        asked = self.field(finding.field) if finding.field else None
        return what_mends(finding, asked, self.book.rules, self.year)

    def verdict(self, findings: Sequence[Finding]) -> Verdict:
        return overall(findings)

    def grant_maximum(self, facts: Facts) -> int | None:
        """The most the rules allow in yen; None where they are not known or the answers not given."""
        reckon = self.programme.grant_maximum
        return reckon(facts, self.book) if reckon else None

    def due(self, state: str, facts: Facts) -> list[Due]:
        """The deadlines that count in ``state``, earliest first, undecided ones last."""
        counting = [one for one in self.programme.deadlines if state in one.states]
        found = [resolved(self.programme.key, one, one.due(facts, self.book), facts) for one in counting]
        return sorted(found, key=lambda due: (due.day is None, due.day or date.max))

    def _missing_answers(self, facts: Facts) -> Iterator[Finding]:
        for asked, at_once in self._demanded:
            if at_once and _empty(facts.answers.get(asked.key)) and _is_required(asked, facts.answers):
                wording = Wording(f"「{asked.label.ja}」を入力してください。", f"Enter “{asked.label.en}”.")
                yield Finding("required", Verdict.UNDECIDED, wording, asked.key, missing=True)
            if isinstance(asked, Rows):
                yield from self._missing_cells(asked, facts)

    def _missing_cells(self, asked: Rows, facts: Facts) -> Iterator[Finding]:
        """A row that leaves a required column empty would otherwise be passed over in silence."""
        for number, row in enumerate(facts.rows(asked.key), start=1):
            for column in asked.columns:
                if column.required and _empty(row.get(column.key)):
                    wording = Wording(
                        f"{asked.label.ja}{number}行目の「{column.label.ja}」を入力してください。",
                        f"{asked.label.en}, row {number}: enter “{column.label.en}”.",
                    )
                    yield Finding("required", Verdict.UNDECIDED, wording, asked.key, missing=True, row=number)

    def _missing_enclosures(self, facts: Facts) -> Iterator[Finding]:
        for kind in self.programme.enclosures:
            if kind.required and kind.key not in facts.enclosed:
                wording = Wording(f"「{kind.label.ja}」を添付してください。", f"Enclose “{kind.label.en}”.")
                yield Finding("enclosure", Verdict.UNDECIDED, wording, None, source=kind.source, missing=True)


def _demands(asked: Field, section: Section) -> bool:
    """Whether an answer, or a cell of its table, may be found missing."""
    if isinstance(asked, Rows) and any(column.required for column in asked.columns):
        return True
    return section.stage == "" and (asked.required or asked.required_when is not None)


def _is_required(asked: Field, answers: Answers) -> bool:
    if asked.required_when is None:
        return asked.required
    other, value = asked.required_when
    return answers.get(other) == value


def _empty(value: object) -> bool:
    return value in (None, "", ())
