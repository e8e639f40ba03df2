"""Worked calls on business that the brochure publishes; days, answers and letters are of this specimen only."""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording


def _bodies(*codes: str, **answers: tuple[str, str]) -> list[dict[str, object]]:
    """The bodies asked; an answer is given as ``c042021=("none", "2025-07-01")``."""
    rows: list[dict[str, object]] = []
    for code in codes:
        answer = answers.get(f"c{code}")
        rows.append({"body": code, **({"answer": answer[0], "answered_on": answer[1]} if answer else {})})
    return rows


_ASKED = ("042021", "042056", "042153", "042161", "043419")

STUDY_CAMP: dict[str, object] = {
    "subject": "study_camp",
    "sort": "call",
    "title": "多文化共生の「体験塾」の参加者募集",
    "title_en": "Call for participants: study camp on multicultural society",
    "division": "multicultural",
    "notice_number": "（見本）第1号",
    "notice_on": "2025-06-02",
    "summary": "先進的な取組を実地研修とワークショップで学ぶ「体験塾」の参加者を募る。",
    "held": "令和7年9月（2日間）",
    "reply_wanted": "yes",
    "asked": "参加希望の有無、希望者の所属・職",
    "headquarters_deadline": "2025-07-11",
    "arrival": "must_arrive",
    "branch_deadline": "2025-07-04",
    "requester_name": "県内各市町村",
    "requester_name_en": "Municipalities of Miyagi Prefecture",
    "representative": "多文化共生主管課長",
    "bodies": _bodies(*_ASKED),
}

CANNES: dict[str, object] = {
    **STUDY_CAMP,
    "subject": "japan_france",
    "title": "日仏自治体交流会議の参加団体の募集",
    "title_en": "Call for participants: conference of Japanese and French local authorities",
    "division": "exchange",
    "notice_on": "2026-10-05",
    "summary": "日仏両国の自治体が共通の行政課題と先進施策を発表し議論する会議への参加団体を募る。",
    "held": "関連行事を含め4日間程度",
    "place": "フランス・カンヌ市",
    "asked": "参加希望の有無、参加予定者の職",
    "headquarters_deadline": "2026-12-11",
    "branch_deadline": "2026-12-04",
    "representative": "国際交流主管課長",
}

AWARD: dict[str, object] = {
    **STUDY_CAMP,
    "subject": "exchange_award",
    "title": "自治体国際交流表彰（総務大臣賞）の候補の推薦",
    "title_en": "Candidates for the award for international exchange",
    "division": "exchange",
    "notice_on": "2025-08-04",
    "summary": "姉妹交流をはじめ、創意と工夫に富んだ交流活動の推薦を求める。",
    "asked": "推薦の有無、推薦する団体と活動",
    "headquarters_deadline": "2025-09-12",
    "branch_deadline": "2025-09-05",
    "representative": "国際交流主管課長",
}

JET: dict[str, object] = {
    **{key: value for key, value in STUDY_CAMP.items() if key not in ("headquarters_deadline", "branch_deadline")},
    "subject": "jet",
    "sort": "notice",
    "title": "JET参加者向け日本語講座の御案内",
    "title_en": "Japanese courses for JET participants",
    "division": "jet_training",
    "notice_on": "2025-05-12",
    "summary": "JET参加者がオンラインで学べる日本語講座が無償で提供される。",
    "held": "",
    "reply_wanted": "no",
    "asked": "",
    "arrival": "",
    "representative": "JETプログラム主管課長",
}


def _with(base: dict[str, object], **changed: object) -> dict[str, object]:
    return {**base, **changed}


_FIRST = {
    "c042021": ("answer", "2025-06-20"),
    "c042056": ("none", "2025-06-24"),
    "c042161": ("none", "2025-07-03"),
}
_MET, _OPEN = Verdict.MET, Verdict.UNDECIDED

