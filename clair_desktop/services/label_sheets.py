"""Which sheets of labels there are, and where one may begin."""

from typing import TYPE_CHECKING

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

if TYPE_CHECKING:
    from clair_desktop.output.pdf.labels import LabelSheet  # loads the libraries that print


def checked_sheet(per_sheet: int, first: int) -> "LabelSheet":
    from clair_desktop.output.pdf.labels import LABEL_SHEETS

    if per_sheet not in LABEL_SHEETS or not 1 <= first <= per_sheet:
        raise Refusal(
            Wording(
                "ラベルは1枚12面か24面から選び、始める位置は1からその面数までで指定してください。",
                "Choose sheets of 12 or 24 labels, and begin at one of their places.",
            ),
            field="per_sheet",
        )
    return LABEL_SHEETS[per_sheet]
