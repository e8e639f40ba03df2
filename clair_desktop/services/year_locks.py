"""A past fiscal year, locked for editing: its cases are read, printed and exported, and changed only by decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.listing import CaseLine
from clair_desktop.model.tables import CaseRow
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk

_KEY = "locked_years"
_YEARS = range(1988, 2100)
_Kept = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class YearLock:
    """Who locked a project year and when; ``carried`` are the numbers of its cases that stay editable."""

    year: int
    by: str
    at: datetime
    carried: Sequence[str]

    @property
    def wording(self) -> Wording:
        """Who, when, and how it is undone: what a refusal says and what stands above a locked case."""
        label = _label(self.year)
        ja, en = (printed_date(self.at.date(), language) for language in (Language.JA, Language.EN))
        return Wording(
            f"{label.ja}の案件は、{ja}に{self.by}が編集を締め切りました。"
            "変更が要るときは、この案件を繰り越すか、年度の締切りを解除してください。",
            f"{self.by} locked the cases of {label.en} on {en}. "
            "To change this one, carry it over; to change any, unlock the year.",
        )


class YearLocks:
    """Locking, carrying over, unlocking; each is an act that the journal keeps and undo takes back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[YearLock]:
        """The locked years, the latest first."""
        with self._desk.database.reading() as work:
            return sorted(_locks(work).values(), key=lambda one: -one.year)

    def open_cases(self, year: int) -> list[CaseLine]:
        """The cases of a project year that are not yet closed: what a lock would stop, unless it is carried over."""
        with self._desk.database.reading() as work:
            return [line for line in work.cases.listing(year=year) if not self._is_closed(line)]

    def lock(self, year: int, *, carry: Sequence[str] = (), carry_open: bool = False) -> YearLock:
        """Lock a past year; the cases named, or all that are open, stay editable."""
        label = _label(year)
        if FiscalYear(year) >= FiscalYear.containing(self._desk.clock.today()):
            raise Refusal(
                Wording(
                    f"{label.ja}はまだ終わっていません。締め切れるのは過ぎた年度です。",
                    f"{label.en} has not ended. Only a past year can be locked.",
                ),
                field="year",
            )
        with self._desk.database.work(Wording(f"{label.ja}の締切り", f"{label.en} locked")) as work:
            if year in _locks(work):
                raise Refusal(
                    Wording(f"{label.ja}は既に締め切られています。", f"{label.en} is locked already."), field="year"
                )
            numbers = dict.fromkeys(carry)
            if carry_open:
                numbers |= dict.fromkeys(line.number for line in self.open_cases(year))
            for number in numbers:
                _demand_year(work.cases.get(number), year)
            lock = YearLock(year, self._desk.database.who, self._desk.clock.now(), list(numbers))
            _put(work, {**_locks(work), year: lock})
        self._desk.changed()
        return lock

    def carry(self, number: str) -> YearLock:
        """Let one case of a locked year stay editable."""
        title = Wording(f"繰越し：{number}", f"Carried over: {number}")
        with self._desk.database.work(title) as work:
            row = work.cases.get(number)
            lock = self._locked(work, row.project_year)
            carried = list(dict.fromkeys([*lock.carried, number]))
            lock = YearLock(lock.year, lock.by, lock.at, carried)
            case_id = row.id
            _put(work, {**_locks(work), lock.year: lock})
        self._desk.changed(case_id)
        return lock

    def unlock(self, year: int) -> None:
        """Let every case of the year be edited again."""
        label = _label(year)
        with self._desk.database.work(Wording(f"{label.ja}の締切り解除", f"{label.en} unlocked")) as work:
            lock = self._locked(work, year)
            _put(work, {key: one for key, one in _locks(work).items() if key != lock.year})
        self._desk.changed()

    def _locked(self, work: Work, year: int) -> YearLock:
        lock = _locks(work).get(year)
        if lock is None:
            label = _label(year)
            raise Refusal(Wording(f"{label.ja}は締め切られていません。", f"{label.en} is not locked."), field="year")
        return lock

    def _is_closed(self, line: CaseLine) -> bool:
        return self._desk.programme(line.programme).workflow.state(line.state).closed


def lock_of(work: Work, number: str, project_year: int) -> YearLock | None:
    """The lock that stops a case from being changed; None where its year is open or it was carried over."""
    lock = _locks(work).get(project_year)
    return None if lock is None or number in lock.carried else lock


def demand_editable(work: Work, row: CaseRow) -> None:
    """Refuse, by name and day, to change a case of a locked year."""
    lock = lock_of(work, row.number, row.project_year)
    if lock is not None:
        raise Refusal(lock.wording, field="year")


def demand_open_year(work: Work, project_year: int) -> None:
    """Refuse to receive a case of a locked year."""
    lock = _locks(work).get(project_year)
    if lock is not None:
        raise Refusal(lock.wording, field="year")


def _label(year: int) -> Wording:
    if year not in _YEARS:
        raise Refusal(
            Wording(
                f"{year}年度は扱えません。西暦で指定してください（例：2025）。",
                f"There is no fiscal year {year} here. Give it as in 2025.",
            ),
            field="year",
        )
    return FiscalYear(year).label()


def _demand_year(row: CaseRow, year: int) -> None:
    if row.project_year != year:
        label = _label(year)
        raise Refusal(
            Wording(
                f"案件{row.number}は{label.ja}の案件ではないため、繰り越せません。",
                f"Case {row.number} is not of {label.en} and cannot be carried over.",
            ),
            field="carry",
        )


def _locks(work: Work) -> dict[int, YearLock]:
    kept = cast("_Kept", work.settings.get(_KEY, {}))
    return {int(year): _read(int(year), one) for year, one in kept.items()}


def _read(year: int, kept: Mapping[str, object]) -> YearLock:
    at = datetime.fromisoformat(str(kept["at"]))
    return YearLock(year, str(kept["by"]), at, cast("list[str]", kept["carried"]))


def _put(work: Work, locks: Mapping[int, YearLock]) -> None:
    kept = {
        str(year): {"by": one.by, "at": one.at.isoformat(), "carried": list(one.carried)} for year, one in locks.items()
    }
    work.settings.put(_KEY, kept or None)
