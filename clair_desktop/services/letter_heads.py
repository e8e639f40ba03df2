"""Who writes and who is written to, in the language of the paper, and what of it is known in Japanese only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clair_desktop.domain.documents import Party
from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import FilledDocument
from clair_desktop.domain.parties import Names
from clair_desktop.domain.posts import english_head, is_japanese
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.branch import BranchProfile
from clair_desktop.services.letterhead import branch_sender, headquarters_addressee, salutation_title
from clair_desktop.services.sheets import CaseSheet

_DEAR = "Dear Sir or Madam,"
_UNKNOWN = Wording(
    "英文の「{document}」の{place}に、英語の名称が分からない語が日本語のまま入っています（{text}）。",
    "In English, {place} of “{document}” holds what is known in Japanese only ({text}).",
)
_TO_CONFIRM = Wording("要確認：{said}{cure}", "To be confirmed. {said} {cure}")
ADDRESSEE, SENDER, CONTACT = (
    Wording("宛名", "the addressee"),
    Wording("差出人", "the sender"),
    Wording("連絡先", "the contact"),
)
IN_CASE = Wording(
    "案件の英語の欄（代表者の職・氏名（英語）など）に入力してください。",
    "Enter the English in the case (head, title and name, in English).",
)
IN_SETTINGS = Wording(
    "「設定」の支部の欄に英語の名称を入力してください。", "Enter the English under Settings, the branch."
)


@dataclass(frozen=True, slots=True)
class LetterHeads:
    """The heads of one case's papers."""

    sheet: CaseSheet
    profile: BranchProfile
    names: Names
    association: Wording
    language: Language

    def addressee(self, party: Party) -> list[str]:
        if party is Party.HEADQUARTERS:
            return headquarters_addressee(self.sheet.edition, self.profile, self.association, self.language)
        name, head = self.sheet.applicant_name.in_(self.language), self._head()
        if self.language is Language.EN:
            return [one for one in (head, name) if one]
        return [name, self.profile.papers.addressed(head)] if head else [f"{name}　御中"]

    def sender(self, party: Party) -> list[str]:
        if party is Party.BRANCH:
            return branch_sender(self.profile, self.association, self.language)
        head = self._head()
        section = "" if head else str(self.sheet.answers.get("section", ""))
        lines = self.sheet.applicant_name.in_(self.language), head or section
        return [one for one in (lines if self.language is Language.JA else reversed(lines)) if one]

    def salutation(self, party: Party) -> str:
        """Of an English letter: the office that is addressed, or nobody in particular."""
        if party is Party.HEADQUARTERS:
            title = salutation_title(self.sheet.edition, self.profile)
        else:
            title = "" if self.sheet.answers.get("representative_en") else self._known_head()
        return f"Dear {title}," if title else _DEAR

    def _head(self) -> str:
        typed = str(self.sheet.answers.get("representative", ""))
        if self.language is Language.JA:
            return typed
        return str(self.sheet.answers.get("representative_en", "")) or self._known_head() or typed

    def _known_head(self) -> str:
        typed = str(self.sheet.answers.get("representative", ""))
        return english_head(typed, self.names.authority(str(self.sheet.answers.get("applicant", ""))))


_OF_SPECIMENS = "（見本）"  # stands for what no worked case makes up, such as a telephone number


def in_japanese_only(documents: Sequence[FilledDocument]) -> Iterator[Wording]:
    """What stands in Japanese in the heads of English papers; said before they are printed."""
    for one in documents:
        if one.language != Language.EN.value or one.internal:
            continue
        paper = one.content
        heads = [(ADDRESSEE, paper.addressee, IN_CASE), (SENDER, paper.sender, IN_CASE)]
        heads.append((CONTACT, getattr(paper, "contact", ()), IN_SETTINGS))
        for place, lines, cure in heads:
            for said in unknown(same(one.name), place, lines):
                yield _TO_CONFIRM.filled(said=said, cure=cure)


def unknown(document: Wording, place: Wording, lines: Sequence[str]) -> Iterator[Wording]:
    """What of a head in English is in Japanese, in words; nothing where all of it is English."""
    found = [plain(line) for line in lines if is_japanese(line.replace(_OF_SPECIMENS, ""))]
    if found:
        text = Wording("、".join(f"「{line}」" for line in found), ", ".join(f"“{line}”" for line in found))
        yield _UNKNOWN.filled(document=document, place=place, text=text)
