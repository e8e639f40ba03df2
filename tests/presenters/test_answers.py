"""本部の回答: compared, decided by the clerk, recorded as one act, and followed by its letters."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.answers import AnswersPresenter, Asked
from clair_desktop.services.office import Office
from tests.presenters.stand import ImmediateTasks, Remembering, RememberingShell, opened_office
from tests.services.casework import GRANT
from tests.services.returned import Returned, transmitted

REQUESTED = "助成金申請額（円）"
SELECTED = {"outcome": "採択", "number": "自国経第55号", "on": date(2026, 11, 18)}


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def pair(office) -> tuple[str, str]:
    return transmitted(office, "富士のほうじ茶", "宮城の地酒")


@pytest.fixture
def returned(office, pair, tmp_path) -> Returned:
    return Returned(office, tmp_path)


class FolderShell(RememberingShell):
    def pick_folder(self, title: Wording, start: Path | None = None) -> Path | None:
        return self.target


def stand(office: Office, path: Path, *, agrees: bool = True, target: Path | None = None, **replies: object):
    view, shell = Remembering(**replies), FolderShell(agrees=agrees, source=path, target=target)
    presenter = AnswersPresenter(view, office, shell, ImmediateTasks())
    office.on_change(lambda _cases: presenter.reload())
    presenter.choose()
    return presenter, view, shell


def state(office: Office, number: str) -> str:
    return office.cases.get(number).state.key


def test_a_register_that_came_back_says_what_would_happen_and_records_nothing(office, pair, returned) -> None:
    _presenter, view, _shell = stand(office, returned.answer(pair[0], **SELECTED).save())
    shown = view.last("show_answer")
    assert [(one.case, one.outcome.ja, one.number) for one in shown.planned] == [(pair[0], "採択", "自国経第55号")]
    assert (shown.recorded, shown.undecided, shown.faults) == (1, 0, 0)
    assert state(office, pair[0]) == "transmitted"


def test_recording_moves_the_cases_in_one_act_and_names_the_letters(office, pair, returned) -> None:
    presenter, view, shell = stand(office, returned.answer(pair[0], **SELECTED).save())
    presenter.take()
    assert state(office, pair[0]) == "selected"
    assert "1件" in shell.said[-1].ja
    shown = view.last("show_answer")
    assert shown.taken.letters == [(pair[0], "notice")]
    assert not shown.is_stale
    office.undo()
    assert state(office, pair[0]) == "transmitted"
    assert view.last("show_answer").is_stale


def test_a_figure_that_came_back_altered_waits_until_the_clerk_decides(office, pair, returned) -> None:
    returned.answer(pair[0], **SELECTED)
    returned.put("cases", pair[0], REQUESTED, 1_900_000)
    presenter, view, shell = stand(office, returned.save())
    shown = view.last("show_answer")
    assert (shown.undecided, shown.recorded) == (1, 0)
    (line,) = shown.differences
    assert line.returned.ja == "1,900,000円"
    assert line.chosen is None
    assert "take" in [option for option, _told in line.options]
    presenter.decide(line.key, "take")
    assert presenter.is_deciding
    shown = view.last("show_answer")
    assert (shown.undecided, shown.recorded) == (0, 1)
    presenter.take()
    assert office.cases.get(pair[0]).answers["requested"] == 1_900_000
    assert not presenter.is_deciding
    assert "財源内訳の助成金2,100,000円、助成金申請額1,900,000円、差200,000円" in shell.told[-1].ja


def test_a_figure_of_a_case_that_was_not_answered_is_taken_by_itself_and_said(office, pair, returned) -> None:
    presenter, view, shell = stand(office, returned.put("cases", pair[1], REQUESTED, 1_900_000).save())
    (line,) = view.last("show_answer").differences
    presenter.decide(line.key, "take")
    shown = view.last("show_answer")
    assert (shown.recorded, shown.altered, shown.can_take) == (0, 1, True)
    presenter.take()
    assert office.cases.get(pair[1]).answers["requested"] == 1_900_000
    assert "1件の案件に、戻ってきた値を採りました" in shell.said[-1].ja
    office.undo()
    assert office.cases.get(pair[1]).answers["requested"] == 2_100_000


def test_what_was_decided_stays_decided_when_the_file_is_read_again(office, pair, returned) -> None:
    returned.answer(pair[0], **SELECTED)
    returned.put("cases", pair[0], REQUESTED, 1_900_000)
    presenter, view, _shell = stand(office, returned.save())
    (line,) = view.last("show_answer").differences
    presenter.decide(line.key, "keep")
    presenter.read_again()
    assert view.last("show_answer").differences[0].chosen == "keep"
    presenter.put_away()
    assert view.last("show_answer") is None
    assert not presenter.is_deciding


def test_undecided_rows_are_left_out_only_on_a_word(office, pair, returned) -> None:
    returned.answer(pair[0], **SELECTED).answer(pair[1], **SELECTED)
    returned.put("cases", pair[0], REQUESTED, 1_900_000)
    presenter, _view, shell = stand(office, returned.save(), agrees=False)
    presenter.take()
    assert "1件の回答を記録" in shell.questions[0].ja
    assert state(office, pair[1]) == "transmitted"
    shell.agrees = True
    presenter.take()
    assert (state(office, pair[0]), state(office, pair[1])) == ("transmitted", "selected")


def test_a_case_that_changes_meanwhile_asks_to_read_again(office, pair, returned) -> None:
    _presenter, view, _shell = stand(office, returned.answer(pair[0], **SELECTED).save())
    sheet = office.cases.get(pair[0])
    office.cases.save(pair[0], {**sheet.answers, "phone": "022-211-1111"})
    shown = view.last("show_answer")
    assert shown.is_stale
    assert not shown.can_take


def test_the_letters_are_made_where_the_person_says_each_in_its_file(office, pair, returned, tmp_path) -> None:
    folder = tmp_path / "送付文"
    folder.mkdir()
    presenter, view, _shell = stand(office, returned.answer(pair[0], **SELECTED).save(), target=folder)
    presenter.take()
    presenter.make_letters(Language.JA)
    (letters, where) = view.last("show_letters")
    assert where == folder
    assert [one.case for one in letters] == [pair[0]]
    assert len(list(folder.glob("*.pdf"))) == sum(one.refused is None for one in letters)


def test_headquarters_own_list_asks_of_which_programme_and_year_it_is(office, pair, tmp_path) -> None:
    path = tmp_path / "採択一覧.csv"
    path.write_text(f"受付番号,採否,文書番号,決定日\n{pair[0]},○,自国経第55号,2026/11/18\n", "utf-8-sig")
    asked = Asked(GRANT, 2025, {}, {"○": "採択"})
    presenter, view, _shell = stand(office, path, ask_list=asked)
    question, why = view.last("ask_list")
    assert GRANT in [one.key for one in question.programmes]
    assert "事業と年度" in why.ja
    shown = view.last("show_answer")
    assert shown.number is None
    assert [(one.case, one.outcome.ja) for one in shown.planned] == [(pair[0], "採択")]
    presenter.take()
    assert state(office, pair[0]) == "selected"


def test_a_list_that_nobody_wants_read_shows_nothing(office, pair, tmp_path) -> None:
    path = tmp_path / "採択一覧.csv"
    path.write_text(f"受付番号,採否\n{pair[0]},採択\n", "utf-8-sig")
    _presenter, view, shell = stand(office, path)
    assert view.heard("ask_list")
    assert not view.heard("show_answer")
    assert shell.refused == []


def test_another_branchs_register_is_refused_in_words(office, pair, tmp_path) -> None:
    with opened_office("041009") as sendai:
        sendai.cases.new(GRANT, 2026, {})
        sendai.registers.export(GRANT, 2026, tmp_path / "仙台.xlsx")
    _presenter, view, shell = stand(office, tmp_path / "仙台.xlsx")
    assert "別の支部" in shell.refused[0].wording.ja
    assert not view.heard("show_answer")
