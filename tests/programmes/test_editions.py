"""What a past year said stays said: each past edition is locked by a hash, and changing it is a deliberate act."""

from dataclasses import replace

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes import all_programmes
from tests.editions import COMMAND, fingerprint, fingerprints, locked, past_years

LOCKED = locked()
UNTIL = int(str(LOCKED["until"]))


def changed_editions(editions: dict[str, str]) -> dict[str, list[str]]:
    """Which editions differ from the lock, by how."""
    held = dict(LOCKED["editions"])
    return {
        "changed": sorted(key for key in editions if key in held and held[key] != editions[key]),
        "not locked": sorted(set(editions) - set(held)),
        "gone": sorted(set(held) - set(editions)),
    }


def demand_locked(editions: dict[str, str]) -> None:
    found = {how: keys for how, keys in changed_editions(editions).items() if keys}
    assert not found, f"Editions of past years differ from the lock: {found}. If that is meant, run: {COMMAND}"


def test_no_past_edition_has_changed_since_it_was_locked() -> None:
    demand_locked(fingerprints(UNTIL))


def test_every_programme_and_every_past_year_with_rulings_is_locked() -> None:
    wanted = {f"{key} {year}" for key, one in all_programmes().items() for year in past_years(one, UNTIL)}
    assert wanted == set(LOCKED["editions"])
    assert {key for key, one in all_programmes().items() if past_years(one, UNTIL)} == {k.split()[0] for k in wanted}
    assert UNTIL >= 2025


@pytest.mark.parametrize("key", ["economic_grant", "model_project_grant"])
def test_a_changed_ruling_of_a_past_year_is_found_and_the_command_is_named(key: str) -> None:
    programme = all_programmes()[key]
    rule = next(one for one in programme.rules if any(r.decided_for <= FiscalYear(UNTIL) for r in one.rulings))
    first = min(rule.rulings, key=lambda one: one.decided_for)
    other = replace(
        rule, rulings=[replace(first, source=replace(first.source, locator=Wording("別の頁", "elsewhere")))]
    )
    tampered = replace(programme, rules=[other if one is rule else one for one in programme.rules])
    year = first.decided_for.start_year
    editions = fingerprints(UNTIL) | {f"{key} {year}": fingerprint(tampered, year)}
    with pytest.raises(AssertionError, match=COMMAND):
        demand_locked(editions)
