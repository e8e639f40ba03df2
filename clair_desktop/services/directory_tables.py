"""The shipped files of the directory, read once and only when somebody asks: resources/directory/README.md."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from clair_desktop.domain.branches import BRANCHES
from clair_desktop.domain.directory import Attribute, Body, BodyKind, Confidence, Statement, Tongue
from clair_desktop.domain.divisions import DIVISIONS
from clair_desktop.domain.offices import OVERSEAS_OFFICES
from clair_desktop.domain.parties import Gazetteer, LocalAuthority
from clair_desktop.domain.publications import DESIGNATIONS, DOCUMENTS
from clair_desktop.domain.rulings import Mark, Source
from clair_desktop.domain.wording import Wording
from clair_desktop.support.resources import resource

NOT_PRINTED = "[記載なし]"
DESIGNATION_ORDER = "政令"  # the key of the cabinet order that designates cities
_Row = Mapping[str, str]


@cache
def shipped_bodies() -> Mapping[str, Body]:
    """Every body of the files with all that documents print of it; branches and municipalities are not among them."""
    said: dict[str, list[Statement]] = {}
    for row in shipped_rows("statements.tsv"):
        said.setdefault(row["body"], []).append(_statement(row))
    return {row["key"]: _body(row, said.get(row["key"], [])) for row in shipped_rows("bodies.tsv")}


def branch_bodies(names: Gazetteer) -> Iterator[Body]:
    """The 67 branches; of a designated city the day from which it stands."""
    for one in BRANCHES:
        body = names.authority(one.code)
        kana = f"{body.kana}シブ" if body else ""
        key = f"branch_{one.code}"
        yield Body(
            key=key, kind=BodyKind.BRANCH, name=one.name, kana=kana, code=one.code, country="JP",
            parent="headquarters", statements=_designated(key, one.designated_on),
        )  # fmt: skip


def authority_body(one: LocalAuthority) -> Body:
    return Body(
        key=f"authority_{one.code}", kind=BodyKind.LOCAL_AUTHORITY, name=one.full_name, kana=one.kana,
        code=one.code, country="JP",
    )  # fmt: skip


@cache
def known_sources() -> Mapping[str, Source]:
    """Public pages by their key, without a place in them; the five documents are ``publications.DOCUMENTS``."""
    nowhere = Wording("", "")
    return {
        row["key"]: Source(
            Wording(row["title_ja"], row["title_en"]),
            nowhere,
            Mark.WEB,
            date.fromisoformat(row["checked_on"]),
            row["url"],
        )
        for row in shipped_rows("sources.tsv")
    }


def source_of(document: str, locator: Wording, seen_on: date) -> Source:
    """The source a document's key stands for, at a place in it; any other text is the title the branch gave."""
    if document in DOCUMENTS:
        return DOCUMENTS[document](locator)
    if document == DESIGNATION_ORDER:
        return DESIGNATIONS
    known = known_sources().get(document)
    if known is not None:
        return replace(known, locator=locator)
    return Source(Wording(document, document), locator, Mark.ENTERED, seen_on)


def _body(row: _Row, statements: list[Statement]) -> Body:
    return Body(
        key=row["key"],
        kind=BodyKind(row["kind"]),
        name=_NAMED.get(row["key"]) or Wording(row["name_ja"], row["name_en"] or row["name_ja"]),
        kana=row["kana"],
        parent=row["parent"],
        code=row["code"],
        country=row["country"],
        statements=statements,
    )


_NAMED: Mapping[str, Wording] = {  # the program's own words, which programmes use before any file is read
    **{one.key: one.name for one in OVERSEAS_OFFICES},
    **{one.key: one.full_name for one in DIVISIONS.values()},
}


def _statement(row: _Row) -> Statement:
    seen = _day(row["seen_on"])
    locator = Wording(row["locator"], row["locator_en"])
    return Statement(
        body=row["body"],
        attribute=Attribute(row["attribute"]),
        scope=row["scope"],
        tongue=Tongue(row["language"]),
        value=None if row["value"] == NOT_PRINTED else row["value"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        seen_on=seen,
        document=row["source"],
        source=source_of(row["source"], locator, seen or date.min),
        confidence=Confidence(row["confidence"]),
    )


def _designated(key: str, day: date | None) -> list[Statement]:
    if day is None:
        return []
    said = Statement(
        body=key,
        attribute=Attribute.DESIGNATED,
        value=day.isoformat(),
        valid_from=day,
        source=DESIGNATIONS,
        document=DESIGNATION_ORDER,
        confidence=Confidence.PAGE,
    )
    return [said]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def shipped_rows(name: str) -> Iterator[_Row]:
    """The lines of one of the files, each by its heads."""
    lines = resource("directory", name).read_text(encoding="utf-8").splitlines()
    heads = lines[0].split("\t")
    return (dict(zip(heads, line.split("\t"), strict=True)) for line in lines[1:])
