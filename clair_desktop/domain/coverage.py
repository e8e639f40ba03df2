"""Which overseas office answers for a country: by purpose, by day, and by the document that says so.

Research and the office in charge follow the areas in charge (担当地域・所管), support the table of support areas
(海外活動支援対象地域); they differ. The rows are in coverage.tsv.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from clair_desktop.domain import publications as read
from clair_desktop.domain.eras import english_date
from clair_desktop.domain.language_parts import Part, language_part
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording
from clair_desktop.support.tables import table_rows


class Purpose(StrEnum):
    RESEARCH = "research"
    SUPPORT = "support"
    CHARGE = "charge"  # 所管


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
    ``outside_the_34``: the brochure's own count of countries leaves it out.
    """

    office: str
    country: str
    purpose: Purpose
    valid_from: date
    sources: tuple[Source, ...]
    added: bool = False
    french_part_only: bool = False
    valid_to: date | None = None
    outside_the_34: bool = False

    def holds(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """What the table says: who answers, and which territories are asked about and never routed."""

    rows: tuple[Coverage, ...]
    asked: frozenset[tuple[Purpose, str]]
    by_country: Mapping[tuple[Purpose, str], Sequence[Coverage]]

    def row(self, purpose: Purpose, country: str, on: date) -> Coverage | None:
        """The row of the day, else the one nearest to it."""
        rows = self.by_country.get((purpose, country), ())
        return next((row for row in rows if row.holds(on)), rows[0] if rows else None)


@cache
def coverage() -> CoverageTable:
    """The shipped table, read once."""
    given = list(table_rows("coverage"))
    rows = tuple(_coverage(row) for row in given if row["office"] != "ask")
    asked = frozenset((Purpose(row["purpose"]), row["country"]) for row in given if row["office"] == "ask")
    by_country: dict[tuple[Purpose, str], list[Coverage]] = {}
    for row in rows:
        by_country.setdefault((row.purpose, row.country), []).append(row)
    return CoverageTable(rows, asked, by_country)


def _coverage(row: Mapping[str, str]) -> Coverage:
    return Coverage(
        row["office"],
        row["country"],
        Purpose(row["purpose"]),
        date.fromisoformat(row["valid_from"]),
        tuple(read.SOURCES[key] for key in row["sources"].split(";")),
        added=row["begins"] == "dated",
        french_part_only=row["part"] == "french",
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        outside_the_34=row["note"] == "outside_the_34",
    )


_S1, _S4 = read.BROCHURE_SUPPORT_TABLE, read.SLIDES_AREAS
_HOSTS = frozenset({"US", "GB", "FR", "SG", "KR", "AU", "CN"})
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
    if (purpose, code) in coverage().asked or (code == "CN" and _names_other_than_mainland(area or "")):
        return Routing((), RoutingVerdict.CONSULT, _NOT_MENTIONED, (_S1, _S4))
    if code == "JP":
        return Routing((), RoutingVerdict.NONE, _AT_HOME, (_S1, _S4))
    row = coverage().row(purpose, code, on)
    if on < read.SLIDES_YEAR_BEGAN:
        return _before_every_document(row)
    return _without_office(code, purpose, on) if row is None else _by_row(row, area, on)


def _by_row(row: Coverage, area: str | None, on: date) -> Routing:
    if on < row.valid_from:
        return _too_early(row)
    if row.valid_to and on > row.valid_to:
        return _no_longer(row, row.valid_to)
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
    return Wording(f"{on.year}年{on.month}月{on.day}日", english_date(on))


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


def _no_longer(row: Coverage, ended: date) -> Routing:
    reason = Wording("{office}の担当は{day}までです。", "It was the {office}'s until {day}.")
    filled = reason.filled(office=_office(row), day=_day(ended))
    return Routing((), RoutingVerdict.CONSULT, _joined(filled, _ASK), row.sources)


def _without_office(code: str, purpose: Purpose, on: date) -> Routing:
    if purpose is Purpose.CHARGE:
        reason = Wording(
            "この国を所管する海外事務所は資料にありません。",
            "No document puts this country in an overseas office's charge.",
        )
        return Routing((), RoutingVerdict.CONSULT, _joined(reason, _ASK), (_S4, read.BROCHURE_34_COUNTRIES))
    if purpose is Purpose.RESEARCH:
        reason = Wording(
            "この国を担当地域とする海外事務所は資料にありません。"
            "「所在国及び近隣諸国」を調査対象とする案内もありますが、近隣諸国は言語や地理的な面で困難な場合があります。",
            "No document puts this country in an overseas office's area. One page accepts “host countries and their neighbours”, "
            "warning that language or distance may prevent it.",
        )
        return Routing((), RoutingVerdict.CONSULT, _joined(reason, _ASK), (read.RESEARCH_PAGE, _S4))
    reason = Wording("この国は海外活動支援対象地域に含まれていません。", "This country is not in the area of support.")
    researched = coverage().row(Purpose.RESEARCH, code, on)
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
    if row.purpose is Purpose.CHARGE:
        return _in_charge(row)
    reason = Wording("{office}の担当地域です。", "In the area of the {office}.").filled(office=_office(row))
    if row.country in _HOSTS:
        return Routing((row.office,), RoutingVerdict.COVERED, reason, row.sources)
    neighbour = Wording(
        "ただし事務所の所在国ではなく、調査地域は原則として所在国の国内とされています。打診の際に可否を御相談ください。",
        "But no office stands there, and surveys are in principle within the host countries: ask when sounding out.",
    )
    sources = (*row.sources, read.BROCHURE_RESEARCH_AREA)
    return Routing((row.office,), RoutingVerdict.COVERED, _joined(reason, neighbour), sources)


_COUNTED = Wording(
    "ただし事業概要（2025年6月現在）が「所管する34カ国」と数える国の数は海外活動支援対象地域の数と同じで、この国を含みません。",
    "But the brochure of June 2025 counts 34 countries in charge, as many as its table of support lists, and this is none of them.",
)


def _in_charge(row: Coverage) -> Routing:
    reason = Wording("{office}の所管です。", "In the charge of the {office}.").filled(office=_office(row))
    told = _joined(reason, _COUNTED) if row.outside_the_34 else reason
    return Routing((row.office,), RoutingVerdict.COVERED, told, row.sources)
