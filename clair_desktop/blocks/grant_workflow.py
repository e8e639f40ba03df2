"""The course of a grant, from the municipality's application to the papers put away (shared by the grants).

No source gives CLAIR's own sequence; this one is this program's practice around the points that are documented:
採択, 交付決定通知 and 必着 arrival at headquarters.
"""

from clair_desktop.blocks.actual_costs import ACTUAL_BREAKDOWN
from clair_desktop.blocks.branch_letters import FIRST_YEAR, OWED
from clair_desktop.domain.fields import Day, Section, Text, Yen
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, State, Tone, Transition, Workflow

IN_THE_BRANCH = ("received", "checking", "returned")
AT_HEADQUARTERS = ("transmitted", "selected", "informal_notice", "grant_applied")
AFTER_AWARD = ("awarded", "started", "amendment_requested", "discontinuation_requested", "completed", "reported")

STATES = (
    State("received", Wording("支部受付", "Received")),
    State("checking", Wording("支部確認中", "Being checked")),
    State("returned", Wording("差戻し中", "Returned for correction"), Tone.WAITING),
    State("transmitted", Wording("本部提出済（審査中）", "Transmitted, under examination"), Tone.WAITING),
    State("selected", Wording("採択", "Selected")),
    State("informal_notice", Wording("内示", "Informal notice received")),
    State("grant_applied", Wording("交付申請済", "Grant applied for"), Tone.WAITING),
    State("awarded", Wording("交付決定", "Awarded")),
    State("started", Wording("事業実施中", "Project under way"), Tone.WAITING),
    State("amendment_requested", Wording("変更承認申請中", "Amendment requested"), Tone.WAITING),
    State("discontinuation_requested", Wording("中止・廃止申請中", "Discontinuation requested"), Tone.WAITING),
    State("completed", Wording("事業完了", "Project completed")),
    State("reported", Wording("実績報告済", "Completion reported"), Tone.WAITING),
    State("finalised", Wording("額の確定", "Amount finalised")),
    State("claimed", Wording("請求済", "Claimed"), Tone.WAITING),
    State("paid", Wording("支払済", "Paid")),
    State("closed", Wording("完了", "Closed"), Tone.DONE, closed=True),
    State("not_selected", Wording("不採択", "Not selected"), Tone.STOPPED, closed=True),
    State("withdrawn", Wording("取下げ", "Withdrawn"), Tone.STOPPED, closed=True),
    State("discontinued", Wording("中止・廃止", "Discontinued"), Tone.STOPPED, closed=True),
    State("repayment_due", Wording("返還待ち", "Repayment due")),
    State("revoked", Wording("交付決定取消", "Award revoked"), Tone.STOPPED, closed=True),
)

