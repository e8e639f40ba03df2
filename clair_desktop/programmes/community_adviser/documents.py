"""The papers of a dispatch: they go by e-mail, without seal or number, to 市民国際プラザ.

様式第1号～第3号 are documented as a set, some of them due with the application; which is which, and their layout, are not.
So the application's paper says what is to be written into them, and the official ones are enclosed.
"""

from dataclasses import replace

from clair_desktop.blocks.adviser_letters import CHANGE_ANSWER, adviser_letters
from clair_desktop.blocks.applicant import BODY_APPLICANT
from clair_desktop.blocks.branch_papers import CHECKLIST, ENCLOSURES, annex, to_applicant
from clair_desktop.blocks.rewording import reworded_2026
from clair_desktop.domain.documents import Block, Document, FieldTable, Form, FormNumber, Item, Needs, Pack
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.plain_blocks import Paragraph
from clair_desktop.domain.publications import COMMUNITY_ADVISERS_2024, in_place
from clair_desktop.domain.wording import Wording

_PLAZA = Wording("宛先　市民国際プラザ（電子メール）", "To: Citizens' International Plaza (by e-mail)")
_FROM = Wording("発信　自治体国際化協会{branch}（案件番号{case_number}）", "From: CLAIR, {branch} (case {case_number})")
_FORMS = FormNumber(
    Wording("様式第1号～第3号　記入内容", "To be written into Forms 1 to 3"),
    FiscalYear(2024),
    in_place(COMMUNITY_ADVISERS_2024, "申請時に提出する所定様式", "Forms submitted with an application"),
)


def _mail(what: Wording, *more: Block) -> Document:
    """The text of the e-mail that carries ``what``."""
    return annex(
        "mail",
        Wording(f"{what.ja}の送付", f"E-mail sending the {what.en}"),
        Paragraph(_PLAZA),
        Paragraph(_FROM),
        Paragraph(
            Wording(
                f"件名　{{fiscal_year}}地域国際化推進アドバイザー派遣に係る{what.ja}の送付（{{applicant_name}}）",
                f"Subject: {what.en[0].upper()}{what.en[1:]}, adviser for community internationalisation, "
                "{fiscal_year} ({applicant_name})",
            )
        ),
        Paragraph(
            Wording(
                f"このことについて、{{applicant_name}}から{what.ja}の提出がありましたので、関係書類を電子メールで送付します。",
                f"{{applicant_name}} has submitted the {what.en}. We send the documents by e-mail.",
            )
        ),
        *more,
    )


def _contents(key: str, title: Wording, fields: list[str], *form_numbers: FormNumber) -> Document:
    layout = Form(title=title, form_numbers=form_numbers, blocks=[FieldTable(fields)])
    return Document(key=key, name=title, layout=layout)


PACKS = [
    Pack(
        key="application",
        name=Wording("派遣申請一式（市民国際プラザへ）", "Application pack"),
        documents=[
            _mail(
                Wording("派遣申請書類", "application"),
                FieldTable(["title", "topic", "event_kind", "form"]),
                Paragraph(
                    Wording(
                        "所定様式（押印不要）と添付書類は、添付書類一覧のとおりです。",
                        "The prescribed forms (no seal) and the other papers are listed in the list of enclosures.",
                    )
                ),
            ),
            _contents(
                "application",
                Wording("地域国際化推進アドバイザー派遣申請", "Application for a Community Adviser"),
                [BODY_APPLICANT.key, "event"],
                _FORMS,
            ),
            replace(ENCLOSURES, only_with_enclosures=False),  # the e-mail refers to it
            CHECKLIST,
        ],
        leaves_out=frozenset({"answer", CHANGE_ANSWER.key, "material"}),
    ),
    Pack(
        key="notice",
        name=Wording("派遣決定の通知", "Notice that the dispatch is agreed"),
        documents=[
            reworded_2026(
                to_applicant(
                    "notice",
                    Wording("派遣決定の通知文", "Letter of notice"),
                    Wording(
                        "地域国際化推進アドバイザーの派遣について（通知）",
                        "Dispatch of an adviser for community internationalisation: notice",
                    ),
                    [
                        Wording(
                            "申請のありましたこのことについて、下記のとおり派遣が決定しましたので通知します。",
                            "The dispatch that you applied for has been agreed, as set out below.",
                        )
                    ],
                    [
                        Item(Wording("事業名", "Title"), Wording("{title}", "{title_or_title_en}")),
                        Item(Wording("アドバイザー", "Adviser"), Wording("{adviser}", "{adviser}")),
                        Item(Wording("派遣日", "Dispatch"), Wording("{dispatch_on}", "{dispatch_on}")),
                        Item(Wording("条件", "Conditions"), Wording("{conditions}", "{conditions}")),
                    ],
                ),
                subject="Dispatch of an adviser for community internationalisation",
                paragraph_1="We are pleased to tell you that the dispatch you applied for has been agreed, as set out below.",
            ),
            CHECKLIST,
        ],
        merges_enclosures=False,
        states=["accepted", "change_requested", "held", "reported", "closed"],
    ),
    Pack(
        key="change",
        name=Wording("変更申出一式（市民国際プラザへ）", "Change pack"),
        documents=[
            _mail(
                Wording("変更申出書", "request for a change"),
                FieldTable(["title", "adviser", "dispatch_on", "change"]),
            ),
            CHECKLIST,
        ],
        merges_enclosures=False,
        needs=Needs(answers=["change"]),
    ),
    Pack(
        key="cancellation",
        name=Wording("中止届出一式（市民国際プラザへ）", "Cancellation pack"),
        documents=[
            _mail(
                Wording("派遣中止届", "notice of cancellation"),
                FieldTable(["title", "adviser", "dispatch_on", "cancel_reason"]),
            ),
            CHECKLIST,
        ],
        merges_enclosures=False,
        needs=Needs(answers=["cancel_reason"]),
    ),
    Pack(
        key="report",
        name=Wording("実施報告一式（市民国際プラザへ）", "Report pack"),
        documents=[
            _mail(Wording("実施報告書類", "report"), FieldTable(["title", "held_on"])),
            _contents(
                "report",
                Wording("地域国際化推進アドバイザー派遣実施報告", "Report on the Dispatch"),
                ["title", "topic", "event_kind", "form", "venue", "adviser", "report", "excess_by_host", "host_costs"],
            ),
            ENCLOSURES,
            CHECKLIST,
        ],
        needs=Needs(answers=["report_contents"]),
        leaves_out=frozenset({"event_outline", "answer", CHANGE_ANSWER.key}),
    ),
    *adviser_letters(
        Wording("市民国際プラザ", "the Citizens' International Plaza"),
        frozenset({"official_forms", "event_outline", "material"}),
        "answer",
    ),
]
