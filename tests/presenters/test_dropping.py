"""A dropped file: what it is and what would be done is said first; it is done on a word, and nothing else is."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.presenters.dropping import Chosen, Dropping, Way
from clair_desktop.services.office import Office
from clair_desktop.services.recognising import KIND_WORDS, Kind
from tests.presenters.stand import ImmediateTasks, Remembering, RememberingShell, opened_office
from tests.services.forms import GRANT, SENDAI


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def form(office, tmp_path) -> Path:
    path = tmp_path / "041009_交流_2026.xlsx"
    office.intake_forms.write(GRANT, 2026, path, body=SENDAI)
    return path


class Asked(Remembering):
    """Chooses a way, of the file at a place, where it is offered."""

    def __init__(self, way: Way | None, place: int = 0, **replies: object) -> None:
        super().__init__(**replies)
        self.way, self.place = way, place

    def ask_way(self, offers):
        self.calls.append(("ask_way", (offers,)))
        offered = [way for way, _told in offers[self.place].ways]
        return Chosen(offers[self.place], self.way) if self.way in offered else None


class Stand:
    def __init__(self, office: Office, way: Way | None, *, case: str = "", place: int = 0, **replies: object) -> None:
        self.view, self.shell = Asked(way, place, **replies), RememberingShell()
        self.done: list[tuple[Way, str, str | None]] = []
        self.enclosed: list[list[str]] = []
        does = {
            one: lambda path, password, one=one: self.done.append((one, path.name, password))
            for one in (Way.TAKE, Way.ANSWER, Way.NOTICE, Way.UPDATE, Way.VERIFY, Way.CHECK)
        }
        self.dropping = Dropping(
            self.view, office, self.shell, ImmediateTasks(), does=does,
            encloses=lambda paths: self.enclosed.append([one.name for one in paths]), open_case=lambda: case,
        )  # fmt: skip

    def offers(self):
        return self.view.last("ask_way")


def test_a_municipalitys_workbook_is_told_and_taken_to_its_tab_on_a_word(office, form) -> None:
    stand = Stand(office, Way.TAKE)
    stand.dropping.drop([form])
    (offer,) = stand.offers()
    assert offer.kind == KIND_WORDS[Kind.INTAKE]
    assert "宮城県仙台市" in [value.ja for _name, value in offer.facts]
    assert offer.ways[0][0] is Way.TAKE
    assert stand.done == [(Way.TAKE, form.name, None)]


def test_whoever_goes_back_has_done_nothing(office, form) -> None:
    stand = Stand(office, None)
    stand.dropping.drop([form])
    assert stand.view.heard("ask_way")
    assert stand.done == []
    assert office.cases.lines() == []


def test_enclosing_is_offered_only_while_a_case_is_open(office, tmp_path) -> None:
    paper = tmp_path / "見積書.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    closed = Stand(office, Way.ENCLOSE)
    closed.dropping.drop([paper])
    assert [way for way, _told in closed.offers()[0].ways] == [Way.VERIFY]
    opened = Stand(office, Way.ENCLOSE, case="R8-0001")
    opened.dropping.drop([paper])
    assert "R8-0001" in opened.offers()[0].ways[0][1].ja
    assert opened.enclosed == [["見積書.pdf"]]


def test_several_files_are_enclosed_together_on_one_word(office, tmp_path, form) -> None:
    paper = tmp_path / "見積書.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    stand = Stand(office, Way.ENCLOSE_ALL, case="R8-0001")
    stand.dropping.drop([form, paper])
    assert stand.enclosed == [[form.name, "見積書.pdf"]]
    assert stand.done == []


def test_of_several_files_the_chosen_one_alone_is_dealt_with(office, tmp_path, form) -> None:
    notice = tmp_path / "通知.json"
    notice.write_text(json.dumps({"kind": "clair_desktop rule notice"}), "utf-8")
    stand = Stand(office, Way.NOTICE, place=1)
    stand.dropping.drop([form, notice])
    assert stand.done == [(Way.NOTICE, "通知.json", None)]


def test_a_locked_workbook_is_looked_at_again_with_its_password(office, tmp_path) -> None:
    office.cases.new(GRANT, 2026, {"applicant": SENDAI})
    path = tmp_path / "台帳.xlsx"
    office.registers.export(GRANT, 2026, path, password="宮城 2026")
    stand = Stand(office, Way.UNLOCK, ask_password="宮城 2026")
    stand.dropping.drop([path])
    assert stand.offers()[0].ways[0][0] is Way.ANSWER
    assert stand.offers()[0].password == "宮城 2026"


def test_what_cannot_be_read_says_why_and_offers_nothing(office, tmp_path) -> None:
    broken = tmp_path / "壊れた.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    stand = Stand(office, Way.TAKE)
    stand.dropping.drop([broken])
    (offer,) = stand.offers()
    assert offer.ways == []
    assert "壊れた.xlsx" in offer.remark.ja


def test_a_copied_file_of_cases_is_named_and_left_alone(office, tmp_path) -> None:
    copied = tmp_path / "cases.clair"
    copied.write_bytes(b"SQLite format 3\0" + b"\0" * 100)
    stand = Stand(office, Way.ENCLOSE, case="R8-0001")
    stand.dropping.drop([copied])
    (offer,) = stand.offers()
    assert offer.ways == []
    assert "データフォルダー" in offer.remark.ja


def test_more_files_than_anybody_can_look_over_are_sent_back(office, tmp_path) -> None:
    stand = Stand(office, None)
    stand.dropping.drop([tmp_path / f"{number}.pdf" for number in range(31)])
    assert "30件" in stand.shell.told[0].ja
    assert not stand.view.heard("ask_way")
