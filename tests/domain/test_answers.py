"""A file of answers, read as a whole: what could be read, and every complaint with its field."""

from datetime import date

import pytest

from clair_desktop.domain.answers import loaded, read, stored, template, texts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language
from clair_desktop.programmes import programme
from clair_desktop.programmes.economic_grant.examples import TEA
from clair_desktop.programmes.overseas_research.examples import FIVE_COUNTRIES
from clair_desktop.services.gazetteer import load_gazetteer

NAMES = load_gazetteer()


def fields_of(key, year=2025):
    return list(programme(key).edition(FiscalYear(year)).fields())


GRANT = fields_of("economic_grant")


def test_the_municipalitys_answers_are_read_as_values():
    reading = read(GRANT, TEA, NAMES)
    assert not reading.complaints
    assert reading.answers["applicant"] == "222101"
    assert reading.answers["starts"] == date(2025, 5, 1)
    assert reading.answers["requested"] == 2_100_000
    assert reading.answers["category"] == ("market_development",)
    assert reading.answers["cost_breakdown"][0]["quantity"] == 2


@pytest.mark.parametrize(("key", "answers"), [("economic_grant", TEA), ("overseas_research", FIVE_COUNTRIES)])
@pytest.mark.parametrize("language", Language)
def test_answers_survive_being_kept_and_being_shown(key, answers, language):
    fields = fields_of(key)
    values = read(fields, answers, NAMES).answers
    assert loaded(fields, stored(fields, values)) == values
    shown = texts(fields, values, language, NAMES)
    again = read(fields, shown, NAMES)
    assert not again.complaints
    assert again.answers == values


def test_every_complaint_is_told_with_its_field_and_the_rest_is_read():
    reading = read(
        GRANT, {"requested": "たくさん", "starts": "4月", "title": "ほうじ茶", "place": "月", "colour": "赤"}, NAMES
    )
    assert {one.field for one in reading.complaints} == {"requested", "starts", "place", "colour"}
    assert reading.answers == {"title": "ほうじ茶"}
    assert all(one.wording.ja and one.wording.en for one in reading.complaints)


def test_an_unknown_key_is_told_by_its_name():
    (complaint,) = read(GRANT, {"yosan": 1}, NAMES).complaints
    assert "「yosan」" in complaint.wording.ja
    assert "“yosan”" in complaint.wording.en


def test_a_complaint_in_a_row_keeps_its_row():
    rows = [{"cost_item": "旅費", "amount": 1}, {"cost_item": "旅費", "amount": "1,20,000"}]
    (complaint,) = read(GRANT, {"cost_breakdown": rows}, NAMES).complaints
    assert (complaint.field, complaint.row) == ("cost_breakdown", 2)


def test_what_is_not_answered_is_neither_kept_nor_shown_as_something():
    reading = read(GRANT, {"title": "", "requested": None, "funding": [], "places": [{}]}, NAMES)
    assert reading.answers == {}
    shown = texts(GRANT, {}, Language.JA, NAMES)
    assert set(shown) == {field.key for field in GRANT}
    assert not any(shown.values())


def test_a_kept_answer_that_is_null_or_of_no_field_is_passed_over():
    assert loaded(GRANT, {"title": None, "requested": 5, "formerly_asked": "x"}) == {"requested": 5}


def test_the_template_tells_key_type_labels_whether_required_and_the_choices():
    by_key = {field.key: template(field) for field in GRANT}
    assert by_key["title"]["type"] == "text"
    assert by_key["title"]["required"] is True
    assert by_key["place"]["choices"][0] == {"key": "abroad", "label": {"ja": "海外", "en": "Abroad"}}
    assert [column["key"] for column in by_key["funding"]["columns"]] == ["source", "detail", "amount"]
    research = {field.key: template(field) for field in fields_of("overseas_research")}
    assert research["applicant"]["required_when"] == {"field": "requester_kind", "equals": "local_authority"}
