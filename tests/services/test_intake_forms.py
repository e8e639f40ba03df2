"""Every programme's workbook to be filled in: complete, named, open only where it is to be filled in."""

import zipfile

import pytest
from openpyxl import load_workbook

from clair_desktop.domain.fields import Choices, Rows
from clair_desktop.domain.intake import asked_fields, column_name, field_name, option_name, variants
from clair_desktop.domain.wording import Language
from clair_desktop.programmes import all_programmes

ASKED = [key for key, one in all_programmes().items() if one.collected is None]


@pytest.mark.parametrize("programme", ASKED)
def test_every_question_of_every_programme_has_a_named_open_cell(office, tmp_path, programme) -> None:
    year = 2025 if programme == "staff_exchange" else 2026
    language = list(Language)[ASKED.index(programme) % 2]
    made = office.intake_forms.write(programme, year, tmp_path / "form.xlsx", language=language)
    book = load_workbook(made.path)
    for asked in asked_fields(office.edition(programme, year)):
        if isinstance(asked, Rows):
            names = [column_name(v, asked.key, c.key) for v in variants(asked) for c in asked.columns]
        elif isinstance(asked, Choices):
            names = [option_name(asked.key, option.key) for option in asked.options]
        else:
            names = [field_name(asked.key)]
        for name in names:
            sheet, _, cell = book.defined_names[name].attr_text.rpartition("!")
            found = book[sheet.strip("'")][cell.replace("$", "")]
            assert found.protection.locked is isinstance(asked, Rows), name
    assert all(sheet.protection.sheet and str(sheet.page_setup.paperSize) == "9" for sheet in book.worksheets)
    assert all(len(sheet.title) <= 31 for sheet in book.worksheets)
    rules = [one for sheet in book.worksheets for one in sheet.data_validations.dataValidation]
    assert all(len(one.formula1 or "") < 255 and len(one.error or "") <= 225 for one in rules)
    assert all(len(one.promptTitle or "") <= 32 and len(one.prompt or "") <= 255 for one in rules)
    with zipfile.ZipFile(made.path) as archive:
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
        assert not [name for name in archive.namelist() if "vba" in name or "externalLink" in name]
    assert b"External" not in relations
    assert office.intakes.read(made.path).answers == {}


def test_a_blank_workbook_comes_back_as_questions_left_open(office, tmp_path) -> None:
    made = office.intake_forms.write("exchange_grant", 2026, tmp_path / "form.xlsx", body="041009")
    intake = office.intakes.read(made.path)
    assert dict(intake.answers) == {"applicant": "041009"}
    assert intake.counts["error"] == 0
    assert intake.counts["warning"] > 10
