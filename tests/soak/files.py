"""Foreign files by the folder: each is packed or refused in words; nothing hangs, nothing crashes, memory is bounded."""

import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from clair_desktop.domain.enclosed import Condition
from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.services.enclosures import media_type_of
from clair_desktop.services.foreign_files import BOUND_TYPES, ForeignFile, ForeignFiles, as_kept
from clair_desktop.services.jobs import process_jobs
from tests.output.pdf.bad_files import all_of_them
from tests.output.pdf.papers import LETTER, pack_of
from tests.soak.kill import Loss

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
MOST_MEMORY = 1_200  # megabytes, of this process or of any child, with a scan of 200 MB among the files
SCAN_PAGES = 130
Named = tuple[str, bytes]


def packed_or_refused(folder: Path | None, _seconds: float, seed: int) -> Counter[str]:
    """The self-made set, a scan of 200 MB, and every file below the folder (or the corpora, where they are)."""
    tally = Counter[str]()
    files = ForeignFiles(process_jobs())
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "pack.pdf"
        for number, (file, content) in enumerate(_files(folder)):
            begun = time.monotonic()
            tally[_tried(files, file, content, out)] += 1
            tally["files"] += 1
            tally["longest s"] = max(tally["longest s"], round(time.monotonic() - begun))
            if number % 20 == 19:
                files = ForeignFiles(process_jobs())
    for who, whose in (("this process MB", resource.RUSAGE_SELF), ("largest child MB", resource.RUSAGE_CHILDREN)):
        tally[who] = resource.getrusage(whose).ru_maxrss // 1024
        if tally[who] > MOST_MEMORY:
            raise Loss(f"{who}: {tally[who]}, above {MOST_MEMORY} (seed {seed} plays no part)")
    return tally


def _tried(files: ForeignFiles, name: str, content: bytes, out: Path) -> str:
    """Packed, packed once it was looked at, or refused in words of both languages that name the file."""
    out.unlink(missing_ok=True)
    media_type = media_type_of(name, content)
    if media_type not in BOUND_TYPES:
        return "sent as a file"
    try:
        bound = files.bound([ForeignFile.of(name, media_type, content)])
        looked = [as_kept(one, Condition(one.count, (), "soak")) for one in bound]
        pack: FilledPack = pack_of(LETTER)
        made = print_pack(pack, out, looked)
    except Refusal as refusal:
        if name not in refusal.wording.ja or name not in refusal.wording.en or out.exists():
            raise Loss(f"{name}: refused without its name, or with a file left: {refusal.wording.ja}") from refusal
        print(f"  refused {name}: {refusal.wording.ja}", flush=True)
        return "refused in words"
    except Exception as fault:
        raise Loss(f"{name}: {type(fault).__name__}: {fault}") from fault
    if made.pages != 1 + bound[0].count:
        raise Loss(f"{name}: {made.pages} pages printed, {bound[0].count} found")
    return "packed once looked at" if bound[0].condition.must_be_seen else "packed"


def _files(folder: Path | None) -> Iterator[Named]:
    yield from ((f"{name}.pdf", content) for name, content in all_of_them().items())
    with tempfile.TemporaryDirectory() as name:
        yield "scan of 200 MB.pdf", scan(Path(name) / "scan.pdf")
    below = folder or CORPORA
    if below.is_dir():
        for path in sorted(one for one in below.rglob("*") if one.is_file()):
            yield path.name, path.read_bytes()
    else:
        print(f"  {below} is not here; only the self-made files are tried", flush=True)


def scan(path: Path) -> bytes:
    """Pages of a megabyte and a half each, as an office scanner writes them in grey; made elsewhere, to keep our memory ours."""
    code = f"from tests.soak.files import write_scan; write_scan({str(path)!r})"
    subprocess.run([sys.executable, "-c", code], check=True)
    return path.read_bytes()


def write_scan(path: str) -> None:
    picture = BytesIO()
    Image.effect_noise((1654, 2339), 80).save(picture, "JPEG", quality=55)
    pdf = pikepdf.new()
    for _ in range(SCAN_PAGES):
        image = pikepdf.Stream(pdf, picture.getvalue().ljust(1_048_576, b"\0"))
        image.update(
            {
                "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 1654, "/Height": 2339,
                "/ColorSpace": Name.DeviceGray, "/BitsPerComponent": 8, "/Filter": Name.DCTDecode,
            }
        )  # fmt: skip
        pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[-1].obj
        page["/Resources"] = Dictionary(XObject=Dictionary(I=image))
        page["/Contents"] = pdf.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    pdf.save(path)
