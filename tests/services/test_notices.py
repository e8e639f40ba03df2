"""Rule notices: made of what a branch entered, believed only when whole, taken in one act that can be undone."""

import json
import stat
from datetime import date
from fractions import Fraction

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.notice_files import _fingerprint
from clair_desktop.services.office import Office
from tests.services.casework import GRANT, RESEARCH, grant

OUTLINE = {"source_title": "令和9年度実施要綱", "locator": "第5条"}
ENTERED = {
    "cap_abroad": "600万円",
    "rate": "1/3",
    "no_public_funding": "いいえ",
    "headquarters_deadline": "令和8年10月30日",
    "report_due_days": "30日",
}


@pytest.fixture
def other(clock):
    """Another branch, which has entered nothing yet."""
    opened = Office.in_memory(clock=clock, who="仙台市支部 担当者")
    opened.branch.choose_branch("041009")
    yield opened
    opened.close()


@pytest.fixture
def notice(office, tmp_path):
    """What 宮城県支部 entered for FY2027, as a file."""
    for rule, typed in ENTERED.items():
        office.rules.enter(GRANT, rule, 2027, typed, **OUTLINE)
    office.rules.enter(GRANT, "rate", 2026, "1/2", **OUTLINE)
    path = tmp_path / "令和9年度の定め.rules.json"
    office.notices.make(path, 2027, "宮城県支部")
    return path


def content(path):
    return json.loads(path.read_text(encoding="utf-8"))


def rewritten(path, change, *, signed=True):
    """The file with its content changed, signed anew unless somebody tampers."""
    read = content(path)
    change(read)
    if signed:
        read["sha256"] = _fingerprint(read)
    path.write_text(json.dumps(read, ensure_ascii=False), encoding="utf-8")
    return path


def refused(office, path):
    with pytest.raises(Refusal) as refusal:
        office.notices.read(path)
    return refusal.value


def test_a_notice_holds_the_years_entries_with_their_sources_and_a_preview_a_person_can_read(notice):
    read = content(notice)
    assert (read["kind"], read["format"], read["issued_by"]) == ("clair_desktop rule notice", 1, "宮城県支部")
    assert {one["rule"]: one["value"] for one in read["entries"]} == {
        "cap_abroad": 6_000_000,
        "rate": "1/3",
        "no_public_funding": False,
        "headquarters_deadline": "2026-10-30",
        "report_due_days": 30,
    }
    assert {(one["year"], one["source_title"], one["locator"]) for one in read["entries"]} == {
        (2027, "令和9年度実施要綱", "第5条")
    }
    assert "令和9年度 経済活動助成事業 上限額（主として海外）: 6,000,000（令和9年度実施要綱）" in read["preview"]["ja"]
    assert any(line.startswith("FY2027 Grants for economic activities cap") for line in read["preview"]["en"])


def test_the_same_entries_give_the_same_file(office, notice, tmp_path):
    again = tmp_path / "もう一度.json"
    office.notices.make(again, 2027, "宮城県支部")
    assert again.read_bytes() == notice.read_bytes()


def test_a_branch_that_entered_nothing_has_nothing_to_send(office, tmp_path):
    with pytest.raises(Refusal, match="entered no rulings for FY2027"):
        office.notices.make(tmp_path / "空.json", 2027, "宮城県支部")
    assert not list(tmp_path.glob("*.json*"))


def test_a_notice_without_a_sender_or_of_an_unknown_programme_is_not_made(office, notice, tmp_path):
    with pytest.raises(Refusal, match="who issues"):
        office.notices.make(tmp_path / "x.json", 2027, " ")
    with pytest.raises(Refusal, match="no programme"):
        office.notices.make(tmp_path / "x.json", 2027, "宮城県支部", ["rice_grant"])


def test_a_read_only_file_is_not_written_over(office, notice):
    before = notice.read_bytes()
    notice.chmod(stat.S_IREAD)
    with pytest.raises(Refusal, match="read-only"):
        office.notices.make(notice, 2027, "支部")
    assert notice.read_bytes() == before


