"""経費内訳書 in both variants: the same totals, by formulas that give them, and no file while they disagree."""

import shutil
import subprocess
from fractions import Fraction

import openpyxl
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.cost_sheets import Variant
from tests.services.casework import changed, grant, research

DOLLARS = {
    "cost_item": "会場費",
    "detail": '=HYPERLINK("x")会場 & 設営',
    "amount": 184_591,
    "eligibility": "eligible",
    "foreign_amount": "1,234.56",
    "currency": "USD",
    "rate": "149.52",
    "rate_on": "2025-11-20",
    "rate_source": "見積書3",
}
WON = {
    **DOLLARS,
    "foreign_amount": "1,000,000",
    "currency": "KRW",
    "rate": "10.85",
    "rate_per": "100",
    "amount": 108_500,
}
ROWS = [
    {"cost_item": "旅費", "detail": "航空券", "unit_price": 150_000, "quantity": "4人", "times": "2", "amount": 1_200_000,
     "eligibility": "eligible", "remarks": "見積1"},
    {"cost_item": "謝金", "unit_price": 8_500, "quantity": "2.5", "unit": "時間", "amount": 21_250, "eligibility": "eligible"},
    {"cost_item": "雑費", "amount": 85_659, "eligibility": "not_eligible"},
    DOLLARS,
    WON,
]  # fmt: skip
FUNDING = [
    {"source": "clair_grant", "amount": 750_000},
    {"source": "own_funds", "detail": "一般会計", "amount": 850_000},
]
TOTALS = {"total_cost": 1_600_000, "eligible_cost": 1_514_341, "requested": 750_000}


@pytest.fixture
def sheet(office):
    return changed(office, grant(office, 2025), cost_breakdown=ROWS, funding=FUNDING, **TOTALS)


def cells(path, *, formulas=False):
    book = openpyxl.load_workbook(path, data_only=not formulas)
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def amount_of(rows, name):
    place = rows[5].index("金額（円）")
    return next(row[place] for row in rows if row[1] == name)


def exported(office, sheet, tmp_path, variant, language=Language.JA):
    made = office.cost_sheets.export(sheet.number, variant, tmp_path / f"{variant.value}.xlsx", language)
    assert (made.total_cost, made.eligible_cost, made.requested) == tuple(TOTALS.values())
    return made.path


def test_both_variants_stand_cell_for_cell_alike_and_give_equal_totals(office, sheet, tmp_path):
    typed, reckoned = (cells(exported(office, sheet, tmp_path, variant)) for variant in Variant)
    assert typed[1:] == reckoned[1:]
    assert typed[0][0] == "経費内訳書（計算なし）"
    assert reckoned[0][0] == "経費内訳書（計算あり）"
    assert [amount_of(typed, name) for name in ("総事業費", "うち助成対象経費", "財源の合計", "助成金申請額")] == [
        1_600_000,
        1_514_341,
        1_600_000,
        750_000,
    ]


