"""Published pages disagree: each contradiction of domain.md §10 that touches the directory, and what a letter goes by."""

from datetime import date

import pytest

from clair_desktop.domain.branches import branches
from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.dialling import e164
from clair_desktop.domain.directory import Attribute, Standing, editions, timeline
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.promotion_adviser.examples import DYEING
from clair_desktop.services.about import about_clair
from clair_desktop.services.directory import headquarters_name
from tests.services.casework import TODAY
from tests.tricky.judged import judged, one, open_question

BEFORE = date(2020, 1, 1)


def entry(office, key, value, on=TODAY):
    return next(one for one in timeline(office.directory.body(key), on) if one.statement.value == value)


def test_contradiction_6_singapore_moved_and_both_addresses_stand(office):
    singapore = office.directory.body("singapore")
    assert singapore.value(Attribute.ADDRESS, TODAY) == "1 Raffles Place, #30-03 One Raffles Place, Singapore 048616"
    assert singapore.value(Attribute.ADDRESS, BEFORE) == "6 Battery Road, #26-01/02 Singapore 049909"
    old = entry(office, "singapore", "6 Battery Road, #26-01/02 Singapore 049909")
    assert old.standing is Standing.EARLIER
    assert [one.document for one in old.against] == ["S1"]


def test_contradiction_7_seouls_old_postcode_is_not_carried_to_the_new_address(office):
    for language in Language:
        address = office.directory.mail_address("seoul", TODAY, language)
        assert "乙支路50" in address.lines[0]
        assert address.postal_code == ""
        assert "03154" not in "".join(address.lines)


def test_contradiction_8_beijings_two_telephones_are_kept_and_8791_is_dialled(office):
    beijing = office.directory.body("beijing")
    assert e164(beijing.current(Attribute.TEL, TODAY).value, "CN") == "+861065138791"
    assert entry(office, "beijing", "86-10-6513-8790").standing is Standing.EARLIER
    (line,) = [one for one in editions(beijing, ["S0", "S1"]) if one.attribute is Attribute.FAX]
    assert not line.differs


@pytest.mark.parametrize(
    ("key", "older"),
    [("london", "44-20-7839-8191"), ("sydney", "61-2-9241-5014"), ("headquarters", "03-5213-1741")],
)
def test_contradiction_9_a_fax_not_printed_in_2025_is_kept_and_never_printed(office, key, older):
    body = office.directory.body(key)
    assert body.value(Attribute.FAX, TODAY) == ""
    assert body.current(Attribute.FAX, TODAY).text.ja == "2025年資料に記載なし"
    assert body.value(Attribute.FAX, BEFORE) == older


def test_contradiction_14_headquarters_floors_and_ways_are_dated(office):
    headquarters = office.directory.body("headquarters")
    assert headquarters.value(Attribute.ADDRESS, TODAY).endswith("6・7F")
    assert "1st, 6th & 7th Floors" in headquarters.value(Attribute.ADDRESS, BEFORE)
    assert "6番出口" in headquarters.value(Attribute.ACCESS, TODAY, scope="hanzomon")
    assert "Exit 1 of Hanzomon" in headquarters.value(Attribute.ACCESS, BEFORE, scope="hanzomon")


def test_contradiction_15_the_day_of_the_document_decides_the_legal_name():
    assert headquarters_name(date(1980, 1, 1)).ja == "財団法人自治体国際化協会"
    assert headquarters_name(date(2014, 3, 31)).ja == "財団法人自治体国際化協会"
    assert headquarters_name(date(2014, 4, 1)).ja == "一般財団法人自治体国際化協会"
    assert headquarters_name(TODAY).en == "Council of Local Authorities for International Relations (CLAIR)"


def test_contradiction_16_both_readings_of_new_yorks_opening_stand(office):
    said = {one.value for one in office.directory.body("new_york").history(Attribute.OPENED)}
    assert said == {"平成元年", "1988年"}
    assert entry(office, "new_york", "1988年").against
    assert not entry(office, "paris", "1990年10月").against  # 平成2年 is the same year
    told = " ".join(one.sentence.ja for one in about_clair())
    assert "1986年10月1日" in told
    assert "公表ページでは1988年" in told


