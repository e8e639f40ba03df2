"""持出し台帳: every file that left the branch, searched, printed for the rule on media, and written as a workbook."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.hand_overs import MEDIUM_WORDS, Medium
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import PDF, WORKBOOK, Shell
from clair_desktop.presenters.typed_days import TypedSpan
from clair_desktop.services.outgoing_ledger import COLUMNS, OutgoingFilter, OutgoingLine

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

_SAVE_PDF = Wording("持出し台帳をPDFで保存する", "Save the ledger as PDF")
_SAVE_WORKBOOK = Wording("持出し台帳をExcelへ書き出す", "Export the ledger to Excel")


@dataclass(frozen=True, slots=True)
class SentLine:
    """One file that left, as every column says it in either language."""

    said: Mapping[str, Wording]


@dataclass(frozen=True, slots=True)
class OutgoingSheet:
    """The lines found, the latest first; ``heads`` are the columns by key, ``media`` what may be asked for."""

    lines: Sequence[SentLine]
    heads: Sequence[tuple[str, Wording]]
    media: Sequence[tuple[Medium | None, Wording]]
    text: str
    medium: Medium | None
    span: TypedSpan
    today: date


class OutgoingView(Protocol):
    def show_outgoing(self, sheet: OutgoingSheet) -> None: ...

    def show_complaints(self, complaints: Mapping[str, Wording]) -> None:
        """What is wrong with a day that was typed: ``since`` or ``until``."""
        ...

    def show_written(self, path: Path) -> None: ...


class OutgoingPresenter:
    def __init__(self, view: OutgoingView, office: "Office", shell: Shell) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._wanted, self._span = OutgoingFilter(), TypedSpan()
        self._written: Path | None = None

    def start(self) -> None:
        heads = [(key, name) for key, name, _width in COLUMNS]
        media: list[tuple[Medium | None, Wording]] = [(None, Wording("すべて", "All")), *MEDIUM_WORDS.items()]
        lines = [_sent(one) for one in self._office.outgoing.lines(self._wanted)]
        today = self._office.clock.today()
        self._view.show_outgoing(
            OutgoingSheet(lines, heads, media, self._wanted.text, self._wanted.medium, self._span, today)
        )

    def search(self, text: str, medium: Medium | None, span: TypedSpan | None = None) -> None:
        """A day that does not read is said beside its box, and the lines stay as they were."""
        typed = span or TypedSpan()
        self._view.show_complaints(typed.complaints)
        if not typed.complaints:
            self._span, self._wanted = typed, OutgoingFilter(text, medium, *typed.days)
            self.start()

    def save_pdf(self, language: Language) -> None:
        target = self._shell.pick_save(_SAVE_PDF, self._name("pdf"), [PDF])
        if target is not None:
            self._write(target, lambda: self._office.outgoing.print(self._wanted, target, language))

    def export(self, language: Language) -> None:
        target = self._shell.pick_save(_SAVE_WORKBOOK, self._name("xlsx"), [WORKBOOK])
        if target is not None:
            self._write(target, lambda: self._office.outgoing.export(self._wanted, target, language))

    def open_folder(self) -> None:
        if self._written is not None:
            self._shell.open_folder(self._written.parent)

    def _write(self, target: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._written = target
        self._view.show_written(target)

    def _name(self, ending: str) -> str:
        today = self._office.clock.today()
        return f"{self._office.branch.get().branch or ''}_持出し台帳_{today:%Y%m%d}.{ending}".lstrip("_")


def _sent(one: OutgoingLine) -> SentLine:
    return SentLine({key: Wording(*(one.said(key, to) for to in Language)) for key, _name, _width in COLUMNS})
