"""The simulation beside the window: the same answer from a process of its own, and given up when asked."""

import gc

import pytest

from clair_desktop.services.notice_files import notice_content
from clair_desktop.services.office import Office
from clair_desktop.services.simulation_job import simulate
from clair_desktop.support.jobs import JobStopped
from clair_desktop.support.watch import Watch
from tests.services.casework import GRANT, grant

NOTE = {"source_title": "令和7年度事務連絡", "locator": "第4条"}


@pytest.fixture
def kept(tmp_path, clock):
    opened = Office.open(tmp_path / "データ", clock=clock, who="担当者")
    opened.branch.choose_branch("040002")
    yield opened
    opened.close()


@pytest.fixture
def notice(office, tmp_path, kept):
    office.rules.enter(GRANT, "cap_abroad", 2025, "2,000,000円", **NOTE)
    path = tmp_path / "通知.json"
    office.notices.make(path, 2025, "仙台市支部")
    return kept.notices.read(path)


def test_a_process_of_its_own_finds_what_the_command_line_finds(kept, notice):
    grant(kept)
    found = kept.simulated(notice, Watch())
    assert found
    assert found == kept.simulator.effects(notice)


def test_the_search_for_cycles_is_back_once_the_work_is_done(kept, notice):
    grant(kept)
    content = notice_content(notice, {}).decode()
    request = {"folder": str(kept.folder), "now": kept.clock.now().isoformat(), "notice": content}
    assert simulate(request, lambda _: None)["effects"]
    assert gc.isenabled()


def test_nothing_is_found_once_nobody_wants_it(kept, notice):
    grant(kept)
    watch = Watch()
    watch.stop()
    with pytest.raises(JobStopped):
        kept.simulated(notice, watch)


def test_an_office_in_memory_says_how_far_it_has_come_and_stops(office, notice):
    for _ in range(60):
        grant(office)
    watch = Watch()
    assert len(office.simulated(notice, watch)) == 0
    office.rules.withdraw(GRANT, "cap_abroad", 2025)
    assert len(office.simulated(notice, watch)) == 60
    assert watch.percent == 83
    watch.stop()
    with pytest.raises(JobStopped):
        office.simulated(notice, watch)
