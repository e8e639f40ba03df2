"""Every module or folder here that defines ``PROGRAMME`` is a programme; none is listed anywhere."""

import pkgutil
from functools import cache
from importlib import import_module

from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording


@cache
def all_programmes() -> dict[str, Programme]:
    """The programmes by key, in the order of their keys."""
    found: dict[str, Programme] = {}
    for entry in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        programme: Programme = import_module(f"{__name__}.{entry.name}").PROGRAMME
        if programme.key in found:
            raise ValueError(f"Two programmes share the key {programme.key!r}")
        found[programme.key] = programme
    return found


def programme(key: str) -> Programme:
    """The programme of a key; an unknown key is refused with the keys there are."""
    found = all_programmes().get(key)
    if found is None:
        listed = ", ".join(all_programmes())
        raise Refusal(Wording(f"事業「{key}」はありません。（{listed}）", f"There is no programme “{key}” ({listed})."))
    return found
