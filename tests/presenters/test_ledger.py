"""The ledger in the window: found again, written out, a past pack made again, a file verified."""

from pathlib import Path

import pytest

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.ledger import LedgerPresenter, LedgerWish
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell
from tests.services.casework import clock, grant, office, papers  # noqa: F401  # fixtures


@pytest.fixture
def number(office: Office, tmp_path: Path) -> str:  # noqa: F811 - the fixture
    """Fuji's application, saved once for approval."""
    sheet = grant(office)
    office.documents.print(sheet.number, "application", [Language.JA], tmp_path / "案.pdf", reason="決裁用")
    return sheet.number


@pytest.fixture
def shell(tmp_path: Path) -> RememberingShell:
    return RememberingShell(target=tmp_path / "出力.pdf", source=tmp_path / "案.pdf")


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def presenter(view: Remembering, office: Office, number: str, shell: RememberingShell) -> LedgerPresenter:  # noqa: F811
    made = LedgerPresenter(view, office, shell, Language.JA)
    made.start()
    return made


def test_it_opens_with_every_line_in_the_language_of_the_window(presenter, view) -> None:
    sheet = view.last("show_ledger")
    (line,) = sheet.lines
    assert (line.when, line.how, line.pack_id, line.reason) == ("2026-11-20 09:30", "保存", "R8-0001-P01", "決裁用")
    assert line.case.startswith("R8-0001　富士のほうじ茶")
    assert sheet.whole == 1


def test_lines_are_looked_for_and_the_whole_is_still_counted(presenter, view) -> None:
    presenter.choose(LedgerWish("ない言葉"))
    sheet = view.last("show_ledger")
    assert (list(sheet.lines), sheet.whole) == ([], 1)
    presenter.choose(LedgerWish(since="R8.11.20", until="2026-11-20"))
    assert len(view.last("show_ledger").lines) == 1


def test_a_day_that_does_not_read_is_said_beside_its_box(presenter, view) -> None:
    before = _times(view, "show_ledger")
    presenter.choose(LedgerWish(until="13月"))
    assert "日付として読めません" in view.last("show_complaints")["until"].ja
    assert _times(view, "show_ledger") == before


def test_the_lines_found_are_saved_and_exported(presenter, view, shell, tmp_path) -> None:
    presenter.save_pdf()
    assert shell.suggested == ["040002_ledger_20261120.pdf"]
    assert view.last("show_written") == tmp_path / "出力.pdf"
    shell.target = tmp_path / "出力.xlsx"
    presenter.export()
    assert (tmp_path / "出力.xlsx").exists()
    presenter.open_folder()
    assert shell.opened == [tmp_path]


def test_a_past_pack_is_made_again_and_noted(presenter, view, shell, tmp_path) -> None:
    presenter.again("R8-0001-P01")
    assert (tmp_path / "出力.pdf").read_bytes() == (tmp_path / "案.pdf").read_bytes()
    assert [one.how for one in view.last("show_ledger").lines] == ["再発行", "保存"]


def test_going_back_writes_nothing(presenter, view, shell) -> None:
    shell.target = None
    for act in (presenter.save_pdf, presenter.export, lambda: presenter.again("R8-0001-P01")):
        act()
    assert not view.heard("show_written")


def test_a_pack_that_is_unknown_is_refused_in_words(presenter, shell) -> None:
    presenter.again("R8-0009-P01")
    assert "R8-0009-P01" in shell.refused[0].wording.ja


def test_a_file_that_was_released_is_told_with_its_case(presenter, view) -> None:
    presenter.pick()
    verdict = view.last("show_verdict")
    assert verdict.good
    assert verdict.words.ja == "支部が発行したファイルそのものです。"
    assert "R8-0001-P01" in verdict.printings[0].ja


def test_a_file_that_is_none_of_ours_is_told_and_no_pdf_is_refused(presenter, view, shell, tmp_path) -> None:
    from tests.services.casework import pdf

    (tmp_path / "見積.pdf").write_bytes(pdf())
    presenter.verify(tmp_path / "見積.pdf")
    assert not view.last("show_verdict").good
    (tmp_path / "名簿.pdf").write_bytes(b"PK")
    presenter.verify(tmp_path / "名簿.pdf")
    assert "PDFとして開けません" in shell.refused[0].wording.ja


def _times(view: Remembering, verb: str) -> int:
    return sum(called == verb for called, _given in view.calls)
