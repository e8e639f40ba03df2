"""A fault nobody foresaw is written down and told once; what was typed is safe with the drafts."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from clair_desktop.domain.wording import Language
from clair_desktop.views.faults import MOST_BYTES, FaultBook


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FaultBook:
    monkeypatch.setattr(sys, "stderr", None)  # as in a program without a console
    return FaultBook(tmp_path / "logs", Language.JA)


def fail(book: FaultBook) -> list[str]:
    """A fault reaches the book; what the person was told."""
    told: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.buttons()[0].click()

    QTimer.singleShot(50, read)
    try:
        int("机の上にない")
    except ValueError as fault:
        book.note(type(fault), fault, fault.__traceback__)
    return told


def test_a_fault_is_written_down_with_its_place_and_told(book: FaultBook) -> None:
    told = fail(book)
    written = book.path.read_text(encoding="utf-8")
    assert "机の上にない" in written
    assert "in fail" in written
    assert str(book.path) in told[0]
    assert "下書き" in told[0]


def test_the_file_of_faults_begins_anew_before_it_grows_too_large(book: FaultBook) -> None:
    book.path.parent.mkdir(parents=True)
    book.path.write_text("x" * (MOST_BYTES + 1), encoding="utf-8")
    fail(book)
    assert book.path.stat().st_size < 10_000


def test_the_program_hears_of_every_fault(book: FaultBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    book.install()
    assert sys.excepthook == book.note


def test_a_place_that_cannot_be_written_is_no_further_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    FaultBook(blocked / "logs", Language.EN)._write("nothing")
    assert blocked.read_text(encoding="utf-8") == ""
