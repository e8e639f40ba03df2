"""点検: a verdict for each item, and the cells it is about."""

from collections.abc import Callable

from clair_desktop.domain.wording import Language, same
from clair_desktop.presenters.checks import ChecksPresenter, ShownCheck, VerdictLine
from clair_desktop.presenters.intake_lines import FindingLine
from clair_desktop.support.i18n import words
from clair_desktop.views.elements import column, label, pane
from clair_desktop.views.file_head import FileHead
from clair_desktop.views.file_pane import HEAD_MARGINS, FilePane, beside
from clair_desktop.views.intake_columns import finding_columns, finding_told
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.work_line import WorkLine

_FEW = 3  # sheets that are named


class ChecksPane(FilePane):
    """Implements ``presenters.checks.ChecksView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.shown: ShownCheck | None = None
        self.presenter: ChecksPresenter | None = None
        self.head = FileHead(self._ask(lambda one: one.choose()), self._ask(lambda one: one.read_again()))
        self._told = label(name="sub", wraps=True)
        self.items = LineTable[VerdictLine]("list")
        self.items.line_chosen.connect(self._show_findings)
        self.findings = LinePart[FindingLine]((), (), language, finding_told)
        self._sides = beside(self.items, self.findings, (560, 560))
        self.work = WorkLine(self.head, self._sides)
        layout = column(pane(column(self.head, self._told, self.work, margins=HEAD_MARGINS)), self._sides, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_language(language)

    def bind(self, presenter: ChecksPresenter) -> None:
        self.presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.head.set_language(language)
        self.items.setAccessibleName(_("Items and verdicts"))
        self.findings.table.setAccessibleName(_("Findings"))
        self.work.set_language(language)
        self.show_check(self.shown)

    # ChecksView

    def show_check(self, shown: ShownCheck | None) -> None:
        _, to = words(self._language), self._language
        is_new = self.shown is not shown
        self.shown = shown
        self._sides.setVisible(shown is not None)
        if shown is None:
            self.head.show_file(None, (), (), to)
            self._told.setText(
                _(
                    "Choose any workbook: whether machines can read it is judged item by item (表記方法). It is only read."
                )
            )
            return
        count = len(shown.sheets)
        sheets = _.ngettext("%(count)d sheet", "%(count)d sheets", count) % {"count": count}
        self.head.show_file(shown.path, (same(sheets),), shown.counts, to)
        self._told.setText(self._verdict(shown))
        self.findings.set_language(to)
        place = max(self.items.currentIndex().row(), 0)
        self.items.show_lines(item_columns(to), shown.lines, stretch=2)
        if is_new:
            told = [at for at, one in enumerate(shown.lines) if one.findings]
            wrong = [at for at in told if shown.lines[at].holding.tone == "error"]
            place = next(iter([*wrong, *told]), 0)
        self.items.choose(place)
        self._show_findings()

    def _verdict(self, shown: ShownCheck) -> str:
        _ = words(self._language)
        told = _("No item is broken.") if shown.is_readable else _("Some items are broken; they are named below.")
        if shown.forms:
            few = "、".join(shown.forms[:_FEW]) + ("…" if len(shown.forms) > _FEW else "")
            told += " " + _("Sheets to fill in or to print are not asked about tables: %(names)s") % {"names": few}
        return told

    def _show_findings(self) -> None:
        line = self.items.chosen()
        self.findings.show_lines(finding_columns(self._language)[1:-1], line.findings if line else ())

    def _ask(self, act: Callable[[ChecksPresenter], None]) -> Callable[[], None]:
        def ask() -> None:
            if self.presenter is not None:
                act(self.presenter)

        return ask


def item_columns(language: Language) -> list[LineColumn[VerdictLine]]:
    _ = words(language)
    return [
        LineColumn(_("No."), lambda one: f"{one.number}（{one.former}）", widest=110),
        LineColumn(_("Verdict"), lambda one: one.holding.words.in_(language), tone=lambda one: one.holding.tone),
        LineColumn(_("Item"), lambda one: one.name.in_(language), widest=360),
        LineColumn(_("Cells"), lambda one: str(one.count or ""), lambda one: one.count, number=True),
    ]
