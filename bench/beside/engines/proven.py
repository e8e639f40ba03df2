"""Ours with all that a pack goes through: glyphs checked, written beside its place, read back and proven, then put there."""

from collections.abc import Sequence
from pathlib import Path

from bench.beside.content import Form
from bench.beside.engines.ours import pack
from clair_desktop.output.pdf.packs import print_pack


def make(forms: Sequence[Form], path: Path) -> None:
    print_pack(pack(forms), path)
