"""An adviser sent to a local authority: the course from application to report, and the questions both schemes ask.

No source gives CLAIR's own sequence; this one is this program's practice.
"""

from collections.abc import Sequence

from clair_desktop.blocks.clock_times import TimeOfDay
from clair_desktop.blocks.units import PERSONS
from clair_desktop.domain.fields import Count, Day, Rows, Section, Text
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, State, Tone, Transition, Workflow

IN_THE_BRANCH = ("received", "checking", "returned")
_BEFORE_ANSWER = (*IN_THE_BRANCH, "sent")
_AGREED = ("accepted", "change_requested")

_STATES = (
    State("received", Wording("支部受付", "Received")),
    State("checking", Wording("支部確認中", "Being checked")),
    State("returned", Wording("差戻し中", "Returned for correction"), Tone.WAITING),
    State("sent", Wording("申請書送付済（回答待ち）", "Application sent, awaiting the answer"), Tone.WAITING),
    State("accepted", Wording("派遣決定", "Dispatch agreed"), Tone.WAITING),
    State("change_requested", Wording("変更申出中", "Change requested"), Tone.WAITING),
    State("held", Wording("派遣実施済（報告待ち）", "Carried out, report due")),
    State("reported", Wording("実施報告済", "Reported")),
    State("closed", Wording("完了", "Closed"), Tone.DONE, closed=True),
    State("declined", Wording("派遣不可", "Declined"), Tone.STOPPED, closed=True),
    State("withdrawn", Wording("取下げ", "Withdrawn"), Tone.STOPPED, closed=True),
    State("cancelled", Wording("派遣中止", "Cancelled"), Tone.STOPPED, closed=True),
)

_CHECKING = (
    Transition(
        key="begin_check",
        label=Wording("確認を始める", "Begin checking"),
        will=Wording("受け付けた申請の確認に移ります。", "Moves the application on to the branch's check."),
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
        will=Wording("補正された申請を受け付け、確認に戻します。", "Takes the corrected application back."),
        sources=["returned"],
        target="checking",
    ),
)

_ANSWER = (
    Transition(
        key="reopen",
        label=Wording("書類の補正を求められた", "Correction asked for"),
        will=Wording("送付先からの補正の求めを受け、確認に戻します。", "Takes the application back into the check."),
        sources=["sent"],
        target="checking",
        side=True,
    ),
    Transition(
        key="accept",
        label=Wording("派遣決定を記録する", "Record that the dispatch is agreed"),
        will=Wording("アドバイザーと派遣日を確かめ、派遣決定にします。", "Records the adviser and the day."),
        sources=["sent"],
        target="accepted",
        followed_by=["notice"],
        needs=["adviser", "dispatch_on"],
    ),
    Transition(
        key="decline",
        label=Wording("派遣不可を記録する", "Record the refusal"),
        will=Wording("派遣できない旨の回答を記録し、案件を閉じます。", "Records the refusal and closes the case."),
        sources=["sent"],
        target="declined",
        followed_by=["declined"],
        side=True,
    ),
    Transition(
        key="withdraw",
        label=Wording("取り下げる", "Withdraw"),
        will=Wording("申請を取り下げ、案件を閉じます。", "Withdraws the application and closes the case."),
        sources=_BEFORE_ANSWER,
        target="withdrawn",
        side=True,
    ),
)


