"""多文化共生のまちづくり促進事業: grants towards communities where people of many cultures live together."""

from clair_desktop.blocks.advance import grant_course
from clair_desktop.blocks.grant_checks import GRANT_FINDINGS
from clair_desktop.blocks.grant_documents import ADVANCE_CLAIM, grant_packs
from clair_desktop.blocks.grant_registers import JOINT_ENCLOSURES, JOINT_REGISTER, grant_registers
from clair_desktop.blocks.grant_terms import DEADLINES
from clair_desktop.blocks.outcomes import GRANT_OUTCOMES
from clair_desktop.domain.divisions import printed_contact
from clair_desktop.domain.documents import FormNumber
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.registers import Column, ColumnKind
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.multicultural_grant.examples import EXAMPLES
from clair_desktop.programmes.multicultural_grant.fields import SECTIONS
from clair_desktop.programmes.multicultural_grant.rules import CHAPTER, CHECKS, FILE_SET, FINDINGS, RULES, grant_maximum

PROGRAMME = Programme(
    key="multicultural_grant",
    name=Wording("多文化共生のまちづくり促進事業", "Grants for multicultural communities"),
    desk="multicultural",
    contact=printed_contact("tabunka@clair.or.jp", "多文化共生のまちづくり促進事業", "multicultural community grants"),
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
            ["applying_body", "partnership", "project", "requirements", "total_cost", "eligible_cost", "requested"],
            # FY2026's page names 様式1号-2, 2号-2 and 3号-2; only the first goes with the application for certain.
            cost_form_numbers=[FormNumber(Wording("様式1号-2", "Form 1-2"), FiscalYear(2026), FILE_SET)],
        ),
        ADVANCE_CLAIM,
    ],
    registers=[
        *grant_registers(
            [
                Column("applicant_kind", kind=ColumnKind.CHOICE, width=16),
                Column("category", width=28),
                Column("novelty", kind=ColumnKind.CHOICE, width=16),
                Column("joint", kind=ColumnKind.CHOICE, width=8),
            ]
        ),
        JOINT_REGISTER,
    ],
    examples=EXAMPLES,
    finding_names={**GRANT_FINDINGS, **FINDINGS},
)
