"""The habits of an office's papers, word by word."""

import pytest

from clair_desktop.domain.paper_style import Comma, Digits, PaperStyle, faults
from clair_desktop.domain.wording import Language

JA, EN = Language.JA, Language.EN


@pytest.mark.parametrize(
    ("written", "both"),
    [
        ("令和8年11月20日", "令和8年（2026年）11月20日"),
        ("令和元年5月1日", "令和元年（2019年）5月1日"),
        ("平成31年度", "平成31年度（2019年度）"),
        ("令和9年1月4日から令和9年2月26日まで", "令和9年（2027年）1月4日から令和9年（2027年）2月26日まで"),
        ("11月20日", "11月20日"),
    ],
)
def test_the_western_year_stands_beside_the_japanese_one(written: str, both: str) -> None:
    assert PaperStyle(both_calendars=True).dated(written, JA) == both
    assert PaperStyle().dated(written, JA) == written


def test_english_papers_know_no_habits_of_japanese_ones() -> None:
    style = PaperStyle(both_calendars=True, comma=Comma.COMMA, digits=Digits.ONE_FULL)
    assert style.dated("20 November 2026", EN) == "20 November 2026"
    assert style.worded("Item 1, 2 copies", EN) == "Item 1, 2 copies"


@pytest.mark.parametrize(
    ("half", "one_full"),
    [
        ("令和8年11月3日", "令和８年11月３日"),
        ("第5条の2", "第５条の２"),
        ("1,200,000円", "1,200,000円"),
        ("5円", "5円"),
        ("電話 022-211-2972", "電話 022-211-2972"),
        ("A4", "A4"),
        ("{targets.day1}1部", "{targets.day1}1部"),
        ("写し1部", "写し１部"),
        ("3.5倍", "3.5倍"),
    ],
)
def test_a_digit_alone_may_stand_full_width_but_never_an_amount_or_a_code(half: str, one_full: str) -> None:
    assert PaperStyle(digits=Digits.ONE_FULL).worded(half, JA) == one_full
    assert PaperStyle().worded(half, JA) == half


def test_the_comma_of_the_offices_own_words_is_its_own() -> None:
    said = "制度の概要、導入の経緯及び費用について、回答します。"
    assert PaperStyle(comma=Comma.COMMA).worded(said, JA) == said.replace("、", "，")


@pytest.mark.parametrize(
    ("style", "field"),
    [
        (PaperStyle(top=17), "top"),
        (PaperStyle(bottom=19), "bottom"),  # where the mark of a release stands
        (PaperStyle(right=51), "right"),
        (PaperStyle(gutter=26), "gutter"),
        (PaperStyle(seal_room=5), "seal_room"),
        (PaperStyle(left=50, right=20, gutter=25), "left"),
        (PaperStyle(top=50, bottom=48), "top"),
    ],
)
def test_what_would_leave_no_room_for_the_text_is_told_at_its_field(style: PaperStyle, field: str) -> None:
    assert [told for told, _ in faults(style)] == [field]


def test_the_usual_papers_have_no_fault() -> None:
    assert not list(faults(PaperStyle()))
