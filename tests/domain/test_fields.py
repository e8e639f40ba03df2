"""What is typed becomes a value and is shown again, in both languages, for every kind of field."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Option, Rows, Text, Yen, YesNo
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.gazetteer import load_gazetteer

NAMES = load_gazetteer()
LABEL = Wording("項目", "Field")
LANGUAGES = st.sampled_from(list(Language))
PRIORITIES = [
    Option("high", Wording("高", "High")),
    Option("low", Wording("低", "Low")),
    Option("none", Wording("なし", "None")),
]

TEXT, LONG = Text(key="text", label=LABEL), Text(key="long", label=LABEL, lines=5)
YEN, SIGNED, COUNT, DAY = (
    Yen(key="yen", label=LABEL),
    Yen(key="s", label=LABEL, signed=True),
    Count(key="c", label=LABEL),
    Day(key="d", label=LABEL),
)
CHOICE, CHOICES = (
    Choice(key="choice", label=LABEL, options=PRIORITIES),
    Choices(key="choices", label=LABEL, options=PRIORITIES),
)
YES_NO, BODY, LAND = YesNo(key="yes", label=LABEL), Authority(key="body", label=LABEL), Country(key="land", label=LABEL)
TABLE = Rows(key="table", label=LABEL, columns=[TEXT, YEN, COUNT, DAY, CHOICE, LAND])

PRINTABLE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip)
VALUES = [
    (TEXT, PRINTABLE),
    (LONG, st.lists(PRINTABLE, min_size=1).map("\n".join)),
    (YEN, st.integers(0, 10**12)),
    (SIGNED, st.integers(-(10**12), 10**12)),
    (COUNT, st.decimals(0, 10**9, places=4).map(Fraction)),
    (DAY, st.dates(date(1868, 10, 23), date(2099, 12, 31))),
    (CHOICE, st.sampled_from([option.key for option in PRIORITIES])),
    (
        CHOICES,
        st.sets(st.sampled_from(PRIORITIES), min_size=1).map(lambda s: tuple(o.key for o in PRIORITIES if o in s)),
    ),
    (YES_NO, st.sampled_from(["yes", "no"])),
    (BODY, st.sampled_from([one.code for one in NAMES.authorities])),
    (LAND, st.sampled_from([one.code for one in NAMES.countries])),
]
FIELDS = [field for field, _ in VALUES]


def named(field):
    return f"{type(field).__name__}-{field.key}" if isinstance(field, Field) else ""


def complaint_of(field, raw):
    with pytest.raises(Malformed) as refused:
        field.accept(raw, NAMES)
    assert refused.value.wording.ja
    assert refused.value.wording.en
    return refused.value


@pytest.mark.parametrize(("field", "values"), VALUES, ids=named)
@given(data=st.data(), language=LANGUAGES)
def test_a_value_that_is_shown_reads_as_the_same_value_in_both_languages(field, values, data, language):
    value = data.draw(values)
    assert field.accept(field.show(value, language, NAMES), NAMES) == value
    assert field.load(field.store(value)) == value
    assert field.printed(value, language, NAMES)


@given(data=st.data(), language=LANGUAGES)
def test_rows_that_are_shown_read_as_the_same_rows(data, language):
    row = st.fixed_dictionaries(
        {}, optional={field.key: values for field, values in VALUES if field in TABLE.columns}
    ).filter(len)
    rows = tuple(data.draw(st.lists(row, min_size=1, max_size=4)))
    assert TABLE.accept(TABLE.texts(rows, language, NAMES), NAMES) == rows
    assert TABLE.load(TABLE.store(rows)) == rows


@pytest.mark.parametrize("language", Language)
def test_every_local_authority_and_country_reads_back_from_what_is_shown(language):
    for one in NAMES.authorities:
        assert BODY.parse(BODY.show(one.code, language, NAMES), NAMES) == one.code
    for land in NAMES.countries:
        assert LAND.parse(LAND.show(land.code, language, NAMES), NAMES) == land.code


@pytest.mark.parametrize("field", [*FIELDS, TABLE], ids=named)
@pytest.mark.parametrize("nothing", [None, "", "  ", "　"])
def test_nothing_typed_is_no_answer(field, nothing):
    if field is TABLE and nothing:
        nothing = []
    assert field.accept(nothing, NAMES) is None


@pytest.mark.parametrize("field", FIELDS, ids=named)
@given(text=st.text(max_size=20))
def test_any_text_is_read_or_refused_in_both_languages(field, text):
    try:
        field.accept(text, NAMES)
        complaint = None
    except Malformed as refused:
        complaint = refused
    assert complaint is None or (complaint.wording.ja and complaint.wording.en)


@pytest.mark.parametrize("field", [field for field in FIELDS if field not in (CHOICES, TEXT, LONG)], ids=named)
@pytest.mark.parametrize("raw", [{"a": 1}, [1], ["a"], [["a"]]])
def test_an_object_or_list_is_no_answer_to_one_question(field, raw):
    complaint_of(field, raw)


def test_text_is_never_made_of_an_object_a_list_or_a_truth():
    for raw in ({"title": "x"}, ["x"], True, False):
        complaint_of(TEXT, raw)
    assert TEXT.accept(312_345_678, NAMES) == "312345678"


def test_an_amount_is_never_negative_a_fraction_or_beyond_a_trillion():
    for raw in (-1, "△300", 1.5, 1_200_000.0, True, 10**15, "1,000,000,000,001"):
        complaint_of(YEN, raw)
    assert YEN.accept(10**12, NAMES) == 10**12
    assert YEN.accept(0, NAMES) == 0
    assert SIGNED.accept("△300", NAMES) == -300


def test_amounts_are_printed_with_their_unit_and_typed_without():
    assert YEN.show(1_200_000, Language.JA, NAMES) == "1,200,000"
    assert YEN.printed(1_200_000, Language.JA, NAMES) == "1,200,000円"
    assert YEN.printed(1_200_000, Language.EN, NAMES) == "¥1,200,000"


def test_a_day_is_shown_in_the_readers_calendar():
    day = date(2026, 4, 1)
    assert DAY.show(day, Language.JA, NAMES) == "令和8年4月1日（水）"
    assert DAY.printed(day, Language.JA, NAMES) == "令和8年4月1日"
    assert DAY.show(day, Language.EN, NAMES) == "1 April 2026"


def test_a_choice_is_read_by_key_or_label_of_either_language_and_width():
    for typed in ("high", "高", "High", "HIGH", "ｈｉｇｈ", " 高 "):
        assert CHOICE.accept(typed, NAMES) == "high"
    assert "高、低、なし" in complaint_of(CHOICE, "中").wording.ja
    assert "High, Low, None" in complaint_of(CHOICE, "middle").wording.en


def test_choices_keep_the_declared_order_and_each_once():
    assert CHOICES.accept("低\n高\n低", NAMES) == ("high", "low")
    assert CHOICES.accept("低、高", NAMES) == ("high", "low")
    assert CHOICES.accept(["low", "高"], NAMES) == ("high", "low")
    for raw in (["low", None], ["low", {"a": 1}], ["low", ["high"]], [True]):
        complaint_of(CHOICES, raw)


def test_yes_and_no_are_also_truths_of_json():
    assert YES_NO.accept(True, NAMES) == "yes"
    assert YES_NO.accept(False, NAMES) == "no"
    assert YES_NO.accept("いいえ", NAMES) == "no"


@pytest.mark.parametrize(
    "typed", ["222101", "22210", "富士市", "静岡県富士市", "222101 静岡県富士市", "２２２１０１", "Fuji City"]
)
def test_a_body_is_read_by_code_or_name(typed):
    assert BODY.accept(typed, NAMES) == "222101"


def test_a_prefecture_is_read_by_its_two_digits():
    assert BODY.accept("04", NAMES) == "040002"


@pytest.mark.parametrize("raw", ["222102", "999999", "府中市", "ほうじ茶市", "1", "00"])
def test_a_body_nobody_knows_or_several_share_is_refused_with_what_to_type(raw):
    assert "コード" in complaint_of(BODY, raw).wording.ja or "番号" in complaint_of(BODY, raw).wording.ja


def test_a_code_that_lost_its_zero_as_a_number_is_not_taken_for_another_body():
    lost = [
        code for code in (one.code for one in NAMES.authorities) if code[0] == "0" and NAMES.find_authorities(code[1:])
    ]
    assert lost, "some body's code without its zero is another's without its check digit"
    for code in lost:
        complaint_of(BODY, int(code))


@pytest.mark.parametrize("typed", ["GB", "イギリス", "英国", "連合王国", "United Kingdom", "ＧＢ"])
def test_a_country_is_read_by_code_name_or_alias(typed):
    assert LAND.accept(typed, NAMES) == "GB"


def test_a_line_is_one_line_and_a_long_text_keeps_its_lines():
    assert TEXT.accept("一行目\r\n二行目\n", NAMES) == "一行目 二行目"
    assert LONG.accept("一行目\r\n二行目", NAMES) == "一行目\n二行目"


def test_a_complaint_in_a_table_names_row_and_column():
    rows = [{"text": "出展費", "yen": "1,200千円"}, {"text": "旅費", "yen": "千円"}]
    complaint = complaint_of(TABLE, rows)
    assert (complaint.row, complaint.field) == (2, "table")
    assert complaint.wording.ja.startswith("2行目「項目」：")
    assert complaint.wording.en.startswith("Row 2, Field:")


@pytest.mark.parametrize("raw", [{"a": 1}, "表", 3, [1], [["a"]], [{"ghost": 1}], True])
def test_what_is_no_table_is_refused(raw):
    complaint_of(TABLE, raw)


def test_empty_rows_are_dropped_and_an_empty_table_is_no_answer():
    assert TABLE.accept([{}, {"text": " "}, {"text": "旅費"}, {"text": None}], NAMES) == ({"text": "旅費"},)
    assert TABLE.accept([{}, {"text": ""}], NAMES) is None


def test_two_hundred_rows_are_read():
    assert len(TABLE.accept([{"text": f"費目{n}", "yen": n} for n in range(200)], NAMES)) == 200


def test_a_field_stands_in_its_years_only():
    field = Text(key="old", label=LABEL, since=FiscalYear(2020), until=FiscalYear(2025))
    assert [field.stands_in(FiscalYear(year)) for year in (2019, 2020, 2025, 2026)] == [False, True, True, False]


def test_a_plain_field_keeps_what_it_is_given():
    plain = Field(key="plain", label=LABEL)
    assert plain.load(plain.store(plain.accept("値", NAMES))) == "値"
