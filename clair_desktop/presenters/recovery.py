"""What was being typed when the program last ended, offered again at the start."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A case with something typed and not saved, and when it was last typed."""

    case_id: int
    number: str
    title: str
    at: datetime


class Recovery:
    """The drafts of all cases. Drafts of cases that are gone or closed are dropped without a word."""

    def __init__(self, office: "Office", shell: Shell) -> None:
        self._office = office
        self._shell = shell

    def unfinished(self) -> Sequence[Unfinished]:
        found = []
        for case_id, draft in self._office.drafts.all():
            try:
                sheet = self._office.cases.by_id(case_id)
            except Refusal:
                self._office.drafts.drop(case_id)
                continue
            found.append(Unfinished(case_id, sheet.number, sheet.title, draft.at))
        return found

    def throw_away(self, unfinished: Sequence[Unfinished]) -> bool:
        """Drops the drafts after asking; whether it was done."""
        listed = "、".join(one.number for one in unfinished)
        question = Wording(
            f"{listed}の入力途中の内容を破棄します。元に戻せません。",
            f"What was typed for {listed} is thrown away for good.",
        )
        if not self._shell.confirm(question, Wording("破棄する", "Discard"), grave=True):
            return False
        for one in unfinished:
            self._office.drafts.drop(one.case_id)
        return True
