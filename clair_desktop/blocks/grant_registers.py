"""The registers of a grant: its cases, their costs, their funding and, where it may be joint, the bodies."""

from collections.abc import Sequence

from clair_desktop.domain.programme import EnclosureKind
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording

_CASE = (Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20))


def grant_registers(about: Sequence[Column]) -> list[Register]:
    """``about`` are the columns that tell the programme's projects apart; they stand after the title."""
    return [
        Register(
            key="cases",
            name=Wording("案件一覧", "Cases"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=40),
                *about,
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
                Column("foreign_amount", width=12),
                Column("currency", kind=ColumnKind.CHOICE, width=14),
                Column("rate", width=12),
                Column("rate_per", kind=ColumnKind.CHOICE, width=14),
                Column("rate_on"),
                Column("rate_source", width=20),
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
    ]


JOINT_REGISTER = Register(
    key="joint_bodies",
    name=Wording("共同実施団体", "Joint bodies"),
    of="joint_bodies",
    columns=[
        *_CASE,
        Column("role", kind=ColumnKind.CHOICE, width=12),
        Column("kind", kind=ColumnKind.CHOICE, width=18),
        Column("authority", head=Wording("共同実施団体（地方公共団体）", "Joint body (local authority)"), width=24),
        Column("name", head=Wording("共同実施団体（その他）", "Joint body (other)"), width=28),
        Column("seat", width=20),
        Column("legal_personality", kind=ColumnKind.CHOICE, width=10),
    ],
)

GRANT_ENCLOSURES = (
    EnclosureKind("quotation", Wording("見積書", "Quotation")),
    EnclosureKind("budget", Wording("予算書の写し", "Copy of the budget")),
    EnclosureKind("invitation", Wording("相手団体の招請状・覚書", "Invitation or memorandum")),
    EnclosureKind("evidence", Wording("実績の証拠書類", "Evidence of the results")),
    EnclosureKind("selection_letter", Wording("採択（認定）・不採択の通知書", "Notice of selection or non-selection")),
    EnclosureKind("award_letter", Wording("交付決定通知書", "Notice of award")),
    EnclosureKind("final_letter", Wording("額の確定通知書", "Notice of the final amount")),
    EnclosureKind("headquarters_letter", Wording("本部からの通知", "Headquarters' notice")),
    EnclosureKind("other", Wording("その他", "Other")),
)
JOINT_ENCLOSURES = (
    EnclosureKind("agreement", Wording("共同実施の協定書", "Agreement of the joint bodies")),
    EnclosureKind("body_outline", Wording("団体概要・定款", "Outline and articles of the body")),
    *GRANT_ENCLOSURES,
)
