"""The list of cases: what is listed, in what order, how its days are told, and how a case is received."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.case_list import (
    CaseListPresenter,
    CaseOrder,
    ListChoices,
    NewCaseChoices,
    ShownLine,
    ShownList,
    Standing,
    YearKind,
)
from clair_desktop.presenters.due_words import due_on_words
from clair_desktop.presenters.tags import due_tag
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from clair_desktop.services.listed import FILE_NAME, remembered
from clair_desktop.services.listing import Listing
from clair_desktop.services.office import Office
from tests.presenters.entries import GRANT, RESEARCH, worked
from tests.presenters.stand import TODAY, RememberingShell, opened_office, receive_examples

LEAFLET = {"source_title": "令和8年度募集案内", "locator": "受付期間"}


class RememberingList:
    def __init__(self) -> None:
        self.shown: ShownList | None = None
        self.choices: ListChoices | None = None
        self.offered: NewCaseChoices | None = None
        self.marked: int | None = None
        self.wish: tuple[str, int] | None = None

    def show_choices(self, choices: ListChoices) -> None:
        self.choices = choices

    def show_cases(self, shown: ShownList) -> None:
        self.shown = shown

    def mark(self, case_id: int | None) -> None:
        self.marked = case_id

    def ask_new_case(self, choices: NewCaseChoices) -> tuple[str, int] | None:
        self.offered = choices
        return self.wish

    @property
    def ids(self) -> Sequence[int]:
        assert self.shown is not None
        return self.shown.ids


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> RememberingList:
    return RememberingList()


@pytest.fixture
def opened() -> list[int]:
    return []


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


@pytest.fixture
def presenter(
    view: RememberingList, office: Office, opened: list[int], shell: RememberingShell, tmp_path: Path
) -> CaseListPresenter:
    listing = Listing(office._desk.database.listing(), tmp_path)
    made = CaseListPresenter(view, listing, shell, office.clock, opened.append)
    made.take_office(office)
    return made


def lines(presenter: CaseListPresenter, view: RememberingList) -> Sequence[ShownLine]:
    return presenter.block(view.ids)


def test_open_cases_are_listed_by_their_deadlines(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    receive_examples(office)
    presenter.start()
    days = [line.due_on for line in lines(presenter, view)]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days == known + [None] * (len(days) - len(known))


def test_what_ends_a_research_request_does_not_end_a_grant(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    grant, request = worked(office, GRANT), worked(office, RESEARCH)
    with office._desk.database.work(grant.state.label) as work:
        for case in (grant, request):
            work.cases.by_id(case.id).state = "completed"
    presenter.start()
    assert [line.number for line in lines(presenter, view)] == [grant.number]
    presenter.choose_standing(Standing.CLOSED)
    assert [line.number for line in lines(presenter, view)] == [request.number]
    presenter.choose_standing(Standing.ALL)
    assert len(view.ids) == 2


def test_near_deadlines_are_those_within_seven_days_and_overdue_ones(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    receive_examples(office)
    presenter.choose_standing(Standing.SOON)
    presenter.start()
    shown = lines(presenter, view)
    assert shown
    assert all(line.due_on is not None and (line.due_on - TODAY.date()).days <= 7 for line in shown)


def test_a_search_finds_old_kanji_and_part_of_a_word(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    case = worked(office, GRANT)
    office.cases.save(case.number, {**case.answers, "title": "髙﨑のほうじ茶"})
    worked(office, RESEARCH)
    presenter.search("高崎")
    assert [line.number for line in lines(presenter, view)] == [case.number]
    presenter.search("富士")
    assert [line.number for line in lines(presenter, view)] == [case.number]
    presenter.search("どこにもない")
    assert len(view.ids) == 0


def test_the_list_is_narrowed_by_programme_and_year(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    receive_examples(office)
    presenter.start()
    assert view.choices is not None
    assert [key for key, _name in view.choices.programmes] == list(office.programmes())
    presenter.choose_programme(RESEARCH)
    presenter.choose_year(2026)
    shown = lines(presenter, view)
    assert {(line.programme.ja, line.year.ja) for line in shown} == {("海外依頼調査", "令和8年度")}


def test_the_years_offered_are_of_the_kind_chosen_and_a_closing_year_lists_closed_cases(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    case = worked(office, GRANT)
    office.steps.take(case.number, "withdraw", on=date(2027, 4, 2))
    presenter.choose_year_kind(YearKind.CALL)
    assert view.choices is not None
    assert [year for year, _label in view.choices.years] == [case.edition.year.start_year - 1]
    presenter.choose_year_kind(YearKind.CLOSING)
    assert [year for year, _label in view.choices.years] == [2027]
    presenter.choose_year(2027)
    assert [line.number for line in lines(presenter, view)] == [case.number]


def test_numbers_are_ordered_by_era_year_and_running_number(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    receive_examples(office)
    presenter.sort(CaseOrder.NUMBER, descending=True)
    numbers = [line.number for line in lines(presenter, view)]
    assert numbers == sorted(numbers, reverse=True)


def test_days_are_told_in_words() -> None:
    today = TODAY.date()
    told = [due_tag(today.replace(day=day), today) for day in (2, 20, 23, 30)]
    assert [tag.words.ja for tag in told] == ["18日超過", "本日期限", "あと3日", "あと10日"]
    assert [tag.words.en for tag in told] == ["18 days late", "Due today", "3 days left", "10 days left"]
    assert [tag.tone for tag in told] == ["error", "notice", "warning", ""]


def test_days_are_told_in_working_days_too_where_the_calendar_is_known(office: Office) -> None:
    """From Friday 20 November 2026: Monday the 23rd is 勤労感謝の日."""
    today, calendar = TODAY.date(), office.days.calendar()
    told = [due_tag(today.replace(day=day), today, calendar) for day in (2, 20, 23, 27)]
    assert [tag.words.ja for tag in told] == ["18日超過", "本日期限", "あと3日（開庁日0日）", "あと7日（開庁日4日）"]
    assert [tag.words.en for tag in told[2:]] == ["3 days left (0 working)", "7 days left (4 working)"]
    assert [tag.tone for tag in told[2:]] == ["notice", "warning"]


def test_the_list_tells_the_day_and_once_the_office_is_there_the_working_days(office: Office) -> None:
    today = TODAY.date()
    day = today.replace(day=27)
    assert due_on_words(day, today, None) == Wording("11月27日（金）", "Fri 27 November 2026")
    known = due_on_words(day, today, office.days.calendar())
    assert known == Wording("11月27日（金） 開庁日4日", "Fri 27 November 2026, 4 working")
    equinox = date(2028, 3, 24)
    assert due_on_words(equinox, today, office.days.calendar()) == due_on_words(equinox, today, None)
    assert due_tag(equinox, today, office.days.calendar()) == due_tag(equinox, today)
    next_year = due_on_words(date(2027, 1, 8), today, None)
    assert next_year.ja == "令和9年1月8日（金）"


def test_a_line_tells_when_it_is_due(presenter: CaseListPresenter, view: RememberingList, office: Office) -> None:
    office.calls.new(CallKey("exchange_grant", 2026), CallEntry(deadline=date(2026, 12, 11), **LEAFLET))
    worked(office, "exchange_grant", 1)
    presenter.start()
    (shown,) = lines(presenter, view)
    assert shown.due_words.ja == "12月11日（金） 開庁日14日"


def test_a_deadline_that_no_source_gives_is_to_be_confirmed(
    presenter: CaseListPresenter, view: RememberingList, office: Office
) -> None:
    worked(office, GRANT)
    presenter.start()
    assert lines(presenter, view)[0].due.words.ja == "期限 要確認"


def test_a_case_is_received_for_the_year_its_call_is_for(
    presenter: CaseListPresenter, view: RememberingList, office: Office, opened: list[int], shell: RememberingShell
) -> None:
    view.wish = (GRANT, 2027)
    assert presenter.receive()
    assert view.offered is not None
    assert (view.offered.usual_year[GRANT], view.offered.usual_year[RESEARCH]) == (2027, 2026)
    received = office.cases.by_id(opened[0])
    assert received.edition.year.start_year == 2027
    assert received.number in shell.said[-1].ja
    assert list(view.ids) == [received.id]


def test_going_back_receives_nothing(presenter: CaseListPresenter, office: Office, opened: list[int]) -> None:
    assert not presenter.receive()
    assert opened == []
    assert office.cases.lines() == []


def test_a_programme_that_takes_no_new_cases_says_why(
    presenter: CaseListPresenter, view: RememberingList, office: Office, shell: RememberingShell
) -> None:
    from dataclasses import replace

    from clair_desktop.domain.fiscal_year import FiscalYear

    ended = replace(office.programmes()[GRANT], until=FiscalYear(2025))
    office._desk.programmes = {**office.programmes(), GRANT: ended}
    view.wish = (GRANT, 2026)
    assert not presenter.receive()
    assert "終了" in shell.refused[-1].wording.ja
    assert office.cases.lines() == []


def test_before_the_office_is_there_the_list_can_be_read_but_no_case_opened(
    view: RememberingList, office: Office, opened: list[int], shell: RememberingShell, tmp_path: Path
) -> None:
    case = worked(office, GRANT)
    early = CaseListPresenter(
        view, Listing(office._desk.database.listing(), tmp_path), shell, office.clock, opened.append
    )
    early.start()
    early.open(case.id)
    assert list(view.ids) == [case.id]
    assert opened == []
    assert not early.receive()


def test_the_programmes_are_remembered_for_the_next_window(office: Office, tmp_path: Path) -> None:
    listing = Listing(office._desk.database.listing(), tmp_path)
    assert remembered(tmp_path) == listing.programmes()
    (tmp_path / FILE_NAME).write_text("0.0\nnonsense", encoding="utf-8")
    assert remembered(tmp_path) is None
