"""The workbook a municipality fills in: what it asks, how its cells are named, what is said of a cell that is wrong."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from clair_desktop.domain.answers import template
from clair_desktop.domain.fields import Field, Rows, Section
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.wording import Wording

FORMAT, SCHEMA = "clair-intake", "1"
META_KEYS = (
    "format", "schema_version", "program_version", "programme", "programme_name", "project_year", "edition",
    "body_code", "body_name", "branch_code", "language", "form_id", "made_on",
)  # fmt: skip
SEAL = "sha256"
COSTS = "cost_breakdown"  # the one table that CLAIR gives in two variants, 計算なし and 計算あり
CHOSEN = "○"


class Importance(StrEnum):
    """An error is not taken; a warning is taken but does not stand yet; advice says how something was read."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


IMPORTANCE_WORDS: Mapping[Importance, Wording] = {
    Importance.ERROR: Wording("誤り", "Error"),
    Importance.WARNING: Wording("注意", "Warning"),
    Importance.ADVICE: Wording("参考", "Advice"),
}


@dataclass(frozen=True, slots=True)
class At:
    """A cell of a foreign workbook, its column or question, and what it holds; ``cell`` may be empty."""

    sheet: str
    cell: str
    heading: Wording
    value: str = ""


@dataclass(frozen=True, slots=True)
class CellFinding:
    """What is wrong in which cell, and what to do about it."""

    at: At
    rule: str
    importance: Importance
    message: Wording

    @property
    def told(self) -> Wording:
        at = self.at
        where_ja = f"「{at.sheet}」{at.cell} {at.heading.ja}" if at.cell else at.heading.ja
        where_en = f"{at.sheet}!{at.cell} {at.heading.en}" if at.cell else at.heading.en
        said = IMPORTANCE_WORDS[self.importance]
        return Wording(f"［{said.ja}］{where_ja}：{self.message.ja}", f"[{said.en}] {where_en}: {self.message.en}")


def asked_sections(edition: Edition) -> list[Section]:
    """The application itself: what later stages fill in is the branch's and headquarters'."""
    return [section for section in edition.sections() if section.stage == "" and not section.kept]


def asked_fields(edition: Edition) -> list[Field]:
    return [field for section in asked_sections(edition) for field in section.fields]


def edition_hash(edition: Edition) -> str:
    """The questions as they were asked: another hash means that they have changed since the workbook was made."""
    told = json.dumps([template(field) for field in asked_fields(edition)], ensure_ascii=False, sort_keys=True)
    return sha256(told.encode()).hexdigest()[:16]


def seal(meta: Mapping[str, str]) -> str:
    """The hash over the workbook's own facts, which nobody may edit."""
    told = json.dumps([[key, meta.get(key, "")] for key in META_KEYS], ensure_ascii=False)
    return sha256(told.encode()).hexdigest()


def variants(table: Rows) -> Sequence[str]:
    """The letters that begin the names of a table's sheets: t as typed, k with formulas."""
    return ("t", "k") if table.key == COSTS else ("t",)


def field_name(key: str) -> str:
    return f"f_{key}"


def option_name(key: str, option: str) -> str:
    return f"o_{key}__{option}"


def column_name(variant: str, table: str, column: str) -> str:
    """Names the head of a column; the answers stand below it, however many rows were added."""
    return f"{variant}_{table}__{column}"


def meta_name(key: str) -> str:
    return f"m_{key}"


def counted(findings: Sequence[CellFinding]) -> dict[str, int]:
    """How many there are of each importance, every one named."""
    return {one.value: sum(found.importance is one for found in findings) for one in Importance}


def grouped(findings: Sequence[CellFinding]) -> Iterator[tuple[Importance, str, list[CellFinding]]]:
    """Findings of one importance and rule together, errors first."""
    for importance in Importance:
        rules = dict.fromkeys(one.rule for one in findings if one.importance is importance)
        for rule in rules:
            yield importance, rule, [one for one in findings if (one.importance, one.rule) == (importance, rule)]
