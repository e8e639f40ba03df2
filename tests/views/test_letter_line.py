"""The line that offers the letter of the last step."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.case_entry import LetterThatFollows
from clair_desktop.views.letter_line import LetterLine

LETTER = LetterThatFollows(
    "award_notice",
    Wording("交付決定通知の送付文", "Notice of award"),
    Wording("交付決定を記録する", "Record the award"),
    [Wording("「交付決定通知書」を添付してください。", "Enclose “Notice of award”.")],
)


@pytest.mark.parametrize("language", Language)
def test_the_letter_is_named_with_what_it_lacks_and_opened(qtbot: QtBot, language: Language) -> None:
    opened: list[str] = []
    line = LetterLine(opened.append)
    qtbot.addWidget(line)
    assert line.told() == ""
    line.show_letter(LETTER, language)
    assert LETTER.name.in_(language) in line.told()
    assert line.told().endswith(LETTER.lacking[0].in_(language))
    QTest.mouseClick(line.open, Qt.MouseButton.LeftButton)
    assert opened == ["award_notice"]
    line.show_letter(replace(LETTER, made=datetime(2026, 11, 20, 9, 30, tzinfo=UTC)), language)
    assert LETTER.lacking[0].in_(language) not in line.told()
    assert line.told().endswith("09:30")
    line.show_letter(None, language)
    assert line.told() == ""
