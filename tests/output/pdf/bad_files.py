"""A self-made set of files as they should not be: each by its name, made anew, none longer than it must be."""

from collections.abc import Callable, Mapping
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from clair_desktop.domain.enclosed import Remark
from tests.output.pdf.foreign import changed, foreign_pdf, protected, saved

A3 = (842, 1191)


def made(change: Callable[[pikepdf.Pdf], None], *texts: str) -> bytes:
    """A plain PDF with something done to it."""
    with pikepdf.open(BytesIO(foreign_pdf(*(texts or ("First", "Second"))))) as pdf:
        change(pdf)
        return saved(pdf)


def no_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[:]


def scripted(pdf: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
    pdf.Root.OpenAction = script
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    pdf.pages[0].obj["/AA"] = Dictionary(O=script)


def launching(pdf: pikepdf.Pdf) -> None:
    launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[50, 50, 90, 90], A=launch)
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(link)])


def with_files(pdf: pikepdf.Pdf) -> None:
    for name in ("明細.xlsx", "写真.jpg"):
        pdf.attachments[name] = b"PK\x03\x04"


def form_only(pdf: pikepdf.Pdf) -> None:
    xfa = Array([String("template"), pdf.make_stream(b"<template/>")])
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=xfa)
    pdf.Root.NeedsRendering = True


def portfolio(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Collection = Dictionary(View=Name.D)


def layered(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("下書き")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def fields(value: str, *, drawn: bool) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("氏名"), V=String(value),
            Rect=Array([100, 100, 300, 130]), F=4, DA=String("/Helv 12 Tf 0 g"),
        )  # fmt: skip
        helvetica = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        if drawn:
            shown = pdf.make_stream(b"0 0 200 30 re f")
            shown.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 200, 30])})
            field.AP = Dictionary(N=shown)
        widget = pdf.make_indirect(field)
        pdf.pages[0].obj["/Annots"] = Array([widget])
        resources = Dictionary(Font=Dictionary(Helv=helvetica))
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), NeedAppearances=True, DR=resources)

    return change


def signed(pdf: pikepdf.Pdf) -> None:
    signature = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, V=Dictionary(Type=Name.Sig), F=4)
    signature.Rect = Array([0, 0, 0, 0])
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(signature)]), SigFlags=3)


def without_its_font(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/Resources"]["/Font"]


def with_a_font_of_another_pc(pdf: pikepdf.Pdf) -> None:
    inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/MS-Mincho"))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/MS-Mincho"), Encoding=Name("/90ms-RKSJ-H"))
    font.DescendantFonts = Array([pdf.make_indirect(inner)])
    fonts = pdf.pages[1].obj["/Resources"]["/Font"]
    fonts[next(iter(fonts.keys()))] = pdf.make_indirect(font)


def without_size(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj["/MediaBox"] = Array([0, 0, 0, 0])


def emptied(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/Contents"]


def undeflated(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Contents.write(b"no deflated stream", filter=Name.FlateDecode)


def many_pages(count: int) -> bytes:
    pdf = pikepdf.new()
    content = pdf.make_stream(b"0 0 10 10 re f")
    for _ in range(count):
        pdf.add_blank_page(page_size=(595, 842))
        pdf.pages[-1].obj["/Contents"] = content
    return saved(pdf)


def tiff(*frames: Image.Image, **options: object) -> bytes:
    buffer = BytesIO()
    frames[0].save(buffer, "TIFF", save_all=True, append_images=list(frames[1:]), **options)
    return buffer.getvalue()


WHOLE = foreign_pdf(*(f"page {number}" for number in range(9)))

# What is refused, with words of the reason or the cure that the official must read.
REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "user-password": (lambda: protected(foreign_pdf("a"), user="kokusai"), "パスワードで保護"),
    "owner-password": (lambda: protected(foreign_pdf("a")), "権限で保護"),
    "no-pages": (lambda: made(no_pages), "頁がありません"),
    "form-only": (lambda: made(form_only), "XFA"),
    "portfolio": (lambda: made(portfolio), "ポートフォリオ"),
    "hidden-layers": (lambda: made(layered), "レイヤー"),
    "undrawn-japanese-field": (lambda: made(fields("髙﨑　花子", drawn=False)), "「氏名」"),
    "page-without-size": (lambda: made(without_size), "2頁"),
    "page-undeflated": (lambda: made(undeflated), "2頁は壊れて"),
    "html": (lambda: b"<html></html>", "壊れて"),
    "head-only": (lambda: b"%PDF-1.7\n", "壊れて"),
    "empty": (lambda: b"", "壊れて"),
}
# What is bound in once a person has looked at it.
TO_BE_SEEN: Mapping[str, tuple[Callable[[], bytes], Remark]] = {
    "broken-xref": (lambda: WHOLE.replace(b"startxref", b"startxxxx"), Remark.REPAIRED),
    "cut-trailer": (lambda: WHOLE[:-60], Remark.REPAIRED),
    "without-its-font": (lambda: made(without_its_font), Remark.FONT_ABSENT),
    "font-of-another-pc": (lambda: made(with_a_font_of_another_pc), Remark.FONT_NOT_EMBEDDED),
}
# What is bound in and remarked upon.
REMARKED: Mapping[str, tuple[Callable[[], bytes], Remark]] = {
    "scripts": (lambda: made(scripted), Remark.SCRIPTS_LEFT_OUT),
    "launch": (lambda: made(launching), Remark.SCRIPTS_LEFT_OUT),
    "attachments": (lambda: made(with_files), Remark.FILES_LEFT_OUT),
    "signature": (lambda: made(signed), Remark.SIGNATURE_LEFT_OUT),
    "filled-fields": (lambda: made(fields("Sendai", drawn=False)), Remark.FIELDS_SET),
    "drawn-japanese-field": (lambda: made(fields("髙﨑　花子", drawn=True)), Remark.FIELDS_SET),
    "a3": (lambda: changed(foreign_pdf("Plan"), MediaBox=[0, 0, *A3]), Remark.LARGER_THAN_A4),
    "landscape": (lambda: changed(foreign_pdf("Table"), MediaBox=[0, 0, 842, 595]), Remark.LYING),
    "turned": (lambda: changed(foreign_pdf("Scan"), Rotate=90), Remark.TURNED),
    "blank-page": (lambda: made(emptied), Remark.EMPTY_PAGES),
}


def all_of_them() -> dict[str, bytes]:
    """Every file of the set, and 5,000 pages."""
    every = {name: make() for bad in (REFUSED, TO_BE_SEEN, REMARKED) for name, (make, _) in bad.items()}
    return every | {"five-thousand-pages": many_pages(5_000)}
