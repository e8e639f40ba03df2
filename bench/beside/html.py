"""The forms as HTML, for the engines that read it."""

from collections.abc import Sequence
from html import escape

from bench.beside.content import GOTHIC, GOTHIC_NAME, HEADS, MINCHO, MINCHO_NAME, WIDTHS, Form

_STYLE = f"""
@page {{ size: 21cm 29.7cm; margin: 2cm 2cm 2cm 2.5cm }}
body, p, td {{ font-family: '{MINCHO_NAME}'; font-size: 9.5pt; line-height: 1.3; margin: 0 }}
h1, th, .label {{ font-family: '{GOTHIC_NAME}'; font-weight: normal }}
h1 {{ font-size: 16pt; text-align: center }}
table {{ border-collapse: collapse; width: 100%; margin-top: 8pt }}
td, th {{ border: 0.5pt solid black; padding: 2pt 3pt; text-align: left; vertical-align: middle; font-size: 9.5pt }}
.amount {{ text-align: right }}
.next {{ page-break-before: always }}
"""
_FACES = "".join(
    f"@font-face {{ font-family: '{name}'; src: url('{path.as_uri()}') }}"
    for name, path in ((MINCHO_NAME, MINCHO), (GOTHIC_NAME, GOTHIC))
)


def page_of(forms: Sequence[Form], *, faces: bool) -> str:
    """``faces`` names the font files in the page itself, for an engine that loads no installed fonts."""
    bodies = "".join(_body(one, place) for place, one in enumerate(forms))
    style = (_FACES if faces else "") + _STYLE
    return f"<!DOCTYPE html><html lang='ja'><head><meta charset='utf-8'><style>{style}</style></head><body>{bodies}</body></html>"


def _body(form: Form, place: int) -> str:
    fields = "".join(
        f"<tr><td class='label' width='28%'>{escape(label)}</td><td>{escape(value)}</td></tr>"
        for label, value in form.fields
    )
    whole = sum(WIDTHS)
    heads = "".join(
        f"<th width='{width * 100 // whole}%'>{escape(head)}</th>" for head, width in zip(HEADS, WIDTHS, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[:3])
        + f"<td class='amount'>{escape(row[3])}</td></tr>"
        for row in form.rows
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in form.notes)
    begun = " class='next'" if place else ""
    return (
        f"<p{begun}>{escape(form.number)}</p><h1>{escape(form.title)}</h1>"
        f"<table width='100%'>{fields}</table><table width='100%'><tr>{heads}</tr>{rows}</table>{notes}"
    )
