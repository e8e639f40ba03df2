"""A picture among the blocks of a form: as large as fits, whole, its caption under it on the same sheet."""

from clair_desktop.domain.emblems import WIDEST, EmblemPlace, FilledEmblem
from clair_desktop.domain.filled_papers import FilledPicture
from clair_desktop.output.pdf.flow import LABEL, Flow
from clair_desktop.output.pdf.lines import analysed
from clair_desktop.output.pdf.paper import MM
from clair_desktop.output.pdf.spacing import Alignment

_SHARE = 0.42  # of a sheet's height at most, so that two stand on one
_GAP, _BELOW = 5.0, 14.0
_LEADING = 1.5
_EMBLEM_GAP = 4 * MM  # what a letter keeps free below its emblem
_SHIFTS = {EmblemPlace.LEFT: 0.0, EmblemPlace.CENTRE: 0.5, EmblemPlace.RIGHT: 1.0}


def set_picture(flow: Flow, block: FilledPicture) -> None:
    if block.content is None:
        raise ValueError(f"the picture {block.name} has come without its bytes")
    from clair_desktop.output.pdf.ready_pictures import ready_picture  # loads what decodes pictures

    ready = ready_picture(block.name, block.content, (flow.width, flow.height * _SHARE))
    width, height = ready.printed
    lines = analysed(block.caption, LABEL.style).lines(flow.width, LABEL.size)
    flow.need(height + _GAP + len(lines) * _LEADING * LABEL.size)
    flow.paper.picture((flow.x + (flow.width - width) / 2, flow.y, width, height), ready, block.alt)
    flow.y += height + _GAP
    flow.put(block.caption, LABEL, leading=_LEADING, alignment=Alignment.CENTRE)
    flow.y += _BELOW


def set_emblem(flow: Flow, one: FilledEmblem) -> None:
    """At the head of the type area, in a strip of its own."""
    if one.content is None:
        raise ValueError(f"the emblem {one.name} has come without its bytes")
    from clair_desktop.output.pdf.ready_pictures import ready_picture

    most = min(WIDEST * MM, flow.width), one.tall * MM
    ready = ready_picture(one.name, one.content, most, grey=one.grey)
    width, height = ready.printed
    left = flow.x + (flow.width - width) * _SHIFTS[one.place]
    flow.paper.picture((left, flow.y, width, height), ready, one.alt)
    flow.y += height + _EMBLEM_GAP
