"""Worked cases. Bodies and theme are those the brochure publishes; the amounts are of this specimen only."""

from datetime import date

from clair_desktop.blocks.grant_branches import grant_branches
from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

TEA: dict[str, object] = {
    "applicant": "222101",
    "representative": "富士市長",
    "section": "農政担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "title": "富士のほうじ茶をはじめとした富士市特産品海外販路開拓事業",
    "title_en": "Opening overseas markets for Fuji's roasted green tea and other products of Fuji City",
    "category": ["market_development"],
    "place": "abroad",
    "places": [{"country": "FR", "area": "パリ", "partner": "現地の飲食店・バイヤー"}],
    "starts": "2025-05-01",
    "ends": "2026-02-20",
    "purpose": "富士市産のほうじ茶などの特産品について、海外での販路を開く。",
    "contents": "パリの飲食店での提供、バイヤーや飲食店関係者を招いた試飲会、商談会への出展とほうじ茶の焙煎体験を行う。",
    "effect": "現地の飲食店・小売店との継続した取引につなげ、輸出額の増加を図る。",
    "reference_value": "体験を組み合わせた特産品の売り込み方は、他の産地でも参考になる。",
    "directly_involved": "yes",
    "effect_expected": "yes",
    "useful_to_others": "yes",
    "funding_only": "no",
    "other_public_funding": "no",
    "total_cost": 4_800_000,
    "eligible_cost": 4_200_000,
    "requested": 2_100_000,
    "cost_breakdown": [
        {"cost_item": "出展費", "detail": "商談会の小間料", "unit_price": 600_000, "quantity": "2", "unit": "小間",
         "times": "1", "amount": 1_200_000, "eligibility": "eligible", "remarks": "見積1"},
        {"cost_item": "旅費", "detail": "職員・生産者の渡航", "unit_price": 350_000, "quantity": "4", "unit": "人",
         "times": "1", "amount": 1_400_000, "eligibility": "eligible", "remarks": "見積2"},
        {"cost_item": "委託料", "detail": "試飲会の運営", "amount": 1_000_000, "eligibility": "eligible",
         "remarks": "見積3"},
        {"cost_item": "通訳料", "detail": "会場通訳", "unit_price": 50_000, "quantity": "3", "unit": "日", "times": "4",
         "amount": 600_000, "eligibility": "eligible", "remarks": "見積4"},
        {"cost_item": "物品費", "detail": "備品の購入", "amount": 600_000, "eligibility": "not_eligible"},
    ],
    "funding": [
        {"source": "clair_grant", "detail": "経済活動助成事業", "amount": 2_100_000},
        {"source": "own_funds", "detail": "市一般財源", "amount": 2_700_000},
    ],
}  # fmt: skip


def tea(**changed: object) -> dict[str, object]:
    return {**TEA, **changed}


