"""The packs of a case: which there are, which a step sent, and which letter follows the step that was taken last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from clair_desktop.domain.documents import Letter, Pack, Party
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.workflow import PartPlan, Transition
from clair_desktop.services.needed import lacking
from clair_desktop.services.sheets import CaseSheet, PartLine

_MADE = Wording("作成済み：{at}", "Made: {at}")


@dataclass(frozen=True, slots=True)
class LetterThatFollows:
    """A letter that a step calls for; it is made once nothing is ``lacking``."""

    pack: str
    name: Wording
    after: Wording  # the step
    lacking: Sequence[Wording] = ()
    made: datetime | None = None  # when it was last printed, saved or sent since the step

    @property
    def told(self) -> Sequence[Wording]:
        """How far it has got: when it was made, or what it lacks."""
        return [_MADE.filled(at=_said(self.made))] if self.made else self.lacking


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
    step = sheet.edition.programme.workflow.step_of(last.step, part=last.part is not None) if last else None
    pack = letter_after(sheet, step) if step else None
    if step is None or pack is None:
        return None
    return LetterThatFollows(pack.key, pack.name, step.label, lacking(pack, sheet), sheet.made.get(pack.key))


def letter_after(sheet: CaseSheet, step: Transition) -> Pack | None:
    """The first of the step's letters that there is for the case; nothing is taken back from headquarters before it has
    been sent anything.
    """
    known = {pack.key: pack for pack in packs_of(sheet)}
    found = next((known[key] for key in step.followed_by if key in known), None)
    return found if found and (_has_left(sheet) or not _goes_to_headquarters(found)) else None


def _said(at: datetime) -> Wording:
    ja, en = printed_date(at.date(), Language.JA), printed_date(at.date(), Language.EN)
    return Wording(f"{ja} {at:%H:%M}", f"{en}, {at:%H:%M}")


def _has_left(sheet: CaseSheet) -> bool:
    sends = {step.key for step in sheet.edition.programme.workflow.transitions if step.issues}
    return any(event.step in sends and event.part is None for event in sheet.events)


def _goes_to_headquarters(pack: Pack) -> bool:
    first = pack.documents[0].layout
    return isinstance(first, Letter) and first.to is Party.HEADQUARTERS
