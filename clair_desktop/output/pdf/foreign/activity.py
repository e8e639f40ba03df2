"""What a paper cannot hold: scripts and actions, attached files, signatures, layers, form-only pages."""

from collections.abc import Iterator

import pikepdf

from clair_desktop.domain.enclosed import Remark, Remarked
from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.refusals import refusal

_ACTING = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Rendition", "/Movie", "/Sound"}
_PLAYED = {"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}
_NAMED = 3  # attached files named; more are counted


def demand_paper(name: str, pdf: pikepdf.Pdf) -> None:
    """Refuses what shows otherwise, or not at all, once its pages stand alone."""
    root = pdf.Root
    form = _dictionary(root.get("/AcroForm"))
    fields = form.get("/Fields") if form is not None else None
    if form is not None and "/XFA" in form and (root.get("/NeedsRendering") or not fields):
        raise refusal(refusals.FORM_ONLY, name)
    if "/Collection" in root:
        raise refusal(refusals.PORTFOLIO, name)
    if _hides_layers(root):
        raise refusal(refusals.HIDDEN_LAYERS, name)


def activity_remarks(pdf: pikepdf.Pdf) -> Iterator[Remarked]:
    """What will be left out, before it is."""
    acting = sorted(set(_acting(pdf)))
    if acting:
        yield Remarked(Remark.SCRIPTS_LEFT_OUT, said="、".join(acting))
    attached = sorted({*_attached(pdf)})
    if attached:
        more = f" +{len(attached) - _NAMED}" if len(attached) > _NAMED else ""
        yield Remarked(Remark.FILES_LEFT_OUT, said="、".join(attached[:_NAMED]) + more)
    if any(_text(field.get("/FT")) == "/Sig" and "/V" in field for field in _fields(pdf)):
        yield Remarked(Remark.SIGNATURE_LEFT_OUT)


def strip(page: pikepdf.Page) -> None:
    """Leaves of a page only what is printed. Its annotations have been flattened before."""
    for key in ("/AA", "/Annots", "/B", "/StructParents", "/Tabs", "/PieceInfo", "/Metadata", "/AF", "/Thumb", "/PZ"):
        if key in page.obj:
            del page.obj[key]


def annotations(page: pikepdf.Page) -> Iterator[pikepdf.Dictionary]:
    found = page.obj.get("/Annots")
    if isinstance(found, pikepdf.Array):
        yield from (one for one in found if isinstance(one, pikepdf.Dictionary))


def _acting(pdf: pikepdf.Pdf) -> Iterator[str]:
    opening = pdf.Root.get("/OpenAction")
    yield from _action(opening)
    names = _dictionary(pdf.Root.get("/Names"))
    if names is not None and "/JavaScript" in names:
        yield "JavaScript"
    yield from _additional(pdf.Root)
    for page in pdf.pages:
        yield from _additional(page.obj)
        for annotation in annotations(page):
            yield from _action(annotation.get("/A"))
            yield from _additional(annotation)
            if _text(annotation.get("/Subtype")) in _PLAYED:
                yield _text(annotation.get("/Subtype"))[1:]


def _additional(holder: pikepdf.Object) -> Iterator[str]:
    additional = _dictionary(holder.get("/AA"))
    if additional is not None:
        for one in additional.values():
            yield from _action(one)


def _action(action: object) -> Iterator[str]:
    found = _dictionary(action)
    if found is not None and _text(found.get("/S")) in _ACTING:
        yield _text(found.get("/S"))[1:]


def _attached(pdf: pikepdf.Pdf) -> Iterator[str]:
    try:
        yield from pdf.attachments
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError):
        yield "?"
    for page in pdf.pages:
        for annotation in annotations(page):
            if _text(annotation.get("/Subtype")) == "/FileAttachment":
                specification = _dictionary(annotation.get("/FS"))
                told = specification.get("/UF", specification.get("/F")) if specification is not None else None
                yield _text(told) or "?"


def _fields(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    form = _dictionary(pdf.Root.get("/AcroForm"))
    fields = form.get("/Fields") if form is not None else None
    if isinstance(fields, pikepdf.Array):
        yield from (one for one in fields if isinstance(one, pikepdf.Dictionary))


def _hides_layers(root: pikepdf.Object) -> bool:
    layers = _dictionary(root.get("/OCProperties"))
    usual = _dictionary(layers.get("/D")) if layers is not None else None
    if usual is None:
        return False
    off = usual.get("/OFF")
    return _text(usual.get("/BaseState")) == "/OFF" or (isinstance(off, pikepdf.Array) and len(off) > 0)


def _dictionary(found: object) -> pikepdf.Dictionary | None:
    return found if isinstance(found, pikepdf.Dictionary) else None


def _text(found: object) -> str:
    try:
        return str(found) if found is not None else ""
    except (ValueError, UnicodeError, TypeError, RuntimeError):
        return ""
