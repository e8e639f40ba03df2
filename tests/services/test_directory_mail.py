"""Envelopes and labels: measured in millimetres, addressed as the post of the country reads them, nobody guessed at."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest

from clair_desktop.domain.mailing import Way, Window
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.addresses import Address
from clair_desktop.services.directory_facts import Chosen
from tests.output.pdf.reading import dark_share, page_texts

MM = 72 / 25.4
HEADQUARTERS, SEOUL, LONDON = Chosen(["headquarters"]), Chosen(["miyagi_seoul"]), Chosen(["london"])
SEVEN = Chosen(["new_york", "london", "paris", "singapore", "seoul", "sydney", "beijing"])


def characters(path, page=0):
    """Each printed character with the middle of its ink, in millimetres from the left and upper edge of the page."""
    with pypdfium2.PdfDocument(path) as document:
        sheet = document[page]
        text = sheet.get_textpage()
        found = []
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            if character.strip():
                left, bottom, right, top = text.get_charbox(index)
                found.append((character, (left + right) / 2 / MM, (sheet.get_height() - (bottom + top) / 2) / MM))
        return found


def size_of(path, page=0):
    with pypdfium2.PdfDocument(path) as document:
        return tuple(round(edge / MM) for edge in document[page].get_size())


def column(found, text):
    """The places of a text's characters, which stand in one column."""
    whole = "".join(one[0] for one in found)
    start = whole.index(text)
    return found[start : start + len(text)]


@pytest.mark.parametrize(("size", "measures"), [("naga3", (120, 235, 12, 8)), ("kaku2", (240, 332, 18, 18))])
def test_the_postal_codes_digits_stand_in_their_boxes(office, tmp_path, size, measures):
    *edges, top, right = measures
    made = office.directory_mail.envelopes(tmp_path / "封筒.pdf", HEADQUARTERS, size=size)
    assert size_of(made.path) == tuple(edges)
    digits = column(characters(made.path), "1020083")
    lefts = (0.0, 7.0, 14.0, 21.6, 28.4, 35.2, 42.0)  # 日本郵便「郵便番号枠」
    row = edges[0] - right - 47.7
    for (_, x, y), left in zip(digits, lefts, strict=True):
        assert x == pytest.approx(row + left + 5.7 / 2, abs=0.6)
        assert y == pytest.approx(top + 4, abs=0.4)


def test_a_vertical_address_runs_down_in_kanji_numerals_and_its_columns_go_left(office, tmp_path):
    found = characters(office.directory_mail.envelopes(tmp_path / "封筒.pdf", HEADQUARTERS).path)
    street, building = column(found, "東京都千代田区麹町一－七"), column(found, "相互半蔵門ビル六・七Ｆ")
    name = column(found, "一般財団法人自治体国際化協会御中")
    for one in (street, building, name):
        assert all(after[2] > before[2] for before, after in pairwise(one))
    assert street[0][1] > building[0][1] > name[0][1]
    assert name[5][1] == pytest.approx(60, abs=1.5)  # the middle of 120 mm
    assert street[0][2] > 12 + 8
    assert name[-1][2] < 235 - 20
    assert building[0][2] > street[0][2]


def test_a_long_vowel_and_a_bracket_run_down_their_column(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "封筒.pdf", Chosen(["association_hiecc"]))
    found = characters(made.path)
    name, address = column(found, "総合センター"), column(found, "（道庁別館一二Ｆ）")
    for one in (name, address):
        assert all(abs(place[1] - one[1][1]) < 1.2 for place in one)
    with pypdfium2.PdfDocument(made.path) as document:
        text = document[0].get_textpage()
        index = "".join(text.get_text_range(at, 1) for at in range(text.count_chars())).index("ター") + 1
        left, bottom, right, top = text.get_charbox(index)
    assert top - bottom > 3 * (right - left)


def test_preprinted_boxes_are_not_drawn_again(office, tmp_path):
    share = {}
    for boxes in (True, False):
        made = office.directory_mail.envelopes(tmp_path / f"{boxes}.pdf", HEADQUARTERS, boxes=boxes)
        with pypdfium2.PdfDocument(made.path) as document:
            share[boxes] = sum(1 for one in document[0].get_objects() if one.type == 2)
    assert (share[True] - share[False], share[False]) == (8, 0)  # seven boxes and the hyphen


