"""A workbook that was read, as the window shows it: findings by kind, what would change, and what was read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from clair_desktop.domain.fields import Rows
from clair_desktop.domain.intake import IMPORTANCE_WORDS, CellFinding, Importance, asked_fields, grouped
from clair_desktop.domain.parties import Names
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.tags import Tag
from clair_desktop.services.intake import Intake
from clair_desktop.services.intake_choice import ChangeKey

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

__all__ = [
    "ChangeKey",
    "ChangeLine",
    "FindingLine",
    "Place",
    "ReadLine",
    "ShownIntake",
    "count_tags",
    "finding_lines",
    "shown_intake",
]

_TONES = {Importance.ERROR: "error", Importance.WARNING: "warning", Importance.ADVICE: "info"}
NEW_CASE = Wording("新しい案件", "A new case")


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What is wrong in which cell; ``many`` is how many findings are of the same kind."""

    importance: Tag
    sheet: str
    cell: str
    heading: Wording
    value: str
    message: Wording
    rule: str
    many: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    key: ChangeKey
    label: Wording
    row: int | None
    before: Wording
    after: Wording


@dataclass(frozen=True, slots=True)
class ReadLine:
    """An answer as it was read; ``row`` counts within its table."""

    label: Wording
    row: int | None
    value: Wording


@dataclass(frozen=True, slots=True)
class Place:
    """A case that the workbook may go to; a new one has no number."""

    number: str | None
    name: Wording


@dataclass(frozen=True, slots=True)
class ShownIntake:
    """All that the window shows of a workbook; ``taken`` is the case that it was taken into."""

    path: Path
    programme: Wording
    year: Wording
    body: Wording
    counts: Sequence[Tag]
    findings: Sequence[FindingLine]
    changes: Sequence[ChangeLine]
    read: Sequence[ReadLine]
    places: Sequence[Place]
    place: str | None
    faults: int
    unchanged: int
    dropped: int
    is_stale: bool = False
    taken: str | None = None
    taken_id: int | None = None
    taken_version: int | None = None

    @property
    def is_repeated(self) -> bool:
        """Whether taking it in would change nothing."""
        return self.place is not None and not self.changes

    @property
    def can_take(self) -> bool:
        return self.taken is None and not self.is_stale and not self.is_repeated


def shown_intake(intake: Intake, office: "Office") -> ShownIntake:
    programme, names = intake.edition.programme, office.names
    applicant = intake.told.get("applicant") or intake.answers.get("applicant")
    body = names.authority(applicant) if isinstance(applicant, str) else None
    return ShownIntake(
        path=intake.path,
        programme=programme.name,
        year=intake.edition.year.label(),
        body=body.full_name if body else same(str(applicant or "")),
        counts=count_tags(intake.counts),
        findings=finding_lines(intake.findings),
        changes=[ChangeLine((one.field, one.row), one.label, one.row, one.before, one.after) for one in intake.changes],
        read=list(_read(intake, names)),
        places=_places(intake, office),
        place=intake.case,
        faults=intake.counts[Importance.ERROR.value],
        unchanged=intake.unchanged,
        dropped=intake.dropped,
    )


def finding_lines(findings: Sequence[CellFinding]) -> list[FindingLine]:
    """Errors first, those of one kind together."""
    return [
        FindingLine(
            Tag(IMPORTANCE_WORDS[importance], _TONES[importance]),
            one.at.sheet,
            one.at.cell,
            one.at.heading,
            one.at.value,
            one.message,
            rule,
            len(group),
        )
        for importance, rule, group in grouped(findings)
        for one in group
    ]


def count_tags(counts: Mapping[str, int]) -> list[Tag]:
    return [
        Tag(Wording(f"{words.ja} {counts[one.value]}", f"{words.en} {counts[one.value]}"), _TONES[one])
        for one, words in IMPORTANCE_WORDS.items()
        if counts[one.value]
    ]


def _places(intake: Intake, office: "Office") -> list[Place]:
    """A new case, the one that the file knows, and every other of the same body, programme and year."""
    found = [Place(None, NEW_CASE)]
    applicant, edition = intake.told.get("applicant"), intake.edition
    lines = office.cases.lines(programme=edition.programme.key, project_year=edition.year.start_year)
    for line in lines:
        if line.number == intake.case or (applicant and line.applicant == applicant):
            name = Wording(f"案件 {line.number}　{line.title}", f"Case {line.number}: {line.title}")
            found.append(Place(line.number, name))
    return found


def _read(intake: Intake, names: Names) -> Iterator[ReadLine]:
    for field in asked_fields(intake.edition):
        value = intake.told.get(field.key)
        if value is None:
            continue
        if not isinstance(field, Rows):
            yield ReadLine(field.label, None, Wording(*(field.show(value, to, names) for to in Language)))
            continue
        for number, row in enumerate(cast("Sequence[Mapping[str, object]]", value), start=1):
            yield ReadLine(field.label, number, _row(field, row, names))


def _row(table: Rows, row: Mapping[str, object], names: Names) -> Wording:
    told = []
    for language in Language:
        shown = (one.show(row[one.key], language, names) for one in table.columns if one.key in row)
        told.append("｜".join(shown))
    return Wording(*told)
