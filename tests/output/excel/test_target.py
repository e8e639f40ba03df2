"""The workbook takes its place whole or not at all, and says what to do when it cannot."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.readback import read_register
from clair_desktop.output.excel.target import part_of, whole_file, write_through
from clair_desktop.output.excel.workbook import write_workbook
from tests.output.excel.books import book, titled


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "040002_economic_grant_2026.xlsx"
    path.write_bytes(b"the earlier one")
    return path


class Holder:
    """A program that holds the file for some tries, as Excel or a virus scanner does on Windows."""

    def __init__(self, tries: int) -> None:
        self.left = tries
        self.pauses: list[float] = []

    def replace(self, part: Path, target: Path) -> None:
        if self.left:
            self.left -= 1
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        os.replace(part, target)  # noqa: PTH105  # the very call that is stood in for


def test_a_finished_workbook_replaces_the_earlier_one(target: Path) -> None:
    write_workbook(book(), target, Language.JA)
    assert len(read_register(target, "cases")) == 2
    assert list(target.parent.iterdir()) == [target]


def test_a_file_held_for_a_moment_is_replaced_when_it_is_let_go(target: Path) -> None:
    holder = Holder(tries=3)
    with whole_file(target, replace=holder.replace, pause=holder.pauses.append) as part:
        part.write_bytes(b"the new one")
    assert target.read_bytes() == b"the new one"
    assert len(holder.pauses) == 3


def test_a_file_open_in_excel_is_named_and_kept(target: Path) -> None:
    holder = Holder(tries=99)
    with (
        pytest.raises(Refusal) as refused,
        whole_file(target, replace=holder.replace, pause=holder.pauses.append) as part,
    ):
        part.write_bytes(b"the new one")
    assert str(target) in refused.value.wording.ja
    assert "閉じてから" in refused.value.wording.ja
    assert "Close it and try again" in refused.value.wording.en
    assert target.read_bytes() == b"the earlier one"
    assert not part_of(target).exists()


def test_a_read_only_file_is_kept(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(Refusal) as refused:
        write_workbook(book(), target, Language.JA)
    assert "読み取り専用" in refused.value.wording.ja
    assert str(target) in refused.value.wording.en
    assert target.read_bytes() == b"the earlier one"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        write_workbook(book(), tmp_path / "令和8年度" / "book.xlsx", Language.JA)
    assert str(tmp_path / "令和8年度") in refused.value.wording.ja


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is a folder"):
        write_workbook(book(), tmp_path, Language.JA)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "空きが足りない"), (errno.EACCES, "書き込みのできるフォルダー"), (errno.EIO, "別の保存先")],
)
def test_a_full_a_closed_and_a_failing_disk_are_told_apart(target: Path, number: int, words: str) -> None:
    with pytest.raises(Refusal) as refused, whole_file(target):
        raise OSError(number, os.strerror(number))
    assert words in refused.value.wording.ja
    assert target.read_bytes() == b"the earlier one"


def test_a_fault_on_the_way_leaves_nothing_behind(target: Path) -> None:
    with pytest.raises(TypeError), whole_file(target) as part:
        part.write_text(None)  # type: ignore[arg-type]  # opens the file and then fails
    assert list(target.parent.iterdir()) == [target]


def test_what_a_killed_process_left_is_overwritten(target: Path) -> None:
    part_of(target).write_bytes(b"half a workbook")
    write_workbook(book(), target, Language.JA)
    assert list(target.parent.iterdir()) == [target]


def _rewritten(part: Path, old: bytes, new: bytes) -> None:
    """The file with one thing changed, as a bad disk or driver might."""
    with ZipFile(part) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(part, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<v>1200000</v>", b"<v>1200001</v>"),
        ("富士市".encode(), "冨士市".encode()),
        ("受付番号".encode(), "受付号番".encode()),
        (b"<v>46113</v>", b"<v>46114</v>"),
    ],
)
def test_a_workbook_that_reads_back_otherwise_is_not_put_in_its_place(
    target: Path, monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes
) -> None:
    def spoiled(part: Path, fill: Callable[[IO[bytes]], None]) -> None:
        write_through(part, fill)
        _rewritten(part, old, new)

    monkeypatch.setattr("clair_desktop.output.excel.workbook.write_through", spoiled)
    with pytest.raises(Refusal, match="does not read back"):
        write_workbook(titled("富士市特産品"), target, Language.JA)
    assert target.read_bytes() == b"the earlier one"


def test_a_damaged_member_is_noticed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoiled(part: Path, fill: Callable[[IO[bytes]], None]) -> None:
        write_through(part, fill)
        content = bytearray(part.read_bytes())
        place = content.index(b"xl/theme/theme1.xml") + 400
        content[place] ^= 0xFF
        part.write_bytes(content)

    monkeypatch.setattr("clair_desktop.output.excel.workbook.write_through", spoiled)
    with pytest.raises(Refusal, match="does not read back"):
        write_workbook(book(), target, Language.JA)
