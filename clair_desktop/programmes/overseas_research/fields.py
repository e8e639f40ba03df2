"""What a research request (海外調査依頼書, 質問票) is asked; the official form's layout is not public."""

from clair_desktop.blocks.applicant import REQUESTER
from clair_desktop.domain.fields import Choice, Day, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_research.letters import SECTIONS as OF_LETTERS

OFFICES = (
    Option("new_york", Wording("ニューヨーク事務所", "New York Office")),
    Option("london", Wording("ロンドン事務所", "London Office")),
    Option("paris", Wording("パリ事務所", "Paris Office")),
    Option("singapore", Wording("シンガポール事務所", "Singapore Office")),
    Option("seoul", Wording("ソウル事務所", "Seoul Office")),
    Option("sydney", Wording("シドニー事務所", "Sydney Office")),
    Option("beijing", Wording("北京事務所", "Beijing Office")),
)

RESEARCH = Section(
    "research",
    Wording("調査の内容", "Research"),
    [
        Text(key="title", label=Wording("件名（調査テーマ）", "Subject"), required=True, searchable=True),
        Text(key="title_en", label=Wording("件名（英語）", "Subject in English"), searchable=True),
        Text(
            key="purpose",
            label=Wording("調査の目的・背景・活用方法", "Purpose, background and use"),
            required=True,
            lines=5,
        ),
        Text(
            key="why_abroad",
            label=Wording("国内で調査できない理由（国内で調べた範囲）", "Why it cannot be done from Japan"),
            required=True,
            lines=3,
            hint=Wording("現地でしか実施できない調査が対象です。", "Only what can be found on the spot alone."),
        ),
        Rows(
            key="places",
            label=Wording("調査対象国・地域", "Countries and areas"),
            required=True,
            columns=[
                Country(key="country", label=Wording("国・地域", "Country"), required=True, searchable=True),
                Text(
                    key="area",
                    label=Wording("州・都市", "State or city"),
                    searchable=True,
                    hint=Wording("アメリカ合衆国は州を記入", "For the USA name the state"),
                ),
                YesNo(key="nationwide", label=Wording("連邦・全国の調査", "Federal or nationwide")),
                Choice(key="office", label=Wording("事務所の指定", "Office chosen by hand"), options=OFFICES),
                Text(key="office_reason", label=Wording("指定の理由", "Reason for the choice")),
            ],
        ),
        Rows(
            key="preferred_bodies",
            label=Wording("希望調査先", "Bodies to be asked, if any"),
            columns=[
                Text(key="name", label=Wording("機関名", "Body"), required=True, searchable=True),
                Text(key="reason", label=Wording("理由・これまでの接点", "Reason, earlier contact")),
            ],
        ),
        Day(key="reply_by", label=Wording("回答希望期限", "Reply requested by"), required=True),
        Choice(
            key="sharing",
            label=Wording("調査結果の他団体への提供", "Sharing the results"),
            options=[
                Option("yes", Wording("可", "Agreed")),
                Option("ask", Wording("その都度照会", "Ask each time")),
                Option("no", Wording("不可", "Not agreed")),
            ],
        ),
        YesNo(
            key="existing_checked",
            label=Wording("既存の調査（年度別リスト・クレアレポート）を確認した", "Existing surveys were checked"),
        ),
        Text(key="existing_note", label=Wording("既存調査の確認結果", "What was found"), lines=2),
    ],
)

QUESTIONNAIRE = Section(
    "questionnaire",
    Wording("質問票", "Questionnaire"),
    [
        Rows(
            key="questions",
            label=Wording("質問事項", "Questions"),
            hint=Wording(
                "1行に1問。相手のウェブサイトで分かることは尋ねない。", "One idea a row; nothing the website answers."
            ),
            columns=[
                Text(key="topic", label=Wording("大項目", "Topic")),
                Text(
                    key="question",
                    label=Wording("質問", "Question in Japanese"),
                    required=True,
                    lines=3,
                    searchable=True,
                ),
                Text(key="question_en", label=Wording("質問（英語）", "Question"), lines=3),
                Text(key="situation", label=Wording("日本の現状", "Situation in Japan (Japanese)"), lines=2),
                Text(key="situation_en", label=Wording("日本の現状（英語）", "Background"), lines=2),
                Text(key="respondent", label=Wording("想定回答者", "Expected respondent")),
                Choice(
                    key="priority",
                    label=Wording("優先度", "Priority"),
                    options=[
                        Option("high", Wording("高", "High")),
                        Option("medium", Wording("中", "Medium")),
                        Option("low", Wording("低", "Low")),
                    ],
                ),
            ],
        )
    ],
)

SECTIONS = [REQUESTER, RESEARCH, QUESTIONNAIRE, *OF_LETTERS]
