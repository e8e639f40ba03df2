"""What the branch types of a call: checked as a whole, then each fact kept in its one place."""

from dataclasses import replace
from datetime import date, timedelta

from clair_desktop.blocks.clock_times import TimeOfDay
from clair_desktop.blocks.grant_terms import month_day
from clair_desktop.domain.calls import BEGINS, BRANCH_LEAD, DATED, DAY_WORDS, DEADLINE, ENDS, OPENS
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.parties import Gazetteer
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Malformed, Refusal, cited
from clair_desktop.domain.rulings import Value
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.tables import CallRow
from clair_desktop.model.work import Work
from clair_desktop.services.call_days import CallEntry, days_of, in_rulebook
from clair_desktop.services.caseload import refresh_due_days
from clair_desktop.services.desk import Desk
from clair_desktop.services.entering import EnteredRuling, put_ruling, sourced

_HOUR = TimeOfDay(key="hour", label=Wording("必着の時刻", "Hour of the deadline"))
_NOBODY = Gazetteer((), ())  # a time of day names no body
_FARTHEST = timedelta(days=3 * 366)  # between a call's days and the first day of its project year
_RULES = {"opens": OPENS, "deadline": DEADLINE, "branch_deadline": BRANCH_LEAD, "begins": BEGINS, "ends": ENDS}
_COLUMNS = {OPENS: "opens_on", DEADLINE: "deadline_on", BEGINS: "execution_begins", ENDS: "execution_ends"}


def checked(edition: Edition, call: CallRow, entry: CallEntry) -> CallEntry:
    """The entry with its words made plain; days out of order or out of their year are refused by name."""
    _demand_near(edition, entry)
    plain = replace(
        entry,
        hour=None if entry.hour is None else _hour(entry.hour),
        begins=_window(edition, entry.begins, "begins"),
        ends=_window(edition, entry.ends, "ends"),
    )
    known = days_of(edition, call, call.round)
    opens, deadline = entry.opens or known.opens.day, entry.deadline or known.deadline.day
    _demand_order(opens, "opens", deadline, "deadline")
    if entry.branch_deadline:
        if deadline is None:
            raise Refusal(
                Wording(
                    "支部締切を決めるには、先に本部提出期限を入力してください。",
                    "Enter headquarters' deadline before the branch's own.",
                ),
                field="deadline",
            )
        _demand_order(entry.branch_deadline, "branch_deadline", deadline, "deadline")
        _demand_order(opens, "opens", entry.branch_deadline, "branch_deadline")
    return plain


def keep(desk: Desk, work: Work, call: CallRow, edition: Edition, entry: CallEntry) -> None:
    """Rulings into the rulebook, everything else onto the call, all in the act that is under way."""
    for field in sorted(entry.cleared):
        _clear(work, call, edition, field)
    if entry.by_rule:
        _keep_call(desk, work, call, edition, entry)
    call.notice_on = entry.notice_on or call.notice_on
    call.deadline_hour = call.deadline_hour if entry.hour is None else entry.hour
    if entry.branch_deadline:
        _keep_branch_deadline(desk, work, call, entry.branch_deadline)
    refresh_due_days(desk, work, call.programme, call.project_year)


def _clear(work: Work, call: CallRow, edition: Edition, field: str) -> None:
    """Take an entry back; what a published source says of the day stands and cannot be taken away."""
    rule = _RULES.get(field, "")
    if field == "notice_on":
        call.notice_on = None
    elif in_rulebook(edition, rule, call.round):
        kept = work.rule_revisions.get(call.programme, rule, call.project_year)
        if kept is None and not edition.book.standing(rule).carried_forward:
            label = DAY_WORDS[field]
            raise Refusal(
                Wording(
                    f"「{label.ja}」は公表資料の日です。空にはできません。変わった場合は新しい日と根拠を入力してください。",
                    f"“{label.en}” is given by a published source and cannot be emptied. Enter the new day with its source.",
                ),
                field=field,
            )
        if kept is not None:
            work.rule_revisions.remove(kept)
    elif field == "branch_deadline":
        call.branch_deadline_on = None
    elif rule in DATED:
        setattr(call, _COLUMNS[rule], None)
    else:
        setattr(call, _COLUMNS[rule], "")


