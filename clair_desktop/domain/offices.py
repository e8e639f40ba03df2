"""The seven overseas offices as the program names them; what documents print of each stands in the directory's files."""

from dataclasses import dataclass

from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class OverseasOffice:
    """One of the seven, by the key that cases, coverage and the directory know it by."""

    key: str
    name: Wording


OVERSEAS_OFFICES = (  # in the brochure's order
    OverseasOffice("new_york", Wording("ニューヨーク事務所", "New York Office")),
    OverseasOffice("london", Wording("ロンドン事務所", "London Office")),
    OverseasOffice("paris", Wording("パリ事務所", "Paris Office")),
    OverseasOffice("singapore", Wording("シンガポール事務所", "Singapore Office")),
    OverseasOffice("seoul", Wording("ソウル事務所", "Seoul Office")),
    OverseasOffice("sydney", Wording("シドニー事務所", "Sydney Office")),
    OverseasOffice("beijing", Wording("北京事務所", "Beijing Office")),
)
_BY_KEY = {office.key: office for office in OVERSEAS_OFFICES}


def overseas_office(key: str) -> OverseasOffice:
    """One of the seven, by key."""
    return _BY_KEY[key]