EXAMPLES = [
    Example(
        Wording("体験塾の参加者募集（2025年度）", "Call for the study camp (FY2025)"),
        2025,
        STUDY_CAMP,
        {"deadlines": _MET, "answers": _OPEN},
        enclosures=["notice"],
        steps=[
            ExampleStep("circulate", date(2025, 6, 5), number="国際第24号"),
            ExampleStep(
                "remind", date(2025, 7, 7), number="国際第33号", answers={"bodies": _bodies(*_ASKED, **_FIRST)}
            ),
            ExampleStep(
                "collect",
                date(2025, 7, 9),
                answers={
                    "bodies": _bodies(
                        *_ASKED, **_FIRST, c042153=("answer", "2025-07-04"), c043419=("none", "2025-07-08")
                    )
                },
            ),
            ExampleStep(
                "reply", date(2025, 7, 10), number="国際第35号", answers={"reply_note": "参加希望は2団体2人。"}
            ),
            ExampleStep("complete", date(2025, 7, 22), answers={"sent_on": "2025-07-10", "arrived_on": "2025-07-11"}),
        ],
    ),
    Example(
        Wording("日仏自治体交流会議・カンヌ市（2026年度）", "Japan-France conference in Cannes (FY2026)"),
        2026,
        CANNES,
        {"conference": _MET, "deadlines": _MET, "answers": _OPEN},
        enclosures=["notice"],
        steps=[ExampleStep("circulate", date(2026, 10, 8), number="国際第70号")],
    ),
    Example(
        Wording("隔年の日仏会議は2025年度の開催が確認できない", "No Japan-France conference is known for FY2025"),
        2025,
        _with(
            CANNES,
            place="",
            notice_on="2025-10-06",
            headquarters_deadline="2025-12-12",
            branch_deadline="2025-12-05",
        ),
        {"conference": _OPEN},
    ),
    Example(
        Wording("日中韓会議・塩城市（2025年度）", "Japan-China-Korea conference in Yancheng (FY2025)"),
        2025,
        _with(
            AWARD,
            subject="japan_china_korea",
            sort="call",
            title="日中韓3か国地方政府交流会議の参加団体の募集",
            title_en="Call for participants: Japan-China-Korea conference",
            place="中国・江蘇省塩城市",
            summary="3か国の地方政府が交流と協力を進める会議への参加団体を募る。",
            asked="参加希望の有無",
        ),
        {"conference": _MET},
        enclosures=["notice"],
        steps=[
            ExampleStep("circulate", date(2025, 8, 7), number="国際第43号"),
            ExampleStep("cancel", date(2025, 8, 20)),
        ],
    ),
    Example(
        Wording("全団体が該当なし（自治体国際交流表彰）", "Nothing to report from anybody (award)"),
        2025,
        _with(AWARD, bodies=_bodies(*_ASKED, **{f"c{code}": ("none", "2025-09-02") for code in _ASKED})),
        {"answers": _MET},
        enclosures=["notice"],
        steps=[
            ExampleStep("circulate", date(2025, 8, 6), number="国際第42号"),
            ExampleStep("collect", date(2025, 9, 8)),
            ExampleStep("reply", date(2025, 9, 9), number="国際第52号", answers={"reply_note": "全団体該当なし。"}),
        ],
    ),
    Example(
        Wording("支部の期限を過ぎ、本部の期限には間に合う回答", "Late for the branch, in time for headquarters"),
        2025,
        _with(
            AWARD,
            bodies=_bodies("042021", "042056", c042021=("answer", "2025-09-08"), c042056=("none", "2025-09-03")),
            sent_on="2025-09-12",
            arrived_on="2025-09-12",
        ),
        {"answers": _MET, "answers_in_time": _OPEN, "reply_in_time": _MET},
    ),
    Example(
        Wording("必着の金曜日に郵送し、到着は未確認", "Posted on the Friday by which it must arrive, arrival unknown"),
        2025,
        _with(AWARD, sent_on="2025-09-12"),
        {"reply_in_time": _OPEN},
    ),
    Example(
        Wording("回答を求めない周知（JETプログラム）", "For information only (JET Programme)"),
        2025,
        JET,
        {},
        enclosures=["notice"],
        steps=[ExampleStep("inform", date(2025, 5, 14), number="国際第15号")],
    ),
]
