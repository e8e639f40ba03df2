"""The branch's letters that send headquarters' decisions on a grant to its applicant, each with what follows from it."""

from collections.abc import Sequence

from clair_desktop.blocks.branch_letters import ABOUT, alone, letter_to_applicant
from clair_desktop.blocks.grant_workflow import AFTER_AWARD
from clair_desktop.domain.documents import Document, Item, Needs, Pack
from clair_desktop.domain.wording import Wording

# What the applicant has sent in itself does not go back to it with headquarters' notice.
OF_THE_APPLICANT = frozenset({"quotation", "budget", "invitation", "evidence", "agreement", "body_outline"})
# What headquarters writes to the applicant: one kind for each decision, so that each letter sends on its own.
NOTICE_KINDS = ("selection_letter", "award_letter", "final_letter", "headquarters_letter")
NOTICES = frozenset(NOTICE_KINDS)
ONCE_SELECTED = (
    *("selected", "informal_notice", "grant_applied"),
    *AFTER_AWARD,
    *("advance_claimed", "finalised", "claimed", "paid", "closed", "discontinued", "repayment_due", "revoked"),
)

_PROJECT = Item(Wording("事業名", "Project"), Wording("{title}", "{title_or_title_en}"))
_DAY = Item(Wording("交付決定日", "Awarded on"), Wording("{award_day}", "{award_day}"))
_AWARD = Item(Wording("交付決定額", "Amount awarded"), Wording("{awarded}", "{awarded}"))
_ADVANCE = Item(Wording("概算払済額", "Advance paid"), Wording("{advance}", "{advance}"))
_FINAL = Item(Wording("確定額", "Final amount"), Wording("{final_amount}", "{final_amount}"))


def _decision(key: str, name: Wording, what: Wording, follows: Wording | None, items: Sequence[Item]) -> Document:
    """A letter sending the notice of ``what``, with a sentence on what the applicant does next."""
    sent = Wording(
        f"このことについて、自治体国際化協会本部から別添のとおり{what.ja}の通知がありましたので、送付します。",
        f"We enclose the notice of CLAIR's headquarters {what.en}.",
    )
    return letter_to_applicant(
        key,
        name,
        Wording(f"{ABOUT.ja}に係る{what.ja}の通知について（送付）", f"{name.en} ({ABOUT.en})"),
        [sent, follows] if follows else [sent],
        [_PROJECT, *items],
    )


SELECTED = Wording("採択", "selected")
RECOGNISED = Wording("認定", "recognised as a model project")


def _selected(word: Wording) -> Document:
    return _decision(
        "selection_notice",
        Wording(f"{word.ja}通知の送付文", "Notice of selection"),
        Wording(word.ja, f"that your project has been {word.en}"),
        Wording(
            f"つきましては、交付申請の手続をお願いします。{word.ja}に条件が付された場合は、これを確認の上、申請してください。",
            "Please apply now for the award of the grant, and see to any conditions before you do.",
        ),
        [Item(Wording(f"{word.ja}の条件", "Conditions"), Wording("{conditions}", "{conditions}"))],
    )


_NOT_SELECTED = _decision(
    "non_selection_notice",
    Wording("不採択通知の送付文", "Notice that the project was not selected"),
    Wording("不採択", "that your project has not been selected on this occasion"),
    Wording(
        "御申請いただきましたことに感謝しますとともに、何とぞ御了承くださるようお願いします。",
        "Thank you for your application. We are sorry not to have better news.",
    ),
    [],
)
_AWARDED = _decision(
    "award_notice",
    Wording("交付決定通知の送付文", "Notice of award"),
    Wording("交付決定", "that the grant has been awarded"),
    Wording(
        "事業の内容を変更し、又は事業を中止し、若しくは廃止しようとする場合は、あらかじめ当支部へ御相談ください。",
        "Should you wish to change or discontinue the project, please consult us beforehand.",
    ),
    [_DAY, _AWARD],
)
_FINALISED = _decision(
    "final_amount_notice",
    Wording("額の確定通知の送付文", "Notice of the final amount"),
    Wording("額の確定", "of the final amount of the grant"),
    Wording(
        "請求額がある場合は、請求書を御提出くださるようお願いします。",
        "If an amount remains to be paid to you, please send us your claim.",
    ),
    [_AWARD, _FINAL, _ADVANCE],
)


def grant_decisions(word: Wording = SELECTED) -> list[Pack]:
    """The letters; ``word`` is what the programme calls headquarters' choice of a project."""
    return [
        _sending("selection_letter", _selected(word), states=ONCE_SELECTED),
        _sending("selection_letter", _NOT_SELECTED, states=["not_selected"]),
        _sending("award_letter", _AWARDED, ["awarded", "award_day"]),
        _sending("final_letter", _FINALISED, ["final_amount"]),
    ]


def _sending(kind: str, document: Document, answers: Sequence[str] = (), states: Sequence[str] = ()) -> Pack:
    """The letter with headquarters' notice of this kind, and with no notice of another decision."""
    other = NOTICES - {kind}
    return alone(document, Needs(answers=answers, enclosed=[kind]), states=states, leaves_out=OF_THE_APPLICANT | other)
