"""What is typed or imported of a body, read field by field; every complaint names its field and the cure."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.directory import Attribute, BodyKind, Confidence, Tongue
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS, KIND_WORDS, TONGUE_WORDS
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.parties import Names, whole_code
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded, read_text
from clair_desktop.domain.wording import Wording

LEFT_OUT = "記載なし"
_WORD = "value"
_NUMBER = re.compile(r"\+?[0-9(][0-9()\- ]{3,24}[0-9]")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_WEB = re.compile(r"https?://[^\s<>]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """One attribute as typed; 記載なし as its value says that the document leaves it out."""

    attribute: str
    value: str
    scope: str = ""
    tongue: str = ""
    valid_from: str = ""
    valid_to: str = ""
    seen_on: str = ""
    document: str = ""
    locator: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatement:
    attribute: Attribute
    value: str | None
    scope: str
    tongue: Tongue
    valid_from: date | None
    valid_to: date | None
    seen_on: date | None
    document: str
    locator: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyEntry:
    """A body as typed."""

    kind: str
    name_ja: str
    name_en: str = ""
    kana: str = ""
    code: str = ""
    country: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBody:
    kind: BodyKind
    name: Wording
    kana: str
    code: str
    country: str
    parent: str


def read_statement(entry: StatementEntry) -> ReadStatement:
    """The entry as values, or ``Malformed`` with the field."""
    attribute = attribute_named(entry.attribute)
    left_out = entry.value.strip().strip("[]") == LEFT_OUT
    value = None if left_out else read_value(attribute, entry.value)
    since, until = _day(entry.valid_from, "valid_from"), _day(entry.valid_to, "valid_to")
    if since and until and until < since:
        raise Malformed(
            Wording(
                f"有効期間が逆です（開始{since}、終了{until}）。開始日を終了日以前にしてください。",
                f"The validity runs backwards (from {since} to {until}). The first day must not be after the last.",
            ),
            field="valid_to",
        )
    document = _line(entry.document, "document")
    if not document:
        raise Malformed(
            Wording(
                "根拠となる資料の名前を入力してください（例：○○県からの通知）。",
                "Name the document that says so, for example a notice of the prefecture.",
            ),
            field="document",
        )
    return ReadStatement(
        attribute=attribute,
        value=value,
        scope=_line(entry.scope, "scope"),
        tongue=_tongue(entry.tongue),
        valid_from=since,
        valid_to=until,
        seen_on=_day(entry.seen_on, "seen_on"),
        document=document,
        locator=_line(entry.locator, "locator"),
        confidence=_confidence(entry.confidence),
    )


def read_body(entry: BodyEntry, names: Names) -> ReadBody:
    kind = kind_named(entry.kind)
    name = _line(entry.name_ja, "name_ja")
    if not name:
        raise Malformed(Wording("名称を入力してください。", "Enter the name."), field="name_ja")
    return ReadBody(
        kind=kind,
        name=Wording(name, _line(entry.name_en, "name_en")),
        kana=_line(entry.kana, "kana"),
        code=read_code(entry.code, names) if entry.code.strip() else "",
        country=_country(entry.country, names) if entry.country.strip() else "",
        parent=_line(entry.parent, "parent"),
    )


def read_code(typed: str, names: Names) -> str:
    """A local authority's six digits, half width, with the right check digit, of a body that exists."""
    text = typed.strip()
    demand_half_width(text, "code")
    try:
        code = whole_code(text)
    except Malformed as complaint:
        raise complaint.at("code") from complaint
    if names.authority(code) is None:
        raise Malformed(
            Wording(
                f"団体コード{code}の地方公共団体はありません。番号を確かめてください。",
                f"No local authority has the code {code}. Check the number.",
            ),
            field="code",
        )
    return code


def read_value(attribute: Attribute, typed: str) -> str:
    text = _text(typed, _WORD)
    if not text:
        raise Malformed(
            Wording(
                f"{ATTRIBUTE_WORDS[attribute].ja}の値を入力してください。資料に載っていなければ「{LEFT_OUT}」とします。",
                f"Enter the {ATTRIBUTE_WORDS[attribute].en.lower()}, or {LEFT_OUT} where the document leaves it out.",
            ),
            field=_WORD,
        )
    pattern = _PATTERNS.get(attribute)
    if pattern is None:
        return text
    demand_half_width(text, _WORD)
    if not pattern.fullmatch(text):
        raise Malformed(_shapes(attribute, text), field=_WORD)
    return text


