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
from clair_desktop.domain.directory import Attribute, BodyKind, Confidence
from clair_desktop.domain.divisions import DIVISIONS
from clair_desktop.domain.offices import OVERSEAS_OFFICES
from clair_desktop.domain.wording import Wording
from clair_desktop.services.directory_tables import known_sources, shipped_bodies
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.support.resources import resource

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"
ANYWHERE = Wording("", "")
PREFIXES = {"S0": "000_", "S1": "001_", "S2": "002_", "S3": "003_", "S4": "004_"}
FILES = {publications.DOCUMENTS[key](ANYWHERE).title: prefix for key, prefix in PREFIXES.items()}
TODAY = date(2026, 11, 20)
STATEMENTS = [said for body in shipped_bodies().values() for said in body.statements]
FROM_DOCUMENTS = [said for said in STATEMENTS if said.document in PREFIXES]
LITERAL = frozenset(
    {Attribute.NAME, Attribute.ABBREVIATION, Attribute.ADDRESS, Attribute.TEL, Attribute.FAX, Attribute.EMAIL}
    | {Attribute.WEB, Attribute.ACCESS, Attribute.STAFF, Attribute.COUNT, Attribute.ENDOWMENT, Attribute.LEGAL_FORM}
)


@pytest.fixture(scope="module")
def documents():
    """The text of each document by its title as a source."""
    if not SOURCES.is_dir():
        missing = f"the source documents are not beside the clone ({SOURCES.parent.name}/{SOURCES.name})"
        if os.environ.get("CI", "").casefold() in ("1", "true"):
            pytest.fail(missing)
        pytest.skip(missing)
    return {title: next(SOURCES.glob(prefix + "*.txt")).read_text(encoding="utf-8") for title, prefix in FILES.items()}


@pytest.fixture(scope="module")
def text_of(documents):
    """The text of a document by its key."""
    return {key: documents[publications.DOCUMENTS[key](ANYWHERE).title] for key in PREFIXES}


@pytest.mark.parametrize("said", [one for one in FROM_DOCUMENTS if one.attribute in LITERAL], ids=lambda one: one.key)
def test_what_a_document_is_said_to_print_stands_in_it(text_of, said):
    """Every number, address, e-mail, page and name, with its accents and its Center or Centre."""
    if said.value is not None:
        assert said.value in text_of[said.document]


@pytest.mark.parametrize(
    "said", [one for one in FROM_DOCUMENTS if one.attribute is Attribute.DUTIES], ids=lambda one: one.key
)
def test_every_duty_stands_in_the_document(text_of, said):
    text = re.sub(r"\s", "", text_of[said.document])
    for duty in said.value.split("、"):
        assert re.sub(r"\s", "", duty) in text or duty == "NGO/NPOとの連携や"


@pytest.mark.parametrize(
    "said", [one for one in FROM_DOCUMENTS if one.attribute is Attribute.OPENED], ids=lambda one: one.key
)
def test_every_year_of_opening_stands_in_the_document(text_of, said):
    """The documents print (2年) after (平成元年): the era is said once."""
    printed = said.value if said.value in text_of[said.document] else said.value.removeprefix("平成")
    assert printed in text_of[said.document]


def test_opening_years_of_the_offices_are_those_of_their_own_city(text_of):
    text = re.search("現在ニューヨーク.*?海外事務所を設置", text_of["S0"])[0]
    ours = {key: shipped_bodies()[key].value(Attribute.OPENED, TODAY) for key in ("paris", "seoul", "beijing")}
    assert "ニューヨーク、ロンドン(平成元年)、パリ、シンガポール(2年)、ソウル(5年)、シドニー(6年)、北京(9年)" in text
    assert ours == {"paris": "平成2年", "seoul": "平成5年", "beijing": "平成9年"}


def test_staff_numbers_stand_in_the_order_of_the_slides(text_of):
    table = text_of["S4"][text_of["S4"].index("クレアの組識②") :]
    order = [one.key for one in OVERSEAS_OFFICES]
    assert re.findall("職員[０-９]+名", table) == [shipped_bodies()[key].value(Attribute.STAFF, TODAY) for key in order]


