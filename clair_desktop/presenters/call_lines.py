"""Calls in words: how far each is known, its days with the words of their sources, what a body answered to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from clair_desktop.domain.calls import ANSWER_WORDS, DAY_WORDS, CallAnswer, CallDay, CallDays
from clair_desktop.domain.deadlines import on_a_closed_day
from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.rulings import MARK_WORDS, Source
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.working_days import Moving, WorkingDays
from clair_desktop.presenters.tags import NOTHING, Tag, due_tag
from clair_desktop.services.call_sheets import AskedBody, CallSheet, LinkedCase
from clair_desktop.services.calls import CallKey, KnownWindow

SET_UP = Tag(Wording("作成済", "Set up"), "done")
KNOWN = Tag(Wording("資料にあり・未作成", "Known, not set up"), "primary")
UNKNOWN = Tag(Wording("資料なし", "No source"), "notice")
TO_CONFIRM = Tag(Wording("要確認", "To confirm"), "warning")
CLOSED = Tag(Wording("締切済", "Closed"), "off")
_OF_CASES = {"deadline": "headquarters", "branch_deadline": "branch"}  # the deadline of cases that follows the day
# The questions of a call in the order in which they are asked; ``hour`` belongs to headquarters' deadline.
QUESTIONS: Mapping[str, Wording] = {
    "opens": DAY_WORDS["opens"],
    "deadline": DAY_WORDS["deadline"],
    "hour": Wording("必着の時刻", "Hour of the deadline"),
    "begins": DAY_WORDS["begins"],
    "ends": DAY_WORDS["ends"],
    "notice_on": DAY_WORDS["notice_on"],
    "branch_deadline": DAY_WORDS["branch_deadline"],
}


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of a call: the day, the words of its source where it gives words, how sure it is, how near it is."""

    field: str
    label: Wording
    day: date | None
    hour: str
    words: str
    source: Source | None
    mark: Wording
    sure: Tag | None
    left: Tag | None
    remark: Wording | None = None  # what to mind where the day is closed


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call of the year, or a programme whose call is yet to be set up; ``asked`` and the counts are 0 there."""

    key: CallKey
    name: Wording
    standing: Tag
    days: Sequence[DayLine]
    asked: int
    counts: Mapping[CallAnswer, int]
    texts: Mapping[str, str]  # what the boxes hold at first
    collects: bool  # one case gathers every body's answer

    @property
    def set_up(self) -> bool:
        return self.standing is SET_UP

    def day(self, field: str) -> DayLine | None:
        return next((one for one in self.days if one.field == field), None)


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A case of a body as a cell leads to it."""

    number: str
    state: Tag
    received_on: date
    late: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One body and one call. ``doubtful`` where answer and cases do not agree, ``flags`` say how."""

    tag: Tag
    order: int
    asked: bool
    said: CallAnswer
    answered_on: date | None
    late: bool
    note: str
    reminded_on: date | None
    flags: Sequence[Tag]
    cases: Sequence[CaseLink]

    @property
    def open(self) -> bool:
        return self.asked and self.order == _ORDER[CallAnswer.OPEN]

    @property
    def doubtful(self) -> bool:
        return any(flag is not LATE for flag in self.flags)


NOT_ASKED = Cell(
    Tag(Wording("照会していない", "Not asked")), 9, False, CallAnswer.OPEN, None, False, "", None, (), ()
)  # fmt: skip
_ORDER = {CallAnswer.OPEN: 0, CallAnswer.APPLYING: 1, CallAnswer.NOTHING: 2}
_TONES = {CallAnswer.APPLYING: "done", CallAnswer.NOTHING: "off"}
LATE = Tag(Wording("期限後", "late"), "error")
ONLY_CASE = Tag(Wording("回答なしで案件あり", "a case without an answer"), "notice")
AWAITED = Tag(Wording("申請ありと回答、案件なし", "said it applies, no case yet"), "info")
CONTRADICTS = Tag(Wording("該当なしと回答、案件あり", "said nothing applies, yet a case came"), "error")
UNASKED = Tag(Wording("照会していないのに案件あり", "a case, though it was not asked"), "notice")
_SHORT = {
    ONLY_CASE.words: Wording("案件のみ", "case only"),
    AWAITED.words: Wording("案件なし", "no case"),
    CONTRADICTS.words: Wording("案件あり", "case came"),
}


def call_name(programme: Programme, round_: int) -> Wording:
    if round_ == 1:
        return programme.name
    return Wording(f"{programme.name.ja}（第{round_}次）", f"{programme.name.en} (round {round_})")


def line_of_call(sheet: CallSheet, today: date, language: Language, calendar: WorkingDays | None = None) -> CallLine:
    key = CallKey(sheet.programme.key, sheet.edition.year.start_year, sheet.round)
    notice = CallDay(sheet.notice_on)
    by = Reckoning(today, calendar, sheet.programme.key)
    days = day_lines(sheet.days, notice, by, awaited=bool(sheet.open_bodies))
    name = call_name(sheet.programme, sheet.round)
    texts = _texts(sheet.days, notice, language)
    collects = sheet.programme.collected is not None
    return CallLine(key, name, SET_UP, days, len(sheet.bodies), sheet.counts, texts, collects)


def line_of_window(window: KnownWindow, today: date, calendar: WorkingDays | None = None) -> CallLine:
    key, none = CallKey(window.programme.key, window.year), dict.fromkeys(CallAnswer, 0)
    days = day_lines(window.days, None, Reckoning(today, calendar, window.programme.key))
    return CallLine(key, window.programme.name, KNOWN, days, 0, none, {}, window.programme.collected is not None)


def line_of_unknown(programme: Programme, year: int) -> CallLine:
    none = dict.fromkeys(CallAnswer, 0)
    return CallLine(CallKey(programme.key, year), programme.name, UNKNOWN, (), 0, none, {}, bool(programme.collected))


class Reckoning(NamedTuple):
    """What the nearness of a day is reckoned by: today, and where it is known the branch's calendar."""

    today: date
    calendar: WorkingDays | None = None
    programme: str = ""

    def left(self, day: date | None, *, over: bool) -> Tag | None:
        if day is None:
            return None
        return CLOSED if over and day < self.today else due_tag(day, self.today, self.calendar)

    def remark(self, field: str, day: date | None) -> Wording | None:
        """What a closed day does to the deadline of the call's cases, by the branch's settings."""
        if self.calendar is None or day is None or field not in _OF_CASES:
            return None
        moving = self.calendar.moving.get(f"{self.programme}.{_OF_CASES[field]}", Moving.NONE)
        return on_a_closed_day(day, self.calendar.closure(day), moving, self.calendar.moved(day, moving))


