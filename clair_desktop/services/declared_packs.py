"""The packs of a case as its programme declares them, and the steps that send them."""

from datetime import date

from clair_desktop.domain.documents import Pack
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import PartPlan
from clair_desktop.services.sheets import CaseSheet, PartLine


def declared_pack(edition: Edition, key: str) -> Pack:
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