def test_another_branch_sees_the_difference_before_it_takes_it(other, notice):
    read = other.notices.read(notice)
    found = {one.entry.rule: one for one in other.notices.differences(read)}
    assert found["cap_abroad"].before.carried_forward
    assert found["cap_abroad"].before.ruling.value == 5_000_000
    assert found["cap_abroad"].entry.value == 6_000_000
    assert found["headquarters_deadline"].before.ruling is None
    assert all(one.changes for one in found.values())
    assert other.rules.standing(GRANT, 2027)[0].entered is False


def test_a_notice_is_taken_in_one_act_and_undone_in_one(other, notice):
    before = other.rules.standing(GRANT, 2027)
    taken = other.notices.take(other.notices.read(notice)).rulings
    assert len(taken) == len(ENTERED)
    lines = {one.rule.key: one for one in other.rules.standing(GRANT, 2027)}
    assert lines["rate"].standing.ruling.value == Fraction(1, 3)
    assert lines["headquarters_deadline"].standing.ruling.value == date(2026, 10, 30)
    assert lines["rate"].standing.ruling.source.title.ja == "令和9年度実施要綱"
    assert other.undo().ja == "定めの通知の取込み：宮城県支部"
    assert other.rules.standing(GRANT, 2027) == before


def test_what_the_branch_had_entered_itself_comes_back_with_the_undo(other, notice):
    other.rules.enter(GRANT, "rate", 2027, "2/5", source_title="電話での照会")
    other.notices.take(other.notices.read(notice))
    other.undo()
    line = next(one for one in other.rules.standing(GRANT, 2027) if one.rule.key == "rate")
    assert line.standing.ruling.value == Fraction(2, 5)
    assert line.standing.ruling.source.title.ja == "電話での照会"


def test_a_notice_taken_twice_changes_nothing_the_second_time(other, notice):
    read = other.notices.read(notice)
    other.notices.take(read)
    title = other.undoable()
    assert other.notices.take(read).count == 0
    assert other.undoable() == title
    other.undo()
    assert other.undoable().ja != title.ja


def test_the_deadline_a_notice_brings_stands_in_the_list_at_once(other, notice):
    sheet = grant(other, 2027)
    (line,) = other.cases.lines()
    assert line.due_on is None
    other.notices.take(other.notices.read(notice))
    (line,) = other.cases.lines()
    assert line.due_on == date(2026, 10, 30)
    assert other.cases.get(sheet.number).version == sheet.version
    other.undo()
    assert other.cases.lines()[0].due_on is None


def test_one_character_changed_on_the_way_is_noticed(office, notice):
    for place in ("entries", "preview", "issued_by"):
        text = notice.read_text(encoding="utf-8")
        read = content(notice)
        said = json.dumps(read[place], ensure_ascii=False)
        changed = said.replace("6,000,000", "9,000,000").replace("6000000", "9000000").replace("宮城県", "宮崎県")
        read[place] = json.loads(changed)
        assert json.loads(text)[place] != read[place]
        notice.write_text(json.dumps(read, ensure_ascii=False), encoding="utf-8")
        assert "壊れています" in refused(office, notice).wording.ja
        notice.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "bytes_",
    [b"", b"{}", b"[1]", b"PK\x03\x04", b"\xff\xfe\x00", b"[" * 100_000, b'{"kind": "clair_desktop rule notice"}',
     b'{"kind": "clair_desktop rule notice", "format": "1"}', b'{"kind": "clair_desktop rule notice", "format": true}',
     b'{"kind": "clair_desktop rule notice", "format": 0}'],
)  # fmt: skip
def test_a_file_that_is_no_notice_is_refused_by_its_name(office, tmp_path, bytes_):
    path = tmp_path / "通知.json"
    path.write_bytes(bytes_)
    assert "通知.json" in refused(office, path).wording.ja


