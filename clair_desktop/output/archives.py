"""Zip packages of others, before anything in them is unpacked: what makes one unfit, by the words of whoever asks."""

import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
# All that zipfile raises on a damaged file: no archive, a cut end, an unknown packing, a password on one part, a
# directory that names places or parts which are not there.
DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, OSError,
    EOFError, ValueError, KeyError,
)  # fmt: skip
_SMALL = 4 << 20  # what is small unpacked does no harm, however well it packs


class Unfit(StrEnum):
    TOO_LARGE = "too_large"
    TWINS = "twins"  # two parts of one name: programs would not agree on which counts
    NAMES = "names"  # a part that would lie outside of the package
    LOCKED = "locked"  # a zip's own password on a part


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes unpacked: of one part, of all; and how many for a packed one (ordinary sheets stay below 60)."""

    part: int
    total: int
    ratio: int = 300
    parts: int = 2_000


def unfit(members: Sequence[zipfile.ZipInfo], limits: Limits) -> Unfit | None:
    """The first thing that speaks against unpacking; None where nothing does. Limits hold whatever the file says."""
    names = [one.filename for one in members]
    if len(members) > limits.parts:
        return Unfit.TOO_LARGE
    if len({name.casefold() for name in names}) != len(names):
        return Unfit.TWINS
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[\\/]", name) or ":" in name for name in names):
        return Unfit.NAMES
    if any(one.flag_bits & 1 for one in members):
        return Unfit.LOCKED
    whole = sum(one.file_size for one in members)
    return Unfit.TOO_LARGE if whole > limits.total or any(_is_steep(one, limits) for one in members) else None


def _is_steep(one: zipfile.ZipInfo, limits: Limits) -> bool:
    steep = one.file_size > _SMALL and one.file_size > limits.ratio * max(1, one.compress_size)
    return one.file_size > limits.part or steep
