"""The directory of one moment: the shipped files with what the branch keeps laid over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from clair_desktop.domain.directory import Attribute, Body, BodyKind, Confidence, Statement, Tongue, merged
from clair_desktop.domain.directory_search import BodyFinder
from clair_desktop.domain.parties import Gazetteer
from clair_desktop.domain.wording import Wording
from clair_desktop.model.directory_tables import DirectoryBodyRow, DirectoryStatementRow
from clair_desktop.services.directory_tables import authority_body, branch_bodies, shipped_bodies, source_of


@dataclass(frozen=True, slots=True)
class Assembled:
    """Every body by its key, merged ones under the key of their survivor; ``survivors`` leads from one to the other."""

    bodies: Mapping[str, Body]
    survivors: Mapping[str, str]
    finder: BodyFinder


def assemble(
    names: Gazetteer, kept_bodies: Sequence[DirectoryBodyRow], kept: Sequence[DirectoryStatementRow]
) -> Assembled:
    bodies = dict(_shipped(names))
    for row in kept_bodies:
        bodies[row.key] = _laid_over(bodies.get(row.key), row)
    _lay_statements(bodies, kept)
    survivors = {row.key: row.merged_into for row in kept_bodies if row.merged_into in bodies}
    survivors = {key: _last(survivors, key) for key in survivors}
    for key in dict.fromkeys(survivors.values()):
        absorbed = [bodies[one] for one, survivor in survivors.items() if survivor == key]
        bodies[key] = merged(bodies[key], absorbed)
    standing = {key: one for key, one in bodies.items() if key not in survivors}
    return Assembled(standing, survivors, BodyFinder(one for one in standing.values() if not one.withdrawn))


@lru_cache(maxsize=2)
def _shipped(names: Gazetteer) -> Mapping[str, Body]:
    """Every body of the files by its key; nearly two thousand, and the same ones whatever the branch changes."""
    found = chain(shipped_bodies().values(), branch_bodies(names), (authority_body(one) for one in names.authorities))
    return {one.key: one for one in found}


def statement_of(row: DirectoryStatementRow) -> Statement:
    """A kept row as a statement; it was looked at on the day it says, else on the day it was entered."""
    checked = row.seen_on or row.entered_at.date()
    return Statement(
        body=row.body,
        attribute=Attribute(row.attribute),
        scope=row.scope,
        tongue=Tongue(row.tongue),
        value=row.value,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        seen_on=row.seen_on,
        document=row.document,
        source=source_of(row.document, Wording(row.locator, row.locator), checked),
        confidence=Confidence(row.confidence),
        number=row.id,
        over=row.over,
        withdrawn=row.withdrawn,
        entered_by=row.entered_by,
        entered_at=row.entered_at,
    )


def _laid_over(shipped: Body | None, row: DirectoryBodyRow) -> Body:
    base = shipped or Body(key=row.key, kind=BodyKind(row.kind), name=Wording("", ""))
    name = Wording(row.name_ja or base.name.ja, row.name_en or base.name.en or row.name_ja)
    return replace(
        base,
        name=name,
        kana=row.kana or base.kana,
        parent=row.parent or base.parent,
        code=row.code or base.code,
        country=row.country or base.country,
        withdrawn=row.withdrawn,
        kept=shipped is None,
    )


def _lay_statements(bodies: dict[str, Body], kept: Sequence[DirectoryStatementRow]) -> None:
    """Kept statements stand beside the shipped ones, or in the place of the one they are over."""
    by_body: dict[str, list[Statement]] = {}
    for row in kept:
        by_body.setdefault(row.body, []).append(statement_of(row))
    for key, said in by_body.items():
        if key in bodies:
            replaced = {one.over for one in said if one.over}
            stays = [one for one in bodies[key].statements if one.key not in replaced]
            bodies[key] = replace(bodies[key], statements=sorted([*stays, *said], key=_day))


def _day(one: Statement) -> date:
    return one.relied_from or date.min


def _last(survivors: Mapping[str, str], key: str) -> str:
    """Who remains after every merge; a merge is never made into one's own duplicate, so this ends."""
    while key in survivors:
        key = survivors[key]
    return key
