"""支部受付 → 送付 → 調整中 per office → 手配結果 → 実施 → 結果報告 → 完了, with 相談, 差戻し, 取下げ and 中止.

No source gives CLAIR's own sequence; this one is this program's practice.
"""

from collections.abc import Sequence

from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, PartFlow, State, Tone, Transition, Workflow

STATES = (
    State("received", Wording("支部受付", "Received")),
    State("consulting", Wording("相談", "Being discussed"), Tone.WAITING),
    State("checking", Wording("支部確認中", "Being checked")),
    State("returned", Wording("差戻し中", "Returned for correction"), Tone.WAITING),
    State("arranging", Wording("調整中", "Being arranged"), Tone.WAITING),
    State("arranged", Wording("手配済", "Arranged")),
    State("unavailable", Wording("対応不可", "Support not available")),
    State("notified", Wording("手配結果通知済", "Requester told"), Tone.WAITING),
    State("carried_out", Wording("実施済", "Carried out")),
    State("reported", Wording("結果報告済", "Result reported")),
    State("completed", Wording("完了", "Completed"), Tone.DONE, closed=True),
    State("declined", Wording("対応不可（通知済）", "Not available (notified)"), Tone.STOPPED, closed=True),
    State("withdrawn", Wording("取下げ", "Withdrawn"), Tone.STOPPED, closed=True),
    State("cancelled", Wording("中止", "Cancelled"), Tone.STOPPED, closed=True),
)
_IN_THE_BRANCH = ("received", "checking")
_ARRANGING = ("arranging", "arranged", "unavailable")

TRANSITIONS = (
    Transition(
        key="begin_check",
        label=Wording("確認を始める", "Begin checking"),
        will=Wording("受け付けた申込みの確認に移ります。", "Moves the request on to the branch's check."),
        sources=["received"],
        target="checking",
    ),
    Transition(
        key="discuss",
        label=Wording("相談として預かる", "Keep as an enquiry"),
        will=Wording("申込みの前の相談として記録します。", "Records it as an enquiry before a request."),
        sources=["received"],
        target="consulting",
        side=True,
    ),
    Transition(
        key="take_up",
        label=Wording("申込みを受け付ける", "Receive the request"),
        will=Wording("相談を申込みとして受け付けます。", "Turns the enquiry into a request."),
        sources=["consulting"],
        target="received",
    ),
    Transition(
        key="return",
        label=Wording("差し戻す", "Return for correction"),
        will=Wording("依頼団体に補正を求め、差戻し中にします。", "Asks the requester for a correction."),
        sources=_IN_THE_BRANCH,
        target="returned",
        followed_by=["correction"],
    ),
    Transition(
        key="resubmit",
        label=Wording("補正を受け付ける", "Receive the correction"),
        will=Wording(
            "補正された申込みを受け付け、確認に戻します。", "Takes the corrected request back into the check."
        ),
        sources=["returned"],
        target="checking",
    ),
    Transition(
        key="send",
        label=Wording("本部へ送付する", "Send to headquarters"),
        will=Wording(
            "必要な事項を確認し、送付書と申込書一式を作り、担当事務所ごとの調整中にします。",
            "Checks that all is there, makes the pack and opens one part per overseas office.",
        ),
        sources=_IN_THE_BRANCH,
        target="arranging",
        guard=Guard.READY,
        issues="application",
        numbered=True,
        opens_parts=True,
    ),
    Transition(
        key="notify",
        label=Wording("手配結果を知らせる", "Tell the requester"),
        will=Wording("手配の結果を依頼団体に知らせる文書を作ります。", "Makes the letter that tells the arrangements."),
        sources=["arranged"],
        target="notified",
        issues="arrangements",
        numbered=True,
    ),
    Transition(
        key="notify_declined",
        label=Wording("対応不可を知らせる", "Tell that support is not available"),
        will=Wording("対応不可を知らせる文書を作り、案件を閉じます。", "Makes the letter and closes the case."),
        sources=["unavailable"],
        target="declined",
        issues="arrangements",
        numbered=True,
    ),
    Transition(
        key="carry_out",
        label=Wording("実施を記録する", "Record that it took place"),
        will=Wording("活動が行われたことを記録します。", "Records that the activity took place."),
        sources=["notified", "arranged"],
        target="carried_out",
    ),
    Transition(
        key="report",
        label=Wording("実施結果を報告する", "Report the result"),
        will=Wording("実施結果の報告を作り、結果報告済にします。", "Makes the report on what came of it."),
        sources=["carried_out"],
        target="reported",
        needs=["results"],
        issues="result",
        numbered=True,
    ),
    Transition(
        key="complete",
        label=Wording("完了する", "Complete"),
        will=Wording("案件を閉じます。", "Closes the case."),
        sources=["reported", "carried_out"],
        target="completed",
    ),
    Transition(
        key="withdraw",
        label=Wording("取り下げる", "Withdraw"),
        will=Wording("申込みを取り下げ、案件を閉じます。", "Withdraws the request and closes the case."),
        sources=[*_IN_THE_BRANCH, "consulting", "returned"],
        target="withdrawn",
        side=True,
    ),
    Transition(
        key="cancel",
        label=Wording("中止を届け出る", "Cancel the trip"),
        will=Wording(
            "中止の届出を作り、案件を閉じます。面会の約束があれば取りやめの手紙も送ってください。",
            "Makes the notice and closes the case. Write to the bodies that had agreed to meet you.",
        ),
        sources=[*_ARRANGING, "notified"],
        target="cancelled",
        needs=["cancelled_because"],
        issues="cancellation",
        numbered=True,
        side=True,
    ),
)

