"""Lines of an addressee: a name that is too long is broken, its honorific never."""

from collections.abc import Sequence

from clair_desktop.output.pdf.lines import Line, Type, analysed


def addressed_lines(text: str, type_: Type, width: float, size: float) -> Sequence[Line]:
    """Lines no wider than ``width`` (points); 御中 goes to the next line whole."""
    lines = analysed(text, type_.style).lines(width, size)
    name, _, honorific = text.rpartition("\u3000")
    if name and len(lines) > 1 and len(lines[-1].text) < len(honorific):
        return [one for part in (name, honorific) for one in analysed(part, type_.style).lines(width, size)]
    return lines
