"""A statistic on paper and in a workbook says the same figures as on the screen."""

import re

import openpyxl
import pypdfium2
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from tests.services.casework import grant


@pytest.fixture
def statistic(office):
    grant(office, 2026)
    grant(office, 2026)
    return office.statistics.of_year(2026, "body")


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return "".join(re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document)


def test_the_paper_holds_every_line_and_the_total(office, statistic, tmp_path):
    paper = office.statistic_papers.print(statistic, tmp_path / "集計.pdf", Language.JA)
    text = text_of(paper.path)
    assert paper.rows == len(statistic.lines)
    assert "集計表（団体別）" in text
    assert "令和8年度" in text
    for line in (*statistic.lines, statistic.total):
        assert line.label.ja in text
        assert f"{line.amounts['requested']:,}" in text


def test_the_workbook_holds_the_same_figures_as_numbers(office, statistic, tmp_path):
    paper = office.statistic_papers.export(statistic, tmp_path / "集計.xlsx", Language.JA)
    rows = list(openpyxl.load_workbook(paper.path).worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("団体別", "件数", "申請額（円）", "決定額（円）", "確定額（円）")
    assert rows[-1] == ("合計", 2, statistic.total.amounts["requested"], 0, 0)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("by", ["programme", "state", "country", "category", "year"])
def test_every_grouping_prints_and_exports_in_both_languages(office, statistic, tmp_path, by, language):
    counted = office.statistics.of_year(None, by)
    assert office.statistic_papers.print(counted, tmp_path / "a.pdf", language, "economic_grant").path.exists()
    assert office.statistic_papers.export(counted, tmp_path / "a.xlsx", language, "economic_grant").path.exists()


def test_a_place_that_is_not_there_is_refused_in_words(office, statistic, tmp_path):
    for write in (office.statistic_papers.print, office.statistic_papers.export):
        with pytest.raises(Refusal) as refused:
            write(statistic, tmp_path / "ない" / "集計", Language.JA)
        assert "書き込めません" in refused.value.wording.ja
