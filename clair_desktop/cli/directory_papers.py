"""Verbs that put the directory on paper and into address books."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import shown
from clair_desktop.cli.parsing import CarryOut, a_day, add_verb
from clair_desktop.cli.session import Session
from clair_desktop.domain.directory import BodyKind
from clair_desktop.domain.mailing import ENVELOPES, Way, Window, read_window
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.directory_facts import Chosen

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs
    from clair_desktop.services.directory_mail import Posted
    from clair_desktop.services.directory_papers import DirectoryPaper

_HONORIFICS = ("御中", "様", "殿")
_MOST_NAMED = 20


def add_directory_papers(directory: "Verbs") -> None:
    for name, does, help_ in (
        ("booklet", booklet, "名簿の冊子 / a booklet with contents and sources"),
        ("sheet", sheets, "機関ごとの1枚 / a page for each body"),
        ("phones", phones, "電話番号一覧 / the telephone list"),
    ):
        verb = _verb(directory, name, does, help_, "FILE.pdf")
        verb.add_argument("--lang", choices=["ja", "en", "both"], default="ja")
    cards = _verb(directory, "vcard", vcards, "連絡先ファイル / a vCard file for address books", "FILE.vcf")
    cards.add_argument("--lang", choices=["ja", "en"], default="ja")
    labels_ = _verb(directory, "labels", labels, "宛名ラベル / address labels", "FILE.pdf")
    labels_.add_argument("--lang", choices=["ja", "en"], default="ja")
    labels_.add_argument("--per-sheet", type=int, choices=[12, 24], default=12)
    labels_.add_argument("--first", type=int, default=1, metavar="N", help="始める面 / the first free place")
    envelope = _verb(directory, "envelope", envelopes, "封筒の宛名 / addressed envelopes", "FILE.pdf")
    envelope.add_argument("--size", choices=list(ENVELOPES), default="naga3", help="naga3 長形3号 | kaku2 角形2号")
    envelope.add_argument("--way", choices=[one.value for one in Way], default=Way.VERTICAL.value)
    envelope.add_argument("--no-boxes", action="store_true", help="郵便番号枠が印刷済み / boxes are preprinted")
    envelope.add_argument("--sender", action="store_true", help="差出人も印刷 / with the branch's own address")
    envelope.add_argument(
        "--window", type=a_window, metavar="L,T,W,H", help="窓の左,上,幅,高さ mm / A4 for a window envelope"
    )
    for verb in (labels_, envelope):
        verb.add_argument("--honorific", choices=_HONORIFICS, default="", help="敬称（省けば御中・様）")


def _verb(directory: "Verbs", name: str, does: CarryOut, help_: str, out: str) -> argparse.ArgumentParser:
    verb = add_verb(directory, name, does, help_)
    verb.add_argument(
        "keys", nargs="*", metavar="KEY", help="省けば市区町村以外の全機関 / without: all but municipalities"
    )
    verb.add_argument("--kind", action="append", choices=[one.value for one in BodyKind])
    verb.add_argument("--on", type=a_day, metavar="DATE", help="文書の日付 / the day of a letter")
    verb.add_argument("--out", type=Path, required=True, metavar=out)
    return verb


def a_window(text: str) -> Window:
    try:
        return read_window(text)
    except Malformed as complaint:
        raise argparse.ArgumentTypeError(f"{complaint.wording.ja} / {complaint.wording.en}") from complaint


def booklet(session: Session, asked: argparse.Namespace) -> None:
    papers = session.trial.directory_papers
    _say_paper(session, papers.booklet(asked.out, _chosen(asked), _languages(asked), asked.on))


def sheets(session: Session, asked: argparse.Namespace) -> None:
    papers = session.trial.directory_papers
    _say_paper(session, papers.sheets(asked.out, _chosen(asked), _languages(asked), asked.on))


def phones(session: Session, asked: argparse.Namespace) -> None:
    papers = session.trial.directory_papers
    _say_paper(session, papers.phones(asked.out, _chosen(asked), _languages(asked), asked.on))


def vcards(session: Session, asked: argparse.Namespace) -> None:
    made = session.trial.vcards.write(asked.out, _chosen(asked), Language(asked.lang), asked.on)
    answer = {"path": str(made.path), "cards": made.cards}
    session.say(answer, Wording(f"{made.path}（{made.cards}件）", f"{made.path} ({made.cards} cards)"))


def envelopes(session: Session, asked: argparse.Namespace) -> None:
    made = session.trial.directory_mail.envelopes(
        asked.out, _chosen(asked), size=asked.size, way=Way(asked.way), boxes=not asked.no_boxes, window=asked.window,
        honorific=asked.honorific, sender=asked.sender, on=asked.on,
    )  # fmt: skip
    _say_posted(session, made)


def labels(session: Session, asked: argparse.Namespace) -> None:
    made = session.trial.directory_mail.labels(
        asked.out, _chosen(asked), language=Language(asked.lang), per_sheet=asked.per_sheet, first=asked.first,
        honorific=asked.honorific, on=asked.on,
    )  # fmt: skip
    _say_posted(session, made)


def _chosen(asked: argparse.Namespace) -> Chosen:
    return Chosen(asked.keys, [BodyKind(one) for one in asked.kind or ()])


def _languages(asked: argparse.Namespace) -> Sequence[Language]:
    return list(Language) if asked.lang == "both" else [Language(asked.lang)]


def _say_paper(session: Session, made: "DirectoryPaper") -> None:
    answer = {
        "path": str(made.path),
        "pages": made.pages,
        "bodies": made.bodies,
        "warnings": [shown.both(one) for one in made.warnings],
    }
    said = Wording(
        f"{made.path}（{made.bodies}機関、{made.pages}ページ）",
        f"{made.path} ({made.bodies} bodies, {made.pages} pages)",
    )
    session.say(answer, said)


def _say_posted(session: Session, made: "Posted") -> None:
    answer = {
        "path": str(made.path),
        "pages": made.pages,
        "printed": made.printed,
        "left_out": [
            {"key": one.key, "name": shown.both(one.name), "reason": shown.both(one.reason)} for one in made.left_out
        ],
        "warnings": [shown.both(one) for one in made.warnings],
    }
    language, count = session.language, len(made.left_out)
    lines = [f"{made.path}", Wording(f"宛名{made.printed}件", f"{made.printed} addressed").in_(language)]
    if count:
        lines.append(Wording(f"印刷しなかった機関：{count}件", f"left out: {count}").in_(language))
    lines += [
        f"  {one.key}\t{one.name.in_(language)}\t{one.reason.in_(language)}" for one in made.left_out[:_MOST_NAMED]
    ]
    session.say(answer, "\n".join([*lines, *(["  …"] if count > _MOST_NAMED else [])]))
