"""One case: what is typed is drafted, judged and saved; steps are taken; nothing typed is ever lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from clair_desktop.domain.answers import Reading, read, texts
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.fields import Texts
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.rulings import Finding
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.conflicts import Conflict, Side, conflicts, merged
from clair_desktop.presenters.due_lines import DueLine, due_lines
from clair_desktop.presenters.ports import Shell
from clair_desktop.presenters.suggestions import Suggestions
from clair_desktop.presenters.words import Tag, earliest_tag, state_tag
from clair_desktop.services.case_packs import LetterThatFollows, following
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet, Judged
from clair_desktop.services.steps import NotReady

__all__ = [
    "CaseEntryPresenter",
    "CaseEntryView",
    "CaseSheet",
    "Judged",
    "LetterThatFollows",
    "Saving",
    "ShownCase",
    "StepWish",
]


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case as the entry shows it; ``texts`` are what the boxes hold, which may be a draft."""

    sheet: CaseSheet
    texts: Texts
    tags: Sequence[Tag]
    today: date
    due: Sequence[DueLine] = ()
    follows: LetterThatFollows | None = None  # the letter that the last step calls for


@dataclass(frozen=True, slots=True)
class Saving:
    """Whether what is shown is saved; ``drafted_at`` is when it was last kept as a draft."""

    unsaved: bool
    drafted_at: datetime | None = None
    recovered: bool = False  # the draft comes from before the case was opened


@dataclass(frozen=True, slots=True)
class StepWish:
    """A step as it was asked for, its day as typed."""

    step: str
    part: str | None = None
    on: str = ""
    document_number: str = ""
    note: str = ""


class CaseEntryView(Protocol):
    def show_case(self, shown: ShownCase) -> None: ...

    def show_judged(self, judged: Judged, insisted: Sequence[Finding]) -> None:
        """What the rules say; ``insisted`` are those that hold a step back and are shown beside their fields too."""
        ...

    def show_field(self, key: str, text: "str | Sequence[Mapping[str, str]]", complaint: Malformed | None) -> None:
        """A field that was left: its text as it is written properly, or what is wrong with it."""
        ...

    def show_saving(self, saving: Saving) -> None: ...

    def show_conflicts(self, found: Sequence[Conflict]) -> None:
        """Somebody else saved: both answers of every field that differs; the person chooses."""
        ...

    def go_to(self, key: str) -> None: ...

    def texts(self) -> Texts: ...


