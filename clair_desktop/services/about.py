"""クレアについて: sentences of our own, each with the source of its fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording
from clair_desktop.services.directory_tables import shipped_rows, source_of

SECTIONS = {
    "purpose": Wording("目的", "Purpose"),
    "business": Wording("事業", "Business"),
    "organisation": Wording("組織", "Organisation"),
    "history": Wording("沿革", "History"),
    "offices": Wording("海外事務所の開設", "Opening of the overseas offices"),
}


@dataclass(frozen=True, slots=True)
class AboutLine:
    section: Wording
    sentence: Wording
    source: Source


@cache
def about_clair() -> Sequence[AboutLine]:
    return [
        AboutLine(
            SECTIONS[row["section"]],
            Wording(row["ja"], row["en"]),
            source_of(row["source"], Wording(row["locator"], row["locator_en"]), date.min),
        )
        for row in shipped_rows("about.tsv")
    ]
