"""What makes a page known again after another program has saved the file anew: what it draws, and what it says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clair_desktop.output.pdf.attaching import attached_in
from clair_desktop.output.pdf.read_back import bare

if TYPE_CHECKING:
    import pikepdf

_LENGTH = 16  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class PageMark:
    """Two short hashes of one page."""

    drawn: str
    said: str


@dataclass(frozen=True, slots=True)
class FileMarks:
    """A PDF as it was found: its keywords and text say which release it claims to be, its pages whether it is."""

    keywords: str
    first_page: str  # its text
    pages: Sequence[PageMark]
    attached: Mapping[str, str]  # files by name, with their SHA-256


def file_marks(path: Path) -> FileMarks | None:
    """The marks of a file; None where it cannot be opened as a PDF."""
    import pikepdf
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document, pikepdf.open(path, suppress_warnings=True) as pdf:
            texts = list(_texts(document))
            drawn = [_drawn(page) for page in pdf.pages]
            attached = attached_in(pdf)
            keywords = str(pdf.docinfo.get("/Keywords", ""))
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError):
        return None
    said = [_short(bare(text).encode("utf-8", "replace")) for text in texts]
    pages = [PageMark(*one) for one in zip(drawn, said, strict=False)]
    return FileMarks(keywords, texts[0] if texts else "", pages, attached)


def _texts(document: Any) -> Iterator[str]:
    for page in document:
        text_page = page.get_textpage()
        yield text_page.get_text_bounded()
        text_page.close()
        page.close()


def _drawn(page: "pikepdf.Page") -> str:
    """Everything that paints: the page's own operators, its pictures, and what somebody laid over it since."""
    import pikepdf

    digest = sha256(repr(([float(edge) for edge in page.mediabox], int(page.obj.get("/Rotate", 0)))).encode())
    contents = page.obj.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents] if contents is not None else []:
        digest.update(stream.read_bytes() + b"\n")
    for content in _painted(page.obj, set()):
        digest.update(content)
    return digest.hexdigest()[:_LENGTH]


def _painted(holder: "pikepdf.Object", seen: set[tuple[int, int]]) -> Iterator[bytes]:
    import pikepdf

    painted = holder.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    for name in sorted(painted.keys()) if isinstance(painted, pikepdf.Dictionary) else ():
        one = painted[name]
        if isinstance(one, pikepdf.Stream) and one.objgen not in seen:
            seen.add(one.objgen)
            yield name.encode() + _bytes(one)
            yield from _painted(one, seen)
    for note in holder.get("/Annots", []):
        if isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") != "/Link":
            yield f"{note.get('/Subtype')} {note.get('/Rect')} {note.get('/Contents', '')}".encode()


def _bytes(stream: "pikepdf.Stream") -> bytes:
    """What an image codec packed is left packed: another program leaves it alone too."""
    import pikepdf

    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def _short(content: bytes) -> str:
    return sha256(content).hexdigest()[:_LENGTH]


def page_count(path: Path) -> int:
    """Of a file that this program has written."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)
