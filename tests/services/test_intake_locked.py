"""A municipality's workbook with a password: asked for, tried, and never kept; the marked copy goes back locked alike."""

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import load_workbook

from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.excel.locking import USUAL, locked, unlocked
from tests.services.forms import MEMORIAL, Form, parts, rules

PASSWORD = "仙台2026 ＡＢｃ"


@pytest.fixture
def path(office, tmp_path):
    """仙台市's workbook, filled in and locked by the town."""
    made = Form(office, tmp_path / "041009_保護.xlsx").fill({**MEMORIAL, "requested": "五十万くらい"}).save()
    made.write_bytes(locked(made.read_bytes(), PASSWORD))
    return made


def test_a_locked_workbook_is_refused_by_name_until_its_password_is_given(office, path) -> None:
    with pytest.raises(Refusal) as refused:
        office.intakes.read(path)
    assert refused.value.field == "password"
    assert "「041009_保護.xlsx」はパスワードで保護されています" in refused.value.wording.ja


def test_a_wrong_password_is_said_to_be_wrong(office, path) -> None:
    for wrong in ("仙台2026 ABC", "", "x" * 300):
        with pytest.raises(Refusal, match="does not open with this password") as refused:
            office.intakes.read(path, password=wrong)
        assert refused.value.field == "password"
    assert office.cases.lines() == []


def test_with_its_password_it_is_read_like_any_other(office, path) -> None:
    intake = office.intakes.read(path, password=PASSWORD)
    assert intake.answers["representative"] == "仙台市長　髙﨑 𠮷郎"
    assert PASSWORD not in repr(intake)


def test_what_excel_locks_without_asking_anybody_opens_without_asking(office, path) -> None:
    path.write_bytes(locked(unlocked(path.read_bytes(), PASSWORD), USUAL))
    assert "unreadable" in rules(office.intakes.read(path))


def test_the_marked_copy_goes_back_under_the_same_password(office, path, tmp_path) -> None:
    copy = tmp_path / "控え.xlsx"
    office.intakes.annotate(office.intakes.read(path, password=PASSWORD), copy)
    with copy.open("rb") as file:
        assert OOXMLFile(file).is_encrypted()
    opened = tmp_path / "開いた控え.xlsx"
    opened.write_bytes(unlocked(copy.read_bytes(), PASSWORD))
    assert "点検結果" in load_workbook(opened).sheetnames


def test_a_damaged_lock_ends_in_words(office, path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    path.write_bytes(content)
    with pytest.raises(Refusal, match="damaged, or locked"):
        office.intakes.read(path, password=PASSWORD)


def test_what_was_locked_is_held_against_the_same_limits(office, path) -> None:
    """The lock hides nothing from the preflight: a part with a DTD is refused once it is open."""
    opened = path.with_name("開いた.xlsx")
    opened.write_bytes(unlocked(path.read_bytes(), PASSWORD))
    parts(opened, lambda name, content: content, **{"xl/a.xml": b"<!DOCTYPE a><a/>"})
    path.write_bytes(locked(opened.read_bytes(), PASSWORD))
    with pytest.raises(Refusal, match="DTD"):
        office.intakes.read(path, password=PASSWORD)
