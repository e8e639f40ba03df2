"""Worked cases. Bodies and themes are those the brochure publishes; the amounts are of this specimen only."""

from datetime import date

from clair_desktop.blocks.grant_branches import grant_branches
from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

CONTACT: dict[str, object] = {
    "section": "多文化共生担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
}
CONDITIONS: dict[str, object] = {
    "refinanced": "no",
    "fee_relief": "no",
    "funding_only": "no",
    "state_funding": "no",
    "local_funding": "no",
}

CASEBOOK: dict[str, object] = {
    **CONTACT,
    **CONDITIONS,
    "applicant_kind": "international_association",
    "requester_name": "公益財団法人京都府国際センター",
    "requester_name_en": "Kyoto Prefectural International Center",
    "seat": "260002",
    "representative": "理事長",
    "joint": "single",
    "title": "外国人散在地域における外国につながる子どもへの指導事例集作成事業",
    "title_en": "A casebook for teaching children with foreign roots where few foreigners live",
    "category": ["education"],
    "novelty": "new",
    "starts": "2024-04-15",
    "ends": "2025-02-28",
    "purpose": "外国人住民の少ない地域で、外国につながる中高生への指導と保護者とのかかわり方を広く知らせる。",
    "contents": "中学校・高校の先生への聞取りを基に、高校の先生や研究者の協力を得て啓発冊子を作り、配布する。",
    "effect": "受入れの経験が少ない学校でも、外国につながる生徒を初日から支えられる。",
    "reference_value": "散在地域に共通する課題であり、事例集は他の府県の学校でもそのまま使える。",
    "total_cost": 2_600_000,
    "eligible_cost": 2_400_000,
    "requested": 2_000_000,
    "cost_breakdown": [
        {"cost_item": "諸謝金", "detail": "執筆・監修", "unit_price": 30_000, "quantity": "20", "unit": "人",
         "times": "1", "amount": 600_000, "eligibility": "eligible", "remarks": "内規"},
        {"cost_item": "旅費", "detail": "聞取り", "unit_price": 15_000, "quantity": "4", "unit": "人", "times": "10",
         "amount": 600_000, "eligibility": "eligible"},
        {"cost_item": "その他", "detail": "冊子の印刷", "unit_price": 600, "quantity": "2000", "unit": "部",
         "times": "1", "amount": 1_200_000, "eligibility": "eligible", "remarks": "見積1"},
        {"cost_item": "その他", "detail": "事務費", "amount": 200_000, "eligibility": "not_eligible"},
    ],
    "funding": [
        {"source": "clair_grant", "detail": "多文化共生のまちづくり促進事業", "amount": 2_000_000},
        {"source": "own_funds", "detail": "自主財源", "amount": 600_000},
    ],
}  # fmt: skip

GUIDE: dict[str, object] = {
    **CONTACT,
    **CONDITIONS,
    "applicant_kind": "local_authority",
    "applicant": "465348",
    "representative": "知名町長",
    "joint": "joint",
    "joint_bodies": [
        {"role": "lead", "kind": "local_authority", "authority": "465348"},
        {"role": "member", "kind": "local_authority", "authority": "465330"},
        {"role": "member", "kind": "company", "name": "合同会社オトナキ", "seat": "465348", "legal_personality": "yes"},
    ],
    "title": "めんしょーり！やさしい島生活ガイド制作事業",
    "title_en": "A guide to island life in plain Japanese",
    "category": ["housing", "language"],
    "novelty": "new",
    "starts": "2024-05-01",
    "ends": "2025-02-14",
    "purpose": "離島に暮らす外国人住民が、島ならではの生活の決まりを分かるようにする。",
    "contents": "台風対策、方言の挨拶、ごみ出し、交通機関の使い方をやさしい日本語の冊子にまとめ、"
    "バスの乗り方講習会を開く。",
    "effect": "外国人住民の暮らしの不安が減り、日本人住民との交流が始まる。",
    "reference_value": "離島に特有の情報のまとめ方は、他の島でも参考になる。",
}


def _costs(requested: int) -> dict[str, object]:
    """Costs of one eligible row, ¥600,000 above what is requested, so that every total agrees."""
    total = requested + 600_000
    return {
        "total_cost": total,
        "eligible_cost": total,
        "requested": requested,
        "cost_breakdown": [{"cost_item": "その他", "amount": total, "eligibility": "eligible"}],
        "funding": [
            {"source": "clair_grant", "amount": requested},
            {"source": "own_funds", "amount": 600_000},
        ],
    }


def casebook(**changed: object) -> dict[str, object]:
    return {**CASEBOOK, **changed}


def guide(requested: int, **changed: object) -> dict[str, object]:
    return {**GUIDE, **_costs(requested), **changed}


def single(requested: int, applicant: str, representative: str, **changed: object) -> dict[str, object]:
    """The guide as if one local authority made it alone."""
    alone = {key: value for key, value in guide(requested).items() if key != "joint_bodies"}
    return {**alone, "joint": "single", "applicant": applicant, "representative": representative, **changed}


