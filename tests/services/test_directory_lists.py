"""Lists from Excel and CSV: wrong cells named with their cure, nothing half imported; export; update files."""

import json

import openpyxl
import pytest

from clair_desktop.domain.directory import Attribute, BodyKind
from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.directory_reading import BodyEntry, StatementEntry
from clair_desktop.services.office import Office
from tests.services.casework import TODAY

HEADS = [
    "団体コード",
    "名称",
    "フリガナ",
    "郵便番号",
    "住所",
    "電話",
    "FAX",
    "メール",
    "URL",
    "国",
    "有効開始",
    "有効終了",
]
GOOD = ["040002", "公益財団法人宮城県国際化協会", "ミヤギケンコクサイカキョウカイ", "981-0914", "仙台市青葉区堤通雨宮町4-17",
        "022-275-3796", "022-272-5063", "mail@mia-miyagi.jp", "https://mia-miyagi.jp", "日本", "", ""]  # fmt: skip


def row(**changed):
    cells = dict(zip(HEADS, GOOD, strict=True)) | changed
    return [cells[head] for head in HEADS]


@pytest.fixture
def book(tmp_path):
    """A workbook of these rows as a clerk would save it."""

    def put(*rows, heads=HEADS, name="協会一覧.xlsx"):
        made = openpyxl.Workbook()
        made.active.title = "協会"
        for cells in (heads, *rows):
            made.active.append(cells)
        made.save(tmp_path / name)
        return tmp_path / name

    return put


@pytest.fixture
def another(clock):
    """仙台市支部, which receives what Miyagi sends."""
    opened = Office.in_memory(clock=clock, who="仙台市支部 担当者")
    opened.branch.choose_branch("041009")
    yield opened
    opened.close()


def read(office, path):
    return office.directory_intake.read(path, BodyKind.ASSOCIATION)


def test_a_list_of_associations_is_offered_and_taken_in_one_act(office, book):
    intake = read(office, book(row()))
    assert intake.complaints == []
    before = len(office.directory.bodies(BodyKind.ASSOCIATION))
    office.directory_intake.take(intake)
    (body,) = office.directory.find("宮城県国際化協会", BodyKind.ASSOCIATION)
    assert body.value(Attribute.TEL, TODAY) == "022-275-3796"
    assert body.value(Attribute.POSTAL_CODE, TODAY) == "981-0914"
    assert body.code == "040002"
    office.undo()
    assert len(office.directory.bodies(BodyKind.ASSOCIATION)) == before


def test_a_dry_run_keeps_nothing(office, book):
    read(office, book(row()))
    assert office.undoable().ja == "支部の設定"


def test_a_list_of_branches_fills_the_67_that_are_there(office, book):
    heads = ["団体コード", "支部名", "電話", "部署"]
    path = book(["040002", "宮城県支部", "022-211-2277", "国際政策課"], heads=heads, name="支部.xlsx")
    office.directory_intake.take(office.directory_intake.read(path, BodyKind.BRANCH))
    assert office.directory.body("branch_040002").value(Attribute.TEL, TODAY) == "022-211-2277"
    assert len(office.directory.bodies(BodyKind.BRANCH)) == 67


@pytest.mark.parametrize(
    ("changed", "cell", "said"),
    [
        ({"団体コード": "宮城県"}, "A3", "6桁"),
        ({"団体コード": "040003"}, "A3", "040002"),
        ({"団体コード": "０４０００２"}, "A3", "半角で「040002」"),
        ({"団体コード": "480002"}, "A3", "480002"),
        ({"電話": "０２２ー２７５ー３７９６"}, "F3", "半角で"),
        ({"国": "ムー大陸"}, "J3", "ムー大陸"),
        ({"有効開始": "2026-04-01", "有効終了": "2025-03-31"}, "L3", "逆"),
        ({"名称": ""}, "B3", "名称を入力"),
        ({"メール": "mia-miyagi.jp"}, "H3", "@"),
    ],
)
def test_a_wrong_cell_is_named_with_its_cure_and_its_row_left_out_whole(office, book, changed, cell, said):
    intake = read(office, book(row(), row(**{"名称": "公益財団法人仙台観光国際協会", **changed})))
    assert {one.row for one in intake.complaints} == {3}
    assert {one.sheet for one in intake.complaints} == {"協会"}
    told = {one.cell: one.wording.ja for one in intake.complaints}
    assert said in (told.get(cell) or told["A3"])
    assert {one.name.ja for one in intake.offered} == {"公益財団法人宮城県国際化協会"}
    with pytest.raises(Refusal) as refused:
        office.directory_intake.take(intake)
    assert "「協会」" in refused.value.details[0].ja
    assert office.directory.find("宮城県国際化協会") == []
    office.directory_intake.take(intake, good_rows_only=True)
    assert len(office.directory.find("宮城県国際化協会")) == 1
    assert office.directory.find("仙台観光") == []


