"""受付 → 回付 → 督促 → 取りまとめ → 本部へ回答 → 完了; what asks for no reply is passed on and done."""

from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, State, Tone, Transition, Workflow

ASKED = ("circulated", "reminded")

_STATES = (
    State("received", Wording("本部から受付", "Received from headquarters")),
    State("circulated", Wording("回付済（回答待ち）", "Passed on, awaiting answers"), Tone.WAITING),
    State("reminded", Wording("督促済（回答待ち）", "Reminded, awaiting answers"), Tone.WAITING),
    State("collected", Wording("取りまとめ済", "Collected")),
    State("replied", Wording("本部へ回答済", "Replied to headquarters"), Tone.WAITING),
    State("completed", Wording("完了", "Completed"), Tone.DONE, closed=True),
    State("informed", Wording("周知済", "Made known"), Tone.DONE, closed=True),
    State("cancelled", Wording("照会の取消", "Call cancelled"), Tone.STOPPED, closed=True),
)

_TRANSITIONS = (
    Transition(
        key="circulate",
        label=Wording("回付する", "Pass it on"),
        will=Wording(
            "期限と回付先を確認し、照会文と回答票を作って回答待ちにします。",
            "Checks deadlines and bodies, makes the letter with its answer sheet and waits for the answers.",
        ),
        sources=["received"],
        target="circulated",
        guard=Guard.READY,
        needs=["branch_deadline"],
        issues="circular",
        numbered=True,
    ),
    Transition(
        key="inform",
        label=Wording("周知して完了する", "Make it known and complete"),
        will=Wording(
            "回答を求めない通知文を作り、案件を閉じます。",
            "Makes a letter that asks for no answer and closes the case.",
        ),
        sources=["received"],
        target="informed",
        guard=Guard.READY,
        issues="information",
        numbered=True,
    ),
    Transition(
        key="remind",
        label=Wording("督促する", "Remind"),
        will=Wording("未回答の団体への督促文を作ります。", "Makes the reminder to those who have not answered."),
        sources=ASKED,
        target="reminded",
        needs=["branch_deadline"],
        issues="reminder",
        numbered=True,
    ),
    Transition(
        key="collect",
        label=Wording("回答を締め切って取りまとめる", "Close and collect the answers"),
        will=Wording(
            "回答の記入漏れを確認し、取りまとめ済にします。", "Checks that the answers are complete and collects them."
        ),
        sources=ASKED,
        target="collected",
        guard=Guard.READY,
    ),
    Transition(
        key="reopen",
        label=Wording("回答の受付に戻す", "Take answers again"),
        will=Wording(
            "遅れた回答や訂正を受けるため、回答待ちに戻します。", "Goes back to take a late or changed answer."
        ),
        sources=["collected", "replied"],
        target="circulated",
        side=True,
    ),
    Transition(
        key="reply",
        label=Wording("本部へ回答する", "Reply to headquarters"),
        will=Wording("回答文と回答一覧を作り、本部へ回答済にします。", "Makes the reply with the list of answers."),
        sources=["collected"],
        target="replied",
        guard=Guard.READY,
        issues="reply",
        numbered=True,
    ),
    Transition(
        key="complete",
        label=Wording("完了する", "Complete"),
        will=Wording("案件を閉じます。", "Closes the case."),
        sources=["replied"],
        target="completed",
    ),
    Transition(
        key="cancel",
        label=Wording("照会の取消を記録する", "Record that the call is cancelled"),
        will=Wording("本部が照会・募集を取り消したことを記録し、案件を閉じます。", "Records it and closes the case."),
        sources=["received", *ASKED, "collected"],
        target="cancelled",
        side=True,
    ),
)

WORKFLOW = Workflow(_STATES, _TRANSITIONS)