TRANSITIONS = (
    Transition(
        key="begin_check",
        label=Wording("確認を始める", "Begin checking"),
        will=Wording(
            "受け付けた申請の要件・添付・金額の確認に移ります。", "Moves the application on to the branch's check."
        ),
        sources=["received"],
        target="checking",
    ),
    Transition(
        key="return",
        label=Wording("差し戻す", "Return for correction"),
        will=Wording("申請団体に補正を求め、差戻し中にします。", "Asks the applicant for a correction."),
        sources=["received", "checking"],
        target="returned",
        followed_by=["correction"],
    ),
    Transition(
        key="resubmit",
        label=Wording("補正を受け付ける", "Receive the correction"),
        will=Wording(
            "補正された申請を受け付け、確認に戻します。", "Takes the corrected application back into the check."
        ),
        sources=["returned"],
        target="checking",
    ),
    Transition(
        key="transmit",
        label=Wording("本部へ進達する", "Transmit to headquarters"),
        will=Wording(
            "要件と添付を確認し、進達書と申請書一式を作って本部提出済にします。",
            "Checks that all is complete, makes the transmittal pack and marks the case as transmitted.",
        ),
        sources=["checking", "received"],
        target="transmitted",
        guard=Guard.READY,
        issues="application",
        numbered=True,
    ),
    Transition(
        key="reopen",
        label=Wording("本部から差戻し", "Returned by headquarters"),
        will=Wording("本部の照会・差戻しを受け、確認に戻します。", "Takes the case back into the check."),
        sources=["transmitted"],
        target="checking",
        side=True,
    ),
    Transition(
        key="select",
        label=Wording("採択を記録する", "Record the selection"),
        will=Wording("本部の採択を記録します。", "Records headquarters' selection."),
        sources=["transmitted"],
        target="selected",
        followed_by=["selection_notice", "notice"],
    ),
    Transition(
        key="select_conditionally",
        label=Wording("条件付採択を記録する", "Record the conditional selection"),
        will=Wording("採択に付いた条件を確かめ、採択を記録します。", "Records the selection with its conditions."),
        sources=["transmitted"],
        target="selected",
        followed_by=["selection_notice", "notice"],
        needs=["conditions"],
    ),
    Transition(
        key="not_select",
        label=Wording("不採択を記録する", "Record non-selection"),
        will=Wording("本部の不採択を記録し、案件を閉じます。", "Records the refusal and closes the case."),
        sources=["transmitted"],
        target="not_selected",
        followed_by=["non_selection_notice", "notice"],
        side=True,
    ),
    Transition(
        key="notify_informally",
        label=Wording("内示を記録する", "Record the informal notice"),
        will=Wording("本部からの内示を記録します。", "Records headquarters' informal notice."),
        sources=["selected"],
        target="informal_notice",
        followed_by=["notice"],
    ),
    Transition(
        key="apply_for_grant",
        label=Wording("交付申請を進達する", "Transmit the grant application"),
        will=Wording(
            "交付申請の進達書と申請書を作り、交付申請済にします。",
            "Makes the pack of the grant application and marks it as sent.",
        ),
        sources=["selected", "informal_notice"],
        target="grant_applied",
        guard=Guard.READY,
        issues="grant_application",
        numbered=True,
    ),
    Transition(
        key="award_received",
        label=Wording("交付決定を記録する", "Record the award"),
        will=Wording("交付決定額を確かめ、交付決定にします。", "Records the award and its amount."),
        sources=["grant_applied"],
        target="awarded",
        followed_by=["award_notice", "notice"],
        needs=["awarded", "award_day"],
        guard=Guard.READY,
    ),
    Transition(
        key="start",
        label=Wording("着手を記録する", "Record the start"),
        will=Wording("事業の着手を記録します。", "Records that the project has begun."),
        sources=["awarded"],
        target="started",
    ),
    Transition(
        key="request_amendment",
        label=Wording("変更承認を申請する", "Request an amendment"),
        will=Wording("変更の内容を記した変更承認申請を進達します。", "Transmits the request for an amendment."),
        sources=["awarded", "started"],
        target="amendment_requested",
        needs=["amendment"],
        issues="amendment",
        numbered=True,
        side=True,
    ),
    Transition(
        key="amendment_approved",
        label=Wording("変更承認を記録する", "Record the approval"),
        will=Wording("変更承認を記録し、実施中に戻します。", "Records the approval and goes on."),
        sources=["amendment_requested"],
        target="started",
        followed_by=["notice"],
    ),
    Transition(
        key="amendment_refused",
        label=Wording("変更不承認を記録する", "Record the refusal"),
        will=Wording("変更不承認を記録し、実施中に戻します。", "Records the refusal and goes on."),
        sources=["amendment_requested"],
        target="started",
        followed_by=["notice"],
        side=True,
    ),
    Transition(
        key="request_discontinuation",
        label=Wording("中止・廃止を申請する", "Request discontinuation"),
        will=Wording("中止・廃止の理由を記した申請を進達します。", "Transmits the request to discontinue."),
        sources=["awarded", "started"],
        target="discontinuation_requested",
        needs=["discontinuation_reason"],
        issues="discontinuation",
        numbered=True,
        side=True,
    ),
    Transition(
        key="discontinuation_approved",
        label=Wording("中止・廃止の承認を記録する", "Record the discontinuation"),
        will=Wording("承認を記録し、案件を閉じます。", "Records the approval and closes the case."),
        sources=["discontinuation_requested"],
        target="discontinued",
        followed_by=["notice"],
    ),
    Transition(
        key="discontinuation_refused",
        label=Wording("中止・廃止の不承認を記録する", "Record that the discontinuation is refused"),
        will=Wording("不承認を記録し、実施中に戻します。", "Records the refusal and goes on."),
        sources=["discontinuation_requested"],
        target="started",
        followed_by=["notice"],
        side=True,
    ),
    Transition(
        key="complete",
        label=Wording("事業完了を記録する", "Record the completion"),
        will=Wording("事業の完了日を記録します。", "Records the day the project was completed."),
        sources=["started"],
        target="completed",
        needs=["completed_on"],
    ),
    Transition(
        key="report",
        label=Wording("実績報告を進達する", "Transmit the completion report"),
        will=Wording("実績報告書一式を作り、実績報告済にします。", "Makes the completion report's pack."),
        sources=["completed"],
        target="reported",
        needs=["results", "actual_eligible_cost"],
        issues="completion_report",
        numbered=True,
    ),
    Transition(
        key="finalise",
        label=Wording("額の確定を記録する", "Record the final amount"),
        will=Wording("確定額を確かめ、額の確定にします。", "Records the final amount."),
        sources=["reported"],
        target="finalised",
        followed_by=["final_amount_notice", "notice"],
        needs=["final_amount"],
        guard=Guard.READY,
    ),
    Transition(
        key="claim",
        label=Wording("請求書を進達する", "Transmit the claim"),
        will=Wording("確定額の請求書を作り、請求済にします。", "Makes the claim for the final amount."),
        sources=["finalised"],
        target="claimed",
        needs=["final_amount"],
        issues="claim",
        numbered=True,
    ),
    Transition(
        key="record_payment",
        label=Wording("支払を記録する", "Record the payment"),
        will=Wording("支払われた日を記録します。", "Records that the grant was paid."),
        sources=["claimed"],
        target="paid",
    ),
    Transition(
        key="close",
        label=Wording("書類を保存して完了する", "File the papers and close"),
        will=Wording(
            "案件を閉じ、判定に使った定めを固定します。", "Closes the case and freezes the rules it was judged by."
        ),
        sources=["paid"],
        target="closed",
    ),
    Transition(
        key="withdraw",
        label=Wording("取り下げる", "Withdraw"),
        will=Wording("申請を取り下げ、案件を閉じます。", "Withdraws the application and closes the case."),
        sources=IN_THE_BRANCH,
        target="withdrawn",
        side=True,
    ),
    Transition(
        key="transmit_withdrawal",
        label=Wording("取下げを進達する", "Transmit the withdrawal"),
        will=Wording(
            "本部へ出した申請の取下届一式を作り、案件を閉じます。",
            "Makes the notice that withdraws what headquarters holds, and closes the case.",
        ),
        sources=AT_HEADQUARTERS,
        target="withdrawn",
        needs=["withdrawal_reason"],
        issues="withdrawal",
        numbered=True,
        side=True,
    ),
    Transition(
        key="revoke",
        label=Wording("交付決定の取消を記録する", "Record the revocation"),
        will=Wording("交付決定の取消を記録し、案件を閉じます。", "Records the revocation and closes the case."),
        sources=AFTER_AWARD,
        target="revoked",
        followed_by=["notice"],
        side=True,
    ),
    Transition(
        key="demand_repayment",
        label=Wording("返還を記録する", "Record the demand for repayment"),
        will=Wording("支払われた額の返還を求められたことを記録します。", "Records that repayment was demanded."),
        sources=["paid"],
        target="repayment_due",
        followed_by=["notice"],
        needs=["repayment"],
        side=True,
    ),
    Transition(
        key="repaid",
        label=Wording("返還済にする", "Record the repayment"),
        will=Wording("返還を終えたことを記録し、案件を閉じます。", "Records the repayment and closes the case."),
        sources=["repayment_due"],
        target="closed",
    ),
)

