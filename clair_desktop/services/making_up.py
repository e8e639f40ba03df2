"""How the branch makes up each copy of a pack: kept for the branch, so that a clerk sets it once."""

from dataclasses import asdict, replace
from typing import cast

from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.domain.making_up import OPTIONS, MakeUp, PackCopy
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk

_KEY = "pack_make_up"
_ONLY_INTERNAL = Wording(
    "「{pack}」は部内用の書類だけのため、「{copy}」は作れません。",
    "“{pack}” holds only the branch's own papers; there is no copy “{copy}” of it.",
)
_TITLE = Wording("書類一式の体裁の設定", "Make-up of packs")


def kept_make_up(work: Work, copy: PackCopy = PackCopy.WHOLE) -> MakeUp:
    """As the branch last chose it for this copy; options of another version are passed over."""
    kept = work.settings.get(_KEY)
    chosen = cast("dict[str, dict[str, bool]]", kept).get(copy.value, {}) if isinstance(kept, dict) else {}
    said = {name: bool(chosen.get(name)) for name in OPTIONS}
    return MakeUp(
        copy=copy, contents=said["contents"], dividers=said["dividers"], fronts=said["fronts"], shrunk=said["shrunk"],
        attached=said["attached"], bilingual=said["bilingual"], gathered=said["gathered"],
    )  # fmt: skip


def keep_make_up(desk: Desk, made_up: MakeUp) -> None:
    """Written only where it differs from what is kept."""
    with desk.database.reading() as work:
        kept = work.settings.get(_KEY)
        if kept_make_up(work, made_up.copy) == made_up:
            return
    chosen = {name: value for name, value in asdict(made_up).items() if name in OPTIONS}
    others = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
    with desk.database.work(_TITLE) as work:
        work.settings.put(_KEY, {**others, made_up.copy.value: chosen})


def for_its_receiver(pack: FilledPack) -> FilledPack:
    """Without the papers that never leave the branch, where the copy does."""
    copy = pack.made_up.copy
    if copy.with_internal:
        return pack
    leaving = [document for document in pack.documents if not document.internal]
    if not leaving:
        raise Refusal(_ONLY_INTERNAL.filled(pack=pack.title, copy=copy.label))
    return replace(pack, documents=leaving)
