"""The documents of the open case: a pack is made, looked at, and the very same file is saved or printed."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from clair_desktop.domain.asked import Asked, Spot
from clair_desktop.domain.eras import date_with_weekday, english_date, read_day
from clair_desktop.domain.fields import Rows
from clair_desktop.domain.making_up import PackCopy
from clair_desktop.domain.pack_languages import PackLanguages, PaperLanguage, usual_languages
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.comparison import NEVER_SENT, Comparison, heading
from clair_desktop.presenters.pack_wishes import PackWish, ShownPacks, papers_of
from clair_desktop.presenters.ports import PDF, Shell, Tasks
from clair_desktop.services.case_packs import following, pack_of
from clair_desktop.services.letter_values import ValueChange
from clair_desktop.services.office import Office
from clair_desktop.services.printed import Printed
from clair_desktop.services.releases import How
from clair_desktop.services.sheets import CaseSheet

_OF_NO_FIELD = Wording(
    "ここは入力欄の値ではありません（文面・支部の設定・添付書類など）。",
    "No field's value stands here: it is wording, a setting of the branch or an enclosure.",
)

_NO_VIEWER = Wording(
    "PDFを開くプログラムが見つかりません。「PDFを保存」で保存し、PDFを開けるプログラムで開いてください。",
    "No program for PDFs was found. Save the PDF and open it where there is one.",
)
_COMPARING = Wording("前回発行したものと比べています。", "Comparing with what was sent before.")


class PreviewView(Protocol):
    def in_sight(self) -> bool: ...

    def show_packs(self, shown: ShownPacks) -> None: ...

    def show_file(self, path: Path, warnings: Sequence[Wording]) -> None:
        """The pages of a file that was made."""
        ...

    def show_newer(self, differences: Sequence[Wording], *, newest: bool) -> None:
        """What the directory says otherwise than when the pack was printed; ``newest``: the pages have it so."""
        ...

    def show_comparison(self, comparison: Comparison) -> None:
        """What differs between the pages shown and the pack that left before."""
        ...

    def show_refusal(self, refusal: Refusal) -> None:
        """No file was made, and why."""
        ...

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
        """Asks for a printer and prints; False where the person went back. Raises ``Refusal`` where it fails."""
        ...


class PreviewPresenter:
    """A file is made only when somebody looks, and made anew whenever the case or the wish has changed."""

    def __init__(
        self,
        view: PreviewView,
        office: Office,
        shell: Shell,
        language: Language,
        enters: Callable[[Asked], None] = lambda _asked: None,
        *,
        tasks: Tasks | None = None,
    ) -> None:
        """``enters`` is told the question to which the person wants to go; without ``tasks`` nobody need wait."""
        self._view = view
        self._tasks = tasks
        self._enters = enters
        self._language = language
        self._office = office
        self._shell = shell
        self._sheet: CaseSheet | None = None
        self._wish: PackWish | None = None
        self._made: Printed | None = None
        self._rows: Sequence[tuple[int, Wording]] = ()
        self._folder = tempfile.TemporaryDirectory(prefix="clair-", ignore_cleanup_errors=True)

    def show(self, sheet: CaseSheet) -> None:
        before = self._sheet
        another = before is None or before.id != sheet.id or len(before.events) != len(sheet.events)
        self._sheet, self._made = sheet, None
        packs = [(pack.key, pack.name) for pack in self._office.documents.packs(sheet)]
        if another or self._wish is None or self._wish.pack not in dict(packs):
            self._wish = self._wish_for(sheet, self._usual(sheet))
        self._wish = self._with_its_row(sheet, self._wish)
        papers = papers_of(sheet.edition, self._wish.pack)
        self._view.show_packs(ShownPacks(packs, self._wish, self._office.clock.today(), self._rows, papers))
        if self._view.in_sight():
            self.look()

    def speak(self, language: Language) -> None:
        self._language = language
        if self._sheet is not None:
            sheet = self._sheet
            self._sheet = None  # so that number and day are written anew
            self.show(sheet)

    def look(self) -> None:
        """Somebody turned to the documents."""
        if self._made is None and self._wish is not None:
            self._make()

    def choose(self, wish: PackWish) -> None:
        if wish != self._wish or self._made is None:
            self._wish, self._made = wish, None
            self._make()

    def turn_to_copy(self, wish: PackWish, copy: PackCopy) -> None:
        """The same papers for another receiver, made up as the branch keeps it."""
        self._show_anew(self._spoken_as_kept(replace(wish, made_up=self._office.documents.made_up(copy))))

    def make_up(self, wish: PackWish) -> None:
        """Another make-up, which the branch keeps for this copy from now on."""
        self._office.documents.keep_made_up(wish.made_up)
        self._show_anew(wish)

    def speak_paper(self, wish: PackWish, paper: str, chosen: PaperLanguage | None) -> None:
        """One paper of the pack in a language of its own, or like the others; kept for this copy from now on."""
        self._keep_languages(wish, wish.languages.with_own(paper, chosen))

    def speak_as_usual(self, wish: PackWish) -> None:
        """Every paper as its receiver reads it."""
        if self._sheet is not None:
            pack = pack_of(self._sheet.edition, wish.pack)
            self._keep_languages(wish, usual_languages(pack, wish.made_up.copy))

    def _keep_languages(self, wish: PackWish, chosen: PackLanguages) -> None:
        if self._sheet is not None:
            self._office.documents.keep_languages(self._sheet, wish.pack, wish.made_up.copy, chosen)
            self._show_anew(self._spoken_as_kept(wish))

    def _show_anew(self, wish: PackWish) -> None:
        if self._sheet is not None:
            self._wish, self._made = wish, None
            self.show(self._sheet)

    def turn_to(self, pack: str) -> None:
        """Another pack, with the number and day of the step that sent it."""
        if self._sheet is not None and self._wish is not None:
            self._wish, self._made = self._wish_for(self._sheet, pack), None
            self.show(self._sheet)

    def save_as(self, reason: str = "") -> None:
        """Writes the file that is shown where the person says, and notes that it was made, and why."""
        if self._sheet is None or self._wish is None or self._made is None:
            return
        target = self._shell.pick_save(Wording("PDFを保存", "Save the PDF"), _name(self._sheet, self._wish), [PDF])
        if target is None:
            return
        try:
            self._print(target, How.SAVED, reason)
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            self._shell.say(Wording(f"「{target.name}」に保存しました。", f"Saved as “{target.name}”."))

    def print(self, reason: str = "") -> None:
        """Prints the file that is shown; it is noted once the printer has taken it."""
        if self._sheet is None or self._wish is None or self._made is None:
            return
        shown = self._made.path
        try:
            grey = self._office.paper_styles.get().monochrome
            if self._view.send_to_printer(shown, f"{self._sheet.number} {self._wish.pack}", monochrome=grey):
                self._print(Path(self._folder.name) / "printed.pdf", How.PRINTED, reason)
                self._shell.say(Wording("印刷に送りました。", "Sent to the printer."))
        except Refusal as refusal:
            self._shell.refuse(refusal)

    def answer_at(self, page: int, x: float, y: float) -> Wording | None:
        """The name of the question whose answer stands at a place of the page shown, in points; None for other words."""
        found = self._spot_at(page, x, y)
        return None if found is None or self._sheet is None else question(self._sheet.edition, found.asked)

    def go_to_answer(self, page: int, x: float, y: float) -> None:
        """Leads to the question in the entry, or says that the place is none's."""
        found = self._spot_at(page, x, y)
        if found is not None:
            self._enters(found.asked)
        else:
            self._shell.say(_OF_NO_FIELD)

    def open_outside(self) -> None:
        """A copy of the file that is shown, in the system's own viewer: to look at, so it is not noted as printed."""
        if self._made is None:
            return
        copy = Path(self._folder.name) / "viewer" / self._made.path.name
        try:
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(self._made.path.read_bytes())
        except OSError:  # the viewer still holds the last copy
            copy = copy.with_stem(f"{copy.stem}_{self._made.sha256[:8]}")
            copy.write_bytes(self._made.path.read_bytes())
        if not self._shell.open_file(copy):
            self._shell.refuse(Refusal(_NO_VIEWER))

    def compare(self) -> None:
        """With the last release of the same pack in the same language, made again as it was."""
        if self._made is None:
            return
        documents, made = self._office.documents, self._made
        try:
            release = documents.last_release(made, Path(self._folder.name) / "released")
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        if release is None:
            self._shell.tell(NEVER_SENT)
            return
        self._shell.say(_COMPARING)
        if self._tasks is None:
            self._compared(made, documents.compared(release, made.path))
            return
        self._tasks.run(
            lambda: documents.compared(release, made.path),
            lambda found: self._compared(made, found),
            self._not_compared,
        )

    def _compared(self, made: Printed, found: Comparison) -> None:
        if made is self._made:
            self._shell.say(heading(found, made.pages))
            self._view.show_comparison(found)

    def _not_compared(self, fault: Exception) -> None:
        if isinstance(fault, Refusal):
            self._shell.refuse(fault)
        else:
            raise fault

    def close(self) -> None:
        self._folder.cleanup()

    def spots(self) -> Sequence[Spot]:
        """Where answers stand in the file that is shown."""
        return self._made.spots if self._made else ()

    def _spot_at(self, page: int, x: float, y: float) -> Spot | None:
        return next((spot for spot in self.spots() if spot.holds(page, x, y)), None)

    def _make(self) -> None:
        if self._sheet is None or self._wish is None:
            return
        wish = self._wish
        out = Path(self._folder.name) / _name(self._sheet, wish)
        try:
            self._made = self._office.documents.preview(
                self._sheet, wish.pack, wish.languages, out,
                document_number=wish.document_number.strip() or None, on=_day(wish), rows=_rows(wish), newest=wish.newest,
                made_up=wish.made_up,
            )  # fmt: skip
            changes = self._office.documents.value_changes(self._sheet, wish.pack, _day(wish))
        except Refusal as refusal:
            self._view.show_refusal(refusal)
        else:
            self._view.show_file(self._made.path, self._made.warnings)
            self._view.show_newer([_told(one) for one in changes], newest=wish.newest)

    def _print(self, out: Path, how: How, reason: str) -> None:
        """Makes and notes the pack; the same case gives the same bytes, so this is the file that was looked at."""
        if self._sheet is None or self._wish is None or self._made is None:
            return
        shown, wish = self._made.sha256, self._wish
        printed = self._office.documents.print(
            self._sheet.number, wish.pack, wish.languages, out,
            document_number=wish.document_number.strip() or None, on=_day(wish), rows=_rows(wish), newest=wish.newest,
            how=how, reason=reason, made_up=wish.made_up,
        )  # fmt: skip
        self._office.look_again(self._sheet.id)
        if printed.sha256 != shown:
            self._shell.tell(
                Wording(
                    "プレビューの後に案件が変わりました。出力したファイルは最新の内容です。もう一度確認してください。",
                    "The case has changed since the preview. The file holds it as it is now; please look again.",
                )
            )

    def _with_its_row(self, sheet: CaseSheet, wish: PackWish) -> PackWish:
        """The wish for one receiver, as long as that row is still the same receiver's."""
        before, self._rows = dict(self._rows), self._office.documents.rows(sheet, wish.pack)
        if wish.row is None or before.get(wish.row) == dict(self._rows).get(wish.row):
            return wish
        return replace(wish, row=None)

    def _spoken_as_kept(self, wish: PackWish) -> PackWish:
        """In the languages that the branch keeps for this copy of the pack, else as its receiver reads."""
        if self._sheet is None:
            return wish
        kept = self._office.documents.languages(self._sheet, wish.pack, wish.made_up.copy)
        return replace(wish, spoken=kept.whole.value, own=kept.own)

    def _wish_for(self, sheet: CaseSheet, pack: str) -> PackWish:
        """With number and day as the last step that sent the pack gave them; not sent yet: no number, today.

        The same pack stays in the languages it was looked at in.
        """
        flow = sheet.edition.programme.workflow
        steps = {step.key for step in flow.transitions if step.issues == pack}
        sent = [event for event in sheet.events if event.step in steps and event.part is None]
        day = sent[-1].on if sent else self._office.clock.today()
        shown = date_with_weekday(day) if self._language is Language.JA else english_date(day)
        made_up = self._wish.made_up if self._wish else self._office.documents.made_up()
        number = (sent[-1].document_number or "") if sent else ""
        if self._wish and self._wish.pack == pack:
            return PackWish(pack, self._wish.spoken, number, shown, made_up=made_up, own=self._wish.own)
        return self._spoken_as_kept(PackWish(pack, "ja", number, shown, made_up=made_up))

    def _usual(self, sheet: CaseSheet) -> str:
        """The pack of the moment: the letter that follows the last step, what that step sent, what the next will send,
        what was sent before.
        """
        follows = following(sheet)
        if follows is not None:
            return follows.pack
        flow = sheet.edition.programme.workflow
        taken = [flow.transition(event.step) for event in sheet.events if event.part is None]
        sent = [step.issues if step else None for step in taken]
        coming = [step.issues for step in sheet.next_steps]
        found = [pack for pack in (*sent[-1:], *coming, *reversed(sent)) if pack]
        return found[0] if found else sheet.edition.programme.packs[0].key


