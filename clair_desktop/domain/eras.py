"""Japanese eras, decided by the day; the first year is 元年."""

import re
from datetime import date

from clair_desktop.domain.refusal import Malformed, cited
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
_LAST = date(2099, 12, 31)  # later days are slips of the hand, and years of three digits would not read back
_WESTERN_FROM = 20  # 26/4/1 without an era may mean 2026; only below this is the current era certain


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


_ENGLISH_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()


def english_date(day: date) -> str:
    """20 November 2026; never 11/20/2026."""
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def english_month(day: date) -> str:
    """November 2026."""
    return f"{_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def day_in_words(day: date) -> Wording:
    """令和8年11月20日 / 20 November 2026."""
    return Wording(japanese_date(day), english_date(day))


def printed_date(day: date, language: Language) -> str:
    return japanese_date(day) if language is Language.JA else english_date(day)


_WRITTEN = re.compile(
    r"^(?P<era>明治?|大正?|昭和?|平成?|令和?|[MTSHR])\.?(?P<y>\d{1,2}|元)[年./-](?P<m>\d{1,2})[月./-](?P<d>\d{1,2})日?$",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"^(?P<era>[MTSHR])(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})$", re.IGNORECASE)
_WEEKDAY = re.compile(r"[（(](?P<weekday>[月火水木金土日])(曜日?)?[）)]$")
_WESTERN = re.compile(r"^(?P<y>\d{4})[年./-](?P<m>\d{1,2})[月./-](?P<d>\d{1,2})日?$")
_ENGLISH = re.compile(
    r"^(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*(?P<m>[A-Za-z]+)\.?,?\s*(?P<y>\d{4})$|"
    r"^(?P<m2>[A-Za-z]+)\.?\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s*(?P<y2>\d{4})$"
)
_SHORT = re.compile(r"^(?P<y>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})$")
_SIX_DIGITS = re.compile(r"^(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})$")


def read_day(text: str, *, current_era: str = "R") -> date:
    """A day as clerks type it: 令和8年4月1日, R8.4.1, 080401, 8/4/1, 20260401, 2026-04-01, 1 April 2026.

    ``text`` is already folded to half width; the era and a weekday are checked against the day they name.
    """
    compact = text.replace(" ", "")
    said = _WEEKDAY.search(compact)
    found = _found(text, _WEEKDAY.sub("", compact), current_era)
    if said and said["weekday"] != _WEEKDAYS[found.weekday()]:
        raise Malformed(
            Wording(
                f"{japanese_date(found)}は{_WEEKDAYS[found.weekday()]}曜日です。日付か曜日を確かめてください。",
                f"{english_date(found)} is a {_ENGLISH_WEEKDAYS[found.weekday()]}. Check the day or its weekday.",
            )
        )
    return found


def _found(text: str, compact: str, current_era: str) -> date:
    if match := _WRITTEN.match(compact) or _COMPACT.match(compact):
        return _in_era(match["era"].upper(), match["y"], match["m"], match["d"])
    if match := _WESTERN.match(compact):
        return _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if re.fullmatch(r"\d{8}", compact):
        return _day(int(compact[:4]), int(compact[4:6]), int(compact[6:]))
    if match := _SHORT.match(compact) or _SIX_DIGITS.match(compact):
        return _without_era(current_era, match["y"], match["m"], match["d"])
    if match := _ENGLISH.match(text.strip()):
        return _english(match["d"] or match["d2"], match["m"] or match["m2"], match["y"] or match["y2"])
    raise Malformed(
        Wording(
            f"「{cited(text)}」は日付として読めません。"
            "「令和8年4月1日」「R8.4.1」「080401」「2026-04-01」のように入力してください。",
            f"“{cited(text)}” does not read as a date. Type it like 2026-04-01, 1 April 2026 or R8.4.1.",
        )
    )


def _without_era(era: str, year: str, month: str, day: str) -> date:
    """A year of the current era, unless it may as well be the last two digits of a western one."""
    if int(year) >= _WESTERN_FROM:
        western, japanese = f"20{year}/{month}/{day}", f"{era}{year}.{month}.{day}"
        raise Malformed(
            Wording(
                f"「{year}年」が西暦か元号か分かりません。「{western}」か「{japanese}」のように入力してください。",
                f"Whether year {year} is western or of the era is not clear. Type {western} or {japanese}.",
            )
        )
    return _in_era(era, year, month, day)


def _in_era(era: str, year: str, month: str, day: str) -> date:
    name, _letter, begins, base = _BY_NAME[era]
    number = 1 if year == "元" else int(year)
    if number == 0:
        raise Malformed(
            Wording(
                "年に0は使えません。最初の年は「元年」と入力してください。",
                "A year of an era cannot be 0. Type 1 for the first year.",
            )
        )
    found = _day(base + number, int(month), int(day))
    following = next((e for e in _ERAS if e[2] > begins), None)
    if found < begins or (following and found >= following[2]):
        asked = f"{name}{number}年{int(month)}月{int(day)}日"
        raise Malformed(
            Wording(
                f"{asked}という日はありません。{japanese_date(found)}のことであれば、そのように入力してください。",
                f"{asked} is outside its era. If {japanese_date(found)} is meant, type that.",
            )
        )
    return found


def _english(day: str, month: str, year: str) -> date:
    for number, name in enumerate(_ENGLISH_MONTHS, start=1):
        if len(month) >= 3 and name.lower().startswith(month.lower()):
            return _day(int(year), number, int(day))
    raise Malformed(
        Wording(
            f"「{cited(month)}」という月はありません。「1 April 2026」のように入力してください。",
            f"There is no month called “{cited(month)}”. Type it like 1 April 2026.",
        )
    )


def _day(year: int, month: int, day: int) -> date:
    """The day, if there is one that the eras and the arithmetic of deadlines can hold."""
    try:
        found = date(year, month, day)
    except ValueError:
        raise Malformed(
            Wording(
                f"{year}年{month}月{day}日という日はありません。日付を確かめてください。",
                f"There is no day {year}-{month:02}-{day:02}. Check the date.",
            )
        ) from None
    if not _ERAS[0][2] <= found <= _LAST:
        raise Malformed(
            Wording(
                f"{year}年は扱えません。年を確かめてください。", f"The year {year} is out of range. Check the year."
            )
        )
    return found