def test_every_wrong_cell_of_a_row_is_named_and_each_but_once(office, book):
    intake = read(
        office, book(row(電話="０２２", FAX="", 有効開始="2026-04-01", 有効終了="2025-03-31", 団体コード="040003"))
    )
    assert [one.cell for one in intake.complaints] == ["A2", "L2", "F2"]
    assert intake.offered == []


def test_two_current_addresses_of_one_body_are_named_by_both_cells(office, book):
    intake = read(office, book(row(), row(住所="仙台市青葉区本町3-8-1")))
    (complaint,) = intake.complaints
    assert (complaint.cell, "E2" in complaint.wording.ja) == ("E3", True)


def test_a_second_address_from_the_same_day_as_the_one_kept_is_named_and_nothing_is_taken(office, book):
    office.directory_intake.take(read(office, book(row(有効開始="2026-04-01"))))
    intake = read(office, book(row(住所="仙台市青葉区本町3-8-1", 有効開始="2026-04-01"), name="別の一覧.xlsx"))
    assert [one.cell for one in intake.complaints] == ["E2"]
    assert "「仙台市青葉区堤通雨宮町4-17」" in intake.complaints[0].wording.ja
    with pytest.raises(Refusal):
        office.directory_intake.take(intake)
    (body,) = office.directory.find("宮城県国際化協会", BodyKind.ASSOCIATION)
    assert body.value(Attribute.ADDRESS, TODAY) == "仙台市青葉区堤通雨宮町4-17"


def test_a_list_of_every_kind_of_slip_names_each_cell_and_offers_the_good_row_alone(office, book):
    slips = {
        "A3": ({"団体コード": "04000"}, ""),
        "A4": ({"団体コード": "040003"}, "040002"),
        "D5": ({"郵便番号": "９８１－０９１４"}, "981-0914"),
        "J6": ({"国": "ムー大陸"}, "ムー大陸"),
        "L7": ({"有効開始": "2026-04-01", "有効終了": "2025-03-31"}, "逆"),
    }
    rows = [row(**{"名称": f"第{cell}協会", **changed}) for cell, (changed, _said) in slips.items()]
    intake = read(office, book(row(), *rows))
    told = {one.cell: one.wording for one in intake.complaints}
    for cell, (_changed, said) in slips.items():
        if cell != "A3":  # five digits are read as the code without its check digit
            assert said in told[cell].ja
            assert told[cell].en
    assert "A3" not in told
    assert {one.name.ja for one in intake.offered} == {"公益財団法人宮城県国際化協会", "第A3協会"}
    with pytest.raises(Refusal):
        office.directory_intake.take(intake)
    assert office.undoable().ja == "支部の設定"  # nothing was kept
    office.directory_intake.take(intake, good_rows_only=True)
    assert office.directory.find("第D5協会") == []
    assert office.directory.find("第A3協会")[0].code == "040002"


@pytest.mark.parametrize("name", ["名簿.xlsx", "名簿.csv"])
def test_what_is_exported_imports_again_unchanged(office, tmp_path, name):
    body = office.bodies.add_body(BodyEntry(kind="partner", name_ja="髙﨑 財団", name_en="=Takasaki", country="US"))
    office.bodies.enter(
        body.key, StatementEntry(attribute="address", value="一行目\n二行目", document="通知", seen_on="2026-11-01")
    )
    made = office.directory_export.export(tmp_path / name)
    intake = office.directory_intake.read(made.path)
    assert intake.complaints == []
    assert intake.offered == []
    assert intake.unchanged == sum(1 for one in office.directory.bodies() for said in one.statements)


