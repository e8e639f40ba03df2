"""海外依頼調査: research abroad on request, in two phases, one part per overseas office."""

from clair_desktop.domain.divisions import printed_contact
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_research.course import WORKFLOW
from clair_desktop.programmes.overseas_research.documents import PACKS
from clair_desktop.programmes.overseas_research.examples import EXAMPLES
from clair_desktop.programmes.overseas_research.fields import SECTIONS
from clair_desktop.programmes.overseas_research.letters import EXISTING
from clair_desktop.programmes.overseas_research.rules import CHAPTER, CHECKS, DEADLINES, FINDINGS, PAGE, RULES, parts

_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20)]

PROGRAMME = Programme(
    key="overseas_research",
    name=Wording("海外依頼調査", "Research abroad on request"),
    desk="planning_research",
    contact=printed_contact("kikaku@clair.or.jp", "海外依頼調査", "research on request"),
    source=CHAPTER,
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=WORKFLOW,
    outcomes=[
        Outcome(step="accept", words=Wording("可", "Accepted")),
        Outcome(
            step="accept_conditionally",
            words=Wording("条件付可", "Accepted conditionally"),
            also=("条件付き可",),
        ),
        Outcome(step="accept_partially", words=Wording("一部可", "Accepted in part")),
        Outcome(step="decline", words=Wording("不可", "Declined")),
    ],
    parts=parts,
    deadlines=DEADLINES,
    enclosures=[
        EnclosureKind(
            "japan_situation",
            Wording("日本の状況について参考となる資料", "Material on the situation in Japan"),
            required=True,
            source=PAGE,
        ),
        EnclosureKind("questionnaire", Wording("質問票（依頼団体の様式）", "Questionnaire (the requester's own)")),
        EnclosureKind("feasibility", Wording("可否の回答", "Headquarters' answer on feasibility")),
        EnclosureKind("reply", Wording("回答書", "Reply")),
        EXISTING,
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=PACKS,
    registers=[
        Register(
            key="cases",
            name=Wording("年度別調査リスト", "Research requests"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=40),
                Column("countries", head=Wording("調査対象国（ISO）", "Countries (ISO)"), width=16),
                Column("offices", head=Wording("担当事務所", "Offices"), width=28),
                Column("state", kind=ColumnKind.CHOICE, width=18),
                Column("received_on"),
                Column("transmitted_on", head=Wording("打診日", "Sounded out on")),
                Column("document_number", width=18),
                Column("reply_by"),
                Column("sharing", kind=ColumnKind.CHOICE, width=14),
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
            key="questions",
            name=Wording("質問事項", "Questions"),
            of="questions",
            columns=[
                *_CASE,
                Column("topic", width=16),
                Column("question", width=50),
                Column("question_en", width=50),
                Column("priority", kind=ColumnKind.CHOICE, width=10),
            ],
        ),
    ],
    examples=EXAMPLES,
    finding_names=FINDINGS,
)
