"""The other tabs of a case: enclosures, documents and their preview, history, and what was left unfinished."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.domain.pack_languages import PaperLanguage
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.enclosures import EnclosureLine, EnclosuresPresenter
from clair_desktop.presenters.history import HistoryEntry, HistoryPresenter
from clair_desktop.presenters.pack_wishes import PackWish, ShownPacks
from clair_desktop.presenters.preview import PreviewPresenter
from clair_desktop.presenters.recovery import Recovery
from clair_desktop.services.directory_reading import StatementEntry
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.output.pdf.reading import page_texts
from tests.presenters.entries import GRANT, RESEARCH, enclose_what_is_needed, worked
from tests.presenters.stand import RememberingShell, opened_office

SCHOOLS = 2  # the worked case of four schools, each further in its arrangements


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def shell(tmp_path: Path) -> "ChoosingShell":
    return ChoosingShell(tmp_path / "書類.pdf")


@pytest.fixture
def case(office: Office) -> CaseSheet:
    return worked(office, GRANT)


class ChoosingShell(RememberingShell):
    """Chooses the files it was given and saves where it was told."""

    def __init__(self, target: Path) -> None:
        super().__init__(target=target)
        self.files: Sequence[Path] = ()
        self.told: list[Wording] = []

    def pick_files(self, title: Wording, kinds: object) -> Sequence[Path]:
        return self.files

    def tell(self, message: Wording) -> None:
        self.told.append(message)


class RememberingPapers:
    """Enclosures, history and preview at once; ``seen`` says whether somebody looks."""

    def __init__(self, *, seen: bool = True) -> None:
        self.seen = seen
        self.sheet: CaseSheet | None = None
        self.entries: Sequence[HistoryEntry] = ()
        self.packs: ShownPacks | None = None
        self.files: list[Path] = []
        self.refusal: Refusal | None = None
        self.printer: Refusal | bool = True
        self.printed: list[bytes] = []
        self.newer: list[str] = []
        self.looked: list[tuple[str, int]] = []
        self.nods = True

    def in_sight(self) -> bool:
        return self.seen

    def show_enclosures(self, sheet: CaseSheet) -> None:
        self.sheet = sheet

    def ask_looked_at(self, line: EnclosureLine, pages: Path) -> bool:
        self.looked.append((line.name, len(page_texts(pages))))
        return self.nods

    def show_history(self, entries: Sequence[HistoryEntry]) -> None:
        self.entries = entries

    def show_packs(self, shown: ShownPacks) -> None:
        self.packs = shown

    def show_newer(self, differences: Sequence[Wording], *, newest: bool) -> None:
        self.newer = [one.ja for one in differences]

    def show_file(self, path: Path, warnings: Sequence[Wording]) -> None:
        self.files.append(path)

    def show_refusal(self, refusal: Refusal) -> None:
        self.refusal = refusal

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
        if isinstance(self.printer, Refusal):
            raise self.printer
        self.printed.append(path.read_bytes())
        return self.printer


@pytest.fixture
def view() -> RememberingPapers:
    return RememberingPapers()


def test_files_and_whole_folders_are_enclosed(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers, tmp_path: Path
) -> None:
    folder = tmp_path / "資料"
    folder.mkdir()
    for name in ("見積書.txt", "予算書.txt"):
        (folder / name).write_text("1,200,000円", encoding="utf-8")
    presenter = EnclosuresPresenter(view, office, shell)
    presenter.show(case)
    presenter.add([folder])
    assert sorted(line.name for line in office.cases.get(case.number).enclosures) == ["予算書.txt", "見積書.txt"]
    assert "2件" in shell.said[-1].ja


def test_an_enclosure_gets_its_kind_is_written_out_and_taken_out(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers, tmp_path: Path
) -> None:
    paper = tmp_path / "見積書.txt"
    paper.write_text("1,200,000円", encoding="utf-8")
    shell.files = [paper]
    presenter = EnclosuresPresenter(view, office, shell)
    presenter.show(case)
    presenter.choose()
    line = office.cases.get(case.number).enclosures[0]
    presenter.set_kind(line.id, "quotation")
    assert office.cases.get(case.number).enclosures[0].kind == "quotation"
    presenter.save_as(line)
    assert shell.target is not None
    assert shell.target.read_text("utf-8") == "1,200,000円"
    presenter.remove(line.id)
    assert office.cases.get(case.number).enclosures == []


def test_a_file_that_is_gone_is_refused_by_its_name(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers, tmp_path: Path
) -> None:
    presenter = EnclosuresPresenter(view, office, shell)
    presenter.show(case)
    presenter.add([tmp_path / "ない.pdf"])
    assert "ない.pdf" in shell.refused[-1].wording.ja


def preview(view: RememberingPapers, office: Office, shell: ChoosingShell) -> PreviewPresenter:
    return PreviewPresenter(view, office, shell, Language.JA)


def test_the_file_looked_at_is_the_file_saved(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    presenter = preview(view, office, shell)
    presenter.show(case)
    assert view.packs is not None
    assert view.packs.wish == PackWish("application", "ja", "", "令和8年11月20日（金）")
    shown = view.files[-1].read_bytes()
    presenter.save_as()
    assert shell.target is not None
    assert shell.target.read_bytes() == shown
    assert shell.suggested == [f"{case.number}_application_ja.pdf"]
    assert shell.told == []
    noted = office.history.of(case.number)[0]
    assert noted.title.ja == f"印刷：{case.number}"
    presenter.close()


def test_a_pack_printed_before_offers_the_directorys_newer_values_and_keeps_the_old_until_asked(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    presenter = preview(view, office, shell)
    presenter.show(case)
    presenter.save_as()
    moved = StatementEntry(attribute="tel", value="03-5213-9999", document="本部からの連絡", seen_on="2026-11-20")
    office.bodies.enter("economic_exchange", moved)
    assert view.packs is not None
    presenter.choose(replace(view.packs.wish, on="R8.11.20"))
    assert view.newer == ["交流支援部 経済交流課　電話番号：03-5213-1726 → 03-5213-9999"]
    kept = view.files[-1].read_bytes()
    presenter.choose(replace(view.packs.wish, on="R8.11.20", newest=True))
    assert view.files[-1].read_bytes() != kept
    presenter.close()


def test_no_file_is_made_while_nobody_looks(office: Office, shell: ChoosingShell, case: CaseSheet) -> None:
    view = RememberingPapers(seen=False)
    presenter = preview(view, office, shell)
    presenter.show(case)
    assert view.files == []
    presenter.look()
    assert len(view.files) == 1
    presenter.look()
    assert len(view.files) == 1
    presenter.close()


def test_a_pack_is_made_anew_in_another_language_and_with_another_number(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    presenter = preview(view, office, shell)
    presenter.show(case)
    first = view.files[-1].read_bytes()
    presenter.choose(PackWish("application", "both", "国際第5号", "R8.11.18"))
    assert view.files[-1].read_bytes() != first
    presenter.choose(PackWish("application", "both", "国際第5号", "あした"))
    assert view.refusal is not None
    assert view.refusal.field == "on"
    presenter.close()


def test_what_a_step_has_sent_is_shown_with_its_number_and_day(
    office: Office, shell: ChoosingShell, view: RememberingPapers, tmp_path: Path
) -> None:
    request = worked(office, RESEARCH, 1)
    enclose_what_is_needed(office, request, tmp_path)
    presenter = preview(view, office, shell)
    presenter.show(office.cases.get(request.number))
    presenter.show(office.steps.take(request.number, "sound_out", document_number="国際第72号"))
    assert view.packs is not None
    assert (view.packs.wish.pack, view.packs.wish.document_number) == ("sounding", "国際第72号")
    presenter.close()


def test_the_letter_to_one_body_is_made_again_whatever_its_state(
    office: Office, shell: ChoosingShell, view: RememberingPapers
) -> None:
    visit = worked(office, "overseas_support", SCHOOLS)
    presenter = preview(view, office, shell)
    presenter.show(visit)
    presenter.turn_to("appointment_request")
    assert view.packs is not None
    assert [row for row, _name in view.packs.rows] == [1, 2, 3, 4]
    assert view.packs.rows[1][1].ja.endswith("2行目（訪問校2（見本））")
    assert view.packs.wish.spoken == "en"  # as its receivers read
    assert "SchoolNo.1" in "".join(page_texts(view.files[-1]))
    presenter.choose(replace(view.packs.wish, row=2))
    again = "".join(page_texts(view.files[-1]))
    assert "SchoolNo.2" in again
    assert "SchoolNo.1" not in again
    presenter.save_as()
    assert shell.suggested == [f"{visit.number}_appointment_request_2_en.pdf"]
    assert shell.target is not None
    assert shell.target.read_bytes() == view.files[-1].read_bytes()
    presenter.close()


def test_the_row_chosen_is_let_go_with_its_body_and_with_another_pack(
    office: Office, shell: ChoosingShell, view: RememberingPapers
) -> None:
    visit = worked(office, "overseas_support", SCHOOLS)
    presenter = preview(view, office, shell)
    presenter.show(visit)
    presenter.turn_to("thanks")
    assert view.packs is not None
    presenter.choose(replace(view.packs.wish, row=4))
    schools = visit.answers["targets"]
    assert isinstance(schools, tuple)
    presenter.show(office.cases.save(visit.number, {**visit.answers, "title": "学校訪問"}))
    assert view.packs.wish.row == 4
    presenter.show(office.cases.save(visit.number, {**visit.answers, "targets": (schools[0], *schools[2:])}))
    assert view.packs.wish.row is None
    presenter.choose(replace(view.packs.wish, row=1))
    presenter.turn_to("application")
    assert (view.packs.wish.row, view.packs.rows) == (None, [])
    presenter.close()


def test_what_is_printed_is_noted_and_going_back_is_not(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    presenter = preview(view, office, shell)
    presenter.show(case)
    view.printer = False
    presenter.print()
    assert office.history.of(case.number)[0].title.ja != f"印刷：{case.number}"
    view.printer = True
    presenter.print()
    assert office.history.of(case.number)[0].title.ja == f"印刷：{case.number}"
    assert view.printed[-1] == view.files[-1].read_bytes()
    presenter.close()


def test_a_printer_that_fails_is_told_in_words_and_nothing_is_noted(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    presenter = preview(view, office, shell)
    presenter.show(case)
    view.printer = Refusal(Wording("プリンターが受け付けませんでした。", "The printer did not take it."))
    presenter.print()
    assert shell.refused == [view.printer]
    assert office.history.of(case.number)[0].title.ja != f"印刷：{case.number}"
    presenter.close()


def test_a_character_that_no_font_has_is_shown_instead_of_the_pages(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    odd = office.cases.save(case.number, {**case.answers, "title": "印刷できない字\U0010fffd"})
    presenter = preview(view, office, shell)
    presenter.show(odd)
    assert view.refusal is not None
    assert view.files == []
    presenter.save_as()
    assert shell.suggested == []
    presenter.close()


def test_the_history_is_read_when_somebody_looks(office: Office, case: CaseSheet) -> None:
    view = RememberingPapers(seen=False)
    presenter = HistoryPresenter(view, office, Language.JA)
    presenter.show(case)
    assert view.entries == ()
    presenter.look()
    assert [entry.title.ja for entry in view.entries] == ["受付：経済活動助成事業"]


def test_unfinished_entries_are_offered_and_thrown_away_only_after_asking(
    office: Office, shell: ChoosingShell, case: CaseSheet
) -> None:
    office.drafts.keep(case.id, {"title": "途中"}, case.version)
    office.drafts.keep(9999, {"title": "消えた案件"}, 1)
    recovery = Recovery(office, shell)
    unfinished = recovery.unfinished()
    assert [(one.number, one.title) for one in unfinished] == [(case.number, case.title)]
    shell.agrees = False
    assert not recovery.throw_away(unfinished)
    assert office.drafts.find(case.id) is not None
    shell.agrees = True
    assert recovery.throw_away(unfinished)
    assert case.number in shell.questions[-1].ja
    assert office.drafts.all() == []


def test_a_copy_is_made_up_as_the_branch_keeps_it(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    presenter = preview(view, office, shell)
    presenter.show(case)
    assert view.packs is not None
    plain = page_texts(view.files[-1])
    typed = replace(view.packs.wish, document_number="国際第5号")
    presenter.turn_to_copy(typed, PackCopy.APPLICANT)
    assert view.packs.wish.document_number == "国際第5号"
    assert "申請団体控" in page_texts(view.files[-1])[0]
    presenter.make_up(replace(view.packs.wish, made_up=replace(view.packs.wish.made_up, contents=True)))
    assert "目次" in page_texts(view.files[-1])[1]
    presenter.save_as()
    assert shell.suggested == [f"{case.number}_application_applicant_ja.pdf"]
    assert shell.told == []
    presenter.turn_to_copy(view.packs.wish, PackCopy.WHOLE)
    presenter.choose(replace(view.packs.wish, document_number=""))
    told = [one.replace(f"{case.number}-P02", f"{case.number}-P01") for one in page_texts(view.files[-1])]
    assert told == plain  # but for its number: the applicant's copy that was saved is the first
    presenter.close()
    again = preview(view, office, shell)
    again.show(office.cases.get(case.number))
    again.turn_to_copy(view.packs.wish, PackCopy.APPLICANT)
    assert view.packs.wish.made_up == MakeUp(copy=PackCopy.APPLICANT, contents=True)
    again.close()


def test_a_paper_keeps_the_language_it_was_given_and_every_copy_has_its_own(
    office: Office, shell: ChoosingShell, case: CaseSheet, view: RememberingPapers
) -> None:
    presenter = preview(view, office, shell)
    presenter.show(case)
    assert view.packs is not None
    first = view.packs.papers[0]
    presenter.speak_paper(replace(view.packs.wish, document_number="国際第5号"), first.key, PaperLanguage.EN)
    assert "DearChairperson" in page_texts(view.files[-1])[0]
    assert "国際第5号" in page_texts(view.files[-1])[0]
    presenter.turn_to_copy(view.packs.wish, PackCopy.APPLICANT)
    assert view.packs.wish.own == {}
    presenter.speak(Language.EN)
    presenter.turn_to_copy(view.packs.wish, PackCopy.WHOLE)
    assert view.packs.wish.own == {first.key: PaperLanguage.EN}
    presenter.speak_as_usual(view.packs.wish)
    assert "（進達）" in page_texts(view.files[-1])[0]
    presenter.close()
