"""Calls (募集): their days entered once, the municipalities asked, who answered what and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.branches import branch_for
from clair_desktop.domain.calls import DEADLINE, CallAnswer, CallDays
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.parties import AuthorityKind
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.programme import Edition, Programme
from clair_desktop.domain.refusal import Refusal, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.calls import BodyKey
from clair_desktop.model.tables import CallBodyRow, CallRow
from clair_desktop.model.work import Work
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.call_days import FIRST_ROUND, CallEntry, days_of, in_rulebook
from clair_desktop.services.call_entry import checked, keep
from clair_desktop.services.call_sheets import AskedBody, CallSheet, body_name, sheet_of_call
from clair_desktop.services.desk import Desk
from clair_desktop.services.words import words

_BODY = Authority(key="body", label=Wording("団体", "Body"))
_LISTED = 5  # bodies that a refusal names


@dataclass(frozen=True, slots=True)
class CallKey:
    """Which call: a programme's, of a project year; later rounds are 2次募集 and so on."""

    programme: str
    year: int
    round: int = FIRST_ROUND


@dataclass(frozen=True, slots=True)
class KnownWindow:
    """A call that the rulebook knows of and the branch has not yet set up."""

    programme: Programme
    year: int
    days: CallDays


class Calls:
    """The calls of the branch."""

    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def new(self, key: CallKey, entry: CallEntry | None = None) -> CallSheet:
        """Set up a call; the days its rulebook already knows need not be typed."""
        edition = self._edition(key)
        name = edition.programme.name
        title = Wording(f"募集：{key.year}年度 {name.ja}", f"Call: {name.en}, FY{key.year}")
        with self._desk.database.work(title) as work:
            if work.calls.find(key.programme, key.year, key.round):
                raise Refusal(
                    Wording(
                        f"{key.year}年度の{name.ja}の募集（第{key.round}次）は既にあります。",
                        f"There is a call for {name.en}, FY{key.year} (round {key.round}) already.",
                    ),
                    field="year",
                )
            row = CallRow(programme=key.programme, project_year=key.year, round=key.round)
            keep(self._desk, work, row, edition, checked(edition, row, entry or CallEntry()))
            work.calls.add(row)
        self._desk.changed()
        return self.get(key)

    def change(self, key: CallKey, entry: CallEntry) -> CallSheet:
        """Enter what has become known of the call since."""
        edition = self._edition(key)
        name = edition.programme.name
        title = Wording(f"募集の変更：{key.year}年度 {name.ja}", f"Call changed: {name.en}, FY{key.year}")
        with self._desk.database.work(title) as work:
            row = self._row(work, key)
            keep(self._desk, work, row, edition, checked(edition, row, entry))
        self._desk.changed()
        return self.get(key)

    def all(self, year: int | None = None) -> list[CallSheet]:
        with self._desk.database.reading() as work:
            known = [row for row in work.calls.all(year) if row.programme in self._desk.programmes]
            return [sheet_of_call(self._desk, work, row) for row in known]

    def known(self, year: int) -> list[KnownWindow]:
        """Windows that sources give for a project year, of programmes whose call is not yet set up."""
        with self._desk.database.reading() as work:
            set_up = {row.programme for row in work.calls.all(year)}
        found = []
        for key, programme in self._desk.programmes.items():
            edition = self._desk.edition(key, year)
            if key not in set_up and in_rulebook(edition, DEADLINE, FIRST_ROUND):
                days = days_of(edition, None)
                if days.deadline.day:
                    found.append(KnownWindow(programme, year, days))
        return found

    def get(self, key: CallKey) -> CallSheet:
        with self._desk.database.reading() as work:
            return sheet_of_call(self._desk, work, self._row(work, key))

    def remove(self, key: CallKey) -> None:
        """Remove a call set up by mistake; undo brings it back with all its answers."""
        title = Wording(f"募集の削除：{key.year}年度", f"Call removed: FY{key.year}")
        with self._desk.database.work(title) as work:
            work.calls.remove(self._row(work, key))
        self._desk.changed()

    def served(self) -> list[BodyKey]:
        """Every municipality that this branch serves today: all of its prefecture but its designated cities."""
        own = self._branch.get().branch
        if own is None:
            raise Refusal(
                Wording("先に支部を選んでください。", "Choose the branch first."),
                field="branch",
            )
        today = self._desk.clock.today()
        return [
            (one.code, "")
            for one in self._desk.names.authorities
            if one.kind is not AuthorityKind.PREFECTURE and branch_for(one.code, today).code == own
        ]

    def ask(self, key: CallKey, bodies: Sequence[str] = (), others: Sequence[str] = (), *, every: bool = False) -> int:
        """Put bodies on the list: named ones, others without a code, or all that the branch serves; gives how many."""
        asked = [(_BODY.parse(typed, self._desk.names), "") for typed in bodies]
        asked += [("", words(name, "other")) for name in others if name.strip()]
        if every:
            asked += self.served()
        if not asked:
            raise Refusal(
                Wording("照会する団体を指定してください。", "Name the bodies to ask."),
                field="bodies",
            )
        return self.add(key, asked)

    def add(self, key: CallKey, asked: Sequence[BodyKey]) -> int:
        """Put bodies on the list that are known by their keys; gives how many are new there."""
        with self._desk.database.work(Wording(f"募集の照会先：{key.year}年度", f"Bodies asked: FY{key.year}")) as work:
            row = self._row(work, key)
            already = {_folded((one.body, one.name)) for one in work.calls.bodies(row.id)}
            wanted = {_folded(one): one for one in asked if _folded(one) not in already}
            work.calls.ask(row.id, list(wanted.values()))
        self._desk.changed()
        return len(wanted)

    def answer(
        self, key: CallKey, body: str, answer: CallAnswer, *, on: date | None = None, note: str = ""
    ) -> AskedBody:
        """Record what a body answered, named as it is typed; a wrong entry is put back to 未回答."""
        with self._desk.database.reading() as work:
            row = self._asked(work, self._row(work, key), body)
        asked = (row.body, row.name)
        self.record(key, [asked], answer, on=on, note=note)
        return next(one for one in self.get(key).bodies if one.key == asked)

    def record(
        self,
        key: CallKey,
        bodies: Sequence[BodyKey],
        answer: CallAnswer,
        *,
        on: date | None = None,
        note: str | None = None,
    ) -> None:
        """Record the same answer of several bodies in one act; a note of None leaves each its own."""
        said, day = None if note is None else words(note, "note"), on or self._desk.clock.today()
        self._demand_past(day)
        with self._desk.database.work(_acted(self._desk, bodies, Wording("募集への回答", "Answer"))) as work:
            for row in self._those_asked(work, self._row(work, key), bodies):
                row.answer = "" if answer is CallAnswer.OPEN else answer.value
                row.answered_on = None if answer is CallAnswer.OPEN else day
                row.note = row.note if said is None else said
        self._desk.changed()

    def take_back(self, key: CallKey, *bodies: str) -> None:
        """Take bodies off the list that should not have been asked, named as they are typed."""
        with self._desk.database.reading() as work:
            rows = [self._asked(work, self._row(work, key), body) for body in bodies]
        self.drop(key, [(row.body, row.name) for row in rows])

    def drop(self, key: CallKey, bodies: Sequence[BodyKey]) -> None:
        """Take bodies off the list in one act."""
        with self._desk.database.work(_acted(self._desk, bodies, Wording("照会先の取消", "Not asked"))) as work:
            for row in self._those_asked(work, self._row(work, key), bodies):
                work.calls.take_back(row)
        self._desk.changed()

    def _demand_past(self, day: date) -> None:
        today = self._desk.clock.today()
        if day > today:
            ja, en = printed_date(day, Language.JA), printed_date(day, Language.EN)
            raise Refusal(
                Wording(
                    f"回答日の{ja}はまだ来ていません。日付を確かめてください。",
                    f"The day of the answer, {en}, is yet to come. Check the day.",
                ),
                field="on",
            )

    def _those_asked(self, work: Work, call: CallRow, bodies: Sequence[BodyKey]) -> list[CallBodyRow]:
        """The rows of some bodies; one that is not asked is refused by its name."""
        rows = {(row.body, row.name): row for row in work.calls.bodies(call.id)}
        missing = [body_name(self._desk, one) for one in bodies if one not in rows]
        if not bodies:
            raise Refusal(Wording("団体を選んでください。", "Choose a body."), field="body")
        if missing:
            raise Refusal(
                Wording(
                    f"まだ照会していません。先に照会先に加えてください：{'、'.join(one.ja for one in missing[:_LISTED])}",
                    f"Not asked yet. Put on the list first: {', '.join(one.en for one in missing[:_LISTED])}",
                ),
                field="body",
            )
        return [rows[one] for one in bodies]

    def _edition(self, key: CallKey) -> Edition:
        year = FiscalYear(key.year)
        if not FiscalYear(1988) <= year <= FiscalYear(2099) or not 1 <= key.round <= 9:
            raise Refusal(
                Wording(
                    f"{key.year}年度第{key.round}次の募集は扱えません。実施年度は西暦で指定してください。",
                    f"There is no call of FY{key.year}, round {key.round}. Give the project year as in 2027.",
                ),
                field="year",
            )
        edition = self._desk.edition(key.programme, key.year)
        until = edition.programme.until
        if until and year > until:
            name, label = edition.programme.name, until.label()
            raise Refusal(
                Wording(
                    f"{name.ja}は{label.ja}をもって終了しており、募集はありません。",
                    f"{name.en} ended with {label.en}; there is no call.",
                ),
                field="year",
            )
        return edition

    def _row(self, work: Work, key: CallKey) -> CallRow:
        found = work.calls.find(self._desk.programme(key.programme).key, key.year, key.round)
        if found is None:
            name = self._desk.programme(key.programme).name
            raise Refusal(
                Wording(
                    f"{key.year}年度の{name.ja}の募集（第{key.round}次）はありません。先に作成してください。",
                    f"There is no call for {name.en}, FY{key.year} (round {key.round}). Set it up first.",
                ),
                field="year",
            )
        return found

    def _asked(self, work: Work, call: CallRow, body: str) -> CallBodyRow:
        """The body among those asked: by its name as typed, else by whatever names a local authority."""
        rows = work.calls.bodies(call.id)
        by_name = next((row for row in rows if row.name and folded(row.name) == folded(body)), None)
        code = "" if by_name else _BODY.parse(body, self._desk.names)
        found = by_name or next((row for row in rows if row.body == code), None)
        if found is None:
            raise Refusal(
                Wording(
                    f"「{cited(body)}」には照会していません。先に照会先に加えてください。",
                    f"“{cited(body)}” was not asked. Put it on the list first.",
                ),
                field="body",
            )
        return found


def _folded(key: BodyKey) -> BodyKey:
    return key[0], folded(key[1])


def _acted(desk: Desk, bodies: Sequence[BodyKey], act: Wording) -> Wording:
    """The title of an act on a body by its name, or on several by their number."""
    if len(bodies) == 1:
        name = body_name(desk, bodies[0])
        return Wording(f"{act.ja}：{cited(name.ja)}", f"{act.en}: {cited(name.en)}")
    return Wording(f"{act.ja}：{len(bodies)}団体", f"{act.en}: {len(bodies)} bodies")
