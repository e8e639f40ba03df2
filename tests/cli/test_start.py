"""Which of the program's faces a call shows: the window, the command line, or a usage error."""

import pytest

from clair_desktop import __main__, app, cli


@pytest.fixture
def shown(monkeypatch):
    """What each face was called with."""
    calls = []
    monkeypatch.setattr(app, "main", lambda argv: calls.append(("window", list(argv))) or 0)
    monkeypatch.setattr(cli, "main", lambda argv: calls.append(("command line", list(argv))) or 2)
    return calls


@pytest.mark.parametrize(
    ("argv", "asked"),
    [
        ([], []),
        (["--data", "支部 データ"], ["--data", "支部 データ"]),
        (["--data=支部=データ"], ["--data", "支部=データ"]),
        (["--language", "en", "--data", "x"], ["--language", "en", "--data", "x"]),
        (["--language=ja"], ["--language", "ja"]),
    ],
)
def test_without_a_verb_the_window_opens_upon_the_folder_named(shown, argv, asked):
    assert __main__.main(argv) == 0
    assert shown == [("window", asked)]


@pytest.mark.parametrize(
    "argv",
    [
        ["--data"],
        ["--json"],
        ["--nonsense"],
        ["--language", "fr"],
        ["--language"],
        ["-h"],
        ["--help"],
        ["--data", "x", "--json"],
        ["-x", "y"],
    ],
)
def test_options_the_window_does_not_know_are_for_the_command_line_to_refuse(shown, argv):
    assert __main__.main(argv) == 2
    assert shown == [("command line", argv)]


@pytest.mark.parametrize(
    "argv",
    [
        ["programmes"],
        ["--json", "case", "list"],
        ["--data", "x", "undo"],
        ["--data=x", "undo"],
        ["case", "list", "--text", "--job"],
    ],
)
def test_a_verb_is_for_the_command_line_wherever_it_stands(shown, argv):
    __main__.main(argv)
    assert shown == [("command line", argv)]
