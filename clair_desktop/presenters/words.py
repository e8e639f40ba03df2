"""What the window says of states, deadlines, verdicts and sizes: always in words, which a colour only underlines."""

from collections.abc import Sequence
from datetime import date

from clair_desktop.domain.deadlines import Due
from clair_desktop.domain.rulings import VERDICT_WORDS, Finding, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import State
from clair_desktop.domain.working_days import WorkingDays
from clair_desktop.presenters import tags
from clair_desktop.presenters.tags import NOTHING, TO_CONFIRM, Tag, due_tag

__all__ = ["Tag", "counted", "due_tag", "earliest_tag", "file_size", "finding_tag", "state_tag"]

_VERDICT_TONES = {Verdict.MET: "done", Verdict.NOT_MET: "error", Verdict.UNDECIDED: "warning"}
MISSING = Wording("未入力", "Missing")


def state_tag(state: State) -> Tag:
    return tags.state_tag(state.key, state.label, state.tone.value)


def earliest_tag(due: Sequence[Due], today: date, days: WorkingDays | None = None) -> Tag:
    known = [one.day for one in due if one.day]
    if known:
        return due_tag(min(known), today, days)
    return TO_CONFIRM if due else NOTHING


def finding_tag(finding: Finding) -> Tag:
    if finding.missing:
        return Tag(MISSING, "notice")
    return Tag(VERDICT_WORDS[finding.verdict], _VERDICT_TONES[finding.verdict])


def counted(findings: Sequence[Finding]) -> Sequence[Tag]:
    """How many findings are of which kind, the gravest first; kinds that do not occur are left out."""
    missing = sum(finding.missing for finding in findings)
    by_verdict = {v: sum(f.verdict is v and not f.missing for f in findings) for v in Verdict}
    kinds = [
        (by_verdict[Verdict.NOT_MET], Wording("不適合", "not met"), "error"),
        (missing, Wording("未入力", "missing"), "notice"),
        (by_verdict[Verdict.UNDECIDED], Wording("要確認", "to confirm"), "warning"),
        (by_verdict[Verdict.MET], Wording("適合", "met"), "done"),
    ]
    return [Tag(Wording(f"{word.ja} {n}", f"{n} {word.en}"), tone) for n, word, tone in kinds if n]


def file_size(size: int) -> str:
    """12 KB, 3.4 MB."""
    return f"{max(1, round(size / 1024)):,} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
