"""join: headquarters puts the branches' registers into one workbook."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli.findings import finding
from clair_desktop.cli.parsing import add_verb
from clair_desktop.cli.registers import password_asked, password_from
from clair_desktop.cli.session import Session
from clair_desktop.domain.intake import IMPORTANCE_WORDS, Importance
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.joining import Joined, ReadFolder

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs


def add_joining(verbs: "Verbs") -> None:
    verb = add_verb(verbs, "join", join, "支部の台帳を1冊に統合する / join the branches' registers (headquarters)")
    verb.add_argument("folder", type=Path, metavar="FOLDER")
    verb.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    verb.add_argument("--dry-run", action="store_true", help="点検だけ / read and report only")
    verb.add_argument("--leave-out", action="store_true", help="誤りのあるファイルを除く / join without faulty files")
    password_from(verb)


def join(session: Session, asked: argparse.Namespace) -> int:
    """Exit 1 when a file is faulty, whether it was left out or held everything back."""
    joining = session.reference.joining
    read = joining.read(asked.folder, password=password_asked(asked), without=asked.out)
    writes = not asked.dry_run and (read.is_whole or asked.leave_out)
    made = joining.join(read, asked.out, session.language, leave_out=asked.leave_out) if writes else None
    answer = {
        "folder": str(read.folder),
        "out": str(made.path) if made else None,
        "sha256": made.sha256 if made else None,
        "rows": dict(made.rows) if made else {},
        "counts": read.counts,
        "missing": list(read.missing),
        "files": [
            {
                "file": one.name, "branch": one.branch, "programme": one.programme, "project_year": one.year,
                "number": one.number, "joined": bool(made) and one.counts, "replaced": one.replaced, "faulty": one.is_faulty,
            }
            for one in read.files
        ],
        "findings": [finding(one, Path(name), session.language) for name, one in read.findings],
    }  # fmt: skip
    session.say(answer, "\n".join(_lines(read, made, session.language)))
    return 0 if read.is_whole else 1


def _lines(read: ReadFolder, made: Joined | None, language: Language) -> list[str]:
    count = sum(one.counts for one in read.files)
    done = Wording(f"統合しました：{count}ファイル", f"Joined: {count} files")
    nothing = Wording("統合していません。", "Nothing was joined.")
    lines = [f"{done.in_(language)} → {made.path}" if made else nothing.in_(language)]
    lines += [f"  {key}: {rows:,}" for key, rows in (made.rows if made else {}).items()]
    for importance in Importance:
        told = IMPORTANCE_WORDS[importance].in_(language)
        lines += [
            f"［{told}］{name} {one.at.sheet}!{one.at.cell}".rstrip("! ") + f"：{one.message.in_(language)}"
            for name, one in read.findings
            if one.importance is importance
        ]
    missing = Wording(f"未着の支部：{len(read.missing)}", f"Branches not yet heard of: {len(read.missing)}")
    return [*lines, missing.in_(language)]
