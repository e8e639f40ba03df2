"""What a request for support abroad (海外活動支援依頼申込書) is asked; the official form's layout is not public."""

from clair_desktop.blocks.applicant import CONTACT, REPRESENTATIVE_EN
from clair_desktop.blocks.branch_letters import CORRECTION
from clair_desktop.blocks.overseas_places import stays
from clair_desktop.blocks.travel import DELEGATION, ITINERARY
from clair_desktop.domain.fields import Choice, Choices, Count, Day, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_support.letters import LETTERS
from clair_desktop.programmes.overseas_support.letters_until_2026 import LETTER
from clair_desktop.programmes.overseas_support.visits import PREPARATION, QUESTIONS, VISITS

_PAYERS = [
    Option("requester", Wording("依頼団体が負担", "The requester")),
    Option("to_consult", Wording("相談したい", "To be discussed")),
]

REQUESTER = Section(
    "requester",
    Wording("依頼団体", "Requester"),
    [
        Authority(
            key="applicant",
            label=Wording("依頼団体", "Requester"),
            required=True,
            searchable=True,
            hint=Wording("団体コード6桁又は名称", "Six-digit code or name"),
        ),
        Choice(
            key="organ",
            label=Wording("依頼する組織", "Part of the body"),
            required=True,
            options=[
                Option("executive", Wording("首長部局", "Executive")),
                Option("assembly", Wording("議会", "Assembly")),
                Option("school_board", Wording("教育委員会", "Board of education")),
                Option("other", Wording("その他の団体", "Another body")),
            ],
        ),
        Text(key="representative", label=Wording("代表者の職・氏名", "Head (title and name)")),
        REPRESENTATIVE_EN,
        *CONTACT,
        Text(
            key="emergency",
            label=Wording("渡航中の緊急連絡先", "Emergency contact during the trip"),
            required=True,
        ),
    ],
)

MENU = Choices(
    key="menu",
    label=Wording("希望する支援メニュー", "Support wanted"),
    required=True,
    options=[
        Option("advice", Wording("①視察先の相談（訪問先・調査先の選定など）", "(1) Advice on whom to visit")),
        Option("appointments", Wording("②アポイントメントの取り付け", "(2) Making appointments")),
        Option("briefing", Wording("③現地の状況などの説明", "(3) Briefing on the country")),
        Option("company", Wording("④海外事務所職員の同行", "(4) Staff of the office to accompany")),
        Option("staffing", Wording("⑤海外で開催するイベントへの人的支援", "(5) Staff for an event abroad")),
        Option("premises", Wording("⑥事務所スペース・パソコンなどの貸出し", "(6) Office space and equipment")),
        Option("interpreter", Wording("通訳のあっせん", "Finding an interpreter")),
    ],
)

ACTIVITY = Section(
    "activity",
    Wording("活動の内容", "Activity"),
    [
        Text(key="title", label=Wording("件名", "Subject"), required=True, searchable=True),
        Text(key="title_en", label=Wording("件名（英語）", "Subject in English"), searchable=True),
        Choices(
            key="aims",
            label=Wording("活動の種類", "Kind of activity"),
            options=[
                Option("market", Wording("販路拡大", "Opening markets")),
                Option("tourism", Wording("観光PR", "Tourism promotion")),
                Option("survey", Wording("先進事例調査", "Studying good practice")),
                Option("exchange", Wording("交流・訪問", "Exchange and visits")),
                Option("other", Wording("その他", "Other")),
            ],
        ),
        Text(key="purpose", label=Wording("訪問目的・活動概要", "Purpose and outline"), required=True, lines=5),
        stays(Wording("訪問国・都市", "Countries and cities")),
        Day(key="starts", label=Wording("出発日", "Departs"), required=True),
        Day(key="ends", label=Wording("帰国日", "Returns"), required=True),
        MENU,
        Text(
            key="previous_visits",
            label=Wording("過去の訪問歴", "Earlier visits"),
            lines=2,
            hint=Wording("前任者や他部局の訪問も調べて記入", "Also those of predecessors and other sections"),
        ),
        YesNo(key="interpreter", label=Wording("通訳の利用", "An interpreter is used")),
        Choice(
            key="interpreter_payer",
            label=Wording("通訳の費用負担", "Who pays the interpreter"),
            required_when=("interpreter", "yes"),
            options=_PAYERS,
        ),
        YesNo(key="vehicle", label=Wording("車両の利用", "A vehicle is hired")),
        Choice(
            key="vehicle_payer",
            label=Wording("車両の費用負担", "Who pays the vehicle"),
            required_when=("vehicle", "yes"),
            options=_PAYERS,
        ),
        Rows(
            key="parcels",
            label=Wording("送付物（パンフレット等）", "Parcels sent ahead"),
            columns=[
                Text(key="what", label=Wording("品名", "Contents"), required=True),
                Count(key="quantity", label=Wording("数量", "Quantity"), required=True),
                Day(key="arrives", label=Wording("到着予定日", "Arrives on")),
                Text(key="after", label=Wording("終了後の扱い", "Afterwards")),
            ],
        ),
    ],
)

TRAVEL = Section("travel", Wording("団員と行程", "Delegation and itinerary"), [DELEGATION, ITINERARY])

RESULT = Section(
    "result",
    Wording("実施結果", "Result"),
    [
        Text(key="results", label=Wording("実施結果", "What came of it"), lines=5),
        Text(key="lessons", label=Wording("次回への申し送り", "Notes for the next time"), lines=3),
        YesNo(key="thanked", label=Wording("礼状を送った", "Letters of thanks were sent")),
        Text(key="cancelled_because", label=Wording("中止の理由", "Why it was cancelled"), lines=2),
    ],
    stage="result",
)

SECTIONS = [REQUESTER, ACTIVITY, VISITS, QUESTIONS, TRAVEL, PREPARATION, CORRECTION, LETTERS, RESULT, LETTER]
