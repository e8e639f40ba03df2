"""Headquarters' own blanks in the window: importing, mapping with a case's values in sight, filling."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.blanks import Blank, Match, Shape
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.blank_mapping import BlankMapping
from clair_desktop.presenters.blanks import BlanksPresenter
from clair_desktop.services.office import Office
from tests.official_blanks import workbook
from tests.presenters.stand import Remembering, RememberingShell, opened_office
from tests.services.casework import GRANT, grant


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "様式第1号.xlsx"
    path.write_bytes(workbook())
    return path


@pytest.fixture
def blank(office, file) -> Blank:
    return office.blanks.add(GRANT, 2025, file, name="様式第1号", source="募集通知")


@pytest.fixture
def shell(tmp_path, file) -> RememberingShell:
    return RememberingShell(target=tmp_path / "富士市.xlsx", source=file)


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def presenter(view, office, shell) -> BlanksPresenter:
    return BlanksPresenter(view, office, shell, Language.JA)


@pytest.fixture
def mapping(office, blank, shell, view) -> BlankMapping:
    grant(office)
    made = BlankMapping(office, blank, shell, Language.JA)
    made.bind(view)
    made.start()
    return made


def state(view):
    return view.last("show_mapping")


def test_a_file_is_imported_with_its_name_and_notice_and_faults_go_to_their_box(presenter, view, office) -> None:
    presenter.add(GRANT)
    question, imports = view.last("ask_import")
    assert (question.file, question.texts["programme"]) == ("様式第1号.xlsx", GRANT)
    assert imports({**question.texts, "name": "様式第1号"})[0] == "source"
    assert imports({**question.texts, "source": "募集通知"})[0] == "name"
    assert imports({**question.texts, "name": "様式第1号", "source": "募集通知"}) is None
    (line,) = view.last("show_blanks")
    assert (line.blank.name, line.standing.ja, line.ready) == ("様式第1号", "未確定", False)


def test_a_value_is_put_into_a_place_and_the_cases_own_is_shown_there(mapping, view) -> None:
    mapping.choose("様式第1号!B5")
    assert mapping.put("applicant", None, "")
    assert state(view).shown == {"様式第1号!B5": "静岡県富士市"}
    assert state(view).matches["様式第1号!B5"].label == "団体名"
    mapping.clear()
    assert state(view).matches == {}


def test_a_row_of_a_table_goes_on_in_the_place_below(mapping, view) -> None:
    mapping.choose("様式第1号!B13")
    mapping.put("cost_breakdown.1.cost_item", None, "")
    mapping.continue_below()
    mapping.continue_below()
    assert state(view).shown == {"様式第1号!B13": "出展費", "様式第1号!B14": "旅費", "様式第1号!B15": "委託料"}
    mapping.choose("様式第1号!C15")
    mapping.put("cost_breakdown.3.amount", None, "")
    mapping.continue_below()
    assert "続きを書ける欄がありません" in view.last("show_complaint").ja  # the total below is a formula
    mapping.choose("様式第1号!B5")
    mapping.continue_below()
    assert "表の行" in view.last("show_complaint").ja


def test_what_cannot_stand_is_said_at_once_and_not_taken(mapping, view) -> None:
    mapping.choose("様式第1号!C16")
    assert not mapping.put("requested", None, "")
    assert "数式" in view.last("show_complaint").ja
    mapping.choose("様式第1号!B5")
    assert not mapping.put("applicant", None, "二百")
    assert "字数の上限" in view.last("show_complaint").ja
    assert state(view).matches == {}


def test_leaving_asks_only_where_something_would_be_lost(mapping, shell, view) -> None:
    assert mapping.may_leave()
    assert shell.questions == []
    mapping.choose("様式第1号!B8")
    mapping.put("starts", Shape.TEXT, "")
    assert mapping.may_leave()
    assert len(shell.questions) == 1
    mapping.save(confirm=True)
    assert view.heard("finish")
    assert mapping.blank.confirmed


def test_a_confirmed_blank_is_filled_for_the_chosen_case_and_tells_what_stayed_empty(
    presenter, view, office, blank, shell
) -> None:
    number = grant(office).number
    office.blanks.map(blank, [Match("様式第1号!B5", "applicant"), Match("様式第1号!B6", "document_number")])
    presenter = BlanksPresenter(Remembering(ask_case=number), office, Telling(shell), Language.JA)
    presenter.start()
    presenter.fill(line(office, presenter))
    assert shell.suggested == [f"{number}_様式第1号.xlsx"]
    assert shell.target.exists()
    assert "事業名" in shell.told[0].ja


class Telling:
    """A shell whose messages are remembered too."""

    def __init__(self, shell: RememberingShell) -> None:
        self._shell = shell
        shell.told = []

    def __getattr__(self, verb: str) -> object:
        return getattr(self._shell, verb)

    def tell(self, message) -> None:
        self._shell.told.append(message)


def line(office: Office, presenter: BlanksPresenter):
    view = Remembering()
    BlanksPresenter(view, office, RememberingShell(), Language.JA).start()
    return view.last("show_blanks")[0]


def test_without_a_case_of_the_year_nothing_is_asked(presenter, office, blank, shell) -> None:
    presenter.fill(line(office, presenter))
    assert "案件がありません" in shell.refused[0].wording.ja


def test_a_blank_is_removed_once_the_question_is_agreed_to(presenter, office, blank, shell) -> None:
    presenter.remove(line(office, presenter))
    assert "様式第1号" in shell.questions[0].ja
    assert office.blanks.every() == []
