"""Which overseas office answers for a country: by purpose, by day, and by the document that says so.

Research follows the areas in charge (担当地域・所管), support the table of support areas (海外活動支援対象地域); they differ.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clair_desktop.domain import publications as read
from clair_desktop.domain.language_parts import Part, language_part
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording


class Purpose(StrEnum):
    RESEARCH = "research"
    SUPPORT = "support"


class RoutingVerdict(StrEnum):
    COVERED = "covered"
    CONSULT = "consult"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Routing:
    """Who answers, and why; ``offices`` is empty unless covered, ``reason`` and ``sources`` never are."""

    offices: tuple[str, ...]
    verdict: RoutingVerdict
    reason: Wording
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One office answers for one country and purpose from a day on.

    ``added`` tells that a document dates the beginning; otherwise the day is only that of the earliest document.
    """

    office: str
    country: str
    purpose: Purpose
    valid_from: date
    sources: tuple[Source, ...]
    added: bool = False
    french_part_only: bool = False


_ADDED_TO_SINGAPORE = date(2018, 7, 1)  # the page gives the month only
_ADDED_TO_NEW_YORK = date(2021, 8, 19)  # the day of the notice


def _rows(
    purpose: Purpose,
    since: date,
    sources: Sequence[Source],
    *,
    added: bool = False,
    part: bool = False,
    **countries: str,
) -> list[Coverage]:
    return [
        Coverage(office, country, purpose, since, tuple(sources), added, part)
        for office, listed in countries.items()
        for country in listed.split()
    ]


_S1, _S4, _34 = read.BROCHURE_SUPPORT_TABLE, read.SLIDES_AREAS, read.BROCHURE_34_COUNTRIES
_NORDIC_AND_WEST = "GB IE DE AT NL DK NO SE FI"
_SOUTH_EAST_ASIA_AND_INDIA = "SG MY PH ID BN TH VN LA MM KH IN"

COVERAGE: tuple[Coverage, ...] = (
    *_rows(Purpose.RESEARCH, read.SLIDES_YEAR_BEGAN, [_S4], new_york="US CA", seoul="KR", sydney="AU NZ", beijing="CN"),
    *_rows(Purpose.RESEARCH, read.SLIDES_YEAR_BEGAN, [_S4, read.LONDON_PAGE], london=_NORDIC_AND_WEST),
    *_rows(Purpose.RESEARCH, read.SLIDES_YEAR_BEGAN, [_S4, read.PARIS_PAGE], paris="FR BE LU CH IT ES PT"),
    *_rows(Purpose.RESEARCH, read.SLIDES_YEAR_BEGAN, [_S4, read.SINGAPORE_PAGE], singapore=_SOUTH_EAST_ASIA_AND_INDIA),
    *_rows(Purpose.RESEARCH, _ADDED_TO_SINGAPORE, [read.SINGAPORE_PAGE, _34], added=True, singapore="LK"),
    *_rows(Purpose.RESEARCH, _ADDED_TO_NEW_YORK, [read.NEW_YORK_NOTICE, _34], added=True, new_york="JM TT"),
    *_rows(Purpose.RESEARCH, read.BROCHURE_MONTH, [read.PARIS_PAGE, _34], paris="MC"),
    *_rows(
        Purpose.SUPPORT, read.SLIDES_YEAR_BEGAN, [_S1, _S4],
        new_york="US CA", london=_NORDIC_AND_WEST, paris="FR ES", singapore=_SOUTH_EAST_ASIA_AND_INDIA,
        seoul="KR", sydney="AU NZ", beijing="CN",
    ),
    *_rows(Purpose.SUPPORT, read.SLIDES_YEAR_BEGAN, [_S1, _S4], part=True, paris="BE CH"),
    *_rows(Purpose.SUPPORT, _ADDED_TO_SINGAPORE, [_S1, read.SINGAPORE_PAGE], added=True, singapore="LK"),
    *_rows(Purpose.SUPPORT, _ADDED_TO_NEW_YORK, [_S1, read.NEW_YORK_NOTICE], added=True, new_york="JM TT"),
    *_rows(Purpose.SUPPORT, read.BROCHURE_MONTH, [_S1], paris="MC"),
)  # fmt: skip
_BY_COUNTRY = {(row.purpose, row.country): row for row in COVERAGE}
_HOSTS = frozenset({"US", "GB", "FR", "SG", "KR", "AU", "CN"})
_NEVER_ROUTED = frozenset({"HK", "MO", "TW"})
_NEVER_ROUTED_NAMES = re.compile(
    "香港|ホンコン|九龍|hong ?kong|kowloon|マカオ|澳門|macau|macao|台湾|臺灣|臺湾|台灣|taiwan|(?<![煙烟邢東天五])[台臺][北中南]|"
    "高雄|taipei|kaohsiung|taichung|tainan"
)


