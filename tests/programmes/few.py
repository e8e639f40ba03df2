"""A request and a dispatch stand for all programmes where the worked cases of all would take a minute; the soak takes all."""

import pkgutil
from collections.abc import Iterator

import pytest

from clair_desktop.programmes import all_programmes

FEW = frozenset({"overseas_research", "staff_exchange"})


@pytest.fixture
def few_programmes(monkeypatch: pytest.MonkeyPatch) -> Iterator[frozenset[str]]:
    """An office opened after this knows these programmes only."""
    yield from _only(FEW, monkeypatch)


@pytest.fixture
def announcements(monkeypatch: pytest.MonkeyPatch) -> Iterator[frozenset[str]]:
    """The calls alone: what a call's case says at one step it no longer says at the next."""
    yield from _only(frozenset({"announcement"}), monkeypatch)


def _only(names: frozenset[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[frozenset[str]]:
    every = pkgutil.iter_modules
    monkeypatch.setattr("pkgutil.iter_modules", lambda path: [one for one in every(path) if one.name in names])
    all_programmes.cache_clear()
    yield names
    monkeypatch.undo()
    all_programmes.cache_clear()
