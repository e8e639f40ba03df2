"""Workbooks for many municipalities at once: named so that they are found, all of them or none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.hand_outs import HandOut
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from clair_desktop.support.jobs import JobStopped
from clair_desktop.support.watch import Watch
from tests.presenters.stand import MIYAGI, TODAY, opened_office

GRANT = "exchange_grant"
ISHINOMAKI, ZAO = "042021", "043010"


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


def wish(*bodies: str, language: Language = Language.JA) -> HandOut:
    return HandOut(GRANT, 2026, bodies, language)


def test_the_branch_hands_out_to_its_own_body_and_whom_it_serves_but_not_to_a_designated_city(office) -> None:
    bodies = [one.full_name.ja for one in office.hand_outs.bodies()]
    assert bodies[:2] == ["宮城県", "宮城県石巻市"]
    assert "宮城県蔵王町" in bodies
    assert "宮城県仙台市" not in bodies


def test_a_programme_that_takes_no_applications_any_more_is_not_offered(office) -> None:
    assert "staff_exchange" not in office.hand_outs.programmes()
    assert "announcement" not in office.hand_outs.programmes()
    assert GRANT in office.hand_outs.programmes()


def test_each_body_has_a_file_of_its_own_that_comes_back_as_its_own(office, tmp_path) -> None:
    made = office.hand_outs.write(wish(ISHINOMAKI, ZAO), tmp_path, Watch())
    assert [one.path.name for one in made] == [
        "042021_石巻市_国際交流支援事業_2026_記入用.xlsx",
        "043010_蔵王町_国際交流支援事業_2026_記入用.xlsx",
    ]
    assert len({one.form_id for one in made}) == 2
    assert office.intakes.read(made[1].path).told["applicant"] == ZAO


def test_a_workbook_without_a_body_is_named_so(office, tmp_path) -> None:
    (made,) = office.hand_outs.write(wish("", language=Language.EN), tmp_path, Watch())
    assert made.path.name == "any body_Grants for international exchange_2026_to fill in.xlsx"
    assert "applicant" not in office.intakes.read(made.path).told


def test_given_up_half_way_nothing_lies_in_the_folder(office, tmp_path) -> None:
    watch = Watch()
    watch.stop()
    with pytest.raises(JobStopped):
        office.hand_outs.write(wish(ISHINOMAKI, ZAO), tmp_path, watch)
    assert list(tmp_path.iterdir()) == []


def test_nobody_ticked_is_refused_in_words(office, tmp_path) -> None:
    with pytest.raises(Refusal) as refused:
        office.hand_outs.write(wish(), tmp_path, Watch())
    assert "団体" in refused.value.wording.ja


def test_a_process_of_its_own_makes_the_same_files(tmp_path: Path) -> None:
    out = tmp_path / "渡す"
    out.mkdir()
    office = Office.open(tmp_path / "data", clock=FixedClock(TODAY), who="担当者")
    try:
        office.branch.choose_branch(MIYAGI)
        watch = Watch()
        (made,) = office.hand_outs.write(wish(ISHINOMAKI), out, watch)
        assert made.path == out / "042021_石巻市_国際交流支援事業_2026_記入用.xlsx"
        assert office.intakes.read(made.path).form_id == made.form_id
    finally:
        office.close()


def test_a_reading_that_nobody_waits_for_is_ended(tmp_path: Path) -> None:
    office = Office.open(tmp_path, clock=FixedClock(TODAY), who="担当者")
    try:
        office.branch.choose_branch(MIYAGI)
        (made,) = office.hand_outs.write(wish(ISHINOMAKI), tmp_path, Watch())
        watch = Watch()
        watch.stop()
        with pytest.raises(JobStopped):
            office.watched(watch).intakes.read(made.path)
    finally:
        office.close()
