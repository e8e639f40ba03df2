"""The enquiry to the municipality, and what goes up to headquarters: nomination, consent, report."""

from clair_desktop.blocks.branch_papers import (
    BODY_ITEM,
    CHECKLIST,
    SUBJECT_ITEM,
    annex,
    statement,
    to_applicant,
    to_headquarters,
)
from clair_desktop.blocks.rewording import by, reworded_2026
from clair_desktop.domain.documents import FieldTable, Item, Needs, Pack, RowTable
from clair_desktop.domain.plain_blocks import Heading
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.expert_dispatch.letters import BRANCH_LETTERS

_HOST_ITEM = Item(
    Wording("要請した団体", "Requesting body"), Wording("{requester_name}（{country}）", "{requester_name} ({country})")
)
_CITY_ITEM = Item(Wording("派遣先の都市", "City"), Wording("{area}", "{area}"))
_FIELD_ITEM = Item(Wording("派遣分野", "Field"), Wording("{expertise}", "{expertise}"))
_PERIOD_ITEM = Item(Wording("派遣期間", "Period"), Wording("{starts}から{ends}まで", "{starts} to {ends}"))
_EXPERT_ITEM = Item(Wording("専門家", "Expert"), Wording("{selected}", "{selected}"))

_OUTLINE = annex(
    "outline",
    Wording("専門家派遣要請の概要", "Outline of the Request for an Expert"),
    FieldTable(
        [
            "title", "title_en", "requested_on", "requester_name", "origin", "country", "area", "via_office", "expertise", "problem",
            "problem_en", "work", "work_en", "starts", "ends", "persons", "language", "host_bears",
        ]
    ),
)  # fmt: skip

_ENQUIRY = reworded_2026(
    to_applicant(
        "enquiry",
        Wording("照会文", "Enquiry"),
        Wording(
            "自治体国際協力専門家派遣に係る候補者の推薦について（照会）", "Experts for dispatch abroad: candidates"
        ),
        [
            Wording(
                "このことについて、海外の自治体等から下記のとおり専門家の派遣要請がありました。",
                "A body abroad has asked for an expert to be sent, as set out below.",
            ),
            Wording(
                "ついては、派遣できる職員（OBを含む）の有無と、候補者がある場合はその推薦書を、下記の期限までに御回答ください。",
                "Please let us know by the day given below whether you can send an official, present or former, and nominate "
                "candidates.",
            ),
        ],
        [
            SUBJECT_ITEM,
            _HOST_ITEM,
            _CITY_ITEM,
            _FIELD_ITEM,
            _PERIOD_ITEM,
            Item(Wording("回答期限", "Answer by"), Wording("{answer_by}", "{answer_by}")),
        ],
    ),
    subject="Call for candidates: dispatch of an expert abroad",
    paragraph_1="A body abroad has asked for an expert to be dispatched, as set out below.",
    paragraph_2="Please let us know whether you can send a present or former official and, if so, nominate your "
    "candidates by the date given below.",
    item_6_text=by("answer_by"),
)

_CANDIDATE_COLUMNS = ["name", "post", "kind", "expertise", "years", "languages", "registered", "consents"]
_NOMINATION_LETTER = reworded_2026(
    to_headquarters(
        "nomination_letter",
        Wording("進達書", "Letter of transmittal"),
        Wording("自治体国際協力専門家派遣の候補者について（進達）", "Transmittal: candidates for dispatch abroad"),
        [
            Wording(
                "照会のありましたこのことについて、{applicant_name}から推薦がありましたので、下記のとおり進達します。",
                "{applicant_name} has nominated candidates; we transmit the nomination as set out below.",
            )
        ],
        [BODY_ITEM, SUBJECT_ITEM, _HOST_ITEM, _CITY_ITEM, _FIELD_ITEM, _PERIOD_ITEM],
    ),
    subject="Nomination of candidates for dispatch abroad",
    paragraph_1="Please find enclosed the nomination of {applicant_name}, made in reply to your call. The "
    "particulars are set out below.",
)
_NOMINATION = statement(
    "nomination",
    Wording("専門家候補者推薦書", "Nomination of Candidates"),
    Wording("次のとおり専門家の候補者を推薦します。", "We nominate the following candidates."),
    ["applicant", "section", "contact", "phone", "email", "title", "expertise", "nomination_reason"],
    Heading(Wording("候補者", "Candidates")),
    RowTable("candidates", columns=_CANDIDATE_COLUMNS),
)

