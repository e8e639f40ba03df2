"""Which language part of Belgium or Switzerland a typed place lies in: Paris supports activities in the French part only.

General knowledge, not CLAIR's: what is not listed, or lies in a bilingual canton or region, is for a person to decide.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache


class Part(StrEnum):
    FRENCH = "french"
    OTHER = "other"
    UNDECIDED = "undecided"


_LANGUAGES = {
    Part.FRENCH: "フランス語|仏語|french|francophone|francais|romandie|ロマンディ",
    Part.OTHER: "オランダ語|蘭語|フラマン語|dutch|flemish|イタリア語|italian",
}
_BELGIUM = {
    Part.FRENCH: (
        "ワロン|ワロニー|ワロニア|wallonia|wallonie|walloon region|リエージュ|liege|ナミュール|namur|"
        "エノー州|hainaut|リュクサンブール|luxembourg|ワロン ブラバン|ブラバン ワロン|brabant wallon|"
        "walloon brabant|シャルルロワ|シャルルロア|charleroi|モンス|mons|トゥルネー|トゥルネ|tournai|"
        "ルーヴァン ラ ヌーヴ|ルーバン ラ ヌーブ|louvain la neuve|アルロン|arlon|ヴェルヴィエ|verviers|"
        "ラ ルヴィエール|la louviere|ワーヴル|wavre|ディナン|dinant|バストーニュ|bastogne|デュルビュイ|"
        "durbuy|スパ|spa|ワーテルロー|waterloo"
    ),
    Part.OTHER: (
        "フランデレン|フランドル|フランダース|フラーンデレン|flanders|vlaanderen|flemish region|アントワープ|"
        "アントウェルペン|antwerp|antwerpen|anvers|ゲント|ヘント|ghent|gent|gand|ブルージュ|ブルッヘ|bruges|"
        "brugge|ルーヴェン|ルーヴァン|leuven|louvain|メヘレン|メッヘレン|mechelen|ハッセルト|hasselt|"
        "コルトレイク|kortrijk|オーステンデ|オステンド|ostend|oostende|イーペル|ypres|ieper|リンブルフ|"
        "limburg|フラームス ブラバント|flemish brabant|vlaams brabant|アールスト|aalst|ゲンク|genk"
    ),
    Part.UNDECIDED: (
        "ブリュッセル|brussels|bruxelles|brussel|ドイツ語|独語|german|ostbelgien|オイペン|eupen|"
        "ザンクト フィート|サンクト フィット|st vith|sankt vith|マルメディ|malmedy"
    ),
}
_SWITZERLAND = {
    Part.FRENCH: (
        "ジュネーブ|ジュネーヴ|geneva|geneve|genf|ローザンヌ|lausanne|ヴォー州|ヴォー|vaud|waadt|"
        "ヌーシャテル|ヌシャテル|neuchatel|neuenburg|ジュラ州|ジュラ|jura|モントルー|montreux|ヴヴェイ|"
        "ヴェヴェイ|vevey|ニヨン|nyon|イヴェルドン|yverdon|ラ ショー ド フォン|la chaux de fonds|ドレモン|"
        "delemont|モルジュ|morges"
    ),
    Part.OTHER: (
        "ドイツ語|独語|german|ロマンシュ語|romansh|チューリッヒ|チューリヒ|zurich|バーゼル|basel|bale|"
        "ルツェルン|luzern|lucerne|ザンクト ガレン|サンクト ガレン|st gallen|sankt gallen|saint gall|"
        "ティチーノ|テッシン|ticino|tessin|ルガーノ|lugano|ベッリンツォーナ|ベリンツォーナ|bellinzona|"
        "ロカルノ|locarno|ヴィンタートゥール|winterthur|ツーク|zug|アールガウ|aargau|アーラウ|aarau|"
        "シャフハウゼン|schaffhausen|シュヴィーツ|schwyz|ウーリ|uri|グラールス|glarus|アッペンツェル|"
        "appenzell|ゾロトゥルン|solothurn|トゥールガウ|thurgau|オプヴァルデン|obwalden|ニトヴァルデン|"
        "nidwalden|グラウビュンデン|graubunden|grisons|クール|chur|ダボス|davos|サンモリッツ|st moritz"
    ),
    Part.UNDECIDED: (
        "ベルン|bern|berne|フリブール|fribourg|freiburg|ヴァレー|ヴァリス|valais|wallis|ビール|ビエンヌ|biel|"
        "bienne|シオン|sion|ツェルマット|zermatt|インターラーケン|interlaken|二言語|bilingual"
    ),
}
_PLACES: Mapping[str, Mapping[Part, str]] = {"BE": _BELGIUM, "CH": _SWITZERLAND}
_EXCEPTED = re.compile(r"以外|除|\bnon\b|\bnot\b|\bexcept\b|\boutside\b")
_V_SOUNDS = str.maketrans({"ヴ": "ブ"})


def language_part(country: str, area: str) -> Part:
    """The part in which everything named in ``area`` lies; undecided where names are unknown, mixed or excepted."""
    found = {part for text in re.split(r"[、，,;；/／\n]", area) if text.strip() for part in _parts(country, text)}
    return found.pop() if len(found) == 1 else Part.UNDECIDED


def _parts(country: str, text: str) -> set[Part]:
    folded = _folded(text)
    if _EXCEPTED.search(folded):
        return {Part.UNDECIDED}
    found = set()
    for name, part, as_word in _names(country):
        if name in folded:
            folded, count = as_word.subn(" ", folded)
            if count:
                found.add(part)
    return found or {Part.UNDECIDED}


@cache
def _names(country: str) -> Sequence[tuple[str, Part, re.Pattern[str]]]:
    """Every name that says where something lies, the longest first, and how it is found in a text."""
    tables = (_LANGUAGES, _PLACES[country])
    named = [(_folded(name), part) for table in tables for part, names in table.items() for name in names.split("|")]
    return [(name, part, _as_word(name)) for name, part in sorted(named, key=lambda pair: -len(pair[0]))]


def _as_word(name: str) -> re.Pattern[str]:
    """Latin names as whole words; Japanese of one or two letters only alone (スパ, but not スパイス)."""
    edge = r"(?<![a-zア-ヴー]){}(?![a-zア-ヴー])" if len(name) < 3 else r"(?<![a-z]){}(?![a-z])"
    return re.compile(edge.format(re.escape(name)))


def _folded(text: str) -> str:
    """Small letters without accents, dots and hyphens as spaces, ヴァ, ヴィ and so on as バ, ビ."""
    parts = unicodedata.normalize("NFKD", text)
    bare = unicodedata.normalize("NFKC", "".join(mark for mark in parts if not 0x0300 <= ord(mark) <= 0x036F))
    for small, syllable in zip("ァィェォ", "バビベボ", strict=True):
        bare = bare.replace("ヴ" + small, syllable)
    return re.sub(r"[\W_]+", " ", bare.casefold().translate(_V_SOUNDS)).strip()
