"""Every character of every set that names are spelt with, in every style: drawn, read by both readers, compared."""

import tempfile
from collections import Counter
from pathlib import Path

from clair_desktop.output.pdf.typefaces import Style
from tests.output.pdf.names import SETS, by_pdfium, by_poppler, drawn, undrawn, unread
from tests.soak.kill import Loss


def every_name_is_printed(_seconds: float, _seed: int) -> Counter[str]:
    """Takes about a minute, whatever time is given; there is nothing random in it."""
    tally: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, make in SETS.items():
            characters = make()
            for style in Style:
                _demand_printed(name, characters, style, Path(folder) / "names.pdf")
            tally[f"characters of {name}"] = len(characters)
    return tally


def _demand_printed(name: str, characters: list[str], style: Style, path: Path) -> None:
    faults = undrawn(characters, style)
    sheets = drawn(characters, style, path)
    faults += unread(sheets, path, by_pdfium) + unread(sheets, path, by_poppler)
    if faults:
        raise Loss(f"{name} in {style}: {len(faults)} faults, first {faults[:5]}")
