"""Who may import whom: the contracts of pyproject.toml hold, and each of them would notice a trespass."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT, name_of, python_files

TRESPASSES = {
    "a folder nobody decided a place for": ("utils/__init__.py", "", "Layers"),
    "a presenter that knows its window": ("presenters/planted.py", "import clair_desktop.views", "Layers"),
    "domain reading what is kept": ("domain/planted.py", "import clair_desktop.model", "Layers"),
    "Qt in a service": ("services/planted.py", "from PySide6.QtCore import QTimer", "Qt stays"),
    "Qt on the command line": ("cli/planted.py", "import PySide6", "Qt stays"),
    "SQL in a service": ("services/planted.py", "from sqlalchemy import select", "SQLAlchemy stays"),
    "the driver in a window": ("views/planted.py", "import sqlcipher3", "SQLAlchemy stays"),
    "a window calling a service": ("views/planted.py", "import clair_desktop.services", "Views know"),
    "a window knowing a programme": ("views/planted.py", "import clair_desktop.programmes", "Views know"),
    "a presenter opening the database": ("presenters/planted.py", "import clair_desktop.model", "Only services"),
    "a presenter printing": ("presenters/planted.py", "import clair_desktop.output", "Only services"),
    "a workbook in domain": ("domain/planted.py", "import openpyxl", "Domain is plain"),
    "one programme leaning on another": (
        "programmes/planted.py",
        "from clair_desktop.programmes import economic_grant",
        "Programmes do not",
    ),
}

FORBIDDEN_CALLS = {"open", "input", "now", "today", "utcnow"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    judge = "from importlinter.cli import lint_imports_command as command; command()"
    return subprocess.run(
        [sys.executable, "-c", judge, "--no-cache"], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "clair_desktop", tmp_path / "clair_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_every_room_keeps_to_its_contracts() -> None:
    judged = lint_imports(ROOT)
    assert judged.returncode == 0, judged.stdout


@pytest.mark.parametrize(("place", "line", "contract"), TRESPASSES.values(), ids=TRESPASSES.keys())
def test_a_trespass_is_noticed(copy: Path, place: str, line: str, contract: str) -> None:
    planted = copy / "clair_desktop" / place
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    judged = lint_imports(copy)
    assert judged.returncode == 1, judged.stdout + judged.stderr
    assert any(told.startswith(contract) and told.endswith("BROKEN") for told in judged.stdout.splitlines()) or (
        "utils" in place and "utils" in judged.stdout
    ), judged.stdout


@pytest.mark.parametrize("path", python_files("clair_desktop/domain", "clair_desktop/blocks"), ids=name_of)
def test_domain_needs_neither_others_work_nor_a_file_nor_the_clock(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for module in imported(node):
            assert module in {"clair_desktop", *sys.stdlib_module_names} - {"os", "io", "time", "pathlib", "random"}
        assert called(node) not in FORBIDDEN_CALLS


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "").partition(".")[0]]
    return []


def called(node: ast.AST) -> str | None:
    """The last name of what is called, ``now`` in ``datetime.now()``."""
    if not isinstance(node, ast.Call):
        return None
    return getattr(node.func, "attr", getattr(node.func, "id", None))
