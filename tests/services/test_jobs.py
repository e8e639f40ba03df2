"""Long work in a process of its own loads what it needs and nothing else, so that a dropped file is judged at once."""

import subprocess
import sys
from importlib import import_module

import pytest

from clair_desktop.services.jobs import _PLACES, HANDLERS

LOADED = """
import io, sys
from clair_desktop.services.jobs import HANDLERS
from clair_desktop.support.jobs import serve
serve("examine", HANDLERS, io.BytesIO(b'{"files": []}'), io.BytesIO())
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize("name", _PLACES)
def test_each_job_is_served_by_the_module_that_gives_it_its_name(name: str) -> None:
    assert name == import_module(f"clair_desktop.{_PLACES[name][0]}").JOB
    assert callable(HANDLERS[name])


def test_a_pdf_is_examined_without_loading_the_database_or_excel() -> None:
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, encoding="utf-8", check=True)
    loaded = set(told.stdout.split())
    assert "clair_desktop" in loaded
    assert not {"sqlalchemy", "openpyxl", "babel", "PySide6"} & loaded
