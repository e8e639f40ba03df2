"""MUL-01 … MUL-07: caps by kind of body, joint projects, the floor, and a rate that nobody has published."""

from datetime import date

import pypdfium2
import pytest

from clair_desktop.domain.answers import read
from clair_desktop.domain.facts import Earlier, Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.multicultural_grant import PROGRAMME
from clair_desktop.programmes.multicultural_grant.examples import casebook, guide, single
from clair_desktop.services.gazetteer import load_gazetteer
from tests.services.casework import values

KEY = "multicultural_grant"
SOURCE = {"source_title": "多文化共生のまちづくり促進事業実施要綱", "locator": "第5条"}
TOWN, CITY = ("465348", "知名町長"), ("011002", "札幌市長")
NPO = {"role": "member", "kind": "npo", "name": "（見本）NPO法人", "legal_personality": "yes"}
LEAD = {"role": "lead", "kind": "local_authority", "authority": "465348"}
FY2023 = {"starts": "2023-05-01", "ends": "2024-02-14"}


def judge(office, raw, year=2024):
    return office.cases.judge(KEY, year, values(office, KEY, year, raw))


def finding(judged, rule):
    (found,) = [one for one in judged.findings if one.rule == rule]
    return found


def verdicts(judged):
    return {one.rule: one.verdict for one in judged.findings}


@pytest.mark.parametrize(
    ("raw", "rule", "verdict"),
    [
        (single(499_999, *TOWN), "MUL-06", Verdict.NOT_MET),
        (single(500_000, *TOWN), "MUL-06", Verdict.MET),
        (single(3_000_000, *TOWN), "MUL-04", Verdict.MET),
        (single(3_000_001, *TOWN), "MUL-04", Verdict.NOT_MET),
        (single(4_000_000, *CITY), "MUL-03", Verdict.MET),
        (single(4_000_001, *CITY), "MUL-03", Verdict.NOT_MET),
        (guide(4_000_000), "MUL-05", Verdict.MET),
        (guide(4_000_001), "MUL-05", Verdict.NOT_MET),
    ],
)
def test_caps_and_floor_of_2024(office, raw, rule, verdict):
    assert finding(judge(office, raw), rule).verdict is verdict


@pytest.mark.parametrize("year", [2020, 2022, 2023, 2024, 2026])
def test_the_rate_is_undecided_in_every_year_and_so_is_the_maximum(office, year):
    judged = judge(office, casebook(), year)
    assert finding(judged, "rate").verdict is Verdict.UNDECIDED
    assert finding(judged, "rate").source is None
    assert not finding(judged, "rate").blocks
    assert judged.grant_maximum is None


def test_once_the_branch_enters_the_rate_the_maximum_is_reckoned(office):
    office.rules.enter(KEY, "rate", 2024, "10/10", **SOURCE)
    assert judge(office, casebook()).grant_maximum == 2_400_000
    assert judge(office, guide(4_000_000)).grant_maximum == 4_000_000
    below = {**casebook(), "eligible_cost": 400_000}
    assert judge(office, below).grant_maximum == 0


def test_the_caps_of_2024_are_carried_forward_and_never_pass(office):
    for year in (2025, 2026, 2027):
        found = finding(judge(office, single(3_000_001, *TOWN), year), "MUL-04")
        assert found.verdict is Verdict.UNDECIDED
        assert "前年度までの資料による" in found.message.ja
        assert not found.blocks


def test_a_town_and_an_npo_alone_may_or_may_not_be_joint(office):
    bodies = {"joint_bodies": [LEAD, NPO]}
    between = judge(office, guide(3_500_000, **bodies))
    assert finding(between, "MUL-05").verdict is Verdict.UNDECIDED
    assert finding(between, "joint_reading").verdict is Verdict.UNDECIDED
    assert finding(judge(office, guide(3_000_000, **bodies)), "MUL-05").verdict is Verdict.MET
    assert finding(judge(office, guide(4_000_001, **bodies)), "MUL-05").verdict is Verdict.NOT_MET
    office.rules.enter(KEY, "joint_with_others", 2024, "はい", **SOURCE)
    decided = judge(office, guide(3_500_000, **bodies))
    assert verdicts(decided)["MUL-05"] is Verdict.MET
    assert "joint_reading" not in verdicts(decided)


