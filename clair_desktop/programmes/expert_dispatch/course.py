"""要請受領 → 照会 → 候補者推薦 → 選考 → 派遣承諾 → 協定締結 → 派遣 → 帰国報告 → 完了.

The pages tell who decides: the body abroad asks, CLAIR and the ministry choose, the municipality decides whether to send.
The steps between are this program's practice.
"""

from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, State, Tone, Transition, Workflow

STATES = (
    State("received", Wording("要請受領", "Request received")),
    State("enquired", Wording("照会中", "Local authority asked"), Tone.WAITING),
    State("nominated", Wording("候補者推薦済", "Candidates nominated"), Tone.WAITING),
    State("selected", Wording("選考済", "Expert chosen")),
    State("consented", Wording("派遣承諾済", "Consent given"), Tone.WAITING),
    State("agreed", Wording("協定締結済", "Agreement signed"), Tone.WAITING),
    State("dispatched", Wording("派遣中", "Dispatched"), Tone.WAITING),
    State("returned_home", Wording("帰国", "Returned")),
    State("reported", Wording("帰国報告済", "Report sent")),
    State("completed", Wording("完了", "Completed"), Tone.DONE, closed=True),
    State("no_candidate", Wording("該当者なし", "No candidate"), Tone.STOPPED, closed=True),
    State("not_selected", Wording("不選考", "Not chosen"), Tone.STOPPED, closed=True),
    State("declined", Wording("派遣不承諾", "Consent refused"), Tone.STOPPED, closed=True),
    State("withdrawn", Wording("要請取下げ・派遣中止", "Request withdrawn or called off"), Tone.STOPPED, closed=True),
)

TRANSITIONS = (
    Transition(
        key="enquire",
        label=Wording("自治体に照会する", "Ask the local authority"),
        will=Wording(
            "要請の要件を確認し、照会文と要請の概要を作り、照会中にします。",
            "Checks the request, makes the enquiry and marks the case as asked.",
        ),
        sources=["received"],
        target="enquired",
        guard=Guard.READY,
        needs=["applicant", "answer_by"],
        issues="enquiry",
        numbered=True,
    ),
    Transition(
        key="nominate",
        label=Wording("候補者を推薦する", "Nominate candidates"),
        will=Wording(
            "候補者の推薦書一式を作り、本部へ進達します。", "Makes the nomination and sends it to headquarters."
        ),
        sources=["enquired"],
        target="nominated",
        guard=Guard.READY,
        needs=["candidates"],
        issues="nomination",
        numbered=True,
    ),
    Transition(
        key="no_candidate",
        label=Wording("該当者なしと回答する", "Answer that there is nobody"),
        will=Wording("該当者なしの回答を作り、案件を閉じます。", "Makes the answer and closes the case."),
        sources=["enquired"],
        target="no_candidate",
        issues="no_candidate",
        numbered=True,
        side=True,
    ),
    Transition(
        key="select",
        label=Wording("選考結果を記録する", "Record the choice"),
        will=Wording("選考された専門家を記録します。", "Records the expert chosen."),
        sources=["nominated"],
        target="selected",
        followed_by=["selected"],
        needs=["selected"],
    ),
    Transition(
        key="not_select",
        label=Wording("不選考を記録する", "Record that nobody was chosen"),
        will=Wording("選考されなかったことを記録し、案件を閉じます。", "Records the outcome and closes the case."),
        sources=["nominated"],
        target="not_selected",
        followed_by=["not_selected"],
        side=True,
    ),
    Transition(
        key="consent",
        label=Wording("派遣を承諾する", "Consent to the dispatch"),
        will=Wording("自治体の派遣承諾書を本部へ進達します。", "Sends the municipality's consent to headquarters."),
        sources=["selected"],
        target="consented",
        needs=["consented_on"],
        issues="consent",
        numbered=True,
    ),
    Transition(
        key="decline",
        label=Wording("派遣不承諾を記録する", "Record the refusal"),
        will=Wording("自治体が派遣しないと決めたことを記録し、閉じます。", "Records the refusal and closes the case."),
        sources=["selected"],
        target="declined",
        followed_by=["declined"],
        needs=["ended_because"],
        side=True,
    ),
    Transition(
        key="agree",
        label=Wording("協定締結を記録する", "Record the agreement"),
        will=Wording("派遣先と協会の協定書の締結を記録します。", "Records the agreement of host and CLAIR."),
        sources=["consented"],
        target="agreed",
        needs=["agreement_on"],
    ),
    Transition(
        key="depart",
        label=Wording("出発を記録する", "Record the departure"),
        will=Wording("専門家の出発を記録します。", "Records that the expert has left."),
        sources=["agreed"],
        target="dispatched",
        needs=["departed_on"],
    ),
    Transition(
        key="return_home",
        label=Wording("帰国を記録する", "Record the return"),
        will=Wording("専門家の帰国を記録します。", "Records that the expert is back."),
        sources=["dispatched"],
        target="returned_home",
        needs=["returned_on"],
    ),
    Transition(
        key="report",
        label=Wording("帰国報告を進達する", "Send the report"),
        will=Wording("帰国報告書一式を作り、本部へ進達します。", "Makes the report and sends it to headquarters."),
        sources=["returned_home"],
        target="reported",
        needs=["activities"],
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
        label=Wording("要請取下げ・派遣中止を記録する", "Record that it is called off"),
        will=Wording("理由を確かめ、案件を閉じます。", "Makes sure of the reason and closes the case."),
        sources=["received", "enquired", "nominated", "selected", "consented", "agreed", "dispatched"],
        target="withdrawn",
        followed_by=["called_off"],
        needs=["ended_because"],
        side=True,
    ),
)

WORKFLOW = Workflow(STATES, TRANSITIONS)
