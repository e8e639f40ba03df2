"""自治体職員協力交流事業 (LGOTP): officials from abroad trained by a host; ended with FY2025, kept to be read."""

from clair_desktop.blocks.happenings import period
from clair_desktop.domain.divisions import Contact
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.publications import LGOTP_PAGE
from clair_desktop.domain.publications_abroad import TRAINEES_CALL_2025, TRAINEES_ENDED
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.staff_exchange.course import WORKFLOW
from clair_desktop.programmes.staff_exchange.documents import PACKS
from clair_desktop.programmes.staff_exchange.examples import EXAMPLES
from clair_desktop.programmes.staff_exchange.fields import SECTIONS
from clair_desktop.programmes.staff_exchange.rules import CHECKS, DEADLINES, FINDING_NAMES, LAST_YEAR, RULES

_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20)]

PROGRAMME = Programme(
    key="staff_exchange",
    name=Wording("自治体職員協力交流事業（LGOTP）", "Local Government Officials Training Program in Japan (LGOTP)"),
    desk="economic_exchange",
    contact=Contact("lgotp@clair.or.jp", LGOTP_PAGE),
    source=TRAINEES_ENDED,
    since=FiscalYear(1996),  # held since 平成8年度, as CLAIR's page says
    until=LAST_YEAR,
    called_ahead=True,  # wishes were asked for in October of the year before
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=WORKFLOW,
    outcomes=[
        Outcome(step="accept", words=Wording("受入決定", "Accepted")),
        Outcome(
            step="not_accept",
            words=Wording("受入れなし", "Not accepted"),
            also=("受入なし",),
            conditions="ended_because",
        ),
    ],
    deadlines=DEADLINES,
    happenings=period(Wording("受入期間", "Training")),
    enclosures=[
        EnclosureKind("wish", Wording("利用要望調査の様式", "Form of the survey of wishes"), source=TRAINEES_CALL_2025),
        EnclosureKind("decision", Wording("受入決定の通知", "Notice of acceptance")),
        EnclosureKind("report", Wording("研修報告書", "Trainee's report")),
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=PACKS,
    registers=[
        Register(
            key="cases",
            name=Wording("受入れ一覧", "Stays"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=36),
                Column("country", width=14),
                Column("sending_body", width=24),
                Column("training", width=16),
                Column("persons", width=8),
                Column("starts"),
                Column("ends"),
                Column("state", kind=ColumnKind.CHOICE, width=20),
                Column("received_on"),
                Column("transmitted_on"),
                Column("document_number", width=18),
            ],
        ),
        Register(
            key="trainees",
            name=Wording("元研修員一覧", "Former trainees"),
            of="trainees",
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("country", width=14),
                Column("employer", width=24),
                Column("post", width=16),
                Column("training", width=16),
                Column("arrives"),
                Column("leaves"),
                Column("outcome", kind=ColumnKind.CHOICE, width=12),
            ],
        ),
    ],
    examples=EXAMPLES,
    finding_names=FINDING_NAMES,
)
