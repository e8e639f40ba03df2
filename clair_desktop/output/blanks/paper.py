"""A blank document as its own XML says: content controls and bookmarks, in the text and in headers and footers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from clair_desktop.domain.blanks import BlankKind, Drawn, DrawnSheet, Layout, Place
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.blanks.package import Package
from clair_desktop.output.blanks.spans import Node

_LONGEST_LABEL = 40
_MOST_LINES = 400
_WIDE, _BESIDE = 58.0, 24.0
_UNFILLABLE = {
    "picture", "group", "docPartObj", "docPartList", "equation", "citation", "bibliography", "repeatingSection",
    "repeatingSectionItem",
}  # fmt: skip
_FRAGILE = {
    "drawing", "pict", "object", "fldChar", "fldSimple", "ins", "del", "moveFrom", "moveTo", "tbl", "sdt", "tr",
    "footnoteReference", "endnoteReference", "commentReference", "AlternateContent", "bookmarkStart", "hyperlink",
}  # fmt: skip
_BESIDE_RUNS = {"r", "proofErr", "lastRenderedPageBreak"}

LOCKED = Wording("編集がロックされています", "its content is locked")
BOUND = Wording(
    "文書の別のデータと連結されており、書いてもWordが元に戻します",
    "it is bound to other data, from which Word would restore it",
)
OF_OTHER_KIND = Wording(
    "文字を書く欄ではありません（図・グループ・くり返しなど）",
    "it is not a control for text (picture, group, repetition …)",
)
HOLDS_MORE = Wording(
    "図・表・フィールド・変更履歴などが入っており、書き込むと失われます",
    "it holds a picture, table, field or tracked change that would be lost",
)
IN_A_SHAPE = Wording("図形（テキストボックス）の中にあります", "it lies in a shape (text box)")
TRACKED = Wording("変更履歴の中にあります", "it lies in a tracked change")
SPREAD = Wording("複数の段落にまたがるブックマークです", "the bookmark spreads over several paragraphs")
PROTECTED = Wording("文書の保護により編集できません", "the document's protection forbids it")
CLOSED = Wording(
    "「{name}」は編集を制限した文書です（{how}）。制限を外した様式を本部に求めてください。",
    "“{name}” is protected against editing ({how}). Ask headquarters for one without.",
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with where it stands: a control's element, or both ends of a bookmark."""

    place: Place
    part: str
    node: Node
    end: Node | None = None  # of a bookmark


