"""When a grant is called for, carried out and reported, and the parameters that no source gives."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from clair_desktop.blocks.clock_times import TimeOfDay, time_text
from clair_desktop.blocks.foreign_currency import CURRENCY_ROUNDING
from clair_desktop.domain.deadlines import Arrival, Deadline, in_time
from clair_desktop.domain.eras import day_in_words, english_date, japanese_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Day, Option, Section
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import NOT_KNOWN, Finding, Rule, Rulebook, Ruling, Verdict
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Wording

_MONTH_DAY = re.compile(r"(\d{1,2})月(?:(\d{1,2})日|末日?)")

PARAMETERS = (
    Rule("rounding_unit", Wording("端数処理の単位（円）", "rounding unit (yen)"), int),
    CURRENCY_ROUNDING,
    Rule("via_branch", Wording("支部経由", "through the branch"), bool),
    Rule("branch_lead_days", Wording("支部締切の前倒し日数", "the branch's lead (days)"), int),
    Rule("start_after_award", Wording("交付決定後の着手", "start after the award"), bool),
    Rule("report_due_days", Wording("実績報告の期限（完了後の日数）", "report due (days after completion)"), int),
    Rule("report_due_fixed", Wording("実績報告の期限（日）", "report due by"), date),
    Rule("change_threshold", Wording("変更承認を要する経費変更の割合", "change that needs approval (share)"), Fraction),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
)


def call_rules(
    *,
    opens: Sequence[Ruling] = (),
    deadline: Sequence[Ruling] = (),
    begins: Sequence[Ruling] = (),
    ends: Sequence[Ruling] = (),
) -> list[Rule]:
    """The call and the window of execution; the window in the words of the source: 「2月末」, 「2月28日」."""
    return [
        Rule("call_opens", Wording("募集の開始", "call opens"), date, opens),
        Rule("headquarters_deadline", Wording("本部への提出期限（必着）", "headquarters' deadline (must arrive)"), date,
             deadline),
        Rule("execution_begins", Wording("事業の実施期間（始め）", "project from"), str, begins),
        Rule("execution_ends", Wording("事業の実施期限", "project to end by"), str, ends),
    ]  # fmt: skip


def month_day(text: str, year: FiscalYear) -> date | None:
    """The day of a fiscal year that words like 「4月1日」, 「2月末」 and 「2月28日」 mean; None where they mean none.

    「2月末」 is the 29th in a leap year, 「2月28日」 never is.
    """
    found = _MONTH_DAY.search(folded(text))
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    month = int(found[1])
    first = date(year.start_year + (month < 4), month, 1)
    following = date(first.year + month // 12, month % 12 + 1, 1)
    day = following - timedelta(days=1) if found[2] is None else first + timedelta(days=int(found[2]) - 1)
    return day if first <= day < following else None


def period_in_order(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The period runs forward and begins in the project year."""
    starts, ends = facts.day("starts"), facts.day("ends")
    if starts and ends and ends < starts:
        wording = Wording("実施期間の終了日が開始日より前です。", "The period ends before it begins.")
        yield Finding("period", Verdict.NOT_MET, wording, "ends")
    if starts and FiscalYear.containing(starts) != book.year:
        label = book.year.label()
        wording = Wording(
            f"実施期間が実施年度（{label.ja}）に始まりません。年度を確かめてください。",
            f"The period does not begin in the project year ({label.en}). Check the year.",
        )
        yield Finding("period", Verdict.UNDECIDED, wording, "starts")


