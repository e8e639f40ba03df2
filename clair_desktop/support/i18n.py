"""The window's own words, translated. Official wording lives with what it names, as ``Wording``."""

import gettext
from functools import cache

from clair_desktop.support.resources import catalogues

DOMAIN = "clair_desktop"


class Words:
    """Translates into one language. Written ``_ = words(language)`` so that extraction finds what is translated."""

    def __init__(self, translations: gettext.NullTranslations) -> None:
        self._translations = translations

    def __call__(self, message: str) -> str:
        return self._translations.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self._translations.ngettext(one, many, count)


@cache
def words(language: str) -> Words:
    """The words of ``ja`` or ``en``; where no catalogue was compiled, the English sentences of the code."""
    return Words(gettext.translation(DOMAIN, catalogues(), [language], fallback=True))
