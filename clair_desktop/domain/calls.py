"""A call (募集): its days as the year's rulebook and the branch's own entries give them, and what bodies answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording

# The rules that hold a call's days where a programme declares them.
OPENS, DEADLINE, BEGINS, ENDS = "call_opens", "headquarters_deadline", "execution_begins", "execution_ends"
BRANCH_LEAD = "branch_lead_days"
DATED = frozenset({OPENS, DEADLINE})  # days of the calendar, which hold for their own year only


class CallAnswer(StrEnum):
    """What a body answers to a call: 「該当なし」 is an answer, silence is none."""

    APPLYING = "applying"
    NOTHING = "nothing"
    OPEN = "open"


ANSWER_WORDS: Mapping[CallAnswer, Wording] = {
    CallAnswer.APPLYING: Wording("申請あり", "Applying"),
    CallAnswer.NOTHING: Wording("該当なし", "Nothing to apply for"),
    CallAnswer.OPEN: Wording("未回答", "No answer yet"),
}


@dataclass(frozen=True, slots=True)
class Collected:
    """Where a case of a programme gathers the answers of many bodies: its rows, their columns and its words for answers."""

    rows: str
    body: str
    name: str
    answer: str
    answered_on: str
    note: str
    reminded_on: str
    options: Mapping[CallAnswer, str]


@dataclass(frozen=True, slots=True)
class CallDay:
    """A day of a call: the day itself, the words of its source (「2月末」), and whether an earlier year said so.

    ``day`` is None while nobody has said it: to be confirmed, never guessed from the year before.
    """

    day: date | None = None
    words: str = ""
    source: Source | None = None
    carried_forward: bool = False


@dataclass(frozen=True, slots=True)
class CallDays:
    """All days of a call; ``hour`` as 17:00 where the deadline names one."""

    opens: CallDay
    deadline: CallDay
    hour: str
    branch_deadline: CallDay
    begins: CallDay
    ends: CallDay

    @property
    def undecided(self) -> list[str]:
        """The days that are yet to be confirmed, by the name of the question."""
        days = {"opens": self.opens, "deadline": self.deadline, "branch_deadline": self.branch_deadline,
                "begins": self.begins, "ends": self.ends}  # fmt: skip
        return [key for key, one in days.items() if one.day is None or one.carried_forward]


DAY_WORDS: Mapping[str, Wording] = {
    "notice_on": Wording("募集の通知日", "Notice sent on"),
    "opens": Wording("募集の開始", "Call opens"),
    "deadline": Wording("本部提出期限（必着）", "Headquarters' deadline (must arrive)"),
    "branch_deadline": Wording("支部締切（必着）", "Branch's deadline (must arrive)"),
    "begins": Wording("事業の実施期間（始め）", "Project from"),
    "ends": Wording("事業の実施期限", "Project to end by"),
}
