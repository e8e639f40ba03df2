"""Merging 10 parts of 200 pages into a pack, against bare pikepdf that only joins them (goal: 1.3 times).

Ours numbers every page where its margin is free, writes the outline, reads back and hashes; the parts have been
examined before, as they are when a pack is looked at and then saved.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from bench.measure import Measurement, compare
from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.output.pdf import assembly, binding, packs
from clair_desktop.output.pdf.enclosed import Bound
from clair_desktop.output.pdf.typesetting import typeset
from clair_desktop.services.foreign_files import ForeignFile, ForeignFiles
from clair_desktop.services.jobs import immediate_jobs
from tests.output.pdf.papers import LETTER, pack_of

PARTS, PAGES, ROUNDS = 10, 200, 5


def run() -> Iterator[Measurement]:
    files = ForeignFiles(immediate_jobs())
    contents = [part(number) for number in range(PARTS)]
    bound = files.bound([ForeignFile.of(f"資料{n}.pdf", "application/pdf", one) for n, one in enumerate(contents)])
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "pack.pdf"
        pack = pack_of(LETTER)
        joined = processor(lambda: bare(bound, out))
        note = f"{PARTS} parts of {PAGES} pages, numbered"
        yield compare(
            "parts merged, bare pikepdf",
            processor(lambda: merged(pack, bound, out)),
            joined,
            1.3,
            rounds=ROUNDS,
            note=note,
        )
        whole = processor(lambda: packs.print_pack(pack, out, bound))
        yield compare("pack printed, bare pikepdf", whole, joined, None, rounds=ROUNDS, note="glyphs, read back, hash")
        begun = processor(
            lambda: ForeignFiles(immediate_jobs()).bound([ForeignFile.of("資料.pdf", "application/pdf", contents[0])])
        )
        yield compare("one part examined, bare pikepdf", begun, joined, None, rounds=ROUNDS, note=f"{PAGES} pages")


def part(number: int) -> bytes:
    """A part with text and fonts of its own, as offices make them."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in range(PAGES):
        for line in range(40):
            canvas.drawString(72, 770 - line * 16, f"Part {number}, page {page}, line {line}: 1,200,000")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def bare(bound: list[Bound], out: Path) -> None:
    pdf = pikepdf.new()
    opened = [pikepdf.open(one.file) for one in bound]
    for one in opened:
        pdf.pages.extend(one.pages)
    pdf.save(out)
    for one in opened:
        one.close()


def merged(pack: FilledPack, bound: list[Bound], out: Path) -> None:
    """What a pack does to its parts."""
    paper = typeset(pack, bound)
    numbering = binding.numbered(paper, bound)
    stamped = binding.stamps(paper, numbering.foreign, (), sample=False)
    places = binding.Binding(numbering.places, assembly.enclosure_titles(pack, bound), 1, sample=False)
    binding.bind(paper.finished(), bound, stamped, places, out)


def processor(act: Callable[[], object]) -> Callable[[], float]:
    """Processor seconds, since the machine may be busy with other things."""

    def timed() -> float:
        begun = time.process_time()
        act()
        return time.process_time() - begun

    return timed
