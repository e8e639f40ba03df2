"""機関: found as one types, shown with every value, changed only as asked; files taken after they were seen."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.directory import Attribute
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.about import AboutPresenter
from clair_desktop.presenters.bodies import BodiesPresenter
from clair_desktop.presenters.body_editing import BodyEditing
from clair_desktop.presenters.directory_files import DirectoryFiles
from clair_desktop.services.office import Office
from tests.presenters.stand import TODAY, Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


class Answering(Remembering):
    """A view whose dialogs are answered beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.typed: dict[str, str] = {}
        self.complaint = None
        self.chosen = None
        self.agrees = True
        self.shown = None

    def ask_value(self, question, keeps):
        self.complaint = keeps({**question.texts, **self.typed})

    ask_body = ask_value

    def ask_duplicate(self, question):
        return self.chosen or question.duplicates[0][0]

    def ask_taking(self, shown):
        self.shown = shown
        return self.agrees


@pytest.fixture
def view() -> Answering:
    return Answering()


@pytest.fixture
def bodies(view, office, shell) -> BodiesPresenter:
    presenter = BodiesPresenter(view, office, shell, Language.JA)
    presenter.start()
    return presenter


@pytest.fixture
def editing(view, bodies, office, shell) -> BodyEditing:
    return BodyEditing(view, bodies, office, shell)


def lines(view):
    return [one.key for one in view.last("show_bodies")[0]]


def test_without_a_word_all_but_municipalities_are_listed(bodies, view) -> None:
    assert lines(view)[0] == "headquarters"
    assert len([key for key in lines(view) if key.startswith("branch_")]) == 67
    assert not any(key.startswith("authority_") for key in lines(view))


def test_a_town_is_found_and_shown_at_once(bodies, view) -> None:
    bodies.search("とみや", "")
    assert lines(view)[0] == "authority_042161"
    assert view.last("show_sheet").name.ja == "宮城県富谷市"


def test_the_sheet_tells_used_values_the_timeline_and_the_documents_side_by_side(bodies, view) -> None:
    bodies.choose("london")
    sheet = view.last("show_sheet")
    used = {one.attribute.ja: one for one in sheet.used}
    assert used["FAX番号"].text.ja == "2025年資料に記載なし"
    assert used["電話番号"].dialled == "+44-20-7839-8500"
    (old,) = [one for one in sheet.timeline if one.text.ja == "44-20-7839-8191"]
    assert old.against.ja == "異なる記載：「2025年資料に記載なし」"
    (fax,) = [one for one in sheet.editions if one.attribute.ja == "FAX番号"]
    assert [one.ja for one in fax.said] == ["―", "44-20-7839-8191", "―", "2025年資料に記載なし"]
    assert fax.differs


def test_another_day_shows_what_a_letter_of_that_day_would_use(bodies, view) -> None:
    bodies.choose("singapore")
    bodies.look_at("R2.1.1")
    used = {one.attribute.ja: one.text.ja for one in view.last("show_sheet").used}
    assert used["所在地（英語）"].startswith("6 Battery Road")
    bodies.look_at("あした")
    assert view.last("show_complaint")[0] == "day"


def test_a_value_is_entered_and_a_wrong_one_complained_of(editing, bodies, view, office) -> None:
    bodies.choose("seoul")
    view.typed = {"attribute": "postal_code", "value": "０４５３８", "document": "連絡"}
    editing.enter()
    assert view.complaint[0] == "value"
    assert office.directory.body("seoul").value(Attribute.POSTAL_CODE, TODAY.date()) == ""
    view.typed["value"] = "04538"
    editing.enter()
    assert view.complaint is None
    assert "04538" in [one.text.ja for one in view.last("show_sheet").used]


def test_a_body_is_added_shown_and_a_duplicate_merged(editing, bodies, view, office) -> None:
    for name in ("（公財）宮城県国際化協会", "公益財団法人宮城県国際化協会"):
        view.typed = {"kind": "international_association", "name_ja": name}
        editing.add_body()
    assert view.last("show_sheet").name.ja == "公益財団法人宮城県国際化協会"
    editing.merge()
    assert len(office.directory.find("宮城県国際化協会")) == 1
    assert "統合した重複 1件" in view.last("show_sheet").told.ja


def test_without_a_duplicate_merging_says_so(editing, shell) -> None:
    editing.merge()
    assert "統合できる重複がありません" in shell.refused[0].wording.ja


def test_withdrawing_asks_first(editing, bodies, view, shell, office) -> None:
    bodies.choose("beijing")
    tel = next(one for one in view.last("show_sheet").used if one.attribute.ja == "電話番号")
    shell.agrees = False
    editing.withdraw(tel.key, withdrawn=True)
    assert office.directory.body("beijing").value(Attribute.TEL, TODAY.date()) == "86-10-6513-8791"
    shell.agrees = True
    editing.withdraw(tel.key, withdrawn=True)
    assert office.directory.body("beijing").value(Attribute.TEL, TODAY.date()) == "86-10-6513-8790"
    act = view.last("show_sheet").history[0]
    editing.undo(act.operation)
    assert office.directory.body("beijing").value(Attribute.TEL, TODAY.date()) == "86-10-6513-8791"


def test_a_list_is_taken_only_after_it_was_seen(bodies, view, shell, office, tmp_path) -> None:
    shell.source = tmp_path / "協会.csv"
    shell.source.write_text("名称,電話\n甲協会,022-275-3796\n乙協会,なし\n", encoding="utf-8-sig")
    files = DirectoryFiles(view, bodies, office, shell)
    view.agrees = False
    files.import_list("international_association")
    assert [one.where.ja for one in view.shown.wrong] == ["B3"]
    assert office.directory.find("甲協会") == []
    view.agrees = True
    files.import_list("international_association")
    assert len(office.directory.find("甲協会")) == 1
    assert office.directory.find("乙協会") == []


def test_an_update_file_goes_out_and_comes_in(bodies, view, shell, office, tmp_path) -> None:
    files = DirectoryFiles(view, bodies, office, shell)
    shell.target = shell.source = tmp_path / "更新.json"
    files.make_update()
    assert "まだありません" in shell.refused[-1].wording.ja
    view.typed = {"attribute": "postal_code", "value": "04538", "document": "連絡"}
    bodies.choose("seoul")
    BodyEditing(view, bodies, office, shell).enter()
    files.make_update()
    office.undo()
    files.take_update()
    assert office.directory.body("seoul").value(Attribute.POSTAL_CODE, TODAY.date()) == "04538"
    assert view.shown.issued_by


@pytest.mark.parametrize(("typed", "found"), [("1988", True), ("合併", True), ("merged", True), ("月面基地", False)])
def test_about_clair_is_searched_in_both_languages(typed, found) -> None:
    view = Remembering()
    AboutPresenter(view).search(typed)
    shown, _whole = view.last("show_about")
    assert bool(shown) is found
