"""The directory as a table that other programs read and this one imports again unchanged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.directory import Body, BodyKind, Statement
from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.plain_table import write_csv, write_workbook
from clair_desktop.services.directory import Directory
from clair_desktop.services.directory_columns import ALL_COLUMNS, heads
from clair_desktop.services.directory_reading import LEFT_OUT


@dataclass(frozen=True, slots=True)
class DirectoryTable:
    path: Path
    bodies: int
    rows: int


class DirectoryExport:
    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def export(self, out: Path, kind: BodyKind | None = None, language: Language = Language.JA) -> DirectoryTable:
        """One row for each statement; a file called .csv is written as CSV, any other as a workbook."""
        bodies = [one for one in self._directory.bodies(kind) if kind or one.statements or one.kept]
        rows = [row for body in bodies for row in body_rows(body)]
        if out.suffix.casefold() == ".csv":
            write_csv(out, [heads(language), *rows])
        else:
            write_workbook(out, "directory", [heads(language), *rows])
        return DirectoryTable(out, len(bodies), len(rows))


def body_rows(body: Body, *, kept_only: bool = False) -> Iterator[Sequence[str]]:
    """Every statement of a body that is not withdrawn; ``kept_only``: what the branch entered, nothing shipped."""
    named = [body.key, body.kind.value, body.name.ja, body.name.en, body.kana, body.code, body.country, body.parent]
    said = [one for one in body.statements if not one.withdrawn and (one.number or not kept_only)]
    empty = [""] * (len(ALL_COLUMNS) - len(named))
    if said or kept_only:
        yield from ([*named, *_cells(one)] for one in said)
    if not said and (body.kept or not kept_only):
        yield [*named, *empty]


def _cells(one: Statement) -> list[str]:
    days = [day.isoformat() if day else "" for day in (one.valid_from, one.valid_to, one.seen_on)]
    value = LEFT_OUT if one.value is None else one.value
    place, confidence = one.source.locator.ja, one.confidence.value
    return [one.attribute.value, one.scope, one.tongue.value, value, *days, one.document, place, confidence]
