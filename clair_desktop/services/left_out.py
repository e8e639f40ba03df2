"""Which enclosures of a case do not go with a pack, and why: said on the branch's checklist, so that none is missed unseen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clair_desktop.domain.documents import Pack
from clair_desktop.domain.filled_papers import Cell, FilledTable
from clair_desktop.domain.plain_blocks import Heading
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.sheets import CaseSheet, EnclosureLine

_TITLE = Wording("この一式に付けない添付書類", "Enclosures that do not go with this pack")
_HEADS = Wording("種類", "Kind"), Wording("ファイル名", "File"), Wording("理由", "Reason")
_OF_NO_KIND = Wording("種類の指定なし", "of no kind")
_NONE_GO = Wording("この一式には添付書類を付けません。", "No enclosures go with this pack. ")
_NOT_HERE = Wording(
    "この相手・段階には送らない種類です。", "Of a kind that is not sent to this receiver at this stage. "
)
_GOES_WITH = Wording("付く一式：{packs}", "It goes with: {packs}")
_KEPT = Wording("どの一式にも付かず、支部に残ります。", "It goes with no pack and stays with the branch.")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An enclosure that does not go with a pack."""

    line: EnclosureLine
    reason: Wording


def left_out(pack: Pack, sheet: CaseSheet) -> list[LeftOut]:
    """In the order of the case's enclosures, each with its reason and the packs that it does go with."""
    gone = [one for one in sheet.enclosures if not _goes(pack, one)]
    return [LeftOut(one, _reason(pack, sheet, one)) for one in gone]


def left_out_table(found: Sequence[LeftOut], language: Language) -> Iterator[Heading | FilledTable]:
    """As it stands on the checklist; nothing where everything goes with the pack."""
    if not found:
        return
    yield Heading(_TITLE)
    rows = [
        [
            Cell((one.line.kind_label or _OF_NO_KIND).in_(language)),
            Cell(one.line.name),
            Cell(one.reason.in_(language)),
        ]
        for one in found
    ]
    yield FilledTable([head.in_(language) for head in _HEADS], rows, [16, 18, 30])


def _goes(pack: Pack, line: EnclosureLine) -> bool:
    return pack.merges_enclosures and line.kind not in pack.leaves_out


def _reason(pack: Pack, sheet: CaseSheet, line: EnclosureLine) -> Wording:
    why = _NOT_HERE if pack.merges_enclosures else _NONE_GO
    others = [one.name for one in sheet.edition.packs() if one.documents and _goes(one, line)]
    where = _GOES_WITH.filled(packs=_listed(others)) if others else _KEPT
    return Wording(f"{why.ja}{where.ja}", f"{why.en}{where.en}")


def _listed(names: Sequence[Wording]) -> Wording:
    unlike = list(dict.fromkeys(names))
    return Wording("、".join(one.ja for one in unlike), "; ".join(one.en for one in unlike))