def _after_agreement(*, numbered: bool) -> tuple[Transition, ...]:
    return (
        Transition(
            key="request_change",
            label=Wording("変更を申し出る", "Request a change"),
            will=Wording("日時等の変更の申出書を作り、変更申出中にします。", "Makes the request for a change."),
            sources=["accepted"],
            target="change_requested",
            needs=["change"],
            issues="change",
            numbered=numbered,
            side=True,
        ),
        Transition(
            key="change_agreed",
            label=Wording("変更の了承を記録する", "Record that the change is agreed"),
            will=Wording("改めた派遣日を確かめ、派遣決定に戻します。", "Records the new day and goes on."),
            sources=["change_requested"],
            target="accepted",
            followed_by=["change_notice"],
        ),
        Transition(
            key="change_refused",
            label=Wording("変更の不承認を記録する", "Record that the change is refused"),
            will=Wording("当初の内容のまま、派遣決定に戻します。", "Goes on as first agreed."),
            sources=["change_requested"],
            target="accepted",
            followed_by=["change_notice"],
            side=True,
        ),
        Transition(
            key="cancel",
            label=Wording("派遣の中止を届け出る", "Give notice that it is cancelled"),
            will=Wording("中止の届出を作り、案件を閉じます。", "Makes the notice of cancellation and closes the case."),
            sources=_AGREED,
            target="cancelled",
            needs=["cancel_reason"],
            issues="cancellation",
            numbered=numbered,
            side=True,
        ),
        Transition(
            key="hold",
            label=Wording("派遣の実施を記録する", "Record that it was carried out"),
            will=Wording("実施した日を確かめ、報告待ちにします。", "Records the day; the report is then due."),
            sources=["accepted"],
            target="held",
            needs=["held_on"],
        ),
        Transition(
            key="report",
            label=Wording("実施報告を送る", "Send the report"),
            will=Wording("実施報告書一式を作り、報告済にします。", "Makes the report's pack and marks it as sent."),
            sources=["held"],
            target="reported",
            needs=["report_contents", "outcome"],
            issues="report",
            numbered=numbered,
        ),
        Transition(
            key="close",
            label=Wording("書類を保存して完了する", "File the papers and close"),
            will=Wording(
                "案件を閉じ、判定に使った定めを固定します。", "Closes the case and freezes the rules it was judged by."
            ),
            sources=["reported"],
            target="closed",
        ),
    )


def sending(key: str, label: Wording, will: Wording, *, numbered: bool) -> Transition:
    """The step that sends the application out of the branch."""
    return Transition(
        key=key,
        label=label,
        will=will,
        sources=["checking", "received"],
        target="sent",
        guard=Guard.READY,
        issues="application",
        numbered=numbered,
    )


def dispatch_workflow(ways_out: Sequence[Transition], *, numbered: bool) -> Workflow:
    """``ways_out`` lead to ``sent``; ``numbered`` says whether later letters carry a document number too."""
    return Workflow(_STATES, (*_CHECKING, *ways_out, *_ANSWER, *_after_agreement(numbered=numbered)))


PREFERRED_DAYS = Rows(
    key="preferred_days",
    label=Wording("希望日時", "Preferred days"),
    required=True,
    hint=Wording("第1希望から順に1行ずつ", "One a row, the first choice first"),
    columns=[
        Day(key="day", label=Wording("日付", "Day"), required=True),
        TimeOfDay(key="from_time", label=Wording("開始", "From")),
        TimeOfDay(key="to_time", label=Wording("終了", "To")),
        Text(key="remarks", label=Wording("備考", "Remarks")),
    ],
)

ARRANGEMENT = Section(
    "arrangement",
    Wording("派遣の決定・変更", "Agreement and changes"),
    [
        Day(key="decided_on", label=Wording("派遣決定の通知日", "Day of the answer")),
        Text(key="adviser", label=Wording("派遣されるアドバイザー", "Adviser sent"), searchable=True),
        Day(key="dispatch_on", label=Wording("派遣日", "Day of the dispatch")),
        Text(key="conditions", label=Wording("決定に付いた条件", "Conditions"), lines=2),
        Text(key="change", label=Wording("変更の内容と理由", "Change and reason"), lines=3),
        Text(key="cancel_reason", label=Wording("中止の理由", "Reason for cancelling"), lines=3),
    ],
    stage="arrangement",
)

REPORT = Section(
    "report",
    Wording("実施報告", "Report"),
    [
        Day(key="held_on", label=Wording("実施日", "Carried out on")),
        TimeOfDay(key="held_from", label=Wording("開始", "From")),
        TimeOfDay(key="held_to", label=Wording("終了", "To")),
        Count(key="attended", label=Wording("参加者数", "Number attending"), unit=PERSONS),
        Text(key="report_contents", label=Wording("実施内容", "What was done"), lines=5),
        Text(key="outcome", label=Wording("成果", "Results"), lines=4),
        Text(key="follow_up", label=Wording("今後の取組", "What follows"), lines=3),
    ],
    stage="report",
)
