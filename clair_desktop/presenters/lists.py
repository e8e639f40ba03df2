"""一覧の取込み: a municipality's own list, its columns matched to questions, its rows chosen, taken in as one act."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.intake import Importance, asked_fields
from clair_desktop.domain.plain_lists import ListMapping, mappable
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.hand_outs import BodyLine
from clair_desktop.presenters.intake_lines import NEW_CASE, FindingLine, count_tags, finding_lines
from clair_desktop.presenters.ports import ANY_FILE, WORKBOOK, Shell, Tasks
from clair_desktop.presenters.registers import ProgrammeChoice
from clair_desktop.presenters.tags import Tag
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.services.intake import Accept
from clair_desktop.services.municipalities import KINDS
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries
    from clair_desktop.services.plain_lists import ListIntake, ListRow

NO_BODY = Wording("（一覧の列に団体がある）", "(a column of the list names the body)")
_CHOOSE = Wording("市区町村の一覧を選ぶ", "Choose a municipality's list")
_READING = Wording("「{name}」を読んでいます…", "Reading “{name}”…")
_MARKING = Wording("印を付けた控えを作っています…", "Making the marked copy…")
_SAVE_MARKED = Wording("印を付けた控えを保存する", "Save the marked copy")
_MARKED = Wording("「{name}」に控えを保存しました。", "The marked copy was saved as “{name}”.")
_KEPT = Wording(
    "列の対応づけを保存しました。次の一覧から使います。", "The mapping was kept; the next list begins with it."
)
_TAKEN = Wording(
    "{count}件の案件に取り込みました。「元に戻す」で一度に取り消せます。",
    "Taken into {count} cases. Undo takes all of it back at once.",
)
_NOTHING = Wording("取り込む行に印を付けてください。", "Tick the rows to take in.")
_FAULTY = Tag(Wording("誤り", "Error"), "error")
_SAME = Tag(Wording("変更なし", "unchanged"), "off")
_NEW = Tag(Wording("新規", "new"), "primary")
_CHANGED = Tag(Wording("変更", "changes"), "notice")


@dataclass(frozen=True, slots=True)
class ListWish:
    """Of which programme, year and body a list is."""

    programme: str
    year: FiscalYear
    body: str = ""


@dataclass(frozen=True, slots=True)
class ListChoices:
    programmes: Sequence[ProgrammeChoice]
    years: Sequence[FiscalYear]
    bodies: Sequence[BodyLine]
    wish: ListWish


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question and the heading that answers it; empty where none does."""

    key: str
    label: Wording
    required: bool
    head: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of the list: the case it goes to, and what it would change there."""

    number: int
    standing: Tag
    case: Wording
    changes: Wording
    told: Wording
    can_take: bool


@dataclass(frozen=True, slots=True)
class ShownList:
    path: Path
    programme: Wording
    year: Wording
    sheet: str
    heads: Sequence[str]
    unread: Sequence[str]
    key: str
    questions: Sequence[QuestionLine]
    rows: Sequence[RowLine]
    findings: Sequence[FindingLine]
    counts: Sequence[Tag]
    is_stale: bool = False
    taken: Sequence[str] = ()


class ListsView(WorkingView, Protocol):
    def show_choices(self, choices: ListChoices) -> None: ...

    def show_list(self, shown: ShownList | None) -> None: ...

    def ask_password(self, name: str, why: Wording) -> str | None: ...


class ListsPresenter:
    def __init__(self, view: ListsView, office: "Office", shell: Shell, tasks: Tasks) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._working = Working(view, shell, tasks)
        first = next(iter(office.hand_outs.programmes()), "")
        self._wish = ListWish(first, FiscalYear.containing(office.clock.today()))
        self._read: ListIntake | None = None
        self._taken: Sequence[str] = ()
        self._versions: Mapping[str, int] = {}
        self._acting = False
        self._is_matching = False

    @property
    def is_matching(self) -> bool:
        """Whether columns were matched by hand and neither kept nor taken."""
        return self._is_matching

    def start(self) -> None:
        self._view.show_choices(self._choices())
        self._show()

    def reload(self) -> None:
        if not self._acting:
            self.start()

    def wish(self, wish: ListWish) -> None:
        """Another programme, year or body: the same file is read anew by it."""
        self._wish = wish
        if self._read is not None:
            self.read(self._read.path, self._read.password)
        else:
            self.start()

    def choose(self) -> None:
        path = self._shell.pick_file(_CHOOSE, [WORKBOOK, ANY_FILE])
        if path is not None:
            self.read(path)

    def read(self, path: Path, password: str | None = None, mapping: ListMapping | None = None) -> None:
        """A dry run; without a mapping the one that was kept counts, or a proposal."""
        wish = self._wish
        wanted = mapping or ListMapping(wish.programme, wish.year.start_year, wish.body)

        def reading(watch: Watch) -> "ListIntake":
            return self._office.watched(watch).plain_lists.read(path, wanted, password=password)

        def refused(refusal: Refusal) -> None:
            if refusal.field != "password":
                self._shell.refuse(refusal)
            elif (told := self._view.ask_password(path.name, refusal.wording)) is not None:
                self.read(path, told, mapping)

        self._working.run(_READING.filled(name=path.name), reading, self._done, refused)

    def read_again(self) -> None:
        if self._read is not None:
            self.read(self._read.path, self._read.password, self._read.mapping)

    def match(self, question: str, head: str) -> None:
        """Another heading for a question, or none; every heading answers one question only."""
        if self._read is None:
            return
        mapping = self._read.mapping
        columns = {key: known for key, known in mapping.columns.items() if key != question and known != head}
        if head:
            columns[question] = head
        self._is_matching = True
        self.read(self._read.path, self._read.password, replace(mapping, columns=columns))

    def know_rows_by(self, head: str) -> None:
        """The column that numbers the rows."""
        if self._read is not None:
            self._is_matching = True
            self.read(self._read.path, self._read.password, replace(self._read.mapping, key=head))

    def keep(self) -> None:
        """Keeps the mapping for the next list of the same body."""
        if self._read is not None:
            self._office.plain_lists.keep(self._read.mapping)
            self._is_matching = False
            self._shell.say(_KEPT)

    def take(self, rows: Collection[int]) -> None:
        """The ticked rows as one act, and the mapping with them."""
        read = self._read
        if read is None:
            return
        if not rows:
            self._shell.tell(_NOTHING)
            return
        self._acting = True
        try:
            self._taken = self._office.plain_lists.take(read, Accept.VALID, sorted(rows))
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        finally:
            self._acting = False
        self._versions, self._is_matching = self._standing(self._taken), False
        self._shell.say(_TAKEN.filled(count=len(self._taken)))
        self._show()

    def annotate(self, language: Language) -> None:
        read = self._read
        if read is None:
            return
        ending = Wording("点検結果", "findings").in_(language)
        target = self._shell.pick_save(_SAVE_MARKED, f"{read.path.stem}_{ending}.xlsx", [WORKBOOK])
        if target is not None:
            self._working.run(
                _MARKING,
                lambda watch: self._office.watched(watch).plain_lists.annotate(read, target, language),
                lambda _done: self._shell.say(_MARKED.filled(name=target.name)),
            )

    def put_away(self) -> None:
        self._read, self._taken, self._versions, self._is_matching = None, (), {}, False
        self._show()

    def _done(self, read: "ListIntake") -> None:
        self._read, self._taken = read, ()
        self._versions = self._standing([one.case for one in read.rows if one.case])
        self._show()

    def _standing(self, cases: Sequence[str]) -> dict[str, int]:
        return {case: self._version(case) for case in cases}

    def _version(self, case: str) -> int:
        try:
            return self._office.cases.get(case).version
        except Refusal:
            return -1

    def _show(self) -> None:
        is_stale = any(self._version(case) != version for case, version in self._versions.items())
        shown = _shown(self._read) if self._read is not None else None
        self._view.show_list(replace(shown, is_stale=is_stale, taken=self._taken) if shown else None)

    def _choices(self) -> ListChoices:
        office = self._office
        programmes = [ProgrammeChoice(key, one.name) for key, one in office.hand_outs.programmes().items()]
        this = FiscalYear.containing(office.clock.today()).start_year
        bodies = [BodyLine(one.code, one.full_name, one.kana, KINDS[one.kind]) for one in office.hand_outs.bodies()]
        nobody = BodyLine("", NO_BODY, "", Wording("", ""))
        years = [FiscalYear(this + ahead) for ahead in range(3)]
        return ListChoices(programmes, years, [nobody, *bodies], self._wish)


def _shown(read: "ListIntake") -> ShownList:
    edition, mapping = read.edition, read.mapping
    questions = [
        QuestionLine(one.key, one.label, one.required, mapping.columns.get(one.key, ""))
        for one in mappable(asked_fields(edition))
    ]
    return ShownList(
        path=read.path,
        programme=edition.programme.name,
        year=edition.year.label(),
        sheet=mapping.sheet,
        heads=read.heads,
        unread=read.unread,
        key=mapping.key,
        questions=questions,
        rows=[_row(one) for one in read.rows],
        findings=finding_lines(read.findings),
        counts=count_tags(read.counts),
    )


def _row(one: "ListRow") -> RowLine:
    standing = _FAULTY if one.is_faulty else _SAME if one.is_repeated else _NEW if one.case is None else _CHANGED
    changes = [
        Wording(f"{it.label.ja}：{it.before.ja}→{it.after.ja}", f"{it.label.en}: {it.before.en} → {it.after.en}")
        for it in one.changes
    ]
    wrong = [it.message for it in one.findings if it.importance is Importance.ERROR]
    case = Wording(one.case, one.case) if one.case else NEW_CASE
    return RowLine(
        one.number, standing, case, _joined(changes), _joined(wrong), not one.is_faulty and not one.is_repeated
    )


def _joined(told: Sequence[Wording]) -> Wording:
    return Wording("／".join(one.ja for one in told), "; ".join(one.en for one in told))
