"""The questions of a programme, section by section, made from its edition and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from clair_desktop.domain.documents import Asked
from clair_desktop.domain.fields import Field, Rows, Section, Texts
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.boxes import Around
from clair_desktop.views.elements import button, empty, label, rule
from clair_desktop.views.field_boxes import FieldFrame, is_short
from clair_desktop.views.rows_table import RowsBox

WITHIN = 600  # milliseconds after the first key until what is typed is kept
ONE_COLUMN = 540  # below this width, fields stand in one column


class Typist(Protocol):
    """Who hears what is typed."""

    def typed(self) -> None: ...

    def left(self, key: str) -> None: ...

    def suggest(self, key: str, column: str | None, text: str) -> Sequence[str]: ...


class SectionPane(QWidget):
    """One section. Those of a later stage can be folded."""

    def __init__(self, section: Section, frames: Sequence[FieldFrame], language: Language) -> None:
        super().__init__()
        self.section = section
        self._frames = frames
        self._wide: bool | None = None
        _ = words(language)
        title = section.title.in_(language)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(theme.GAP)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._body = QWidget()
        self._body.setLayout(self._grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.SPACE)
        layout.setSpacing(4)
        if section.stage:
            self._fold = button(title, name="link", drawing="chevron", act=lambda: self.fold(not self._body.isHidden()))
            self._fold.setFont(theme.font(theme.HEAD, bold=True))
            self._fold.setToolTip(_("Opens and closes this section"))
            layout.addWidget(self._fold)
        else:
            layout.addWidget(label(title, size=theme.HEAD, bold=True))
        layout.addWidget(rule())
        layout.addWidget(self._body)

    def fold(self, folded: bool) -> None:
        self._body.setHidden(folded and bool(self.section.stage))

    def place(self, *, wide: bool) -> None:
        """Short fields stand in pairs where there is room."""
        if wide == self._wide:
            return
        self._wide = wide
        before: FieldFrame | None = None  # the left one of a pair that is not full yet
        place = 0
        for frame in self._frames:
            short = wide and is_short(frame.field)
            if before is not None and short:
                self._grid.addWidget(frame, place - 1, 1)
                before.stand_beside(frame)
                frame.stand_beside(before)
                before = None
                continue
            self._grid.addWidget(frame, place, 0, 1, 1 if short else 2)
            frame.stand_beside(None)
            before = frame if short else None
            place += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)


class EntryForm(QScrollArea):
    """All boxes of a case. What is typed reaches the typist within a second of the first key."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setWidgetResizable(True)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.frames: dict[str, FieldFrame] = {}
        self._sections: list[SectionPane] = []
        self._made_for: object = None
        self._putting = False
        self._typist: Typist | None = None
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(20, theme.GAP, 20, theme.MARGIN)
        self._column.setSpacing(theme.GAP)
        self.setWidget(self._content)
        self._soon = QTimer(self, singleShot=True, interval=WITHIN)
        self._soon.timeout.connect(self.tell)

    def bind(self, typist: Typist) -> None:
        self._typist = typist

    def show_texts(self, edition: Edition, texts: Texts, language: Language, today: date, *, closed: bool) -> None:
        """Makes the boxes anew where another edition or language is shown, and fills them."""
        wanted = (edition.programme.key, edition.year, language, today)
        if wanted != self._made_for:
            self._make(edition, language, today)
            self._made_for = wanted
        self._putting = True
        for key, frame in self.frames.items():
            frame.put(texts.get(key, ""))
            frame.complain("")
            frame.set_read_only(closed)
        self._putting = False
        self._soon.stop()

    def texts(self) -> Texts:
        return {key: frame.value() for key, frame in self.frames.items()}

    def unfold(self, stages: Mapping[str, bool]) -> None:
        """Opens the later sections that matter now, by section key."""
        for section in self._sections:
            matters = stages.get(section.section.key, True)
            section.fold(not matters)
            section.setHidden(section.section.kept and not matters)

    def show_field(
        self, key: str, text: "str | Sequence[Mapping[str, str]]", complaint: Malformed | None, language: Language
    ) -> None:
        frame = self.frames[key]
        if complaint is not None:
            frame.complain(complaint.wording.in_(language), complaint.row)
            return
        self._putting = True
        frame.put(text)
        frame.complain("")
        self._putting = False

    def show_findings(self, findings: Sequence[Finding], insisted: Sequence[Finding], language: Language) -> None:
        """Beside each field what is not met or to be confirmed; what is missing only where it holds a step back."""
        by_field: dict[str, list[tuple[str, str]]] = {}
        for finding in findings:
            missing = finding.missing and not any(
                finding.rule == one.rule and finding.field == one.field for one in insisted
            )
            if finding.field and finding.verdict is not Verdict.MET and not missing:
                by_field.setdefault(finding.field, []).append(_said(finding, language))
        for key, frame in self.frames.items():
            frame.show_findings(by_field.get(key, []))

    def go_to(self, key: str) -> None:
        frame = self.frames.get(key)
        if frame is None:
            return
        for section in self._sections:
            if any(field.key == key for field in section.section.fields):
                section.setHidden(False)
                section.fold(False)
        frame.focus()
        QTimer.singleShot(0, frame, lambda: self.ensureWidgetVisible(frame, 0, 60))

    def go_to_cell(self, asked: Asked) -> None:
        """In a table, the row and column of the answer."""
        box = self.frames[asked.field].box if asked.field in self.frames else None
        if asked.row is not None and isinstance(box, RowsBox):
            box.go_to(asked.row, asked.column)

    def tell(self) -> None:
        """Tells the typist now; called by the clock, and before the form is left."""
        self._soon.stop()
        if self._typist is not None:
            self._typist.typed()

    def is_waiting(self) -> bool:
        """Whether something was typed that the typist has not heard of."""
        return self._soon.isActive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for section in self._sections:
            section.place(wide=self.viewport().width() >= ONE_COLUMN)

    def _make(self, edition: Edition, language: Language, today: date) -> None:
        empty(self._column)
        self.frames, self._sections = {}, []

        def around(asked: Field, within: Field) -> Around:
            return Around(
                language,
                today,
                self._typed,
                lambda: self._left(within.key),
                lambda text: self._suggest(within, asked, text),
            )

        for section in edition.sections():
            frames = [FieldFrame(field, language, around) for field in section.fields]
            self.frames |= {frame.field.key: frame for frame in frames}
            pane = SectionPane(section, frames, language)
            pane.place(wide=self.viewport().width() >= ONE_COLUMN)
            self._sections.append(pane)
            self._column.addWidget(pane)
            pane.show()  # at once, not at the loop's next turn, so that it can be typed into
        self._column.addStretch(1)

    def _typed(self) -> None:
        if not self._putting and not self._soon.isActive():
            self._soon.start()

    def _left(self, key: str) -> None:
        if not self._putting and self._typist is not None and key in self.frames:
            self._typist.left(key)

    def _suggest(self, within: Field, asked: Field, text: str) -> Sequence[str]:
        column = asked.key if isinstance(within, Rows) else None
        return self._typist.suggest(within.key, column, text) if self._typist else ()


def _said(finding: Finding, language: Language) -> tuple[str, str]:
    tone = "error" if finding.verdict is Verdict.NOT_MET or finding.missing else "warning"
    working = f"（{finding.working.in_(language)}）" if finding.working else ""
    return tone, finding.message.in_(language) + working
