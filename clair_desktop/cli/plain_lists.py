"""import --list: a municipality's own list, its columns matched to questions, tried and taken in."""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from clair_desktop.cli.findings import change, change_line, finding, finding_lines
from clair_desktop.cli.registers import password_asked
from clair_desktop.cli.session import Session
from clair_desktop.domain.intake import IMPORTANCE_WORDS, Importance
from clair_desktop.domain.plain_lists import ListMapping, mapping_from
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.intake import Accept
from clair_desktop.services.plain_lists import ListIntake

_ROWS = (
    "取り込む行：一覧ではExcelの行番号、記入用Excelでは --dry-run が示す違いの番号 / "
    "what to take: rows of a list as Excel counts them, or the numbers of the differences that --dry-run names"
)


def add_list(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--list", action="store_true", help="市区町村独自の一覧 / a list of the municipality's own")
    verb.add_argument("--mapping", type=Path, metavar="FILE.json", help="列の対応づけ / which column answers what")
    verb.add_argument("--body", metavar="CODE", default="", help="一覧の団体 / whose list it is")
    verb.add_argument("--sheet", metavar="NAME", default="", help="シート名 / the sheet that holds the list")
    verb.add_argument("--rows", type=_row_numbers, metavar="N,N", help=_ROWS)
    verb.add_argument("--keep-mapping", action="store_true", help="対応づけを保存する / keep the mapping for next time")


def demand_form(asked: argparse.Namespace) -> None:
    """What belongs to lists is a slip where a workbook of ours is taken in."""
    for name in ("body", "sheet", "keep_mapping"):
        if getattr(asked, name):
            option = f"--{name.replace('_', '-')}"
            said = Wording(f"{option} は --list とともに指定してください。", f"{option} belongs to --list.")
            raise Refusal(said, field=name)


def take_list(session: Session, asked: argparse.Namespace) -> int:
    """Exit 1 when a cell is wrong, so that scripts can tell; a dry run changes nothing."""
    lists = session.office.plain_lists
    read = lists.read(asked.file, _mapping(asked), password=password_asked(asked))
    if asked.annotated:
        lists.annotate(read, asked.annotated, session.language)
    if asked.keep_mapping:
        lists.keep(read.mapping)
    faults = read.counts[Importance.ERROR.value]
    numbers: list[str] = []
    if not asked.dry_run and (asked.accept == Accept.VALID.value or not faults):
        numbers = lists.take(read, Accept(asked.accept), asked.rows)
    _say(session, read, numbers)
    return 1 if faults else 0


def _mapping(asked: argparse.Namespace) -> ListMapping:
    """As the file tells it, or blank, so that it is looked up or proposed; what was said beside it counts more."""
    if asked.mapping:
        told = mapping_from(_json(asked.mapping))
    elif asked.programme and asked.year is not None:
        told = ListMapping(asked.programme, asked.year)
    else:
        said = Wording(
            "--list には --programme と --year（又は --mapping）が必要です。",
            "--list needs --programme and --year, or --mapping.",
        )
        raise Refusal(said, field="programme")
    return replace(
        told,
        programme=asked.programme or told.programme,
        year=told.year if asked.year is None else asked.year,
        body=asked.body or told.body,
        sheet=asked.sheet or told.sheet,
    )


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as fault:
        said = Wording(f"「{path}」をJSONとして読めません。", f"“{path}” cannot be read as JSON.")
        raise Refusal(said, field="mapping") from fault


def _say(session: Session, read: ListIntake, numbers: list[str]) -> None:
    language = session.language
    answer = {
        "file": str(read.path),
        "mapping": read.mapping.as_json(),
        "heads": list(read.heads),
        "unread": list(read.unread),
        "taken": numbers,
        "counts": read.counts,
        "rows": [
            {
                "row": one.number,
                "case": one.case,
                "faulty": one.is_faulty,
                "changes": [change(it) for it in one.changes],
            }
            for one in read.rows
        ],
        "findings": [finding(one, read.path, language) for one in read.findings],
    }
    session.say(answer, "\n".join(_lines(read, numbers, language)))


def _lines(read: ListIntake, numbers: list[str], language: Language) -> list[str]:
    taken = Wording(f"取り込みました：{'、'.join(numbers)}", f"Taken in: {', '.join(numbers)}")
    nothing = Wording("取り込んでいません。", "Nothing was taken in.")
    lines = [(taken if numbers else nothing).in_(language)]
    lines.append("、".join(f"{IMPORTANCE_WORDS[one].in_(language)} {read.counts[one.value]}" for one in Importance))
    labels = {one.key: one.label.in_(language) for one in read.edition.fields()}
    lines += [f"  {head} → {labels[key]}" for key, head in read.mapping.columns.items()]
    new = Wording("新しい案件", "new case").in_(language)
    for row in read.rows:
        lines.append(
            Wording(f"{row.number}行目（{row.case or new}）", f"Row {row.number} ({row.case or new})").in_(language)
        )
        lines += [change_line(one, language) for one in row.changes]
    return [*lines, *finding_lines(read.findings, language)]


def _row_numbers(text: str) -> list[int]:
    return [int(one) for one in text.replace("、", ",").split(",") if one.strip()]
