"""印刷・宛名 in the window: only what the chosen paper needs is asked, in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from clair_desktop.app import pages
from clair_desktop.domain.wording import Language
from clair_desktop.services.office import Office
from clair_desktop.views.directory import DirectoryPage
from clair_desktop.views.directory_out import OutDialog
from tests.output.pdf.reading import page_texts
from tests.presenters.stand import RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def shell(tmp_path) -> RememberingShell:
    return RememberingShell(target=tmp_path / "封筒.pdf")


@pytest.fixture(params=list(Language))
def page(qtbot, request, office, shell) -> DirectoryPage:
    made = DirectoryPage(request.param)
    qtbot.addWidget(made)
    made.resize(1190, 700)
    pages._directory(made, office, shell, request.param)
    made.show()
    return made


def asked(page, act) -> None:
    """Opens the question as a click does and answers it."""

    def answer() -> None:
        act(next(one for one in QApplication.topLevelWidgets() if isinstance(one, OutDialog) and one.isVisible()))

    QTimer.singleShot(0, answer)
    page.bodies.out.button.click()


def choose(dialog, field, value) -> None:
    box = dialog.boxes[field].box
    box.setCurrentIndex(box.findData(value))


def shown(dialog) -> set[str]:
    return {field for field, box in dialog.boxes.items() if box.isVisible()}


def test_only_what_the_paper_needs_is_asked(page) -> None:
    found = {}

    def act(dialog) -> None:
        for what in ("booklet", "labels", "envelope"):
            choose(dialog, "what", what)
            found[what] = shown(dialog) - {"what", "whom", "day"}
        choose(dialog, "way", "english")
        found["english"] = shown(dialog) - {"what", "whom", "day"}
        dialog.reject()

    asked(page, act)
    assert found == {
        "booklet": {"lang"},
        "labels": {"lang", "per_sheet", "first", "honorific"},
        "envelope": {"size", "way", "boxes", "window", "honorific", "sender"},
        "english": {"size", "way", "window", "sender"},
    }


def test_an_envelope_is_made_and_the_question_closes(page, tmp_path) -> None:
    def act(dialog) -> None:
        choose(dialog, "what", "envelope")
        dialog.boxes["window"].put("大きい")
        dialog.make.click()
        assert dialog.isVisible()
        assert dialog.boxes["window"].box.property("invalid")
        dialog.boxes["window"].put("")
        dialog.make.click()
        assert not dialog.isVisible()

    asked(page, act)
    assert "1020083" in page_texts(tmp_path / "封筒.pdf")[0]


def test_both_languages_are_offered_where_pages_follow_one_another(page) -> None:
    counts = []

    def act(dialog) -> None:
        for what in ("booklet", "vcard", "sheet"):
            choose(dialog, "what", what)
            counts.append(dialog.boxes["lang"].box.count())
        dialog.reject()

    asked(page, act)
    assert counts == [3, 2, 3]
