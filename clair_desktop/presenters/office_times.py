"""時差・開庁: the seven offices at this minute, and of the chosen one all that a telephone call needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain import office_words
from clair_desktop.domain.office_hours import JAPAN_TIME, Reach
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import PDF, Shell
from clair_desktop.presenters.tags import Tag
from clair_desktop.services.office_sheets import (
    SHARED_HEADS,
    as_text,
    name_of,
    sections,
    shared_rows,
    shared_title,
    told,
)

if TYPE_CHECKING:
    from clair_desktop.services.days import OfficeSheet
    from clair_desktop.services.office import Office  # loads the database's libraries

_TONES = {Reach.OPEN: "done", Reach.BEFORE: "info", Reach.MIDDAY: "notice", Reach.AFTER: "info", Reach.CLOSED: "off"}


@dataclass(frozen=True, slots=True)
class TimeLine:
    """An office at a glance."""

    office: str
    name: str
    local: str
    difference: str
    summer: str
    today: str
    standing: Tag


@dataclass(frozen=True, slots=True)
class TimeSheet:
    """The chosen office: what is told of it, and the days on which it can be spoken to."""

    office: str
    told: str
    shared_title: str
    heads: Sequence[str]
    shared: Sequence[Sequence[str]]


class OfficeTimesView(Protocol):
    def show_offices(self, japan: str, lines: Sequence[TimeLine], chosen: str) -> None: ...

    def show_sheet(self, sheet: TimeSheet) -> None: ...

    def copy(self, text: str) -> None: ...


class OfficeTimesPresenter:
    """Asks the office's clock; the view says when time may have passed."""

    def __init__(self, view: OfficeTimesView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._shown: datetime | None = None
        self._chosen = ""
        self._sheets: Sequence[OfficeSheet] = ()

    def start(self) -> None:
        """Reads the clock and the settings anew; the chosen office stays."""
        now = self._office.clock.now()
        self._shown = _minute(now)
        self._sheets = self._office.days.offices(now)
        self._chosen = self._chosen or self._sheets[0].now.place.office
        japan = now.astimezone(JAPAN_TIME)
        said = office_words.short_day(japan.date()).in_(self._language)
        self._view.show_offices(f"{said} {japan:%H:%M}", [self._line(one) for one in self._sheets], self._chosen)
        self._show_sheet()

    def tick(self) -> None:
        """Shows the next minute once it has come."""
        if self._shown is not None and _minute(self._office.clock.now()) != self._shown:
            self.start()

    def choose(self, office: str) -> None:
        if office != self._chosen:
            self._chosen = office
            self._show_sheet()

    def copy(self) -> None:
        """The whole sheet of the chosen office as text."""
        self._view.copy(as_text(self._sheet(), self._language))
        self.copied()

    def copied(self) -> None:
        self._shell.say(Wording("クリップボードにコピーしました。", "Copied to the clipboard."))

    def save_pdf(self) -> None:
        """Writes the chosen office's sheet where the person says."""
        suggested = f"office_time_{self._chosen}_{self._office.clock.today().isoformat()}.pdf"
        target = self._shell.pick_save(Wording("PDFで保存", "Save as PDF"), suggested, [PDF])
        if target is None:
            return
        try:
            self._office.office_papers.write(target, self._sheet(), self._language)
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            self._shell.say(Wording(f"保存しました：{target.name}", f"Saved: {target.name}"))

    def _sheet(self) -> "OfficeSheet":
        return next(one for one in self._sheets if one.now.place.office == self._chosen)

    def _show_sheet(self) -> None:
        sheet, language = self._sheet(), self._language
        said = "\n\n".join(told(one, language) for one in sections(sheet, language))
        heads = [head.in_(language) for head in SHARED_HEADS]
        colon = "：" if language is Language.JA else ": "
        title = f"{name_of(sheet, language)}{colon}{shared_title(sheet, language)}"
        self._view.show_sheet(TimeSheet(self._chosen, said, title, heads, shared_rows(sheet, language)))

    def _line(self, sheet: "OfficeSheet") -> TimeLine:
        now, language = sheet.now, self._language
        day = office_words.short_day(now.local.date()).in_(language)
        certain = sheet.settled or now.reach in (Reach.CLOSED, Reach.MIDDAY)
        tone = _TONES[now.reach] if certain else "warning"
        return TimeLine(
            office=now.place.office,
            name=name_of(sheet, language),
            local=f"{day} {now.local:%H:%M}",
            difference=office_words.difference(now).in_(language),
            summer=office_words.summer(now).in_(language),
            today=office_words.today(now).in_(language),
            standing=Tag(office_words.standing(now, settled=sheet.settled), tone),
        )


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
