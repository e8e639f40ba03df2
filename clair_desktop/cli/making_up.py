"""For whom a pack is made and what is added to it, as arguments: what is not said stays as the branch keeps it."""

import argparse
from dataclasses import replace

from clair_desktop.cli.session import Session
from clair_desktop.domain.making_up import OPTIONS, MakeUp, PackCopy


def add_making_up(parser: argparse.ArgumentParser) -> None:
    copies = ", ".join(f"{copy}: {copy.label.ja}" for copy in PackCopy)
    parser.add_argument("--copy", choices=[copy.value for copy in PackCopy], default=PackCopy.WHOLE.value, help=copies)
    for name, label in OPTIONS.items():
        said = f"{label.ja} / {label.en}"
        parser.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, default=None, help=said)
    parser.add_argument(
        "--keep", action="store_true", help="この体裁を支部の設定にする / keep this make-up for the branch"
    )


def made_up(session: Session, asked: argparse.Namespace) -> MakeUp:
    """The branch's make-up of this copy with what was said laid over; kept where that was asked."""
    kept = session.office.documents.made_up(PackCopy(asked.copy))
    said = {name: getattr(asked, name) for name in OPTIONS if getattr(asked, name) is not None}
    chosen = replace(kept, **said)
    if asked.keep:
        session.office.documents.keep_made_up(chosen)
    return chosen
