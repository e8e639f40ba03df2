"""Fonts that a foreign page uses and does not bring: absent altogether, or left to whatever the PC has."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pikepdf

from clair_desktop.domain.enclosed import Remark, Remarked
from clair_desktop.output.pdf.foreign.opening import streams_of

_SELECTED = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+[-+.\d]+\s+Tf")
_STANDARD = re.compile("helvetica|arial|times|courier|symbol|zapf", re.IGNORECASE)
_SUBSET = re.compile("^[A-Z]{6}\\+")
_NAMED = 3
_Said = tuple[Remark, str]


def font_remarks(pdf: pikepdf.Pdf) -> Iterator[Remarked]:
    pages: dict[Remark, list[int]] = defaultdict(list)
    names: dict[Remark, dict[str, None]] = defaultdict(dict)
    looked: dict[tuple[int, int], list[_Said]] = {}
    for number, page in enumerate(pdf.pages, start=1):
        for remark, name in {*_left_to_the_pc(page, looked), *_absent(page)}:
            if pages[remark][-1:] != [number]:
                pages[remark].append(number)
            names[remark][name] = None
    for remark in sorted(pages):
        yield Remarked(remark, tuple(pages[remark]), "、".join(sorted(names[remark])[:_NAMED]))


def _left_to_the_pc(page: pikepdf.Page, looked: dict[tuple[int, int], list[_Said]]) -> Iterator[_Said]:
    """Fonts shared by many pages are looked at once."""
    for font in _fonts(page.obj.get("/Resources")).values():
        key = font.objgen
        if key == (0, 0):
            yield from _judged(font)
            continue
        if key not in looked:
            looked[key] = list(_judged(font))
        yield from looked[key]


def _judged(font: pikepdf.Dictionary) -> Iterator[_Said]:
    if font.get("/Subtype") == "/Type3":
        return
    inner = font.get("/DescendantFonts")
    holder = inner[0] if isinstance(inner, pikepdf.Array) and len(inner) else font
    described = holder.get("/FontDescriptor") if isinstance(holder, pikepdf.Dictionary) else None
    described = described if isinstance(described, pikepdf.Dictionary) else pikepdf.Dictionary()
    if any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        return
    name = _SUBSET.sub("", str(font.get("/BaseFont", "?")).lstrip("/"))
    if inner is not None:
        yield Remark.FONT_NOT_EMBEDDED, name
    elif not _STANDARD.match(name):
        yield Remark.FONT_SUBSTITUTED, name


def _absent(page: pikepdf.Page) -> Iterator[_Said]:
    """Fonts that the page's own content selects and its resources do not have."""
    there = _fonts(page.obj.get("/Resources"))
    for stream in streams_of(page):
        for selected in set(_SELECTED.findall(stream.read_bytes())):
            name = selected.decode("latin-1")
            if f"/{name}" not in there and "#" not in name:
                yield Remark.FONT_ABSENT, name


def _fonts(resources: object) -> dict[str, pikepdf.Dictionary]:
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(fonts, pikepdf.Dictionary):
        return {}
    return {key: font for key, font in fonts.items() if isinstance(font, pikepdf.Dictionary)}
