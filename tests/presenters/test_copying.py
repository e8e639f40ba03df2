"""別の年度へ写す: the year is asked for, the new case opens, and what is different there is told."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.presenters.copying import CopyingPresenter
from clair_desktop.services.office import Office
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


class Desk:
    """A presenter with everything around it that remembers."""

    def __init__(self, office: Office, *, year: int | None, saves: bool = True) -> None:
        self.view, self.shell = Remembering(ask_year=year), RememberingShell()
        self.opened: list[int] = []
        self.presenter = CopyingPresenter(self.view, office, self.shell, self.opened.append, lambda: saves)


def test_a_case_is_copied_opened_and_its_changed_rules_are_told(office) -> None:
    case = worked(office, GRANT)
    desk = Desk(office, year=2026)
    desk.presenter.show(case)
    desk.presenter.copy()
    copied = desk.view.last("show_copied")
    new = office.cases.get(copied.new)
    assert desk.opened == [new.id]
    assert (copied.old, copied.year) == (case.number, FiscalYear(2026))
    assert new.answers["requested"] == case.answers["requested"]
    cap = next(one for one in copied.changes if one.after.key == "cap_abroad")
    assert (cap.before.standing.words.ja, cap.after.standing.words.ja) == ("決定済", "要確認（令和7年度の定め）")


def test_the_years_offered_leave_out_the_cases_own(office) -> None:
    case = worked(office, GRANT)
    desk = Desk(office, year=None)
    desk.presenter.show(case)
    desk.presenter.copy()
    question = desk.view.last("ask_year")
    assert case.edition.year not in question.years
    assert question.usual in question.years


def test_a_person_who_goes_back_copies_nothing(office) -> None:
    case = worked(office, GRANT)
    desk = Desk(office, year=None)
    desk.presenter.show(case)
    desk.presenter.copy()
    assert (desk.opened, len(office.cases.lines())) == ([], 1)


def test_what_is_typed_and_cannot_be_saved_holds_the_copy_back(office) -> None:
    case = worked(office, GRANT)
    desk = Desk(office, year=2026, saves=False)
    desk.presenter.show(case)
    desk.presenter.copy()
    assert not desk.view.heard("ask_year")


def test_an_ended_programme_refuses_the_copy_with_its_source(office) -> None:
    case = worked(office, "staff_exchange")
    desk = Desk(office, year=2026)
    desk.presenter.show(case)
    desk.presenter.copy()
    assert "終了" in desk.shell.refused[-1].wording.ja
    assert desk.opened == []
