"""The verb for the branch's calendar: told, printed, or written for other calendars."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import shown
from clair_desktop.cli.parsing import a_day, add_verb
from clair_desktop.cli.session import Session
from clair_desktop.domain.agenda import Entry, EntryKind, months_on
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs

_NO_KIND_OF_FILE = Wording("「{name}」の拡張子は .ics か .pdf にしてください。", "“{name}” must end in .ics or .pdf.")
_BACKWARDS = Wording(
    "終わりの日（{last}）は始まりの日（{first}）以後にしてください。",
    "The last day ({last}) lies before the first ({first}).",
)


def add_agenda(verbs: "Verbs") -> None:
    verb = add_verb(verbs, "agenda", agenda, "予定 / deadlines, appointments and holidays, as text, .ics or .pdf")
    verb.add_argument("--from", dest="first", type=a_day, metavar="DATE", help="省けば今日 / today if left out")
    verb.add_argument("--to", dest="last", type=a_day, metavar="DATE", help="省けば3か月後 / three months on")
    verb.add_argument("--kind", action="append", choices=[one.value for one in EntryKind])
    verb.add_argument("--out", type=Path, metavar="FILE.ics|FILE.pdf")
    verb.add_argument("--lang", choices=["ja", "en"], default="ja")


def agenda(session: Session, asked: argparse.Namespace) -> None:
    """What stands between two days; with a file it is written there."""
    first, last = _span(session, asked)
    kinds = frozenset(EntryKind(one) for one in asked.kind) if asked.kind else frozenset(EntryKind)
    if asked.out is not None:
        _write(session, asked, first, last, kinds)
        return
    entries = session.trial.agenda.entries(first, last, kinds)
    language = session.language
    lines = [_line(one, language) for one in entries]
    session.say(
        {"from": first.isoformat(), "to": last.isoformat(), "entries": [_told(one) for one in entries]},
        "\n".join(lines),
    )


def _write(session: Session, asked: argparse.Namespace, first: date, last: date, kinds: frozenset[EntryKind]) -> None:
    papers, language, out = session.trial.agenda_papers, Language(asked.lang), asked.out
    match out.suffix.lower():
        case ".ics":
            made = papers.calendar_file(first, last, out, language, kinds)
            session.say(
                {"path": str(out), "entries": made.entries},
                Wording(f"{out}（{made.entries}件）", f"{out} ({made.entries} entries)"),
            )
        case ".pdf":
            printed = papers.listed(first, last, out, language, kinds)
            session.say(
                {"path": str(out), "pages": printed.pages},
                Wording(f"{out}（{printed.pages}ページ）", f"{out} ({printed.pages} pages)"),
            )
        case _:
            raise Refusal(_NO_KIND_OF_FILE.filled(name=out.name), field="out")


def _span(session: Session, asked: argparse.Namespace) -> tuple[date, date]:
    first = asked.first or session.trial.clock.today()
    last = asked.last or months_on(first, 3) + timedelta(days=first.day - 1)
    if last < first:
        raise Refusal(_BACKWARDS.filled(first=first.isoformat(), last=last.isoformat()), field="to")
    return first, last


def _told(one: Entry) -> dict[str, object]:
    return {
        "key": one.key,
        "kind": one.kind.value,
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "begins": one.begins or None,
        "ends": one.ends or None,
        "zone": one.zone or None,
        "title": shown.both(one.title),
        "detail": shown.both(one.detail),
        "case": one.number or None,
        "wished": one.wished,
    }


def _line(one: Entry, language: Language) -> str:
    days = one.first.isoformat() if one.first == one.last else f"{one.first.isoformat()}–{one.last.isoformat()}"
    return "\t".join(filter(None, (days, one.clock.in_(language), one.title.in_(language), one.number)))
