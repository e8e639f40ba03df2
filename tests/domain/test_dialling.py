"""How a printed number is dialled from Japan, from a mobile telephone and from abroad."""

from datetime import date

import pytest

from clair_desktop.domain.dialling import dialling, e164, numbers
from clair_desktop.domain.directory import Attribute, Standing
from clair_desktop.domain.offices import OVERSEAS_OFFICES
from clair_desktop.services.directory_tables import shipped_bodies

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("printed", "country", "in_japan", "abroad"),
    [
        ("1-212-246-5542", "US", "010-1-212-246-5542", "+1-212-246-5542"),
        ("33-1-40-20-09-74", "FR", "010-33-1-40-20-09-74", "+33-1-40-20-09-74"),
        ("+44 (0)20-7839-8500", "GB", "010-44-20-7839-8500", "+44-20-7839-8500"),
        ("010-82-2-733-5681", "", "010-82-2-733-5681", "+82-2-733-5681"),
        ("39-06-4201-1998", "IT", "010-39-06-4201-1998", "+39-06-4201-1998"),
        ("03-5213-1730", "JP", "03-5213-1730", "+81-3-5213-1730"),
        ("011-221-7840", "JP", "011-221-7840", "+81-11-221-7840"),
        ("+81-22-211-2277", "JP", "022-211-2277", "+81-22-211-2277"),
        ("+81(0)3-5213-1730", "JP", "03-5213-1730", "+81-3-5213-1730"),
        ("81-3-5213-1730", "JP", "03-5213-1730", "+81-3-5213-1730"),
    ],
)
def test_a_printed_number_is_dialled_from_japan_and_from_abroad(printed, country, in_japan, abroad):
    found = dialling(printed, country)
    assert (found.in_japan, found.abroad) == (in_japan, abroad)


@pytest.mark.parametrize(
    ("printed", "country"),
    [
        ("02-733-5681", "KR"),
        ("010-1234-5678", "KR"),
        ("6224-7927", "SG"),
        ("5213-1730", "JP"),
        ("(02) 9241-5033", "AU"),
    ],
)
def test_a_number_without_its_country_code_is_to_be_confirmed_and_never_guessed(printed, country):
    assert dialling(printed, country) is None


def test_address_books_get_the_number_without_signs_or_none_where_its_code_is_not_known():
    kept = {
        office.key: e164(tel.value, body.country)
        for office in OVERSEAS_OFFICES
        if (body := shipped_bodies()[office.key]) and (tel := body.current(Attribute.TEL, TODAY))
    }
    assert kept == {
        "new_york": "+12122465542", "london": "+442078398500", "paris": "+33140200974", "singapore": "+6562247927",
        "seoul": "+8227335681", "sydney": "+61292415033", "beijing": "+861065138791",
    }  # fmt: skip
    assert e164("03-5213-1730") == "+81352131730"
    assert e164("02-733-5681", "KR") == ""


def told(key):
    return [
        (one.entry.statement.value, one.entry.standing, one.dialling.in_japan if one.dialling else None)
        for one in numbers(shipped_bodies()[key], TODAY)
    ]


def test_both_numbers_of_beijing_are_told_and_the_later_document_comes_first():
    assert told("beijing") == [
        ("86-10-6513-8791", Standing.USED, "010-86-10-6513-8791"),
        ("86-10-6513-8795", Standing.USED, "010-86-10-6513-8795"),
        ("86-10-6513-8790", Standing.EARLIER, "010-86-10-6513-8790"),
    ]


def test_a_fax_that_the_latest_document_leaves_out_is_said_to_be_left_out():
    assert told("london")[1] == (None, Standing.LEFT_OUT, None)


def test_the_numbers_of_every_body_shipped_can_be_dialled():
    for body in shipped_bodies().values():
        assert all(one.dialling for one in numbers(body, TODAY) if one.entry.statement.value), body.key


def test_from_abroad_only_is_said_of_a_number_in_japan():
    assert dialling("03-5213-1721", "JP").told.ja == "国外から +81-3-5213-1721"
    assert dialling("1-212-246-5542", "US").told.en == (
        "from Japan 010-1-212-246-5542, from a mobile or abroad +1-212-246-5542"
    )
