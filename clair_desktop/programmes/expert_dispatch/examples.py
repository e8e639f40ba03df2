"""Worked cases. Bodies, places and subjects are those the brochure and the Singapore Office's list name; days are specimens."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED

ROADS: dict[str, object] = {
    "title": "道路の維持管理と洪水対策に関する技術交流",
    "title_en": "Maintenance of roads and protection against floods",
    "requested_on": "2025-05-12",
    "requester_name": "Kuala Lumpur City Hall",
    "origin": "local_government",
    "country": "MY",
    "area": "クアラルンプール市",
    "via_office": "singapore",
    "expertise": "civil_engineering",
    "problem": "急速な都市化に伴い、道路の老朽化や洪水対策が課題となっている。",
    "problem_en": "Rapid urbanisation: ageing roads and flooding.",
    "work": "維持管理の考え方と手順についての講義、現場視察での助言、職員との意見交換",
    "work_en": "Lectures on maintenance, advice on site, exchange of views with the staff",
    "starts": "2025-11-10",
    "ends": "2025-11-19",
    "persons": "2",
    "language": "英語（通訳あり）",
    "host_bears": "yes",
}
_ENQUIRY: dict[str, object] = {
    "applicant": "250007",
    "representative": "滋賀県知事",
    "section": "土木担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "answer_by": "2025-06-30",
}
_NOMINATION: dict[str, object] = {
    "candidates": [
        {"name": "（見本）", "post": "土木担当課　主幹", "kind": "official", "expertise": "civil_engineering",
         "years": "18", "languages": "英語", "registered": "yes", "consents": "yes"},
        {"name": "（見本）", "post": "元土木事務所長", "kind": "former", "expertise": "civil_engineering",
         "years": "35", "registered": "yes", "consents": "yes"},
    ],
    "nomination_reason": "道路の長寿命化計画の策定と現場の管理に携わってきた。",
}  # fmt: skip


def _other(**changed: object) -> dict[str, object]:
    return {**ROADS, **changed}


EXAMPLES = [
    Example(
        Wording("クアラルンプール市への土木の専門家（2025年度）", "Civil engineers for Kuala Lumpur (FY2025)"),
        2025,
        ROADS,
        {"request": _MET, "area": _MET, "period": _MET, "costs": _MET},
        instead={
            "not_selected": ExampleStep("not_select", date(2025, 8, 1)),
            "declined": ExampleStep(
                "decline",
                date(2025, 8, 19),
                answers={"ended_because": "災害の復旧に当たることとなり、職員を派遣できなくなったため。"},
            ),
            "called_off": ExampleStep(
                "withdraw",
                date(2025, 9, 10),
                answers={"ended_because": "派遣先の都市の事業の見直しにより、受入れが取りやめとなったため。"},
            ),
        },
        steps=[
            ExampleStep("enquire", date(2025, 5, 26), number="国際第22号", answers=_ENQUIRY),
            ExampleStep("nominate", date(2025, 7, 1), number="国際第34号", answers=_NOMINATION),
            ExampleStep("select", date(2025, 8, 4), answers={"selected": "滋賀県土木担当課　主幹"}),
            ExampleStep("consent", date(2025, 8, 20), number="国際第46号", answers={"consented_on": "2025-08-18"}),
            ExampleStep("agree", date(2025, 9, 29), answers={"agreement_on": "2025-09-26"}),
            ExampleStep("depart", date(2025, 11, 9), answers={"departed_on": "2025-11-09"}),
            ExampleStep("return_home", date(2025, 11, 20), answers={"returned_on": "2025-11-20"}),
            ExampleStep(
                "report",
                date(2025, 12, 15),
                number="国際第88号",
                answers={
                    "activities": "維持管理の講義、道路と河川の現場視察、共通の課題についての意見交換",
                    "results": "一方的な指導ではなく相互の技術交流となった。",
                },
            ),
            ExampleStep("complete", date(2025, 12, 18)),
        ],
    ),
    Example(
        Wording("インドへの消防の専門家、14日間", "Fire-fighting in India, fourteen days"),
        2025,
        _other(
            title="消防・防災に関する講義と技術指導",
            title_en="Lectures and training in fire-fighting",
            requester_name="（見本）インドの市",
            country="IN",
            area="",
            expertise="fire_fighting",
            starts="2026-01-12",
            ends="2026-01-25",
        ),
        {"area": _MET, "period": _OPEN},
        steps=[
            ExampleStep(
                "enquire", date(2025, 9, 8), number="国際第52号", answers={**_ENQUIRY, "answer_by": "2025-10-10"}
            ),
            ExampleStep("no_candidate", date(2025, 10, 14), number="国際第60号"),
        ],
    ),
    Example(
        Wording("中国への果樹栽培の専門家（2026年度）", "Fruit growing in China (FY2026)"),
        2026,
        _other(
            title="果樹・野菜栽培の技術指導",
            title_en="Training in growing fruit and vegetables",
            requester_name="（見本）中国の省",
            requested_on="2026-09-14",
            country="CN",
            area="吉林省",
            via_office="beijing",
            expertise="agriculture",
            starts="2027-02-15",
            ends="2027-02-24",
        ),
        {"request": _OPEN, "area": _OPEN, "period": _OPEN},
        steps=[
            ExampleStep(
                "enquire",
                date(2026, 10, 5),
                number="国際第66号",
                answers={
                    **_ENQUIRY,
                    "answer_by": "2026-11-30",
                    "awaited": "候補者の推薦書又は該当なしの回答",
                    "awaited_by": "2026-12-04",
                },
            )
        ],
    ),
    Example(
        Wording("カンボジアへの公務員管理の専門家（2024年度）", "Personnel management in Cambodia (FY2024)"),
        2024,
        _other(
            title="公務員管理に関する講義",
            title_en="Lectures on personnel management",
            requester_name="（見本）カンボジアの機関",
            requested_on="2024-05-13",
            country="KH",
            area="プノンペン",
            expertise="other",
            starts="2024-11-11",
            ends="2024-11-20",
        ),
        {"request": _OPEN, "area": _OPEN, "period": _OPEN},
    ),
    Example(
        Wording("タイへの都市計画の専門家（2017年度）", "City planning in Thailand (FY2017)"),
        2017,
        _other(
            title="都市計画に関する技術指導",
            title_en="Training in city planning",
            requester_name="Sukhothai",
            requested_on="2017-05-15",
            country="TH",
            area="スコータイ",
            expertise="city_planning",
            starts="2017-11-06",
            ends="2017-11-15",
        ),
        {"area": _MET, "period": _OPEN, "request": _OPEN},
    ),
    Example(
        Wording("モンゴルは派遣先の範囲の外", "Mongolia lies outside the area"),
        2025,
        _other(requester_name="（見本）モンゴルの県", country="MN", area=""),
        {"area": _NOT},
    ),
    Example(
        Wording("東ティモールは要確認", "Timor-Leste is to be confirmed"),
        2025,
        _other(requester_name="（見本）東ティモールの市", country="TL", area=""),
        {"area": _OPEN},
    ),
    Example(
        Wording("日本の自治体からの申込み", "A Japanese local authority applies"),
        2025,
        _other(origin="japanese_authority"),
        {"request": _NOT},
        steps=[
            ExampleStep(
                "withdraw",
                date(2025, 6, 3),
                answers={"ended_because": "海外の自治体からの要請によるものではないため、本部への相談を案内した。"},
            )
        ],
    ),
]
