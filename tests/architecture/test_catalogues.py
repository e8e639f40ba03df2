"""The window speaks Japanese throughout: the catalogues hold what the code says, and nothing in them is missing or torn."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from tests.architecture.checkout import ROOT

FOLDER = ROOT / "i18n"
BLANK = re.compile(r"%\(\w+\)[sd]|\(&[A-Z]\)")  # a place for a figure, or the key that works the button


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def texts_of(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """One sentence, or each form of a sentence that counts."""
    return [text] if isinstance(text, str) else list(text)


@pytest.fixture
def template() -> Catalog:
    return catalogue(FOLDER / "clair_desktop.pot")


@pytest.fixture
def japanese() -> Catalog:
    return catalogue(FOLDER / "ja" / "LC_MESSAGES" / "clair_desktop.po")


def messages(of: Catalog) -> list[Message]:
    return [message for message in of if message.id]


def test_the_template_holds_what_the_code_says(template: Catalog) -> None:
    said = {
        tuple(texts_of(text)) for _, _, text, *_ in extract_from_dir(ROOT / "clair_desktop", keywords=DEFAULT_KEYWORDS)
    }
    assert {tuple(texts_of(message.id)) for message in messages(template)} == said, "python dev.py words"


def test_every_sentence_is_there_in_japanese(template: Catalog, japanese: Catalog) -> None:
    known = {str(message.id): message for message in messages(japanese)}
    missing = [str(message.id) for message in messages(template) if not translated(known.get(str(message.id)))]
    assert missing == []


def translated(message: Message | None) -> bool:
    return message is not None and not message.fuzzy and all(texts_of(message.string))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_figures_and_keys_keep_their_places(language: str) -> None:
    said = catalogue(FOLDER / language / "LC_MESSAGES" / "clair_desktop.po")
    for message in messages(said):
        wanted = sorted(BLANK.findall(texts_of(message.id)[-1]))
        for text in filter(None, texts_of(message.string)):
            assert sorted(BLANK.findall(text)) == wanted, f"{message.id!r} → {text!r}"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_kept_that_nobody_says(language: str) -> None:
    assert list(catalogue(FOLDER / language / "LC_MESSAGES" / "clair_desktop.po").obsolete) == []
