"""The parts a marked copy gains: notes on cells, their boxes, and a sheet that lists every finding with its link."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from clair_desktop.output.excel.cells import letters
from clair_desktop.output.excel.guard import escaped

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{group}"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>{shapes}</xml>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:220pt;height:90pt;'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{column}, 15, {row}, 2, {right}, 15, {below}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{at_column}</x:Column></x:ClientData></v:shape>"
)
_NOTE = '<comment ref="{ref}" authorId="0"><text><t xml:space="preserve">{text}</t></text></comment>'
_WIDTHS = (8, 20, 8, 28, 30, 70)


def comments(namespace: str, author: str, notes: Mapping[str, str]) -> bytes:
    said = "".join(_NOTE.format(ref=ref, text=escape(escaped(text))) for ref, text in notes.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<comments xmlns="{namespace}"><authors><author>{escape(author)}</author></authors>'
        f"<commentList>{said}</commentList></comments>"
    ).encode()


def boxes(group: int, places: Sequence[tuple[int, int]]) -> bytes:
    """The boxes of the notes, which Excel still draws in VML; places are row and column, counted from 0."""
    shapes = "".join(
        _SHAPE.format(
            number=group * 1024 + count, row=row, at_column=column, column=column + 1, right=column + 5, below=row + 5
        )
        for count, (row, column) in enumerate(places, start=1)
    )
    return _VML.format(group=group, shapes=shapes).encode()


def errors_sheet(namespace: str, rows: Sequence[Sequence[str]], links: Sequence[str], styles: Sequence[int]) -> bytes:
    """Heads and findings as plain text; ``links`` point to the cells, "" where there is none."""
    data = "".join(_row(number, row, style) for number, (row, style) in enumerate(zip(rows, styles, strict=True), 1))
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_WIDTHS, start=1)
    )
    found = "".join(
        f'<hyperlink ref="C{number}" location={quoteattr(link)} display={quoteattr(rows[number - 1][2])}/>'
        for number, link in enumerate(links, start=1)
        if link
    )
    linked = f"<hyperlinks>{found}</hyperlinks>" if found else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<worksheet xmlns="{namespace}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
        f'state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>{data}</sheetData>{linked}'
        '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _row(number: int, row: Sequence[str], style: int) -> str:
    cells = "".join(
        f'<c r="{letters(column)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(escaped(text))}</t></is></c>"
        for column, text in enumerate(row, start=1)
    )
    return f'<row r="{number}">{cells}</row>'


def child(parent: Any, tag: str, **attributes: str) -> Any:
    """A new last child in its parent's namespace."""
    from lxml import etree

    namespace = etree.QName(parent).namespace
    return etree.SubElement(parent, f"{{{namespace}}}{tag}" if namespace else tag, attributes)
