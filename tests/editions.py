"""Past editions, locked: what each programme asks, rules, prints and answers in a year that is over.

``python dev.py lock-editions`` writes ``editions.lock`` anew: the deliberate act after the past was meant to change.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from clair_desktop.domain.answers import read, template
from clair_desktop.domain.document_parts import parts_of
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Edition, Programme
from clair_desktop.programmes import all_programmes
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.rulebooks import frozen

LOCK = Path(__file__).with_name("editions.lock")
COMMAND = "python dev.py lock-editions"
_NAMES = load_gazetteer()
_DAY = date(2026, 11, 20)  # on which examples without steps are judged


def locked() -> dict[str, object]:
    return dict(json.loads(LOCK.read_text("utf-8")))


def fingerprints(until: int) -> dict[str, str]:
    """By programme and year, of every year up to ``until`` that has rulings or a worked case of its own."""
    return {
        f"{key} {year}": fingerprint(programme, year)
        for key, programme in all_programmes().items()
        for year in past_years(programme, until)
    }


def past_years(programme: Programme, until: int) -> list[int]:
    worked = {example.year for example in programme.examples}
    return sorted(year for year in {*programme.years_with_rulings(), *worked} if year <= until)


def fingerprint(programme: Programme, year: int) -> str:
    edition = programme.edition(FiscalYear(year))
    told = [
        frozen(edition.book),
        [template(field) for field in edition.fields()],
        *_papers(edition),
        *_answers(edition),
    ]
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(plain.encode()).hexdigest()


def _papers(edition: Edition) -> Iterator[object]:
    for pack in edition.packs():
        for document in pack.documents:
            texts = [[part.key, part.text.ja, part.text.en] for part in parts_of(document)]
            yield [pack.key, document.key, document.name.ja, texts, getattr(document.layout, "form_number", None)]


def _answers(edition: Edition) -> Iterator[object]:
    """What the checks say of the year's worked cases: verdict, reason and arithmetic."""
    for example in edition.programme.examples:
        if example.year == edition.year.start_year:
            answers = read(edition.fields(), example.answers, _NAMES).answers
            day = example.steps[0].on if example.steps else _DAY
            facts = Facts(answers, day, _NAMES, frozenset(example.enclosures))
            found = [
                [one.rule, one.verdict.value, one.message.ja, one.working.ja if one.working else None]
                for one in edition.findings(facts)
            ]
            yield [example.title.ja, edition.grant_maximum(facts), found]


def main(_arguments: Sequence[str] = ()) -> int:
    until = FiscalYear.containing(date.today()).start_year - 1  # noqa: DTZ011 - the office's own calendar day
    content = {"until": until, "editions": fingerprints(until)}
    LOCK.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{LOCK.name}: {len(fingerprints(until))} editions up to FY{until}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
