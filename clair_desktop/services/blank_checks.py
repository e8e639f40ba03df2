"""Whether a value may go into a place."""

from clair_desktop.domain.blanks import MARKS, SHAPE_WORDS, Match, Place
from clair_desktop.domain.wording import Wording
from clair_desktop.services.blank_values import UNKNOWN, WRONG_SHAPE, Offer

NOT_FILLABLE = Wording("{place}には書き込めません：{why}。", "{place} cannot be filled: {why}.")
NOT_POSITIVE = Wording(
    "{place}：字数の上限は1以上の数で入力してください。", "{place}: the most characters must be 1 or more."
)
TICK_ONLY = Wording(
    "{place}はチェック欄です。「＝」のある項目（該当するか）を選んでください。",
    "{place} is a check box. Choose a value with “=”, which applies or not.",
)


def fault_of(match: Match, place: Place, offer: Offer | None) -> Wording | None:
    if place.trouble is not None:
        return NOT_FILLABLE.filled(place=place.wording, why=place.trouble)
    if offer is None:
        return UNKNOWN.filled(place=place.wording, value=match.value)
    if match.shape not in offer.shapes:
        return WRONG_SHAPE.filled(place=place.wording, shape=SHAPE_WORDS[match.shape], value=offer.label)
    if place.ticks and match.shape not in MARKS:
        return TICK_ONLY.filled(place=place.wording)
    return NOT_POSITIVE.filled(place=place.wording) if match.longest is not None and match.longest < 1 else None
