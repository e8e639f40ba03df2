"""The branch's letters beside the course of the research: withdrawal, an office's question, results that exist already."""

from clair_desktop.blocks.branch_letters import (
    CONCERNING,
    CORRECTION,
    CORRECTION_LETTER,
    FIRST_YEAR,
    REMINDER_LETTER,
    alone,
    letter_to_applicant,
    letter_to_headquarters,
    with_checklist,
)
from clair_desktop.blocks.rewording import by
from clair_desktop.domain.documents import Item, Needs
from clair_desktop.domain.fields import Day, Section, Text
from clair_desktop.domain.programme import EnclosureKind
from clair_desktop.domain.wording import Wording

ALONG_THE_WAY = Section(
    "along_the_way",
    Wording("照会・取下げ", "Questions and withdrawal"),
    [
        Text(
            key="office_question",
            label=Wording("海外事務所からの照会事項", "What the overseas office asks"),
            lines=4,
            since=FIRST_YEAR,
        ),
        Day(key="question_by", label=Wording("照会への回答期限", "Answer to it due by"), since=FIRST_YEAR),
        Text(
            key="existing_survey",
            label=Wording("提供する既存の調査（題名・年度・団体）", "Existing survey provided (title, year, body)"),
            lines=3,
            since=FIRST_YEAR,
        ),
        Text(
            key="withdrawal_reason",
            label=Wording("取下げの理由", "Reason for the withdrawal"),
            lines=3,
            since=FIRST_YEAR,
        ),
    ],
    stage="along_the_way",
)
SECTIONS = [CORRECTION, ALONG_THE_WAY]
_OWN = frozenset({"japan_situation", "questionnaire"})
EXISTING = EnclosureKind("existing_survey", Wording("既存の調査結果", "Existing survey"))
ANSWERS = frozenset({"feasibility", "reply", EXISTING.key})  # what comes back, and is not sent to headquarters

_WITHDRAWAL = letter_to_headquarters(
    "withdrawal",
    Wording("取下げの届出", "Notice of withdrawal"),
    Wording("海外依頼調査の取下げについて（届出）", "Withdrawal of a request for research abroad"),
    [
        Wording(
            "先に依頼したこのことについて、{applicant_name}から取下げの申出がありましたので、下記のとおりお届けします。",
            "{applicant_name} withdraws its request for research abroad, as set out below.",
        ),
        Wording(
            "御調整いただいたところ申し訳ありませんが、よろしくお願いします。",
            "We are sorry for the trouble this causes, and thank you for what has been done already.",
        ),
    ],
    [
        Item(Wording("依頼団体", "Requester"), Wording("{applicant_name}", "{applicant_name}")),
        CONCERNING,
        Item(Wording("担当事務所", "Overseas offices"), Wording("{offices}", "{offices}")),
        Item(Wording("取下げの理由", "Reason"), Wording("{withdrawal_reason}", "{withdrawal_reason}")),
    ],
)
_QUESTION = letter_to_applicant(
    "question",
    Wording("追加照会文", "Letter passing on a question"),
    Wording("海外依頼調査に係る追加の照会について（照会）", "A question on your request for research abroad"),
    [
        Wording(
            "依頼のありましたこのことについて、調査を担当する海外事務所から下記のとおり照会がありました。",
            "The overseas office that carries out your research has a question, set out below.",
        ),
        Wording(
            "調査を進めるため、期限までに御回答くださるようお願いします。",
            "So that the research can go on, please send us your answer by the day given.",
        ),
    ],
    [
        CONCERNING,
        Item(Wording("照会事項", "Question"), Wording("{office_question}", "{office_question}")),
        Item(Wording("回答期限", "Answer by"), by("question_by")),
    ],
)
_EXISTING = letter_to_applicant(
    "existing_results",
    Wording("既存の調査結果の送付文", "Letter sending existing results"),
    Wording("海外依頼調査に係る既存の調査結果について（送付）", "Existing results on the subject of your request"),
    [
        Wording(
            "依頼のありましたこのことについて、同じ題材の調査結果が既にありますので、下記のとおり送付します。",
            "Research on the subject of your request has been done before. Please find its results enclosed.",
        ),
        Wording(
            "なお不足する事項がある場合は、お知らせください。",
            "Please let us know if anything remains to be found out.",
        ),
    ],
    [CONCERNING, Item(Wording("既存の調査", "Existing survey"), Wording("{existing_survey}", "{existing_survey}"))],
)

BRANCH_LETTERS = [
    alone(_QUESTION, Needs(answers=["office_question"])),
    alone(
        _EXISTING,
        Needs(answers=["existing_survey"], enclosed=[EXISTING.key]),
        leaves_out=_OWN | {"feasibility", "reply"},
    ),
    with_checklist(
        _WITHDRAWAL,
        Wording("取下げ一式", "Withdrawal pack"),
        Needs(answers=["withdrawal_reason"]),
    ),
    CORRECTION_LETTER,
    REMINDER_LETTER,
]
