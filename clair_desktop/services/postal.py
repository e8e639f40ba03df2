"""The shipped table of postal codes, of which a look-up opens one hundredth."""

import zipfile
from collections.abc import Mapping, Sequence
from functools import lru_cache

from clair_desktop.domain.parties import Gazetteer
from clair_desktop.domain.postal import PostalPlace, postal_code
from clair_desktop.support.resources import resource
from clair_desktop.support.tables import rows_of


class PostalCodes:
    """Places by code; where they come from: resources/tables/README.md."""

    def __init__(self, names: Gazetteer) -> None:
        self._names = names

    def find(self, typed: str) -> Sequence[PostalPlace]:
        """Every place of a typed code: offices with a code of their own first; none where no such code is known."""
        code = postal_code(typed)
        return [self._place(row) for row in _part(code[:2]).get(code, ())]

    def beginning(self, digits: str) -> Sequence[PostalPlace]:
        """Every place whose code begins with these digits, two of them or more; in the order of the codes."""
        codes = _part(digits[:2])
        return [self._place(row) for code in sorted(codes) if code.startswith(digits) for row in codes[code]]

    def _place(self, row: Mapping[str, str]) -> PostalPlace:
        ward = self._names.wards.get(row["municipality"])
        body = ward.city if ward else self._names.authority(row["municipality"])
        if body is None:
            raise LookupError(f"the table of postal codes names no municipality {row['municipality']}")
        return PostalPlace(
            row["code"], body, ward, row["town"], row["kana"], row["note"], row["block"], row["office"]
        )  # fmt: skip


@lru_cache(maxsize=8)
def _part(digits: str) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """The rows of all codes that begin with two digits."""
    found: dict[str, list[Mapping[str, str]]] = {}
    with zipfile.ZipFile(resource("tables", "postal_codes.zip")) as packed:
        name = f"{digits}.tsv"
        if name not in packed.NameToInfo:
            return found
        for row in rows_of(packed.read(name).decode("utf-8")):
            found.setdefault(row["code"], []).append(row)
    return found
