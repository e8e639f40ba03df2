"""Enclosures that go with a pack as files attached to its PDF, in place of pages bound in (PDF/A-3, associated files).

What others made stays as they made it, and the pages that are ours keep their claim to last and to be heard.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as it was enclosed: what it is called in the pack, its own name there, and its bytes."""

    title: str
    file_name: str
    media_type: str
    content: bytes
    sha256: str


def attach(content: bytes, files: Sequence[AttachedFile], made_at: datetime, target: Path) -> None:
    """Writes the pack with its files; in viewers they stand in their order."""
    import pikepdf

    zone = f"{made_at:%z}" or "+0000"
    day = f"D:{made_at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
    with pikepdf.open(BytesIO(content)) as pdf:
        for one in files:
            spec = pikepdf.AttachedFileSpec(
                pdf, one.content, description=one.title, filename=one.file_name, mime_type=one.media_type,
                creation_date=day, mod_date=day,
            )  # fmt: skip
            spec.obj["/AFRelationship"] = pikepdf.Name.Supplement
            pdf.attachments[one.file_name] = spec
        pdf.save(target, deterministic_id=True)


def attached_in(pdf: "pikepdf.Pdf") -> Mapping[str, str]:
    """The files attached to a PDF, by name, with their SHA-256; empty for one that cannot be read."""
    return {name: _hash(spec) for name, spec in pdf.attachments.items()}


def _hash(spec: "pikepdf.AttachedFileSpec") -> str:
    import pikepdf

    try:
        return sha256(spec.get_file().read_bytes()).hexdigest()
    except (pikepdf.PdfError, KeyError, ValueError, RuntimeError):
        return ""
