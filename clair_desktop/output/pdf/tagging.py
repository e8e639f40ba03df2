"""The structure of a paper written into its file.

Every element must be an object of its own: some eighty on a sheet. Through ReportLab they took as long as all the
drawing, so the tree is appended to what ReportLab has written, with one table of places over both.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from clair_desktop.output.pdf.streams import Written
from clair_desktop.output.pdf.structure import Element, Page, Structure

_PLACE = "%10d"  # numbers known only at the end are put where room was left; white between words means nothing
_UNKNOWN = _PLACE % 0
_ROOT = f"<</Type /StructTreeRoot /K [{_UNKNOWN} 0 R] /ParentTree {_UNKNOWN} 0 R /ParentTreeNextKey "
_END = re.compile(rb"xref\r?\n0 (\d+) *\r?\n")


def reserve(document: Any, pages: int) -> None:
    """Names the tree in the catalog, before ReportLab writes the file."""
    document.Catalog.StructTreeRoot = document.Reference(Written(f"{_ROOT}{pages}>>"), "structure")
    document.Catalog.MarkInfo = Written("<</Marked true>>")


def appended(content: bytes, document: Any, structure: Structure, pages: Sequence[Page]) -> bytes:
    """The file with its tree; ``pages`` are its pages in order."""
    start = content.rindex(b"xref\n", 0, content.rindex(b"trailer"))
    found = _END.match(content, start)
    if found is None:
        raise ValueError("ReportLab no longer writes one table of places")
    numbers = {
        id(page): int(document.idToObjectNumberAndVersion[f"Page{place}"][0]) for place, page in enumerate(pages, 1)
    }
    first = int(found.group(1))
    tree = _Tree(first + 1, numbers)
    top = tree.write(structure.root, int(document.idToObjectNumberAndVersion["structure"][0]))
    bodies = [tree.parents(pages), *tree.bodies]
    root = _ROOT.replace(_UNKNOWN, _PLACE % top, 1).replace(_UNKNOWN, _PLACE % first, 1)
    told = content[:start].replace(_ROOT.encode("ascii"), root.encode("ascii"), 1)
    return _joined(told, content[start:], found.group(0), bodies, first)


def _joined(told: bytes, table: bytes, head: bytes, bodies: Sequence[str], first: int) -> bytes:
    """The objects behind those of ReportLab, then its table of places and ours, then the trailer."""
    objects = [f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, start=first)]
    *starts, at = accumulate(map(len, objects), initial=len(told))  # all of it is ASCII
    places = "".join([f"{start:010d} 00000 n \n" for start in starts])
    entries, _, trailer = table[len(head) :].partition(b"trailer")
    count = first + len(bodies)
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % count, trailer)
    trailer = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % at, trailer)
    listed = [b"xref\n0 %d\n" % count, entries, places.encode("ascii"), b"trailer", trailer]
    return b"".join((told, "".join(objects).encode("ascii"), *listed))


class _Tree:
    """The elements as texts, numbered from ``first`` on."""

    def __init__(self, first: int, pages: Mapping[int, int]) -> None:
        self.bodies: list[str] = []
        self._first = first
        self._pages = pages

    def write(self, element: Element, parent: int) -> int:
        place = len(self.bodies)
        number = element.number = self._first + place
        if len(element.kids) == 1 and not isinstance(mark := element.kids[0], Element):  # most cells and paragraphs
            told = f"/Pg {self._pages[id(mark[0])]} 0 R {element.entries}/K [{mark[1]}]"
            self.bodies.append(f"<</Type /StructElem /S /{element.kind} /P {parent} 0 R {told}>>")
            return number
        self.bodies.append("")
        kids, page = [], 0
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.has_content():
                    kids.append(f"{self.write(kid, number)} 0 R")
                continue
            own = self._pages[id(kid[0])]
            page = page or own
            kids.append(str(kid[1]) if own == page else f"<</Type /MCR /Pg {own} 0 R /MCID {kid[1]}>>")
        on = f"/Pg {page} 0 R " if page else ""
        told = f"<</Type /StructElem /S /{element.kind} /P {parent} 0 R {on}{element.entries}/K [{' '.join(kids)}]>>"
        self.bodies[place] = told
        return number

    def parents(self, pages: Sequence[Page]) -> str:
        """For each page, which element owns each of its marks."""
        owned = (" ".join(f"{owner.number} 0 R" for owner in page.owners) for page in pages)
        return f"<</Nums [{' '.join(f'{place} [{owners}]' for place, owners in enumerate(owned))}]>>"
