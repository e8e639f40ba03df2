"""One command for each thing one does with this checkout: ``python dev.py run``, ``python dev.py test`` and so on.

Standard library only. Makes ``.venv`` and installs the locked dependencies by their hashes; on Debian as root it also
installs the system libraries that Qt and the tests need, otherwise it prints the command that does and stops.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BUILD = ROOT / "build"
CATALOGUES = ROOT / "i18n"
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALLED = ENVIRONMENT / "installed-locks"  # the digests of the locks that this environment fulfils
RUNNING = ROOT / "requirements.txt"
DEVELOPING = ROOT / "requirements-dev.txt"  # holds everything of RUNNING besides
GATES = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as command; command()"),
}

QT_NEEDS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_NEEDS = {  # these bring the other xcb libraries with them
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Stop(Exception):
    """Nothing more can be done here; the text says why and what to do."""


def run(arguments: list[str]) -> int:
    """Opens the program; without a display it does the demonstration by the command line."""
    screen = has_display()
    prepare(RUNNING, {**QT_NEEDS, **SCREEN_NEEDS} if screen else {})
    compile_words()
    if arguments or screen:
        return call("-m", "clair_desktop", *arguments)
    return demonstrate()


def test(arguments: list[str]) -> int:
    """Every gate, then every test; arguments go to pytest."""
    prepare(DEVELOPING, {**QT_NEEDS, "pdftotext": "poppler-utils"})
    compile_words()
    for name, gate in GATES.items():
        if call(*gate):
            raise Stop(f"{name} が不適合です。 / {name} failed; the tests were not started.")
    return call("-m", "pytest", *(arguments or ["--numprocesses=auto", "--maxprocesses=4"]))


def words(_arguments: list[str]) -> int:
    """Collects the window's words from the code into the catalogues and compiles them."""
    prepare(DEVELOPING)
    CATALOGUES.mkdir(exist_ok=True)
    template = CATALOGUES / "clair_desktop.pot"
    # Without a header, whose day would make every run a change.
    babel("extract", "--omit-header", "--add-location=file", f"--output={template}", "clair_desktop")
    for language in ("ja", "en"):
        catalogue = CATALOGUES / language / "LC_MESSAGES" / "clair_desktop.po"
        common = (f"--input-file={template}", f"--output-file={catalogue}", f"--locale={language}")
        if catalogue.exists():
            babel("update", *common, "--ignore-pot-creation-date", "--no-fuzzy-matching", "--ignore-obsolete")
        else:
            babel("init", *common)
    compile_words()
    return 0


