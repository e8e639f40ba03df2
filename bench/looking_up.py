"""Finding a body as it is typed, and routing; the floor is the goal itself: 20 ms a find (p95), 1 s for 10,000 routes."""

import time
from collections.abc import Iterator
from datetime import date

from bench.measure import Measurement
from clair_desktop.domain.coverage import Purpose, route
from clair_desktop.domain.place_search import PlaceSearch
from clair_desktop.services.gazetteer import load_gazetteer

_TYPED = (
    "みやぎけん",
    "宮城県仙台市",
    "miyagi",
    "04100",
    "ooita",
    "札幌市中央区",
    "ふじし",
    "Aoba-ku",
    "青葉区",
    "kyoto",
)
_AREAS = {"BE": "ブリュッセル", "CH": "ジュネーブ", "CN": "香港"}


def run() -> Iterator[Measurement]:
    search = PlaceSearch(load_gazetteer())
    search.places("あ")  # the keys are made once
    taken = sorted(_seconds(search, whole[:end]) for whole in _TYPED for end in range(1, len(whole) + 1))
    yield Measurement("find among 1,959 places as typed, p95", taken[int(len(taken) * 0.95)], 0.020, 1.0)
    yield Measurement("route 10,000 questions", _routing(), 1.0, 1.0)


def _seconds(search: PlaceSearch, text: str) -> float:
    begun = time.perf_counter()
    search.places(text)
    return time.perf_counter() - begun


def _routing() -> float:
    countries = [one.code for one in load_gazetteer().countries]
    purposes, begun = list(Purpose), time.perf_counter()
    for number in range(10_000):
        country = countries[number % len(countries)]
        day = date(2015 + number % 12, 1 + number % 12, 1)
        route(country, _AREAS.get(country), purposes[number % len(purposes)], day)
    return time.perf_counter() - begun
