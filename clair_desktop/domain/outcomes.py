"""What headquarters may answer to a case, and the step of the branch's workflow that records it."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One answer: ``words`` stand in the drop-down, ``also`` are other words for it in headquarters' own lists.

    ``amount``, ``conditions`` and ``on`` are the questions that take the amount, the conditions and the day of the
    answer. Of a case in parts it answers one part.
    """

    step: str
    words: Wording
    also: Sequence[str] = ()
    amount: str = ""
    conditions: str = ""
    on: str = ""