def _costs(eligible: int, requested: int, **changed: object) -> dict[str, object]:
    """The same project with one eligible cost row, so that every total agrees."""
    return tea(
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

EXAMPLES = [
    Example(
        Wording("富士市のほうじ茶の販路開拓（2025年度）", "Fuji City's roasted tea (FY2025)"),
        2025,
        TEA,
        {f"ECO-0{n}": _MET for n in range(1, 8)},
        grant_maximum=2_100_000,
        enclosures=["quotation"],
        instead=grant_branches(2025, 1_000_000),
        steps=[
            ExampleStep("begin_check", date(2024, 9, 17)),
            ExampleStep("transmit", date(2024, 9, 24), number="国際第101号"),
            ExampleStep("select", date(2025, 2, 14)),
            ExampleStep("notify_informally", date(2025, 2, 20)),
            ExampleStep("apply_for_grant", date(2025, 3, 10), number="国際第131号"),
            ExampleStep("award_received", date(2025, 4, 15), answers={"awarded": 2_000_000, "award_day": "2025-04-14"}),
            ExampleStep("start", date(2025, 5, 1)),
            ExampleStep("complete", date(2026, 2, 24), answers={"completed_on": "2026-02-20"}),
            ExampleStep(
                "report",
                date(2026, 3, 10),
                number="国際第142号",
                answers={
                    "results": "商談会では3日間で約3,000人が来場し、焙煎体験を楽しむなど大きな反響があった。",
                    "actual_total_cost": 4_650_000,
                    "actual_eligible_cost": 4_050_000,
                },
            ),
            ExampleStep("finalise", date(2026, 3, 27), answers={"final_amount": 2_000_000}),
            ExampleStep("claim", date(2026, 4, 6), number="国際第7号"),
        ],
    ),
    Example(
        Wording("同じ事業（2026年度・前年度の資料による）", "The same project (FY2026, carried forward)"),
        2026,
        tea(starts="2026-05-01", ends="2027-02-19"),
        {f"ECO-0{n}": _OPEN for n in range(1, 8)},
        grant_maximum=2_100_000,
        steps=[
            ExampleStep(
                "begin_check",
                date(2025, 9, 16),
                answers={
                    "corrections": "見積書に内訳を付けること。経費内訳書の単価を見積書に合わせること。",
                    "correct_by": "2025-09-26",
                    "awaited": "見積書の写し",
                    "awaited_by": "2025-09-30",
                },
            )
        ],
    ),
    Example(
        Wording("2024年度は定めが確認できない", "FY2024: no provision is known"),
        2024,
        tea(starts="2024-05-01", ends="2025-02-20"),
        {f"ECO-0{n}": _OPEN for n in range(1, 8)},
    ),
    Example(
        Wording("対象経費がちょうど200万円（海外）", "An eligible cost of exactly ¥2,000,000 abroad"),
        2025,
        _costs(2_000_000, 1_000_000),
        {"ECO-05": _NOT},
        grant_maximum=0,
    ),
    Example(
        Wording("対象経費が200万1円（海外）", "¥2,000,001 abroad"),
        2025,
        _costs(2_000_001, 1_000_000),
        {"ECO-05": _MET, "ECO-06": _MET, "ECO-07": _MET},
        grant_maximum=1_000_000,
    ),
    Example(
        Wording("国内250万999円", "¥2,500,999 in Japan"),
        2025,
        _costs(2_500_999, 1_250_499, place="japan"),
        {"ECO-05": _MET, "ECO-06": _MET, "ECO-07": _MET},
        grant_maximum=1_250_499,
    ),
    Example(
        Wording("海外999万9,999円", "¥9,999,999 abroad"),
        2025,
        _costs(9_999_999, 4_999_999),
        {"ECO-06": _MET, "ECO-07": _MET},
        grant_maximum=4_999_999,
    ),
    Example(
        Wording("半額がちょうど上限（海外1,000万円）", "Half is exactly the cap (¥10,000,000 abroad)"),
        2025,
        _costs(10_000_000, 5_000_000),
        {"ECO-06": _MET, "ECO-07": _MET},
        grant_maximum=5_000_000,
    ),
    Example(
        Wording("上限で頭打ち（海外1,000万1円）", "Capped (¥10,000,001 abroad)"),
        2025,
        _costs(10_000_001, 5_000_001),
        {"ECO-06": _NOT, "ECO-07": _NOT},
        grant_maximum=5_000_000,
    ),
    Example(
        Wording("国内599万9,999円", "¥5,999,999 in Japan"),
        2025,
        _costs(5_999_999, 2_999_999, place="japan"),
        {"ECO-06": _MET, "ECO-07": _MET},
        grant_maximum=2_999_999,
    ),
    Example(
        Wording("国内600万円", "¥6,000,000 in Japan"),
        2025,
        _costs(6_000_000, 3_000_000, place="japan"),
        {"ECO-06": _MET, "ECO-07": _MET},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("国内600万1円", "¥6,000,001 in Japan"),
        2025,
        _costs(6_000_001, 3_000_001, place="japan"),
        {"ECO-06": _NOT, "ECO-07": _NOT},
        grant_maximum=3_000_000,
    ),
    Example(
        Wording("県の助成を受けた町の輸出事業", "A town's export project subsidised by its prefecture"),
        2025,
        tea(
            funding=[
                {"source": "clair_grant", "amount": 2_100_000},
                {"source": "prefectural", "detail": "県の輸出促進補助金", "amount": 500_000},
                {"source": "own_funds", "amount": 2_200_000},
            ]
        ),
        {"ECO-04": _NOT},
        grant_maximum=2_100_000,
    ),
]
