# ruff: noqa: INP001 - a script beside its tables, part of no package
"""Makes ``holidays.tsv`` and ``holiday_coverage.tsv`` beside it; README.md says from what and by which rules.

Run it with the interpreter of ``.venv``, which has the package ``holidays`` (the program itself does not need it)::

    .venv/bin/python resources/tables/make_holidays.py
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import holidays

_HERE = Path(__file__).resolve().parent
_PACKAGE = f"holidays {holidays.__version__}"
# Days of the equinoxes are official once the almanac of the year is out, on 1 February of the year before.
JAPAN = range(2000, 2036)
JAPAN_ANNOUNCED = 2027
ABROAD = range(2020, 2031)
# Years up to which the package holds announced days: Singapore's movable ones, China's days worked in exchange.
SINGAPORE_ANNOUNCED = 2027
CHINA_ANNOUNCED = 2026


class Place(NamedTuple):
    """Which calendar of the package stands for an office's place, and what the window says of it."""

    key: str
    country: str
    part: str | None
    language: str
    settled_until: int
    ja: str
    en: str


PLACES = (
    Place("new_york", "US", "NY", "en_US", 2030,
          "連邦と州の祝日。州のみの祝日（リンカーン誕生日、選挙日など）は休まない役所もあります。",
          "Federal and state holidays. On those of the state alone (Lincoln's Birthday, Election Day) some bodies work."),
    Place("london", "GB", "ENG", "en_GB", 2030,
          "イングランドの銀行休日。臨時の休日は布告があるまで分かりません。",
          "Bank holidays in England. Single ones are known only when they are proclaimed."),
    Place("paris", "FR", None, "en_US", 2030,
          "本土の法定祝日。", "Statutory holidays of metropolitan France."),
    Place("singapore", "SG", None, "en_SG", SINGAPORE_ANNOUNCED,
          "2028年以降の旧正月、ハリ・ラヤ、ベサック・デー、ディーパバリは推定です。",
          "From 2028 the lunar new year, both Hari Raya, Vesak Day and Deepavali are estimates."),
    Place("seoul", "KR", None, "en_US", 2030,
          "旧暦の祝日は計算によります。臨時公休日は告示があるまで分かりません。",
          "Lunar days are reckoned. Temporary public holidays are known only when they are announced."),
    Place("sydney", "AU", "NSW", "en_AU", 2030,
          "ニューサウスウェールズ州の祝日。", "Public holidays of New South Wales."),
    Place("beijing", "CN", None, "en_US", CHINA_ANNOUNCED,
          "2027年以降の振替の休日と振替出勤日は収録していません（国務院の通知によります）。旧暦の祝日は計算によります。",
          "Days off in exchange and weekends worked are not in from 2027 on (the State Council announces them). "
          "Lunar days are reckoned."),
)  # fmt: skip

