"""Every verb's JSON and exit code, as the contract gives them; later work adds, and never changes these."""

import json

import openpyxl
import pypdfium2
import pytest

from clair_desktop.domain.eras import japanese_date
from clair_desktop.programmes import all_programmes
from tests.programmes.few import few_programmes  # noqa: F401  # a fixture
from tests.programmes.tiny import TINY, tiny_programme  # noqa: F401  # a fixture
from tests.services.casework import TODAY, pdf

BOTH = {"ja", "en"}
SOURCE = {"title", "locator", "mark", "checked_on"}
FINDING = {"rule", "name", "verdict", "field", "row", "input", "message", "working", "source", "mend"}
LINE = {"number", "programme", "project_year", "state", "title", "applicant_name", "due_on", "sample"}
CASE = {
    "number", "programme", "project_year", "state", "title", "applicant_name", "received_on", "sample", "closed", "version", "answers",
    "parts", "due", "enclosures", "next_steps", "packs",
    "follows", "verdict", "grant_maximum", "findings",
    "locked",
}  # fmt: skip
AMOUNTS = {"total_cost", "eligible_cost", "requested", "awarded", "final_amount"}


def grant(run, tea, year=2025):
    return run("case", "new", "economic_grant", "--year", year, "--answers", tea).json["number"]


def request(run, burial, tmp_path):
    number = run("case", "new", "overseas_research", "--year", 2026, "--answers", burial).json["number"]
    paper = tmp_path / "日本の状況.pdf"
    paper.write_bytes(pdf(2))
    assert run("enclose", number, paper, "--kind", "japan_situation").code == 0
    return number


def test_programmes_tells_key_names_years_and_whether_new_cases_are_taken(run):
    said = run("programmes", "--on", "R8.11.20")
    assert said.code == 0
    assert set(said.json) == {"on", "programmes"}
    assert said.json["on"] == "2026-11-20"
    found = {one["key"]: one for one in said.json["programmes"]}
    assert set(found) == set(all_programmes())
    assert found["economic_grant"] == {
        "key": "economic_grant",
        "name": {"ja": "経済活動助成事業", "en": "Grants for economic activities"},
        "years": [2025],
        "takes_new_cases": True,
    }


def test_template_tells_key_type_labels_required_and_choices_of_every_field(run):
    said = run("template", "economic_grant", "--year", 2025, json_wanted=False)
    assert said.code == 0
    assert {"programme", "project_year", "fields", "answers"} <= set(said.json)
    by_key = {one["key"]: one for one in said.json["fields"]}
    assert set(by_key) == set(said.json["answers"])
    assert {"applicant", "place", "starts", *AMOUNTS} <= set(by_key)
    for field in said.json["fields"]:
        assert {"key", "type", "label", "required"} <= set(field)
        assert set(field["label"]) == BOTH
    assert [one["key"] for one in by_key["place"]["choices"]] == ["abroad", "japan"]
    assert {by_key[key]["type"] for key in AMOUNTS} == {"yen"}
    assert by_key["applicant"]["type"] == "authority"
    assert by_key["funding"]["type"] == "rows"


def test_a_filled_template_is_given_back_to_check(run, answers, tea):
    template = run("template", "economic_grant", "--year", 2025).json
    template["answers"].update(json.loads(tea.read_text(encoding="utf-8")))
    said = run("check", "economic_grant", "--year", 2025, "--answers", answers(template, "記入済み.json"))
    assert said.code == 0
    assert said.json["verdict"] == "met"


def test_an_empty_template_is_a_check_that_misses_everything(run, answers):
    said = run(
        "check",
        "economic_grant",
        "--year",
        2025,
        "--answers",
        answers(run("template", "economic_grant", "--year", 2025).json),
    )
    assert said.code == 0
    assert said.json["verdict"] == "undecided"


def test_check_tells_verdict_maximum_and_findings(run, tea):
    said = run("check", "economic_grant", "--year", 2025, "--answers", tea)
    assert said.code == 0
    assert set(said.json) == {"programme", "project_year", "verdict", "grant_maximum", "findings"}
    assert (said.json["programme"], said.json["project_year"]) == ("economic_grant", 2025)
    assert (said.json["verdict"], said.json["grant_maximum"]) == ("met", 2_100_000)
    for one in said.json["findings"]:
        assert set(one) == FINDING
        assert set(one["message"]) == BOTH
        assert one["verdict"] in {"met", "not_met", "undecided"}
        assert one["source"] is None or set(one["source"]) == SOURCE
    (cap,) = [one for one in said.json["findings"] if one["rule"] == "ECO-07"]
    assert cap["field"] == "requested"
    assert cap["working"] == "上限額5,000,000円に対し2,100,000円"
    assert cap["source"]["mark"] == "source"
    assert cap["source"]["checked_on"] == "2026-11-20"


