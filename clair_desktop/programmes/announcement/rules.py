"""Who answered what by when; 「該当なし」 is an answer. The brochure says only where the conferences are held."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from clair_desktop.domain.deadlines import Arrival, Deadline, in_time
from clair_desktop.domain.eras import day_in_words
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import brochure
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.announcement.course import ASKED
from clair_desktop.programmes.announcement.fields import JAPAN_CHINA_KOREA, JAPAN_FRANCE, NOTHING_APPLIES

CHAPTER = brochure(Wording("事業の全体", "the activities as a whole"))
_THREE_COUNTRIES = brochure(
    Wording("事業内容（日中韓3か国地方政府交流会議）・開催場所", "Japan-China-Korea conference: place")
)
_TWO_COUNTRIES = brochure(Wording("事業内容（日仏自治体交流会議）・開催場所", "Japan-France conference: place"))

_HOSTS = {
    "韓国・光州広域市": "Gwangju, Republic of Korea",
    "中国・江蘇省塩城市（予定）": "Yancheng, Jiangsu, China (planned)",
    "静岡県": "Shizuoka Prefecture",
    "フランス・カンヌ市": "Cannes, France",
}

RULES = [
    Rule(
        JAPAN_CHINA_KOREA,
        Wording("日中韓3か国地方政府交流会議の開催地", "place of the Japan-China-Korea conference"),
        str,
        by_year({2024: "韓国・光州広域市", 2025: "中国・江蘇省塩城市（予定）"}, _THREE_COUNTRIES, carries=False),
    ),
    Rule(
        JAPAN_FRANCE,
        Wording("日仏自治体交流会議の開催地", "place of the Japan-France conference"),
        str,
        by_year({2024: "静岡県", 2026: "フランス・カンヌ市"}, _TWO_COUNTRIES, carries=False),
    ),
    Rule("branch_lead_days", Wording("支部締切の前倒し日数", "the branch's lead (days)"), int),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
]

Body = Mapping[str, object]


def conference_of_the_year(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Each year has its own place, and every second year no 日仏 conference: another year's is not carried forward."""
    subject = facts.text("subject")
    if subject not in (JAPAN_CHINA_KOREA, JAPAN_FRANCE):
        return
    host, year = str(book.value(subject) or ""), book.year.label()
    met = Wording(f"{year.ja}は{host}で開催。", f"In {year.en} it is held in {_HOSTS.get(host, host)}.")
    yield book.judge("conference", True, needs=[subject], field="subject", met=met, not_met=met)


