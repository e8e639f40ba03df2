"""Form fields become print: what was typed into them stands on the page, as it was seen when it was typed."""

from collections.abc import Iterator

import pikepdf

from clair_desktop.domain.enclosed import Remark, Remarked
from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.activity import annotations
from clair_desktop.output.pdf.foreign.refusals import refusal

_DEEP = 12  # fields inherit from their parents; a chain longer than this is a loop


def flatten(name: str, pdf: pikepdf.Pdf) -> Iterator[Remarked]:
    """Sets fields and comments into the pages; a Japanese text without a drawn form of its own is refused."""
    widgets = [one for page in pdf.pages for one in annotations(page) if one.get("/Subtype") == "/Widget"]
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary):
        drawn = [one for one in widgets if _is_drawn(one)]
        if form.get("/NeedAppearances") and len(drawn) == len(widgets):
            form["/NeedAppearances"] = False  # what is drawn is what the official saw
        elif len(drawn) < len(widgets):
            _demand_latin(name, [one for one in widgets if not _is_drawn(one)])
            form["/NeedAppearances"] = True
            pdf.generate_appearance_streams()
    if any(True for page in pdf.pages for _ in annotations(page)):
        pdf.flatten_annotations("print")
    if any(_value(one) for one in widgets):
        yield Remarked(Remark.FIELDS_SET)


def _is_drawn(widget: pikepdf.Dictionary) -> bool:
    appearance = widget.get("/AP")
    return (isinstance(appearance, pikepdf.Dictionary) and "/N" in appearance) or not _value(widget)


def _demand_latin(name: str, undrawn: list[pikepdf.Dictionary]) -> None:
    for widget in undrawn:
        if not _value(widget).isascii():
            raise refusal(refusals.FIELDS_UNREADY, name, field=_inherited(widget, "/T") or "?")


def _value(widget: pikepdf.Dictionary) -> str:
    return _inherited(widget, "/V")


def _inherited(widget: pikepdf.Dictionary, key: str) -> str:
    holder: object = widget
    for _ in range(_DEEP):
        if not isinstance(holder, pikepdf.Dictionary):
            break
        if key in holder:
            found = holder[key]
            return str(found) if isinstance(found, pikepdf.String | pikepdf.Name) else ""
        holder = holder.get("/Parent")
    return ""
