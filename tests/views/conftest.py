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
    if "/views/" not in item.path.as_posix() or not hasattr(item, "callspec"):
        return False
    given = sorted(item.callspec.params.items())
    languages = [value for _name, value in given if isinstance(value, Language)]
    if len(languages) != 1:
        return False
    others = [str(value) for _name, value in given if not isinstance(value, Language)]
    turn = crc32(f"{item.path.name} {getattr(item, 'originalname', item.name)} {others}".encode()) % 2
    return languages[0] is not list(Language)[turn]


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