def bodies_are_named(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    for number, row in enumerate(facts.rows("bodies"), start=1):
        if not row.get("body") and not row.get("name"):
            wording = Wording(f"回付先{number}行目：団体を入力してください。", f"Bodies, row {number}: name the body.")
            yield Finding("bodies", Verdict.UNDECIDED, wording, "bodies", missing=True, row=number)


def each_body_once(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, row in enumerate(facts.rows("bodies"), start=1):
        key = str(row.get("body") or row.get("name") or "")
        if not key:
            continue
        if key in seen:
            name = _name(row, facts)
            wording = Wording(
                f"回付先{number}行目：{name.ja}は{seen[key]}行目にもあります。1行にまとめてください。",
                f"Bodies, row {number}: {name.en} stands in row {seen[key]} too. Keep one of them.",
            )
            yield Finding("bodies", Verdict.NOT_MET, wording, "bodies", row=number)
        seen.setdefault(key, number)


def answers_are_dated(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    for number, row in enumerate(facts.rows("bodies"), start=1):
        if row.get("answer") and not row.get("answered_on"):
            wording = Wording(
                f"回付先{number}行目：回答日を入力してください。", f"Bodies, row {number}: enter the day of the answer."
            )
            yield Finding("answers_dated", Verdict.UNDECIDED, wording, "bodies", missing=True, row=number)


def deadlines_in_order(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The branch needs the answers before it can reply itself."""
    branch, headquarters = facts.day("branch_deadline"), facts.day("headquarters_deadline")
    if branch is None or headquarters is None:
        return
    days = {"branch": day_in_words(branch), "headquarters": day_in_words(headquarters)}
    working = Wording("支部{branch}、本部{headquarters}", "branch {branch}, headquarters {headquarters}").filled(**days)
    if branch > headquarters:
        wording = Wording(
            "支部への回答期限が本部への回答期限より後です。支部の期限を早めてください。",
            "The branch's deadline is later than headquarters'. Give an earlier one.",
        )
        yield Finding("deadlines", Verdict.NOT_MET, wording, "branch_deadline", working)
        return
    wording = Wording("支部の期限は本部の期限までにあります。", "The branch's deadline is in time for headquarters'.")
    yield Finding("deadlines", Verdict.MET, wording, "branch_deadline", working)


def everybody_answered(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Those who have not answered are named; the branch may collect without them."""
    rows = facts.rows("bodies")
    if facts.text("reply_wanted") != "yes" or not rows:
        return
    none = sum(row.get("answer") == NOTHING_APPLIES for row in rows)
    waiting = [_name(row, facts) for row in rows if not row.get("answer")]
    answered = len(rows) - none - len(waiting)
    working = Wording(
        f"{len(rows)}団体：回答あり{answered}、該当なし{none}、未回答{len(waiting)}",
        f"{len(rows)} bodies: {answered} answered, {none} with nothing to report, {len(waiting)} yet to answer",
    )
    if not waiting:
        wording = Wording("すべての団体から回答がありました。", "Every body has answered.")
        yield Finding("answers", Verdict.MET, wording, "bodies", working)
        return
    due = facts.day("branch_deadline")
    late = due is not None and facts.on > due
    listed_ja, listed_en = "、".join(one.ja for one in waiting), "; ".join(one.en for one in waiting)
    wording = Wording(
        f"{'期限を過ぎても回答がありません' if late else '回答を待っています'}：{listed_ja}",
        f"{'Overdue' if late else 'Awaited'}: {listed_en}",
    )
    yield Finding("answers", Verdict.UNDECIDED, wording, "bodies", working)


def answers_in_time(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """An answer after the branch's own deadline may still be in time for headquarters: the branch decides."""
    branch, headquarters = facts.day("branch_deadline"), facts.day("headquarters_deadline")
    for number, row in enumerate(facts.rows("bodies"), start=1):
        day = row.get("answered_on")
        if branch is None or not isinstance(day, date) or day <= branch:
            continue
        name = _name(row, facts)
        also = headquarters is not None and day > headquarters
        wording = Wording(
            f"{name.ja}の回答は支部の期限{'も本部の期限も' if also else 'を'}過ぎています。"
            + ("受け付けられるかを本部に確認してください。" if also else "本部の期限には間に合います。"),
            f"{name.en} answered after the branch's deadline"
            + (" and headquarters'. Ask headquarters." if also else ", yet in time for headquarters."),
        )
        days = {"day": day_in_words(day), "due": day_in_words(branch)}
        working = Wording("回答{day}、支部の期限{due}", "answered {day}, due {due}").filled(**days)
        yield Finding("answers_in_time", Verdict.UNDECIDED, wording, "bodies", working, row=number)


def reply_in_time(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """必着 is judged by the arrival, 消印有効 by the sending; where the letter says neither, by both."""
    due, sent, arrived = facts.day("headquarters_deadline"), facts.day("sent_on"), facts.day("arrived_on")
    if due is None or sent is None:
        return
    said = facts.text("arrival")
    readings = {in_time(due, one, sent=sent, arrived=arrived) for one in ([Arrival(said)] if said else Arrival)}
    here = day_in_words(arrived) if arrived else Wording("未確認", "(not known)")
    working = Wording("期限{due}、送付{sent}、到着{here}", "due {due}, sent {sent}, arrived {here}").filled(
        due=day_in_words(due), sent=day_in_words(sent), here=here
    )
    yield Finding("reply_in_time", *_timely(readings), "arrived_on", working)


def _timely(readings: set[bool | None]) -> tuple[Verdict, Wording]:
    if readings == {True}:
        return Verdict.MET, Wording("本部の期限に間に合いました。", "The reply was in time.")
    if readings == {False}:
        return Verdict.NOT_MET, Wording(
            "本部の期限に遅れました。取扱いを本部に確認してください。", "The reply was late. Ask headquarters."
        )
    return Verdict.UNDECIDED, Wording(
        "本部に届いた日と期限の種別（必着・消印有効）を確かめてください。",
        "Find out when it arrived, and whether arrival or postmark counts.",
    )


def _name(row: Body, facts: Facts) -> Wording:
    known = facts.names.authority(str(row.get("body", "")))
    typed = str(row.get("name") or row.get("body") or "")
    return known.name if known else Wording(typed, typed)


CHECKS = [
    conference_of_the_year,
    bodies_are_named,
    each_body_once,
    deadlines_in_order,
    everybody_answered,
    answers_are_dated,
    answers_in_time,
    reply_in_time,
]

FINDING_NAMES = {
    "conference": Wording("会議の開催", "Conference of the year"),
    "bodies": Wording("回付先", "Bodies asked"),
    "deadlines": Wording("期限の前後", "Order of the deadlines"),
    "answers": Wording("回答の状況", "Answers"),
    "answers_dated": Wording("回答日", "Day of each answer"),
    "answers_in_time": Wording("回答の期限", "Answers in time"),
    "reply_in_time": Wording("本部への回答の期限", "Reply in time"),
}


def _headquarters_day(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("headquarters_deadline")


def _branch_day(facts: Facts, book: Rulebook) -> date | None:
    """The branch's own day, or headquarters' less the branch's lead where none is set yet."""
    day, lead = facts.day("headquarters_deadline"), book.yen("branch_lead_days")
    reckoned = day - timedelta(days=lead) if day and lead is not None else None
    return facts.day("branch_deadline") or reckoned


_BEFORE_REPLY: Sequence[str] = ("received", *ASKED, "collected")
DEADLINES = [
    Deadline("branch", Wording("支部への回答期限", "Answers to the branch"), ["received", *ASKED], _branch_day),
    Deadline("headquarters", Wording("本部への回答期限", "Reply to headquarters"), _BEFORE_REPLY, _headquarters_day),
]
