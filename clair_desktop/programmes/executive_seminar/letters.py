"""Letters on headquarters' choice of a host, and to headquarters where there is no host or the seminar falls through."""

from clair_desktop.blocks.branch_letters import (
    CONCERNING,
    CORRECTION_LETTER,
    REMINDER_LETTER,
    alone,
    letter_to_applicant,
    letter_to_headquarters,
    with_checklist,
)
from clair_desktop.blocks.branch_papers import BODY_ITEM
from clair_desktop.domain.documents import Item, Needs
from clair_desktop.domain.wording import Wording

_REGION = Item(Wording("招へい対象", "Region"), Wording("{region}管内", "{region}"))
_PERIOD = Item(Wording("全体の期間", "Dates"), Wording("{starts}から{ends}まで", "{starts} to {ends}"))
_AT_HOST = Item(Wording("受入期間", "At the host"), Wording("{host_from}から{host_to}まで", "{host_from} to {host_to}"))
_REASON = Item(Wording("理由", "Reason"), Wording("{ended_because}", "{ended_because}"))
_NOTICE = Needs(enclosed=["decision"])
_OWN = frozenset({"outline", "budget", "report"})

_CHOSEN = letter_to_applicant(
    "chosen",
    Wording("受入決定の通知文", "Notice that you are the host"),
    Wording(
        "{fiscal_year}海外自治体幹部交流協力セミナーの受入れについて（通知）", "Hosting the seminar of {fiscal_year}"
    ),
    [
        Wording(
            "受入れの申出をいただいたこのことについて、自治体国際化協会本部から別添のとおり受入団体に決定した旨の通知がありましたので、"
            "お知らせします。",
            "We are pleased to tell you that CLAIR's headquarters has accepted your offer to host the seminar. Its notice "
            "is enclosed.",
        ),
        Wording(
            "日程の調整について、引き続きよろしくお願いします。",
            "We look forward to settling the programme with you.",
        ),
    ],
    [CONCERNING, _REGION, Item(Wording("決定日", "Decided on"), Wording("{chosen_on}", "{chosen_on}")), _AT_HOST],
)
_NOT_CHOSEN = letter_to_applicant(
    "not_chosen",
    Wording("受入不選定の通知文", "Notice that another host was chosen"),
    Wording(
        "{fiscal_year}海外自治体幹部交流協力セミナーの受入れについて（通知）", "Hosting the seminar of {fiscal_year}"
    ),
    [
        Wording(
            "受入れの申出をいただいたこのことについて、自治体国際化協会本部から別添のとおり選定に至らなかった旨の通知がありましたので、"
            "お知らせします。",
            "CLAIR's headquarters has told us that your offer to host the seminar could not be taken up this time. Its "
            "notice is enclosed.",
        ),
        Wording(
            "御提案いただきましたことに感謝しますとともに、何とぞ御了承くださるようお願いします。",
            "Thank you for your offer; we hope for your interest on another occasion.",
        ),
    ],
    [CONCERNING, _REGION],
)
_NO_OFFER = letter_to_headquarters(
    "no_offer",
    Wording("受入希望なしの回答", "Answer: no host"),
    Wording(
        "{fiscal_year}海外自治体幹部交流協力セミナーの受入れについて（回答）",
        "Hosts for the seminar of {fiscal_year}: answer",
    ),
    [
        Wording(
            "依頼のありましたこのことについて、{applicant_name}に照会しましたが、受入れの希望はありませんでした。",
            "We asked {applicant_name}; it does not offer to host the seminar.",
        )
    ],
    [CONCERNING, _REGION, _PERIOD],
)
_CALLED_OFF = letter_to_headquarters(
    "called_off",
    Wording("受入れ取りやめの届出", "Notice that the host withdraws"),
    Wording("海外自治体幹部交流協力セミナーの受入れの取りやめについて（届出）", "The host withdraws from the seminar"),
    [
        Wording(
            "先に申し出たこのことについて、{applicant_name}が受入れを取りやめることとなりましたので、下記のとおりお届けします。",
            "We are sorry to tell you that {applicant_name} can no longer host the seminar, as set out below.",
        )
    ],
    [BODY_ITEM, CONCERNING, _REGION, _AT_HOST, _REASON],
)

BRANCH_LETTERS = [
    alone(
        _CHOSEN,
        _NOTICE,
        states=["chosen", "adjusting", "agreed", "held", "reported", "completed", "called_off"],
        leaves_out=_OWN,
    ),
    alone(_NOT_CHOSEN, _NOTICE, states=["not_chosen"], leaves_out=_OWN),
    with_checklist(_NO_OFFER, Wording("受入希望なしの回答一式", "Answer: no host")),
    with_checklist(
        _CALLED_OFF, Wording("受入れ取りやめ一式", "Withdrawal of the host"), Needs(answers=["ended_because"])
    ),
    CORRECTION_LETTER,
    REMINDER_LETTER,
]
