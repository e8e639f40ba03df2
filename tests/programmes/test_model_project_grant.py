"""モデル事業: 1/2 in FY2005, nothing known until FY2023, the whole amount since; and the fourteen projects of FY2005."""

from collections import Counter
from datetime import date

import pypdfium2
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.model_project_grant.examples import costs, jointly, water
from clair_desktop.programmes.model_project_grant.fiscal_2005 import PROJECTS_OF_FY2005
from tests.services.casework import values

KEY = "model_project_grant"
FY2005 = {"starts": "2005-05-09", "ends": "2006-03-31"}
FY2024 = {"starts": "2024-05-13", "ends": "2025-02-28"}
WITH_NGO = [
    {"role": "lead", "kind": "local_authority", "authority": "271004"},
    {"role": "member", "kind": "npo", "name": "（見本）国際協力NGO", "legal_personality": "yes"},
]


def judge(office, raw, year=2025):
    return office.cases.judge(KEY, year, values(office, KEY, year, raw))


def finding(judged, rule):
    (found,) = [one for one in judged.findings if one.rule == rule]
    return found


def verdicts(judged):
    return {one.rule: one.verdict for one in judged.findings}


@pytest.mark.parametrize(
    ("year", "application", "cost", "most"),
    [
        (2025, costs, 2_999_999, (2_999_999, 2_999_000)),
        (2025, costs, 3_000_000, (3_000_000, 3_000_000)),
        (2025, costs, 3_000_001, (3_000_000, 3_000_000)),
        (2025, jointly, 5_000_000, (5_000_000, 5_000_000)),
        (2025, jointly, 6_000_000, (5_000_000, 5_000_000)),
        (2024, costs, 2_999_999, (2_999_999, 2_999_000)),
        (2005, costs, 5_999_999, (2_999_999, 2_999_000)),
        (2005, costs, 6_000_000, (3_000_000, 3_000_000)),
        (2005, jointly, 10_000_000, (5_000_000, 5_000_000)),
    ],
)
def test_the_rate_and_caps_of_the_cases_own_year_apply(office, year, application, cost, most):
    by_yen, by_thousand = most
    judged = judge(office, application(cost, by_yen), year)
    assert judged.grant_maximum == by_yen
    assert (verdicts(judged)["rate"], verdicts(judged)["cap"]) == (Verdict.MET, Verdict.MET)
    above = judge(office, application(cost, by_yen + 1), year)
    assert Verdict.NOT_MET in (verdicts(above)["rate"], verdicts(above)["cap"])
    office.rules.enter(KEY, "rounding_unit", year, "1,000円", source_title="実施要綱", locator="第6条")
    assert judge(office, application(cost, by_thousand), year).grant_maximum == by_thousand


@pytest.mark.parametrize("year", [2006, 2012, 2023])
def test_between_2005_and_2024_the_rate_is_not_known_and_nothing_is_reckoned(office, year):
    judged = judge(office, costs(4_000_000, 2_000_000), year)
    found = finding(judged, "rate")
    assert found.verdict is Verdict.UNDECIDED
    assert found.message.ja.startswith("定めが確認できません（助成率")
    assert (found.working, found.source) == (None, None)
    assert judged.grant_maximum is None
    assert not found.blocks


def test_the_whole_amount_is_said_in_words(office):
    assert "×総額＝2,900,000円" in finding(judge(office, water()), "rate").working.ja
    assert "×1/2＝1,450,000円" in finding(judge(office, water(), 2005), "rate").working.ja


def test_2026_is_carried_forward(office):
    judged = judge(office, water(starts="2026-05-11", ends="2027-02-26"), 2026)
    assert (verdicts(judged)["rate"], verdicts(judged)["cap"]) == (Verdict.UNDECIDED, Verdict.UNDECIDED)
    assert "前年度までの資料による" in finding(judged, "rate").message.ja
    assert judged.grant_maximum == 2_900_000


def test_a_paper_of_2005_is_addressed_to_the_former_corporation(office, tmp_path):
    sheet = office.cases.new(KEY, 2005, values(office, KEY, 2005, costs(5_999_999, 2_999_999, **FY2005)))
    out = tmp_path / "平成17年度.pdf"
    for day, name in (
        (date(2004, 11, 15), "財団法人自治体国際化協会"),
        (date(2026, 11, 20), "一般財団法人自治体国際化協会"),
    ):
        office.documents.print(sheet.number, "application", [Language.JA], out, document_number="国際第97号", on=day)
        with pypdfium2.PdfDocument(out) as document:
            letter = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert name in letter
        assert ("一般財団法人" in letter) is name.startswith("一般")


@pytest.mark.parametrize(
    ("year", "verdict"), [(2005, Verdict.NOT_MET), (2024, Verdict.MET), (2025, Verdict.MET), (2026, Verdict.UNDECIDED)]
)
def test_associations_became_eligible_later(office, year, verdict):
    association = water(
        applicant_kind="international_association", applicant="", requester_name="（見本）協会", seat="271004"
    )
    assert finding(judge(office, association, year), "applicant_eligible").verdict is verdict


