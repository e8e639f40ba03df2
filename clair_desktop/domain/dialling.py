"""How a printed number is dialled: from a telephone in Japan, and (with +) from a mobile telephone or from abroad."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.directory import NUMBERS, Body, Standing, TimelineEntry, timeline
from clair_desktop.domain.wording import Wording

# Dialled before a country's code from a telephone in Japan.
_FROM_JAPAN = "010"
_JAPAN = "JP"
# As the directory's own documents print them; a number of these countries that begins otherwise lacks its code.
_CODES: Mapping[str, str] = {
    _JAPAN: "81", "US": "1", "GB": "44", "FR": "33", "SG": "65", "KR": "82", "AU": "61", "CN": "86",
}  # fmt: skip
_TRUNK = re.compile(r"[- ]*\(0\)[- ]*")
_HIDDEN = frozenset({Standing.WITHDRAWN, Standing.REJECTED})
NO_CODE = Wording(
    "要確認：国番号がないか、国番号を確かめられない番号です。",
    "To be confirmed: its country code is missing or not known.",
)


@dataclass(frozen=True, slots=True)
class Dialling:
    """A printed number as it is dialled in Japan, and with + from a mobile telephone or from abroad."""

    printed: str
    in_japan: str
    abroad: str

    @property
    def told(self) -> Wording:
        """In one line, as a page of the directory says it below the number."""
        if self.in_japan == self.printed:
            return Wording(f"国外から {self.abroad}", f"from abroad {self.abroad}")
        return Wording(
            f"日本から {self.in_japan}　携帯電話・国外から {self.abroad}",
            f"from Japan {self.in_japan}, from a mobile or abroad {self.abroad}",
        )


def dialling(printed: str, country: str = "") -> Dialling | None:
    """1-212-246-5542 is 010-1-212-246-5542 from Japan; 03-5213-1730 is +81-3-5213-1730 from abroad.

    None where the number of another country stands without its code: what to dial is then not known.
    """
    national = _in_japan(printed, country)
    if national:
        return Dialling(printed, national, f"+81-{national[1:]}")
    whole = _with_code(printed, country)
    return Dialling(printed, f"{_FROM_JAPAN}-{whole}", f"+{whole}") if whole else None


def e164(printed: str, country: str = "") -> str:
    """+12122465542, as address books keep a number; empty where its country's code is not known."""
    how = dialling(printed, country)
    return "+" + re.sub(r"\D", "", how.abroad) if how else ""


def _in_japan(printed: str, country: str) -> str:
    """The number as Japan dials it, where it is one of Japan's."""
    found = re.match(r"(?:\+81[- ]?)(?:\(0\)[- ]?)?(.+)", printed)
    if country in ("", _JAPAN):
        if re.match(r"0(?!10-)", printed):
            return printed
        found = found or re.match(r"81[- ](.+)", printed)
    return f"0{found[1]}" if found else ""


def _with_code(printed: str, country: str) -> str:
    text = _TRUNK.sub("-", printed)
    if text.startswith("+"):
        return text[1:].strip()
    if country in ("", _JAPAN) and text.startswith(f"{_FROM_JAPAN}-"):
        return text.removeprefix(f"{_FROM_JAPAN}-")
    return text if text[:1] not in ("0", "(") and text.startswith(_CODES.get(country, "")) else ""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A telephone or fax number of a body, how it stands on a day, and how it is dialled."""

    entry: TimelineEntry
    dialling: Dialling | None


def numbers(body: Body, on: date) -> Sequence[NumberLine]:
    """The numbers in use first, then what older documents print; the same number is told once."""
    told = [one for one in timeline(body, on) if one.statement.attribute in NUMBERS and one.standing not in _HIDDEN]
    used = [one for one in told if one.standing in (Standing.USED, Standing.LEFT_OUT)]
    said = {(one.statement.attribute, one.statement.value) for one in used}
    rest = [one for one in told if one not in used and (one.statement.attribute, one.statement.value) not in said]
    return [NumberLine(one, dialling(one.statement.value or "", body.country)) for one in (*used, *rest)]
