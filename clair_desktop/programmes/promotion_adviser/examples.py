"""Worked cases on subjects the brochure publishes (派遣事例 2024年度); which body asked is of this specimen only."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

DYEING: dict[str, object] = {
    "applicant": "042137",
    "representative": "栗原市長",
    "section": "商工担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "title": "特産品である染め物の海外販路開拓事業",
    "title_en": "Opening overseas markets for the city's dyed textiles",
    "outline": "染め物の海外での販売に向け、対象とする市場と見せ方を検討する。",
    "stage": "planning",
    "places": [{"country": "FR", "area": "パリ"}],
    "support": ["advice", "information"],
    "form": "on_site",
    "wished_advisers": [{"name": "工芸品の海外販路開拓の専門家", "reason": "欧州での販売経路に詳しいため。"}],
    "preferred_days": [
        {"day": "2025-09-18", "from_time": "13:30", "to_time": "16:00"},
        {"day": "2025-09-25", "from_time": "13:30", "to_time": "16:00"},
    ],
    "venue": "市役所会議室",
    "consultation": "対象とする市場の選び方、価格の決め方、展示会に出る前に整えるべき資料について助言を受けたい。",
    "participants": "市職員5人、染織の事業者8人",
}

FACILITY: dict[str, object] = {
    **DYEING,
    "applicant": "042064",
    "representative": "白石市長",
    "section": "観光担当課",
    "title": "市内施設のインバウンド誘致を目指した活用事業",
    "title_en": "Using the city's facilities to attract overseas visitors",
    "outline": "市内施設への海外からの誘客に向け、活用の方法を検討する。",
    "stage": "market_research",
    "places": [{"country": "AU"}, {"country": "SG"}],
    "support": ["advice", "survey"],
    "wished_advisers": [{"name": "訪日観光の専門家"}],
    "consultation": "施設の見どころの伝え方と、受入れに要する準備について、現地を見たうえで助言を受けたい。",
    "participants": "市職員4人、施設の運営者2人",
}

HALAL: dict[str, object] = {
    **DYEING,
    "applicant": "042021",
    "representative": "石巻市長",
    "section": "産業担当課",
    "title": "ムスリムに対応した特産加工品の商品開発事業",
    "title_en": "Developing local processed foods for Muslim customers",
    "outline": "特産の加工品について、ムスリムに対応した商品の開発を検討する。",
    "stage": "market_research",
    "places": [{"country": "MY"}, {"country": "ID"}],
    "form": "online",
    "wished_advisers": [{"name": "ハラール食品市場の専門家"}],
    "venue": "オンライン会議",
    "consultation": "認証の要否、原材料の選び方、対象とする市場について助言を受けたい。",
    "participants": "市職員3人、加工業者6人",
}


def _with(base: dict[str, object], **changed: object) -> dict[str, object]:
    return {**base, **changed}


_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
_ALL = ("eligible_body", "planning_stage", "kinds_of_support", "dispatches_of_project", "projects_of_body")

EXAMPLES = [
    Example(
        Wording("栗原市の染め物・1回目（2025年度）", "Kurihara City's dyed textiles, first dispatch (FY2025)"),
        2025,
        DYEING,
        dict.fromkeys(_ALL, _MET),
        enclosures=["project_outline"],
        instead={
            "cancellation": ExampleStep(
                "cancel",
                date(2025, 9, 1),
                answers={"cancel_reason": "災害の復旧のため、参加する事業者が集まれなくなったため。"},
            ),
        },
        steps=[
            ExampleStep("begin_check", date(2025, 7, 14)),
            ExampleStep("transmit", date(2025, 7, 17), number="国際第38号"),
            ExampleStep(
                "accept",
                date(2025, 8, 8),
                answers={
                    "decided_on": "2025-08-07",
                    "adviser": "工芸品の海外販路開拓の専門家",
                    "dispatch_on": "2025-09-18",
                },
            ),
            ExampleStep(
                "request_change",
                date(2025, 9, 10),
                number="国際第51号",
                answers={"change": "会場の都合により、派遣日を9月25日に変更したい。"},
            ),
            ExampleStep("change_agreed", date(2025, 9, 12), answers={"dispatch_on": "2025-09-25"}),
            ExampleStep(
                "hold",
                date(2025, 9, 26),
                answers={"held_on": "2025-09-25", "held_from": "13:30", "held_to": "16:00", "attended": "13"},
            ),
            ExampleStep(
                "report",
                date(2025, 10, 9),
                number="国際第60号",
                answers={
                    "report_contents": "対象市場の選び方と価格の考え方について助言を受け、商品説明の資料を点検した。",
                    "outcome": "パリの展示会を想定した商品構成と説明資料の案がまとまった。",
                    "follow_up": "2回目の派遣で、展示会の出展計画について助言を受ける。",
                },
            ),
            ExampleStep("close", date(2025, 10, 31)),
        ],
    ),
    Example(
        Wording("栗原市の染め物・2回目（2025年度）", "Kurihara City's dyed textiles, second dispatch (FY2025)"),
        2025,
        _with(
            DYEING,
            preferred_days=[{"day": "2026-01-22", "from_time": "10:00", "to_time": "12:00"}],
            form="online",
            venue="オンライン会議",
            consultation="展示会の出展計画について助言を受けたい。",
        ),
        {"dispatches_of_project": _MET, "projects_of_body": _MET},
        steps=[
            ExampleStep("begin_check", date(2025, 11, 17)),
            ExampleStep("transmit", date(2025, 11, 20), number="国際第73号"),
        ],
    ),
    Example(
        Wording("1事業に3回目の派遣", "A third dispatch for one project"),
        2025,
        _with(FACILITY, dispatches_unrecorded="2"),
        {"dispatches_of_project": _NOT},
        steps=[ExampleStep("withdraw", date(2025, 12, 1))],
    ),
    Example(
        Wording("3事業目・理由あり", "A third project, with a reason"),
        2025,
        _with(
            HALAL,
            projects_unrecorded="2",
            exception_reason="新たに相手国の輸入制度が変わり、今年度中の助言を要するため。",
        ),
        {"projects_of_body": _OPEN, "dispatches_of_project": _MET},
        steps=[
            ExampleStep("begin_check", date(2025, 12, 8)),
            ExampleStep("transmit", date(2025, 12, 10), number="国際第81号"),
            ExampleStep("decline", date(2026, 1, 15)),
        ],
    ),
    Example(
        Wording("特別区からの申請（対象団体は「都道府県・市町村」）", "A special ward applies (the text says 市町村)"),
        2025,
        _with(DYEING, applicant="131041", representative="新宿区長", title="区の伝統工芸の海外販路開拓事業"),
        {"eligible_body": _OPEN},
    ),
    Example(
        Wording("実施段階の事業", "A project already under way"),
        2025,
        _with(DYEING, applicant="042072", representative="名取市長", stage="implementation"),
        {"planning_stage": _OPEN, "eligible_body": _MET},
    ),
    Example(
        Wording("2026年度（前年度の資料による）", "FY2026, carried forward"),
        2026,
        _with(
            HALAL,
            applicant="042153",
            representative="大崎市長",
            preferred_days=[{"day": "2026-12-17", "from_time": "14:00", "to_time": "16:00"}],
        ),
        dict.fromkeys(_ALL, _OPEN),
        steps=[
            ExampleStep(
                "begin_check",
                date(2026, 11, 9),
                answers={
                    "corrections": "希望日時を二つ以上記載すること。",
                    "correct_by": "2026-11-16",
                    "awaited": "事業の概要が分かる資料",
                    "awaited_by": "2026-11-24",
                },
            )
        ],
    ),
    Example(
        Wording("2024年度は定めが確認できない", "FY2024: no provision is known"),
        2024,
        _with(FACILITY, preferred_days=[{"day": "2024-10-10"}]),
        dict.fromkeys(_ALL, _OPEN),
    ),
]
