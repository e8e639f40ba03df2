"""What a letter to one body says of the meeting with it, reckoned from the answers: name, stay, times, who agreed to what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from clair_desktop.blocks.clock_times import time_text
from clair_desktop.domain.documents import Reckoned
from clair_desktop.domain.eras import day_in_words, english_date, japanese_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.wording import Wording

Row = Mapping[str, object]
_NOTHING = Wording("", "")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_RANKS = {"first": 0, "second": 1, "third": 2}


def _row(facts: Facts, number: int) -> Row:
    return facts.rows("targets")[number - 1]


def _text(row: Row, column: str) -> str:
    return str(row.get(column, ""))


def _name(facts: Facts, number: int) -> Wording:
    """The body's name: for the letter in Latin letters, for the reading copy as the case has it."""
    row = _row(facts, number)
    typed = _text(row, "body")
    abroad = _text(row, "body_abroad") or ("" if _JAPANESE.search(typed) else typed)
    return Wording(typed or abroad, abroad)


def _city(facts: Facts, number: int) -> Wording:
    row = _row(facts, number)
    typed = _text(row, "area")
    abroad = _text(row, "city") or ("" if _JAPANESE.search(typed) else typed)
    return Wording(typed or abroad, abroad)


def _inside_address(facts: Facts, number: int) -> Wording:
    """As on the envelope: person, title, body, address, country; the reading copy has the body first."""
    row, name = _row(facts, number), _name(facts, number)
    person, post, address = (_text(row, column) for column in ("person", "post", "address"))
    country = facts.names.country(_text(row, "country"))
    to_whom = "　".join(one for one in (_text(row, "section") or post, person) if one)
    ja = [name.ja, f"{to_whom}　様"] if to_whom else [f"{name.ja}　御中"]
    en = [person, post, name.en, address, country.name.en if country else ""]
    return Wording("\n".join(ja), "\n".join(one for one in en if one))


def _at(day: object, time: object) -> Wording:
    """午前10時30分 on a day; the day alone where no time is told, nothing without a day."""
    if not isinstance(day, date):
        return _NOTHING
    if not time:
        return day_in_words(day)
    hour = time_text(str(time))
    return Wording(f"{japanese_date(day)}{hour.ja}", f"{english_date(day)} at {hour.en}")


def _slots(facts: Facts, number: int) -> list[Row]:
    """The times wished for at this body, by rank and then as they were entered."""
    found = [row for row in facts.rows("slots") if row.get("target") == number]
    return sorted(found, key=lambda row: _RANKS.get(_text(row, "rank"), len(_RANKS)))


def _wished(facts: Facts, number: int) -> Wording:
    slots = _slots(facts, number)
    if not slots:
        return _NOTHING
    at, length = _at(slots[0].get("day"), slots[0].get("time")), slots[0].get("duration")
    if not isinstance(length, Fraction):
        return Wording(f"{at.ja}（現地時間）", f"{at.en} local time")
    return Wording(f"{at.ja}（現地時間）から{int(length)}分間", f"{at.en} local time, for {int(length)} minutes")


def _others(facts: Facts, number: int) -> Wording:
    others = [_at(row.get("day"), row.get("time")) for row in _slots(facts, number)[1:]]
    return Wording("又は".join(one.ja for one in others), " or ".join(one.en for one in others))


def _proposal(facts: Facts, number: int) -> Wording:
    """When they will be there, the time wished for, and another that would suit as well."""
    stay, city, wished, others = (of(facts, number) for of in (_stay, _city, _wished, _others))
    ja = f"一行は{stay.ja}、{city.ja}に滞在します。" if stay.ja else ""
    en = f"Our delegation will be in {city.en} {stay.en}. " if stay.en else ""
    ja, en = f"{ja}{wished.ja}、お時間をいただけないでしょうか。", f"{en}Could you see us on {wished.en}?"
    if others.ja:
        ja += f"御都合が悪ければ、{others.ja}ではいかがでしょうか。"
        en += f" If that does not suit you, {others.en} would suit us equally well."
    return Wording(ja, en)


