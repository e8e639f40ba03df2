"""Letters and labels of a call: looked at first, and nobody counts as reminded before a letter has left."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.call_letters import CallLettersPresenter, LetterWish, Paper
from clair_desktop.services.addresses import Address
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office

KEY = CallKey("multicultural_grant", 2027)
ZAO, SHICHIKASHUKU, OGAWARA = ("043010", ""), ("043028", ""), ("043214", "")


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        entry = CallEntry(deadline=date(2026, 12, 11), branch_deadline=date(2026, 11, 27), source_title="募集案内")
        opened.calls.new(KEY, entry)
        opened.calls.add(KEY, [ZAO, SHICHIKASHUKU, OGAWARA])
        opened.calls.record(KEY, [OGAWARA], CallAnswer.NOTHING)
        yield opened


class FolderShell(RememberingShell):
    """A shell whose person names a folder for the files of each body."""

    def pick_folder(self, title: object, start: Path | None = None) -> Path | None:
        return self.target


@pytest.fixture
def view() -> Remembering:
    return Remembering(in_sight=True, send_to_printer=True)


@pytest.fixture
def shell(tmp_path) -> FolderShell:
    return FolderShell(target=tmp_path / "再依頼.pdf")


@pytest.fixture
def presenter(view, office, shell) -> CallLettersPresenter:
    made = CallLettersPresenter(view, office, shell, Language.JA)
    made.start()
    return made


def wish(**asked: object) -> LetterWish:
    return LetterWish(**{"call": KEY, "on": "令和8年11月20日", **asked})


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)


def reminded(office: Office) -> list[date | None]:
    return [one.reminded_on for one in office.calls.get(KEY).bodies]


def test_the_letters_are_looked_at_before_anybody_is_reminded(presenter, view, office) -> None:
    path, _warnings = view.last("show_file")
    assert "宮城県蔵王町御中" in text_of(path)
    assert [one.key for one in view.last("show_letters").recipients] == [ZAO, SHICHIKASHUKU]
    assert reminded(office) == [None, None, None]


def test_saving_writes_what_was_looked_at_and_notes_the_day(presenter, view, office, shell) -> None:
    presenter.choose(wish(document_number="国際第9号", on="R8.11.24"))
    presenter.save()
    assert "国際第9号" in text_of(shell.target)
    assert shell.suggested == ["multicultural_grant_R9_1_reminder_ja.pdf"]
    assert reminded(office) == [date(2026, 11, 24), date(2026, 11, 24), None]
    assert office.undo().ja == "回答の再依頼：2団体"


def test_who_goes_back_reminds_nobody(presenter, office, shell) -> None:
    shell.target = None
    presenter.save()
    assert reminded(office) == [None, None, None]


def test_a_file_for_each_body_lies_in_a_folder_of_its_own(presenter, shell, tmp_path) -> None:
    shell.target = tmp_path
    presenter.choose(wish(each=True, spoken="both"))
    presenter.save()
    folder = tmp_path / "multicultural_grant_R9_1_reminder_both"
    assert sorted(one.name for one in folder.iterdir()) == ["043010_宮城県蔵王町.pdf", "043028_宮城県七ヶ宿町.pdf"]
    shell.agrees = False
    before = {one: one.stat().st_mtime_ns for one in folder.iterdir()}
    presenter.save()
    assert len(shell.questions) == 1
    assert {one: one.stat().st_mtime_ns for one in folder.iterdir()} == before


def test_printing_reminds_once_the_printer_has_taken_it(presenter, view, office) -> None:
    presenter.print()
    assert view.last("send_to_printer")[1] == "multicultural_grant_R9_1_reminder_ja"
    assert reminded(office)[0] == date(2026, 11, 20)


def test_a_printer_that_is_declined_reminds_nobody(office, shell) -> None:
    presenter = CallLettersPresenter(Remembering(in_sight=True, send_to_printer=False), office, shell, Language.JA)
    presenter.start()
    presenter.print()
    assert reminded(office) == [None, None, None]


def test_bodies_without_an_address_are_named_before_printing(presenter, view) -> None:
    assert [one.name.ja for one in view.last("show_letters").without_address] == ["宮城県蔵王町", "宮城県七ヶ宿町"]
    assert presenter.put_address(ZAO, "９８９０８９２", "宮城県刈田郡蔵王町大字円田字西浦北10", "まちづくり推進課")
    assert [one.name.ja for one in view.last("show_letters").without_address] == ["宮城県七ヶ宿町"]
    assert view.last("show_letters").bodies[0].postal_code == "989-0892"


def test_a_postal_code_that_is_none_is_refused_at_its_box(presenter, view, office) -> None:
    assert not presenter.put_address(ZAO, "98", "宮城県刈田郡蔵王町", "")
    assert view.last("show_address_complaint")[0] == "postal_code"
    assert office.addresses.of(ZAO) == Address()


@pytest.mark.parametrize(("lines", "asked"), [("", 0), ("宮城県石巻市穀町14-1", 0), ("石巻市役所内", 1)])
def test_a_postal_codes_address_replaces_other_lines_only_when_one_says_so(presenter, shell, lines, asked) -> None:
    shell.agrees = False
    assert presenter.may_replace(lines, "宮城県石巻市穀町14-1") is (asked == 0)
    assert len(shell.questions) == asked


def test_labels_go_to_the_silent_or_to_all_and_begin_where_a_sheet_is_free(presenter, view, office, shell) -> None:
    presenter.choose(wish(paper=Paper.LABELS))
    assert len(view.last("show_letters").recipients) == 2
    presenter.choose(wish(paper=Paper.LABELS, every=True, per_sheet=24, first="２４"))
    assert len(view.last("show_letters").recipients) == 3
    path, _warnings = view.last("show_file")
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 2
    presenter.save()
    assert "宮城県大河原町御中" in text_of(shell.target)
    assert reminded(office) == [None, None, None]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"paper": Paper.LABELS, "first": "13"}, "first"),
        ({"paper": Paper.LABELS, "first": "初め"}, "first"),
        ({"on": "R8.2.30"}, "on"),
        ({"document_number": "第\x07号"}, "document_number"),
    ],
)
def test_what_cannot_be_printed_is_refused_at_its_question(presenter, view, asked, field) -> None:
    presenter.choose(wish(**asked))
    assert view.last("show_no_file")[0] == field
    before = len(view.calls)
    presenter.save()
    presenter.print()
    assert len(view.calls) == before


def test_when_all_have_answered_there_is_nobody_to_write_to(presenter, view, office) -> None:
    office.calls.record(KEY, [ZAO, SHICHIKASHUKU], CallAnswer.NOTHING)
    presenter.reload()
    field, refusal = view.last("show_no_file")
    assert field == "bodies"
    assert "回答を待っている団体はありません" in refusal.wording.ja


def test_without_a_call_there_is_nothing_to_make() -> None:
    view = Remembering(in_sight=True)
    with opened_office() as office:
        CallLettersPresenter(view, office, RememberingShell(), Language.EN).start()
    assert view.last("show_no_file") == ("", None)


def test_nothing_is_made_while_nobody_looks(office, shell) -> None:
    view = Remembering(in_sight=False)
    presenter = CallLettersPresenter(view, office, shell, Language.JA)
    presenter.start()
    assert not view.heard("show_file")
    presenter.look()
    assert view.heard("show_file")


def test_the_papers_follow_the_call_that_is_looked_at_elsewhere(presenter, view, office) -> None:
    other = CallKey("exchange_grant", 2026)
    office.calls.new(other)
    office.calls.add(other, [ZAO])
    presenter.turn_to(other)
    assert view.last("show_letters").wish.call == KEY
    presenter.look()
    assert view.last("show_letters").wish.call == other
    assert [one.key for one in view.last("show_letters").recipients] == [ZAO]
