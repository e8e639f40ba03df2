"""The packs of a case: which there are, which a step sent, and which letter follows the step that was taken last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.documents import Letter, Pack, Party
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import PartPlan, Transition
from clair_desktop.services.needed import lacking
from clair_desktop.services.sheets import CaseSheet, PartLine


@dataclass(frozen=True, slots=True)
class LetterThatFollows:
    """A letter that a step calls for; it is made once nothing is ``lacking``."""

    pack: str
    name: Wording
    after: Wording  # the step
    lacking: Sequence[Wording] = ()


def packs_of(sheet: CaseSheet) -> Sequence[Pack]:
    """The packs of the case; one for what is no longer asked only where an older case has answered it."""
    standing = [one for one in sheet.edition.packs() if one.documents]
    return [one for one in standing if one.kept_for is None or one.kept_for in sheet.answers]


def pack_of(edition: Edition, key: str) -> Pack:
    """The pack of this key; refused with the list of those there are."""
    standing = [pack for pack in edition.packs() if pack.documents]
    found = next((pack for pack in standing if pack.key == key), None)
    if found is None:
        listed = Wording(
            "、".join(f"{pack.key}（{pack.name.ja}）" for pack in standing),
            ", ".join(f"{pack.key} ({pack.name.en})" for pack in standing),
        )
        raise Refusal(
            Wording(
                f"{edition.programme.name.ja}に書類一式「{key}」はありません。あるもの：{listed.ja}",
                f"{edition.programme.name.en} has no pack “{key}”. There are: {listed.en}",
            )
        )
    return found


def sending(sheet: CaseSheet, pack: str) -> tuple[str | None, date] | None:
    """The number and day of the last step that sent this pack."""
    steps = {step.key for step in sheet.edition.programme.workflow.transitions if step.issues == pack}
    sent = [event for event in sheet.events if event.step in steps and event.part is None]
    return (sent[-1].document_number, sent[-1].on) if sent else None


def planned_part(edition: Edition, plan: PartPlan) -> PartLine:
    flow = edition.programme.workflow.parts
    if flow is None:
        raise ValueError(f"{edition.programme.key} plans parts but declares no course for them")
    return PartLine(plan.key, plan.name, flow.state(plan.state), "", None, None, (), plan.reason)


def following(sheet: CaseSheet) -> LetterThatFollows | None:
    """The letter that the case's last step calls for, with what it lacks; a step back is followed by none."""
    last = sheet.events[-1] if sheet.events else None
    flow = sheet.edition.programme.workflow
    course = flow.parts if last and last.part and flow.parts else flow
    step = course.transition(last.step) if last else None
    pack = letter_after(sheet, step) if step else None
    return LetterThatFollows(pack.key, pack.name, step.label, lacking(pack, sheet)) if step and pack else None


def letter_after(sheet: CaseSheet, step: Transition) -> Pack | None:
    """The first of the step's letters that there is for the case; nothing is taken back from headquarters before it has
    been sent anything.
    """
    known = {pack.key: pack for pack in packs_of(sheet)}
    found = next((known[key] for key in step.followed_by if key in known), None)
    return found if found and (_has_left(sheet) or not _goes_to_headquarters(found)) else None


def _has_left(sheet: CaseSheet) -> bool:
    sends = {step.key for step in sheet.edition.programme.workflow.transitions if step.issues}
    return any(event.step in sends and event.part is None for event in sheet.events)


def _goes_to_headquarters(pack: Pack) -> bool:
    first = pack.documents[0].layout
    return isinstance(first, Letter) and first.to is Party.HEADQUARTERS