def test_an_ngo_by_itself_is_not_eligible_and_with_an_authority_it_is_asked_about(office):
    ngo = {"applicant_kind": "npo", "applicant": "", "requester_name": "（見本）国際協力NGO", "seat": "271004"}
    assert finding(judge(office, water(**ngo)), "applicant_eligible").verdict is Verdict.NOT_MET
    linked = water(**ngo, joint="joint", joint_bodies=WITH_NGO)
    assert finding(judge(office, linked), "applicant_eligible").verdict is Verdict.UNDECIDED
    assert finding(judge(office, linked, 2005), "applicant_eligible").verdict is Verdict.NOT_MET


def test_a_city_with_an_ngo_is_single_in_2005_and_open_since(office):
    then = judge(office, jointly(8_000_000, 4_000_000, joint_bodies=WITH_NGO), 2005)
    assert (finding(then, "cap").verdict, then.grant_maximum) == (Verdict.NOT_MET, 3_000_000)
    now = judge(office, jointly(4_000_000, 4_000_000, joint_bodies=WITH_NGO))
    assert (finding(now, "cap").verdict, now.grant_maximum) == (Verdict.UNDECIDED, None)
    assert finding(now, "joint_reading").verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(("year", "verdict"), [(2005, Verdict.MET), (2012, Verdict.UNDECIDED), (2024, Verdict.NOT_MET)])
def test_a_prefectures_money_excludes_since_2024_and_did_not_in_2005(office, year, verdict):
    rows = [{"source": "clair_grant", "amount": 2_000_000}, {"source": "prefectural", "amount": 2_000_000}]
    judged = judge(office, costs(4_000_000, 2_000_000, local_funding="yes", funding=rows), year)
    assert finding(judged, "double_funding").verdict is verdict


@pytest.mark.parametrize(
    ("novelty", "year_of_plan", "verdict"),
    [
        ("new", "1", Verdict.MET),
        ("new", "2", Verdict.NOT_MET),
        ("continuing", "2", Verdict.NOT_MET),
        ("expanded", "2", Verdict.MET),
        ("expanded", "3", Verdict.MET),
    ],
)
def test_each_year_of_a_plan_is_examined_and_must_be_enlarged(office, novelty, year_of_plan, verdict):
    plan = water(**FY2024, novelty=novelty, plan_years="3", plan_year=year_of_plan)
    assert finding(judge(office, plan, 2024), "new_or_enlarged").verdict is verdict


def test_a_period_of_more_than_a_year_is_asked_about(office):
    assert "period_years" not in verdicts(judge(office, water(starts="2025-04-01", ends="2026-03-31")))
    longer = judge(office, water(starts="2025-04-01", ends="2026-04-01"))
    assert finding(longer, "period_years").verdict is Verdict.UNDECIDED


def test_only_the_period_of_2005_is_known_to_the_day(office):
    assert finding(judge(office, water(**FY2005), 2005), "window").verdict is Verdict.MET
    late = {**FY2005, "ends": "2006-04-01"}
    assert finding(judge(office, water(**late), 2005), "window").verdict is Verdict.NOT_MET
    assert "window" not in verdicts(judge(office, water()))


def test_the_programme_began_in_1996(office):
    with pytest.raises(Refusal):
        office.cases.new(KEY, 1995, {})


def recorded(office):
    for example in PROJECTS_OF_FY2005:
        sheet = office.cases.new(KEY, 2005, values(office, KEY, 2005, example.answers))
        office.steps.take(sheet.number, "record_past_project", on=date(2006, 3, 31))
    (cases, *_) = office.registers.rows(KEY, 2005, Language.JA).registers
    heads = [column.key for column in cases.columns]
    return [dict(zip(heads, row, strict=True)) for row in cases.rows]


def test_the_totals_of_the_table_of_2005_come_out_of_the_register(office):
    rows = recorded(office)
    assert len(rows) == 14
    assert Counter(row["field"] for row in rows) == {
        "教育": 3, "環境": 5, "人材育成": 2, "医療保険": 1, "平和貢献": 1, "産業・経済": 2,
    }  # fmt: skip
    countries = Counter(code for row in rows for code in str(row["countries"]).split(",") if code)
    assert countries == {"CN": 6, "KR": 2, "RU": 1, "TH": 2, "KH": 1, "BR": 1, "US": 1}
    assert {row["state"] for row in rows} == {"過年度の認定事業（記録）"}


def test_ten_bodies_one_urban_prefecture_six_prefectures_three_cities(office):
    names = {str(row["applicant_name"]) for row in recorded(office)}
    assert len(names) == 10
    assert Counter(name[-1] for name in names) == {"府": 1, "県": 6, "市": 3}


def test_a_project_without_a_country_is_kept_without_one(office):
    without = [row["title"] for row in recorded(office) if not row["countries"]]
    assert without == [
        "平成17年度モデル事業（教育）", "平成17年度モデル事業(1)（産業・経済）", "平成17年度モデル事業(2)（人材育成）",
    ]  # fmt: skip
