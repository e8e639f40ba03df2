"""How an office's papers look: margins, honorific, comma, digits, calendar and closing. No national rule fixes them.

The defaults are what CLAIR's branches print: 25/25/30/20 mm, 様, 、, all digits half width, the Japanese calendar alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from clair_desktop.domain import emblems
from clair_desktop.domain.emblems import Emblem
from clair_desktop.domain.filled_papers import PageLayout
from clair_desktop.domain.wording import Language, Wording

_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
# One digit by itself: not of a larger number, an amount, a code, a telephone number or a place to be filled.
_ALONE = re.compile(r"(?<![0-9A-Za-z.,:/\-{}_@])[0-9](?![0-9A-Za-z.,:/\-{}_@]|円)")
_ERA_YEAR = re.compile(r"(明治|大正|昭和|平成|令和)(元|[0-9]{1,2})年(度?)")
_BASE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
CLOSED = "以上"

MARGIN_LIMITS = {"top": (18, 50), "bottom": (20, 50), "left": (15, 50), "right": (15, 50)}
"""In mm; the running number and the mark of a release stand in the lower margin, the mark 見本 in the upper one."""
GUTTER_LIMITS = (0, 25)
NARROWEST, LOWEST = 120, 200
"""What must be left for the text, in mm across and down."""
SEAL_ROOM_LIMITS = (0, 4)


class Honorific(StrEnum):
    SAMA = "様"
    DONO = "殿"


class Comma(StrEnum):
    """読点 of the wording; never mixed within a paper's own words."""

    TEN = "、"
    COMMA = "，"


class Digits(StrEnum):
    """All digits half width, or a digit that stands alone full width; amounts are always half width."""

    HALF = "half"
    ONE_FULL = "one_full"


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """Millimetres and habits. ``left`` holds the usual binding margin; ``gutter`` is what a file needs beyond it."""

    top: int = 25
    bottom: int = 25
    left: int = 30
    right: int = 20
    gutter: int = 0
    mirrored: bool = False  # printed on both sides: the binding edge of a back is its right one
    honorific: Honorific = Honorific.SAMA
    comma: Comma = Comma.TEN
    digits: Digits = Digits.HALF
    both_calendars: bool = False
    closed: bool = False  # 以上 at the end of a letter
    signs_for_association: bool = True  # the association's name over the sender's title
    signer_ja: str = ""
    signer_en: str = ""
    seal_room: int = 2  # characters right of the sender's name
    monochrome: bool = False  # asked of the printer; an emblem is grey
    emblem: Emblem | None = None  # at the head of the branch's letters

    @property
    def signer(self) -> Wording:
        """Who signs by name, under the title; empty: the title alone."""
        return Wording(self.signer_ja, self.signer_en or self.signer_ja)

    @property
    def layout(self) -> PageLayout:
        """What the printer itself must know."""
        return PageLayout(
            self.top, self.bottom, self.left, self.right, self.gutter, self.mirrored, self.seal_room,
            full_digits=self.digits is Digits.ONE_FULL,
        )  # fmt: skip

    def layout_in(self, language: Language) -> PageLayout:
        """English papers know no habit of digits, so that such a habit makes no other paper of them."""
        return self.layout if language is Language.JA else replace(self.layout, full_digits=False)

    def worded(self, text: str, language: Language) -> str:
        """The office's own words, as this office writes them; what others have typed is never passed here."""
        return self._digits(text.replace(Comma.TEN, self.comma)) if language is Language.JA else text

    def dated(self, text: str, language: Language) -> str:
        """A day, period or year that the program writes: 令和8年（2026年）11月20日 where both calendars are wanted."""
        if language is not Language.JA:
            return text
        return self._digits(_ERA_YEAR.sub(_both, text) if self.both_calendars else text)

    def addressed(self, name: str) -> str:
        return f"{name}　{self.honorific}"

    def _digits(self, text: str) -> str:
        if self.digits is Digits.HALF:
            return text
        return _ALONE.sub(lambda found: found[0].translate(_FULL), text)


def faults(style: PaperStyle) -> Iterator[tuple[str, Wording]]:
    """What cannot be printed, by the field that says it."""
    for field, (least, most) in {**MARGIN_LIMITS, "gutter": GUTTER_LIMITS}.items():
        if not least <= getattr(style, field) <= most:
            said = f"{least}〜{most}mmの整数で入力してください。", f"Enter a whole number from {least} to {most} mm."
            yield field, Wording(*said)
            return
    if not SEAL_ROOM_LIMITS[0] <= style.seal_room <= SEAL_ROOM_LIMITS[1]:
        yield "seal_room", Wording("0〜4字で入力してください。", "Enter 0 to 4 characters.")
    across = 210 - style.left - style.right - style.gutter
    if across < NARROWEST:
        yield (
            "left",
            Wording(
                f"本文の幅が{across}mmになります。左・右・綴じしろの合計を{210 - NARROWEST}mm以下にしてください。",
                f"Only {across} mm would be left for the text. Left, right and binding together may take "
                f"{210 - NARROWEST} mm.",
            ),
        )
    if style.emblem is not None:
        yield from emblems.faults(style.emblem)
    down = 297 - style.top - style.bottom
    if down < LOWEST:
        yield (
            "top",
            Wording(
                f"本文の高さが{down}mmになります。上と下の合計を{297 - LOWEST}mm以下にしてください。",
                f"Only {down} mm of height would be left. Top and bottom together may take {297 - LOWEST} mm.",
            ),
        )


def _both(found: re.Match[str]) -> str:
    year = _BASE[found[1]] + (1 if found[2] == "元" else int(found[2]))
    return f"{found[0]}（{year}年{found[3]}）"
