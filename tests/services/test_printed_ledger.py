"""The ledger of printed papers: every print, save and step writes its line, and the lines are found, printed and exported."""

from datetime import date, timedelta

import openpyxl
import pytest

from clair_desktop.domain.wording import Language
from clair_desktop.services.printed_ledger import LedgerFilter
from clair_desktop.services.releases import How
from tests.services.casework import burial, grant
from tests.services.test_papers_of_cases import pages_of

JA, EN = Language.JA, Language.EN


@pytest.fixture
def busy(office, tmp_path, clock):
    """A week of a branch: an application printed, sent and printed again, a sounding in both languages."""
    fuji = grant(office).number
    office.documents.print(fuji, "application", [JA], tmp_path / "案.pdf", reason="決裁用")
    clock.set(clock.now() + timedelta(days=1))
    office.steps.take(fuji, "transmit", document_number="国際第101号")
    clock.set(clock.now() + timedelta(days=1))
    sounded = burial(office).number
    office.documents.print(sounded, "sounding", [JA, EN], tmp_path / "打診.pdf", how=How.PRINTED)
    office.releases.again("R8-0001-P01", tmp_path / "昔.pdf", "控えの紛失")
    return office


def test_every_way_of_printing_writes_its_line_the_latest_first(busy):
    lines = busy.ledger.lines()
    assert [(one.how, one.pack_id) for one in lines] == [
        (How.AGAIN, "R8-0001-P01"),
        (How.PRINTED, "R8-0002-P01"),
        (How.SENT, "R8-0001-P02"),
        (How.SAVED, "R8-0001-P01"),
    ]
    assert [one.reason.ja for one in lines] == ["控えの紛失", "", "本部へ進達する", "決裁用"]
    assert {one.made_by for one in lines} == {"宮城県支部 担当者"}
    assert lines[1].language.ja == "日英"
    assert lines[2].document_number == "国際第101号"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (LedgerFilter("富士"), 3),
        (LedgerFilter("土葬 打診"), 1),
        (LedgerFilter("決裁"), 1),
        (LedgerFilter("１０１号"), 1),
        (LedgerFilter("ない言葉"), 0),
        (LedgerFilter(how=How.SENT), 1),
        (LedgerFilter(since=date(2026, 11, 21)), 3),
        (LedgerFilter(until=date(2026, 11, 20)), 1),
        (LedgerFilter(since=date(2026, 11, 21), until=date(2026, 11, 21)), 1),
    ],
)
def test_lines_are_found_by_words_kind_and_day(busy, wanted, found):
    assert len(busy.ledger.lines(wanted)) == found


def test_the_ledger_is_printed_with_what_was_chosen_of_it(busy, tmp_path):
    out = tmp_path / "台帳.pdf"
    last = busy.ledger.lines()[0]
    assert busy.ledger.print(LedgerFilter("富士"), out, JA).rows == 3
    said = "".join(pages_of(out))
    for text in ("印刷書類台帳", "宮城県支部　富士".replace("　", ""), "R8-0001-P01", "控えの紛失", "部内用1/"):
        assert text in said
    assert last.sha256[:16] in said
    busy.ledger.print(LedgerFilter(), out, EN)
    assert "Ledgerofprintedpapers" in "".join(pages_of(out))


def test_the_ledger_is_exported_with_every_column(busy, tmp_path):
    out = tmp_path / "台帳.xlsx"
    assert busy.ledger.export(LedgerFilter(), out, JA).rows == 4
    book = openpyxl.load_workbook(out)
    values = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    flat = [str(one) for row in values for one in row]
    assert busy.ledger.lines()[0].sha256 in flat
    assert "再発行" in flat
    assert "国際第101号" in flat


def test_a_print_that_fails_leaves_no_line(office, tmp_path):
    sheet = grant(office)
    with pytest.raises(Exception, match="cannot be written"):
        office.documents.print(sheet.number, "application", [JA], tmp_path / "ない" / "x.pdf")
    assert not office.ledger.lines()
