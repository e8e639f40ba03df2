"""Verbs on headquarters' own blanks: import one, see its places, map them, fill a copy for a case."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli.parsing import OFTEN, a_day, add_verb, case_number, programme_and_year
from clair_desktop.cli.session import Session
from clair_desktop.cli.shown import both
from clair_desktop.domain.blanks import SHAPE_WORDS, Blank, Match, Place, Shape
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs

NO_PAIR = Wording(
    "「{text}」は読めません。欄=項目、または 欄=項目:形:字数 の形で指定してください。",
    "“{text}” cannot be read. Write PLACE=VALUE, or PLACE=VALUE:SHAPE:LONGEST.",
)
PROPOSED = Wording("前年度からの案（未確定）", "carried over, to be confirmed")
CONFIRMED, OPEN = Wording("確定", "confirmed"), Wording("未確定", "not confirmed")


def add_blanks(verbs: "Verbs") -> None:
    blank = verbs.add_parser(
        "blank", parents=[OFTEN], help="本部の様式ファイル / headquarters' own blanks"
    ).add_subparsers(dest="blank_verb", required=True, metavar="add|list|map|fill|remove")
    added = add_verb(blank, "add", add, "様式を取り込む / import a blank (.xlsx, .docx)")
    programme_and_year(added)
    added.add_argument("file", type=Path, metavar="FILE")
    added.add_argument("--name", required=True, metavar="TEXT", help="様式第1号")
    added.add_argument("--source", required=True, metavar="TEXT", help="本部のどの通知か / which notice it came with")
    added.add_argument("--lang", type=Language, choices=list(Language), default=Language.JA)
    listed_ = add_verb(blank, "list", listed, "取り込んだ様式 / the blanks imported")
    listed_.add_argument("--programme", default="", metavar="KEY")
    listed_.add_argument("--year", type=int, metavar="N")
    mapped = add_verb(blank, "map", map_, "欄と項目の対応付け / show or set what goes where")
    _named(mapped)
    mapped.add_argument(
        "--set", action="append", default=[], metavar="PLACE=VALUE[:SHAPE[:LONGEST]]",
        help=f"形 / shape: {' | '.join(Shape)}",
    )  # fmt: skip
    mapped.add_argument("--clear", action="append", default=[], metavar="PLACE")
    mapped.add_argument("--confirm", action="store_true", help="確かめたうえで確定する / confirm it as it stands")
    mapped.add_argument("--values", action="store_true", help="選べる項目の一覧 / list the values")
    filled = add_verb(blank, "fill", fill, "案件を様式に記入する / fill a copy for a case")
    case_number(filled)
    filled.add_argument("name", metavar="NAME")
    filled.add_argument("--out", type=Path, required=True, metavar="FILE")
    filled.add_argument("--document-number", metavar="TEXT")
    filled.add_argument("--on", type=a_day, metavar="DATE")
    _named(add_verb(blank, "remove", remove, "様式を削除する / take a blank out"))


def add(session: Session, asked: argparse.Namespace) -> None:
    made = session.office.blanks.add(
        asked.programme, asked.year, asked.file, name=asked.name, source=asked.source, language=asked.lang
    )
    _say(session, made)


def listed(session: Session, asked: argparse.Namespace) -> None:
    found = session.trial.blanks.every(asked.programme, asked.year)
    lines = [
        f"{one.programme}\t{one.year}\t{one.name}\t{one.file_name}\t{_standing(one).in_(session.language)}"
        for one in found
    ]
    session.say({"blanks": [_blank(one) for one in found]}, "\n".join(lines))


def map_(session: Session, asked: argparse.Namespace) -> None:
    """Shows the mapping; with changes, or to confirm it, keeps it first."""
    blanks = session.office.blanks
    blank = blanks.get(asked.programme, asked.year, asked.name)
    if asked.values:
        offers = blanks.offers(blank)
        answer = {"values": [{"value": o.value, "label": both(o.label), "shapes": list(o.shapes)} for o in offers]}
        session.say(answer, "\n".join(f"{one.value}\t{one.label.in_(session.language)}" for one in offers))
        return
    if asked.set or asked.clear or asked.confirm:
        kept = {one.place: one for one in blank.matches if one.place not in asked.clear}
        kept |= {one.place: one for one in map(_match, asked.set)}
        blank = blanks.map(blank, list(kept.values()), confirm=asked.confirm)
    _say(session, blank)


def fill(session: Session, asked: argparse.Namespace) -> None:
    made = session.office.blanks.fill(
        asked.number, asked.name, asked.out, document_number=asked.document_number, on=asked.on
    )
    answer = {
        "file": str(made.path),
        "sha256": made.sha256,
        "filled": {
            one.place: one.value if isinstance(one.value, int | float) else str(one.value) for one in made.entries
        },
        "empty": [one.key for one in made.empty],
        "warnings": [both(one) for one in made.warnings],
    }
    told = Wording(f"{made.path}　{len(made.entries)}欄に記入", f"{made.path}: {len(made.entries)} places filled")
    session.say(answer, "\n".join(one.in_(session.language) for one in (told, *made.warnings)))


def remove(session: Session, asked: argparse.Namespace) -> None:
    blanks = session.office.blanks
    blank = blanks.get(asked.programme, asked.year, asked.name)
    blanks.remove(blank)
    told = Wording(f"様式「{blank.name}」を削除しました。", f"The blank “{blank.name}” was removed.")
    session.say({"removed": blank.name}, told)


def _named(verb: argparse.ArgumentParser) -> None:
    programme_and_year(verb)
    verb.add_argument("name", metavar="NAME")


def _match(text: str) -> Match:
    """様式第1号!B5=title, B8=starts:era_year, memo=purpose:text:200, and marks such as B9=category=fair:circle."""
    place, mark, rest = text.partition("=")
    value, *more = rest.split(":")
    shape, longest = (*more, "", "")[:2]
    known = {one.value for one in Shape}
    if not (place and mark and value) or (shape and shape not in known) or (longest and not longest.isdecimal()):
        raise Refusal(NO_PAIR.filled(text=text), field="set")
    usual = Shape.TICK if "=" in value else Shape.AS_IS
    return Match(place, value, Shape(shape) if shape else usual, int(longest) if longest else None)


def _say(session: Session, blank: Blank) -> None:
    blanks, layout = session.office.blanks, session.office.blanks.layout(blank)
    mapped = {one.place: one for one in blank.matches}
    shown = [one for one in layout.places if one.likely or one.key in mapped or (one.name and one.trouble)]
    beyond = [blanks.place(blank, key) for key in mapped if key not in layout.by_key]
    doubts = blanks.doubts(blank)
    answer = {
        **_blank(blank),
        "doubts": [both(one) for one in doubts],
        "places": [_place(one, mapped.get(one.key)) for one in [*shown, *beyond]],
    }
    language = session.language
    lines = [f"{blank.name}\t{_standing(blank).in_(language)}", *(f"  ・{one.in_(language)}" for one in doubts)]
    lines += [_line(one, mapped.get(one.key), language) for one in [*shown, *beyond]]
    session.say(answer, "\n".join(lines))


def _line(place: Place, match: Match | None, language: Language) -> str:
    said = f"{match.value}（{SHAPE_WORDS[match.shape].in_(language)}）" if match else "－"
    return f"  {place.key}\t{place.label}\t{place.trouble.in_(language) if place.trouble else said}"


def _standing(blank: Blank) -> Wording:
    if blank.confirmed:
        return CONFIRMED
    return PROPOSED if blank.carried_from else OPEN


def _blank(blank: Blank) -> dict[str, object]:
    return {
        "programme": blank.programme,
        "project_year": blank.year,
        "name": blank.name,
        "file": blank.file_name,
        "kind": blank.kind.value,
        "sha256": blank.sha256,
        "source": blank.source,
        "language": blank.language.value,
        "confirmed": blank.confirmed,
        "carried_from": blank.carried_from,
        "mapped": len(blank.matches),
    }


def _place(place: Place, match: Match | None) -> dict[str, object]:
    return {
        "place": place.key,
        "label": place.label,
        "holds": place.holds,
        "trouble": both(place.trouble) if place.trouble else None,
        "choices": list(place.choices),
        "longest": place.longest,
        "value": match.value if match else None,
        "shape": match.shape.value if match else None,
        "limit": match.longest if match else None,
    }
