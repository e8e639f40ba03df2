"""Papers of headquarters that a case's letters send on and that are not enclosed: said among its findings, though no step
waits for them.
"""

from collections.abc import Iterator
from dataclasses import replace

from clair_desktop.domain.documents import Pack
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.services.case_packs import following, packs_of
from clair_desktop.services.needed import lacking, not_enclosed, sent_on
from clair_desktop.services.reading import judged
from clair_desktop.services.sheets import CaseSheet, Judged

_FOR = Wording("（「{packs}」に要ります）", " (wanted for: {packs})")


def judged_case(sheet: CaseSheet, facts: Facts) -> Judged:
    """Every finding of a case, with the papers its letters still want; these leave the verdict on the rules as it is."""
    found = judged(sheet.edition, facts, sheet.decisions)
    return replace(found, findings=[*unsent(replace(sheet, answers=facts.answers)), *found.findings])


def unsent(sheet: CaseSheet) -> Iterator[Finding]:
    """One for each paper that the letters of the case's present state send on and nobody has enclosed."""
    wanting: dict[Wording, list[Pack]] = {}
    for pack in _called_for(sheet):
        for said in not_enclosed(pack, sheet):
            wanting.setdefault(said, []).append(pack)
    for said, packs in wanting.items():
        ja, en = "」「".join(one.name.ja for one in packs), "; ".join(one.name.en for one in packs)
        told = _FOR.filled(packs=Wording(ja, en))
        message = Wording(f"{said.ja}{told.ja}", f"{said.en}{told.en}")
        yield Finding("enclosure", Verdict.UNDECIDED, message, missing=True, advice=True)


def _called_for(sheet: CaseSheet) -> Iterator[Pack]:
    """Those that send a paper on and are called for now, but for what every case of the programme must enclose anyway."""
    demanded = {kind.key for kind in sheet.edition.programme.enclosures if kind.required}
    follows = following(sheet)
    for pack in packs_of(sheet) if sheet.id else ():  # a specimen lists what it would send on
        if sent_on(pack, sheet) or demanded & set(pack.needs.enclosed):
            continue
        is_next = any(step.issues == pack.key for step in sheet.next_steps)
        if is_next or (follows and follows.pack == pack.key and not follows.made) or _is_due(pack, sheet):
            yield pack


def _is_due(pack: Pack, sheet: CaseSheet) -> bool:
    """Whether the case has got to the letter: by its state, or where it has none by its answers. Of a closed case, only a
    letter on its end.
    """
    ends = set(sheet.edition.programme.workflow.closed_states())
    is_in_time = sheet.state.key in pack.states if pack.states else bool(pack.needs.answers)
    if not is_in_time or (sheet.closed and not (pack.states and ends.issuperset(pack.states))):
        return False
    return not lacking(replace(pack, needs=replace(pack.needs, enclosed=())), sheet)
