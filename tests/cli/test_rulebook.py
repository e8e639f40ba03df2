"""The rulebook on the command line: notices, simulation, copies, statistics, the turn of the year, calls."""

import json

import pypdfium2
import pytest

GRANT, MULTICULTURAL = "economic_grant", "multicultural_grant"
SOURCE = ("--source", "令和8年度実施要綱", "--locator", "第5条")
CALL = ("--year", 2026)
BOTH = {"ja", "en"}


@pytest.fixture
def number(run, tea):
    return run("case", "new", GRANT, "--year", 2026, "--answers", tea).json["number"]


@pytest.fixture
def notice(run, tmp_path):
    """A notice that another branch made: a lower cap and a deadline."""
    other, path = tmp_path / "仙台市支部", tmp_path / "令和8年度.rules.json"
    run("rule", "enter", GRANT, "cap_abroad", "--year", 2026, "--value", "200万円", *SOURCE, data=other)
    run("rule", "enter", GRANT, "headquarters_deadline", "--year", 2026, "--value", "2025-10-31", *SOURCE, data=other)
    made = run("notice", "make", "--year", 2026, "--out", path, "--by", "仙台市支部", data=other)
    assert made.json == {"path": str(path), "entries": 2, "issued_by": "仙台市支部"}
    return path


def test_a_notice_is_shown_before_any_data_folder_exists(run, notice, folder):
    said = run("notice", "show", notice)
    assert said.code == 0
    assert not said.json["taken"]
    (cap,) = [one for one in said.json["differences"] if one["rule"] == "cap_abroad"]
    assert cap["before"] == {"ja": "5,000,000（前年度までの資料）", "en": "5,000,000 (from an earlier year)"}
    assert (cap["after"]["ja"], cap["changes"], cap["source"]) == ("2,000,000", True, "令和8年度実施要綱")
    assert not folder.exists()


def test_a_dry_run_takes_nothing_and_begins_no_folder(run, notice, folder):
    said = run("notice", "take", notice, "--dry-run")
    assert (said.code, said.json["taken"], len(said.json["differences"])) == (0, False, 2)
    assert not folder.exists()


def test_a_notice_is_simulated_taken_and_undone(run, notice, number):
    (effect,) = run("simulate", notice).json["effects"]
    assert (effect["number"], effect["project_year"], effect["draft"]) == (number, 2026, False)
    assert effect["grant_maximum"] == [2_100_000, 2_000_000]
    assert effect["verdict"] == ["undecided", "not_met"]
    assert effect["due"] == [
        {"deadline": "headquarters", "label": {"ja": "本部提出期限", "en": "To headquarters"}, "before": None,
         "after": "2025-10-31"}
    ]  # fmt: skip
    (cap,) = [one for one in effect["changes"] if one["rule"] == "ECO-07"]
    assert (cap["before"], cap["after"], cap["source"]["mark"]) == ("undecided", "not_met", "entered")
    assert run("notice", "take", notice).json["taken"]
    shown = run("case", "show", number).json
    assert (shown["verdict"], shown["grant_maximum"]) == ("not_met", 2_000_000)
    assert run("simulate", notice).json == {"effects": []}
    run("undo")
    assert run("case", "show", number).json["verdict"] == "undecided"


def test_the_simulation_in_words_says_number_verdict_amount_and_reason(run, notice, number):
    said = run("simulate", notice, json_wanted=False)
    assert said.out.startswith(f"{number}\t判定不能（要確認） → 不適合\t2,100,000 → 2,000,000\t")
    assert "本部提出期限: — → 2025-10-31" in said.out
    assert run("simulate", notice, "--language", "en", json_wanted=False).out.startswith(f"{number}\tUndecided")


def test_a_simulation_without_a_data_folder_leaves_none(run, notice, folder):
    assert run("simulate", notice).json == {"effects": []}
    assert not folder.exists()


def test_a_damaged_and_a_newer_notice_are_refused(run, notice, tmp_path):
    notice.write_text(notice.read_text("utf-8").replace("2000000", "3000000"), encoding="utf-8")
    for verb in (["notice", "show"], ["notice", "take"], ["simulate"]):
        said = run(*verb, notice)
        assert said.code == 1
        assert "壊れています" in said.json["refused"]["ja"]
    newer = tmp_path / "新しい.json"
    newer.write_text(json.dumps({"kind": "clair_desktop rule notice", "format": 9}), encoding="utf-8")
    assert "形式9" in run("notice", "show", newer).json["refused"]["ja"]


@pytest.mark.parametrize(
    "words",
    [
        ("notice", "make", "--year", 2026, "--by", "支部"),
        ("notice", "make", "--year", 2026, "--by", "支部", "--programme", "rice_grant"),
        ("notice", "make", "--year", 2026),
    ],
)
def test_a_notice_that_cannot_be_made_leaves_no_file(run, tmp_path, words):
    out = tmp_path / "空.json"
    said = run(*words, "--out", out)
    assert (said.code, set(said.json["refused"])) == (1, BOTH)
    assert not out.exists()


