"""海外自治体幹部交流協力セミナー: executives of local authorities abroad come to Tokyo and to a host municipality."""

from clair_desktop.blocks.happenings import period
from clair_desktop.domain.divisions import printed_contact
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.publications_abroad import SEMINAR_CHAPTER
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.executive_seminar.course import WORKFLOW
from clair_desktop.programmes.executive_seminar.documents import PACKS
from clair_desktop.programmes.executive_seminar.examples import EXAMPLES
from clair_desktop.programmes.executive_seminar.fields import SECTIONS
from clair_desktop.programmes.executive_seminar.rules import CHECKS, DEADLINES, FINDING_NAMES, RULES

_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=20)]

PROGRAMME = Programme(
    key="executive_seminar",
    name=Wording("海外自治体幹部交流協力セミナー", "Seminar for executives of local authorities abroad"),
    desk="enquiries",  # no document names the division
    contact=printed_contact(None, "その他 担当が分からない場合", "if the division is not known"),
    source=SEMINAR_CHAPTER,
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=WORKFLOW,
    outcomes=[
        Outcome(step="choose", words=Wording("受入決定", "Chosen as host"), on="chosen_on"),
        Outcome(step="not_choose", words=Wording("不選定", "Not chosen")),
        Outcome(step="agree", words=Wording("日程確定", "Days agreed"), on="agreed_on"),
    ],
    deadlines=DEADLINES,
    happenings=period(Wording("セミナーの期間", "Seminar")),
    enclosures=[
        EnclosureKind("call", Wording("本部からの募集文書", "Headquarters' call")),
        EnclosureKind("outline", Wording("受入団体の概要資料", "Material on the host")),
        EnclosureKind("budget", Wording("予算書の写し", "Copy of the budget")),
        EnclosureKind("decision", Wording("受入決定・不選定の通知", "Notice of the choice")),
        EnclosureKind("report", Wording("実施記録・写真", "Record and pictures")),
        EnclosureKind("other", Wording("その他", "Other")),
    ],
    packs=PACKS,
    registers=[
        Register(
            key="cases",
            name=Wording("受入申出一覧", "Offers to host"),
            columns=[
                *_CASE,
                Column("fiscal_year", width=12),
                Column("title", width=40),
                Column("region", kind=ColumnKind.CHOICE, width=20),
                Column("theme", width=30),
                Column("starts"),
                Column("ends"),
                Column("host_from"),
                Column("host_to"),
                Column("expected", width=12),
                Column("budget"),
                Column("state", kind=ColumnKind.CHOICE, width=18),
                Column("received_on"),
                Column("transmitted_on", head=Wording("最初の発送日", "First letter sent on")),
                Column("document_number", width=18),
                Column("section", width=20),
                Column("contact", width=16),
            ],
        ),
        Register(
            key="programme",
            name=Wording("日程案", "Programmes"),
            of="programme",
            columns=[
                *_CASE,
                Column("day"),
                Column("half", kind=ColumnKind.CHOICE, width=10),
                Column("phase", kind=ColumnKind.CHOICE, width=22),
                Column("place", width=20),
                Column("contents", width=40),
            ],
        ),
    ],
    examples=EXAMPLES,
    finding_names=FINDING_NAMES,
)
