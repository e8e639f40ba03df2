"""The way back: an act is undone whole, as an act of its own, or refused in words."""

from datetime import date, datetime
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.database import Database
from clair_desktop.model.tables import CaseRow, DecisionRow, EnclosureRow, EventRow, PartRow, PrintRow
from clair_desktop.support.clock import FixedClock
from tests.model.records import CORRECT, JAPAN, RECEIVE, UNDO, ReceiveCase, a_case
from tests.model.replay import tables_as_kept
from tests.soak.clerk import Clerk
from tests.soak.examination import complaints

SOUND_OUT = Wording("打診", "Sound out")


def undo_last(database: Database) -> Wording:
    with database.work(UNDO) as work:
        return work.journal.undo_last()


def sound_out(database: Database, case: CaseRow) -> None:
    with database.work(SOUND_OUT) as work:
        row = work.cases.by_id(case.id)
        row.state = "sounded"
        row.due_on = date(2026, 12, 18)
        work.parts.add(PartRow(case_id=case.id, key="singapore", state="sounded"))
        event = EventRow(
            case_id=case.id,
            step="sound_out",
            from_state="received",
            to_state="sounded",
            on_date=date(2026, 11, 20),
            at=datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN),
        )
        work.events.add(event)


def test_a_step_is_undone_with_everything_it_did(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    sound_out(database, case)
    assert undo_last(database) == SOUND_OUT
    with database.reading() as work:
        row = work.cases.by_id(case.id)
        assert (row.state, row.due_on, row.version) == ("received", None, 3)
        assert work.parts.of(case.id) == []
        assert work.events.of(case.id) == []


def test_an_undo_is_an_act_of_its_own_and_names_what_it_undid(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    sound_out(database, case)
    undo_last(database)
    with database.reading() as work:
        undoing, undone, _ = work.journal.of_case(case.id)
    assert undoing.title == Wording("元に戻す：打診", "Undo: Sound out")
    assert (undoing.undoes, undone.undone_by) == (undone.operation, undoing.operation)
    assert len(undoing.changes) == len(undone.changes)


def test_undoing_again_and_again_goes_back_act_by_act(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    sound_out(database, case)
    with database.work(CORRECT) as work:
        work.cases.by_id(case.id).answers = {"theme": "墓地"}
    assert [undo_last(database).ja for _ in range(3)] == ["内容の変更", "打診", "受付"]
    with database.reading() as work:
        assert work.cases.listing() == []
        assert work.journal.last_undoable() is None


def test_undo_with_nothing_to_undo_is_refused_in_words(database: Database) -> None:
    with pytest.raises(Refusal, match="There is nothing to undo"):
        undo_last(database)


def test_undo_works_after_the_program_was_closed(folder: Path, kept: Database, clock: FixedClock) -> None:
    with kept.work(RECEIVE) as work:
        case = a_case(work, answers={"theme": "髙﨑と𠮷野", "rows": [{"country": "SG"}], "empty": None})
    before = tables_as_kept(folder)
    with kept.work(CORRECT) as work:
        row = work.cases.by_id(case.id)
        row.answers, row.requested, row.sample = {}, 1_200_000, True
    kept.close()
    again = Database.open(folder, clock=clock, who="宮城県支部 係長")
    with again.reading() as work:
        assert work.journal.last_undoable() == CORRECT
    undo_last(again)
    again.close()
    after = tables_as_kept(folder)
    assert after["cases"][str(case.id)].pop("version") == 3
    assert before["cases"][str(case.id)].pop("version") == 1
    assert before == after


def test_what_was_removed_comes_back_as_the_same_row(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    with database.work(Wording("判断", "Decide")) as work:
        decision = DecisionRow(
            case_id=case.id, rule="ECO-01", reason="要綱第3条", decided_by="係長", decided_on=date(2026, 11, 20)
        )
        kept_as = work.decisions.put(decision).id
    with database.work(Wording("判断の取消し", "Withdraw the decision")) as work:
        work.decisions.remove(work.decisions.of(case.id)[0])
    undo_last(database)
    with database.reading() as work:
        (back,) = work.decisions.of(case.id)
        assert (back.id, back.reason, back.version) == (kept_as, "要綱第3条", 2)


def test_an_earlier_act_is_undone_where_nobody_touched_its_rows_since(
    database: Database, receive_case: ReceiveCase
) -> None:
    case, other = receive_case(), receive_case()
    sound_out(database, case)
    with database.work(CORRECT) as work:
        work.cases.by_id(other.id).title = "ほうじ茶の販路"
    with database.reading() as work:
        sounding = work.journal.of_case(case.id)[0]
    with database.work(UNDO) as work:
        assert work.journal.undo(sounding.operation) == SOUND_OUT
    with database.reading() as work:
        assert work.cases.by_id(case.id).state == "received"
        assert work.cases.by_id(other.id).title == "ほうじ茶の販路"


def test_an_act_whose_row_was_changed_since_is_not_undone_and_nothing_moves(
    database: Database, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    sound_out(database, case)
    with database.work(CORRECT) as work:
        work.parts.get(case.id, "singapore").state = "accepted"
    with database.reading() as work:
        sounding = work.journal.of_case(case.id)[1]
    with database.work(UNDO) as work:
        with pytest.raises(Refusal) as refused:
            work.journal.undo(sounding.operation)
        assert len(work.events.of(case.id)) == 1
    assert refused.value.wording.ja.startswith("「打診」の後に同じ記録が変更されているため")
    with database.reading() as work:
        assert work.cases.by_id(case.id).state == "sounded"
        assert work.journal.last_undoable() == CORRECT


def test_a_receipt_is_not_undone_while_something_hangs_on_the_case(
    database: Database, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    with database.work(Wording("打診先", "Offices")) as work:
        work.parts.add(PartRow(case_id=case.id, key="london", state="sounded"))
    with database.reading() as work:
        receipt = work.journal.of_case(case.id)[-1]
    with pytest.raises(Refusal, match="cannot be undone"), database.work(UNDO) as work:
        work.journal.undo(receipt.operation)


def test_what_somebody_removed_again_cannot_be_taken_back(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    with database.work(Wording("打診先", "Offices")) as work:
        work.parts.add(PartRow(case_id=case.id, key="london", state="sounded"))
    with database.work(Wording("打診先の削除", "Remove an office")) as work:
        work.parts.remove(work.parts.get(case.id, "london"))
    with database.reading() as work:
        addition = work.journal.of_case(case.id)[1]
    with pytest.raises(Refusal, match="cannot be undone"), database.work(UNDO) as work:
        work.journal.undo(addition.operation)


def test_a_removed_part_is_not_brought_back_beside_its_successor(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    with database.work(Wording("打診先", "Offices")) as work:
        work.parts.add(PartRow(case_id=case.id, key="london", state="sounded"))
    with database.work(Wording("打診先の削除", "Remove an office")) as work:
        work.parts.remove(work.parts.get(case.id, "london"))
    with database.work(Wording("打診先", "Offices")) as work:
        work.parts.add(PartRow(case_id=case.id, key="london", state="sounded"))
    with database.reading() as work:
        removal = work.journal.of_case(case.id)[1]
    with pytest.raises(Refusal, match="cannot be undone"), database.work(UNDO) as work:
        work.journal.undo(removal.operation)


def test_an_undo_is_not_undone_and_nothing_is_undone_twice(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    sound_out(database, case)
    undo_last(database)
    with database.reading() as work:
        undoing, undone, _ = work.journal.of_case(case.id)
    for operation in (undoing.operation, undone.operation):
        with pytest.raises(Refusal, match="nothing to undo"), database.work(UNDO) as work:
            work.journal.undo(operation)


def test_the_bytes_of_an_enclosed_file_stay_when_its_enclosing_is_undone(
    database: Database, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    with database.work(Wording("添付", "Enclose")) as work:
        sha = work.enclosures.add_content(b"%PDF-1.7")
        enclosure = EnclosureRow(case_id=case.id, name="質問票.pdf", media_type="application/pdf", sha256=sha, size=8)
        work.enclosures.add(enclosure)
    undo_last(database)
    with database.reading() as work:
        assert work.enclosures.of(case.id) == []
        assert work.enclosures.content(sha) == b"%PDF-1.7"


def test_a_whole_days_work_is_undone_act_by_act_until_nothing_is_left(folder: Path) -> None:
    clerk = Clerk(folder, 11, lambda operation, draft: None)
    for _ in range(80):
        clerk.act()
    database = clerk.database
    while True:
        with database.reading() as work:
            if work.journal.last_undoable() is None:
                break
        undo_last(database)
    database.close()
    left = {table: rows for table, rows in tables_as_kept(folder).items() if rows}
    assert set(left) <= {"contents"}
    assert complaints(folder) == []


def test_a_setting_goes_back_to_what_it_was(database: Database) -> None:
    for branch in ("miyagi", "sendai"):
        with database.work(Wording("設定", "Settings")) as work:
            work.settings.put("branch", branch)
    undo_last(database)
    with database.reading() as work:
        assert work.settings.get("branch") == "miyagi"


def test_the_number_of_an_undone_row_is_never_given_to_another(database: Database, receive_case: ReceiveCase) -> None:
    undone = receive_case()
    undo_last(database)
    again = receive_case()
    assert (again.number, again.id) == (undone.number, undone.id + 1)


def test_an_act_upon_what_was_shown_before_an_undo_is_refused(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    sound_out(database, case)
    with database.reading() as work:
        shown = work.cases.by_id(case.id)
    undo_last(database)
    with pytest.raises(Refusal, match="changed elsewhere"), database.work(CORRECT) as work:
        work.cases.by_id(case.id, version=shown.version)


def test_a_print_that_was_noted_is_passed_over_by_undo(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    with database.work(CORRECT) as work:
        work.cases.by_id(case.id).title = "シンガポールの墓地"
    with database.work(Wording("印刷", "Printed")) as work:
        made_at = datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN)
        work.prints.add(
            PrintRow(case_id=case.id, pack="sounding", language="ja", sha256="0" * 64, pages=5, made_at=made_at)
        )

    assert undo_last(database) == CORRECT
    with database.reading() as work:
        assert work.cases.by_id(case.id).title == "シンガポールにおける土葬の状況"
        assert len(work.prints.of(case.id)) == 1
