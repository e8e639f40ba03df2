"""Files as they arrive from elsewhere: turned pages, odd boxes, passwords, half downloads, photographs."""

from io import BytesIO

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas


def foreign_pdf(*texts: str) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for text in texts:
        canvas.drawString(100, 400, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def changed(content: bytes, **entries: object) -> bytes:
    """The same pages with other entries in each page's dictionary."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            for key, value in entries.items():
                page.obj[f"/{key}"] = pikepdf.Array(value) if isinstance(value, list) else value
        return saved(pdf)


def turned_by_their_tree(content: bytes, angle: int) -> bytes:
    """Pages that inherit their rotation, as scanners write it."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.Root["/Pages"]["/Rotate"] = angle
        for page in pdf.pages:
            del page.obj["/Rotate"]
        return saved(pdf)


def protected(content: bytes, *, user: str = "", owner: str = "kokusai") -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        buffer = BytesIO()
        pdf.save(buffer, encryption=pikepdf.Encryption(user=user, owner=owner))
        return buffer.getvalue()


def saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def photograph(form: str, mode: str = "RGB", size: tuple[int, int] = (600, 300), orientation: int = 1) -> bytes:
    picture = Image.new(mode, size, "white")
    black = Image.new("RGB", (size[0] // 4, size[1]), "black").convert(mode)
    picture.paste(black, (0, 0))
    exif = Image.Exif()
    exif[0x0112] = orientation
    buffer = BytesIO()
    picture.save(buffer, form, exif=exif)
    return buffer.getvalue()
