"""Colours, type and spacing, after the design tokens of the Digital Agency (デジタル庁デザインシステム, MIT).

Every colour is named here and nowhere else. Where the system asks for high contrast, its own colours are followed.
"""

import sys
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from clair_desktop.support.resources import resource

FAMILIES = ["BIZ UDPGothic", "BIZ UDPゴシック", "Yu Gothic UI", "Meiryo", "Noto Sans CJK JP"]
# Logical pixels; the screen's scale multiplies them.
CAPTION, BODY, HEAD, TITLE, DISPLAY = 12, 14, 16, 20, 26
SPACE, GAP, MARGIN = 8, 12, 16
CONTROL, ROW = 34, 36
NAVIGATION, NARROW_NAVIGATION = 168, 56


class Theme(NamedTuple):
    """One set of colours. A ``…_soft`` is the ground on which its namesake is written."""

    background: str = "#f2f2f2"
    surface: str = "#ffffff"
    raised: str = "#f8f8fb"
    text: str = "#1a1a1a"
    sub: str = "#4d4d4d"
    mute: str = "#595959"
    line: str = "#cccccc"
    line_soft: str = "#e6e6e6"
    input_line: str = "#767676"
    primary: str = "#0017c1"
    primary_strong: str = "#00118f"
    primary_soft: str = "#e8f1fe"
    on_primary: str = "#ffffff"
    selection: str = "#d9e6ff"
    on_selection: str = "#1a1a1a"
    focus: str = "#0017c1"
    error: str = "#ce0000"
    error_soft: str = "#fdeeee"
    warning: str = "#6d5600"
    warning_soft: str = "#fbf5e0"
    notice: str = "#ac3e00"
    notice_soft: str = "#ffeee2"
    done: str = "#115a36"
    done_soft: str = "#e6f5ec"
    info: str = "#0055ad"
    info_soft: str = "#f0f9ff"
    off: str = "#4d4d4d"
    off_soft: str = "#e6e6e6"
    name: str = "light"


LIGHT = Theme()
# What a badge or a message may be; each has its colour and its ground.
TONES = ("error", "warning", "notice", "done", "info", "primary", "off")


def high_contrast(system: QPalette) -> Theme:
    """The system's own few colours, for everything."""
    role = QPalette.ColorRole
    ground, text = (system.color(r).name() for r in (role.Window, role.WindowText))
    chosen, on_chosen = (system.color(r).name() for r in (role.Highlight, role.HighlightedText))
    return Theme(
        name="contrast",
        background=ground, surface=ground, raised=ground, line=text, line_soft=ground, input_line=text,
        text=text, sub=text, mute=text, primary=text, primary_strong=text, primary_soft=ground, on_primary=ground,
        selection=chosen, on_selection=on_chosen, focus=chosen,
        error=text, error_soft=ground, warning=text, warning_soft=ground, notice=text, notice_soft=ground,
        done=text, done_soft=ground, info=text, info_soft=ground, off=text, off_soft=ground,
    )  # fmt: skip


def wants_high_contrast() -> bool:
    """Whether Windows is set to a contrast theme (SPI_GETHIGHCONTRAST); other systems do not tell."""
    if sys.platform != "win32":
        return False
    import ctypes

    class HighContrast(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))

    asked = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    found = ctypes.windll.user32.SystemParametersInfoW(0x0042, asked.size, ctypes.byref(asked), 0)
    return bool(found and asked.flags & 1)


def font(size: int = BODY, *, bold: bool = False) -> QFont:
    made = QFont(FAMILIES)
    made.setPixelSize(size)
    made.setBold(bold)
    return made


def current() -> Theme:
    """The theme the application wears, kept by the application object itself, as it keeps its palette and font."""
    app = QApplication.instance()
    worn = app.property("theme") if app else None
    return worn if isinstance(worn, Theme) else LIGHT


