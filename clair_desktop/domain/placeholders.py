"""The ``{places}`` in an entered text: which stand there, which nobody could fill, and whether both languages agree."""

import re
from collections.abc import Collection, Iterator

from clair_desktop.domain.wording import Wording

_BRACED = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z_]+(\.[a-z_]+)?")  # a question, or {table.column} in a paper made row by row


def placeholders(text: str) -> list[str]:
    return _BRACED.findall(text)


def complaints(text: Wording, known: Collection[str], declared: Wording) -> Iterator[Wording]:
    """Why the text cannot be printed as it is; nothing where it can.

    A place that stands in one language only of what is declared, as in letters abroad, may stand there alone.
    """
    for language, side in (("日本語", text.ja), ("英語", text.en)):
        said = {"日本語": "Japanese", "英語": "English"}[language]
        if any(brace in _BRACED.sub("", side) for brace in "{}"):
            yield Wording(
                f"{language}の文面で「{{」と「}}」が対になっていません。",
                f"A “{{” or “}}” in the {said} text has no counterpart.",
            )
        for name in dict.fromkeys(placeholders(side)):
            if not _NAME.fullmatch(name) or not set(name.split("_or_")) <= set(known):
                yield Wording(
                    f"{language}の文面の「{{{name}}}」は、この事業では埋められません。",
                    f"Nothing fills “{{{name}}}” of the {said} text in this programme.",
                )
    yield from _without_counterpart(text, _bases(declared.ja).keys() ^ _bases(declared.en).keys())


def _bases(text: str) -> dict[str, str]:
    """{title_or_title_en} says in English what {title} says in Japanese."""
    return {name.split("_or_")[0]: name for name in placeholders(text)}


def _without_counterpart(text: Wording, alone: Collection[str]) -> Iterator[Wording]:
    ja, en = _bases(text.ja), _bases(text.en)
    for base, name in ja.items():
        if base not in en and base not in alone:
            yield Wording(
                f"「{{{name}}}」が英語の文面にありません。両方の言語に入れてください。",
                f"“{{{name}}}” is missing in the English text. Put it into both languages.",
            )
    for base, name in en.items():
        if base not in ja and base not in alone:
            yield Wording(
                f"「{{{name}}}」が日本語の文面にありません。両方の言語に入れてください。",
                f"“{{{name}}}” is missing in the Japanese text. Put it into both languages.",
            )
