"""CLAIR's headquarters, its divisions and its seven overseas offices, as each dated document printed them.

Nothing is overwritten: an older document's number stays, a number a later document no longer prints is "not printed" there.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clair_desktop.domain.publications import (
    BROCHURE_MONTH,
    CORPORATION_CHANGED_ON,
    FIVE_DIGIT_KOREAN_POSTCODES,
    brochure,
    english_brochure,
    miyagi_page,
)
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording, same


class Attribute(StrEnum):
    NAME = "name"  # as printed for use abroad
    ADDRESS = "address"
    TEL = "tel"
    FAX = "fax"
    WEB = "web"
    ACCESS = "access"


ATTRIBUTE_WORDS = {
    Attribute.NAME: Wording("名称（現地表記）", "Name as printed"),
    Attribute.ADDRESS: Wording("所在地", "Address"),
    Attribute.TEL: Wording("電話番号", "Telephone"),
    Attribute.FAX: Wording("FAX番号", "Fax"),
    Attribute.WEB: Wording("ウェブサイト", "Website"),
    Attribute.ACCESS: Wording("交通", "Access"),
}


@dataclass(frozen=True, slots=True)
class Particular:
    """What one document says of one attribute; ``printed`` is None where that document leaves it out.

    ``seen_on`` is the first day the document may be relied on, None for an undated one older than the others.
    """

    attribute: Attribute
    printed: str | None
    seen_on: date | None
    source: Source

    @property
    def text(self) -> Wording:
        """The printed text, or that this document does not print it; the latter is never put on a letter."""
        if self.printed is not None:
            return same(self.printed)
        year = self.seen_on.year if self.seen_on else ""
        return Wording(f"{year}年資料に記載なし", f"not printed in {year}")

    @property
    def dialled(self) -> str | None:
        """A telephone or fax number as dialled from anywhere: 1-212-246-5542 is +12122465542."""
        if self.printed is None or self.attribute not in (Attribute.TEL, Attribute.FAX):
            return None
        digits = re.sub(r"\D", "", self.printed)
        return "+81" + digits[1:] if digits.startswith("0") else "+" + digits


@dataclass(frozen=True, slots=True)
class Entity:
    """An office with everything that documents ever said of it."""

    key: str
    name: Wording
    particulars: tuple[Particular, ...]

    def current(self, on: date) -> dict[Attribute, Particular]:
        """The latest statement on each attribute that a document of that day or before makes."""
        known = [one for one in self.particulars if one.seen_on is None or one.seen_on <= on]
        known.sort(key=lambda one: one.seen_on or date.min)
        return {one.attribute: one for one in known}

    def history(self, attribute: Attribute) -> tuple[Particular, ...]:
        """Every statement on one attribute, the oldest first."""
        found = [one for one in self.particulars if one.attribute is attribute]
        return tuple(sorted(found, key=lambda one: one.seen_on or date.min))


_Printed = tuple[str, str, str, str | None]


def _overseas(key: str, name: Wording, web: str, now: _Printed, before: _Printed) -> Entity:
    """``now`` is S1, ``before`` is S0: name, address, telephone, fax."""
    columns = (Attribute.NAME, Attribute.ADDRESS, Attribute.TEL, Attribute.FAX)
    s1, s0 = (
        brochure(Wording(f"海外事務所－{name.ja}", f"Overseas offices: {name.en}")),
        miyagi_page(Wording(f"海外事務所－{name.ja}", f"Overseas offices: {name.en}")),
    )
    return Entity(
        key,
        name,
        (
            *(Particular(a, text, FIVE_DIGIT_KOREAN_POSTCODES, s0) for a, text in zip(columns, before, strict=True)),
            *(Particular(a, text, BROCHURE_MONTH, s1) for a, text in zip(columns, now, strict=True)),
            Particular(Attribute.WEB, web, BROCHURE_MONTH, s1),
        ),
    )


OVERSEAS_OFFICES = (
    _overseas(
        "new_york",
        Wording("ニューヨーク事務所", "New York Office"),
        "https://www.jlgc.org/",
        (
            "Japan Local Government Center (CLAIR, New York)",
            "3 Park Avenue, 20th Floor New York, NY 10016-5902, U.S.A.",
            "1-212-246-5542",
            "1-212-246-5617",
        ),
        (
            "Japan Local Government Center(CLAIR, New York)",
            "3 Park Avenue, 20th Floor, New York, N.Y. 10016-5902 U.S.A.",
            "1-212-246-5542",
            "1-212-246-5617",
        ),
    ),
    _overseas(
        "london",
        Wording("ロンドン事務所", "London Office"),
        "https://www.jlgc.org.uk/jp/",
        (
            "Japan Local Government Centre (CLAIR, London)",
            "15 Whitehall, London SW1A 2DD, U.K.",
            "44-20-7839-8500",
            None,
        ),
        (
            "Japan Local Government Centre(CLAIR, London)",
            "15 Whitehall, London SW1A 2DD, U.K.",
            "44-20-7839-8500",
            "44-20-7839-8191",
        ),
    ),
    _overseas(
        "paris",
        Wording("パリ事務所", "Paris Office"),
        "https://www.clairparis.org/",
        (
            "Centre Japonais des Collectivités Locales (CLAIR, Paris)",
            "10, rue de la Paix 75002 Paris, FRANCE",
            "33-1-40-20-09-74",
            "33-1-40-20-02-12",
        ),
        (
            "Centre Japonais des Collectivites Locales(CLAIR, Paris)",
            "10 rue de la Paix 75002 Paris, FRANCE",
            "33-1-40-20-09-74",
            "33-1-40-20-02-12",
        ),
    ),
    _overseas(
        "singapore",
        Wording("シンガポール事務所", "Singapore Office"),
        "https://www.clair.org.sg/",
        (
            "The Japan Council of Local Authorities for International Relations, Singapore (J.CLAIR Singapore)",
            "1 Raffles Place, #30-03 One Raffles Place, Singapore 048616",
            "65-6224-7927",
            "65-6224-8376",
        ),
        (
            "The Japan Council of Local Authorities for International Relations, Singapore",
            "6 Battery Road, #26-01/02 Singapore 049909",
            "65-6224-7927",
            "65-6224-8376",
        ),
    ),
    _overseas(
        "seoul",
        Wording("ソウル事務所", "Seoul Office"),
        "https://www.clair.or.kr/",
        (
            "日本自治体国際化協会 ソウル事務所",
            "ソウル特別市 中区 乙支路50 乙支韓国ビル 3階",  # no postcode printed; the old one is another place's
            "82-2-733-5681",
            "82-2-732-8873",
        ),
        (
            "The Japan Council of Local Authorities for International Relations, Seoul",
            "17th Floor Kyodo Building, 1, 1-ga, Jongno, Jongno-gu, Seoul 03154, Korea",
            "82-2-733-5681",
            "82-2-732-8873",
        ),
    ),
    _overseas(
        "sydney",
        Wording("シドニー事務所", "Sydney Office"),
        "https://www.jlgc.org.au/",
        (
            "Japan Local Government Centre (CLAIR, Sydney)",
            "Level 12, Challis House, 4 Martin Place Sydney, NSW 2000 Australia",
            "61-2-9241-5033",
            None,
        ),
        (
            "Japan Local Government Centre(CLAIR, Sydney)",
            "Level 12, Challis House, 4 Martin Place, Sydney NSW 2000 Australia",
            "61-2-9241-5033",
            "61-2-9241-5014",
        ),
    ),
    _overseas(
        "beijing",
        Wording("北京事務所", "Beijing Office"),
        "https://www.clairbj.org/",
        (
            "日本自治体国際化協会 北京事務所",
            "100022 中国北京市朝阳区建国门外大街甲26号 長富宮办公楼503室",
            "86-10-6513-8791",
            "86-10-6513-8795",
        ),
        (
            "The Japan Council of Local Authorities for International Relations, Beijing",
            "Chang Fu Gong Office Building 5F, Jia-26 Jian Guo Men Wai Street, Chao Yang District, 100022 Beijing, China",
            "86-10-6513-8790",
            "86-10-6513-8795",
        ),
    ),
)
_BY_KEY = {office.key: office for office in OVERSEAS_OFFICES}


def overseas_office(key: str) -> Entity:
    """One of the seven, by key; in the brochure's order they are ``OVERSEAS_OFFICES``."""
    return _BY_KEY[key]


