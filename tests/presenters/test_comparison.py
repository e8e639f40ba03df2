"""Comparing what would be printed now with what has left, and looking at it outside the program."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from clair_desktop.domain.making_up import PackCopy
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.comparison import Comparison, compared_lines, heading
from clair_desktop.presenters.pack_wishes import PackWish
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
    assert "まだ発行" in shell.told[-1].ja


def test_a_pack_that_was_only_saved_is_compared_as_well(
    office: Office, view: ComparingPapers, presenter: PreviewPresenter, tmp_path: Path
) -> None:
    case = worked(office, GRANT)
    office.documents.print(case.number, "application", [Language.JA], tmp_path / "一式.pdf")
    office.cases.save(case.number, {**case.answers, "title": "別の事業名"})
    presenter.show(office.cases.get(case.number))
    presenter.compare()
    assert view.compared is not None
    assert any("別の事業名" in one.told.ja for one in compared_lines(view.compared))


def test_the_number_and_hash_of_the_release_are_no_difference(
    office: Office, sent: CaseSheet, view: ComparingPapers, presenter: PreviewPresenter
) -> None:
    office.cases.save(sent.number, {**sent.answers, "title": "別の事業名"})
    presenter.show(office.cases.get(sent.number))
    presenter.compare()
    assert view.compared is not None
    told = [text for one in view.compared.differences for pair in one.words for text in pair]
    assert not [text for text in told if f"{sent.number}-P" in text]
    places = [place for one in view.compared.differences if one.now == 0 for place in one.places]
    assert places
    assert all(y + height < 790 for _x, y, _width, height in places)


def test_a_file_that_was_altered_in_the_folder_is_not_taken_for_the_release(
    office: Office, sent: CaseSheet, view: ComparingPapers, presenter: PreviewPresenter
) -> None:
    (kept,) = (office.folder / "packs" / sent.number).iterdir()
    released = sha256(kept.read_bytes()).hexdigest()
    kept.write_bytes(kept.read_bytes() + b"%")
    presenter.show(sent)
    presenter.compare()
    assert view.compared is not None
    assert sha256(view.compared.release.path.read_bytes()).hexdigest() == released


def test_after_a_change_was_taken_back_the_last_to_leave_is_compared(
    office: Office, sent: CaseSheet, view: ComparingPapers, presenter: PreviewPresenter, tmp_path: Path
) -> None:
    office.cases.save(sent.number, {**sent.answers, "title": "別の事業名"})
    office.documents.print(sent.number, "application", [Language.JA], tmp_path / "別.pdf")
    office.cases.save(sent.number, sent.answers)
    office.documents.print(sent.number, "application", [Language.JA], tmp_path / "元.pdf")
    presenter.show(office.cases.get(sent.number))
    presenter.compare()
    assert view.compared is not None
    assert not any("別の事業名" in one.told.ja for one in compared_lines(view.compared))


def test_a_copy_for_another_receiver_is_not_compared_with_the_whole_pack(
    office: Office, sent: CaseSheet, view: ComparingPapers, presenter: PreviewPresenter, shell: TellingShell
) -> None:
    presenter.show(sent)
    presenter.turn_to_copy(PackWish("application"), PackCopy.APPLICANT)
    presenter.look()
    presenter.compare()
    assert view.compared is None
    assert "まだ発行" in shell.told[-1].ja


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
