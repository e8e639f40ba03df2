"""記入用Excel and 取り込み: nothing is kept before the person says so, and nothing is written half."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.hand_outs import HandOutsPresenter
from clair_desktop.presenters.intakes import Belonging, IntakesPresenter
from clair_desktop.services.office import Office
from tests.presenters.stand import ImmediateTasks, PatientTasks, Remembering, RememberingShell, opened_office
from tests.services.forms import GRANT, MEMORIAL, Form

ISHINOMAKI = "042021"


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def form(office, tmp_path) -> Form:
    return Form(office, tmp_path / "041009_交流_2026.xlsx")


class FolderShell(RememberingShell):
    """Answers with a folder where one is asked for."""

    def pick_folder(self, title: Wording, start: Path | None = None) -> Path | None:
        return self.target


def handing(office: Office, target: Path | None, *, agrees: bool = True):
    view, shell = Remembering(), FolderShell(target=target, agrees=agrees)
    presenter = HandOutsPresenter(view, office, shell, ImmediateTasks())
    presenter.start()
    return presenter, view, shell


def taking(office: Office, *, agrees: bool = True, tasks=None, **files: Path):
    view, shell, opened = Remembering(), RememberingShell(agrees=agrees, **files), []
    presenter = IntakesPresenter(view, office, shell, tasks or ImmediateTasks(), opens=opened.append)
    return presenter, view, shell, opened


def test_the_bodies_of_the_branch_are_offered_after_the_workbook_for_anybody(office) -> None:
    _presenter, view, _shell = handing(office, None)
    sheet = view.last("show_choices")
    assert [one.code for one in sheet.bodies][:3] == ["", "040002", ISHINOMAKI]
    assert sheet.year == FiscalYear(2026)


def test_a_workbook_for_each_ticked_body_lies_in_the_chosen_folder(office, tmp_path) -> None:
    presenter, view, _shell = handing(office, tmp_path)
    presenter.choose(GRANT, FiscalYear(2026))
    presenter.write([ISHINOMAKI, "043010"], Language.JA)
    folder, files = view.last("show_made")
    assert folder == tmp_path
    assert sorted(files) == sorted(one.name for one in tmp_path.iterdir())
    assert view.heard("hide_working")


def test_files_of_the_same_name_are_replaced_only_on_a_word(office, tmp_path) -> None:
    presenter, _view, _shell = handing(office, tmp_path)
    presenter.choose(GRANT, FiscalYear(2026))
    presenter.write([ISHINOMAKI], Language.JA)
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    cautious, view, shell = handing(office, tmp_path, agrees=False)
    cautious.choose(GRANT, FiscalYear(2026))
    cautious.write([ISHINOMAKI], Language.JA)
    assert file.name in shell.questions[0].ja
    assert file.read_bytes() == before
    assert not view.heard("show_made")


def test_a_year_whose_programme_is_over_is_refused_in_words_and_nothing_is_written(office, tmp_path) -> None:
    presenter, _view, shell = handing(office, tmp_path)
    presenter.choose("staff_exchange", FiscalYear(2026))
    presenter.write([ISHINOMAKI], Language.JA)
    assert "終了" in shell.refused[0].wording.ja
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_read_and_shown_and_nothing_is_kept(office, form) -> None:
    form.fill(MEMORIAL).cell("requested").value = "五十万くらい"
    presenter, view, _shell, _opened = taking(office, source=form.save())
    presenter.choose()
    shown = view.last("show_intake")
    assert (shown.faults, shown.body.ja, shown.programme.ja) == (1, "宮城県仙台市", "国際交流支援事業")
    first = shown.findings[0]
    assert (first.importance.words.ja, first.value, first.heading.ja) == ("誤り", "五十万くらい", "助成金申請額")
    assert office.cases.lines() == []


def test_taking_in_is_one_act_and_the_case_can_be_opened(office, form) -> None:
    presenter, view, shell, opened = taking(office, source=form.fill(MEMORIAL).save())
    presenter.choose()
    presenter.take()
    shown = view.last("show_intake")
    (line,) = office.cases.lines()
    assert shown.taken == line.number
    assert line.number in shell.said[-1].ja
    presenter.open_case()
    assert opened == [line.id]
    office.undo()
    assert office.cases.lines() == []


def test_after_undo_the_file_asks_to_be_read_again(office, form) -> None:
    presenter, view, _shell, _opened = taking(office, source=form.fill(MEMORIAL).save())
    presenter.choose()
    presenter.take()
    office.undo()
    presenter.start()
    assert view.last("show_intake").is_stale
    presenter.read_again()
    assert view.last("show_intake").can_take


def test_what_is_left_out_is_not_taken(office, form) -> None:
    presenter, view, _shell, _opened = taking(office, source=form.fill(MEMORIAL).save())
    presenter.choose()
    presenter.take([("requested", None)])
    assert "requested" not in office.cases.get(view.last("show_intake").taken).answers


def test_with_everything_unticked_nothing_is_taken_and_the_person_is_told(office, form) -> None:
    presenter, view, shell, _opened = taking(office, source=form.fill(MEMORIAL).save())
    presenter.choose()
    presenter.take([one.key for one in view.last("show_intake").changes])
    assert office.cases.lines() == []
    assert shell.told


def test_a_file_with_faults_is_taken_only_on_a_word(office, form) -> None:
    form.fill(MEMORIAL).cell("requested").value = "五十万くらい"
    path = form.save()
    presenter, _view, shell, _opened = taking(office, source=path, agrees=False)
    presenter.choose()
    presenter.take()
    assert "1件" in shell.questions[0].ja
    assert office.cases.lines() == []
    willing, view, _shell, _opened = taking(office, source=path)
    willing.choose()
    willing.take()
    assert "requested" not in office.cases.get(view.last("show_intake").taken).answers


def test_another_case_of_the_same_body_is_offered_and_the_file_is_held_against_it(office, form) -> None:
    path = form.fill(MEMORIAL).save()
    case = office.cases.new(GRANT, 2026, {"applicant": "041009", "requested": 500_000})
    presenter, view, _shell, _opened = taking(office, source=path)
    presenter.choose()
    places = [one.number for one in view.last("show_intake").places]
    assert places == [None, case.number]
    presenter.read_again(Belonging(case.number))
    shown = view.last("show_intake")
    assert shown.place == case.number
    assert "requested" not in {one.key[0] for one in shown.changes}


def test_a_file_that_is_none_of_ours_is_refused_in_words_and_nothing_is_shown(office, tmp_path) -> None:
    other = tmp_path / "名簿.xlsx"
    other.write_bytes(b"PK\x03\x04")
    presenter, view, shell, _opened = taking(office, source=other)
    presenter.choose()
    assert "名簿.xlsx" in shell.refused[0].wording.ja
    assert not view.heard("show_intake")
    assert view.heard("hide_working")


def test_a_marked_copy_is_saved_beside_the_senders_file(office, form, tmp_path) -> None:
    form.fill(MEMORIAL).cell("requested").value = "五十万くらい"
    path = form.save()
    presenter, _view, shell, _opened = taking(office, source=path, target=tmp_path / "控え.xlsx")
    presenter.choose()
    presenter.annotate(Language.JA)
    assert shell.suggested == ["041009_交流_2026_点検結果.xlsx"]
    assert (tmp_path / "控え.xlsx").stat().st_size > 0


def test_reading_that_was_given_up_shows_nothing(office, form) -> None:
    tasks = PatientTasks()
    presenter, view, shell, _opened = taking(office, tasks=tasks, source=form.fill(MEMORIAL).save())
    presenter.choose()
    told, watch = view.last("show_working")
    assert form.path.name in told.ja
    watch.stop()
    tasks.end()
    assert not view.heard("show_intake")
    assert "中止" in shell.said[-1].ja


def test_a_second_file_waits_until_the_first_is_read(office, form) -> None:
    tasks = PatientTasks()
    presenter, view, _shell, _opened = taking(office, tasks=tasks, source=form.fill(MEMORIAL).save())
    presenter.choose()
    presenter.choose()
    assert [called for called, _given in view.calls].count("show_working") == 1
    tasks.end()
    assert view.last("show_intake").path == form.path
