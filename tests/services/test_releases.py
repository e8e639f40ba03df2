"""Released packs: recorded with what they were made of, known by their content, and made again as they were."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pikepdf
import pytest

from clair_desktop.domain.paper_style import Comma, Digits, Honorific, PaperStyle
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.filling import Filling
from tests.services.casework import burial, changed, grant, material
from tests.services.test_papers_of_cases import pages_of

JA, EN = Language.JA, Language.EN


def printed(office, number, pack="application", languages=(JA,), **more):
    out = office.folder / f"{pack}{len(list(office.folder.iterdir()))}.pdf"
    return office.documents.print(number, pack, languages, out, **more)


def ledger(office):
    with office._desk.database.reading() as work:
        return work.ledger.all()


def test_a_released_pack_is_recorded_with_its_content_and_its_proof(office):
    sheet = grant(office)
    made = printed(office, sheet.number, document_number="国際第101号", on=date(2026, 9, 24), reason="内容の確認用")
    (pack,) = office.documents.releases.of(sheet.number)
    assert (pack.pack_id, pack.name.ja, pack.language) == ("R8-0001-P01", "申請書一式（進達）", "ja")
    assert (pack.on, pack.document_number, pack.state.ja) == (date(2026, 9, 24), "国際第101号", sheet.state.label.ja)
    assert (pack.pages, pack.released_by) == (made.pages, "宮城県支部 担当者")
    assert pack.proof["pages"] == made.pages
    assert pack.proof["facts"]["amount"] >= 5
    assert pack.proof["facts"]["day"] >= 3
    (line,) = ledger(office)
    assert (line.how, line.reason, line.sha256) == ("saved", "内容の確認用", made.sha256)
    assert len(line.page_marks["pages"]) == made.pages


def test_the_cover_carries_pack_and_content_and_no_other_page_does(office):
    sheet = grant(office)
    made = printed(office, sheet.number)
    (pack,) = office.documents.releases.of(sheet.number)
    pages = pages_of(made.path)
    assert ["R8-0001-P01" in page for page in pages] == [True, *[False] * (made.pages - 1)]
    assert pack.content_sha256[:16] in pages[0]
    with pikepdf.open(made.path) as pdf:
        assert str(pdf.docinfo["/Keywords"]) == f"CLAIR:R8-0001:R8-0001-P01:{pack.content_sha256}".upper()


def test_the_same_content_is_the_same_pack_and_another_one_the_next(office):
    sheet = grant(office)
    first, again = (printed(office, sheet.number) for _ in range(2))
    assert first.sha256 == again.sha256
    assert [one.pack_id for one in office.documents.releases.of(sheet.number)] == ["R8-0001-P01"]
    changed(office, sheet, representative="髙﨑　一郎")
    printed(office, sheet.number)
    printed(office, sheet.number, languages=[EN])
    assert [one.pack_id for one in office.documents.releases.of(sheet.number)] == [
        "R8-0001-P01", "R8-0001-P02", "R8-0001-P03",
    ]  # fmt: skip
    assert [one.pack_number for one in ledger(office)] == [1, 1, 2, 3]


def test_the_checklist_may_change_and_the_pack_that_leaves_is_still_the_same(office, clock):
    sheet = office.steps.take(grant(office).number, "transmit", on=date(2026, 9, 24), document_number="国際第101号")
    clock.set(clock.now().replace(year=2027))
    printed(office, sheet.number)
    assert [one.pack_id for one in office.documents.releases.of(sheet.number)] == ["R8-0001-P01"]
    assert [(one.how, one.reason) for one in ledger(office)] == [("sent", "transmit"), ("saved", "")]


def test_a_preview_shows_the_pack_it_would_be_and_records_nothing(office, tmp_path):
    sheet = grant(office)
    seen = office.documents.preview(sheet, "application", [JA], tmp_path / "前.pdf")
    assert "R8-0001-P01" in pages_of(seen.path)[0]
    assert not office.documents.releases.of(sheet.number)
    assert not ledger(office)


def test_a_past_pack_is_made_again_as_it_was_whatever_changed_since(office, tmp_path, clock):
    """The case, its enclosures, the branch's address, the wording and the directory all say otherwise today."""
    sheet = burial(office)
    first = printed(office, sheet.number, "sounding", [JA, EN], document_number="国際第72号")
    clock.set(clock.now().replace(year=2027))
    sheet = changed(office, sheet, title="まったく別の調査")
    sheet = office.enclosures.remove(sheet.number, sheet.enclosures[0].id)
    office.enclosures.add(sheet.number, [material(office, "別の資料.pdf", 3)], "japan_situation")
    profile = office.branch.get()
    office.branch.put(replace(profile, section=replace(profile.section, ja="移転先の課"), contact="別の担当"))
    office.letters.enter_addressee("overseas_research", 2026, _elsewhere(), source_title="本部からの通知", locator="")
    other = printed(office, sheet.number, "sounding", [JA, EN], newest=True)
    again = office.documents.releases.again("R8-0001-P01", tmp_path / "昔.pdf", "本部で紛失したため")
    assert again.same_file
    assert again.sha256 == first.sha256 == sha256((tmp_path / "昔.pdf").read_bytes()).hexdigest()
    assert other.sha256 != first.sha256
    packs = office.documents.releases.of(sheet.number)
    assert again.content_sha256 == packs[0].content_sha256 != packs[1].content_sha256
    last = ledger(office)[-1]
    assert (last.how, last.reason, last.pack_id) == ("again", "本部で紛失したため", "R8-0001-P01")


