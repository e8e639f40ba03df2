"""What the marks on the sheets mean, for whoever hears a paper instead of seeing it: headings, paragraphs, tables (PDF/UA)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

# What may hold lines itself; text put straight into anything else becomes a paragraph there.
_HOLDS_TEXT = frozenset({"P", "H1", "H2", "H3", "TH", "TD", "Lbl", "LBody", "Span", "Figure"})
_KEPT_EMPTY = frozenset({"Document", "TR", "TH", "TD"})  # an empty cell is a cell


@dataclass(slots=True, eq=False)
class Element:
    """A part of the paper's structure; its own marks are given by page and number."""

    kind: str
    entries: str = ""
    kids: list["Element | tuple[Page, int]"] = field(default_factory=list)
    number: int = 0
    """Of its object in the file, once it is written."""

    def has_content(self) -> bool:
        return self.kind in _KEPT_EMPTY or any(not isinstance(kid, Element) or kid.has_content() for kid in self.kids)


ARTIFACT = Element("Artifact")
_TOLD = Element("told")


@dataclass(slots=True, eq=False)
class Page:
    """The marks of one page: which element owns each, and which is open while the page is drawn."""

    owners: list[Element] = field(default_factory=list)
    marked: Element | None = None

    def mark(self, owner: Element, told: str = "") -> str:
        """What stands before an operator that belongs to this element; ``told`` is what it says to readers and copiers."""
        if self.marked is owner and not told:
            return ""
        end, self.marked = self.close(), _TOLD if told else owner
        said = f"/ActualText {written_text(told)}" if told else ""
        if owner is ARTIFACT:
            return f"{end}/Artifact <<{said}>> BDC" if said else f"{end}/Artifact BMC"
        number = len(self.owners)
        owner.kids.append((self, number))
        self.owners.append(owner)
        return (
            f"{end}/{owner.kind} <<{said} /MCID {number}>> BDC"
            if said
            else f"{end}/{owner.kind} <</MCID {number}>> BDC"
        )

    def close(self) -> str:
        end, self.marked = "EMC\n" if self.marked else "", None
        return end


class _Opened:
    """An element while it is open; a class, because a generator takes four times as long to enter and leave."""

    __slots__ = ("_element", "_open")

    def __init__(self, opened: list[Element], element: Element) -> None:
        self._open = opened
        self._element = element

    def __enter__(self) -> None:
        self._open.append(self._element)

    def __exit__(self, *_: object) -> None:
        self._open.pop()


class Structure:
    """The tree while it grows; what is put is put into the innermost open element."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._open = [self.root]

    def within(self, kind: str, *, language: str = "") -> "_Opened":
        element = Element(kind, f"/Lang ({language}) " if language else "")
        self._open[-1].kids.append(element)
        return _Opened(self._open, element)

    def span(self, entries: str) -> "_Opened":
        """Words set off within the text that is open; aside they are as much aside as what stands around them."""
        if self._open[-1] is ARTIFACT:
            return self.again(ARTIFACT)
        element = Element("Span", entries)
        self._open[-1].kids.append(element)
        return _Opened(self._open, element)

    def figure(self, alt: str, box: Sequence[float]) -> "_Opened":
        """A picture and what is said in its place; ``box`` is where it stands on its page, from the lower left."""
        bounds = " ".join(f"{edge:.2f}" for edge in box)
        layout = f"/A <</O /Layout /Placement /Block /BBox [{bounds}]>> "
        element = Element("Figure", f"/Alt {written_text(alt)} {layout}")
        self._open[-1].kids.append(element)
        return _Opened(self._open, element)

    def added(self, kind: str, *, scope: str = "") -> Element:
        """An element in the innermost open one, opened later by ``again``."""
        entries = f"/A <</O /Table /Scope /{scope}>> " if scope else ""
        self._open[-1].kids.append(element := Element(kind, entries))
        return element

    def again(self, element: Element) -> "_Opened":
        """An element goes on that stood open before, such as a cell on the next sheet."""
        return _Opened(self._open, element)

    def owner(self) -> Element:
        """Whose the next line is."""
        current = self._open[-1]
        if current is ARTIFACT or current.kind in _HOLDS_TEXT:
            return current
        current.kids.append(paragraph := Element("P"))
        return paragraph

    @property
    def in_text(self) -> bool:
        """Whether what is put now belongs to something that is text already."""
        return self._open[-1] is ARTIFACT or self._open[-1].kind in _HOLDS_TEXT


def written_text(text: str) -> str:
    """A text string of a PDF, in UTF-16."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
