"""A filled pack as bytes and back: the same content gives the same bytes, under this program and under later ones.

Fields that hold their default are left out, so that a later field changes nothing about what was kept before it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import Enum
from hashlib import sha256
from typing import cast, get_type_hints

from clair_desktop.domain import documents, filled_papers
from clair_desktop.domain.emblems import FilledEmblem
from clair_desktop.domain.filled_papers import Cell, FilledEnclosure, FilledLetter, FilledPack, FilledPicture
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

_FORMAT = 1
_KIND = "is"
_NOT_KEPT = (
    (FilledEnclosure, "content"),  # its hash is kept instead
    (FilledPicture, "content"),
    (FilledEmblem, "content"),
    (Cell, "asked"),  # the way from a printed value back to its question is no part of what the paper says
    (FilledLetter, "asked"),
)
_NEWER = Wording(
    "この書類は新しい版のプログラムで作られたため、この版では作り直せません。プログラムを新しくしてください。",
    "This paper was made by a newer program and cannot be made again by this one. Update the program.",
)


def kept(pack: FilledPack) -> bytes:
    """The pack's content, without the mark that names its release; enclosed files stand in it by their hash."""
    content = {"format": _FORMAT, "pack": _plain(replace(pack, mark=None))}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def content_hash(pack: FilledPack) -> str:
    """Of what leaves the branch: its own checklist may say more tomorrow, and the pack is the same all the same."""
    leaving = [one for one in pack.documents if not one.internal]
    return sha256(kept(replace(pack, documents=leaving) if leaving else pack)).hexdigest()


def read_kept(content: bytes) -> FilledPack:
    """The pack that was kept, its enclosures without their bytes."""
    read = cast("Mapping[str, object]", json.loads(content.decode("utf-8", "surrogatepass")))
    if read.get("format") != _FORMAT:
        raise Refusal(_NEWER)
    return cast(FilledPack, _made(read["pack"]))


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Sequence):
        return [_plain(one) for one in value]
    if is_dataclass(value) and type(value).__name__ in _kinds():
        named = {one.name: one for one in fields(value)}
        said = {name: getattr(value, name) for name in named}
        told = {
            name: _plain(one)
            for name, one in said.items()
            if (type(value), name) not in _NOT_KEPT and not _is_default(named[name], one)
        }
        return {_KIND: type(value).__name__, **told}
    raise TypeError(f"{type(value).__name__} stands in no paper")


def _is_default(one: object, value: object) -> bool:
    default, factory = getattr(one, "default", MISSING), getattr(one, "default_factory", MISSING)
    known = factory() if factory is not MISSING else default
    if isinstance(known, list | tuple) and isinstance(value, list | tuple):
        return list(known) == list(value)
    return known is not MISSING and bool(known == value)


def _made(value: object) -> object:
    if isinstance(value, list):
        return [_made(one) for one in value]
    if not isinstance(value, dict):
        return value
    kind = _kinds().get(str(value.get(_KIND)))
    told = {name: _made(one) for name, one in value.items() if name != _KIND}
    if kind is None or not set(told) <= {one.name for one in fields(kind)}:
        raise Refusal(_NEWER)
    if kind is FilledEnclosure:
        told.setdefault("content", None)
    return kind(**{name: _chosen(kind, name, one) for name, one in told.items()})


def _chosen(kind: type, name: str, value: object) -> object:
    """A value of an enumeration is kept as its text."""
    hint = get_type_hints(kind).get(name)
    return hint(value) if isinstance(hint, type) and issubclass(hint, Enum) else value


def _kinds() -> Mapping[str, type]:
    """Whatever a paper is made of, by name."""
    return {
        name: kind
        for name, kind in {**vars(documents), **vars(filled_papers)}.items()
        if isinstance(kind, type) and is_dataclass(kind)
    }
