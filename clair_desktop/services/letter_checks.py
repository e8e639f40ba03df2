"""What may be entered as the wording of a letter or as its addressee; all else is refused in words, by its box."""

import re

from clair_desktop.domain.document_parts import (
    BODY,
    FORM_NUMBER,
    NOTE,
    PARAGRAPHS,
    SUBJECT,
    TITLE,
    DocumentPart,
    parts_of,
)
from clair_desktop.domain.documents import PLACES
from clair_desktop.domain.emphasis import faults
from clair_desktop.domain.fields import Rows
from clair_desktop.domain.letters import DeclaredDocument, HeadquartersAddress, declared_documents
from clair_desktop.domain.placeholders import complaints, placeholders
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Refusal, cited
from clair_desktop.domain.wording import Wording
from clair_desktop.services.words import words

LONGEST = 4000  # characters; more than two pages of a letter's body
_ONE_LINE = (SUBJECT, TITLE, FORM_NUMBER)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def find_document(programme: Programme, key: str) -> DeclaredDocument | None:
    return next((one for one in declared_documents(programme.packs) if one.key == key), None)


def find_part(programme: Programme, document: str, part: str) -> DocumentPart | None:
    """A part that this program knows; ``None`` where a newer one has renamed or added it."""
    known = find_document(programme, document)
    return next((one for one in parts_of(known.document) if one.key == part), None) if known else None


def demand_document(programme: Programme, key: str) -> DeclaredDocument:
    known = find_document(programme, key)
    if known is None:
        listed = ", ".join(one.key for one in declared_documents(programme.packs))
        raise Refusal(
            Wording(
                f"{programme.name.ja}に文書「{cited(key)}」はありません。あるもの：{listed}",
                f"{programme.name.en} has no document “{cited(key)}”. There are: {listed}",
            ),
            field="document",
        )
    return known


def demand_part(programme: Programme, document: str, part: str) -> DocumentPart:
    known = demand_document(programme, document)
    found = find_part(programme, document, part)
    if found is None:
        listed = ", ".join(one.key for one in parts_of(known.document))
        raise Refusal(
            Wording(
                f"「{known.document.name.ja}」に「{cited(part)}」という部分はありません。あるもの：{listed}",
                f"“{known.document.name.en}” has no part “{cited(part)}”. There are: {listed}",
            ),
            field="part",
        )
    return found


def checked_text(programme: Programme, document: DeclaredDocument, part: DocumentPart, text: Wording) -> Wording:
    """The text as it is kept: in both languages, every place known and in both."""
    ja, en = _typed(part, text.ja, "ja"), _typed(part, text.en, "en")
    if not ja and not en and part.optional:
        return Wording("", "")
    for field, side, language in (("ja", ja, "日本語"), ("en", en, "英語")):
        if not side:
            said = {"ja": "Japanese", "en": "English"}[field]
            raise Refusal(Wording(f"{language}の文面を入力してください。", f"Enter the {said} text too."), field=field)
    if part.key == BODY and ja.count("\n") != en.count("\n"):
        raise Refusal(
            Wording(
                f"段落の数が、日本語は{ja.count(chr(10)) + 1}、英語は{en.count(chr(10)) + 1}です。同じ数にしてください。",
                f"There are {ja.count(chr(10)) + 1} paragraphs in Japanese and {en.count(chr(10)) + 1} in English. "
                "Make them as many.",
            ),
            field="en",
        )
    kept = Wording(ja, en)
    if found := text_faults(programme, document, part, kept):
        raise Refusal(found[0], field="en" if _is_of_english(found[0]) else "ja", details=found[1:])
    return kept


def text_faults(programme: Programme, document: DeclaredDocument, part: DocumentPart, text: Wording) -> list[Wording]:
    """Everything about its places and tags for which a text could not be printed."""
    tags = faults(text, small=part.key == NOTE, plain=part.key == FORM_NUMBER)
    return [*complaints(text, known_places(programme, document), part.text), *tags]


def known_places(programme: Programme, document: DeclaredDocument | None = None) -> list[str]:
    """The names that may stand in braces: the programme's questions and what every pack knows.

    A document made row by row knows its row besides (``targets.city``).
    """
    fields = [one for section in programme.sections for one in section.fields]
    asked = [one.key for one in fields if not isinstance(one, Rows)]
    tables = {one.key: one for one in fields if isinstance(one, Rows)}
    each = [pack.each for pack in document.packs if pack.each] if document else []
    rows = [f"{one.rows}.{key}" for one in each for key in (*(c.key for c in tables[one.rows].columns), *one.reckoned)]
    return [*PLACES, *asked, *rows]


def places_offered(part: DocumentPart) -> list[str]:
    """The places of the declared text, for whoever words it anew."""
    return list(dict.fromkeys(placeholders(part.text.ja)))


def checked_address(to: HeadquartersAddress) -> HeadquartersAddress:
    """The addressee as it is kept: a division or a title, and every text in both languages."""
    kept = HeadquartersAddress(
        _both(to.division, "division"), _both(to.title, "title"), _both(to.address, "address"), words(to.email, "email")
    )
    if not kept.division.ja and not kept.title.ja:
        raise Refusal(
            Wording(
                "宛名（担当部課か職名）を入力してください。", "Enter whom to address: a division or an office holder."
            ),
            field="division",
        )
    if kept.email and not _MAIL.fullmatch(kept.email):
        raise Refusal(
            Wording(
                f"「{cited(kept.email)}」は電子メールの宛先として読めません。",
                f"“{cited(kept.email)}” does not read as an e-mail address.",
            ),
            field="email",
        )
    return kept


def _both(text: Wording, field: str) -> Wording:
    ja, en = (_line(words(side, f"{field}_{key}")) for key, side in (("ja", text.ja), ("en", text.en)))
    if bool(ja) is not bool(en):
        missing = "en" if ja else "ja"
        said = {"ja": "日本語", "en": "英語"}[missing], {"ja": "Japanese", "en": "English"}[missing]
        raise Refusal(
            Wording(f"{said[0]}でも入力してください。", f"Enter it in {said[1]} too."), field=f"{field}_{missing}"
        )
    return Wording(ja, en)


def _typed(part: DocumentPart, text: str, field: str) -> str:
    typed = words(text.replace("\r\n", "\n"), field)
    if len(typed) > LONGEST:
        raise Refusal(
            Wording(
                f"文面が長すぎます（{len(typed):,}文字）。{LONGEST:,}文字までにしてください。",
                f"The text is too long ({len(typed):,} characters). At most {LONGEST:,} fit.",
            ),
            field=field,
        )
    if typed and part.key.startswith(PARAGRAPHS):  # blank lines before a signature are meant
        return text.replace("\r\n", "\n").rstrip()
    return _line(typed) if _is_one_line(part) else _without_gaps(typed)


def _is_one_line(part: DocumentPart) -> bool:
    return part.key in _ONE_LINE or part.key.endswith("_head") or part.key.startswith("heading_")


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _without_gaps(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip())


def _is_of_english(fault: Wording) -> bool:
    return "英語の文面" in fault.ja
