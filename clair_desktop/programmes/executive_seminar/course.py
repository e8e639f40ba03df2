"""受入申出 → 本部へ送付 → 受入決定 → 日程調整 → 日程確定 → 実施 → 報告 → 完了; the call itself may be relayed first.

The branch relays the call and the adjustments of the programme; CLAIR's own sequence is in no document.
"""

from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, State, Tone, Transition, Workflow

STATES = (
    State("received", Wording("支部受付", "Received")),
    State("invited", Wording("受入団体の照会中", "Municipality asked to host"), Tone.WAITING),
    State("checking", Wording("支部確認中", "Being checked")),
    State("returned", Wording("差戻し中", "Returned for correction"), Tone.WAITING),
    State("proposed", Wording("本部へ送付済（選定待ち）", "Proposed, awaiting the choice"), Tone.WAITING),
    State("chosen", Wording("受入決定", "Chosen as host")),
    State("adjusting", Wording("日程調整中", "Programme being adjusted"), Tone.WAITING),
    State("agreed", Wording("日程確定", "Programme agreed"), Tone.WAITING),
    State("held", Wording("実施済", "Held")),
    State("reported", Wording("結果報告済", "Result reported")),
    State("completed", Wording("完了", "Completed"), Tone.DONE, closed=True),
    State("no_offer", Wording("受入申出なし", "No offer"), Tone.STOPPED, closed=True),
    State("not_chosen", Wording("不選定", "Not chosen"), Tone.STOPPED, closed=True),
    State("withdrawn", Wording("取下げ", "Withdrawn"), Tone.STOPPED, closed=True),
    State("called_off", Wording("中止", "Called off"), Tone.STOPPED, closed=True),
)
_IN_THE_BRANCH = ("received", "checking")

TRANSITIONS = (
    Transition(
        key="begin_check",
        label=Wording("確認を始める", "Begin checking"),
        will=Wording("受け付けた申出の確認に移ります。", "Moves the offer on to the branch's check."),
        sources=["received"],
        target="checking",
    ),
    Transition(
        key="invite",
        label=Wording("自治体に受入れを照会する", "Ask a municipality to host"),
        will=Wording("本部の募集を自治体に知らせる文書を作ります。", "Makes the letter that relays the call."),
        sources=["received"],
        target="invited",
        needs=["applicant"],
        issues="call",
        numbered=True,
        side=True,
    ),
    Transition(
        key="offer",
        label=Wording("受入申出を受け付ける", "Receive the offer"),
        will=Wording("自治体の申出を受け付けます。", "Takes the municipality's offer in."),
        sources=["invited"],
        target="received",
    ),
    Transition(
        key="no_offer",
        label=Wording("申出なしを記録する", "Record that there is no offer"),
        will=Wording("申出がないことを記録し、案件を閉じます。", "Records it and closes the case."),
        sources=["invited"],
        target="no_offer",
        followed_by=["no_offer"],
        side=True,
    ),
    Transition(
        key="return",
        label=Wording("差し戻す", "Return for correction"),
        will=Wording("受入団体に補正を求め、差戻し中にします。", "Asks the host for a correction."),
        sources=_IN_THE_BRANCH,
        target="returned",
        followed_by=["correction"],
    ),
    Transition(
        key="resubmit",
        label=Wording("補正を受け付ける", "Receive the correction"),
        will=Wording("補正された申出を受け付け、確認に戻します。", "Takes the corrected offer back into the check."),
        sources=["returned"],
        target="checking",
    ),
    Transition(
        key="propose",
        label=Wording("本部へ送付する", "Send to headquarters"),
        will=Wording(
            "期間と日程を確認し、受入提案書一式を作ります。", "Checks the dates and makes the host's proposal."
        ),
        sources=_IN_THE_BRANCH,
        target="proposed",
        guard=Guard.READY,
        issues="proposal",
        numbered=True,
    ),
    Transition(
        key="choose",
        label=Wording("受入決定を記録する", "Record the choice"),
        will=Wording("受入団体に決まったことを記録します。", "Records that the host was chosen."),
        sources=["proposed"],
        target="chosen",
        followed_by=["chosen"],
        needs=["chosen_on"],
    ),
    Transition(
        key="not_choose",
        label=Wording("不選定を記録する", "Record that it was not chosen"),
        will=Wording("選ばれなかったことを記録し、案件を閉じます。", "Records the outcome and closes the case."),
        sources=["proposed"],
        target="not_chosen",
        followed_by=["not_chosen"],
        side=True,
    ),
    Transition(
        key="adjust",
        label=Wording("日程の調整案を送る", "Send an adjusted programme"),
        will=Wording("調整した日程案を本部へ送ります。", "Sends the adjusted programme to headquarters."),
        sources=["chosen", "adjusting"],
        target="adjusting",
        guard=Guard.READY,
        issues="adjustment",
        numbered=True,
    ),
    Transition(
        key="agree",
        label=Wording("日程確定を記録する", "Record the agreed programme"),
        will=Wording("日程と参加者が決まったことを記録します。", "Records programme and participants."),
        sources=["chosen", "adjusting"],
        target="agreed",
        guard=Guard.READY,
        needs=["agreed_on"],
    ),
    Transition(
        key="hold",
        label=Wording("実施を記録する", "Record that it was held"),
        will=Wording("セミナーが行われたことを記録します。", "Records that the seminar took place."),
        sources=["agreed"],
        target="held",
    ),
    Transition(
        key="report",
        label=Wording("実施結果を報告する", "Report the result"),
        will=Wording("実施結果の報告を作り、本部へ送ります。", "Makes the report and sends it to headquarters."),
        sources=["held"],
        target="reported",
        needs=["results"],
        issues="report",
        numbered=True,
    ),
    Transition(
        key="complete",
        label=Wording("完了する", "Complete"),
        will=Wording("案件を閉じます。", "Closes the case."),
        sources=["reported"],
        target="completed",
    ),
    Transition(
        key="withdraw",
        label=Wording("取り下げる", "Withdraw"),
        will=Wording("受入れの申出を取り下げ、案件を閉じます。", "Withdraws the offer and closes the case."),
        sources=[*_IN_THE_BRANCH, "returned", "proposed"],
        target="withdrawn",
        side=True,
    ),
    Transition(
        key="call_off",
        label=Wording("中止を記録する", "Record that it is called off"),
        will=Wording("理由を確かめ、案件を閉じます。", "Makes sure of the reason and closes the case."),
        sources=["chosen", "adjusting", "agreed"],
        target="called_off",
        followed_by=["called_off"],
        needs=["ended_because"],
        side=True,
    ),
)

WORKFLOW = Workflow(STATES, TRANSITIONS)
