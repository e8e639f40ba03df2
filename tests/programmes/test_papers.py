"""Every paper of every programme prints in both languages, from a worked case, from an empty one and as a specimen."""

import re
from contextlib import suppress

import pypdfium2
import pytest

from clair_desktop.domain.documents import Needs
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.demonstration import fill_demonstration
from tests.services.casework import TODAY, values


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return "".join(re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document)


def received_on(programme):
    """Today, or the last day on which an ended programme took cases."""
    return min(TODAY, programme.until.last_day) if programme.until else TODAY


def an_example(office, programme, example=None):
    example = example or programme.examples[0]
    answers = values(office, programme.key, example.year, example.answers)
    sheet = office.cases.new(programme.key, example.year, answers, received_on=received_on(programme))
    later = {key: value for step in example.steps for key, value in step.answers.items()}
    return office.cases.save(sheet.number, {**sheet.answers, **values(office, programme.key, example.year, later)})


def with_enclosed(office, sheet, kinds, folder):
    """The case with a file of each kind."""
    for kind in kinds:
        paper = folder / f"{kind}.txt"
        paper.write_text("見本", encoding="utf-8")
        sheet = office.enclosures.add(sheet.number, [paper], kind)
    return sheet


def printed(office, sheet, pack, languages, out):
    number = {"document_number": "国際第1号", "on": TODAY}
    return office.documents.print(sheet.number, pack.key, languages, out, **number)


def standing(sheet):
    return [pack for pack in sheet.edition.packs() if pack.documents]


def is_for_all(pack):
    """Whether every case has it; others are made where a row asks for one, or once there is something to say."""
    return pack.each is None and pack.needs == Needs() and not pack.states


def for_all(sheet):
    return [pack for pack in standing(sheet) if is_for_all(pack)]


def demanding(sheet):
    return [pack for pack in standing(sheet) if pack.needs != Needs() or pack.states]


def row_by_row(sheet):
    return [pack for pack in standing(sheet) if pack.each is not None and not pack.needs.enclosed]


@pytest.mark.parametrize("language", Language)
def test_every_pack_of_a_worked_case_prints(programme, office, language, tmp_path):
    sheet = an_example(office, programme)
    for pack in for_all(sheet):
        made = printed(office, sheet, pack, [language], tmp_path / f"{pack.key}.pdf")
        text = text_of(made.path)
        assert made.pages >= sum(not (one.only_with_enclosures or one.only_with_rows) for one in pack.documents)
        assert not re.search(r"[{}]|(?<!\()None|Wording|consult:", text), pack.key
        titles = [re.sub(r"\s", "", str(sheet.answers.get(key, sheet.title))) for key in ("title", "title_en")]
        assert any(title[:12] in text for title in titles)
        assert made.language == language.value


@pytest.mark.parametrize("language", Language)
def test_every_pack_made_row_by_row_prints_for_some_worked_case(programme, office, language, tmp_path):
    for pack in [one for one in programme.packs if one.each]:
        made = []
        for number, example in enumerate(programme.examples):
            sheet = with_enclosed(office, an_example(office, programme, example), pack.needs.enclosed, tmp_path)
            with suppress(Refusal):  # no row of this case asks for it, or one is not ready yet
                made.append(printed(office, sheet, pack, [language], tmp_path / f"{pack.key}_{number}.pdf"))
        assert made, pack.key
        for one in made:
            assert not re.search(r"[{}]|(?<!\()None|Wording|consult:", text_of(one.path)), pack.key


def test_every_pack_of_a_case_with_nothing_filled_in_prints_too_or_says_what_it_needs(programme, office, tmp_path):
    day = received_on(programme)
    sheet = office.cases.new(programme.key, FiscalYear.containing(day).start_year, {}, received_on=day)
    for pack in for_all(sheet):
        made = office.documents.print(sheet.number, pack.key, list(Language), tmp_path / "一式.pdf")
        assert not re.search(r"[{}]|(?<!\()None", text_of(made.path)), pack.key
    for pack in row_by_row(sheet):
        with pytest.raises(Refusal) as refused:
            office.documents.print(sheet.number, pack.key, list(Language), tmp_path / "通.pdf")
        assert refused.value.field == pack.each.rows
        assert not (tmp_path / "通.pdf").exists()
    for pack in demanding(sheet):
        with pytest.raises(Refusal) as refused:
            office.documents.print(sheet.number, pack.key, list(Language), tmp_path / "空.pdf")
        assert pack.name.ja in refused.value.wording.ja
        assert refused.value.details
        assert not (tmp_path / "空.pdf").exists()


def test_every_specimen_is_marked_as_one(programme, office, tmp_path):
    for pack in programme.packs:
        printed = office.documents.specimen(programme.key, pack.key, [Language.JA], tmp_path / "見本.pdf")
        with pypdfium2.PdfDocument(printed.path) as document:
            for page in document:
                assert "見本" in page.get_textpage().get_text_bounded()


def test_the_same_case_gives_the_same_bytes(programme, office, tmp_path):
    sheet = an_example(office, programme)
    for pack in for_all(sheet):
        first, second = (printed(office, sheet, pack, list(Language), tmp_path / name) for name in ("一.pdf", "二.pdf"))
        assert first.sha256 == second.sha256


def test_the_worked_cases_walk_their_steps_and_the_registers_export(clock, tiny_programme, tmp_path):
    from clair_desktop.services.office import Office

    office = Office.in_memory(clock=clock)
    sheets = fill_demonstration(office)
    examples = [(one.key, example) for one in office.programmes().values() for example in one.examples]
    assert len(sheets) == len(examples)
    for sheet, (key, example) in zip(sheets, examples, strict=True):
        assert sheet.edition.programme.key == key
        assert [event.step for event in sheet.events] == [step.key for step in example.steps]
        assert sheet.sample
    for key, programme in office.programmes().items():
        for year, language in zip(office.registers.years(key)[:2], Language, strict=False):
            made = office.registers.export(key, year, tmp_path / f"{key}_{year}_{language}.xlsx", language)
            assert made.path.stat().st_size > 5_000
            assert made.rows == sum(
                one.edition.programme is programme and one.edition.year.start_year == year for one in sheets
            )
    office.close()