def wear(app: QApplication, theme: Theme | None = None) -> None:
    """Dresses the application: style, fonts from our own files, palette, style sheet."""
    if theme is None:
        theme = high_contrast(app.palette()) if wants_high_contrast() else LIGHT
    for name in ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    app.setProperty("theme", theme)
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    role, made = QPalette.ColorRole, QPalette()
    colours = {
        role.Window: theme.surface, role.WindowText: theme.text, role.Base: theme.surface, role.Text: theme.text,
        role.AlternateBase: theme.raised, role.Button: theme.surface, role.ButtonText: theme.text,
        role.Highlight: theme.selection, role.HighlightedText: theme.on_selection, role.ToolTipBase: theme.text,
        role.ToolTipText: theme.surface, role.Link: theme.primary, role.LinkVisited: theme.primary_strong,
        role.PlaceholderText: theme.mute, role.Mid: theme.line, role.Midlight: theme.line_soft, role.Dark: theme.line,
        role.Light: theme.surface, role.Shadow: theme.line, role.BrightText: theme.error, role.Accent: theme.primary,
    }  # fmt: skip
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.mute))
    return made


def style_sheet(theme: Theme) -> str:
    places = {name: getattr(theme, name) for name in theme._fields} | {
        "icons": resource("icons").as_posix(),
        "chevron": "chevron" if QColor(theme.surface).lightness() > 127 else "chevron-contrast",
    }
    tones = "".join(_TONE.substitute(tone=t, colour=places[t], ground=places[f"{t}_soft"]) for t in TONES)
    return _SHEET.substitute(places) + tones


_TONE = Template("""
QLabel[tone="$tone"] { color: $colour; background: $ground; border: 1px solid $colour; border-radius: 4px; padding: 0 7px; }
QFrame[tone="$tone"] { background: $ground; border: 1px solid $colour; border-radius: 6px; }
QLabel[ink="$tone"] { color: $colour; }
""")

