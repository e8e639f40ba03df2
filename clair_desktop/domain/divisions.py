"""Headquarters' divisions and whom a programme's papers are addressed to; two addresses may share one telephone."""

from collections.abc import Mapping
from dataclasses import dataclass

from clair_desktop.domain.publications import LGOTP_PAGE, brochure, slides
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Division:
    """A 課 of headquarters; the English names are this program's, the telephone is printed in June 2025."""

    key: str
    department: Wording
    name: Wording
    tel: str
    source: Source

    @property
    def full_name(self) -> Wording:
        return Wording(
            f"{self.department.ja} {self.name.ja}".strip(), f"{self.name.en}, {self.department.en}".strip(", ")
        )


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where a programme's papers go: the division and, where a document names one, the e-mail address."""

    division: Division
    email: str | None
    source: Source


def _division(key: str, department: Wording, name: Wording, tel: str) -> Division:
    where = Wording(f"お問い合わせ－{name.ja}", f"Contacts: {name.en}")
    return Division(key, department, name, tel, brochure(where))


_GENERAL = Wording("総務部", "General Affairs Department")
_EXCHANGE = Wording("交流支援部", "Exchange Support Department")
_MULTICULTURAL = Wording("多文化共生部", "Multiculturalism Department")
_JET = Wording("JETプログラム事業部", "JET Programme Department")

DIVISIONS: Mapping[str, Division] = {
    one.key: one
    for one in (
        _division("general_affairs", _GENERAL, Wording("総務課", "General Affairs Division"), "03-5213-1721"),
        _division(
            "planning_research", _GENERAL, Wording("企画調査課", "Planning and Research Division"), "03-5213-1722"
        ),
        _division("exchange", _EXCHANGE, Wording("交流親善課", "Exchange and Friendship Division"), "03-5213-1723"),
        _division("economic_exchange", _EXCHANGE, Wording("経済交流課", "Economic Exchange Division"), "03-5213-1726"),
        _division(
            "multicultural", _MULTICULTURAL, Wording("多文化共生課", "Multiculturalism Division"), "03-5213-1725"
        ),
        _division("jet_coordination", _JET, Wording("調整課", "Coordination Division"), "03-5213-1727"),
        _division(
            "jet_training", _JET, Wording("研修・カウンセリング課", "Training and Counselling Division"), "03-5213-1728"
        ),
        _division("enquiries", Wording("", ""), Wording("総合案内", "General enquiries"), "03-5213-1730"),
    )
}


def _contact(ja: str, en: str) -> Source:
    return brochure(Wording(f"お問い合わせ－{ja}", f"Contacts: {en}"))


_DUTIES_2016 = slides(Wording("クレアの組識①－本部", "Organisation of CLAIR (1): headquarters"))

# By programme, not by division: keishin@ and kokukyou@ answer one telephone, gyomu@ serves two divisions.
ADDRESSEES: Mapping[str, tuple[str, str | None, Source]] = {
    "overseas_research": ("planning_research", "kikaku@clair.or.jp", _contact("海外依頼調査", "research on request")),
    "overseas_support": (
        "planning_research",
        "kikaku@clair.or.jp",
        _contact("海外活動支援", "support for activities abroad"),
    ),
    "exchange_grant": ("exchange", "koushin@clair.or.jp", _contact("国際交流支援事業", "exchange support grants")),
    "economic_grant": ("economic_exchange", "keishin@clair.or.jp", _contact("経済活動助成事業", "economic grants")),
    "multicultural_grant": (
        "multicultural",
        "tabunka@clair.or.jp",
        _contact("多文化共生のまちづくり促進事業", "multicultural community grants"),
    ),
    "model_project_grant": (
        "economic_exchange",
        "kokukyou@clair.or.jp",
        _contact("自治体国際協力促進事業（モデル事業）", "model project grants"),
    ),
    "staff_exchange": ("economic_exchange", "lgotp@clair.or.jp", LGOTP_PAGE),
    # Only the division is known: no document gives an address for these.
    "promotion_adviser": ("economic_exchange", None, _DUTIES_2016),
    "expert_dispatch": ("economic_exchange", None, _DUTIES_2016),
    "community_adviser": ("multicultural", None, _DUTIES_2016),
    "executive_seminar": ("enquiries", None, _contact("その他 担当が分からない場合", "if the division is not known")),
}


def division(key: str) -> Division:
    return DIVISIONS[key]


def addressee(programme: str) -> Addressee:
    """Whom a programme's papers go to, as printed in June 2025; no address is invented where none is printed."""
    key, email, source = ADDRESSEES[programme]
    return Addressee(DIVISIONS[key], email, source)
