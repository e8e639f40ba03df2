"""The copy that goes back to the sender: faulty cells coloured and noted, everything else as it was sent."""

import zipfile

import pytest
from openpyxl import load_workbook

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from tests.services.forms import MEMORIAL, Form


@pytest.fixture
def faulty(office, tmp_path):
    form = Form(office, tmp_path / "041009.xlsx").fill(MEMORIAL)
    form.cell("requested").value = "五十万くらい"
    form.row_cell("funding", "amount", 2).value = "未定"
    return form, office.intakes.read(form.save())


def test_faulty_cells_are_coloured_and_say_why(office, faulty, tmp_path) -> None:
    form, intake = faulty
    office.intakes.annotate(intake, tmp_path / "控え.xlsx")
    copy = load_workbook(tmp_path / "控え.xlsx")
    cell = copy["申請内容"][form.cell("requested").coordinate]
    assert cell.fill.start_color.rgb == "FFFFC7CE"
    assert cell.comment.text.startswith("［誤り］「五十万くらい」は金額として読めません。")
    assert cell.value == "五十万くらい"
    assert copy["財源内訳"][form.row_cell("funding", "amount", 2).coordinate].fill.start_color.rgb == "FFFFC7CE"


def test_the_findings_stand_on_a_sheet_of_their_own_with_links(office, faulty, tmp_path) -> None:
    form, intake = faulty
    office.intakes.annotate(intake, tmp_path / "控え.xlsx", Language.EN)
    findings = load_workbook(tmp_path / "控え.xlsx")["Findings"]
    heads, first, *_ = findings.iter_rows(values_only=True)
    assert heads == ("Kind", "Sheet", "Cell", "Question", "Value", "What is wrong, and its cure")
    assert first[:2] == ("Error", "申請内容")
    assert findings["C2"].hyperlink.location == f"'申請内容'!{form.cell('requested').coordinate}"
    assert findings.max_row == len(intake.findings) + 1


def test_what_the_sender_wrote_stays_byte_for_byte(office, faulty, tmp_path) -> None:
    form, intake = faulty
    office.intakes.annotate(intake, tmp_path / "控え.xlsx")
    with zipfile.ZipFile(form.path) as sent, zipfile.ZipFile(tmp_path / "控え.xlsx") as copy:
        changed = {name for name in sent.namelist() if sent.read(name) != copy.read(name)}
        marked = {f"xl/worksheets/sheet{form.book.sheetnames.index(name) + 1}.xml" for name in ("申請内容", "財源内訳")}
    frame = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    assert changed <= marked | frame | {f"xl/worksheets/_rels/{name.rsplit('/', 1)[1]}.rels" for name in marked}


def test_the_marked_copy_can_be_corrected_and_taken_in(office, faulty, tmp_path) -> None:
    form, intake = faulty
    office.intakes.annotate(intake, tmp_path / "控え.xlsx")
    copy = load_workbook(tmp_path / "控え.xlsx")
    copy["申請内容"][form.cell("requested").coordinate].value = 500_000
    copy["財源内訳"][form.row_cell("funding", "amount", 2).coordinate].value = 700_000
    copy.save(tmp_path / "控え.xlsx")
    assert office.intakes.take(office.intakes.read(tmp_path / "控え.xlsx")).answers["requested"] == 500_000


def test_the_senders_own_file_is_never_written_over(office, faulty) -> None:
    form, intake = faulty
    before = form.path.read_bytes()
    with pytest.raises(Refusal, match="another name"):
        office.intakes.annotate(intake, form.path)
    assert form.path.read_bytes() == before
