"""What goes wrong between the program and its file, said to the person who can mend it."""

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.connection import driver

CHANGED_ELSEWHERE = Wording(
    "この案件は、開いた後に別の画面で変更されました。保存していません。最新の内容を確かめてから、もう一度入力してください。",
    "This case was changed elsewhere after you opened it. Nothing was saved. Look at it as it is now, then enter again.",
)
OUTCOME_UNKNOWN = Wording(
    "保存できたかどうかを確かめられませんでした。プログラムを開き直し、案件の履歴を見てから続けてください。",
    "It could not be seen whether this was saved. Open the program again and look at the case's history before going on.",
)

_BY_CODE = {
    driver.SQLITE_BUSY: Wording(
        "別の画面または処理がデータを使用中のため、保存できませんでした。少し待って、もう一度実行してください。",
        "Another window or job is using the data, so nothing was saved. Wait a moment and try again.",
    ),
    driver.SQLITE_FULL: Wording(
        "ディスクの空き容量が足りないため、保存できませんでした。不要なファイルを削除して、もう一度実行してください。",
        "The disk is full, so nothing was saved. Delete files you do not need and try again.",
    ),
    driver.SQLITE_READONLY: Wording(
        "データのファイルに書き込めないため、保存できませんでした。フォルダーの書込み権限を確かめてください。",
        "The data file cannot be written, so nothing was saved. Check that you may write in its folder.",
    ),
    driver.SQLITE_CANTOPEN: Wording(
        "データのファイルを開けません。フォルダーがあり、読み書きできることを確かめてください。",
        "The data file cannot be opened. Check that its folder exists and that you may read and write there.",
    ),
    driver.SQLITE_IOERR: Wording(
        "データの読み書きに失敗したため、保存できませんでした。ディスクの空きと接続を確かめて、もう一度実行してください。",
        "Reading or writing the data failed, so nothing was saved. Check the disk's room and connection and try again.",
    ),
}


def in_words(fault: BaseException | None) -> Refusal | None:
    """The refusal for a fault of the driver that a user can mend; ``None`` for all others, damage among them.

    One message of damage is no proof of damage: a single failed read gives the same text.
    """
    code = fault.sqlite_errorcode & 0xFF if isinstance(fault, driver.Error) else None
    wording = None if code is None else _BY_CODE.get(code)
    return None if wording is None else Refusal(wording)
