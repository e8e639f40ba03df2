"""The ledger of printed papers: found again, printed, exported; a past pack made again, a file verified."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import PDF, WORKBOOK, Shell
from clair_desktop.presenters.typed_days import TypedSpan

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries
    from clair_desktop.services.printed_ledger import LedgerFilter, LedgerLine

HOW: Sequence[tuple[str, Wording]] = (
    ("", Wording("すべての区分", "Every kind")),
    ("saved", Wording("保存", "Saved")),
    ("printed", Wording("印刷", "Printed")),
    ("sent", Wording("発行（手続）", "Sent by a step")),
    ("again", Wording("再発行", "Made again")),
)
_WHY = Wording("刷り直す理由を入力してください（台帳に残ります）。", "Why is it printed again? (Kept in the ledger.)")
_AGAIN_AS = Wording("当時のまま刷り直したPDFを保存", "Save the pack as it was")
_VERIFY = Wording("確かめるPDFを選ぶ", "Choose the PDF to verify")


@dataclass(frozen=True, slots=True)
class LedgerWish:
    """What is looked for, as typed."""

    text: str = ""
    how: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line as it is shown, in the person's language."""

    when: str
    by: str
    how: str
    case: str
    papers: str
    pack_id: str
    letter: str
    pages: int
    reason: str
    state: str
    file_hash: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """The lines found, the latest first, and how many there are in all."""

    wish: LedgerWish
    lines: Sequence[LedgerEntry]
    whole: int
    today: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file turned out to be; ``good`` where it is what was released."""

    name: str
    good: bool
    words: Wording
    differences: Sequence[Wording]
    printings: Sequence[Wording]


class LedgerView(Protocol):
    def show_ledger(self, sheet: LedgerSheet) -> None: ...

    def show_complaints(self, complaints: Mapping[str, Wording]) -> None:
        """What is wrong with a day that was typed: ``since`` or ``until``."""
        ...

    def show_verdict(self, verdict: Verdict) -> None: ...

    def show_written(self, path: Path) -> None: ...


class LedgerPresenter:
    """Nothing is written here but reprints, which the ledger notes like any other."""

    def __init__(self, view: LedgerView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._wish = LedgerWish()
        self._written: Path | None = None

    def start(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Reads the ledger anew; a day that does not read is said beside its box, and the lines stay as they were."""
        complaints = TypedSpan(self._wish.since, self._wish.until).complaints
        self._view.show_complaints(complaints)
        if complaints:
            return
        wanted = self._wanted()
        every = self._office.ledger.lines()
        lines = [_entry(one, self._language) for one in self._office.ledger.lines(wanted)]
        self._view.show_ledger(LedgerSheet(self._wish, lines, len(every), self._office.clock.today()))

    def choose(self, wish: LedgerWish) -> None:
        if wish != self._wish:
            self._wish = wish
            self.reload()

    def save_pdf(self) -> None:
        title = Wording("台帳をPDFで保存", "Save the ledger as PDF")
        target = self._shell.pick_save(title, self._name("pdf"), [PDF])
        if target is not None:
            self._write(target, lambda: self._office.ledger.print(self._wanted(), target, self._language))

    def export(self) -> None:
        title = Wording("台帳をExcelへ書き出す", "Export the ledger to Excel")
        target = self._shell.pick_save(title, self._name("xlsx"), [WORKBOOK])
        if target is not None:
            self._write(target, lambda: self._office.ledger.export(self._wanted(), target, self._language))

    def again(self, pack_id: str) -> None:
        """Asks why and where, and writes the pack as it was."""
        reason = self._shell.ask_text(_WHY)
        if reason is None:
            return
        target = self._shell.pick_save(_AGAIN_AS, f"{pack_id}.pdf", [PDF])
        if target is not None:
            self._write(target, lambda: self._office.releases.again(pack_id, target, reason))
            self.reload()

    def pick(self) -> None:
        """Asks for a file and says what it is."""
        found = self._shell.pick_file(_VERIFY, [PDF])
        if found is not None:
            self.verify(found)

    def verify(self, path: Path) -> None:
        from clair_desktop.services.verifying import STANDING_WORDS, Standing

        try:
            found = self._office.verifying.verify(path)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._view.show_verdict(
            Verdict(
                name=path.name,
                good=found.standing in {Standing.RELEASED, Standing.RESAVED},
                words=STANDING_WORDS[found.standing],
                differences=found.differences,
                printings=[one.told() for one in found.printings],
            )
        )

    def open_folder(self) -> None:
        if self._written:
            self._shell.open_folder(self._written.parent)

    def _write(self, target: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._written = target
        self._view.show_written(target)

    def _wanted(self) -> "LedgerFilter":
        from clair_desktop.services.printed_ledger import LedgerFilter
        from clair_desktop.services.releases import How

        wish = self._wish
        since, until = TypedSpan(wish.since, wish.until).days
        return LedgerFilter(wish.text, How(wish.how) if wish.how else None, since, until)

    def _name(self, ending: str) -> str:
        return f"{self._office.branch.get().branch}_ledger_{self._office.clock.today():%Y%m%d}.{ending}"


def _entry(line: "LedgerLine", language: Language) -> LedgerEntry:
    letter = "　".join(one for one in (line.document_number, line.said("on", language)) if one)
    return LedgerEntry(
        when=line.said("made_at", language),
        by=line.made_by,
        how=line.said("how", language),
        case=f"{line.case_number}　{line.case_title}",
        papers=f"{line.name.in_(language)}（{line.language.in_(language)}）"
        if language is Language.JA
        else f"{line.name.in_(language)} ({line.language.in_(language)})",
        pack_id=line.pack_id,
        letter=letter,
        pages=line.pages,
        reason=line.reason.in_(language),
        state=line.state.in_(language),
        file_hash=line.sha256,
        content_hash=line.content_sha256,
    )
