"""Whether the body of a case is served by the branch that received it; where it is not, a person decides."""

from collections.abc import Iterator
from datetime import date

from clair_desktop.domain.branches import Branch, branch, branch_for
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import DESIGNATIONS
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Language, Wording

RULE = "applicant_branch"
NAME = Wording("担当する支部", "Branch that serves the body")


def served_elsewhere(facts: Facts) -> Iterator[Finding]:
    """A body that another branch served on the day of receipt, or has come to be served by since; never more than a hint."""
    field = "applicant" if facts.text("applicant") else "seat"
    code, own = facts.text(field), branch(facts.branch)
    if not code or own is None or facts.received_on is None:
        return
    then, now = _serving(code, facts.received_on), _serving(code, facts.on)
    if then is None or now is None:
        return
    body = _body(facts, code)
    if then is not own:
        yield _finding(field, _ANOTHER, body=body, own=own.name, other=then.name, **_day(facts.received_on))
    elif now is not own:
        yield _finding(field, _SINCE, body=body, own=own.name, other=now.name, **_designation(now))


_ANOTHER = Wording(
    "{body}は、受付日（{day_ja}）には{other}の担当です（この支部は{own}）。受け付ける支部を確かめてください。",
    "On the day of receipt ({day_en}) {body} was served by the {other}; this is the {own}. Check which branch receives it.",
)
_SINCE = Wording(
    "{body}は、受付の後{day_ja}に指定都市となり、以後は{other}の担当です。どちらの支部が続きを扱うか、本部に確かめてください。",
    "{body} became a designated city on {day_en}, after the receipt, and is served by the {other} since. Ask headquarters which "
    "branch goes on with the case.",
)


def _serving(code: str, on: date) -> Branch | None:
    try:
        return branch_for(code, on)
    except Refusal:  # a code of no prefecture; the field itself complains of it
        return None


def _finding(field: str, said: Wording, **places: object) -> Finding:
    return Finding(RULE, Verdict.UNDECIDED, said.filled(**places), field, source=DESIGNATIONS)


def _designation(other: Branch) -> dict[str, object]:
    return _day(other.designated_on) if other.designated_on else {"day_ja": "", "day_en": ""}


def _day(day: date) -> dict[str, object]:
    return {"day_ja": printed_date(day, Language.JA), "day_en": printed_date(day, Language.EN)}


def _body(facts: Facts, code: str) -> Wording:
    known = facts.names.authority(code)
    return known.full_name if known else Wording(code, code)
