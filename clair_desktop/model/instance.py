"""One window per data folder, by a lock of the operating system that ends with the process, however it ends."""

import os
import sys
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

FILE_NAME = "window.lock"

ALREADY_OPEN = Wording(
    "このデータのフォルダー「{folder}」は、別のウィンドウで開いています。そのウィンドウを使うか、閉じてから開いてください。",
    "The data folder “{folder}” is open in another window. Use that window, or close it first.",
)
NOT_WRITABLE = Wording(
    "データのフォルダー「{folder}」に書き込めません。別のフォルダーを選ぶか、書込み権限を確かめてください。",
    "The data folder “{folder}” cannot be written. Choose another, or check that you may write there.",
)


class SingleInstance:
    """The window's hold on a data folder, from construction until ``release`` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = os.open(folder / FILE_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise Refusal(NOT_WRITABLE.filled(folder=folder)) from fault
        try:
            _lock(self._file)
        except OSError as fault:
            os.close(self._file)
            raise Refusal(ALREADY_OPEN.filled(folder=folder)) from fault

    def release(self) -> None:
        os.close(self._file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
