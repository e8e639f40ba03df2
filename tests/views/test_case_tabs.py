"""The other tabs of a case: files dropped and pasted, parts, pages that are drawn from the file, history."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clair_desktop.domain.enclosed import Condition, Remark, Remarked
from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.domain.pack_languages import PaperLanguage
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.enclosures import EnclosureLine
from clair_desktop.presenters.pack_wishes import PackWish, PaperLine, ShownPacks
from clair_desktop.services.office import Office
from clair_desktop.views.elements import Badge
from clair_desktop.views.enclosure_pages import EnclosurePages
from clair_desktop.views.enclosures import EnclosuresPane
from clair_desktop.views.history import HistoryPane
from clair_desktop.views.pages import PdfPages
from clair_desktop.views.parts import PartsPane
from clair_desktop.views.preview import PreviewPane
from tests.output.pdf.bad_files import WHOLE
from tests.presenters.entries import GRANT, RESEARCH, enclose_what_is_needed, worked
from tests.presenters.stand import TODAY, Remembering
from tests.views.accessibility import nameless

ACTIONS = Qt.DropAction.CopyAction
BUTTONS, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def presenter() -> Remembering:
    return Remembering(send=True)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    made = tmp_path / "見積書 令和8年.pdf"
    made.write_bytes(b"%PDF-1.7")
    return made


@pytest.fixture
def enclosures(qtbot: QtBot, presenter: Remembering) -> EnclosuresPane:
    pane = EnclosuresPane(Language.JA)
    qtbot.addWidget(pane)
    pane.bind(presenter)
    return pane


def carrying(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_files_are_enclosed_by_dropping_them(enclosures: EnclosuresPane, presenter: Remembering, paper: Path) -> None:
    mime = carrying(paper)
    entering = QDragEnterEvent(QPoint(10, 10), ACTIONS, mime, BUTTONS, KEYS)
    QApplication.sendEvent(enclosures, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(enclosures, QDropEvent(QPointF(10, 10), ACTIONS, mime, BUTTONS, KEYS))
    assert presenter.last("add") == [paper]


def test_words_are_not_taken_for_files(enclosures: EnclosuresPane, presenter: Remembering) -> None:
    mime = QMimeData()
    mime.setText("見積書")
    entering = QDragEnterEvent(QPoint(10, 10), ACTIONS, mime, BUTTONS, KEYS)
    entering.ignore()
    QApplication.sendEvent(enclosures, entering)
    assert not entering.isAccepted()


def test_files_copied_in_the_file_window_are_pasted(
    enclosures: EnclosuresPane, presenter: Remembering, paper: Path
) -> None:
    QGuiApplication.clipboard().setMimeData(carrying(paper))
    QTest.keyClick(enclosures, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert presenter.last("add") == [paper]
    enclosures.choose.click()
    assert presenter.heard("choose")
    QGuiApplication.clipboard().clear()  # Qt crashes on its way out where what is copied outlives Python


def repaired() -> EnclosureLine:
    condition = Condition(9, (Remarked(Remark.REPAIRED), Remarked(Remark.LYING, (2,))))
    return EnclosureLine(7, None, None, "見積書.pdf", "application/pdf", 9_000, 9, True, "0" * 64, condition)


def test_what_must_be_looked_at_says_so_and_leads_to_its_pages(
    enclosures: EnclosuresPane, presenter: Remembering, office: Office
) -> None:
    line = repaired()
    enclosures.show_enclosures(replace(worked(office, RESEARCH, 1), enclosures=[line]))
    assert [badge.text() for badge in enclosures.findChildren(Badge)] == ["綴じ込み", "要確認"]
    said = [one.text() for one in enclosures.findChildren(QLabel)]
    assert any(text.startswith("修復しました") for text in said)
    assert "2頁は横長です" in said
    assert nameless(enclosures) == []
    (look,) = [one for one in enclosures.findChildren(QPushButton) if one.text() == "ページを見て確認する…"]
    look.click()
    assert presenter.last("look") == line


def test_a_workbook_may_be_made_a_pdf(enclosures: EnclosuresPane, presenter: Remembering, office: Office) -> None:
    line = EnclosureLine(8, None, None, "内訳.xlsx", "application/x", 9_000, None, False, "0" * 64)
    enclosures.show_enclosures(replace(worked(office, RESEARCH, 1), enclosures=[line]))
    (convert,) = [one for one in enclosures.findChildren(QPushButton) if one.text() == "PDFを作って綴じ込む"]
    convert.click()
    assert presenter.last("convert") == line


@pytest.mark.parametrize("language", list(Language))
def test_the_pages_of_an_enclosure_are_shown_with_what_was_found(
    qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    pages = tmp_path / "pages.pdf"
    pages.write_bytes(WHOLE)
    over = QWidget()
    qtbot.addWidget(over)
    asked = EnclosurePages(over, language, repaired(), pages)
    assert repaired().condition is not None
    assert asked.remarks.text().splitlines()[1] in {"2頁は横長です", "page 2: landscape"}
    assert asked.pages.column.count() == 9
    assert nameless(asked) == []
    asked.looked.click()
    assert asked.result() == QDialog.DialogCode.Accepted


def test_each_enclosure_says_what_it_is_and_can_be_taken_out(
    enclosures: EnclosuresPane, presenter: Remembering, office: Office, tmp_path: Path
) -> None:
    case = worked(office, RESEARCH, 1)
    enclosures.show_enclosures(case)
    assert "日本の状況について参考となる資料" in enclosures.missing.text()
    enclose_what_is_needed(office, case, tmp_path)
    enclosures.show_enclosures(office.cases.get(case.number))
    assert enclosures.missing.isHidden()
    assert nameless(enclosures) == []
    (number, kind), *_others = enclosures.kinds.items()
    assert kind.currentText() == "日本の状況について参考となる資料"
    kind.setCurrentIndex(0)
    kind.activated.emit(0)
    assert presenter.last("set_kind") == (number, None)
    assert [badge.text() for badge in enclosures.findChildren(Badge)] == ["ファイルで送付"]


def test_each_part_has_its_own_steps(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    case = worked(office, RESEARCH, 1)
    enclose_what_is_needed(office, case, tmp_path)
    sheet = office.steps.take(case.number, "sound_out", document_number="国際第1号")
    wishes: list[object] = []
    pane = PartsPane(lambda wish: wishes.append(wish) is None)
    qtbot.addWidget(pane)
    pane.show_parts(case, Language.EN, TODAY.date())
    assert pane.bars == {}
    pane.show_parts(sheet, Language.EN, TODAY.date())
    assert list(pane.bars) == [part.key for part in sheet.parts]
    key, bar = next(iter(pane.bars.items()))
    bar.buttons["decline"].click()
    assert bar.confirmation is not None
    bar.confirmation.do.click()
    assert [(wish.step, wish.part) for wish in wishes] == [("decline", key)]  # type: ignore[attr-defined]
    assert bar.confirmation is None


@pytest.fixture
def pack(office: Office, tmp_path: Path) -> Path:
    """A printed pack of a worked case: A4 pages, one of them across."""
    case = worked(office, GRANT)
    return office.documents.preview(case, "application", [Language.JA], tmp_path / "一式.pdf").path


@pytest.fixture
def preview(qtbot: QtBot, presenter: Remembering) -> Iterator[PreviewPane]:
    pane = PreviewPane(Language.JA)
    pane.resize(700, 600)
    qtbot.addWidget(pane)
    pane.bind(presenter)
    with qtbot.waitExposed(pane):
        pane.show()
    wish = PackWish("application", "ja", "国際第1号", "令和8年11月20日（金）")
    packs = [("application", Wording("申請書一式", "Application")), ("claim", Wording("請求書", "Claim"))]
    pane.show_packs(ShownPacks(packs, wish, TODAY.date()))
    yield pane
    pane.reader.show_pages(None)


def test_the_pages_shown_are_those_of_the_file(preview: PreviewPane, pack: Path) -> None:
    preview.show_file(pack, [])
    pages = PdfPages(pack)
    assert preview.pages.column.count() == len(pages)
    assert "経済活動助成事業" in preview.pages.accessibleDescription()
    drawn = pages.draw(0, 50)
    assert drawn.width() == pytest.approx(413, abs=2)
    inks = {drawn.pixelColor(x, y).lightness() < 128 for x in range(0, 413, 2) for y in range(0, 580, 2)}
    assert inks == {True, False}
    pages.close()
    pack.unlink()  # the file is not held while it is looked at
    QApplication.processEvents()


def test_page_up_and_down_turn_pages_and_the_zoom_is_a_key(preview: PreviewPane, pack: Path) -> None:
    preview.show_file(pack, [])
    QTest.keyClick(preview.pages, Qt.Key.Key_PageDown)
    assert preview.pages.page() == 1
    QTest.keyClick(preview.pages, Qt.Key.Key_PageUp)
    assert preview.pages.page() == 0
    before = preview.pages.column.width()
    QTest.keyClick(preview.pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.pages.column.width() > before


def test_another_pack_language_or_number_is_asked_for(preview: PreviewPane, presenter: Remembering) -> None:
    preview.spoken["both"].click()
    assert presenter.last("choose") == PackWish("application", "both", "国際第1号", "令和8年11月20日（金）")
    preview.packs.setCurrentIndex(1)
    preview.packs.activated.emit(1)
    assert presenter.last("turn_to") == "claim"
    preview.number.put("国際第2号")
    QTest.keyClick(preview.number, Qt.Key.Key_Return)
    assert presenter.last("choose") == PackWish("claim", "both", "国際第2号", "令和8年11月20日（金）")
    preview.save.click()
    preview.print.click()
    assert presenter.heard("save_as")
    assert presenter.heard("print")


def test_a_pack_is_made_for_whom_and_with_what_is_chosen(preview: PreviewPane, presenter: Remembering) -> None:
    made_up = MakeUp(copy=PackCopy.BRANCH, dividers=True)
    wish = PackWish("application", "ja", "", "令和8年11月20日（金）", made_up=made_up)
    preview.show_packs(ShownPacks([("application", Wording("申請", "Application"))], wish, TODAY.date()))
    preview.number.put("国際第5号")
    choice = preview.making_up
    assert choice.copies.currentText() == "支部控"
    assert [name for name, act in choice.acts.items() if act.isChecked()] == ["dividers"]
    choice.acts["contents"].trigger()
    told = replace(wish, document_number="国際第5号", made_up=replace(made_up, contents=True))
    assert presenter.last("make_up") == told
    choice.copies.setCurrentIndex(1)
    choice.copies.activated.emit(1)
    assert presenter.last("turn_to_copy") == (replace(wish, document_number="国際第5号"), PackCopy.HEADQUARTERS)
    preview.show_packs(ShownPacks([], wish, TODAY.date(), [(1, Wording("1行目", "Row 1"))]))
    assert [name for name, act in choice.acts.items() if act.isEnabled()] == ["bilingual"]


def test_each_paper_is_given_a_language_of_its_own(preview: PreviewPane, presenter: Remembering) -> None:
    own = {"application": PaperLanguage.BILINGUAL}
    wish = PackWish("application", "ja", "", "令和8年11月20日（金）", own=own)
    papers = [
        PaperLine("transmittal", Wording("進達書", "Transmittal"), list(PaperLanguage)[:3]),
        PaperLine("application", Wording("申請書", "Application"), list(PaperLanguage)),
    ]
    packs = [("application", Wording("申請書一式", "Application"))]
    preview.show_packs(ShownPacks(packs, wish, TODAY.date(), papers=papers))
    acts = preview.papers.acts
    assert [key for key, act in acts.items() if act.isChecked()] == [
        ("transmittal", None), ("application", PaperLanguage.BILINGUAL),
    ]  # fmt: skip
    assert ("transmittal", PaperLanguage.BILINGUAL) not in acts
    assert "1" in preview.papers.text()
    acts["transmittal", PaperLanguage.EN].trigger()
    assert presenter.last("speak_paper") == (wish, "transmittal", PaperLanguage.EN)
    acts["application", None].trigger()
    assert presenter.last("speak_paper") == (wish, "application", None)
    preview.papers.usual.trigger()
    assert presenter.last("speak_as_usual") == wish


def test_a_pack_made_row_by_row_offers_its_receivers_and_no_other_does(
    preview: PreviewPane, presenter: Remembering
) -> None:
    assert not preview.rows.isVisible()
    wish = PackWish("thanks", "en", "", "令和8年11月20日（金）")
    packs = [("thanks", Wording("礼状", "Thanks"))]
    rows = [(1, Wording("訪問先1行目", "Body, row 1")), (2, Wording("訪問先2行目", "Body, row 2"))]
    preview.show_packs(ShownPacks(packs, wish, TODAY.date(), rows))
    assert preview.rows.isVisible()
    assert preview.rows.accessibleName() == "宛先の行"
    assert [preview.rows.itemText(place) for place in range(3)] == ["時期のもの全部", "訪問先1行目", "訪問先2行目"]
    preview.rows.setCurrentIndex(2)
    preview.rows.activated.emit(2)
    assert presenter.last("choose") == PackWish("thanks", "en", "", "令和8年11月20日（金）", row=2)
    preview.set_language(Language.EN)
    assert preview.rows.itemText(1) == "Body, row 1"
    assert nameless(preview) == []


def test_where_no_file_was_made_the_reason_stands_instead(preview: PreviewPane, pack: Path) -> None:
    preview.show_file(pack, [Wording("代わりの字で印字しました。", "Drawn with another character.")])
    assert preview.told() == "代わりの字で印字しました。"
    preview.show_refusal(
        Refusal(Wording("この字は印字できません。", "Not printable."), details=[Wording("事業名", "Title")])
    )
    assert preview.told() == "この字は印字できません。\n事業名"
    assert preview.pages.column.count() == 0
    assert not preview.save.isEnabled()


def test_what_happened_stands_with_who_and_when(qtbot: QtBot, office: Office, presenter: Remembering) -> None:
    case = worked(office, GRANT)
    office.cases.save(case.number, {**case.answers, "title": "直した事業名"})
    pane = HistoryPane(Language.JA)
    qtbot.addWidget(pane)
    pane.bind(presenter)
    assert not pane.in_sight()
    pane.show()
    assert presenter.heard("look")
    pane.show_history(office.history.of(case.number))
    assert pane.told() == [f"入力の保存：{case.number}", "受付：経済活動助成事業"]