def test_contradiction_17_the_number_of_branches_is_that_of_the_day(office):
    headquarters = office.directory.body("headquarters")
    for day, count in ((date(2004, 1, 1), "60"), (date(2005, 6, 1), "61"), (TODAY, "67")):
        assert headquarters.value(Attribute.COUNT, day, scope="branches") == count == str(len(branches(day)))


def test_contradiction_20_english_and_french_names_are_as_each_document_prints_them(office):
    names = {key: office.directory.body(key) for key in ("new_york", "london", "paris", "singapore")}
    assert "Center" in names["new_york"].value(Attribute.NAME, TODAY)
    assert "Centre" in names["london"].value(Attribute.NAME, TODAY)
    assert "Collectivités" in names["paris"].value(Attribute.NAME, TODAY)
    assert "Collectivites" in names["paris"].value(Attribute.NAME, BEFORE)
    assert "J.CLAIR" in names["singapore"].value(Attribute.NAME, TODAY)
    assert entry(office, "paris", names["paris"].value(Attribute.NAME, TODAY)).spelling_only


def test_contradiction_24_okayamas_legal_form_is_shown_as_an_error_and_never_used(office):
    wrong = entry(office, "headquarters", "一般社団法人")
    assert wrong.standing is Standing.REJECTED
    assert office.directory.body("headquarters").value(Attribute.LEGAL_FORM, TODAY) == "一般財団法人"


def test_case_35_one_telephone_two_addresses_and_the_programme_decides(office):
    economic, model = (office.directory.addressee(key, TODAY) for key in ("economic_grant", "model_project_grant"))
    assert (economic.tel, model.tel) == ("03-5213-1726", "03-5213-1726")
    assert (economic.email, model.email) == ("keishin@clair.or.jp", "kokukyou@clair.or.jp")


def test_every_programme_and_the_directory_name_the_same_address(office):
    for key, programme in office.programmes().items():
        declared = programme.addressee
        assert office.directory.addressee(key, TODAY).email == (declared.email if declared else None), key


def test_every_sentence_about_clair_has_a_source_and_both_languages():
    for told in about_clair():
        assert told.sentence.ja.endswith("。")
        assert told.sentence.en.endswith(".")
        assert told.source.title.ja
        assert told.source.locator.ja
        assert "クリア" not in told.sentence.ja


def test_contradiction_11_paris_has_two_areas_and_the_purpose_says_which(office):
    def answers(country, area, purpose):
        return tuple(office.directory.route(country, area, purpose, date(2025, 10, 1)).offices)

    for country, area in (("BE", "アントワープ"), ("CH", "チューリッヒ"), ("LU", None), ("IT", None), ("PT", None)):
        assert answers(country, area, Purpose.RESEARCH) == ("paris",)
        assert answers(country, area, Purpose.SUPPORT) == ()
    for country, area in (("BE", "リエージュ"), ("CH", "ジュネーブ"), ("MC", None)):
        assert answers(country, area, Purpose.SUPPORT) == ("paris",)


def test_contradiction_18_the_text_without_special_wards_is_kept_to_the_letter_and_asked_about(office):
    for code, head in (("131041", "新宿区長"), ("131016", "千代田区長")):
        said = one(
            judged(office, "promotion_adviser", 2025, {**DYEING, "applicant": code, "representative": head}),
            "eligible_body",
        )
        assert open_question(said)
        assert said.message.ja == "対象団体の記載に特別区はありません。申請できるかを本部に確認してください。"
        assert said.working.ja == "対象団体：都道府県・市町村"
        assert "事業概要" in said.source.title.ja
        assert "対象団体" in said.source.locator.ja
    for code, head in (("040002", "宮城県知事"), ("041009", "仙台市長"), ("043010", "蔵王町長")):
        body = {**DYEING, "applicant": code, "representative": head}
        assert one(judged(office, "promotion_adviser", 2025, body), "eligible_body").verdict == "met"


def test_contradiction_23_nothing_of_the_pages_that_mix_clair_with_another_grant_is_in_the_directory(office):
    told = [said for body in office.directory.bodies() for said in body.statements]
    assert told
    assert not [
        one for one in told if "joseikin" in f"{one.source.title.ja}{one.source.locator.ja}{one.source.url or ''}"
    ]
