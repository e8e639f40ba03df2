"""What is known of a workbook once it stands in its place."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenWorkbook:
    """``sha256`` is the file's; rows and yen totals, by register (and column), agree with the file as read back.

    ``seal`` is what its meta sheet bears.
    """

    sha256: str
    rows: Mapping[str, int]
    totals: Mapping[str, Mapping[str, int]]
    seal: str