def test_a_section_and_a_person_have_columns_of_their_own_and_one_honorific(office, tmp_path):
    zao = office.addresses.body("蔵王町")
    office.addresses.put(zao, Address("989-0892", "宮城県刈田郡蔵王町大字円田字西浦北10", "まちづくり推進課"))
    found = characters(office.directory_mail.envelopes(tmp_path / "町.pdf", Chosen(["authority_043010"])).path)
    town, section = column(found, "宮城県蔵王町"), column(found, "まちづくり推進課御中")
    assert section[0][1] < town[0][1]
    assert "西浦北一〇" in "".join(one[0] for one in found)
    assert "".join(one[0] for one in found).count("御中") == 1


def test_a_horizontal_envelope_lies_and_reads_from_the_left(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "横.pdf", HEADQUARTERS, way=Way.HORIZONTAL)
    assert size_of(made.path) == (235, 120)
    assert page_texts(made.path) == [
        "〒102-0083東京都千代田区麹町1-7相互半蔵門ビル6・7F一般財団法人自治体国際化協会御中"
    ]
    found = characters(made.path)
    assert {round(one[1]) for one in found if one[0] in "〒東"} == {68}
    assert all(12 < one[1] < 223 and 30 < one[2] < 108 for one in found)


def test_miyagis_office_in_seoul_is_written_to_across_with_its_country(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "ソウル.pdf", SEOUL, way=Way.HORIZONTAL)
    assert page_texts(made.path) == [
        "大韓民国ソウル特別市中区貞洞11-3ドゥビービル3階303号室宮城県ソウル事務所御中SOUTHKOREA"
    ]


@pytest.mark.parametrize("way", [Way.VERTICAL, Way.ENGLISH])
def test_nobody_is_addressed_in_a_way_that_the_documents_do_not_give(office, tmp_path, way):
    with pytest.raises(Refusal) as refused:
        office.directory_mail.envelopes(tmp_path / "ソウル.pdf", SEOUL, way=way)
    (reason,) = refused.value.details
    told = {Way.VERTICAL: "海外宛ては横書きか英語に", Way.ENGLISH: "英語の住所がその日の資料にありません"}
    assert told[way] in reason.ja
    assert list(tmp_path.iterdir()) == []


def test_english_envelopes_have_the_order_of_the_country_and_end_with_it(office, tmp_path):
    """Of 1 April 2024, when the documents had all seven addresses in Latin letters."""
    made = office.directory_mail.envelopes(tmp_path / "e.pdf", SEVEN, way=Way.ENGLISH, on=date(2024, 4, 1))
    pages = page_texts(made.path)
    ends = (
        "NewYork,NY10016-5902UNITEDSTATES", "15WhitehallLondonSW1A2DDUNITEDKINGDOM", "75002ParisFRANCE",
        "Singapore049909SINGAPORE", "Seoul03154SOUTHKOREA", "SydneyNSW2000AUSTRALIA", "100022BeijingCHINA",
    )  # fmt: skip
    assert [page for page, end in zip(pages, ends, strict=True) if not page.endswith(end)] == []
    assert pages[2].startswith("CentreJaponaisdesCollectivitesLocales(CLAIR,Paris)10ruedelaPaix")
    assert pages[1].startswith("JapanLocalGovernmentCentre(CLAIR,London)15Whitehall")


def test_the_paris_office_goes_by_its_french_name_as_the_document_of_the_day_spells_it(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "p.pdf", Chosen(["paris"]), way=Way.ENGLISH)
    assert page_texts(made.path) == ["CentreJaponaisdesCollectivitésLocales(CLAIR,Paris)10,ruedelaPaix75002ParisFRANCE"]


def test_lines_of_an_english_envelope_begin_together(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "e.pdf", LONDON, way=Way.ENGLISH)
    with pypdfium2.PdfDocument(made.path) as document:
        text = document[0].get_textpage()
        lefts = [text.get_rect(index)[0] / MM for index in range(text.count_rects())]
    assert max(lefts) - min(lefts) < 0.6
    assert min(lefts) == pytest.approx(0.4 * 235, abs=0.6)


