"""Headquarters' answers that several programmes share, with the step of the workflow that records each.

The words are those of the workflows; ``also`` holds other spellings of the same word, never another word.
"""

from collections.abc import Sequence

from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.wording import Wording

GRANT_OUTCOMES = (
    Outcome(
        step="select",
        words=Wording("採択", "Selected"),
        also=("採択決定",),
        conditions="conditions",
    ),
    Outcome(
        step="select_conditionally",
        words=Wording("条件付採択", "Conditionally selected"),
        also=("条件付き採択", "条件つき採択"),
        conditions="conditions",
    ),
    Outcome(step="not_select", words=Wording("不採択", "Not selected"), also=("不採択決定",)),
    Outcome(step="reopen", words=Wording("差戻し", "Returned"), also=("差し戻し", "差戻", "補正")),
    Outcome(step="notify_informally", words=Wording("内示", "Informal notice")),
    Outcome(
        step="award_received",
        words=Wording("交付決定", "Awarded"),
        amount="awarded",
        conditions="conditions",
        on="award_day",
    ),
    Outcome(step="amendment_approved", words=Wording("変更承認", "Amendment approved")),
    Outcome(step="amendment_refused", words=Wording("変更不承認", "Amendment refused")),
    Outcome(
        step="discontinuation_approved",
        words=Wording("中止・廃止承認", "Discontinuation approved"),
        also=("中止承認", "廃止承認"),
    ),
    Outcome(
        step="discontinuation_refused",
        words=Wording("中止・廃止不承認", "Discontinuation refused"),
        also=("中止不承認", "廃止不承認"),
    ),
    Outcome(
        step="finalise",
        words=Wording("額の確定", "Amount finalised"),
        also=("額確定", "確定"),
        amount="final_amount",
    ),
    Outcome(
        step="revoke",
        words=Wording("交付決定取消", "Award revoked"),
        also=("交付決定の取消", "取消"),
    ),
)


def dispatch_outcomes(conditions: str = "") -> Sequence[Outcome]:
    """Of an adviser's dispatch; ``conditions`` is the question that takes them, where the programme asks it."""
    return (
        Outcome(step="accept", words=Wording("派遣決定", "Dispatch decided"), conditions=conditions),
        Outcome(step="decline", words=Wording("派遣不可", "No dispatch")),
        Outcome(step="reopen", words=Wording("差戻し", "Returned"), also=("差し戻し", "差戻", "補正")),
        Outcome(step="change_agreed", words=Wording("変更了承", "Change agreed"), also=("変更の了承",)),
        Outcome(step="change_refused", words=Wording("変更不承認", "Change refused"), also=("変更の不承認",)),
    )