_JA = {
    "ANZAC Day": "アンザック・デー",
    "All Saints' Day": "諸聖人の日",
    "Armed Forces Day": "国軍の日",
    "Armistice Day": "第一次世界大戦休戦記念日",
    "Ascension Day": "キリスト昇天祭",
    "Assumption Day": "聖母被昇天祭",
    "Australia Day": "オーストラリア・デー",
    "Boxing Day": "ボクシング・デー",
    "Buddha's Birthday": "釈迦誕生日",
    "Children's Day": "こどもの日",
    "Chinese New Year": "旧正月",
    "Chinese New Year (Spring Festival)": "春節",
    "Chinese New Year Extended Holiday": "春節の延長休日",
    "Chinese New Year's Eve": "春節の除夕（大みそか）",
    "Christmas Day": "クリスマス",
    "Chuseok": "秋夕",
    "Columbus Day": "コロンブス・デー",
    "Constitution Day": "制憲節",
    "Coronation of Charles III": "チャールズ3世戴冠の休日",
    "Deepavali": "ディーパバリ",
    "Dragon Boat Festival": "端午節",
    "Easter Monday": "復活祭翌日の月曜日",
    "Easter Saturday": "復活祭前日の土曜日",
    "Easter Sunday": "復活祭",
    "Election Day": "選挙日",
    "Good Friday": "聖金曜日",
    "Hangul Day": "ハングルの日",
    "Hari Raya Haji": "ハリ・ラヤ・ハジ",
    "Hari Raya Puasa": "ハリ・ラヤ・プアサ",
    "Independence Day": "独立記念日",
    "Independence Movement Day": "三一節",
    "Juneteenth National Independence Day": "ジューンティーンス（奴隷解放記念日）",
    "King's Birthday": "国王誕生日",
    "Korean New Year": "旧正月（ソルラル）",
    "Labor Day": "労働者の日",
    "Labour Day": "労働者の日",
    "Late Summer Bank Holiday": "夏の銀行休日",
    "Liberation Day": "光復節",
    "Lincoln's Birthday": "リンカーン誕生日",
    "Local Election Day": "地方選挙日",
    "Martin Luther King Jr. Day": "キング牧師記念日",
    "May Day": "メーデー",
    "Memorial Day": "戦没者追悼の日",
    "Mid-Autumn Festival": "中秋節",
    "National Assembly Election Day": "国会議員選挙日",
    "National Day": "建国記念日",
    "National Day of Mourning for Queen Elizabeth II": "エリザベス2世女王追悼の日",
    "National Foundation Day": "開天節",
    "New Year's Day": "元日",
    "Pentecost Monday": "聖霊降臨祭翌日の月曜日",
    "Platinum Jubilee of Elizabeth II": "エリザベス2世女王在位70年の休日",
    "Polling Day": "投票日",
    "Presidential Election Day": "大統領選挙日",
    "Queen's Birthday": "女王誕生日",
    "Spring Bank Holiday": "春の銀行休日",
    "State Funeral of Queen Elizabeth II": "エリザベス2世女王国葬の休日",
    "Susan B. Anthony Day": "スーザン・B・アンソニーの日",
    "Temporary Public Holiday": "臨時公休日",
    "Thanksgiving Day": "感謝祭",
    "The day preceding Chuseok": "秋夕の前日",
    "The day preceding Korean New Year": "旧正月の前日",
    "The second day of Chuseok": "秋夕の翌日",
    "The second day of Korean New Year": "旧正月の翌日",
    "Tomb-Sweeping Day": "清明節",
    "Vesak Day": "ベサック・デー",
    "Veterans Day": "退役軍人の日",
    "Victory Day": "戦勝記念日",
    "Washington's Birthday": "ワシントン誕生日",
}
_OWN_WORDS = {("paris", "National Day"): "革命記念日", ("beijing", "National Day"): "国慶節"}
_MOVABLE = ("Chinese New Year", "Hari Raya Puasa", "Hari Raya Haji", "Vesak Day", "Deepavali")


class Row(NamedTuple):
    place: str
    day: date
    kind: str  # holiday, substitute, between, workday
    ja: str
    en: str
    status: str  # settled, estimated
    source: str

    @property
    def line(self) -> str:
        return "\t".join((self.place, self.day.isoformat(), *self[2:]))


def japan() -> Iterator[Row]:
    in_ja = holidays.country_holidays("JP", years=JAPAN, language="ja")
    in_en = holidays.country_holidays("JP", years=JAPAN, language="en_US")
    for day, ja in sorted(in_ja.items()):
        kind = {"振替休日": "substitute", "国民の休日": "between"}.get(ja, "holiday")
        open_year = day.year > JAPAN_ANNOUNCED
        status = "estimated" if open_year and _hangs_on_an_equinox(day, in_ja) else "settled"
        yield Row("japan", day, kind, ja, in_en[day], status, _law(kind))


