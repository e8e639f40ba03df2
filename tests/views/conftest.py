"""Windows wear the program's own clothes, and nothing of them outlives its test."""

import os
from collections.abc import Iterator
from zlib import crc32

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from clair_desktop.domain.wording import Language
from clair_desktop.services.office import Office
from clair_desktop.views import theme
from tests.presenters.stand import opened_office


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that is written for a window in either language runs in one of them, always the same one.

    Half of them look at a Japanese window and half at an English one; ``dev.py soak languages`` runs each in both.
    """
    if os.environ.get("CLAIR_WINDOWS_IN") == "both":
        return
    others = [one for one in items if _is_for_the_soak(one)]
    config.hook.pytest_deselected(items=others)
    items[:] = [one for one in items if one not in set(others)]


def _is_for_the_soak(item: pytest.Item) -> bool:
    given = getattr(item, "callspec", None)
    language = given.params.get("language") if given is not None else None
    if "/views/" not in item.path.as_posix() or not isinstance(language, Language):
        return False
    others = [str(value) for name, value in sorted(given.params.items()) if name != "language"]
    turn = crc32(f"{item.path.name} {getattr(item, 'originalname', item.name)} {others}".encode()) % 2
    return language is not list(Language)[turn]


@pytest.fixture(autouse=True)
def clothes(qapp: QApplication) -> Iterator[None]:
    if qapp.property("theme") is None:
        theme.wear(qapp)
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened
