"""XML read as spans of its own bytes, so that a change touches nothing but what is changed.

A library that parses and writes again would lose prefixes, unknown extensions and whatever else it does not know.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(/?)>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=>]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_DEEPEST = 200
UNREADABLE = Wording(
    "「{part}」を読み取れません。本部から受け取ったファイルをもう一度保存し直さずに取り込んでください。",
    "“{part}” cannot be read. Take the file as it came from headquarters, without saving it again.",
)


@dataclass(slots=True)
class Node:
    """An element: its local name, its prefix as written, attributes by local name, and where it stands in the bytes."""

    name: str
    space: str
    prefix: str
    attributes: dict[str, str]
    start: int
    inner: int = 0  # where its content begins
    inner_end: int = 0
    end: int = 0
    children: "list[Node]" = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    parent: "Node | None" = field(default=None, repr=False)

    @property
    def empty(self) -> bool:
        """Written as one tag, <like this/>."""
        return self.inner == self.end

    def find(self, name: str) -> "Node | None":
        return next((one for one in self.children if one.name == name), None)

    def all(self, name: str) -> "Iterator[Node]":
        return (one for one in self.children if one.name == name)

    def walk(self) -> "Iterator[Node]":
        """The element and everything in it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def text(self) -> str:
        return "".join(self.texts)

    def called(self, name: str) -> str:
        """A name with this element's own prefix, as its neighbours are written."""
        return f"{self.prefix}:{name}" if self.prefix else name


@dataclass(frozen=True, slots=True)
class Change:
    """New bytes in the place of a span; an empty span is a point at which they are put in."""

    start: int
    end: int
    text: bytes


def read(data: bytes, part: str) -> Node:
    """The root element; a document type, another encoding than UTF-8 or broken XML is refused."""
    reader = _Reader(data, part)
    try:
        return reader.root()
    except (expat.ExpatError, UnicodeDecodeError, ValueError) as fault:
        raise Refusal(UNREADABLE.filled(part=part)) from fault


class _Reader:
    def __init__(self, data: bytes, part: str) -> None:
        self._data, self._part = data, part
        self._open: list[Node] = []
        self._root: Node | None = None
        self._parser = expat.ParserCreate(namespace_separator="\n")
        self._parser.namespace_prefixes = True
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._finish
        self._parser.CharacterDataHandler = self._said
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.XmlDeclHandler = self._declared

    def root(self) -> Node:
        self._parser.Parse(self._data, True)
        if self._root is None:
            raise ValueError("no element")
        return self._root

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        space, local, prefix = _parts(name)
        start = self._parser.CurrentByteIndex
        tag = _TAG.match(self._data, start)
        if tag is None or len(self._open) > _DEEPEST:
            raise ValueError("a tag could not be found again")
        plain = {_parts(key)[1]: value for key, value in attributes.items()}
        node = Node(local, space, prefix, plain, start, tag.end(), tag.end(), tag.end())
        if self._open:
            node.parent = self._open[-1]
            self._open[-1].children.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _finish(self, _name: str) -> None:
        node = self._open.pop()
        if not self._data[node.start : node.inner].rstrip(b">").endswith(b"/"):
            node.inner_end = self._parser.CurrentByteIndex
            node.end = self._data.index(b">", node.inner_end) + 1

    def _said(self, text: str) -> None:
        if self._open:
            self._open[-1].texts.append(text)

    def _refuse(self, *_: object) -> None:
        raise ValueError("a document type")

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.upper() not in ("UTF-8", "UTF8", "US-ASCII"):
            raise ValueError(encoding)


def changed(data: bytes, changes: Sequence[Change]) -> bytes:
    """The bytes with every change made; changes must not overlap."""
    made, at = [], 0
    for one in sorted(changes, key=lambda one: (one.start, one.end)):
        if one.start < at:
            raise ValueError("changes overlap")
        made += [data[at : one.start], one.text]
        at = one.end
    return b"".join([*made, data[at:]])


def with_attributes(data: bytes, node: Node, wanted: dict[str, str], dropped: Sequence[str] = ()) -> Change:
    """The start tag with some attributes set or left out and all others exactly as written."""
    tag = data[node.start : node.inner]
    for name in (*wanted, *dropped):
        tag = _without(tag, name)
    head = re.match(rb"<[^\s/>]+", tag)
    if head is None:
        raise ValueError("a start tag without a name")
    put = "".join(f" {name}={quoteattr(value)}" for name, value in wanted.items()).encode()
    return Change(node.start, node.inner, tag[: head.end()] + put + tag[head.end() :])


def inside(data: bytes, node: Node, content: bytes) -> Change:
    """New content for an element, which may have been written as one empty tag."""
    if not node.empty:
        return Change(node.inner, node.inner_end, content)
    tag = data[node.start : node.inner]
    opened = tag[: tag.rindex(b"/")].rstrip() + b">"
    return Change(node.start, node.end, opened + content + f"</{node.called(node.name)}>".encode())


def spelled(text: str) -> str:
    return escape(text)


def _without(tag: bytes, name: str) -> bytes:
    local = name.rpartition(":")[2].encode()
    for found in _ATTRIBUTE.finditer(tag):
        if found[1].rpartition(b":")[2] == local and not found[1].startswith(b"xmlns"):
            return tag[: found.start()] + tag[found.end() :]
    return tag


def _parts(name: str) -> tuple[str, str, str]:
    """Namespace, local name and prefix of what the parser calls ``namespace⏎name⏎prefix``."""
    pieces = name.split("\n")
    if len(pieces) == 1:
        return "", pieces[0], ""
    return pieces[0], pieces[1], pieces[2] if len(pieces) > 2 else ""
