"""自治体国際協力専門家派遣: officials sent abroad as experts, at the request of bodies abroad."""

from clair_desktop.blocks.happenings import period
from clair_desktop.domain.divisions import DUTIES_2016
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.publications_abroad import DISPATCH_CHAPTER, DISPATCH_FIELDS, DISPATCH_PAGE
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.expert_dispatch.course import WORKFLOW
from clair_desktop.programmes.expert_dispatch.documents import PACKS
from clair_desktop.programmes.expert_dispatch.examples import EXAMPLES
from clair_desktop.programmes.expert_dispatch.fields import SECTIONS
from clair_desktop.programmes.expert_dispatch.rules import CHECKS, DEADLINES, FINDING_NAMES, RULES

_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20)]

PROGRAMME = Programme(
    key="expert_dispatch",
    name=Wording("自治体国際協力専門家派遣事業", "Dispatch of local government experts"),
    desk="economic_exchange",
    contact=DUTIES_2016,
    source=DISPATCH_CHAPTER,
    since=FiscalYear(1998),  # S3: specialists dispatched since 1998
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=WORKFLOW,
    outcomes=[
        Outcome(step="select", words=Wording("選考", "Selected"), also=("選考結果", "選考決定")),
        Outcome(step="not_select", words=Wording("不選考", "Not selected")),
    ],
    deadlines=DEADLINES,
    happenings=period(Wording("専門家の派遣期間", "Expert abroad")),
    enclosures=[
        EnclosureKind("request", Wording("海外からの要請書", "Request from abroad"), source=DISPATCH_FIELDS),
        EnclosureKind("resume", Wording("候補者の経歴書", "Candidate's résumé")),
        EnclosureKind("selection_letter", Wording("選考結果の通知", "Notice of the selection")),
        EnclosureKind("agreement", Wording("協定書の写し", "Copy of the agreement"), source=DISPATCH_PAGE),
        EnclosureKind("report", Wording("帰国報告書（自治体の様式）", "Report (the municipality's own)")),
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=PACKS,
    registers=[
        Register(
            key="cases",
            name=Wording("専門家派遣一覧", "Requests for experts"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=40),
                Column("requester_name", width=28),
                Column("country", width=14),
                Column("via_office", kind=ColumnKind.CHOICE, width=20),
                Column("expertise", kind=ColumnKind.CHOICE, width=20),
                Column("starts"),
                Column("ends"),
                Column("selected", width=28),
                Column("state", kind=ColumnKind.CHOICE, width=18),
                Column("received_on"),
                Column("document_number", width=18),
                Column("returned_on"),
            ],
        ),
        Register(
            key="candidates",
            name=Wording("候補者", "Candidates"),
            of="candidates",
            columns=[
                *_CASE,
                Column("post", width=28),
                Column("kind", kind=ColumnKind.CHOICE, width=16),
                Column("expertise", kind=ColumnKind.CHOICE, width=20),
                Column("years", width=10),
                Column("registered", kind=ColumnKind.CHOICE, width=12),
                Column("consents", kind=ColumnKind.CHOICE, width=12),
            ],
        ),
    ],
    examples=EXAMPLES,
    finding_names=FINDING_NAMES,
)
