"""Verbs about workbooks themselves: whether machines can read them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import shown
from clair_desktop.cli.findings import finding
from clair_desktop.cli.parsing import add_verb
from clair_desktop.cli.registers import password_asked, password_from
from clair_desktop.cli.session import Session
from clair_desktop.domain.machine_reading import HOLDING_WORDS, Holding, ItemVerdict
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.workbook_checks import CheckedWorkbook

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs

_FIRST = 5  # cells of one item that are said in words; JSON holds more


def add_workbooks(verbs: "Verbs") -> None:
    check = add_verb(verbs, "check-workbook", check_workbook, "機械判読の点検 / whether machines can read a workbook")
    check.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.csv")
    password_from(check)


def check_workbook(session: Session, asked: argparse.Namespace) -> int:
    """Exit 1 when an item is broken, so that scripts can tell."""
    checked = session.reference.workbook_checks.check(asked.file, password=password_asked(asked))
    answer = {
        "file": str(checked.path),
        "sheets": list(checked.sheets),
        "forms": list(checked.forms),
        "counts": checked.counts,
        "items": [_item(one) for one in checked.verdicts],
        "findings": [
            finding(found, checked.path, session.language) for one in checked.verdicts for found in one.findings
        ],
    }
    session.say(answer, "\n".join(_lines(checked, session.language)))
    return 0 if checked.is_readable else 1


def _item(one: ItemVerdict) -> dict[str, object]:
    return {
        "item": one.item.number,
        "former": one.item.former,
        "name": shown.both(one.item.name),
        "verdict": one.holding.value,
        "count": one.count,
    }


def _lines(checked: CheckedWorkbook, language: Language) -> list[str]:
    lines = []
    for one in checked.verdicts:
        count = f" ({one.count})" if one.count else ""
        said = HOLDING_WORDS[one.holding].in_(language)
        lines.append(f"{one.item.number}\t{said}{count}\t{one.item.name.in_(language)}")
        if one.holding is not Holding.HOLDS:
            lines += [f"  {found.told.in_(language)}" for found in one.findings[:_FIRST]]
            rest = one.count - min(_FIRST, len(one.findings))
            if rest > 0:
                lines.append(Wording(f"  ほか{rest}件", f"  and {rest} more").in_(language))
    return lines
