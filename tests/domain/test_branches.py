"""The 67 branches: how many on which day, and which one a local authority comes through."""

from datetime import date

import pytest

from clair_desktop.domain.branches import BRANCHES, branch, branch_for, branches
from clair_desktop.domain.parties import AuthorityKind
from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.gazetteer import load_gazetteer

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("on", "count"),
    [
        (date(2003, 3, 31), 59),
        (date(2003, 4, 1), 60),
        (date(2005, 3, 31), 60),
        (date(2005, 4, 1), 61),
        (date(2006, 4, 1), 62),
        (date(2007, 4, 1), 64),
        (date(2009, 4, 1), 65),
        (date(2010, 4, 1), 66),
        (date(2012, 3, 31), 66),
        (date(2012, 4, 1), 67),
        (TODAY, 67),
    ],
)
def test_the_number_of_branches_grows_with_each_designation(on, count):
    assert len(branches(on)) == count


def test_branches_are_the_prefectures_and_designated_cities_of_the_table():
    kinds = (AuthorityKind.PREFECTURE, AuthorityKind.DESIGNATED_CITY)
    table = {one.code: one.name for one in load_gazetteer().authorities if one.kind in kinds}
    assert {one.code: one.body for one in BRANCHES} == table
    cities = {one.code for one in load_gazetteer().authorities if one.kind is AuthorityKind.DESIGNATED_CITY}
    assert {one.code for one in BRANCHES if one.is_designated_city} == cities


def test_a_municipality_comes_through_the_branch_of_its_prefecture():
    assert branch_for("222101", TODAY).name.ja == "静岡県支部"
    assert branch_for("043028", TODAY).name.en == "Miyagi Prefecture Branch"


def test_a_special_ward_comes_through_tokyo():
    assert branch_for("131032", TODAY).name.ja == "東京都支部"


def test_a_prefecture_and_a_designated_city_have_their_own():
    assert branch_for("040002", TODAY) is branch("040002")
    assert branch_for("041009", TODAY).name.ja == "仙台市支部"


def test_kumamoto_city_changes_its_branch_on_the_day_of_its_designation():
    assert branch_for("431001", date(2012, 3, 31)).name.ja == "熊本県支部"
    assert branch_for("431001", date(2012, 4, 1)).name.ja == "熊本市支部"


def test_every_local_authority_has_a_branch_today():
    serving = {branch_for(one.code, TODAY).code for one in load_gazetteer().authorities}
    assert serving == {one.code for one in branches(TODAY)}


@pytest.mark.parametrize("code", ["999999", "480002", "", "仙台市"])
def test_a_code_of_no_prefecture_is_refused(code):
    with pytest.raises(Refusal):
        branch_for(code, TODAY)
