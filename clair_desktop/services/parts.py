"""The parts of a case as they are kept: opened once, completed when a country comes later, rolled up into its state."""

from clair_desktop.domain.programme import Edition
from clair_desktop.domain.workflow import PartPlan
from clair_desktop.model.tables import CaseRow, PartRow
from clair_desktop.model.work import Work


def open_parts(work: Work, row: CaseRow, planned: list[PartPlan]) -> None:
    """Open the parts that are planned and not there yet."""
    kept = {part.key for part in work.parts.of(row.id)}
    for position, plan in enumerate(planned):
        if plan.key not in kept:
            work.parts.add(PartRow(case_id=row.id, key=plan.key, state=plan.state, position=position))


def roll_up(work: Work, row: CaseRow, edition: Edition) -> None:
    """Let the parts decide the state of the case where they say anything."""
    flow = edition.programme.workflow.parts
    if flow is not None:
        row.state = flow.roll_up(row.state, [part.state for part in work.parts.of(row.id)])
