"""予定: what open cases, calls and holidays put on the branch's calendar, on paper and for other calendars."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from clair_desktop.domain.agenda import Entry, EntryKind, months_on, weeks_of
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.overseas_support.examples import EXAMPLES
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from tests.output.pdf.reading import page_texts
from tests.services.casework import values

NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)
LEAFLET = {"source_title": "令和8年度募集案内", "locator": "受付期間"}
SUPPORT = "overseas_support"


def visit(office, **changed):
    """The first worked case of 海外活動支援, with a journey in November 2026 and what a test changes."""
    answers = dict(values(office, SUPPORT, 2026, EXAMPLES[1].answers))
    answers |= {"starts": date(2026, 11, 24), "ends": date(2026, 11, 27)} | changed
    return office.cases.new(SUPPORT, 2026, answers)


def of_kind(entries: list[Entry], kind: EntryKind) -> list[Entry]:
    return [one for one in entries if one.kind is kind]


def events(path) -> Mapping[str, object]:
    calendar = Calendar.from_ical(path.read_bytes())
    return {str(one["uid"]): one for one in calendar.walk("VEVENT")}


def test_a_call_and_the_case_that_follows_it_stand_on_their_days(office):
    office.calls.new(CallKey("exchange_grant", 2026), CallEntry(deadline=date(2026, 11, 23), hour="17時", **LEAFLET))
    case = office.cases.new("exchange_grant", 2026, {"title": "髙﨑市とバトルクリークの交流"})
    entries = office.agenda.entries(*NOVEMBER)
    (call,) = of_kind(entries, EntryKind.CALL)
    (due,) = of_kind(entries, EntryKind.DEADLINE)
    assert (call.first, call.begins, call.title.ja) == (
        date(2026, 11, 23), "17:00", "本部提出期限（必着） 国際交流支援事業"
    )  # fmt: skip
    assert (due.number, due.begins) == (case.number, "17:00")
    assert due.title.ja == "本部提出期限（必着） 髙﨑市とバトルクリークの交流"
    assert "閉庁日（勤労感謝の日）" in due.detail.ja


def test_a_closed_case_leaves_the_calendar(office):
    case = visit(office)
    assert of_kind(office.agenda.entries(*NOVEMBER), EntryKind.TRAVEL)
    office.steps.take(case.number, "withdraw", on=date(2026, 11, 20), note="先方の都合")
    assert not of_kind(office.agenda.entries(*NOVEMBER), EntryKind.TRAVEL)


def test_a_journey_stands_on_each_of_its_days(office):
    visit(office)
    (journey,) = of_kind(office.agenda.entries(date(2026, 11, 26), date(2026, 11, 26)), EntryKind.TRAVEL)
    assert (journey.first, journey.last) == (date(2026, 11, 24), date(2026, 11, 27))
    assert journey.stands_on(date(2026, 11, 25))


def test_holidays_here_and_at_the_offices_are_named_and_an_unsettled_one_says_so(office):
    found = {one.title.ja: one for one in office.agenda.entries(*NOVEMBER)}
    assert found["勤労感謝の日"].kind is EntryKind.HOLIDAY
    abroad = of_kind(list(found.values()), EntryKind.OFFICE_HOLIDAY)
    assert any(one.place == "new_york" and one.first == date(2026, 11, 26) for one in abroad)
    spring = office.agenda.entries(date(2028, 3, 1), date(2028, 3, 31), [EntryKind.HOLIDAY])
    assert [one.title.ja for one in spring] == ["春分の日（未確定）"]


def test_only_the_kinds_asked_for_are_told(office):
    visit(office)
    kinds = {one.kind for one in office.agenda.entries(*NOVEMBER, [EntryKind.HOLIDAY, EntryKind.TRAVEL])}
    assert kinds == {EntryKind.HOLIDAY, EntryKind.TRAVEL}


def test_a_month_has_its_weeks_from_sunday_and_months_are_counted_over_the_year():
    weeks = weeks_of(date(2026, 11, 20))
    assert (weeks[0][0], weeks[-1][-1], len(weeks)) == (date(2026, 11, 1), date(2026, 12, 5), 5)
    assert len(weeks_of(date(2026, 8, 1))) == 6
    assert months_on(date(2026, 11, 20), 2) == date(2027, 1, 1)
    assert months_on(date(2027, 1, 31), -1) == date(2026, 12, 1)
    assert months_on(date(1, 1, 1), -1) == date(1, 1, 1)


@pytest.mark.parametrize(
    ("language", "heading"), [(Language.JA, "令和8年（2026年）11月"), (Language.EN, "November 2026")]
)
def test_a_month_hangs_on_the_wall_with_everything_that_stands_in_it(office, tmp_path, language, heading):
    visit(office)
    made = office.agenda_papers.month(date(2026, 11, 1), tmp_path / "予定.pdf", language)
    text = "".join(page_texts(made.path))
    assert heading.replace(" ", "") in text
    for one in office.agenda.entries(*NOVEMBER):
        assert one.title.in_(language).replace(" ", "").replace("\u3000", "") in text.replace("\u3000", "")


def test_the_list_tells_day_hour_kind_and_case(office, tmp_path):
    case = visit(office)
    made = office.agenda_papers.listed(*NOVEMBER, tmp_path / "一覧.pdf", Language.JA, [EntryKind.TRAVEL])
    text = "".join(page_texts(made.path))
    assert "令和8年11月24日（火）–令和8年11月27日（金）" in text
    assert case.number in text
    empty = office.agenda_papers.listed(*NOVEMBER, tmp_path / "空.pdf", Language.JA, [EntryKind.CALL])
    assert "この期間の予定はありません。" in "".join(page_texts(empty.path))


def test_a_whole_day_ends_with_the_day_after_and_names_stay_whole(office, tmp_path):
    visit(office, title="髙﨑市長の訪問、辻󠄀町の視察\n；カンマ,も")
    out = tmp_path / "予定.ics"
    made = office.agenda_papers.calendar_file(*NOVEMBER, out, Language.JA, [EntryKind.TRAVEL])
    assert made.entries == 1
    (event,) = events(out).values()
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 24), date(2026, 11, 28))
    assert "髙﨑市長の訪問、辻󠄀町の視察" in str(event["description"])
    raw = out.read_bytes()
    assert b"DTSTART;VALUE=DATE:20261124" in raw
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.decode().count("\n") == raw.decode().count("\r\n")


def test_a_deadlines_hour_is_japans_and_a_meetings_is_its_towns(office, tmp_path):
    office.calls.new(CallKey("exchange_grant", 2026), CallEntry(deadline=date(2026, 12, 11), hour="17時", **LEAFLET))
    office.cases.new("exchange_grant", 2026, {"title": "交流"})
    day, time = date(2026, 11, 26), "14:30"
    targets = [{"country": "SG", "body": "シンガポール国立博物館", "confirmed_day": day, "confirmed_time": time}]
    visit(office, targets=targets, slots=[])
    out = tmp_path / "予定.ics"
    office.agenda_papers.calendar_file(date(2026, 11, 1), date(2026, 12, 31), out, Language.JA)
    found = {str(one["summary"]): one for one in events(out).values()}
    due = found["本部提出期限（必着） 交流"].decoded("dtstart")
    assert due.astimezone(UTC) == datetime(2026, 12, 11, 8, 0, tzinfo=UTC)
    meeting = found["シンガポール国立博物館"]
    assert meeting["dtstart"].params["TZID"] == "Asia/Singapore"
    assert meeting.decoded("dtstart").astimezone(UTC) == datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
    assert b"BEGIN:VTIMEZONE" in out.read_bytes()


def test_a_meeting_where_a_country_has_several_clocks_keeps_its_hour_and_says_that_it_is_local(office, tmp_path):
    targets = [
        {"country": "US", "body": "ロサンゼルス市", "confirmed_day": date(2026, 11, 25), "confirmed_time": "10:00"}
    ]
    visit(office, targets=targets, slots=[])
    (meeting,) = of_kind(office.agenda.entries(*NOVEMBER), EntryKind.APPOINTMENT)
    assert (meeting.zone, meeting.clock.ja) == ("", "10:00–11:00（現地）")
    out = tmp_path / "予定.ics"
    office.agenda_papers.calendar_file(*NOVEMBER, out, Language.JA, [EntryKind.APPOINTMENT])
    (event,) = events(out).values()
    assert event.decoded("dtstart") == datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 - it floats
    assert "現地時間" in str(event["description"])


def test_taken_in_again_every_entry_is_the_same_one_and_newer(office, clock, tmp_path):
    visit(office)
    office.agenda_papers.calendar_file(*NOVEMBER, tmp_path / "1.ics", Language.JA)
    clock.set(clock.now() + timedelta(days=1))
    office.agenda_papers.calendar_file(*NOVEMBER, tmp_path / "2.ics", Language.JA)
    first, second = events(tmp_path / "1.ics"), events(tmp_path / "2.ics")
    assert first.keys() == second.keys()
    assert all(second[uid]["sequence"] > one["sequence"] for uid, one in first.items())
    assert len(first) == len(office.agenda.entries(*NOVEMBER))


def test_a_missing_folder_is_refused_and_what_stood_there_stays(office, tmp_path):
    with pytest.raises(Refusal, match="cannot be written"):
        office.agenda_papers.calendar_file(*NOVEMBER, tmp_path / "ない" / "予定.ics", Language.JA)
    kept = tmp_path / "予定.ics"
    kept.mkdir()
    with pytest.raises(Refusal, match="cannot be written"):
        office.agenda_papers.calendar_file(*NOVEMBER, kept, Language.JA)
    assert [one.name for one in tmp_path.iterdir()] == ["予定.ics"]