@pytest.mark.parametrize(
    ("year", "verdict", "maximum"),
    [(2024, "undecided", None), (2025, "met", 2_100_000), (2026, "undecided", 2_100_000)],
)
def test_check_by_year(run, tea, year, verdict, maximum):
    said = run("check", "economic_grant", "--year", year, "--answers", tea)
    assert (said.code, said.json["verdict"], said.json["grant_maximum"]) == (0, verdict, maximum)


def test_check_exits_1_where_a_rule_is_not_met(run, answers, tea):
    given = {**json.loads(tea.read_text(encoding="utf-8")), "requested": "2,100,001円"}
    said = run("check", "economic_grant", "--year", 2025, "--answers", answers(given))
    assert (said.code, said.json["verdict"]) == (1, "not_met")


def test_check_needs_no_complete_answers(run, answers):
    said = run(
        "check", "economic_grant", "--year", 2025, "--answers", answers({"eligible_cost": 2_000_000, "place": "abroad"})
    )
    assert said.code == 1
    assert said.json["grant_maximum"] == 0


def test_a_case_is_received_shown_changed_and_listed(run, tea, answers):
    said = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea, "--on", "R6.9.17")
    assert said.code == 0
    assert set(said.json) == CASE
    assert said.json["number"] == "R6-0001"
    assert said.json["received_on"] == "2024-09-17"
    assert said.json["state"] == {"key": "received", "label": {"ja": "支部受付", "en": "Received"}}
    assert said.json["answers"]["applicant"] == "222101"
    assert said.json["answers"]["requested"] == 2_100_000
    assert said.json["next_steps"][0] == {
        "key": "begin_check", "label": said.json["next_steps"][0]["label"], "will": said.json["next_steps"][0]["will"], "numbered": False,
    }  # fmt: skip
    shown = run("case", "show", "R6-0001")
    assert shown.json == said.json
    change = answers({"title": "𠮷田の茶", "fax": None, "title_en": None}, "変更.json")
    changed = run("case", "set", "R6-0001", "--answers", change)
    assert (changed.json["title"], changed.json["answers"]["requested"]) == ("𠮷田の茶", 2_100_000)
    assert "title_en" not in changed.json["answers"]
    listed = run(
        "case", "list", "--programme", "economic_grant", "--year", 2025, "--state", "received", "--text", "吉田"
    )
    (line,) = listed.json["cases"]
    assert set(line) == LINE
    assert line["title"] == "𠮷田の茶"
    assert run("case", "list", "--year", 2030).json == {"cases": []}


def test_cases_are_listed_by_the_year_of_the_call_of_the_project_and_of_the_closing(run, tea):
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea, "--on", "2024-09-24").json["number"]

    def listed(*years):
        return [case["number"] for case in run("case", "list", *years).json["cases"]]

    assert listed("--call-year", 2024) == listed("--call-year", 2024, "--year", 2025) == [number]
    assert listed("--call-year", 2025) == listed("--closing-year", 2025) == []
    assert run("case", "step", number, "withdraw", "--on", "2026-04-10").code == 0
    assert listed("--closing-year", 2026) == listed("--closing-year", 2026, "--call-year", 2024) == [number]
    assert listed("--closing-year", 2025) == []


def test_a_research_request_by_its_whole_course(run, burial, tmp_path):
    number = request(run, burial, tmp_path)
    sounded = run("case", "step", number, "sound_out", "--on", TODAY, "--document-number", "国際第72号")
    assert sounded.code == 0
    (part,) = sounded.json["parts"]
    assert set(part) == {"key", "name", "state", "answered_on", "note", "next_steps"}
    assert (part["key"], part["state"]["key"]) == ("singapore", "awaiting")
    accepted = run("case", "step", number, "accept", "--part", "singapore", "--on", "R8.12.4", "--note", "1月から着手")
    assert (accepted.json["parts"][0]["answered_on"], accepted.json["parts"][0]["note"]) == (
        "2026-12-04",
        "1月から着手",
    )
    assert accepted.json["state"]["key"] == "accepted"
    assert (
        run("case", "step", number, "request_formally", "--document-number", "国際第80号").json["state"]["key"]
        == "requested"
    )
    history = run("case", "history", number)
    assert set(history.json) == {"number", "history"}
    assert {"operation", "title", "who", "at", "undone", "changes"} <= set(history.json["history"][0])
    assert {"what", "old", "new"} <= set(history.json["history"][0]["changes"][0])
    undone = run("undo")
    assert set(undone.json["undone"]) == BOTH
    assert "正式に依頼する" in undone.json["undone"]["ja"]
    assert run("case", "show", number).json["state"]["key"] == "accepted"


