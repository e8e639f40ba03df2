"""The papers of a pack set one after the other, the enclosures' places left open; nothing is numbered or written yet."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from clair_desktop.domain.filled_papers import FilledDocument, FilledLetter, FilledPack, PageLayout
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf.assembly import language_of, set_blank, set_divider
from clair_desktop.output.pdf.flow import Flow
from clair_desktop.output.pdf.forms import orientations, set_form
from clair_desktop.output.pdf.letters import set_letter
from clair_desktop.output.pdf.paper import Paper

if TYPE_CHECKING:
    from clair_desktop.output.pdf.enclosed import Bound  # loads what examines foreign files

_JAPAN = timezone(timedelta(hours=9))


def typeset(pack: FilledPack, bound: Sequence["Bound"] = ()) -> Paper:
    """The pack's own sheets, not yet numbered; what never leaves the branch comes last."""
    paper = Paper(f"{pack.title}\u3000{pack.case_number}".strip(), _tag(language_of(pack)), made_at(pack.made_on))
    fronts = pack.made_up.fronts and not pack.apart
    documents = sorted(pack.documents, key=lambda one: one.internal)
    leaving = sum(not one.internal for one in documents)
    for number, document in enumerate(documents):
        if number == leaving:
            _set_enclosures(paper, pack, bound)
        if fronts:
            _begin_on_front(paper, pack, bound)
        first = len(paper.sheets)
        _set_document(paper, document, pack.layout)
        for sheet in paper.sheets[first:]:
            sheet.internal, sheet.document = document.internal, number
            sheet.language = document.language
            sheet.together = _counted_with(pack, document) or str(number)
    if leaving == len(documents):
        _set_enclosures(paper, pack, bound)
    return paper


def _set_enclosures(paper: Paper, pack: FilledPack, bound: Sequence["Bound"]) -> None:
    """Where the enclosures go: after the last sheet that leaves the branch, each after its divider if it has one."""
    for number, one in enumerate(bound):
        if pack.made_up.dividers:
            if pack.made_up.fronts:
                _begin_on_front(paper, pack, bound)
            set_divider(paper, pack, number + 1, one)
            paper.sheet.document = divider(number)
        if pack.made_up.fronts:
            _begin_on_front(paper, pack, bound)
        (paper.sheet.followed_by if paper.sheets else paper.bound_first).append(number)
        paper.bound_pages += one.count


def _begin_on_front(paper: Paper, pack: FilledPack, bound: Sequence["Bound"]) -> None:
    """What comes next begins on a front: an odd count of pages gets a blank back."""
    there = [*paper.bound_first, *(one for sheet in paper.sheets for one in sheet.followed_by)]
    if paper.sheets and (len(paper.sheets) + sum(bound[one].count for one in there)) % 2:
        before = paper.sheet
        set_blank(paper, pack)
        paper.sheet.internal, paper.sheet.document = before.internal, before.document
        paper.sheet.language = before.language
        paper.sheet.together = before.together


def divider(number: int) -> int:
    """The document that the divider before this enclosure counts as: none of the pack, so they count downwards."""
    return -1 - number


def _counted_with(pack: FilledPack, document: FilledDocument) -> str:
    """What is counted together: all that a receiver gets, in each language by itself where one follows the other."""
    if not document.receiver:
        return ""
    return f"to {document.receiver}" if pack.in_turn else f"{document.language} {document.receiver}"


def _set_document(paper: Paper, document: FilledDocument, layout: PageLayout) -> None:
    flow = Flow(paper, layout)
    language = Language.EN if document.language == Language.EN else Language.JA
    content = document.content
    flow.begin(landscape=not isinstance(content, FilledLetter) and (orientations(content) or [False])[0])
    paper.bookmark(document.name)
    with paper.within("Sect", language=_tag(language)):
        if isinstance(content, FilledLetter):
            set_letter(flow, content, language)
        else:
            set_form(flow, content, language, bilingual=document.language not in set(Language))


def made_at(iso: str) -> datetime:
    """A day alone counts from midnight in Japan."""
    made = datetime.fromisoformat(iso)
    return made if made.tzinfo else made.replace(tzinfo=_JAPAN)


def _tag(language: str) -> str:
    return "en-GB" if language == Language.EN else "ja-JP"
