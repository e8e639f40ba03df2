"""地域国際化推進アドバイザー: an adviser on multicultural society comes, or speaks online, at a body's own event."""

from clair_desktop.blocks.adviser_dispatch import dispatch_workflow, sending
from clair_desktop.blocks.adviser_letters import CHANGE_ANSWER
from clair_desktop.blocks.dispatch_terms import DISPATCH_DEADLINES
from clair_desktop.blocks.happenings import dispatch_day
from clair_desktop.blocks.outcomes import dispatch_outcomes
from clair_desktop.domain.divisions import DUTIES_2016
from clair_desktop.domain.programme import EnclosureKind, Programme
from clair_desktop.domain.publications import COMMUNITY_ADVISERS_2024, in_place
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, Transition
from clair_desktop.programmes.community_adviser.documents import PACKS
from clair_desktop.programmes.community_adviser.examples import EXAMPLES
from clair_desktop.programmes.community_adviser.fields import SECTIONS
from clair_desktop.programmes.community_adviser.rules import CHECKS, FINDING_NAMES, KEY, RULES

_WAYS_OUT = (
    sending(
        "send",
        Wording("市民国際プラザへ送る", "Send to the Citizens' International Plaza"),
        Wording(
            "要件と添付を確認し、電子メールで送る申請書類一式を作って回答待ちにします。",
            "Checks that all is complete, makes the pack that goes by e-mail and waits for the answer.",
        ),
        numbered=False,
    ),
    Transition(
        key="send_directly",
        label=Wording("申請団体が直接提出した", "Submitted by the applicant itself"),
        will=Wording(
            "申請団体が市民国際プラザへ直接提出したことを記録し、回答待ちにします。",
            "Records that the applicant wrote to the Plaza itself, and waits for the answer.",
        ),
        sources=["received", "checking"],
        target="sent",
        guard=Guard.NONE,
        side=True,
    ),
)
_CASE = [Column("case_number", width=12), Column("applicant", width=10), Column("applicant_name", width=24)]

PROGRAMME = Programme(
    key=KEY,
    name=Wording("地域国際化推進アドバイザー", "Advisers for community internationalisation"),
    desk="multicultural",
    contact=DUTIES_2016,
    source=COMMUNITY_ADVISERS_2024,
    sections=SECTIONS,
    rules=RULES,
    checks=CHECKS,
    workflow=dispatch_workflow(_WAYS_OUT, numbered=False),
    outcomes=dispatch_outcomes("conditions"),
    deadlines=DISPATCH_DEADLINES,
    happenings=dispatch_day,
    enclosures=[
        EnclosureKind(
            "official_forms",
            Wording("所定様式（様式第1号～第3号）", "Prescribed forms (Forms 1 to 3)"),
            source=in_place(COMMUNITY_ADVISERS_2024, "様式一式（第1号～第3号）", "The set of Forms 1 to 3"),
        ),
        EnclosureKind("event_outline", Wording("事業の概要・案内", "Outline or notice of the event")),
        EnclosureKind("answer", Wording("派遣の可否の回答", "Answer on the dispatch")),
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
                Column("applicant_kind", kind=ColumnKind.CHOICE, width=18),
                Column("fiscal_year", width=12),
                Column("title", width=40),
                Column("topic", kind=ColumnKind.CHOICE, width=24),
                Column("event_kind", kind=ColumnKind.CHOICE, width=20),
                Column("form", kind=ColumnKind.CHOICE, width=10),
                Column("adviser", width=24),
                Column("dispatch_on"),
                Column("held_on"),
                Column("held_from", width=10),
                Column("held_to", width=10),
                Column("attended", width=8),
                Column("state", kind=ColumnKind.CHOICE, width=20),
                Column("received_on"),
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