def test_who_cannot_be_written_to_is_named_with_the_reason(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "e.pdf", SEVEN, way=Way.ENGLISH)
    assert (made.printed, made.pages) == (6, 6)
    reasons = {one.key: one.reason.en for one in made.left_out}
    assert reasons == {"seoul": "the documents of that day have its address in Japanese only"}


def test_beijing_is_written_to_in_its_own_characters(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "北京.pdf", Chosen(["beijing"]), way=Way.ENGLISH)
    assert (made.printed, list(made.left_out)) == (1, [])
    assert "建国门" in page_texts(made.path)[0]


def test_a_window_shows_the_whole_address_wherever_the_paper_lies(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "窓.pdf", HEADQUARTERS, window=Window(20, 15, 90, 45))
    assert size_of(made.path) == (210, 297)
    for _, x, y in characters(made.path):
        for right, down in ((0, 0), (25, 21), (25, 0), (0, 21)):  # how far A4 in three slides in 235 × 120
            assert 20 < x + right < 110
            assert 15 < y + down < 60


@pytest.mark.parametrize("window", [Window(20, 15, 50, 45), Window(20, 15, 90, 30), Window(160, 15, 90, 45)])
def test_a_window_through_which_an_address_may_be_hidden_is_refused(office, tmp_path, window):
    with pytest.raises(Refusal, match="as the paper slides"):
        office.directory_mail.envelopes(tmp_path / "窓.pdf", HEADQUARTERS, window=window)
    assert list(tmp_path.iterdir()) == []


def test_labels_go_to_any_body_from_the_free_place_on(office, tmp_path):
    made = office.directory_mail.labels(tmp_path / "宛名.pdf", Chosen(["headquarters", "miyagi_seoul"]), first=12)
    first, second = page_texts(made.path)
    assert first == "〒102-0083東京都千代田区麹町1-7相互半蔵門ビル6・7F一般財団法人自治体国際化協会御中"
    assert second.endswith("宮城県ソウル事務所御中SOUTHKOREA")
    assert all(x > 210 / 2 and y > 297 - 22 - 42.3 for _, x, y in characters(made.path))


def test_an_honorific_is_never_torn(office, tmp_path):
    made = office.directory_mail.labels(tmp_path / "宛名.pdf", HEADQUARTERS)
    found = characters(made.path)
    assert found[-2][2] == pytest.approx(found[-1][2], abs=1)


def test_english_labels_have_the_name_first(office, tmp_path):
    made = office.directory_mail.labels(tmp_path / "l.pdf", LONDON, language=Language.EN, per_sheet=24)
    assert page_texts(made.path) == ["JapanLocalGovernmentCentre(CLAIR,London)15WhitehallLondonSW1A2DDUNITEDKINGDOM"]


@pytest.mark.parametrize(("per_sheet", "first"), [(10, 1), (24, 25)])
def test_an_unknown_sheet_of_labels_is_refused(office, tmp_path, per_sheet, first):
    with pytest.raises(Refusal, match="12 or 24"):
        office.directory_mail.labels(tmp_path / "x.pdf", HEADQUARTERS, per_sheet=per_sheet, first=first)


def test_another_honorific_may_be_asked_for(office, tmp_path):
    made = office.directory_mail.envelopes(tmp_path / "殿.pdf", HEADQUARTERS, way=Way.HORIZONTAL, honorific="殿")
    assert page_texts(made.path)[0].endswith("自治体国際化協会殿")


def test_an_address_that_fits_no_envelope_is_refused_by_its_name(office, tmp_path):
    zao = office.addresses.body("蔵王町")
    office.addresses.put(zao, Address("989-0892", "宮城県刈田郡蔵王町大字円田\n" * 24))
    for way in (Way.VERTICAL, Way.HORIZONTAL):
        with pytest.raises(Refusal) as refused:
            office.directory_mail.envelopes(tmp_path / "x.pdf", Chosen(["authority_043010"]), way=way)
        assert "宮城県蔵王町" in refused.value.wording.ja
    assert list(tmp_path.iterdir()) == []


