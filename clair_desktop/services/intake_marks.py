"""What a marked copy says: one mark for each cell with a finding, and a list of all findings, grouped."""

from collections.abc import Sequence
from pathlib import Path

from clair_desktop.domain.intake import IMPORTANCE_WORDS, CellFinding, grouped
from clair_desktop.domain.wording import Language, Wording

_NAME = Wording("点検結果", "Findings")
_AUTHOR = Wording("支部の点検", "Branch check")
_HEADS = (
    Wording("区分", "Kind"), Wording("シート", "Sheet"), Wording("セル", "Cell"), Wording("項目", "Question"),
    Wording("値", "Value"), Wording("内容と直し方", "What is wrong, and its cure"),
)  # fmt: skip
_LONGEST_VALUE = 200


def marked_copy(path: Path, out: Path, findings: Sequence[CellFinding], language: Language) -> dict[str, object]:
    """The request of the job that makes the copy."""
    ordered = [one for _, _, group in grouped(findings) for one in group]
    rows = [[head.in_(language) for head in _HEADS]]
    for one in ordered:
        said, at = IMPORTANCE_WORDS[one.importance], one.at
        rows.append(
            [
                said.in_(language),
                at.sheet,
                at.cell,
                at.heading.in_(language),
                at.value[:_LONGEST_VALUE],
                one.message.in_(language),
            ]
        )
    return {
        "path": str(path.resolve()),
        "out": str(out.resolve()),
        "author": _AUTHOR.in_(language),
        "name": _NAME.in_(language),
        "marks": [
            [one.at.sheet, one.at.cell, one.importance.value, _note(one, language)] for one in ordered if one.at.cell
        ],
        "rows": rows,
        "links": ["", *(_link(one) for one in ordered)],
        "kinds": ["", *(one.importance.value for one in ordered)],
    }


def _note(one: CellFinding, language: Language) -> str:
    return f"［{IMPORTANCE_WORDS[one.importance].in_(language)}］{one.message.in_(language)}"


def _link(one: CellFinding) -> str:
    quoted = one.at.sheet.replace("'", "''")
    return f"'{quoted}'!{one.at.cell}" if one.at.cell else ""