def freeze(_arguments: list[str]) -> int:
    """Builds the installed copy into build/frozen and lets it prove itself."""
    version = "{}.{}".format(*sys.version_info)
    prepare(DEVELOPING, {**QT_NEEDS, "objdump": "binutils", f"libpython{version}.so.1.0": f"libpython{version}"})
    compile_words()
    # Fixed, so that two builds of the same sources are the same bytes.
    fixed = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1577836800"}
    folders = (f"--distpath={BUILD / 'frozen'}", f"--workpath={BUILD / 'freezing'}")
    if call("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *folders, "build_installer.spec", **fixed):
        raise Stop("凍結に失敗しました。 / PyInstaller failed.")
    return prove_frozen(BUILD / "frozen" / "clair-desktop")


def prove_frozen(folder: Path) -> int:
    """Runs the frozen self-test, away from the sources; its report is JSON."""
    program = folder / ("clair-desktop.exe" if os.name == "nt" else "clair-desktop")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([program, "selftest"], cwd=BUILD, env=environment, stdout=subprocess.PIPE, check=False)
    print(done.stdout.decode("utf-8", "replace"))
    if done.returncode or not json.loads(done.stdout):
        raise Stop(f"凍結した複製の自己検査が不適合です。 / The frozen self-test failed (exit {done.returncode}).")
    print(f"{folder} を作成しました。 / Built and proven: {folder}")
    return 0


def module(name: str, arguments: list[str]) -> int:
    """Runs a program of the checkout that is no part of the product."""
    prepare(DEVELOPING, QT_NEEDS)
    compile_words()
    return call("-m", name, *arguments)


def demonstrate() -> int:
    """The main job without a window: a demonstration branch, its packs and workbooks, in an emptied folder."""
    folder = BUILD / "demonstration"
    shutil.rmtree(folder, ignore_errors=True)
    results = folder / "results"
    failed = call("-m", "clair_desktop", "--data", str(folder / "data"), "demo", "--out", str(results))
    if not failed:
        print("画面がないため、見本の支部の案件をコマンドで処理しました。結果:")
        print(f"No display here, so the demonstration branch was worked by the command line. Results: {results}")
    return failed


def has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare(lock: Path, needs: dict[str, str] | None = None) -> None:
    """Makes sure of the system's libraries, the virtual environment and the locked dependencies."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise Stop("Python 3.11〜3.13 で実行してください。 / Please run this with Python 3.11, 3.12 or 3.13.")
    provide(missing_packages(needs or {}))
    wanted = digest(lock)
    fulfilled = INSTALLED.read_text("ascii").split() if INSTALLED.exists() and PYTHON.exists() else []
    if wanted in fulfilled:
        return
    if not fulfilled:
        print(f"仮想環境を作ります。 / Making the virtual environment: {ENVIRONMENT}", flush=True)
        venv.EnvBuilder(with_pip=True, clear=True).create(ENVIRONMENT)
    print(f"依存ライブラリを導入します。 / Installing what {lock.name} names.", flush=True)
    hashed = ("--require-hashes", "--only-binary=:all:", "--requirement", str(lock))
    if call("-m", "pip", "install", "--quiet", "--disable-pip-version-check", *hashed):
        raise Stop("導入に失敗しました。ネットワークを確認してください。 / Installation failed; is the network there?")
    INSTALLED.write_text("\n".join({wanted, digest(RUNNING)}), "ascii")


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def missing_packages(needs: dict[str, str]) -> list[str]:
    """The Debian packages of what is not here; nothing on other systems, whose wheels bring all they need."""
    if sys.platform != "linux":
        return []
    missing = [package for name, package in needs.items() if not is_here(name)]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append("python{}.{}-venv".format(*sys.version_info))
    return missing


def is_here(name: str) -> bool:
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def provide(packages: list[str]) -> None:
    """Installs Debian packages as root; anybody else is told the command."""
    if not packages:
        return
    commands = [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]]
    if shutil.which("apt-get") is None:
        raise Stop(f"次の導入が必要です（Debian での名称）。 / Please install (Debian's names): {' '.join(packages)}")
    if os.geteuid() != 0:
        line = " && ".join(f"sudo {' '.join(command)}" for command in commands)
        raise Stop(f"次を一度実行してから、もう一度お試しください。 / Run this once, then try again:\n\n    {line}\n")
    print(f"システムの部品を導入します。 / Installing {' '.join(packages)}", flush=True)
    for command in commands:
        subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=True)


def babel(*arguments: str) -> None:
    if call("-m", "babel.messages.frontend", "--quiet", *arguments):
        raise Stop("文言集を更新できません。 / The catalogues could not be brought up to date.")


def compile_words() -> None:
    """Compiles each catalogue that is newer than its compiled form."""
    for source in sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            babel("compile", f"--input-file={source}", f"--output-file={compiled}")


def call(*arguments: str, **variables: str) -> int:
    """Runs the environment's Python in the checkout and hands back its exit code."""
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": test,
    "words": words,
    "freeze": freeze,
    "bench": lambda arguments: module("bench", arguments),
    "lock-editions": lambda arguments: module("tests.editions", arguments),
    "soak": lambda arguments: module("tests.soak", arguments),
    "pictures": lambda arguments: module("docs.make_pictures", arguments),
}


def main(command: str = "", *arguments: str) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console without Japanese letters still shows the rest
    if command not in COMMANDS:
        print(f"python dev.py {' | '.join(COMMANDS)} [引数 / arguments]", file=sys.stderr)
        return 2
    try:
        return COMMANDS[command](list(arguments))
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
