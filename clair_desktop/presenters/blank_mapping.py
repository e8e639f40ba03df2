"""The mapping window: which answer of a case goes into which place of a blank, with a case's values in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.blanks import Blank, Layout, Match, Place, Shape
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

KEPT = Wording(
    "対応付けを途中として保存しました。記入するには確定してください。",
    "The mapping was kept as unfinished. Confirm it before filling.",
)
CONFIRMED = Wording("対応付けを確定しました。", "The mapping is confirmed.")
LEAVE = Wording(
    "保存していない対応付けがあります。捨てて戻りますか。", "The mapping has changes that are not kept. Discard them?"
)
LEAVE_ACT = Wording("捨てて戻る", "Discard")
NO_ROW = Wording(
    "表の行（「1行目」など）を対応付けた欄で使ってください。",
    "Use this on a place mapped to a row of a table (“row 1”).",
)
NO_BELOW = Wording(
    "下に、同じ表の続きを書ける欄がありません。", "There is no place below in which the table could go on."
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A value that may be chosen, and the shapes it may take."""

    value: str
    label: Wording
    shapes: Sequence[Shape]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in the list: what is mapped to it and what would stand there for the case shown."""

    place: Place
    match: Match | None
    label: Wording | None
    shown: str


@dataclass(frozen=True, slots=True)
class MappingState:
    lines: Sequence[PlaceLine]
    matches: Mapping[str, Match]
    shown: Mapping[str, str]
    doubts: Sequence[Wording]
    changed: bool


class BlankMappingView(Protocol):
    def show_mapping(self, state: MappingState) -> None: ...

    def show_place(self, line: PlaceLine) -> None: ...

    def show_complaint(self, wording: Wording | None) -> None: ...

    def finish(self) -> None: ...


class BlankMapping:
    """Holds the mapping while it is edited; what is wrong is said at once, and nothing wrong is ever kept."""

    def __init__(self, office: "Office", blank: Blank, shell: Shell, language: Language) -> None:
        self._office, self._shell, self.language = office, shell, language
        self.blank = blank
        self.layout: Layout = office.blanks.layout(blank)
        self.offers = [Offered(one.value, one.label, one.shapes) for one in office.blanks.offers(blank)]
        self.cases = cases_of(office, blank)
        self._matches = {one.place: one for one in blank.matches}
        self._case = self.cases[0][0] if self.cases else ""
        self._chosen: Place | None = None
        self._changed = False

    def bind(self, view: BlankMappingView) -> None:
        self._view = view

    def start(self) -> None:
        self._show()

    def choose(self, key: str) -> None:
        """A place was clicked or reached by the keyboard."""
        self._chosen = self.layout.by_key.get(key)
        if self._chosen is not None:
            self._view.show_place(self._line(self._chosen, self._shown()))
            self._view.show_complaint(None)

    def shapes(self, value: str) -> Sequence[Shape]:
        offered = self.offered(value)
        return offered.shapes if offered else ()

    def offered(self, value: str) -> Offered | None:
        found = self._office.blanks.offer(self.blank, value)
        return Offered(found.value, found.label, found.shapes) if found else None

    def put(self, value: str, shape: Shape | None, longest: str) -> bool:
        """Maps a value to the chosen place; whether it could be."""
        if self._chosen is None:
            return False
        if not value:
            return self.clear()
        shapes = self.shapes(value)
        form = shape if shape is not None and shape in shapes else next(iter(shapes), Shape.AS_IS)
        most = int(longest) if longest.strip().isdecimal() else None if not longest.strip() else 0
        return self._accept([Match(self._chosen.key, value, form, most, self._chosen.label)])

    def clear(self) -> bool:
        """Nothing goes into the chosen place."""
        if self._chosen is not None and self._matches.pop(self._chosen.key, None) is not None:
            self._changed = True
            self._show()
            self._view.show_place(self._line(self._chosen, self._shown()))
        return True

    def continue_below(self) -> None:
        """The next row of the same table goes into the place below."""
        here = self._matches.get(self._chosen.key) if self._chosen else None
        table, number, column = (*here.value.split("."), "", "")[:3] if here else ("", "", "")
        if here is None or not number.isdecimal():
            self._view.show_complaint(NO_ROW)
            return
        below = self._below(here.place)
        if below is None or below.trouble is not None:
            self._view.show_complaint(NO_BELOW)
            return
        following = replace(here, place=below.key, value=f"{table}.{int(number) + 1}.{column}", label=below.label)
        if self._accept([following]):
            self.choose(below.key)

    def show_case(self, number: str) -> None:
        self._case = number
        self._show()

    def save(self, *, confirm: bool) -> None:
        try:
            self.blank = self._office.blanks.map(self.blank, list(self._matches.values()), confirm=confirm)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._changed = False
        self._shell.say(CONFIRMED if confirm else KEPT)
        self._view.finish()

    def may_leave(self) -> bool:
        return not self._changed or self._shell.confirm(LEAVE, LEAVE_ACT, grave=True)

    def _accept(self, matches: Sequence[Match]) -> bool:
        for one in matches:
            fault = next(iter(self._office.blanks.faults(self.blank, [one])), None)
            if fault is not None:
                self._view.show_complaint(fault)
                return False
            self._matches[one.place] = one
        self._changed = True
        self._view.show_complaint(None)
        self._show()
        return True

    def _below(self, key: str) -> Place | None:
        """The next drawn place in the same column of the same sheet."""
        for sheet in self.layout.sheets:
            here = next((one for one in sheet.cells if one.place == key), None)
            if here is not None:
                under = [one for one in sheet.cells if one.column == here.column and one.row == here.row + here.rows]
                return self.layout.by_key.get(under[0].place) if under else None
        return None

    def _show(self) -> None:
        shown = self._shown()
        lines = [self._line(one, shown) for one in self.layout.places if self._is_listed(one)]
        doubts = self._office.blanks.doubts(self.blank)
        self._view.show_mapping(MappingState(lines, dict(self._matches), shown, doubts, self._changed))

    def _is_listed(self, place: Place) -> bool:
        return place.likely or place.key in self._matches or (bool(place.name) and place.trouble is not None)

    def _line(self, place: Place, shown: Mapping[str, str]) -> PlaceLine:
        match = self._matches.get(place.key)
        offered = self.offered(match.value) if match else None
        return PlaceLine(place, match, offered.label if offered else None, shown.get(place.key, ""))

    def _shown(self) -> Mapping[str, str]:
        """What would stand in each place for the case shown; nothing where one of the values cannot be told."""
        if not self._case:
            return {}
        try:
            return self._office.blanks.preview(self.blank, list(self._matches.values()), self._case)
        except Refusal as refusal:
            self._view.show_complaint(refusal.wording)
            return {}


def cases_of(office: "Office", blank: Blank) -> list[tuple[str, Wording]]:
    """The cases of a blank's programme and year, the newest first."""
    lines = office.cases.lines(programme=blank.programme, project_year=blank.year)
    found = [(one.number, Wording(*[f"{one.number}　{one.applicant_name}　{one.title}"] * 2)) for one in lines]
    return sorted(found, reverse=True)
