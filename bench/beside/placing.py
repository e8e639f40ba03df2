"""Where ours places every string, noted for the raw canvas that draws them at the same places."""

import json
from collections.abc import Sequence
from pathlib import Path

from bench.beside.content import Form
from bench.beside.engines.ours import pack
from bench.beside.engines.raw import place_of
from bench.beside.worker import cases
from bench.printing import placed_strings


def place(folder: Path, rounds: dict[str, int]) -> None:
    for act in ("once", *rounds):
        for printed in cases(act, rounds.get(act, 1)):
            Path(place_of(folder, printed)).write_text(json.dumps(_sheets(printed)), encoding="utf-8")


def _sheets(printed: Sequence[Form]) -> list[list[tuple[str, float, float, float, str]]]:
    sheets: dict[int, list[tuple[str, float, float, float, str]]] = {}
    for one in placed_strings(pack(printed)):
        sheets.setdefault(one.page, []).append((one.style, one.size, one.x, one.y, one.text))
    return list(sheets.values())
