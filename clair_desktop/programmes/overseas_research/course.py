"""打診 → 可否 per office → 正式依頼 → 調査中 → 回答 → 完了, with 差戻し, 取下げ and 本部へ案内."""

from collections.abc import Sequence

from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, PartFlow, State, Tone, Transition, Workflow

STATES = (
    State("received", Wording("支部受付", "Received")),
    State("checking", Wording("支部確認中", "Being checked")),
    State("returned", Wording("差戻し中", "Returned for correction"), Tone.WAITING),
    State("sounded", Wording("打診中（可否待ち）", "Sounded out, awaiting feasibility"), Tone.WAITING),
    State("accepted", Wording("可", "Accepted")),
    State("conditional", Wording("条件付可", "Accepted on conditions")),
    State("partial", Wording("一部可", "Partly accepted")),
    State("declined", Wording("不可", "Declined")),
    State("requested", Wording("正式依頼済", "Formally requested"), Tone.WAITING),
    State("investigating", Wording("調査中", "Under research"), Tone.WAITING),
    State("replied", Wording("回答受領", "Reply received")),
    State("forwarded", Wording("依頼団体へ送付済", "Reply sent on")),
    State("completed", Wording("完了", "Completed"), Tone.DONE, closed=True),
    State("fulfilled", Wording("既存の調査結果で充足", "Met by an existing survey"), Tone.DONE, closed=True),
    State("not_feasible", Wording("不可（通知済）", "Not feasible (notified)"), Tone.STOPPED, closed=True),
    State("withdrawn", Wording("取下げ", "Withdrawn"), Tone.STOPPED, closed=True),
    State("referred", Wording("本部へ案内（相談）", "Referred to headquarters"), Tone.STOPPED, closed=True),
)

_BEFORE_SOUNDING = ("received", "checking")
_FEASIBILITY = ("sounded", "accepted", "conditional", "partial", "declined")
_RUNNING = ("requested", "investigating", "replied")

TRANSITIONS = (
    Transition(
        key="begin_check",
        label=Wording("確認を始める", "Begin checking"),
        will=Wording("受け付けた依頼の確認に移ります。", "Moves the request on to the branch's check."),
        sources=["received"],
        target="checking",
    ),
    Transition(
        key="return",
        label=Wording("差し戻す", "Return for correction"),
        will=Wording("依頼団体に補正を求め、差戻し中にします。", "Asks the requester for a correction."),
        sources=_BEFORE_SOUNDING,
        target="returned",
        followed_by=["correction"],
    ),
    Transition(
        key="resubmit",
        label=Wording("補正を受け付ける", "Receive the correction"),
        will=Wording("補正された依頼を受け付け、確認に戻します。", "Takes the corrected request back into the check."),
        sources=["returned"],
        target="checking",
    ),
    Transition(
        key="sound_out",
        label=Wording("本部へ打診する", "Sound out headquarters"),
        will=Wording(
            "必要な書類を確認し、打診の送付書・海外調査依頼書・質問票を作り、担当事務所ごとの可否待ちにします。",
            "Checks the papers, makes the sounding pack and opens one part per overseas office.",
        ),
        sources=_BEFORE_SOUNDING,
        target="sounded",
        guard=Guard.READY,
        issues="sounding",
        numbered=True,
        opens_parts=True,
    ),
    Transition(
        key="request_formally",
        label=Wording("正式に依頼する", "Request formally"),
        will=Wording(
            "可（条件付・一部を含む）となった事務所分の正式依頼文を作り、正式依頼済にします。",
            "Makes the formal request for the offices that accepted.",
        ),
        sources=["accepted", "conditional", "partial", "requested", "investigating"],
        target="requested",
        needs_part_in=["accepted", "conditional", "partial"],
        moves_parts={"accepted": "requested", "conditional": "requested", "partial": "requested"},
        issues="formal_request",
        numbered=True,
    ),
    Transition(
        key="forward_reply",
        label=Wording("回答を依頼団体へ送る", "Send the reply on"),
        will=Wording("回答の送付文を作り、依頼団体へ送付済にします。", "Makes the letter that carries the reply."),
        sources=["replied"],
        target="forwarded",
        issues="reply",
        numbered=True,
    ),
    Transition(
        key="complete",
        label=Wording("完了する", "Complete"),
        will=Wording("案件を閉じます。", "Closes the case."),
        sources=["forwarded"],
        target="completed",
    ),
    Transition(
        key="notify_declined",
        label=Wording("不可を依頼団体へ知らせる", "Tell the requester of the refusal"),
        will=Wording(
            "可否の連絡文を作り、案件を閉じます。", "Makes the letter on the feasibility and closes the case."
        ),
        sources=["declined"],
        target="not_feasible",
        issues="feasibility",
        numbered=True,
    ),
    Transition(
        key="fulfil",
        label=Wording("既存の調査結果で充足", "Met by an existing survey"),
        will=Wording("他団体の調査結果の提供で足りたとして閉じます。", "Closes the case as met by an earlier survey."),
        sources=[*_BEFORE_SOUNDING, "returned", "sounded"],
        target="fulfilled",
        followed_by=["existing_results"],
        side=True,
    ),
    Transition(
        key="refer_to_headquarters",
        label=Wording("本部へ案内する", "Refer to headquarters"),
        will=Wording(
            "本部へ直接依頼するよう案内し、相談として閉じます。", "Records the enquiry as referred and closes it."
        ),
        sources=_BEFORE_SOUNDING,
        target="referred",
        side=True,
    ),
    Transition(
        key="withdraw",
        label=Wording("取り下げる", "Withdraw"),
        will=Wording("依頼を取り下げ、案件を閉じます。", "Withdraws the request and closes the case."),
        sources=[*_BEFORE_SOUNDING, "returned", *_FEASIBILITY, "requested", "investigating"],
        target="withdrawn",
        followed_by=["withdrawal"],
        side=True,
    ),
)