def route(country: str, area: str | None, purpose: Purpose, on: date) -> Routing:
    """The office for a country (ISO 3166 alpha-2), part of it and purpose on a day, or why a person must decide."""
    code = unicodedata.normalize("NFKC", country).strip().upper()
    if not re.fullmatch("[A-Z]{2}", code):
        raise Refusal(
            Wording(
                f"「{country}」は国コードとして読めません。ISO 3166の2文字（USなど）で指定してください。",
                f"“{country}” is no country code. Give two letters of ISO 3166, such as US.",
            ),
            field="country",
        )
    if code in _NEVER_ROUTED or (code == "CN" and _names_other_than_mainland(area or "")):
        return Routing((), RoutingVerdict.CONSULT, _NOT_MENTIONED, (_S1, _S4))
    if code == "JP":
        return Routing((), RoutingVerdict.NONE, _AT_HOME, (_S1, _S4))
    row = _BY_COUNTRY.get((purpose, code))
    if on < read.SLIDES_YEAR_BEGAN:
        return _before_every_document(row)
    return _without_office(code, purpose) if row is None else _by_row(row, area, on)


def _by_row(row: Coverage, area: str | None, on: date) -> Routing:
    if on < row.valid_from:
        return _too_early(row)
    if row.french_part_only:
        return _by_language(row, area)
    return _covered(row)


_NOT_MENTIONED = Wording(
    "香港・マカオ・台湾をどの海外事務所が担当するかは、どの資料にも書かれていません。北京事務所へ自動では割り当てません。企画調査課に御確認ください。",
    "No document says which overseas office answers for Hong Kong, Macao or Taiwan. They are not routed to Beijing by themselves: "
    "ask headquarters.",
)
_AT_HOME = Wording(
    "日本国内は海外事務所の担当地域ではありません。国名を確かめてください。",
    "Japan is in no overseas office's area. Check the country.",
)
_ASK = Wording("企画調査課に御相談ください。", "Consult headquarters (Planning and Research Division).")


def _names_other_than_mainland(area: str) -> bool:
    return bool(_NEVER_ROUTED_NAMES.search(unicodedata.normalize("NFKC", area).casefold()))


def _office(row: Coverage) -> Wording:
    return overseas_office(row.office).name


def _day(on: date) -> Wording:
    return Wording(f"{on.year}年{on.month}月{on.day}日", on.isoformat())


def _joined(*sentences: Wording) -> Wording:
    return Wording("".join(one.ja for one in sentences), " ".join(one.en for one in sentences))


def _before_every_document(row: Coverage | None) -> Routing:
    """Before FY2016 nobody says who answered; the later office is named as a pointer only."""
    reason = Wording(
        "平成28年4月1日より前の担当地域を示す資料が確認できません。",
        "No document tells the areas before 1 April 2016 (FY2016).",
    )
    if row:
        later = Wording("その後の資料では{office}の担当です。", "Later documents give this country to the {office}.")
        reason = _joined(reason, later.filled(office=_office(row)))
    return Routing((), RoutingVerdict.CONSULT, _joined(reason, _ASK), row.sources if row else (_S4,))


