"""typst: its markup, compiled in the process."""

from collections.abc import Sequence
from pathlib import Path

import typst

from bench.beside.content import FONTS, GOTHIC_NAME, HEADS, MINCHO_NAME, WIDTHS, Form

_HEAD = f"""
#set page(paper: "a4", margin: (left: 25mm, rest: 20mm))
#set text(font: "{MINCHO_NAME}", size: 9.5pt, lang: "ja")
#let asked(words) = text(font: "{GOTHIC_NAME}", words)
"""


def make(forms: Sequence[Form], path: Path) -> None:
    source = _HEAD + "#pagebreak()\n".join(_form(one) for one in forms)
    global _compiler  # noqa: PLW0603 - its fonts are read once, as ours are
    if _compiler is None:
        _compiler = typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)
    _compiler.compile(input=source.encode(), output=str(path))


_compiler: typst.Compiler | None = None


def _form(form: Form) -> str:
    fields = ",".join(f"asked({_said(label)}),{_said(value)}" for label, value in form.fields)
    heads = ",".join(f"asked({_said(head)})" for head in HEADS)
    rows = ",".join(",".join(_said(cell) for cell in row) for row in form.rows)
    widths = ",".join(f"{width}fr" for width in WIDTHS)
    notes = "".join(f"#block({_said(note)})\n" for note in form.notes)
    return (
        f"#asked({_said(form.number)})\n#align(center, text(size: 16pt, asked({_said(form.title)})))\n"
        f"#table(columns: (28%, 72%), inset: 3pt, stroke: 0.5pt, {fields})\n"
        f"#table(columns: ({widths}), inset: 3pt, stroke: 0.5pt, align: (left, left, left, right), {heads}, {rows})\n{notes}"
    )


def _said(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
