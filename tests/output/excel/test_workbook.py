"""Headquarters' workbook: what it holds, that machines can read it, and that it proves itself."""

import hashlib
import json
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.sealing import SCHEMA
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.readback import read_choices, read_meta, read_register
from clair_desktop.output.excel.workbook import write_workbook
from tests.output.excel.books import COLUMNS, FUJI, META, MIYAGI, STATES, book, register, titled
from tests.output.excel.rules import FLAT, broken_rules


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "040002_economic_grant_2026.xlsx"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("sample", [False, True])
@pytest.mark.parametrize("rows", [(FUJI, MIYAGI), (FUJI,), ()])
def test_every_sheet_keeps_the_rules_for_data_that_machines_read(
    path: Path, language: Language, sample: bool, rows: tuple[tuple[object, ...], ...]
) -> None:
    write_workbook(book(register(*rows), register(*rows, key="parts"), sample=sample), path, language)
    assert broken_rules(path) == []


def test_a_merged_cell_a_formula_or_a_stray_space_would_be_noticed(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    spoiled = load_workbook(path)
    sheet = spoiled["data_cases"]
    sheet["E2"], sheet["G3"] = "富士 ", "2,100,001円"
    sheet["F3"] = "=1+1"
    spoiled["案件一覧"].merge_cells("A1:C1")
    spoiled.save(path)
    broken = " ".join(broken_rules(path))
    assert all(rule in broken for rule in ("2-2", "2-3", "2-4", "2-6"))


def test_the_data_sheet_holds_facts_and_not_their_looks(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    sheet = load_workbook(path)["data_cases"]
    assert [cell.value for cell in sheet[1]] == [
        *(
            "受付番号",
            "実施年度",
            "団体コード",
            "団体名",
            "事業名",
            "参加者数（人）",
            "申請額（円）",
            "決定額（円）",
            "状態",
        ),
        *("受付日", "受付日（和暦）"),
    ]
    assert [cell.value for cell in sheet[2]] == [
        *("R8-0001", "令和8年度", "222101", "静岡県富士市", "富士のほうじ茶海外販路開拓事業", 12, 1_200_000, 1_000_000),
        *("交付決定", datetime(2026, 4, 1), "令和8年4月1日"),  # noqa: DTZ001  # Excel knows no time zones
    ]
    assert sheet["J2"].number_format == "yyyy-mm-dd"
    assert [cell.value for cell in sheet[3]][5:] == [2.5, 2_100_001, None, "支部受付", None, None]


def test_the_first_day_of_reiwa_is_written_gannen(path: Path) -> None:
    write_workbook(book(register((*FUJI[:9], date(2019, 5, 1)))), path, Language.JA)
    assert load_workbook(path)["data_cases"]["K2"].value == "令和元年5月1日"


def test_the_english_workbook_has_the_same_sheets_tables_and_columns(path: Path, tmp_path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    write_workbook(book(), tmp_path / "english.xlsx", Language.EN)
    ja, en = (load_workbook(one) for one in (path, tmp_path / "english.xlsx"))
    assert [name for name in ja.sheetnames if name.startswith(FLAT)] == ["data_cases", "lists", "meta"]
    assert [name for name in en.sheetnames if name.startswith(FLAT)] == ["data_cases", "lists", "meta"]
    assert list(ja["data_cases"].tables) == list(en["data_cases"].tables) == ["table_cases"]
    assert en["data_cases"]["G1"].value == "Requested (JPY)"
    assert en["data_cases"]["K1"].value == "Received on (Japanese calendar)"
    assert read_register(path, "cases") == read_register(tmp_path / "english.xlsx", "cases")


def test_the_data_come_first_so_that_a_program_which_reads_one_sheet_gets_them(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    made = load_workbook(path)
    assert made.sheetnames == ["data_cases", "案件一覧", "lists", "meta"]
    assert made.active.title == "data_cases"


def test_rows_are_read_back_by_key(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    assert read_register(path, "cases") == [
        dict(zip([column.key for column in COLUMNS], (*FUJI[:5], 12, *FUJI[6:]), strict=True)),
        dict(zip([column.key for column in COLUMNS], (*MIYAGI[:5], 2.5, *MIYAGI[6:]), strict=True)),
    ]
    with pytest.raises(KeyError):
        read_register(path, "funding")


def test_the_table_reaches_over_all_rows_and_has_the_filter(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    sheet = load_workbook(path)["data_cases"]
    table = sheet.tables["table_cases"]
    assert table.ref == table.autoFilter.ref == "A1:K3"
    assert sheet.freeze_panes == "B2"


def test_a_register_without_cases_still_has_a_table_that_excel_opens(path: Path) -> None:
    write_workbook(book(register()), path, Language.JA)
    made = load_workbook(path)
    assert made["data_cases"].tables["table_cases"].ref == "A1:K2"
    assert made["案件一覧"]["A4"].value == "該当なし"
    assert read_register(path, "cases") == []


def test_choices_are_offered_from_the_lists_sheet(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    made = load_workbook(path)
    (rule,) = made["data_cases"].data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", "lists!$C$2:$C$6", "I2:I1048576")
    assert [made["lists"][f"C{row}"].value for row in range(2, 7)] == list(STATES)
    assert read_choices(path) == {("cases", "state"): list(STATES)}


def test_many_long_choices_do_not_break_the_limit_of_a_rule(path: Path) -> None:
    countries = tuple(f"調査対象となる国・地域その{number}" for number in range(250))
    columns = [FilledColumn(key, Wording(key, key), ColumnKind.CHOICE, 10, countries) for key in ("one", "two")]
    filled = FilledRegister("countries", Wording("国", "Countries"), columns, [countries[:2]])
    write_workbook(book(filled), path, Language.JA)
    rules = load_workbook(path)["data_countries"].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == ["lists!$C$2:$C$251"] * 2
    assert len(read_choices(path)["countries", "one"]) == 250


def test_meta_says_where_the_workbook_comes_from_and_what_it_adds_up_to(path: Path) -> None:
    written = write_workbook(book(), path, Language.JA)
    told = read_meta(path)
    assert {key: told[key, "", ""] for key, _ in META} == dict(META)
    assert told["schema_version", "", ""] == SCHEMA
    assert told["sample", "", ""] == "no"
    assert told["rows", "cases", ""] == written.rows["cases"] == 2
    assert told["total_yen", "cases", "requested"] == written.totals["cases"]["requested"] == 3_300_001
    assert told["total_yen", "cases", "awarded"] == written.totals["cases"]["awarded"] == 1_000_000
    assert told["column", "cases", "requested"] == "申請額（円）"


def test_what_the_branch_says_of_its_workbook_stands(path: Path) -> None:
    own = FilledWorkbook(book().title, book().registers, [*META, ("schema_version", 7)], sample=False)
    write_workbook(own, path, Language.JA)
    assert read_meta(path)["schema_version", "", ""] == 7


def test_anybody_can_check_the_seal_of_a_table_from_the_cells(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    heads, *rows = load_workbook(path)["data_cases"].iter_rows(values_only=True)
    kept = [place for place, head in enumerate(heads) if not head.endswith("（和暦）")]
    lines = [
        json.dumps(
            [row[at].date().isoformat() if isinstance(row[at], datetime) else row[at] for at in kept],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for row in rows
    ]
    head = json.dumps(["cases", *(column.key for column in COLUMNS)], ensure_ascii=False, separators=(",", ":"))
    digests = sorted(hashlib.sha256(f"{line}\n".encode()).hexdigest() for line in lines)
    whole = "".join(f"{line}\n" for line in [head, *digests])
    assert hashlib.sha256(whole.encode()).hexdigest() == read_meta(path)["sha256", "cases", ""]


def test_the_same_cases_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    first = write_workbook(book(), path, Language.JA)
    second = write_workbook(book(), tmp_path / "again.xlsx", Language.JA)
    assert path.read_bytes() == (tmp_path / "again.xlsx").read_bytes()
    assert first.sha256 == second.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_only_time_in_the_file_is_the_one_it_was_given(path: Path) -> None:
    write_workbook(book(), path, Language.JA)
    assert {member.date_time for member in ZipFile(path).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    made = load_workbook(path).properties
    assert made.created == made.modified == datetime(2026, 11, 20, 1, 30)  # noqa: DTZ001  # UTC, as the format has it


def test_a_workbook_without_its_day_is_not_made(path: Path) -> None:
    with pytest.raises(ValueError, match="made_at"):
        write_workbook(FilledWorkbook(book().title, book().registers, (), sample=False), path, Language.JA)


def test_a_sample_says_so_on_every_sheet_and_leaves_the_data_readable(path: Path) -> None:
    write_workbook(book(sample=True), path, Language.JA)
    made = load_workbook(path)
    assert {sheet.oddHeader.center.text for sheet in made} == {"見本"}
    assert {sheet.sheet_properties.tabColor.rgb for sheet in made} == {"00C00000"}
    assert made["案件一覧"]["A1"].value.startswith("【見本】")
    assert made.properties.subject == "見本"
    assert read_meta(path)["sample", "", ""] == "見本"
    assert len(read_register(path, "cases")) == 2


def test_real_papers_carry_no_mark_of_a_sample(path: Path) -> None:
    write_workbook(book(), path, Language.EN)
    assert "SAMPLE" not in "".join(ZipFile(path).read(name).decode() for name in ZipFile(path).namelist())


def test_no_temporary_file_holds_the_cases(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    write_workbook(book(), path, Language.JA, progress=lambda _: _assert_empty(scratch))


def _assert_empty(folder: Path) -> None:
    assert list(folder.iterdir()) == []


def test_progress_goes_up_to_a_hundred(path: Path) -> None:
    told: list[int] = []
    write_workbook(book(), path, Language.JA, told.append)
    assert told == sorted(told)
    assert told[-1] == 100


@pytest.mark.parametrize("key", ["Cases", "1", "", "案件", "a" * 26, "data cases"])
def test_a_register_needs_a_key_that_names_its_sheet_for_ever(path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        write_workbook(book(register(FUJI, key=key)), path, Language.JA)


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("事業/年度:一覧?", "事業年度一覧"),
        ("字" * 40, "字" * 31),
        ("meta", "meta 2"),
        ("History", "History 2"),
        ("", "print"),
    ],
)
def test_a_printable_sheet_is_named_as_excel_allows(path: Path, name: str, sheet: str) -> None:
    filled = FilledRegister("cases", Wording(name, name), COLUMNS, [FUJI])
    write_workbook(book(filled), path, Language.JA)
    assert load_workbook(path).sheetnames[1] == sheet


def test_registers_of_one_name_get_sheets_of_their_own(path: Path) -> None:
    write_workbook(book(register(FUJI), register(FUJI, key="parts")), path, Language.JA)
    assert load_workbook(path).sheetnames == ["data_cases", "案件一覧", "data_parts", "案件一覧 2", "lists", "meta"]


def test_two_columns_of_one_head_are_a_mistake_of_the_programme(path: Path) -> None:
    twice = FilledRegister("cases", Wording("案件", "Cases"), [COLUMNS[0], COLUMNS[0]], [("R8-0001", "R8-0001")])
    with pytest.raises(ValueError, match="受付番号"):
        write_workbook(book(twice), path, Language.JA)


def test_a_unit_that_the_head_says_already_is_not_said_twice(path: Path) -> None:
    column = FilledColumn("requested", Wording("申請額（円）", "Requested (JPY)"), ColumnKind.YEN, 14)
    write_workbook(book(FilledRegister("cases", Wording("案件", "Cases"), [column], [(1,)])), path, Language.JA)
    assert load_workbook(path)["data_cases"]["A1"].value == "申請額（円）"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (6, "1,200,000円"),
        (6, True),
        (6, Fraction(1)),
        (4, 12),
        (9, "令和8年4月1日"),
        (9, datetime(2026, 4, 1, tzinfo=UTC)),
    ],
)
def test_a_value_that_is_not_of_its_columns_kind_is_a_fault(path: Path, place: int, value: object) -> None:
    row = [*FUJI]
    row[place] = value
    with pytest.raises(TypeError):
        write_workbook(book(register(tuple(row))), path, Language.JA)


@pytest.mark.parametrize(("place", "value"), [(9, date(1899, 12, 31)), (6, 10**15), (5, Fraction(10**15))])
def test_what_excel_would_show_wrongly_is_refused_with_its_place(path: Path, place: int, value: object) -> None:
    row = [*FUJI]
    row[place] = value
    with pytest.raises(Refusal) as refused:
        write_workbook(book(register(FUJI, tuple(row))), path, Language.JA)
    assert f"「{COLUMNS[place].head.ja}」（3行目、R8-0001）" in refused.value.wording.ja


def test_a_third_is_kept_to_fifteen_digits(path: Path) -> None:
    write_workbook(book(register((*FUJI[:5], Fraction(1, 3), *FUJI[6:]))), path, Language.JA)
    assert read_register(path, "cases")[0]["participants"] == 0.333333333333333


def test_a_thousand_cases_are_all_there(path: Path) -> None:
    write_workbook(titled(*(f"富士市特産品海外販路開拓事業その{number}" for number in range(1_000))), path, Language.JA)
    rows = read_register(path, "cases")
    assert (len(rows), rows[-1]["case_number"]) == (1_000, "R8-1000")
    assert read_meta(path)["total_yen", "cases", "requested"] == 1_200_000_000
