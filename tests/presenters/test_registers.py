"""台帳: what is offered, what is shown, and where the workbook goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.hand_overs import Form, Medium
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.handing import HandingWish
from clair_desktop.presenters.registers import RegistersPresenter
from clair_desktop.services.office import Office
from tests.presenters.stand import (
    ImmediateTasks,
    PatientTasks,
    Remembering,
    RememberingShell,
    opened_office,
    receive_examples,
)
from tests.services.casework import changed, grant


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering(ask_handing=HandingWish())


@pytest.fixture
def shell(tmp_path: Path) -> RememberingShell:
    return RememberingShell(target=tmp_path / "台帳.xlsx")


@pytest.fixture
def presenter(view: Remembering, office: Office, shell: RememberingShell) -> RegistersPresenter:
    return RegistersPresenter(view, office, shell, Language.JA, ImmediateTasks())


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


def test_the_next_one_bears_the_next_number_and_the_clerk_is_told_so_before(presenter, view, office, shell) -> None:
    receive_examples(office)
    presenter.choose("economic_grant")
    presenter.export()
    presenter.export()
    question = view.last("ask_handing")
    assert (question.number, question.programme.ja) == (2, "経済活動助成事業")
    assert shell.suggested[-1].endswith("_v2.xlsx")
    assert [one.number for one in office.outgoing.lines()] == [2, 1]


def test_whoever_goes_back_writes_nothing_and_leaves_no_line(office, shell) -> None:
    receive_examples(office)
    cautious = Remembering()
    presenter = RegistersPresenter(cautious, office, shell, Language.JA, ImmediateTasks())
    presenter.choose("economic_grant")
    presenter.export()
    assert cautious.heard("ask_handing")
    assert shell.suggested == []
    assert office.outgoing.lines() == []


def test_a_register_is_handed_out_locked_by_stick_and_noted_so(office, shell) -> None:
    grant(office)
    wish = HandingWish(Form.XLSX, "本部 経済交流課", Medium.USB, "返却後に消去", "宮城 2026")
    presenter = RegistersPresenter(Remembering(ask_handing=wish), office, shell, Language.JA, ImmediateTasks())
    presenter.choose("economic_grant")
    presenter.export()
    (line,) = office.outgoing.lines()
    assert (line.recipient, line.medium.ja, line.locked.ja, line.note) == (
        "本部 経済交流課", "USBメモリ", "あり", "返却後に消去",
    )  # fmt: skip
    assert not shell.target.read_bytes().startswith(b"PK")


def test_characters_that_cp932_lacks_are_chosen_by_a_person_and_never_replaced_by_themselves(office, shell) -> None:
    grant(office, title="鷗の渡る港")
    wish = HandingWish(Form.CSV_CP932)
    shell.target = shell.target.with_suffix(".csv")
    cautious = Remembering(ask_handing=wish)
    presenter = RegistersPresenter(cautious, office, shell, Language.JA, ImmediateTasks())
    presenter.choose("economic_grant")
    presenter.export()
    lines = cautious.last("ask_substitutes")
    assert ("鷗", ["鴎"]) in [(one.cluster, one.candidates) for one in lines]
    assert office.outgoing.lines() == []
    chosen = {one.cluster: (one.candidates or ["〓"])[0] for one in lines}
    deciding = RegistersPresenter(
        Remembering(ask_handing=wish, ask_substitutes=chosen), office, shell, Language.JA, ImmediateTasks()
    )
    deciding.choose("economic_grant")
    deciding.export()
    cases = shell.target.with_name(f"{shell.target.stem}_cases.csv").read_bytes().decode("cp932")
    assert "鴎の渡る港" in cases
    assert office.cases.lines()[0].title == "鷗の渡る港"


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


def test_an_export_that_is_given_up_leaves_no_file_and_no_line(view, office, shell) -> None:
    grant(office)
    tasks = PatientTasks()
    presenter = RegistersPresenter(view, office, shell, Language.JA, tasks)
    presenter.choose("economic_grant")
    presenter.export()
    told, watch = view.last("show_working")
    assert told.ja == "台帳を書き出しています…"
    watch.stop()
    tasks.end()
    assert not shell.target.exists()
    assert office.outgoing.lines() == []
    assert view.heard("hide_working")
    assert not view.heard("show_written")
