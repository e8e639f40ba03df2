"""What was found in a file's cells and what taking it would change, as JSON and in words."""

from collections.abc import Sequence
from pathlib import Path

from clair_desktop.cli import shown
from clair_desktop.domain.intake import CellFinding, grouped
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.intake_changes import Change

_FIRST = 20  # findings of one kind that are said in words; JSON holds all


def finding(one: CellFinding, path: Path, language: Language) -> dict[str, object]:
    return {
        "file": path.name,
        "sheet": one.at.sheet,
        "cell": one.at.cell,
        "heading": one.at.heading.in_(language),
        "value": one.at.value,
        "rule": one.rule,
        "importance": one.importance.value,
        "message": shown.both(one.message),
    }


def change(one: Change) -> dict[str, object]:
    return {
        "field": one.field,
        "label": shown.both(one.label),
        "row": one.row,
        "before": shown.both(one.before),
        "after": shown.both(one.after),
    }


def change_line(one: Change, language: Language) -> str:
    row = f" {one.row}" if one.row else ""
    return f"  {one.label.in_(language)}{row}: {one.before.in_(language)} → {one.after.in_(language)}"


def finding_lines(findings: Sequence[CellFinding], language: Language) -> list[str]:
    """Grouped, errors first; of each kind the first ones."""
    lines = []
    for _, _, group in grouped(findings):
        lines += [one.told.in_(language) for one in group[:_FIRST]]
        rest = len(group) - _FIRST
        if rest > 0:
            lines.append(Wording(f"  ほか{rest}件", f"  and {rest} more").in_(language))
    return lines
