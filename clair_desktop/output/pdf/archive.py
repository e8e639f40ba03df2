"""What a file says of itself: title, day, language; where all of it is ours, that it keeps (PDF/A-2u) and can be heard (PDF/UA-1)."""

from datetime import datetime
from functools import cache
from hashlib import md5
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

import clair_desktop
from clair_desktop.output.pdf.packing import deflated
from clair_desktop.output.pdf.streams import Written, packed, plain_stream, reference
from clair_desktop.output.pdf.structure import written_text
from clair_desktop.support.resources import resource

CREATOR = f"CLAIR desktop {clair_desktop.__version__}"
PRODUCER = "ReportLab"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SRGB = "sRGB IEC61966-2.1"
_CLAIMED = "<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
# PDF/A wants a schema described that it does not know itself.
_SCHEMA = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:format>application/pdf</dc:format>'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    "<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>"
    "<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>{keywords}{claimed}"
    '</rdf:Description>{schema}</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
)


class Info(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """The document information, word for word what the metadata say; nothing that would be empty."""

    def __init__(self, title: str, made_at: datetime) -> None:
        self.title = title
        self.keywords = ""
        self._made_at = made_at

    def digest(self, signature: Any) -> None:
        signature.update(self.title.encode())

    def format(self, _document: Any) -> bytes:
        zone = f"{self._made_at:%z}"
        day = f"D:{self._made_at:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "+00'00'")
        told = f"/Title {written_text(self.title)} /Creator ({CREATOR}) /Producer ({PRODUCER})"
        told += f" /Keywords {written_text(self.keywords)}" if self.keywords else ""
        return f"<<{told} /CreationDate ({day}) /ModDate ({day})>>".encode("ascii")


def declare(document: Any, *, language: str, made_at: datetime, ours: bool, part: int = 2) -> None:
    """Metadata and colour; ``ours``: no page from elsewhere will be bound in, so that the file's standards may be claimed.

    ``part`` of PDF/A: 3 where files will be attached.
    """
    day = f"{made_at:%Y-%m-%dT%H:%M:%S}{made_at.isoformat()[19:] or '+00:00'}"
    packet = _PACKET.format(
        title=document.info.title.translate(_ESCAPED), language=language, day=day, creator=CREATOR, producer=PRODUCER,
        keywords=_keywords(document.info.keywords),
        claimed=_CLAIMED.format(part=part) if ours else "", schema=_SCHEMA if ours else "",
    )  # fmt: skip
    metadata = plain_stream(packet.encode(), "/Type /Metadata /Subtype /XML ")
    catalog = document.Catalog
    catalog.Metadata = document.Reference(metadata, "metadata")
    colour = reference(document, packed(_profile(), "/N 3 "), "colour")
    intent = f"/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({_SRGB}) /Info ({_SRGB})"
    # An attribute of this catalog alone: ReportLab would leave out a key it does not know.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = Written(f"[<<{intent} /DestOutputProfile {colour}>>]")


@cache
def _profile() -> bytes:
    return deflated(resource("icc", "srgb.icc").read_bytes())


def _keywords(text: str) -> str:
    return f"<pdf:Keywords>{text.translate(_ESCAPED)}</pdf:Keywords>" if text else ""


def identity(made_at: datetime) -> Any:
    """The beginning of the file's identity: its day, not the PC's clock."""
    return md5(made_at.isoformat().encode(), usedforsecurity=False)
