"""What the parsers of all verbs share."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.eras import read_day
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording

if TYPE_CHECKING:
    from clair_desktop.cli.session import Session

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # argparse gives it no public name

CarryOut = Callable[["Session", argparse.Namespace], int | None]
OFTEN = argparse.ArgumentParser(add_help=False)
OFTEN.add_argument(
    "--data", type=Path, default=argparse.SUPPRESS, metavar="FOLDER", help="データフォルダー / data folder"
)
OFTEN.add_argument("--language", type=Language, choices=list(Language), default=argparse.SUPPRESS, help="ja | en")
OFTEN.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="JSON で答える / answer as JSON")


def add_verb(verbs: "Verbs", name: str, does: CarryOut, help_: str) -> argparse.ArgumentParser:
    made = verbs.add_parser(name, parents=[OFTEN], help=help_, description=help_)
    made.set_defaults(carry_out=does)
    return made


def programme_and_year(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("programme", metavar="PROGRAMME")
    verb.add_argument("--year", type=int, required=True, metavar="N", help="実施年度（西暦） / project year")


def case_number(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("number", metavar="NO")


def a_day(text: str) -> date:
    try:
        return read_day(folded(text))
    except Malformed as complaint:
        raise argparse.ArgumentTypeError(f"{complaint.wording.ja} / {complaint.wording.en}") from complaint


def existing_folder(folder: Path, field: str) -> Path:
    """A folder that is there; otherwise refused by its name."""
    if not folder.is_dir():
        raise Refusal(
            Wording(f"「{folder}」というフォルダーはありません。", f"There is no folder “{folder}”."), field=field
        )
    return folder
