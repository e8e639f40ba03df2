"""One form drawn by a fresh process: ``python -m bench.first_page ours``, or ``stock``, a raw canvas of the same strings.

Prints the processor seconds of the whole process; with ``fonts`` those of ours from having the fonts: modules loaded,
the faces of every style opened and a glyph found in each.
"""

import sys
import time
from io import BytesIO

TEXTS = ["海外調査依頼書", "1　調査の内容", "担当者氏名", "髙﨑　太郎", "予算額", "1,200,000円", "調査の目的"] + [
    f"シンガポールでは、国土の狭さから土葬用の墓地を集約し、埋葬期間を{number}年に限る制度が運用されている。"
    for number in range(30)
]


def ours() -> float:
    """Returns when the fonts were there."""
    from clair_desktop.output.pdf.typefaces import typefaces
    from clair_desktop.output.pdf.typesetting import typeset
    from tests.output.pdf.papers import document, form, pack_of

    for font in typefaces().all():
        font.width("国")
    begun = time.process_time()
    typeset(pack_of(document(form("".join(TEXTS))).content)).finished()
    return begun


def stock() -> float:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from clair_desktop.support.resources import resource

    pdfmetrics.registerFont(TTFont("stock", str(resource("fonts", "BIZUDMincho-Regular.ttf"))))
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName="stock")
    for place, text in enumerate(TEXTS):
        canvas.setFont("stock", 10.5)
        canvas.drawString(60, 780 - 18 * place, text)
    canvas.save()
    return 0.0


if __name__ == "__main__":
    begun = {"ours": ours, "stock": stock, "fonts": ours}[sys.argv[1]]()
    print(time.process_time() - (begun if sys.argv[1] == "fonts" else 0.0))
