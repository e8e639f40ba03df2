"""担当地域の地図: how every country stands for a purpose on a day, as a picture, as a table and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.coverage_map import CountryStanding
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import PDF, Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries


@dataclass(frozen=True, slots=True)
class MapSheet:
    purpose: Purpose
    day: date
    lines: Sequence[CountryStanding]


class MapView(Protocol):
    def show_map(self, sheet: MapSheet) -> None: ...

    def show_complaint(self, wording: Wording) -> None: ...


class MapPresenter:
    """Opens at support for activities abroad, today."""

    def __init__(self, view: MapView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._purpose, self._day = Purpose.SUPPORT, office.clock.today()

    def start(self) -> None:
        lines = self._office.coverage_papers.standings(self._purpose, self._day)
        self._view.show_map(MapSheet(self._purpose, self._day, lines))

    def choose(self, purpose: Purpose, day: str) -> None:
        """Another purpose or day; an empty day is today, and one that does not read is said beside its box."""
        try:
            on = read_day(folded(day)) if day.strip() else self._office.clock.today()
        except Malformed as complaint:
            self._view.show_complaint(complaint.wording)
            return
        self._purpose, self._day = purpose, on
        self.start()

    def save_pdf(self) -> None:
        """Writes the map and its table where the person says."""
        suggested = f"coverage_{self._purpose}_{self._day.isoformat()}.pdf"
        target = self._shell.pick_save(Wording("地図をPDFで保存", "Save the map as PDF"), suggested, [PDF])
        if target is not None:
            self._write(target)

    def _write(self, target: Path) -> None:
        try:
            self._office.coverage_papers.print(self._purpose, self._day, target, self._language)
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            self._shell.say(Wording(f"保存しました：{target.name}", f"Saved: {target.name}"))
