"""国際交流支援事業: grants towards new exchange projects of local authorities and their international associations."""

from clair_desktop.blocks.advance import grant_course
from clair_desktop.blocks.grant_checks import GRANT_FINDINGS
from clair_desktop.blocks.grant_documents import ADVANCE_CLAIM, grant_packs
from clair_desktop.blocks.grant_registers import JOINT_ENCLOSURES, JOINT_REGISTER, grant_registers
from clair_desktop.blocks.grant_terms import DEADLINES
from clair_desktop.blocks.outcomes import GRANT_OUTCOMES
from clair_desktop.domain.divisions import printed_contact
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.registers import Column, ColumnKind
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.exchange_grant.examples import EXAMPLES
from clair_desktop.programmes.exchange_grant.fields import SECTIONS
from clair_desktop.programmes.exchange_grant.rules import CHAPTER, CHECKS, FINDINGS, RULES, grant_maximum

PROGRAMME = Programme(
    key="exchange_grant",
    name=Wording("国際交流支援事業", "Grants for international exchange"),
    desk="exchange",
    contact=printed_contact("koushin@clair.or.jp", "国際交流支援事業", "exchange support grants"),
    source=CHAPTER,
    called_ahead=True,
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    grant_maximum=grant_maximum,
    workflow=grant_course(),
    outcomes=GRANT_OUTCOMES,
    deadlines=DEADLINES,
    enclosures=JOINT_ENCLOSURES,
    packs=[
        *grant_packs(
            ["applying_body", "partnership", "project", "requirements", "total_cost", "eligible_cost", "requested"]
        ),
        ADVANCE_CLAIM,
    ],
    registers=[
        *grant_registers(
            [
                Column("applicant_kind", kind=ColumnKind.CHOICE, width=16),
                Column("category", width=24),
                Column("novelty", kind=ColumnKind.CHOICE, width=16),
                Column("place", kind=ColumnKind.CHOICE, width=10),
                Column("countries", width=12),
                Column("joint", kind=ColumnKind.CHOICE, width=8),
            ]
        ),
        JOINT_REGISTER,
    ],
    examples=EXAMPLES,
    finding_names={**GRANT_FINDINGS, **FINDINGS},
)
