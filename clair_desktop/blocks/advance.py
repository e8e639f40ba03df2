"""概算払 and 返還: money paid before the final amount is known, its settlement, and what must be paid back."""

from collections.abc import Iterator, Sequence

from clair_desktop.blocks.branch_letters import FIRST_YEAR
from clair_desktop.blocks.grant_workflow import GRANT_WORKFLOW
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import State, Tone, Transition, Workflow

ADVANCE_RULE = Rule("advance_allowed", Wording("概算払", "advance payment"), bool)
_PAID_OUT = ("advance_claimed", "started", "completed", "reported", "finalised", "claimed", "paid")

_STATES = (State("advance_claimed", Wording("概算払請求済", "Advance claimed"), Tone.WAITING),)
_TRANSITIONS = (
    Transition(
        key="claim_advance",
        label=Wording("概算払を請求する", "Claim an advance"),
        will=Wording("概算払の請求書一式を作り、概算払請求済にします。", "Makes the claim for an advance."),
        sources=["awarded", "started"],
        target="advance_claimed",
        needs=["advance"],
        issues="advance_claim",
        numbered=True,
        side=True,
    ),
    Transition(
        key="record_advance",
        label=Wording("概算払の受領を記録する", "Record the advance"),
        will=Wording("概算払を受けたことを記録し、実施中にします。", "Records that the advance was paid."),
        sources=["advance_claimed"],
        target="started",
    ),
    Transition(
        key="settle",
        label=Wording("概算払で精算する", "Settle by the advance"),
        will=Wording(
            "概算払の額が確定額以上で請求が要らないことを記録し、支払済にします。",
            "Records that the advance covers the final amount and nothing is claimed.",
        ),
        sources=["finalised"],
        target="paid",
        needs=["advance", "final_amount"],
        side=True,
    ),
    Transition(
        key="revoke_with_repayment",
        label=Wording("交付決定の取消と返還を記録する", "Record revocation with repayment"),
        will=Wording(
            "交付決定の取消と返還額を記録し、返還待ちにします。", "Records the revocation and what must be repaid."
        ),
        sources=_PAID_OUT,
        target="repayment_due",
        followed_by=["notice"],
        needs=["repayment"],
        side=True,
    ),
)

ADVANCE_FINDINGS = {
    "advance": Wording("概算払", "Advance payment"),
    "claimed": Wording("請求額", "Amount claimed"),
    "repayment": Wording("返還額", "Repayment"),
}


def grant_course(*, states: Sequence[State] = (), transitions: Sequence[Transition] = ()) -> Workflow:
    """The common course with 概算払, 精算 and 返還; what a programme declares replaces what has the same key."""
    known = {state.key: state for state in (*GRANT_WORKFLOW.states, *_STATES, *states)}
    steps = {step.key: step for step in (*GRANT_WORKFLOW.transitions, *_TRANSITIONS, *transitions)}
    return Workflow(tuple(known.values()), tuple(steps.values()))


def advance_in_order(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Whether an advance is possible no source says; it is never above the award."""
    advance, awarded = facts.yen("advance"), facts.yen("awarded")
    if not advance:
        return
    yield book.judge(
        "advance",
        book.value("advance_allowed") is True,
        needs=["advance_allowed"],
        field="advance",
        met=Wording("概算払を請求できます。", "An advance may be claimed."),
        not_met=Wording("概算払は認められていません。", "No advance may be claimed."),
    )
    if awarded is not None and advance > awarded:
        wording = Wording(
            f"概算払の額{advance:,}円が決定額{awarded:,}円を超えています。",
            f"The advance ¥{advance:,} is above the award ¥{awarded:,}.",
        )
        yield Finding("amount_order", Verdict.NOT_MET, wording, "advance")


def repayment_covers_excess(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """An advance above the final amount is paid back to the yen."""
    advance, final, repayment = facts.yen("advance"), facts.yen("final_amount"), facts.yen("repayment")
    if advance is None or final is None or advance <= final:
        return
    excess = advance - final
    working = Wording(
        f"概算払{advance:,}円－確定額{final:,}円＝{excess:,}円",
        f"¥{advance:,} advanced - ¥{final:,} final = ¥{excess:,}",
    )
    if repayment is None or repayment < excess:
        wording = Wording(
            f"概算払の額が確定額を超えています。返還額は{excess:,}円以上です。",
            f"The advance is above the final amount: ¥{excess:,} at least must be repaid.",
        )
        verdict = Verdict.UNDECIDED if repayment is None else Verdict.NOT_MET
        yield Finding("repayment", verdict, wording, "repayment", working)
        return
    wording = Wording("返還額は超過額を満たしています。", "The repayment covers the excess.")
    yield Finding("repayment", Verdict.MET, wording, "repayment", working)


def claim_is_what_remains(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """What is claimed is the final amount less the advance, to the yen; nothing where the advance covers it."""
    final, advance, claimed = facts.yen("final_amount"), facts.yen("advance") or 0, facts.yen("claimed")
    if final is None or book.year < FIRST_YEAR or (claimed is None and advance >= final):
        return
    remains = max(final - advance, 0)
    working = Wording(
        f"確定額{final:,}円－概算払{advance:,}円＝{remains:,}円",
        f"¥{final:,} final - ¥{advance:,} advanced = ¥{remains:,}",
    )
    if claimed == remains:
        wording = Wording("請求額は確定額の残りと一致します。", "The claim is what remains of the final amount.")
        yield Finding("claimed", Verdict.MET, wording, "claimed", working)
        return
    wording = Wording(f"請求額は{remains:,}円です。", f"The amount to be claimed is ¥{remains:,}.")
    verdict = Verdict.UNDECIDED if claimed is None else Verdict.NOT_MET
    yield Finding("claimed", verdict, wording, "claimed", working)
