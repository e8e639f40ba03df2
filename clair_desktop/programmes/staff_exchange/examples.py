"""Worked cases. Hosts, partners and subjects of past years are those the brochure names; no trainee is named."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED

MIYAGI: dict[str, object] = {
    "applicant": "040002",
    "representative": "宮城県知事",
    "section": "国際政策担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "title": "観光分野の研修員の受入れ",
    "title_en": "A trainee in tourism",
    "country": "VN",
    "sending_body": "（見本）ベトナムの市",
    "training": "観光",
    "persons": "1",
    "starts": "2025-05-19",
    "ends": "2026-05-15",
    "route": "clair",
    "conditions": "日常会話程度の日本語",
}


def _trainee(country: str, employer: str, arrives: str, leaves: str | None, outcome: str) -> dict[str, object]:
    return {
        "country": country,
        "employer": employer,
        "post": "職員",
        "arrives": arrives,
        "leaves": leaves,
        "outcome": outcome,
    }


EXAMPLES = [
    Example(
        Wording("2026年の春も研修中の研修員（2025年度）", "A trainee still here in spring 2026 (FY2025)"),
        2025,
        MIYAGI,
        {"period": _MET, "route": _OPEN},
        steps=[
            ExampleStep("begin_check", date(2024, 10, 7)),
            ExampleStep("transmit", date(2024, 10, 15), number="国際第70号"),
            ExampleStep(
                "accept",
                date(2025, 2, 18),
                answers={
                    "trainees": [
                        {"country": "VN", "employer": "（見本）ベトナムの市", "post": "職員", "training": "観光",
                         "arrives": "2025-05-19", "jiam_from": "2025-05-22", "jiam_to": "2025-06-20",
                         "outcome": "training"}
                    ]
                },
            ),
            ExampleStep("arrive", date(2025, 5, 20)),
            ExampleStep("begin_jiam", date(2025, 5, 22)),
            ExampleStep("begin_training", date(2025, 6, 23)),
        ],
    ),
    Example(
        Wording("高知市のスラバヤ市からの研修員（2023年度・保存）", "Kochi City's trainee from Surabaya (FY2023, kept)"),
        2023,
        {
            **MIYAGI,
            "applicant": "392014",
            "representative": "高知市長",
            "title": "都市計画分野の研修員の受入れ",
            "title_en": "A trainee in city planning",
            "country": "ID",
            "sending_body": "スラバヤ市",
            "training": "都市計画",
            "starts": "2023-05-22",
            "ends": "2024-03-15",
        },
        {"period": _OPEN, "route": _OPEN},
        steps=[
            ExampleStep(
                "file_away",
                date(2024, 4, 22),
                answers={
                    "trainees": [_trainee("ID", "スラバヤ市", "2023-05-22", "2024-03-15", "completed")],
                    "results": "両市の都市計画の成功事例や課題を共有した。",
                },
            )
        ],
    ),
    Example(
        Wording("13か月の受入れは範囲外（2025年度）", "Thirteen months are too long (FY2025)"),
        2025,
        {**MIYAGI, "title": "農林水産分野の研修員の受入れ", "training": "農林水産", "ends": "2026-06-18"},
        {"period": _NOT},
        steps=[ExampleStep("withdraw", date(2024, 10, 21))],
    ),
    Example(
        Wording("本人からの直接の応募（2016年度）", "A person who applied directly (FY2016)"),
        2016,
        {**MIYAGI, "route": "direct", "starts": "2016-05-16", "ends": "2016-11-15"},
        {"period": _MET, "route": _NOT},
        steps=[ExampleStep("withdraw", date(2015, 10, 20))],
    ),
    Example(
        Wording("鳥取県の中国からの研修員（2024年度）", "Tottori Prefecture's trainee from China (FY2024)"),
        2024,
        {
            **MIYAGI,
            "applicant": "310000",
            "representative": "鳥取県知事",
            "title": "観光交流分野の研修員の受入れ",
            "country": "CN",
            "sending_body": "（見本）中国の省",
            "starts": "2024-05-20",
            "ends": "2025-03-14",
        },
        {"period": _OPEN},
        steps=[
            ExampleStep("begin_check", date(2023, 10, 10)),
            ExampleStep("transmit", date(2023, 10, 16), number="国際第73号"),
            ExampleStep(
                "accept",
                date(2024, 2, 20),
                answers={"trainees": [_trainee("CN", "（見本）中国の省", "2024-05-20", "2025-03-14", "completed")]},
            ),
            ExampleStep("arrive", date(2024, 5, 21)),
            ExampleStep("begin_training", date(2024, 6, 24)),
            ExampleStep("finish", date(2025, 3, 17)),
            ExampleStep(
                "report",
                date(2025, 3, 24),
                number="国際第130号",
                answers={"results": "観光客の出迎えなどの業務を通じ、受入れの実務を学んだ。", "published": "yes"},
            ),
            ExampleStep("complete", date(2025, 3, 26)),
        ],
    ),
]  # fmt: skip
