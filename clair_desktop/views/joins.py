"""統合: the files of a folder with what becomes of each, what is wrong in them, and the way to one workbook."""

from collections.abc import Callable

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.intake_lines import FindingLine
from clair_desktop.presenters.joins import FileLine, JoinsPresenter, ShownFolder
from clair_desktop.support.i18n import words
from clair_desktop.views.elements import button, column, keyed, label, pane, row
from clair_desktop.views.file_head import FileHead
from clair_desktop.views.file_pane import HEAD_MARGINS, FilePane, beside
from clair_desktop.views.intake_columns import finding_columns, finding_told
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.work_line import WorkLine


class JoinsPane(FilePane):
    """Implements ``presenters.joins.JoinsView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.shown: ShownFolder | None = None
        self.presenter: JoinsPresenter | None = None
        self.head = FileHead(self._ask(lambda one: one.choose()), self._ask(lambda one: one.read_again()))
        self._told = label(name="sub", wraps=True)
        self.files = LineTable[FileLine]("list")
        self.files.line_chosen.connect(self._show_findings)
        self.findings = LinePart[FindingLine]((), (), language, finding_told)
        self._sides = beside(self.files, self.findings, (640, 480))
        self.outcome = label(wraps=True)
        self.unlock = button(act=self._ask(lambda one: one.unlock()))
        self.folder = button(act=self._ask(lambda one: one.open_folder()))
        self.join = button(name="primary", act=self._ask(lambda one: one.join(self._language)))
        acts = row(self.outcome, self.unlock, self.folder, self.join, margins=(16, 8, 16, 8))
        acts.setStretch(0, 1)
        self._acts = pane(acts, "bar")
        self.work = WorkLine(self.head, self._sides, self._acts)
        top = pane(column(self.head, self._told, self.work, margins=HEAD_MARGINS))
        layout = column(top, self._sides, self._acts, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_language(language)

    def bind(self, presenter: JoinsPresenter) -> None:
        self.presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.head.set_language(language, _("Choose a folder"))
        self.files.setAccessibleName(_("Files of the folder"))
        self.findings.table.setAccessibleName(_("Findings"))
        self.unlock.setText(keyed(_("Type a password"), "P"))
        self.folder.setText(keyed(_("Open the folder"), "O"))
        self.join.setText(keyed(_("Join into one workbook"), "J"))
        self.work.set_language(language)
        self.show_folder(self.shown)

    # JoinsView

    def show_folder(self, shown: ShownFolder | None) -> None:
        _, to = words(self._language), self._language
        self.shown = shown
        self._sides.setVisible(shown is not None)
        self._acts.setVisible(shown is not None)
        if shown is None:
            self.head.show_file(None, (), (), to)
            self._told.setText(
                _(
                    "Choose a folder of registers from several branches. "
                    "Seals and forms are verified first; one workbook is written whole or not at all."
                )
            )
            return
        self.head.show_file(shown.folder, (), shown.counts, to)
        self._told.setText(self._missing(shown))
        self.findings.set_language(to)
        place = max(self.files.currentIndex().row(), 0)
        self.files.show_lines(file_columns(to), shown.files)
        if shown.files:
            self.files.choose(min(place, len(shown.files) - 1))
        self._show_findings()
        self.outcome.setText(join_summary(shown, to))
        self.join.setEnabled(bool(shown.joined))
        self.folder.setVisible(shown.written is not None)
        self.unlock.setVisible(bool(shown.faulty))

    def _missing(self, shown: ShownFolder) -> str:
        _ = words(self._language)
        names = "、".join(one.in_(self._language) for one in shown.missing)
        self._told.setToolTip(names)
        told = _.ngettext(
            "Nothing came from %(count)d branch.", "Nothing came from %(count)d branches.", len(shown.missing)
        )
        return told % {"count": len(shown.missing)} if shown.missing else _("Every branch has sent its register.")

    def _show_findings(self) -> None:
        line = self.files.chosen()
        self.findings.show_lines(finding_columns(self._language)[:-1], line.findings if line else ())

    def _ask(self, act: Callable[[JoinsPresenter], None]) -> Callable[[], None]:
        def ask() -> None:
            if self.presenter is not None:
                act(self.presenter)

        return ask


def file_columns(language: Language) -> list[LineColumn[FileLine]]:
    _ = words(language)
    return [
        LineColumn(_("State"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone),
        LineColumn(_("File"), lambda one: one.name, widest=300),
        LineColumn(_("Branch"), lambda one: one.branch.in_(language), widest=160),
        LineColumn(_("Programme"), lambda one: one.programme.in_(language), widest=180),
        LineColumn(_("Project year"), lambda one: one.year, number=True),
        LineColumn(_("No."), lambda one: one.number, number=True),
        LineColumn(_("Findings"), lambda one: str(len(one.findings)), lambda one: len(one.findings), number=True),
    ]


def join_summary(shown: ShownFolder, language: Language) -> str:
    _ = words(language)
    if shown.written is not None:
        told = _("Written: %(name)s") % {"name": shown.written.name}
        return told + " " + _("Files joined: %(count)d.") % {"count": shown.joined}
    told = _("Files that can be joined: %(count)d.") % {"count": shown.joined}
    if shown.faulty:
        told += " " + _("With faults: %(count)d.") % {"count": shown.faulty}
    return told