def test_without_formulas_there_is_none_and_with_them_every_reckoned_amount_is_one(office, sheet, tmp_path):
    typed = cells(exported(office, sheet, tmp_path, Variant.TYPED), formulas=True)
    reckoned = cells(exported(office, sheet, tmp_path, Variant.RECKONED), formulas=True)
    place = reckoned[5].index("金額（円）")
    assert not any(isinstance(row[place], str) for row in typed[6:] if row[place] != "金額（円）")
    assert [row[place] for row in reckoned[6:13]] == [
        "=ROUND(D7*E7*G7,0)",
        "=ROUND(D8*E8,0)",
        85_659,
        "=ROUNDDOWN(ROUND(K10*M10/1,8),0)",
        "=ROUNDDOWN(ROUND(K11*M11/100,8),0)",
        "=SUM(H7:H11)",
        '=SUMIF(I7:I11,"対象",H7:H11)',
    ]


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice reckons the formulas again; it is not installed"
)
@pytest.mark.parametrize("language", Language)
def test_another_program_reckons_the_same(office, sheet, tmp_path, language):
    path = exported(office, sheet, tmp_path, Variant.RECKONED, language)
    expected = cells(path)
    book = openpyxl.load_workbook(path)
    book.save(path)  # openpyxl keeps the formulas and forgets what they gave
    assert cells(path) != expected
    office_home = f"-env:UserInstallation={(tmp_path / 'soffice').as_uri()}"
    command = [
        "soffice",
        office_home,
        "--headless",
        "--convert-to",
        "ods",
        "--outdir",
        str(tmp_path / "again"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    back = [*command[:-4], "xlsx", "--outdir", str(tmp_path / "back"), str(tmp_path / "again" / f"{path.stem}.ods")]
    subprocess.run(back, check=True, capture_output=True, timeout=180)
    again = cells(tmp_path / "back" / path.name)
    place = 7
    assert [row[place] for row in again[6:13]] == [row[place] for row in expected[6:13]]
    assert [row[place] for row in again if row[1] in ("財源の合計", "Total of the funding")] == [1_600_000]


def test_what_a_clerk_types_never_becomes_a_formula(office, sheet, tmp_path):
    for variant in Variant:
        book = openpyxl.load_workbook(exported(office, sheet, tmp_path, variant))
        (cell,) = [cell for row in book.worksheets[0].iter_rows() for cell in row if "HYPERLINK" in str(cell.value)][:1]
        assert cell.data_type in {"s", "inlineStr"}
        assert cell.value == DOLLARS["detail"]


def test_a_sheet_without_foreign_money_has_no_columns_for_it(office, tmp_path):
    sheet = changed(
        office, grant(office, 2025), cost_breakdown=ROWS[:3], funding=[{"source": "clair_grant", "amount": 1_306_909}],
        total_cost=1_306_909, eligible_cost=1_221_250, requested=1_306_909,
    )  # fmt: skip
    made = office.cost_sheets.export(sheet.number, Variant.RECKONED, tmp_path / "a.xlsx")
    heads = [head for head in cells(made.path)[5] if head]
    assert heads == [
        "No.",
        "費目",
        "内訳",
        "単価（円）",
        "数量",
        "単位",
        "回数",
        "金額（円）",
        "対象・対象外",
        "備考（見積番号等）",
    ]


def test_the_sheet_says_whose_it_is_in_the_language_asked(office, sheet, tmp_path):
    rows = cells(exported(office, sheet, tmp_path, Variant.TYPED))
    assert [row[0] for row in rows[1:4]] == [
        "令和7年度　経済活動助成事業",
        "静岡県富士市",
        "富士のほうじ茶をはじめとした富士市特産品海外販路開拓事業",
    ]
    english = cells(exported(office, sheet, tmp_path, Variant.TYPED, Language.EN))
    assert english[5][1] == "Item"
    assert english[2][0] == "Fuji City, Shizuoka Prefecture"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cost_breakdown": [{**ROWS[0], "amount": 1_200_001}, *ROWS[1:]]}, "経費内訳1行目：単価×数量×回数"),
        ({"cost_breakdown": [{**ROWS[1], "unit_price": 8_501, "quantity": "2.5"}, *ROWS]}, "経費内訳1行目"),
        ({"cost_breakdown": [*ROWS[:4], {**WON, "amount": 108_501}]}, "経費内訳5行目（外貨）"),
        ({"cost_breakdown": [*ROWS[:3], {**DOLLARS, "amount": 184_592}, WON]}, "計算式では184,591円"),
        ({"cost_breakdown": [*ROWS[:3], {k: v for k, v in DOLLARS.items() if k != "rate"}, WON]}, "換算レート"),
        ({"total_cost": 1_600_001}, "経費内訳の合計と総事業費が一致しません"),
        ({"eligible_cost": 1_514_340}, "対象の合計と助成対象経費が一致しません"),
        ({"requested": 749_999}, "財源内訳の助成金と助成金申請額が一致しません"),
        ({"funding": FUNDING[:1]}, "財源内訳の合計と総事業費が一致しません"),
        ({"total_cost": None}, "「総事業費」を入力"),
        ({"cost_breakdown": None}, "「経費内訳」を入力"),
        ({"cost_breakdown": [{"cost_item": "旅費", "amount": 1_600_000}]}, "対象・対象外を入力"),
    ],
)  # fmt: skip
def test_while_typed_and_reckoned_disagree_there_is_no_export_and_the_row_is_named(
    office, sheet, tmp_path, change, said
):
    sheet = changed(office, sheet, **change)
    for variant in Variant:
        with pytest.raises(Refusal) as refused:
            office.cost_sheets.export(sheet.number, variant, tmp_path / "x.xlsx")
        assert any(said in detail.ja for detail in refused.value.details), [one.ja for one in refused.value.details]
    assert not list(tmp_path.glob("*.xlsx*"))


@pytest.mark.parametrize(
    "decided",
    [("四捨五入", 184_591, "ROUND"), ("切上げ", 184_592, "ROUNDUP"), ("切捨て", 184_591, "ROUNDDOWN")],
)
def test_the_rounding_that_the_branch_entered_stands_in_the_formula(office, sheet, tmp_path, decided):
    rounding, amount, formula = decided
    office.rules.enter("economic_grant", "currency_rounding", 2025, rounding, source_title="事業細則")
    more = amount - 184_591
    rows = [*ROWS[:3], {**DOLLARS, "amount": amount}, {**WON}]
    funding = [FUNDING[0], {**FUNDING[1], "amount": 850_000 + more}]
    sheet = changed(
        office, sheet, cost_breakdown=rows, funding=funding, total_cost=1_600_000 + more, eligible_cost=1_514_341 + more
    )
    path = office.cost_sheets.export(sheet.number, Variant.RECKONED, tmp_path / "a.xlsx").path
    assert cells(path, formulas=True)[9][7] == f"={formula}(ROUND(K10*M10/1,8),0)"


def test_a_programme_without_a_cost_sheet_says_so(office, tmp_path):
    with pytest.raises(Refusal, match="has no cost breakdown"):
        office.cost_sheets.export(research(office).number, Variant.TYPED, tmp_path / "x.xlsx")


def test_the_same_case_gives_the_same_bytes(office, sheet, tmp_path):
    first = exported(office, sheet, tmp_path, Variant.RECKONED).read_bytes()
    assert exported(office, sheet, tmp_path, Variant.RECKONED).read_bytes() == first


def test_quantities_are_kept_as_numbers(office, sheet, tmp_path):
    rows = cells(exported(office, sheet, tmp_path, Variant.TYPED))
    assert rows[7][4] == 2.5
    assert Fraction(str(rows[9][12])) == Fraction("149.52")
