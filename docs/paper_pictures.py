"""Pictures of the printed pages: each programme's packs, of the worked case that sent them, else as specimens."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pypdfium2
from PIL import Image

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.case_packs import sending
from clair_desktop.services.demonstration import fill_demonstration
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock

SCALE, ACROSS, GAP, SHADES = 0.62, 4, 8, 16


def draw(pictures: Path, today: datetime) -> None:
    """One picture per pack and language, in 16 shades of grey."""
    pictures.mkdir(parents=True, exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="clair-papers-") as folder:
        office = Office.in_memory(clock=FixedClock(today))
        fill_demonstration(office)
        for key in office.programmes():
            for pack in [one for one in office.programmes()[key].packs if one.kept_for is None]:
                for language in Language:
                    target = Path(folder) / "pack.pdf"
                    _print(office, key, pack.key, language, target)
                    picture = _beside(list(_pages(target)))
                    picture.save(pictures / f"{key}-{pack.key}-{language.value}.png", optimize=True)
        office.close()


def _print(office: Office, key: str, pack: str, language: Language, target: Path) -> None:
    """The pack of the first case whose own step sent it, since its letter bears that day; else the specimen, which is
    one case at one day; else the first case that has one.
    """
    numbers = [line.number for line in sorted(office.cases.lines(programme=key), key=lambda line: line.id)]
    sent = [number for number in numbers if sending(office.cases.get(number), pack)]
    if _print_first(office, sent, pack, language, target):
        return
    with suppress(Refusal):
        office.documents.specimen(key, pack, [language], target)
        return
    if not _print_first(office, numbers, pack, language, target):
        raise LookupError(f"{key}: {pack}")


def _print_first(office: Office, numbers: list[str], pack: str, language: Language, target: Path) -> bool:
    """The pack of the first case that has one: a reminder, for instance, needs a body that has yet to answer."""
    for number in numbers:
        with suppress(Refusal):
            office.documents.print(number, pack, [language], target)
            return True
    return False


def _pages(pdf: Path) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=SCALE, grayscale=True).to_pil()
    finally:
        document.close()


def _beside(pages: list[Image.Image]) -> Image.Image:
    width, height = max(page.width for page in pages), max(page.height for page in pages)
    across = min(ACROSS, len(pages))
    down = -(-len(pages) // across)
    sheet = Image.new("L", (across * (width + GAP) + GAP, down * (height + GAP) + GAP), 150)
    for place, page in enumerate(pages):
        row, column = divmod(place, across)
        sheet.paste(page, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return sheet.quantize(SHADES)
