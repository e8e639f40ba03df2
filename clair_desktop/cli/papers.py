"""Verbs on released papers: whether a file is one of them, which there are, and making one again."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import shown
from clair_desktop.cli.parsing import a_day, add_verb, case_number
from clair_desktop.cli.session import Session
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.printed_ledger import COLUMNS, LedgerFilter, LedgerLine
from clair_desktop.services.releases import How, ReleasedPack
from clair_desktop.services.verifying import STANDING_WORDS, Printing, Standing, Verified

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs

_NOT_RELEASED = 1


def add_papers(verbs: "Verbs") -> None:
    verify = add_verb(verbs, "verify", verified, "発行した書類か確かめる / whether a PDF is one that was released")
    verify.add_argument("file", type=Path, metavar="FILE.pdf")
    released = add_verb(verbs, "releases", listed, "発行した書類 / the released packs of a case")
    case_number(released)
    again = add_verb(verbs, "print-again", made_again, "当時のまま刷り直す / a past pack as it was")
    again.add_argument("pack_id", metavar="PACK-NO")
    again.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    again.add_argument("--reason", default="", metavar="TEXT")
    ledger = add_verb(verbs, "ledger", ledger_lines, "印刷書類台帳 / the ledger of printed papers")
    ledger.add_argument("--text", default="", metavar="TEXT")
    ledger.add_argument("--how", type=How, choices=list(How))
    ledger.add_argument("--since", type=a_day, metavar="DATE")
    ledger.add_argument("--until", type=a_day, metavar="DATE")
    ledger.add_argument("--pdf", type=Path, metavar="FILE.pdf")
    ledger.add_argument("--excel", type=Path, metavar="FILE.xlsx")


def verified(session: Session, asked: argparse.Namespace) -> int:
    """Exit 0 where the file is what was released, 1 where it is not."""
    found = session.trial.verifying.verify(asked.file)
    answer = {
        "file": str(asked.file),
        "sha256": found.sha256,
        "standing": found.standing.value,
        "differences": [shown.both(one) for one in found.differences],
        "printings": [_printing(one) for one in found.printings],
    }
    session.say(answer, _told(found, session.language))
    return 0 if found.standing in {Standing.RELEASED, Standing.RESAVED} else _NOT_RELEASED


def listed(session: Session, asked: argparse.Namespace) -> None:
    packs = session.office.releases.of(asked.number)
    lines = [
        f"{one.pack_id}\t{printed_date(one.on, session.language)}\t{one.name.in_(session.language)}\t{one.pages}"
        for one in packs
    ]
    session.say({"number": asked.number, "releases": [_release(one) for one in packs]}, "\n".join(lines))


def made_again(session: Session, asked: argparse.Namespace) -> None:
    made = session.office.releases.again(asked.pack_id, asked.out, asked.reason)
    answer = {
        "path": str(made.path),
        "pack_id": made.pack_id,
        "pages": made.pages,
        "sha256": made.sha256,
        "content_sha256": made.content_sha256,
        "same_file": made.same_file,
    }
    session.say(answer, Wording(f"{made.path}（{made.pages}ページ）", f"{made.path} ({made.pages} pages)"))


def ledger_lines(session: Session, asked: argparse.Namespace) -> None:
    wanted = LedgerFilter(asked.text, asked.how, asked.since, asked.until)
    ledger, language = session.office.ledger, session.language
    lines = ledger.lines(wanted)
    files: dict[str, str] = {}
    if asked.pdf:
        files["pdf"] = str(ledger.print(wanted, asked.pdf, language).path)
    if asked.excel:
        files["excel"] = str(ledger.export(wanted, asked.excel, language).path)
    words = [
        "\t".join(line.said(key, language) for key in ("made_at", "how", "pack_id", "name", "pages")) for line in lines
    ]
    session.say({"lines": [_line(line) for line in lines], "files": files}, "\n".join([*words, *files.values()]))


def _told(found: Verified, language: Language) -> str:
    said = [STANDING_WORDS[found.standing].in_(language)]
    said += [f"  ・{one.in_(language)}" for one in found.differences]
    return "\n".join([*said, *(one.told().in_(language) for one in found.printings)])


def _printing(one: Printing) -> dict[str, object]:
    return {
        "case_number": one.case_number,
        "case_title": one.case_title,
        "pack_id": one.pack_id,
        "name": shown.both(one.name),
        "state": shown.both(one.state),
        "language": one.language,
        "document_number": one.document_number,
        "on": one.on.isoformat(),
        "made_at": one.made_at.isoformat(),
        "made_by": one.made_by,
        "how": one.how,
        "reason": one.reason,
        "pages": one.pages,
        "content_sha256": one.content_sha256,
    }


def _release(one: ReleasedPack) -> dict[str, object]:
    return {
        "pack_id": one.pack_id,
        "name": shown.both(one.name),
        "state": shown.both(one.state),
        "language": one.language,
        "document_number": one.document_number,
        "on": one.on.isoformat(),
        "pages": one.pages,
        "content_sha256": one.content_sha256,
        "released_at": one.released_at.isoformat(),
        "released_by": one.released_by,
        "program_version": one.program,
        "proof": dict(one.proof),
    }


def _line(line: LedgerLine) -> dict[str, object]:
    said = {key: getattr(line, key) for key, _name, _width in COLUMNS}
    for key, value in said.items():
        if isinstance(value, Wording):
            said[key] = shown.both(value)
        elif hasattr(value, "isoformat"):
            said[key] = value.isoformat()
    return said
