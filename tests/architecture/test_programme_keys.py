"""A programme is one module or folder: its key stands nowhere else in the program, so a new one needs no edit."""

import re

import pytest

from clair_desktop.programmes import all_programmes
from tests.architecture.checkout import name_of, python_files

SHIPPED = {name_of(path): path.read_text(encoding="utf-8") for path in python_files("clair_desktop")}


@pytest.mark.parametrize("key", all_programmes())
def test_the_key_of_a_programme_stands_in_its_own_folder_only(key: str) -> None:
    word = re.compile(rf"(?<![A-Za-z0-9_]){key}(?![A-Za-z0-9_])")
    own = (f"clair_desktop/programmes/{key}/", f"clair_desktop/programmes/{key}.py")
    assert [name for name, text in SHIPPED.items() if word.search(text) and not name.startswith(own)] == []