def test_a_past_pack_keeps_the_look_it_was_released_in(office, tmp_path):
    sheet = burial(office)
    profile = office.branch.get()
    then = PaperStyle(left=35, gutter=5, mirrored=True, honorific=Honorific.DONO, comma=Comma.COMMA,
                      digits=Digits.ONE_FULL, both_calendars=True, closed=True)  # fmt: skip
    office.branch.put(replace(profile, papers=then))
    first = printed(office, sheet.number, "sounding", [JA, EN], document_number="国際第72号")
    office.branch.put(replace(profile, papers=PaperStyle()))
    assert office.documents.releases.again("R8-0001-P01", tmp_path / "昔.pdf").same_file
    assert printed(office, sheet.number, "sounding", [JA, EN], document_number="国際第72号").sha256 != first.sha256


def _elsewhere():
    from clair_desktop.domain.letters import HeadquartersAddress
    from clair_desktop.domain.wording import Wording

    return HeadquartersAddress(
        Wording("企画調査課", "Research Division"), Wording("課長", "Director"), Wording("別の所", "Elsewhere"), ""
    )


def test_an_unknown_pack_is_refused_and_nothing_is_written(office, tmp_path):
    with pytest.raises(Refusal) as refused:
        office.documents.releases.again("R8-9999-P01", tmp_path / "x.pdf")
    assert "R8-9999-P01" in refused.value.wording.ja
    assert not (tmp_path / "x.pdf").exists()


def test_what_was_sent_stays_in_the_ledger_when_the_step_is_undone_or_the_case_deleted(office, tmp_path):
    sheet = office.steps.take(grant(office).number, "transmit", document_number="国際第101号")
    office.undo()
    assert [one.pack_id for one in office.documents.releases.of(sheet.number)] == ["R8-0001-P01"]
    office.cases.delete(sheet.number)
    assert [one.how for one in ledger(office)] == ["sent"]
    assert office.documents.releases.again("R8-0001-P01", tmp_path / "昔.pdf").same_file
    assert printed(office, grant(office).number).pages
    assert ledger(office)[-1].pack_id not in {one.pack_id for one in ledger(office)[:-1]}


def test_printing_is_no_change_that_undo_takes_back(office):
    sheet = grant(office)
    printed(office, sheet.number)
    assert office.undoable().ja.startswith("受付")


def test_a_pack_whose_words_are_not_those_on_record_is_refused(office, monkeypatch):
    """A printer that said ¥2,999,000 for 3,000,000 would be found by the record, not by its own words."""
    sheet = grant(office)
    original = Filling.field_cell

    def wrong(filling, asked, value):
        cell = original(filling, asked, value)
        return replace(cell, text="2,999,000円") if asked.key == "requested" else cell

    monkeypatch.setattr(Filling, "field_cell", wrong)
    with pytest.raises(Refusal) as refused:
        printed(office, sheet.number)
    assert "助成金申請額" in refused.value.details[0].ja
    assert not ledger(office)


def test_a_case_that_was_changed_while_its_papers_were_shown_does_not_release_the_old_figure(office, tmp_path):
    shown = grant(office)
    changed(office, shown, requested=1_200_000)
    with pytest.raises(Refusal) as refused:
        office.documents.preview(shown, "application", [JA], tmp_path / "古い.pdf")
    assert any("1,200,000円" in one.ja for one in refused.value.details)
    assert not (tmp_path / "古い.pdf").exists()
