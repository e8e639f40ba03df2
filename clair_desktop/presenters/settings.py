"""Settings: which branch this is and how it signs, the language and the data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop import __version__
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.branch_choice import BranchChoice, BranchFinder
from clair_desktop.presenters.ports import Shell

if TYPE_CHECKING:
    from clair_desktop.services.branch import BranchProfile
    from clair_desktop.services.office import Office  # loads the database's libraries

# The sender block as it is typed: Wordings come as two texts, their keys ending in the language.
WORDED = ("sender_title", "section", "postal", "headquarters_title")
PLAIN = ("contact", "phone", "email")
FLAGS = ("seal_omitted", "new_era_label")

PARTS = (
    ("Qt 6.9, PySide6 Essentials", "LGPL-3.0"),
    ("CPython", "PSF License 2.0"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("sqlcipher3, SQLCipher, SQLite", "zlib, BSD-3-Clause, public domain"),
    ("ReportLab, uHarfBuzz", "BSD-3-Clause, Apache-2.0"),
    ("pikepdf, pypdfium2, img2pdf", "MPL-2.0, Apache-2.0, LGPL-3.0"),
    ("openpyxl", "MIT"),
    ("BIZ UDMincho, BIZ UDGothic", "SIL Open Font License 1.1"),
    ("IPAmj明朝", "IPA Font License v1.0"),
    ("CLAIR Partner (Noto)", "SIL Open Font License 1.1"),
)


@dataclass(frozen=True, slots=True)
class ProfileSheet:
    """The branch as it is set: its name, the texts of the sender block by key, the habits."""

    branch: str | None
    name: Wording
    texts: Mapping[str, str]
    flags: Mapping[str, bool]
    language: Language
    demonstration: bool


@dataclass(frozen=True, slots=True)
class About:
    version: str
    folder: Path
    parts: Sequence[tuple[str, str]]


class SettingsView(Protocol):
    def show_profile(self, sheet: ProfileSheet) -> None: ...

    def show_about(self, about: About) -> None: ...

    def show_complaint(self, field: str, wording: Wording) -> None: ...

    def ask_branch(self, find: Callable[[str], Sequence[BranchChoice]]) -> str | None:
        """The code of another branch, or None if it stays as it is."""
        ...


CHANGE_BRANCH = Wording(
    "支部を{name}に変えます。以後に印刷する文書の発信者と、台帳の支部名が変わります。",
    "The branch becomes {name}. Papers printed from now on and the registers carry its name.",
)
CHANGE = Wording("支部を変える", "Change the branch")
_NEEDED = Wording("公文に入るため、空にはできません。", "Letters carry it: it may not be empty.")


class SettingsPresenter:
    """Takes texts as they are typed; what does not read is said beside its field and nothing is kept."""

    def __init__(
        self,
        view: SettingsView,
        office: "Office",
        shell: Shell,
        language: Language,
        *,
        speak: Callable[[Language], None] | None = None,
        go_to_rules: Callable[[], object] | None = None,
    ) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._speak = speak
        self._go_to_rules = go_to_rules

    def start(self) -> None:
        self._show_profile()
        self._view.show_about(About(__version__, self._office.folder, PARTS))

    def reload(self) -> None:
        """Something has changed, perhaps undone: what is kept is shown anew."""
        self._show_profile()

    def save(self, texts: Mapping[str, str], flags: Mapping[str, bool]) -> None:
        """Keeps the sender block and the habits, unless something in it cannot be."""
        complaints = list(_complaints(texts))
        if complaints:
            for field, wording in complaints:
                self._view.show_complaint(field, wording)
            return
        self._office.branch.put(_with(self._office.branch.get(), texts, flags))
        self._shell.say(Wording("支部の設定を保存しました。", "The branch's settings were saved."))
        self._show_profile()

    def choose_language(self, language: Language) -> None:
        """Keeps the window's language and changes it at once."""
        self._office.branch.put(replace(self._office.branch.get(), language=language))
        if self._speak:
            self._speak(language)

    def change_branch(self) -> None:
        finder = BranchFinder(self._office.names, self._office.clock.today())
        code = self._view.ask_branch(finder.find)
        chosen = next((one for one in finder.all() if one.code == code), None)
        if chosen and self._shell.confirm(CHANGE_BRANCH.filled(name=chosen.name), CHANGE, grave=True):
            self._office.branch.choose_branch(chosen.code)
            self._show_profile()

    def open_rules(self) -> None:
        """The rules have a room of their own."""
        if self._go_to_rules:
            self._go_to_rules()

    def open_folder(self) -> None:
        self._shell.open_folder(self._office.folder)

    def _show_profile(self) -> None:
        profile = self._office.branch.get()
        texts = {key: getattr(profile, key) for key in PLAIN}
        for key in WORDED:
            worded: Wording = getattr(profile, key)
            texts |= {f"{key}_ja": worded.ja, f"{key}_en": worded.en}
        flags = {key: bool(getattr(profile, key)) for key in FLAGS}
        sheet = ProfileSheet(profile.branch, profile.name, texts, flags, profile.language, profile.demonstration)
        self._view.show_profile(sheet)


def _complaints(texts: Mapping[str, str]) -> list[tuple[str, Wording]]:
    empty = [f"{key}_ja" for key in ("sender_title", "headquarters_title") if not texts[f"{key}_ja"].strip()]
    found = [(key, _NEEDED) for key in empty]
    email = texts["email"].strip()
    if email and not ("@" in email[1:-1] and " " not in email):
        said = Wording(
            f"「{email}」はメールアドレスとして読めません。", f"“{email}” does not read as an e-mail address."
        )
        found.append(("email", said))
    return found


def _with(profile: "BranchProfile", texts: Mapping[str, str], flags: Mapping[str, bool]) -> "BranchProfile":
    """The profile with what was typed; a text left empty in English stays as the Japanese one."""
    plain = {key: texts[key].strip() for key in PLAIN}
    worded = {}
    for key in WORDED:
        ja, en = texts[f"{key}_ja"].strip(), texts[f"{key}_en"].strip()
        worded[key] = Wording(ja, en or ja)
    return replace(profile, **plain, **worded, **{key: flags[key] for key in FLAGS})  # type: ignore[arg-type]  # by key
