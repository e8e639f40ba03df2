"""What fills the papers of a pack, in each language, and what they must say by the record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from clair_desktop.domain.documents import Pack
from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.domain.making_up import MakeUp
from clair_desktop.domain.proofs import Fact, misread
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile
from clair_desktop.services.desk import Desk
from clair_desktop.services.english_heads import english_heads
from clair_desktop.services.filling import Filling
from clair_desktop.services.left_out import left_out
from clair_desktop.services.letter_values import LetterValues
from clair_desktop.services.needed import enclosing
from clair_desktop.services.proof_facts import facts_on_paper
from clair_desktop.services.reading import facts_of, sheet_of
from clair_desktop.services.receivers import receivers
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.wanted_papers import judged_case

_MISREAD = Wording(
    "書類に印字する値が記録と一致しないため、発行しませんでした。",
    "What the papers would say is not what is on record, so they were not released.",
)
PREPARED = "（文書番号）"
"""Stands for the number of a letter that has none yet."""
_PREPARED_EN = "(document number)"


class PaperWish(NamedTuple):
    """A pack as it is asked for; ``rows`` are the receivers chosen, none for all that it concerns."""

    pack: Pack
    languages: Sequence[Language]
    day: date
    number: str
    rows: Sequence[int]
    values: LetterValues
    made_up: MakeUp


def fillings_of(desk: Desk, profile: BranchProfile, sheet: CaseSheet, asked: PaperWish) -> list[Filling]:
    """One for each language."""
    pack, day = asked.pack, asked.day
    facts = facts_of(desk, sheet)
    findings = [*judged_case(sheet, facts).findings, *english_heads(desk, sheet, facts)]
    found = receivers(pack, sheet.edition, replace(facts, on=day), asked.rows)
    apart, held = left_out(pack, sheet), enclosing(sheet, pack)
    return [
        Filling(
            held, findings, profile, desk.names, language, day, _said(asked.number, language), asked.values, found,
            left_out=apart, made_up=asked.made_up,
        )
        for language in asked.languages
    ]  # fmt: skip


def facts_of_record(desk: Desk, fillings: Sequence[Filling], pack: Pack, rows: Sequence[int]) -> list[Fact]:
    """What the papers must say, by the record as it is in the file of cases now, not as it was shown."""
    sheet, day = fillings[0].sheet, fillings[0].day
    if sheet.id:
        with desk.database.reading() as work:
            kept = sheet_of(desk, work, work.cases.by_id(sheet.id))
        sheet = replace(sheet, answers=kept.answers, applicant_name=kept.applicant_name)
    found = receivers(pack, sheet.edition, replace(facts_of(desk, sheet), on=day), rows)
    facts = facts_on_paper([replace(one, sheet=sheet, receivers=found) for one in fillings], pack)
    if wrong := [Wording(f"{one.label.ja}：{one.said}", f"{one.label.en}: {one.said}") for one in misread(facts)]:
        raise Refusal(_MISREAD, details=wrong)
    return facts


def kept_facts(facts: Sequence[Fact], places: Sequence[int | None], whole: FilledPack, sent: FilledPack) -> list[Fact]:
    """The facts of the papers that this copy holds, counted as it counts them."""
    found = {id(one): place for place, one in enumerate(sent.documents)}
    gone = {number: place for number, place in enumerate(places) if place is not None}
    told = [(fact, found.get(id(whole.documents[gone[fact.document]]))) for fact in facts if fact.document in gone]
    return [replace(fact, document=place) for fact, place in told if place is not None]


def _said(number: str, language: Language) -> str:
    """The number as it stands; what stands for one in a specimen, in the language of the letter."""
    return _PREPARED_EN if number == PREPARED and language is Language.EN else number
