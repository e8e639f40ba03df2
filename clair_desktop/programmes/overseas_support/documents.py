"""The application to headquarters, the papers handed to the bodies visited, the letters, and the result."""

from clair_desktop.blocks.branch_papers import (
    BODY_ITEM,
    CHECKLIST_WITH_PARTS,
    ENCLOSURES,
    SUBJECT_ITEM,
    rows_annex,
    statement,
    to_applicant,
    to_headquarters,
)
from clair_desktop.blocks.rewording import reworded_2026
from clair_desktop.domain.documents import FieldTable, Item, Needs, Pack, RowTable
from clair_desktop.domain.plain_blocks import Heading, Paragraph
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_support.decisions import DECISION_LETTERS
from clair_desktop.programmes.overseas_support.letters import (
    CANCELLATION,
    CHANGE,
    REQUEST,
    THANKS,
    TO_BE_ASKED,
    TO_BE_CANCELLED,
    TO_BE_MOVED,
    TO_BE_THANKED,
)
from clair_desktop.programmes.overseas_support.letters_until_2026 import PACKS_BY_HAND

_PERIOD_ITEM = Item(Wording("期間", "Dates"), Wording("{starts}から{ends}まで", "{starts} to {ends}"))
_PLACES_ITEM = Item(Wording("訪問国・地域", "Countries"), Wording("{countries}", "{countries}"))
_OFFICES_ITEM = Item(Wording("担当事務所", "Overseas offices"), Wording("{offices}", "{offices}"))

_COVER = reworded_2026(
    to_headquarters(
        "cover_letter",
        Wording("送付書", "Cover letter"),
        Wording("海外活動支援の申込みについて（送付）", "Request for support of activities abroad"),
        [
            Wording(
                "このことについて、{applicant_name}から海外活動支援の申込みがありましたので、下記のとおり関係書類を送付します。",
                "{applicant_name} has asked for support of activities abroad. We send the documents listed below.",
            ),
            Wording("ついては、御支援くださるようお願いします。", "We should be grateful for your support."),
        ],
        [
            BODY_ITEM,
            SUBJECT_ITEM,
            _PLACES_ITEM,
            _PERIOD_ITEM,
            _OFFICES_ITEM,
            Item(Wording("希望する支援", "Support wanted"), Wording("{menu}", "{menu}")),
        ],
    ),
    subject="Request for support for activities abroad",
    paragraph_1="{applicant_name} has asked for your support for its activities abroad. Please find its papers "
    "enclosed; the particulars are set out below.",
)

_APPLICATION = statement(
    "application",
    Wording("海外活動支援依頼申込書", "Application for Support of Activities Abroad"),
    Wording("次のとおり海外活動支援を申し込みます。", "We request support of activities abroad as follows."),
    [
        "requester", "title", "aims", "purpose", "starts", "ends", "menu", "previous_visits",
        "interpreter", "interpreter_payer", "vehicle", "vehicle_payer",
    ],
    Heading(Wording("訪問国・都市", "Countries and cities")),
    RowTable("places", columns=["country", "area", "arrives", "leaves", "office"]),
    Heading(Wording("送付物", "Parcels sent ahead")),
    RowTable("parcels"),
)  # fmt: skip

_VISITS = rows_annex(
    "visits",
    Wording("訪問希望先一覧", "Bodies to Visit"),
    RowTable(
        "targets",
        columns=["country", "area", "body", "section", "address", "contact_before", "reason"],
        landscape=True,
    ),
    Heading(Wording("希望日時（現地時間）", "Times wished for (local)")),
    RowTable("slots", landscape=True),
)

_QUESTIONS = rows_annex(
    "questions",
    Wording("質問書", "List of Questions"),
    FieldTable(["title", "title_en"]),
    RowTable(
        "questions",
        columns=["target", "question", "question_en", "situation", "situation_en"],
        blank_column=Wording("回答", "Answer"),
        landscape=True,
    ),
)

_DELEGATION = rows_annex(
    "delegation",
    Wording("訪問団員名簿", "Delegation"),
    RowTable(
        "delegation", columns=["name", "romaji", "body", "title", "title_en", "role", "languages"], landscape=True
    ),
)

_ITINERARY = rows_annex(
    "itinerary",
    Wording("行程表", "Itinerary"),
    RowTable(
        "itinerary", columns=["day", "time", "place", "event", "contact", "transport", "overnight"], landscape=True
    ),
)

_HEAD_ABROAD = Paragraph(Wording("{applicant_name}\n{title}", "{applicant_name}\n{title_or_title_en}"))
_ITINERARY_ABROAD = rows_annex(
    "itinerary_abroad",
    Wording("行程表（相手方用）", "Itinerary"),
    _HEAD_ABROAD,
    RowTable("itinerary", columns=["day", "time", "place_en", "event_en"]),
)

_DELEGATION_ABROAD = rows_annex(
    "delegation_abroad",
    Wording("訪問団員名簿（相手方用）", "Members of the Delegation"),
    _HEAD_ABROAD,
    RowTable("delegation", columns=["romaji", "title_en", "role"]),
)

_QUESTIONS_ABROAD = rows_annex(
    "questions_abroad",
    Wording("質問書（相手方用）", "List of Questions"),
    _HEAD_ABROAD,
    RowTable("questions", columns=["question_en", "situation_en"], of_row="target"),
)

