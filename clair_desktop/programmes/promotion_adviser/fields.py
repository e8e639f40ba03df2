"""What an application for a promotion adviser is asked; the official form's layout is not public."""

from clair_desktop.blocks.adviser_dispatch import ARRANGEMENT, PREFERRED_DAYS, REPORT
from clair_desktop.blocks.applicant import APPLICANT
from clair_desktop.blocks.branch_letters import CORRECTION
from clair_desktop.blocks.earlier_uses import unrecorded
from clair_desktop.domain.fields import Choice, Choices, Option, Rows, Section, Text
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.wording import Wording

IMPLEMENTATION = "implementation"

PROJECT = Section(
    "project",
    Wording("海外プロモーション事業", "Promotion abroad"),
    [
        Text(
            key="title",
            label=Wording("事業名", "Project"),
            required=True,
            searchable=True,
            hint=Wording("回数は事業名ごとに数えます。", "Dispatches are counted by this title."),
        ),
        Text(key="title_en", label=Wording("事業名（英語）", "Title in English"), searchable=True),
        Text(key="outline", label=Wording("事業の概要", "Outline"), required=True, lines=4),
        Choice(
            key="stage",
            label=Wording("事業の段階", "Stage of the project"),
            required=True,
            options=[
                Option("planning", Wording("企画（事業戦略）", "Planning and strategy")),
                Option("market_research", Wording("企画（市場調査）", "Market research")),
                Option(IMPLEMENTATION, Wording("実施", "Implementation")),
            ],
        ),
        Rows(
            key="places",
            label=Wording("対象国・地域", "Countries and places"),
            columns=[
                Country(key="country", label=Wording("国・地域", "Country"), required=True, searchable=True),
                Text(key="area", label=Wording("都市等", "City or area"), searchable=True),
            ],
        ),
    ],
)

DISPATCH = Section(
    "dispatch",
    Wording("派遣の希望", "Dispatch asked for"),
    [
        Choices(
            key="support",
            label=Wording("支援内容", "Support asked for"),
            required=True,
            options=[
                Option("advice", Wording("専門的見地からの指導や助言", "Guidance and advice")),
                Option("information", Wording("情報・資料の提供", "Information and material")),
                Option("survey", Wording("助言等に必要な視察や調査", "Visits and surveys needed for these")),
            ],
        ),
        Choice(
            key="form",
            label=Wording("派遣形態", "Form"),
            required=True,
            options=[
                Option("on_site", Wording("現地派遣", "On site")),
                Option("online", Wording("オンライン", "Online")),
                Option("seminar", Wording("セミナー講師", "Speaker at a seminar")),
            ],
        ),
        Rows(
            key="wished_advisers",
            label=Wording("希望アドバイザー", "Advisers wished for"),
            hint=Wording("第1希望から3人まで", "Up to three, the first choice first"),
            columns=[
                Text(key="name", label=Wording("アドバイザー（分野）", "Adviser or field"), required=True),
                Text(key="reason", label=Wording("希望する理由", "Reason")),
            ],
        ),
        PREFERRED_DAYS,
        Text(
            key="venue", label=Wording("場所（オンラインの場合は方法）", "Place (or means, if online)"), required=True
        ),
        Text(key="consultation", label=Wording("相談内容", "What is asked"), required=True, lines=5),
        Text(key="participants", label=Wording("参加者", "Participants"), lines=2),
    ],
)

# The branch's own question: its file may not hold everything that counts.
EARLIER_USES = Section(
    "earlier_uses",
    Wording("これまでの利用", "Earlier uses"),
    [
        unrecorded(
            "dispatches_unrecorded",
            Wording(
                "この事業の今年度の派遣回数（台帳にないもの）", "This year's dispatches for the project not on file"
            ),
        ),
        unrecorded(
            "projects_unrecorded",
            Wording("今年度に派遣を受けた他の事業の数（台帳にないもの）", "Other projects of this year not on file"),
        ),
        Text(
            key="exception_reason",
            label=Wording("3事業目以降とする理由", "Reason for more projects than the text foresees"),
            lines=3,
        ),
    ],
)

SECTIONS = [APPLICANT, PROJECT, DISPATCH, EARLIER_USES, CORRECTION, ARRANGEMENT, REPORT]
