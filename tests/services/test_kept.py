"""What is there again after the program was closed or killed: cases, drafts, undo, settings; two windows at once."""

import gc
from dataclasses import replace

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.office import Office
from tests.services.casework import GRANT, changed, grant, research


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "宮城県支部 データ 100%"


@pytest.fixture
def opened(folder, clock):
    offices = []

    def start() -> Office:
        offices.append(Office.open(folder, clock=clock, who="担当者"))
        return offices[-1]

    yield start
    for office in offices:
        office.close()


def test_a_case_and_its_parts_are_there_after_a_restart(opened):
    first = opened()
    first.branch.choose_branch("040002")
    sheet = research(first)
    sheet = first.steps.take(sheet.number, "sound_out", document_number="国際第72号")
    first.close()
    assert opened().cases.get(sheet.number) == sheet


def test_undo_reaches_back_across_a_restart(opened):
    first = opened()
    first.branch.choose_branch("040002")
    before = grant(first)
    first.steps.take(before.number, "transmit", document_number="国際第101号")
    first.close()
    second = opened()
    assert second.undoable().ja == "R8-0001：本部へ進達する"
    second.undo()
    assert second.cases.get(before.number).state.key == "received"
    second.undo()
    assert not second.cases.lines()


def test_what_was_typed_and_not_saved_is_offered_after_a_restart(opened):
    first = opened()
    sheet = grant(first)
    typed = {"title": "途中まで打った題\n", "requested": "たくさん", "funding": [{"source": "", "amount": "1,2"}]}
    first.drafts.keep(sheet.id, typed, sheet.version)
    first.drafts.keep(sheet.id, {**typed, "title": "もう少し打った題"}, sheet.version)
    first.close()
    second = opened()
    ((case, draft),) = second.drafts.all()
    assert case == sheet.id
    assert draft.texts == {**typed, "title": "もう少し打った題"}
    assert draft.base_version == sheet.version
    changed(second, second.cases.get(sheet.number), title="保存した題")
    assert second.drafts.find(sheet.id) is None


def test_a_draft_is_no_act_and_is_dropped_on_request(opened):
    office = opened()
    sheet = grant(office)
    office.drafts.keep(sheet.id, {"title": "途中"}, sheet.version)
    assert office.undoable().ja.startswith("受付")
    office.drafts.drop(sheet.id)
    office.drafts.drop(sheet.id)
    assert office.drafts.all() == []


def test_two_windows_upon_one_folder_refuse_the_older_text_and_lose_nothing(opened):
    mine, theirs = opened(), opened()
    sheet = grant(mine)
    seen = theirs.cases.get(sheet.number)
    changed(theirs, seen, title="同僚の題")
    with pytest.raises(Refusal):
        changed(mine, sheet, title="私の題")
    assert mine.cases.get(sheet.number).title == "同僚の題"
    assert {grant(one).number for one in (mine, theirs, mine)} == {"R8-0002", "R8-0003", "R8-0004"}


def test_a_colleagues_step_is_not_undone_by_an_edit_of_the_same_case(opened):
    mine, theirs = opened(), opened()
    mine.branch.choose_branch("040002")
    sheet = grant(mine)
    theirs.steps.take(sheet.number, "begin_check")
    with pytest.raises(Refusal):
        changed(mine, sheet, title="私の題")
    assert mine.cases.get(sheet.number).state.key == "checking"


def test_the_branchs_settings_are_kept_whole(opened):
    first = opened()
    assert first.branch.get().branch is None
    assert first.branch.get().name.ja == ""
    chosen = first.branch.choose_branch("041009")
    assert chosen.name.ja == "仙台市支部"
    assert chosen.sender_title.ja == "仙台市支部長"
    habits = {"seal_omitted": False, "new_era_label": True, "language": Language.EN}
    profile = replace(chosen, section=Wording("国際課", "International Affairs"), phone="022-000-0000", **habits)
    first.branch.put(profile)
    first.close()
    second = opened()
    assert second.branch.get() == profile
    second.undo()
    assert second.branch.get() == chosen


@pytest.mark.parametrize("code", ["999999", "222101", "", "宮城県"])
def test_a_branch_that_does_not_exist_is_refused(opened, code):
    with pytest.raises(Refusal):
        opened().branch.choose_branch(code)


def test_a_folder_that_cannot_be_is_refused_in_words(tmp_path, clock):
    (tmp_path / "file").write_text("a file, not a folder")
    with pytest.raises(Refusal) as refused:
        Office.open(tmp_path / "file" / "data", clock=clock, who="担当者")
    assert refused.value.wording.ja


def test_a_file_that_is_no_file_of_cases_is_refused_and_left_as_it_is(opened, folder, clock):
    opened().close()
    (kept,) = folder.glob("*.clair")
    kept.write_bytes(b"not a database at all" * 100)
    with pytest.raises(Refusal):
        Office.open(folder, clock=clock, who="担当者")
    assert kept.read_bytes().startswith(b"not a database")


def test_an_office_in_memory_leaves_no_folder_behind(clock):
    office = Office.in_memory(clock=clock)
    folder = office.folder
    grant(office)
    office.close()
    del office
    gc.collect()
    assert not folder.exists()


def test_the_demonstration_needs_an_empty_office(opened):
    from clair_desktop.services.demonstration import fill_demonstration

    office = opened()
    office.cases.new(GRANT, 2026, {})
    with pytest.raises(Refusal) as refused:
        fill_demonstration(office)
    assert refused.value.field == "data"
    assert len(office.cases.lines()) == 1


def test_half_a_character_typed_is_kept_as_a_mark(opened):
    office = opened()
    sheet = grant(office)
    office.drafts.keep(sheet.id, {"title": "茶\ud83c", "funding": [{"detail": "\udf75"}]}, sheet.version)
    assert office.drafts.find(sheet.id).texts == {"title": "茶\ufffd", "funding": [{"detail": "\ufffd"}]}


@pytest.mark.parametrize("text", ["担当\x00者", "担当\ud800者"])
def test_settings_no_paper_can_carry_are_refused_by_their_name(opened, text):
    office = opened()
    before = office.branch.choose_branch("040002")
    for change in ({"contact": text}, {"section": Wording("国際課", text)}):
        with pytest.raises(Refusal) as refused:
            office.branch.put(replace(before, **change))
        assert refused.value.field in change
    assert office.branch.get() == before