def test_an_npo_alone_is_blocked_and_so_is_one_without_legal_personality(office):
    alone = {"applicant_kind": "npo", "requester_name": "（見本）NPO法人"}
    for year in (2020, 2022, 2023, 2026):
        assert finding(judge(office, casebook(**alone), year), "applicant_eligible").verdict is Verdict.NOT_MET
    # The page of FY2024 lists NPOs and is cut off before it says how they apply.
    assert finding(judge(office, casebook(**alone), 2024), "applicant_eligible").verdict is Verdict.UNDECIDED
    bodies = [LEAD, {**LEAD, "role": "member", "authority": "465330"}, {**NPO, "legal_personality": "no"}]
    found = finding(judge(office, guide(3_000_000, joint_bodies=bodies)), "legal_personality")
    assert (found.verdict, found.row) == (Verdict.NOT_MET, 3)
    partner = [{"name": "（見本）市民団体", "legal_personality": "no"}]
    found = finding(judge(office, single(3_000_000, *TOWN, partner_npos=partner)), "legal_personality")
    assert (found.verdict, found.field) == (Verdict.NOT_MET, "partner_npos")


def test_a_joint_project_of_two_branches_keeps_both_and_asks(office):
    bodies = [
        {"role": "lead", "kind": "local_authority", "authority": "011002"},
        {"role": "member", "kind": "local_authority", "authority": "010006"},
        {"role": "member", "kind": "local_authority", "authority": "014583"},
    ]
    judged = judge(office, guide(4_000_000, applicant="011002", joint_bodies=bodies))
    found = finding(judged, "joint_branches")
    assert found.verdict is Verdict.UNDECIDED
    assert "札幌市支部" in found.message.ja
    assert "北海道支部" in found.message.ja
    assert finding(judged, "MUL-05").verdict is Verdict.MET


@pytest.mark.parametrize("key", ["awarded", "final_amount"])
def test_an_amount_cut_below_the_floor_is_asked_about(office, key):
    cut = {"awarded": 600_000, "award_day": "2024-04-10", key: 480_000}
    judged = judge(office, single(600_000, *TOWN, **cut))
    assert finding(judged, "MUL-06").verdict is Verdict.MET
    found = finding(judged, f"floor_{key}")
    assert found.verdict is Verdict.UNDECIDED
    assert found.working.ja == "480,000円＜下限額500,000円"
    assert not found.blocks


def test_a_floor_existed_in_2023_but_its_amount_is_not_known(office):
    judged = judge(office, single(100_000, *TOWN, **FY2023), 2023)
    assert finding(judged, "MUL-06").verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("source", "verdict"),
    [("national", Verdict.NOT_MET), ("prefectural", Verdict.MET), ("municipal_other", Verdict.MET)],
)
def test_the_text_of_2023_excludes_the_states_money_only(office, source, verdict):
    rows = [
        {"source": "clair_grant", "amount": 1_000_000},
        {"source": source, "amount": 300_000},
        {"source": "own_funds", "amount": 300_000},
    ]
    told = {"state_funding": "yes"} if source == "national" else {"local_funding": "yes"}
    judged = judge(office, single(1_000_000, *TOWN, **FY2023, **told, funding=rows), 2023)
    assert finding(judged, "MUL-02-public").verdict is verdict
    assert "300,000円" in finding(judged, "MUL-02-public").working.ja


