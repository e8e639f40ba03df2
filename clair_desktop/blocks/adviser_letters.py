"""The branch's letters to the body that asked for an adviser: no dispatch, and the answer to a change."""

from clair_desktop.blocks.branch_letters import ABOUT, CORRECTION_LETTER, REMINDER_LETTER, alone, letter_to_applicant
from clair_desktop.domain.documents import Item, Needs, Pack
from clair_desktop.domain.programme import EnclosureKind
from clair_desktop.domain.wording import Wording

_PROJECT = Item(Wording("事業名", "Project"), Wording("{title}", "{title_or_title_en}"))
_ADVISER = Item(Wording("アドバイザー", "Adviser"), Wording("{adviser}", "{adviser}"))
_DAY = Item(Wording("派遣日", "Dispatch"), Wording("{dispatch_on}", "{dispatch_on}"))
_CHANGE = Item(Wording("申出のあった変更", "Change asked for"), Wording("{change}", "{change}"))
_CONDITIONS = Item(Wording("条件", "Conditions"), Wording("{conditions}", "{conditions}"))


CHANGE_ANSWER = EnclosureKind("change_answer", Wording("変更に係る回答", "Answer on a change"))


def adviser_letters(decides: Wording, own_papers: frozenset[str], answer: str) -> list[Pack]:
    """``decides`` is who answers an application, ``answer`` the kind of enclosure that it answers with; ``own_papers``
    are the kinds the body has sent in itself.
    """
    declined = letter_to_applicant(
        "declined",
        Wording("派遣不可の通知文", "Notice that no adviser is dispatched"),
        Wording(f"{ABOUT.ja}に係る派遣の可否について（通知）", f"Your application for an adviser ({ABOUT.en})"),
        [
            Wording(
                f"申請のありましたこのことについて、{decides.ja}から別添のとおり派遣できない旨の回答がありましたので、お知らせします。",
                f"We regret to tell you that {decides.en} cannot dispatch an adviser. Its reply to your application is "
                "enclosed.",
            ),
            Wording(
                "御希望に沿えませんが、何とぞ御了承くださるようお願いします。",
                "We are sorry that your wish cannot be met on this occasion.",
            ),
        ],
        [_PROJECT],
    )
    changed = letter_to_applicant(
        "change_notice",
        Wording("変更に係る回答の送付文", "Answer on a change of the dispatch"),
        Wording(f"{ABOUT.ja}に係る変更の申出について（通知）", f"The change you asked for ({ABOUT.en})"),
        [
            Wording(
                f"申出のありましたこのことについて、{decides.ja}から別添のとおり回答がありましたので、下記のとおりお知らせします。",
                f"{decides.en[0].upper()}{decides.en[1:]} has answered on the change that you asked for; its answer is "
                "enclosed. The dispatch is now as set out below.",
            )
        ],
        [_PROJECT, _CHANGE, _ADVISER, _DAY, _CONDITIONS],
    )
    return [
        alone(
            declined,
            Needs(enclosed=[answer]),
            states=["declined"],
            leaves_out=own_papers | {CHANGE_ANSWER.key},
        ),
        alone(
            changed,
            Needs(answers=["change"], enclosed=[CHANGE_ANSWER.key]),
            states=["accepted", "held", "reported", "closed"],
            leaves_out=own_papers | {answer},
        ),
        CORRECTION_LETTER,
        REMINDER_LETTER,
    ]
