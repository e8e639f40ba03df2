"""プロモーションアドバイザー事業: an adviser on promotion abroad comes to the local authority that plans it."""

from clair_desktop.blocks.adviser_dispatch import dispatch_workflow, sending
from clair_desktop.blocks.adviser_letters import CHANGE_ANSWER
from clair_desktop.blocks.dispatch_terms import DISPATCH_DEADLINES
from clair_desktop.blocks.happenings import dispatch_day
from clair_desktop.blocks.outcomes import dispatch_outcomes
from clair_desktop.domain.divisions import DUTIES_2016
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.promotion_adviser.documents import PACKS
from clair_desktop.programmes.promotion_adviser.examples import EXAMPLES
from clair_desktop.programmes.promotion_adviser.fields import SECTIONS
from clair_desktop.programmes.promotion_adviser.rules import CHAPTER, CHECKS, FINDING_NAMES, KEY, RULES

_TRANSMIT = sending(
    "transmit",
    Wording("本部へ進達する", "Transmit to headquarters"),
    Wording(
        "要件と添付を確認し、進達書と派遣申請書一式を作って回答待ちにします。",
        "Checks that all is complete, makes the application pack and waits for the answer.",
    ),
    numbered=True,
)
_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20)]

PROGRAMME = Programme(
    key=KEY,
    name=Wording("プロモーションアドバイザー事業", "Promotion advisers"),
    desk="economic_exchange",
    contact=DUTIES_2016,
    source=CHAPTER,
    since=FiscalYear(2015),  # BUSINESS_PLAN_2015: the scheme is created
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=dispatch_workflow([_TRANSMIT], numbered=True),
    outcomes=dispatch_outcomes("conditions"),
    deadlines=DISPATCH_DEADLINES,
    happenings=dispatch_day,
    enclosures=[
        EnclosureKind("project_outline", Wording("事業の概要が分かる資料", "Outline of the project")),
        EnclosureKind("participants", Wording("参加者名簿", "List of participants")),
        EnclosureKind("headquarters_letter", Wording("本部からの通知", "Headquarters' notice")),
        CHANGE_ANSWER,
        EnclosureKind("material", Wording("当日の資料・写真", "Material and photographs of the day")),
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=PACKS,
    registers=[
        Register(
            key="cases",
            name=Wording("派遣一覧", "Dispatches"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=40),
                Column("stage", kind=ColumnKind.CHOICE, width=16),
                Column("form", kind=ColumnKind.CHOICE, width=14),
                Column("support", width=24),
                Column("countries", width=14),
                Column("adviser", width=24),
                Column("dispatch_on"),
                Column("held_on"),
                Column("attended", width=8),
                Column("state", kind=ColumnKind.CHOICE, width=18),
                Column("received_on"),
                Column("transmitted_on"),
                Column("document_number", width=16),
                Column("section", width=20),
                Column("contact", width=16),
                Column("phone", width=16),
                Column("email", width=24),
            ],
        ),
        Register(
            key="preferred_days",
            name=Wording("希望日時", "Preferred days"),
            of="preferred_days",
            columns=[
                *_CASE,
                Column("title", width=40),
                Column("day"),
                Column("from_time", width=10),
                Column("to_time", width=10),
                Column("remarks", width=24),
            ],
        ),
    ],
    examples=EXAMPLES,
    finding_names=FINDING_NAMES,
)
