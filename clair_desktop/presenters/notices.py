"""定めの通知: made of what the branch entered, taken after its differences and its effect on open cases were seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.eras import day_in_words
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.money import yen
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import VERDICT_WORDS, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import ANY_FILE, FileKind, Shell, Tasks
from clair_desktop.presenters.rule_lines import shown_rule
from clair_desktop.presenters.words import Tag
from clair_desktop.services.ruling_words import value_words
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.notices import Difference, LetterDifference, Notice
    from clair_desktop.services.office import Office  # loads the database's libraries
    from clair_desktop.services.simulation import Effect

NOTICE: FileKind = (Wording("定めの通知", "Rule notice"), ("json",))
NO_ENTRY = Wording(
    "支部が入力した定めがまだないため、通知を作れません。先に定めを根拠とともに入力してください。",
    "The branch has entered no rulings yet, so there is nothing to send. Enter one with its source first.",
)
NOT_MADE = Wording("―", "–")
CHANGES = Tag(Wording("変わる", "changes"), "primary")
STAYS = Tag(Wording("同じ", "same"))
PRINTED = Tag(Wording("今の文面・宛名", "as printed now"))
GIVEN_UP = Wording("通知の取込みをやめました。何も変わっていません。", "The notice was not taken. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class NoticeQuestion:
    """The years that have entries of the branch, the one offered first, and who would issue the notice."""

    years: Sequence[FiscalYear]
    year: FiscalYear
    issued_by: str


@dataclass(frozen=True, slots=True)
class NoticeWish:
    year: FiscalYear
    issued_by: str


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """One entry of a notice beside how its rule stands now."""

    programme: Wording
    rule: Wording
    year: FiscalYear
    before: Wording
    standing: Tag
    after: Wording
    source: str
    change: Tag


@dataclass(frozen=True, slots=True)
class ShownEffect:
    """What the notice would do to an open case: what changes, and why, in words."""

    number: str
    title: str
    programme: Wording
    what: Wording
    why: Wording


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """A notice as it is looked at before it is taken; ``changes`` counts the entries that change something."""

    name: str
    issued_by: str
    issued_on: date
    differences: Sequence[ShownDifference]
    effects: Sequence[ShownEffect]
    changes: int


class NoticesView(Protocol):
    def show_simulating(self, watch: Watch) -> None:
        """How far the work has come, and a way to give it up; the rest of the window stays free."""
        ...

    def hide_simulating(self) -> None: ...

    def ask_notice(self, asked: NoticeQuestion) -> NoticeWish | None: ...

    def ask_taking(self, shown: ShownNotice) -> bool:
        """Whether the notice is to be taken, now that its differences and effects have been seen."""
        ...


class NoticesPresenter:
    """Nothing is changed before the person has agreed; taking is one act that undo takes back."""

    def __init__(self, view: NoticesView, office: "Office", shell: Shell, tasks: Tasks) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._tasks = tasks

    def make(self, year: FiscalYear) -> None:
        """Writes what the branch entered for a year where the person says; ``year`` is offered first."""
        years = [FiscalYear(one) for one in self._office.notices.years()]
        if not years:
            self._shell.refuse(Refusal(NO_ENTRY))
            return
        first = year if year in years else years[0]
        wish = self._view.ask_notice(NoticeQuestion(years, first, self._office.branch.get().name.ja))
        if wish is None:
            return
        suggested = f"{self._office.branch.get().branch}_{wish.year.prefix()}_rules.json"
        target = self._shell.pick_save(Wording("定めの通知を書き出す", "Save the rule notice"), suggested, [NOTICE])
        if target is None:
            return
        try:
            made = self._office.notices.make(target, wish.year.start_year, wish.issued_by)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        told = Wording("「{name}」に{count}件を書き出しました。", "“{name}” now holds {count} entries.")
        self._shell.say(told.filled(name=target.name, count=made.count))

    def take(self) -> None:
        """Reads a notice, shows what it would change, and takes it where the person agrees."""
        path = self._shell.pick_file(Wording("定めの通知を選ぶ", "Choose a rule notice"), [NOTICE, ANY_FILE])
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """The same for a file that is named already."""
        try:
            notice = self._office.notices.read(path)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        watch = Watch()
        self._view.show_simulating(watch)
        self._tasks.run(
            partial(self._office.simulated, notice, watch),
            partial(self._ask, notice, path.name, watch),
            partial(self._not_simulated, watch),
        )

    def _ask(self, notice: "Notice", name: str, watch: Watch, effects: "Sequence[Effect]") -> None:
        """The effects are known; a person who gave up meanwhile is asked nothing."""
        self._view.hide_simulating()
        if watch.is_stopped:
            self._shell.say(GIVEN_UP)
            return
        try:
            if self._view.ask_taking(self._shown(notice, name, effects)):
                self._tell_taken(notice)
        except Refusal as refusal:
            self._shell.refuse(refusal)

    def _not_simulated(self, watch: Watch, fault: Exception) -> None:
        self._view.hide_simulating()
        if watch.is_stopped:
            self._shell.say(GIVEN_UP)
        elif isinstance(fault, Refusal):
            self._shell.refuse(fault)
        else:
            raise fault

    def _tell_taken(self, notice: "Notice") -> None:
        try:
            taken = self._office.notices.take(notice)
        except Refusal as refusal:  # a year whose papers are settled
            self._shell.refuse(refusal)
            return
        told = Wording(
            "通知を取り込み、{count}件が変わりました。「元に戻す」で一度に取り消せます。",
            "The notice was taken; {count} entries changed. Undo takes all of it back at once.",
        )
        self._shell.say(told.filled(count=taken.count))

    def _shown(self, notice: "Notice", name: str, effects: "Sequence[Effect]") -> ShownNotice:
        differences = self._office.notices.differences(notice)
        letters = self._office.notices.letter_differences(notice)
        names = {key: one.name for key, one in self._office.programmes().items()}
        return ShownNotice(
            name=name,
            issued_by=notice.issued_by,
            issued_on=notice.issued_on,
            differences=[
                *(_shown_difference(one) for one in differences),
                *(_shown_letter(one) for one in letters),
            ],
            effects=[_shown_effect(one, names[one.programme]) for one in effects],
            changes=sum(one.changes for one in differences) + sum(one.changes for one in letters),
        )


def _shown_difference(one: "Difference") -> ShownDifference:
    before = shown_rule(one.rule, one.before, entered=False)
    return ShownDifference(
        programme=one.programme,
        rule=one.rule.label,
        year=FiscalYear(one.entry.year),
        before=before.value,
        standing=before.standing,
        after=value_words(one.rule, one.entry.value),
        source=f"{one.entry.source_title} {one.entry.locator}".strip(),
        change=CHANGES if one.changes else STAYS,
    )


def _shown_letter(one: "LetterDifference") -> ShownDifference:
    entry = one.entry.entry
    return ShownDifference(
        programme=one.programme,
        rule=one.label,
        year=FiscalYear(one.entry.year),
        before=one.before,
        standing=PRINTED,
        after=one.after,
        source=f"{entry.source_title} {entry.locator}".strip(),
        change=CHANGES if one.changes else STAYS,
    )


def _shown_effect(one: "Effect", programme: Wording) -> ShownEffect:
    title = f"{one.title}（下書き）" if one.draft else one.title
    return ShownEffect(one.number, title, programme, _joined(_what(one)), _joined(_why(one)))


def _what(one: "Effect") -> Iterator[Wording]:
    if one.verdict[0] is not one.verdict[1]:
        yield _change(Wording("判定", "Verdict"), *(VERDICT_WORDS[verdict] for verdict in one.verdict))
    if one.grant_maximum[0] != one.grant_maximum[1]:
        amounts = [yen(amount) if amount is not None else NOT_MADE for amount in one.grant_maximum]
        yield _change(Wording("助成の上限", "Largest grant"), *amounts)
    for due in one.due:
        yield _change(due.label, _day(due.before), _day(due.after))
    if one.letters:
        yield Wording("書類の文面・宛名が変わります", "Its papers are worded or addressed otherwise")
    elif one.verdict[0] is one.verdict[1] and one.grant_maximum[0] == one.grant_maximum[1] and not one.due:
        yield Wording("所見の内容だけが変わります", "Only what is found is worded otherwise")


def _why(one: "Effect") -> Iterator[Wording]:
    """The verdicts that turn come first."""
    for change in sorted(one.changes, key=lambda change: change.before is change.after):
        told, before, after = change.message, _verdict(change.before), _verdict(change.after)
        if before != after:
            told = Wording(f"{told.ja}（{before.ja}→{after.ja}）", f"{told.en} ({before.en} → {after.en})")
        if change.source:
            title = change.source.title
            told = Wording(f"{told.ja}［{title.ja}］", f"{told.en} [{title.en}]")
        yield told
    yield from one.letters


def _verdict(verdict: Verdict | None) -> Wording:
    return VERDICT_WORDS[verdict] if verdict else NOT_MADE


def _day(day: date | None) -> Wording:
    return day_in_words(day) if day else NOT_MADE


def _change(label: Wording, before: Wording, after: Wording) -> Wording:
    return Wording(f"{label.ja}：{before.ja}→{after.ja}", f"{label.en}: {before.en} → {after.en}")


def _joined(told: Iterator[Wording]) -> Wording:
    found = list(told)
    return Wording("／".join(one.ja for one in found), "; ".join(one.en for one in found))