def _keep_call(desk: Desk, work: Work, call: CallRow, edition: Edition, entry: CallEntry) -> None:
    """What headquarters' call says needs its source, wherever it is kept."""
    title, locator = sourced(entry.source_title, entry.locator)
    today, year = desk.clock.today(), call.project_year
    for rule, value in entry.by_rule.items():
        if not in_rulebook(edition, rule, call.round):
            setattr(call, _COLUMNS[rule], value)
            call.source_title, call.locator, call.checked_on = title, locator, today
        elif edition.book.value(rule) != value or not edition.book.standing(rule).decided:
            entered = EnteredRuling(call.programme, rule, year, value, title, locator, today)
            put_ruling(desk, work, entered, desk.database.who)


def _keep_branch_deadline(desk: Desk, work: Work, call: CallRow, day: date) -> None:
    """As days before headquarters' deadline where the rulebook keeps them, so that cases follow; else as the day."""
    edition = desk.edition(call.programme, call.project_year)
    deadline = days_of(edition, call, call.round).deadline.day
    if not in_rulebook(edition, BRANCH_LEAD, call.round) or deadline is None:
        call.branch_deadline_on = day
        return
    lead: Value = (deadline - day).days
    title = f"支部の定め（支部締切 {printed_date(day, Language.JA)}）"
    own = EnteredRuling(call.programme, BRANCH_LEAD, call.project_year, lead, title, "", desk.clock.today())
    put_ruling(desk, work, own, desk.database.who)


def _demand_near(edition: Edition, entry: CallEntry) -> None:
    """A slip of the hand in the year would otherwise stand in every letter."""
    days = {"notice_on": entry.notice_on, "opens": entry.opens, "deadline": entry.deadline,
            "branch_deadline": entry.branch_deadline}  # fmt: skip
    for key, day in days.items():
        if day and abs(day - edition.year.first_day) > _FARTHEST:
            label, year = DAY_WORDS[key], edition.year.label()
            ja, en = (printed_date(day, language) for language in (Language.JA, Language.EN))
            raise Refusal(
                Wording(
                    f"「{label.ja}」の{ja}は{year.ja}の募集から離れすぎています。年を確かめてください。",
                    f"“{label.en}”: {en} is too far from a call for {year.en}. Check the year.",
                ),
                field=key,
            )


def _demand_order(earlier: date | None, first: str, later: date | None, second: str) -> None:
    if earlier and later and earlier > later:
        one, other = DAY_WORDS[first], DAY_WORDS[second]
        raise Refusal(
            Wording(
                f"「{one.ja}」{printed_date(earlier, Language.JA)}が「{other.ja}」{printed_date(later, Language.JA)}より後です。",
                f"“{one.en}”, {printed_date(earlier, Language.EN)}, is after “{other.en}”, "
                f"{printed_date(later, Language.EN)}.",
            ),
            field=first,
        )


def _hour(text: str) -> str:
    """17:00, 17時 and 午後5時 as 17:00; empty forgets it."""
    try:
        return _HOUR.parse(text, _NOBODY) if text.strip() else ""
    except Malformed as complaint:
        raise Refusal(complaint.wording, field="hour") from complaint


def _window(edition: Edition, text: str | None, field: str) -> str | None:
    """The words of the source, kept as they are, provided that they name a day of the year."""
    if text is None or not text.strip():
        return None
    plain = text.strip()
    if month_day(plain, edition.year) is None:
        label = DAY_WORDS[field]
        raise Refusal(
            Wording(
                f"「{label.ja}」の「{cited(plain)}」は月日として読めません。「2月末」「2月28日」のように入力してください。",
                f"“{cited(plain)}” of “{label.en}” is no day of the year. Enter it like 「2月末」.",
            ),
            field=field,
        )
    return plain
