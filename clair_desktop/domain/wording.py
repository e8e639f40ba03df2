"""Official wording, in Japanese and English side by side."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    JA = "ja"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """One official text in both languages; neither may be missing."""

    ja: str
    en: str

    def in_(self, language: Language) -> str:
        return self.ja if language is Language.JA else self.en

    def filled(self, **values: object) -> "Wording":
        """The same sentence with its ``{places}`` filled; a ``Wording`` fills each language with its own side."""
        ja = {key: value.ja if isinstance(value, Wording) else value for key, value in values.items()}
        en = {key: value.en if isinstance(value, Wording) else value for key, value in values.items()}
        return Wording(self.ja.format(**ja), self.en.format(**en))


def same(text: str) -> Wording:
    """A text that reads alike in both languages: a number, a name as printed."""
    return Wording(text, text)
