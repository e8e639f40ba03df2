"""A printed file is believed only when it has been opened again and every text stands on its page."""

import re
from collections.abc import Sequence
from pathlib import Path

# pypdfium2 gives spaces and line ends of its own, and marks a hyphen at a line's end as soft.
# It also takes two ligatures apart: of the 54,641 characters the fonts have, these alone do not come back as typed.
_LIGATURES = {"\ufb01": "fi", "\ufb02": "fl"}
_BETWEEN = "\ue000"  # never printed, see glyph_check
_LAYOUT = re.compile("[\\s\u00a0\u00ad\ufffe\x02\x00-]+")


class ReadBackFault(Exception):
    """The file on disk is not the paper that was set; nothing may be sent."""


def read_back(path: Path, texts: Sequence[Sequence[str]]) -> None:
    """``texts`` are the lines placed on each page; bound pages have none of ours."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        if len(document) != len(texts):
            raise ReadBackFault(f"{len(document)} pages instead of {len(texts)}")
        for number, placed in enumerate(texts):
            if not placed:
                continue
            page = document[number]
            text_page = page.get_textpage()
            found = bare(text_page.get_text_bounded())
            text_page.close()
            page.close()
            lost = lost_line(placed, found)
            if lost is not None:
                raise ReadBackFault(f"page {number + 1} lacks {lost!r}")


def lost_line(placed: Sequence[str], found: str) -> str | None:
    """The first line that the page's bare text does not hold."""
    wanted = bare(_BETWEEN.join(placed)).split(_BETWEEN)
    return next((text for text in wanted if text not in found), None)


def bare(text: str) -> str:
    """Without what the layout brings in."""
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return _LAYOUT.sub("", text)
