"""A blank document filled: only the text of the chosen controls and bookmarks changes, in the document's own XML."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from clair_desktop.domain.blanks import NOT_A_PLACE, Entry
from clair_desktop.domain.eras import japanese_date
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.blanks.paper import Paper, Spot, between
from clair_desktop.output.blanks.spans import Change, Node, changed, inside, spelled, with_attributes

_TICKED, _EMPTY = "2612", "2610"


class PaperFilling:
    """One filling of one document."""

    def __init__(self, paper: Paper, entries: Sequence[Entry]) -> None:
        self._paper = paper
        self._entries = entries
        for one in entries:
            if one.place not in paper.spots:
                raise Refusal(NOT_A_PLACE.filled(place=one.place), field=one.place)

    @cached_property
    def touched(self) -> Mapping[str, bytes]:
        changes: dict[str, list[Change]] = {}
        for one in self._entries:
            spot = self._paper.spots[one.place]
            data = self._paper.package.parts[spot.part]
            made = _bookmark(data, spot, one) if spot.end is not None else _control(data, spot.node, one)
            changes.setdefault(spot.part, []).extend(made)
        return {part: changed(self._paper.package.parts[part], made) for part, made in changes.items()}


def _control(data: bytes, node: Node, entry: Entry) -> Iterator[Change]:
    own, content = node.find("sdtPr"), node.find("sdtContent")
    if content is None:
        return
    placeholder = own.find("showingPlcHdr") if own else None
    if placeholder is not None:
        yield Change(placeholder.start, placeholder.end, b"")
    look = _own_look(data, own) if placeholder is not None else _first_look(data, content)
    text = printed(entry)
    box = own.find("checkbox") if own else None
    if box is not None and isinstance(entry.value, bool):
        text = _box_sign(box, ticked=entry.value)
        look = _first_look(data, content)
        yield from _ticked(data, box, ticked=entry.value)
    day = own.find("date") if own else None
    if day is not None and isinstance(entry.value, date):
        yield with_attributes(data, day, {day.called("fullDate"): f"{entry.value.isoformat()}T00:00:00Z"})
    yield from _content(data, content, look, text)


def _content(data: bytes, content: Node, look: bytes, text: str) -> Iterator[Change]:
    """New words in a control in a line, around paragraphs or around a cell; paragraph and cell keep their form."""
    paragraphs = [one for one in content.walk() if one.name == "p"]
    words = run(content, look, text)
    if not paragraphs:
        yield inside(data, content, words)
        return
    first, *others = paragraphs
    form = first.find("pPr")
    kept = data[form.start : form.end] if form else b""
    yield inside(data, first, kept + words)
    for one in others:
        yield Change(one.start, one.end, b"")


def _bookmark(data: bytes, spot: Spot, entry: Entry) -> Iterator[Change]:
    start, end = spot.node, spot.end
    inner = between(start, end)
    look = next((_look(data, one) for one in inner if one.name == "r"), None)
    if look is None:
        look = _look_before(data, start)
    if end is not None:
        yield Change(start.end, end.start, run(start, look, printed(entry)))


def run(near: Node, look: bytes, text: str) -> bytes:
    """A run of text with line ends as breaks, named as its neighbours are."""
    r, t, br, tab = (near.called(name) for name in ("r", "t", "br", "tab"))
    if not text:
        return b""
    lines = []
    for line in text.split("\n"):
        pieces = [f'<{t} xml:space="preserve">{spelled(one)}</{t}>' if one else "" for one in line.split("\t")]
        lines.append(f"<{tab}/>".join(pieces))
    return f"<{r}>".encode() + look + f"<{br}/>".join(lines).encode() + f"</{r}>".encode()


def printed(entry: Entry) -> str:
    """What a reader of the document will see."""
    value = entry.value
    if isinstance(value, bool):
        return "☑" if value else "☐"
    if isinstance(value, date):
        return japanese_date(value)
    return f"{value:,}" if isinstance(value, int | float) else value


def _own_look(data: bytes, own: Node | None) -> bytes:
    """The look a control gives its text once the prompt is gone."""
    held = own.find("rPr") if own else None
    return data[held.start : held.end] if held else b""


def _first_look(data: bytes, content: Node) -> bytes:
    return next((_look(data, one) for one in content.walk() if one.name == "r"), b"")


def _look(data: bytes, node: Node) -> bytes:
    held = node.find("rPr")
    return data[held.start : held.end] if held else b""


def _look_before(data: bytes, start: Node) -> bytes:
    """An empty bookmark's text looks as the text before it."""
    if start.parent is None:
        return b""
    held = start.parent.children
    runs = [one for one in held[: held.index(start)] if one.name == "r"]
    return _look(data, runs[-1]) if runs else b""


def _ticked(data: bytes, box: Node, *, ticked: bool) -> Iterator[Change]:
    held = box.find("checked")
    if held is not None:
        yield with_attributes(data, held, {held.called("val"): str(int(ticked))})
    else:
        put = f'<{box.called("checked")} {box.called("val")}="{int(ticked)}"/>'.encode()
        yield Change(box.inner, box.inner, put) if not box.empty else inside(data, box, put)


def _box_sign(box: Node, *, ticked: bool) -> str:
    held = box.find("checkedState" if ticked else "uncheckedState")
    code = held.attributes.get("val", "") if held else ""
    return chr(int(code or (_TICKED if ticked else _EMPTY), 16))
