"""The branch's letters on what becomes of a request for support: taken up, taken up in part, not possible."""

from clair_desktop.blocks.branch_letters import (
    CONCERNING,
    CORRECTION_LETTER,
    REMINDER_LETTER,
    alone,
    letter_to_applicant,
)
from clair_desktop.domain.documents import Item, Needs
from clair_desktop.domain.wording import Wording

_PERIOD = Item(Wording("期間", "Dates"), Wording("{starts}から{ends}まで", "{starts} to {ends}"))
_OFFERED = Item(
    Wording("支援する事務所", "Offices that support you"), Wording("{accepted_offices}", "{accepted_offices}")
)
_REFUSED = Item(
    Wording("支援できない事務所", "Offices that cannot"), Wording("{declined_offices}", "{declined_offices}")
)
_ANSWER = Needs(enclosed=["office_answer"])
_OWN = frozenset({"questionnaire", "leaflet", "reply", "written_request"})

_TAKEN_UP = letter_to_applicant(
    "support_granted",
    Wording("支援決定の通知文", "Notice that support is given"),
    Wording("海外活動支援の決定について（通知）", "Support for your activities abroad"),
    [
        Wording(
            "申込みのありましたこのことについて、自治体国際化協会から別添のとおり支援する旨の回答がありましたので、下記のとおり通知します。",
            "We are pleased to tell you that CLAIR will support your activities abroad, as set out below and in the reply "
            "enclosed.",
        ),
        Wording(
            "日程や訪問先を変更し、又は取りやめる場合は、速やかに当支部へ御連絡ください。",
            "Should your dates or the bodies you visit change, or the journey be given up, please tell us at once.",
        ),
    ],
    [
        CONCERNING,
        _PERIOD,
        _OFFERED,
        _REFUSED,
        Item(Wording("希望のあった支援", "Support asked for"), Wording("{menu}", "{menu}")),
    ],
)
_NOT_POSSIBLE = letter_to_applicant(
    "support_declined",
    Wording("支援できない旨の通知文", "Notice that support is not possible"),
    Wording("海外活動支援の可否について（通知）", "Your request for support abroad"),
    [
        Wording(
            "申込みのありましたこのことについて、自治体国際化協会から別添のとおり下記の事務所では支援できない旨の回答がありましたので、"
            "お知らせします。",
            "We regret to tell you that the offices named below cannot support your activities abroad. Their reply is "
            "enclosed.",
        ),
        Wording(
            "御希望に沿えませんが、何とぞ御了承くださるようお願いします。",
            "We are sorry that your wish cannot be met on this occasion.",
        ),
    ],
    [CONCERNING, _PERIOD, _REFUSED],
)

DECISION_LETTERS = [
    alone(
        _TAKEN_UP,
        _ANSWER,
        states=["arranged", "notified", "carried_out", "reported", "completed", "cancelled"],
        leaves_out=_OWN,
    ),
    alone(_NOT_POSSIBLE, _ANSWER, states=["unavailable", "declined"], leaves_out=_OWN),
    CORRECTION_LETTER,
    REMINDER_LETTER,
]
