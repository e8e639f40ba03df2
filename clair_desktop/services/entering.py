"""A ruling on its way into the file, whether typed, sent in a notice or entered with a call."""

from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Value
from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import RuleRevisionRow
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.rulebooks import kept_value
from clair_desktop.services.words import words


@dataclass(frozen=True, slots=True)
class EnteredRuling:
    """A value for one year with the source in which somebody looked it up."""

    programme: str
    rule: str
    year: int
    value: Value
    source_title: str
    locator: str
    checked_on: date


def sourced(source_title: str, locator: str = "") -> tuple[str, str]:
    """A source as the branch types it: title and place. Without one a value cannot apply."""
    title, place = words(source_title, "source_title"), words(locator, "locator")
    if not title:
        raise Refusal(
            Wording(
                "根拠（資料の名称）を入力してください。根拠のない値は適用できません。",
                "Give the source (the document's title). A value without one cannot apply.",
            ),
            field="source_title",
        )
    return title, place


def put_ruling(desk: Desk, work: Work, entered: EnteredRuling, by: str) -> None:
    """Keep it in the name of whoever says so; an earlier entry of the same year gives way and stays in the journal."""
    work.rule_revisions.put(
        RuleRevisionRow(
            programme=entered.programme,
            rule=entered.rule,
            year=entered.year,
            value=kept_value(entered.value),
            source_title=entered.source_title,
            locator=entered.locator,
            checked_on=entered.checked_on,
            entered_by=by,
            entered_at=desk.clock.now(),
        )
    )
