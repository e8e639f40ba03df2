"""定めの通知: made where the person says, taken only after its differences and its effects were seen."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.presenters.notices import NoticesPresenter, NoticeWish
from clair_desktop.services.office import Office
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import ImmediateTasks, Remembering, RememberingShell, opened_office

OUTLINE = {"source_title": "令和9年度募集要領", "locator": "第4条"}


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """What 仙台市支部 entered for FY2025 and sent, in a file."""
    path = tmp_path / "041009_R7_rules.json"
    with opened_office("041009") as sender:
        sender.rules.enter(GRANT, "cap_abroad", 2025, "2,000,000円", **OUTLINE)
        sender.rules.enter(GRANT, "rounding_unit", 2025, "1,000円", **OUTLINE)
        sender.notices.make(path, 2025, "仙台市支部")
    return path


def stand(office: Office, *, agrees: bool = True, wish: NoticeWish | None = None, **files: Path):
    view, shell = Remembering(ask_taking=agrees, ask_notice=wish), RememberingShell(**files)
    return NoticesPresenter(view, office, shell, ImmediateTasks()), view, shell


def cap(office: Office) -> object:
    return office.edition(GRANT, 2025).book.value("cap_abroad")


def test_a_notice_is_shown_beside_what_stands_and_with_the_cases_it_touches(office, notice) -> None:
    case = worked(office, GRANT)
    presenter, view, _shell = stand(office, source=notice)
    presenter.take()
    shown = view.last("ask_taking")
    assert (shown.name, shown.issued_by, shown.changes) == (notice.name, "仙台市支部", 2)
    line = next(one for one in shown.differences if one.rule.ja == "上限額（主として海外）")
    assert (line.before.ja, line.after.ja, line.change.words.ja) == ("5,000,000", "2,000,000", "変わる")
    assert line.source == "令和9年度募集要領 第4条"
    effect = next(one for one in shown.effects if one.number == case.number)
    assert "→" in effect.what.ja
    assert "令和9年度募集要領" in effect.why.ja


def test_a_notice_is_taken_in_one_act_that_undo_takes_back(office, notice) -> None:
    presenter, _view, shell = stand(office, source=notice)
    presenter.take()
    assert cap(office) == 2_000_000
    assert "2件" in shell.said[-1].ja
    office.undo()
    assert cap(office) == 5_000_000


def test_a_person_who_goes_back_changes_nothing(office, notice) -> None:
    presenter, view, _shell = stand(office, agrees=False, source=notice)
    presenter.take()
    assert view.heard("ask_taking")
    assert cap(office) == 5_000_000


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [("issued_by", "どこか", "壊れています"), ("format", 99, "新しい版"), ("kind", "表計算", "壊れています")],
)
def test_a_damaged_newer_or_foreign_file_is_refused_in_words_before_anything_is_asked(
    office, notice, key, value, said
) -> None:
    content = json.loads(notice.read_text("utf-8"))
    notice.write_text(json.dumps({**content, key: value}), "utf-8")
    presenter, view, shell = stand(office, source=notice)
    presenter.take()
    assert said in shell.refused[-1].wording.ja
    assert not view.heard("ask_taking")
    assert cap(office) == 5_000_000


def test_the_years_with_entries_are_offered_and_the_file_is_named_after_branch_and_year(office, tmp_path) -> None:
    office.rules.enter(GRANT, "cap_abroad", 2027, "4,000,000円", **OUTLINE)
    out = tmp_path / "通知.json"
    presenter, view, shell = stand(office, wish=NoticeWish(FiscalYear(2027), "宮城県支部"), target=out)
    presenter.make(FiscalYear(2026))
    asked = view.last("ask_notice")
    assert (list(asked.years), asked.year, asked.issued_by) == ([FiscalYear(2027)], FiscalYear(2027), "宮城県支部")
    assert shell.suggested == ["040002_R9_rules.json"]
    assert office.notices.read(out).entries[0].value == 4_000_000
    assert "1件" in shell.said[-1].ja


def test_a_branch_that_entered_nothing_is_told_so_before_it_chooses_a_place(office) -> None:
    presenter, view, shell = stand(office)
    presenter.make(FiscalYear(2026))
    assert "まだない" in shell.refused[-1].wording.ja
    assert not view.heard("ask_notice")


def test_a_notice_without_a_sender_is_refused(office, tmp_path) -> None:
    office.rules.enter(GRANT, "cap_abroad", 2027, "4,000,000円", **OUTLINE)
    out = tmp_path / "通知.json"
    presenter, _view, shell = stand(office, wish=NoticeWish(FiscalYear(2027), " "), target=out)
    presenter.make(FiscalYear(2027))
    assert "作成者" in shell.refused[-1].wording.ja
    assert not out.exists()
