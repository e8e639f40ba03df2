"""Verbs on the register of municipalities and on postal codes; they read tables and change nothing."""

import argparse
from collections.abc import Sequence

from clair_desktop.cli import shown
from clair_desktop.cli.session import Session
from clair_desktop.domain.parties import LocalAuthority
from clair_desktop.domain.postal import PostalPlace
from clair_desktop.domain.refusal import Malformed, Refusal, cited
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.municipalities import PlaceLine, table_source


def municipality(session: Session, asked: argparse.Namespace) -> None:
    """Who may be meant by a name, reading, romaji or code; wards come with their city."""
    try:
        found = session.reference.municipalities.find(asked.text)
    except Malformed as complaint:
        raise Refusal(complaint.wording, field="text") from complaint
    if not found:
        raise Refusal(
            Wording(
                f"「{cited(asked.text)}」という市区町村は見つかりません。名称、読み、ローマ字又は団体コードで指定してください。",
                f"No municipality “{cited(asked.text)}” is known. Give its name, reading, romaji or code.",
            ),
            field="text",
        )
    answer = {"found": [_line(one) for one in found], "table": _table("local_authorities", session.language)}
    session.say(answer, "\n".join(_said(one, session.language) for one in found))


def postal(session: Session, asked: argparse.Namespace) -> None:
    """Every place a postal code may stand for; none is chosen."""
    try:
        found = session.reference.municipalities.postal(asked.code)
    except Malformed as complaint:
        raise Refusal(complaint.wording, field="code") from complaint
    if not found:
        source = table_source("postal_codes")
        raise Refusal(
            Wording(
                f"郵便番号「{cited(asked.code)}」は{source.as_of}の表にありません。番号を確かめてください。",
                f"The table of {source.as_of} holds no postal code “{cited(asked.code)}”. Check the number.",
            ),
            field="code",
        )
    answer = {
        "code": found[0].printed_code,
        "places": postal_places(found),
        "table": _table("postal_codes", session.language),
    }
    session.say(answer, "\n".join(_place_said(one) for one in found))


def postal_places(found: Sequence[PostalPlace]) -> list[dict[str, object]]:
    return [
        {
            "address": one.address,
            "municipality": one.municipality.code,
            "ward": one.ward.code if one.ward else None,
            "prefecture": one.municipality.prefecture.ja,
            "town": one.town,
            "kana": one.kana,
            "block": one.block,
            "office": one.office or None,
            "note": one.note or None,
        }
        for one in found
    ]


def _place_said(one: PostalPlace) -> str:
    return "\t".join(part for part in (f"〒{one.printed_code}", one.address, one.office, one.note) if part)


def _line(one: PlaceLine) -> dict[str, object]:
    place, city = one.place, one.city
    return {
        "code": place.code,
        "name": shown.both(place.name),
        "full_name": shown.both(place.full_name),
        "kana": place.kana,
        "romaji": place.romaji,
        "kind": "designated_ward" if city else str(place.kind) if isinstance(place, LocalAuthority) else "",
        "city": city.code if city else None,
        "branch": {"code": one.branch.code, "name": shown.both(one.branch.name)},
        "designated_on": one.designated_on.isoformat() if one.designated_on else None,
    }


def _said(one: PlaceLine, language: Language) -> str:
    place, city = one.place, one.city
    of = f"→ {city.code} {city.name.in_(language)}" if city else ""
    words = (place.code, place.full_name.in_(language), place.kana, one.kind.in_(language), of)
    return "\t".join((*words, one.branch.name.in_(language)))


def _table(name: str, language: Language) -> dict[str, object]:
    source = table_source(name)
    return {
        "source": source.source.in_(language),
        "as_of": source.as_of.isoformat() if source.as_of else None,
    }
