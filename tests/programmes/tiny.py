"""A third, tiny programme, found as any new one would be: its file lies on the path where programmes are looked for.

``tiny_programme`` is a fixture for whoever wants to show that nothing else needs an edit.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop import programmes
from clair_desktop.domain.programme import Programme

TINY = "material_loan"
_FOLDER = Path(__file__).parent / "added"


@pytest.fixture
def tiny_programme(monkeypatch: pytest.MonkeyPatch) -> Iterator[Programme]:
    """The tiny programme beside the real ones; everything opened within the test knows it."""
    monkeypatch.setattr(programmes, "__path__", [*programmes.__path__, str(_FOLDER)])
    programmes.all_programmes.cache_clear()
    yield programmes.all_programmes()[TINY]
    monkeypatch.undo()
    programmes.all_programmes.cache_clear()
    sys.modules.pop(f"{programmes.__name__}.{TINY}", None)
