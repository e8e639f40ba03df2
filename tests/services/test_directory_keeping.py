"""What the branch keeps over the shipped directory: entered, corrected, withdrawn, merged, found, undone, frozen."""

from datetime import date

import pytest

from clair_desktop.domain.directory import Attribute, BodyKind, Standing, timeline
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.directory_reading import BodyEntry, StatementEntry
from tests.output.pdf.reading import page_texts
from tests.services.casework import TODAY, burial, research

NOTICE = {"document": "ソウル事務所からの連絡", "seen_on": "R8.11.20"}


def association(office, name="公益財団法人宮城県国際化協会", **more):
    return office.bodies.add_body(
        BodyEntry(kind="地域国際化協会", name_ja=name, kana="ミヤギケンコクサイカキョウカイ", code="040002", **more)
    )


def entered(office, key, attribute, value, **more):
    return office.bodies.enter(key, StatementEntry(attribute=attribute, value=value, **{**NOTICE, **more}))


def test_a_value_entered_today_is_what_letters_use_and_the_older_one_stays(office):
    entered(office, "seoul", "所在地", "ソウル特別市鍾路区1")
    seoul = office.directory.body("seoul")
    assert seoul.value(Attribute.ADDRESS, TODAY) == "ソウル特別市鍾路区1"
    assert "乙支路50" in seoul.value(Attribute.ADDRESS, date(2026, 1, 1))


def test_a_shipped_value_is_corrected_in_its_place_and_undo_brings_it_back(office):
    tel = next(one for one in office.directory.body("beijing").history(Attribute.TEL) if one.document == "S1")
    office.bodies.correct(
        "beijing",
        tel.key,
        StatementEntry(attribute="tel", value="86-10-6513-8792", document="S1", seen_on="2025-06-01"),
    )
    assert office.directory.body("beijing").value(Attribute.TEL, TODAY) == "86-10-6513-8792"
    assert len(office.directory.body("beijing").history(Attribute.TEL)) == 2
    office.undo()
    assert office.directory.body("beijing").value(Attribute.TEL, TODAY) == "86-10-6513-8791"


def test_a_withdrawn_value_stays_in_the_timeline_and_may_be_used_again(office):
    tel = next(one for one in office.directory.body("beijing").history(Attribute.TEL) if one.document == "S1")
    office.bodies.withdraw("beijing", tel.key)
    beijing = office.directory.body("beijing")
    assert beijing.value(Attribute.TEL, TODAY) == "86-10-6513-8790"
    (kept,) = [one for one in timeline(beijing, TODAY) if one.standing is Standing.WITHDRAWN]
    office.bodies.withdraw("beijing", str(kept.statement.number), withdrawn=False)
    assert office.directory.body("beijing").value(Attribute.TEL, TODAY) == "86-10-6513-8791"


def test_two_values_from_one_day_are_refused(office):
    body = association(office)
    entered(office, body.key, "tel", "022-275-3796")
    with pytest.raises(Malformed, match="from the same day already"):
        entered(office, body.key, "tel", "022-275-9999")


@pytest.mark.parametrize(
    ("entry", "field", "said"),
    [
        ({"attribute": "電話番号", "value": "０２２-２７５-３７９６"}, "value", "半角で「022-275-3796」"),
        ({"attribute": "電話番号", "value": "県庁内線"}, "value", "022-211-2277"),
        ({"attribute": "電子メール", "value": "kikaku＠clair"}, "value", "半角"),
        ({"attribute": "ウェブサイト", "value": "www.clair.or.jp"}, "value", "https://"),
        ({"attribute": "所在地", "value": ""}, "value", "記載なし"),
        ({"attribute": "所在地", "value": "仙台市青葉区", "document": ""}, "document", "資料"),
        (
            {"attribute": "所在地", "value": "仙台市青葉区", "valid_from": "R8.4.1", "valid_to": "R7.3.31"},
            "valid_to",
            "逆",
        ),
        ({"attribute": "住居", "value": "仙台市青葉区"}, "attribute", "所在地"),
        ({"attribute": "所在地", "value": "仙台市青葉区", "seen_on": "あした"}, "seen_on", ""),
    ],
)
def test_what_does_not_read_is_said_beside_its_field_with_the_cure(office, entry, field, said):
    with pytest.raises(Malformed) as refused:
        office.bodies.enter("seoul", StatementEntry(**{**NOTICE, **entry}))
    assert refused.value.field == field
    assert said in refused.value.wording.ja
    assert office.undoable().ja == "支部の設定"


def test_a_document_that_leaves_a_value_out_is_entered_as_such(office):
    entered(office, "paris", "FAX番号", "記載なし")
    assert office.directory.body("paris").current(Attribute.FAX, TODAY).text.ja == "2026年資料に記載なし"
    assert office.directory.body("paris").value(Attribute.FAX, TODAY) == ""


