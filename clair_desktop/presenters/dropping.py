"""A file dropped anywhere: what it is and what would be done with it is said first, and done only on a word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import ANY_FILE, Shell, Tasks
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.services.recognising import KIND_WORDS, Kind, Recognised
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries


class Way(StrEnum):
    """What may be done with a file."""

    TAKE = "take"
    ANSWER = "answer"
    LIST = "list"
    CHECK = "check"
    NOTICE = "notice"
    UPDATE = "update"
    BODIES = "bodies"
    VERIFY = "verify"
    ENCLOSE = "enclose"
    ENCLOSE_ALL = "enclose_all"
    JOIN = "join"
    UNLOCK = "unlock"


WAY_WORDS: Mapping[Way, Wording] = {
    Way.TAKE: Wording(
        "「取り込み」で読み取って点検する（まだ何も登録しません）",
        "Read and judge it on “Take in” (nothing is kept yet)",
    ),
    Way.ANSWER: Wording(
        "「本部の回答」で送った台帳と比べる（まだ何も登録しません）",
        "Compare it on “Headquarters' answer” with what was sent (nothing is kept yet)",
    ),
    Way.LIST: Wording(
        "「一覧の取込み」で列と項目を対応させて読む（まだ何も登録しません）",
        "Match its columns to questions on “Lists” (nothing is kept yet)",
    ),
    Way.CHECK: Wording("「点検」で機械判読の項目ごとに点検する", "Check item by item whether machines can read it"),
    Way.NOTICE: Wording(
        "変わる定めと影響を受ける案件を見てから取り込む", "See which rules and cases it changes, then take it or not"
    ),
    Way.UPDATE: Wording(
        "名簿の変わる値を見てから取り込む", "See what it changes in the directory, then take it or not"
    ),
    Way.BODIES: Wording(
        "「機関名簿」で変わる値を見てから取り込む", "See what it changes in the directory's list, then take it or not"
    ),
    Way.VERIFY: Wording(
        "この支部が発行した書類かどうかを確かめる", "Tell whether it is a paper that this branch released"
    ),
    Way.ENCLOSE: Wording("開いている案件 {case} に添付する", "Enclose it with the open case {case}"),
    Way.ENCLOSE_ALL: Wording(
        "{count}件すべてを、開いている案件 {case} に添付する", "Enclose all {count} with the open case {case}"
    ),
    Way.JOIN: Wording("「統合」で台帳を1つのブックにまとめる", "Join the registers in it into one workbook"),
    Way.UNLOCK: Wording("パスワードを入力して、もう一度調べる", "Type its password and look again"),
}
_BY_KIND: Mapping[Kind, Sequence[Way]] = {
    Kind.INTAKE: (Way.TAKE, Way.CHECK, Way.ENCLOSE),
    Kind.REGISTER: (Way.ANSWER, Way.CHECK, Way.ENCLOSE),
    Kind.FOREIGN_REGISTER: (Way.CHECK, Way.ENCLOSE),
    Kind.LIST: (Way.LIST, Way.ANSWER, Way.CHECK, Way.ENCLOSE),
    Kind.BODIES: (Way.BODIES, Way.LIST, Way.CHECK, Way.ENCLOSE),
    Kind.LOCKED: (Way.UNLOCK, Way.ENCLOSE),
    Kind.NOTICE: (Way.NOTICE,),
    Kind.UPDATE: (Way.UPDATE,),
    Kind.PDF: (Way.ENCLOSE, Way.VERIFY),
    Kind.FOLDER: (Way.JOIN, Way.ENCLOSE),
    Kind.OTHER: (Way.ENCLOSE,),
}
_NOTHING: Mapping[Kind, Wording] = {
    Kind.CASES: Wording(
        "案件ファイルはここでは取り込めません。中を見るには、このプログラムを別のデータフォルダーで起動してください（--data）。",
        "A file of cases is not taken in here. To look into it, start the program on that data folder (--data).",
    ),
    Kind.OTHER: Wording(
        "このファイルにできることはありません。添付するときは、案件を開いてからもう一度ドロップしてください。",
        "Nothing can be done with it. To enclose it, open the case and drop it again.",
    ),
    Kind.UNREADABLE: Wording("このファイルは読めません。", "It cannot be read."),
}
_LOOKING = Wording("ファイルを調べています…", "Looking at the files…")
_CHOOSE = Wording("調べるファイルを選ぶ", "Choose files to look at")
_MOST = 30  # files that are looked at in one go


@dataclass(frozen=True, slots=True)
class Offer:
    """A file, what it is, and what may be done with it; the first is what it is usually for."""

    path: Path
    kind: Wording
    facts: Sequence[tuple[Wording, Wording]]
    ways: Sequence[tuple[Way, Wording]]
    remark: Wording | None
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person wants done: with one of the offers, or, for enclosing, with all of them."""

    offer: Offer
    way: Way


