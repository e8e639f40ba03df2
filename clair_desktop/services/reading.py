"""From what is kept to what is shown: a case row becomes a sheet, a sheet is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from clair_desktop.domain.answers import loaded
from clair_desktop.domain.enclosed import Condition
from clair_desktop.domain.facts import Answers, Facts
from clair_desktop.domain.offices import OVERSEAS_OFFICES, overseas_office
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Wording, same
from clair_desktop.domain.workflow import PartPlan, State, Transition
from clair_desktop.model.tables import CaseRow, EnclosureRow, PartRow
from clair_desktop.model.work import Work
from clair_desktop.services.branch import own_branch
from clair_desktop.services.call_days import FIRST_ROUND
from clair_desktop.services.conditions import condition_of
from clair_desktop.services.day_settings import working_days
from clair_desktop.services.desk import Desk
from clair_desktop.services.earlier import Precedents, Receipt
from clair_desktop.services.foreign_files import BOUND_TYPES
from clair_desktop.services.letter_records import thawed_letters
from clair_desktop.services.rulebooks import thawed
from clair_desktop.services.sheets import CaseSheet, Decision, EnclosureLine, EventLine, Judged, PartLine
from clair_desktop.services.year_locks import lock_of

MERGED_TYPES = BOUND_TYPES


def sheet_of(
    desk: Desk, work: Work, row: CaseRow, on: date | None = None, *, edition: Edition | None = None
) -> CaseSheet:
    """The case as it stands on a day: today while it is open, the day of its last step once it is closed.

    Whoever reads many cases of one year gives the year's ``edition``.
    """
    edition = edition or desk.edition(row.programme, row.project_year)
    if row.frozen_rules:
        edition = replace(thawed(edition, row.frozen_rules), letters=thawed_letters(row.frozen_rules))
    answers = loaded(edition.fields(), row.answers)
    state = edition.programme.workflow.state(row.state)
    events = [EventLine(e.step, e.part, e.on_date, e.document_number, e.note) for e in work.events.of(row.id)]
    last = events[-1].on if state.closed and events else None
    day = on or last or desk.clock.today()
    enclosures = [_enclosure(edition, one, condition_of(work, one.sha256)) for one in work.enclosures.of(row.id)]
    enclosed = frozenset(one.kind for one in enclosures if one.kind)
    earlier = Precedents(desk).before(Receipt(row.received_on, row.id, row.sample), answers)
    days, hour = working_days(work.settings), deadline_hour(work, row.programme, row.project_year)
    facts = Facts(answers, day, desk.names, enclosed, earlier, days=days, deadline_hour=hour)
    part_rows = work.parts.of(row.id)
    lock = lock_of(work, row.number, row.project_year)
    still = state.closed or lock is not None
    return CaseSheet(
        id=row.id,
        number=row.number,
        edition=edition,
        answers=answers,
        state=state,
        parts=_parts(edition, facts, part_rows, closed=still),
        due=edition.due(row.state, facts),
        enclosures=enclosures,
        events=events,
        decisions=[Decision(d.rule, d.reason, d.decided_by, d.decided_on) for d in work.decisions.of(row.id)],
        received_on=row.received_on,
        judged_on=day,
        title=row.title,
        applicant_name=applicant_name(desk, answers),
        sample=row.sample,
        closed=state.closed,
        version=row.version,
        created_at=row.created_at,
        next_steps=[] if lock else _open_steps(edition, state, part_rows),
        locked=lock.wording if lock else None,
        made=_made_since(work, row, edition),
        days=facts.days,
        deadline_hour=facts.deadline_hour,
    )


def _made_since(work: Work, row: CaseRow, edition: Edition) -> Mapping[str, datetime]:
    """When each letter that the last step calls for was last printed, saved or sent after the step."""
    taken = work.events.of(row.id)
    step = edition.programme.workflow.step_of(taken[-1].step, part=taken[-1].part is not None) if taken else None
    if step is None or not step.followed_by:
        return {}
    return {
        one.pack: one.made_at
        for one in work.prints.of(row.id)
        if one.pack in step.followed_by and one.made_at >= taken[-1].at
    }


def facts_of(desk: Desk, sheet: CaseSheet, on: date | None = None, answers: Answers | None = None) -> Facts:
    """What the checks may know of a case, or of it with other ``answers`` that are still being typed."""
    enclosed = frozenset(one.kind for one in sheet.enclosures if one.kind)
    given = sheet.answers if answers is None else answers
    earlier = Precedents(desk).before(Receipt(sheet.received_on, sheet.id, sheet.sample), given)
    # Samples are of bodies all over Japan; a closed case is no longer anybody's to receive.
    own = "" if sheet.sample or sheet.closed else own_branch(desk)
    return Facts(
        given, on or sheet.judged_on, desk.names, enclosed, earlier,
        branch=own, received_on=sheet.received_on, days=sheet.days, deadline_hour=sheet.deadline_hour,
    )  # fmt: skip


def deadline_hour(work: Work, programme: str, year: int) -> str:
    """The hour by which papers must be there, where the year's call names one."""
    call = work.calls.find(programme, year, FIRST_ROUND)
    return call.deadline_hour if call else ""