def test_a_body_is_added_found_however_typed_and_taken_off(office):
    body = association(office)
    entered(office, body.key, "tel", "022-275-3796")
    for typed in ("宮城県国際化", "ミヤギケンコクサイカ", "みやぎけんこくさい", "miyagiken kokusaika", "022-275-3796"):
        assert body.key in [one.key for one in office.directory.find(typed, BodyKind.ASSOCIATION)], typed
    with pytest.raises(Malformed, match="already"):
        association(office)
    office.bodies.withdraw_body(body.key)
    assert body.key not in [one.key for one in office.directory.bodies(BodyKind.ASSOCIATION)]
    office.undo()
    assert office.directory.body(body.key).value(Attribute.TEL, TODAY) == "022-275-3796"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("みやぎ", "branch_040002"), ("宮城", "branch_040002"), ("04", "branch_040002"), ("Ōita", "branch_440001"),
        ("ooita", "branch_440001"), ("縣", "branch_040002"), ("seoul", "seoul"), ("keishin@", "economic_exchange"),
        ("市民国際", "citizens_plaza"), ("2110001", None),
    ],
)  # fmt: skip
def test_bodies_are_found_as_typed(office, typed, key):
    found = [one.key for one in office.directory.find(typed)]
    assert key in found if key else found == []


def test_duplicates_become_one_with_both_histories_and_undo_parts_them(office):
    first, second = association(office), association(office, "（公財）宮城県国際化協会")
    entered(office, first.key, "tel", "022-275-3796")
    entered(office, second.key, "email", "mail@mia-miyagi.jp")
    merged = office.bodies.merge(first.key, second.key)
    assert merged.value(Attribute.EMAIL, TODAY) == "mail@mia-miyagi.jp"
    assert office.directory.body(second.key).key == first.key
    assert len(office.bodies.history(first.key)) == 5
    office.undo()
    assert office.directory.body(second.key).value(Attribute.EMAIL, TODAY) == "mail@mia-miyagi.jp"
    assert office.directory.body(first.key).value(Attribute.EMAIL, TODAY) == ""


def test_a_shipped_body_is_not_merged_away(office):
    body = association(office)
    with pytest.raises(Refusal, match="ships with the program"):
        office.bodies.merge(body.key, "association_hiecc")


def test_a_bodys_history_tells_every_act_and_one_is_undone_by_itself(office):
    entered(office, "seoul", "postal_code", "04538")
    entered(office, "paris", "postal_code", "75002")
    (act,) = office.bodies.history("seoul")
    assert act.title.ja == "名簿に入力：ソウル事務所の郵便番号"
    office.bodies.undo(act.operation)
    assert office.directory.body("seoul").value(Attribute.POSTAL_CODE, TODAY) == ""
    assert office.directory.body("paris").value(Attribute.POSTAL_CODE, TODAY) == "75002"
    assert [one.undone for one in office.bodies.history("seoul")] == [False, True]


def test_an_act_that_was_taken_back_midway_leaves_no_trace_in_what_is_remembered(office):
    with pytest.raises(Malformed):
        office.bodies.add_body(BodyEntry(kind="partner", name_ja="ソウル特別市", country="ムー大陸"))
    assert office.directory.bodies(BodyKind.PARTNER) == []
    office.bodies.add_body(BodyEntry(kind="partner", name_ja="ソウル特別市", country="韓国"))
    assert [one.country for one in office.directory.bodies(BodyKind.PARTNER)] == ["KR"]


def sounding(office, sheet, path, **more):
    return office.documents.print(sheet.number, "sounding", [Language.JA], path, **more)


def test_case_30_a_printed_letter_keeps_what_it_used_and_a_reprint_offers_the_newer(office, tmp_path):
    sheet = burial(office)
    first = sounding(office, sheet, tmp_path / "1.pdf")
    office.bodies.enter("planning_research", StatementEntry(attribute="tel", value="03-5213-9999", **NOTICE))
    again = sounding(office, sheet, tmp_path / "2.pdf")
    assert again.sha256 == first.sha256
    (change,) = office.documents.value_changes(office.cases.get(sheet.number), "sounding")
    assert (change.before.ja, change.after.ja) == ("03-5213-1722", "03-5213-9999")
    newest = sounding(office, sheet, tmp_path / "3.pdf", newest=True)
    assert "03-5213-9999" in "".join(page_texts(newest.path))
    assert office.documents.value_changes(office.cases.get(sheet.number), "sounding") == []


def test_a_step_keeps_the_address_of_its_day_when_an_office_moves_afterwards(office, tmp_path):
    sheet = research(office)
    office.steps.take(sheet.number, "sound_out", document_number="国際第72号")
    office.bodies.enter("london", StatementEntry(attribute="address", value="1 Parliament Square, London", **NOTICE))
    printed = sounding(office, sheet, tmp_path / "写し.pdf")
    assert "15Whitehall" in "".join(page_texts(printed.path))
    changes = office.documents.value_changes(office.cases.get(sheet.number), "sounding")
    assert [one.after.ja for one in changes] == ["1 Parliament Square, London"]


def test_the_legal_name_goes_by_the_day_of_the_letter_even_in_a_reprint(office, tmp_path):
    sheet = burial(office)
    sounding(office, sheet, tmp_path / "今.pdf")
    old = sounding(office, sheet, tmp_path / "昔.pdf", on=date(2014, 3, 31))
    text = "".join(page_texts(old.path))
    assert "財団法人自治体国際化協会" in text
    assert "一般財団法人" not in text


def test_what_was_printed_goes_with_a_deleted_case_and_comes_back_with_it(office, tmp_path):
    sheet = burial(office)
    sounding(office, sheet, tmp_path / "1.pdf")
    office.cases.delete(sheet.number)
    office.undo()
    entered(office, "planning_research", "tel", "03-5213-9999")
    assert office.documents.value_changes(office.cases.get(sheet.number), "sounding")
