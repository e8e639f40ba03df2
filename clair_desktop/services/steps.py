"""Taking a step: the guard first, then the pack it sends, and only then one transaction that records it all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Finding
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, Transition
from clair_desktop.model.tables import CaseRow, EventRow, PartRow
from clair_desktop.model.work import Work
from clair_desktop.services.cases import refresh_due
from clair_desktop.services.desk import Desk
from clair_desktop.services.documents import Documents
from clair_desktop.services.letter_records import frozen_letters
from clair_desktop.services.parts import open_parts, roll_up
from clair_desktop.services.printed import Printed
from clair_desktop.services.reading import facts_of, judged, plans, sheet_of
from clair_desktop.services.releases import How, PageMarks, marks_of
from clair_desktop.services.rulebooks import frozen
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.words import document_number as number_of_letter
from clair_desktop.services.words import words
from clair_desktop.services.year_locks import demand_editable


class NotReady(Refusal):
    """The step's guard found something to mend."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        count = len(findings)
        super().__init__(
            Wording(f"進めるには{count}件の確認が必要です。", f"Points to be mended before this step: {count}."),
            details=[finding.message for finding in findings],
        )
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A step about to be recorded."""

    step: Transition
    part: str | None
    on: date
    document_number: str
    note: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A step that headquarters' answer takes."""

    step: str
    part: str | None
    on: date
    document_number: str
    note: str


class Steps:
    """The steps of cases and of their parts."""

    def __init__(self, desk: Desk, documents: Documents) -> None:
        self._desk = desk
        self._documents = documents

    def take(
        self,
        number: str,
        step: str,
        *,
        part: str | None = None,
        on: date | None = None,
        document_number: str | None = None,
        note: str = "",
    ) -> CaseSheet:
        """Take a step on a day (today unless given). Nothing counts as sent unless its pack was made and read back."""
        day = on or self._desk.clock.today()
        with self._desk.database.reading() as work:
            sheet = sheet_of(self._desk, work, work.cases.get(number), day)
        if sheet.locked:
            raise Refusal(sheet.locked, field="year")
        taken = _Taken(
            self._open_step(sheet, step, part),
            part,
            day,
            number_of_letter(document_number),
            words(note, "note"),
        )
        self._demand(sheet, taken, facts_of(self._desk, sheet, day))
        printed = [(one, marks_of(one.path)) for one in self._issue(sheet, taken)]
        title = Wording(f"{number}：{{step}}", f"{number}: {{step}}").filled(step=taken.step.label)
        with self._desk.database.work(title) as work:
            row = work.cases.get(number, version=sheet.version)
            demand_editable(work, row)
            self._record(work, row, taken, sheet, printed)
            refresh_due(self._desk, work, row)
        self._desk.changed(row.id)
        with self._desk.database.reading() as work:
            return sheet_of(self._desk, work, work.cases.get(number))

    def take_within(self, work: Work, row: CaseRow, step: "Answered") -> None:
        """Take a step that sends nothing as part of a larger act; its guard looks at the case as the act has made it."""
        sheet = sheet_of(self._desk, work, row, step.on)
        taken = _Taken(
            self._open_step(sheet, step.step, step.part),
            step.part,
            step.on,
            number_of_letter(step.document_number),
            words(step.note, "note"),
        )
        self._demand(sheet, taken, facts_of(self._desk, sheet, step.on))
        if taken.step.issues is not None:
            raise ValueError(f"{step.step} sends {taken.step.issues}, which is made before anything is recorded")
        self._record(work, row, taken, sheet, ())
        refresh_due(self._desk, work, row)

    def _open_step(self, sheet: CaseSheet, key: str, part: str | None) -> Transition:
        if part is None:
            open_steps = list(sheet.next_steps)
        else:
            line = next((one for one in sheet.parts if one.key == part), None)
            if line is None:
                listed = "、".join(one.key for one in sheet.parts) or "なし"
                raise Refusal(
                    Wording(
                        f"案件{sheet.number}に事務所「{part}」の部分はありません（{listed}）。",
                        f"Case {sheet.number} has no part “{part}” ({listed}).",
                    )
                )
            open_steps = list(line.next_steps)
        found = next((step for step in open_steps if step.key == key), None)
        if found is None:
            listed_ja = "、".join(f"{step.key}（{step.label.ja}）" for step in open_steps) or "なし"
            listed_en = ", ".join(f"{step.key} ({step.label.en})" for step in open_steps) or "none"
            raise Refusal(
                Wording(
                    f"いまの状態では「{key}」に進めません。できること：{listed_ja}",
                    f"“{key}” is not open now. Open steps: {listed_en}",
                )
            )
        return found

    def _demand(self, sheet: CaseSheet, taken: _Taken, facts: Facts) -> None:
        for key in taken.step.needs:
            if sheet.answers.get(key) in (None, "", ()):
                asked = sheet.edition.field(key)
                label = asked.label if asked else Wording(key, key)
                raise Refusal(
                    Wording(f"先に「{label.ja}」を入力して保存してください。", f"Enter and save “{label.en}” first."),
                    field=key,
                )
        if taken.step.numbered and not taken.document_number:
            raise Refusal(
                Wording(
                    f"「{taken.step.label.ja}」の文書には文書番号が要ります。番号を付けてからもう一度進めてください。",
                    f"The letter of “{taken.step.label.en}” needs a document number. Give one and try again.",
                ),
                field="document_number",
            )
        if taken.step.guard is Guard.READY:
            found = judged(sheet.edition, facts, sheet.decisions).findings
            blocking = [finding for finding in found if finding.blocks]
            if blocking:
                raise NotReady(blocking)

    def _issue(self, sheet: CaseSheet, taken: _Taken) -> Sequence[Printed]:
        if taken.step.issues is None:
            return ()
        planned = plans(sheet.edition, facts_of(self._desk, sheet, taken.on)) if taken.step.opens_parts else None
        return self._documents.issue(sheet, taken.step.issues, taken.on, taken.document_number, planned)

    def _record(
        self, work: Work, row: CaseRow, taken: _Taken, sheet: CaseSheet, printed: Sequence[tuple[Printed, PageMarks]]
    ) -> None:
        flow = sheet.edition.programme.workflow
        before = row.state
        if taken.part is not None and flow.parts is not None:
            part = work.parts.get(row.id, taken.part)
            before, part.state = part.state, taken.step.target
            part.answered_on = taken.on
            part.note = taken.note or part.note
        else:
            row.state = taken.step.target
            if taken.step.opens_parts:
                open_parts(work, row, list(plans(sheet.edition, facts_of(self._desk, sheet, taken.on))))
            _move_parts(work.parts.of(row.id), taken.step)
        after = taken.step.target
        roll_up(work, row, sheet.edition)
        work.events.add(
            EventRow(
                case_id=row.id,
                part=taken.part,
                step=taken.step.key,
                from_state=before,
                to_state=after,
                on_date=taken.on,
                document_number=taken.document_number or None,
                note=taken.note or None,
                at=self._desk.clock.now(),
            )
        )
        for one, marks in printed:
            self._documents.note_print(work, row.id, one, marks, how=How.SENT, reason=taken.step.key)
        if flow.state(row.state).closed:
            letters = sheet.edition.letters.up_to(sheet.edition.year)
            row.frozen_rules = frozen(sheet.edition.book) | frozen_letters(letters)


def _move_parts(parts: Sequence[PartRow], step: Transition) -> None:
    for part in parts:
        part.state = step.moves_parts.get(part.state, part.state)
