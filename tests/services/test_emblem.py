"""The emblem of the branch: kept with the style of its papers, and old letters keep the one of their day."""

from dataclasses import replace

import pytest

from clair_desktop.domain.filled_papers import FilledLetter
from clair_desktop.domain.paper_style import PaperStyle
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from tests.output.pdf.foreign import foreign_pdf, photograph
from tests.services.casework import burial


@pytest.fixture
def emblem(office, papers):
    return office.paper_styles.picture(papers("県章.png", photograph("PNG")))


def letter_of(office, sheet, tmp_path) -> FilledLetter:
    printed = office.documents.preview(sheet, "sounding", [Language.JA], tmp_path / "一式.pdf")
    return printed.made.content.filled.documents[0].content


def test_a_letter_is_made_again_with_the_emblem_of_its_day(office, emblem, papers, tmp_path):
    sheet = burial(office)
    office.paper_styles.put(replace(PaperStyle(), emblem=emblem))
    kept = office.paper_styles.get().emblem
    assert (kept, kept.content) == (emblem, None)
    made = office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "1.pdf")
    other = office.paper_styles.picture(papers("新しい県章.png", photograph("PNG", "L")))
    office.paper_styles.put(replace(PaperStyle(), emblem=other))
    assert office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "2.pdf").pack_id != made.pack_id
    office.paper_styles.put(PaperStyle())
    assert letter_of(office, sheet, tmp_path).emblem is None
    assert office.releases.again(made.pack_id, tmp_path / "昔.pdf").same_file
    office.undo()
    assert office.paper_styles.get().emblem == other


def test_it_is_grey_and_described_as_the_office_has_it(office, emblem, tmp_path):
    assert (emblem.alt_ja, emblem.alt_en) == ("宮城県支部の紋章", "Emblem of Miyagi Prefecture Branch")
    office.paper_styles.put(replace(PaperStyle(), monochrome=True, emblem=replace(emblem, tall=20)))
    shown = letter_of(office, burial(office), tmp_path).emblem
    assert (shown.grey, shown.tall, shown.alt) == (True, 20, "宮城県支部の紋章")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("県章.pdf", foreign_pdf("emblem"), "JPEG・PNG"),
        ("県章.txt", "県章".encode(), "JPEG・PNG"),
        ("県章.png", photograph("PNG")[:60], "壊れている"),
    ],
)
def test_a_file_that_is_no_whole_picture_is_refused(office, papers, name, content, told):
    with pytest.raises(Refusal) as refused:
        office.paper_styles.picture(papers(name, content))
    assert told in refused.value.wording.ja


def test_what_is_only_tried_is_shown_and_not_kept(office, emblem, tmp_path):
    style = replace(PaperStyle(), emblem=emblem)
    made = office.paper_styles.specimen(style, "economic_grant", "application", [Language.JA], tmp_path / "見本.pdf")
    assert b"/Image" in made.path.read_bytes()
    assert office.paper_styles.get() == PaperStyle()
