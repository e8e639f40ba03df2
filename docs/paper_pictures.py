"""Pictures of the printed pages: each programme's packs, from its first worked case that has one, else as specimens."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pypdfium2
from PIL import Image

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
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
        for key, numbers in _cases(office):
            for pack in [one for one in office.programmes()[key].packs if one.kept_for is None]:
                for language in Language:
                    target = Path(folder) / "pack.pdf"
                    if not _print_first(office, numbers, pack.key, language, target):
                        office.documents.specimen(key, pack.key, [language], target)
                    picture = _beside(list(_pages(target)))
                    picture.save(pictures / f"{key}-{pack.key}-{language.value}.png", optimize=True)
        office.close()


def _cases(office: Office) -> Iterator[tuple[str, list[str]]]:
    for key in office.programmes():
        yield key, [line.number for line in sorted(office.cases.lines(programme=key), key=lambda line: line.id)]


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
