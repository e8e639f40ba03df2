"""What an act of the user leaves behind, and what it does not."""

from datetime import date, datetime

import pytest
from sqlalchemy.exc import StatementError

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.database import Database
from clair_desktop.model.tables import (
    CaseRow,
    DecisionRow,
    EnclosureRow,
    EventRow,
    PartRow,
    PrintRow,
    RuleRevisionRow,
)
from clair_desktop.support.clock import FixedClock
from tests.model.records import CORRECT, JAPAN, RECEIVE, ReceiveCase, a_case


def test_a_received_case_is_found_by_its_number_with_every_value(database: Database) -> None:
    with database.work(RECEIVE) as work:
        a_case(work, due_on=date(2026, 12, 18), requested=1_200_000, sample=True, title="髙﨑と𠮷野の「調査」")
    with database.reading() as work:
        case = work.cases.get("R8-0001")
    assert (case.title, case.due_on, case.requested, case.sample) == (
        "髙﨑と𠮷野の「調査」",
        date(2026, 12, 18),
        1_200_000,
        True,
    )
    assert case.answers == {"theme": "シンガポールにおける土葬の状況", "requested": 1_200_000}
    assert case.created_at == datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN)


def test_a_number_nobody_received_is_refused_in_words(database: Database) -> None:
    with database.reading() as work, pytest.raises(Refusal) as refused:
        work.cases.get("R8-0009")
    assert refused.value.wording == Wording("案件「R8-0009」は見つかりません。", "There is no case “R8-0009”.")


def test_numbers_run_on_within_a_fiscal_year_and_begin_anew_in_the_next(database: Database) -> None:
    with database.work(RECEIVE) as work:
        for number in ("R8-0009", "R8-9999", "R8-10000", "H31-0004", "R80-0077"):
            a_case(work, number=number)
        assert work.cases.next_number("R8") == "R8-10001"
        assert work.cases.next_number("H31") == "H31-0005"
        assert work.cases.next_number("R9") == "R9-0001"


def test_two_cases_never_share_a_number(database: Database, receive_case: ReceiveCase) -> None:
    receive_case(number="R8-0001")
    with pytest.raises(Exception, match=r"UNIQUE constraint failed: cases\.number"):
        receive_case(number="R8-0001")


