"""市区町村・郵便番号: whom a text or a code may mean, wards under their city, and the addresses of a postal code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.postal import PostalPlace, begun_code
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wards import Ward
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import Shell
from clair_desktop.services.municipalities import PlaceLine, table_source

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

_AT_MOST = 300


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A local authority, or a ward under its city."""

    code: str
    name: Wording
    kana: str
    romaji: str
    kind: Wording
    prefecture: Wording
    county: str
    branch: Wording
    designated_on: date | None
    is_ward: bool


@dataclass(frozen=True, slots=True)
class PlacesSheet:
    """``by_postal``: the text can be a postal code, so that its addresses are asked for; ``remark``: what is wrong."""

    rows: Sequence[PlaceRow]
    rows_found: int
    rows_source: Wording
    addresses: Sequence[PostalPlace]
    addresses_found: int
    addresses_source: Wording
    by_postal: bool
    remark: Wording | None


class PlacesView(Protocol):
    def show_places(self, sheet: PlacesSheet) -> None: ...


class PlacesPresenter:
    """Finds as one types; without a text it shows all of the branch's prefecture."""

    def __init__(self, view: PlacesView, office: "Office", shell: Shell) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._typed = ""

    def start(self) -> None:
        """Again after a change, which keeps what was searched."""
        self.search(self._typed)

    def search(self, text: str) -> None:
        self._typed = text
        digits = begun_code(text)
        rows, remark = self._rows(text)
        addresses = self._office.municipalities.postal_beginning(digits) if digits else []
        if len(digits) == 7 and not addresses:
            remark = _no_such_code(text)
        self._view.show_places(
            PlacesSheet(
                rows[:_AT_MOST],
                len(rows),
                _source("local_authorities"),
                addresses[:_AT_MOST],
                len(addresses),
                _source("postal_codes"),
                bool(digits),
                remark,
            )
        )

    def copied(self) -> None:
        self._shell.say(Wording("クリップボードにコピーしました。", "Copied to the clipboard."))

    def _rows(self, text: str) -> tuple[Sequence[PlaceRow], Wording | None]:
        municipalities = self._office.municipalities
        if not text.strip():
            own = self._office.branch.get().branch
            return [_row(one) for one in (municipalities.within(own[:2]) if own else ())], None
        try:
            found = municipalities.find(text)
        except Malformed as complaint:
            return [], complaint.wording
        return [_row(one) for one in self._under_cities(found)], None

    def _under_cities(self, found: Iterable[PlaceLine]) -> Iterable[PlaceLine]:
        """Each ward directly under its city, which is named even where only the ward was meant."""
        grouped: dict[str, list[PlaceLine]] = {}
        for one in found:
            if one.city is None:
                grouped.setdefault(one.place.code, [one])
            else:
                city = self._office.municipalities.line(one.city)
                grouped.setdefault(one.city.code, [city]).append(one)
        return [one for group in grouped.values() for one in group]


def _row(line: PlaceLine) -> PlaceRow:
    place = line.place
    body = place.city if isinstance(place, Ward) else place
    return PlaceRow(
        code=place.code,
        name=place.name,
        kana=place.kana,
        romaji=place.romaji,
        kind=line.kind,
        prefecture=body.prefecture,
        county=body.county,
        branch=line.branch.name,
        designated_on=line.designated_on,
        is_ward=isinstance(place, Ward),
    )


def _source(table: str) -> Wording:
    """日本郵便「郵便番号データ」…, 2026年10月3日現在."""
    told = table_source(table)
    if told.as_of is None:
        return told.source
    ja, en = (printed_date(told.as_of, language) for language in Language)
    return Wording(f"資料：{told.source.ja}、データの日付 {ja}", f"Source: {told.source.en}; data of {en}")


def _no_such_code(text: str) -> Wording:
    day = table_source("postal_codes").as_of
    return Wording(
        f"郵便番号「{cited(folded(text))}」は{day}の表にありません。番号を確かめてください。",
        f"The table of {day} holds no postal code “{cited(folded(text))}”. Check the number.",
    )