_SHEET = Template("""
QWidget#page { background: $background; }
QWidget#pane, QScrollArea#pane, QScrollArea#pane > QWidget, QScrollArea#pane > QWidget > QWidget { background: $surface; }
QScrollArea { border: none; }
QWidget#navigation { background: $surface; border-right: 1px solid $line; }
QFrame#banner { background: $notice_soft; border: none; border-bottom: 1px solid $notice; }
QFrame#offer { background: $warning_soft; border: none; border-bottom: 1px solid $warning; }
QWidget#bar { background: $surface; border-top: 1px solid $line; }
QWidget#head { background: $surface; border-bottom: 1px solid $line; }
QWidget#card { background: $surface; border: 1px solid $line_soft; border-radius: 8px; }
QFrame#line { background: $line_soft; border: none; max-height: 1px; min-height: 1px; }
QLabel { color: $text; background: transparent; }
QLabel#sub { color: $sub; }
QLabel#mute { color: $mute; }
QLabel#required { color: $error; }
QLabel#error { color: $error; }
QToolButton#navigation { background: transparent; border: none; border-left: 4px solid transparent; padding: 0 12px 0 10px;
    text-align: left; color: $text; min-height: 42px; }
QToolButton#navigation:hover { background: $raised; }
QToolButton#navigation:checked { background: $primary_soft; border-left: 4px solid $primary; color: $primary; }
QToolButton#navigation:focus { border: 2px solid $focus; padding: 0 10px 0 12px; }
QLineEdit, QPlainTextEdit, QComboBox { background: $surface; color: $text; border: 1px solid $input_line; border-radius: 6px;
    padding: 0 8px; min-height: 32px; selection-background-color: $primary; selection-color: $on_primary; }
QPlainTextEdit { padding: 3px 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $text; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $focus; padding: 0 7px; }
QPlainTextEdit:focus { border: 2px solid $focus; padding: 2px 3px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid $error; padding: 0 7px; }
QPlainTextEdit[invalid="true"] { border: 2px solid $error; padding: 2px 3px; }
QLineEdit:read-only { background: $raised; color: $sub; border: 1px solid $line; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 0; min-height: 0; padding: 0 4px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$icons/$chevron.png"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; outline: none; padding: 2px;
    selection-background-color: $selection; selection-color: $on_selection; }
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 8px; }
QPushButton { background: $surface; color: $primary; border: 1px solid $primary; border-radius: 6px; padding: 0 14px;
    min-height: 32px; }
QPushButton:hover { background: $primary_soft; }
QPushButton:pressed { background: $selection; color: $on_selection; }
QPushButton:focus { border: 2px solid $text; padding: 0 13px; }
QPushButton:disabled { color: $mute; border-color: $line; background: $line_soft; }
QPushButton#primary { background: $primary; color: $on_primary; border: 1px solid $primary; }
QPushButton#primary:hover { background: $primary_strong; border-color: $primary_strong; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#primary:disabled { background: $line_soft; border-color: $line; color: $mute; }
QPushButton#chip { border: 1px solid $line; color: $text; border-radius: 14px; padding: 0 11px; min-height: 26px; max-height: 26px; }
QPushButton#chip:checked { background: $primary_soft; border: 1px solid $primary; color: $primary; font-weight: bold; }
QPushButton#chip:focus { border: 2px solid $text; padding: 0 10px; }
QPushButton#plain { border: 1px solid transparent; background: transparent; padding: 0 8px; }
QPushButton#plain:hover { background: $primary_soft; }
QPushButton#plain:focus { border: 2px solid $text; padding: 0 7px; }
QPushButton#plain:disabled { background: transparent; color: $mute; }
QPushButton#link { border: 1px solid transparent; background: transparent; padding: 2px 4px; min-height: 24px; text-align: left; }
QPushButton#link:hover { background: $primary_soft; }
QPushButton#link:focus { border: 2px solid $text; padding: 1px 3px; }
QPushButton::menu-indicator { image: url("$icons/$chevron.png"); width: 12px; height: 12px; subcontrol-position: right center;
    right: 8px; }
QPushButton[menu="true"] { padding-right: 26px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 3px; color: $text; }
QToolButton:hover { background: $primary_soft; }
QToolButton::menu-indicator { image: none; }
QToolButton:focus { border: 2px solid $focus; padding: 2px; }
QRadioButton, QCheckBox { color: $text; spacing: 8px; min-height: 28px; padding: 0 6px 0 4px; border: 2px solid transparent;
    border-radius: 4px; }
QRadioButton:focus, QCheckBox:focus { border: 2px solid $focus; }
QTableView { background: $surface; alternate-background-color: $raised; border: 1px solid $line; gridline-color: $line_soft;
    selection-background-color: $selection; selection-color: $on_selection; outline: none; }
QTableView:focus { border: 2px solid $focus; }
QTableView#list { show-decoration-selected: 1; border-left: none; border-right: none; border-bottom: none; }
QTableView#list:focus { border: 2px solid $focus; }
QHeaderView { background: $raised; }
QHeaderView::section { background: $raised; color: $sub; border: none; border-bottom: 1px solid $line;
    border-right: 1px solid $line_soft; padding: 0 8px; height: 34px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 10px; height: 10px; }
QHeaderView::down-arrow { image: url("$icons/$chevron.png"); }
QHeaderView::up-arrow { image: url("$icons/$chevron-up.png"); }
QTableCornerButton::section { background: $raised; border: none; }
QListView { background: $surface; border: 1px solid $line; outline: none; selection-background-color: $selection;
    selection-color: $on_selection; }
QListView:focus { border: 2px solid $focus; }
QTabWidget::pane { border: none; border-top: 1px solid $line; top: -1px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $sub; padding: 8px 12px; border: 2px solid transparent;
    border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: $primary; }
QTabBar::tab:selected { color: $primary; border-bottom: 3px solid $primary; font-weight: bold; }
QTabBar::tab:focus { border: 2px solid $focus; border-bottom: 3px solid $primary; }
QStatusBar { background: $surface; border-top: 1px solid $line; color: $sub; }
QStatusBar QLabel { color: $sub; padding: 0 8px; }
QStatusBar::item { border: none; }
QMenuBar { background: $surface; color: $text; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: $primary_soft; color: $primary; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px 0; }
QMenu::item { padding: 7px 28px 7px 20px; color: $text; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $mute; }
QMenu::separator { height: 1px; background: $line_soft; margin: 4px 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; min-height: 32px; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $mute; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; min-width: 32px; border-radius: 4px; margin: 2px; }
QScrollBar::handle:horizontal:hover { background: $mute; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px; }
QProgressBar { border: 1px solid $line; border-radius: 4px; text-align: center; color: $text; background: $surface; }
QProgressBar::chunk { background: $primary_soft; }
""")
