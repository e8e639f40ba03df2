"""Files shipped beside the code: fonts, tables, icons, catalogues. Read-only."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A shipped file, for example ``resource("fonts", "ipamjm.ttf")``."""
    return _root().joinpath("resources", *parts)


def catalogues() -> Path:
    """The folder of translation catalogues."""
    return _root() / "i18n"
