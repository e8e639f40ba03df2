"""The sounding, the formal request and the letter that carries the reply."""

from clair_desktop.blocks.branch_papers import to_applicant, to_headquarters
from clair_desktop.blocks.rewording import reworded_2026
from clair_desktop.domain.documents import (
    Checklist,
    Document,
    EnclosureList,
    FieldTable,
    Form,
    Item,
    Needs,
    Pack,
    PartTable,
    Party,
    RowTable,
)
from clair_desktop.domain.plain_blocks import Paragraph
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_research.letters import ANSWERS, BRANCH_LETTERS, EXISTING

_SUBJECT_ITEM = Item(Wording("件名", "Subject"), Wording("{title}", "{title_or_title_en}"))
_REQUESTER_ITEM = Item(Wording("依頼団体", "Requester"), Wording("{applicant_name}", "{applicant_name}"))

COVER = reworded_2026(
    to_headquarters(
        "cover_letter",
        Wording("送付書", "Cover letter"),
        Wording("海外依頼調査に係る打診について（送付）", "Sounding of a research request"),
        [
            Wording(
                "このことについて、{applicant_name}から海外依頼調査の依頼がありましたので、下記のとおり関係書類を送付します。",
                "{applicant_name} has asked for research abroad. We send the documents listed below.",
            ),
            Wording(
                "ついては、調査の可否について御回答くださるようお願いします。",
                "Please let us know whether the research can be carried out.",
            ),
        ],
        [
            _REQUESTER_ITEM,
            _SUBJECT_ITEM,
            Item(Wording("調査対象国・地域", "Countries"), Wording("{countries}", "{countries}")),
            Item(Wording("担当事務所（予定）", "Overseas offices"), Wording("{offices}", "{offices}")),
            Item(Wording("回答希望期限", "Reply requested by"), Wording("{reply_by}", "{reply_by}")),
        ],
    ),
    subject="Preliminary enquiry about research abroad",
    paragraph_1="{applicant_name} wishes to request research abroad. Please find the documents enclosed; the "
    "particulars are set out below.",
    paragraph_2="We should be grateful if you would let us know whether the research can be carried out.",
)

REQUEST_FORM = Document(
    key="request_form",
    name=Wording("海外調査依頼書", "Research request"),
    layout=Form(
        title=Wording("海外調査依頼書", "Research Request"),
        to=Party.HEADQUARTERS,
        sender=Party.APPLICANT,
        blocks=[
            Paragraph(Wording("次のとおり海外における調査を依頼します。", "We request research abroad as follows.")),
            FieldTable(["requester", "research"]),
        ],
    ),
)

QUESTIONNAIRE_JA = Document(
    key="questionnaire",
    name=Wording("質問票", "Questionnaire"),
    only_with_rows=True,
    layout=Form(
        title=Wording("質問票", "Questionnaire"),
        blocks=[
            FieldTable(["title", "title_en"]),
            RowTable(
                "questions",
                columns=["topic", "question", "question_en", "situation", "situation_en", "respondent", "priority"],
                blank_column=Wording("回答・出典", "Answer and source"),
                landscape=True,
            ),
        ],
    ),
)

MATERIALS = Document(
    key="materials",
    name=Wording("添付書類一覧", "List of enclosures"),
    only_with_enclosures=True,
    layout=Form(
        title=Wording("添付書類一覧", "List of Enclosures"),
        blocks=[
            Paragraph(
                Wording(
                    "日本の状況について参考となる資料その他の添付書類は次のとおりです。",
                    "Material on the situation in Japan and other enclosures:",
                )
            ),
            EnclosureList(),
        ],
    ),
)

CHECKLIST = Document(
    key="checklist",
    name=Wording("支部点検表（支部控）", "Branch checklist (kept by the branch)"),
    layout=Form(title=Wording("支部点検表", "Branch checklist"), blocks=[PartTable(), Checklist()]),
    internal=True,
)

