"""The window's words reach the catalogues: a sentence put together before translation could never be found there."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.checkout import name_of, python_files

TRANSLATORS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}


def put_together_before_translation(source: str) -> Iterator[int]:
    """The lines that hand a translator something else than a plain sentence (or a name for one)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in TRANSLATORS:
            texts = [argument for argument in node.args if isinstance(argument, ast.JoinedStr | ast.BinOp)]
            formatted = [a for a in node.args if isinstance(a, ast.Call) and getattr(a.func, "attr", "") == "format"]
            yield from (argument.lineno for argument in (*texts, *formatted))


def test_a_sentence_is_translated_before_figures_are_put_in() -> None:
    sources = {name_of(path): path.read_text("utf-8") for path in python_files("clair_desktop")}
    too_early = {name: list(put_together_before_translation(source)) for name, source in sources.items()}
    assert {name: lines for name, lines in too_early.items() if lines} == {}


@pytest.mark.parametrize(
    "line", ['_(f"{n} 件")', '_("%d 件" % n)', '_("{} 件".format(n))', 'i18n.ngettext(f"{n}", "", n)']
)
def test_a_sentence_put_together_too_early_is_noticed(line: str) -> None:
    assert list(put_together_before_translation(line)) == [1]


def test_a_sentence_translated_in_time_is_left_alone() -> None:
    assert list(put_together_before_translation('_("%(n)d 件") % {"n": n}')) == []