def test_an_error_within_an_act_leaves_nothing_of_it(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.work(RECEIVE) as work:
        a_case(work, requested=1_200_000 // 0)
    with database.reading() as work:
        assert work.cases.listing() == []
        assert work.journal.last_undoable() is None


def test_an_act_that_changes_nothing_leaves_no_trace(database: Database, receive_case: ReceiveCase) -> None:
    receive_case()
    with database.work(CORRECT) as work:
        case = work.cases.get("R8-0001")
        case.answers = dict(case.answers)
        case.title = str(case.title)
    with database.reading() as work:
        assert work.journal.last_undoable() == RECEIVE
        assert work.cases.get("R8-0001").version == 1


def test_saving_moves_the_version_and_the_day_of_change(
    database: Database, clock: FixedClock, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    clock.set(datetime(2026, 11, 21, 10, 0, tzinfo=JAPAN))
    with database.work(CORRECT) as work:
        work.cases.get(case.number, version=1).answers = {"theme": "シンガポールにおける墓地の状況"}
    with database.reading() as work:
        saved = work.cases.get(case.number)
    assert (saved.version, saved.created_at.day, saved.updated_at.day) == (2, 20, 21)


def test_what_was_typed_upon_an_older_version_is_not_saved_over_a_newer_one(
    database: Database, receive_case: ReceiveCase
) -> None:
    shown = receive_case()
    with database.work(CORRECT) as work:
        work.cases.by_id(shown.id, version=shown.version).title = "窓口で直した題名"
    with pytest.raises(Refusal) as refused, database.work(CORRECT) as work:
        work.cases.by_id(shown.id, version=shown.version).title = "古い画面の題名"
    assert "別の画面で変更されました" in refused.value.wording.ja
    with database.reading() as work:
        assert work.cases.by_id(shown.id).title == "窓口で直した題名"


def test_each_overseas_office_of_a_case_has_its_own_part(database: Database) -> None:
    with database.work(RECEIVE) as work:
        case = a_case(work)
        for position, key in enumerate(("singapore", "london", "sydney", "new_york")):
            work.parts.add(PartRow(case_id=case.id, key=key, state="sounded", position=3 - position))
        work.parts.get(case.id, "london").state = "accepted"
    with database.reading() as work:
        parts = [(part.key, part.state) for part in work.parts.of(case.id)]
    assert parts == [("new_york", "sounded"), ("sydney", "sounded"), ("london", "accepted"), ("singapore", "sounded")]


def test_a_part_that_a_case_does_not_have_is_refused(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    with database.reading() as work, pytest.raises(Refusal, match="no part “paris”"):
        work.parts.get(case.id, "paris")


def test_a_part_belongs_to_a_case_that_exists(database: Database) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY constraint failed"), database.work(RECEIVE) as work:
        work.parts.add(PartRow(case_id=404, key="paris", state="sounded"))


def test_steps_are_kept_in_the_order_they_were_taken(
    database: Database, clock: FixedClock, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    with database.work(Wording("打診", "Sound out")) as work:
        for step, before, after in (("sound_out", "received", "sounded"), ("accept", "sounded", "accepted")):
            event = EventRow(
                case_id=case.id,
                step=step,
                from_state=before,
                to_state=after,
                on_date=date(2026, 11, 20),
                document_number="宮国第123号",
                at=clock.now(),
            )
            work.events.add(event)
    with database.reading() as work:
        assert [event.to_state for event in work.events.of(case.id)] == ["sounded", "accepted"]


def test_a_file_enclosed_twice_is_kept_once_and_reads_back_whole(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    content = "質問票".encode() * 1000
    with database.work(Wording("添付", "Enclose")) as work:
        for name in ("質問票.pdf", "質問票（写し）.pdf"):
            sha = work.enclosures.add_content(content)
            enclosure = EnclosureRow(
                case_id=case.id, name=name, media_type="application/pdf", sha256=sha, size=len(content)
            )
            work.enclosures.add(enclosure)
    with database.reading() as work:
        first, second = work.enclosures.of(case.id)
        assert first.sha256 == second.sha256
        assert work.enclosures.content(first.sha256) == content
        assert work.enclosures.get(second.id).name == "質問票（写し）.pdf"


def test_an_enclosure_whose_bytes_are_missing_is_refused_in_words(database: Database) -> None:
    with database.reading() as work, pytest.raises(Refusal, match="Restore it from a backup"):
        work.enclosures.content("0" * 64)


def test_a_rule_entered_again_for_a_year_takes_the_place_of_the_first(database: Database, clock: FixedClock) -> None:
    with database.work(Wording("要綱の数値", "Figures of the guidelines")) as work:
        for value in (100_000, 1_000):
            revision = RuleRevisionRow(
                programme="economic_grant",
                rule="rounding_unit",
                year=2026,
                value=value,
                source_title="令和8年度助成要綱",
                locator="第5条",
                checked_on=date(2026, 11, 20),
                entered_by="担当者",
                entered_at=clock.now(),
            )
            work.rule_revisions.put(revision)
    with database.reading() as work:
        (entered,) = work.rule_revisions.all_for("economic_grant")
        assert (entered.value, entered.locator) == (1_000, "第5条")
        assert work.rule_revisions.all_for("overseas_research") == []


def test_a_finding_is_decided_once_and_the_latest_decision_stands(
    database: Database, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    with database.work(Wording("判断", "Decide")) as work:
        for reason in ("要綱を確認中", "令和8年度要綱第3条により適合"):
            decision = DecisionRow(
                case_id=case.id, rule="ECO-01", reason=reason, decided_by="係長", decided_on=date(2026, 11, 20)
            )
            work.decisions.put(decision)
    with database.reading() as work:
        assert [decision.reason for decision in work.decisions.of(case.id)] == ["令和8年度要綱第3条により適合"]


def test_a_printed_pack_is_remembered_with_the_hash_of_its_file(
    database: Database, clock: FixedClock, receive_case: ReceiveCase
) -> None:
    case = receive_case()
    with database.work(Wording("印刷", "Print")) as work:
        printed = PrintRow(
            case_id=case.id, pack="sounding", language="ja", sha256="a" * 64, pages=3, made_at=clock.now()
        )
        work.prints.add(printed)
    with database.reading() as work:
        assert [(p.pack, p.pages) for p in work.prints.of(case.id)] == [("sounding", 3)]


def test_settings_keep_any_json_value_until_they_are_forgotten(database: Database) -> None:
    with database.work(Wording("設定", "Settings")) as work:
        work.settings.put("branch", "miyagi")
        work.settings.put("branch", "sendai")
        work.settings.put("window", {"width": 1366, "maximised": True})
        work.settings.put("first_start", None)
    with database.reading() as work:
        assert work.settings.get("branch") == "sendai"
        assert work.settings.get("window") == {"width": 1366, "maximised": True}
        assert work.settings.get("language", "ja") == "ja"
    with database.work(Wording("設定", "Settings")) as work:
        work.settings.put("branch", None)
        assert work.settings.get("branch") is None


def test_what_is_typed_is_drafted_without_an_act_and_replaced_as_typing_goes_on(database: Database) -> None:
    for title in ("シン", "シンガポール"):
        with database.drafting() as drafts:
            drafts.put("case:12", {"title": title}, base_version=3)
    with database.reading() as work:
        draft = work.drafts.get("case:12")
        assert draft is not None
        assert (draft.texts, draft.base_version) == ({"title": "シンガポール"}, 3)
        assert [draft.key for draft in work.drafts.all()] == ["case:12"]
        assert work.journal.last_undoable() is None


def test_saving_drops_the_draft_in_the_same_act(database: Database, receive_case: ReceiveCase) -> None:
    case = receive_case()
    with database.drafting() as drafts:
        drafts.put("case:1", {"title": "新しい題名"})
    with database.work(CORRECT) as work:
        work.cases.get(case.number).title = "新しい題名"
        work.drafts.drop("case:1")
        work.drafts.drop("case:2")
    with database.reading() as work:
        assert work.drafts.all() == []


def test_dropping_a_draft_alone_is_kept_but_is_no_act(database: Database) -> None:
    with database.drafting() as drafts:
        drafts.put("new:1", {"title": "下書き"})
    with database.work(Wording("下書きの破棄", "Discard the draft")) as work:
        work.drafts.drop("new:1")
    with database.reading() as work:
        assert work.drafts.all() == []
        assert work.journal.last_undoable() is None


def test_an_instant_without_a_time_zone_is_not_kept(database: Database, clock: FixedClock) -> None:
    clock.set(datetime(2026, 11, 20, 9, 30))  # noqa: DTZ001 - the mistake itself
    with pytest.raises(StatementError, match="kept with its time zone"), database.work(RECEIVE):
        pass


def test_a_strict_column_takes_no_other_type(database: Database) -> None:
    with pytest.raises(Exception, match="cannot store TEXT value in INTEGER column"), database.work(RECEIVE) as work:
        a_case(work, requested="百二十万円")


def test_an_act_within_an_act_is_a_mistake_of_the_program(database: Database) -> None:
    with database.work(RECEIVE), pytest.raises(RuntimeError), database.work(RECEIVE):
        pass
    with database.reading(), pytest.raises(RuntimeError), database.drafting():
        pass


def test_reading_within_an_act_sees_what_the_act_has_done(database: Database) -> None:
    with database.work(RECEIVE) as work:
        a_case(work)
        with database.reading() as reading:
            assert [line.number for line in reading.cases.listing()] == ["R8-0001"]


def test_who_acted_may_change_while_the_program_runs(database: Database, receive_case: ReceiveCase) -> None:
    receive_case()
    database.who = "宮城県支部 係長"
    with database.work(CORRECT) as work:
        case = work.cases.get("R8-0001")
        case.state = "sounded"
    with database.reading() as work:
        assert [entry.who for entry in work.journal.of_case(case.id)] == ["宮城県支部 係長", "宮城県支部 担当者"]


def test_reading_changes_nothing(database: Database, receive_case: ReceiveCase) -> None:
    receive_case()
    with pytest.raises(Refusal, match="cannot be written"), database.reading() as work:
        work.cases.add(
            CaseRow(number="R8-2", programme="x", project_year=2026, state="s", received_on=date(2026, 4, 1))
        )
