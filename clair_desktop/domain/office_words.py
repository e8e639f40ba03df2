"""How an overseas office stands, said in words: its difference, its summer time, whether it may be reached and why not."""

from datetime import date, datetime, timedelta

from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.office_hours import (
    JAPAN_TIME,
    REACH_WORDS,
    Hours,
    LocalTime,
    Reach,
    SharedDay,
    SharedSpan,
    ahead_words,
    there_in_japan,
)
from clair_desktop.domain.office_places import OfficePlace
from clair_desktop.domain.wording import Wording, same

_DAYS = {
    -1: Wording("前日", "the day before"),
    0: Wording("同じ日", "the same day"),
    1: Wording("翌日", "the next day"),
}
_WEEKDAYS = "月火水木金土日"
_NO_SUMMER_TIME = Wording("夏時間なし", "no summer time")
_TO_CONFIRM = Wording("要確認", "to be confirmed")
_NO_CLOSURE = same("")


def signed(ahead: timedelta) -> Wording:
    """−14時間, +1時間, ±0."""
    minutes = int(ahead.total_seconds()) // 60
    if not minutes:
        return same("±0")
    whole, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    ja = f"{sign}{whole}時間" + (f"{rest}分" if rest else "")
    return Wording(ja, f"{sign}{whole} h" + (f" {rest} min" if rest else ""))


def difference(now: LocalTime) -> Wording:
    """−14時間（前日）: against Japan, and which day it is there."""
    apart = (now.local.date() - now.local.astimezone(JAPAN_TIME).date()).days
    hours, day = signed(now.ahead), _DAYS[apart]
    return Wording(f"{hours.ja}（{day.ja}）", f"{hours.en} ({day.en})")


def summer(now: LocalTime) -> Wording:
    """Whether its clock stands at summer time, and when that changes next."""
    if now.change is None:
        return _NO_SUMMER_TIME
    state = Wording("夏時間", "summer time") if now.summer else Wording("標準時", "standard time")
    day, then = now.change.day, signed(now.change.ahead)
    return Wording(
        f"{state.ja}（{date_with_weekday(day)}から{then.ja}）", f"{state.en} ({then.en} from {english_date(day)})"
    )


def standing(now: LocalTime, *, settled: bool) -> Wording:
    """Open or not and why; without hours of its own a working day is one, and no more is promised (要確認)."""
    reach = REACH_WORDS[now.reach]
    if now.why:
        said = Wording(f"{reach.ja}（{now.why.said.ja}）", f"{reach.en} ({now.why.said.en})")
    elif settled or now.reach is Reach.MIDDAY:
        said = reach
    else:
        said = Wording(f"開庁日・時間は要確認（{reach.ja}か）", f"Working day, hours unconfirmed ({reach.en.lower()}?)")
    remarks = [_WORKED] if now.worked else []
    remarks += [] if now.holidays_known else [_UNKNOWN]
    return Wording("。".join([said.ja, *(one.ja for one in remarks)]), "; ".join([said.en, *(r.en for r in remarks)]))


_WORKED = Wording("振替出勤日です", "a weekend worked in exchange")
_UNKNOWN = Wording("祝日は要確認", "holidays to be confirmed")


def today(now: LocalTime) -> Wording:
    """The local day: whether it is a working day there, and if not, why."""
    if now.why:
        return Wording(f"休み：{now.why.said.ja}", f"closed: {now.why.said.en}")
    if not now.holidays_known:
        return _TO_CONFIRM
    return Wording("振替出勤日", "worked weekend") if now.worked else Wording("平日（開庁日）", "working day")


def short_day(day: date) -> Wording:
    """11/26（木）, Thu 26 Nov."""
    return Wording(f"{day.month}/{day.day}（{_WEEKDAYS[day.weekday()]}）", f"{day:%a} {day.day} {day:%b}")


def clock(at: datetime, than: date) -> Wording:
    """A time of day, and the day where it is not that one: 翌7:00."""
    apart, text = (at.date() - than).days, f"{at.hour}:{at.minute:02}"
    ja = {-1: "前日", 0: "", 1: "翌"}[apart]
    return Wording(f"{ja}{text}", text + {-1: " (day before)", 0: "", 1: " (next day)"}[apart])


def spans(day: SharedDay, *, local: bool = False) -> Wording:
    """The stretches in which both are at work, on Japan's clock or the local one; empty where there is none."""
    told = [_span(one, day.day, local=local) for one in day.spans]
    return Wording("、".join(one.ja for one in told), ", ".join(one.en for one in told))


def _span(one: SharedSpan, day: date, *, local: bool) -> Wording:
    first, last = (one.begins, one.ends) if local else (one.japan_begins, one.japan_ends)
    begins, ends = clock(first, day), clock(last, day)
    return Wording(f"{begins.ja}–{ends.ja}", f"{begins.en}–{ends.en}")


def shared_length(day: SharedDay) -> Wording:
    minutes = sum(int(one.length.total_seconds()) // 60 for one in day.spans)
    whole, rest = divmod(minutes, 60)
    ja, en = f"{whole}時間" + (f"{rest}分" if rest else ""), f"{whole} h" + (f" {rest} min" if rest else "")
    return Wording(ja, en) if whole else Wording(f"{rest}分", f"{rest} min")


def their_hours(place: OfficePlace, day: date, hours: Hours) -> Wording:
    """The office's hours of that local day as Japan's clock tells them: 23:00–翌7:00."""
    begins, ends = (clock(at, day) for at in there_in_japan(place, day, hours))
    return Wording(f"{begins.ja}–{ends.ja}", f"{begins.en}–{ends.en}")


def why_not(day: SharedDay) -> Wording:
    """Who is closed and why; on a working day of both, that their hours do not meet; empty where they do."""
    told = [
        Wording(f"{side.ja}：{closure.said.ja}", f"{side.en}: {closure.said.en}")
        for side, closure in ((_JAPAN, day.closed_here), (_THERE, day.closed_there))
        if closure
    ]
    if not told:
        return _NO_CLOSURE if day.spans else _NEVER
    return Wording("、".join(one.ja for one in told), ", ".join(one.en for one in told))


_JAPAN, _THERE = Wording("日本", "Japan"), Wording("現地", "there")
_NEVER = Wording("執務時間が重なりません", "the hours do not meet")


def in_full(now: LocalTime) -> Wording:
    """The local time with its weekday and the difference in a sentence."""
    ahead, at = ahead_words(now.ahead), f"{now.local:%H:%M}"
    return Wording(
        f"{date_with_weekday(now.local.date())} {at}（{ahead.ja}）",
        f"{english_date(now.local.date())}, {at} ({ahead.en})",
    )
