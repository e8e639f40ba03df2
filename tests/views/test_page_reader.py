"""Reading a pack in the window: pages turned, sized and searched by keyboard; a place on a page leads to its field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clair_desktop.domain.documents import Asked
from clair_desktop.domain.wording import Language
from clair_desktop.services.documents import Printed
from clair_desktop.views.page_column import Fit
from clair_desktop.views.page_reader import PageReader
from clair_desktop.views.pages import PdfPages
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import opened_office
from tests.views.accessibility import nameless

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    with opened_office() as office:
        case = worked(office, GRANT)
        out = tmp_path_factory.mktemp("packs") / "一式.pdf"
        return office.documents.preview(case, "application", [Language.JA], out)


@pytest.fixture
def reader(qtbot: QtBot, printed: Printed) -> Iterator[PageReader]:
    made = PageReader(Language.JA)
    made.resize(700, 600)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_pages(PdfPages(printed.path))
    made.view.setFocus()
    yield made
    made.show_pages(None)


def look_for(qtbot: QtBot, reader: PageReader, text: str) -> str:
    """What is told once all pages were looked through."""
    QTest.keyClick(reader.view, Qt.Key.Key_F, CONTROL)
    assert reader.search.isVisible()
    reader.search.line.clear()
    QTest.keyClicks(reader.search.line, text) if text.isascii() else reader.search.line.insert(text)
    QTest.keyClick(reader.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader.search.count.text() != "" and "検索中" not in reader.search.count.text())
    return reader.search.count.text()


def test_words_are_found_and_f3_goes_from_place_to_place(qtbot: QtBot, reader: PageReader) -> None:
    told = look_for(qtbot, reader, "経済活動助成")
    count = int(told.split(" / ")[1])
    assert told == f"1 / {count}"
    assert count > 2
    QTest.keyClick(reader.search.line, Qt.Key.Key_F3)
    assert reader.search.count.text() == f"2 / {count}"
    QTest.keyClick(reader.search.line, Qt.Key.Key_F3, SHIFT)
    QTest.keyClick(reader.search.line, Qt.Key.Key_F3, SHIFT)
    assert reader.search.count.text() == f"{count} / {count}"
    hit = reader.search.current()
    assert hit is not None
    seen = reader.view.column.on_screen(hit.page, hit.parts[0]).toRect()
    assert reader.view.column.visibleRegion().boundingRect().intersects(seen)


@pytest.mark.parametrize("typed", ["１２００千円", "クレア", "ｸﾚｱ"])
def test_what_is_nowhere_is_said(qtbot: QtBot, reader: PageReader, typed: str) -> None:
    assert look_for(qtbot, reader, typed) == "見つかりません"
    assert not reader.search.next.isEnabled()


def test_widths_kana_and_line_ends_do_not_matter(printed: Printed) -> None:
    pages = PdfPages(printed.path)
    text = "".join(pages.text(number) for number in range(len(pages)))
    assert "2026" in text or "令和8" in text
    found = [sum(len(pages.find(number, said)) for number in range(len(pages))) for said in ("令和8年", "令和８ 年")]
    assert found[0] == found[1] > 0
    pages.close()


def test_a_found_place_stands_where_its_ink_is(printed: Printed) -> None:
    pages = PdfPages(printed.path)
    place = pages.find(0, "経済活動助成")[0][0]
    drawn = pages.draw(0, 144)
    inked = [
        drawn.pixelColor(x, y).lightness() < 128
        for x in range(int(place.left() * 2), int(place.right() * 2))
        for y in range(int(place.top() * 2), int(place.bottom() * 2))
    ]
    assert 0.05 < sum(inked) / len(inked) < 0.6
    assert 6 < place.height() < 20
    pages.close()


def test_escape_closes_the_search_and_its_marks(qtbot: QtBot, reader: PageReader) -> None:
    look_for(qtbot, reader, "申請")
    QTest.keyClick(reader.search.line, Qt.Key.Key_Escape)
    assert not reader.search.isVisible()
    assert reader.search.current() is None


def test_the_size_is_told_and_changed_by_keys(reader: PageReader) -> None:
    assert reader.wide.isChecked()
    QTest.keyClick(reader.view, Qt.Key.Key_0, CONTROL)
    assert reader.told().endswith("100 %")
    assert reader.view.column.place_of(0).width() == pytest.approx(595.3 * 96 / 72, abs=1)
    QTest.keyClick(reader.view, Qt.Key.Key_Plus, CONTROL)
    assert reader.told().endswith("110 %")
    QTest.keyClick(reader.view, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(reader.view, Qt.Key.Key_Minus, CONTROL)
    assert reader.told().endswith("90 %")
    reader.whole.click()
    assert reader.view.column.fit is Fit.PAGE
    assert reader.view.column.place_of(0).height() <= reader.view.viewport().height()


def test_another_size_keeps_the_place_that_is_read(reader: PageReader) -> None:
    reader.view.go_to_page(2)
    for _time in range(4):
        QTest.keyClick(reader.view, Qt.Key.Key_Plus, CONTROL)
    assert reader.view.page() == 2
    assert reader.told().startswith("3 / ")


def test_small_pages_turn_the_large_ones_and_follow_them(qtbot: QtBot, reader: PageReader) -> None:
    QTest.keyClick(reader.view, Qt.Key.Key_F4)
    assert reader.small.isVisible()
    QTest.keyClick(reader.small, Qt.Key.Key_Down)
    assert reader.view.page() == 1
    QTest.keyClick(reader.view, Qt.Key.Key_PageDown)
    assert reader.small.currentIndex().row() == 2
    told = reader.small.model_.data(reader.small.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"3 / {reader.view.column.count()} ページ"
    QTest.keyClick(reader.view, Qt.Key.Key_F4)
    assert not reader.small.isVisible()
    assert nameless(reader) == []


def test_a_long_file_takes_no_more_memory_than_what_is_looked_at(
    qtbot: QtBot, reader: PageReader, tmp_path: Path
) -> None:
    import pikepdf

    with pikepdf.new() as long:
        for _page in range(1_000):
            long.add_blank_page(page_size=(595, 842))
        long.save(tmp_path / "長い.pdf")
    reader.show_pages(PdfPages(tmp_path / "長い.pdf"))
    reader.view.zoom_to(200)
    for number in range(0, 1_000, 50):
        reader.view.go_to_page(number)
        reader.view.column.grab(QRectF(0, reader.view.column.top_of(number), 10, 10).toRect())
        QApplication.processEvents()
    QTest.keyClick(reader.view, Qt.Key.Key_End, CONTROL)
    assert reader.view.page() >= 998
    assert reader.view.column.pictured_bytes() <= 96_000_000


def test_a_press_on_a_printed_answer_leads_to_its_box_in_the_entry(
    qtbot: QtBot, reader: PageReader, printed: Printed
) -> None:
    spot = next(one for one in printed.spots if one.asked == Asked("title"))
    pressed: list[tuple[int, float, float]] = []
    column = reader.view.column
    column.pressed = lambda page, at: pressed.append((page, at.x(), at.y()))
    there = column.on_screen(spot.page, QRectF(spot.x, spot.y, spot.width, spot.height)).center().toPoint()
    QTest.mouseClick(column, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(there))
    assert len(pressed) == 1
    assert spot.holds(*pressed[0])
