"""The map of areas: what 2016 and 2025 show, what is never coloured as somebody's, and the paper."""

from datetime import date

import pytest

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.coverage_map import Standing, outlines
from clair_desktop.domain.projection import REGIONS, fit, projected
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from tests.output.pdf.reading import page_texts

FY2016, JUNE_2025 = date(2016, 4, 1), date(2025, 6, 1)


def standing(office, purpose, on):
    return {one.country.code: one for one in office.coverage_papers.standings(purpose, on)}


def covered(office, purpose, on):
    found = standing(office, purpose, on)
    return {code for code, one in found.items() if one.standing in (Standing.COVERED, Standing.PART)}


@pytest.mark.parametrize("purpose", Purpose)
def test_2016_and_2025_differ_by_the_countries_added_since(office, purpose):
    assert covered(office, purpose, JUNE_2025) - covered(office, purpose, FY2016) == {"LK", "JM", "TT", "MC"}


def test_contradiction_10_the_purposes_differ_on_the_same_day(office):
    research, support = (covered(office, one, JUNE_2025) for one in (Purpose.RESEARCH, Purpose.SUPPORT))
    assert research - support == {"IT", "PT", "LU"}
    assert len(support) == 34


def test_cases_11_and_12_belgium_and_switzerland_are_supported_in_part(office):
    found = standing(office, Purpose.SUPPORT, JUNE_2025)
    assert {found[code].standing for code in ("BE", "CH")} == {Standing.PART}
    assert standing(office, Purpose.RESEARCH, JUNE_2025)["BE"].standing is Standing.COVERED


@pytest.mark.parametrize("purpose", Purpose)
def test_case_16_hong_kong_macao_and_taiwan_are_asked_and_never_coloured_as_beijings(office, purpose):
    found = standing(office, purpose, JUNE_2025)
    for code in ("HK", "MO", "TW"):
        assert (found[code].standing, found[code].office) == (Standing.ASKED, "")
        assert any(one.code == code for one in outlines())


def test_every_country_that_an_office_answers_for_can_be_drawn(office):
    drawn = {one.code for one in outlines()}
    assert all(covered(office, purpose, JUNE_2025) <= drawn for purpose in Purpose)


def test_the_north_is_up_and_a_region_fits_its_rectangle():
    assert projected((0, 60))[1] < projected((0, 0))[1] < projected((0, -60))[1]
    for region in REGIONS:
        lies = fit(region, 10, 20, 400, 300)
        x, y = lies.place(((region.west + region.east) / 2, (region.south + region.north) / 2))
        assert 10 <= x <= 410
        assert 20 <= y <= 320


@pytest.mark.parametrize("language", Language)
def test_the_map_is_printed_with_its_table(office, tmp_path, language):
    out = tmp_path / "担当地域.pdf"
    pages = office.coverage_papers.print(Purpose.SUPPORT, JUNE_2025, out, language)
    assert pages >= 2
    text = "".join(page_texts(out))
    for said in (
        ("スリランカ", "パリ事務所", "一部の地域のみ")
        if language is Language.JA
        else ("SriLanka", "ParisOffice", "inpartonly")
    ):
        assert said in text


def test_a_folder_that_is_gone_is_said(office, tmp_path):
    with pytest.raises(Refusal):
        office.coverage_papers.print(Purpose.SUPPORT, JUNE_2025, tmp_path / "ない" / "map.pdf", Language.JA)
