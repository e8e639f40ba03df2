"""Headquarters' own blanks: imported once a year, mapped, and filled as a copy that keeps the official layout."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from clair_desktop.domain.blanks import NOT_A_PLACE, Blank, Entry, Layout, Match, Place
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.model.tables import PrintRow
from clair_desktop.model.work import Work
from clair_desktop.services import blank_records as records
from clair_desktop.services.blank_values import BlankValues, Offer, offer_of, offers
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.places import Places
from clair_desktop.services.reading import sheet_of
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.words import document_number as number_of_letter
from clair_desktop.services.words import words
from clair_desktop.services.writing import not_written
from clair_desktop.support.files import put_whole

LONGEST_NAME = 60
UNKNOWN_BLANK = Wording(
    "{year}年度の「{programme}」に、様式「{name}」は取り込まれていません。先に取り込んでください。",
    "No blank “{name}” was imported for {programme}, FY{year}. Import it first.",
)
NO_NAME = Wording("様式の名前を入力してください（例：様式第1号）。", "Name the blank, such as 様式第1号 (Form No. 1).")
BAD_NAME = Wording(
    "様式の名前は60字まで、「/」を除いて入力してください。", "A name has at most 60 characters and no “/”."
)
NO_SOURCE = Wording(
    "出所（本部のどの通知で受け取ったか）を入力してください。", "Say by which notice of headquarters the file came."
)
NOT_CONFIRMED = Wording(
    "様式「{name}」の対応付けはまだ確定していません。対応付けの画面で欄を確かめ、確定してください。",
    "The mapping of “{name}” is not confirmed yet. Look it through in the mapping window and confirm it.",
)
NOTHING_MAPPED = Wording("様式「{name}」には、まだ何も対応付けていません。", "Nothing is mapped in “{name}” yet.")
TWICE = Wording("「{place}」に2つの項目が対応付けられています。", "Two values are mapped to “{place}”.")
NOT_MAPPED = Wording(
    "対応付けに誤りがあるため保存していません（{count}件）。", "Nothing was kept: the mapping has {count} faults."
)
ENDING = Wording(
    "様式はExcelブックか文書です。ファイル名の終わりを「.{ending}」にしてください。",
    "End the file's name in “.{ending}”, as the blank's does.",
)
DOUBT_GONE = Wording("「{place}」（{label}）がなくなりました。", "“{place}” ({label}) is no longer there.")
DOUBT_LABEL = Wording(
    "「{place}」の見出しが「{old}」から「{new}」に変わりました。",
    "The label beside “{place}” changed from “{old}” to “{new}”.",
)
SAMPLE = Wording(
    "見本の案件です。様式には「見本」と印字されないので、本部へ送らないでください。",
    "This is a sample case. The blank cannot say so; do not send it to headquarters.",
)
LEFT_EMPTY = Wording("入力がないため空欄のまま：{list}", "Left empty, for the case has no answer: {list}")


@dataclass(frozen=True, slots=True)
class FilledCopy:
    """A filled copy that was read back; ``empty`` are mapped places for which the case has no value."""

    path: Path
    sha256: str
    blank: Blank
    entries: Sequence[Entry]
    empty: Sequence[Place]
    warnings: Sequence[Wording]


class Blanks:
    """The blanks of all programmes and years."""

    def __init__(self, desk: Desk, branch: BranchSettings, directory: Directory) -> None:
        self._desk, self._branch, self._directory = desk, branch, directory
        self._layouts: dict[str, Layout] = {}

    def add(
        self, programme: str, year: int, file: Path, *, name: str, source: str, language: Language = Language.JA
    ) -> Blank:
        """Import a blank as it came. The mapping of an earlier one of that name is carried over as a proposal."""
        self._desk.programme(programme)
        said, told = _name(name), words(source, "source")
        if not told:
            raise Refusal(NO_SOURCE, field="source")
        content = _content(file)
        layout = _layout(file.name, content)
        with self._desk.database.work(Wording(f"様式の取込み：{said}", f"Blank imported: {said}")) as work:
            earlier = self._earlier(work, programme, year, said)
            blank = Blank(
                programme=programme, year=year, name=said, source=told, file_name=file.name, kind=layout.kind,
                sha256=work.enclosures.add_content(content), added_on=self._desk.clock.today(), language=language,
            )  # fmt: skip
            if earlier is not None:
                kept = [one for one in earlier.matches if one.place in layout.by_key]
                lost = [(one.place, one.label) for one in earlier.matches if one.place not in layout.by_key]
                blank = replace(blank, matches=tuple(kept), carried_from=earlier.year, lost=tuple(lost))
            records.put(work, blank)
        self._desk.changed()
        return blank

    def every(self, programme: str = "", year: int | None = None) -> list[Blank]:
        with self._desk.database.reading() as work:
            return records.every(work, programme, year)

    def get(self, programme: str, year: int, name: str) -> Blank:
        with self._desk.database.reading() as work:
            return self._found(work, programme, year, name)

    def remove(self, blank: Blank) -> None:
        """Take a blank out; undo brings it back."""
        with self._desk.database.work(Wording(f"様式の削除：{blank.name}", f"Blank removed: {blank.name}")) as work:
            records.remove(work, self._found(work, blank.programme, blank.year, blank.name))
        self._desk.changed()

    def layout(self, blank: Blank) -> Layout:
        """Everything in the blank that may be filled, and how it looks."""
        if blank.sha256 not in self._layouts:
            self._layouts[blank.sha256] = _layout(blank.file_name, self._bytes(blank))
        return self._layouts[blank.sha256]

    def place(self, blank: Blank, key: str) -> Place:
        """One place, also a cell beyond what is drawn."""
        known = self.layout(blank).by_key.get(key)
        if known is not None:
            return known
        from clair_desktop.output.blanks.filling import find_place

        found = find_place(blank.file_name, self._bytes(blank), key)
        if found is None:
            raise Refusal(NOT_A_PLACE.filled(place=key), field=key)
        return found

    def offers(self, blank: Blank) -> list[Offer]:
        """The values that may be chosen for its places."""
        return list(offers(self._desk.edition(blank.programme, blank.year)))

    def offer(self, blank: Blank, value: str) -> Offer | None:
        return offer_of(self._desk.edition(blank.programme, blank.year), value)

    def map(self, blank: Blank, matches: Sequence[Match], *, confirm: bool = True) -> Blank:
        """Keep what goes where; what could not be filled is refused, place by place, and nothing is kept."""
        faults = list(self.faults(blank, matches))
        if faults:
            raise Refusal(NOT_MAPPED.filled(count=len(faults)), field="matches", details=faults)
        labelled = [replace(one, label=self.place(blank, one.place).label) for one in matches]
        title = Wording(f"様式の対応付け：{blank.name}", f"Blank mapped: {blank.name}")
        with self._desk.database.work(title) as work:
            kept = self._found(work, blank.programme, blank.year, blank.name)
            made = kept.mapped(labelled, confirmed=confirm)
            records.put(work, made)
        self._desk.changed()
        return made

    def faults(self, blank: Blank, matches: Sequence[Match]) -> Iterator[Wording]:
        """Why a mapping cannot stand; nothing where it can."""
        from clair_desktop.services.blank_checks import fault_of

        seen: set[str] = set()
        for one in matches:
            if one.place in seen:
                yield TWICE.filled(place=one.place)
            seen.add(one.place)
            try:
                place = self.place(blank, one.place)
            except Refusal as refusal:
                yield refusal.wording
                continue
            fault = fault_of(one, place, self.offer(blank, one.value))
            if fault is not None:
                yield fault

    def doubts(self, blank: Blank) -> list[Wording]:
        """What of a carried-over mapping may no longer be right; what has gone, by the blank it came from."""
        if blank.carried_from is None or blank.confirmed:
            return []
        known = self.layout(blank).by_key
        found = [
            DOUBT_LABEL.filled(place=one.place, old=one.label, new=known[one.place].label)
            for one in blank.matches
            if one.place in known and known[one.place].label != one.label
        ]
        return [*found, *(DOUBT_GONE.filled(place=place, label=label) for place, label in blank.lost)]

    def preview(self, blank: Blank, matches: Sequence[Match], number: str) -> Mapping[str, str]:
        """What would stand in each place for a case; a place without a value is left out."""
        from clair_desktop.output.blanks.paper_fill import printed

        entries, _empty = self._entries(blank, matches, self._values(blank, self._sheet(number), None, ""))
        return {one.place: str(one.value) if isinstance(one.value, str) else printed(one) for one in entries}

    def fill(
        self, number: str, name: str, out: Path, *, document_number: str | None = None, on: date | None = None
    ) -> FilledCopy:
        """Fill a copy for a case and put it there whole, once it has been read back; the blank itself never changes."""
        from clair_desktop.output.blanks.filling import filled

        sheet = self._sheet(number)
        blank = self.get(sheet.edition.programme.key, sheet.edition.year.start_year, name)
        _demand_ready(blank, out)
        letter = number_of_letter(document_number)
        values = self._values(blank, sheet, on, letter)
        values.demand_room(blank.matches)
        entries, empty = self._entries(blank, blank.matches, values)
        limits = {one.place: one.longest for one in blank.matches if one.longest is not None}
        content = filled(blank.file_name, self._bytes(blank), entries, limits)
        try:
            put_whole(content, out)
        except OSError as fault:
            raise not_written(out) from fault
        made = FilledCopy(out, sha256(content).hexdigest(), blank, entries, empty, self._warnings(sheet, empty))
        self._note(sheet, made, letter)
        return made

    def _warnings(self, sheet: CaseSheet, empty: Sequence[Place]) -> list[Wording]:
        listed = "、".join(one.label or one.key for one in empty)
        told = [LEFT_EMPTY.filled(list=listed)] if empty else []
        return [SAMPLE, *told] if sheet.sample or self._branch.get().demonstration else told

    def _note(self, sheet: CaseSheet, made: FilledCopy, letter: str) -> None:
        name, number = made.blank.name, sheet.number
        with self._desk.database.work(Wording(f"様式に記入：{number} {name}", f"Filled: {number}, {name}")) as work:
            work.prints.add(
                PrintRow(
                    case_id=sheet.id, pack=f"blank:{name}", language=made.blank.language.value, sha256=made.sha256,
                    pages=0, document_number=letter or None, made_at=self._desk.clock.now(),
                )
            )  # fmt: skip
        self._desk.changed(sheet.id)

    def _entries(self, blank: Blank, matches: Sequence[Match], values: BlankValues) -> tuple[list[Entry], list[Place]]:
        entries, empty = [], []
        for one in matches:
            place = self.place(blank, one.place)
            entry = values.entry(one, place)
            if entry is not None:
                entries.append(entry)
            elif "=" not in one.value and "." not in one.value:
                empty.append(place)
        return entries, empty

    def _values(self, blank: Blank, sheet: CaseSheet, on: date | None, letter: str) -> BlankValues:
        day = on or self._desk.clock.today()
        places = Places(
            sheet, self._branch.get(), self._desk.names, blank.language, day, letter,
            self._directory.headquarters_name(day),
        )  # fmt: skip
        return BlankValues(places, frozenset(one.kind for one in sheet.enclosures if one.kind))

    def _sheet(self, number: str) -> CaseSheet:
        with self._desk.database.reading() as work:
            return sheet_of(self._desk, work, work.cases.get(number))

    def _bytes(self, blank: Blank) -> bytes:
        with self._desk.database.reading() as work:
            return work.enclosures.content(blank.sha256)

    def _earlier(self, work: Work, programme: str, year: int, name: str) -> Blank | None:
        """The same year's own, which is being replaced, else the latest before it."""
        held = [one for one in records.every(work, programme) if one.name == name and one.year <= year]
        return max(held, key=lambda one: one.year, default=None)

    def _found(self, work: Work, programme: str, year: int, name: str) -> Blank:
        found = records.get(work, programme, year, name)
        if found is None:
            told = self._desk.programme(programme).name
            year_ = FiscalYear(year).start_year
            raise Refusal(UNKNOWN_BLANK.filled(year=year_, programme=told, name=same(name)), field="name")
        return found


def _demand_ready(blank: Blank, out: Path) -> None:
    if not blank.matches:
        raise Refusal(NOTHING_MAPPED.filled(name=blank.name), field="name")
    if not blank.confirmed:
        raise Refusal(NOT_CONFIRMED.filled(name=blank.name), field="name")
    if out.suffix.lower() != f".{blank.kind.value}":
        raise Refusal(ENDING.filled(ending=blank.kind.value), field="out")


def _name(name: str) -> str:
    said = " ".join(words(name, "name").split())
    if not said:
        raise Refusal(NO_NAME, field="name")
    if len(said) > LONGEST_NAME or "/" in said:
        raise Refusal(BAD_NAME, field="name")
    return said


def _content(file: Path) -> bytes:
    from clair_desktop.services.enclosures import content_of

    return content_of(file)


def _layout(name: str, content: bytes) -> Layout:
    from clair_desktop.output.blanks.filling import read_layout

    return read_layout(name, content)