_NO_CANDIDATE = reworded_2026(
    to_headquarters(
        "no_candidate",
        Wording("該当者なしの回答", "Answer: no candidate"),
        Wording("自治体国際協力専門家派遣の候補者について（回答）", "Experts for dispatch abroad: answer"),
        [
            Wording(
                "照会のありましたこのことについて、{applicant_name}に照会しましたが、該当者はありませんでした。",
                "We asked {applicant_name}; it has no candidate.",
            )
        ],
        [SUBJECT_ITEM, _HOST_ITEM, _CITY_ITEM, _FIELD_ITEM],
    ),
    subject="Dispatch of an expert abroad: no candidates",
    paragraph_1="As you requested, we asked {applicant_name} to nominate candidates. It has none to propose on "
    "this occasion.",
)

_CONSENT_LETTER = reworded_2026(
    to_headquarters(
        "consent_letter",
        Wording("進達書", "Letter of transmittal"),
        Wording("自治体国際協力専門家の派遣承諾について（進達）", "Transmittal: consent to a dispatch"),
        [
            Wording(
                "このことについて、{applicant_name}から派遣承諾書の提出がありましたので、下記のとおり進達します。",
                "{applicant_name} consents to the dispatch; we transmit its consent as set out below.",
            )
        ],
        [BODY_ITEM, SUBJECT_ITEM, _HOST_ITEM, _EXPERT_ITEM, _PERIOD_ITEM],
    ),
    subject="Consent to the dispatch of an expert",
    paragraph_1="Please find enclosed the consent of {applicant_name} to the dispatch. The particulars are set "
    "out below.",
)
_CONSENT = statement(
    "consent",
    Wording("専門家派遣承諾書", "Consent to a Dispatch"),
    Wording("次のとおり専門家を派遣することを承諾します。", "We consent to sending the expert as follows."),
    ["applicant", "title", "requester_name", "country", "area", "selected", "starts", "ends", "consented_on"],
)

_REPORT_LETTER = reworded_2026(
    to_headquarters(
        "report_letter",
        Wording("進達書", "Letter of transmittal"),
        Wording("自治体国際協力専門家の帰国報告について（進達）", "Transmittal: report on a dispatch"),
        [
            Wording(
                "このことについて、{applicant_name}から帰国報告書の提出がありましたので、下記のとおり進達します。",
                "{applicant_name} has sent the expert's report; we transmit it as set out below.",
            )
        ],
        [BODY_ITEM, SUBJECT_ITEM, _HOST_ITEM, _EXPERT_ITEM],
    ),
    subject="Report on the dispatch of an expert",
    paragraph_1="Please find enclosed the report that {applicant_name} has submitted on the dispatch. The "
    "particulars are set out below.",
)
_REPORT = statement(
    "report",
    Wording("専門家帰国報告書", "Report on a Dispatch"),
    Wording("専門家の派遣について次のとおり報告します。", "We report on the dispatch as follows."),
    [
        "applicant", "title", "requester_name", "country", "area", "expertise", "selected", "departed_on", "returned_on",
        "activities", "results", "follow_up",
    ],
)  # fmt: skip

PACKS = [
    Pack(
        key="enquiry",
        name=Wording("照会書類一式", "Enquiry pack"),
        documents=[_ENQUIRY, _OUTLINE, CHECKLIST],
        leaves_out=frozenset({"resume", "selection_letter", "agreement", "report"}),
    ),
    Pack(
        key="nomination",
        name=Wording("候補者推薦一式（進達）", "Nomination pack"),
        documents=[_NOMINATION_LETTER, _NOMINATION, _OUTLINE, CHECKLIST],
        needs=Needs(answers=["candidates"]),
        leaves_out=frozenset({"request", "selection_letter", "agreement", "report"}),
    ),
    Pack(
        key="no_candidate",
        name=Wording("該当者なしの回答一式", "Answer: no candidate"),
        documents=[_NO_CANDIDATE, CHECKLIST],
        merges_enclosures=False,
    ),
    Pack(
        key="consent",
        name=Wording("派遣承諾一式（進達）", "Consent pack"),
        documents=[_CONSENT_LETTER, _CONSENT, CHECKLIST],
        merges_enclosures=False,
        needs=Needs(answers=["consented_on"]),
    ),
    Pack(
        key="report",
        name=Wording("帰国報告一式（進達）", "Report pack"),
        documents=[_REPORT_LETTER, _REPORT, CHECKLIST],
        needs=Needs(answers=["activities"]),
        leaves_out=frozenset({"request", "resume", "selection_letter", "agreement"}),
    ),
    *BRANCH_LETTERS,
]
