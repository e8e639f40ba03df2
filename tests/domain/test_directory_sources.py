"""Every number, address, name and country of the directory stands literally in the document it is said to come from.

The documents are not part of the repository: they lie in ``shared/sources`` beside the clone.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain import publications
from clair_desktop.domain.coverage import Purpose, coverage
from clair_desktop.domain.divisions import DIVISIONS, division
from clair_desktop.domain.offices import (
    HEADQUARTERS,
    OVERSEAS_OFFICES,
    Attribute,
    headquarters_name,
    overseas_office,
)
from clair_desktop.domain.rulings import Mark
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes import all_programmes
from clair_desktop.services.gazetteer import load_gazetteer

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"
ANYWHERE = Wording("", "")
FILES = {
    publications.miyagi_page(ANYWHERE).title: "000_",
    publications.brochure(ANYWHERE).title: "001_",
    publications.model_project_report(ANYWHERE).title: "002_",
    publications.english_brochure(ANYWHERE).title: "003_",
    publications.slides(ANYWHERE).title: "004_",
}
TODAY = date(2026, 11, 20)
PARTICULARS = [(entity, said) for entity in (*OVERSEAS_OFFICES, HEADQUARTERS) for said in entity.particulars]


@pytest.fixture(scope="module")
def documents():
    """The text of each document by its title as a source."""
    if not SOURCES.is_dir():
        missing = f"the source documents are not beside the clone ({SOURCES.parent.name}/{SOURCES.name})"
        if os.environ.get("CI", "").casefold() in ("1", "true"):
            pytest.fail(missing)
        pytest.skip(missing)
    return {title: next(SOURCES.glob(prefix + "*.txt")).read_text(encoding="utf-8") for title, prefix in FILES.items()}


@pytest.mark.parametrize(
    ("entity", "said"), PARTICULARS, ids=lambda one: getattr(one, "key", getattr(one, "attribute", ""))
)
def test_what_a_document_is_said_to_print_stands_in_it(documents, entity, said):
    if said.printed is not None:
        assert said.printed in documents[said.source.title]


def test_a_number_said_not_to_be_printed_is_indeed_nowhere_in_the_brochure(documents):
    text = documents[publications.brochure(ANYWHERE).title]
    left_out = [(entity, said) for entity, said in PARTICULARS if said.printed is None]
    assert [(entity.key, said.attribute) for entity, said in left_out] == [
        ("london", Attribute.FAX),
        ("sydney", Attribute.FAX),
        ("headquarters", Attribute.FAX),
    ]
    for entity, said in left_out:
        older = entity.history(said.attribute)[0].printed
        assert older
        assert older not in text


def test_every_telephone_fax_address_and_page_the_brochure_prints_for_contact_is_in_the_directory(documents):
    text = documents[publications.brochure(ANYWHERE).title]
    contacts = text[text.index("東京本部\n", text.index("協会組織図")) :]
    printed = set(re.findall(r"\b\d+(?:-\d+){2,}\b|\S+@\S+|(?<=<)https?://[^>]+", contacts)) - {"102-0083"}
    ours = {said.printed for _, said in PARTICULARS} | {one.tel for one in DIVISIONS.values()}
    ours |= {one.addressee.email for one in all_programmes().values() if one.addressee}
    # Two addresses of divisions that no programme of ours writes to.
    assert printed - ours == {"somu@clair.or.jp", "gyomu@clair.or.jp"}


def test_every_telephone_and_fax_of_the_miyagi_page_is_in_the_directory(documents):
    text = documents[publications.miyagi_page(ANYWHERE).title]
    offices = text[text.index("(CLAIR)の海外事務所") :]
    assert set(re.findall(r"(?m)\t\t?(\d+(?:-\d+)+)$", offices)) <= {said.printed for _, said in PARTICULARS}
    assert len(re.findall(r"(?m)\t\t?(\d+(?:-\d+)+)$", offices)) == 14


def test_divisions_telephones_and_addresses_stand_in_the_brochure(documents):
    text = documents[publications.brochure(ANYWHERE).title]
    for one in DIVISIONS.values():
        line = f"{one.department.ja} {one.name.ja}".strip()
        assert re.search(rf"{re.escape(line)}\n+TEL {one.tel}", text), one.key
    for programme in all_programmes():
        to = addressee(programme)
        if to and to.email and to.source.mark is Mark.SOURCE:
            heading = to.source.locator.ja.removeprefix("お問い合わせ－").replace("（", "(").replace("）", ")")
            printed = rf"{re.escape(heading)}.*?TEL {to.division.tel} E-mail {re.escape(to.email)}"
            assert re.search(printed, text[text.index("お問い合わせ\n") :], re.DOTALL), programme


def test_duties_without_a_printed_address_stand_in_the_slides_of_2016(documents):
    text = documents[publications.slides(ANYWHERE).title].replace("\n", "")
    assert re.search("【経済交流課】.*プロモーション・アドバイザー.*海外への専門家派遣", text)
    assert re.search("【多文化共生課】.*地域国際化推進アドバイザー派遣", text)


def countries(listed):
    names = [re.sub("（.*?）|原則として", "", name) for name in re.split("、|及び", listed)]
    found = [load_gazetteer().find_country(name) for name in names]
    assert None not in found, names
    return [one.code for one in found]


def test_the_support_areas_are_those_of_the_brochures_table(documents):
    text = documents[publications.brochure(ANYWHERE).title]
    table = dict(re.findall(r"(?m)^(\S+)\t(.+)$", text[text.index("事務所\t海外活動支援対象地域") :])[1:8])
    for office in OVERSEAS_OFFICES:
        ours = [row.country for row in coverage().rows if (row.office, row.purpose) == (office.key, Purpose.SUPPORT)]
        assert sorted(ours) == sorted(countries(table[office.name.ja.removesuffix("事務所")])), office.key
    partly = {row.country for row in coverage().rows if row.french_part_only}
    assert partly == {"BE", "CH"}
    assert "ベルギー（フランス語圏）、スイス（フランス語圏）" in table["パリ"]


def test_the_research_areas_are_those_of_the_slides_and_what_was_added_since(documents):
    text = documents[publications.slides(ANYWHERE).title]
    areas = text[text.index("担\n当\n地\n域") + 7 : text.index("７つの海外事務所(H28)")]
    blocks = ["".join(block.split()) for block in re.split(r"\n\s*\n", areas) if block.strip()]
    order = ["new_york", "london", "paris", "singapore", "seoul", "sydney", "beijing"]
    assert len(blocks) == len(order)
    for office, block in zip(order, blocks, strict=True):
        ours = [
            row.country
            for row in coverage().rows
            if (row.office, row.purpose) == (office, Purpose.RESEARCH) and row.valid_from == date(2016, 4, 1)
        ]
        assert sorted(ours) == sorted(countries(block)), office


def test_the_brochure_counts_34_countries(documents):
    text = documents[publications.brochure(ANYWHERE).title]
    assert "7つの海外事務所が所管する34カ国について" in text
    assert len([row for row in coverage().rows if row.purpose is Purpose.SUPPORT]) == 34


def test_the_association_is_called_by_its_legal_form_of_the_day(documents):
    assert headquarters_name(date(2006, 3, 31)).ja == "財団法人自治体国際化協会"
    assert headquarters_name(date(2014, 3, 31)).ja == "財団法人自治体国際化協会"
    assert headquarters_name(date(2014, 4, 1)).ja == "一般財団法人自治体国際化協会"
    assert "財団法人自治体国際化協会 (Council" in documents[publications.model_project_report(ANYWHERE).title]
    slides = documents[publications.slides(ANYWHERE).title]
    assert re.search(r"平成２６年４月１日\s+一般財団法人へ移行", slides)


def test_an_unprinted_fax_is_said_to_be_unprinted_and_its_older_number_is_kept():
    fax = overseas_office("london").current(TODAY)[Attribute.FAX]
    assert fax.printed is None
    assert fax.text == Wording("2025年資料に記載なし", "not printed in 2025")
    assert overseas_office("london").history(Attribute.FAX)[0].printed == "44-20-7839-8191"
    assert overseas_office("london").current(date(2020, 1, 1))[Attribute.FAX].printed == "44-20-7839-8191"


def test_a_letter_of_any_day_carries_the_address_of_that_day():
    singapore = overseas_office("singapore")
    assert "6 Battery Road" in singapore.current(date(2020, 1, 1))[Attribute.ADDRESS].printed
    assert "1 Raffles Place" in singapore.current(TODAY)[Attribute.ADDRESS].printed
    assert singapore.current(date(2010, 1, 1)) == {}


def test_beijing_keeps_both_telephones_and_dials_the_newer():
    beijing = overseas_office("beijing")
    assert [said.printed for said in beijing.history(Attribute.TEL)] == ["86-10-6513-8790", "86-10-6513-8791"]
    assert beijing.current(TODAY)[Attribute.TEL].dialled == "+861065138791"
    assert beijing.current(TODAY)[Attribute.WEB].dialled is None


def test_seouls_old_postcode_is_not_carried_to_its_new_address():
    assert "03154" not in overseas_office("seoul").current(TODAY)[Attribute.ADDRESS].printed


def test_spellings_stay_as_each_document_prints_them():
    assert "Collectivités" in overseas_office("paris").current(TODAY)[Attribute.NAME].printed
    assert "Collectivites" in overseas_office("paris").current(date(2020, 1, 1))[Attribute.NAME].printed
    assert "Center" in overseas_office("new_york").current(TODAY)[Attribute.NAME].printed
    assert "Centre" in overseas_office("sydney").current(TODAY)[Attribute.NAME].printed


def test_headquarters_older_english_address_stays_known():
    assert HEADQUARTERS.current(date(2020, 1, 1))[Attribute.ADDRESS].printed.startswith("Sogo Hanzomon Building")
    assert HEADQUARTERS.current(TODAY)[Attribute.ADDRESS].printed.startswith("〒102-0083")
    assert HEADQUARTERS.current(TODAY)[Attribute.TEL].dialled == "+81352131730"


def addressee(programme):
    return all_programmes()[programme].addressee


def test_one_telephone_two_addresses_the_programme_decides():
    assert addressee("economic_grant").email == "keishin@clair.or.jp"
    assert addressee("model_project_grant").email == "kokukyou@clair.or.jp"
    assert (
        addressee("economic_grant").division
        is addressee("model_project_grant").division
        is division("economic_exchange")
    )
    assert addressee("overseas_research").email == "kikaku@clair.or.jp"
    assert addressee("overseas_research").division.name.ja == "企画調査課"


def test_no_address_is_invented_where_none_is_printed():
    assert {key for key in all_programmes() if addressee(key) and addressee(key).email is None} == {
        "promotion_adviser",
        "expert_dispatch",
        "community_adviser",
        "executive_seminar",
    }
    assert [key for key in all_programmes() if addressee(key) is None] == ["announcement"]
