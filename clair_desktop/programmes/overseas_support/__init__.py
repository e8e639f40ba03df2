"""海外活動支援: support for what local authorities do abroad, one part per overseas office."""

from clair_desktop.blocks.travel import TRAVEL_FINDINGS
from clair_desktop.domain.divisions import printed_contact
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.publications_abroad import ADVICE_SEOUL, SUPPORT_CHAPTER
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_support.advice import WRITTEN_REQUEST
from clair_desktop.programmes.overseas_support.course import WORKFLOW
from clair_desktop.programmes.overseas_support.documents import PACKS
from clair_desktop.programmes.overseas_support.examples import EXAMPLES
from clair_desktop.programmes.overseas_support.fields import SECTIONS
from clair_desktop.programmes.overseas_support.meetings import happenings
from clair_desktop.programmes.overseas_support.rules import CHECKS, DEADLINES, FINDING_NAMES, RULES, parts

_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20)]

PROGRAMME = Programme(
    key="overseas_support",
    name=Wording("海外活動支援", "Support for activities abroad"),
    desk="planning_research",
    contact=printed_contact("kikaku@clair.or.jp", "海外活動支援", "support for activities abroad"),
    source=SUPPORT_CHAPTER,
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=WORKFLOW,
    outcomes=[
        Outcome(step="accept", words=Wording("手配済", "Arranged"), also=("手配済み",)),
        Outcome(step="accept_partially", words=Wording("一部対応可", "Arranged in part")),
        Outcome(step="decline", words=Wording("不可", "Declined")),
    ],
    parts=parts,
    deadlines=DEADLINES,
    happenings=happenings,
    enclosures=[
        EnclosureKind("questionnaire", Wording("質問書（依頼団体の様式）", "List of questions (the requester's own)")),
        EnclosureKind(
            WRITTEN_REQUEST, Wording("訪問先への依頼文書", "Written request to the body visited"), source=ADVICE_SEOUL
        ),
        EnclosureKind("leaflet", Wording("パンフレット・説明資料", "Leaflets, material")),
        EnclosureKind("reply", Wording("訪問先からの返信", "Reply of a body")),
        EnclosureKind("office_answer", Wording("海外事務所の回答", "Answer of an overseas office")),
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=PACKS,
    registers=[
        Register(
            key="cases",
            name=Wording("年度別活動支援一覧", "Requests for support"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=40),
                Column("countries", head=Wording("訪問国（ISO）", "Countries (ISO)"), width=16),
                Column("offices", head=Wording("担当事務所", "Offices"), width=28),
                Column("starts"),
                Column("ends"),
                Column("menu", width=40),
                Column("state", kind=ColumnKind.CHOICE, width=18),
                Column("received_on"),
                Column("transmitted_on", head=Wording("本部送付日", "Sent on")),
                Column("document_number", width=18),
                Column("section", width=20),
                Column("contact", width=16),
            ],
        ),
        Register(
            key="parts",
            name=Wording("事務所別", "By office"),
            of="parts",
            columns=[
                *_CASE,
                Column("title", width=40),
                Column("part", head=Wording("事務所キー", "Office key"), width=14),
                Column("part_name", width=28),
                Column("part_state", kind=ColumnKind.CHOICE, width=16),
                Column("part_answered_on"),
                Column("part_note", width=30),
            ],
        ),
        Register(
            key="visits",
            name=Wording("訪問先", "Bodies visited"),
            of="targets",
            columns=[
                *_CASE,
                Column("country", width=12),
                Column("area", width=14),
                Column("body", width=30),
                Column("progress", kind=ColumnKind.CHOICE, width=10),
                Column("confirmed_day"),
            ],
        ),
    ],
    examples=EXAMPLES,
    finding_names={**TRAVEL_FINDINGS, **FINDING_NAMES},
)
