"""Addresses offered while a postal code is typed: chosen by the keyboard, undone by it, and never put in unasked."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clair_desktop.domain.fields import Rows, Text
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_letters import Recipient
from clair_desktop.presenters.settings import SettingsPresenter
from clair_desktop.presenters.suggestions import postal_addresses
from clair_desktop.services.office import Office
from clair_desktop.views.boxes import Around, LongBox, WordsBox
from clair_desktop.views.call_addresses import AddressesPart
from clair_desktop.views.field_boxes import box_for
from clair_desktop.views.postal_offer import PostalOffer
from clair_desktop.views.rows_table import cell_box
from clair_desktop.views.settings import SettingsPage
from tests.presenters.stand import RememberingShell, opened_office
from tests.views.stand import Told, commit, compose

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of its popup
LABEL = Wording("会場", "Venue")
BOTH = ["〒498-0000 愛知県弥富市", "〒498-0000 三重県桑名郡木曽岬町"]


def around(told: Told) -> Around:
    return replace(told.around(), suggest=postal_addresses)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture(params=[1, 3])
def box(request, qtbot, told) -> WordsBox | LongBox:
    """As a form asks for it: one line, or several."""
    made = box_for(Text(key="venue", label=LABEL, lines=request.param), around(told), lambda _field: around(told))
    assert isinstance(made, WordsBox | LongBox)
    return shown(qtbot, made)


def shown(qtbot, box):
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    return box


def choose(qtbot, offer: PostalOffer, place: int) -> None:
    for _ in range(place):
        qtbot.keyClick(offer.popup, Qt.Key.Key_Down)
    qtbot.keyClick(offer.popup, Qt.Key.Key_Return)


def test_a_full_code_offers_every_address_and_one_is_chosen(box, qtbot, told) -> None:
    qtbot.keyClicks(box, "498-000")
    assert box.postal.offered() == []
    qtbot.keyClicks(box, "0")
    assert box.postal.offered() == BOTH
    assert box.value() == "498-0000"  # nothing is put in unasked
    choose(qtbot, box.postal, 2)
    assert box.value() == BOTH[1]
    assert box.postal.offered() == []
    assert told.left == 1


def test_the_chosen_address_is_undone_by_the_keyboard(box, qtbot) -> None:
    qtbot.keyClicks(box, "498-0000")
    choose(qtbot, box.postal, 1)
    assert box.value() == BOTH[0]
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    box.postal.popup.hide()
    assert box.value() == "498-0000"


def test_what_stands_before_and_behind_the_code_stays(box, qtbot) -> None:
    box.put("送付先  1階会議室")
    for _ in range(4):
        qtbot.keyClick(box, Qt.Key.Key_Right)
    qtbot.keyClicks(box, "498-0000")
    choose(qtbot, box.postal, 1)
    assert box.value() == f"送付先 {BOTH[0]} 1階会議室"


def test_escape_and_enter_without_a_choice_leave_what_was_typed(box, qtbot) -> None:
    qtbot.keyClicks(box, "498-0000")
    qtbot.keyClick(box.postal.popup, Qt.Key.Key_Escape)
    assert (box.value(), box.postal.offered()) == ("498-0000", [])


@pytest.mark.parametrize("typed", ["022-211-2277", "4980000", "03-5213-1722", "1,498-0000"])
def test_a_telephone_or_an_amount_is_offered_no_address(box, qtbot, typed) -> None:
    qtbot.keyClicks(box, typed)
    assert box.postal.offered() == []


def test_a_composed_code_of_full_width_digits_is_read_once_it_is_committed(box) -> None:
    compose(box, "４９８－００００")
    assert box.postal.offered() == []
    commit(box, "〒４９８－００００")
    assert box.postal.offered() == BOTH


def test_a_closed_case_offers_nothing(box, qtbot) -> None:
    box.setReadOnly(True)
    box.put("498-0000")
    assert box.postal.offered() == []


def test_the_second_line_of_an_address_is_read_by_itself(qtbot, told) -> None:
    box = shown(qtbot, LongBox(around(told), 3))
    qtbot.keyClicks(box, "Honmachi")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "980-8570")
    choose(qtbot, box.postal, 1)
    assert box.value() == "Honmachi\n〒980-8570 宮城県仙台市青葉区本町3丁目8-1"


@pytest.mark.parametrize("lines", [1, 2])
def test_a_cell_of_a_table_offers_them_too(qtbot, told, lines) -> None:
    field = Rows(key="venues", label=LABEL, columns=[Text(key="venue", label=LABEL, lines=lines)])
    box = shown(qtbot, cell_box(field.columns[0], around(told)))
    qtbot.keyClicks(box, "498-0000")
    assert box.postal.offered() == BOTH


@pytest.fixture
def office():
    with opened_office() as opened:
        yield opened


def test_the_branchs_own_address_in_the_settings_offers_them(qtbot, office: Office) -> None:
    page = SettingsPage(Language.JA)
    qtbot.addWidget(page)
    presenter = SettingsPresenter(page, office, RememberingShell(), Language.JA)
    page.bind(presenter)
    presenter.start()
    page.show()
    page.activateWindow()
    line = page.branch.lines["postal_ja"].line
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, "980-8570")
    offer = offer_of(line)
    assert offer.offered() == ["〒980-8570 宮城県仙台市青葉区本町3丁目8-1"]
    choose(qtbot, offer, 1)
    page.branch.save.click()
    assert office.branch.get().postal.ja == "〒980-8570 宮城県仙台市青葉区本町3丁目8-1"


class Asked:
    """Stands for the presenter of the letters: whether the lines that stand there may be replaced."""

    def __init__(self, *, replaces: bool) -> None:
        self.replaces = replaces
        self.questions: list[tuple[str, str]] = []

    def may_replace(self, lines: str, address: str) -> bool:
        self.questions.append((lines, address))
        return self.replaces


@pytest.mark.parametrize(
    ("replaces", "lines"), [(True, "宮城県石巻市穀町14番1号"), (False, "石巻市役所内\n市民協働課")]
)
def test_the_code_of_an_asked_body_fills_its_lines_and_replaces_them_only_if_told_to(qtbot, replaces, lines) -> None:
    part = AddressesPart(Language.JA)
    qtbot.addWidget(part)
    asked = Asked(replaces=replaces)
    part.bind(asked)
    body = Recipient(
        ("042021", ""), Wording("宮城県石巻市", "Ishinomaki City"), False, None, "", "石巻市役所内\n市民協働課", ""
    )
    part.show_letters(SimpleNamespace(bodies=[body]))
    part.show()
    part.activateWindow()
    part.postal.line.setFocus()
    qtbot.waitUntil(part.postal.line.hasFocus)
    qtbot.keyClicks(part.postal.line, "9868501")
    choose(qtbot, offer_of(part.postal.line), 1)
    assert part.postal.text() == "986-8501"
    assert asked.questions == [("石巻市役所内\n市民協働課", "宮城県石巻市穀町14番1号")]
    assert part.lines.text() == lines
    if replaces:
        qtbot.keyClick(part.lines.lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert part.lines.text() == "石巻市役所内\n市民協働課"


def offer_of(box: QWidget) -> PostalOffer:
    (offer,) = box.findChildren(PostalOffer)
    return offer


def test_a_box_outside_a_form_offers_them_as_well(qtbot) -> None:
    box = QPlainTextEdit()
    offer = PostalOffer(box, postal_addresses)
    shown(qtbot, box)
    qtbot.keyClicks(box, "498-0000")
    assert offer.offered() == BOTH
