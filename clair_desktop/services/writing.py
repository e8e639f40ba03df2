"""Files that cannot be put where they were asked for."""

from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording


def not_written(out: Path) -> Refusal:
    """A file that cannot be put where it was asked."""
    return Refusal(
        Wording(
            f"「{out}」に書き込めません。フォルダーがあるか、同じ名前のファイルを他のプログラムで開いていないかを確かめてください。",
            f"“{out}” cannot be written. Check that its folder exists and that no other program holds a file of that name.",
        ),
        field="out",
    )
