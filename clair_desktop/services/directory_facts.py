"""What a printed page tells of a body on a day: item by item, with the document that says so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from clair_desktop.domain.dialling import NO_CODE, dialling
from clair_desktop.domain.directory import NUMBERS, Attribute, Body, BodyKind, Statement, Tongue
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS, KIND_WORDS, SCOPE_WORDS, TONGUE_WORDS
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import Cell, FilledTable
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory

_HEADS, _WIDTHS = (Wording("項目", "Item"), Wording("内容［出典］", "Value [source]")), (18, 82)
_SOURCE_HEADS = (Wording("番号", "No."), Wording("資料", "Document"), Wording("確認した日", "Looked at on"))
_SOURCE_WIDTHS = (8, 66, 20)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_GETA = "〓"  # stands for a character that no font of the program has
_UNPRINTABLE = Wording("（〓は印刷用の書体にない文字：{codes}）", " (〓: a character no font has: {codes})")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom a paper is about: named bodies, or all of some kinds; nobody named means all but the municipalities."""

    keys: Sequence[str] = ()
    kinds: Sequence[BodyKind] = ()

    def bodies(self, directory: Directory) -> list[Body]:
        """In the order named, else by kind and code; an unknown key is refused in words."""
        if self.keys:
            return list({(body := directory.body(key)).key: body for key in self.keys}.values())
        kinds = self.kinds or [kind for kind in BodyKind if kind is not BodyKind.LOCAL_AUTHORITY]
        found = [body for kind in kinds for body in directory.bodies(kind)]
        if not found:
            raise Refusal(
                Wording("選んだ種別の機関は名簿にありません。", "The directory holds no body of that kind."),
                field="kind",
            )
        return found


class Sources:
    """The documents of one paper, numbered as they come up, with the places that were referred to."""

    def __init__(self) -> None:
        self._places: dict[tuple[Wording, date], dict[Wording, None]] = {}

    def number(self, source: Source) -> int:
        key = source.title, source.checked_on
        self._places.setdefault(key, {})[source.locator] = None
        return list(self._places).index(key) + 1

    def table(self, language: Language) -> FilledTable:
        rows = [
            [
                Cell(f"[{number}]"),
                Cell(_document(title, within, language)),
                Cell(printed_date(day, language)),
            ]
            for number, ((title, day), within) in enumerate(self._places.items(), start=1)
        ]
        return FilledTable([head.in_(language) for head in _SOURCE_HEADS], rows, _SOURCE_WIDTHS)


def _document(title: Wording, places: Iterable[Wording], language: Language) -> str:
    named = [text for one in places if (text := one.in_(language))]
    told = ("、" if language is Language.JA else "; ").join(named)
    return printable(f"{title.in_(language)}\n{told}".strip())


class Facts:
    """Reads bodies as pages of one language and day show them."""

    def __init__(self, desk: Desk, directory: Directory, on: date, language: Language, *, places: bool = True) -> None:
        self._names = desk.names
        self._programmes: Mapping[str, Wording] = {key: one.name for key, one in desk.programmes.items()}
        self._directory = directory
        self.on = on
        self.language = language
        self.sources = Sources()

    def table(self, body: Body) -> FilledTable:
        """A row for each attribute, with the number of the document behind every value in use.

        What the latest document leaves out is said in words and never as a number.
        """
        grouped = groupby(body.in_use(self.on), key=lambda one: one.attribute)
        rows = [
            [
                Cell(ATTRIBUTE_WORDS[attribute].in_(self.language)),
                Cell("\n".join(self._short(one, body.country) for one in said)),
            ]
            for attribute, said in grouped
        ]
        return FilledTable([head.in_(self.language) for head in _HEADS], rows, _WIDTHS)

    def told(self, body: Body) -> str:
        """Kind, code and country, as far as they say something."""
        country = self._names.country(body.country)
        pieces = [
            KIND_WORDS[body.kind],
            Wording(f"団体コード {body.code}", f"code {body.code}") if body.code else None,
            country.name if country and country.code != "JP" else None,
        ]
        return ("\u3000" if self.language is Language.JA else ", ").join(
            one.in_(self.language) for one in pieces if one
        )

    def name(self, body: Body) -> str:
        """The name of the day where a document gives one in this language, else what the directory calls the body."""
        return printable(self._directory.spoken_name(body, self.on, self.language).in_(self.language))

    def _within(self, one: Statement) -> str:
        """What the value is narrowed to: a programme, a line of the underground, the language of a name."""
        scope = self._programmes.get(one.scope) or SCOPE_WORDS.get(one.scope) or same(one.scope)
        tongue = TONGUE_WORDS[Tongue(one.tongue)] if one.attribute is Attribute.NAME else same("")
        said = [words.in_(self.language) for words in (scope, tongue)]
        return ("・" if self.language is Language.JA else ", ").join(one for one in said if one)

    def _short(self, one: Statement, country: str) -> str:
        within, colon = self._within(one), "：" if self.language is Language.JA else ": "
        return f"{within}{colon if within else ''}{self._value(one)}{self._dialled(one, country)} [{self.sources.number(one.source)}]"

    def _dialled(self, one: Statement, country: str) -> str:
        """How a number is dialled; a number without its country's code says that this is to be confirmed."""
        if one.attribute not in NUMBERS or not one.value:
            return ""
        how = dialling(one.value, country)
        said = (how.told if how else NO_CODE).in_(self.language)
        return f"（{said}）" if self.language is Language.JA else f" ({said})"

    def _value(self, one: Statement) -> str:
        text = one.text.in_(self.language)
        if _ISO_DAY.fullmatch(text):
            return printed_date(date.fromisoformat(text), self.language)
        return printable(text, self.language)


def printable(text: str, language: Language = Language.JA) -> str:
    """The text with 〓 for what no font has, and which character that is: 建国〓外大街 (U+95E8)."""
    from clair_desktop.output.pdf.characters import code_points
    from clair_desktop.output.pdf.typefaces import typefaces

    missing = typefaces().missing(text)
    if not missing:
        return text
    codes = ", ".join(code_points(one) for one in missing)
    for one in missing:
        text = text.replace(one, _GETA)
    return text + _UNPRINTABLE.in_(language).format(codes=codes)