def test_the_end_of_february_is_the_29th_of_a_leap_year(office):
    in_2026 = {"starts": "2026-05-01", "ends": "2027-02-28"}
    assert finding(judge(office, casebook(**in_2026), 2026), "MUL-07").verdict is Verdict.MET
    late = {**in_2026, "ends": "2027-03-01"}
    assert finding(judge(office, casebook(**late), 2026), "MUL-07").verdict is Verdict.NOT_MET
    leap = finding(judge(office, casebook(starts="2027-05-01", ends="2028-02-29"), 2027), "MUL-07")
    assert leap.verdict is Verdict.UNDECIDED
    assert "令和10年2月29日まで" in leap.working.ja
    assert "実施実施" not in leap.message.ja
    assert "定めの期間内" in leap.message.ja


def test_a_city_designated_in_between_has_the_larger_cap_in_later_years_only(office):
    """熊本市 became a designated city on 1 April 2012; the caps of those years are entered here to show it."""
    for year in (2011, 2012):
        office.rules.enter(KEY, "cap_small", year, "300万円", **SOURCE)
        office.rules.enter(KEY, "cap_large", year, "400万円", **SOURCE)
    asked = single(4_000_000, "431001", "熊本市長")
    assert finding(judge(office, asked, 2011), "MUL-04").verdict is Verdict.NOT_MET
    assert finding(judge(office, asked, 2012), "MUL-03").verdict is Verdict.MET


@pytest.mark.parametrize(
    ("year", "opens", "due"),
    [
        (2018, date(2017, 8, 4), date(2017, 10, 6)),
        (2022, date(2021, 8, 2), date(2021, 9, 30)),
        (2023, date(2022, 8, 1), date(2022, 9, 30)),
        (2024, date(2023, 8, 1), date(2023, 9, 29)),
        (2026, date(2025, 7, 14), date(2025, 9, 30)),
    ],
)
def test_every_known_call_is_declared_with_its_source(office, year, opens, due):
    book = office.edition(KEY, year).book
    assert (book.day("call_opens"), book.day("headquarters_deadline")) == (opens, due)
    assert book.standing("headquarters_deadline").ruling.source.url
    sheet = office.cases.new(KEY, year, {})
    assert {one.deadline.key: one.day for one in sheet.due}["headquarters"] == due


def test_two_projects_of_a_body_in_a_year_above_its_cap_are_asked_about():
    names, edition = load_gazetteer(), PROGRAMME.edition(FiscalYear(2024))
    answers = read(edition.fields(), single(2_000_000, *TOWN), names).answers

    def found(*earlier):
        facts = Facts(answers, date(2023, 9, 1), names, earlier=earlier)
        return [one.verdict for one in edition.findings(facts) if one.rule == "several_projects"]

    first = Earlier("R5-0001", KEY, FiscalYear(2024), {**answers, "requested": 1_000_001})
    assert found(first) == [Verdict.UNDECIDED]
    assert found(Earlier("R5-0001", KEY, FiscalYear(2024), {**answers, "requested": 1_000_000})) == []
    assert found(Earlier("R4-0001", KEY, FiscalYear(2023), first.answers)) == []
    assert found(Earlier("R5-0001", KEY, FiscalYear(2024), first.answers, stopped=True)) == []


def test_the_cost_sheet_of_the_application_bears_its_number_and_no_other_paper_has_one(office, tmp_path):
    numbered = [
        document.layout.form_number.ja
        for pack in office.edition(KEY, 2026).packs()
        for document in pack.documents
        if getattr(document.layout, "form_number", None)
    ]
    assert numbered == ["様式1号-2"]
    sheet = office.cases.new(KEY, 2026, values(office, KEY, 2026, casebook()))
    out = tmp_path / "申請書一式.pdf"
    office.documents.print(sheet.number, "application", [Language.JA], out)
    with pypdfium2.PdfDocument(out) as document:
        assert any("様式1号-2" in page.get_textpage().get_text_bounded() for page in document)
