"""集計: what is counted, what is offered, and where paper and workbook go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.statistics import StatisticsPresenter, StatisticWish
from clair_desktop.services.office import Office
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import Remembering, RememberingShell, opened_office, receive_examples

YEAR = FiscalYear(2025)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering(send_to_printer=True)


@pytest.fixture
def shell(tmp_path: Path) -> RememberingShell:
    return RememberingShell(target=tmp_path / "集計")


def opened(view: Remembering, office: Office, shell: RememberingShell) -> StatisticsPresenter:
    made = StatisticsPresenter(view, office, shell, Language.JA)
    made.start()
    return made


def test_an_office_without_cases_shows_nothing_counted(view, office, shell) -> None:
    opened(view, office, shell)
    sheet = view.last("show_statistic")
    assert (list(sheet.lines), list(sheet.total.figures)) == ([], [0, 0, 0, 0])
    assert sheet.wish.year is None


def test_the_latest_year_with_cases_is_shown_by_programme(view, office, shell) -> None:
    case = worked(office, GRANT)
    opened(view, office, shell)
    sheet = view.last("show_statistic")
    assert sheet.wish == StatisticWish(case.edition.year, "programme")
    (line,) = sheet.lines
    assert line.label.ja == "経済活動助成事業"
    assert line.figures == sheet.total.figures
    assert line.figures[:2] == [1, case.answers["requested"]]


@pytest.mark.parametrize("by", ["year", "programme", "state", "body", "country", "category"])
def test_every_grouping_counts_each_case_once_in_its_total(view, office, shell, by) -> None:
    receive_examples(office)
    presenter = opened(view, office, shell)
    presenter.choose(StatisticWish(None, by))
    sheet = view.last("show_statistic")
    assert sheet.total.figures[0] == len(office.cases.lines())
    assert sum(line.figures[0] for line in sheet.lines) >= sheet.total.figures[0]


def test_one_programme_alone_can_be_counted(view, office, shell) -> None:
    receive_examples(office)
    presenter = opened(view, office, shell)
    presenter.choose(StatisticWish(None, "programme", GRANT))
    assert [line.label.ja for line in view.last("show_statistic").lines] == ["経済活動助成事業"]


def test_a_case_received_meanwhile_is_counted(view, office, shell) -> None:
    worked(office, GRANT)
    presenter = opened(view, office, shell)
    worked(office, GRANT)
    presenter.reload()
    assert view.last("show_statistic").total.figures[0] == 2


@pytest.mark.parametrize(("write", "ending"), [("export", "xlsx"), ("save_pdf", "pdf")])
def test_what_is_shown_is_written_where_it_was_asked(view, office, shell, write, ending) -> None:
    worked(office, GRANT)
    presenter = opened(view, office, shell)
    presenter.choose(StatisticWish(YEAR, "state"))
    shell.target = shell.target.with_suffix(f".{ending}")
    getattr(presenter, write)()
    assert shell.suggested == [f"040002_statistics_state_R7.{ending}"]
    assert view.last("show_written") == shell.target
    assert shell.target.stat().st_size > 0
    presenter.open_folder()
    assert shell.opened == [shell.target.parent]


def test_nothing_is_written_when_no_place_is_chosen(view, office, shell) -> None:
    shell.target = None
    presenter = opened(view, office, shell)
    presenter.export()
    presenter.save_pdf()
    assert not view.heard("show_written")


def test_the_paper_goes_to_the_printer_that_was_chosen(view, office, shell) -> None:
    worked(office, GRANT)
    opened(view, office, shell).print()
    path, title = view.last("send_to_printer")
    assert path.stem == title
    assert shell.said[-1].ja == "印刷に送りました。"
    assert not path.exists()


def test_a_printer_that_fails_is_told_in_words(office, shell) -> None:
    class Jammed(Remembering):
        def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
            raise Refusal(Wording("用紙がありません。", "No paper."))

    opened(Jammed(), office, shell).print()
    assert shell.refused[-1].wording.ja == "用紙がありません。"
