"""Rule notices: a year's rulings on their way from headquarters or another branch, as one small file.

The file is JSON that a person can read: a preview in words, the entries, and the SHA-256 of the entries, so that a
damaged file is noticed. It carries figures only; the shape of a programme comes with the program.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Rule, Ruling, Standing, Value
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.tables import RuleRevisionRow
from clair_desktop.services.desk import Desk
from clair_desktop.services.rulebooks import entered_source, kept_value, read_value
from clair_desktop.services.ruling_words import value_words

KIND, FORMAT = "clair_desktop rule notice", 1
ENDING = ".rules.json"


@dataclass(frozen=True, slots=True)
class NoticeEntry:
    """One ruling of a notice, as its sender looked it up."""

    programme: str
    rule: str
    year: int
    value: Value
    source_title: str
    locator: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Notice:
    """Rulings with who sends them and when."""

    issued_by: str
    issued_on: date
    entries: Sequence[NoticeEntry]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one entry would change: how the rule stands now, and the value it would have."""

    entry: NoticeEntry
    programme: Wording
    rule: Rule
    before: Standing

    @property
    def changes(self) -> bool:
        ruling = self.before.ruling
        return not self.before.decided or ruling is None or ruling.value != self.entry.value


class Notices:
    """Making, reading and taking rule notices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(self, out: Path, year: int, issued_by: str, programmes: Sequence[str] = ()) -> Notice:
        """Write what this branch has entered for a project year; without entries there is nothing to send."""
        entries = [
            NoticeEntry(row.programme, row.rule, row.year, value, row.source_title, row.locator, row.checked_on)
            for key in programmes or list(self._desk.programmes)
            for row, value in self._entered(key)
            if row.year == year
        ]
        if not entries:
            raise Refusal(
                Wording(
                    f"{year}年度について支部が入力した定めはありません。",
                    f"This branch has entered no rulings for FY{year}.",
                )
            )
        notice = Notice(issued_by, self._desk.clock.today(), entries)
        _write(out, self._file_of(notice))
        return notice

    def read(self, path: Path) -> Notice:
        """A notice from its file; a damaged, foreign or newer one is refused in words."""
        content = _content(path)
        entries = [self._entry(one, number) for number, one in enumerate(_entries(content), start=1)]
        return Notice(str(content.get("issued_by", "")), _day(content.get("issued_on"), 0), entries)

    def differences(self, notice: Notice) -> list[Difference]:
        """Every entry beside how its rule stands now."""
        found: list[Difference] = []
        for entry in notice.entries:
            edition = self._desk.edition(entry.programme, entry.year)
            rule = edition.book.rules[entry.rule]
            found.append(Difference(entry, edition.programme.name, rule, rule.standing(edition.year)))
        return found

    def take(self, notice: Notice) -> list[Difference]:
        """Lay the notice over this branch's rulings in one act that undo takes back whole."""
        changed = [one for one in self.differences(notice) if one.changes]
        now = self._desk.clock.now()
        title = Wording(f"定めの通知の取込み：{notice.issued_by}", f"Rule notice taken: {notice.issued_by}")
        with self._desk.database.work(title) as work:
            for one in changed:
                entry = one.entry
                work.rule_revisions.put(
                    RuleRevisionRow(
                        programme=entry.programme,
                        rule=entry.rule,
                        year=entry.year,
                        value=kept_value(entry.value),
                        source_title=entry.source_title,
                        locator=entry.locator,
                        checked_on=entry.checked_on,
                        entered_by=notice.issued_by,
                        entered_at=now,
                    )
                )
        self._desk.changed()
        return changed

    def overlay(self, notice: Notice, programme: str) -> dict[str, list[Ruling]]:
        """The branch's rulings of a programme as they would be once the notice is taken."""
        laid = {key: list(rulings) for key, rulings in self._desk.entered(programme).items()}
        for entry in notice.entries:
            if entry.programme == programme:
                year = FiscalYear(entry.year)
                kept = [ruling for ruling in laid.get(entry.rule, []) if ruling.decided_for != year]
                source = entered_source(entry.source_title, entry.locator, entry.checked_on)
                laid[entry.rule] = [*kept, Ruling(entry.value, year, source)]
        return laid

    def _entered(self, programme: str) -> list[tuple[RuleRevisionRow, Value]]:
        kinds = {rule.key: rule.kind for rule in self._desk.programmes[programme].rules}
        with self._desk.database.reading() as work:
            rows = work.rule_revisions.all_for(programme)
        return [(row, read_value(row.value, kinds[row.rule])) for row in rows if row.rule in kinds]

    def _entry(self, one: Mapping[str, object], number: int) -> NoticeEntry:
        programme, key = str(one.get("programme")), str(one.get("rule"))
        declared = self._desk.programmes.get(programme)
        rule = next((rule for rule in declared.rules if rule.key == key), None) if declared else None
        if rule is None:
            raise Refusal(
                Wording(
                    f"{number}件目：この版のプログラムに「{programme}」の「{key}」という定めはありません。"
                    "プログラムを新しくしてから取り込んでください。",
                    f"Entry {number}: this program knows no rule “{key}” of “{programme}”. Update the program first.",
                )
            )
        try:
            year = int(cast(int, one["year"]))
            value = read_value(one["value"], rule.kind)
        except (KeyError, TypeError, ValueError) as fault:
            raise Refusal(
                Wording(
                    f"{number}件目（{rule.label.ja}）の値を読めません。送付元に作り直しを依頼してください。",
                    f"Entry {number} ({rule.label.en}) cannot be read. Ask the sender to make it again.",
                )
            ) from fault
        title, locator = str(one.get("source_title", "")), str(one.get("locator", ""))
        return NoticeEntry(programme, key, year, value, title, locator, _day(one.get("checked_on"), number))

    def _file_of(self, notice: Notice) -> dict[str, object]:
        entries = [_kept(entry) for entry in notice.entries]
        return {
            "kind": KIND,
            "format": FORMAT,
            "issued_by": notice.issued_by,
            "issued_on": notice.issued_on.isoformat(),
            "preview": {language.value: self._preview(notice, language) for language in Language},
            "entries": entries,
            "sha256": _fingerprint(notice.issued_by, notice.issued_on.isoformat(), entries),
        }

    def _preview(self, notice: Notice, language: Language) -> list[str]:
        lines = []
        for one in self.differences(notice):
            year = FiscalYear(one.entry.year).label().in_(language)
            value = value_words(one.rule, one.entry.value).in_(language)
            lines.append(f"{year} {one.programme.in_(language)} {one.rule.label.in_(language)}: {value}")
        return lines


