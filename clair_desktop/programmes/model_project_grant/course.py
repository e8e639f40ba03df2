"""The common course, with 認定 in place of 採択 and a way to keep past projects that are known from documents alone."""

from clair_desktop.blocks.advance import grant_course
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import State, Tone, Transition

WORKFLOW = grant_course(
    states=[
        State("selected", Wording("認定（採択）", "Recognised (selected)")),
        State("recorded", Wording("過年度の認定事業（記録）", "Past project (record)"), Tone.DONE, closed=True),
    ],
    transitions=[
        Transition(
            key="select",
            label=Wording("認定を記録する", "Record the recognition"),
            will=Wording(
                "本部によるモデル事業の認定を記録します。", "Records headquarters' recognition as a model project."
            ),
            sources=["transmitted"],
            target="selected",
            followed_by=["selection_notice", "notice"],
        ),
        Transition(
            key="record_past_project",
            label=Wording("過年度の事業として記録する", "Record as a past project"),
            will=Wording(
                "公表資料だけで知られる過年度の認定事業として記録し、案件を閉じます。",
                "Keeps the case as a past project known from documents alone, and closes it.",
            ),
            sources=["received"],
            target="recorded",
            side=True,
        ),
    ],
)
