"""The comparison with other programs: who drops a text is found out, and nobody installs it unasked."""

from pathlib import Path

from bench.__main__ import modules
from bench.beside.content import forms
from bench.beside.engines import ours, raw
from bench.beside.html import page_of
from bench.beside.opened import faults
from bench.beside.placing import place


def test_our_form_holds_every_text_in_subsets_of_its_fonts(tmp_path: Path) -> None:
    ours.make(forms(2), tmp_path / "ours.pdf")
    assert faults(tmp_path / "ours.pdf", forms(2)) == []


def test_a_file_that_lacks_a_text_is_noticed(tmp_path: Path) -> None:
    ours.make(forms(1), tmp_path / "ours.pdf")
    assert faults(tmp_path / "ours.pdf", forms(1, first=7))[0].startswith("21 texts lost, first 'R8-0007'")


def test_the_raw_canvas_draws_all_that_ours_placed(tmp_path: Path) -> None:
    place(tmp_path, {})
    raw.make(forms(1), tmp_path / "raw.pdf")
    assert faults(tmp_path / "raw.pdf", forms(1)) == []


def test_engines_that_read_html_are_given_every_text() -> None:
    written = page_of(forms(2), faces=True)
    assert [text for one in forms(2) for text in one.texts() if text not in written] == []


def test_the_peers_are_measured_only_when_asked_for() -> None:
    assert "bench.beside" not in [module.__name__ for module in modules([])]
    assert [module.__name__ for module in modules(["beside"])] == ["bench.beside"]
