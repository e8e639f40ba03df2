"""Two files of one pack: pages are paired, words that differ are told, and their places are found on the paper."""

from pathlib import Path

from clair_desktop.domain.filled_papers import Cell, FilledDocument, FilledFields, FilledForm, FilledPack
from clair_desktop.domain.plain_blocks import Paragraph
from clair_desktop.domain.wording import Wording, same
from clair_desktop.output.pdf.comparing import changed_pages
from clair_desktop.output.pdf.packs import print_pack


def form(title: str, amount: str, *, ticked: bool = False) -> FilledDocument:
    rows = [
        (Wording("申請額", "Requested"), Cell(amount)),
        (Wording("区分", "Kind"), Cell("", ticks=[("国内", ticked), ("海外", not ticked)])),
    ]
    blocks = [Paragraph(same(f"{title}について、次のとおり申請します。")), FilledFields(rows)]
    return FilledDocument(title, "ja", FilledForm(title, "", "", blocks), internal=False)


def printed(out: Path, *documents: FilledDocument) -> Path:
    pack = FilledPack("申請書一式", "R8-0001", "ja", documents, [], sample=False, made_on="2026-11-20")
    return print_pack(pack, out).path


def test_the_same_pack_has_no_differences(tmp_path: Path) -> None:
    one, other = (printed(tmp_path / f"{n}.pdf", form("申請書", "1,200,000円")) for n in "12")
    assert changed_pages(one, other) == []


def test_a_changed_amount_is_told_with_its_page_and_place(tmp_path: Path) -> None:
    documents = form("申請書", "1,200,000円"), form("経費内訳書", "1,200,000円")
    before = printed(tmp_path / "前.pdf", *documents)
    now = printed(tmp_path / "今.pdf", documents[0], form("経費内訳書", "1,300,000円"))
    (change,) = changed_pages(before, now)
    assert (change.before, change.now) == (1, 1)
    assert [("1,200,000円" in one, "1,300,000円" in other) for one, other in change.words] == [(True, True)]
    (place,) = change.places
    assert 0 < place[2] < 60
    assert 0 < place[3] < 24


def test_a_moved_tick_counts_although_no_word_differs(tmp_path: Path) -> None:
    before = printed(tmp_path / "前.pdf", form("申請書", "1,200,000円"))
    now = printed(tmp_path / "今.pdf", form("申請書", "1,200,000円", ticked=True))
    (change,) = changed_pages(before, now)
    assert change.words == []
    assert len(change.places) == 2


def test_a_page_put_between_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    first, last = form("申請書", "1,200,000円"), form("誓約書", "0円")
    before = printed(tmp_path / "前.pdf", first, last)
    now = printed(tmp_path / "今.pdf", first, form("経費内訳書", "1,200,000円"), last)
    (change,) = changed_pages(before, now)
    assert (change.before, change.now) == (None, 1)
    (gone,) = changed_pages(now, before)
    assert (gone.before, gone.now) == (1, None)
