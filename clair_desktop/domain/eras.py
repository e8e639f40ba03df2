"""Japanese eras, decided by the day; the first year is 元年."""

import re
from datetime import date

from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Language, Wording

# The Cabinet orders naming each era; ascending, so that the last one begun by a day is that day's era.
_ERAS = (
    ("明治", "M", date(1868, 10, 23), 1867),
    ("大正", "T", date(1912, 7, 30), 1911),
    ("昭和", "S", date(1926, 12, 25), 1925),
    ("平成", "H", date(1989, 1, 8), 1988),
    ("令和", "R", date(2019, 5, 1), 2018),
)
_BY_NAME = {key: era for era in _ERAS for key in (era[0], era[0][0], era[1])}
_WEEKDAYS = "月火水木金土日"


def japanese_year(day: date) -> str:
    """The year of a day as written out: 令和8年, 令和元年."""
    era = next(e for e in reversed(_ERAS) if day >= e[2])
    number = day.year - era[3]
    return f"{era[0]}{'元' if number == 1 else number}年"


def japanese_date(day: date) -> str:
    """令和8年11月20日."""
    return f"{japanese_year(day)}{day.month}月{day.day}日"


def date_with_weekday(day: date) -> str:
    """令和8年11月20日（金）, as the entry shows it."""
    return f"{japanese_date(day)}（{_WEEKDAYS[day.weekday()]}）"


_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()


def english_date(day: date) -> str:
    """20 November 2026; never 11/20/2026."""
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def printed_date(day: date, language: Language) -> str:
    return japanese_date(day) if language is Language.JA else english_date(day)


_WRITTEN = re.compile(
    r"^(?P<era>明治?|大正?|昭和?|平成?|令和?|[MTSHR])(?P<y>\d{1,2}|元)[年./-](?P<m>\d{1,2})[月./-](?P<d>\d{1,2})日?$"
)
_WESTERN = re.compile(r"^(?P<y>\d{4})[年./-](?P<m>\d{1,2})[月./-](?P<d>\d{1,2})日?$")
_ENGLISH = re.compile(
    r"^(?P<d>\d{1,2})\s*(?P<m>[A-Za-z]+)\.?,?\s*(?P<y>\d{4})$|^(?P<m2>[A-Za-z]+)\.?\s*(?P<d2>\d{1,2}),?\s*(?P<y2>\d{4})$"
)
_SHORT = re.compile(r"^(?P<y>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})$")


def read_day(text: str, *, current_era: str = "R") -> date:
    """A day as clerks type it: 令和8年4月1日, R8.4.1, 080401, 8/4/1, 20260401, 2026-04-01, 1 April 2026.

    ``text`` is already folded to half width; the era is checked against the day it names.
    """
    compact = re.sub(r"[（(][月火水木金土日][）)]$", "", text).replace(" ", "")
    if match := _WRITTEN.match(compact):
        return _in_era(match["era"], match["y"], match["m"], match["d"])
    if match := _WESTERN.match(compact):
        return _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if match := _SHORT.match(compact):
        return _in_era(current_era, match["y"], match["m"], match["d"])
    if re.fullmatch(r"\d{8}", compact):
        return _day(int(compact[:4]), int(compact[4:6]), int(compact[6:]))
    if re.fullmatch(r"\d{6}", compact):
        return _in_era(current_era, compact[:2], compact[2:4], compact[4:])
    if match := _ENGLISH.match(text.strip()):
        return _english(match["d"] or match["d2"], match["m"] or match["m2"], match["y"] or match["y2"])
    raise Malformed(
        Wording(
            f"「{text}」は日付として読めません。「令和8年4月1日」「R8.4.1」「080401」「2026-04-01」のように入力してください。",
            f"“{text}” does not read as a date. Type it like 2026-04-01, 1 April 2026 or R8.4.1.",
        )
    )


def _in_era(era: str, year: str, month: str, day: str) -> date:
    name, _letter, begins, base = _BY_NAME[era]
    number = 1 if year == "元" else int(year)
    if number == 0:
        raise Malformed(Wording("年に0は使えません。", "A year of an era cannot be 0."))
    found = _day(base + number, int(month), int(day))
    following = next((e for e in _ERAS if e[2] > begins), None)
    if found < begins or (following and found >= following[2]):
        asked = f"{name}{number}年{int(month)}月{int(day)}日"
        raise Malformed(
            Wording(
                f"{asked}という日はありません（{japanese_date(found)}です）。",
                f"{asked} is outside its era; that day is {japanese_date(found)}.",
            )
        )
    return found


def _english(day: str, month: str, year: str) -> date:
    for number, name in enumerate(_ENGLISH_MONTHS, start=1):
        if len(month) >= 3 and name.lower().startswith(month.lower()):
            return _day(int(year), number, int(day))
    raise Malformed(Wording(f"「{month}」という月はありません。", f"There is no month called “{month}”."))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Malformed(
            Wording(f"{year}年{month}月{day}日という日はありません。", f"There is no day {year}-{month:02}-{day:02}.")
        ) from None
