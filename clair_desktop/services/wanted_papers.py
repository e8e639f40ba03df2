"""Papers of headquarters that a case's letters send on and that are not enclosed: said among its findings, though no step
waits for them; a branch that sends such a paper on outside the program says so with a reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clair_desktop.domain.documents import Pack
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Wording, same
from clair_desktop.services.case_packs import following, packs_of
from clair_desktop.services.needed import lacking, not_enclosed, sent_on, sent_on_labels
from clair_desktop.services.reading import judged
from clair_desktop.services.sheets import CaseSheet, Decision, Judged

_RULE = "enclosure:{kinds}"
_FOR = Wording("（「{packs}」に要ります）", " (wanted for: {packs})")
_SEEN_TO = Wording(
    "「{paper}」は添付していません（支部の判断：{reason}／{by}）。",
    "“{paper}” is not enclosed (decided by the branch: {reason} / {by}).",
)


def judged_case(sheet: CaseSheet, facts: Facts) -> Judged:
    """Every finding of a case, with the papers its letters still want; these leave the verdict on the rules as it is."""
    found = judged(sheet.edition, facts, sheet.decisions)
    return replace(found, findings=[*unsent(replace(sheet, answers=facts.answers)), *found.findings])


def unsent(sheet: CaseSheet) -> Iterator[Finding]:
    """One for each paper that the letters of the case's present state send on and nobody has enclosed."""
    wanting: dict[tuple[str, ...], list[Pack]] = {}
    for pack in _called_for(sheet):
        wanting.setdefault(tuple(pack.needs.enclosed), []).append(pack)
    seen_to = {one.rule: one for one in sheet.decisions}
    for kinds, packs in wanting.items():
        rule = _RULE.format(kinds=",".join(kinds))
        if rule in seen_to:
            yield _seen_to(rule, sent_on_labels(packs[0], sheet.edition), seen_to[rule])
        else:
            yield _wanted(rule, next(not_enclosed(packs[0], sheet)), packs)


def _wanted(rule: str, said: Wording, packs: Sequence[Pack]) -> Finding:
    ja, en = "」「".join(one.name.ja for one in packs), "; ".join(one.name.en for one in packs)
    told = _FOR.filled(packs=Wording(ja, en))
    message = Wording(f"{said.ja}{told.ja}", f"{said.en}{told.en}")
    return Finding(rule, Verdict.UNDECIDED, message, missing=True, advice=True, elsewhere=True)


def _seen_to(rule: str, papers: Sequence[Wording], decision: Decision) -> Finding:
    """Its message keeps the reason and the post: the checklist says why the paper is not there."""
    paper = Wording("」「".join(one.ja for one in papers), "”, “".join(one.en for one in papers))
    both = {"reason": same(decision.reason), "by": same(decision.by)}
    return Finding(rule, Verdict.MET, _SEEN_TO.filled(paper=paper, **both), advice=True)


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
