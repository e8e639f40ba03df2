"""The style of the office's papers: kept with the branch's profile, and looked at before it is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clair_desktop.domain.emblems import Emblem
from clair_desktop.domain.paper_style import PaperStyle
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile, BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.documents import Documents
from clair_desktop.services.enclosed_papers import GATHERED_TYPES
from clair_desktop.services.enclosures import Enclosures
from clair_desktop.services.printed import Printed

_NO_PICTURE = Wording(
    "「{name}」はJPEG・PNGの画像ではないため、紋章に使えません。画像として保存し直してください。",
    "“{name}” is no JPEG or PNG picture and cannot be the emblem. Save it as one of these.",
)


class PaperStyles:
    """Everything printed from now on obeys what is kept here; what was printed keeps its own."""

    def __init__(self, desk: Desk, branch: BranchSettings, directory: Directory) -> None:
        self._desk = desk
        self._branch = branch
        self._directory = directory

    def get(self) -> PaperStyle:
        return self._branch.get().papers

    def put(self, style: PaperStyle) -> None:
        self._branch.put(replace(self._branch.get(), papers=style))

    def picture(self, file: Path) -> Emblem:
        """A picture file as an emblem, looked at as enclosed pictures are; its bytes are kept with the style that has it.

        Raises ``Refusal`` where it is no JPEG or PNG, or cannot be drawn.
        """
        from clair_desktop.output.pdf.ready_pictures import dots_of

        (found,) = Enclosures(self._desk).examine([file])
        if found.file.media_type not in GATHERED_TYPES:
            raise Refusal(_NO_PICTURE.filled(name=file.name))
        width, height = dots_of(file.name, found.file.content)
        name = self._branch.get().name
        told = (f"{name.ja}の紋章", f"Emblem of {name.en}") if name.ja else ("", "")
        made = Emblem(file.name, found.file.sha256, width, height, alt_ja=told[0], alt_en=told[1])
        return replace(made, content=found.file.content)

    def specimen(
        self, style: PaperStyle, programme: str, pack: str, languages: Sequence[Language], out: Path
    ) -> Printed:
        """A pack of a worked case, set by the printer itself as the style would have it."""
        tried = _Tried(self._desk, replace(self._branch.get(), papers=style))
        return Documents(self._desk, tried, self._directory).specimen(programme, pack, languages, out)


class _Tried(BranchSettings):
    """Settings that are only looked at."""

    def __init__(self, desk: Desk, profile: BranchProfile) -> None:
        super().__init__(desk)
        self._profile = profile

    def get(self) -> BranchProfile:
        return self._profile
