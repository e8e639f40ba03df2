"""What a municipality offering to receive the seminar tells: when, on what, and the programme half-day by half-day.

The host form is not public; participants' particulars are kept to name, post and what their reception needs.
"""

from clair_desktop.blocks.applicant import APPLICANT
from clair_desktop.blocks.branch_letters import CORRECTION
from clair_desktop.blocks.overseas_places import OFFICES
from clair_desktop.blocks.units import PERSONS
from clair_desktop.domain.fields import Choice, Count, Day, Option, Rows, Section, Text, Yen, YesNo
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.wording import Wording

HOST = Section("host", Wording("受入団体", "Host"), APPLICANT.fields)

SEMINAR = Section(
    "seminar",
    Wording("セミナーの概要", "Seminar"),
    [
        Text(key="title", label=Wording("件名", "Subject"), required=True, searchable=True),
        Text(key="title_en", label=Wording("件名（英語）", "Subject in English"), searchable=True),
        Choice(
            key="region",
            label=Wording("招へい対象（海外事務所管内）", "Region (overseas office)"),
            required=True,
            options=OFFICES,
        ),
        Text(
            key="name_abroad",
            label=Wording("海外での名称", "Name used abroad"),
            hint=Wording(
                "シドニー：Local Government Exchange & Cooperation Seminar、ロンドン：Japan Study Tour、ニューヨーク：CLAIR Fellowship",
                "Sydney: Local Government Exchange & Cooperation Seminar; London: Japan Study Tour; New York: CLAIR Fellowship",
            ),
        ),
        Choice(
            key="direction",
            label=Wording("招へい・派遣の別", "Direction"),
            required=True,
            options=[
                Option("to_japan", Wording("海外の幹部を日本に招へい", "Executives from abroad come to Japan")),
                Option("abroad", Wording("日本の幹部が海外を訪問", "Executives from Japan go abroad")),
            ],
        ),
        Text(key="theme", label=Wording("テーマ", "Theme (Japanese)"), required=True, searchable=True, lines=2),
        Text(key="theme_en", label=Wording("テーマ（英語）", "Theme"), lines=2),
        Text(key="purpose", label=Wording("受入れのねらい", "What the host hopes for"), required=True, lines=4),
        Count(key="expected", label=Wording("受入予定人数", "Participants expected"), unit=PERSONS),
        Day(key="starts", label=Wording("全体の期間（から）", "Whole seminar from"), required=True),
        Day(key="ends", label=Wording("全体の期間（まで）", "Whole seminar to"), required=True),
        Day(key="tokyo_from", label=Wording("東京セミナー（から）", "Tokyo seminar from"), required=True),
        Day(key="tokyo_to", label=Wording("東京セミナー（まで）", "Tokyo seminar to"), required=True),
        Day(
            key="host_from",
            label=Wording("地方自治体交流事業（から）", "At the host from"),
            required=True,
            hint=Wording("期間は受入自治体との協議で決まる", "Agreed with the host"),
        ),
        Day(key="host_to", label=Wording("地方自治体交流事業（まで）", "At the host to"), required=True),
    ],
)

PROGRAMME_DRAFT = Section(
    "schedule",
    Wording("日程案", "Programme"),
    [
        Rows(
            key="programme",
            label=Wording("日程案（半日ごと）", "Programme by half-days"),
            columns=[
                Day(key="day", label=Wording("月日", "Date"), required=True),
                Choice(
                    key="half",
                    label=Wording("時間帯", "Time"),
                    required=True,
                    options=[
                        Option("morning", Wording("午前", "Morning")),
                        Option("afternoon", Wording("午後", "Afternoon")),
                        Option("evening", Wording("夜", "Evening")),
                    ],
                ),
                Choice(
                    key="phase",
                    label=Wording("区分", "Part"),
                    required=True,
                    options=[
                        Option("tokyo", Wording("東京セミナー", "Tokyo seminar")),
                        Option("host", Wording("地方自治体交流事業", "At the host")),
                    ],
                ),
                Text(key="place", label=Wording("場所", "Place (Japanese)")),
                Text(key="place_en", label=Wording("場所（英語）", "Place")),
                Text(key="contents", label=Wording("内容", "Programme (Japanese)"), required=True, lines=2),
                Text(key="contents_en", label=Wording("内容（英語）", "Programme"), lines=2),
                Text(key="in_charge", label=Wording("担当", "In charge")),
            ],
        )
    ],
)

RECEPTION = Section(
    "reception",
    Wording("受入れの体制", "Reception"),
    [
        Text(key="lodging", label=Wording("宿泊", "Lodging"), lines=2),
        Text(key="interpreting", label=Wording("通訳", "Interpreting"), lines=2),
        YesNo(key="home_stay", label=Wording("ホームステイ", "Home stay")),
        Text(key="transport", label=Wording("移動手段", "Transport"), lines=2),
        Yen(key="budget", label=Wording("受入団体の予算額", "The host's budget")),
        Text(key="cost_split", label=Wording("費用負担の考え方", "Who bears which costs"), lines=2),
    ],
)

PARTICIPANTS = Section(
    "participant_list",
    Wording("参加者", "Participants"),
    [
        Rows(
            key="participants",
            label=Wording("参加者名簿", "Participants"),
            hint=Wording("個人情報は受入れに要るものだけ", "No more personal particulars than needed"),
            columns=[
                Text(key="name", label=Wording("氏名", "Name")),
                Country(key="country", label=Wording("国", "Country"), required=True),
                Text(key="body", label=Wording("所属団体", "Body"), required=True),
                Text(key="post", label=Wording("職名", "Post"), required=True),
                Text(key="needs", label=Wording("配慮事項（食事など）", "Needs (diet etc.)")),
            ],
        )
    ],
    stage="participants",
)

OUTCOME = Section(
    "outcome",
    Wording("決定と結果", "Decision and result"),
    [
        Day(key="chosen_on", label=Wording("受入決定日", "Chosen as host on")),
        Day(key="agreed_on", label=Wording("日程確定日", "Programme agreed on")),
        Text(key="results", label=Wording("実施結果", "What came of it"), lines=5),
        Text(key="follow_up", label=Wording("今後の交流", "What follows"), lines=3),
        Text(key="ended_because", label=Wording("受入れに至らなかった理由", "Why it was not held"), lines=2),
    ],
    stage="outcome",
)

SECTIONS = [HOST, SEMINAR, PROGRAMME_DRAFT, RECEPTION, CORRECTION, PARTICIPANTS, OUTCOME]
