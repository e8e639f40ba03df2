"""Everything printed obeys the office's own style: letters, forms and tables, and the sheets they stand on."""

from dataclasses import replace

import pypdfium2
import pytest

from clair_desktop.domain.filled_papers import PageLayout
from clair_desktop.domain.letters import HeadquartersAddress
from clair_desktop.domain.paper_style import Comma, Digits, Honorific, PaperStyle
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from tests.services.casework import GRANT, burial, grant

MM = 72 / 25.4


def style(office, **changes) -> None:
    office.branch.put(replace(office.branch.get(), papers=PaperStyle(**changes)))


def texts(office, tmp_path, sheet=None, pack="application", language=Language.JA) -> list[str]:
    sheet = sheet or grant(office)
    out = tmp_path / "印刷.pdf"
    office.documents.print(sheet.number, pack, [language], out)
    with pypdfium2.PdfDocument(out) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def left_ink(path, page: int) -> float:
    """Where the first ink of the type area begins, in mm from the left edge."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[page].render(scale=4, grayscale=True).to_pil()
    area = image.crop((0, round(20 * MM * 4), image.width, round(270 * MM * 4)))
    left, _, _, _ = area.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    return left / 4 / MM


def test_a_profile_kept_by_an_earlier_program_prints_as_it_always_did(office) -> None:
    assert office.branch.get().papers == PaperStyle()
    assert PaperStyle().layout == PageLayout()


def test_days_of_letters_forms_and_tables_stand_in_both_calendars(office, tmp_path) -> None:
    sheet = burial(office)
    style(office, both_calendars=True)
    pages = texts(office, tmp_path, sheet, "sounding")
    assert any("（2026年）" in page for page in pages)
    alone = [page for page in pages if "部内用" not in page]
    assert not any("令和8年1" in page for page in alone)


def test_english_papers_stay_as_they_are(office, tmp_path) -> None:
    sheet = grant(office)
    before = texts(office, tmp_path, sheet, language=Language.EN)
    style(office, both_calendars=True, comma=Comma.COMMA, digits=Digits.ONE_FULL, closed=True)
    assert texts(office, tmp_path, sheet, language=Language.EN) == before


def test_headquarters_and_the_applicant_are_addressed_as_the_office_does(office, tmp_path) -> None:
    sheet = grant(office)
    style(office, honorific=Honorific.DONO)
    pages = texts(office, tmp_path, sheet)
    assert "理事長殿" in pages[0]
    assert not any("様" in page.replace("様式", "") for page in pages[:1])


def test_an_addressee_entered_for_the_year_has_the_same_honorific(office, tmp_path) -> None:
    sheet = grant(office)
    to = HeadquartersAddress(
        Wording("交流支援部", "Exchange Department"), Wording("部長", "Director"), Wording("", ""), ""
    )
    office.letters.enter_addressee(GRANT, 2025, to, source_title="令和7年度事務連絡")
    style(office, honorific=Honorific.DONO)
    assert "部長殿" in texts(office, tmp_path, sheet)[0]


def test_the_offices_words_have_its_comma_and_the_applicants_keep_theirs(office, tmp_path) -> None:
    sheet = burial(office)
    said = str(sheet.answers["theme"]) if "theme" in sheet.answers else ""
    before = texts(office, tmp_path, sheet, "sounding")
    style(office, comma=Comma.COMMA)
    after = texts(office, tmp_path, sheet, "sounding")
    assert "，" in after[0]
    assert "、" not in after[0].replace(said, "")
    typed = [str(value) for value in sheet.answers.values() if isinstance(value, str) and "、" in value]
    assert typed
    for one in typed:
        told = "".join(one.split())
        assert any(told in page for page in before) == any(told in page for page in after)


def test_a_digit_alone_is_full_width_in_the_date_and_the_numbering(office, tmp_path) -> None:
    style(office, digits=Digits.ONE_FULL)
    (letter, *_others) = texts(office, tmp_path)
    assert "令和８年" in letter
    assert "(１)" in letter


def test_a_letter_ends_with_ijo_where_the_office_wants_it(office, tmp_path) -> None:
    sheet = grant(office)
    assert "以上" not in texts(office, tmp_path, sheet)[0]
    style(office, closed=True)
    assert texts(office, tmp_path, sheet)[0].count("以上") == 1


def test_who_signs_stands_under_the_title_and_the_association_may_be_left_out(office, tmp_path) -> None:
    sheet = grant(office)
    style(office, signer_ja="髙﨑 花子", signs_for_association=False)
    (letter, *_others) = texts(office, tmp_path, sheet)
    assert "宮城県支部長髙﨑花子" in letter
    assert letter.count("一般財団法人自治体国際化協会") == 1  # as the addressee


def test_margins_and_the_files_binding_edge_are_the_offices(office, tmp_path) -> None:
    sheet = grant(office)
    out = tmp_path / "綴じ.pdf"
    office.documents.print(sheet.number, "application", [Language.JA], out)
    usual = left_ink(out, 1)
    style(office, left=25, gutter=15, mirrored=True)
    office.documents.print(sheet.number, "application", [Language.JA], out)
    assert left_ink(out, 1) == pytest.approx(20, abs=0.5)  # a back: the binding edge is at its right
    assert usual == pytest.approx(30, abs=0.5)


def test_a_style_that_leaves_no_room_is_refused_and_nothing_is_kept(office) -> None:
    with pytest.raises(Refusal, match=r"95 ?mm"):
        style(office, left=50, right=50, gutter=15)
    assert office.branch.get().papers == PaperStyle()


def test_a_style_is_kept_whole_and_taken_back_by_undo(office) -> None:
    kept = PaperStyle(20, 20, 25, 20, 5, mirrored=True, honorific=Honorific.DONO, comma=Comma.COMMA,
                      digits=Digits.ONE_FULL, both_calendars=True, closed=True, signer_ja="髙﨑 花子")  # fmt: skip
    office.branch.put(replace(office.branch.get(), papers=kept))
    assert office.branch.get().papers == kept
    office.undo()
    assert office.branch.get().papers == PaperStyle()
