"""How the same papers are made up for those who receive them: headquarters, the branch's own file, the applicant."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clair_desktop.domain.wording import Wording


class PackCopy(StrEnum):
    """For whom a pack is made."""

    WHOLE = "whole"
    HEADQUARTERS = "headquarters"
    BRANCH = "branch"
    APPLICANT = "applicant"

    @property
    def label(self) -> Wording:
        return _LABELS[self]

    @property
    def mark(self) -> Wording | None:
        """What stands in the margin of every page; what is sent to headquarters bears nothing."""
        return self.label if self in {PackCopy.BRANCH, PackCopy.APPLICANT} else None

    @property
    def with_internal(self) -> bool:
        """Whether the papers that never leave the branch belong to it."""
        return self in {PackCopy.WHOLE, PackCopy.BRANCH}


_LABELS: Mapping[PackCopy, Wording] = {
    PackCopy.WHOLE: Wording("一式（部内用とも）", "Whole pack"),
    PackCopy.HEADQUARTERS: Wording("本部提出用", "For headquarters"),
    PackCopy.BRANCH: Wording("支部控", "Branch copy"),
    PackCopy.APPLICANT: Wording("申請団体控", "Applicant's copy"),
}

ATTACHED = Wording(
    "添付資料を綴じ込まず、PDFの添付ファイルにする（PDF/A-3）", "Enclosures as files attached to the PDF (PDF/A-3)"
)
BILINGUAL = Wording("「日英」のとき、様式を1枚に併記する", "When in both languages: forms bilingual, on one page")
GATHERED = Wording(
    "写真（画像の添付資料）を「写真」の頁にまとめる", "Enclosed pictures gathered on pages of photographs"
)
SHRUNK = Wording("大きい頁をA4に縮める", "Larger pages shrunk to A4")


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUp:
    """For whom, and what is added: a contents page, a divider before each enclosure, blank pages for printing on both
    sides so that each part begins on a front, and enclosed pages larger than A4 shrunk to it. ``attached`` puts the
    enclosures as files into the PDF, in place of binding them in. Where a pack is asked for in both languages,
    ``bilingual`` prints each form once, in both. ``gathered`` sets enclosed pictures on pages of ours, with captions.
    """

    copy: PackCopy = PackCopy.WHOLE
    contents: bool = False
    dividers: bool = False
    fronts: bool = False
    shrunk: bool = False
    attached: bool = False
    bilingual: bool = False
    gathered: bool = False


AS_EVER = MakeUp()

OPTIONS: Mapping[str, Wording] = {
    "contents": Wording("目次を付ける", "Contents page"),
    "dividers": Wording("添付資料に仕切り紙を付ける", "Divider before each enclosure"),
    "fronts": Wording("両面印刷：各書類を表から始める", "Duplex: each part begins on a front"),
    "shrunk": SHRUNK,
    "attached": ATTACHED,
    "bilingual": BILINGUAL,
    "gathered": GATHERED,
}
