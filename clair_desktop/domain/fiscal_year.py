"""The Japanese fiscal year, 1 April to 31 March, and the label an office prints for it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clair_desktop.domain.wording import Wording


class EraChangeStyle(StrEnum):
    """How the year of an era change is labelled: CLAIR's list of FY2019 prints 平成31年度."""

    AS_CLAIR = "as_clair"
    AS_NEW_ERA = "as_new_era"


_ERAS = ((2018, "令和", "R"), (1988, "平成", "H"), (1925, "昭和", "S"), (1911, "大正", "T"), (1867, "明治", "M"))
_CLAIR_LABELS = {2019: ("平成31年度", "H31")}


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """The fiscal year that begins on 1 April of ``start_year``."""

    start_year: int

    @classmethod
    def containing(cls, day: date) -> "FiscalYear":
        return cls(day.year if day.month >= 4 else day.year - 1)

    @property
    def first_day(self) -> date:
        return date(self.start_year, 4, 1)

    @property
    def last_day(self) -> date:
        return date(self.start_year + 1, 3, 31)

    @property
    def end_of_february(self) -> date:
        """「2月末」: 29 February in a leap year, unlike the literal 「2月28日」."""
        return date(self.start_year + 1, 2, monthrange(self.start_year + 1, 2)[1])

    @property
    def next(self) -> "FiscalYear":
        return FiscalYear(self.start_year + 1)

    def label(self, style: EraChangeStyle = EraChangeStyle.AS_CLAIR) -> Wording:
        """The label both languages print, such as 令和8年度 and FY2026."""
        return Wording(self._stored_label(style)[0], f"FY{self.start_year}")

    def prefix(self) -> str:
        """What case numbers of this year begin with: R8, H31."""
        return self._stored_label(EraChangeStyle.AS_CLAIR)[1]

    def _stored_label(self, style: EraChangeStyle) -> tuple[str, str]:
        if style is EraChangeStyle.AS_CLAIR and self.start_year in _CLAIR_LABELS:
            return _CLAIR_LABELS[self.start_year]
        for base, era, letter in _ERAS:
            if self.start_year > base:
                number = self.start_year - base
                return f"{era}{'元' if number == 1 else number}年度", f"{letter}{number}"
        raise ValueError(f"FY{self.start_year} is before Meiji")
