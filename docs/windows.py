"""What pictures of windows need: waiting for a fact, and few colours."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage


def until(fact: Callable[[], bool]) -> None:
    """Waits for work that is done beside the window."""
    while not fact():
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()


def few_colours(picture: QImage) -> QImage:
    """With its 256 most frequent colours: a third of the size, and the same to the eye."""
    drawn = picture.convertToFormat(QImage.Format.Format_RGB32)
    frequent = Counter(memoryview(drawn.constBits()).cast("I")).most_common(256)
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return drawn.convertToFormat(QImage.Format.Format_Indexed8, [colour for colour, _count in frequent], plain)
