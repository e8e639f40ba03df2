"""The branch's letters to a grant's applicant, and the withdrawal of what headquarters holds."""

from clair_desktop.blocks.branch_letters import REMINDER_LETTER
from clair_desktop.blocks.branch_papers import CHECKLIST, SUBJECT_ITEM, statement, to_applicant, to_headquarters
from clair_desktop.blocks.grant_decisions import NOTICE_KINDS, OF_THE_APPLICANT, SELECTED, grant_decisions
from clair_desktop.blocks.rewording import by, reworded_2026
from clair_desktop.domain.documents import Item, Needs, Pack
from clair_desktop.domain.wording import Wording

_ABOUT = "{fiscal_year}{programme}"
_IN_2026 = "{programme}, {fiscal_year}"
_CORRECTION = reworded_2026(
    to_applicant(
        "correction",
        Wording("補正依頼文", "Letter asking for a correction"),
        Wording(f"{_ABOUT}に係る書類の補正について（依頼）", "Correction of your papers: {programme}, {fiscal_year}"),
        [
            Wording(
                "提出のありましたこのことについて、下記のとおり補正の上、再度提出くださるようお願いします。",
                "Please correct the papers you submitted as set out below, and send them again.",
            )
        ],
        [
            SUBJECT_ITEM,
            Item(Wording("補正事項", "To be corrected"), Wording("{corrections}", "{corrections}")),
            Item(Wording("提出期限", "Due by"), Wording("{correct_by}", "{correct_by}")),
        ],
    ),
    subject=f"Corrections to your papers ({_IN_2026})",
    paragraph_1="Thank you for your papers. Before we can send them on, please correct them as set out below and submit "
    "them again.",
    item_1_head="Project",
    item_3_text=by("correct_by"),
)
_NOTICE = reworded_2026(
    to_applicant(
        "notice",
        Wording("通知送付文", "Letter sending headquarters' notice"),
        Wording(f"{_ABOUT}に係る通知について（送付）", "Headquarters' notice: {programme}, {fiscal_year}"),
        [
            Wording(
                "このことについて、自治体国際化協会本部から別添のとおり通知がありましたので、送付します。",
                "We send you the enclosed notice of CLAIR's headquarters.",
            )
        ],
        [
            SUBJECT_ITEM,
            Item(Wording("採択の条件", "Conditions"), Wording("{conditions}", "{conditions}")),
            Item(
                Wording("交付決定", "Award"),
                Wording("{award_day}　{awarded}", "{awarded} on {award_day}"),
            ),
            Item(Wording("確定額", "Final amount"), Wording("{final_amount}", "{final_amount}")),
            Item(Wording("返還額", "Repayment"), Wording("{repayment}", "{repayment}")),
        ],
    ),
    subject=f"Notice from CLAIR's headquarters ({_IN_2026})",
    paragraph_1="Please find enclosed a notice from CLAIR's headquarters.",
    item_1_head="Project",
)
_WITHDRAWAL_LETTER = reworded_2026(
    to_headquarters(
        "transmittal",
        Wording("進達書", "Letter of transmittal"),
        Wording(f"{_ABOUT}に係る取下届について（進達）", "Transmittal: withdrawal, {programme}, {fiscal_year}"),
        [
            Wording(
                "先に進達したこのことについて、{applicant_name}から取下届の提出がありましたので、下記のとおり進達します。",
                "{applicant_name} withdraws the application we transmitted; we send its notice as set out below.",
            )
        ],
        [
            Item(Wording("申請団体", "Applicant"), Wording("{applicant_name}", "{applicant_name}")),
            SUBJECT_ITEM,
            Item(Wording("取下げの理由", "Reason"), Wording("{withdrawal_reason}", "{withdrawal_reason}")),
        ],
    ),
    subject=f"Withdrawal of an application ({_IN_2026})",
    paragraph_1="{applicant_name} has withdrawn the application that we sent you earlier. Please find its notice of "
    "withdrawal enclosed. The particulars are set out below.",
)
_WITHDRAWAL = statement(
    "withdrawal",
    Wording("取下届", "Notice of Withdrawal"),
    Wording("先に提出した申請を次のとおり取り下げます。", "We withdraw the application submitted, as follows."),
    ["title", "starts", "ends", "requested", "withdrawal_reason"],
)

_LETTERS = [
    Pack(
        key="correction",
        name=Wording("補正依頼文", "Letter asking for a correction"),
        documents=[_CORRECTION],
        merges_enclosures=False,
        needs=Needs(answers=["corrections"]),
    ),
    Pack(
        key="notice",
        name=Wording("本部通知の送付", "Letter sending headquarters' notice"),
        documents=[_NOTICE],
        needs=Needs(enclosed=NOTICE_KINDS),
        leaves_out=OF_THE_APPLICANT,
    ),
    REMINDER_LETTER,
    Pack(
        key="withdrawal",
        name=Wording("取下届一式（進達）", "Withdrawal pack"),
        documents=[_WITHDRAWAL_LETTER, _WITHDRAWAL, CHECKLIST],
        merges_enclosures=False,
        needs=Needs(answers=["withdrawal_reason"]),
    ),
]


def grant_letters(selected: Wording = SELECTED) -> list[Pack]:
    """All of them; ``selected`` is what the programme calls headquarters' choice of a project."""
    return [*_LETTERS, *grant_decisions(selected)]
