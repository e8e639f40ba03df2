"""CHANGELOG.md can be read by a person and by a program."""

import re
import tomllib

import pytest

import clair_desktop
from tests.architecture.checkout import ROOT

RELEASE = re.compile(r"## \[(?P<version>\d+\.\d+\.\d+)\] - (?P<day>\d{4}-\d\d-\d\d)")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.fixture
def lines() -> list[str]:
    return (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()


@pytest.fixture
def versions(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("## ")]


def test_what_is_not_released_yet_stands_first(lines: list[str], versions: list[str]) -> None:
    assert lines[0].startswith("# ")
    assert versions[0] == "## [Unreleased]"
    assert versions.count("## [Unreleased]") == 1


def test_releases_have_a_day_and_the_newest_stands_first(versions: list[str]) -> None:
    releases = [RELEASE.fullmatch(line) for line in versions[1:]]
    assert all(releases), versions
    numbers = [tuple(map(int, release["version"].split("."))) for release in releases if release]
    assert numbers == sorted(numbers, reverse=True)
    days = [release["day"] for release in releases if release]
    assert days == sorted(days, reverse=True)


def test_every_entry_stands_under_the_kind_of_its_change(lines: list[str]) -> None:
    kind = ""
    for line in lines[lines.index("## [Unreleased]") :]:
        if line.startswith("## "):
            kind = ""
        elif line.startswith("### "):
            kind = line.removeprefix("### ")
            assert kind in KINDS
        elif line.startswith("- "):
            assert kind, f"no kind of change above: {line}"


def test_the_version_is_written_the_same_everywhere(versions: list[str]) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert clair_desktop.__version__ == version
    newest = next((release["version"] for line in versions if (release := RELEASE.fullmatch(line))), version)
    assert newest <= version
