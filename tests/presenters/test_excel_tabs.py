"""一覧の取込み, 持出し台帳, 結合, 点検: said before it is done, done as one act, written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.hand_overs import Medium
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.checks import ChecksPresenter
from clair_desktop.presenters.joins import JoinsPresenter
from clair_desktop.presenters.lists import ListsPresenter, ListWish
from clair_desktop.presenters.outgoing import OutgoingPresenter
from clair_desktop.presenters.typed_days import TypedSpan
from clair_desktop.services.hand_overs import Handing
from clair_desktop.services.office import Office
from tests.presenters.stand import ImmediateTasks, Remembering, RememberingShell, opened_office
from tests.services.casework import GRANT, grant

EXCHANGE, ISHINOMAKI = "exchange_grant", "042021"


class FolderShell(RememberingShell):
    def pick_folder(self, title: Wording, start: Path | None = None) -> Path | None:
        return self.source


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def wanted(tmp_path) -> Path:
    """A town's own list: two projects, the second with an amount that nobody can read."""
    book = Workbook()
    book.active.title = "要望一覧"
    for row in (
        ["番号", "事業名", "担当の方", "申請額"],
        [1, "姉妹都市提携30周年", "主事 髙﨑", 500_000],
        [2, "留学生の受入れ", "主事 葛西", "五十万くらい"],
    ):
        book.active.append(row)
    book.save(tmp_path / "要望一覧.xlsx")
    return tmp_path / "要望一覧.xlsx"


def listing(office: Office, path: Path, **files: Path):
    view, shell = Remembering(), RememberingShell(source=path, **files)
    presenter = ListsPresenter(view, office, shell, ImmediateTasks())
    office.on_change(lambda _cases: presenter.reload())
    presenter.wish(ListWish(EXCHANGE, FiscalYear(2026), ISHINOMAKI))
    presenter.choose()
    return presenter, view, shell


def heads(view: Remembering) -> dict[str, str]:
    return {one.key: one.head for one in view.last("show_list").questions if one.head}


def test_a_lists_columns_are_proposed_and_nothing_is_kept(office, wanted) -> None:
    _presenter, view, _shell = listing(office, wanted)
    assert {"title": "事業名", "requested": "申請額"}.items() <= heads(view).items()
    shown = view.last("show_list")
    assert [(one.number, one.can_take) for one in shown.rows] == [(2, True), (3, False)]
    assert office.cases.lines() == []


def test_a_column_is_matched_by_hand_and_the_mapping_kept_for_the_next_list(office, wanted) -> None:
    presenter, view, _shell = listing(office, wanted)
    presenter.match("contact", "担当の方")
    assert heads(view)["contact"] == "担当の方"
    assert presenter.is_matching
    presenter.keep()
    assert not presenter.is_matching
    _again, next_view, _shell = listing(office, wanted)
    assert heads(next_view)["contact"] == "担当の方"


def test_a_heading_answers_one_question_only(office, wanted) -> None:
    presenter, view, _shell = listing(office, wanted)
    presenter.match("total_cost", "申請額")
    assert heads(view)["total_cost"] == "申請額"
    assert "requested" not in heads(view)


def test_ticked_rows_become_cases_in_one_act_and_the_faulty_one_stays_out(office, wanted) -> None:
    presenter, view, shell = listing(office, wanted)
    presenter.take([2])
    (line,) = office.cases.lines()
    assert (line.title, line.requested, line.applicant) == ("姉妹都市提携30周年", 500_000, ISHINOMAKI)
    shown = view.last("show_list")
    assert list(shown.taken) == [line.number]
    assert not shown.is_stale
    assert "1件" in shell.said[-1].ja
    office.undo()
    assert office.cases.lines() == []
    assert view.last("show_list").is_stale


def test_nothing_ticked_takes_nothing_and_says_so(office, wanted) -> None:
    presenter, _view, shell = listing(office, wanted)
    presenter.take([])
    assert shell.told
    assert office.cases.lines() == []


def test_a_marked_copy_of_the_list_is_saved_for_the_sender(office, wanted, tmp_path) -> None:
    presenter, _view, shell = listing(office, wanted, target=tmp_path / "控え.xlsx")
    presenter.annotate(Language.JA)
    assert shell.suggested == ["要望一覧_点検結果.xlsx"]
    assert (tmp_path / "控え.xlsx").exists()


