"""Letters on the choice of an expert, and on a dispatch that does not take place."""

from dataclasses import replace

from clair_desktop.blocks.branch_letters import (
    CONCERNING,
    REMINDER_LETTER,
    alone,
    letter_to_applicant,
    letter_to_headquarters,
    with_checklist,
)
from clair_desktop.blocks.branch_papers import BODY_ITEM
from clair_desktop.domain.documents import Item, Needs
from clair_desktop.domain.wording import Wording

_HOST = Item(
    Wording("要請した団体", "Requesting body"), Wording("{requester_name}（{country}）", "{requester_name} ({country})")
)
_EXPERT = Item(Wording("専門家", "Expert"), Wording("{selected}", "{selected}"))
_PERIOD = Item(Wording("派遣期間", "Period"), Wording("{starts}から{ends}まで", "{starts} to {ends}"))
_REASON = Item(Wording("理由", "Reason"), Wording("{ended_because}", "{ended_because}"))
_NOTICE = "selection_letter"
_OWN = frozenset({"request", "resume", "report"})

_SELECTED = letter_to_applicant(
    "selected",
    Wording("選考結果の通知文", "Notice of the expert chosen"),
    Wording("自治体国際協力専門家の選考結果について（通知）", "The expert chosen for dispatch abroad"),
    [
        Wording(
            "推薦をいただいたこのことについて、自治体国際化協会本部から別添のとおり選考結果の通知がありましたので、下記のとおり"
            "お知らせします。",
            "CLAIR's headquarters has chosen an expert from among the candidates you nominated, as set out below and in its "
            "notice enclosed.",
        ),
        Wording(
            "派遣を承諾される場合は、派遣承諾書を御提出くださるようお願いします。",
            "If you consent to the dispatch, please send us your consent in writing.",
        ),
    ],
    [CONCERNING, _HOST, _EXPERT, _PERIOD],
)
_NOT_SELECTED = letter_to_applicant(
    "not_selected",
    Wording("不選考の通知文", "Notice that no candidate was chosen"),
    Wording("自治体国際協力専門家の選考結果について（通知）", "Your candidates for dispatch abroad"),
    [
        Wording(
            "推薦をいただいたこのことについて、自治体国際化協会本部から別添のとおり選考に至らなかった旨の通知がありましたので、"
            "お知らせします。",
            "CLAIR's headquarters has told us that none of the candidates you nominated was chosen on this occasion. Its "
            "notice is enclosed.",
        ),
        Wording(
            "御協力に感謝しますとともに、何とぞ御了承くださるようお願いします。",
            "Thank you for nominating them.",
        ),
    ],
    [CONCERNING, _HOST],
)
_DECLINED = letter_to_headquarters(
    "declined",
    Wording("派遣を承諾できない旨の回答", "Answer: no consent to the dispatch"),
    Wording("自治体国際協力専門家の派遣について（回答）", "Dispatch of an expert: no consent"),
    [
        Wording(
            "選考結果の通知をいただいたこのことについて、{applicant_name}から派遣を承諾できない旨の回答がありましたので、"
            "下記のとおりお知らせします。",
            "{applicant_name} regrets that it cannot consent to the dispatch, as set out below.",
        )
    ],
    [BODY_ITEM, CONCERNING, _HOST, _EXPERT, _REASON],
)
_CALLED_OFF = letter_to_applicant(
    "called_off",
    Wording("派遣取りやめの通知文", "Notice that the dispatch does not take place"),
    Wording("自治体国際協力専門家の派遣の取りやめについて（通知）", "The dispatch of an expert does not take place"),
    [
        Wording(
            "御協力をいただいているこのことについて、下記のとおり取りやめとなりましたので、お知らせします。",
            "We are sorry to tell you that the dispatch on which you were asked does not take place, as set out below.",
        )
    ],
    [CONCERNING, _HOST, _EXPERT, _REASON],
)

BRANCH_LETTERS = [
    alone(_SELECTED, Needs(answers=["applicant", "selected"], enclosed=[_NOTICE]), leaves_out=_OWN),
    alone(_NOT_SELECTED, Needs(answers=["applicant"], enclosed=[_NOTICE]), states=["not_selected"], leaves_out=_OWN),
    with_checklist(
        _DECLINED, Wording("派遣不承諾の回答一式", "Answer: no consent"), Needs(answers=["applicant", "ended_because"])
    ),
    alone(
        _CALLED_OFF, Needs(answers=["applicant", "ended_because"]), states=["withdrawn"], leaves_out=_OWN | {_NOTICE}
    ),
    replace(REMINDER_LETTER, needs=Needs(answers=["applicant", "awaited"])),
]
