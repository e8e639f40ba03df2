"""How far the actual eligible cost has moved from the awarded one, against the share that needs approval (変更承認).

Only the eligible cost is compared. What an amendment itself makes of the costs is not asked apart from what they were.
"""

from collections.abc import Iterator
from fractions import Fraction

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.money import rate_text, round_down
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording

_RULE = "change_threshold"
CHANGE_FINDINGS = {_RULE: Wording("経費の変更と変更承認", "Changed costs and their approval")}
_MET = Wording(
    "経費の変更は、変更承認を要する割合に達していません。", "The costs have changed less than needs approval."
)
_NOT_MET = Wording(
    "経費の変更が、変更承認を要する割合を超えています。",
    "The costs have changed by more than the share that needs approval.",
)
_MEND = Wording(
    "変更承認を受けているときは「変更の内容と理由」を入力してください。受けていないときは、本部に照会してください。",
    "If the change was approved, enter “Amendment and reason”. If it was not, ask headquarters.",
)
_AMENDED = Wording(
    "経費の変更が、変更承認を要する割合を超えています。承認された変更に含まれるかを確かめてください。",
    "The costs have changed by more than the share that needs approval. Check that the approved amendment covers it.",
)
_EXACTLY = Wording(
    "経費の変更が、変更承認を要する割合とちょうど同じです。「超える」か「以上」かを原文で確かめてください。",
    "The costs have changed by exactly the share that needs approval. See in the text whether it is “over” or “from”.",
)


def change_within_threshold(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Nothing is said before the award, nor where the cost has not changed."""
    planned, actual = facts.yen("eligible_cost"), facts.yen("actual_eligible_cost")
    if facts.yen("awarded") is None or not planned or actual is None or actual == planned:
        return
    changed, threshold = abs(actual - planned), book.rate(_RULE)
    limit = None if threshold is None else planned * threshold
    working = _working(planned, actual, threshold)
    standing = book.standing(_RULE)
    question = _question(facts, changed, limit) if limit is not None and standing.decided else None
    if question and standing.ruling:
        yield Finding(_RULE, Verdict.UNDECIDED, question, "amendment", working, standing.ruling.source, mend=question)
        return
    yield book.judge(
        _RULE,
        None if limit is None else changed <= limit,
        needs=[_RULE],
        field="actual_eligible_cost",
        met=_MET,
        not_met=_NOT_MET,
        working=working,
        mend=_MEND,
    )


def _question(facts: Facts, changed: int, limit: Fraction) -> Wording | None:
    """What a known share leaves open: a change of exactly that share, or a larger one after an amendment."""
    if changed == limit:
        return _EXACTLY
    return _AMENDED if changed > limit and facts.text("amendment") else None


def _working(planned: int, actual: int, threshold: Fraction | None) -> Wording:
    changed = abs(actual - planned)
    said = Wording(
        f"助成対象経費{planned:,}円→実績{actual:,}円、変更{changed:,}円",
        f"eligible cost ¥{planned:,}, actual ¥{actual:,}, changed by ¥{changed:,}",
    )
    if threshold is None:
        return said
    share, limit = rate_text(threshold), round_down(planned * threshold, 1)
    return Wording(
        f"{said.ja}／{planned:,}円×{share.ja}＝{limit:,}円（1円未満切捨て）",
        f"{said.en}; ¥{planned:,} × {share.en} = ¥{limit:,} (rounded down to ¥1)",
    )
