"""dev.py on machines of all kinds, as far as one machine can tell."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.architecture.checkout import ROOT

linux = pytest.mark.skipif(sys.platform != "linux", reason="Debian's packages are a matter of Linux")


@linux
def test_somebody_without_root_is_told_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda _: "apt-get")
    with pytest.raises(dev.Stop, match=r"sudo apt-get install -y --no-install-recommends libgl1 libegl1\n"):
        dev.provide(["libgl1", "libegl1"])


@linux
def test_only_what_is_missing_is_asked_for() -> None:
    needs = {"libc.so.6": "libc6", "libnowhere.so.0": "libnowhere0", "no-such-program": "nothing", "sh": "dash"}
    assert dev.missing_packages(needs) == ["libnowhere0", "nothing"]


@linux
@pytest.mark.parametrize(("display", "wayland", "there"), [("", "", False), (":0", "", True), ("", "wayland-0", True)])
def test_a_window_is_opened_only_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, display: str, wayland: str, there: bool
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert dev.has_display() is there


def test_a_lock_is_the_same_lock_with_the_line_endings_of_windows(tmp_path: Path) -> None:
    for name, ending in (("unix", b"\n"), ("windows", b"\r\n")):
        (tmp_path / name).write_bytes(b"alembic==1.20.1" + ending)
    assert dev.digest(tmp_path / "unix") == dev.digest(tmp_path / "windows")


def test_an_unknown_word_is_answered_with_the_known_ones() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "fly"],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 2
    assert "run | test" in done.stderr


def test_it_stays_small_enough_to_be_read_before_it_is_trusted() -> None:
    assert len((ROOT / "dev.py").read_text("utf-8").splitlines()) <= 250