def test_the_outgoing_ledger_is_searched_printed_and_written(office, tmp_path) -> None:
    grant(office)
    for medium in (Medium.USB, Medium.MAIL):
        office.registers.export(GRANT, 2025, tmp_path, handing=Handing(medium=medium))
    view, shell = Remembering(), RememberingShell(target=tmp_path / "持出し台帳.pdf")
    presenter = OutgoingPresenter(view, office, shell)
    presenter.start()
    assert [one.said["medium"].ja for one in view.last("show_outgoing").lines] == ["電子メール", "USBメモリ"]
    presenter.search("", Medium.USB)
    assert [one.said["number"].ja for one in view.last("show_outgoing").lines] == ["1"]
    presenter.search("", None, TypedSpan("R8.11.20", "令和8年11月20日"))
    assert len(view.last("show_outgoing").lines) == 2
    presenter.search("", None, TypedSpan(until="2026/11/19"))
    assert view.last("show_outgoing").lines == []
    presenter.search("", Medium.USB, TypedSpan(since="11月のはじめ"))
    assert list(view.last("show_complaints")) == ["since"]
    assert view.last("show_outgoing").lines == []
    presenter.search("", Medium.USB)
    presenter.save_pdf(Language.JA)
    assert view.last("show_written").read_bytes().startswith(b"%PDF")
    shell.target = tmp_path / "持出し台帳.xlsx"
    presenter.export(Language.EN)
    assert shell.suggested == ["040002_持出し台帳_20261120.pdf", "040002_持出し台帳_20261120.xlsx"]
    presenter.open_folder()
    assert shell.opened == [tmp_path]


def test_registers_of_a_folder_are_joined_and_a_faulty_file_is_left_out_only_on_a_word(office, tmp_path) -> None:
    folder = tmp_path / "台帳"
    folder.mkdir()
    grant(office)
    office.registers.export(GRANT, 2025, folder)
    (folder / "壊れた.xlsx").write_bytes(b"PK\x03\x04")
    view, shell = Remembering(), FolderShell(source=folder, target=tmp_path / "統合.xlsx", agrees=False)
    presenter = JoinsPresenter(view, office, shell, ImmediateTasks())
    presenter.choose()
    shown = view.last("show_folder")
    assert (shown.joined, shown.faulty, len(shown.missing)) == (1, 1, 66)
    assert [one.standing.words.ja for one in shown.files] == ["統合する", "誤りあり"]
    presenter.join(Language.JA)
    assert not (tmp_path / "統合.xlsx").exists()
    shell.agrees = True
    presenter.join(Language.JA)
    assert view.last("show_folder").written == tmp_path / "統合.xlsx"
    presenter.open_folder()
    assert shell.opened == [tmp_path]


def test_a_folder_without_registers_is_refused_in_words(office, tmp_path) -> None:
    view, shell = Remembering(), FolderShell(source=tmp_path)
    JoinsPresenter(view, office, shell, ImmediateTasks()).choose()
    assert str(tmp_path) in shell.refused[0].wording.ja
    assert not view.heard("show_folder")


def test_any_workbook_is_judged_item_by_item(office, tmp_path) -> None:
    book = Workbook()
    book.active.title = "要望一覧"
    for row in (["団体コード", "申請額（円）"], ["042021", 500_000], ["042030", 800_000]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "要望一覧.xlsx")
    view, shell = Remembering(), RememberingShell(source=tmp_path / "要望一覧.xlsx")
    ChecksPresenter(view, office, shell, ImmediateTasks()).choose()
    shown = view.last("show_check")
    assert shell.offered == ["xlsx", "csv"]
    assert len(shown.lines) == 15
    assert shown.sheets == ["要望一覧"]
    merged = next(one for one in shown.lines if one.number == "2-3")
    assert merged.holding.words.ja == "不適合"
    assert [one.cell for one in merged.findings] == ["A2"]
    assert not shown.is_readable


def test_a_locked_workbook_is_checked_with_its_password(office, tmp_path) -> None:
    grant(office)
    office.registers.export(GRANT, 2025, tmp_path / "台帳.xlsx", password="宮城 2026")
    view, shell = Remembering(ask_password="宮城 2026"), RememberingShell(source=tmp_path / "台帳.xlsx")
    ChecksPresenter(view, office, shell, ImmediateTasks()).choose()
    assert view.heard("ask_password")
    assert view.last("show_check").lines