_ARRANGEMENTS = reworded_2026(
    to_applicant(
        "arrangements",
        Wording("手配結果のお知らせ", "Letter on the arrangements"),
        Wording("海外活動支援の手配結果について（通知）", "Arrangements for your activities abroad"),
        [
            Wording(
                "申込みのありましたこのことについて、自治体国際化協会から回答がありましたので、下記のとおりお知らせします。",
                "CLAIR has replied to your request for support abroad, as set out below.",
            )
        ],
        [
            SUBJECT_ITEM,
            _PERIOD_ITEM,
            Item(
                Wording("対応できる事務所", "Offices that support you"),
                Wording("{accepted_offices}", "{accepted_offices}"),
            ),
            Item(
                Wording("対応できない事務所", "Offices that cannot"),
                Wording("{declined_offices}", "{declined_offices}"),
            ),
        ],
    ),
    paragraph_1="CLAIR has replied to your request for support abroad. The arrangements are set out below.",
)

_PROGRESS = rows_annex(
    "progress",
    Wording("訪問先別の状況", "Appointments"),
    RowTable(
        "targets", columns=["body", "progress", "confirmed_day", "confirmed_time", "confirmed_place"], landscape=True
    ),
)

_CANCELLED = reworded_2026(
    to_headquarters(
        "cancellation",
        Wording("中止届", "Notice of cancellation"),
        Wording("海外活動支援に係る活動の中止について（届出）", "Cancellation of activities abroad"),
        [
            Wording(
                "先に申し込んだこのことについて、下記のとおり中止しますので、お知らせします。",
                "The activity for which support was requested is cancelled, as set out below.",
            )
        ],
        [
            BODY_ITEM,
            SUBJECT_ITEM,
            _PERIOD_ITEM,
            Item(Wording("中止の理由", "Reason"), Wording("{cancelled_because}", "{cancelled_because}")),
        ],
    ),
    paragraph_1="We regret to tell you that the activities for which support was requested have been cancelled, "
    "as set out below.",
)

_REPORT = reworded_2026(
    to_headquarters(
        "report",
        Wording("実施結果の報告文", "Letter on the result"),
        Wording("海外活動支援の実施結果について（報告）", "Result of activities abroad"),
        [
            Wording(
                "御支援いただいたこのことについて、{applicant_name}から実施結果の報告がありましたので、送付します。",
                "{applicant_name} has reported on the activity you supported; we send its report.",
            )
        ],
        [
            SUBJECT_ITEM,
            _PERIOD_ITEM,
            Item(Wording("支援した事務所", "Offices"), Wording("{accepted_offices}", "{accepted_offices}")),
        ],
    ),
    subject="Report on activities abroad",
    paragraph_1="Please find enclosed the report of {applicant_name} on the activities that you supported.",
)

_RESULT = statement(
    "result",
    Wording("海外活動支援　実施結果", "Result of Activities Abroad"),
    Wording("御支援いただいた活動の結果を次のとおり報告します。", "We report on the activity you supported."),
    ["applicant", "title", "starts", "ends", "results", "lessons", "thanked"],
    Heading(Wording("訪問先", "Bodies visited")),
    RowTable("targets", columns=["country", "area", "body", "progress", "confirmed_day"]),
)

PACKS = [
    Pack(
        key="application",
        name=Wording("申込書類一式", "Application pack"),
        documents=[
            _COVER, _APPLICATION, _VISITS, _QUESTIONS, _DELEGATION, _ITINERARY, ENCLOSURES, CHECKLIST_WITH_PARTS,
        ],
        leaves_out=frozenset({"reply", "office_answer"}),
    ),
    Pack(
        key="for_the_bodies",
        name=Wording("相手方へ渡す書類", "Papers for the bodies visited"),
        documents=[_DELEGATION_ABROAD, _ITINERARY_ABROAD, _QUESTIONS_ABROAD],
        merges_enclosures=False,
        needs=Needs(one_of=["delegation", "itinerary", "questions"]),
        abroad=True,
    ),
    Pack(
        key="appointment_request",
        name=Wording("面会依頼の手紙一式", "Letter asking for an appointment"),
        documents=[REQUEST, _QUESTIONS_ABROAD, _DELEGATION_ABROAD, _ITINERARY_ABROAD],
        merges_enclosures=False,
        each=TO_BE_ASKED,
        abroad=True,
    ),
    *(
        Pack(key=one.key, name=one.name, documents=[one], merges_enclosures=False, each=each, abroad=True)
        for one, each in ((CHANGE, TO_BE_MOVED), (CANCELLATION, TO_BE_CANCELLED), (THANKS, TO_BE_THANKED))
    ),
    Pack(
        key="arrangements",
        name=Wording("手配結果通知一式", "Pack on the arrangements"),
        documents=[_ARRANGEMENTS, _PROGRESS, CHECKLIST_WITH_PARTS],
        merges_enclosures=False,
    ),
    Pack(
        key="cancellation",
        name=Wording("中止届一式", "Cancellation pack"),
        documents=[_CANCELLED, CHECKLIST_WITH_PARTS],
        merges_enclosures=False,
        needs=Needs(answers=["cancelled_because"]),
    ),
    Pack(
        key="result",
        name=Wording("実施結果報告一式", "Result pack"),
        documents=[_REPORT, _RESULT, CHECKLIST_WITH_PARTS],
        needs=Needs(answers=["results"]),
        leaves_out=frozenset({"questionnaire", "written_request", "leaflet", "reply", "office_answer"}),
    ),
    *DECISION_LETTERS,
    *PACKS_BY_HAND,
]  # fmt: skip
