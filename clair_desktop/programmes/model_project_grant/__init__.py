"""自治体国際協力促進事業（モデル事業）: pioneering projects of international cooperation, recognised and supported."""

from clair_desktop.blocks.grant_checks import GRANT_FINDINGS
from clair_desktop.blocks.grant_decisions import RECOGNISED
from clair_desktop.blocks.grant_documents import ADVANCE_CLAIM, grant_packs
from clair_desktop.blocks.grant_registers import JOINT_ENCLOSURES, JOINT_REGISTER, grant_registers
from clair_desktop.blocks.grant_terms import DEADLINES
from clair_desktop.blocks.outcomes import GRANT_OUTCOMES
from clair_desktop.domain.divisions import printed_contact
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.registers import Column, ColumnKind
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.model_project_grant.course import WORKFLOW
from clair_desktop.programmes.model_project_grant.examples import EXAMPLES
from clair_desktop.programmes.model_project_grant.fields import SECTIONS
from clair_desktop.programmes.model_project_grant.fiscal_2005 import PROJECTS_OF_FY2005
from clair_desktop.programmes.model_project_grant.rules import CHAPTER, CHECKS, FINDINGS, RULES, grant_maximum

PROGRAMME = Programme(
    key="model_project_grant",
    name=Wording("自治体国際協力促進事業（モデル事業）", "Grants for model projects of cooperation"),
    desk="economic_exchange",
    contact=printed_contact("kokukyou@clair.or.jp", "自治体国際協力促進事業（モデル事業）", "model project grants"),
    source=CHAPTER,
    since=FiscalYear(1996),  # 平成8年度から（平成17年度の報告書）
    called_ahead=True,
    category_field="field",
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    grant_maximum=grant_maximum,
    workflow=WORKFLOW,
    outcomes=GRANT_OUTCOMES,
    deadlines=DEADLINES,
    enclosures=JOINT_ENCLOSURES,
    packs=[
        *grant_packs(
            ["applying_body", "partnership", "project", "requirements", "total_cost", "eligible_cost", "requested"],
            selected=RECOGNISED,
        ),
        ADVANCE_CLAIM,
    ],
    registers=[
        *grant_registers(
            [
                Column("applicant_kind", kind=ColumnKind.CHOICE, width=16),
                Column("field", kind=ColumnKind.CHOICE, width=14),
                Column("other_fields", width=18),
                Column("countries", width=12),
                Column("novelty", kind=ColumnKind.CHOICE, width=16),
                Column("joint", kind=ColumnKind.CHOICE, width=8),
            ]
        ),
        JOINT_REGISTER,
    ],
    examples=[*EXAMPLES, *PROJECTS_OF_FY2005],
    finding_names={**GRANT_FINDINGS, **FINDINGS},
)
