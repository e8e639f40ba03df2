"""Colours: everything written can be read, in our own theme and in the system's contrast themes."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from clair_desktop.support.resources import resource
from clair_desktop.views import theme
from clair_desktop.views.icons import icon, pixmap
from clair_desktop.views.theme import LIGHT, TONES, Theme, high_contrast


def contrast_palette(ground: str, text: str, chosen: str, on_chosen: str) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = (
        (role.Window, ground),
        (role.WindowText, text),
        (role.Highlight, chosen),
        (role.HighlightedText, on_chosen),
    )
    for each, colour in pairs:
        palette.setColor(each, QColor(colour))
    return palette


AQUATIC = high_contrast(contrast_palette("#202020", "#ffffff", "#8ee3f0", "#263b50"))
DESERT = high_contrast(contrast_palette("#fffaef", "#3d3d3d", "#903909", "#fff5e3"))
WRITTEN = [
    ("text", "surface"), ("text", "background"), ("sub", "surface"), ("mute", "surface"), ("mute", "background"),
    ("sub", "raised"), ("primary", "surface"), ("primary", "primary_soft"), ("on_primary", "primary"),
    ("on_primary", "primary_strong"), ("on_selection", "selection"), ("error", "surface"), ("surface", "text"),
    ("mute", "line_soft"),
    *((tone, f"{tone}_soft") for tone in TONES),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("worn", [LIGHT, AQUATIC, DESERT], ids=["light", "aquatic", "desert"])
def test_everything_written_can_be_read(worn: Theme) -> None:
    poor = {(ink, ground): round(contrast(getattr(worn, ink), getattr(worn, ground)), 2) for ink, ground in WRITTEN}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("worn", [LIGHT, AQUATIC, DESERT], ids=["light", "aquatic", "desert"])
def test_the_edges_of_boxes_and_the_focus_can_be_seen(worn: Theme) -> None:
    assert contrast(worn.input_line, worn.surface) >= 3
    assert contrast(worn.focus, worn.surface) >= 3


def test_a_contrast_theme_uses_the_systems_colours_alone() -> None:
    named = {value for name, value in AQUATIC._asdict().items() if name != "name"}
    assert named == {"#202020", "#ffffff", "#8ee3f0", "#263b50"}


def test_another_theme_is_worn_at_once(qapp: QApplication) -> None:
    theme.wear(qapp, AQUATIC)
    label = QLabel("点検")
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == "#ffffff"
    assert theme.current() is AQUATIC
    theme.wear(qapp, LIGHT)


def test_every_picture_of_the_style_sheet_is_shipped() -> None:
    for worn in (LIGHT, AQUATIC):
        for line in theme.style_sheet(worn).split("url(")[1:]:
            name = line.split('"')[1].rsplit("/", 1)[1]
            assert resource("icons", name).is_file()
            assert resource("icons", name.replace(".png", "@2x.png")).is_file()


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_drawn(qapp: QApplication, path: object) -> None:
    name = str(getattr(path, "stem", ""))
    drawn = pixmap(name, "#0017c1", 24, 2.0).toImage()
    inked = [(x, y) for x in range(48) for y in range(48) if drawn.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 40
    assert drawn.pixelColor(*inked[len(inked) // 2]).name() == "#0017c1"
    assert not icon(name, "#0017c1", chosen="#ce0000").isNull()