def _stay(facts: Facts, number: int) -> Wording:
    """From when to when they are there: the days of that place, else those of the whole trip."""
    row = _row(facts, number)
    begins, ends = next(_days_there(facts, row), (facts.day("starts"), facts.day("ends")))
    if begins is None or ends is None:
        return _NOTHING
    if begins == ends:
        return Wording(japanese_date(begins), f"on {english_date(begins)}")
    return Wording(
        f"{japanese_date(begins)}から{japanese_date(ends)}まで", f"from {english_date(begins)} to {english_date(ends)}"
    )


def _days_there(facts: Facts, target: Row) -> Iterator[tuple[date, date]]:
    same: Sequence[Row] = [row for row in facts.rows("places") if row.get("country") == target.get("country")]
    if len(same) > 1:
        same = [row for row in same if row.get("area") == target.get("area")]
    for row in same:
        arrives, leaves = row.get("arrives"), row.get("leaves")
        if isinstance(arrives, date) and isinstance(leaves, date):
            yield arrives, leaves


def _confirmed(facts: Facts, number: int) -> Wording:
    row = _row(facts, number)
    at, place = _at(row.get("confirmed_day"), row.get("confirmed_time")), _text(row, "confirmed_place")
    return Wording(f"{at.ja}（{place}）", f"{at.en}, at {place}") if place and at.ja else at


def _renewed(facts: Facts, number: int) -> Wording:
    row = _row(facts, number)
    first, other = _at(row.get("new_day"), row.get("new_time")), _at(row.get("other_day"), row.get("other_time"))
    if not first.ja or not row.get("new_time"):
        return _NOTHING
    said = Wording(f"{first.ja}（現地時間）", f"{first.en} local time")
    return Wording(f"{said.ja}又は{other.ja}", f"{said.en} or on {other.en}") if other.ja else said


def _agreed(facts: Facts, number: int) -> Wording:
    """What had been arranged, as far as it had come."""
    replied, fixed = _row(facts, number).get("replied_on"), _confirmed(facts, number)
    if not fixed.ja:
        city = _city(facts, number)
        place = Wording(city.ja or "貴地", city.en or "your city")
        return Wording(
            f"{place.ja}を訪問する際の面会をお願いしておりました。",
            f"We had asked you for an appointment during our visit to {place.en}.",
        )
    ended = fixed.en if fixed.en.endswith(".") else f"{fixed.en}."  # p.m. brings its own full stop
    if isinstance(replied, date):
        return Wording(
            f"{japanese_date(replied)}付けの御手紙で、{fixed.ja}の面会をお約束いただきました。",
            f"In your letter of {english_date(replied)} you kindly agreed to see us on {ended}",
        )
    return Wording(f"{fixed.ja}の面会をお約束いただきました。", f"You kindly agreed to see us on {ended}")


def _attached(facts: Facts, number: int) -> Wording:
    asked = [row for row in facts.rows("questions") if row.get("target") in (None, number)]
    if not asked and "questionnaire" not in facts.enclosed:
        return _NOTHING
    return Wording(
        "質問は添付の質問書にまとめました。日本の状況についても御説明します。",
        "Our questions are on the attached list, and we shall gladly tell you about the situation in Japan.",
    )


def _day_met(facts: Facts, number: int) -> Wording:
    return _at(_row(facts, number).get("confirmed_day"), None)


RECKONED = {
    "name_abroad": Reckoned(Wording("手紙：機関名（英語）", "Letter: name of the body"), _name),
    "city_abroad": Reckoned(Wording("手紙：都市（英語）", "Letter: city"), _city),
    "inside_address": Reckoned(Wording("宛名", "Inside address"), _inside_address),
    "wished": Reckoned(Wording("希望日時", "Times wished for"), _wished, days=True),
    "proposal": Reckoned(Wording("滞在期間と希望日時", "Days of the stay, times wished for"), _proposal, days=True),
    "confirmed": Reckoned(Wording("確定日", "Fixed day"), _confirmed, days=True),
    "renewed": Reckoned(Wording("変更後の希望日・希望時刻", "New day and local time"), _renewed, days=True),
    "agreed": Reckoned(Wording("面会の約束", "What had been arranged"), _agreed, days=True),
    "attached": Reckoned(Wording("質問書", "Questions"), _attached),
    "met_on": Reckoned(Wording("確定日", "Fixed day"), _day_met, days=True),
}
