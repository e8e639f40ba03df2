"""The pane of the ledger: its lines, what is looked for, a pack made again, and a file that is dropped on it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.ledger import LedgerEntry, LedgerSheet, LedgerWish, Verdict
from clair_desktop.views.ledger import LedgerPane
from tests.presenters.stand import Remembering

LINE = LedgerEntry(
    when="2026-11-20 09:30", by="担当者", how="保存", case="R8-0001　富士のほうじ茶", papers="申請書一式（日本語）",
    pack_id="R8-0001-P01", letter="国際第101号", pages=6, reason="決裁用", state="支部受付",
    file_hash="a" * 64, content_hash="b" * 64,
)  # fmt: skip


@pytest.fixture
def presenter() -> Remembering:
    return Remembering()


@pytest.fixture
def pane(qtbot, presenter) -> LedgerPane:
    made = LedgerPane(Language.JA)
    qtbot.addWidget(made)
    made.bind(presenter)
    made.show_ledger(LedgerSheet(LedgerWish(), [LINE], 3, date(2026, 11, 20)))
    made.show()
    return made


def test_lines_stand_with_what_the_table_has_no_room_for_below(pane) -> None:
    assert [pane.table.lines.index(0, column).data() for column in (2, 6, 8)] == ["R8-0001-P01", "6", "決裁用"]
    assert not pane.again.isEnabled()
    pane.table.choose(0)
    assert pane.again.isEnabled()
    assert "ファイルの照合値：aaaaaaaaaaaaaaaa…" in pane._detail.text()
    assert pane._count.text() == "3件のうち1件"


def test_an_empty_ledger_says_what_will_stand_there(pane) -> None:
    pane.show_ledger(LedgerSheet(LedgerWish(), [], 0, date(2026, 11, 20)))
    assert pane._count.text().startswith("まだ何も印刷していません。")


def test_enter_in_the_search_looks_for_what_was_typed(pane, presenter, qtbot) -> None:
    pane.text.setText("決裁")
    pane.how.setCurrentIndex(2)
    qtbot.keyClick(pane.text, Qt.Key.Key_Return)
    assert presenter.last("choose") == LedgerWish("決裁", "printed", "", "")


def test_the_chosen_pack_is_made_again(pane, presenter) -> None:
    pane.table.choose(0)
    pane.again.click()
    assert presenter.last("again") == "R8-0001-P01"


def test_a_complaint_stands_under_its_box(pane) -> None:
    pane.show_complaints({"until": Wording("日付として読めません。", "No date.")})
    assert pane.until.accessibleDescription() == "日付として読めません。"
    pane.show_complaints({})
    assert not pane.until.accessibleDescription()


def test_a_pdf_that_is_dropped_is_verified_and_other_files_are_not(pane, presenter) -> None:
    for name in ("名簿.xlsx", "書類.PDF"):
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(f"/tmp/{name}")])
        pane.dropEvent(
            QDropEvent(
                QPoint(9, 9),
                Qt.DropAction.CopyAction,
                carried,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert [given for verb, given in presenter.calls if verb == "verify"] == [(Path("/tmp/書類.PDF"),)]


def test_a_verdict_is_told_with_what_differs_and_when_it_was_released(pane) -> None:
    verdict = Verdict(
        "書類.pdf", False, Wording("違います。", "It is not."), [same("3ページ")], [Wording("案件R8-0001\n　書類", "x")]
    )
    pane.show_verdict(verdict)
    assert pane.verdict.text() == "書類.pdf　違います。\n・3ページ\n案件R8-0001 　書類"
    assert pane.verdict.isVisible()


def test_in_english_everything_is_named_in_english(qtbot) -> None:
    pane = LedgerPane(Language.EN)
    qtbot.addWidget(pane)
    assert pane.table.accessibleName() == "Ledger of printed papers"
    assert pane.verify.text() == "Verify a PDF…(&V)"
