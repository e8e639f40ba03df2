"""The call relayed, the host's proposal, the programme for the visitors, and the report."""

from clair_desktop.blocks.branch_papers import (
    BODY_ITEM,
    CHECKLIST,
    SUBJECT_ITEM,
    annex,
    statement,
    to_applicant,
    to_headquarters,
)
from clair_desktop.blocks.rewording import reworded_2026
from clair_desktop.domain.documents import FieldTable, Item, Needs, Pack, RowTable
from clair_desktop.domain.plain_blocks import Heading, Paragraph
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.executive_seminar.letters import BRANCH_LETTERS

_REGION_ITEM = Item(Wording("招へい対象", "Region"), Wording("{region}管内", "{region}"))
_THEME_ITEM = Item(Wording("テーマ", "Theme"), Wording("{theme}", "{theme_or_theme_en}"))
_PERIOD_ITEM = Item(Wording("全体の期間", "Dates"), Wording("{starts}から{ends}まで", "{starts} to {ends}"))
_HOST_PART_ITEM = Item(
    Wording("受入期間", "At the host"), Wording("{host_from}から{host_to}まで", "{host_from} to {host_to}")
)

_CALL = reworded_2026(
    to_applicant(
        "call",
        Wording("受入団体募集の案内", "Call for a host"),
        Wording(
            "{fiscal_year}海外自治体幹部交流協力セミナーの受入れについて（照会）",
            "Hosting the seminar of {fiscal_year}",
        ),
        [
            Wording(
                "このことについて、自治体国際化協会から受入団体の募集がありましたので、お知らせします。",
                "CLAIR is looking for a municipality to receive executives of local authorities abroad.",
            ),
            Wording(
                "受入れを希望する場合は、受入提案書と日程案を御提出ください。希望しない場合も、その旨を御回答ください。",
                "If you wish to host it, send us your proposal and a draft programme; if not, please tell us so.",
            ),
        ],
        [SUBJECT_ITEM, _REGION_ITEM, _PERIOD_ITEM],
    ),
    subject="Call for a host: seminar for executives of local authorities abroad, {fiscal_year}",
    paragraph_1="CLAIR is looking for a local authority to host executives of local authorities abroad.",
    paragraph_2="If you wish to host the seminar, please send us your proposal and a draft programme. If you do "
    "not, please reply to that effect.",
)

_PROPOSAL_LETTER = reworded_2026(
    to_headquarters(
        "proposal_letter",
        Wording("送付書", "Cover letter"),
        Wording(
            "{fiscal_year}海外自治体幹部交流協力セミナーの受入れについて（送付）",
            "Offer to host the seminar of {fiscal_year}",
        ),
        [
            Wording(
                "このことについて、{applicant_name}から受入れの申出がありましたので、下記のとおり関係書類を送付します。",
                "{applicant_name} offers to host the seminar. We send the documents listed below.",
            )
        ],
        [BODY_ITEM, _REGION_ITEM, _THEME_ITEM, _PERIOD_ITEM, _HOST_PART_ITEM],
    ),
    subject="Offer to host the seminar, {fiscal_year}",
    paragraph_1="{applicant_name} has offered to host the seminar. Please find its papers enclosed; the "
    "particulars are set out below.",
)
_PROPOSAL = statement(
    "proposal",
    Wording("受入提案書", "Proposal to Host the Seminar"),
    Wording("海外自治体幹部交流協力セミナーの受入れを次のとおり提案します。", "We offer to host the seminar as follows."),
    [
        "host", "title", "region", "direction", "name_abroad", "theme", "theme_en", "purpose", "expected", "starts", "ends",
        "tokyo_from", "tokyo_to", "host_from", "host_to", "lodging", "interpreting", "home_stay", "transport", "budget",
        "cost_split",
    ],
)  # fmt: skip
_DRAFT = annex(
    "draft",
    Wording("日程案", "Draft Programme"),
    FieldTable(["title", "starts", "ends"]),
    RowTable("programme", columns=["day", "half", "phase", "place", "contents", "in_charge"], landscape=True),
)

_ADJUSTMENT = reworded_2026(
    to_headquarters(
        "adjustment_letter",
        Wording("日程調整の送付書", "Letter with the adjusted programme"),
        Wording("海外自治体幹部交流協力セミナーの日程案について（送付）", "The seminar's programme as adjusted"),
        [
            Wording(
                "このことについて、{applicant_name}が日程案を調整しましたので、下記のとおり送付します。",
                "{applicant_name} has adjusted the programme; we send it as set out below.",
            )
        ],
        [BODY_ITEM, SUBJECT_ITEM, _HOST_PART_ITEM],
    ),
    subject="Adjusted programme of the seminar",
    paragraph_1="Please find enclosed the programme as adjusted by {applicant_name}.",
)

_PROGRAMME = annex(
    "programme",
    Wording("日程表（参加者用）", "Programme"),
    Paragraph(Wording("{name_abroad}", "{name_abroad}")),
    FieldTable(["title_en", "theme_en", "starts", "ends"]),
    Heading(Wording("日程", "Programme")),
    RowTable("programme", columns=["day", "half", "phase", "place_en", "contents_en"]),
)
_PARTICIPANTS = annex(
    "participants",
    Wording("参加者名簿", "Participants"),
    RowTable("participants", columns=["name", "country", "body", "post"]),
)

_REPORT_LETTER = reworded_2026(
    to_headquarters(
        "report_letter",
        Wording("実施結果の報告文", "Letter on the result"),
        Wording("海外自治体幹部交流協力セミナーの実施結果について（報告）", "Result of the seminar"),
        [
            Wording(
                "このことについて、{applicant_name}から実施結果の報告がありましたので、送付します。",
                "{applicant_name} has reported on the seminar; we send its report.",
            )
        ],
        [SUBJECT_ITEM, _REGION_ITEM, _HOST_PART_ITEM],
    ),
    subject="Report on the seminar",
    paragraph_1="Please find enclosed the report of {applicant_name} on the seminar.",
)
_REPORT = statement(
    "report",
    Wording("実施結果報告書", "Report on the Seminar"),
    Wording("受け入れたセミナーについて次のとおり報告します。", "We report on the seminar as follows."),
    ["applicant", "title", "region", "theme", "host_from", "host_to", "results", "follow_up"],
)

PACKS = [
    Pack(
        key="proposal",
        name=Wording("受入提案書一式", "Proposal pack"),
        documents=[_PROPOSAL_LETTER, _PROPOSAL, _DRAFT, CHECKLIST],
        leaves_out=frozenset({"call", "decision", "report"}),
    ),
    Pack(
        key="call",
        name=Wording("受入照会", "Call for a host"),
        documents=[_CALL, CHECKLIST],
        leaves_out=frozenset({"outline", "budget", "decision", "report"}),
    ),
    Pack(
        key="adjustment",
        name=Wording("日程調整一式", "Adjusted programme"),
        documents=[_ADJUSTMENT, _DRAFT, CHECKLIST],
        merges_enclosures=False,
    ),
    Pack(
        key="programme",
        name=Wording("日程表と参加者名簿（英語）", "Programme and participants (English)"),
        documents=[_PROGRAMME, _PARTICIPANTS],
        merges_enclosures=False,
    ),
    Pack(
        key="report",
        name=Wording("実施結果報告一式", "Report pack"),
        documents=[_REPORT_LETTER, _REPORT, _PARTICIPANTS, CHECKLIST],
        needs=Needs(answers=["results"]),
        leaves_out=frozenset({"call", "outline", "budget", "decision"}),
    ),
    *BRANCH_LETTERS,
]