def day_lines(days: CallDays, notice: CallDay | None, by: Reckoning, *, awaited: bool = False) -> list[DayLine]:
    """Every day of the call, known or not, in the order of the questions; of deadlines also how near they are.

    The branch's own is only over when no answer is ``awaited`` any more, or headquarters' is over too.
    """
    closed = days.deadline.day is not None and days.deadline.day < by.today
    over = {"deadline", "branch_deadline"} if closed or not awaited else {"deadline"}
    held = {"opens": days.opens, "deadline": days.deadline, "begins": days.begins, "ends": days.ends}
    held |= {"notice_on": notice, "branch_deadline": days.branch_deadline} if notice else {}
    return [_day_line(field, one, days.hour, by, over=field in over) for field, one in held.items()]


def _day_line(field: str, one: CallDay, hour: str, by: Reckoning, *, over: bool) -> DayLine:
    unsure = field != "notice_on" and (one.day is None or one.carried_forward)
    return DayLine(
        field=field,
        label=DAY_WORDS[field],
        day=one.day,
        hour=hour if field == "deadline" else "",
        words=one.words,
        source=one.source,
        mark=MARK_WORDS[one.source.mark] if one.source else Wording("", ""),
        sure=TO_CONFIRM if unsure else None,
        left=by.left(one.day, over=over) if field in _OF_CASES else None,
        remark=by.remark(field, one.day),
    )


