"""The publications that several programmes' rules rest on."""

from datetime import date

from clair_desktop.domain.rulings import Mark, Source
from clair_desktop.domain.wording import Wording

CHECKED_ON = date(2026, 11, 20)
BROCHURE = Wording(
    "自治体国際化協会 事業概要（2025年6月現在）", "CLAIR, Outline of Activities (as of June 2025, in Japanese)"
)
RESEARCH_PAGE = Wording("自治体国際化協会ウェブページ「海外依頼調査」", "CLAIR web page on research requests (in Japanese)")


def brochure(chapter: Wording) -> Source:
    """A place in the brochure of June 2025, by the title of its chapter."""
    return Source(BROCHURE, chapter, Mark.SOURCE, CHECKED_ON)
