"""A blank workbook: its places, and a copy that keeps everything but the chosen cells."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from clair_desktop.domain.blanks import Entry
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.blanks.filling import filled, find_place, read_layout
from tests.official_blanks import edited, part, workbook

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def blank() -> bytes:
    return workbook()


def fill(blank: bytes, *entries: Entry, **limits: int) -> bytes:
    return filled("様式第1号.xlsx", blank, entries, limits)


def value(copy: bytes, cell: str) -> object:
    return load_workbook(BytesIO(copy))["様式第1号"][cell].value


def test_places_bear_the_label_at_their_left_and_the_name_the_workbook_gives(blank) -> None:
    layout = read_layout("様式.xlsx", blank)
    assert layout.by_key["様式第1号!B5"].label == "団体名"
    assert layout.by_key["様式第1号!B5"].likely
    assert layout.by_key["申請額"].label == "申請額（円）"
    assert layout.by_key["様式第1号!B10"].choices == ["日本国内", "海外"]
    assert layout.by_key["様式第1号!B11"].longest == 30
    assert layout.by_key["様式第1号!B8"].dated
    assert not layout.by_key["様式第1号!A5"].likely
    assert [sheet.name for sheet in layout.sheets] == ["様式第1号", "記入要領"]
    assert "様式第1号!C5" not in layout.by_key  # covered by the merged cell B5:G5


def test_the_copy_holds_what_was_written_and_every_other_part_byte_for_byte(blank) -> None:
    copy = fill(
        blank,
        Entry("様式第1号!B5", "静岡県富士市"),
        Entry("申請額", 2_100_000),
        Entry("様式第1号!B8", date(2025, 5, 1)),
    )
    assert (value(copy, "B5"), value(copy, "B7")) == ("静岡県富士市", 2_100_000)
    assert value(copy, "B8").date() == date(2025, 5, 1)
    with ZipFile(BytesIO(blank)) as old, ZipFile(BytesIO(copy)) as new:
        assert old.namelist() == new.namelist()
        differ = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert sorted(differ) == ["xl/workbook.xml", SHEET]


def test_drawings_comments_and_print_settings_stay_in_the_sheet(blank) -> None:
    before, after = part(blank, SHEET), part(fill(blank, Entry("様式第1号!B5", "富士市")), SHEET)
    for kept in (
        b"<drawing ",
        b"<legacyDrawing ",
        b"<pageSetup ",
        b"<headerFooter",
        b"<mergeCells",
        b"<dataValidations",
    ):
        assert kept in before
    assert after[after.index(b"</sheetData>") :] == before[before.index(b"</sheetData>") :]


def test_a_cell_keeps_its_style(blank) -> None:
    old, new = (
        load_workbook(BytesIO(one))["様式第1号"]["B7"] for one in (blank, fill(blank, Entry("申請額", 1_200_000)))
    )
    assert (new.number_format, new.border.left.style) == (old.number_format, "thin")


def test_formulas_lose_what_they_came_to_and_are_reckoned_on_opening(blank) -> None:
    copy = fill(blank, Entry("様式第1号!C13", 1_200_000))
    assert b"fullCalcOnLoad" in part(copy, "xl/workbook.xml")
    assert b"<f>SUM(C13:C15)</f></c>" in part(copy, SHEET)
    assert load_workbook(BytesIO(copy), data_only=True)["様式第1号"]["C16"].value is None


def test_text_that_looks_like_a_formula_stays_text_when_somebody_edits_the_cell(blank) -> None:
    copy = fill(blank, Entry("様式第1号!B5", "=1+1"), Entry("様式第1号!B6", "－"))
    cell = load_workbook(BytesIO(copy))["様式第1号"]["B5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert cell.border.left.style == "thin"


def test_a_cell_the_file_does_not_hold_yet_is_put_in_its_row(blank) -> None:
    copy = fill(
        blank,
        Entry("様式第1号!D2", "一"),
        Entry("様式第1号!C1", "二"),
        Entry("様式第1号!A40", "三"),
        Entry("様式第1号!Z41", "四"),
    )
    assert [value(copy, cell) for cell in ("D2", "C1", "A40", "Z41")] == ["一", "二", "三", "四"]
    assert b'<dimension ref="A1:Z41"/>' in part(copy, SHEET)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("様式第1号!C16", "数式"),
        ("様式第1号!E14", "配列数式"),
        ("様式第1号!D5", "欄はありません"),
        ("別紙!A1", "欄はありません"),
    ],
)
def test_a_cell_that_cannot_be_filled_is_refused_by_its_name(blank, place, said) -> None:
    with pytest.raises(Refusal) as refused:
        fill(blank, Entry(place, "富士市"))
    assert place in refused.value.wording.ja
    assert said in refused.value.wording.ja


def test_a_locked_cell_of_a_protected_sheet_is_refused_and_an_open_one_is_filled() -> None:
    blank = workbook(protected=True)
    assert value(fill(blank, Entry("様式第1号!B5", "富士市")), "B5") == "富士市"
    with pytest.raises(Refusal, match="locked"):
        fill(blank, Entry("様式第1号!A5", "富士市"))


def test_a_text_longer_than_the_form_allows_and_one_that_is_no_choice_are_refused(blank) -> None:
    with pytest.raises(Refusal, match="takes 30 characters"):
        fill(blank, Entry("様式第1号!B11", "海" * 31))
    with pytest.raises(Refusal, match="takes 10 characters"):
        fill(blank, Entry("様式第1号!B5", "海" * 11), **{"様式第1号!B5": 10})
    with pytest.raises(Refusal, match="takes one of these only"):
        fill(blank, Entry("様式第1号!B10", "パリ"))
    with pytest.raises(Refusal, match=r"U\+000B"):
        fill(blank, Entry("様式第1号!B5", "富士\x0b市"))


def test_a_furigana_beside_a_label_is_no_part_of_it(blank) -> None:
    strings = part(blank, "xl/sharedStrings.xml").replace(
        "<t>団体名</t>".encode(), '<t>団体名</t><rPh sb="0" eb="3"><t>ダンタイメイ</t></rPh>'.encode()
    )
    place = find_place("様式.xlsx", edited(blank, xl__sharedStrings_dot_xml=strings), "様式第1号!B5")
    assert place is not None
    assert place.label == "団体名"


def test_macros_signatures_passwords_and_strangers_are_refused_whole(blank) -> None:
    types = part(blank, "[Content_Types].xml").replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")
    with ZipFile(BytesIO(blank)) as archive:
        assert "[Content_Types].xml" in archive.namelist()
    for name, content, said in [
        ("マクロ.xlsm", edited(blank, xl__vbaProject_dot_bin=b"x"), "マクロ"),
        ("署名.xlsx", edited(blank, _xmlsignatures__sig1_dot_xml=b"<a/>"), "電子署名"),
        ("暗号.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "パスワード"),
        ("文章.xlsx", "ただの文章".encode(), "でもありません"),
        ("切れた.xlsx", blank[:3000], "壊れて"),
        ("型.xlsm", edited(blank, **{"[Content_Types]_dot_xml": types}), "マクロ"),
    ]:
        with pytest.raises(Refusal) as refused:
            read_layout(name, content)
        assert said in refused.value.wording.ja, name


def test_a_document_type_is_refused(blank) -> None:
    sheet = part(blank, SHEET).replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)
    with pytest.raises(Refusal, match="cannot be read"):
        read_layout("様式.xlsx", edited(blank, xl__worksheets__sheet1_dot_xml=sheet))