def test_print_writes_the_pack_in_each_language_and_in_both(run, burial, tmp_path):
    number = request(run, burial, tmp_path)
    pages = {}
    for language in ("ja", "en", "both"):
        out = tmp_path / f"一式 {language}.pdf"
        said = run(
            "print",
            number,
            "sounding",
            "--lang",
            language,
            "--out",
            out,
            "--document-number",
            "国際第1号",
            "--on",
            "R8.11.20",
        )
        assert said.code == 0
        assert {"path", "pages", "sha256", "pack", "language", "warnings"} <= set(said.json)
        with pypdfium2.PdfDocument(out) as document:
            assert len(document) == said.json["pages"]
            if language != "en":
                assert japanese_date(TODAY) in document[0].get_textpage().get_text_bounded()
        pages[language] = said.json["pages"]
    assert pages["both"] > max(pages["ja"], pages["en"])


def test_export_writes_a_workbook(run, tea, tmp_path):
    grant(run, tea)
    out = tmp_path / "本部提出 2025.xlsx"
    said = run("export", "economic_grant", "--year", 2025, "--out", out)
    assert said.code == 0
    assert {"path", "rows", "sha256"} <= set(said.json)
    assert said.json["rows"] == 1
    assert any(
        "富士のほうじ茶" in str(cell.value)
        for sheet in openpyxl.load_workbook(out)
        for row in sheet.iter_rows()
        for cell in row
    )


def test_route_tells_offices_verdict_reason_and_sources(run):
    said = run("route", "--country", "US", "--area", "テキサス州", "--purpose", "research", "--on", TODAY)
    assert said.code == 0
    assert set(said.json) == {"offices", "verdict", "reason", "sources"}
    (office,) = said.json["offices"]
    assert office == {"key": "new_york", "name": {"ja": "ニューヨーク事務所", "en": "New York Office"}}
    assert said.json["verdict"] == "covered"
    assert set(said.json["reason"]) == BOTH
    assert all(set(source) == SOURCE for source in said.json["sources"])
    assert said.json["sources"]


@pytest.mark.parametrize(
    ("asked", "verdict", "offices"),
    [
        (("BR", "research", "2026-11-20"), "consult", []),
        (("BR", "support", "2026-11-20"), "none", []),
        (("IT", "research", "2026-11-20"), "covered", ["paris"]),
        (("IT", "support", "2026-11-20"), "none", []),
        (("JM", "support", "2021-08-18"), "none", []),
        (("JM", "support", "2021-08-19"), "covered", ["new_york"]),
        (("香港", "research", "2026-11-20"), "consult", []),
        (("英国", "support", "2026-11-20"), "covered", ["london"]),
    ],
)
def test_route_by_purpose_and_day(run, asked, verdict, offices):
    country, purpose, on = asked
    said = run("route", "--country", country, "--purpose", purpose, "--on", on).json
    assert (said["verdict"], [one["key"] for one in said["offices"]]) == (verdict, offices)


def test_rules_are_listed_entered_and_withdrawn(run, tea):
    (unit,) = [
        one
        for one in run("rule", "list", "economic_grant", "--year", 2025).json["rules"]
        if one["key"] == "rounding_unit"
    ]
    assert (unit["standing"], unit["value"], unit["entered"], unit["source"]) == ("unknown", None, False, None)
    entered = run(
        "rule", "enter", "economic_grant", "--year", 2025, "rounding_unit", "--value", "1,000円", "--source", "実施要綱"
    )
    (unit,) = [one for one in entered.json["rules"] if one["key"] == "rounding_unit"]
    assert (unit["standing"], unit["value"], unit["entered"]) == ("decided", "1000", True)
    assert set(unit["source"]) == SOURCE
    assert unit["source"]["mark"] == "entered"
    assert run("check", "economic_grant", "--year", 2025, "--answers", tea).code == 0
    withdrawn = run("rule", "withdraw", "economic_grant", "--year", 2025, "rounding_unit")
    (unit,) = [one for one in withdrawn.json["rules"] if one["key"] == "rounding_unit"]
    assert unit["standing"] == "unknown"


def test_an_undecided_finding_is_decided(run, tea):
    number = grant(run, tea, 2026)
    said = run("case", "decide", number, "ECO-07", "--reason", "本部に確認済み", "--by", "課長")
    assert {one["rule"]: one["verdict"] for one in said.json["findings"]}["ECO-07"] == "met"


