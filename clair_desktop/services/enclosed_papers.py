"""What the papers of a pack say of the enclosures, and how each goes with it: bound in, attached, gathered, or apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clair_desktop.domain.documents import Document, Form, Pack, Pictures
from clair_desktop.domain.filled_papers import (
    Cell,
    FilledDocument,
    FilledLetter,
    FilledPack,
    FilledPicture,
    FilledTable,
)
from clair_desktop.domain.making_up import MakeUp
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf.foreign.refusals import NOT_AS_KEPT
from clair_desktop.services.desk import Desk
from clair_desktop.services.sheets import EnclosureLine

GATHERED_TYPES = frozenset({"image/jpeg", "image/png"})
"""Of one picture each; a TIFF may hold many pages, and is bound in whole."""

_PHOTOGRAPHS = Wording("写真", "Photographs")
PHOTOGRAPHS = Document(key="photographs", name=_PHOTOGRAPHS, layout=Form(title=_PHOTOGRAPHS, blocks=[Pictures()]))
_NO = Wording("No.", "No.")
_HEADS = Wording("種類", "Kind"), Wording("ファイル名", "File"), Wording("送付方法", "Sent")
_BOUND, _APART = Wording("本書に綴込み", "bound in"), Wording("別送（電子ファイル）", "as a file")
_ATTACHED = Wording("本PDFに添付（電子ファイル）", "attached to this PDF")
_GATHERED = Wording("「写真」に掲載", "among the photographs")
NO_EMBLEM = Wording(
    "紋章「{name}」の中身が記録と一致しません。「設定」の「書類の体裁」で画像を選び直してください。",
    "The emblem “{name}” is not what was kept. Choose its picture again in Settings, Papers.",
)
_CAPTION = Wording("写真{number}　{name}", "Photograph {number}: {name}")
_ALT = Wording("{kind}の写真：{name}", "Photograph ({kind}): {name}")
_NO_KIND = Wording("添付資料", "enclosure")


@dataclass(frozen=True, slots=True)
class EnclosedPapers:
    """The enclosures of a case under one make-up."""

    lines: Sequence[EnclosureLine]
    made_up: MakeUp

    @property
    def others(self) -> list[EnclosureLine]:
        """Those that do not stand on the pages of photographs."""
        return [line for line in self.lines if not self._is_gathered(line)]

    def attached_name(self, line: EnclosureLine) -> str:
        """Numbered, so that no two are called alike and viewers list them in their order; none where nothing is attached."""
        return f"{self.lines.index(line) + 1:02}_{line.name}" if self.made_up.attached else ""

    def table(self, language: Language) -> FilledTable:
        rows = [
            [
                Cell(str(number)),
                Cell(line.kind_label.in_(language) if line.kind_label else ""),
                Cell(line.name),
                Cell(self._way(line).in_(language)),
            ]
            for number, line in enumerate(self.lines, start=1)
        ]
        return FilledTable([_NO.in_(language), *(head.in_(language) for head in _HEADS)], rows, [3, 16, 22, 10])

    def pictures(self, block: Pictures, language: Language) -> Iterator[FilledPicture]:
        found = [line for line in self.lines if line.media_type in GATHERED_TYPES]
        chosen = [line for line in found if block.kind in (None, line.kind)]
        for number, line in enumerate(chosen, start=1):
            name, kind = line.name.rpartition(".")[0] or line.name, line.kind_label or _NO_KIND
            caption = _CAPTION.in_(language).replace("{number}", str(number)).replace("{name}", name)
            told = _ALT.in_(language).replace("{kind}", kind.in_(language)).replace("{name}", name)
            yield FilledPicture(caption, told, line.name, line.sha256)

    def _is_gathered(self, line: EnclosureLine) -> bool:
        return self.made_up.gathered and line.media_type in GATHERED_TYPES

    def _way(self, line: EnclosureLine) -> Wording:
        if self._is_gathered(line):
            return _GATHERED
        if self.made_up.attached:
            return _ATTACHED
        return _BOUND if line.merged else _APART


def enclosure_name(line: EnclosureLine, language: Language) -> str:
    """What a paper calls the file: by its kind, and by its own name where that says more."""
    label = line.kind_label.in_(language) if line.kind_label else ""
    if not label:
        return line.name
    if line.name.startswith(label):
        return line.name.rpartition(".")[0] or line.name
    return f"{label}（{line.name}）" if language is Language.JA else f"{label} ({line.name})"


def with_photographs(pack: Pack, lines: Sequence[EnclosureLine], made_up: MakeUp) -> Pack:
    """The pack with pages of the enclosed pictures, where it is made up so and there are any."""
    if not (made_up.gathered and pack.binds_enclosures and any(one.media_type in GATHERED_TYPES for one in lines)):
        return pack
    leaving = [one for one in pack.documents if not one.internal]
    internal = [one for one in pack.documents if one.internal]
    return pack.holding([*leaving, PHOTOGRAPHS, *internal])


def with_their_pictures(desk: Desk, pack: FilledPack) -> FilledPack:
    """The filled pack with the bytes of its pictures, which are kept by their hash alone."""
    return replace(pack, documents=[_drawn(desk, one) for one in pack.documents])


def _drawn(desk: Desk, document: FilledDocument) -> FilledDocument:
    form = document.content
    if isinstance(form, FilledLetter):
        return replace(document, content=_with_emblem(desk, form))
    if not any(isinstance(block, FilledPicture) for block in form.blocks):
        return document
    with desk.database.reading() as work:
        blocks = [
            replace(one, content=work.enclosures.content(one.sha256, NOT_AS_KEPT.filled(name=one.name)))
            if isinstance(one, FilledPicture)
            else one
            for one in form.blocks
        ]
    return replace(document, content=replace(form, blocks=blocks))


def _with_emblem(desk: Desk, letter: FilledLetter) -> FilledLetter:
    """One that is only tried has its bytes with it."""
    one = letter.emblem
    if one is None or one.content is not None:
        return letter
    with desk.database.reading() as work:
        content = work.enclosures.content(one.sha256, NO_EMBLEM.filled(name=one.name))
    return replace(letter, emblem=replace(one, content=content))