_TOWN = ("465348", "知名町長")
_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
_SAPPORO = {"applicant": "011002", "representative": "札幌市長", "co_branches": "北海道支部"}

EXAMPLES = [
    Example(
        Wording("京都府国際センターの指導事例集（2024年度）", "Kyoto's casebook for teachers (FY2024)"),
        2024,
        casebook(submitted_by="email", arrived_on="2023-09-26"),
        {
            "applicant_eligible": _MET,
            "MUL-01": _MET,
            "MUL-04": _MET,
            "MUL-06": _MET,
            "MUL-07": _MET,
            "arrival": _MET,
            "rate": _OPEN,
            "MUL-02-public": _OPEN,
        },
        enclosures=["body_outline", "quotation"],
        instead=grant_branches(2024, 1_000_000),
        steps=[
            ExampleStep("begin_check", date(2023, 9, 11)),
            ExampleStep(
                "return",
                date(2023, 9, 12),
                answers={
                    "corrections": "見積書に内訳を付けること。財源内訳の自己負担額を経費内訳書に合わせること。",
                    "correct_by": "2023-09-19",
                },
            ),
            ExampleStep("resubmit", date(2023, 9, 19)),
            ExampleStep("transmit", date(2023, 9, 26), number="国際第88号"),
            ExampleStep("select", date(2024, 2, 9)),
            ExampleStep("notify_informally", date(2024, 2, 16)),
            ExampleStep("apply_for_grant", date(2024, 3, 11), number="国際第129号"),
            ExampleStep("award_received", date(2024, 4, 12), answers={"awarded": 1_900_000, "award_day": "2024-04-10"}),
            ExampleStep("start", date(2024, 4, 15)),
            ExampleStep(
                "request_amendment",
                date(2024, 9, 2),
                number="国際第61号",
                answers={"amendment": "冊子の部数を2,000部から2,500部に増やす。総事業費と対象経費は変わらない。"},
            ),
            ExampleStep("amendment_approved", date(2024, 9, 20)),
            ExampleStep("complete", date(2025, 2, 17), answers={"completed_on": "2025-02-14"}),
            ExampleStep(
                "report",
                date(2025, 2, 27),
                number="国際第133号",
                answers={
                    "results": "高校の先生や研究者の協力を得て事例集を作り、今後の事業展開に有効な関係ができた。",
                    "actual_total_cost": 2_550_000,
                    "actual_eligible_cost": 2_350_000,
                },
            ),
            ExampleStep("finalise", date(2025, 3, 21), answers={"final_amount": 1_900_000}),
            ExampleStep("claim", date(2025, 3, 25), number="国際第150号"),
            ExampleStep("record_payment", date(2025, 4, 18)),
            ExampleStep("close", date(2025, 4, 25)),
        ],
    ),
    Example(
        Wording("知名町・和泊町・合同会社オトナキの共同", "China and Wadomari Towns and a company, jointly"),
        2024,
        guide(4_000_000),
        {"MUL-05": _MET, "joint_bodies": _MET, "legal_personality": _MET},
        enclosures=["agreement"],
        steps=[ExampleStep("begin_check", date(2023, 9, 8))],
    ),
    Example(
        Wording("共同で400万1円", "¥4,000,001 jointly"),
        2024,
        guide(4_000_001),
        {"MUL-05": _NOT},
    ),
    Example(
        Wording("申請額49万9,999円", "¥499,999 requested"),
        2024,
        single(499_999, *_TOWN),
        {"MUL-06": _NOT, "MUL-04": _MET},
    ),
    Example(
        Wording("申請額50万円（下限額ちょうど）", "¥500,000, exactly the floor"),
        2024,
        single(500_000, *_TOWN),
        {"MUL-06": _MET, "MUL-04": _MET},
    ),
    Example(
        Wording("60万円の申請が48万円に減額された", "¥600,000 requested, ¥480,000 awarded"),
        2024,
        single(600_000, *_TOWN, awarded=480_000, award_day="2024-04-10"),
        {"MUL-06": _MET, "floor_awarded": _OPEN},
    ),
    Example(
        Wording("台風で一部を中止し、確定額が42万円になった", "Cut short by a typhoon: a final amount of ¥420,000"),
        2024,
        single(
            600_000,
            *_TOWN,
            awarded=600_000,
            award_day="2024-04-10",
            actual_total_cost=700_000,
            actual_eligible_cost=700_000,
            final_amount=420_000,
        ),
        {"MUL-06": _MET, "floor_final_amount": _OPEN, "final_share": _OPEN},
    ),
    Example(
        Wording("採択の後、交付決定の前に取り下げた", "Withdrawn after the selection, before the award"),
        2024,
        single(2_000_000, *_TOWN),
        {"MUL-04": _MET},
        steps=[
            ExampleStep("begin_check", date(2023, 9, 8)),
            ExampleStep("transmit", date(2023, 9, 22), number="国際第85号"),
            ExampleStep("select", date(2024, 2, 9)),
            ExampleStep(
                "transmit_withdrawal",
                date(2024, 3, 4),
                number="国際第131号",
                answers={"withdrawal_reason": "講師の都合により、年度内に実施できなくなったため。"},
            ),
        ],
    ),
    Example(
        Wording("市区町村300万円（上限額ちょうど）", "A municipality's ¥3,000,000, exactly the cap"),
        2024,
        single(3_000_000, *_TOWN),
        {"MUL-04": _MET},
    ),
    Example(
        Wording("市区町村300万1円", "A municipality's ¥3,000,001"),
        2024,
        single(3_000_001, *_TOWN),
        {"MUL-04": _NOT},
    ),
    Example(
        Wording("指定都市400万円", "A designated city's ¥4,000,000"),
        2024,
        single(4_000_000, "011002", "札幌市長"),
        {"MUL-03": _MET},
    ),
    Example(
        Wording("札幌市・北海道・東川町の共同", "Sapporo, Hokkaido and Higashikawa, jointly"),
        2024,
        guide(
            4_000_000,
            **_SAPPORO,
            joint_bodies=[
                {"role": "lead", "kind": "local_authority", "authority": "011002"},
                {"role": "member", "kind": "local_authority", "authority": "010006"},
                {"role": "member", "kind": "local_authority", "authority": "014583"},
            ],
        ),
        {"MUL-05": _MET, "joint_branches": _OPEN},
    ),
    Example(
        Wording("町とNPO法人だけの共同は要確認", "A town and an NPO alone: to be confirmed"),
        2024,
        guide(
            3_500_000,
            joint_bodies=[
                {"role": "lead", "kind": "local_authority", "authority": "465348"},
                {"role": "member", "kind": "npo", "name": "（見本）NPO法人", "legal_personality": "yes"},
            ],
        ),
        {"MUL-05": _OPEN, "joint_reading": _OPEN},
    ),
    Example(
        Wording("法人格のないNPOとの共同（2023年度）", "Jointly with an NPO without legal personality (FY2023)"),
        2023,
        guide(
            3_000_000,
            starts="2023-05-01",
            ends="2024-02-14",
            joint_bodies=[
                {"role": "lead", "kind": "local_authority", "authority": "465348"},
                {"role": "member", "kind": "local_authority", "authority": "465330"},
                {"role": "member", "kind": "npo", "name": "（見本）市民団体", "legal_personality": "no"},
            ],
        ),
        {"legal_personality": _NOT, "MUL-06": _OPEN, "MUL-05": _MET},
    ),
    Example(
        Wording("NPO法人の単独申請（2023年度）", "An NPO by itself (FY2023)"),
        2023,
        casebook(
            applicant_kind="npo",
            requester_name="（見本）NPO法人",
            requester_name_en="(Specimen) an NPO",
            starts="2023-05-01",
            ends="2024-02-14",
        ),
        {"applicant_eligible": _NOT},
    ),
    Example(
        Wording(
            "県の助成を受ける（2023年度の定めは国等だけ）",
            "A prefecture's subsidy (the text of FY2023 names the State)",
        ),
        2023,
        single(
            1_000_000,
            *_TOWN,
            starts="2023-05-01",
            ends="2024-02-14",
            local_funding="yes",
            funding=[
                {"source": "clair_grant", "amount": 1_000_000},
                {"source": "prefectural", "detail": "県の補助金", "amount": 300_000},
                {"source": "own_funds", "amount": 300_000},
            ],
        ),
        {"MUL-02-public": _MET},
    ),
    Example(
        Wording(
            "2026年度：期間は決まっているが額は前年度までの資料による", "FY2026: the window is known, the caps are not"
        ),
        2026,
        casebook(starts="2026-04-15", ends="2027-02-28"),
        {"MUL-04": _OPEN, "MUL-06": _OPEN, "MUL-07": _MET, "applicant_eligible": _MET},
        steps=[
            ExampleStep(
                "begin_check",
                date(2025, 9, 8),
                answers={
                    "corrections": "財源内訳の自己負担額を経費内訳書に合わせること。",
                    "correct_by": "2025-09-19",
                    "awaited": "見積書の写し",
                    "awaited_by": "2025-09-22",
                },
            )
        ],
    ),
    Example(
        Wording("2027年度の2月末は29日（うるう年）", "The end of February of FY2027 is the 29th"),
        2027,
        casebook(starts="2027-04-15", ends="2028-02-29"),
        {"MUL-07": _OPEN},
        steps=[ExampleStep("begin_check", date(2026, 9, 14))],
    ),
    Example(
        Wording("2020年度：区分(5)は居住支援", "FY2020: the fifth type was called 居住支援"),
        2020,
        single(2_000_000, *_TOWN, starts="2020-05-01", ends="2021-02-12"),
        {"MUL-01": _MET, "MUL-04": _OPEN, "MUL-06": _OPEN},
    ),
]
