"""What the command line refuses, in which words and with which exit code; nothing is a traceback."""

import codecs
import json

import pytest

from clair_desktop.services.cases import Cases
from tests.cli.conftest import TODAY


def refused(said, *words):
    """Exit 1, the refusal as JSON in both languages, and the same said to the reader; never a traceback."""
    assert said.code == 1, said
    assert set(said.json["refused"]) == {"ja", "en"}
    whole = said.json["refused"]["ja"] + "".join(one["ja"] for one in said.json["details"])
    for word in words:
        assert word in whole
    assert "Traceback" not in said.err
    assert said.json["refused"]["ja"] in said.err
    return said


@pytest.mark.parametrize(
    "words",
    [
        [], ["nonsense"], ["case"], ["case", "nonsense"], ["check"], ["check", "economic_grant"], ["case", "show"],
        ["check", "economic_grant", "--year", "2025"], ["check", "economic_grant", "--year", "令和7", "--answers", "x"],
        ["case", "new", "economic_grant", "--year", "2025"], ["case", "step", "R8-0001"], ["enclose", "R8-0001"],
        ["print", "R8-0001", "sounding"], ["print", "R8-0001", "sounding", "--lang", "fr", "--out", "x.pdf"],
        ["route", "--country", "US"], ["route", "--country", "US", "--purpose", "fun", "--on", TODAY],
        ["programmes", "--on", "あした"], ["programmes", "--on", "2026-02-29"], ["programmes", "--colour"],
        ["--language", "fr", "programmes"], ["case", "show", "R8-\ud800"], ["case", "list", "--text", "a\x00b"],
    ],
)  # fmt: skip
def test_a_wrong_call_is_a_usage_error_and_begins_nothing(run, folder, words):
    said = run(*words)
    assert said.code == 2
    assert said.out == ""
    assert "usage" in said.err
    assert not folder.exists()


@pytest.mark.parametrize("verb", [["template"], ["export", "--out", "x.xlsx"], ["rule", "list"]])
def test_an_unknown_programme_is_refused_with_those_there_are(run, verb):
    refused(run(*verb, "lgotp", "--year", 2026), "lgotp", "economic_grant")


def test_an_unknown_programme_is_refused_by_check_new_and_list(run, tea):
    refused(run("check", "lgotp", "--year", 2026, "--answers", tea), "lgotp")
    refused(run("case", "new", "lgotp", "--year", 2026, "--answers", tea), "lgotp")
    refused(run("case", "list", "--programme", "lgotp"), "lgotp")


@pytest.mark.parametrize("year", [8, 1900, 20_260, -1, 0])
def test_a_year_that_is_no_western_year_is_refused(run, tea, year):
    refused(run("check", "economic_grant", f"--year={year}", "--answers", tea), "西暦")


@pytest.mark.parametrize(
    "words",
    [
        ["case", "show"], ["case", "history"], ["case", "step", "begin_check"], ["print", "sounding", "--out", "x.pdf"],
        ["case", "decide", "ECO-01", "--reason", "x", "--by", "課長"],
    ],
)  # fmt: skip
def test_an_unknown_case_is_refused_by_its_number(run, words):
    at = 2 if words[0] == "case" else 1
    refused(run(*words[:at], "R8-9999", *words[at:]), "R8-9999")


def test_an_unknown_step_part_pack_and_kind_are_refused_with_those_there_are(run, tea, tmp_path):
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea).json["number"]
    refused(run("case", "step", number, "fly"), "begin_check")
    refused(run("case", "step", number, "accept", "--part", "london"), "london")
    refused(run("print", number, "nonsense", "--out", tmp_path / "x.pdf"), "application（申請書一式（進達））")
    refused(run("enclose", number, tea, "--kind", "nonsense"), "quotation")
    refused(run("enclose", number, tmp_path / "ない.pdf"), "ない.pdf")
    refused(run("case", "decide", number, "ECO-05", "--reason", "x", "--by", "課長"), "ECO-05")


def test_a_step_that_is_not_ready_lists_what_to_mend(run, answers):
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", answers({"title": "ほうじ茶"})).json[
        "number"
    ]
    said = refused(
        run("case", "step", number, "transmit", "--document-number", "国際第1号"), "件の確認が必要です", "申請団体"
    )
    assert len(said.json["details"]) > 10


def test_a_letter_without_a_number_is_refused(run, tea):
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea).json["number"]
    assert refused(run("case", "step", number, "transmit"), "文書番号").json["field"] == "document_number"


def check(run, given):
    return run("check", "economic_grant", "--year", 2025, "--answers", given)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_answers_are_read_as_editors_and_shells_write_them(run, answers, tea, typed, encoding):
    content = json.loads(tea.read_text(encoding="utf-8"))
    assert check(run, answers(content, encoding=encoding)).json["verdict"] == "met"
    assert check(run, typed(json.dumps(content, ensure_ascii=False).encode(encoding))).json["verdict"] == "met"


def test_line_ends_and_a_byte_order_mark_on_standard_input_do_not_matter(run, typed):
    assert check(run, typed(codecs.BOM_UTF8 + '{\r\n"title": "髙﨑"\r\n}\r\n'.encode())).code == 0


@pytest.mark.parametrize(
    "content",
    ["", "ほうじ茶", "{", "{'title': 'x'}", '{"title": "x",}', "{\"a\": NaN}", "[" * 100_000, '{"requested": ' + "9" * 5_000 + "}", "\x00"],
)  # fmt: skip
def test_what_is_no_json_is_refused_by_the_files_name(run, answers, content):
    refused(check(run, answers(content)), "入力.json", "JSON")


