"""台帳: what is offered, what is shown, and where the workbook goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.registers import RegistersPresenter
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office, receive_examples
from tests.services.casework import changed, grant


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def shell(tmp_path: Path) -> RememberingShell:
    return RememberingShell(target=tmp_path / "台帳.xlsx")


@pytest.fixture
def presenter(view: Remembering, office: Office, shell: RememberingShell) -> RegistersPresenter:
    return RegistersPresenter(view, office, shell, Language.JA)


def test_an_office_without_cases_shows_no_register_but_offers_years(presenter, view) -> None:
    presenter.start()
    sheet = view.last("show_registers")
    assert sheet.workbook is None
    assert FiscalYear(2026) in [one.year for one in sheet.years]
    assert {one.cases for one in sheet.years} == {0}


def test_years_that_have_cases_come_first(presenter, view, office) -> None:
    office.cases.new("economic_grant", 2024)
    office.cases.new("economic_grant", 2024)
    presenter.choose("economic_grant")
    first = view.last("show_registers").years[0]
    assert (first.year, first.cases) == (FiscalYear(2024), 2)


def test_the_register_opens_at_the_latest_year_with_cases(presenter, view, office) -> None:
    receive_examples(office)
    presenter.choose("economic_grant")
    sheet = view.last("show_registers")
    assert sheet.year == sheet.years[0].year
    cases = sheet.workbook.registers[0]
    assert len(cases.rows) == sheet.years[0].cases


def test_a_chosen_year_stays_chosen_when_something_changes(presenter, view, office) -> None:
    receive_examples(office)
    presenter.choose("economic_grant", FiscalYear(2030))
    presenter.reload()
    assert view.last("show_registers").year == FiscalYear(2030)


def test_the_file_name_begins_with_the_branchs_code_and_names_programme_and_year(presenter, office, shell) -> None:
    shell.target = None
    receive_examples(office)
    presenter.choose("overseas_research", FiscalYear(2026))
    presenter.export()
    assert shell.suggested == ["040002_overseas_research_R8_v1.xlsx"]


def test_nothing_is_written_when_no_place_is_chosen(presenter, view, office, shell) -> None:
    shell.target = None
    receive_examples(office)
    presenter.start()
    presenter.export()
    assert not view.heard("show_written")


def test_an_exported_workbook_lies_where_it_was_asked_and_its_folder_opens(presenter, view, office, shell) -> None:
    receive_examples(office)
    presenter.start()
    presenter.export()
    path, rows = view.last("show_written")
    assert path == shell.target
    assert path.stat().st_size > 0
    assert rows == len(view.last("show_registers").workbook.registers[0].rows)
    presenter.open_folder()
    assert shell.opened == [shell.target.parent]


def test_a_value_that_a_released_paper_told_otherwise_is_told_after_the_export(
    presenter, office, shell, tmp_path
) -> None:
    sheet = grant(office)
    office.documents.print(sheet.number, "application", [Language.JA], tmp_path / "一式.pdf")
    changed(office, sheet, requested=1_200_000)
    presenter.choose("economic_grant")
    presenter.export()
    assert "1,200,000円、発行済みの「申請書一式（進達）」" in shell.told[0].ja
    assert shell.told[0].en.startswith("The workbook was written.")