def _without_office(code: str, purpose: Purpose) -> Routing:
    if purpose is Purpose.RESEARCH:
        reason = Wording(
            "この国を担当地域とする海外事務所は資料にありません。"
            "「所在国及び近隣諸国」を調査対象とする案内もありますが、近隣諸国は言語や地理的な面で困難な場合があります。",
            "No document puts this country in an overseas office's area. One page accepts “host countries and their neighbours”, "
            "warning that language or distance may prevent it.",
        )
        return Routing((), RoutingVerdict.CONSULT, _joined(reason, _ASK), (read.RESEARCH_PAGE, _S4))
    reason = Wording("この国は海外活動支援対象地域に含まれていません。", "This country is not in the area of support.")
    researched = _BY_COUNTRY.get((Purpose.RESEARCH, code))
    if researched:
        but = Wording("（調査では{office}の所管です。）", "(For research it is in the charge of the {office}.)")
        reason = _joined(reason, but.filled(office=_office(researched)))
    return Routing((), RoutingVerdict.NONE, _joined(reason, _STILL_ASK), (_S1,))


_STILL_ASK = Wording(
    "要相談：案件は残し、企画調査課に御相談ください。",
    "Keep the case and consult headquarters (Planning and Research Division).",
)


def _too_early(row: Coverage) -> Routing:
    """The day lies before the country was added, or before the first document that names it."""
    if not row.added:
        reason = Wording(
            "{day}より前に担当していたかを示す資料が確認できません。その後の資料では{office}の担当です。",
            "No document tells whether this country was covered before {day}. Since then it is the {office}'s.",
        )
        filled = reason.filled(day=_day(row.valid_from), office=_office(row))
        return Routing((), RoutingVerdict.CONSULT, _joined(filled, _ASK), row.sources)
    reason = Wording(
        "{office}の対象になったのは{day}です。それより前に対象とした事務所は資料にありません。",
        "It came to the {office} on {day}; no document names an office before.",
    ).filled(day=_day(row.valid_from), office=_office(row))
    if row.purpose is Purpose.SUPPORT:
        return Routing((), RoutingVerdict.NONE, _joined(reason, _STILL_ASK), row.sources)
    return Routing((), RoutingVerdict.CONSULT, _joined(reason, _ASK), row.sources)


def _by_language(row: Coverage, area: str | None) -> Routing:
    """Belgium and Switzerland in support: only the French-speaking part is in the table."""
    rule = Wording(
        "ベルギー・スイスの海外活動支援はフランス語圏だけが{office}の対象です。",
        "In Belgium and Switzerland the {office} supports activities in the French-speaking part only.",
    ).filled(office=_office(row))
    part = language_part(row.country, area) if area and area.strip() else None
    if part is Part.FRENCH:
        place = Wording("「{area}」はフランス語圏にあります。", "“{area}” lies in that part.").filled(area=area)
        return Routing((row.office,), RoutingVerdict.COVERED, _joined(rule, place), row.sources)
    if part is Part.OTHER:
        place = Wording(
            "「{area}」はフランス語圏ではないため、対象の事務所がありません。",
            "“{area}” lies outside it: no office supports it.",
        ).filled(area=area)
        return Routing((), RoutingVerdict.NONE, _joined(rule, place, _STILL_ASK), row.sources)
    place = Wording(
        "「{area}」がフランス語圏に当たるかは、この資料だけでは決められません。",
        "Whether “{area}” counts as that part cannot be decided from the documents.",
    ).filled(area=area)
    missing = Wording("訪問先の州・都市を入力してください。", "Enter the canton, region or city.")
    return Routing((), RoutingVerdict.CONSULT, _joined(rule, missing if part is None else place, _ASK), row.sources)


def _covered(row: Coverage) -> Routing:
    if row.purpose is Purpose.SUPPORT:
        reason = Wording("{office}の海外活動支援対象地域です。", "In the area of support of the {office}.")
        return Routing((row.office,), RoutingVerdict.COVERED, reason.filled(office=_office(row)), row.sources)
    reason = Wording("{office}の担当地域です。", "In the area of the {office}.").filled(office=_office(row))
    if row.country in _HOSTS:
        return Routing((row.office,), RoutingVerdict.COVERED, reason, row.sources)
    neighbour = Wording(
        "ただし事務所の所在国ではなく、調査地域は原則として所在国の国内とされています。打診の際に可否を御相談ください。",
        "But no office stands there, and surveys are in principle within the host countries: ask when sounding out.",
    )
    sources = (*row.sources, read.BROCHURE_RESEARCH_AREA)
    return Routing((row.office,), RoutingVerdict.COVERED, _joined(reason, neighbour), sources)
