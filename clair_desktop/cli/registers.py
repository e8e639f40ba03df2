"""Verbs that hand registers to headquarters and list what was handed out."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import shown
from clair_desktop.cli.looking_up import edition_asked
from clair_desktop.cli.parsing import a_day, add_verb
from clair_desktop.cli.session import Session
from clair_desktop.domain.hand_overs import FORM_WORDS, MEDIUM_WORDS, Form, Medium
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.services.hand_overs import Handing
from clair_desktop.services.outgoing_ledger import OutgoingFilter, OutgoingLine

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs

_CSV = {"utf-8": Form.CSV_UTF8, "cp932": Form.CSV_CP932}
_LARGEST_PASSWORD_FILE = 4096


def add_handing(verbs: "Verbs", export: argparse.ArgumentParser) -> None:
    export.add_argument("--csv", choices=list(_CSV), help="CSVで、1表1ファイル / as CSV, one file a table")
    password_from(export)
    export.add_argument("--to", default="", metavar="TEXT", help="提出先 / to whom")
    media = ", ".join(f"{one.value}: {words.ja}" for one, words in MEDIUM_WORDS.items())
    export.add_argument("--medium", type=Medium, choices=list(Medium), default=Medium.UNSAID, help=media)
    export.add_argument("--handed-on", type=a_day, metavar="DATE", help="提出日 / the day it is handed out")
    export.add_argument("--note", default="", metavar="TEXT")
    export.add_argument(
        "--replace", action="append", default=[], metavar="鷗=鴎", help="CP932にない文字の代わり / what stands for it"
    )
    ledger = add_verb(verbs, "outgoing", outgoing, "データ持出し台帳 / the ledger of data handed out")
    ledger.add_argument("--text", default="", metavar="TEXT")
    ledger.add_argument("--medium", type=Medium, choices=list(Medium))
    ledger.add_argument("--since", type=a_day, metavar="DATE")
    ledger.add_argument("--until", type=a_day, metavar="DATE")
    ledger.add_argument("--pdf", type=Path, metavar="FILE.pdf")
    ledger.add_argument("--excel", type=Path, metavar="FILE.xlsx")


def export_registers(session: Session, asked: argparse.Namespace) -> None:
    edition = edition_asked(session.office, asked)
    form = _CSV[asked.csv] if asked.csv else Form.XLSX
    handing = Handing(form, asked.to, asked.medium, asked.handed_on, asked.note, _replaced(asked.replace))
    password = password_asked(asked)
    made = session.office.registers.export(
        edition.programme.key, asked.year, asked.out, session.language, handing, password=password
    )
    answer = {
        "path": str(made.path),
        "rows": made.rows,
        "sha256": made.sha256,
        "otherwise": [shown.both(one) for one in made.otherwise],
        "number": made.number,
        "form": form.value,
        "locked": password is not None,
        "files": [{"path": str(one.path), "rows": one.rows, "sha256": one.sha256} for one in made.files],
    }
    for one in made.otherwise:
        session.note(one.in_(session.language))
    files = "\n".join(str(one.path) for one in made.files)
    said = Wording(
        f"{files}\n{FORM_WORDS[form].ja}・第{made.number}版（{made.rows}件）",
        f"{files}\n{FORM_WORDS[form].en}, no. {made.number} ({made.rows} cases)",
    )
    session.say(answer, said)


def password_from(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--password-from", type=Path, metavar="FILE", help="パスワードを書いたファイル / file with it")


def password_asked(asked: argparse.Namespace) -> str | None:
    return read_password(asked.password_from) if asked.password_from else None


def read_password(path: Path) -> str:
    """The first line of the file: a password never stands among the arguments, which other programs can see."""
    try:
        text = path.read_bytes()[:_LARGEST_PASSWORD_FILE].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refusal(
            Wording(
                f"パスワードのファイル「{path}」を読めません。UTF-8で1行目にパスワードを書いたファイルを指定してください。",
                f"The password file “{path}” cannot be read. Name a UTF-8 file with the password on its first line.",
            ),
            field="password",
        ) from fault
    password = text.split("\n", 1)[0].rstrip("\r")
    if not password:
        raise Refusal(
            Wording(f"「{path}」の1行目にパスワードがありません。", f"The first line of “{path}” holds no password."),
            field="password",
        )
    return password


def outgoing(session: Session, asked: argparse.Namespace) -> None:
    wanted = OutgoingFilter(asked.text, asked.medium, asked.since, asked.until)
    ledger, language = session.office.outgoing, session.language
    lines = ledger.lines(wanted)
    files: dict[str, str] = {}
    if asked.pdf:
        files["pdf"] = str(ledger.print(wanted, asked.pdf, language).path)
    if asked.excel:
        files["excel"] = str(ledger.export(wanted, asked.excel, language).path)
    keys = ("on", "recipient", "medium", "file_name", "cases", "locked")
    words = ["\t".join(line.said(key, language) for key in keys) for line in lines]
    session.say({"lines": [_line(line) for line in lines], "files": files}, "\n".join([*words, *files.values()]))


def _line(one: OutgoingLine) -> dict[str, object]:
    row = one.row
    return {
        "on": one.on.isoformat(),
        "made_at": one.made_at.isoformat(),
        "made_by": one.made_by,
        "to": one.recipient,
        "medium": row.medium,
        "file_name": one.file_name,
        "programme": row.programme,
        "project_year": one.project_year,
        "number": one.number,
        "form": row.form,
        "cases": one.cases,
        "rows": one.rows,
        "locked": row.protected,
        "replaced": row.replaced,
        "sha256": one.sha256,
        "note": one.note,
        "sample": one.sample,
    }


def _replaced(pairs: list[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        old, mark, new = pair.partition("=")
        if not (old and mark and new):
            raise Refusal(
                Wording(f"「{pair}」は「鷗=鴎」のように指定してください。", f"Write “{pair}” like 鷗=鴎."),
                field="replace",
            )
        found[old] = new
    return found