def demand_half_width(text: str, field: str) -> None:
    """Full-width digits look alike on paper and are not: the cure gives what to type."""
    half = unicodedata.normalize("NFKC", text)
    if half != text:
        raise Malformed(
            Wording(
                f"「{cited(text)}」に全角の文字があります。半角で「{cited(half)}」と入力してください。",
                f"“{cited(text)}” holds full-width characters. Type “{cited(half)}”.",
            ),
            field=field,
        )


def kind_named(typed: str) -> BodyKind:
    found = _named(typed, KIND_WORDS)
    if found is None:
        listed = Wording(
            "、".join(one.ja for one in KIND_WORDS.values()), ", ".join(one.en for one in KIND_WORDS.values())
        )
        raise Malformed(
            Wording(
                f"種別「{cited(typed)}」はありません。{listed.ja}のいずれかにしてください。",
                f"There is no kind “{cited(typed)}”. Choose one of: {listed.en}.",
            ),
            field="kind",
        )
    return BodyKind(found)


def attribute_named(typed: str) -> Attribute:
    found = _named(typed, ATTRIBUTE_WORDS)
    if found is None:
        listed = "、".join(one.ja for one in ATTRIBUTE_WORDS.values())
        english = ", ".join(one.en for one in ATTRIBUTE_WORDS.values())
        raise Malformed(
            Wording(
                f"項目「{cited(typed)}」はありません。{listed}のいずれかにしてください。",
                f"There is no item “{cited(typed)}”. Choose one of: {english}.",
            ),
            field="attribute",
        )
    return Attribute(found)


def _named(typed: str, words: Mapping[BodyKind, Wording] | Mapping[Attribute, Wording]) -> str | None:
    """The key a typed text stands for: itself, or what it is called in either language."""
    wanted = folded(typed).casefold()
    for key, told in words.items():
        if wanted in (key.value, folded(told.ja).casefold(), told.en.casefold()):
            return key.value
    return None


def _tongue(typed: str) -> Tongue:
    wanted = folded(typed).casefold()
    for key, told in TONGUE_WORDS.items():
        if wanted in (key.value, told.ja, told.en.casefold()):
            return key
    raise Malformed(
        Wording(
            f"言語「{cited(typed)}」はありません。日本語、英語、現地語のいずれかか、空欄にしてください。",
            f"There is no language “{cited(typed)}”. Give Japanese, English, local language, or nothing.",
        ),
        field="tongue",
    )


def _confidence(typed: str) -> Confidence:
    if not typed.strip():
        return Confidence.ENTERED
    try:
        return Confidence(folded(typed).casefold())
    except ValueError as fault:
        listed = ", ".join(one.value for one in Confidence)
        raise Malformed(
            Wording(
                f"確からしさ「{cited(typed)}」はありません。空欄か、{listed}のいずれかにしてください。",
                f"There is no confidence “{cited(typed)}”. Leave it empty or give one of {listed}.",
            ),
            field="confidence",
        ) from fault


def _country(typed: str, names: Names) -> str:
    found = names.find_country(typed)
    if found is None:
        raise Malformed(
            Wording(
                f"国・地域「{cited(typed)}」は見つかりません。国名（日本語・英語）かISOコード2文字で入力してください。",
                f"No country “{cited(typed)}” is known. Give its name or its two-letter ISO code.",
            ),
            field="country",
        )
    return found.code


def _day(typed: str, field: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return read_day(folded(typed))
    except Malformed as complaint:
        raise complaint.at(field) from complaint


def _text(typed: str, field: str) -> str:
    try:
        return read_text(typed).strip()
    except Malformed as complaint:
        raise complaint.at(field) from complaint


def _line(typed: str, field: str) -> str:
    return " ".join(_text(typed, field).split("\n"))


def _shapes(attribute: Attribute, text: str) -> Wording:
    example = _EXAMPLES[attribute]
    label = ATTRIBUTE_WORDS[attribute]
    return Wording(
        f"「{cited(text)}」は{label.ja}として読めません。「{example}」のように入力してください。",
        f"“{cited(text)}” does not read as a {label.en.lower()}. Type it like {example}.",
    )


_PATTERNS: Mapping[Attribute, re.Pattern[str]] = {
    Attribute.TEL: _NUMBER,
    Attribute.FAX: _NUMBER,
    Attribute.EMAIL: _MAIL,
    Attribute.WEB: _WEB,
    Attribute.POSTAL_CODE: re.compile(r"[0-9A-Za-z][0-9A-Za-z \-]{2,10}"),
}
_EXAMPLES: Mapping[Attribute, str] = {
    Attribute.TEL: "022-211-2277",
    Attribute.FAX: "022-211-2277",
    Attribute.EMAIL: "kikaku@clair.or.jp",
    Attribute.WEB: "https://www.clair.or.jp",
    Attribute.POSTAL_CODE: "980-8570",
}
