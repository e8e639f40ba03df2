"""Papers of no case have their line in the ledger too: what, when, by whom, how many pages, which file."""

from datetime import date
from hashlib import sha256

import pytest

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.directory import BodyKind
from clair_desktop.domain.wording import Language
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from clair_desktop.services.directory_facts import Chosen
from clair_desktop.services.printed_ledger import LedgerFilter
from clair_desktop.services.releases import How
from tests.output.pdf.reading import page_texts
from tests.services.casework import TODAY, grant

JA, EN = Language.JA, Language.EN
OFFICES = Chosen(kinds=[BodyKind.OVERSEAS_OFFICE])
CALL = CallKey("multicultural_grant", 2027)


def statistics(office, out):
    office.statistic_papers.print(office.statistics.of_year(2026), out, JA)


def remind(office, out):
    office.calls.new(CALL, CallEntry(deadline=date(2026, 12, 11), source_title="令和9年度募集案内"))
    office.calls.ask(CALL, ["043010"])
    office.reminders.remind(CALL, out, [JA, EN], document_number="国際第7号")


PAPERS = {
    "集計表": statistics,
    "予定表": lambda office, out: office.agenda_papers.month(date(2026, 11, 1), out, JA),
    "予定一覧": lambda office, out: office.agenda_papers.listed(date(2026, 11, 1), date(2026, 11, 30), out, JA),
    "海外事務所の担当地域": lambda office, out: office.coverage_papers.print(Purpose.SUPPORT, TODAY, out, JA),
    "ロンドン事務所": lambda office, out: office.office_papers.write(out, office.days.office("london"), JA),
    "機関名簿": lambda office, out: office.directory_papers.booklet(out, OFFICES, [JA, EN]),
    "電話番号一覧": lambda office, out: office.directory_papers.phones(out, OFFICES),
    "宛名ラベル": lambda office, out: office.directory_mail.labels(out, OFFICES, language=EN),
    "募集に係る回答について（再依頼）": remind,
    "印刷書類台帳": lambda office, out: office.ledger.print(LedgerFilter(), out, JA),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_no_case_is_noted_with_its_pages_and_the_hash_of_its_file(office, tmp_path, name):
    out = tmp_path / "紙.pdf"
    PAPERS[name](office, out)
    (line,) = office.ledger.lines()
    assert name in line.name.ja
    assert line.name.en
    assert (line.how, line.made_by, line.on) == (How.SAVED, "宮城県支部 担当者", TODAY)
    assert line.pages == len(page_texts(out))
    assert line.sha256 == sha256(out.read_bytes()).hexdigest()
    assert (line.case_number, line.case_title, line.pack_id, line.state.ja) == ("", "", "", "")


def test_its_language_and_number_are_noted(office, tmp_path):
    remind(office, tmp_path / "督促.pdf")
    (line,) = office.ledger.lines()
    assert (line.language.ja, line.document_number) == ("日英", "国際第7号")


def test_each_file_of_letters_that_go_apart_has_a_line(office, tmp_path):
    office.calls.new(CALL, CallEntry(deadline=date(2026, 12, 11), source_title="令和9年度募集案内"))
    office.calls.ask(CALL, ["043010", "043028"])
    office.reminders.preview(CALL, tmp_path / "見る.pdf")
    assert not office.ledger.lines()
    office.reminders.remind(CALL, tmp_path / "各団体", each=True, how=How.PRINTED)
    assert [one.how for one in office.ledger.lines()] == [How.PRINTED, How.PRINTED]


def test_what_was_only_looked_at_is_not_noted(office, tmp_path):
    counted = office.statistics.of_year(2026)
    office.statistic_papers.print(counted, tmp_path / "表.pdf", JA, how=None)
    office.agenda_papers.month(date(2026, 11, 1), tmp_path / "月.pdf", JA, how=None)
    office.documents.specimen("economic_grant", "application", [JA], tmp_path / "見本.pdf")
    assert not office.ledger.lines()


def test_a_specimen_that_is_saved_is_noted_as_one(office, tmp_path):
    office.documents.specimen("economic_grant", "application", [JA, EN], tmp_path / "見本.pdf", noted=True)
    (line,) = office.ledger.lines()
    assert line.name.ja == "見本：経済活動助成事業　申請書一式（進達）"
    assert line.language.ja == "日英"


def test_such_papers_stand_among_those_of_cases_and_are_found_printed_and_exported(office, tmp_path):
    number = grant(office).number
    office.documents.print(number, "application", [JA], tmp_path / "案.pdf")
    statistics(office, tmp_path / "表.pdf")
    assert [one.case_number for one in office.ledger.lines()] == ["", number]
    assert len(office.ledger.lines(LedgerFilter("集計表"))) == 1
    office.ledger.print(LedgerFilter("集計"), tmp_path / "台帳.pdf", JA)
    assert "集計表" in "".join(page_texts(tmp_path / "台帳.pdf"))
    assert office.ledger.export(LedgerFilter(), tmp_path / "台帳.xlsx", EN).rows == 3


def test_verify_says_of_such_a_file_that_it_is_the_branchs_own(office, tmp_path):
    out = tmp_path / "表.pdf"
    statistics(office, out)
    found = office.verifying.verify(out)
    assert found.printings
    told = found.printings[0].told()
    assert "案件によらない書類" in told.ja
    assert "Papers of no case" in told.en


def test_taking_other_acts_back_leaves_the_line(office, tmp_path):
    statistics(office, tmp_path / "表.pdf")
    office.undo()
    assert len(office.ledger.lines()) == 1
