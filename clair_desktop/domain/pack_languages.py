"""In which language each paper of a pack is made: as its receiver reads it, unless the branch chose otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from clair_desktop.domain.documents import Document, Letter, Pack
from clair_desktop.domain.making_up import PackCopy
from clair_desktop.domain.wording import Language, Wording


class PaperLanguage(StrEnum):
    """One language, each in a paper of its own, or both on the same pages."""

    JA = "ja"
    EN = "en"
    BOTH = "both"
    BILINGUAL = "bilingual"

    @property
    def label(self) -> Wording:
        return _LABELS[self]

    def says(self, language: Language) -> bool:
        return self not in _ALONE or self.value == language.value


_ALONE = frozenset({PaperLanguage.JA, PaperLanguage.EN})
_LABELS: Mapping[PaperLanguage, Wording] = {
    PaperLanguage.JA: Wording("日本語", "Japanese"),
    PaperLanguage.EN: Wording("英語", "English"),
    PaperLanguage.BOTH: Wording("日英（別葉）", "Both, one after the other"),
    PaperLanguage.BILINGUAL: Wording("日英併記（1枚）", "Both, on the same pages"),
}


@dataclass(frozen=True, slots=True)
class PackLanguages:
    """``whole`` holds for every paper that has no choice of its own, by the document's key."""

    whole: PaperLanguage = PaperLanguage.JA
    own: Mapping[str, PaperLanguage] = field(default_factory=dict)

    def of(self, document: str) -> PaperLanguage:
        return self.own.get(document, self.whole)

    def with_own(self, document: str, chosen: PaperLanguage | None) -> "PackLanguages":
        """``None``: like the whole pack."""
        others = {key: one for key, one in self.own.items() if key != document}
        return replace(self, own=others if chosen is None else {**others, document: chosen})


def asked_in(languages: Sequence[Language]) -> PackLanguages:
    """Every paper in these languages."""
    return PackLanguages(PaperLanguage.BOTH if len(set(languages)) > 1 else PaperLanguage(languages[0].value))


def choices(document: Document) -> Sequence[PaperLanguage]:
    """What a document can be made in: letters and the branch's own papers are never both on one page."""
    alone = isinstance(document.layout, Letter) or document.internal
    return [one for one in PaperLanguage if not (alone and one is PaperLanguage.BILINGUAL)]


def usual_languages(pack: Pack, copy: PackCopy) -> PackLanguages:
    """Letters abroad go out in English with all that goes with them; the branch files them with their Japanese reading.

    Everything else is Japanese, as headquarters and local authorities write it; so are the branch's own papers.
    """
    if not pack.abroad:
        return PackLanguages()
    internal = {one.key: PaperLanguage.JA for one in pack.documents if one.internal}
    if copy is not PackCopy.BRANCH:
        return PackLanguages(PaperLanguage.EN, internal)
    forms = {one.key: PaperLanguage.BILINGUAL for one in pack.documents if not isinstance(one.layout, Letter)}
    return PackLanguages(PaperLanguage.BOTH, {**forms, **internal})