def _kept(entry: NoticeEntry) -> dict[str, object]:
    return {
        "programme": entry.programme,
        "rule": entry.rule,
        "year": entry.year,
        "value": kept_value(entry.value),
        "source_title": entry.source_title,
        "locator": entry.locator,
        "checked_on": entry.checked_on.isoformat(),
    }


def _fingerprint(issued_by: str, issued_on: str, entries: Sequence[object]) -> str:
    plain = json.dumps([issued_by, issued_on, entries], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _write(out: Path, content: Mapping[str, object]) -> None:
    part = out.with_name(f"{out.name}.part")
    try:
        part.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        part.replace(out)
    except OSError as fault:
        raise Refusal(
            Wording(
                f"「{out.name}」に書き込めません。別の場所を選んでください。",
                f"“{out.name}” cannot be written. Choose another place.",
            )
        ) from fault
    finally:
        part.unlink(missing_ok=True)


_DAMAGED = Wording(
    "「{name}」は定めの通知として読めないか、壊れています。送付元に送り直しを依頼してください。",
    "“{name}” is not a rule notice or is damaged. Ask the sender to send it again.",
)


def _content(path: Path) -> Mapping[str, object]:
    damaged = Refusal(_DAMAGED.filled(name=path.name))
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as fault:
        raise damaged from fault
    if not isinstance(read, dict) or read.get("kind") != KIND:
        raise damaged
    if not isinstance(read.get("format"), int) or read["format"] > FORMAT:
        raise Refusal(
            Wording(
                f"「{path.name}」は新しい版の通知です（形式{read.get('format')}、このプログラムは{FORMAT}まで）。"
                "プログラムを新しくしてください。",
                f"“{path.name}” is of a newer format ({read.get('format')}; this program reads up to {FORMAT}). "
                "Update the program.",
            )
        )
    if read.get("sha256") != _fingerprint(str(read.get("issued_by")), str(read.get("issued_on")), _entries(read)):
        raise damaged
    return read


def _entries(content: Mapping[str, object]) -> Sequence[Mapping[str, object]]:
    entries = content.get("entries")
    return [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []


def _day(text: object, number: int) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as fault:
        raise Refusal(
            Wording(
                f"{number}件目の日付「{text}」を読めません。", f"The day “{text}” of entry {number} cannot be read."
            )
        ) from fault
