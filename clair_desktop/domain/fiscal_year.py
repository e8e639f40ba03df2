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


_REIWA_BASE, _HEISEI_BASE, _SHOWA_BASE = 2018, 1988, 1925
_CLAIR_LABELS = {2019: ("平成31年度", "H31")}
_NEW_ERA_LABELS = {2019: ("令和元年度", "R1"), 1989: ("平成元年度", "H1")}


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
        if self.start_year in _NEW_ERA_LABELS:
            return _NEW_ERA_LABELS[self.start_year]
        for base, era, letter in ((_REIWA_BASE, "令和", "R"), (_HEISEI_BASE, "平成", "H"), (_SHOWA_BASE, "昭和", "S")):
            if self.start_year > base:
                return f"{era}{self.start_year - base}年度", f"{letter}{self.start_year - base}"
        raise ValueError(f"FY{self.start_year} is before Shōwa")
