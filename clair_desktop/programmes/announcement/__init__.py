"""照会・募集の回付: a call or enquiry of headquarters, passed on to the municipalities, their answers collected."""

from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.announcement.course import WORKFLOW
from clair_desktop.programmes.announcement.documents import PACKS
from clair_desktop.programmes.announcement.examples import EXAMPLES
from clair_desktop.programmes.announcement.fields import COLLECTED, SECTIONS
from clair_desktop.programmes.announcement.rules import CHAPTER, CHECKS, DEADLINES, FINDING_NAMES, RULES

PROGRAMME = Programme(
    key="announcement",
    name=Wording("照会・募集の回付", "Calls and enquiries passed on"),
    desk="enquiries",
    source=CHAPTER,
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=WORKFLOW,
    deadlines=DEADLINES,
    enclosures=[
        EnclosureKind("notice", Wording("本部の通知", "Headquarters' letter")),
        EnclosureKind("blank", Wording("本部の様式", "Headquarters' form")),
        EnclosureKind("answer", Wording("団体からの回答", "Answers of the bodies")),
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=PACKS,
    registers=[
        Register(
            key="cases",
            name=Wording("照会・募集一覧", "Calls"),
            columns=[
                Column("case_number", width=12),
                Column("fiscal_year", width=12),
                Column("subject", kind=ColumnKind.CHOICE, width=26),
                Column("sort", kind=ColumnKind.CHOICE, width=8),
                Column("title", width=44),
                Column("division", kind=ColumnKind.CHOICE, width=18),
                Column("notice_number", width=18),
                Column("notice_on"),
                Column("branch_deadline"),
                Column("headquarters_deadline"),
                Column("requester_name", width=20),
                Column("state", kind=ColumnKind.CHOICE, width=18),
                Column("received_on"),
                Column("transmitted_on", head=Wording("回付日", "Passed on")),
                Column("document_number", width=18),
                Column("sent_on"),
                Column("reply_note", width=30),
            ],
        ),
        Register(
            key="bodies",
            name=Wording("団体別の回答", "Answers by body"),
            of="bodies",
            columns=[
                Column("case_number", width=12),
                Column("title", width=44),
                Column("body", width=20),
                Column("name", width=20),
                Column("answer", kind=ColumnKind.CHOICE, width=12),
                Column("answered_on"),
                Column("contents", width=30),
                Column("reminded_on"),
            ],
        ),
    ],
    collected=COLLECTED,
    examples=EXAMPLES,
    finding_names=FINDING_NAMES,
)
