"""Every vector of domain.md §5.7: what the guidelines give, to the yen and to the thousand, through the services."""

import pytest

from clair_desktop.domain.rulings import Verdict
from clair_desktop.programmes.economic_grant.examples import tea
from clair_desktop.programmes.exchange_grant.examples import homestay
from clair_desktop.programmes.model_project_grant.examples import jointly, water
from clair_desktop.programmes.multicultural_grant.examples import guide, single
from tests.services.casework import values

ECO, IEX, MUL, MODEL = "economic_grant", "exchange_grant", "multicultural_grant", "model_project_grant"
CASES = {ECO: tea, IEX: homestay, MODEL: water}
SOURCE = {"source_title": "実施要領", "locator": "端数処理"}


def grants(programmes, place, cost, *most):
    return [
        pytest.param((key, 2025, {"place": place, "eligible_cost": cost}, most), id=f"{key}-{place}-{cost}")
        for key in programmes
    ]


def model(year, application, cost, *most):
    changed = {"joint": "joint", "joint_bodies": jointly(1, 1)["joint_bodies"]} if application == "joint" else {}
    return pytest.param(
        (MODEL, year, {"eligible_cost": cost, **changed}, most), id=f"{MODEL}-{year}-{application}-{cost}"
    )


MAXIMA = [
    *grants([ECO], "abroad", 2_000_000, 0, 0),
    *grants([ECO], "abroad", 2_000_001, 1_000_000, 1_000_000),
    *grants([ECO], "japan", 2_500_999, 1_250_499, 1_250_000),
    *grants([ECO], "abroad", 9_999_999, 4_999_999, 4_999_000),
    *grants([ECO, IEX], "abroad", 10_000_000, 5_000_000, 5_000_000),
    *grants([ECO, IEX], "abroad", 10_000_001, 5_000_000, 5_000_000),
    *grants([ECO, IEX], "japan", 5_999_999, 2_999_999, 2_999_000),
    *grants([ECO, IEX], "japan", 6_000_000, 3_000_000, 3_000_000),
    *grants([ECO, IEX], "japan", 6_000_001, 3_000_000, 3_000_000),
    *grants([IEX], "japan", 300_001, 150_000, 150_000),
    model(2025, "single", 2_999_999, 2_999_999, 2_999_000),
    model(2025, "single", 3_000_000, 3_000_000, 3_000_000),
    model(2025, "single", 3_000_001, 3_000_000, 3_000_000),
    model(2025, "joint", 5_000_000, 5_000_000, 5_000_000),
    model(2025, "joint", 6_000_000, 5_000_000, 5_000_000),
    model(2005, "single", 5_999_999, 2_999_999, 2_999_000),
    model(2005, "single", 6_000_000, 3_000_000, 3_000_000),
    model(2005, "joint", 10_000_000, 5_000_000, 5_000_000),
]
LIMITS = {"ECO-05", "ECO-06", "ECO-07", "IEX-03", "IEX-03-cap", "rate", "cap"}


@pytest.mark.parametrize("unit", [1, 1_000], ids=["by the yen", "by the thousand"])
@pytest.mark.parametrize("vector", MAXIMA)
def test_the_most_a_grant_may_be_is_met_and_a_yen_more_is_not(office, vector, unit):
    key, year, changed, most = vector
    office.rules.enter(key, "rounding_unit", year, f"{unit}円", **SOURCE)
    expected = most[0] if unit == 1 else most[1]

    def judged(requested):
        raw = CASES[key](**changed, requested=requested)
        return office.cases.judge(key, year, values(office, key, year, raw))

    def limits(requested):
        return {one.verdict for one in judged(requested).findings if one.rule in LIMITS}

    assert judged(expected).grant_maximum == expected
    assert limits(expected) == {Verdict.MET} if expected else Verdict.NOT_MET in limits(expected)
    assert Verdict.NOT_MET in limits(expected + 1)


def test_a_cost_of_ten_million_reaches_the_cap_by_its_half_and_a_yen_more_is_capped(office):
    """「cap = half, not capped」: share and cap agree, and the working shows which of them binds."""
    for cost, share in ((10_000_000, "5,000,000円"), (10_000_002, "5,000,001円")):
        raw = tea(place="abroad", eligible_cost=cost, requested=5_000_000)
        found = {one.rule: one for one in office.cases.judge(ECO, 2025, values(office, ECO, 2025, raw)).findings}
        assert share in found["ECO-06"].working.ja
        assert found["ECO-07"].working.ja == "上限額5,000,000円に対し5,000,000円"


TOWN, CITY = ("465348", "知名町長"), ("011002", "札幌市長")
REQUESTS = [
    pytest.param(single(499_999, *TOWN), "MUL-06", "not_met", id="a town requests 499,999"),
    pytest.param(single(500_000, *TOWN), "MUL-06", "met", id="a town requests 500,000"),
    pytest.param(single(3_000_000, *TOWN), "MUL-04", "met", id="a town requests 3,000,000"),
    pytest.param(single(3_000_001, *TOWN), "MUL-04", "not_met", id="a town requests 3,000,001"),
    pytest.param(single(4_000_000, *CITY), "MUL-03", "met", id="a designated city requests 4,000,000"),
    pytest.param(single(4_000_001, *CITY), "MUL-03", "not_met", id="a designated city requests 4,000,001"),
    pytest.param(guide(4_000_000), "MUL-05", "met", id="two towns jointly request 4,000,000"),
    pytest.param(guide(4_000_001), "MUL-05", "not_met", id="two towns jointly request 4,000,001"),
]


@pytest.mark.parametrize("unit", [1, 1_000], ids=["by the yen", "by the thousand"])
@pytest.mark.parametrize(("raw", "rule", "verdict"), REQUESTS)
def test_what_a_body_may_request_for_a_multicultural_project(office, raw, rule, verdict, unit):
    office.rules.enter(MUL, "rounding_unit", 2024, f"{unit}円", **SOURCE)
    judged = office.cases.judge(MUL, 2024, values(office, MUL, 2024, raw))
    assert [one.verdict for one in judged.findings if one.rule == rule] == [verdict]
    assert judged.grant_maximum is None  # the rate is in no document


@pytest.mark.parametrize(("unit", "most"), [("1円", 1_250_499), ("1,000円", 1_250_000)])
def test_once_a_rate_is_entered_the_multicultural_maximum_is_rounded_down_too(office, unit, most):
    office.rules.enter(MUL, "rate", 2024, "1/2", **SOURCE)
    office.rules.enter(MUL, "rounding_unit", 2024, unit, **SOURCE)
    raw = {**single(600_000, *TOWN), "eligible_cost": 2_500_999}
    assert office.cases.judge(MUL, 2024, values(office, MUL, 2024, raw)).grant_maximum == most
