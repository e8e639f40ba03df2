"""縦書き: characters one under the other; brackets and dashes are turned, ー is mirrored too, 、 and 。 stand at the upper right."""

from clair_desktop.output.pdf.lines import Line
from clair_desktop.output.pdf.paper import Paper

_TURNED = frozenset("（）［］｛｝「」『』〔〕【】〈〉《》－―—–…‥：；＝｜")
_MIRRORED = frozenset("ー～〜")  # begins at the upper left, as it is written
_UPPER_RIGHT = frozenset("、。，．")
_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_AS_IT_IS, _CLOCKWISE, _ALONG_THE_DIAGONAL = "1 0 0 1", "0 -1 1 0", "0 -1 -1 0"
_MIDDLE = 0.38  # of the em, from the baseline up to the middle of a character
_MOVED, _SMALL_MOVED = 0.56, 0.12


def set_column(paper: Paper, middle: float, top: float, line: Line) -> None:
    """One column from ``top`` down, its characters centred on ``middle``; a character takes an em, white as it is wide."""
    places = []
    y = top
    for cluster in line.clusters:
        places.append(_place(cluster, line, middle, y))
        y += _advance(cluster, line)
    paper.scattered(line, places)


def height(line: Line) -> float:
    """In points."""
    return sum(_advance(cluster, line) for cluster in line.clusters)


def _advance(cluster: str, line: Line) -> float:
    return line.font.width(cluster) / 1000 * line.size if cluster.isspace() else line.size


def _place(cluster: str, line: Line, middle: float, top: float) -> tuple[float, float, str]:
    size, width = line.size, line.font.width(cluster) / 1000 * line.size
    if cluster[0] in _TURNED:
        return middle - _MIDDLE * size, top + (size - width) / 2, _CLOCKWISE
    if cluster[0] in _MIRRORED:
        return middle + _MIDDLE * size, top + (size - width) / 2, _ALONG_THE_DIAGONAL
    moved = _MOVED if cluster[0] in _UPPER_RIGHT else _SMALL_MOVED if cluster[0] in _SMALL else 0.0
    baseline = top + size / 2 + _MIDDLE * size
    return middle - width / 2 + moved * size, baseline - moved * size, _AS_IT_IS
