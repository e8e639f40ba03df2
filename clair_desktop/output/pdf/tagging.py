"""The structure of a paper written into its file."""

from collections.abc import Sequence
from typing import Any

from clair_desktop.output.pdf.streams import Written, object_number
from clair_desktop.output.pdf.structure import Element, Page, Structure


def write(document: Any, structure: Structure, pages: Sequence[Page]) -> None:
    """The tree into the file; ``pages`` are its pages in order, already known to the document."""
    numbers = {id(page): object_number(document, f"Page{place}") for place, page in enumerate(pages, start=1)}
    owned: dict[int, int] = {}
    root = Written()
    reference = document.Reference(root, "structure")
    top = _Writer(document, numbers, owned).write(structure.root, object_number(document, "structure"))
    tree = " ".join(
        f"{place} [{' '.join(f'{owned[id(owner)]} 0 R' for owner in page.owners)}]" for place, page in enumerate(pages)
    )
    root.text = (
        f"<</Type /StructTreeRoot /K [{top} 0 R] /ParentTree <</Nums [{tree}]>> /ParentTreeNextKey {len(pages)}>>"
    )
    document.Catalog.StructTreeRoot = reference
    document.Catalog.MarkInfo = Written("<</Marked true>>")


class _Writer:
    """Each element as an object of its own, written as text: through ReportLab's dictionaries it would take ten times as long."""

    def __init__(self, document: Any, pages: dict[int, int], owned: dict[int, int]) -> None:
        self._document = document
        self._pages = pages
        self._owned = owned
        self._count = 0

    def write(self, element: Element, parent: int) -> int:
        self._count += 1
        name, written = f"element{self._count}", Written()
        self._document.Reference(written, name)
        number = self._owned[id(element)] = object_number(self._document, name)
        page = next((self._pages[id(kid[0])] for kid in element.kids if not isinstance(kid, Element)), 0)
        kids = " ".join(
            self._mark(kid, page) if not isinstance(kid, Element) else f"{self.write(kid, number)} 0 R"
            for kid in element.kids
            if not isinstance(kid, Element) or kid.has_content()
        )
        on = f"/Pg {page} 0 R " if page else ""
        written.text = f"<</Type /StructElem /S /{element.kind} /P {parent} 0 R {on}{element.entries}/K [{kids}]>>"
        return number

    def _mark(self, mark: tuple[Page, int], page: int) -> str:
        own = self._pages[id(mark[0])]
        return str(mark[1]) if own == page else f"<</Type /MCR /Pg {own} 0 R /MCID {mark[1]}>>"
