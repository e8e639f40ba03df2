"""Rule notices: a year's rulings and letters on their way from headquarters or another branch, as one small file.

A notice carries figures, wording and addressees; the shape of a programme comes with the program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import Correspondence
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Rule, Ruling, Standing
from clair_desktop.domain.typed import read_text
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.target import whole_file, write_through
from clair_desktop.services.caseload import refresh_due_days
from clair_desktop.services.desk import Desk
from clair_desktop.services.entering import EnteredRuling, put_ruling
from clair_desktop.services.letter_differences import (
    LetterDifference,
    entered_in,
    letter_differences,
    letter_line,
)
from clair_desktop.services.letters import Entered, Letters, overlaid
from clair_desktop.services.notice_files import Notice, notice_content, read_notice
from clair_desktop.services.rulebooks import entered_source, read_value
from clair_desktop.services.ruling_words import value_words

__all__ = ["Difference", "LetterDifference", "Notice", "Notices", "Taken"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one entry would change: how the rule stands now, and the value it would have."""

    entry: EnteredRuling
    programme: Wording
    rule: Rule
    before: Standing

    @property
    def changes(self) -> bool:
        ruling = self.before.ruling
        return not self.before.decided or ruling is None or ruling.value != self.entry.value


@dataclass(frozen=True, slots=True)
class Taken:
    """What a notice changed."""

    rulings: Sequence[Difference]
    letters: Sequence[LetterDifference]

    @property
    def count(self) -> int:
        return len(self.rulings) + len(self.letters)


class Notices:
    """Making, reading and taking rule notices."""

    def __init__(self, desk: Desk, letters: Letters) -> None:
        self._desk = desk
        self._letters = letters

    def years(self) -> list[int]:
        """The project years for which the branch has entered something, the latest first."""
        entered = [entry.year for key in self._desk.programmes for entry in self._entered(key)]
        return sorted({*entered, *self._letters.years()}, reverse=True)

    def make(self, out: Path, year: int, issued_by: str, programmes: Sequence[str] = ()) -> Notice:
        """Write what this branch has entered for a project year; without entries there is nothing to send."""
        sender = read_text(issued_by).strip()
        if not sender:
            raise Refusal(
                Wording(
                    "通知の作成者を入力してください（支部を選んでいれば支部名になります）。",
                    "Say who issues the notice; once the branch is chosen, its name stands there.",
                ),
                field="issued_by",
            )
        wanted = list(dict.fromkeys(programmes or self._desk.programmes))
        entries = [entry for key in wanted for entry in self._entered(key) if entry.year == year]
        texts, addressees = entered_in(self._desk, wanted, year)
        notice = Notice(sender, self._desk.clock.today(), entries, texts, addressees)
        if not notice.count:
            raise Refusal(
                Wording(
                    f"{year}年度について支部が入力した定め・文面・宛名はありません。",
                    f"This branch has entered no rulings for FY{year}, no wording and no addressee.",
                ),
                field="year",
            )
        preview = {language.value: self._preview(notice, language) for language in Language}
        content = notice_content(notice, preview)
        with whole_file(out) as part:
            write_through(part, partial(_write, content))
        return notice

    def read(self, path: Path) -> Notice:
        """A notice from its file; a damaged, foreign or newer one is refused in words."""
        return read_notice(path, self._desk.programmes)

    def differences(self, notice: Notice) -> list[Difference]:
        """Every entry beside how its rule stands now."""
        editions: dict[tuple[str, int], Edition] = {}
        found: list[Difference] = []
        for entry in notice.entries:
            key = (entry.programme, entry.year)
            if key not in editions:
                editions[key] = self._desk.edition(*key)
            edition = editions[key]
            rule = edition.book.rules[entry.rule]
            found.append(Difference(entry, edition.programme.name, rule, rule.standing(edition.year)))
        return found

    def letter_differences(self, notice: Notice) -> list[LetterDifference]:
        """Every text and addressee of the notice beside what is printed now."""
        return letter_differences(self._desk, notice)

    def take(self, notice: Notice) -> Taken:
        """Lay the notice over this branch's rulings in one act that undo takes back whole; gives what it changed."""
        title = Wording(f"定めの通知の取込み：{notice.issued_by}", f"Rule notice taken: {notice.issued_by}")
        with self._desk.database.work(title) as work:
            changed = [one for one in self.differences(notice) if one.changes]
            letters = [one for one in self.letter_differences(notice) if one.changes]
            for one in changed:
                put_ruling(self._desk, work, one.entry, notice.issued_by)
            for letter in letters:
                self._letters.put(work, letter.entry, notice.issued_by)
            for key in dict.fromkeys(one.entry.programme for one in changed):
                first = min(one.entry.year for one in changed if one.entry.programme == key)
                refresh_due_days(self._desk, work, key, first)
        self._desk.changed()
        return Taken(changed, letters)

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

    def correspondence(self, notice: Notice, programme: str) -> Correspondence:
        """The letters of a programme as they would be once the notice is taken."""
        sent: list[Entered] = [one for one in notice.texts if one.programme == programme]
        sent += [one for one in notice.addressees if one.programme == programme]
        return overlaid(self._desk.letters(programme), sent)

    def _entered(self, programme: str) -> list[EnteredRuling]:
        """What the branch has entered; a programme that is not known is refused."""
        kinds = {rule.key: rule.kind for rule in self._desk.programme(programme).rules}
        with self._desk.database.reading() as work:
            rows = work.rule_revisions.all_for(programme)
        return [
            EnteredRuling(
                row.programme,
                row.rule,
                row.year,
                read_value(row.value, kinds[row.rule]),
                row.source_title,
                row.locator,
                row.checked_on,
            )
            for row in rows
            if row.rule in kinds
        ]

    def _preview(self, notice: Notice, language: Language) -> list[str]:
        lines = []
        for one in self.differences(notice):
            year = FiscalYear(one.entry.year).label().in_(language)
            value = value_words(one.rule, one.entry.value).in_(language)
            name, label = one.programme.in_(language), one.rule.label.in_(language)
            lines.append(f"{year} {name} {label}: {value}（{one.entry.source_title}）")
        return lines + [letter_line(one, language) for one in self.letter_differences(notice)]


def _write(content: bytes, file: IO[bytes]) -> None:
    file.write(content)
