"""Worked cases. Bodies and activities are those the brochure and the offices' reports name; days are of this specimen only."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

_MET, _OPEN = Verdict.MET, Verdict.UNDECIDED

SAKE: dict[str, object] = {
    "applicant": "410004",
    "organ": "executive",
    "representative": "佐賀県知事",
    "section": "流通・貿易担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "emergency": "（見本）担当者の携帯電話",
    "title": "パリの日本酒見本市における佐賀酒の試飲会",
    "title_en": "Tasting of Saga's sake at the sake fair in Paris",
    "aims": ["market"],
    "purpose": "佐賀酒の海外での認知度を高め、販売を促進するため、見本市の試飲会に出展する。",
    "places": [{"country": "FR", "area": "パリ", "arrives": "2025-10-03", "leaves": "2025-10-07"}],
    "starts": "2025-10-02",
    "ends": "2025-10-08",
    "menu": ["briefing", "staffing"],
    "previous_visits": "毎年出展している。前年も事務所の支援を受けた。",
    "interpreter": "no",
    "vehicle": "no",
    "choice_founded": "yes",
    "parcels": [{"what": "パンフレット", "quantity": "500", "arrives": "2025-09-26", "after": "残りは事務所で処分"}],
    "delegation": [
        {"name": "（見本）", "romaji": "(SPECIMEN)", "member_of": "executive", "body": "流通・貿易担当課",
         "title": "課長", "title_en": "Director, Trade Division", "role": "head", "languages": "日本語"},
        {"name": "（見本）", "romaji": "(SPECIMEN)", "member_of": "executive", "body": "流通・貿易担当課",
         "title": "主査", "title_en": "Chief, Trade Division", "role": "member", "languages": "日本語、英語"},
    ],
    "itinerary": [
        {"day": "2025-10-02", "place": "羽田空港", "place_en": "Haneda Airport", "event": "出発", "event_en": "Departure",
         "overnight": "機中"},
        {"day": "2025-10-03", "time": "10:00", "place": "クレアパリ事務所", "place_en": "CLAIR, Paris", "event": "事前説明、送付物の確認",
         "event_en": "Briefing at the CLAIR Paris office", "transport": "徒歩", "overnight": "パリ"},
        {"day": "2025-10-04", "time": "09:00", "place": "見本市会場", "place_en": "Fair grounds", "event": "試飲会",
         "event_en": "Sake tasting at the fair", "transport": "地下鉄", "overnight": "パリ"},
    ],
}  # fmt: skip

_LETTERS: dict[str, object] = {
    "introduction": "Tottori Prefecture lies on the Sea of Japan coast of western Japan.",
    "purpose_en": "We wish to discuss how more visitors can be brought by the air route between our regions.",
    "signer": "(Specimen)",
    "signer_title": "Governor",
}

SEOUL: dict[str, object] = {
    **SAKE,
    **_LETTERS,
    "applicant": "310000",
    "representative": "鳥取県知事",
    "section": "交流推進担当課",
    "title": "航空会社代表との面談",
    "title_en": "Meeting with the head of an airline",
    "aims": ["tourism"],
    "purpose": "国際定期便の利用を増やすため、航空会社の代表と面談する。",
    "places": [{"country": "KR", "area": "ソウル", "arrives": "2026-12-08", "leaves": "2026-12-10"}],
    "starts": "2026-12-08",
    "ends": "2026-12-10",
    "menu": ["appointments", "company"],
    "exchange_section": "yes",
    "parcels": None,
    "itinerary": [
        {"day": "2026-12-09", "time": "10:30", "place": "航空会社本社", "place_en": "Head office", "event": "代表との面談",
         "event_en": "Meeting with the chief executive", "overnight": "ソウル"},
    ],
    "targets": [
        {"country": "KR", "area": "ソウル", "body": "航空会社（見本）", "section": "代表理事", "address": "(Specimen), Seoul",
         "contact_before": "前年度に来県", "reason": "定期便を運航しており、誘客の共同事業の相手である。",
         "body_abroad": "(Specimen) Airline", "city": "Seoul", "post": "Chief Executive",
         "interest": "The outlook for the route, and joint promotion in both countries."},
    ],
    "slots": [
        {"target": "1", "rank": "first", "day": "2026-12-09", "time": "10:30", "duration": "60"},
        {"target": "1", "rank": "second", "day": "2026-12-09", "time": "15:00", "duration": "60"},
    ],
    "questions": [
        {"target": "1", "question": "路線の今後の見通しを教えてください。",
         "question_en": "What is the outlook for the route?",
         "situation_en": "The prefecture promotes the route together with the airport."},
    ],
}  # fmt: skip


def _at(country: str, area: str, first: str, other: str, **changed: object) -> dict[str, object]:
    """The request for a meeting, elsewhere: two times, each as day and hour (2025-11-15 12:00)."""
    days = [text.split() for text in (first, other)]
    starts, ends = min(day for day, _ in days), max(day for day, _ in days)
    return {
        **SEOUL,
        "applicant": "040002",
        "representative": "宮城県知事",
        "places": [{"country": country, "area": area, "arrives": starts, "leaves": ends}],
        "starts": starts,
        "ends": ends,
        "itinerary": None,
        "targets": [{"country": country, "area": area, "body": "訪問先（見本）", "reason": "先行する取組があるため。"}],
        "slots": [
            {"target": "1", "rank": rank, "day": day, "time": time}
            for rank, (day, time) in zip(("first", "second"), days, strict=True)
        ],
        **changed,
    }


def _school(number: int, **course: object) -> dict[str, object]:
    """One of the schools of the specimen, as far as the arrangements with it have come."""
    return {
        "country": "AU", "area": "シドニー", "city": "Sydney", "body": f"訪問校{number}（見本）",
        "body_abroad": f"(Specimen) School No. {number}", "section": "校長", "post": "The Principal",
        "address": f"{number} (Specimen) Street\nSydney NSW", "reason": "交流を予定する学校であるため。",
        "interest": "How pupils from abroad are received, and how their families are advised.", **course,
    }  # fmt: skip


_FIXED: dict[str, object] = {"progress": "confirmed", "confirmed_day": "2025-11-12", "replied_on": "2025-10-20"}
SCHOOLS: dict[str, object] = {
    **SEOUL,
    "applicant": "131156",
    "organ": "school_board",
    "representative": "杉並区教育委員会教育長",
    "section": "教育委員会事務局",
    "title": "学校交流の打合せのための訪問",
    "title_en": "Visit to prepare exchanges between schools",
    "aims": ["exchange"],
    "purpose": "児童生徒の交流を始めるため、受入校と打ち合わせる。",
    "places": [{"country": "AU", "area": "シドニー", "arrives": "2025-11-10", "leaves": "2025-11-14"}],
    "starts": "2025-11-09",
    "ends": "2025-11-15",
    "menu": ["appointments"],
    "introduction": "Suginami City is one of the 23 special wards of Tokyo.",
    "purpose_en": "We wish to prepare exchanges between pupils of our schools and yours.",
    "signer_title": "Superintendent of Education",
    "itinerary": [
        {"day": "2025-11-10", "time": "09:30", "place": "シドニー", "place_en": "Sydney", "event": "到着",
         "event_en": "Arrival", "overnight": "シドニー"},
    ],
    "targets": [
        _school(1),
        _school(2, **_FIXED, confirmed_time="10:00", confirmed_place="the school office", attending="the deputy principal",
                new_day="2025-11-13", new_time="14:00", other_day="2025-11-14", other_time="09:30",
                change_reason="Our flight has been moved to a later day."),
        _school(3, **{**_FIXED, "progress": "cancelled"}, confirmed_time="14:00",
                change_reason="A member of the delegation has fallen ill."),
        _school(4, progress="held", confirmed_day="2025-11-11", confirmed_time="10:00",
                learnt="The way in which every new pupil is given a classmate as guide."),
    ],
    "slots": [
        {"target": str(number), "rank": rank, "day": day, "time": time, "duration": "60"}
        for number in (1, 2, 3, 4)
        for rank, day, time in (("first", "2025-11-11", "10:00"), ("second", "2025-11-12", "14:00"))
    ],
    "questions": [
        {"question": "交流の窓口となる教職員はいますか。", "question_en": "Who looks after exchanges at your school?"},
        {"target": "1", "question": "受入れに適した時期はいつですか。", "question_en": "Which months suit you best?"},
        {"target": "2", "question": "保護者への説明はどのようにしていますか。",
         "question_en": "How are the parents informed?"},
    ],
}  # fmt: skip

EXAMPLES = [
    Example(
        Wording("佐賀県の日本酒見本市への出展（2025年度）", "Saga's sake at a fair in Paris (FY2025)"),
        2025,
        SAKE,
        {"eligible": _MET, "area": _MET, "menu": _MET, "choice_founded": _MET, "route": _OPEN},
        enclosures=["leaflet"],
        instead={
            "support_granted": ExampleStep("accept", date(2025, 8, 20), part="paris"),
            "support_declined": ExampleStep("decline", date(2025, 8, 20), part="paris"),
        },
        steps=[
            ExampleStep("begin_check", date(2025, 7, 14)),
            ExampleStep("send", date(2025, 7, 16), number="国際第38号"),
            ExampleStep("begin", date(2025, 7, 23), part="paris"),
            ExampleStep("accept", date(2025, 8, 20), part="paris"),
            ExampleStep("notify", date(2025, 8, 22), number="国際第47号"),
            ExampleStep("carry_out", date(2025, 10, 8)),
            ExampleStep(
                "report",
                date(2025, 10, 31),
                number="国際第63号",
                answers={
                    "results": "会場と佐賀県を結んで乾杯を行い、多くの来場者に試飲してもらった。",
                    "thanked": "yes",
                },
            ),
            ExampleStep("complete", date(2025, 11, 4)),
        ],
    ),
    Example(
        Wording("文書のないソウルでの面談（2026年度）", "A meeting in Seoul without a document (FY2026)"),
        2026,
        SEOUL,
        {"area": _OPEN, "seoul_document": _OPEN, "exchange_section": _MET},
        steps=[
            ExampleStep(
                "begin_check",
                date(2026, 10, 13),
                answers={
                    "corrections": "訪問団員のローマ字の氏名を記載すること。",
                    "correct_by": "2026-10-14",
                    "awaited": "質問書の英訳",
                    "awaited_by": "2026-10-27",
                },
            ),
            ExampleStep("send", date(2026, 10, 15), number="国際第71号"),
        ],
    ),
    Example(
        Wording(
            "杉並区教育委員会の訪問：訪問先ごとの手紙（2025年度）", "Visits to schools, with a letter to each (FY2025)"
        ),
        2025,
        SCHOOLS,
        {"eligible": _MET, "area": _MET, "menu": _MET},
        steps=[
            ExampleStep("begin_check", date(2025, 9, 1)),
            ExampleStep("send", date(2025, 9, 3), number="国際第52号"),
            ExampleStep("accept", date(2025, 10, 1), part="sydney"),
        ],
    ),
    Example(
        Wording("北京事務所：土曜日と昼休みの面会希望", "Beijing: a Saturday, and the midday break"),
        2025,
        _at("CN", "大連市", "2025-11-15 12:00", "2025-11-17 12:00", title="大連市における物産の商談"),
        {"area": _MET, "beijing_day": _OPEN, "beijing_hours": _OPEN, "through_foreign_affairs": _OPEN},
    ),
    Example(
        Wording("シンガポール：旧正月の頃の面会希望", "Singapore: around the lunar new year"),
        2025,
        _at("SG", "シンガポール", "2026-02-16 10:00", "2026-02-19 10:00", title="シンガポールにおける観光PR"),
        {"area": _MET, "singapore_new_year": _OPEN},
    ),
    Example(
        Wording(
            "境町のハワイでの催し（2023年度・根拠となる資料なし）", "Sakai Town's event in Hawaii (FY2023, no document)"
        ),
        2023,
        {
            **SAKE,
            "applicant": "085464",
            "representative": "境町長",
            "section": "国際交流担当課",
            "title": "ワイキキビーチにおける町のPRイベント",
            "title_en": "Promotion of the town on Waikiki Beach",
            "aims": ["tourism", "exchange"],
            "places": [{"country": "US", "area": "ハワイ州ホノルル市"}],
            "starts": "2023-06-01",
            "ends": "2023-06-06",
            "parcels": None,
            "itinerary": None,
            "website_read": "yes",
        },
        {"eligible": _OPEN, "area": _OPEN, "menu": _OPEN},
        steps=[
            ExampleStep("begin_check", date(2023, 4, 12)),
            ExampleStep("send", date(2023, 4, 14), number="国際第9号"),
            ExampleStep("accept", date(2023, 5, 9), part="new_york"),
            ExampleStep("carry_out", date(2023, 6, 7)),
            ExampleStep("complete", date(2023, 6, 20)),
        ],
    ),
    Example(
        Wording("アントワープは支援対象地域の外（要相談）", "Antwerp lies outside the area of support"),
        2025,
        _at("BE", "Antwerp", "2025-11-12 10:00", "2025-11-13 14:00", title="ベルギーにおける先進事例調査"),
        {"area": _OPEN},
        steps=[
            ExampleStep("begin_check", date(2025, 8, 18)),
            ExampleStep("send", date(2025, 8, 20), number="国際第45号"),
        ],
    ),
    Example(
        Wording("年度をまたぐ議会の訪問", "An assembly's visit over the end of the fiscal year"),
        2025,
        _at(
            "AU",
            "クイーンズランド州",
            "2026-03-30 10:00",
            "2026-04-01 10:00",
            applicant="140007",
            organ="assembly",
            representative="神奈川県議会議長",
            title="友好都市への訪問",
            starts="2026-03-28",
            ends="2026-04-03",
        ),
        {"eligible": _MET, "area": _MET, "fiscal_year": _OPEN},
        steps=[
            ExampleStep("discuss", date(2025, 12, 8)),
            ExampleStep("take_up", date(2025, 12, 22)),
            ExampleStep("begin_check", date(2025, 12, 23)),
            ExampleStep("return", date(2025, 12, 24)),
            ExampleStep("resubmit", date(2026, 1, 7)),
            ExampleStep("send", date(2026, 1, 9), number="国際第101号"),
            ExampleStep("accept_partially", date(2026, 2, 3), part="sydney"),
            ExampleStep(
                "cancel",
                date(2026, 3, 2),
                number="国際第121号",
                answers={"cancelled_because": "議会日程の変更のため。"},
            ),
        ],
    ),
]