def test_a_case_is_copied_and_the_changed_rules_are_told(run, tea):
    old = run("case", "new", GRANT, "--year", 2025, "--answers", tea).json["number"]
    said = run("case", "copy", old, "--year", 2026)
    assert said.code == 0
    assert (said.json["project_year"], said.json["dropped"]) == (2026, [])
    assert said.json["number"] != old
    (cap,) = [one for one in said.json["changed_rules"] if one["rule"] == "cap_abroad"]
    assert (cap["before"]["ja"], cap["after"]["ja"], cap["decided"]) == ("5,000,000", "5,000,000", False)
    words = run("case", "copy", old, "--year", 2026, json_wanted=False).out
    assert "上限額（主として海外）: 5,000,000 → 5,000,000（要確認）" in words
    assert run("case", "copy", "R1-9999", "--year", 2026).code == 1


def test_statistics_of_a_year_and_of_all_years(run, number):
    said = run("statistics", "--year", 2026, "--by", "body").json
    assert (said["year"], said["by"]) == (2026, "body")
    assert said["lines"] == [
        {"key": "222101", "label": {"ja": "静岡県富士市", "en": "Fuji City, Shizuoka Prefecture"}, "cases": 1,
         "requested": 2_100_000, "awarded": 0, "final_amount": 0}
    ]  # fmt: skip
    assert said["total"]["cases"] == 1
    assert run("statistics", "--by", "year").json["lines"][0]["key"] == "2026"
    assert run("statistics", "--year", 2026, "--by", "moon").code == 1
    table = run("statistics", "--year", 2026, json_wanted=False).out.splitlines()
    assert table[0] == "事業別\t件数\t申請額（円）\t決定額（円）\t確定額（円）"
    assert table[-1] == "合計\t1\t2,100,000\t0\t0".replace(",", "")


def test_statistics_without_a_data_folder_are_empty_and_leave_none(run, folder):
    assert run("statistics", "--year", 2026).json["total"]["cases"] == 0
    assert not folder.exists()


def test_a_year_is_locked_carried_and_unlocked(run, tea, answers):
    first = run("case", "new", GRANT, "--year", 2024, "--answers", tea).json["number"]
    second = run("case", "new", GRANT, "--year", 2024, "--answers", tea).json["number"]
    assert run("year", "list", "--year", 2024).json == {"locked": [], "year": 2024, "open": [first, second]}
    locked = run("year", "lock", 2024, "--carry", first).json
    assert (locked["year"], locked["carried"], set(locked["wording"])) == (2024, [first], BOTH)
    changed = answers({"title": "題名の変更"}, "変更.json")
    assert run("case", "set", first, "--answers", changed).code == 0
    refused = run("case", "set", second, "--answers", changed)
    assert (refused.code, refused.json["field"]) == (1, "year")
    assert "編集を締め切りました" in refused.json["refused"]["ja"]
    assert run("case", "step", second, "begin_check").code == 1
    assert run("case", "show", second).json["locked"]["ja"] == refused.json["refused"]["ja"]
    assert run("case", "history", second).code == 0
    assert run("year", "carry", second).json["carried"] == [first, second]
    assert run("case", "step", second, "begin_check").code == 0
    assert run("year", "unlock", 2024).json == {"unlocked": 2024}
    assert run("year", "list").json == {"locked": []}
    assert run("year", "lock", 2099).code == 1


@pytest.fixture
def call(run):
    run("branch", "040002")
    run(
        "call",
        "new",
        MULTICULTURAL,
        *CALL,
        "--notice",
        "2025-07-20",
        "--branch-deadline",
        "2025-09-16",
        "--hour",
        "17時",
    )
    run("call", "ask", MULTICULTURAL, *CALL, "--body", "蔵王町", "栗原市", "--other", "公益財団法人宮城県国際化協会")


def test_a_call_tells_its_days_sources_bodies_and_counts(run, call):
    said = run("call", "show", MULTICULTURAL, *CALL).json
    assert (said["programme"], said["project_year"], said["round"]) == (MULTICULTURAL, 2026, 1)
    assert said["notice_on"] == "2025-07-20"
    days = said["days"]
    assert days["hour"] == "17:00"
    assert {key: days[key]["day"] for key in ("opens", "deadline", "branch_deadline", "begins", "ends")} == {
        "opens": "2025-07-14",
        "deadline": "2025-09-30",
        "branch_deadline": "2025-09-16",
        "begins": None,
        "ends": "2027-02-28",
    }
    assert (days["ends"]["words"], days["begins"]["to_confirm"]) == ("2月末", True)
    assert days["deadline"]["source"]["mark"] == "web"
    assert said["counts"] == {"applying": 0, "nothing": 0, "open": 3}
    assert [(one["code"], one["name"]["ja"]) for one in said["bodies"]] == [
        ("042137", "宮城県栗原市"),
        ("043010", "宮城県蔵王町"),
        (None, "公益財団法人宮城県国際化協会"),
    ]
    words = run("call", "show", MULTICULTURAL, *CALL, json_wanted=False).out
    assert "事業の実施期間（始め）: 要確認" in words
    assert "事業の実施期限: 令和9年2月28日「2月末」" in words


