"""A foreign file is examined and turned into plain pages of a file of our own; what cannot be is refused by name."""

from pathlib import Path

import pikepdf

from clair_desktop.domain.enclosed import Condition, Remark, Remarked
from clair_desktop.output.pdf.foreign.activity import activity_remarks, demand_paper, strip
from clair_desktop.output.pdf.foreign.boxes import seen
from clair_desktop.output.pdf.foreign.fields import flatten
from clair_desktop.output.pdf.foreign.fonts_used import font_remarks
from clair_desktop.output.pdf.foreign.found import PDF, Examined
from clair_desktop.output.pdf.foreign.opening import open_whole
from clair_desktop.output.pdf.foreign.pictures import picture_pages
from clair_desktop.output.pdf.foreign.room import rooms
from clair_desktop.output.pdf.foreign.sizes import as_shrunk, shrink, size_remarks


def examine(name: str, media_type: str, source: Path, target: Path, *, shrunk: bool = False) -> Examined:
    """Writes the file's pages to ``target``, or raises a ``Refusal`` that names the file (and the page) and the cure."""
    remarks = (_plain_pages if media_type == PDF else picture_pages)(name, source, target)
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        remarks += [] if media_type == PDF else list(size_remarks(pdf))
        if shrunk:
            shrink(pdf)
            pdf.save(target, deterministic_id=True)
        pages = [seen(page) for page in pdf.pages]
    remarks = as_shrunk(remarks) if shrunk else remarks
    return Examined(Condition(len(pages), tuple(remarks)), tuple(rooms(target, pages)))


def _plain_pages(name: str, source: Path, target: Path) -> list[Remarked]:
    pdf, repaired = open_whole(name, source)
    with pdf, pikepdf.new() as plain:
        demand_paper(name, pdf)
        remarks = [Remarked(Remark.REPAIRED)] if repaired else []
        remarks += [*activity_remarks(pdf), *font_remarks(pdf), *flatten(name, pdf)]
        plain.pages.extend(pdf.pages)  # what pages inherit from their tree is theirs from here on
        remarks += size_remarks(plain)
        for page in plain.pages:
            strip(page)
        plain.save(target, deterministic_id=True)
    return remarks
