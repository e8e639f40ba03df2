"""Windows wear the program's own clothes, and nothing of them outlives its test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from clair_desktop.services.office import Office
from clair_desktop.views import theme
from tests.presenters.stand import opened_office


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
