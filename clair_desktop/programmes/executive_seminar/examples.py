"""Worked cases. Hosts and regions of past years are those the documents name; themes and days of the others are specimens."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED

SYDNEY: dict[str, object] = {
    "applicant": "040002",
    "representative": "宮城県知事",
    "section": "国際政策担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "title": "シドニー事務所管内の幹部職員の受入れ",
    "title_en": "Receiving executives from Australia and New Zealand",
    "region": "sydney",
    "name_abroad": "Local Government Exchange & Cooperation Seminar",
    "direction": "to_japan",
    "theme": "ごみ削減とサーキュラーエコノミー",
    "theme_en": "Waste reduction and the circular economy",
    "purpose": "資源循環の取組を紹介し、参加団体との継続した情報交換につなげる。",
    "expected": "10",
    "starts": "2026-02-01",
    "ends": "2026-02-07",
    "tokyo_from": "2026-02-01",
    "tokyo_to": "2026-02-03",
    "host_from": "2026-02-03",
    "host_to": "2026-02-07",
    "lodging": "仙台市内のホテル",
    "interpreting": "逐次通訳2人",
    "home_stay": "no",
    "transport": "貸切バス",
    "budget": 800_000,
    "programme": [
        {"day": "2026-02-02", "half": "morning", "phase": "tokyo", "place": "自治体国際化協会", "place_en": "CLAIR, Tokyo",
         "contents": "日本の地方自治の現状と課題（講義）", "contents_en": "Lecture: local autonomy in Japan"},
        {"day": "2026-02-03", "half": "afternoon", "phase": "host", "place": "仙台市", "place_en": "Sendai",
         "contents": "到着、日程説明", "contents_en": "Arrival and briefing", "in_charge": "国際政策担当課"},
        {"day": "2026-02-04", "half": "morning", "phase": "host", "place": "県庁", "place_en": "Prefectural Office",
         "contents": "資源循環に関する意見交換", "contents_en": "Exchange of views on the circular economy"},
        {"day": "2026-02-05", "half": "morning", "phase": "host", "place": "リサイクル施設", "place_en": "Recycling plant",
         "contents": "施設の視察", "contents_en": "Visit to the plant"},
        {"day": "2026-02-06", "half": "afternoon", "phase": "host", "place": "県庁", "place_en": "Prefectural Office",
         "contents": "まとめの討議", "contents_en": "Closing discussion"},
        {"day": "2026-02-07", "half": "morning", "phase": "host", "place": "仙台空港", "place_en": "Sendai Airport",
         "contents": "帰国", "contents_en": "Departure"},
    ],
}  # fmt: skip


def _seminar(starts: str, tokyo_to: str, host_from: str, ends: str, **changed: object) -> dict[str, object]:
    """The same offer on other days and, where told, for another region; its draft is not written yet."""
    days = {"starts": starts, "tokyo_from": starts, "tokyo_to": tokyo_to, "host_from": host_from}
    return {**SYDNEY, **days, "ends": ends, "host_to": ends, "programme": None, **changed}


EXAMPLES = [
    Example(
        Wording("シドニー事務所管内の受入れ（2025年度・7日間）", "Sydney's region (FY2025, seven days)"),
        2025,
        SYDNEY,
        {"direction": _MET, "length": _MET, "order": _MET, "costs": _OPEN},
        instead={
            "correction": ExampleStep(
                "return",
                date(2025, 6, 24),
                answers={"corrections": "3日目の視察先と集合の時刻を記載すること。", "correct_by": "2025-07-01"},
            ),
            "reminder": ExampleStep(
                "return", date(2025, 6, 24), answers={"awaited": "受入団体の概要資料", "awaited_by": "2025-07-01"}
            ),
            "no_offer": ExampleStep("no_offer", date(2025, 6, 19)),
            "not_chosen": ExampleStep("not_choose", date(2025, 8, 4)),
            "called_off": ExampleStep(
                "call_off",
                date(2025, 11, 20),
                answers={"ended_because": "災害の復旧のため、受入れに要する体制を整えられなくなったため。"},
            ),
        },
        steps=[
            ExampleStep("invite", date(2025, 5, 19), number="国際第19号"),
            ExampleStep("offer", date(2025, 6, 20)),
            ExampleStep("begin_check", date(2025, 6, 23)),
            ExampleStep("propose", date(2025, 6, 25), number="国際第33号"),
            ExampleStep("choose", date(2025, 8, 6), answers={"chosen_on": "2025-08-04"}),
            ExampleStep("adjust", date(2025, 10, 7), number="国際第58号"),
            ExampleStep(
                "agree",
                date(2025, 12, 12),
                answers={
                    "agreed_on": "2025-12-10",
                    "participants": [
                        {"name": "(SPECIMEN)", "country": "AU", "body": "City council", "post": "Director, Waste Services"},
                        {"name": "(SPECIMEN)", "country": "NZ", "body": "District council", "post": "Chief Executive"},
                    ],
                },
            ),
            ExampleStep("hold", date(2026, 2, 9)),
            ExampleStep(
                "report",
                date(2026, 3, 6),
                number="国際第120号",
                answers={"results": "資源循環について意見を交わし、各団体との連絡の窓口ができた。"},
            ),
            ExampleStep("complete", date(2026, 3, 10)),
        ],
    ),
    Example(
        Wording("北京事務所管内は5日間", "Beijing's region: five days"),
        2025,
        _seminar("2025-11-10", "2025-11-11", "2025-11-12", "2025-11-14", region="beijing", name_abroad="", title="北京事務所管内の受入れ"),
        {"length": _MET, "order": _MET},
    ),
    Example(
        Wording("北京事務所管内を7日間とした提案", "Seven days proposed for Beijing's region"),
        2025,
        _seminar("2025-11-10", "2025-11-12", "2025-11-12", "2025-11-16", region="beijing", name_abroad="", title="北京事務所管内の受入れ"),
        {"length": _NOT},
    ),
    Example(
        Wording("ソウル事務所管内は資料に記載なし", "Seoul's region is not listed"),
        2025,
        _seminar("2025-11-10", "2025-11-12", "2025-11-12", "2025-11-16", region="seoul", name_abroad="", title="韓国からの受入れ"),
        {"length": _OPEN},
    ),
    Example(
        Wording("宇部市の受入れ（2024年度・定めの資料なし）", "Ube City (FY2024, no document tells the length)"),
        2024,
        _seminar(
            "2025-02-02", "2025-02-04", "2025-02-04", "2025-02-08",
            applicant="352021", representative="宇部市長", title="シドニー事務所管内の幹部職員の受入れ",
        ),
        {"length": _OPEN, "order": _OPEN},
    ),
    Example(
        Wording("津市の受入れ（2019年度・ロンドン）", "Tsu City (FY2019, London)"),
        2019,
        _seminar(
            "2020-01-19", "2020-01-21", "2020-01-21", "2020-01-25",
            applicant="242012", representative="津市長", region="london", name_abroad="Japan Study Tour 2020",
            title="ロンドン事務所管内の幹部職員の受入れ", title_en="Japan Study Tour 2020",
        ),
        {"length": _MET, "order": _OPEN},
    ),
    Example(
        Wording("リモージュ市への訪問は別の事業（2022年度）", "The visit to Limoges is another thing (FY2022)"),
        2022,
        _seminar(
            "2022-10-10", "2022-10-11", "2022-10-12", "2022-10-16",
            applicant="221007", representative="静岡市長", region="paris", direction="abroad", name_abroad="",
            title="フランス版海外自治体幹部交流協力セミナー", title_en="The French version of the seminar",
            theme="高齢者・環境政策", theme_en="Policies for the elderly and the environment",
        ),
        {"direction": _OPEN},
    ),
]  # fmt: skip
