"""Where abroad a case goes, which overseas office answers for it by purpose and day, and the part each office gets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clair_desktop.domain.coverage import Purpose, Routing, RoutingVerdict, route
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Day, Field, Option, Rows, Text
from clair_desktop.domain.offices import OVERSEAS_OFFICES
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording, same
from clair_desktop.domain.workflow import PartPlan

OFFICES: tuple[Option, ...] = tuple(Option(one.key, one.name) for one in OVERSEAS_OFFICES)
_NAMES: Mapping[str, Wording] = {option.key: option.label for option in OFFICES}
FIELD = "places"


def stays(label: Wording) -> Rows:
    """The places of a trip with the days spent there; the office may be chosen by hand for a stated reason."""
    days: tuple[Field, ...] = (
        Day(key="arrives", label=Wording("着", "From")),
        Day(key="leaves", label=Wording("発", "To")),
    )
    return Rows(
        key=FIELD,
        label=label,
        required=True,
        columns=[
            Country(key="country", label=Wording("国・地域", "Country"), required=True, searchable=True),
            Text(key="area", label=Wording("州・都市", "State or city"), searchable=True),
            *days,
            Choice(key="office", label=Wording("事務所の指定", "Office chosen by hand"), options=OFFICES),
            Text(key="office_reason", label=Wording("指定の理由", "Reason for the choice")),
        ],
    )


@dataclass(frozen=True, slots=True)
class Stay:
    """One row of places with the routing of its country on the day of the facts."""

    number: int
    row: Mapping[str, object]
    country: Wording
    routing: Routing

    @property
    def offices(self) -> tuple[str, ...]:
        """The office chosen by hand, else those that answer for the country."""
        chosen = self.row.get("office")
        return (str(chosen),) if chosen else self.routing.offices


def routed(facts: Facts, country: object, area: object, purpose: Purpose) -> Routing | None:
    """Which office answers for a country on the day of the facts; None where none is named."""
    if not isinstance(country, str):
        return None
    return route(country, area if isinstance(area, str) else None, purpose, facts.on)


def country_name(facts: Facts, code: object) -> Wording:
    known = facts.names.country(str(code))
    return known.name if known else same(str(code))


def stays_of(facts: Facts, purpose: Purpose) -> Iterator[Stay]:
    for number, row in enumerate(facts.rows(FIELD), start=1):
        found = routed(facts, row.get("country"), row.get("area"), purpose)
        if found is not None:
            yield Stay(number, row, country_name(facts, row["country"]), found)


def offices_of(facts: Facts, purpose: Purpose) -> list[str]:
    """The overseas offices a case concerns, each once, in the order of its places."""
    return list(dict.fromkeys(key for stay in stays_of(facts, purpose) for key in stay.offices))


def area_findings(
    facts: Facts, book: Rulebook, purpose: Purpose, *, rule: str, needs: Sequence[str]
) -> Iterator[Finding]:
    """A country without an office is 要相談: kept, said why, never dropped and never refused."""
    for stay in stays_of(facts, purpose):
        if stay.row.get("office"):
            continue
        said = stay.routing.reason
        if stay.routing.verdict is RoutingVerdict.COVERED:
            met = Wording(f"{stay.country.ja}：{said.ja}", f"{stay.country.en}: {said.en}")
            yield book.judge(rule, True, needs=needs, field=FIELD, met=met, not_met=met)
            continue
        wording = Wording(f"{stay.country.ja}：要相談。{said.ja}", f"{stay.country.en}: to consult. {said.en}")
        source = stay.routing.sources[0] if stay.routing.sources else None
        yield Finding(rule, Verdict.UNDECIDED, wording, FIELD, source=source, row=stay.number)


def chosen_office_has_a_reason(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    for number, row in enumerate(facts.rows(FIELD), start=1):
        if row.get("office") and not row.get("office_reason"):
            wording = Wording(
                f"{number}行目：事務所を指定した理由を入力してください。",
                f"Row {number}: say why the office was chosen.",
            )
            yield Finding("office_chosen", Verdict.UNDECIDED, wording, FIELD, missing=True, row=number)


def office_parts(facts: Facts, purpose: Purpose, *, asked: str, consult: str) -> list[PartPlan]:
    """One part per overseas office in state ``asked``, one in state ``consult`` per country none answers for."""
    countries: dict[str, list[Wording]] = {}
    reasons: dict[str, list[Wording]] = {}
    for stay in stays_of(facts, purpose):
        chosen = stay.row.get("office")
        reason = same(str(stay.row.get("office_reason", ""))) if chosen else stay.routing.reason
        for key in stay.offices or (f"consult:{stay.row['country']}",):
            countries.setdefault(key, []).append(stay.country)
            reasons.setdefault(key, []).append(reason)
    return [_plan(key, countries[key], reasons[key], asked, consult) for key in countries]


def _plan(key: str, countries: Sequence[Wording], reasons: Sequence[Wording], asked: str, consult: str) -> PartPlan:
    known = key in _NAMES
    who = _NAMES[key] if known else Wording("要相談", "To consult")
    listed = _each_once(countries, "、", ", ")
    name = Wording(f"{who.ja}（{listed.ja}）", f"{who.en} ({listed.en})")
    return PartPlan(key, name, asked if known else consult, _each_once(reasons, "", " "))


def _each_once(texts: Sequence[Wording], ja: str, en: str) -> Wording:
    return Wording(ja.join(dict.fromkeys(one.ja for one in texts)), en.join(dict.fromkeys(one.en for one in texts)))