def question(edition: Edition, asked: Asked) -> Wording:
    """What the entry calls a question; in a table with its row and column."""
    answered = edition.field(asked.field)
    if answered is None:
        return same(asked.field)
    if asked.row is None or not isinstance(answered, Rows):
        return answered.label
    column, whole = answered.column(asked.column).label, answered.label
    return Wording(f"{whole.ja} {asked.row}行目 {column.ja}", f"{whole.en}, row {asked.row}, {column.en}")


def _told(one: ValueChange) -> Wording:
    label, before, after = one.label, one.before, one.after
    return Wording(f"{label.ja}：{before.ja} → {after.ja}", f"{label.en}: {before.en} → {after.en}")


def _name(sheet: CaseSheet, wish: PackWish) -> str:
    of_row = f"_{wish.row}" if wish.row else ""
    copy = wish.made_up.copy
    of_copy = "" if copy is PackCopy.WHOLE else f"_{copy}"
    spoken = "mixed" if wish.own else wish.spoken
    return f"{sheet.number}_{wish.pack}{of_row}{of_copy}_{spoken}.pdf"


def _rows(wish: PackWish) -> Sequence[int]:
    return () if wish.row is None else (wish.row,)


def _day(wish: PackWish) -> date | None:
    if not wish.on.strip():
        return None
    try:
        return read_day(folded(wish.on))
    except Malformed as complaint:
        raise Refusal(complaint.wording, field="on") from complaint
