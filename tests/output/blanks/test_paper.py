"""A blank document: its controls and bookmarks, and a copy in which only their words differ."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from clair_desktop.domain.blanks import Entry
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.blanks.filling import filled, read_layout
from tests.official_blanks import control, paper, part, words

DOCUMENT = "word/document.xml"


@pytest.fixture(scope="module")
def blank() -> bytes:
    return paper()


def fill(blank: bytes, *entries: Entry) -> str:
    copy = filled("様式第2号.docx", blank, entries, {})
    with ZipFile(BytesIO(blank)) as old, ZipFile(BytesIO(copy)) as new:
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == [DOCUMENT]
    return part(copy, DOCUMENT).decode()


def test_controls_and_bookmarks_bear_the_text_before_them(blank) -> None:
    places = read_layout("様式.docx", blank).by_key
    labels = {key: places[key].label for key in ("applicant", "title", "申請額", "支部")}
    assert labels == {"applicant": "団体名：", "title": "事業名：", "申請額": "申請額", "支部": "支部："}
    assert places["place"].choices == ["日本国内", "海外"]
    assert places["abroad"].ticks


def test_a_prompt_gives_way_to_the_text_in_the_controls_own_look(blank) -> None:
    said = fill(blank, Entry("applicant", "静岡県富士市"), Entry("title", "一行目\n二行目"))
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">静岡県富士市</w:t></w:r>' in said
    assert '<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">一行目</w:t><w:br/>' in said
    assert said.count("showingPlcHdr") == 3  # those that were not filled still prompt


def test_lists_boxes_days_and_paragraphs_are_filled_as_word_would(blank) -> None:
    said = fill(
        blank,
        Entry("place", "海外"),
        Entry("abroad", value=True),
        Entry("starts", date(2025, 5, 1)),
        Entry("purpose", "販路を開く。"),
    )
    assert '<w14:checked w14:val="1"/>' in said
    assert "☑" in said
    assert 'w:fullDate="2025-05-01T00:00:00Z"' in said
    assert "令和7年5月1日" in said
    assert '<w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t xml:space="preserve">販路を開く。' in said


def test_bookmarks_keep_their_marks_and_the_look_of_their_words(blank) -> None:
    said = fill(blank, Entry("申請額", 2_100_000), Entry("支部", "宮城県支部"))
    assert '<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">2,100,000</w:t></w:r><w:bookmarkEnd w:id="7"/>' in said
    assert '<w:t xml:space="preserve">宮城県支部</w:t></w:r><w:bookmarkEnd w:id="8"/>' in said


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("locked", "富士市", "ロック"),
        ("bound", "富士市", "連結"),
        ("applicant", "静岡県\n富士市", "改行"),
        ("seal", "富士市", "図"),
        ("長い", "富士市", "段落"),
        ("place", "パリ", "次のどれか"),
        ("abroad", "はい", "チェック欄"),
        ("ない欄", "富士市", "欄はありません"),
    ],
)
def test_what_cannot_be_filled_without_a_loss_is_refused_by_its_name(blank, place, value, said) -> None:
    with pytest.raises(Refusal) as refused:
        fill(blank, Entry(place, value))
    assert place in refused.value.wording.ja
    assert said in refused.value.wording.ja


def test_a_place_in_a_shape_or_a_tracked_change_is_refused() -> None:
    shape = f"<w:p><mc:AlternateContent><mc:Choice>{control('box', words('a'))}</mc:Choice></mc:AlternateContent></w:p>"
    tracked = f"<w:p><w:ins>{control('tracked', words('a'))}</w:ins></w:p>"
    places = read_layout("様式.docx", paper(shape + tracked)).by_key
    assert "図形" in places["box"].trouble.ja
    assert "変更履歴" in places["tracked"].trouble.ja


def test_two_controls_of_one_tag_are_told_apart() -> None:
    twice = "".join(f"<w:p>{control('name', words('a'))}</w:p>" for _time in range(2))
    assert set(read_layout("様式.docx", paper(twice)).by_key) == {"name", "name#2"}


def test_a_document_that_may_not_be_edited_is_refused_and_a_form_lets_controls_be_filled() -> None:
    with pytest.raises(Refusal, match="protected against editing"):
        read_layout("様式.docx", paper(settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'))
    form = read_layout("様式.docx", paper(settings='<w:documentProtection w:edit="forms" w:enforcement="1"/>')).by_key
    assert form["applicant"].trouble is None
    assert "保護" in form["支部"].trouble.ja
