"""Worked cases. The body and its theme are those the brochure publishes; the amounts are of this specimen only."""

from datetime import date

from clair_desktop.blocks.grant_branches import grant_branches
from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

HOMESTAY: dict[str, object] = {
    "applicant_kind": "local_authority",
    "applicant": "085464",
    "representative": "境町長",
    "section": "国際交流担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "joint": "single",
    "title": "境町中学生のホノルル市姉妹校派遣・ホームステイ事業",
    "title_en": "Homestay of junior high school students of Sakai Town at their sister school in Honolulu",
    "category": ["youth"],
    "novelty": "new",
    "place": "abroad",
    "places": [{"country": "US", "area": "ハワイ州ホノルル市", "partner": "姉妹校"}],
    "starts": "2025-06-02",
    "ends": "2026-01-30",
    "purpose": "姉妹都市ホノルル市との交流を、次の世代を担う中学生に広げる。",
    "contents": "中学生15人を姉妹校へ派遣し、ホームステイと授業への参加を行う。帰国後は町内で報告会を開く。",
    "effect": "姉妹校との行き来が続き、町民の国際理解が深まる。",
    "reference_value": "学校どうしの派遣を町民の受入れにつなげる進め方は、他の町村でも生かせる。",
    "expansion_expected": "yes",
    "participation_expected": "yes",
    "state_funding": "no",
    "local_funding": "no",
    "contribution_included": "no",
    "total_cost": 6_600_000,
    "eligible_cost": 6_000_000,
    "requested": 3_000_000,
    "cost_breakdown": [
        {"cost_item": "旅費", "detail": "中学生の渡航", "unit_price": 280_000, "quantity": "15", "unit": "人",
         "times": "1", "amount": 4_200_000, "eligibility": "eligible", "remarks": "見積1"},
        {"cost_item": "旅費", "detail": "引率者の渡航", "unit_price": 280_000, "quantity": "3", "unit": "人",
         "times": "1", "amount": 840_000, "eligibility": "eligible", "remarks": "見積1"},
        {"cost_item": "委託料", "detail": "現地での手配", "amount": 960_000, "eligibility": "eligible",
         "remarks": "見積2"},
        {"cost_item": "物品費", "detail": "記念品", "amount": 600_000, "eligibility": "not_eligible"},
    ],
    "funding": [
        {"source": "clair_grant", "detail": "国際交流支援事業", "amount": 3_000_000},
        {"source": "own_funds", "detail": "町一般財源", "amount": 2_700_000},
        {"source": "fees", "detail": "参加者負担金", "amount": 900_000},
    ],
}  # fmt: skip
NEXT_YEAR: dict[str, object] = {"starts": "2026-06-01", "ends": "2027-01-29"}


def homestay(**changed: object) -> dict[str, object]:
    return {**HOMESTAY, **changed}


def costs(eligible: int, requested: int, **changed: object) -> dict[str, object]:
    """The same project with one eligible cost row, so that every total agrees."""
    return homestay(
        total_cost=eligible,
        eligible_cost=eligible,
        requested=requested,
        cost_breakdown=[{"cost_item": "委託料", "amount": eligible, "eligibility": "eligible"}],
        funding=[
            {"source": "clair_grant", "amount": requested},
            {"source": "own_funds", "amount": eligible - requested},
        ],
        **changed,
    )


_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
_BOTH_MET = {"IEX-03": _MET, "IEX-03-cap": _MET}
_ALL_MET = dict.fromkeys(("applicant_eligible", "IEX-01", "IEX-01-participation", "IEX-02", *_BOTH_MET), _MET)

