"""経済活動助成事業: grants towards opening overseas markets and attracting overseas visitors."""

from clair_desktop.blocks.costs import (
    COST_FINDINGS,
    amounts_descend,
    breakdown_agrees,
    eligible_within_total,
    funding_agrees,
    rows_multiply_out,
)
from clair_desktop.blocks.foreign_currency import foreign_rows_convert
from clair_desktop.blocks.grant_documents import grant_packs
from clair_desktop.blocks.grant_registers import GRANT_ENCLOSURES, grant_registers
from clair_desktop.blocks.grant_workflow import GRANT_WORKFLOW
from clair_desktop.domain.divisions import printed_contact
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.registers import Column, ColumnKind
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.economic_grant.examples import EXAMPLES
from clair_desktop.programmes.economic_grant.fields import SECTIONS
from clair_desktop.programmes.economic_grant.rules import CHAPTER, CHECKS, DEADLINES, FINDINGS, RULES, grant_maximum

PROGRAMME = Programme(
    key="economic_grant",
    name=Wording("経済活動助成事業", "Grants for economic activities"),
    desk="economic_exchange",
    contact=printed_contact("keishin@clair.or.jp", "経済活動助成事業", "economic grants"),
    source=CHAPTER,
    called_ahead=True,
    sections=SECTIONS,
    rules=RULES,
    checks=[
        *CHECKS,
        rows_multiply_out,
        foreign_rows_convert,
        breakdown_agrees,
        funding_agrees,
        eligible_within_total,
        amounts_descend,
    ],
    grant_maximum=grant_maximum,
    workflow=GRANT_WORKFLOW,
    deadlines=DEADLINES,
    enclosures=GRANT_ENCLOSURES,
    packs=grant_packs(["applying_body", "project", "requirements", "total_cost", "eligible_cost", "requested"]),
    registers=grant_registers([Column("category", width=18), Column("place", kind=ColumnKind.CHOICE, width=10)]),
    examples=EXAMPLES,
    finding_names={**COST_FINDINGS, **FINDINGS},
)