def judged(edition: Edition, facts: Facts, decisions: Sequence[Decision] = ()) -> Judged:
    """Every finding; an undecided one that a post has closed with a reason counts as met and says so."""
    findings = decided(edition.findings(facts), decisions)
    return Judged(findings, edition.verdict(findings), edition.grant_maximum(facts))


def decided(findings: Sequence[Finding], decisions: Sequence[Decision]) -> Sequence[Finding]:
    """The findings with those closed that a post has decided on."""
    if not decisions:
        return findings
    by_rule = {decision.rule: decision for decision in decisions}
    return [_closed(finding, by_rule.get(finding.rule)) for finding in findings]


def applicant_name(desk: Desk, answers: Answers) -> Wording:
    """The applicant's full name from the register, or the requester's as typed."""
    known = desk.names.authority(str(answers.get("applicant", "")))
    typed = str(answers.get("requester_name", ""))
    typed_en = str(answers.get("requester_name_en", ""))
    return known.full_name if known else Wording(typed, typed_en or typed)


def plans(edition: Edition, facts: Facts) -> Sequence[PartPlan]:
    derive = edition.programme.parts
    return derive(facts, edition.book) if derive else ()


def _closed(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None or not finding.can_be_decided:
        return finding
    said = finding.message
    message = Wording(
        f"{said.ja}（支部の判断：{decision.reason}／{decision.by}）",
        f"{said.en} (decided by the branch: {decision.reason} / {decision.by})",
    )
    return replace(finding, verdict=Verdict.MET, message=message)


def _parts(edition: Edition, facts: Facts, rows: Sequence[PartRow], *, closed: bool) -> list[PartLine]:
    """The parts as they stand; those of a closed or locked case have no next steps."""
    flow = edition.programme.workflow.parts
    if flow is None:
        return []
    planned = {plan.key: plan for plan in plans(edition, facts)}
    return [
        PartLine(
            key=row.key,
            name=planned[row.key].name if row.key in planned else _office_name(row.key),
            state=flow.state(row.state),
            note=row.note,
            answered_on=row.answered_on,
            due_on=row.due_on,
            next_steps=[] if closed else flow.open_from(row.state),
            reason=planned[row.key].reason if row.key in planned else same(""),
        )
        for row in rows
    ]


def _office_name(key: str) -> Wording:
    """The name of a part whose place has been taken out of the answers since."""
    return overseas_office(key).name if key in {office.key for office in OVERSEAS_OFFICES} else same(key)


def _open_steps(edition: Edition, state: State, parts: Sequence[PartRow]) -> list[Transition]:
    states = {part.state for part in parts}
    steps = [
        step
        for step in edition.programme.workflow.open_from(state.key)
        if not step.needs_part_in or states & set(step.needs_part_in)
    ]
    return sorted(steps, key=lambda step: step.side)


def _enclosure(edition: Edition, row: EnclosureRow, condition: Condition | None) -> EnclosureLine:
    label = next((kind.label for kind in edition.programme.enclosures if kind.key == row.kind), None)
    merged = row.media_type in MERGED_TYPES
    return EnclosureLine(
        row.id, row.kind, label, row.name, row.media_type, row.size, row.pages, merged, row.sha256, condition
    )