Does = Mapping[Way, Callable[[Path, str | None], None]]


class DroppingView(WorkingView, Protocol):
    def ask_way(self, offers: Sequence[Offer]) -> Chosen | None:
        """Which file and what is to be done with it, now that it was said what each of them is."""
        ...

    def ask_password(self, name: str, why: Wording) -> str | None: ...


class Dropping:
    """``does`` carries out a way; ways that are not among it are not offered. ``open_case`` names the case on screen."""

    def __init__(
        self,
        view: DroppingView,
        office: "Office",
        shell: Shell,
        tasks: Tasks,
        *,
        does: Does,
        encloses: Callable[[Sequence[Path]], None],
        open_case: Callable[[], str],
    ) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._does = does
        self._encloses = encloses
        self._open_case = open_case
        self._working = Working(view, shell, tasks)

    def choose(self) -> None:
        """The same by the keyboard."""
        paths = self._shell.pick_files(_CHOOSE, [ANY_FILE])
        if paths:
            self.drop(paths)

    def drop(self, paths: Sequence[Path], password: str | None = None) -> None:
        """Looks at the files, says what they are, and does what the person chooses."""
        if len(paths) > _MOST:
            self._shell.tell(
                Wording(
                    f"一度に調べられるのは{_MOST}件までです。{_MOST}件以下に分けてドロップしてください。",
                    f"At most {_MOST} files are looked at in one go. Drop fewer of them.",
                )
            )
            return

        def look(watch: Watch) -> list[Recognised]:
            recognising, found = self._office.watched(watch).recognising, []
            for done, path in enumerate(paths):
                watch.reach(done, len(paths))
                found.append(recognising.look(path, password))
            return found

        self._working.run(_LOOKING, look, self._ask)

    def _ask(self, found: Sequence[Recognised]) -> None:
        chosen = self._view.ask_way([self._offer(one, len(found)) for one in found])
        if chosen is None:
            return
        if chosen.way is Way.UNLOCK:
            self._unlock(chosen.offer)
        elif chosen.way is Way.ENCLOSE_ALL:
            self._encloses([one.path for one in found])
        elif chosen.way is Way.ENCLOSE:
            self._encloses([chosen.offer.path])
        else:
            self._does[chosen.way](chosen.offer.path, chosen.offer.password)

    def _unlock(self, offer: Offer) -> None:
        password = self._view.ask_password(offer.path.name, offer.kind)
        if password is not None:
            self.drop([offer.path], password)

    def _offer(self, one: Recognised, count: int) -> Offer:
        case = self._open_case()
        ways = [way for way in _BY_KIND.get(one.kind, ()) if self._is_possible(way, case)]
        if count > 1 and case:
            ways.append(Way.ENCLOSE_ALL)
        named = [(way, WAY_WORDS[way].filled(case=case, count=count)) for way in ways]
        remark = one.why or (None if named else _NOTHING.get(one.kind, _NOTHING[Kind.OTHER]))
        return Offer(one.path, KIND_WORDS[one.kind], one.facts, named, remark, one.password)

    def _is_possible(self, way: Way, case: str) -> bool:
        if way is Way.ENCLOSE:
            return bool(case)
        return way is Way.UNLOCK or way in self._does
