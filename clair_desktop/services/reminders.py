"""Letters and address labels to the bodies of a call, above all to those that have not answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clair_desktop.domain.calls import ANSWER_WORDS
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import FilledDocument, FilledPack
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.calls import BodyKey
from clair_desktop.services.addresses import Address, Addresses
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.call_sheets import AskedBody, CallSheet
from clair_desktop.services.calls import CallKey, Calls
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.enclosed_papers import with_their_pictures
from clair_desktop.services.label_sheets import checked_sheet
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.releases import How
from clair_desktop.services.reminder_words import reminder_letter
from clair_desktop.services.words import document_number as number_of_letter
from clair_desktop.services.writing import not_written

_NAME = Wording("募集に係る回答について（再依頼）", "Request for an answer to the call")
_LABELS = Wording("宛名ラベル", "Address labels")
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\t', "_"))


@dataclass(frozen=True, slots=True)
class Reminded:
    """The letters that were printed and read back, and to whom they go."""

    paths: Sequence[Path]
    pages: int
    bodies: Sequence[AskedBody]
    warnings: Sequence[Wording]


@dataclass(frozen=True, slots=True)
class Labelled:
    path: Path
    pages: int
    labels: int
    warnings: Sequence[Wording]


class Reminders:
    """Printing for calls; a body counts as reminded only once its letter has been read back."""

    def __init__(
        self, desk: Desk, branch: BranchSettings, calls: Calls, addresses: Addresses, directory: Directory
    ) -> None:
        self._desk = desk
        self._branch = branch
        self._calls = calls
        self._addresses = addresses
        self._directory = directory

    def remind(
        self,
        key: CallKey,
        out: Path,
        languages: Sequence[Language] = (Language.JA,),
        *,
        on: date | None = None,
        document_number: str | None = None,
        each: bool = False,
        how: How = How.SAVED,
    ) -> Reminded:
        """A letter to every body that has not answered: all in one file, or with ``each`` a file per body in a folder."""
        made = self._made(key, out, languages, on=on, document_number=document_number, each=each)
        day = on or self._desk.clock.today()
        self._note(key, made.bodies, day)
        number = number_of_letter(document_number)
        note_paper(self._desk, _NAME, made.paths, languages, how=how, on=day, document_number=number)
        return made

    def preview(
        self,
        key: CallKey,
        out: Path,
        languages: Sequence[Language] = (Language.JA,),
        *,
        on: date | None = None,
        document_number: str | None = None,
    ) -> Reminded:
        """The same letters in one file, to be looked at: nobody counts as reminded."""
        return self._made(key, out, languages, on=on, document_number=document_number, each=False)

    def labels(
        self,
        key: CallKey,
        out: Path,
        *,
        per_sheet: int = 12,
        first: int = 1,
        every: bool = False,
        how: How | None = How.SAVED,
    ) -> Labelled:
        """Address labels of the bodies that have not answered, or of ``every`` body asked; ``how`` None is a look at them."""
        from clair_desktop.output.pdf.labels import AddressLabel, print_labels

        label_sheet = checked_sheet(per_sheet, first)
        sheet = self._calls.get(key)
        bodies = list(sheet.bodies) if every else _unanswered(sheet)
        known = self._addresses.all()
        labels = []
        for body in bodies:
            address = known.get(body.key, Address())
            name = _addressed(body, address, Language.JA)
            labels.append(AddressLabel(name, address.postal_code, [one for one in address.lines.split("\n") if one]))
        sample, made_on = self._branch.get().demonstration, self._desk.clock.today().isoformat()
        try:
            made = print_labels(labels, out, label_sheet, title=_LABELS.ja, made_on=made_on, first=first, sample=sample)
        except OSError as fault:
            raise not_written(out) from fault
        note_paper(self._desk, _LABELS, [out], [Language.JA], how=how)
        return Labelled(out, made.pages, len(labels), made.warnings)

    def _made(
        self,
        key: CallKey,
        out: Path,
        languages: Sequence[Language],
        *,
        on: date | None,
        document_number: str | None,
        each: bool,
    ) -> Reminded:
        sheet = self._calls.get(key)
        day, number, bodies = on or self._desk.clock.today(), number_of_letter(document_number), _unanswered(sheet)
        letters = {body.key: self._letters(sheet, body, languages, day, number) for body in bodies}
        files = {out: [letter for two in letters.values() for letter in two]}
        if each:
            files = {out / _file_name(body): letters[body.key] for body in bodies}
        pages, warnings = 0, list[Wording]()
        for path, documents in files.items():
            made = self._print(documents, path, day)
            pages += made[0]
            warnings += made[1]
        return Reminded(list(files), pages, bodies, list(dict.fromkeys(warnings)))

    def _letters(
        self, sheet: CallSheet, body: AskedBody, languages: Sequence[Language], day: date, number: str
    ) -> list[FilledDocument]:
        address, profile = self._addresses.of(body.key), self._branch.get()
        signed = self._directory.headquarters_name(day)
        return [
            FilledDocument(
                body.name.in_(language),
                language.value,
                reminder_letter(
                    sheet,
                    _addressed(body, address, language),
                    profile,
                    language,
                    day=day,
                    number=number,
                    association=signed,
                ),
                internal=False,
            )
            for language in languages
        ]

    def _print(self, documents: Sequence[FilledDocument], out: Path, day: date) -> tuple[int, Sequence[Wording]]:
        from clair_desktop.output.pdf.packs import print_pack

        language = documents[0].language
        profile = self._branch.get()
        title = _NAME.in_(Language(language))
        pack = FilledPack(title, "", language, documents, [], profile.demonstration, day.isoformat(), apart=True)
        pack = replace(pack, layout=profile.papers.layout)
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            made = print_pack(with_their_pictures(self._desk, pack), out)
        except OSError as fault:
            raise not_written(out) from fault
        return made.pages, made.warnings

    def _note(self, key: CallKey, bodies: Sequence[AskedBody], day: date) -> None:
        title = Wording(f"回答の再依頼：{len(bodies)}団体", f"Reminded: {len(bodies)} bodies")
        reminded: set[BodyKey] = {body.key for body in bodies}
        with self._desk.database.work(title) as work:
            call = work.calls.find(key.programme, key.year, key.round)
            for row in work.calls.bodies(call.id) if call else ():
                if (row.body, row.name) in reminded:
                    row.reminded_on = day
        self._desk.changed()


def _unanswered(sheet: CallSheet) -> list[AskedBody]:
    if not sheet.open_bodies:
        raise Refusal(
            Wording(
                "回答を待っている団体はありません。照会先を確かめてください。",
                "No body's answer is awaited. Look at the list of those asked.",
            ),
            field="bodies",
            details=[_answered(one) for one in sheet.bodies],
        )
    return sheet.open_bodies


def _answered(body: AskedBody) -> Wording:
    """Who has answered, what and when."""
    said, day = ANSWER_WORDS[body.answer], body.answered_on
    ja, en = (printed_date(day, Language.JA), printed_date(day, Language.EN)) if day else ("", "")
    name = body.name
    return Wording(f"{name.ja}：{ja}回答（{said.ja}）", f"{name.en}: answered {f'on {en} ' if en else ''}({said.en})")


def _addressed(body: AskedBody, address: Address, language: Language) -> list[str]:
    """The body, and the section where one is known; no person is guessed."""
    if language is Language.EN:
        return [body.name.en]
    return [body.name.ja, f"{address.section}　御中"] if address.section else [f"{body.name.ja}　御中"]


def _file_name(body: AskedBody) -> str:
    return f"{body.key[0] or '000000'}_{body.name.ja.translate(_NOT_IN_NAMES)}.pdf"
