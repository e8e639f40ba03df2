"""Verbs on the directory: what stands in it on a day, lists taken in and given out, update files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import shown
from clair_desktop.cli.directory_papers import add_directory_papers
from clair_desktop.cli.parsing import OFTEN, a_day, add_verb
from clair_desktop.cli.session import Session
from clair_desktop.domain.dialling import Dialling, dialling, e164
from clair_desktop.domain.directory import NUMBERS, Attribute, Body, BodyKind, TimelineEntry, timeline
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS, STANDING_WORDS
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.directory_intake import Intake, Offered

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs


def add_directory(verbs: "Verbs") -> None:
    directory = verbs.add_parser("directory", parents=[OFTEN], help="名簿 / the directory").add_subparsers(
        dest="directory_verb",
        required=True,
        metavar="list|show|import|export|update|booklet|sheet|phones|vcard|envelope|labels",
    )
    kinds = [one.value for one in BodyKind]
    listed = add_verb(directory, "list", list_bodies, "機関の一覧 / the bodies")
    listed.add_argument("text", nargs="?", default="", metavar="TEXT")
    listed.add_argument("--kind", choices=kinds)
    show = add_verb(directory, "show", show_body, "機関の値 / what is known of a body")
    show.add_argument("key", metavar="KEY")
    show.add_argument("--on", type=a_day, metavar="DATE", help="文書の日付 / the day of a letter")
    taken = add_verb(directory, "import", import_list, "一覧を取り込む / take a list of bodies in")
    taken.add_argument("file", type=Path, metavar="FILE")
    taken.add_argument("--kind", choices=kinds, help="種別の列がないとき / where no column says it")
    taken.add_argument("--dry-run", action="store_true")
    taken.add_argument("--good-rows", action="store_true", help="正しい行だけ / only the rows without a mistake")
    given = add_verb(directory, "export", export_list, "書き出す / write the directory as .xlsx or .csv")
    given.add_argument("--out", type=Path, required=True, metavar="FILE")
    given.add_argument("--kind", choices=kinds)
    update = directory.add_parser("update", parents=[OFTEN], help="更新ファイル / update files").add_subparsers(
        dest="update_verb", required=True, metavar="make|show|take"
    )
    make = add_verb(update, "make", make_update, "支部の入力を1つのファイルに / what the branch entered, as a file")
    make.add_argument("--out", type=Path, required=True, metavar="FILE")
    make.add_argument("--by", metavar="TEXT", help="作成者 / who issues it")
    for name, does, help_ in (
        ("show", show_update, "違いを見る / the difference it would make"),
        ("take", take_update, "取り込む / take it"),
    ):
        add_verb(update, name, does, help_).add_argument("file", type=Path, metavar="FILE")
    add_directory_papers(directory)


def list_bodies(session: Session, asked: argparse.Namespace) -> None:
    kind = BodyKind(asked.kind) if asked.kind else None
    found = session.trial.directory.find(asked.text, kind)
    if not asked.text and kind is None:
        found = [one for one in found if one.kind is not BodyKind.LOCAL_AUTHORITY]
    lines = [f"{one.key}\t{one.name.in_(session.language)}" for one in found]
    session.say({"bodies": [_body(one) for one in found]}, "\n".join(lines))


def show_body(session: Session, asked: argparse.Namespace) -> None:
    office, on = session.trial, asked.on or session.clock.today()
    body = office.directory.body(asked.key)
    entries = timeline(body, on)
    used = {one.key for one in body.in_use(on)}
    answer = {
        **_body(body),
        "on": on.isoformat(),
        "letter_name": shown.both(office.directory.letter_name(body, on)),
        "statements": [_statement(one, body, session.language, used) for one in entries],
    }
    lines = [_line(one, body, session.language) for one in entries if one.statement.key in used]
    session.say(answer, "\n".join([body.name.in_(session.language), *lines]))


def import_list(session: Session, asked: argparse.Namespace) -> int:
    """Exit 1 when cells are wrong, so that scripts can tell; nothing is kept then unless good rows were asked for."""
    office = session.trial if asked.dry_run else session.office
    intake = office.directory_intake.read(asked.file, BodyKind(asked.kind) if asked.kind else None)
    takes = not asked.dry_run and (asked.good_rows or not intake.complaints)
    if takes:
        office.directory_intake.take(intake, good_rows_only=asked.good_rows)
    _say_intake(session, intake, taken=takes)
    return 1 if intake.complaints else 0


def export_list(session: Session, asked: argparse.Namespace) -> None:
    kind = BodyKind(asked.kind) if asked.kind else None
    made = session.trial.directory_export.export(asked.out, kind, session.language)
    answer = {"path": str(made.path), "bodies": made.bodies, "rows": made.rows}
    session.say(answer, Wording(f"{made.path}（{made.rows}行）", f"{made.path} ({made.rows} rows)"))


def make_update(session: Session, asked: argparse.Namespace) -> None:
    office = session.office
    by = asked.by or office.branch.get().name.in_(Language.JA)
    count = office.directory_updates.make(asked.out, by)
    answer = {"path": str(asked.out), "entries": count, "issued_by": by}
    session.say(answer, Wording(f"{asked.out}（{count}件）", f"{asked.out} ({count} entries)"))


def show_update(session: Session, asked: argparse.Namespace) -> None:
    _say_intake(session, session.trial.directory_updates.read(asked.file).intake, taken=False)


def take_update(session: Session, asked: argparse.Namespace) -> None:
    office = session.office
    update = office.directory_updates.read(asked.file)
    office.directory_updates.take(update)
    _say_intake(session, update.intake, taken=True)


def _say_intake(session: Session, intake: Intake, *, taken: bool) -> None:
    answer = {
        "taken": taken,
        "unchanged": intake.unchanged,
        "offered": [_offered(one) for one in intake.offered],
        "complaints": [
            {"sheet": one.sheet, "row": one.row, "cell": one.cell, "message": shown.both(one.wording)}
            for one in intake.complaints
        ],
    }
    lines = [_offered_line(one, session.language) for one in intake.offered]
    lines += [one.told.in_(session.language) for one in intake.complaints]
    nothing = Wording("変わる値はありません。", "Nothing changes.").in_(session.language)
    session.say(answer, "\n".join(lines) or nothing)


def _offered(one: Offered) -> dict[str, object]:
    before, after = one.text
    attribute = one.after.attribute if one.after else None
    return {
        "body": one.body,
        "name": shown.both(one.name),
        "row": one.row,
        "attribute": attribute.value if attribute else None,
        "before": shown.both(before),
        "after": shown.both(after),
    }


def _offered_line(one: Offered, language: Language) -> str:
    before, after = (side.in_(language) for side in one.text)
    item = ATTRIBUTE_WORDS[one.after.attribute].in_(language) if one.after else ""
    return f"{one.name.in_(language)} {item}: {before} → {after}" if item else one.name.in_(language)


def _body(one: Body) -> dict[str, object]:
    return {
        "key": one.key,
        "kind": one.kind.value,
        "name": shown.both(one.name),
        "code": one.code or None,
        "country": one.country or None,
        "parent": one.parent or None,
    }


def _statement(entry: TimelineEntry, body: Body, language: Language, used: set[str]) -> dict[str, object]:
    said = entry.statement
    return {
        "attribute": said.attribute.value,
        "scope": said.scope,
        "language": said.tongue.value,
        "value": said.value,
        "text": shown.both(said.text),
        "dialled": (e164(said.value, body.country) or None) if said.attribute in NUMBERS and said.value else None,
        "dialling": shown.dialling(_dialling(entry, body)),
        "valid_from": said.valid_from.isoformat() if said.valid_from else None,
        "valid_to": said.valid_to.isoformat() if said.valid_to else None,
        "seen_on": said.seen_on.isoformat() if said.seen_on else None,
        "standing": entry.standing.value,
        "used": said.key in used,
        "contradicted_by": [shown.both(one.text) for one in entry.against],
        "confidence": said.confidence.value,
        "source": shown.source(said.source, language),
    }


def _dialling(entry: TimelineEntry, body: Body) -> Dialling | None:
    said = entry.statement
    return dialling(said.value, body.country) if said.attribute in NUMBERS and said.value else None


def _line(entry: TimelineEntry, body: Body, language: Language) -> str:
    said = entry.statement
    label = ATTRIBUTE_WORDS[Attribute(said.attribute)].in_(language)
    scope = f"（{said.scope}）" if said.scope else ""
    standing, how = STANDING_WORDS[entry.standing].in_(language), _dialling(entry, body)
    dialled = f"\t{how.told.in_(language)}" if how else ""
    return f"{label}{scope}\t{said.text.in_(language)}\t{standing}\t{said.source.title.in_(language)}{dialled}"
