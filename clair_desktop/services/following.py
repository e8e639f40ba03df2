"""The letters that follow a step, made one by one: one that lacks something says what, and stops no other."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.cases import Cases
from clair_desktop.services.documents import Documents


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A letter that follows: where it was written, or why it was not."""

    case: str
    pack: str
    path: Path | None
    refused: Wording | None = None


class Following:
    def __init__(self, cases: Cases, documents: Documents) -> None:
        self._cases = cases
        self._documents = documents

    def make(
        self,
        letters: Sequence[tuple[str, str]],
        folder: Path,
        languages: Sequence[Language] = (Language.JA,),
        *,
        reason: str,
        document_number: str | None = None,
    ) -> list[FollowUp]:
        """A file of each letter, named by case and pack, in the folder; ``reason`` is for the ledger."""
        made = []
        for number, pack in letters:
            sheet = self._cases.get(number)
            name = next(one.name for one in sheet.edition.packs() if one.key == pack)
            out = folder / f"{number}_{name.ja}.pdf"
            try:
                printed = self._documents.print(
                    number, pack, languages, out, reason=reason, document_number=document_number
                )
            except Refusal as refusal:
                made.append(FollowUp(number, pack, None, _told(refusal)))
            else:
                made.append(FollowUp(number, pack, printed.path))
        return made


def _told(refusal: Refusal) -> Wording:
    details = refusal.details
    ja, en = "".join(one.ja for one in details), " ".join(one.en for one in details)
    return Wording(f"{refusal.wording.ja}{ja}", f"{refusal.wording.en} {en}".strip())