def _texts(days: CallDays, notice: CallDay, language: Language) -> Mapping[str, str]:
    """What stands now, as it may be typed; words carried forward from an earlier year are not this year's."""
    dated = {"opens": days.opens, "deadline": days.deadline, "notice_on": notice,
             "branch_deadline": days.branch_deadline}  # fmt: skip
    texts = {field: day_text(one.day, language) if one.day else "" for field, one in dated.items()}
    worded = {"begins": days.begins, "ends": days.ends}
    texts |= {field: "" if one.carried_forward else one.words for field, one in worded.items()}
    return texts | {"hour": days.hour}


def day_text(day: date, language: Language) -> str:
    return date_with_weekday(day) if language is Language.JA else english_date(day)


def short_day(day: date) -> Wording:
    return Wording(f"{day.month}月{day.day}日", english_date(day).rsplit(" ", 1)[0])


def cell_of(body: AskedBody, days: CallDays, today: date) -> Cell:
    due = days.branch_deadline.day
    awaited = AWAITED._replace(tone="warning") if due and due < today else AWAITED
    flags = [flag for flag, holds in ((CONTRADICTS, body.contradicts), (ONLY_CASE, body.only_case),
                                      (awaited, body.awaited_case), (LATE, body.late)) if holds]  # fmt: skip
    return Cell(
        tag=_open_tag(days, today) if body.answer is CallAnswer.OPEN else _answer_tag(body, flags),
        order=_ORDER[body.answer],
        asked=True,
        said=body.said,
        answered_on=body.answered_on,
        late=body.late,
        note=body.note,
        reminded_on=body.reminded_on,
        flags=flags,
        cases=links(body.cases),
    )


def cell_of_unasked(cases: Sequence[LinkedCase]) -> Cell:
    words = Wording("照会なし・案件あり", "Not asked, case came")
    return Cell(
        Tag(words, "notice"), 3, False, CallAnswer.OPEN, None, False, "", None, (UNASKED,), links(cases)
    )  # fmt: skip


def links(cases: Sequence[LinkedCase]) -> list[CaseLink]:
    from clair_desktop.presenters.words import state_tag

    return [CaseLink(one.number, state_tag(one.state), one.received_on, one.late) for one in cases]


def _open_tag(days: CallDays, today: date) -> Tag:
    """Silence, and how long there is still to wait; once headquarters' day has passed, that it has."""
    said, due, last = ANSWER_WORDS[CallAnswer.OPEN], days.branch_deadline.day, days.deadline.day
    if last is not None and last < today:
        return Tag(Wording(f"{said.ja} 締切後", f"{said.en}, closed"), "notice")
    if due is None:
        return Tag(said, "warning")
    left = due_tag(due, today)
    return Tag(Wording(f"{said.ja} {left.words.ja}", f"{said.en}, {left.words.en}"), left.tone or "warning")


def _answer_tag(body: AskedBody, flags: Sequence[Tag]) -> Tag:
    said, day = ANSWER_WORDS[body.answer], body.answered_on
    ja, en = [said.ja], [said.en]
    if day:
        ja, en = [*ja, short_day(day).ja], [*en, short_day(day).en]
    if body.late:
        ja, en = [*ja, LATE.words.ja], [*en, LATE.words.en]
    found = [_SHORT[flag.words] for flag in flags if flag.words in _SHORT]
    extra_ja, extra_en = ("".join(f"・{one.ja}" for one in found), "".join(f", {one.en}" for one in found))
    tone = flags[0].tone if found else _TONES[body.answer]
    return Tag(Wording(f"{' '.join(ja)}{extra_ja}", f"{' '.join(en)}{extra_en}"), tone)


def left_tag(line: DayLine | None) -> Tag:
    """How near a deadline is; what is not known is to be confirmed."""
    if line is None:
        return NOTHING
    return line.left or TO_CONFIRM