PART_STATES = (
    State("awaiting", Wording("可否待ち", "Awaiting feasibility"), Tone.WAITING),
    State("consult", Wording("要相談", "To consult")),
    State("accepted", Wording("可", "Accepted")),
    State("conditional", Wording("条件付可", "Accepted on conditions")),
    State("partial", Wording("一部可", "Partly accepted")),
    State("declined", Wording("不可", "Declined"), Tone.STOPPED, closed=True),
    State("requested", Wording("正式依頼済", "Formally requested"), Tone.WAITING),
    State("investigating", Wording("調査中", "Under research"), Tone.WAITING),
    State("questioned", Wording("照会中", "Enquiry open")),
    State("replied", Wording("回答受領", "Reply received"), Tone.DONE, closed=True),
    State("cancelled", Wording("取りやめ", "Cancelled"), Tone.STOPPED, closed=True),
)

_OPEN = ("awaiting", "consult")


def _answer(key: str, label: Wording, will: Wording, target: str) -> Transition:
    return Transition(key=key, label=label, will=will, sources=_OPEN, target=target, followed_by=["feasibility"])


PART_TRANSITIONS = (
    _answer("accept", Wording("可", "Accepted"), Wording("可の回答を記録します。", "Records: accepted."), "accepted"),
    _answer(
        "accept_conditionally",
        Wording("条件付可", "Accepted on conditions"),
        Wording("条件付可の回答を記録します。", "Records: accepted on conditions."),
        "conditional",
    ),
    _answer(
        "accept_partially",
        Wording("一部可", "Partly accepted"),
        Wording("一部可の回答を記録します。", "Records: partly accepted."),
        "partial",
    ),
    _answer(
        "decline", Wording("不可", "Declined"), Wording("不可の回答を記録します。", "Records: declined."), "declined"
    ),
    Transition(
        key="begin",
        label=Wording("調査開始", "Research begun"),
        will=Wording("調査が始まったことを記録します。", "Records that the research has begun."),
        sources=["requested"],
        target="investigating",
    ),
    Transition(
        key="question",
        label=Wording("照会を受けた", "Enquiry received"),
        will=Wording("事務所からの照会を記録します。", "Records an enquiry from the office."),
        sources=["investigating", "requested"],
        target="questioned",
        followed_by=["question"],
    ),
    Transition(
        key="answer_question",
        label=Wording("照会に答えた", "Enquiry answered"),
        will=Wording("照会に答え、調査中に戻します。", "Records the answer; the research goes on."),
        sources=["questioned"],
        target="investigating",
    ),
    Transition(
        key="reply",
        label=Wording("回答受領", "Reply received"),
        will=Wording("この事務所の回答を受け取ったことを記録します。", "Records this office's reply."),
        sources=["requested", "investigating", "questioned"],
        target="replied",
    ),
    Transition(
        key="cancel",
        label=Wording("取りやめ", "Cancel"),
        will=Wording("この事務所分を取りやめます。", "Cancels this office's part."),
        sources=[*_OPEN, "accepted", "conditional", "partial", "requested", "investigating", "questioned"],
        target="cancelled",
        side=True,
    ),
)


def roll_up(case: str, parts: Sequence[str]) -> str:
    """The case's state from its parts: 一部可 as soon as two answers differ; 回答受領 when the last has come."""
    if case in _FEASIBILITY:
        return _feasibility(parts)
    if case in _RUNNING:
        return _progress(case, parts)
    return case


def _feasibility(parts: Sequence[str]) -> str:
    given = {part for part in parts if part in ("accepted", "conditional", "partial", "declined")}
    if len(given) > 1 or "partial" in given:
        return "partial"
    if not given or any(part in _OPEN for part in parts):
        return "sounded"
    return given.pop()


def _progress(case: str, parts: Sequence[str]) -> str:
    still_open = [part for part in parts if part not in ("replied", "cancelled", "declined")]
    if not still_open:
        return "replied" if "replied" in parts else case
    begun = any(part in ("investigating", "questioned", "replied") for part in parts)
    return "investigating" if begun else "requested"


WORKFLOW = Workflow(STATES, TRANSITIONS, PartFlow(PART_STATES, PART_TRANSITIONS, roll_up))