PART_STATES = (
    State("awaiting", Wording("依頼中", "Asked"), Tone.WAITING),
    State("consult", Wording("要相談", "To consult")),
    State("arranging", Wording("調整中", "Being arranged"), Tone.WAITING),
    State("accepted", Wording("対応可（手配済）", "Arranged"), Tone.DONE),
    State("partial", Wording("一部対応可", "Partly arranged"), Tone.DONE),
    State("declined", Wording("不可", "Declined"), Tone.STOPPED, closed=True),
    State("cancelled", Wording("取りやめ", "Cancelled"), Tone.STOPPED, closed=True),
)
_OPEN = ("awaiting", "consult", "arranging")


def _answer(key: str, label: Wording, will: Wording, target: str) -> Transition:
    return Transition(key=key, label=label, will=will, sources=_OPEN, target=target, followed_by=["arrangements"])


PART_TRANSITIONS = (
    Transition(
        key="begin",
        label=Wording("調整開始", "Begun"),
        will=Wording("事務所が調整を始めたことを記録します。", "Records that the office has begun."),
        sources=["awaiting", "consult"],
        target="arranging",
    ),
    _answer(
        "accept",
        Wording("手配済", "Arranged"),
        Wording("この事務所の支援が手配できたことを記録します。", "Records that this office's support is arranged."),
        "accepted",
    ),
    _answer(
        "accept_partially",
        Wording("一部対応可", "Partly arranged"),
        Wording("一部だけ対応できることを記録します。", "Records that only a part is possible."),
        "partial",
    ),
    _answer(
        "decline", Wording("不可", "Declined"), Wording("不可の回答を記録します。", "Records: declined."), "declined"
    ),
    Transition(
        key="cancel",
        label=Wording("取りやめ", "Cancel"),
        will=Wording("この事務所分を取りやめます。", "Cancels this office's part."),
        sources=[*_OPEN, "accepted", "partial"],
        target="cancelled",
        side=True,
    ),
)


def roll_up(case: str, parts: Sequence[str]) -> str:
    """手配済 when every office has answered and one at least can help; 対応不可 when none can."""
    if case not in _ARRANGING or not parts:
        return case
    if any(part in _OPEN for part in parts):
        return "arranging"
    return "arranged" if {"accepted", "partial"} & set(parts) else "unavailable"


WORKFLOW = Workflow(STATES, TRANSITIONS, PartFlow(PART_STATES, PART_TRANSITIONS, roll_up))