def _hangs_on_an_equinox(day: date, names: "holidays.HolidayBase") -> bool:
    """The equinox itself, what takes its place after a Sunday, and the day between it and another holiday."""
    near = (
        (day, day - timedelta(days=1), day + timedelta(days=1)) if names[day] in ("振替休日", "国民の休日") else (day,)
    )
    return any(names.get(one) in ("春分の日", "秋分の日") for one in near)


def _law(kind: str) -> str:
    paragraph = {"substitute": "祝日法第3条第2項", "between": "祝日法第3条第3項"}.get(kind, "祝日法第2条")
    return f"{paragraph}（{_PACKAGE}）"


def abroad(place: Place) -> Iterator[Row]:
    found = holidays.country_holidays(place.country, subdiv=place.part, years=ABROAD, language=place.language)
    for day, names in found.items():
        if day.year in ABROAD:
            yield from (_row(place, day, name) for name in names.split("; "))
    for day in found.weekend_workdays:
        if day.year in ABROAD:
            yield Row(place.key, day, "workday", "振替出勤日", "Working day in exchange", "settled", _PACKAGE)


def _row(place: Place, day: date, said: str) -> Row:
    marks = re.search(r" \((observed|estimated|observed, estimated)\)$", said)
    name = said[: marks.start()] if marks else said
    observed = bool(marks and "observed" in marks[1])
    ja, en = _named(place.key, name)
    if observed:
        ja, en = f"{ja}（振替）", f"{en} (in lieu)"
    return Row(
        place.key, day, "substitute" if observed else "holiday", ja, en, _status(place, day, name, said), _PACKAGE
    )


def _named(place: str, name: str) -> tuple[str, str]:
    if exchanged := re.fullmatch(r"Day off \(substituted from (\d\d)/(\d\d)/\d{4}\)", name):
        month, day = int(exchanged[1]), int(exchanged[2])
        return f"振替の休日（{month}月{day}日に出勤）", f"Day off in exchange for {day}/{month}"
    if instead := re.fullmatch("Alternative holiday for (.+)", name):
        return f"{_JA[instead[1]]}の代替公休日", f"Alternative holiday for {instead[1]}"
    return _OWN_WORDS.get((place, name), _JA.get(name, "")), name


def _status(place: Place, day: date, name: str, said: str) -> str:
    guessed = "estimated" in said
    if place.key == "singapore":
        guessed |= day.year > SINGAPORE_ANNOUNCED and name in _MOVABLE
    if place.key == "beijing":
        guessed |= day.year > CHINA_ANNOUNCED and "observed" in said
    return "estimated" if guessed else "settled"


def write() -> None:
    rows = [*japan(), *(row for place in PLACES for row in sorted(abroad(place)))]
    unnamed = sorted({row.en for row in rows if not row.ja})
    if unnamed:
        raise SystemExit(f"no Japanese name for {unnamed}")
    head = "place\tday\tkind\tja\ten\tstatus\tsource"
    _keep("holidays.tsv", [head, *(row.line for row in rows)])
    own = (
        f"{JAPAN_ANNOUNCED + 1}年以降の春分の日と秋分の日は、官報の告示（前年2月1日）までは未確定です。",
        f"From {JAPAN_ANNOUNCED + 1} the equinoxes are open until the official gazette of the February before.",
        f"国民の祝日に関する法律（{_PACKAGE}）",
    )
    covered = ["\t".join(("japan", str(JAPAN[0]), str(JAPAN[-1]), str(JAPAN_ANNOUNCED), *own))]
    covered += [
        f"{one.key}\t{ABROAD[0]}\t{ABROAD[-1]}\t{one.settled_until}\t{one.ja}\t{one.en}\t{_PACKAGE}" for one in PLACES
    ]
    _keep("holiday_coverage.tsv", ["place\tfirst_year\tlast_year\tsettled_until\tja\ten\tsource", *covered])


def _keep(name: str, lines: list[str]) -> None:
    (_HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
