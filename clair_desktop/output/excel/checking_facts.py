"""What a workbook's package says of its sheets beside their cells: tables, pictures, charts, notes, embedded files."""

from collections.abc import Iterator, Mapping
from typing import Any

from clair_desktop.output.excel.cells import letters
from clair_desktop.output.excel.foreign import Book, local

# What a sheet may refer to that is an object to e-Stat; a drawing holds pictures, shapes and charts.
_OBJECTS = frozenset(
    {
        "drawing",
        "image",
        "oleObject",
        "package",
        "control",
        "ctrlProp",
        "comments",
        "threadedComment",
        "chart",
        "diagramData",
    }
)
_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})


def facts_of(book: Book) -> Mapping[str, Any]:
    """By the sheets' names: their ``tables`` as references, their ``objects`` as kind and cell."""
    return {
        name: {"tables": list(_tables(book, part)), "objects": [list(one) for one in _objects(book, part)]}
        for name, part in book.sheet_parts.items()
    }


def _tables(book: Book, part: str) -> Iterator[str]:
    for _, kind, target in book.relations(part):
        if kind == "table" and (reference := book.tree(target).get("ref")):
            yield reference


def _objects(book: Book, part: str) -> Iterator[tuple[str, str]]:
    if "/chartsheets/" in f"/{part.casefold()}":
        yield "chart", ""
        return
    for _, kind, target in book.relations(part):
        if kind == "drawing":
            yield from _drawn(book, target)
        elif kind == "comments":
            yield from (("note", one.get("ref", "")) for one in book.tree(target).iter() if local(one.tag) == "comment")
        elif kind in _OBJECTS:
            yield kind, ""


def _drawn(book: Book, part: str) -> Iterator[tuple[str, str]]:
    for anchor in book.tree(part):
        if local(anchor.tag) in _ANCHORS:
            yield "drawing", _corner(anchor)


def _corner(anchor: Any) -> str:
    """The cell in which a drawing begins."""
    start = next((one for one in anchor if local(one.tag) == "from"), None)
    if start is None:
        return ""
    told = {local(one.tag): int(one.text or 0) for one in start}
    return f"{letters(told.get('col', 0) + 1)}{told.get('row', 0) + 1}"
