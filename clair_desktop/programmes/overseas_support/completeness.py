"""What a request must hold for the support it asks for: bodies, times, questions, the delegation."""

from collections.abc import Iterator
from fractions import Fraction

from clair_desktop.blocks.travel import days_within_trip
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications_abroad import LETTER_MODELS
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_support.visits import SLOTS

_NEEDS_A_LIST = {"appointments", "company", "staffing"}


def wanted(facts: Facts) -> tuple[str, ...]:
    """The kinds of support asked for."""
    chosen = facts.answers.get("menu")
    return chosen if isinstance(chosen, tuple) else ()


def what_the_menu_needs(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Appointments need bodies, times and questions; appointments, company and staffing need the delegation."""
    kinds = wanted(facts)
    if "appointments" in kinds:
        if not facts.rows("targets"):
            yield _missing("visits", "targets", "訪問希望先を入力してください。", "Enter the bodies to visit.")
        if not facts.rows("questions") and "questionnaire" not in facts.enclosed:
            yield _missing(
                "questions",
                "questions",
                "質問事項を入力するか、質問書を添付してください。",
                "Enter the questions or enclose the list of questions.",
            )
    if _NEEDS_A_LIST & set(kinds) and not facts.rows("delegation"):
        yield _missing("delegation", "delegation", "訪問団員名簿を入力してください。", "Enter the delegation.")


def targets_are_founded(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    if "appointments" not in wanted(facts):
        return
    for number, row in enumerate(facts.rows("targets"), start=1):
        if not row.get("reason"):
            yield _missing(
                "visits",
                "targets",
                f"訪問希望先{number}行目：訪問先とする理由を入力してください。",
                f"Bodies, row {number}: give the reason for the choice.",
                row=number,
            )
        yield from _times_for(facts, number)


def _times_for(facts: Facts, target: int) -> Iterator[Finding]:
    """At least one time for each body, and a second one as the model letter offers."""
    offered = [row for row in facts.rows("slots") if row.get("target") == target]
    if not offered:
        yield _missing(
            "visits",
            "slots",
            f"訪問希望先No.{target}の希望日時を入力してください。",
            f"Enter times for body no. {target}.",
        )
    elif len(offered) == 1:
        wording = Wording(
            f"訪問希望先No.{target}：希望日時が1つだけです。代わりの日時も示してください。",
            f"Body no. {target}: only one time is offered. Offer an alternative too.",
        )
        yield Finding("visits", Verdict.UNDECIDED, wording, "slots", source=LETTER_MODELS)


def times_name_a_body(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    count = len(facts.rows("targets"))
    for field in ("slots", "questions"):
        for number, row in enumerate(facts.rows(field), start=1):
            which = row.get("target")
            if isinstance(which, Fraction) and not (which.denominator == 1 and 1 <= which <= count):
                wording = Wording(
                    f"{number}行目：訪問希望先No.がありません。番号を確かめてください。",
                    f"Row {number}: there is no body of that number. Check it.",
                )
                yield Finding("visits", Verdict.NOT_MET, wording, field, row=number)


def times_within_trip(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from days_within_trip(facts, "slots", "day", "visits", SLOTS.label)


def _missing(rule: str, field: str, ja: str, en: str, *, row: int | None = None) -> Finding:
    return Finding(rule, Verdict.UNDECIDED, Wording(ja, en), field, missing=True, row=row)


COMPLETENESS_CHECKS = [what_the_menu_needs, targets_are_founded, times_name_a_body, times_within_trip]
