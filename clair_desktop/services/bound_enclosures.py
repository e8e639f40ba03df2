"""The enclosures of a case as they go into a pack: read from what is kept, verified, examined again or attached."""

from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.domain.making_up import MakeUp
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf.attaching import AttachedFile
from clair_desktop.output.pdf.enclosed import Bound
from clair_desktop.output.pdf.foreign.refusals import NOT_AS_KEPT
from clair_desktop.services.desk import Desk
from clair_desktop.services.enclosed_papers import EnclosedPapers, enclosure_name
from clair_desktop.services.foreign_files import ForeignFile, as_kept
from clair_desktop.services.sheets import CaseSheet


def bound_enclosures(desk: Desk, sheet: CaseSheet, language: Language, made_up: MakeUp) -> list[Bound]:
    """All that can be bound in, in order; one that is not what was enclosed is refused by its name."""
    merged = [line for line in EnclosedPapers(sheet.enclosures, made_up).others if line.merged]
    with desk.database.reading() as work:
        files = [
            ForeignFile(
                enclosure_name(line, language),
                line.media_type,
                work.enclosures.content(line.sha256, NOT_AS_KEPT.filled(name=line.name)),
                line.sha256,
                made_up.shrunk,
            )
            for line in merged
        ]
    found = desk.foreign.bound(files)
    return [as_kept(one, line.condition) for one, line in zip(found, merged, strict=True)]


def attached_files(desk: Desk, filled: FilledPack) -> list[AttachedFile]:
    """The files that a pack carries as attachments, as they were enclosed."""
    with desk.database.reading() as work:
        return [
            AttachedFile(
                one.name, one.file_name, one.media_type,
                work.enclosures.content(one.sha256, NOT_AS_KEPT.filled(name=one.name)), one.sha256,
            )
            for one in filled.enclosures
            if one.file_name
        ]  # fmt: skip
