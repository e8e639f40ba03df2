"""One spelling for a place name however it is typed. For finding only: what is kept and printed stays as given."""

import re
import unicodedata

_VARIANTS = str.maketrans(
    "龍檜桧鰺鯵檮梼惠嶋嶌條瀧澤濱廣國縣壹竈竃籠篭槇頸來與鹽櫻榮德眞﨑髙會萬圓應樂澁豐彌禮寶瀨邊邉齋邨龜靜藏總攝驒穗舘蘆埜曾鄕橫黑淸嵜緖諫礪讚麴祗纒穎籔鷗鶯劍劔剱靑藝豫當鐵關濟嶽遙稻齊繩參兒佛氣臺對燒學冨峯栁薗莊驛藥靈粹獨淺兩縱雜戶渕礒",
    "竜桧桧鯵鯵梼梼恵島島条滝沢浜広国県壱釜釜篭篭槙頚来与塩桜栄徳真崎高会万円応楽渋豊弥礼宝瀬辺辺斎村亀静蔵総摂騨穂館芦野曽郷横黒清崎緒諌砺讃麹祇纏頴藪鴎鴬剣剣剣青芸予当鉄関済岳遥稲斉縄参児仏気台対焼学富峰柳園荘駅薬霊粋独浅両縦雑戸淵磯",
)
# 龍ケ崎 and 龍ヶ崎, 鳩が谷 and 鳩ヶ谷; 西ノ島, 西の島 and 西之島.
_LINKING = str.maketrans({"ヶ": "ケ", "ヵ": "ケ", "が": "ケ", "ガ": "ケ", "の": "ノ", "之": "ノ", "乃": "ノ"})
_SELECTORS = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
# Older lists print readings without small letters; ヂ and ヅ sound as ジ and ズ.
_SAME_SOUND = str.maketrans("ァィゥェォッャュョヮヂヅ", "アイウエオツヤユヨワジズ")
_ROMAJI = (
    # Hepburn and the national spelling meet in the latter: shi and si, chu and tyu, fu and hu.
    (re.compile(r"sh|sy"), "sy"),
    (re.compile(r"ch|ty"), "ty"),
    (re.compile(r"j|zy"), "zy"),
    (re.compile(r"(?<=[stz])yi"), "i"),
    (re.compile(r"ts"), "t"),
    (re.compile(r"f"), "h"),
    (re.compile(r"m(?=[bmp])"), "n"),
    (re.compile(r"oh(?![aiueoy])|ou|oo"), "o"),
    (re.compile(r"uu"), "u"),
)


def plain(text: str) -> str:
    """Half width, small letters, without accents, variation selectors or spaces."""
    parts = unicodedata.normalize("NFKD", text.translate(_SELECTORS))
    bare = "".join(mark for mark in parts if not 0x0300 <= ord(mark) <= 0x036F)
    return "".join(unicodedata.normalize("NFKC", bare).casefold().split())


def kanji_key(text: str) -> str:
    """Old, new and variant kanji alike; ケ, ヶ and が alike."""
    return plain(text).translate(_VARIANTS).translate(_LINKING)


def kana_key(text: str) -> str:
    """Hiragana and katakana alike, small and large alike."""
    return plain(text).translate(_TO_KATAKANA).translate(_SAME_SOUND)


def romaji_key(text: str) -> str:
    """With macrons, without, or with doubled vowels: Ōta, Ota, Oota, Ohta are one."""
    key = re.sub(r"[^a-z]", "", plain(text))
    for pattern, spelling in _ROMAJI:
        key = pattern.sub(spelling, key)
    return key


def romaji_words(text: str) -> list[str]:
    """The Latin words of a text, each still to be made a key: Fuji-shi, Fuji City."""
    spaced = unicodedata.normalize("NFKC", text).replace("'", "").replace("’", "")
    return [word for word in re.split(r"[\s,\-.()/]+", spaced) if word]


def country_key(text: str) -> str:
    """Without accents, spaces, dots or dashes, kana alike: Côte d’Ivoire, トリニダード＝トバゴ, the slides' ミヤンマー."""
    return re.sub(r"[\W_]", "", kana_key(text).replace("&", "and"))
