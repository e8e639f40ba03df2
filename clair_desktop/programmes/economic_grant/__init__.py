"""経済活動助成事業: grants towards opening overseas markets and attracting overseas visitors."""

from clair_desktop.blocks.costs import (
    COST_FINDINGS,
    amounts_descend,
    breakdown_agrees,
    eligible_within_total,
    funding_agrees,
    rows_multiply_out,
)
from clair_desktop.blocks.grant_documents import grant_packs
from clair_desktop.blocks.grant_workflow import GRANT_WORKFLOW
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.economic_grant.examples import EXAMPLES
from clair_desktop.programmes.economic_grant.fields import SECTIONS
from clair_desktop.programmes.economic_grant.rules import CHAPTER, CHECKS, DEADLINES, RULES, grant_maximum

_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20)]

PROGRAMME = Programme(
    key="economic_grant",
    name=Wording("経済活動助成事業", "Grants for economic activities"),
    desk="economic_exchange",
    source=CHAPTER,
    called_ahead=True,
    sections=SECTIONS,
    rules=RULES,
    checks=[
        *CHECKS,
        rows_multiply_out,
        breakdown_agrees,
        funding_agrees,
        eligible_within_total,
        amounts_descend,
    ],
    grant_maximum=grant_maximum,
    workflow=GRANT_WORKFLOW,
    deadlines=DEADLINES,
    enclosures=[
        EnclosureKind("quotation", Wording("見積書", "Quotation")),
        EnclosureKind("budget", Wording("予算書の写し", "Copy of the budget")),
        EnclosureKind("invitation", Wording("相手団体の招請状・覚書", "Invitation or memorandum")),
        EnclosureKind("evidence", Wording("実績の証拠書類", "Evidence of the results")),
        EnclosureKind("headquarters_letter", Wording("本部からの通知", "Headquarters' notice")),
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=grant_packs(["applying_body", "project", "requirements", "total_cost", "eligible_cost", "requested"]),
    registers=[
        Register(
            key="cases",
            name=Wording("案件一覧", "Cases"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=40),
                Column("category", width=18),
                Column("place", kind=ColumnKind.CHOICE, width=10),
                Column("starts"),
                Column("ends"),
                Column("total_cost"),
                Column("eligible_cost"),
                Column("requested"),
                Column("awarded"),
                Column("final_amount"),
                Column("state", kind=ColumnKind.CHOICE, width=18),
                Column("received_on"),
                Column("transmitted_on"),
                Column("document_number"),
                Column("section", width=20),
                Column("contact", width=16),
                Column("phone", width=16),
                Column("email", width=24),
            ],
        ),
        Register(
            key="costs",
            name=Wording("経費内訳", "Costs"),
            of="cost_breakdown",
            columns=[
                *_CASE,
                Column("cost_item", width=14),
                Column("detail", width=28),
                Column("unit_price", head=Wording("単価（円）", "Unit price (JPY)"), kind=ColumnKind.NUMBER),
                Column("quantity", width=8),
                Column("unit", width=8),
                Column("times", width=8),
                Column("amount"),
                Column("eligibility", kind=ColumnKind.CHOICE, width=10),
                Column("remarks", width=20),
            ],
        ),
        Register(
            key="funding",
            name=Wording("財源内訳", "Funding"),
            of="funding",
            columns=[
                *_CASE,
                Column("source", kind=ColumnKind.CHOICE, width=20),
                Column("detail", width=28),
                Column("amount"),
            ],
        ),
    ],
    examples=EXAMPLES,
    finding_names=COST_FINDINGS,
)
