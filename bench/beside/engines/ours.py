"""Ours: tagged, PDF/A and PDF/UA, lines broken and justified by the Japanese rules."""

from collections.abc import Sequence
from pathlib import Path

from bench.beside.content import HEADS, WIDTHS, Form
from clair_desktop.support.collecting import loading

with loading():  # as the program loads its own parts
    from bench.drawing import drawn
    from clair_desktop.domain.filled_papers import (
        Cell,
        FilledDocument,
        FilledFields,
        FilledForm,
        FilledPack,
        FilledTable,
    )
    from clair_desktop.domain.wording import same


def pack(forms: Sequence[Form]) -> FilledPack:
    documents = [FilledDocument(one.title, "ja", _filled(one), internal=False) for one in forms]
    return FilledPack(
        title="海外調査依頼書の進達",
        case_number="R8-0001",
        language="ja",
        documents=documents,
        enclosures=[],
        sample=False,
        made_on="2026-11-20",
    )


def make(forms: Sequence[Form], path: Path) -> None:
    path.write_bytes(drawn(pack(forms)))


def _filled(form: Form) -> FilledForm:
    fields = FilledFields([(same(label), Cell(value)) for label, value in form.fields])
    rows = [[*(Cell(text) for text in row[:3]), Cell(row[3], number=True)] for row in form.rows]
    blocks: list[FilledFields | FilledTable | str] = [fields, FilledTable(HEADS, rows, WIDTHS), *form.notes]
    return FilledForm(title=form.title, form_number=form.number, note="", blocks=blocks)
