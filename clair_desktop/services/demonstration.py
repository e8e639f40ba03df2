"""A demonstration branch: the programmes' worked cases taken through their steps, marked 見本 wherever they print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clair_desktop.domain.answers import read
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.fields import Field
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Example, Programme
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.needed import lacking
from clair_desktop.services.office import Office
from clair_desktop.services.printed import Printed
from clair_desktop.services.registers import Exported
from clair_desktop.services.sheets import CaseSheet

BRANCH = "040002"
_MATERIAL = Wording("見本の添付資料", "Specimen enclosure")

_Sent = Callable[[CaseSheet, str], None]


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What a demonstration left behind."""

    cases: Sequence[CaseSheet]
    packs: Sequence[Printed]
    workbooks: Sequence[Exported]


def fill_demonstration(office: Office, sent: _Sent = lambda _sheet, _pack: None) -> list[CaseSheet]:
    """Make an empty office the demonstration branch of 宮城県 with every worked case; one in use is refused.

    ``sent`` is told each pack as the case sends it, while the case still says what that pack says.
    """
    if office.cases.lines() or office.branch.get().branch:
        raise Refusal(
            Wording(
                "見本は空のデータフォルダーにだけ作れます。--data で空のフォルダーを指定してください。",
                "A demonstration needs an empty data folder. Name one with --data.",
            ),
            field="data",
        )
    profile = office.branch.choose_branch(BRANCH)
    office.branch.put(
        replace(
            profile,
            section=Wording("（見本）国際政策担当課", "(Specimen) International Affairs"),
            contact="担当者",
            demonstration=True,
        )
    )
    return [
        _worked(office, programme, example, sent)
        for programme in office.programmes().values()
        for example in programme.examples
    ]


def demonstrate(office: Office, out: Path, note: Callable[[str], None] = lambda _: None) -> Demonstration:
    """Fill the office, print every pack that a case sends in both languages, write every workbook."""
    packs: list[Printed] = []

    def sent(sheet: CaseSheet, pack: str) -> None:
        out.mkdir(parents=True, exist_ok=True)
        for language, ending in (([Language.JA], "ja"), ([Language.EN], "en")):
            target = out / f"{sheet.number}_{pack}_{ending}.pdf"
            packs.append(office.documents.print(sheet.number, pack, language, target))
            note(target.name)

    cases = fill_demonstration(office, sent)
    out.mkdir(parents=True, exist_ok=True)
    workbooks: list[Exported] = []
    for key in office.programmes():
        for year in office.registers.years(key):
            target = out / f"{BRANCH}_{key}_{year}.xlsx"
            workbooks.append(office.registers.export(key, year, target))
            note(target.name)
    return Demonstration(cases, packs, workbooks)


def _worked(office: Office, programme: Programme, example: Example, sent: _Sent) -> CaseSheet:
    """A case that has sent nothing yet shows its first pack where it lacks nothing; one sent twice is shown as sent last."""
    fields = list(programme.edition(FiscalYear(example.year)).fields())
    answers = _read(fields, example.answers, office)
    received = example.steps[0].on if example.steps else date(example.year, 10, 1)
    sheet = office.cases.new(programme.key, example.year, answers, received_on=received, sample=True)
    for kind in example.enclosures:
        sheet = office.enclosures.add(sheet.number, [_material(office, programme, kind)], kind)
    issues = {step.key: step.issues for step in sheet.edition.programme.workflow.transitions}
    last = {issued: place for place, step in enumerate(example.steps) if (issued := issues.get(step.key))}
    for place, step in enumerate(example.steps):
        if step.answers:
            sheet = office.cases.save(sheet.number, {**sheet.answers, **_read(fields, step.answers, office)})
        sheet = office.steps.take(sheet.number, step.key, part=step.part, on=step.on, document_number=step.number)
        issued = issues.get(step.key)
        if issued and last[issued] == place:
            sent(sheet, issued)
    first = sheet.edition.programme.packs[0]
    if not last and not lacking(first, sheet):
        sent(sheet, first.key)
    return sheet


def _read(fields: Sequence[Field], raw: Answers, office: Office) -> Answers:
    reading = read(fields, raw, office.names)
    if reading.complaints:
        raise Refusal(reading.complaints[0].wording, field=reading.complaints[0].field)
    return reading.answers


def _material(office: Office, programme: Programme, kind: str) -> Path:
    """A one-page paper to enclose, printed by the program itself and saying that it is a specimen."""
    from clair_desktop.domain.filled_papers import FilledDocument, FilledForm, FilledPack
    from clair_desktop.output.pdf.packs import print_pack

    folder = office.folder / "demonstration"
    folder.mkdir(parents=True, exist_ok=True)
    form = FilledForm(
        title=_MATERIAL.ja, form_number="", note="", blocks=["この資料は、添付書類の綴込みを示すための見本です。"]
    )
    document = FilledDocument(_MATERIAL.ja, Language.JA.value, form, internal=False)
    label = next(one.label.ja for one in programme.enclosures if one.key == kind)
    target = folder / f"{label}.pdf"
    print_pack(FilledPack(_MATERIAL.ja, "見本", Language.JA.value, [document], [], True, "2025-04-01"), target)
    return target
