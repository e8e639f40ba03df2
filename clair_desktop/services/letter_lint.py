"""What the program says of a text while it is being worded: places known, unknown, left out; both languages alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from clair_desktop.domain.document_parts import DocumentPart
from clair_desktop.domain.documents import PLACES
from clair_desktop.domain.fields import Rows
from clair_desktop.domain.letters import DeclaredDocument
from clair_desktop.domain.placeholders import complaints, placeholders
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.work import Work
from clair_desktop.services.letter_checks import checked_text, known_places

_NAMES = {
    "branch": Wording("支部の名称", "Name of the branch"),
    "headquarters": Wording("協会の名称", "Name of the association"),
    "applicant_name": Wording("申請者の名称", "Name of the applicant"),
    "programme": Wording("事業の名称", "Name of the programme"),
    "fiscal_year": Wording("実施年度", "Project year"),
    "call_year": Wording("募集年度", "Year of the call"),
    "case_number": Wording("案件番号", "Case number"),
    "document_number": Wording("文書番号", "Document number"),
    "date": Wording("文書の日付", "Day of the letter"),
    "offices": Wording("担当の海外事務所", "Overseas offices concerned"),
    "countries": Wording("対象国", "Countries concerned"),
    "accepted_offices": Wording("可となった海外事務所", "Offices that accepted"),
    "declined_offices": Wording("不可となった海外事務所", "Offices that declined"),
}
_LEFT_OUT = Wording(
    "既定の文面にある「{{{name}}}」（{label}）を使っていません。",
    "“{{{name}}}” ({label}) of the declared text is not used.",
)
_ALIKE = Wording("日本語と英語の差し込み項目・段落がそろっています。", "Places and paragraphs agree in both languages.")


@dataclass(frozen=True, slots=True)
class OfferedPlace:
    """A place that may stand in braces, what it is filled with, and whether the declared text has it."""

    key: str
    label: Wording
    declared: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """``field`` is ``ja`` or ``en``, or empty for both; an ``error`` keeps the text from being entered, a ``warning`` not."""

    field: str
    tone: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it was entered once, by whom and when; ``stands`` where it is the one kept for its year."""

    year: int
    text: Wording
    source: str
    by: str
    at: datetime
    stands: bool


def offered_places(programme: Programme, document: DeclaredDocument, part: DocumentPart) -> list[OfferedPlace]:
    """Every place that may be used, those of the declared text first."""
    used = dict.fromkeys([*placeholders(part.text.ja), *placeholders(part.text.en)])
    known = {key: _label(programme, document, key) for key in known_places(programme, document)}
    declared = [OfferedPlace(key, _joined(programme, document, key), declared=True) for key in used]
    return declared + [OfferedPlace(key, label, declared=False) for key, label in known.items() if key not in used]


def lint(programme: Programme, document: DeclaredDocument, part: DocumentPart, text: Wording) -> list[Remark]:
    """All that can be said of a text as it is typed; a text that is the declared one has nothing to be told."""
    if not text.ja.strip() and not text.en.strip() and part.optional:
        return []
    errors = list(_errors(programme, document, part, text))
    used = {*placeholders(text.ja), *placeholders(text.en)}
    unused = [
        Remark("", tone="warning", wording=_LEFT_OUT.filled(name=one.key, label=one.label))
        for one in offered_places(programme, document, part)
        if one.declared and one.key not in used
    ]
    return [*errors, *unused] or [Remark("", tone="done", wording=_ALIKE)]


def _errors(programme: Programme, document: DeclaredDocument, part: DocumentPart, text: Wording) -> Iterator[Remark]:
    """The refusal that entering would meet, and every fault of the places behind it."""
    faults = list(complaints(text, known_places(programme, document), part.text))
    try:
        checked_text(programme, document, part, text)
    except Refusal as refusal:
        if refusal.wording not in faults:
            yield Remark(refusal.field or "ja", tone="error", wording=refusal.wording)
    for one in faults:
        yield Remark("en" if "英語の文面" in one.ja else "ja", tone="error", wording=one)


def versions(work: Work, programme: str, document: str, part: str) -> list[Version]:
    """Every text ever entered for a part, of whatever year, the latest first; undo does not make it unsaid."""
    asked = {"programme": programme, "document": document, "part": part}
    kept = [row for row in work.text_revisions.all_for(programme) if (row.document, row.part) == (document, part)]
    standing = {(row.year, row.entered_at) for row in kept}
    found: dict[tuple[int, datetime], Version] = {}
    for row in work.journal.added("text_revisions", asked):
        key = cast(int, row["year"]), cast(datetime, row["entered_at"])
        text = Wording(str(row["text_ja"]), str(row["text_en"]))
        found[key] = Version(key[0], text, str(row["source_title"]), str(row["entered_by"]), key[1], key in standing)
    return sorted(found.values(), key=lambda one: one.at, reverse=True)


def _joined(programme: Programme, document: DeclaredDocument, key: str) -> Wording:
    labels = [_label(programme, document, one) for one in key.split("_or_")]
    return labels[0] if len(labels) == 1 else Wording("／".join(x.ja for x in labels), " / ".join(x.en for x in labels))


def _label(programme: Programme, document: DeclaredDocument, key: str) -> Wording:
    if key in PLACES:
        return _NAMES[key]
    fields = {one.key: one for section in programme.sections for one in section.fields}
    table, _dot, column = key.partition(".")
    if not column:
        return fields[key].label if key in fields else Wording(key, key)
    each = next((pack.each for pack in document.packs if pack.each and pack.each.rows == table), None)
    if each is not None and column in each.reckoned:
        return each.reckoned[column].label
    label = cast(Rows, fields[table]).column(column).label
    return Wording(f"{fields[table].label.ja}の{label.ja}", f"{fields[table].label.en}: {label.en}")
