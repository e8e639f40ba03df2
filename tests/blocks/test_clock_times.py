"""Times of day as clerks type them."""

import pytest

from clair_desktop.blocks.clock_times import TimeOfDay
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.gazetteer import load_gazetteer

TIME = TimeOfDay(key="time", label=Wording("時刻", "Time"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14:30", "14:30"), ("９：００", "09:00"), ("午後2時30分", "14:30"), ("午前0時", "00:00"), ("12時半", "12:30"),
        ("2:30 p.m.", "14:30"), ("12 am", "00:00"), ("12:15 pm", "12:15"), ("午後0時15分", "12:15"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_it_is_typed(typed: str, kept: str) -> None:
    assert TIME.parse(typed, load_gazetteer()) == kept


@pytest.mark.parametrize("typed", ["25:00", "14:60", "昼ごろ", "午後14時", "1430", "14", "午前9時pm"])
def test_what_no_clock_shows_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Malformed) as refused:
        TIME.parse(typed, load_gazetteer())
    assert typed in refused.value.wording.ja


def test_a_time_is_printed_as_each_language_writes_it() -> None:
    names = load_gazetteer()
    assert TIME.printed("14:30", Language.JA, names) == "午後2時30分"
    assert TIME.printed("14:30", Language.EN, names) == "2:30 p.m."
    assert TIME.printed("00:05", Language.JA, names) == "午前0時5分"
    assert TIME.printed("12:00", Language.EN, names) == "12:00 p.m."
