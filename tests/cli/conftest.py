"""The command line as a script would call it: arguments in, exit code and words out."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from clair_desktop import cli
from clair_desktop.programmes.economic_grant.examples import TEA
from clair_desktop.programmes.overseas_research.examples import BURIAL

TODAY = "2026-11-20"


@dataclass(frozen=True)
class Said:
    """What one call left: its exit code and what stands on the two streams."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def folder(tmp_path):
    """A data folder as they lie on a branch's PC; it does not exist yet."""
    return tmp_path / "宮城県支部 データ"


@pytest.fixture
def run(folder, capsys):
    """Calls the command line upon the data folder and asks for JSON."""

    def call(*words, data=None, json_wanted=True):
        argv = ["--data", str(data or folder), *map(str, words)] + ["--json"] * json_wanted
        try:
            code = cli.main(argv)
        except SystemExit as left:
            code = left.code
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call


@pytest.fixture
def answers(tmp_path):
    """A file of answers; text is written as it is."""

    def put(content, name="入力.json", encoding="utf-8") -> Path:
        path = tmp_path / name
        path.write_text(
            content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding=encoding
        )
        return path

    return put


@pytest.fixture
def typed(monkeypatch):
    """Puts bytes on standard input."""

    def put(content: bytes) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
        return "-"

    return put


@pytest.fixture
def tea(answers):
    return answers(TEA, "ほうじ茶.json")


@pytest.fixture
def burial(answers):
    return answers({**BURIAL, "reply_by": "2027-03-19"}, "土葬.json")