class Paper:
    """A document's places."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main[0]
        self.protection = self._protection()
        related = [package.related(self.main, kind).values() for kind in ("header", "footer")]
        self.roots = {
            part: package.xml(part) for part in (self.main, *dict.fromkeys(p for one in related for p in one))
        }

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        found: dict[str, Spot] = {}
        for part, root in self.roots.items():
            for spot in self._spots(part, root):
                key, again = spot.place.key, 2
                while key in found:
                    key, again = f"{spot.place.key}#{again}", again + 1
                found[key] = Spot(_called(spot.place, key), part, spot.node, spot.end)
        return found

    def layout(self) -> Layout:
        places = [one.place for one in self.spots.values()]
        return Layout(BlankKind.PAPER, places, [self._drawn(part, root) for part, root in self.roots.items()])

    def _spots(self, part: str, root: Node) -> Iterator[Spot]:
        ends = {one.attributes.get("id"): one for one in root.walk() if one.name == "bookmarkEnd"}
        for node in root.walk():
            if node.name == "sdt" and node.find("sdtContent") is not None:
                yield Spot(self._control(node), part, node)
            elif node.name == "bookmarkStart" and not node.attributes.get("name", "_").startswith("_"):
                end = ends.get(node.attributes.get("id"))
                yield Spot(self._bookmark(node, end), part, node, end)

    def _control(self, node: Node) -> Place:
        content, own = node.find("sdtContent"), node.find("sdtPr")
        said = {name: _value(own, name) for name in ("alias", "tag", "id")}
        held = " ".join(_text(content).split()) if content else ""
        placeholder = own is not None and own.find("showingPlcHdr") is not None
        trouble = _control_trouble(node, own, content)
        choices = [] if own is None else _choices(own)
        return Place(
            key=said["tag"] or said["alias"] or f"control {said['id']}",
            label=(_after(node) if _ticks(own) else "") or _before(node) or said["alias"],
            name=said["alias"] or (held if placeholder else ""),
            holds="" if placeholder else held,
            trouble=trouble,
            choices=choices,
            ticks=_ticks(own),
            one_line=_one_line(own),
            likely=trouble is None,
        )

    def _bookmark(self, node: Node, end: Node | None) -> Place:
        trouble = PROTECTED if self.protection else _around(node) or _bookmark_trouble(node, end)
        between = [] if trouble else _between(node, end)
        held = "".join(_text(one) for one in between)
        return Place(
            key=node.attributes["name"], label=_before(node), name=node.attributes["name"], holds=held, trouble=trouble,
            likely=trouble is None,
        )  # fmt: skip

    def _protection(self) -> bool:
        """Whether only controls may be filled; a document that may not be edited at all is refused."""
        for part in self.package.related(self.main, "settings").values():
            held = self.package.xml(part).find("documentProtection")
            if held is not None and held.attributes.get("enforcement") in ("1", "true", "on"):
                how = held.attributes.get("edit", "readOnly")
                if how != "forms":
                    raise Refusal(CLOSED.filled(name=self.package.name, how=how))
                return True
        return False

    def _drawn(self, part: str, root: Node) -> DrawnSheet:
        beside: dict[int, list[Place]] = {}
        paragraphs = [one for one in root.walk() if one.name == "p"]
        for spot in self.spots.values():
            if spot.part == part and (at := _paragraph_of(spot.node, paragraphs)) is not None:
                beside.setdefault(at, []).append(spot.place)
        shown = [
            (at, one) for at, one in enumerate(paragraphs[: _MOST_LINES * 4]) if beside.get(at) or _text(one).strip()
        ][:_MOST_LINES]
        most = max((len(one) for one in beside.values()), default=0)
        cells = []
        for row, (at, one) in enumerate(shown, start=1):
            cells.append(Drawn(row, 1, _text(one)))
            for column, place in enumerate(beside.get(at, ()), start=2):
                cells.append(Drawn(row, column, place.holds or place.name, place=place.key, ruled=True))
        name = part.rpartition("/")[2].removesuffix(".xml")
        heights = [18.0 * max(1, -(-len(_text(one)) // 32)) for _at, one in shown]
        return DrawnSheet(name, [_WIDE, *[_BESIDE] * most], heights, cells, cut=len(paragraphs) > _MOST_LINES * 4)


def _between(start: Node, end: Node | None) -> Sequence[Node]:
    """The elements between both ends of a bookmark in one paragraph."""
    if start.parent is None or end is None or end.parent is not start.parent:
        return ()
    held = start.parent.children
    return held[held.index(start) + 1 : held.index(end)]


between = _between


def _bookmark_trouble(start: Node, end: Node | None) -> Wording | None:
    if end is None or start.parent is None or start.parent.name != "p" or end.parent is not start.parent:
        return SPREAD
    if end.start < start.start:
        return SPREAD
    inner = _between(start, end)
    plain = all(one.name in _BESIDE_RUNS for one in inner)
    return None if plain and not any(_is_fragile(one) for one in inner) else HOLDS_MORE


def _control_trouble(node: Node, own: Node | None, content: Node | None) -> Wording | None:
    kinds = {one.name for one in own.children} if own else set()
    if _value(own, "lock") in ("contentLocked", "sdtContentLocked"):
        return LOCKED
    if "dataBinding" in kinds:
        return BOUND
    if kinds & _UNFILLABLE:
        return OF_OTHER_KIND
    if content is None or _is_fragile(content) or len([one for one in content.walk() if one.name == "tc"]) > 1:
        return HOLDS_MORE
    return _around(node)


def _around(node: Node) -> Wording | None:
    """What the elements around a place forbid."""
    at = node.parent
    while at is not None:
        if at.name in ("AlternateContent", "txbxContent"):
            return IN_A_SHAPE
        if at.name in ("ins", "del", "moveFrom", "moveTo"):
            return TRACKED
        if at.name == "sdt" and _value(at.find("sdtPr"), "lock") in ("contentLocked", "sdtContentLocked"):
            return LOCKED
        at = at.parent
    return None


def _is_fragile(node: Node) -> bool:
    return any(one.name in _FRAGILE for one in node.walk() if one is not node)


def _choices(own: Node) -> list[str]:
    held = own.find("dropDownList")
    rows = held.all("listItem") if held else iter(())
    texts = [one.attributes.get("displayText") or one.attributes.get("value", "") for one in rows]
    return [one for one in texts if one]


def _before(node: Node) -> str:
    """The text before a place: in its own paragraph, else in the cell at its left, else in the paragraph before."""
    at: Node | None = node
    while at is not None and at.parent is not None:
        if at.parent.name in ("p", "tr", "tbl", "body"):
            held = at.parent.children
            texts = [" ".join(_text(one, controls=False).split()) for one in held[: held.index(at)]]
            said = [one for one in texts if one]
            if said:
                told = "".join(texts) if at.parent.name == "p" else said[-1]
                return told[-_LONGEST_LABEL:].strip()
        at = at.parent
    return ""


def _after(node: Node) -> str:
    """The text behind a check box in its paragraph."""
    if node.parent is None or node.parent.name != "p":
        return ""
    held = node.parent.children
    return " ".join("".join(_text(one) for one in held[held.index(node) + 1 :]).split())[:_LONGEST_LABEL]


def _ticks(own: Node | None) -> bool:
    return own is not None and own.find("checkbox") is not None


def _one_line(own: Node | None) -> bool:
    """Plain text in which Word lets nobody press Enter."""
    held = own.find("text") if own else None
    return held is not None and held.attributes.get("multiLine") not in ("1", "true", "on")


def _paragraph_of(node: Node, paragraphs: Sequence[Node]) -> int | None:
    """The paragraph around a place, or the first one in it."""
    for at, one in enumerate(paragraphs):
        if one.start <= node.start < one.end or node.start <= one.start < node.end:
            return at
    return None


def _text(node: Node, *, controls: bool = True) -> str:
    """The words of an element; without its ``controls`` only what the form itself says."""
    if node.name == "t":
        return node.text()
    if node.name in ("br", "cr"):
        return "\n"
    if node.name == "tab" and node.parent is not None and node.parent.name == "r":
        return "\t"
    held = (one for one in node.children if controls or one.name != "sdt")
    return "".join(_text(one, controls=controls) for one in held)


def _value(own: Node | None, name: str) -> str:
    held = own.find(name) if own else None
    return held.attributes.get("val", "") if held else ""


def _called(place: Place, key: str) -> Place:
    from dataclasses import replace

    return place if place.key == key else replace(place, key=key)