def test_a_number_said_not_to_be_printed_is_indeed_nowhere_in_the_brochure(text_of):
    left_out = [one for one in FROM_DOCUMENTS if one.value is None]
    assert [(one.body, one.attribute, one.document) for one in left_out] == [
        ("headquarters", Attribute.FAX, "S1"),
        ("london", Attribute.FAX, "S1"),
        ("sydney", Attribute.FAX, "S1"),
    ]
    for one in left_out:
        older = shipped_bodies()[one.body].history(Attribute.FAX)[0].value
        assert older
        assert older not in text_of["S1"]


def test_every_telephone_fax_address_and_page_the_brochure_prints_for_contact_is_in_the_directory(text_of):
    contacts = text_of["S1"][text_of["S1"].index("東京本部\n", text_of["S1"].index("協会組織図")) :]
    printed = set(re.findall(r"\b\d+(?:-\d+){2,}\b|\S+@\S+|(?<=<)https?://[^>]+", contacts)) - {"102-0083"}
    assert printed <= {one.value for one in FROM_DOCUMENTS}


def test_every_page_of_clair_that_the_brochure_names_in_its_own_right_is_in_the_directory(text_of):
    ours = {one.value for one in FROM_DOCUMENTS if one.attribute is Attribute.WEB}
    own = {page for page in re.findall(r"https?://[^\s<>）)]+", text_of["S1"]) if "clair" in page}
    assert {
        "https://www.clair.or.jp/j/clair/sibulist.html",
        "https://www.clair.or.jp/j/multiculture/association/rlea_list.html",
        "https://www.clair.or.jp/tabunka/portal/",
        "https://www.clair.or.jp/j/multiculture/tool-library/",
        "https://www.plaza-clair.jp/",
    } <= own & ours


def test_every_telephone_and_fax_of_the_miyagi_page_is_in_the_directory(text_of):
    found = re.findall(r"(?m)\t\t?(\d+(?:-\d+)+)$", text_of["S0"])
    assert len(found) == 18
    assert set(found) <= {one.value for one in FROM_DOCUMENTS if one.document == "S0"}


def test_divisions_telephones_and_addresses_stand_under_one_heading_of_the_brochure(text_of):
    contacts = text_of["S1"][text_of["S1"].index("お問い合わせ\n") :]
    for key, one in DIVISIONS.items():
        body = shipped_bodies()[key]
        tel = body.value(Attribute.TEL, TODAY)
        line = f"{one.department.ja} {one.name.ja}".strip()
        assert re.search(rf"{re.escape(line)}\n+TEL {tel}", contacts), key
        for said in body.history(Attribute.EMAIL):
            if said.document == "S1":
                heading = said.source.locator.ja.removeprefix("お問い合わせ－").replace("（", "(").replace("）", ")")
                assert re.search(
                    rf"{re.escape(heading)}.*?TEL {tel} E-mail {re.escape(said.value)}", contacts, re.DOTALL
                ), said.key


def test_contradiction_22_no_defect_of_the_scans_is_carried_into_the_files():
    for name in ("bodies.tsv", "statements.tsv", "sources.tsv"):
        text = resource("directory", name).read_text(encoding="utf-8")
        for defect in ("クリア", "뾅", "**", "党利", "経済情政", "保険・医療"):
            assert defect not in text, (name, defect)


def test_the_files_of_the_directory_keep_their_schema():
    """Keys are known, no statement stands twice, every source is known, days and words read."""
    bodies = shipped_bodies()
    lines = resource("directory", "statements.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) - 1 == len(STATEMENTS)
    assert len({one.key for one in STATEMENTS}) == len(STATEMENTS)
    for one in STATEMENTS:
        assert one.document in PREFIXES or one.document in known_sources(), one.key
        assert (one.confidence is Confidence.PRINTED) == (one.document in PREFIXES), one.key
        assert one.valid_from is None or one.valid_to is None or one.valid_from <= one.valid_to, one.key
        assert one.source.locator.ja, one.key
    for body in bodies.values():
        assert body.name.ja, body.key
        assert not body.parent or body.parent in bodies, body.key
        assert not body.code or load_gazetteer().authority(body.code), body.key
        assert load_gazetteer().country(body.country) or body.kind is BodyKind.RELATED, body.key


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
