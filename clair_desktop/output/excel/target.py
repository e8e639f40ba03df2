"""A file appears whole or not at all: made beside its place, checked there, and moved into it in one act."""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

_TRIES, _PAUSE = 8, 0.25  # virus scanners and previews let go of a file within two seconds


def part_of(target: Path) -> Path:
    """Where the file is made; left behind only by a killed process, and then overwritten by the next."""
    return target.with_name(target.name + ".part")


@contextmanager
def whole_file(
    target: Path,
    *,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[Path]:
    """Gives the place to write; when the block ends well the file stands at ``target``, else nothing is changed."""
    _refuse_read_only(target)
    part = part_of(target)
    try:
        try:
            yield part
        except OSError as fault:
            raise _refusal(fault, target, _closed_folder(target)) from fault
        try:
            _put(part, target, replace, pause)
        except OSError as fault:
            raise _refusal(fault, target, _held(target)) from fault
    finally:
        with suppress(OSError):  # a part that cannot be reached must not hide why
            part.unlink(missing_ok=True)


def write_through(part: Path, fill: Callable[[IO[bytes]], None]) -> None:
    """Fills the file and waits until the disk has it."""
    with part.open("wb") as file:
        fill(file)
        file.flush()
        os.fsync(file.fileno())


def _put(part: Path, target: Path, replace: Callable[[Path, Path], None], pause: Callable[[float], None]) -> None:
    for left in reversed(range(_TRIES)):
        try:
            replace(part, target)
        except PermissionError:
            if not left:
                raise
            pause(_PAUSE)
        else:
            return


def _refuse_read_only(target: Path) -> None:
    """A file marked read-only is kept; replacing it would be allowed on some systems and not on others."""
    if target.is_dir():
        raise Refusal(_is_folder(target))
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise Refusal(_read_only(target))


def _refusal(fault: OSError, target: Path, forbidden: Wording) -> Refusal:
    if isinstance(fault, PermissionError):
        return Refusal(forbidden)
    if fault.errno == errno.ENOSPC:
        return Refusal(_full(target))
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return Refusal(_no_folder(target))
    return Refusal(_failed(target, fault))


def _is_folder(target: Path) -> Wording:
    return Wording(
        f"「{target}」はフォルダーです。別のファイル名を指定してください。",
        f"“{target}” is a folder. Choose another file name.",
    )


def _read_only(target: Path) -> Wording:
    return Wording(
        f"「{target}」は読み取り専用です。別の名前で保存するか、ファイルのプロパティで読み取り専用を解除してください。",
        f"“{target}” is read-only. Save under another name, or clear “Read-only” in the file's properties.",
    )


def _held(target: Path) -> Wording:
    return Wording(
        f"「{target}」はほかのプログラム（Excelなど）で開かれています。閉じてからもう一度実行してください。"
        "以前のファイルはそのまま残っています。",
        f"“{target}” is open in another program, such as Excel. Close it and try again. The earlier file is unchanged.",
    )


def _closed_folder(target: Path) -> Wording:
    return Wording(
        f"フォルダー「{target.parent}」に「{target.name}」を保存できません。"
        "書き込みのできるフォルダーを選ぶか、管理者に権限を確かめてください。",
        f"“{target.name}” cannot be saved in “{target.parent}”. "
        "Choose a folder that you may write to, or ask who looks after it.",
    )


def _no_folder(target: Path) -> Wording:
    return Wording(
        f"保存先のフォルダー「{target.parent}」がありません。フォルダーを作るか、別の保存先を選んでください。",
        f"There is no folder “{target.parent}”. Make it, or choose another place.",
    )


def _full(target: Path) -> Wording:
    return Wording(
        f"ディスクの空きが足りないため「{target}」を保存できません。空きを作るか、別の保存先を選んでください。",
        f"The disk is full; “{target}” cannot be saved. Make room, or choose another place.",
    )


def _failed(target: Path, fault: OSError) -> Wording:
    return Wording(
        f"「{target}」を保存できません（{fault.strerror}）。別の保存先を選んでください。",
        f"“{target}” cannot be saved ({fault.strerror}). Choose another place.",
    )