def test_a_specimen_says_so_beneath(office, tmp_path):
    office.branch.put(replace(office.branch.get(), demonstration=True))
    made = office.directory_mail.envelopes(tmp_path / "見本.pdf", HEADQUARTERS, boxes=False)
    with pypdfium2.PdfDocument(made.path) as document:
        assert any(one.type == 2 for one in document[0].get_objects())
    assert dark_share(made.path, 0, (0, 0, 1, 1)) > 0


def test_a_missing_folder_is_refused(office, tmp_path):
    for act in (office.directory_mail.envelopes, office.directory_mail.labels):
        with pytest.raises(Refusal, match="cannot be written"):
            act(tmp_path / "ない" / "x.pdf", HEADQUARTERS)


MIYAGI_POSTAL = Wording("〒980-8570\n仙台市青葉区本町三丁目8番1号", "3-8-1 Honcho, Aoba-ku, Sendai 980-8570\nJAPAN")


def with_own_address(office):
    office.branch.choose_branch("040002")
    section = Wording("経済商工観光部国際政策課", "International Policy Division")
    office.branch.put(replace(office.branch.get(), postal=MIYAGI_POSTAL, section=section))


def test_the_branch_stands_small_at_the_lower_left_of_a_vertical_envelope(office, tmp_path):
    with_own_address(office)
    found = characters(office.directory_mail.envelopes(tmp_path / "封筒.pdf", HEADQUARTERS, sender=True).path)
    street, own = column(found, "仙台市青葉区本町三丁目八番一号"), column(found, "宮城県支部")
    section = column(found, "経済商工観光部国際政策課")
    assert street[0][1] > own[0][1] > section[0][1] > 8
    assert street[0][1] < 120 * 0.34
    assert all(235 / 2 < one[2] < 235 - 13 for one in (*street, *own, *section))
    assert column(found, "九八〇－八五七〇")[0][1] > street[0][1]


def test_the_branch_stands_at_the_lower_right_of_one_that_reads_across_and_below_the_addressee(office, tmp_path):
    with_own_address(office)
    made = office.directory_mail.envelopes(tmp_path / "横.pdf", HEADQUARTERS, way=Way.HORIZONTAL, sender=True)
    found = characters(made.path)
    own, addressee = column(found, "自治体国際化協会宮城県支部"), column(found, "自治体国際化協会御中")
    assert own[0][1] > 235 / 2
    assert own[0][2] > addressee[0][2] + 4
    assert max(one[2] for one in found) < 120 - 8


def test_the_branch_stands_at_the_upper_left_of_an_envelope_abroad(office, tmp_path):
    with_own_address(office)
    made = office.directory_mail.envelopes(tmp_path / "e.pdf", LONDON, way=Way.ENGLISH, sender=True)
    found = characters(made.path)
    street, london = column(found, "3-8-1Honcho"), column(found, "15Whitehall")
    assert (street[0][1] < 20, street[0][2] < 0.3 * 120) == (True, True)
    assert london[0][2] > 0.3 * 120
    text = page_texts(made.path)[0]
    assert text.startswith("InternationalPolicyDivisionMiyagiPrefectureBranch")
    assert "(CLAIR)3-8-1Honcho" in text


def test_a_sender_nobody_entered_or_that_fits_no_corner_or_no_window_is_refused(office, tmp_path):
    out = tmp_path / "封筒.pdf"
    with pytest.raises(Refusal, match="not set") as unset:
        office.directory_mail.envelopes(out, HEADQUARTERS, sender=True)
    assert unset.value.field == "sender"
    with_own_address(office)
    with pytest.raises(Refusal, match="the addressee alone"):
        office.directory_mail.envelopes(out, HEADQUARTERS, sender=True, window=Window(20, 15, 90, 45))
    long = Wording("仙台市青葉区本町三丁目8番1号\n" * 12, "3-8-1 Honcho\n" * 12)
    office.branch.put(replace(office.branch.get(), postal=long))
    for way in Way:
        body = LONDON if way is Way.ENGLISH else HEADQUARTERS
        with pytest.raises(Refusal, match="does not fit its corner"):
            office.directory_mail.envelopes(out, body, way=way, sender=True)
    assert list(tmp_path.iterdir()) == []
