"""A printed file is believed only when it has been opened again and every text stands on its page."""

import re
from collections.abc import Sequence
from pathlib import Path

# pypdfium2 gives spaces and line ends of its own, and marks a hyphen at a line's end as soft.
_BETWEEN = "\ue000"  # never printed, see glyph_check
_LAYOUT = re.compile("[\\s\u00a0\u00ad\ufffe\x02\x00-]+")


class ReadBackFault(Exception):
    """The file on disk is not the paper that was set; nothing may be sent."""


def read_back(path: Path, texts: Sequence[Sequence[str]]) -> None:
    """``texts`` are the lines placed on each page; bound pages have none of ours."""
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    with pypdfium2.PdfDocument(path) as document:
        if len(document) != len(texts):
            raise ReadBackFault(f"{len(document)} pages instead of {len(texts)}")
        for number, placed in enumerate(texts):
            if not placed:
                continue
            page = document[number]
            text_page = page.get_textpage()
            found = _LAYOUT.sub("", text_page.get_text_bounded())
            text_page.close()
            page.close()
            wanted = _LAYOUT.sub("", _BETWEEN.join(placed)).split(_BETWEEN)
            lost = next((text for text in wanted if text not in found), None)
            if lost is not None:
                raise ReadBackFault(f"page {number + 1} lacks {lost!r}")
