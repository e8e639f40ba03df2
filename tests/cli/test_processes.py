"""The command line as a process of its own: consoles of every code page, signals of success, two writers at once."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

CLERK = """
import sys
from clair_desktop import cli
for _ in range(int(sys.argv[2])):
    code = cli.main(["--data", sys.argv[1], "case", "new", "overseas_research", "--year", "2026", "--answers", sys.argv[3]])
    assert code == 0, code
"""


@pytest.fixture
def program(tmp_path):
    """Runs the program with its own environment; bytes in, bytes out."""

    def call(*words, stdin=b"", script=(), **environment):
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG"))}
        command = [sys.executable, *(script or ("-m", "clair_desktop")), *map(str, words)]
        return subprocess.run(
            command, input=stdin, capture_output=True, env=kept | environment, check=False, timeout=60
        )

    return call


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp932"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=["C", "cp932", "ascii"],
)
def test_a_name_outside_every_code_page_is_read_and_said(program, folder, environment):
    given = json.dumps({"title": "𠮷野ヶ里の髙﨑 ☃"}, ensure_ascii=False).encode()
    made = program(
        "--data",
        folder,
        "case",
        "new",
        "economic_grant",
        "--year",
        2025,
        "--answers",
        "-",
        "--json",
        stdin=given,
        **environment,
    )
    assert made.returncode == 0, made.stderr.decode()
    assert json.loads(made.stdout.decode("utf-8"))["title"] == "𠮷野ヶ里の髙﨑 ☃"
    refused = program("--data", folder, "case", "show", "R8-9999", **environment)
    assert refused.returncode == 1
    assert "見つかりません" in refused.stderr.decode("utf-8")


def test_exit_codes_reach_the_shell(program, folder, answers):
    assert program("programmes").returncode == 0
    not_met = answers({"eligible_cost": 2_000_000, "place": "japan"})
    assert program("check", "economic_grant", "--year", "2025", "--answers", not_met).returncode == 1
    assert program("check", "economic_grant").returncode == 2
    assert program("--data", folder, "nonsense").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a pipe whose reader has left is no BrokenPipeError on Windows")
def test_a_reader_that_has_seen_enough_is_no_fault(folder):
    """As in ``clair-desktop programmes | head -1``."""
    command = [sys.executable, "-m", "clair_desktop", "--data", str(folder), "programmes", "--json"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=60) == 0
    assert said == b""


def test_bytes_that_are_no_text_are_a_usage_error(program, folder):
    said = subprocess.run(
        [sys.executable, "-m", "clair_desktop", "--data", str(folder), "case", "show", b"R8-\xff"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert said.returncode == 2
    assert b"Traceback" not in said.stderr


def test_two_writers_at_once_lose_nothing(program, folder, burial):
    program("--data", folder, "branch", "040002")
    with ThreadPoolExecutor(2) as clerks:
        runs = [clerks.submit(program, folder, 6, burial, script=("-c", CLERK)) for _ in range(2)]
    assert [run.result().returncode for run in runs] == [0, 0], [run.result().stderr.decode()[-300:] for run in runs]
    cases = json.loads(program("--data", folder, "case", "list", "--json").stdout)["cases"]
    assert sorted(case["number"] for case in cases) == [f"R8-{number:04}" for number in range(1, 13)]


def test_nothing_is_left_in_the_folder_for_temporary_files(program, tmp_path, tea):
    spare = tmp_path / "temporary"
    spare.mkdir()
    for words in (
        ["check", "economic_grant", "--year", "2025", "--answers", tea],
        ["route", "--country", "US", "--purpose", "research"],
    ):
        assert program("--data", tmp_path / "none", *words, TMPDIR=str(spare)).returncode == 0
    assert not list(spare.iterdir())
