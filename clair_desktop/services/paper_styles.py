"""The style of the office's papers: kept with the branch's profile, and looked at before it is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clair_desktop.domain.paper_style import PaperStyle
from clair_desktop.domain.wording import Language
from clair_desktop.services.branch import BranchProfile, BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.documents import Documents
from clair_desktop.services.printed import Printed


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
