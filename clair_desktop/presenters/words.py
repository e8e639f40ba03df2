"""What the window says of states, deadlines, verdicts and sizes: always in words, which a colour only underlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.deadlines import Due
from clair_desktop.domain.rulings import VERDICT_WORDS, Finding, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import State, Tone

SOON = 7  # days within which a deadline is called near


@dataclass(frozen=True, slots=True)
class Tag:
    """A few words in a frame; ``tone`` is one of ``views.theme.TONES``, or empty for plain words."""

    words: Wording
    tone: str = ""


NOTHING = Tag(Wording("―", "–"))
TO_CONFIRM = Tag(Wording("期限 要確認", "Deadline to confirm"), "warning")
_STATE_TONES = {Tone.TO_DO: "primary", Tone.WAITING: "info", Tone.DONE: "done", Tone.STOPPED: "off"}
_VERDICT_TONES = {Verdict.MET: "done", Verdict.NOT_MET: "error", Verdict.UNDECIDED: "warning"}
MISSING = Wording("未入力", "Missing")


def state_tag(state: State) -> Tag:
    return Tag(state.label, "notice" if is_returned(state.key) else _STATE_TONES[state.tone])


def is_returned(state: str) -> bool:
    """Whether a case stands back with its applicant (差戻し), by the key every workflow uses for it."""
    return state == "returned"


def due_tag(day: date, today: date) -> Tag:
    left = (day - today).days
    if left < 0:
        return Tag(Wording(f"{-left}日超過", f"{_days(-left)} overdue"), "error")
    if left == 0:
        return Tag(Wording("本日期限", "Due today"), "notice")
    return Tag(Wording(f"あと{left}日", f"{_days(left)} left"), "warning" if left <= SOON else "")


def deadline_tag(day: date | None, state: State, states_with_deadline: frozenset[str], today: date) -> Tag:
    """How near the deadline is; where the programme sets one for the state that nobody knows yet, that it must be confirmed."""
    if state.closed:
        return NOTHING
    if day is not None:
        return due_tag(day, today)
    return TO_CONFIRM if state.key in states_with_deadline else NOTHING


def earliest_tag(due: Sequence[Due], today: date) -> Tag:
    known = [one.day for one in due if one.day]
    if known:
        return due_tag(min(known), today)
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


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
