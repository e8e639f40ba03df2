"""Blanks as the branch's settings keep them: one setting for each, its file among the contents by its hash."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from clair_desktop.domain.blanks import Blank, BlankKind, Match, Shape
from clair_desktop.domain.wording import Language
from clair_desktop.model.work import Work

_PREFIX = "blank/"


def every(work: Work, programme: str = "", year: int | None = None) -> list[Blank]:
    kept = work.settings.starting(_PREFIX).values()
    found = (_read(cast("Mapping[str, object]", one)) for one in kept)
    return [one for one in found if programme in ("", one.programme) and year in (None, one.year)]


def get(work: Work, programme: str, year: int, name: str) -> Blank | None:
    kept = work.settings.get(_key(programme, year, name))
    return _read(cast("Mapping[str, object]", kept)) if kept else None


def put(work: Work, blank: Blank) -> None:
    work.settings.put(_key(blank.programme, blank.year, blank.name), _kept(blank))


def remove(work: Work, blank: Blank) -> None:
    work.settings.put(_key(blank.programme, blank.year, blank.name), None)


def _key(programme: str, year: int, name: str) -> str:
    return f"{_PREFIX}{programme}/{year}/{name}"


def _kept(blank: Blank) -> dict[str, object]:
    return {
        "programme": blank.programme,
        "year": blank.year,
        "name": blank.name,
        "source": blank.source,
        "file_name": blank.file_name,
        "kind": blank.kind.value,
        "sha256": blank.sha256,
        "added_on": blank.added_on.isoformat(),
        "language": blank.language.value,
        "confirmed": blank.confirmed,
        "carried_from": blank.carried_from,
        "lost": [list(one) for one in blank.lost],
        "matches": [
            {"place": m.place, "value": m.value, "shape": m.shape.value, "longest": m.longest, "label": m.label}
            for m in blank.matches
        ],
    }


def _read(kept: Mapping[str, object]) -> Blank:
    matches = cast("Sequence[Mapping[str, object]]", kept["matches"])
    return Blank(
        programme=str(kept["programme"]),
        year=cast(int, kept["year"]),
        name=str(kept["name"]),
        source=str(kept["source"]),
        file_name=str(kept["file_name"]),
        kind=BlankKind(str(kept["kind"])),
        sha256=str(kept["sha256"]),
        added_on=date.fromisoformat(str(kept["added_on"])),
        language=Language(str(kept["language"])),
        confirmed=bool(kept["confirmed"]),
        carried_from=cast("int | None", kept["carried_from"]),
        lost=tuple((place, label) for place, label in cast("Sequence[tuple[str, str]]", kept["lost"])),
        matches=tuple(
            Match(
                str(one["place"]),
                str(one["value"]),
                Shape(str(one["shape"])),
                cast("int | None", one["longest"]),
                str(one["label"]),
            )
            for one in matches
        ),
    )
