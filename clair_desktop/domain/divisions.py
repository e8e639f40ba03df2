"""Headquarters' divisions as the program names them; telephones and addresses stand in the directory's files."""

from collections.abc import Mapping
from dataclasses import dataclass

from clair_desktop.domain.publications import brochure, slides
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Division:
    """A 課 of headquarters; the English names are this program's."""

    key: str
    department: Wording
    name: Wording

    @property
    def full_name(self) -> Wording:
        return Wording(
            f"{self.department.ja} {self.name.ja}".strip(), f"{self.name.en}, {self.department.en}".strip(", ")
        )


_GENERAL = Wording("総務部", "General Affairs Department")
_EXCHANGE = Wording("交流支援部", "Exchange Support Department")
_MULTICULTURAL = Wording("多文化共生部", "Multiculturalism Department")
_JET = Wording("JETプログラム事業部", "JET Programme Department")

DIVISIONS: Mapping[str, Division] = {
    one.key: one
    for one in (
        Division("general_affairs", _GENERAL, Wording("総務課", "General Affairs Division")),
        Division("planning_research", _GENERAL, Wording("企画調査課", "Planning and Research Division")),
        Division("exchange", _EXCHANGE, Wording("交流親善課", "Exchange and Friendship Division")),
        Division("economic_exchange", _EXCHANGE, Wording("経済交流課", "Economic Exchange Division")),
        Division("multicultural", _MULTICULTURAL, Wording("多文化共生課", "Multiculturalism Division")),
        Division("jet_coordination", _JET, Wording("調整課", "Coordination Division")),
        Division("jet_training", _JET, Wording("研修・カウンセリング課", "Training and Counselling Division")),
        Division("enquiries", Wording("", ""), Wording("総合案内", "General enquiries")),
    )
}


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where a programme's papers go: the division and, where a document names one, the e-mail address."""

    division: Division
    email: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Contact:
    """What a document says of where a programme's papers go; ``email`` is None where it prints no address."""

    email: str | None
    source: Source


DUTIES_2016 = Contact(None, slides(Wording("クレアの組識①－本部", "Organisation of CLAIR (1): headquarters")))


def printed_contact(email: str | None, ja: str, en: str) -> Contact:
    """By programme, not by division: keishin@ and kokukyou@ answer one telephone, gyomu@ serves two divisions."""
    return Contact(email, brochure(Wording(f"お問い合わせ－{ja}", f"Contacts: {en}")))


def division(key: str) -> Division:
    return DIVISIONS[key]


def addressee(desk: str, contact: Contact | None) -> Addressee | None:
    """Whom papers go to; None where no document says, for no address is invented."""
    return Addressee(DIVISIONS[desk], contact.email, contact.source) if contact else None
