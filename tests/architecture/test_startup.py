"""The first window does not wait for libraries that it does not use, and the command line needs no window at all."""

import subprocess
import sys

from tests.architecture.checkout import ROOT

HEAVY = {
    "sqlalchemy",
    "alembic",
    "openpyxl",
    "reportlab",
    "uharfbuzz",
    "pikepdf",
    "pypdfium2",
    "img2pdf",
    "PIL",
    "lxml",
    "babel",
}


def loaded_by(module: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return set(told.stdout.split())


def test_the_window_loads_nothing_heavy_before_it_is_needed() -> None:
    assert loaded_by("clair_desktop.app") & HEAVY == set()


def test_a_form_is_set_without_what_examines_files_reads_back_and_proves() -> None:
    program = (
        "import sys\n"
        "import clair_desktop.output.pdf.typesetting\n"
        "print(*(name for name in sys.modules if name.startswith('clair_desktop.output.pdf.')))"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    loaded = {name.removeprefix("clair_desktop.output.pdf.") for name in told.stdout.split()}
    assert {"flow", "kinsoku"} <= loaded
    assert not {one for one in loaded if one.split(".")[0] in {"foreign", "enclosed", "proof", "read_back", "packs"}}


def test_the_command_line_needs_no_window() -> None:
    assert "PySide6" not in loaded_by("clair_desktop.cli")


def test_the_directorys_files_are_read_only_when_somebody_asks() -> None:
    program = (
        "from clair_desktop.services.office import Office\n"
        "from clair_desktop.support.clock import SystemClock\n"
        "office = Office.in_memory(clock=SystemClock())\n"
        "office.cases.lines()\n"
        "from clair_desktop.services.directory_tables import known_sources, shipped_bodies\n"
        "print(shipped_bodies.cache_info().currsize + known_sources.cache_info().currsize)"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    assert told.stdout.split() == ["0"]


def test_no_table_is_opened_until_somebody_asks() -> None:
    program = (
        "import sys\n"
        "opened = []\n"
        "def hear(event, given):\n"
        "    if event == 'open' and str(given[0]).endswith(('.tsv', 'postal_codes.zip')):\n"
        "        opened.append(str(given[0]))\n"
        "sys.addaudithook(hear)\n"
        "import clair_desktop.app\n"
        "from clair_desktop.services.office import Office\n"
        "from clair_desktop.support.clock import SystemClock\n"
        "office = Office.in_memory(clock=SystemClock())\n"
        "office.cases.lines()\n"
        "before = len(opened)\n"
        "office.municipalities.postal('980-8570')\n"
        "print(before, len(opened) > before)"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    assert told.stdout.split() == ["0", "True"]