@pytest.mark.parametrize("content", ["[]", '"title"', "1", "null", "true", '[{"title": "x"}]'])
def test_json_that_is_no_object_of_answers_is_refused(run, answers, content):
    refused(check(run, answers(content)), "{項目: 値}")


def test_a_shift_jis_file_is_refused_with_what_to_do(run, answers):
    refused(check(run, answers('{"title": "ほうじ茶"}', encoding="cp932")), "UTF-8")


def test_a_key_that_stands_twice_is_not_guessed(run, answers):
    assert refused(check(run, answers('{"requested": 1, "requested": 2}')), "二度").json["field"] == "requested"
    refused(check(run, answers('{"funding": [{"amount": 1, "amount": 2}]}')), "amount")


def test_a_missing_file_a_folder_and_a_strange_name_are_refused(run, tmp_path):
    refused(check(run, tmp_path / "ない.json"), "ない.json")
    refused(check(run, tmp_path), "読めません")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"yosan": 1}, "yosan"),
        ({"requested": "たくさん"}, "助成金申請額"),
        ({"requested": -1}, "0円以上"),
        ({"requested": 1.5}, "整数"),
        ({"requested": 10**15}, "1兆円"),
        ({"requested": True}, "助成金申請額"),
        ({"title": {"ja": "x"}}, "事業名"),
        ({"title": ["x"]}, "事業名"),
        ({"title": "a\ud800b"}, "U+D800"),
        ({"title": "a\u0000b"}, "U+0000"),
        ({"place": "月"}, "海外、国内"),
        ({"starts": "2026-02-29"}, "2月29日"),
        ({"starts": "0001-01-01"}, "年を確かめて"),
        ({"applicant": "999999"}, "申請団体"),
        ({"applicant": 40_002}, "文字列"),
        ({"funding": {"source": "x"}}, "表の行"),
        ({"funding": [{"source": "own_funds", "amount": "1,20,000"}]}, "1行目「金額」"),
        ({"funding": [{"colour": 1}]}, "colour"),
        ({"category": "観光と茶"}, "事業区分"),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused_and_named(run, answers, answer, said):
    path = answers(json.dumps(answer))
    refused(check(run, path), said)
    refused(run("case", "new", "economic_grant", "--year", 2025, "--answers", path), said)
    assert run("case", "list").json["cases"] == []


def test_every_complaint_is_listed_at_once(run, answers):
    said = refused(check(run, answers({"requested": "x", "starts": "y", "place": "z"})), "3件")
    assert len(said.json["details"]) == 3


def test_a_change_that_cannot_be_read_changes_nothing(run, tea, answers):
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea).json["number"]
    before = run("case", "show", number).json
    refused(run("case", "set", number, "--answers", answers({"title": "別", "requested": "x"})), "助成金申請額")
    assert run("case", "show", number).json == before


def test_a_place_that_cannot_be_written_is_refused(run, tea, tmp_path):
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea).json["number"]
    (tmp_path / "file").write_text("a file, not a folder")
    for out in (tmp_path / "file" / "x", tmp_path / "ない" / "x"):
        refused(run("print", number, "application", "--out", f"{out}.pdf"), "書き込めません")
        refused(run("export", "economic_grant", "--year", 2025, "--out", f"{out}.xlsx"), "フォルダーはありません")


def test_a_data_folder_that_cannot_be_is_refused(run, tmp_path, tea):
    (tmp_path / "file").write_text("a file, not a folder")
    refused(run("case", "list", data=tmp_path / "file" / "data"), "data")


def test_looking_things_up_begins_no_data_folder(run, folder, tea):
    for words in (["programmes"], ["template", "economic_grant", "--year", 2025], ["rule", "list", "economic_grant", "--year", 2025],
                  ["check", "economic_grant", "--year", 2025, "--answers", tea],
                  ["route", "--country", "US", "--purpose", "research", "--on", TODAY]):  # fmt: skip
        assert run(*words).code == 0
    assert not folder.exists()


def test_a_missing_data_folder_is_begun_when_a_case_is_received(run, folder, tea):
    assert run("case", "list").json == {"cases": []}
    assert run("case", "new", "economic_grant", "--year", 2025, "--answers", tea).code == 0
    assert folder.is_dir()


def test_nothing_to_undo_is_said(run):
    refused(run("undo"), "元に戻せる操作はありません")


def test_a_fault_is_exit_3_said_in_words_and_written_down(run, tea, monkeypatch, caplog):
    def fails(*_, **__):
        raise ZeroDivisionError("1/0")

    monkeypatch.setattr(Cases, "lines", fails)
    said = run("case", "list")
    assert said.code == 3
    assert said.out == ""
    assert "予期しない不具合" in said.err
    assert "ZeroDivisionError" in caplog.text


def test_words_come_in_the_language_asked_for(run, tea):
    japanese = run("case", "show", "R8-9999", json_wanted=False)
    english = run("--language", "en", "case", "show", "R8-9999", json_wanted=False)
    assert "見つかりません" in japanese.err
    assert "There is no case" in english.err
    assert japanese.out == english.out == ""
    assert (
        "判定"
        not in run(
            "check", "economic_grant", "--year", 2025, "--answers", tea, "--language", "en", json_wanted=False
        ).out
    )


@pytest.mark.parametrize("place", range(5))
def test_options_may_stand_before_within_or_after_the_verb(folder, capsys, place):
    from clair_desktop import cli

    words = ["case", "list", "--year", "2025"]
    words[min(place, 4) : min(place, 4)] = ["--json"] if place != 3 else []
    assert cli.main([*words, "--data", str(folder), *(["--json"] if place == 3 else [])]) == 0
    assert json.loads(capsys.readouterr().out) == {"cases": []}
