"""A file is known by what stands in it, whatever it is called; nothing of it is kept and nothing is raised."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.wording import Language
from clair_desktop.services.hand_overs import Handing
from clair_desktop.services.office import Office
from clair_desktop.services.recognising import KIND_WORDS, Kind
from tests.presenters.stand import opened_office, receive_examples
from tests.services.forms import GRANT, SENDAI

TEXT = "見積書".encode()


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


def facts(found) -> dict[str, str]:
    return {name.ja: value.ja for name, value in found.facts}


def register(office: Office, out: Path, password: str | None = None) -> Path:
    receive_examples(office)
    office.registers.export(GRANT, 2025, out, Language.JA, Handing(), password=password)
    return out


def test_a_workbook_to_fill_in_is_known_with_its_body_programme_and_year(office, tmp_path) -> None:
    path = tmp_path / "名前を変えたもの.xlsx"
    office.intake_forms.write(GRANT, 2026, path, body=SENDAI)
    found = office.recognising.look(path)
    assert found.kind is Kind.INTAKE
    assert facts(found) | {"作成日": ""} == {
        "事業": "国際交流支援事業", "実施年度": "2026", "団体": "宮城県仙台市", "作成日": "",
    }  # fmt: skip


def test_the_branchs_own_register_is_told_from_another_branchs(office, tmp_path) -> None:
    own = register(office, tmp_path / "台帳.xlsx")
    assert office.recognising.look(own).kind is Kind.REGISTER
    with opened_office("041009") as sendai:
        found = sendai.recognising.look(own)
    assert found.kind is Kind.FOREIGN_REGISTER
    assert facts(found)["支部"] == "宮城県支部"


def test_a_locked_register_asks_for_its_password_and_is_known_with_it(office, tmp_path) -> None:
    locked = register(office, tmp_path / "台帳.xlsx", "宮城 2026")
    assert office.recognising.look(locked).kind is Kind.LOCKED
    wrong = office.recognising.look(locked, "ちがう")
    assert wrong.kind is Kind.LOCKED
    assert wrong.why is not None
    assert office.recognising.look(locked, "宮城 2026").kind is Kind.REGISTER


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("要綱.pdf", b"%PDF-1.7\n", Kind.PDF),
        ("要綱", b"\xef\xbb\xbf%PDF-1.4\n", Kind.PDF),
        ("cases.clair", b"SQLite format 3\0" + b"\0" * 100, Kind.CASES),
        ("団体の一覧.csv", "名称,種別,電話\n仙台市,地方公共団体,022-261-1111\n".encode("utf-8-sig"), Kind.BODIES),
        ("一覧.csv", "団体,金額\n石巻市,1200000\n".encode("cp932"), Kind.LIST),
        ("見積書.docx", b"PK\x03\x04", Kind.OTHER),
        ("写真.jpg", b"\xff\xd8\xff\xe0", Kind.OTHER),
        ("何か.json", TEXT, Kind.OTHER),
        ("何か.json", b"{" * 50_000, Kind.OTHER),
        ("壊れた.xlsx", b"PK\x03\x04", Kind.UNREADABLE),
        ("空.xlsx", b"", Kind.UNREADABLE),
        ("古い.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.UNREADABLE),
        ("空", b"", Kind.OTHER),
    ],
)
def test_files_of_all_kinds_end_in_words(office, tmp_path, name, content, kind) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = office.recognising.look(path)
    assert found.kind is kind
    assert KIND_WORDS[found.kind].ja
    assert (found.why is not None) == (kind is Kind.UNREADABLE)


def test_notices_and_updates_of_the_directory_are_known_by_what_they_call_themselves(office, tmp_path) -> None:
    for called, kind in (
        ("clair_desktop rule notice", Kind.NOTICE),
        ("clair_desktop directory update", Kind.UPDATE),
        ("another program's", Kind.OTHER),
    ):
        path = tmp_path / f"{kind}.json"
        path.write_text(json.dumps({"kind": called, "issued_by": "仙台市支部"}), "utf-8")
        found = office.recognising.look(path)
        assert found.kind is kind
        assert facts(found) == ({} if kind is Kind.OTHER else {"作成者": "仙台市支部"})


def test_a_folder_and_a_file_that_is_gone_are_told(office, tmp_path) -> None:
    assert office.recognising.look(tmp_path).kind is Kind.FOLDER
    gone = office.recognising.look(tmp_path / "ない.xlsx")
    assert gone.kind is Kind.UNREADABLE
    assert "見つかりません" in gone.why.ja


def test_a_plain_list_says_its_sheets_and_how_many_rows(office, tmp_path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "要望一覧"
    for row in (["団体名", "申請額"], ["石巻市", 1_200_000], ["塩竈市", 800_000]):
        book.active.append(row)
    book.save(tmp_path / "要望.xlsx")
    found = office.recognising.look(tmp_path / "要望.xlsx")
    assert found.kind is Kind.LIST
    assert facts(found) == {"シート": "要望一覧", "行数": "2"}


def test_the_directory_as_it_was_written_out_is_told_from_a_towns_list(office, tmp_path) -> None:
    written = tmp_path / "名簿.xlsx"
    office.directory_export.export(written, None)
    assert office.recognising.look(written).kind is Kind.BODIES
