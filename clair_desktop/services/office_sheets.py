"""時差・開庁 of one overseas office, told line by line: on the screen, as text to copy, and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain import office_words
from clair_desktop.domain.dialling import NO_CODE, NumberLine
from clair_desktop.domain.directory import Standing
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS, STANDING_WORDS
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.office_guidance import Guidance
from clair_desktop.domain.office_hours import SharedDay
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.days import OfficeSheet

TITLE = Wording("時差・開庁", "Time and hours")
SHARED = Wording("日本（{hours}）と重なる時間", "Hours shared with Japan ({hours})")
SHARED_HEADS = (
    Wording("日本の日付", "Day in Japan"),
    Wording("重なる時間（日本）", "Shared (Japan)"),
    Wording("同（現地）", "Shared (there)"),
    Wording("休み・理由", "Closed, or why not"),
    Wording("長さ", "Length"),
    Wording("現地の執務（日本時間）", "Their hours (Japan)"),
)
_NOW, _DIALLING, _ADVICE = (
    Wording("現在", "Now"),
    Wording("電話のかけ方", "How to dial"),
    Wording("訪問の注意", "Advice to visitors"),
)
_LOCAL, _SUMMER, _REACH, _HOURS = (
    Wording("現地時刻", "Local time"),
    Wording("夏時間", "Summer time"),
    Wording("開庁", "Open"),
    Wording("執務時間", "Office hours"),
)
_ASSUMED = Wording(
    "要確認（公表資料になし。{hours}と仮定）", "to be confirmed (no document gives them; {hours} assumed)"
)
_SAID = Wording("{hours}（支部の設定）", "{hours} (set by the branch)")
_HOLIDAYS = Wording("祝日", "Holidays")
_KNOWN = Wording(
    "{place}、{first}～{last}年の表による（{settled}年まで確定）",
    "{place}, by the table for {first}–{last} (settled to {settled})",
)
_NOTHING = same("")
_UNKNOWN_HOLIDAYS = Wording("要確認（表なし）", "to be confirmed (no table)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, each line a name (which may be empty) and what it says."""

    title: str
    lines: Sequence[tuple[str, str]]


def sections(sheet: OfficeSheet, language: Language) -> list[Section]:
    """Everything but the table of days."""
    dialled = [_number(one, language) for one in sheet.numbers]
    advised = [("", one.text.in_(language)) for one in sheet.advice]
    return [
        Section(_NOW.in_(language), _now(sheet, language)),
        Section(_DIALLING.in_(language), dialled),
        Section(_advice_title(sheet.advice, language), advised),
    ]


def shared_rows(sheet: OfficeSheet, language: Language) -> list[list[str]]:
    """A row for each of the days, in the order of ``SHARED_HEADS``."""
    return [[told.in_(language) for told in _row(sheet, one)] for one in sheet.shared]


def _row(sheet: OfficeSheet, one: SharedDay) -> list[Wording]:
    """Their hours are told only of a day on which they work."""
    theirs = office_words.their_hours(sheet.now.place, one.day, sheet.hours)
    return [
        office_words.short_day(one.day),
        office_words.spans(one),
        office_words.spans(one, local=True),
        office_words.why_not(one),
        office_words.shared_length(one) if one.spans else _NOTHING,
        _NOTHING if one.closed_there else theirs,
    ]


def as_text(sheet: OfficeSheet, language: Language) -> str:
    """The whole sheet for a letter or a note; the table of days with tabs, as a spreadsheet takes it."""
    lines = [name_of(sheet, language)]
    for section in sections(sheet, language):
        lines += ["", f"■ {section.title}", *(_line(one, language) for one in section.lines)]
    lines += ["", f"■ {shared_title(sheet, language)}", "\t".join(head.in_(language) for head in SHARED_HEADS)]
    return "\n".join([*lines, *("\t".join(row) for row in shared_rows(sheet, language))])


def shared_title(sheet: OfficeSheet, language: Language) -> str:
    return SHARED.filled(hours=_hours(sheet.japan)).in_(language)


def name_of(sheet: OfficeSheet, language: Language) -> str:
    return overseas_office(sheet.now.place.office).name.in_(language)


def told(section: Section, language: Language) -> str:
    return "\n".join([f"■ {section.title}", *(_line(one, language) for one in section.lines)])


def _line(one: tuple[str, str], language: Language) -> str:
    name, said = one
    colon = "：" if language is Language.JA else ": "
    return f"{name}{colon}{said}" if name else f"・{said}"


def _now(sheet: OfficeSheet, language: Language) -> list[tuple[str, str]]:
    now, hours = sheet.now, _SAID if sheet.settled else _ASSUMED
    pairs = (
        (_LOCAL, office_words.in_full(now)),
        (_SUMMER, office_words.summer(now)),
        (_REACH, office_words.standing(now, settled=sheet.settled)),
        (_HOURS, hours.filled(hours=_hours(sheet.hours))),
        (_HOLIDAYS, _holidays(sheet)),
    )
    return [(name.in_(language), said.in_(language)) for name, said in pairs]


def _holidays(sheet: OfficeSheet) -> Wording:
    known = sheet.coverage
    if known is None:
        return _UNKNOWN_HOLIDAYS
    first, last, settled = known.first_year, known.last_year, known.settled_until
    return _KNOWN.filled(place=sheet.now.place.holidays_of, first=first, last=last, settled=settled)


def _number(one: NumberLine, language: Language) -> tuple[str, str]:
    said, standing = one.entry.statement, one.entry.standing
    name = ATTRIBUTE_WORDS[said.attribute].in_(language)
    text = said.text.in_(language)
    if standing is Standing.LEFT_OUT:
        return name, text
    if standing is not Standing.USED:
        text += f"（{STANDING_WORDS[standing].in_(language)}、{said.source.title.in_(language)}）"
    dialled = one.dialling.told if one.dialling else NO_CODE
    return name, f"{text}　{dialled.in_(language)}"


def _advice_title(advice: Sequence[Guidance], language: Language) -> str:
    """With the page that gives the advice: each office has one."""
    title, sources = _ADVICE.in_(language), dict.fromkeys(one.source for one in advice if one.source)
    cited = [f"{one.title.in_(language)}、{printed_date(one.checked_on, language)}" for one in sources]
    if not cited:
        return title
    if language is Language.JA:
        return f"{title}（出典：{'；'.join(cited)}確認）"
    return f"{title} (source: {'; '.join(one.replace('、', ', ') for one in cited)})"


def _hours(hours: object) -> str:
    """8:30–17:15 as it is read, not as it is kept."""
    return "–".join(part.removeprefix("0") for part in str(hours).split("-"))
