"""Worked cases by the page of FY2024. Bodies and subjects are published; who asked for what is of this specimen only."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

PLAIN_JAPANESE: dict[str, object] = {
    "applicant_kind": "local_authority",
    "applicant": "042161",
    "representative": "富谷市長",
    "section": "多文化共生担当課",
    "contact": "担当者",
    "phone": "（見本）",
    "email": "（見本）",
    "title": "職員向け「やさしい日本語」研修",
    "title_en": "Training in plain Japanese for municipal staff",
    "topic": "plain_japanese",
    "event_kind": "training",
    "form": "on_site",
    "purpose": "窓口での説明と通知文を、外国人住民に伝わるものにする。",
    "contents": "やさしい日本語の考え方、窓口での話し方、通知文の書換えの演習",
    "audience": "市職員",
    "audience_number": "40",
    "preferred_days": [{"day": "2024-10-22", "from_time": "13:30", "to_time": "16:30"}],
    "venue": "市役所会議室",
    "wished_adviser": "やさしい日本語の専門家",
}

ASSOCIATION: dict[str, object] = {
    **{key: value for key, value in PLAIN_JAPANESE.items() if key != "applicant"},
    "applicant_kind": "international_association",
    "requester_name": "（公財）京都府国際センター",
    "requester_name_en": "Kyoto Prefectural International Center",
    "seat": "260002",
    "representative": "理事長",
    "section": "事業担当",
    "title": "日本語学習支援ボランティア向けのスキルアップ研修",
    "title_en": "Training for volunteers who teach Japanese",
    "topic": "other",
    "purpose": "地域の日本語学習支援者の力を高める。",
    "contents": "学習者に合わせた教材の選び方と活動の組み立て方",
    "audience": "日本語学習支援ボランティア",
    "venue": "オンライン会議",
    "form": "online",
}

CITY_ASSOCIATION: dict[str, object] = {
    **ASSOCIATION,
    "applicant_kind": "other_association",
    "requester_name": "（見本）市国際交流協会",
    "requester_name_en": "(Specimen) City International Exchange Association",
    "seat": "042153",
    "title": "市民向けの多文化共生概論に係る講演会",
    "title_en": "A lecture on multicultural society for citizens",
    "event_kind": "lecture",
    "form": "on_site",
    "purpose": "住民の多文化共生への理解を進める。",
    "contents": "多文化共生の考え方と各地の取組",
    "audience": "市民",
    "venue": "市民会館",
}


def _with(base: dict[str, object], **changed: object) -> dict[str, object]:
    return {**base, **changed}


_MET, _NOT, _OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
_LONG_LECTURE = [{"day": "2024-11-16", "from_time": "13:00", "to_time": "17:30"}]

_CHANGE = {"change": "会場の都合により、派遣日を10月29日に変更したい。"}

EXAMPLES = [
    Example(
        Wording("富谷市の「やさしい日本語」研修（2024年度）", "Tomiya City's training in plain Japanese (FY2024)"),
        2024,
        PLAIN_JAPANESE,
        {
            "eligible_body": _MET,
            "topics": _MET,
            "uses_in_year": _MET,
            "paid_hours": _MET,
            "sent_by_mail": _MET,
            "still_open": _OPEN,
        },
        enclosures=["official_forms"],
        instead={
            "change": ExampleStep("request_change", date(2024, 9, 10), answers=_CHANGE),
            "change_notice": ExampleStep(
                "change_agreed", date(2024, 9, 17), answers={**_CHANGE, "dispatch_on": "2024-10-29"}
            ),
        },
        steps=[
            ExampleStep("begin_check", date(2024, 7, 8)),
            ExampleStep("send", date(2024, 7, 10)),
            ExampleStep(
                "accept",
                date(2024, 8, 5),
                answers={
                    "decided_on": "2024-08-02",
                    "adviser": "やさしい日本語の専門家",
                    "dispatch_on": "2024-10-22",
                },
            ),
            ExampleStep(
                "hold",
                date(2024, 10, 23),
                answers={"held_on": "2024-10-22", "held_from": "13:30", "held_to": "16:30", "attended": "38"},
            ),
            ExampleStep(
                "report",
                date(2024, 11, 6),
                answers={
                    "report_contents": "講義の後、実際の通知文を班ごとに書き換えた。",
                    "outcome": "窓口でよく使う通知文5件の書換え案ができた。",
                    "follow_up": "書換え案を庁内で共有し、順次用いる。",
                },
            ),
            ExampleStep("close", date(2024, 11, 29)),
        ],
    ),
    Example(
        Wording("市国際交流協会の4時間30分の講演会", "A lecture of four and a half hours by a city's association"),
        2024,
        _with(CITY_ASSOCIATION, preferred_days=_LONG_LECTURE),
        {"eligible_body": _MET, "paid_hours": _OPEN, "uses_in_year": _MET},
    ),
    Example(
        Wording("同じ講演会・超過分は主催者が負担", "The same lecture, the host pays for the rest"),
        2024,
        _with(
            CITY_ASSOCIATION,
            requester_name="（見本）町国際交流協会",
            requester_name_en="(Specimen) Town International Exchange Association",
            seat="043419",
            preferred_days=_LONG_LECTURE,
            excess_by_host="yes",
            host_costs="4時間を超える30分の謝礼",
        ),
        {"eligible_body": _MET, "paid_hours": _MET},
        steps=[
            ExampleStep("begin_check", date(2024, 9, 2)),
            ExampleStep("send", date(2024, 9, 4)),
            ExampleStep(
                "accept",
                date(2024, 9, 27),
                answers={
                    "decided_on": "2024-09-26",
                    "adviser": "多文化共生の専門家",
                    "dispatch_on": "2024-11-16",
                },
            ),
            ExampleStep("cancel", date(2024, 11, 14), answers={"cancel_reason": "会場が災害対応に使われるため。"}),
        ],
    ),
    Example(
        Wording(
            "地域国際化協会の2回目（分類ごとの回数は未確認）", "An association's second use (limit by class unknown)"
        ),
        2024,
        _with(ASSOCIATION, uses_unrecorded="1"),
        {"eligible_body": _MET, "uses_in_year": _OPEN},
    ),
    Example(
        Wording("年度内3回目の利用", "A third use in one fiscal year"),
        2024,
        _with(
            PLAIN_JAPANESE,
            applicant="042072",
            representative="名取市長",
            title="災害多言語支援センターの設置運営訓練",
            title_en="Drill of a multilingual disaster support centre",
            topic="disaster",
            event_kind="drill",
            uses_unrecorded="2",
        ),
        {"uses_in_year": _NOT},
        steps=[ExampleStep("withdraw", date(2024, 11, 1))],
    ),
    Example(
        Wording(
            "NPO法人からの申請（「等」に含まれるか未確認）", "An NPO applies (whether “and others” covers it is open)"
        ),
        2024,
        _with(CITY_ASSOCIATION, applicant_kind="npo", requester_name="（見本）NPO法人", requester_name_en=""),
        {"eligible_body": _OPEN},
    ),
    Example(
        Wording("特別区は市区町村に含まれる", "A special ward is among the 市区町村"),
        2024,
        _with(PLAIN_JAPANESE, applicant="131041", representative="新宿区長"),
        {"eligible_body": _MET},
    ),
    Example(
        Wording("2026年度の3回目（前年度の資料による）", "A third use in FY2026, carried forward"),
        2026,
        _with(
            PLAIN_JAPANESE,
            uses_unrecorded="2",
            preferred_days=[{"day": "2027-01-21", "from_time": "13:30", "to_time": "16:00"}],
        ),
        dict.fromkeys(("eligible_body", "topics", "uses_in_year", "paid_hours", "sent_by_mail"), _OPEN),
        steps=[
            ExampleStep(
                "begin_check",
                date(2026, 11, 10),
                answers={
                    "corrections": "所定様式の連絡先を記載すること。",
                    "correct_by": "2026-11-12",
                    "awaited": "事業の概要が分かる資料",
                    "awaited_by": "2026-11-24",
                },
            ),
            ExampleStep("send_directly", date(2026, 11, 12)),
        ],
    ),
    Example(
        Wording("2023年度は定めが確認できない", "FY2023: no provision is known"),
        2023,
        _with(PLAIN_JAPANESE, preferred_days=[{"day": "2023-10-19", "from_time": "13:30", "to_time": "16:30"}]),
        dict.fromkeys(("eligible_body", "topics", "uses_in_year", "paid_hours", "sent_by_mail"), _OPEN),
    ),
]
