"""Verbs that hand workbooks out to municipalities and take them in again."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli.findings import change, change_line, finding, finding_lines
from clair_desktop.cli.looking_up import edition_asked
from clair_desktop.cli.parsing import add_verb
from clair_desktop.cli.plain_lists import add_list, demand_form, take_list
from clair_desktop.cli.registers import password_asked, password_from
from clair_desktop.cli.session import Session
from clair_desktop.domain.intake import IMPORTANCE_WORDS, Importance
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.intake import Accept, Intake
from clair_desktop.services.intake_choice import without

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs


_NO_SUCH = Wording(
    "{number}番の違いはありません（違いは{count}件）。番号は --dry-run で確かめてください。",
    "There is no difference no. {number}; there are {count}. See their numbers by --dry-run.",
)


def add_intake(verbs: "Verbs", export: argparse.ArgumentParser) -> None:
    export.add_argument("--intake", action="store_true", help="市区町村の記入用 / a workbook to be filled in")
    export.add_argument("--body", metavar="CODE", default="", help="団体コード / whose workbook it is")
    verb = add_verb(verbs, "import", take_in, "記入用Excelを取り込む / take a filled workbook in")
    verb.add_argument("file", type=Path, metavar="FILE.xlsx")
    verb.add_argument("--dry-run", action="store_true", help="点検だけ / read and report only")
    verb.add_argument("--accept", choices=[one.value for one in Accept], default=Accept.ALL.value)
    verb.add_argument("--annotated", type=Path, metavar="FILE.xlsx", help="誤りに印を付けた控え / marked copy")
    verb.add_argument("--programme", metavar="KEY", help="この事業に限る / only if it is of this programme")
    verb.add_argument("--year", type=int, metavar="N", help="この年度に限る / only if it is of this project year")
    password_from(verb)
    add_list(verb)
    where = verb.add_mutually_exclusive_group()
    where.add_argument("--case", metavar="NO", help="取り込む案件 / the case it belongs to")
    where.add_argument("--new", action="store_true", help="新しい案件として / as a new case")


def hand_out(session: Session, asked: argparse.Namespace) -> None:
    edition = edition_asked(session.office, asked)
    made = session.office.intake_forms.write(
        edition.programme.key, asked.year, asked.out, body=asked.body, language=session.language
    )
    answer = {
        "path": str(made.path),
        "body": made.body or None,
        "form_id": made.form_id,
        "questions": made.questions,
    }
    session.say(answer, Wording(f"{made.path}（{made.questions}項目）", f"{made.path} ({made.questions} questions)"))


def take_in(session: Session, asked: argparse.Namespace) -> int:
    """Exit 1 when a cell is wrong, so that scripts can tell; a dry run changes nothing."""
    if asked.list or asked.mapping:
        return take_list(session, asked)
    demand_form(asked)
    office = session.office
    intake = office.intakes.read(
        asked.file,
        case=asked.case,
        as_new=asked.new,
        expected=(asked.programme, asked.year),
        password=password_asked(asked),
    )
    if asked.annotated:
        office.intakes.annotate(intake, asked.annotated, session.language)
    if asked.rows is not None:
        intake = _only(session, intake, asked.rows)
    faults = intake.counts[Importance.ERROR.value]
    number = intake.case
    taken = not asked.dry_run and (asked.accept == Accept.VALID.value or not faults)
    if taken:
        number = office.intakes.take(intake, Accept(asked.accept)).number
    _say(
        session, intake, number, taken=taken and bool(intake.changes or intake.case is None), annotated=asked.annotated
    )
    return 1 if faults else 0


def _only(session: Session, intake: Intake, numbers: Sequence[int]) -> Intake:
    """The differences of these numbers; the others stay as the case has them and are offered again next time."""
    count = len(intake.changes)
    for number in numbers:
        if not 1 <= number <= count:
            raise Refusal(_NO_SUCH.filled(number=number, count=count), field="rows")
    left_out = {(one.field, one.row) for place, one in enumerate(intake.changes, start=1) if place not in numbers}
    kept = session.office.cases.get(intake.case).answers if intake.case else {}
    return without(intake, kept, left_out)


def _say(session: Session, intake: Intake, number: str | None, *, taken: bool, annotated: Path | None) -> None:
    answer = {
        "file": str(intake.path),
        "programme": intake.edition.programme.key,
        "project_year": intake.edition.year.start_year,
        "case": number,
        "taken": taken,
        "unchanged": intake.unchanged,
        "left_out": intake.dropped,
        "annotated": str(annotated) if annotated else None,
        "counts": intake.counts,
        "changes": [{"number": number, **change(one)} for number, one in enumerate(intake.changes, start=1)],
        "findings": [finding(one, intake.path, session.language) for one in intake.findings],
    }
    session.say(answer, "\n".join(_lines(intake, number, taken=taken, language=session.language)))


def _lines(intake: Intake, number: str | None, *, taken: bool, language: Language) -> list[str]:
    counts = intake.counts
    summary = "、".join if language is Language.JA else ", ".join
    said = [f"{IMPORTANCE_WORDS[one].in_(language)} {counts[one.value]}" for one in Importance]
    lines = [_outcome(intake, number, taken=taken).in_(language), summary(said)]
    lines += [f"{number:>4}{change_line(one, language)}" for number, one in enumerate(intake.changes, start=1)]
    return [*lines, *finding_lines(intake.findings, language)]


def _outcome(intake: Intake, number: str | None, *, taken: bool) -> Wording:
    if taken:
        return Wording(f"取り込みました：{number}", f"Taken in: {number}")
    if intake.is_repeated:
        return Wording(f"変わる値はありません：{number}", f"Nothing changes: {number}")
    return Wording("取り込んでいません。", "Nothing was taken in.")


def demand_plain(asked: argparse.Namespace) -> None:
    """A body is asked for of workbooks to fill in only."""
    if asked.body:
        raise Refusal(
            Wording("--body は --intake とともに指定してください。", "--body belongs to --intake."), field="body"
        )
