"""A pack drawn and nothing more: not checked, marked, written, read back or proven."""

from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.output.pdf.typesetting import typeset
from clair_desktop.support.collecting import without_collecting


@without_collecting()
def drawn(pack: FilledPack) -> bytes:
    """As ``print_pack`` draws it."""
    return typeset(pack).finished()
