"""Two windows on one folder would write over each other's typing; the second is refused."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.model.instance import SingleInstance

HOLDER = (
    "import sys; from pathlib import Path; from clair_desktop.model.instance import SingleInstance\n"
    "held = SingleInstance(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


def _holder(folder: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_window_on_the_same_folder_is_refused_and_told_why(folder: Path) -> None:
    with _holder(folder) as holder:
        with pytest.raises(Refusal) as refused:
            SingleInstance(folder)
        assert "別のウィンドウで開いています" in refused.value.wording.ja
        assert str(folder) in refused.value.wording.en
        holder.kill()


def test_a_window_that_was_killed_holds_nothing_back(folder: Path) -> None:
    with _holder(folder) as holder:
        holder.send_signal(signal.SIGTERM)
        holder.wait()
    SingleInstance(folder).release()


def test_another_folder_is_another_office(folder: Path, tmp_path: Path) -> None:
    first = SingleInstance(folder)
    SingleInstance(tmp_path / "仙台市支部").release()
    with pytest.raises(Refusal):
        SingleInstance(folder)
    first.release()
    SingleInstance(folder).release()


def test_a_folder_that_cannot_be_made_is_refused_in_words(folder: Path) -> None:
    folder.write_text("", encoding="utf-8")
    with pytest.raises(Refusal, match="cannot be written"):
        SingleInstance(folder)
