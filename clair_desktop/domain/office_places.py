"""Where the seven overseas offices stand: their clock, whose holidays they share, and when people there rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class OfficePlace:
    """``zone`` is a name of the tz database; ``holidays_of`` says whose holidays the table holds under the office's key."""

    office: str
    zone: str
    country: str
    city: Wording
    holidays_of: Wording
    midday: tuple[time, time] | None = None  # a long break that the office's own page warns of


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
        OfficePlace(
            "beijing", "Asia/Shanghai", "CN", Wording("北京", "Beijing"), Wording("中国", "China"),
            (time(11, 30), time(13, 30)),  # publications_abroad.ADVICE_BEIJING
        ),
    )
}  # fmt: skip
# Countries of the offices that keep one clock; elsewhere the town decides, which answers do not tell.
_ONE_CLOCK = frozenset({"GB", "FR", "SG", "KR", "CN"})
_BY_COUNTRY = {one.country: one for one in OFFICE_PLACES.values()}


def place_in(country: str) -> OfficePlace | None:
    """The office that stands in a country, whose holidays and clock are then known."""
    return _BY_COUNTRY.get(country)


def zone_of(country: str) -> str:
    """The tz database's name of a country's one clock; empty where it has several, or none that is known here."""
    return _BY_COUNTRY[country].zone if country in _ONE_CLOCK else ""
