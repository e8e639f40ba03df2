"""How an address is set: kanji numerals for vertical lines, and the order of lines in the country it goes to.

Only the order is made; no word of an address is translated, transliterated or guessed.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Wording

_BUILDING = re.compile(r"[ \u3000]+(?=\S*(?:ビル|タワー|大廈|会館|庁舎|センター|マンション))")
_POSTAL = re.compile(r"(\d{3})-?(\d{4})")
_DASH_IN_NUMBER = re.compile(r"(?<=[0-9A-Za-z])[-‐‑–−ー](?=[0-9A-Za-z])")
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_TO_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
_LONGEST_LINE = 42  # letters on a line of an envelope abroad before the next comma begins another


class Way(StrEnum):
    """How the addressee stands on an envelope."""

    VERTICAL = "vertical"
    HORIZONTAL = "horizontal"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class EnvelopeSize:
    """Millimetres, standing on its short edge; ``boxes`` is how far the postal-code boxes are from the top and right."""

    key: str
    width: float
    height: float
    boxes: tuple[float, float]
    large: bool  # paper lies in it unfolded


@dataclass(frozen=True, slots=True)
class Window:
    """Millimetres from the left and upper edge of the envelope, lying as it is read."""

    left: float
    top: float
    width: float
    height: float


_WINDOW = re.compile(r"([\d.]+)[,、 ]+([\d.]+)[,、 ]+([\d.]+)[,、 ]+([\d.]+)")


def read_window(text: str) -> Window:
    """20,15,90,45: left, top, width and height."""
    found = _WINDOW.fullmatch(folded(text).strip())
    try:
        return Window(*map(float, found.groups() if found else ()))
    except (TypeError, ValueError):
        raise Malformed(
            Wording(
                f"「{cited(text)}」は窓として読めません。封筒の左上からの左,上,幅,高さをmmで入力してください（例：20,15,90,45）。",
                f"“{cited(text)}” is no window. Type its left, top, width and height in mm, as in 20,15,90,45.",
            )
        ) from None


# 定形郵便物 carries its boxes 12 mm from the top and 8 mm from the right edge, 定形外 18 mm from both.
ENVELOPES: Mapping[str, EnvelopeSize] = {
    "naga3": EnvelopeSize("naga3", 120, 235, (12, 8), large=False),
    "kaku2": EnvelopeSize("kaku2", 240, 332, (18, 18), large=True),
}


def vertical(text: str) -> str:
    """A line as it is set from above down: 麹町1-7 is 麹町一－七, letters are full-width, 101号室 is 一〇一号室."""
    plain = "".join(unicodedata.normalize("NFKC", one) if _is_wide_ascii(one) else one for one in text)
    dashed = _DASH_IN_NUMBER.sub("－", plain)
    return dashed.translate(_NUMERALS).translate(_TO_FULL_WIDTH)


def _is_wide_ascii(character: str) -> bool:
    return "\uff01" <= character <= "\uff5e" and character != "－"


def japanese_lines(lines: Sequence[str]) -> list[str]:
    """Lines as they were typed; one that runs on is parted before its building."""
    if len(lines) != 1:
        return list(lines)
    return [one for one in _BUILDING.split(lines[0], maxsplit=1) if one]


@dataclass(frozen=True, slots=True)
class _Order:
    """``tail`` finds town and code at an address's end, ``{town}`` being where the body is; ``last`` sets them anew."""

    tail: str
    last: Sequence[str]


_ORDERS: Mapping[str, _Order] = {
    "US": _Order(r"(?P<town>{town}),? (?P<area>[A-Z]\.?[A-Z]\.?) (?P<code>\d{{5}}(?:-\d{{4}})?)", ["{town}, {area} {code}"]),
    "GB": _Order(r"(?P<town>{town}),? (?P<code>[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}})", ["{town}", "{code}"]),
    "FR": _Order(r"(?P<code>\d{{5}}) (?P<town>{town})", ["{code} {town}"]),
    "SG": _Order(r"(?P<town>{town}) (?P<code>\d{{6}})", ["{town} {code}"]),
    "KR": _Order(r"(?P<town>{town}),? (?P<code>\d{{5}})", ["{town} {code}"]),
    "AU": _Order(r"(?P<town>{town}),? (?P<area>[A-Z]{{2,3}}) (?P<code>\d{{4}})", ["{town} {area} {code}"]),
    "CN": _Order(r"(?P<code>\d{{6}}),? (?P<town>{town})", ["{code} {town}"]),
    "JP": _Order(r"(?P<code>\d{{3}}-\d{{4}}),? (?P<town>{town})", ["{town} {code}"]),
}  # fmt: skip
_COUNTRY_AS_PRINTED: Mapping[str, str] = {
    "US": r"U\.?S\.?A\.?|United States(?: of America)?",
    "GB": r"U\.?K\.?|United Kingdom",
    "FR": r"France",
    "SG": r"Republic of Singapore",
    "KR": r"(?:South |Republic of )?Korea",
    "AU": r"Australia",
    "CN": r"(?:P\.?R\.? ?)?China",
    "JP": r"Japan",
}
_ANY_TOWN = r"[^,\d]+?"


def lines_abroad(country: str, lines: Sequence[str], town: str, country_name: str) -> list[str]:
    """An address in Latin letters: street, then town and code in the country's order, the country last in capitals.

    Lines that were typed as lines keep theirs; an address of another make is parted at its commas.
    """
    last = country_name.upper()
    printed = rf"[,\s]*\b(?:{_COUNTRY_AS_PRINTED.get(country, re.escape(country_name))})[.\s]*$"
    bare = [re.sub(printed, "", line, flags=re.IGNORECASE).rstrip(" ,") for line in lines]
    bare = [line for line in bare if line]
    if len(bare) != 1:
        return [*bare, last]
    return [*_ordered(country, bare[0], town), last]


def _ordered(country: str, address: str, town: str) -> list[str]:
    order = _ORDERS.get(country)
    for where in (re.escape(town), _ANY_TOWN) if order and town else (_ANY_TOWN,) if order else ():
        found = re.search(rf"(?:^|[,\s]+){order.tail.format(town=where)}$", address) if order else None
        if found and order:
            named = {key: value.replace(".", "") for key, value in found.groupdict().items()}
            return [*_parted(address[: found.start()]), *(one.format(**named) for one in order.last)]
    return _parted(address)


def _parted(text: str) -> list[str]:
    """Short neighbours share a line, as they do on the letterhead; a bracket is never parted."""
    lines: list[str] = []
    for piece in (one.strip() for one in re.split(r",(?=\s|$)(?![^(]*\))", text)):
        if piece and lines and (lines[-1].isdigit() or len(lines[-1]) + len(piece) + 2 <= _LONGEST_LINE):
            lines[-1] += f", {piece}"
        elif piece:
            lines.append(piece)
    return lines


def postal_digits(code: str) -> str:
    """1020083 of 102-0083; nothing where it is no Japanese postal code."""
    found = _POSTAL.fullmatch(code.strip())
    return f"{found[1]}{found[2]}" if found else ""
