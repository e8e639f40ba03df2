"""CLAIR's branches: one per prefecture and designated city, 67 since April 2012, and which one serves whom on a day."""

from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.parties import check_digit
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

_PREFECTURES = """
01 北海道 Hokkaido|02 青森県 Aomori|03 岩手県 Iwate|04 宮城県 Miyagi|05 秋田県 Akita|06 山形県 Yamagata|07 福島県 Fukushima
08 茨城県 Ibaraki|09 栃木県 Tochigi|10 群馬県 Gunma|11 埼玉県 Saitama|12 千葉県 Chiba|13 東京都 Tokyo|14 神奈川県 Kanagawa
15 新潟県 Niigata|16 富山県 Toyama|17 石川県 Ishikawa|18 福井県 Fukui|19 山梨県 Yamanashi|20 長野県 Nagano|21 岐阜県 Gifu
22 静岡県 Shizuoka|23 愛知県 Aichi|24 三重県 Mie|25 滋賀県 Shiga|26 京都府 Kyoto|27 大阪府 Osaka|28 兵庫県 Hyogo
29 奈良県 Nara|30 和歌山県 Wakayama|31 鳥取県 Tottori|32 島根県 Shimane|33 岡山県 Okayama|34 広島県 Hiroshima
35 山口県 Yamaguchi|36 徳島県 Tokushima|37 香川県 Kagawa|38 愛媛県 Ehime|39 高知県 Kochi|40 福岡県 Fukuoka|41 佐賀県 Saga
42 長崎県 Nagasaki|43 熊本県 Kumamoto|44 大分県 Oita|45 宮崎県 Miyazaki|46 鹿児島県 Kagoshima|47 沖縄県 Okinawa
"""
# The day of designation; source: publications.DESIGNATIONS.
_DESIGNATED_CITIES = """
01100 札幌市 Sapporo 1972-04-01|04100 仙台市 Sendai 1989-04-01|11100 さいたま市 Saitama 2003-04-01|12100 千葉市 Chiba 1992-04-01
14100 横浜市 Yokohama 1956-09-01|14130 川崎市 Kawasaki 1972-04-01|14150 相模原市 Sagamihara 2010-04-01
15100 新潟市 Niigata 2007-04-01|22100 静岡市 Shizuoka 2005-04-01|22130 浜松市 Hamamatsu 2007-04-01
23100 名古屋市 Nagoya 1956-09-01|26100 京都市 Kyoto 1956-09-01|27100 大阪市 Osaka 1956-09-01|27140 堺市 Sakai 2006-04-01
28100 神戸市 Kobe 1956-09-01|33100 岡山市 Okayama 2009-04-01|34100 広島市 Hiroshima 1980-04-01
40100 北九州市 Kitakyushu 1963-04-01|40130 福岡市 Fukuoka 1972-04-01|43100 熊本市 Kumamoto 2012-04-01
"""


@dataclass(frozen=True, slots=True)
class Branch:
    """A 支部, known by the six-digit code of its prefecture or designated city."""

    code: str
    body: Wording  # the prefecture or city it belongs to
    designated_on: date | None = None

    @property
    def name(self) -> Wording:
        """宮城県支部, Miyagi Prefecture Branch."""
        return Wording(f"{self.body.ja}支部", f"{self.body.en} Branch")

    @property
    def is_designated_city(self) -> bool:
        return self.designated_on is not None

    def stands(self, on: date) -> bool:
        return self.designated_on is None or self.designated_on <= on


def _prefecture(entry: str) -> Branch:
    number, ja, en = entry.split()
    return Branch(number + "000" + check_digit(number + "000"), Wording(ja, f"{en} {_ending(ja)}"))


def _ending(ja: str) -> str:
    return "Metropolis" if ja == "東京都" else "Prefecture"


def _city(entry: str) -> Branch:
    five, ja, en, day = entry.split()
    return Branch(five + check_digit(five), Wording(ja, f"{en} City"), date.fromisoformat(day))


def _entries(table: str) -> list[str]:
    return table.strip().replace("\n", "|").split("|")


BRANCHES = tuple(
    sorted([*map(_prefecture, _entries(_PREFECTURES)), *map(_city, _entries(_DESIGNATED_CITIES))], key=lambda b: b.code)
)
_BY_CODE = {branch.code: branch for branch in BRANCHES}


def branches(on: date) -> tuple[Branch, ...]:
    """Every branch of that day, in code order: 60 in 2003, 61 from April 2005, 67 from April 2012."""
    return tuple(branch for branch in BRANCHES if branch.stands(on))


def branch(code: str) -> Branch | None:
    """The branch of a prefecture or designated city, whatever the day."""
    return _BY_CODE.get(code)


def branch_for(authority_code: str, on: date) -> Branch:
    """The branch that serves a local authority on a day: its own, or its prefecture's; a special ward's is Tokyo's."""
    own = _BY_CODE.get(authority_code)
    if own and own.stands(on):
        return own
    prefecture = next((one for one in BRANCHES if one.code[:5] == authority_code[:2] + "000"), None)
    if prefecture is None:
        raise Refusal(
            Wording(
                f"団体コード{authority_code}を担当する支部はありません。団体コードを確かめてください。",
                f"No branch serves the code {authority_code}. Check the local authority code.",
            )
        )
    return prefecture
