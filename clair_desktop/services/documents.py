"""Printing packs: on request, as part of a step, and as specimens from a programme's worked case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from clair_desktop.domain.answers import read
from clair_desktop.domain.documents import Pack
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.making_up import AS_EVER, MakeUp, PackCopy
from clair_desktop.domain.pack_languages import PackLanguages
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.proofs import counted
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.workflow import PartPlan
from clair_desktop.model.directory_tables import DirectoryUseRow
from clair_desktop.model.tables import PrintRow
from clair_desktop.model.work import Work
from clair_desktop.services.bilingual import joined
from clair_desktop.services.bound_enclosures import attached_files, bound_enclosures
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.case_packs import pack_of, packs_of, planned_part, sending
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.enclosed_papers import with_photographs, with_their_pictures
from clair_desktop.services.letter_heads import in_japanese_only
from clair_desktop.services.letter_values import LetterValues, ValueChange, read_values, values_for
from clair_desktop.services.making_up import for_its_receiver, keep_make_up, kept_make_up
from clair_desktop.services.needed import demand, enclosing
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.pack_languages import (
    Languages,
    keep_languages,
    kept_languages,
    needed,
    together,
    wanted_facts,
)
from clair_desktop.services.paper_fillings import PREPARED, PaperWish, facts_of_record, fillings_of, kept_facts
from clair_desktop.services.printed import Made, Printed
from clair_desktop.services.reading import applicant_name, facts_of, plans, sheet_of
from clair_desktop.services.receivers import every_row
from clair_desktop.services.released import Comparison, Release, compared, last_release
from clair_desktop.services.releases import Act, How, PageMarks, Releases, marks_of
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.specimens import Specimen, specimen_name, specimen_of, specimen_year
from clair_desktop.services.words import document_number as number_of_letter
from clair_desktop.services.words import words
from clair_desktop.services.writing import not_written


class Documents:
    """The papers of cases."""

    def __init__(self, desk: Desk, branch: BranchSettings, directory: Directory) -> None:
        self._desk = desk
        self._branch = branch
        self._directory = directory
        self.releases = Releases(desk)

    def packs(self, sheet: CaseSheet) -> Sequence[Pack]:
        return packs_of(sheet)

    def rows(self, sheet: CaseSheet, pack: str) -> list[tuple[int, Wording]]:
        """The rows that a pack made row by row may be asked for, by number and name; none for any other pack."""
        found = every_row(pack_of(sheet.edition, pack), sheet.edition, facts_of(self._desk, sheet))
        return [(one.number, one.named()) for one in found]

    def print(
        self,
        number: str,
        pack: str,
        languages: Languages,
        out: Path,
        *,
        document_number: str | None = None,
        on: date | None = None,
        rows: Sequence[int] = (),
        newest: bool = False,
        how: How = How.SAVED,
        reason: str = "",
        made_up: MakeUp | None = None,
    ) -> Printed:
        """Print a pack to a file and note it; the number and day of the step that sent it are used unless given.

        ``rows`` picks the receivers of a pack that is made row by row, by number; otherwise their state decides.
        A pack that was printed before keeps the directory's values of then, unless the ``newest`` are asked for.
        """
        with self._desk.database.reading() as work:
            sheet = sheet_of(self._desk, work, work.cases.get(number))
        printed = self.preview(
            sheet, pack, languages, out,
            document_number=document_number, on=on, rows=rows, newest=newest, made_up=made_up,
        )  # fmt: skip
        title = Wording(f"印刷：{number}", f"Printed: {number}")
        marks = marks_of(printed.path)
        with self._desk.database.work(title) as work:
            self.note_print(work, sheet.id, printed, marks, how=how, reason=words(reason, "reason"))
        return printed

    def preview(
        self,
        sheet: CaseSheet,
        pack: str,
        languages: Languages,
        out: Path,
        *,
        document_number: str | None = None,
        on: date | None = None,
        rows: Sequence[int] = (),
        newest: bool = False,
        made_up: MakeUp | None = None,
    ) -> Printed:
        """Print without noting it: what the window shows is the very file that would be sent.

        A pack that would have nothing to say is refused, with what the case lacks for it.
        """
        declared = pack_of(sheet.edition, pack)
        demand(declared, sheet)
        sent = sending(sheet, pack)
        number = number_of_letter(document_number) or (sent[0] if sent else "") or ""
        day = self._day_of(sheet, pack, on)
        values = self._values(sheet, pack, day, newest=newest)
        chosen = made_up or self.made_up()
        return self._print(
            sheet,
            declared,
            languages,
            out,
            day=day,
            number=number,
            rows=rows,
            values=values,
            made_up=chosen,
            released=True,
        )

    def made_up(self, copy: PackCopy = PackCopy.WHOLE) -> MakeUp:
        """How the branch makes up this copy."""
        with self._desk.database.reading() as work:
            return kept_make_up(work, copy)

    def keep_made_up(self, made_up: MakeUp) -> None:
        """From now on this copy is made up so."""
        keep_make_up(self._desk, made_up)

    def languages(self, sheet: CaseSheet, pack: str, copy: PackCopy = PackCopy.WHOLE) -> PackLanguages:
        """In which this copy of the pack is made: as the branch chose, else as its receiver reads."""
        declared = pack_of(sheet.edition, pack)
        with self._desk.database.reading() as work:
            return kept_languages(work, sheet.edition.programme.key, declared, copy)

    def keep_languages(self, sheet: CaseSheet, pack: str, copy: PackCopy, chosen: PackLanguages) -> None:
        """From now on this copy of the pack is made so."""
        declared = pack_of(sheet.edition, pack)
        keep_languages(self._desk, sheet.edition.programme.key, declared, copy, chosen)

    def value_changes(self, sheet: CaseSheet, pack: str, on: date | None = None) -> list[ValueChange]:
        """What the directory says otherwise today than when the pack was last printed; nothing where it never was."""
        day = self._day_of(sheet, pack, on)
        return self._values(sheet, pack, day).changes(self._values(sheet, pack, day, newest=True))

    def last_release(self, printed: Printed, folder: Path) -> Release | None:
        """The newest release of the same pack before this printing of it, made again in the folder."""
        return last_release(self._desk, self.releases, printed, folder)

    def compared(self, release: Release, now: Path) -> Comparison:
        """What differs between a release and a file made now; waits for the answer."""
        return compared(self._desk, release, now)

    def _day_of(self, sheet: CaseSheet, pack: str, on: date | None) -> date:
        sent = sending(sheet, pack)
        return on or (sent[1] if sent else None) or self._desk.clock.today()

    def _values(self, sheet: CaseSheet, pack: str, day: date, *, newest: bool = False) -> LetterValues:
        """Those of the day, with what the last print of the pack used in their place."""
        values = values_for(self._directory, sheet, day)
        if newest or not sheet.id:
            return values
        with self._desk.database.reading() as work:
            uses = work.directory.uses(sheet.id, pack)
        return values.kept_by(read_values(uses[-1].on_date, uses[-1].used)) if uses else values

    def issue(
        self,
        sheet: CaseSheet,
        pack: str,
        on: date,
        document_number: str | None,
        planned: Sequence[PartPlan] | None,
    ) -> list[Printed]:
        """The pack a step sends, kept in the data folder; parts about to be opened already stand in it."""
        if planned is not None:
            sheet = replace(sheet, parts=[planned_part(sheet.edition, plan) for plan in planned])
        declared = pack_of(sheet.edition, pack)
        demand(declared, sheet)
        folder = self._desk.folder / "packs" / sheet.number
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise not_written(folder) from fault
        out = folder / f"{sheet.number}_{pack}_{on.isoformat()}.pdf"
        number = document_number or ""
        made_up, spoken = self.made_up(), self.languages(sheet, pack)
        return [self._print(sheet, declared, spoken, out, day=on, number=number, made_up=made_up, released=True)]

    def specimen(
        self,
        programme: str,
        pack: str,
        languages: Sequence[Language],
        out: Path,
        year: int | None = None,
        *,
        noted: bool = False,
    ) -> Printed:
        """A pack of a worked case that has something to say in it, marked 見本 on every page; ``noted`` in the ledger."""
        declared = self._desk.programmes[programme]
        found = specimen_of(self._desk, declared, pack)
        shown = year or specimen_year(next((one for one in declared.packs if one.key == pack), None), found.example)
        edition = self._desk.edition(programme, shown)
        sheet = self._worked(edition, found)
        whole = pack_of(edition, pack)
        made = self._print(sheet, whole, languages, out, day=sheet.judged_on, number=PREPARED)
        note_paper(self._desk, specimen_name(declared, whole), [out], languages, how=How.SAVED if noted else None)
        return made

    def single(
        self,
        edition: Edition,
        pack: str,
        document: str,
        languages: Sequence[Language],
        out: Path,
        *,
        case: str | None = None,
    ) -> Printed:
        """One document of a pack for a case, or for a worked one marked 見本, as the ``edition`` words it."""
        if case is None:
            sheet = self._worked(edition, specimen_of(self._desk, edition.programme, pack))
        else:
            with self._desk.database.reading() as work:
                sheet = replace(sheet_of(self._desk, work, work.cases.get(case)), edition=edition)
        whole = pack_of(edition, pack)
        alone = whole.holding([one for one in whole.documents if one.key == document])
        day, number = (sheet.judged_on, PREPARED) if sheet.sample else (self._desk.clock.today(), "")
        needs = replace(whole.needs, row=None)  # its words may be looked at though nobody is written to
        alone = replace(alone, merges_enclosures=False, needs=needs)
        return self._print(sheet, alone, languages, out, day=day, number=number)

    def _worked(self, edition: Edition, found: Specimen) -> CaseSheet:
        """A worked case of the programme in the edition's year, as far as the pack of it has got."""
        declared, today = edition.programme, self._desk.clock.today()
        worked = found.in_year(edition.year.start_year)
        answers = read(edition.fields(), worked.answers, self._desk.names).answers
        day = worked.day or today
        received = found.begun.in_year(edition.year.start_year).day or today
        facts = Facts(answers, day, self._desk.names)
        state = declared.workflow.states[0]
        return CaseSheet(
            id=0, number="見本", edition=edition, answers=answers, state=state,
            parts=worked.standing(declared.workflow, [planned_part(edition, one) for one in plans(edition, facts)]),
            due=(), enclosures=(), events=(), decisions=(), received_on=received, judged_on=day,
            title=str(answers.get(declared.title_field, "")),
            applicant_name=applicant_name(self._desk, answers),
            sample=True, closed=False, version=0, created_at=self._desk.clock.now(), next_steps=(),
        )  # fmt: skip

    def note_print(
        self, work: Work, case_id: int, printed: Printed, marks: PageMarks, *, how: How, reason: str
    ) -> None:
        """Keep what was printed: its hash proves later which file it was, its values what the directory said."""
        if printed.made is not None:
            made = printed.made
            act = Act(how, reason, printed.pack, made.name, printed.language, printed.document_number, made.day)
            self.releases.note(work, made.content, made.written, act, marks)
        row = work.prints.add(
            PrintRow(
                case_id=case_id,
                pack=printed.pack,
                language=printed.language,
                sha256=printed.sha256,
                pages=printed.pages,
                document_number=printed.document_number,
                made_at=self._desk.clock.now(),
            )
        )
        if printed.used is not None:
            use = DirectoryUseRow(
                case_id=case_id, print_id=row.id, pack=printed.pack,
                on_date=printed.used.day, used=printed.used.stored(),
            )  # fmt: skip
            work.directory.note_use(use)

    def _print(
        self,
        sheet: CaseSheet,
        pack: Pack,
        languages: Languages,
        out: Path,
        *,
        day: date,
        number: str,
        rows: Sequence[int] = (),
        values: LetterValues | None = None,
        released: bool = False,
        made_up: MakeUp = AS_EVER,
    ) -> Printed:
        from clair_desktop.output.pdf.packs import print_pack

        used = values or values_for(self._directory, sheet, day)
        attaches = made_up.attached and pack.binds_enclosures
        pack = with_photographs(pack, sheet.enclosures, made_up) if sheet.id else pack
        chosen = together(languages, made_up)
        wanted = PaperWish(pack, needed(languages, chosen, pack), day, number, rows, used, made_up)
        fillings = fillings_of(self._desk, self._branch.get(), sheet, wanted)
        plan = [chosen.of(document.key) for _filling, document in fillings[0].papers(pack)]
        facts = wanted_facts(facts_of_record(self._desk, fillings, pack, rows), plan, fillings)
        whole, places = joined([replace(one, proven=counted(facts)).pack(pack) for one in fillings], plan)
        whole = replace(whole, made_up=made_up)
        filled = for_its_receiver(whole)
        facts = kept_facts(facts, places, whole, filled)
        named = Language(filled.language) if filled.language in set(Language) else fillings[0].language
        bound = bound_enclosures(self._desk, enclosing(sheet, pack), named, made_up) if pack.binds_enclosures else []
        content = self.releases.content(sheet, filled, facts) if released and sheet.id else None
        try:
            files = attached_files(self._desk, filled) if attaches else []
            ready = with_their_pictures(self._desk, content.filled if content else filled)
            written = print_pack(ready, out, bound, attached=files, facts=facts)
        except OSError as fault:
            raise not_written(out) from fault
        kept = Made(content, written, pack.name, day) if content else None
        return Printed(
            out, written.sha256, written.pages, pack.key, filled.language, number or None,
            [*in_japanese_only(filled.documents), *written.warnings], used, made_up, kept, written.spots,
        )  # fmt: skip