def test_a_file_that_is_not_there_or_far_too_large_is_refused(office, tmp_path):
    assert "読めません" in refused(office, tmp_path / "なし.json").wording.ja
    large = tmp_path / "大きい.json"
    large.write_bytes(b" " * (6 << 20))
    assert "壊れています" in refused(office, large).wording.ja


def test_a_name_that_stands_twice_is_read_neither_way(office, notice):
    text = notice.read_text(encoding="utf-8")
    notice.write_text(text.replace('"rule": "rate",', '"rule": "rate", "rule": "rate",'), encoding="utf-8")
    assert "壊れています" in refused(office, notice).wording.ja


def test_a_notice_of_a_newer_format_says_so_whatever_else_it_holds(office, notice):
    rewritten(notice, lambda read: read.update(format=3, entries={"以後": "別の形"}), signed=False)
    assert "形式3、このプログラムは2まで" in refused(office, notice).wording.ja


def test_a_byte_order_mark_does_not_matter(office, notice):
    notice.write_bytes(b"\xef\xbb\xbf" + notice.read_bytes())
    assert len(office.notices.read(notice).entries) == len(ENTERED)


def test_rules_this_program_does_not_know_are_listed_and_nothing_is_taken(office, notice):
    def newer(read):
        read["entries"][0]["programme"] = "rice_grant"
        read["entries"][1]["rule"] = "moon_phase"
        read["entries"].append("何か")

    refusal = refused(office, rewritten(notice, newer))
    assert "3件" in refusal.wording.ja
    assert "プログラムを新しくして" in refusal.wording.ja
    assert [one.ja[:3] for one in refusal.details] == ["1件目", "2件目", "6件目"]


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("cap_abroad", {"value": "6,000,000"}),
        ("cap_abroad", {"value": 6_000_000.5}),
        ("cap_abroad", {"value": True}),
        ("cap_abroad", {"value": -1}),
        ("cap_abroad", {"value": None}),
        ("report_due_days", {"value": 10**9}),
        ("rate", {"value": "3/2"}),
        ("rate", {"value": "1/0"}),
        ("rate", {"value": "1e999999999"}),
        ("rate", {"value": 0.5}),
        ("no_public_funding", {"value": "yes"}),
        ("headquarters_deadline", {"value": "令和8年10月30日"}),
        ("headquarters_deadline", {"value": "2026-13-01"}),
        ("rate", {"year": "2027"}),
        ("rate", {"year": 20_270}),
        ("rate", {"year": True}),
        ("rate", {"checked_on": "昨日"}),
        ("rate", {"source_title": " "}),
        ("rate", {"source_title": "要綱\x07"}),
        ("rate", {"locator": 5}),
    ],
)
def test_a_value_that_could_not_have_been_typed_is_not_taken_from_a_file_either(office, notice, rule, change):
    def spoil(read):
        next(one for one in read["entries"] if one["rule"] == rule).update(change)

    refusal = refused(office, rewritten(notice, spoil))
    assert "読めない定めが1件" in refusal.wording.ja
    assert len(refusal.details) == 1


def test_one_rule_of_one_year_may_not_stand_twice(office, notice):
    rewritten(notice, lambda read: read["entries"].append(read["entries"][1]))
    (said,) = refused(office, notice).details
    assert "二度あります" in said.ja


def test_the_preview_names_every_entry_in_both_languages(office, notice):
    read = content(notice)
    assert set(read["preview"]) == {language.value for language in Language}
    assert {len(lines) for lines in read["preview"].values()} == {len(ENTERED)}


def test_a_programme_may_be_sent_alone(office, tmp_path):
    office.rules.enter(GRANT, "rate", 2027, "1/3", **OUTLINE)
    some = next(rule for rule in office.programmes()[RESEARCH].rules if rule.kind is int)
    office.rules.enter(RESEARCH, some.key, 2027, "30", **OUTLINE)
    made = office.notices.make(tmp_path / "調査.json", 2027, "本部", [RESEARCH, RESEARCH])
    assert [(one.programme, one.rule) for one in made.entries] == [(RESEARCH, some.key)]