GRANT_WORKFLOW = Workflow(STATES, TRANSITIONS)

CORRECTION = Section(
    "correction",
    Wording("補正・取下げ", "Correction and withdrawal"),
    [
        Text(key="corrections", label=Wording("補正を求める事項", "What is to be corrected"), lines=4),
        Day(key="correct_by", label=Wording("補正の期限", "To be corrected by")),
        Text(key="withdrawal_reason", label=Wording("取下げの理由", "Reason for the withdrawal"), lines=3),
        *OWED,
    ],
    stage="checking",
)

AWARD = Section(
    "award",
    Wording("交付決定・変更", "Award and amendments"),
    [
        Text(key="conditions", label=Wording("採択に付いた条件", "Conditions of the selection"), lines=3),
        Yen(key="awarded", label=Wording("交付決定額", "Amount awarded")),
        Day(key="award_day", label=Wording("交付決定日", "Day of the award")),
        Yen(key="advance", label=Wording("概算払の額", "Advance payment")),
        Text(key="amendment", label=Wording("変更の内容と理由", "Amendment and reason"), lines=4),
        Text(key="discontinuation_reason", label=Wording("中止・廃止の理由", "Reason for discontinuation"), lines=3),
    ],
    stage="award",
)

REPORT = Section(
    "report",
    Wording("実績と額の確定", "Completion and final amount"),
    [
        Day(key="completed_on", label=Wording("事業完了日", "Day of completion")),
        Text(key="results", label=Wording("事業の成果", "Results"), lines=6),
        Yen(key="actual_total_cost", label=Wording("総事業費（実績）", "Total cost (actual)")),
        Yen(key="actual_eligible_cost", label=Wording("助成対象経費（実績）", "Eligible cost (actual)")),
        ACTUAL_BREAKDOWN,
        Yen(key="final_amount", label=Wording("確定額", "Final amount")),
        Yen(key="claimed", label=Wording("請求額", "Amount claimed"), since=FIRST_YEAR),
        Yen(key="repayment", label=Wording("返還額", "Repayment")),
    ],
    stage="report",
)
