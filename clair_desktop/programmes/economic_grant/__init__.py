"""経済活動助成事業: grants towards opening overseas markets and attracting overseas visitors."""

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
from clair_desktop.programmes.economic_grant.examples import EXAMPLES
from clair_desktop.programmes.economic_grant.fields import SECTIONS
from clair_desktop.programmes.economic_grant.rules import CHAPTER, CHECKS, FINDINGS, RULES, grant_maximum

PROGRAMME = Programme(
    key="economic_grant",
    name=Wording("経済活動助成事業", "Grants for economic activities"),
    desk="economic_exchange",
    contact=printed_contact("keishin@clair.or.jp", "経済活動助成事業", "economic grants"),
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
        *grant_registers([Column("category", width=18), Column("place", kind=ColumnKind.CHOICE, width=10)]),
        JOINT_REGISTER,
    ],
    examples=EXAMPLES,
    finding_names={**GRANT_FINDINGS, **FINDINGS},
)