def test_the_branch_is_chosen_and_shown(run):
    assert run("branch").json == {"branch": None, "name": {"ja": "", "en": ""}}
    assert run("branch", "040002").json["name"]["ja"] == "宮城県支部"
    assert run("branch").json["branch"] == "040002"


def test_the_demonstration_fills_an_empty_folder_and_only_an_empty_one(run, tmp_path, few_programmes):  # noqa: F811  # the fixture
    said = run("demo", "--out", tmp_path / "見本")
    assert said.code == 0
    assert {"data", "out", "cases", "packs", "workbooks"} <= set(said.json)
    assert set(all_programmes()) == few_programmes
    examples = [example for one in all_programmes().values() for example in one.examples]
    assert len(said.json["cases"]) == len(examples)
    assert len(list((tmp_path / "見本").glob("*.pdf"))) == len(said.json["packs"])
    assert {one["path"][-7:] for one in said.json["packs"]} == {"_ja.pdf", "_en.pdf"}
    assert all(case["sample"] for case in run("case", "list").json["cases"])
    again = run("demo", "--out", tmp_path / "見本2")
    assert again.code == 1
    assert again.json["field"] == "data"
    assert not (tmp_path / "見本2").exists()


def test_a_third_programme_has_every_verb_without_an_edit(run, answers, tiny_programme, tmp_path):  # noqa: F811  # the fixture
    assert TINY in {one["key"] for one in run("programmes").json["programmes"]}
    assert {one["key"] for one in run("template", TINY, "--year", 2026).json["fields"]} == {
        "applicant",
        "title",
        "requested",
        "back_by",
    }
    cheap, dear = (
        {"applicant": "宮城県", "title": "土葬の資料", "requested": amount} for amount in ("3千円", "3,001円")
    )
    assert run("check", TINY, "--year", 2026, "--answers", answers(cheap)).json["verdict"] == "met"
    assert run("check", TINY, "--year", 2026, "--answers", answers(dear)).code == 1
    number = run("case", "new", TINY, "--year", 2026, "--answers", answers(cheap)).json["number"]
    assert run("case", "list", "--text", "土葬").json["cases"][0]["number"] == number
    assert run("print", number, "slip", "--lang", "both", "--out", tmp_path / "貸出.pdf").json["pages"] >= 4
    closed = run("case", "step", number, "lend", "--document-number", "国際第1号").json
    assert closed["closed"]
    assert run("export", TINY, "--year", 2026, "--out", tmp_path / "貸出.xlsx").json["rows"] == 1
    assert run("undo").code == 0


def test_municipality_tells_code_names_kind_and_branch(run):
    said = run("municipality", "みやぎ")
    assert said.code == 0
    assert said.json["found"][0]["code"] == "040002"
    assert said.json["table"]["as_of"] == "2026-10-03"
    ward = run("municipality", "札幌市中央区").json["found"][0]
    assert (ward["kind"], ward["city"], ward["branch"]["code"]) == ("designated_ward", "011002", "011002")
    assert run("municipality", "041003").code != 0
    assert "041009" in run("municipality", "041003").json["refused"]["ja"]
    assert run("municipality", "どこにもない町").json["field"] == "text"


def test_postal_tells_every_place_of_a_code(run):
    said = run("postal", "４９８−００００")
    assert (said.code, said.json["code"]) == (0, "498-0000")
    assert [one["address"] for one in said.json["places"]] == ["愛知県弥富市", "三重県桑名郡木曽岬町"]
    assert run("postal", "12").json["field"] == "code"
    assert run("postal", "000-1111").json["field"] == "code"


def test_deadline_tells_a_closed_day_and_moves_only_where_it_is_asked_to(run):
    said = run("deadline", "R9.3.22")
    assert (said.code, said.json["day"]) == (0, "2027-03-22")
    assert said.json["closed"]["name"]["ja"] == "振替休日"
    assert run("deadline", "2027-03-22", "--policy", "next").json["day"] == "2027-03-23"
    assert run("deadline", "2027-03-22", "--policy", "previous").json["day"] == "2027-03-19"
    assert run("deadline", "2026-04-28", "--workdays", 2).json["stated"] == "2026-05-01"
    assert not run("deadline", "2028-03-20").json["settled"]
    assert run("deadline", "2月30日").code == 2


def test_route_answers_for_the_office_in_charge(run):
    said = run("route", "--country", "IT", "--purpose", "charge")
    assert [one["key"] for one in said.json["offices"]] == ["paris"]
