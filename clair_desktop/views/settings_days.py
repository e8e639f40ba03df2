"""暦・期限: which days the branch is closed of its own, where deadlines go from a closed day, when offices are reached."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from clair_desktop.domain.office_places import OFFICE_PLACES
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.working_days import LocalDay
from clair_desktop.presenters.day_settings import (
    JAPAN,
    POLICIES,
    DaySettingsPresenter,
    DaysShown,
    DaysTyped,
    local_day_words,
)
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine, offer
from clair_desktop.views.elements import button, column, empty, keyed, label, pane, row, rule, scrolling

_SIDES = ("begins", "ends")
_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)


class DaysPane(QWidget):
    """Implements ``presenters.day_settings.DaySettingsView``. Nothing is kept until it is saved."""

    def __init__(self) -> None:
        super().__init__()
        self._language = Language.JA
        self._shown: DaysShown | None = None
        self.local = {one.value: QCheckBox() for one in LocalDay}
        self.moving: dict[str, QComboBox] = {}
        self.hours = {f"{key}_{side}": AskedLine(width=120) for key in (JAPAN, *OFFICE_PLACES) for side in _SIDES}
        self._offices: dict[str, QLabel] = {key: label() for key in (JAPAN, *OFFICE_PLACES)}
        self._local_title, self._moving_title, self._hours_title = (label(size=theme.HEAD, bold=True) for _ in range(3))
        self._local_note, self._moving_note, self._hours_note = (label(name="sub", wraps=True) for _ in range(3))
        self._policies = QGridLayout()
        self.save = button(name="primary", act=self._save)
        self._lay_out()

    def bind(self, presenter: DaySettingsPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._local_title.setText(_("Closed days of the branch's own"))
        self._local_note.setText(
            _("Beside weekends, national holidays and 29 December to 3 January, by the ordinance of the branch's body.")
        )
        for key, box in self.local.items():
            box.setText(local_day_words(key).in_(language))
        self._moving_title.setText(_("Deadlines on closed days"))
        self._moving_note.setText(
            _(
                "No document says where they go. Until the branch knows, they stay, and a remark stands beside them. "
                "What is chosen here moves the days in every list at once."
            )
        )
        self._hours_title.setText(_("Hours"))
        self._hours_note.setText(
            _(
                "No document gives the offices' hours. Left empty they stay to be confirmed, and 9:00 to 17:00 is assumed "
                "for the hours shared with Japan."
            )
        )
        for key, line in self.hours.items():
            line.name(self._sides()[key.rsplit("_", 1)[1]])
        self.save.setText(keyed(_("Save"), "S"))
        if self._shown is not None:
            self.show_days(self._shown)

    # DaySettingsView

    def show_days(self, shown: DaysShown) -> None:
        """What is kept; what was typed and not saved stays, unless what is kept has changed."""
        typed = self._typed() if shown == self._shown and self.is_typing() else None
        self._fill(shown)
        if typed is not None:
            self._put(typed)

    def _fill(self, shown: DaysShown) -> None:
        self._shown = shown
        for key, box in self.local.items():
            box.setChecked(shown.local[key])
        self._show_policies(shown)
        for one in shown.hours:
            name = one.name.in_(self._language)
            unknown = "" if one.known else words(self._language)("to be confirmed")
            self._offices[one.key].setText(f"{name}（{unknown}）" if unknown else name)
            for side, told in self._sides().items():
                line = self.hours[f"{one.key}_{side}"]
                line.put(getattr(one, side))
                line.complain("")
                line.box.setAccessibleName(f"{name} {told}")

    def _put(self, typed: DaysTyped) -> None:
        for key, box in self.local.items():
            box.setChecked(typed.local[key])
        for key, combo in self.moving.items():
            combo.setCurrentIndex(combo.findData(typed.moving[key]))
        for key, line in self.hours.items():
            line.put(typed.hours[key])

    def show_complaint(self, field: str, wording: Wording) -> None:
        self.hours[field].complain(wording.in_(self._language))

    def is_typing(self) -> bool:
        """Whether something here differs from what is kept."""
        shown = self._shown
        if shown is None:
            return False
        typed = self._typed()
        kept = {f"{one.key}_{side}": getattr(one, side) for one in shown.hours for side in _SIDES}
        return (typed.local, typed.moving, typed.hours) != (shown.local, shown.moving, kept)

    # How it is built

    def _save(self) -> None:
        for line in self.hours.values():
            line.complain("")
        self._presenter.save(self._typed())

    def _sides(self) -> dict[str, str]:
        _ = words(self._language)
        return {"begins": _("From"), "ends": _("Until")}

    def _typed(self) -> DaysTyped:
        return DaysTyped(
            {key: box.isChecked() for key, box in self.local.items()},
            {key: str(box.currentData()) for key, box in self.moving.items()},
            {key: line.text().strip() for key, line in self.hours.items()},
        )

    def _show_policies(self, shown: DaysShown) -> None:
        """A line for each deadline, under the name of its programme."""
        empty(self._policies)
        self.moving = {}
        policies: list[tuple[str, object]] = [(told.in_(self._language), value) for value, told in POLICIES]
        programme = None
        for place, one in enumerate(shown.deadlines):
            if one.programme != programme:
                programme = one.programme
                self._policies.addWidget(label(programme.in_(self._language), bold=True), place, 0)
            name = label(one.label.in_(self._language))
            combo = QComboBox()
            offer(combo, policies, shown.moving[one.key])
            combo.setAccessibleName(f"{one.programme.in_(self._language)} {one.label.in_(self._language)}")
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.moving[one.key] = combo
            self._policies.addWidget(name, place, 1)
            self._policies.addWidget(combo, place, 2)

    def _lay_out(self) -> None:
        hours = QGridLayout()
        for grid in (self._policies, hours):
            grid.setHorizontalSpacing(theme.MARGIN)
            grid.setVerticalSpacing(theme.SPACE)
            grid.setColumnStretch(3, 1)
        for place, (key, name) in enumerate(self._offices.items()):
            hours.addWidget(name, place, 0, Qt.AlignmentFlag.AlignVCenter)
            for side, which in enumerate(_SIDES, 1):
                hours.addWidget(self.hours[f"{key}_{which}"], place, side, Qt.AlignmentFlag.AlignTop)
        asked = column(
            self._local_title, self._local_note, *self.local.values(), rule(), self._moving_title, self._moving_note,
            self._policies, rule(), self._hours_title, self._hours_note, hours, None, gap=theme.GAP, margins=_MARGINS,
        )  # fmt: skip
        held = pane(asked)
        held.setMaximumWidth(960)
        beside = row(held, None)
        beside.setStretch(0, 40)
        bar = pane(row(self.save, None, margins=(theme.MARGIN, theme.SPACE, theme.MARGIN, theme.SPACE)), "bar")
        layout = column(scrolling(pane(beside)), bar, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
