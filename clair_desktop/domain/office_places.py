"""Where the seven overseas offices stand: their clock, whose holidays they share, and how their numbers are dialled."""

from collections.abc import Mapping
from dataclasses import dataclass

from clair_desktop.domain.wording import Wording

# Dialled before a country's code from a telephone in Japan.
_FROM_JAPAN = "010"


@dataclass(frozen=True, slots=True)
class OfficePlace:
    """``zone`` is a name of the tz database; ``holidays_of`` says whose holidays the table holds under the office's key."""

    office: str
    zone: str
    country: str
    city: Wording
    holidays_of: Wording


OFFICE_PLACES: Mapping[str, OfficePlace] = {
    one.office: one
    for one in (
        OfficePlace(
            "new_york", "America/New_York", "US", Wording("ニューヨーク", "New York"),
            Wording("米国ニューヨーク州", "New York State"),
        ),
        OfficePlace("london", "Europe/London", "GB", Wording("ロンドン", "London"), Wording("イングランド", "England")),
        OfficePlace("paris", "Europe/Paris", "FR", Wording("パリ", "Paris"), Wording("フランス", "France")),
        OfficePlace(
            "singapore", "Asia/Singapore", "SG", Wording("シンガポール", "Singapore"),
            Wording("シンガポール", "Singapore"),
        ),
        OfficePlace("seoul", "Asia/Seoul", "KR", Wording("ソウル", "Seoul"), Wording("韓国", "Korea")),
        OfficePlace(
            "sydney", "Australia/Sydney", "AU", Wording("シドニー", "Sydney"),
            Wording("豪州ニューサウスウェールズ州", "New South Wales"),
        ),
        OfficePlace("beijing", "Asia/Shanghai", "CN", Wording("北京", "Beijing"), Wording("中国", "China")),
    )
}  # fmt: skip
_BY_COUNTRY = {one.country: one for one in OFFICE_PLACES.values()}


def place_in(country: str) -> OfficePlace | None:
    """The office that stands in a country, whose holidays and clock are then known."""
    return _BY_COUNTRY.get(country)


@dataclass(frozen=True, slots=True)
class Dialling:
    """A printed number as it is dialled in Japan and elsewhere."""

    printed: str
    in_japan: str
    abroad: str


def dialling(printed: str) -> Dialling:
    """1-212-246-5542 is 010-1-212-246-5542 from Japan; 03-5213-1730 is +81-3-5213-1730 from abroad."""
    if printed.startswith("0"):
        return Dialling(printed, printed, f"+81-{printed[1:]}")
    return Dialling(printed, f"{_FROM_JAPAN}-{printed}", f"+{printed}")