_ENGLISH_NAME = "Council of Local Authorities for International Relations"
_S1_TOKYO = brochure(Wording("東京本部", "Tokyo headquarters"))
_S3_BACK = english_brochure(Wording("所在地", "Address"))

HEADQUARTERS = Entity(
    "headquarters",
    Wording("自治体国際化協会本部", "CLAIR headquarters"),
    (
        Particular(Attribute.NAME, _ENGLISH_NAME, None, _S3_BACK),
        Particular(
            Attribute.ADDRESS,
            "Sogo Hanzomon Building (1st, 6th & 7th Floors) 1-7 Kojimachi, Chiyoda-ku,102-0083 Tokyo",
            None,
            _S3_BACK,
        ),
        Particular(Attribute.TEL, "03-5213-1730", None, _S3_BACK),
        Particular(Attribute.FAX, "03-5213-1741", None, _S3_BACK),
        Particular(Attribute.WEB, "http://www.clair.or.jp", None, _S3_BACK),
        Particular(Attribute.ACCESS, "Hanzomon Line: 1 min. walk from Exit 1 of Hanzomon Station", None, _S3_BACK),
        Particular(Attribute.NAME, _ENGLISH_NAME, BROCHURE_MONTH, _S1_TOKYO),
        Particular(
            Attribute.ADDRESS, "〒102-0083 東京都千代田区麹町1-7 相互半蔵門ビル6・7F", BROCHURE_MONTH, _S1_TOKYO
        ),
        Particular(Attribute.TEL, "03-5213-1730", BROCHURE_MONTH, _S1_TOKYO),
        Particular(Attribute.FAX, None, BROCHURE_MONTH, _S1_TOKYO),
        Particular(Attribute.WEB, "https://www.clair.or.jp", BROCHURE_MONTH, _S1_TOKYO),
        Particular(Attribute.ACCESS, "東京メトロ 半蔵門線「半蔵門」駅 6番出口より徒歩2分", BROCHURE_MONTH, _S1_TOKYO),
    ),
)


def headquarters_name(on: date) -> Wording:
    """What an addressee line of that day calls the association: 財団法人 until 31 March 2014, then 一般財団法人."""
    form = "一般財団法人" if on >= CORPORATION_CHANGED_ON else "財団法人"
    return Wording(f"{form}自治体国際化協会", f"{_ENGLISH_NAME} (CLAIR)")