def test_answers_are_recorded_and_the_silent_are_reminded(run, call, tmp_path):
    said = run("call", "answer", MULTICULTURAL, *CALL, "蔵王町", "nothing", "--on", "2025-08-01", "--note", "電話").json
    assert (said["answer"], said["answered_on"], said["late"], said["note"]) == ("nothing", "2025-08-01", False, "電話")
    out = tmp_path / "再依頼.pdf"
    made = run(
        "call", "remind", MULTICULTURAL, *CALL, "--out", out, "--lang", "both", "--document-number", "国際第9号"
    ).json
    assert (made["paths"], made["pages"]) == ([str(out)], 4)
    assert [one["name"]["ja"] for one in made["bodies"]] == ["宮城県栗原市", "公益財団法人宮城県国際化協会"]
    with pypdfium2.PdfDocument(out) as letters:
        assert len(letters) == 4
    bodies = run("call", "show", MULTICULTURAL, *CALL).json["bodies"]
    assert [bool(one["reminded_on"]) for one in bodies] == [True, False, True]


def test_labels_bear_the_address_that_was_entered(run, call, tmp_path):
    kept = run(
        "address", "栗原市", "--postal-code", "9872293", "--line", "宮城県栗原市築館薬師1-7-1", "--section", "企画課"
    ).json
    assert kept == {
        "body": "042137",
        "postal_code": "987-2293",
        "lines": ["宮城県栗原市築館薬師1-7-1"],
        "section": "企画課",
    }
    assert run("address", "栗原市").json == kept
    made = run(
        "call", "labels", MULTICULTURAL, *CALL, "--out", tmp_path / "宛名.pdf", "--per-sheet", 24, "--first", 24
    ).json
    assert (made["labels"], made["pages"]) == (3, 2)
    assert run("call", "labels", MULTICULTURAL, *CALL, "--out", tmp_path / "x.pdf", "--per-sheet", 10).code == 2


def test_calls_and_known_windows_are_listed(run, call):
    said = run("call", "list", "--year", 2026).json
    assert [one["programme"] for one in said["calls"]] == [MULTICULTURAL]
    assert [(one["programme"], one["days"]["deadline"]["day"]) for one in said["known"]] == [
        ("exchange_grant", "2025-10-31")
    ]
    assert set(said["known"][0]["name"]) == BOTH
    words = run("call", "list", "--year", 2026, json_wanted=False).out
    assert "令和8年度\t多文化共生のまちづくり促進事業\t令和7年9月30日 17:00\t申請あり0、該当なし0、未回答3" in words


def test_where_there_is_no_call_and_no_case_it_is_said_in_words(run):
    assert run("call", "list", json_wanted=False).out == "設定された募集はありません。\n"
    assert run("--language", "en", "call", "list", json_wanted=False).out == "No call has been set up.\n"
    assert run("call", "list").json == {"calls": [], "known": []}
    assert run("case", "list", json_wanted=False).out == "該当する案件はありません。\n"


def test_a_call_is_changed_bodies_taken_back_and_all_of_it_undone(run, call):
    said = run("call", "set", MULTICULTURAL, *CALL, "--deadline", "2025-10-07", "--source", "期限延長の通知").json
    assert (said["days"]["deadline"]["day"], said["days"]["branch_deadline"]["day"]) == ("2025-10-07", "2025-09-23")
    assert len(run("call", "ask", MULTICULTURAL, *CALL, "--body", "蔵王町", "--take-back").json["bodies"]) == 2
    other = ("--other", "公益財団法人宮城県国際化協会")
    assert len(run("call", "ask", MULTICULTURAL, *CALL, *other, "--take-back").json["bodies"]) == 1
    assert run("call", "ask", MULTICULTURAL, *CALL, "--take-back").json["field"] == "body"
    run("undo")
    assert len(run("call", "ask", MULTICULTURAL, *CALL, "--all").json["bodies"]) == 35
    assert run("call", "remove", MULTICULTURAL, *CALL).code == 0
    assert run("call", "show", MULTICULTURAL, *CALL).code == 1
    run("undo")
    assert len(run("call", "show", MULTICULTURAL, *CALL).json["bodies"]) == 35


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("set", MULTICULTURAL, *CALL, "--deadline", "2025-10-07"), "source_title"),
        (("answer", MULTICULTURAL, *CALL, "仙台市", "nothing"), "body"),
        (("ask", MULTICULTURAL, *CALL), "bodies"),
        (("show", MULTICULTURAL, "--year", 2031), "year"),
        (("new", MULTICULTURAL, *CALL), "year"),
    ],
)
def test_what_a_call_cannot_take_is_refused_in_both_languages(run, call, words, field):
    said = run("call", *words)
    assert (said.code, said.json["field"], set(said.json["refused"])) == (1, field, BOTH)


def test_a_day_or_an_answer_that_cannot_be_is_a_usage_error(run, call):
    assert run("call", "set", MULTICULTURAL, *CALL, "--deadline", "いつか").code == 2
    assert run("call", "answer", MULTICULTURAL, *CALL, "蔵王町", "maybe").code == 2
