"""One form drawn by a fresh process: ``python -m bench.first_page ours`` or ``stock``, the raw canvas of the same strings."""

import sys
import time
from io import BytesIO

TEXTS = ["海外調査依頼書", "1　調査の内容", "担当者氏名", "髙﨑　太郎", "予算額", "1,200,000円", "調査の目的"] + [
    f"シンガポールでは、国土の狭さから土葬用の墓地を集約し、埋葬期間を{number}年に限る制度が運用されている。"
    for number in range(30)
]


def ours() -> bytes:
    from clair_desktop.output.pdf.packs import typeset
    from tests.output.pdf.papers import document, form, pack_of

    return typeset(pack_of(document(form("".join(TEXTS))).content)).finished()


def stock() -> bytes:
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
    return buffer.getvalue()


if __name__ == "__main__":
    {"ours": ours, "stock": stock}[sys.argv[1]]()
    print(time.process_time())
