"""The outline of a paper, one entry for each of its documents; ReportLab's own took a twelfth of the time of setting a form."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from clair_desktop.output.pdf.streams import Written, reference
from clair_desktop.output.pdf.structure import written_text


class _Outline(Written):
    """What ReportLab asks of an outline before it writes the file."""

    ready = 1

    def prepare(self, _document: Any, _canvas: Any) -> None:
        """It is ready: its entries are objects already."""


def declare_outline(document: Any, entries: Sequence[tuple[int, str]]) -> None:
    """``entries``: the page, counted from 1, and its title, in order; without any ReportLab writes no outline."""
    if not entries:
        return
    outline = _Outline()
    document.Outlines = document.Catalog.Outlines = outline
    parent = reference(document, outline, "outline")
    lines = [Written() for _ in entries]
    places = [reference(document, line, f"outline{number}") for number, line in enumerate(lines)]
    pages = document.idToObjectNumberAndVersion
    for line, (page, title) in zip(lines, entries, strict=True):
        line.text = f"<</Title {written_text(title)} /Parent {parent} /Dest [{pages[f'Page{page}'][0]} 0 R /Fit]"
    for (before, after), (place, next_place) in zip(pairwise(lines), pairwise(places), strict=True):
        before.text += f" /Next {next_place}"
        after.text += f" /Prev {place}"
    for line in lines:
        line.text += ">>"
    outline.text = f"<</Type /Outlines /First {places[0]} /Last {places[-1]} /Count {len(places)}>>"
