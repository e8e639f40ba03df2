"""The worked case that shows what a pack looks like, and the year as of which it is shown."""

from collections.abc import Mapping, Sequence

from clair_desktop.domain.answers import read
from clair_desktop.domain.documents import Pack
from clair_desktop.domain.facts import Answers, Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Example, Programme
from clair_desktop.domain.wording import Wording
from clair_desktop.services.desk import Desk


def specimen_of(desk: Desk, programme: Programme, key: str) -> tuple[Example, Mapping[str, object]]:
    """The first worked case that has something to say in the pack, with the answers it says it with.

    What the pack needs and the case does not say yet is what the first to say it says.
    """
    pack = next((one for one in programme.packs if one.key == key), None)
    first = programme.examples[0]
    if pack is None:
        return first, first.answers
    if (pack.each or pack.needs.row) is not None:
        return _with_a_row(desk, programme, pack), _with_a_row(desk, programme, pack).answers
    year = max((one.since for one in pack.documents if one.since), default=None)
    base = next((one for one in programme.examples if year and one.year >= year.start_year), first)
    given = [_in_the_end(one) for one in (base, *programme.examples)]
    needed = {key: one for key in pack.needs.answers if (one := _first_given(given, key)) is not None}
    return base, {**base.answers, **needed}


def _first_given(given: Sequence[Mapping[str, object]], key: str) -> object | None:
    """What the first worked case to answer a question says to it."""
    return next((one[key] for one in given if one.get(key) not in (None, "", [])), None)


def specimen_year(pack: Pack | None, example: Example) -> int:
    """The worked case's own year; of a paper that came later, its first."""
    year = FiscalYear(example.year)
    if pack is None or any(one.stands_in(year) for one in pack.documents):
        return example.year
    return min((one.since.start_year for one in pack.documents if one.since), default=example.year)


def specimen_name(programme: Programme, pack: Pack) -> Wording:
    """What the ledger calls it."""
    return Wording(f"見本：{programme.name.ja}　{pack.name.ja}", f"Specimen: {programme.name.en}, {pack.name.en}")


def _in_the_end(example: Example) -> Mapping[str, object]:
    return {**example.answers, **{key: value for step in example.steps for key, value in step.answers.items()}}


def _with_a_row(desk: Desk, programme: Programme, pack: Pack) -> Example:
    """For a pack made row by row, the first that has a row for it."""
    each = pack.each or pack.needs.row
    for example in programme.examples if each else ():
        answers: Answers = read(desk.edition(programme.key, example.year).fields(), example.answers, desk.names).answers
        facts = Facts(answers, desk.clock.today(), desk.names)
        if each and any(each.chosen(facts, row) for row in facts.rows(each.rows)):
            return example
    return programme.examples[0]