FORMAL_LETTER = reworded_2026(
    to_headquarters(
        "formal_request",
        Wording("正式依頼文", "Formal request"),
        Wording("海外依頼調査について（依頼）", "Formal request for research abroad"),
        [
            Wording(
                "先に打診し、実施可能との回答をいただいたこのことについて、下記のとおり正式に依頼します。",
                "Following your reply that the research can be carried out, we formally request it as set out below.",
            )
        ],
        [
            _REQUESTER_ITEM,
            _SUBJECT_ITEM,
            Item(Wording("依頼する事務所", "Offices requested"), Wording("{accepted_offices}", "{accepted_offices}")),
            Item(
                Wording("依頼しない事務所", "Offices not requested"),
                Wording("{declined_offices}", "{declined_offices}"),
            ),
            Item(Wording("回答希望期限", "Reply requested by"), Wording("{reply_by}", "{reply_by}")),
        ],
    ),
    paragraph_1="Thank you for your reply that the research can be carried out. We now formally request it, as "
    "set out below.",
)

REPLY_LETTER = reworded_2026(
    to_applicant(
        "reply_letter",
        Wording("回答送付文", "Letter sending the reply"),
        Wording("海外依頼調査の回答について（送付）", "Reply to your research request"),
        [
            Wording(
                "依頼のありましたこのことについて、自治体国際化協会から回答がありましたので、下記のとおり送付します。",
                "CLAIR has replied to your research request; we send the reply as set out below.",
            )
        ],
        [
            _SUBJECT_ITEM,
            Item(
                Wording("回答のあった事務所", "Offices that replied"),
                Wording("{accepted_offices}", "{accepted_offices}"),
            ),
            Item(
                Wording("実施できなかった事務所", "Offices that declined"),
                Wording("{declined_offices}", "{declined_offices}"),
            ),
        ],
    ),
    subject="Reply to your request for research abroad",
    paragraph_1="CLAIR has replied to your request for research abroad. Please find its reply enclosed.",
)

FEASIBILITY_LETTER = reworded_2026(
    to_applicant(
        "feasibility_letter",
        Wording("可否の連絡文", "Letter on the feasibility"),
        Wording("海外依頼調査の可否について（通知）", "Whether your research can be carried out"),
        [
            Wording(
                "打診のありましたこのことについて、自治体国際化協会から回答がありましたので、下記及び別紙のとおりお知らせします。",
                "CLAIR has replied to your enquiry about research abroad, as set out below and in the annex.",
            )
        ],
        [
            _SUBJECT_ITEM,
            Item(Wording("実施できる事務所", "Offices that can"), Wording("{accepted_offices}", "{accepted_offices}")),
            Item(
                Wording("実施できない事務所", "Offices that cannot"),
                Wording("{declined_offices}", "{declined_offices}"),
            ),
            Item(Wording("回答希望期限", "Reply requested by"), Wording("{reply_by}", "{reply_by}")),
        ],
    ),
    subject="Feasibility of your request for research abroad",
)

OFFICES_ANSWERS = Document(
    key="offices_answers",
    name=Wording("事務所別の可否", "Answers of the offices"),
    layout=Form(title=Wording("事務所別の可否", "Answers of the Offices"), blocks=[PartTable()]),
)

PACKS = [
    Pack(
        key="sounding",
        name=Wording("打診書類一式", "Sounding pack"),
        documents=[COVER, REQUEST_FORM, QUESTIONNAIRE_JA, MATERIALS, CHECKLIST],
        leaves_out=ANSWERS,
    ),
    Pack(
        key="feasibility",
        name=Wording("可否連絡一式", "Pack on the feasibility"),
        documents=[FEASIBILITY_LETTER, OFFICES_ANSWERS, CHECKLIST],
        merges_enclosures=False,
        needs=Needs(parts_beyond=["awaiting", "consult", "cancelled"]),
    ),
    Pack(
        key="formal_request",
        name=Wording("正式依頼一式", "Formal request pack"),
        documents=[FORMAL_LETTER, REQUEST_FORM, QUESTIONNAIRE_JA, MATERIALS, CHECKLIST],
        leaves_out=ANSWERS,
    ),
    Pack(
        key="reply",
        name=Wording("回答送付一式", "Reply pack"),
        documents=[REPLY_LETTER, MATERIALS, CHECKLIST],
        needs=Needs(enclosed=["reply"]),
        leaves_out=frozenset({"japan_situation", "questionnaire", "feasibility", EXISTING.key}),
    ),
    *BRANCH_LETTERS,
]
