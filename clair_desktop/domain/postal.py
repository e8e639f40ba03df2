"""郵便番号: a code as typed, and the places it may stand for. One code may name several, also in different prefectures."""

import re
import unicodedata
from dataclasses import dataclass

from clair_desktop.domain.parties import LocalAuthority
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wards import Ward
from clair_desktop.domain.wording import Wording

_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))
_CODE = re.compile(r"〒?\s*(\d{3})\s*-?\s*(\d{4})")
_MARKED = re.compile(r"〒\s*\d{3}\s*-?\s*\d{4}|\d{3}-\d{4}")
_AT_END = re.compile(r"(?:〒[ \u3000]*|(?<![\d,-]))\d{3}-\d{4}$|〒[ \u3000]*\d{7}$")
_BEGUN = re.compile(r"〒?\s*(\d{3})\s*-?\s*(\d{0,4})")


@dataclass(frozen=True, slots=True)
class PostalPlace:
    """What one code may mean. ``office`` is the single receiver of a code of its own (大口事業所)."""

    code: str
    municipality: LocalAuthority
    ward: Ward | None
    town: str
    kana: str = ""
    note: str = ""
    block: str = ""
    office: str = ""

    @property
    def printed_code(self) -> str:
        return f"{self.code[:3]}-{self.code[3:]}"

    @property
    def address(self) -> str:
        """宮城県仙台市青葉区本町3丁目8-1: as an envelope begins; what follows is for the clerk to add."""
        body = self.municipality
        city = f"{body.prefecture.ja}{body.county}{body.name.ja}{self.ward.name.ja if self.ward else ''}"
        return f"{city}{self.town}{self.block}"

    @property
    def body(self) -> LocalAuthority | Ward:
        return self.ward or self.municipality


def postal_code(typed: str) -> str:
    """Seven digits without a hyphen, however typed: 〒９８０－８５７０ is 9808570."""
    found = _CODE.fullmatch(folded(typed).translate(_HYPHENS))
    if found is None:
        raise Malformed(
            Wording(
                f"「{cited(typed)}」は郵便番号として読めません。「980-8570」のように7桁で入力してください。",
                f"“{cited(typed)}” is no postal code. Type seven digits, as in 980-8570.",
            ),
            field="postal_code",
        )
    return found[1] + found[2]


def is_postal_code(typed: str) -> bool:
    """Whether a text is nothing but a postal code and says so: 〒 before it, or a hyphen within."""
    return bool(_MARKED.fullmatch(folded(typed).translate(_HYPHENS)))


def code_at_end(text: str) -> str:
    """The postal code that a text ends in, as typed, or nothing: of 「送付先 〒980-8570」 it is 〒980-8570."""
    half = "".join(_half(one) for one in text)
    found = _AT_END.search(half)
    return text[found.start() :] if found else ""


def begun_code(typed: str) -> str:
    """The digits of a postal code half typed, three of them or more, or nothing: 498, ４９８, 〒498-00."""
    found = _BEGUN.fullmatch(folded(typed).translate(_HYPHENS))
    return found[1] + found[2] if found else ""


def _half(one: str) -> str:
    """A character half as wide, where that is a single one: its place in the text stays."""
    half = unicodedata.normalize("NFKC", one)
    return (half if len(half) == 1 else one).translate(_HYPHENS)