def test_an_export_changed_by_hand_offers_just_what_was_changed(office, tmp_path):
    path = office.directory_export.export(tmp_path / "名簿.xlsx").path
    made = openpyxl.load_workbook(path)
    for cells in made.active.iter_rows():
        for one in cells:
            if one.value == "65-6224-8376":
                one.value = "65-6224-8377"
    made.save(path)
    intake = office.directory_intake.read(path)
    assert {(one.body, one.after.value) for one in intake.offered} == {("singapore", "65-6224-8377")}


@pytest.mark.parametrize(
    "content", [b"", b"\xd0\xcf\x11\xe0old", b"PK\x03\x04broken", b"\x00\x01", "件名,金額\n茶,1\n".encode()]
)
def test_a_file_without_a_table_of_ours_is_refused_in_words(office, tmp_path, content):
    path = tmp_path / "一覧.csv"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        office.directory_intake.read(path)
    assert "一覧.csv" in refused.value.wording.ja


def test_a_csv_of_japanese_windows_is_read(office, tmp_path):
    path = tmp_path / "協会.csv"
    path.write_bytes("名称,電話\n財団法人髙島協会,022-275-3796\n".encode("cp932"))
    assert read(office, path).offered[0].name.ja == "財団法人髙島協会"


def sent(office, tmp_path):
    body = office.bodies.add_body(BodyEntry(kind="partner", name_ja="ソウル特別市", country="KR"))
    office.bodies.enter(
        body.key, StatementEntry(attribute="tel", value="82-2-120", document="通知", seen_on="2026-11-01")
    )
    office.bodies.enter(
        "seoul", StatementEntry(attribute="postal_code", value="04538", document="連絡", seen_on="2026-11-01")
    )
    path = tmp_path / "更新.json"
    assert office.directory_updates.make(path, "宮城県支部") == 2
    return path


def test_an_update_file_shows_its_differences_and_is_taken_as_one_act(office, another, tmp_path):
    path = sent(office, tmp_path)
    update = another.directory_updates.read(path)
    assert (update.issued_by, update.issued_on) == ("宮城県支部", TODAY)
    assert another.directory_updates.take(update) == 3  # the body and two values
    assert another.directory.body("seoul").value(Attribute.POSTAL_CODE, TODAY) == "04538"
    assert [one.name.ja for one in another.directory.bodies(BodyKind.PARTNER)] == ["ソウル特別市"]
    assert another.directory_updates.read(path).intake.offered == []
    assert another.undo().ja == "名簿の更新の取込み：宮城県支部"
    assert another.directory.bodies(BodyKind.PARTNER) == []


def test_an_update_file_can_be_read_by_a_person(office, tmp_path):
    content = json.loads(sent(office, tmp_path).read_text(encoding="utf-8"))
    assert "ソウル事務所 郵便番号: 04538（連絡）" in content["preview"]["ja"]
    assert len(content["sha256"]) == 64


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda content: content["entries"][0].update(value="000"), "壊れています"),
        (lambda content: content.update(format=2), "新しい版"),
        (lambda content: content.update(kind="clair_desktop rule notice"), "壊れています"),
        (lambda content: content.update(sha256=""), "壊れています"),
    ],
)
def test_a_damaged_foreign_or_newer_update_file_is_refused_in_words(office, another, tmp_path, change, said):
    path = sent(office, tmp_path)
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        another.directory_updates.read(path)
    assert said in refused.value.wording.ja
    assert another.undoable().ja == "支部の設定"


def test_a_branch_that_entered_nothing_has_nothing_to_send(office, tmp_path):
    with pytest.raises(Refusal, match="entered nothing"):
        office.directory_updates.make(tmp_path / "更新.json", "宮城県支部")
    with pytest.raises(Refusal, match="who issues"):
        office.directory_updates.make(tmp_path / "更新.json", " ")
