"""Worked cases. The body and its theme are those the brochure publishes; the amounts are of this specimen only."""

from datetime import date

from clair_desktop.blocks.grant_branches import grant_branches
from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

WATER: dict[str, object] = {
    "applicant_kind": "local_authority",
    "applicant": "271004",
    "representative": "大阪市長",
    "section": "国際協力担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "joint": "single",
    "title": "インドネシア水道事業運営能力向上支援事業",
    "title_en": "Support for running the waterworks of Jambi City, Indonesia",
    "field": "training",
    "other_fields": ["environment"],
    "novelty": "new",
    "places": [{"country": "ID", "area": "ジャンビ市", "partner": "ジャンビ市水道事業者"}],
    "starts": "2025-05-12",
    "ends": "2026-02-27",
    "purpose": "漏水率が高く維持管理が足りないジャンビ市の水道事業者に、技術と経験を移す。",
    "contents": "大阪市から専門家を派遣し、ジャンビ市水道事業者の職員を大阪市に招いて実地研修を行う。",
    "effect": "漏水率が下がり、現地の職員が自ら水道施設を運転管理できるようになる。",
    "reference_value": "派遣と受入研修を組み合わせた進め方は、他の自治体の水道事業でも生かせる。",
    "pioneering": "yes",
    "funding_only": "no",
    "survey_only": "no",
    "state_funding": "no",
    "local_funding": "no",
    "total_cost": 3_400_000,
    "eligible_cost": 2_900_000,
    "requested": 2_900_000,
    "cost_breakdown": [
        {"cost_item": "旅費", "detail": "専門家の派遣", "unit_price": 250_000, "quantity": "4", "unit": "人",
         "times": "1", "amount": 1_000_000, "eligibility": "eligible", "remarks": "見積1"},
        {"cost_item": "旅費", "detail": "研修員の招へい", "unit_price": 300_000, "quantity": "5", "unit": "人",
         "times": "1", "amount": 1_500_000, "eligibility": "eligible", "remarks": "見積1"},
        {"cost_item": "通訳料", "detail": "研修の通訳", "unit_price": 40_000, "quantity": "10", "unit": "日",
         "times": "1", "amount": 400_000, "eligibility": "eligible", "remarks": "見積2"},
        {"cost_item": "需用費", "detail": "消耗品", "amount": 500_000, "eligibility": "not_eligible"},
    ],
    "funding": [
        {"source": "clair_grant", "detail": "モデル事業", "amount": 2_900_000},
        {"source": "own_funds", "detail": "市一般財源", "amount": 500_000},
    ],
}  # fmt: skip
_OSAKA_AND_HYOGO = [
    {"role": "lead", "kind": "local_authority", "authority": "271004"},
    {"role": "member", "kind": "local_authority", "authority": "280003"},
]
_WITH_NGO = [
    {"role": "lead", "kind": "local_authority", "authority": "271004"},
    {"role": "member", "kind": "npo", "name": "（見本）国際協力NGO", "legal_personality": "yes"},
]
_FY2005: dict[str, object] = {"starts": "2005-05-09", "ends": "2006-03-31"}
_FY2012: dict[str, object] = {"starts": "2012-05-14", "ends": "2013-03-15"}
_FY2024: dict[str, object] = {"starts": "2024-05-13", "ends": "2025-02-28"}


def water(**changed: object) -> dict[str, object]:
    return {**WATER, **changed}


def costs(eligible: int, requested: int, **changed: object) -> dict[str, object]:
    """The same project with one eligible cost row, so that every total agrees."""
    funding = [{"source": "clair_grant", "amount": requested}]
    if eligible > requested:
        funding.append({"source": "own_funds", "amount": eligible - requested})
    return water(
        total_cost=eligible,
        eligible_cost=eligible,
        requested=requested,
        cost_breakdown=[{"cost_item": "委託料", "amount": eligible, "eligibility": "eligible"}],
        **{"funding": funding, **changed},
    )


def jointly(eligible: int, requested: int, **changed: object) -> dict[str, object]:
    return costs(eligible, requested, **{"joint": "joint", "joint_bodies": _OSAKA_AND_HYOGO, **changed})


_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
_BOTH_MET = {"rate": _MET, "cap": _MET}

