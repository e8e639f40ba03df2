"""Worked cases on survey themes that the brochure publishes; who asked is of this specimen only."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

BURIAL: dict[str, object] = {
    "requester_kind": "local_authority",
    "applicant": "040002",
    "section": "国際政策担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "title": "シンガポールにおける土葬の状況について",
    "title_en": "Burial in Singapore: current practice and rules",
    "purpose": "多様な宗教的背景を持つ住民が増えており、墓地と埋葬の在り方を検討するため、海外都市の制度と運用を参考としたい。",
    "why_abroad": "公表資料と国内の文献は確認した。区画の利用期間や改葬の実際の運用は公表されておらず、現地の機関への確認が必要である。",
    "places": [{"country": "SG", "area": "シンガポール"}],
    "reply_by": "2026-03-20",
    "sharing": "yes",
    "existing_checked": "yes",
    "existing_note": "同じ題材の調査は見当たらない。",
    "questions": [
        {
            "topic": "制度",
            "question": "土葬が認められる墓地と利用期間の定めについて教えてください。",
            "question_en": "Which cemeteries admit burials, and for how long may a plot be used?",
            "situation": "日本では火葬が大半で、土葬を受け入れる墓地は限られている。",
            "situation_en": "In Japan most people are cremated and few cemeteries accept burials.",
            "respondent": "墓地を所管する国の機関",
            "priority": "high",
        },
        {
            "topic": "運用",
            "question": "利用期間が終わった区画の改葬は、どのような手順で行われますか。",
            "question_en": "How are remains moved when the period of a plot has ended?",
            "priority": "medium",
        },
    ],
}

FIVE_COUNTRIES: dict[str, object] = {
    **BURIAL,
    "title": "少子化に関する海外都市事情について",
    "title_en": "Low birth rates: the situation in cities abroad",
    "purpose": "少子化対策の検討に当たり、海外の都市の取組と効果を比較したい。",
    "why_abroad": "公表された統計は確認した。都市ごとの事業の運用と効果は、現地の担当部署への聞き取りが必要である。",
    "places": [
        {"country": "GB", "area": "ロンドン"},
        {"country": "FR", "area": "パリ"},
        {"country": "US", "area": "ニューヨーク州"},
        {"country": "SG"},
        {"country": "DE", "area": "ベルリン"},
    ],
    "reply_by": "2027-03-12",
    "questions": [
        {
            "topic": "事業",
            "question": "市が独自に行う子育て支援の事業と、その対象・予算を教えてください。",
            "question_en": "Which child-care programmes does the city run itself, for whom and with what budget?",
            "respondent": "子育て担当部署",
            "priority": "high",
        }
    ],
}


def _with(base: dict[str, object], **changed: object) -> dict[str, object]:
    return {**base, **changed}


EXAMPLES = [
    Example(
        Wording("シンガポールの土葬（2025年度）", "Burial in Singapore (FY2025)"),
        2025,
        BURIAL,
        {"RES-01": Verdict.MET, "RES-03": Verdict.MET},
        enclosures=["japan_situation", "reply"],
        steps=[
            ExampleStep("begin_check", date(2025, 10, 6)),
            ExampleStep("sound_out", date(2025, 10, 8), number="国際第55号"),
            ExampleStep("accept", date(2025, 10, 24), part="singapore"),
            ExampleStep("request_formally", date(2025, 10, 28), number="国際第61号"),
            ExampleStep("begin", date(2025, 11, 10), part="singapore"),
            ExampleStep("reply", date(2026, 2, 27), part="singapore"),
            ExampleStep("forward_reply", date(2026, 3, 3), number="国際第118号"),
            ExampleStep("complete", date(2026, 3, 6)),
        ],
    ),
    Example(
        Wording("五か国・四事務所の同時調査（2026年度）", "Five countries, four offices (FY2026)"),
        2026,
        FIVE_COUNTRIES,
        {"RES-01": Verdict.UNDECIDED},
        enclosures=["japan_situation"],
        instead={
            "existing_results": ExampleStep(
                "fulfil",
                date(2026, 10, 22),
                answers={"existing_survey": "（見本）同じ題材の海外依頼調査（2024年度、他の団体の依頼によるもの）"},
            ),
            "withdrawal": ExampleStep(
                "withdraw",
                date(2026, 11, 10),
                answers={"withdrawal_reason": "公表資料により必要な情報を得られたため。"},
            ),
            "question": ExampleStep(
                "question",
                date(2026, 11, 25),
                part="london",
                answers={
                    "office_question": "調べる事業の範囲（市が単独で行うものに限るか、国の補助を受けるものを含むか）",
                    "question_by": "2026-12-09",
                },
            ),
        },
        steps=[
            ExampleStep(
                "begin_check",
                date(2026, 10, 13),
                answers={
                    "corrections": "質問を一つの行に一つずつ記載すること。",
                    "correct_by": "2026-10-14",
                    "awaited": "正式依頼に要る書類",
                    "awaited_by": "2026-11-20",
                },
            ),
            ExampleStep("sound_out", date(2026, 10, 15), number="国際第72号"),
            ExampleStep("accept", date(2026, 10, 30), part="london"),
            ExampleStep("decline", date(2026, 11, 4), part="paris"),
            ExampleStep("accept_partially", date(2026, 11, 6), part="new_york"),
            ExampleStep("request_formally", date(2026, 11, 12), number="国際第80号"),
        ],
    ),
    Example(
        Wording("パリ市の脱炭素関連予算額（2025年度）", "Paris: budgets for decarbonisation (FY2025)"),
        2025,
        _with(
            BURIAL,
            title="近年のパリ市の脱炭素関連予算額",
            title_en="Budgets of the City of Paris for decarbonisation in recent years",
            purpose="脱炭素の予算を検討するため、海外の都市の予算額の推移を参考としたい。",
            why_abroad="公表資料は確認した。予算の内訳は、現地の担当部署への確認が必要である。",
            places=[{"country": "FR", "area": "パリ"}],
            questions=[
                {
                    "topic": "予算",
                    "question": "脱炭素に関する近年の予算額と、その主な内訳を教えてください。",
                    "question_en": "What did the city budget for decarbonisation in recent years, and on what?",
                    "priority": "high",
                }
            ],
        ),
        {"RES-01": Verdict.MET, "RES-03": Verdict.MET},
    ),
    Example(
        Wording("テキサス州のドローンと宅配サービス（2025年度）", "Texas: drones and deliveries (FY2025)"),
        2025,
        _with(
            BURIAL,
            title="テキサス州のドローンに係る制度及び民間における宅配サービスについて",
            title_en="Texas: rules on drones, and private delivery services",
            purpose="ドローンによる宅配の検討に当たり、海外の制度と実例を参考としたい。",
            why_abroad="公表資料は確認した。制度の運用は、現地の機関への確認が必要である。",
            places=[{"country": "US", "area": "テキサス州"}],
            questions=[
                {
                    "topic": "制度",
                    "question": "州のドローンの規制と、民間の宅配サービスの実例を教えてください。",
                    "question_en": "How does the state regulate drones, and which private deliveries are there?",
                    "priority": "high",
                }
            ],
        ),
        {"RES-01": Verdict.MET, "RES-03": Verdict.MET},
    ),
    Example(
        Wording("州の記載がないアメリカの調査", "The USA without a state"),
        2025,
        _with(BURIAL, title="ドローンに係る制度及び民間における宅配サービスについて", places=[{"country": "US"}]),
        {"RES-04": Verdict.UNDECIDED},
        enclosures=["japan_situation"],
    ),
    Example(
        Wording("事務所のない国は要相談", "A country without an office is to be consulted about"),
        2025,
        _with(BURIAL, places=[{"country": "BR"}]),
        {"RES-03": Verdict.UNDECIDED},
        enclosures=["japan_situation"],
    ),
    Example(
        Wording("地方自治関係団体からの相談", "An enquiry from a local-autonomy body"),
        2025,
        {"requester_kind": "related_body", "requester_name": "（見本）地方自治関係団体"},
        {"RES-01": Verdict.NOT_MET},
        steps=[ExampleStep("refer_to_headquarters", date(2025, 11, 5))],
    ),
]