class CaseEntryPresenter:
    """``followers`` are shown the case whenever it was read anew: the other tabs of the case."""

    def __init__(
        self,
        view: CaseEntryView,
        office: Office,
        shell: Shell,
        language: Language,
        followers: Sequence[Callable[[CaseSheet], None]] = (),
    ) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._followers = followers
        self._suggestions = Suggestions(office.names)
        self._sheet: CaseSheet | None = None
        self._base = 0
        self._saved: Texts = {}
        self._kept: Texts = {}
        self._theirs: CaseSheet | None = None
        self._acting = False

    @property
    def case_id(self) -> int | None:
        return self._sheet.id if self._sheet else None

    def show(self, case_id: int) -> None:
        """Opens a case; what was typed before and not saved stands in the boxes again, and says so."""
        self.leave()
        try:
            sheet = self._office.cases.by_id(case_id)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        draft = self._office.drafts.find(case_id)
        self._show(sheet, draft.texts if draft else None, draft.base_version if draft else None)
        if draft is None:
            return
        self._view.show_saving(Saving(True, draft.at, recovered=True))
        if self._base != sheet.version:
            self._compare(sheet, None)

    def leave(self) -> None:
        """Keeps what is typed before another case is shown or the window closes."""
        if self._sheet is not None and not self._sheet.closed:
            self._keep(self._view.texts())

    def typed(self) -> None:
        """Called within a second of typing: keeps the draft and judges what stands there."""
        if self._sheet is None or self._sheet.closed:
            return
        typed = self._view.texts()
        self._keep(typed)
        self._judge(self._read(typed), ())

    def left(self, key: str) -> None:
        """A field was left: its text is read, and written properly or complained of."""
        if self._sheet is None or (field := self._sheet.edition.field(key)) is None:
            return
        text = self._view.texts()[key]
        reading = read([field], {key: text}, self._office.names)
        if reading.complaints:
            self._view.show_field(key, text, reading.complaints[0])
        else:
            shown = texts([field], reading.answers, self._language, self._office.names)[key]
            self._view.show_field(key, shown, None)
        self.typed()

    def suggest(self, key: str, column: str | None, text: str) -> Sequence[str]:
        """Whom or what a typed text may mean, in words the field reads."""
        field = self._sheet.edition.field(key) if self._sheet else None
        return self._suggestions.of(field, column, text, self._language) if field else ()

    def save(self) -> bool:
        """Saves what is typed, or says what keeps it from being saved."""
        if self._sheet is None or self._sheet.closed:
            return True
        typed = self._view.texts()
        reading = self._read(typed)
        if reading.complaints:
            self._complain(typed, reading.complaints)
            return False
        return self._save(reading)

    def discard(self) -> None:
        """Goes back to what was saved, after asking."""
        if self._sheet is None:
            return
        question = Wording("入力した内容を破棄し、保存済みの内容に戻します。", "What you typed is thrown away.")
        if self._shell.confirm(question, Wording("破棄する", "Discard"), grave=True):
            self._office.drafts.drop(self._sheet.id)
            self._show(self._office.cases.by_id(self._sheet.id), None)

    def take_step(self, wish: StepWish) -> bool:
        """Saves and takes a step; where something holds it back, that is shown."""
        if self._sheet is None or (self._is_unsaved(self._view.texts()) and not self.save()):
            return False
        try:
            on = read_day(folded(wish.on)) if wish.on.strip() else None
            with_number = wish.document_number.strip() or None
            sheet = self._act(
                lambda number: self._office.steps.take(
                    number, wish.step, part=wish.part, on=on, document_number=with_number, note=wish.note.strip()
                )
            )
        except Malformed as complaint:
            self._shell.refuse(Refusal(complaint.wording))
        except NotReady as refusal:
            self._hold_back(refusal)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            if refusal.field and self._sheet.edition.field(refusal.field):
                self._view.go_to(refusal.field)
        else:
            self._show(sheet, None)
            self._shell.say(_done(sheet.number, self._label_of(sheet, wish), following(sheet)))
            return True
        return False

    def resolve(self, sides: Mapping[str, Side]) -> None:
        """Saves with the answers the person chose between theirs and their own."""
        if self._theirs is None:
            return
        theirs, self._theirs = self._theirs, None
        chosen = merged(self._view.texts(), self._texts_of(theirs), sides)
        self._show(theirs, chosen)
        self._office.drafts.keep(theirs.id, self._kept, theirs.version)
        self.save()

    def decide(self, rule: str) -> None:
        """Closes an undecided finding with a reason and the post that decided."""
        if self._sheet is None:
            return
        reason = self._shell.ask_text(Wording("判断の理由（根拠資料など）", "Reason, and what it rests on"))
        by = self._shell.ask_text(Wording("判断した職（例：係長）", "Post that decided")) if reason else None
        if not reason or not by:
            return
        try:
            self._act(lambda number: self._office.rules.decide(number, rule, reason, by))
        except Refusal as refusal:
            self._shell.refuse(refusal)
        self.refresh()

    def refresh(self) -> None:
        """Reads the case anew after a change elsewhere; what is typed and unsaved stays as it is."""
        if self._sheet is None or self._acting:
            return
        try:
            sheet = self._office.cases.by_id(self._sheet.id)
        except Refusal:
            return
        typed = self._view.texts()
        if sheet == self._sheet:
            return
        if not self._is_unsaved(typed):
            self._show(sheet, None)
        elif sheet.version == self._sheet.version:
            self._show(sheet, typed)
        else:
            self._office.drafts.keep(sheet.id, typed, self._base)  # the other save has dropped it

    def speak(self, language: Language) -> None:
        """Shows the case again in another language; what cannot be read stays as it was typed."""
        if self._sheet is None:
            self._language = language
            return
        typed = self._view.texts()
        unsaved = self._is_unsaved(typed)
        reading = self._read(typed)
        self._language = language
        shown = dict(self._texts(reading))
        for complaint in reading.complaints:
            shown[str(complaint.field)] = typed[str(complaint.field)]
        self._show(self._sheet, shown if unsaved else None)

    def _show(self, sheet: CaseSheet, typed: Texts | None, base: int | None = None) -> None:
        """Shows a case; ``base`` is the version that what is typed was typed upon, where that is an older one."""
        self._sheet = sheet
        self._base = base or sheet.version
        self._saved = self._texts_of(sheet)
        self._kept = {**self._saved, **_known(typed or {}, self._saved)}
        tags, today = [state_tag(sheet.state)], self._office.clock.today()
        if not sheet.closed:
            tags.append(earliest_tag(sheet.due, today))
        self._view.show_case(ShownCase(sheet, self._kept, tags, today, due_lines(sheet, today), following(sheet)))
        unsaved = typed is not None and self._is_unsaved(self._kept)
        self._view.show_saving(Saving(unsaved, self._office.clock.now() if unsaved else None))
        self._judge(self._read(self._kept), ())
        for follower in self._followers:
            follower(sheet)

    def _keep(self, typed: Texts) -> None:
        if self._sheet is None or typed == self._kept:
            return
        self._kept = typed
        if not self._is_unsaved(typed):
            self._office.drafts.drop(self._sheet.id)
            self._view.show_saving(Saving(False))
            return
        try:
            self._office.drafts.keep(self._sheet.id, typed, self._base)
        except Refusal as refusal:
            self._shell.say(refusal.wording)
            self._view.show_saving(Saving(True))
        else:
            self._view.show_saving(Saving(True, self._office.clock.now()))

    def _save(self, reading: Reading) -> bool:
        sheet = self._opened()
        try:
            saved = self._act(lambda number: self._office.cases.save(number, reading.answers, base_version=self._base))
        except Refusal as refusal:
            current = self._office.cases.by_id(sheet.id)
            if current.version == self._base:
                self._shell.refuse(refusal)
            else:
                self._compare(current, self._saved if self._base == sheet.version else None)
            return False
        self._show(saved, None)
        self._shell.say(Wording(f"{saved.number}を保存しました。", f"Saved {saved.number}."))
        return True

    def _compare(self, theirs: CaseSheet, base: Texts | None) -> None:
        """Both answers are shown; what was typed is kept again, since a save elsewhere has dropped the draft."""
        self._theirs = theirs
        self._office.drafts.keep(theirs.id, self._view.texts(), self._base)
        fields = list(theirs.edition.fields())
        self._view.show_conflicts(conflicts(fields, base, self._view.texts(), self._texts_of(theirs)))

    def _complain(self, typed: Texts, complaints: Sequence[Malformed]) -> None:
        for complaint in complaints:
            self._view.show_field(str(complaint.field), typed[str(complaint.field)], complaint)
        self._view.go_to(str(complaints[0].field))
        count = len(complaints)
        self._shell.say(
            Wording(
                f"読み取れない入力が{count}件あるため、保存していません。", f"Not saved: {count} entries do not read."
            )
        )

    def _hold_back(self, refusal: NotReady) -> None:
        self._judge(self._read(self._view.texts()), refusal.findings)
        self._shell.say(refusal.wording)
        first = next((finding.field for finding in refusal.findings if finding.field), None)
        if first:
            self._view.go_to(first)

    def _judge(self, reading: Reading, insisted: Sequence[Finding]) -> None:
        self._view.show_judged(self._office.cases.preview(self._opened(), reading.answers), insisted)

    def _act(self, act: Callable[[str], CaseSheet]) -> CaseSheet:
        """Does something to the case itself, so that word of the change does not come back as somebody else's."""
        self._acting = True
        try:
            return act(self._opened().number)
        finally:
            self._acting = False

    def _opened(self) -> CaseSheet:
        if self._sheet is None:
            raise LookupError("no case is open")
        return self._sheet

    def _is_unsaved(self, typed: Texts) -> bool:
        return bool(conflicts(list(self._opened().edition.fields()), None, typed, self._saved))

    def _read(self, typed: Texts) -> Reading:
        return read(list(self._opened().edition.fields()), typed, self._office.names)

    def _texts(self, reading: Reading) -> Texts:
        return texts(self._opened().edition.fields(), reading.answers, self._language, self._office.names)

    def _texts_of(self, sheet: CaseSheet) -> Texts:
        return texts(sheet.edition.fields(), sheet.answers, self._language, self._office.names)

    def _label_of(self, sheet: CaseSheet, wish: StepWish) -> Wording:
        flow = sheet.edition.programme.workflow
        found = flow.parts.transition(wish.step) if wish.part and flow.parts else flow.transition(wish.step)
        return found.label if found else Wording(wish.step, wish.step)


def _done(number: str, step: Wording, follows: LetterThatFollows | None) -> Wording:
    """What was done, and which letter now follows."""
    ja, en = f"{number}：{step.ja} 済", f"{number}: {step.en}, done"
    if follows is None:
        return Wording(ja, en)
    return Wording(f"{ja}。続く文書：{follows.name.ja}", f"{en}. Letter that follows: {follows.name.en}")


def _known(typed: Texts, saved: Texts) -> Texts:
    """A draft of an earlier edition may hold fields that are no longer asked."""
    return {key: text for key, text in typed.items() if key in saved}
