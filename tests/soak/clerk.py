"""A clerk at work through the program's own services of keeping, who says aloud each act that was kept."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from clair_desktop.domain.wording import Wording
from clair_desktop.model.database import Database
from clair_desktop.model.tables import EnclosureRow, EventRow, PartRow
from clair_desktop.model.work import Work
from clair_desktop.support.clock import SystemClock
from tests.model.records import a_case

OFFICES = ("singapore", "london", "sydney", "new_york", "paris", "beijing", "seoul")

Say = Callable[[int, int], None]


class Clerk:
    """Acts at random; ``say(newest operation, newest draft)`` follows each commit, never precedes it."""

    def __init__(self, folder: Path, seed: int, say: Say) -> None:
        self.database = Database.open(folder, clock=SystemClock(), who="担当者")
        self._random = random.Random(seed)
        self._say = say
        self._typed = 0
        self._received = 0
        self._look()

    def act(self) -> None:
        """Do one thing that a clerk does."""
        if self._received == 0:
            self._within("受付", self._receive)
        elif self._random.random() < 0.5:
            self._type()
        else:
            acts = {"保存": self._save, "進行": self._step, "添付": self._enclose, "受付": self._receive}
            title = self._random.choices([*acts, "元に戻す"], weights=(5, 6, 1, 1, 2))[0]
            self._within(title, acts.get(title, self._undo))

    def _type(self) -> None:
        self._typed += 1
        with self.database.drafting() as drafts:
            drafts.put("case:1", {"n": self._typed, "title": "題名" * self._random.randint(1, 400)}, base_version=1)
        self._say(*self._look())

    def _within(self, title: str, act: Callable[[Work], None]) -> None:
        with self.database.work(Wording(title, title)) as work:
            act(work)
        self._say(*self._look())

    def _look(self) -> tuple[int, int]:
        """The newest act and the draft as they are kept."""
        with self.database.reading() as work:
            self._received = len(work.cases.listing())
            draft = work.drafts.get("case:1")
            drafted = draft.texts["n"] if draft else 0
            self._typed = max(self._typed, drafted)
            return newest_operation(work), drafted

    def _a_number(self, work: Work) -> str:
        return self._random.choice(work.cases.listing()).number

    def _receive(self, work: Work) -> None:
        case = a_case(work)
        for position, office in enumerate(self._random.sample(OFFICES, 3)):
            work.parts.add(PartRow(case_id=case.id, key=office, state="received", position=position))

    def _save(self, work: Work) -> None:
        case = work.cases.get(self._a_number(work))
        self._typed += 1
        case.answers = {"n": self._typed, "theme": "土葬の状況" * self._random.randint(1, 2_000)}
        case.search_text = f"宮城県\n{self._typed}"
        work.drafts.drop("case:1")

    def _step(self, work: Work) -> None:
        """One step of a case and of one of its parts: two states and two events, all or nothing."""
        case = work.cases.get(self._a_number(work))
        part = self._random.choice(work.parts.of(case.id))
        step = f"step-{self._random.randint(1, 1_000_000)}"
        now = SystemClock().now()
        for row, key in ((case, None), (part, part.key)):
            event = EventRow(
                case_id=case.id,
                part=key,
                step=step,
                from_state=row.state,
                to_state=step,
                on_date=date(2026, 11, 20),
                at=now,
            )
            row.state = step
            work.events.add(event)

    def _enclose(self, work: Work) -> None:
        case = work.cases.get(self._a_number(work))
        content = self._random.randbytes(self._random.randint(1, 300_000))
        sha = work.enclosures.add_content(content)
        enclosure = EnclosureRow(
            case_id=case.id, name="質問票.pdf", media_type="application/pdf", sha256=sha, size=len(content)
        )
        work.enclosures.add(enclosure)

    def _undo(self, work: Work) -> None:
        if self._received > 1 and work.journal.last_undoable() is not None:
            work.journal.undo_last()
        else:
            self._save(work)


def newest_operation(work: Work) -> int:
    query = "SELECT coalesce(max(id), 0) FROM operations"
    number: int = work.cases._session.connection().exec_driver_sql(query).scalar_one()
    return number
