"""Comparing what would be printed now with what has left, and looking at it outside the program."""

from collections.abc import Iterator
from datetime import date

import pytest

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.comparison import Comparison, compared_lines, heading
from clair_desktop.presenters.preview import PreviewPresenter
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import ImmediateTasks, RememberingShell, opened_office
from tests.presenters.test_case_papers import RememberingPapers


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


class ComparingPapers(RememberingPapers):
    def __init__(self) -> None:
        super().__init__()
        self.compared: Comparison | None = None

    def show_comparison(self, comparison: Comparison) -> None:
        self.compared = comparison


class TellingShell(RememberingShell):
    def __init__(self, *, agrees: bool = True) -> None:
        super().__init__(agrees=agrees)
        self.told: list[Wording] = []

    def tell(self, message: Wording) -> None:
        self.told.append(message)


@pytest.fixture
def view() -> ComparingPapers:
    return ComparingPapers()


@pytest.fixture
def shell() -> TellingShell:
    return TellingShell()


@pytest.fixture
def presenter(view: ComparingPapers, office: Office, shell: TellingShell) -> Iterator[PreviewPresenter]:
    made = PreviewPresenter(view, office, shell, Language.JA, tasks=ImmediateTasks())
    yield made
    made.close()


@pytest.fixture
def sent(office: Office) -> CaseSheet:
    case = worked(office, GRANT)
    return office.steps.take(case.number, "transmit", on=date(2026, 11, 20), document_number="国際第101号")


def test_what_has_not_changed_since_is_said_to_be_the_same(
    office: Office, sent: CaseSheet, view: ComparingPapers, presenter: PreviewPresenter
) -> None:
    presenter.show(sent)
    presenter.compare()
    assert view.compared is not None
    internal = [one for one in view.compared.differences if one.words]
    assert all("点検" in "".join(before + now for before, now in one.words) or one.now for one in internal)
    assert "国際第101号" in heading(view.compared, 7).ja


def test_an_amount_changed_since_is_named_by_page_and_words(
    office: Office, sent: CaseSheet, view: ComparingPapers, presenter: PreviewPresenter
) -> None:
    office.cases.save(sent.number, {**sent.answers, "title": "別の事業名"})
    presenter.show(office.cases.get(sent.number))
    presenter.compare()
    assert view.compared is not None
    lines = [one.told.ja for one in compared_lines(view.compared)]
    assert any("別の事業名" in line and "ページ：" in line for line in lines)
    assert any(one.places for one in view.compared.differences)


def test_a_pack_that_never_left_has_nothing_to_compare_with(
    office: Office, view: ComparingPapers, presenter: PreviewPresenter, shell: TellingShell
) -> None:
    presenter.show(worked(office, GRANT))
    presenter.compare()
    assert view.compared is None
    assert "残っていません" in shell.told[-1].ja


def test_a_file_that_was_altered_outside_is_not_taken_for_the_release(
    office: Office, sent: CaseSheet, view: ComparingPapers, presenter: PreviewPresenter, shell: TellingShell
) -> None:
    (kept,) = (office.folder / "packs" / sent.number).iterdir()
    kept.write_bytes(kept.read_bytes() + b"%")
    presenter.show(sent)
    presenter.compare()
    assert view.compared is None
    assert shell.told


def test_the_file_is_opened_outside_as_a_copy_and_not_noted_as_printed(
    office: Office, view: ComparingPapers, presenter: PreviewPresenter, shell: TellingShell
) -> None:
    case = worked(office, GRANT)
    presenter.show(case)
    presenter.open_outside()
    presenter.open_outside()
    assert [path.read_bytes() for path in shell.opened] == [view.files[-1].read_bytes()] * 2
    assert view.files[-1] not in shell.opened
    assert office.history.of(case.number)[0].title.ja != f"印刷：{case.number}"


def test_where_no_viewer_is_there_it_says_so(office: Office, view: ComparingPapers) -> None:
    shell = TellingShell(agrees=False)
    presenter = PreviewPresenter(view, office, shell, Language.JA)
    presenter.show(worked(office, GRANT))
    presenter.open_outside()
    assert "見つかりません" in shell.refused[-1].wording.ja
    presenter.close()
