"""Journeys wear the program's own clothes."""

import pytest
from PySide6.QtWidgets import QApplication

from clair_desktop.views import theme


@pytest.fixture(autouse=True)
def clothes(qapp: QApplication) -> None:
    if qapp.property("theme") is None:
        theme.wear(qapp)
