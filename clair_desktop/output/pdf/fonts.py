"""One ReportLab font over several faces, chosen per printed character; what a paper's characters look like.

ReportLab's own TTFont boxes every variation selector, loses 𠮷 from the text layer and prints a missing glyph without
a word (docs/decisions/0030). Here a character no face has is never drawn: ``missing`` names it, ``glyph`` refuses it.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from clair_desktop.output.pdf.characters import STAND_INS, clusters, is_plain, is_selector, is_within
from clair_desktop.output.pdf.faces import Face
from clair_desktop.output.pdf.variations import same_shape


class Order(NamedTuple):
    """Which faces of a stack are asked, by number and in this order, for characters of these ranges."""

    ranges: str
    faces: Sequence[int]


class Glyph(NamedTuple):
    face: int
    number: int
    width: float
    """In 1/1000 em."""


class UnprintableCharacter(ValueError):
    """A character that no face has came as far as drawing; the glyph check must stop it before."""


class StackFont:
    """A ReportLab font made of faces: per printed character, the first face of its script that has the glyph."""

    # What ReportLab asks of a font whose codes are given out while it draws.
    _multiByte = 1  # noqa: N815
    _dynamicFont = 1  # noqa: N815
    shapable = False

    def __init__(
        self,
        name: str,
        faces: Sequence[Face],
        orders: Sequence[Order],
        tightened: Mapping[str, tuple[float, float]],
    ) -> None:
        self.fontName = name
        self.face = _Measures(name)
        self.encoding = _Encoding("UTF-8")
        self._faces = faces
        self.tightened = tightened
        """White taken from before and after a sign, in 1/1000 em."""
        self._orders = orders  # the last one takes every character
        self._glyphs: dict[str, Glyph | None] = {}
        self._widths: dict[str, float] = {}
        self._known_good: set[str] = set()  # single code points that need no second look
        self._substituted: set[str] = set()

    def missing(self, text: str) -> list[str]:
        """The characters of the text that no face can draw, each once, in order; they must be reported, not printed."""
        if self._known_good.issuperset(text):
            return []
        missing = [cluster for cluster in dict.fromkeys(clusters(text)) if self._drawable(cluster) is None]
        if not missing and is_plain(text):
            self._known_good.update(text)
        return missing

    def substituted(self, text: str) -> list[str]:
        """Variation sequences no face knows, which are therefore drawn in the ordinary form of their base."""
        if is_plain(text):
            return []
        self.missing(text)
        return [cluster for cluster in dict.fromkeys(clusters(text)) if cluster in self._substituted]

    def glyph(self, cluster: str) -> Glyph:
        glyph = self._glyphs.get(cluster) or self._drawable(cluster)
        if glyph is None:
            raise UnprintableCharacter(cluster)
        return glyph

    def width(self, cluster: str) -> float:
        """In 1/1000 em."""
        width = self._widths.get(cluster)
        if width is None:
            width = self._widths[cluster] = self.glyph(cluster).width - sum(self.tightened.get(cluster, ()))
        return width

    def measure(self, printed: Sequence[str]) -> float:
        """The width of printed characters side by side, in 1/1000 em."""
        try:
            return sum(map(self._widths.__getitem__, printed))
        except KeyError:
            return sum(map(self.width, printed))

    def advances(self, printed: Sequence[str]) -> list[float]:
        """The width of each printed character, in 1/1000 em."""
        try:
            return list(map(self._widths.__getitem__, printed))
        except KeyError:
            return list(map(self.width, printed))

    def draw(self, cluster: str, pen: Any) -> None:
        """The outline of a character, in 1/1000 em, through a pen of fontTools' protocol."""
        glyph = self.glyph(cluster)
        self._faces[glyph.face].draw(glyph.number, pen)

    def codes(self, cluster_list: Sequence[str], document: Any) -> tuple[list[int], list[str]]:
        """Face of each printed character, and its code in four hexadecimal digits, for one document."""
        return self._encoded(document).of(cluster_list, document)

    # The three calls of ReportLab's dynamic fonts keep ReportLab's names.
    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:  # noqa: N802
        """In points; ReportLab passes an encoding that only byte strings need."""
        return self.measure(clusters(text)) * size / 1000

    def splitString(self, text: str, document: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802
        """Runs of one face each."""
        runs: list[tuple[int, bytearray]] = []
        for face, code in zip(*self.codes(clusters(text), document), strict=True):
            if not runs or runs[-1][0] != face:
                runs.append((face, bytearray()))
            runs[-1][1].extend(bytes.fromhex(code))
        return [(face, bytes(run)) for face, run in runs]

    def getSubsetInternalName(self, subset: int, document: Any) -> str:  # noqa: N802
        """The name of a face in the page's resources."""
        return self._encoded(document).resource_name(subset, document)

    def _encoded(self, document: Any) -> "_Encoded":
        stacks: dict[StackFont, _Encoded] = document.__dict__.setdefault("encoded_stacks", {})  # they go with it
        encoded = stacks.get(self)
        if encoded is None:
            encoded = stacks[self] = _Encoded(self, self._faces, document)
        return encoded

    def _drawable(self, cluster: str) -> Glyph | None:
        if cluster not in self._glyphs:
            self._glyphs[cluster] = self._find(cluster)
        return self._glyphs[cluster]

    def _find(self, cluster: str) -> Glyph | None:
        if _never_printable(cluster):
            return None
        for wanted in (cluster, STAND_INS.get(cluster)):
            found = wanted and self._first_face_with(wanted)
            if found:
                return found
        if len(cluster) > 1 and is_selector(cluster[-1]):
            self._substituted.add(cluster)
            return self._drawable(cluster[:-1])
        return None

    def _first_face_with(self, cluster: str) -> Glyph | None:
        spellings = [cluster, *(same_shape(cluster) if len(cluster) == 2 and is_selector(cluster[1]) else ())]
        for index in next(order.faces for order in self._orders if is_within(cluster[0], order.ranges)):
            for spelling in spellings:
                number = self._faces[index].glyph(spelling)
                if number:
                    return Glyph(index, number, self._faces[index].width(number))
        return None


class _Encoded:
    """What one document has used of one stack so far; it must not hold the document, which holds it."""

    def __init__(self, font: StackFont, faces: Sequence[Face], document: Any) -> None:
        self._font = font
        self._faces = faces
        # Stacks that share a face share its embedded font, or the PDF would carry it twice.
        self._shared: dict[Face, Any] = document.__dict__.setdefault("embedded_faces", {})
        self._embedded: dict[int, Any] = {}
        self._face_of: dict[str, int] = {}
        self._code_of: dict[str, str] = {}
        self._names: dict[int, str] = {}

    def of(self, cluster_list: Sequence[str], document: Any) -> tuple[list[int], list[str]]:
        try:
            return self._looked_up(cluster_list)
        except KeyError:
            self._take_in(dict.fromkeys(cluster_list), document)
            return self._looked_up(cluster_list)

    def resource_name(self, face: int, document: Any) -> str:
        name = self._names.get(face)
        if name is None:
            name = self._names[face] = str(self._embedding(face, document).resource_name)
        return name

    def _looked_up(self, cluster_list: Sequence[str]) -> tuple[list[int], list[str]]:
        return list(map(self._face_of.__getitem__, cluster_list)), list(map(self._code_of.__getitem__, cluster_list))

    def _take_in(self, cluster_list: Iterable[str], document: Any) -> None:
        known, faces, glyph_of = self._code_of, self._face_of, self._font.glyph
        for cluster in cluster_list:
            if cluster not in known:
                glyph = glyph_of(cluster)
                embedded = self._embedded.get(glyph.face) or self._embedding(glyph.face, document)
                known[cluster] = embedded.code(cluster, glyph)
                faces[cluster] = glyph.face

    def _embedding(self, index: int, document: Any) -> Any:
        from clair_desktop.output.pdf.embedding import EmbeddedFace

        face = self._faces[index]
        if face not in self._shared:
            self._shared[face] = EmbeddedFace(face, document)
        self._embedded[index] = self._shared[face]
        return self._shared[face]


class _Measures(NamedTuple):
    """What ReportLab reads of a font's design, in 1/1000 em; the same for all BIZ UD faces."""

    name: str
    ascent: int = 880
    descent: int = -120


class _Encoding(NamedTuple):
    name: str


def _never_printable(cluster: str) -> bool:
    """Private code points, control characters and marks that stand alone."""
    category = unicodedata.category(cluster[0])
    return category in {"Co", "Cs", "Cc"} or category.startswith("M")
