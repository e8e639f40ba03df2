"""What presenters ask of the people in front of the screen and of time: questions, messages, files, background work."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording, same

T = TypeVar("T")

# Kinds of file as a dialog offers them: what it is called, and the endings without a dot.
FileKind = tuple[Wording, Sequence[str]]
PDF: FileKind = (same("PDF"), ("pdf",))
WORKBOOK: FileKind = (Wording("Excel ブック", "Excel workbook"), ("xlsx",))
PICTURE: FileKind = (Wording("画像（JPEG・PNG）", "Picture (JPEG, PNG)"), ("png", "jpg", "jpeg"))
ANY_FILE: FileKind = (Wording("すべてのファイル", "All files"), ())


class Shell(Protocol):
    """Questions and messages over the window; every one waits for the person, except ``say``."""

    def confirm(self, question: Wording, action: Wording, *, grave: bool = False) -> bool:
        """Whether the person chose ``action``, which names what will be done; ``grave`` makes the way back default."""
        ...

    def tell(self, message: Wording) -> None: ...

    def refuse(self, refusal: Refusal) -> None:
        """Says what was refused and how to mend it."""
        ...

    def say(self, message: Wording) -> None:
        """A line in the status bar; nobody has to answer."""
        ...

    def ask_text(self, question: Wording, initial: str = "") -> str | None: ...

    def pick_file(self, title: Wording, kinds: Sequence[FileKind]) -> Path | None: ...

    def pick_files(self, title: Wording, kinds: Sequence[FileKind]) -> Sequence[Path]: ...

    def pick_save(self, title: Wording, suggested: str, kinds: Sequence[FileKind]) -> Path | None: ...

    def pick_folder(self, title: Wording, start: Path | None = None) -> Path | None: ...

    def open_file(self, path: Path) -> bool:
        """Opens a file in the program that the system has for it; False where it has none."""
        ...

    def open_folder(self, path: Path) -> None:
        """Shows a folder (or the folder of a file) in the system's own file window."""
        ...


class Tasks(Protocol):
    """Work that must not hold up the window. The work runs elsewhere, its outcome is delivered to the window."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None: ...


class Page(Protocol):
    """What the main window may do with a page, which it builds at the first visit and binds to its presenter."""

    def set_language(self, language: Language) -> None:
        """Changes the page's own words; what it shows of the office is shown anew by its presenter."""
        ...


class PagePresenter(Protocol):
    """What the main window asks of a page's presenter, made as ``Presenter(view, office, shell, language)``."""

    def start(self) -> None: ...

    def speak(self, language: Language) -> None:
        """Shows everything again in another language."""
        ...
