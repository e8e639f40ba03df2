"""Money from the State, from local authorities and from bodies like them, where a programme's text excludes it."""

from collections.abc import Iterator

from clair_desktop.blocks.conditions import answered_yes
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Field, YesNo
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Ruling, Verdict
from clair_desktop.domain.wording import Wording

STATE_ROWS = frozenset({"national"})
LOCAL_ROWS = frozenset({"prefectural", "municipal_other"})

PUBLIC_FUNDING: tuple[Field, ...] = (
    YesNo(
        key="state_funding",
        label=Wording("国・国に準ずる機関の助成を受けている", "It is funded by the State or a body like it"),
        required=True,
    ),
    YesNo(
        key="local_funding",
        label=Wording(
            "他の地方公共団体・これに準ずる機関の助成を受けている",
            "It is funded by another local authority or a body like it",
        ),
        required=True,
    ),
)

FUNDING_FINDINGS = {"funding_answers": Wording("公的助成の記入", "Answers on public funding")}


def excluded_funding(rulings: list[Ruling]) -> Rule:
    """Whose money excludes a project, in the words of the year's text."""
    return Rule("excluded_funding", Wording("対象外となる他の助成の出所", "whose funding excludes"), str, rulings)


def no_excluded_funding(rule: str, facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Another local authority's money excludes only where the text names local authorities too."""
    named = str(book.value("excluded_funding") or "")
    both = "地方公共団体" in named or "自治体" in named
    state = _receives(facts, "state_funding", STATE_ROWS)
    local = _receives(facts, "local_funding", LOCAL_ROWS)
    receives = state if not both else _either(state, local)
    english = "the State, a local authority or a similar body" if both else "the State or a similar body"
    met = Wording(f"{named}からの助成を受けていません。", f"There is no funding from {english}.")
    if local and not both:
        met = Wording(
            f"他の地方公共団体の助成はありますが、定めが挙げているのは「{named}」だけです。",
            f"Another local authority funds it, but the text names only {english}.",
        )
    yield book.judge(
        rule,
        None if receives is None else not receives,
        needs=["excluded_funding"],
        field="funding" if _sums(facts) else "state_funding",
        met=met,
        not_met=Wording(
            f"{named}からの助成を受けている事業は対象外です。", f"A project funded by {english} is excluded."
        ),
        working=_working(facts),
    )


def funding_answers_agree(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """What the funding table shows must not be denied in the answers."""
    answers = answered_yes(facts, "state_funding"), answered_yes(facts, "local_funding")
    denied = [
        label
        for kinds, denying, label in (
            (STATE_ROWS, answers[0] is False, Wording("国の助成", "a national subsidy")),
            (LOCAL_ROWS, answers[1] is False, Wording("地方公共団体の助成", "a local authority's subsidy")),
            ({"public_body"}, answers == (False, False), Wording("準ずる機関の助成", "a similar body's subsidy")),
        )
        if denying and _rows(facts, frozenset(kinds))
    ]
    for label in denied:
        wording = Wording(
            f"財源内訳に{label.ja}がありますが、設問では受けていないとされています。",
            f"The funding shows {label.en}, but the answers say there is none.",
        )
        yield Finding("funding_answers", Verdict.NOT_MET, wording, "funding")


def _receives(facts: Facts, key: str, kinds: frozenset[str]) -> bool | None:
    return True if _rows(facts, kinds) else answered_yes(facts, key)


def _either(first: bool | None, second: bool | None) -> bool | None:
    if first or second:
        return True
    return None if first is None or second is None else False


def _rows(facts: Facts, kinds: frozenset[str]) -> list[int]:
    found = (row.get("amount") for row in facts.rows("funding") if row.get("source") in kinds)
    return [amount for amount in found if isinstance(amount, int) and amount]


def _sums(facts: Facts) -> dict[str, int]:
    kinds = {"state": STATE_ROWS, "local": LOCAL_ROWS, "body": frozenset({"public_body"})}
    return {key: sum(_rows(facts, one)) for key, one in kinds.items() if _rows(facts, one)}


def _working(facts: Facts) -> Wording | None:
    labels = {
        "state": Wording("国の助成", "national"),
        "local": Wording("地方公共団体の助成", "local authorities"),
        "body": Wording("準ずる機関の助成", "similar bodies"),
    }
    found = _sums(facts)
    if not found:
        return None
    return Wording(
        "財源内訳：" + "、".join(f"{labels[key].ja}{amount:,}円" for key, amount in found.items()),
        "Funding: " + ", ".join(f"{labels[key].en} ¥{amount:,}" for key, amount in found.items()),
    )
