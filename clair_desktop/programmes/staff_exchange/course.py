"""受入要望 → 募集・選考 → 受入決定 → 来日 → JIAM → 研修 → 帰国 → 報告 → 完了, and the shelf for cases of the past.

The timeline is that of the pages: wishes in October, arrival in May, two days in Tokyo, about a month at JIAM, then the host.
"""

from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, State, Tone, Transition, Workflow

STATES = (
    State("received", Wording("支部受付", "Received")),
    State("checking", Wording("支部確認中", "Being checked")),
    State("returned", Wording("差戻し中", "Returned for correction"), Tone.WAITING),
    State("recruiting", Wording("募集・選考中", "Trainees being found"), Tone.WAITING),
    State("accepted", Wording("受入決定", "Trainees accepted")),
    State("orientation", Wording("来日・東京オリエンテーション", "Arrived, orientation in Tokyo"), Tone.WAITING),
    State("jiam", Wording("JIAM研修中", "At JIAM"), Tone.WAITING),
    State("training", Wording("受入団体で研修中", "In training at the host"), Tone.WAITING),
    State("finished", Wording("研修終了・帰国", "Training finished")),
    State("reported", Wording("結果報告済", "Result reported")),
    State("completed", Wording("完了", "Completed"), Tone.DONE, closed=True),
    State("archived", Wording("過去の案件（保存）", "Case of the past (kept)"), Tone.DONE, closed=True),
    State("not_accepted", Wording("受入れなし", "Nobody received"), Tone.STOPPED, closed=True),
    State("interrupted", Wording("中途帰国", "Left early"), Tone.STOPPED, closed=True),
    State("withdrawn", Wording("取下げ", "Withdrawn"), Tone.STOPPED, closed=True),
)
_IN_THE_BRANCH = ("received", "checking")

TRANSITIONS = (
    Transition(
        key="begin_check",
        label=Wording("確認を始める", "Begin checking"),
        will=Wording("受け付けた要望の確認に移ります。", "Moves the wish on to the branch's check."),
        sources=["received"],
        target="checking",
    ),
    Transition(
        key="return",
        label=Wording("差し戻す", "Return for correction"),
        will=Wording("受入団体に補正を求め、差戻し中にします。", "Asks the host for a correction."),
        sources=_IN_THE_BRANCH,
        target="returned",
    ),
    Transition(
        key="resubmit",
        label=Wording("補正を受け付ける", "Receive the correction"),
        will=Wording("補正された要望を受け付け、確認に戻します。", "Takes the corrected wish back into the check."),
        sources=["returned"],
        target="checking",
    ),
    Transition(
        key="transmit",
        label=Wording("本部へ進達する", "Transmit to headquarters"),
        will=Wording("要望を確認し、利用要望の進達一式を作ります。", "Checks the wish and makes its pack."),
        sources=_IN_THE_BRANCH,
        target="recruiting",
        guard=Guard.READY,
        issues="wish",
        numbered=True,
    ),
    Transition(
        key="accept",
        label=Wording("受入決定を記録する", "Record the acceptance"),
        will=Wording("決まった研修員を確かめ、受入決定にします。", "Records the trainees accepted."),
        sources=["recruiting"],
        target="accepted",
        needs=["trainees"],
    ),
    Transition(
        key="not_accept",
        label=Wording("受入れなしを記録する", "Record that nobody comes"),
        will=Wording("研修員が決まらなかったことを記録し、閉じます。", "Records the outcome and closes the case."),
        sources=["recruiting", "accepted"],
        target="not_accepted",
        needs=["ended_because"],
        side=True,
    ),
    Transition(
        key="arrive",
        label=Wording("来日を記録する", "Record the arrival"),
        will=Wording("来日と東京でのオリエンテーションを記録します。", "Records arrival and orientation."),
        sources=["accepted"],
        target="orientation",
    ),
    Transition(
        key="begin_jiam",
        label=Wording("JIAM研修の開始を記録する", "Record the start at JIAM"),
        will=Wording("日本語研修の開始を記録します。", "Records that the language course has begun."),
        sources=["orientation"],
        target="jiam",
    ),
    Transition(
        key="begin_training",
        label=Wording("受入団体での研修開始を記録する", "Record the start at the host"),
        will=Wording("受入団体での研修の開始を記録します。", "Records that training at the host has begun."),
        sources=["jiam", "orientation"],
        target="training",
    ),
    Transition(
        key="finish",
        label=Wording("研修終了・帰国を記録する", "Record the end"),
        will=Wording("研修の終了と帰国を記録します。", "Records the end of training and the return."),
        sources=["training"],
        target="finished",
    ),
    Transition(
        key="report",
        label=Wording("研修結果を報告する", "Report the result"),
        will=Wording("研修結果の報告を作り、本部へ送ります。", "Makes the report and sends it to headquarters."),
        sources=["finished"],
        target="reported",
        needs=["results"],
        issues="report",
        numbered=True,
    ),
    Transition(
        key="complete",
        label=Wording("完了する", "Complete"),
        will=Wording("案件を閉じ、元研修員の一覧に残します。", "Closes the case; the trainees stay on the list."),
        sources=["reported", "finished"],
        target="completed",
    ),
    Transition(
        key="file_away",
        label=Wording("過去の案件として保存する", "Keep as a case of the past"),
        will=Wording(
            "終わっている受入れを記録として保存し、案件を閉じます。", "Keeps a stay that is over, and closes the case."
        ),
        sources=["received"],
        target="archived",
        needs=["trainees"],
        side=True,
    ),
    Transition(
        key="interrupt",
        label=Wording("中途帰国を記録する", "Record that trainees left early"),
        will=Wording("理由を確かめ、案件を閉じます。", "Makes sure of the reason and closes the case."),
        sources=["orientation", "jiam", "training"],
        target="interrupted",
        needs=["ended_because"],
        side=True,
    ),
    Transition(
        key="withdraw",
        label=Wording("取り下げる", "Withdraw"),
        will=Wording("要望を取り下げ、案件を閉じます。", "Withdraws the wish and closes the case."),
        sources=[*_IN_THE_BRANCH, "returned", "recruiting"],
        target="withdrawn",
        side=True,
    ),
)

WORKFLOW = Workflow(STATES, TRANSITIONS)
