"""時差・開庁: the offices at this minute, the chosen one's sheet, copied and on paper."""

from datetime import datetime, timedelta

import pytest

from clair_desktop.domain.office_hours import JAPAN_TIME
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.office_times import OfficeTimesPresenter
from tests.output.pdf.reading import page_texts
from tests.presenters.stand import Remembering, RememberingShell, opened_office

MORNING = datetime(2026, 11, 27, 9, 0, tzinfo=JAPAN_TIME)  # Thanksgiving Day in New York


@pytest.fixture
def office():
    with opened_office() as opened:
        opened.clock.set(MORNING)
        yield opened


@pytest.fixture
def view():
    return Remembering()


@pytest.fixture
def shell(tmp_path):
    return RememberingShell(target=tmp_path / "時差.pdf")


@pytest.fixture
def times(view, office, shell):
    presenter = OfficeTimesPresenter(view, office, shell, Language.JA)
    presenter.start()
    return presenter


def lines(view):
    return {one.office: one for one in view.last("show_offices")[1]}


def test_all_seven_are_seen_at_a_glance_and_new_york_is_closed_for_thanksgiving(times, view):
    assert view.last("show_offices")[0] == "11/27（金） 09:00"
    shown = lines(view)
    assert len(shown) == 7
    new_york = shown["new_york"]
    assert (new_york.local, new_york.difference) == ("11/26（木） 19:00", "−14時間（前日）")
    assert (new_york.today, new_york.standing.words.ja) == ("休み：感謝祭", "休み（感謝祭）")


def test_the_clock_goes_on_by_the_minute_and_not_before(times, view, office):
    shown = len(view.calls)
    office.clock.set(MORNING + timedelta(seconds=59))
    times.tick()
    assert len(view.calls) == shown
    office.clock.set(MORNING + timedelta(minutes=1))
    times.tick()
    assert lines(view)["seoul"].local.endswith("09:01")


def test_hours_that_no_document_gives_stay_to_be_confirmed_until_the_branch_sets_them(times, view, office):
    assert "要確認" in lines(view)["seoul"].standing.words.ja
    office.days.put_hours("seoul", "8:30", "17:30")
    times.start()
    assert lines(view)["seoul"].standing.words.ja == "執務時間内"
    times.choose("seoul")
    assert "執務時間：8:30–17:30（支部の設定）" in view.last("show_sheet").told


def test_the_chosen_office_tells_dialling_advice_and_two_weeks(times, view):
    times.choose("beijing")
    sheet = view.last("show_sheet")
    for said in ("010-86-10-6513-8791", "010-86-10-6513-8790", "以前の値", "土日・祝日の面会は", "北京事務所"):
        assert said in sheet.told
    assert len(sheet.shared) == 14
    assert sheet.shared[0][:3] == ["11/27（金）", "10:00–17:15", "9:00–16:15"]
    assert sheet.shared[1][3] == "日本：土曜日、現地：土曜日"


def test_the_sheet_is_copied_as_text_and_saved_as_pdf(times, view, shell, tmp_path):
    times.choose("new_york")
    times.copy()
    assert "23:00–翌7:00" in view.last("copy")
    times.save_pdf()
    pages = page_texts(tmp_path / "時差.pdf")
    assert len(pages) <= 2
    assert pages[0].startswith("ニューヨーク事務所")
    assert "010-1-212-246-5542" in pages[0]


def test_a_folder_that_is_not_there_is_refused(times, shell, tmp_path):
    shell.target = tmp_path / "ない" / "時差.pdf"
    times.save_pdf()
    assert shell.refused
