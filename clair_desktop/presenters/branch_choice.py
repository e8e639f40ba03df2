"""Finding one of the 67 branches by whatever an official types: kanji old or new, kana, romaji, a code, a town in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.branches import Branch, branch_for, branches
from clair_desktop.domain.parties import Names
from clair_desktop.domain.place_names import kana_key, kanji_key, plain, romaji_key
from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class BranchChoice:
    """A branch as it is offered; ``because`` names the town that led to it, where one did."""

    code: str
    name: Wording
    kana: str
    designated_on: date | None
    because: Wording | None = None


class BranchFinder:
    """The branches of a day, and which of them a text may mean."""

    def __init__(self, names: Names, on: date) -> None:
        self._names = names
        self._on = on
        self._choices = [self._choice(one) for one in branches(on)]
        self._keys = {one.code: _keys(one) for one in self._choices}

    def all(self) -> Sequence[BranchChoice]:
        return self._choices

    def find(self, text: str) -> Sequence[BranchChoice]:
        """Branches whose name holds the text; failing that, those that serve a local authority of that name."""
        wanted = {plain(text), kanji_key(text), kana_key(text)}
        romaji = romaji_key(text)
        if not any(wanted):
            return self._choices
        if romaji and plain(text).isascii():
            wanted.add(romaji)
        found = [one for one in self._choices if any(w in key for w in wanted if w for key in self._keys[one.code])]
        return found or self._serving(text)

    def _serving(self, text: str) -> list[BranchChoice]:
        found: dict[str, BranchChoice] = {}
        for authority in self._names.find_authorities(text):
            branch = branch_for(authority.code, self._on)
            found.setdefault(branch.code, self._choice(branch, authority.full_name))
        return list(found.values())

    def _choice(self, one: Branch, because: Wording | None = None) -> BranchChoice:
        body = self._names.authority(one.code)
        return BranchChoice(one.code, one.name, body.kana if body else "", one.designated_on, because)


def _keys(one: BranchChoice) -> tuple[str, ...]:
    english = one.name.en.split(" ")[0]
    return (one.code, kanji_key(one.name.ja), kana_key(one.kana), plain(one.name.en), romaji_key(english))
