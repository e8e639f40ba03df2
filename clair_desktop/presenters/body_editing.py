"""Changing the directory from its page: values entered and corrected, bodies added, merged and taken off."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.directory import Attribute, BodyKind, Tongue
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS, KIND_WORDS, SCOPE_WORDS, TONGUE_WORDS
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.bodies import BodiesPresenter
from clair_desktop.presenters.ports import Shell
from clair_desktop.services.directory_reading import LEFT_OUT, BodyEntry, StatementEntry

if TYPE_CHECKING:
    from clair_desktop.domain.directory import Statement
    from clair_desktop.services.office import Office

Choices = Sequence[tuple[str, Wording]]
Texts = Mapping[str, str]
Complaint = tuple[str, Wording]
Keeps = Callable[[Texts], Complaint | None]  # None: it was kept


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """A value to be entered or corrected; ``texts`` stand in the boxes at first."""

    title: Wording
    attributes: Choices
    scopes: Choices
    tongues: Choices
    texts: Texts


@dataclass(frozen=True, slots=True)
class BodyQuestion:
    """A body to be added or changed; the kind of one that is there stays."""

    title: Wording
    kinds: Choices
    texts: Texts
    kind_is_set: bool


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """Which duplicate is merged into a body."""

    survivor: Wording
    duplicates: Choices


class EditingView(Protocol):
    def ask_value(self, question: ValueQuestion, keeps: Keeps) -> None:
        """Asks until what was typed is kept or the person goes back."""
        ...

    def ask_body(self, question: BodyQuestion, keeps: Keeps) -> None: ...

    def ask_duplicate(self, question: MergeQuestion) -> str | None: ...


TAKE_OFF = Wording("名簿から外す", "Take off the directory")
WITHDRAW = Wording("値を取り消す", "Withdraw the value")
MERGE = Wording("統合する", "Merge")
UNDO = Wording("元に戻す", "Undo")


class BodyEditing:
    """Every change is one act; what is refused is said beside its box or over the window, and nothing is kept."""

    def __init__(self, view: EditingView, bodies: BodiesPresenter, office: "Office", shell: Shell) -> None:
        self._view = view
        self._bodies = bodies
        self._office = office
        self._shell = shell

    def add_body(self) -> None:
        def keep(texts: Texts) -> Complaint | None:
            return self._kept(lambda: self._take_to(self._office.bodies.add_body(BodyEntry(**texts)).key))

        empty = dict.fromkeys(BodyEntry.__dataclass_fields__, "") | {"kind": BodyKind.PARTNER.value}
        self._view.ask_body(BodyQuestion(Wording("機関を追加", "Add a body"), _kinds(), empty, kind_is_set=False), keep)

    def change_body(self) -> None:
        body = self._bodies.body()
        texts = {
            "kind": body.kind.value, "name_ja": body.name.ja, "name_en": body.name.en, "kana": body.kana,
            "code": body.code, "country": body.country, "parent": body.parent,
        }  # fmt: skip

        def keep(given: Texts) -> Complaint | None:
            return self._kept(lambda: self._office.bodies.change_body(body.key, BodyEntry(**given)))

        title = Wording(f"{body.name.ja}の変更", f"Change {body.name.en}")
        self._view.ask_body(BodyQuestion(title, _kinds(), texts, kind_is_set=True), keep)

    def enter(self) -> None:
        body = self._bodies.body()
        today = self._office.clock.today().isoformat()
        empty = dict.fromkeys(StatementEntry.__dataclass_fields__, "")
        texts = empty | {"attribute": Attribute.ADDRESS.value, "seen_on": today}

        def keep(given: Texts) -> Complaint | None:
            return self._kept(lambda: self._office.bodies.enter(body.key, StatementEntry(**given)))

        self._view.ask_value(self._question(Wording(f"{body.name.ja}の値", f"Value of {body.name.en}"), texts), keep)

    def correct(self, statement: str) -> None:
        body = self._bodies.body()
        said = next((one for one in body.statements if statement in (one.key, str(one.number))), None)
        if said is None:
            return

        def keep(given: Texts) -> Complaint | None:
            return self._kept(lambda: self._office.bodies.correct(body.key, statement, StatementEntry(**given)))

        title = Wording(f"{body.name.ja}の値の訂正", f"Correct a value of {body.name.en}")
        self._view.ask_value(self._question(title, entry_texts(said)), keep)

    def withdraw(self, statement: str, *, withdrawn: bool) -> None:
        question = Wording(
            "この値を文書に使わないようにします。年表には残ります。",
            "Letters will not use this value. It stays in the timeline.",
        )
        if withdrawn and not self._shell.confirm(question, WITHDRAW):
            return
        self._act(lambda: self._office.bodies.withdraw(self._bodies.key, statement, withdrawn=withdrawn))

    def take_off(self) -> None:
        body = self._bodies.body()
        question = Wording(
            f"「{body.name.ja}」を一覧から外します。記録は残り、「元に戻す」で戻せます。",
            f"“{body.name.en}” leaves the lists. What is known stays, and undo puts it back.",
        )
        if self._shell.confirm(question, TAKE_OFF):
            self._act(lambda: self._office.bodies.withdraw_body(body.key))

    def merge(self) -> None:
        """Merges a duplicate that the branch entered into the body shown."""
        body = self._bodies.body()
        others = [one for one in self._office.directory.bodies() if one.kept and one.key != body.key]
        if not others:
            self._shell.refuse(
                Refusal(
                    Wording(
                        "統合できる重複がありません。統合できるのは支部が追加した機関です。",
                        "There is no duplicate to merge: only bodies that the branch added can be merged away.",
                    )
                )
            )
            return
        others.sort(key=lambda one: one.kind is not body.kind)
        chosen = self._view.ask_duplicate(MergeQuestion(body.name, [(one.key, one.name) for one in others]))
        if chosen is None:
            return
        self._act(lambda: self._office.bodies.merge(body.key, chosen))

    def undo(self, operation: int) -> None:
        self._act(lambda: self._office.bodies.undo(operation))

    def _question(self, title: Wording, texts: Texts) -> ValueQuestion:
        programmes = [(key, one.name) for key, one in self._office.programmes().items()]
        scopes = [("", Wording("（全般）", "(general)")), *programmes, *SCOPE_WORDS.items()]
        return ValueQuestion(
            title=title,
            attributes=[(one.value, words) for one, words in ATTRIBUTE_WORDS.items()],
            scopes=scopes,
            tongues=[(one.value, words if words.ja else Wording("（なし）", "(none)")) for one, words in _tongues()],
            texts=texts,
        )

    def _take_to(self, key: str) -> None:
        self._bodies.key = key

    def _kept(self, act: Callable[[], object]) -> Complaint | None:
        try:
            act()
        except Malformed as complaint:
            return complaint.field or "value", complaint.wording
        except Refusal as refusal:
            return refusal.field or "value", refusal.wording
        self._shell.say(Wording("名簿に保存しました。", "Kept in the directory."))
        self._bodies.reload()
        return None

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Refusal as refusal:
            self._shell.refuse(refusal)
        self._bodies.reload()


def entry_texts(said: "Statement") -> dict[str, str]:
    """A statement as the boxes hold it."""
    days = {name: getattr(said, name) for name in ("valid_from", "valid_to", "seen_on")}
    return {
        "attribute": said.attribute.value,
        "value": LEFT_OUT if said.value is None else said.value,
        "scope": said.scope,
        "tongue": said.tongue.value,
        "document": said.document,
        "locator": said.source.locator.ja,
        "confidence": said.confidence.value,
        **{name: day.isoformat() if day else "" for name, day in days.items()},
    }


def _kinds() -> Choices:
    return [(kind.value, words) for kind, words in KIND_WORDS.items() if kind is not BodyKind.LOCAL_AUTHORITY]


def _tongues() -> Sequence[tuple[Tongue, Wording]]:
    return list(TONGUE_WORDS.items())