def within_window(rule: str, facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The period lies within what the year's text allows."""
    needs = [key for key in ("execution_begins", "execution_ends") if book.standing(key).ruling]
    said = {key: str(book.value(key)) for key in needs}
    days = {key: month_day(text, book.year) for key, text in said.items()}
    starts, ends = facts.day("starts"), facts.day("ends")
    first, last = days.get("execution_begins"), days.get("execution_ends")
    unreadable = [said[key] for key, day in days.items() if day is None]
    if unreadable:
        wording = Wording(
            f"「{unreadable[0]}」は月日として読めません。「2月末」「2月28日」のように入力してください。",
            "The window does not read as days of the year. Enter it as month and day, as the guidelines print it.",
        )
        yield Finding(rule, Verdict.UNDECIDED, wording, "ends")
        return
    holds = None
    if starts and ends:
        holds = (first is None or starts >= first) and (last is None or ends <= last)
    bounds, period = _span(first, last), _span(starts, ends)
    working = Wording(
        f"{period.ja}／定め「{'～'.join(said.values())}」：{bounds.ja}", f"{period.en}; allowed: {bounds.en}"
    )
    yield book.judge(
        rule,
        holds,
        needs=needs or ["execution_ends"],
        field="ends" if last and ends and ends > last else "starts",
        met=Wording("実施期間は定めの期間内です。", "The period lies within the window."),
        not_met=Wording(f"実施期間は{bounds.ja}と定められています。", f"The period must lie {bounds.en}."),
        working=working if needs else None,
    )


SUBMISSION = Section(
    "submission",
    Wording("本部への到着と着手", "Arrival at headquarters and start"),
    [
        Choice(
            key="submitted_by",
            label=Wording("提出の方法", "Sent by"),
            options=[
                Option("email", Wording("電子メール", "E-mail")),
                Option("post", Wording("郵送", "Post")),
                Option("hand", Wording("持参", "By hand")),
            ],
        ),
        Day(
            key="arrived_on",
            label=Wording("本部への到着日", "Arrived at headquarters on"),
            hint=Wording("必着は、発送日ではなく到着日で見ます。", "The day of arrival counts, not that of sending."),
        ),
        TimeOfDay(
            key="arrived_at",
            label=Wording("到着時刻", "Arrived at (time)"),
            hint=Wording(
                "期限に時刻がある場合。メールは受信時刻",
                "Where the deadline names an hour; of an e-mail, when it came in",
            ),
        ),
        Day(key="first_order_on", label=Wording("最初の契約・発注日", "First contract or order on")),
    ],
    stage="submission",
)

TERM_FINDINGS = {
    "arrival": Wording("必着", "Arrival in time"),
    "start_after_award": Wording("交付決定前の着手", "Start before the award"),
    "window": Wording("実施期間", "Window of execution"),
}


_ASK_TIME = Wording(
    "期限の日に到着しています。期限は{hour}ですので、到着時刻を入力してください。",
    "It arrived on the last day, and the deadline is {hour}. Enter the time of arrival.",
)


def arrived_in_time(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """必着: the day of arrival decides, whenever it was sent; on the last day its hour, where the call names one."""
    arrived, due = facts.day("arrived_on"), book.day_of_year("headquarters_deadline")
    if arrived is None:
        return
    if due is None:
        label = book.rules["headquarters_deadline"].label
        wording = NOT_KNOWN.filled(label=label, year=book.year.label())
        yield Finding("arrival", Verdict.UNDECIDED, wording, "arrived_on", wanting=("headquarters_deadline",))
        return
    hour = facts.deadline_hour
    holds = in_time(due, Arrival.MUST_ARRIVE, sent=min(arrived, due), arrived=_moment(facts, arrived), hour=_time(hour))
    if holds is None:
        yield Finding("arrival", Verdict.UNDECIDED, _ASK_TIME.filled(hour=time_text(hour)), "arrived_at")
        return
    yield book.judge(
        "arrival",
        holds,
        needs=["headquarters_deadline"],
        field="arrived_on",
        met=Wording("提出期限までに到着しています。", "It arrived in time."),
        not_met=Wording("提出期限（必着）に間に合っていません。", "It arrived after the deadline."),
        working=Wording("到着{arrived}／期限{due}", "arrived {arrived}, due {due}").filled(
            arrived=_with_time(arrived, facts.text("arrived_at")), due=_with_time(due, hour)
        ),
    )


def _moment(facts: Facts, arrived: date) -> date | datetime:
    """When it arrived, to the minute where that is known."""
    at = _time(facts.text("arrived_at"))
    return datetime.combine(arrived, at) if at else arrived


def _time(clock: str) -> time | None:
    return time.fromisoformat(clock) if clock else None


def _with_time(day: date, clock: str) -> Wording:
    said = _said(day)
    if not clock:
        return said
    told = time_text(clock)
    return Wording(f"{said.ja}{told.ja}", f"{said.en}, {told.en}")


def started_after_award(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A contract or order before the award: undecided until a source says what follows from it."""
    ordered, awarded = facts.day("first_order_on"), facts.day("award_day")
    if ordered is None or awarded is None or ordered >= awarded:
        return
    yield book.judge(
        "start_after_award",
        book.value("start_after_award") is False,
        needs=["start_after_award"],
        field="first_order_on",
        met=Wording("交付決定前の着手が認められています。", "The project may begin before the award."),
        not_met=Wording("交付決定の前に着手しています。", "The project was begun before the award."),
        working=before_award_words(ordered, awarded),
    )


def _headquarters_day(facts: Facts, book: Rulebook) -> date | None:
    return book.day_of_year("headquarters_deadline")


def _branch_day(facts: Facts, book: Rulebook) -> date | None:
    day, lead = book.day_of_year("headquarters_deadline"), book.yen("branch_lead_days")
    return day - timedelta(days=lead) if day and lead is not None else None


def _project_day(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("ends")


def _report_day(facts: Facts, book: Rulebook) -> date | None:
    done, days = facts.day("completed_on"), book.yen("report_due_days")
    after = done + timedelta(days=days) if done and days is not None else None
    return min((day for day in (after, book.day_of_year("report_due_fixed")) if day), default=None)


_IN_THE_BRANCH = ("received", "checking", "returned")
DEADLINES = (
    Deadline(
        "headquarters",
        Wording("本部提出期限", "To headquarters"),
        _IN_THE_BRANCH,
        _headquarters_day,
        Arrival.MUST_ARRIVE,
    ),
    Deadline("branch", Wording("支部締切", "Branch's own deadline"), _IN_THE_BRANCH, _branch_day, Arrival.MUST_ARRIVE),
    Deadline(
        "project_end", Wording("事業終了予定", "Project ends"), ("awarded", "started"), _project_day, happens=True
    ),
    Deadline("report", Wording("実績報告期限", "Completion report"), ("completed",), _report_day, Arrival.MUST_ARRIVE),
)


def before_award_words(began: date, awarded: date) -> Wording:
    words = Wording("着手{began}／交付決定{awarded}", "begun {began}, awarded {awarded}")
    return words.filled(began=_said(began), awarded=_said(awarded))


def _span(first: date | None, last: date | None) -> Wording:
    """From one day to another, as far as they are known."""
    ja = [f"{japanese_date(first)}から"] if first else []
    en = [f"from {english_date(first)}"] if first else []
    ja += [f"{japanese_date(last)}まで"] if last else []
    en += [f"to {english_date(last)}"] if last else []
    return Wording("".join(ja), " ".join(en))


def _said(day: date) -> Wording:
    return day_in_words(day)
