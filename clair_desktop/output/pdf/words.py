"""The few words the printer itself sets on papers."""

from typing import NamedTuple

from clair_desktop.domain.emphasis import BESIDE, both
from clair_desktop.domain.wording import Language, Wording


class Voice(NamedTuple):
    """The language of a paper's own words; a ``bilingual`` one says everything in both, Japanese first."""

    language: Language
    bilingual: bool = False

    def says(self, said: Wording, between: str = BESIDE) -> str:
        return both(said.ja, said.en, between) if self.bilingual else said.in_(self.language)

    @property
    def is_japanese(self) -> bool:
        return self.language is Language.JA


CONTINUED = Wording("（続き）", " (continued)")
SAMPLE = Wording("見本", "SAMPLE")
SEAL_OMITTED = Wording("（公印省略）", "(Official seal omitted)")
ITEMS = Wording("記", "Particulars")
ENCLOSED = Wording("添付書類", "Enclosures")
CONTACT = Wording("連絡先", "Contact")
REFERENCE = Wording("{number}", "Ref. No. {number}")
SUBJECT = Wording("{subject}", "Subject: {subject}")
CLOSING = Wording("", "Yours sincerely,")
NOTE = Wording("備考", "Note")
NOTHING = Wording("（該当なし）", "(None)")
ENCLOSURE = Wording("添付資料{number}　{name}", "Enclosure {number}: {name}")
INTERNAL = Wording("部内用", "For the branch only")
AS_ANNEX = Wording("別紙{number}のとおり", "See Annex {number}")
ANNEX = Wording("別紙{number}　{label}", "Annex {number}: {label}")
ANSWER_OF = Wording("「{title}」に記載する内容", "Entered in “{title}”")
OF_ROW = Wording("{head}（{number}行目）", "{head} (row {number})")
CARRIED_OVER = Wording("次頁へ繰越", "Carried over")
BROUGHT_FORWARD = Wording("前頁から繰越", "Brought forward")
CONTENTS = Wording("目次", "Contents")
NUMBER = Wording("番号", "No.")
PAPER = Wording("書類", "Paper")
PAGE = Wording("頁", "Page")
ATTACHED = Wording("添付", "file")
DIVIDER = Wording("添付資料{number}", "Enclosure {number}")
BLANK = Wording("（余白）", "(This page is intentionally left blank)")