EXAMPLES = [
    Example(
        Wording("大阪市のジャンビ市水道支援（2025年度）", "Osaka City's waterworks support for Jambi (FY2025)"),
        2025,
        WATER,
        {**_BOTH_MET, "applicant_eligible": _MET, "pioneering": _MET, "double_funding": _OPEN},
        grant_maximum=2_900_000,
        enclosures=["invitation", "quotation"],
        instead={
            **grant_branches(2025),
            "claim": ExampleStep(  # as planned, so that more than the advance is due
                "claim",
                date(2026, 3, 27),
                number="国際第152号",
                answers={
                    "actual_total_cost": 3_400_000,
                    "actual_eligible_cost": 2_900_000,
                    "final_amount": 2_900_000,
                },
            ),
        },
        steps=[
            ExampleStep("begin_check", date(2024, 10, 15)),
            ExampleStep("transmit", date(2024, 10, 28), number="国際第121号"),
            ExampleStep("select", date(2025, 2, 21)),
            ExampleStep("apply_for_grant", date(2025, 3, 17), number="国際第139号"),
            ExampleStep("award_received", date(2025, 4, 18), answers={"awarded": 2_900_000, "award_day": "2025-04-16"}),
            ExampleStep("start", date(2025, 5, 12)),
            ExampleStep("claim_advance", date(2025, 5, 26), number="国際第14号", answers={"advance": 2_000_000}),
            ExampleStep("record_advance", date(2025, 6, 20)),
            ExampleStep("complete", date(2026, 2, 27), answers={"completed_on": "2026-02-27"}),
            ExampleStep(
                "report",
                date(2026, 3, 9),
                number="国際第144号",
                answers={
                    "results": "専門家を2回派遣し、研修員5人が水処理の実習を終えた。",
                    "actual_total_cost": 2_300_000,
                    "actual_eligible_cost": 1_800_000,
                },
            ),
            ExampleStep("finalise", date(2026, 3, 27), answers={"final_amount": 1_800_000}),
            ExampleStep("settle", date(2026, 3, 30)),
            ExampleStep("demand_repayment", date(2026, 4, 10), answers={"repayment": 200_000}),
            ExampleStep("repaid", date(2026, 4, 24)),
        ],
    ),
    Example(
        Wording("2005年度の大阪市の事業（助成率1/2・財団法人）", "Osaka City in FY2005 (1/2; the former corporation)"),
        2005,
        costs(5_999_999, 2_999_999, **_FY2005),
        {**_BOTH_MET, "applicant_eligible": _MET, "window": _MET, "double_funding": _MET},
        grant_maximum=2_999_999,
        steps=[
            ExampleStep("begin_check", date(2004, 11, 8)),
            ExampleStep("transmit", date(2004, 11, 15), number="国際第97号"),
            ExampleStep("select", date(2005, 3, 25)),
        ],
    ),
    Example(
        Wording("2005年度単独600万円", "FY2005, single, ¥6,000,000"),
        2005,
        costs(6_000_000, 3_000_000, **_FY2005),
        _BOTH_MET,
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("2005年度共同1,000万円", "FY2005, joint, ¥10,000,000"),
        2005,
        jointly(10_000_000, 5_000_000, **_FY2005),
        {**_BOTH_MET, "joint_branches": _OPEN},
        grant_maximum=5_000_000,
    ),
    Example(
        Wording("2005年度は協会が対象団体ではない", "FY2005: associations were not eligible"),
        2005,
        costs(
            4_000_000,
            2_000_000,
            **_FY2005,
            applicant_kind="international_association",
            applicant="",
            requester_name="（見本）大阪の地域国際化協会",
            requester_name_en="(Specimen) a recognised association in Osaka",
            seat="271004",
            representative="理事長",
        ),
        {"applicant_eligible": _NOT},
        grant_maximum=2_000_000,
    ),
    Example(
        Wording("2005年度は県の助成があっても対象（国等だけが除外）", "FY2005: only State funding excluded"),
        2005,
        costs(
            4_000_000,
            2_000_000,
            **_FY2005,
            local_funding="yes",
            funding=[
                {"source": "clair_grant", "amount": 2_000_000},
                {"source": "prefectural", "amount": 2_000_000},
            ],
        ),
        {"double_funding": _MET},
        grant_maximum=2_000_000,
    ),
    Example(
        Wording("2012年度は助成率が確認できない", "FY2012: the rate is not known"),
        2012,
        costs(4_000_000, 2_000_000, **_FY2012),
        {"rate": _OPEN, "cap": _OPEN, "double_funding": _OPEN},
    ),
    Example(
        Wording("県の助成を受ける（2024年度）", "A prefecture's subsidy (FY2024)"),
        2024,
        costs(
            4_000_000,
            2_000_000,
            **_FY2024,
            local_funding="yes",
            funding=[
                {"source": "clair_grant", "amount": 2_000_000},
                {"source": "prefectural", "amount": 2_000_000},
            ],
        ),
        {"double_funding": _NOT, "rate": _MET},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("3年計画の2年目、拡充なし（2024年度）", "Second year of a plan, not enlarged (FY2024)"),
        2024,
        water(**_FY2024, novelty="continuing", plan_years="3", plan_year="2"),
        {"new_or_enlarged": _NOT},
        grant_maximum=2_900_000,
    ),
    Example(
        Wording("3年計画の2年目を新規とした（2024年度）", "Second year of a plan called new (FY2024)"),
        2024,
        water(**_FY2024, novelty="new", plan_years="3", plan_year="2"),
        {"new_or_enlarged": _NOT},
        grant_maximum=2_900_000,
    ),
    Example(
        Wording("3年計画の2年目、内容を拡充（2024年度）", "Second year of a plan, enlarged (FY2024)"),
        2024,
        water(**_FY2024, novelty="expanded", plan_years="3", plan_year="2"),
        {"new_or_enlarged": _MET},
        grant_maximum=2_900_000,
    ),
    Example(
        Wording("調査だけの事業（2024年度）", "A mere survey (FY2024)"),
        2024,
        water(**_FY2024, survey_only="yes"),
        {"survey_only": _NOT},
        grant_maximum=2_900_000,
    ),
    Example(
        Wording("2025年度単独299万9,999円", "FY2025, single, ¥2,999,999"),
        2025,
        costs(2_999_999, 2_999_999),
        _BOTH_MET,
        grant_maximum=2_999_999,
    ),
    Example(
        Wording("2025年度単独300万円", "FY2025, single, ¥3,000,000"),
        2025,
        costs(3_000_000, 3_000_000),
        _BOTH_MET,
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("2025年度単独300万1円", "FY2025, single, ¥3,000,001"),
        2025,
        costs(3_000_001, 3_000_001),
        {"rate": _MET, "cap": _NOT},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("2025年度共同500万円", "FY2025, joint, ¥5,000,000"),
        2025,
        jointly(5_000_000, 5_000_000),
        _BOTH_MET,
        grant_maximum=5_000_000,
    ),
    Example(
        Wording("2025年度共同600万円", "FY2025, joint, ¥6,000,000"),
        2025,
        jointly(6_000_000, 5_000_000),
        _BOTH_MET,
        grant_maximum=5_000_000,
    ),
    Example(
        Wording("市とNGOだけの共同は要確認（2025年度）", "A city and an NGO alone: to be confirmed (FY2025)"),
        2025,
        jointly(4_000_000, 4_000_000, joint_bodies=_WITH_NGO),
        {"cap": _OPEN, "joint_reading": _OPEN},
    ),
    Example(
        Wording("市とNGOの共同は単独の上限（2005年度）", "A city and an NGO: the single cap (FY2005)"),
        2005,
        jointly(8_000_000, 4_000_000, **_FY2005, joint_bodies=_WITH_NGO),
        {"cap": _NOT, "rate": _MET},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("NGOの単独申請", "An NGO by itself"),
        2025,
        water(
            applicant_kind="npo",
            applicant="",
            requester_name="（見本）国際協力NGO",
            requester_name_en="(Specimen) an NGO",
            seat="271004",
            representative="代表理事",
        ),
        {"applicant_eligible": _NOT},
        grant_maximum=2_900_000,
    ),
    Example(
        Wording("2026年度は前年度の資料による", "FY2026: carried forward"),
        2026,
        water(starts="2026-05-11", ends="2027-02-26"),
        {"rate": _OPEN, "cap": _OPEN},
        grant_maximum=2_900_000,
        steps=[
            ExampleStep(
                "begin_check",
                date(2025, 10, 14),
                answers={
                    "corrections": "相手団体の覚書の和訳を添付すること。",
                    "correct_by": "2025-10-24",
                    "awaited": "見積書の写し",
                    "awaited_by": "2025-10-28",
                },
            )
        ],
    ),
]
