"""The look of papers: tried on a real letter as it is typed, kept only when it is saved."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.emblems import EmblemPlace
from clair_desktop.domain.paper_style import Comma, Honorific, PaperStyle
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.paper_style import PaperStylePresenter
from clair_desktop.views.pages import PdfPages
from clair_desktop.views.settings_papers import PapersPane
from tests.output.pdf.foreign import photograph
from tests.presenters.stand import RememberingShell, opened_office
from tests.views.accessibility import nameless


@pytest.fixture
def office():
    with opened_office() as opened:
        yield opened


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


@pytest.fixture
def pane(qtbot, language, office, shell) -> Iterator[PapersPane]:
    made = PapersPane(language)
    qtbot.addWidget(made)
    made.bind(PaperStylePresenter(made, office, shell))
    made._presenter.start()
    made.resize(1100, 700)
    made.show()
    yield made
    made.hide()
    made.pages.show_pages(None)


@pytest.fixture
def shown(office):
    """The words of the paper that was last drawn."""

    def words() -> str:
        pages = PdfPages(office.folder / "specimens" / "style_preview.pdf")
        text = "".join("".join(pages.text(number).split()) for number in range(len(pages)))
        pages.close()
        return text

    return words


def test_the_boxes_show_what_is_kept_and_every_kind_of_case_may_be_tried(pane, office) -> None:
    assert pane.lines["left"].text() == "30"
    assert not pane.is_typing()
    assert {one.programme for one in pane._kinds} == set(office.programmes())


def test_the_paper_changes_before_anything_is_kept(pane, office, shown) -> None:
    pane.choices["honorific"].setCurrentIndex(1)
    pane.flags["closed"].setChecked(True)
    pane.look()
    assert "理事長殿" in shown()
    assert "以上" in shown()
    assert office.branch.get().papers == PaperStyle()
    assert pane.is_typing()
    assert pane.pages.column.count() > 0


def test_saving_keeps_it_and_says_so(pane, office, shell) -> None:
    pane.choices["comma"].setCurrentIndex(1)
    pane.lines["gutter"].put("５mm")
    pane.lines["signer_ja"].put("髙﨑 花子")
    pane.save.click()
    kept = office.branch.get().papers
    assert (kept.comma, kept.gutter, kept.signer_ja) == (Comma.COMMA, 5, "髙﨑 花子")
    assert shell.said
    assert not pane.is_typing()


def test_the_changes_may_be_discarded_and_the_usual_values_put_back(pane, office) -> None:
    assert not pane.discard.isEnabled()
    pane.choices["honorific"].setCurrentIndex(1)
    pane.lines["top"].put("40")
    pane.discard.click()
    assert not pane.is_typing()
    pane.choices["honorific"].setCurrentIndex(1)
    pane.save.click()
    assert office.branch.get().papers.honorific is Honorific.DONO
    pane.usual.click()
    assert pane.is_typing()
    pane.save.click()
    assert office.branch.get().papers == PaperStyle()


@pytest.mark.parametrize(
    ("key", "text"), [("top", "広め"), ("left", ""), ("right", "5"), ("gutter", "99"), ("seal_room", "9")]
)
def test_a_value_that_cannot_be_printed_is_told_at_its_box_and_nothing_is_kept(pane, office, key, text) -> None:
    pane.lines[key].put(text)
    pane.save.click()
    assert pane.lines[key].box.property("invalid")
    assert office.branch.get().papers == PaperStyle()
    pane.look()
    assert not pane._trouble.isHidden()
    pane.usual.click()
    pane.look()
    assert pane._trouble.isHidden()
    assert not pane.lines[key].box.property("invalid")


def test_another_kind_and_language_are_drawn_at_once(pane, shown) -> None:
    pane.spoken[1].click()
    assert "Yourssincerely" in shown()
    pane.kind.setCurrentIndex(pane.kind.count() - 1)
    pane.spoken[0].click()
    assert "協力交流研修員受入記録" in shown()


def test_a_change_elsewhere_leaves_what_is_typed_here(pane, office) -> None:
    pane.lines["top"].put("30")
    pane._presenter.reload()
    assert pane.lines["top"].text() == "30"


def test_all_that_can_be_acted_upon_has_a_name(pane) -> None:
    assert nameless(pane) == []


def test_an_emblem_is_chosen_tried_kept_and_removed(pane, office, shell, tmp_path) -> None:
    assert pane.lines["emblem_tall"].isHidden()
    shell.source = tmp_path / "県章.png"
    shell.source.write_bytes(photograph("PNG"))
    pane.pick.click()
    pane.lines["emblem_tall"].put("40")
    pane.save.click()
    assert pane.lines["emblem_tall"].box.property("invalid")
    pane.lines["emblem_tall"].put("20mm")
    pane.choices["emblem_place"].setCurrentIndex(2)
    pane.look()
    assert b"/Image" in (office.folder / "specimens" / "style_preview.pdf").read_bytes()
    assert office.branch.get().papers.emblem is None
    pane.save.click()
    kept = office.branch.get().papers.emblem
    assert (kept.name, kept.tall, kept.place) == ("県章.png", 20, EmblemPlace.RIGHT)
    assert "県章.png" in pane._emblem_name.text()
    pane.remove.click()
    pane.save.click()
    assert office.branch.get().papers == PaperStyle()
    shell.source.write_text("県章", encoding="utf-8")
    pane.pick.click()
    assert shell.refused