EXAMPLES = [
    Example(
        Wording("境町の中学生の姉妹校派遣（2025年度）", "Sakai Town's students at their sister school (FY2025)"),
        2025,
        HOMESTAY,
        {**_ALL_MET, "double_funding": _OPEN, "IEX-04": _OPEN},
        grant_maximum=3_000_000,
        enclosures=["quotation", "invitation"],
        instead=grant_branches(2025),
        steps=[
            ExampleStep("begin_check", date(2024, 10, 15)),
            ExampleStep("transmit", date(2024, 10, 21), number="国際第112号"),
            ExampleStep("select", date(2025, 2, 14)),
            ExampleStep("apply_for_grant", date(2025, 3, 10), number="国際第133号"),
            ExampleStep("award_received", date(2025, 4, 15), answers={"awarded": 2_800_000, "award_day": "2025-04-14"}),
            ExampleStep("start", date(2025, 6, 2), answers={"first_order_on": "2025-06-02"}),
            ExampleStep("claim_advance", date(2025, 6, 20), number="国際第21号", answers={"advance": 1_400_000}),
            ExampleStep("record_advance", date(2025, 7, 11)),
            ExampleStep("complete", date(2026, 2, 2), answers={"completed_on": "2026-01-30"}),
            ExampleStep(
                "report",
                date(2026, 2, 20),
                number="国際第140号",
                answers={
                    "results": "中学生15人が2週間の授業とホームステイに参加し、報告会には町民が集まった。",
                    "actual_total_cost": 6_300_000,
                    "actual_eligible_cost": 5_700_000,
                },
            ),
            ExampleStep("finalise", date(2026, 3, 20), answers={"final_amount": 2_800_000}),
            ExampleStep("claim", date(2026, 3, 27), number="国際第155号"),
        ],
    ),
    Example(
        Wording("2026年度：メール必着と実施期間が決まっている", "FY2026: arrival by e-mail and the window are known"),
        2026,
        homestay(**NEXT_YEAR, submitted_by="email", arrived_on="2025-10-31"),
        {**_ALL_MET, "IEX-04": _MET, "arrival": _MET, "IEX-04-email": _MET, "double_funding": _OPEN},
        grant_maximum=3_000_000,
        steps=[
            ExampleStep(
                "begin_check",
                date(2025, 10, 20),
                answers={
                    "corrections": "受入校の招請状を添付すること。",
                    "correct_by": "2025-10-27",
                    "awaited": "見積書の写し",
                    "awaited_by": "2025-11-04",
                },
            ),
            ExampleStep("transmit", date(2025, 10, 30), number="国際第118号"),
        ],
    ),
    Example(
        Wording("期限の翌月曜に着いた（金曜必着）", "Arrived on the Monday after a Friday deadline"),
        2026,
        homestay(**NEXT_YEAR, submitted_by="post", arrived_on="2025-11-03"),
        {"arrival": _NOT, "IEX-04-email": _NOT},
        grant_maximum=3_000_000,
        steps=[ExampleStep("begin_check", date(2025, 10, 30))],
    ),
    Example(
        Wording("2月28日の期限を過ぎる", "Beyond the 28th of February"),
        2026,
        homestay(starts="2026-06-01", ends="2027-03-01"),
        {"IEX-04": _NOT},
        grant_maximum=3_000_000,
        steps=[ExampleStep("begin_check", date(2025, 10, 20))],
    ),
    Example(
        Wording("2027年度は前年度の資料による", "FY2027: carried forward"),
        2027,
        homestay(starts="2027-06-01", ends="2028-02-28"),
        {"IEX-01": _OPEN, "IEX-03": _OPEN, "IEX-03-cap": _OPEN, "IEX-04": _OPEN},
        grant_maximum=3_000_000,
        steps=[ExampleStep("begin_check", date(2026, 10, 19))],
    ),
    Example(
        Wording("2024年度は定めが確認できない", "FY2024: no provision is known"),
        2024,
        homestay(starts="2024-06-03", ends="2025-01-31"),
        {"applicant_eligible": _OPEN, "IEX-01": _OPEN, "IEX-02": _OPEN, "IEX-03": _OPEN, "IEX-03-cap": _OPEN},
    ),
    Example(
        Wording("国内30万1円（下限なし）", "¥300,001 in Japan (there is no floor)"),
        2025,
        costs(300_001, 150_000, place="japan"),
        _BOTH_MET,
        grant_maximum=150_000,
    ),
    Example(
        Wording("半額がちょうど上限（海外1,000万円）", "Half is exactly the cap (¥10,000,000 abroad)"),
        2025,
        costs(10_000_000, 5_000_000),
        _BOTH_MET,
        grant_maximum=5_000_000,
    ),
    Example(
        Wording("上限で頭打ち（海外1,000万1円）", "Capped (¥10,000,001 abroad)"),
        2025,
        costs(10_000_001, 5_000_001),
        {"IEX-03": _NOT, "IEX-03-cap": _NOT},
        grant_maximum=5_000_000,
    ),
    Example(
        Wording("国内599万9,999円", "¥5,999,999 in Japan"),
        2025,
        costs(5_999_999, 2_999_999, place="japan"),
        _BOTH_MET,
        grant_maximum=2_999_999,
    ),
    Example(
        Wording("国内600万円", "¥6,000,000 in Japan"),
        2025,
        costs(6_000_000, 3_000_000, place="japan"),
        _BOTH_MET,
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("国内600万1円", "¥6,000,001 in Japan"),
        2025,
        costs(6_000_001, 3_000_000, place="japan"),
        _BOTH_MET,
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("地域国際化協会の申請", "Application of a recognised international association"),
        2025,
        homestay(
            applicant_kind="international_association",
            applicant="",
            requester_name="（見本）茨城県の地域国際化協会",
            requester_name_en="(Specimen) the recognised international association of Ibaraki",
            seat="080004",
            representative="理事長",
        ),
        {"applicant_eligible": _MET},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("市の国際交流協会は対象団体ではない", "A city's own exchange association is not eligible"),
        2025,
        homestay(
            applicant_kind="other_association",
            applicant="",
            requester_name="（見本）市の国際交流協会",
            seat="085464",
            representative="会長",
        ),
        {"applicant_eligible": _NOT},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("節目の継続事業は要確認", "A continuing project at an anniversary is to be confirmed"),
        2025,
        homestay(novelty="continuing", anniversary="yes", distinctive="受入れと派遣を同じ年度に行う。"),
        {"IEX-01b": _OPEN},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("ただの継続事業", "A project that merely continues"),
        2025,
        homestay(novelty="continuing", anniversary="no"),
        {"IEX-01": _NOT},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("2次募集で交付決定の前に着手した", "Second round, begun before the award"),
        2025,
        homestay(call_round="second", first_order_on="2025-05-20", award_day="2025-07-01", awarded=2_000_000),
        {"IEX-06": _OPEN, "start_after_award": _OPEN},
        grant_maximum=3_000_000,
    ),
]
