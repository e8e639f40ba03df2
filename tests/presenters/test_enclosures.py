"""Enclosures that are looked at before they are bound in, and files that are made PDF."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.presenters.enclosures import EnclosuresPresenter
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.output.pdf.bad_files import WHOLE
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import ImmediateTasks, opened_office
from tests.presenters.test_case_papers import ChoosingShell, RememberingPapers


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def shell(tmp_path: Path) -> ChoosingShell:
    return ChoosingShell(tmp_path / "書類.pdf")


@pytest.fixture
def case(office: Office) -> CaseSheet:
    return worked(office, GRANT)


@pytest.fixture
def view() -> RememberingPapers:
    return RememberingPapers()


@pytest.mark.parametrize("nods", [True, False])
def test_a_repaired_file_is_looked_at_and_confirmed(
    office: Office, shell: ChoosingShell, case: CaseSheet, *, view: RememberingPapers, nods: bool
) -> None:
    paper = office.folder / "見積書.pdf"
    paper.write_bytes(WHOLE[:-60])
    presenter = EnclosuresPresenter(view, office, shell)
    presenter.show(case)
    presenter.add([paper])
    (line,) = office.cases.get(case.number).enclosures
    view.nods = nods
    presenter.look(line)
    assert view.looked == [("見積書.pdf", 9)]
    assert office.cases.get(case.number).enclosures[0].must_be_seen is not nods


def test_a_workbook_is_converted_and_enclosed_beside_itself(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = office.folder / "内訳.xlsx"
    paper.write_bytes(b"PK\x03\x04")
    presenter = EnclosuresPresenter(view, office, shell, ImmediateTasks())
    presenter.show(case)
    presenter.add([paper])
    (line,) = office.cases.get(case.number).enclosures
    monkeypatch.setattr("clair_desktop.services.foreign_files.convert", lambda *_: WHOLE)
    presenter.convert(line)
    assert [one.name for one in office.cases.get(case.number).enclosures] == ["内訳.xlsx", "内訳.pdf"]
    assert "確認してください" in shell.said[-1].ja


def test_what_cannot_be_converted_is_refused(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = office.folder / "内訳.xlsx"
    paper.write_bytes(b"PK\x03\x04")
    for tasks in (None, ImmediateTasks()):
        presenter = EnclosuresPresenter(view, office, shell, tasks)
        presenter.show(case)
        presenter.add([paper])
        monkeypatch.setattr("clair_desktop.output.pdf.foreign.conversion.converter", lambda: None)
        presenter.convert(office.cases.get(case.number).enclosures[0])
        assert "LibreOffice" in shell.refused[-1].wording.ja
