"""The directory's papers from the command line: the same services, the same words."""

import pytest

from tests.output.pdf.reading import page_texts


@pytest.mark.parametrize("verb", ["booklet", "sheet", "phones"])
def test_papers_are_made_without_a_data_folder_and_begin_none(run, folder, tmp_path, verb):
    said = run("directory", verb, "london", "miyagi_seoul", "--lang", "both", "--out", tmp_path / "x.pdf")
    assert said.code == 0
    assert (said.json["bodies"], said.json["pages"]) == (2, len(page_texts(tmp_path / "x.pdf")))
    assert not folder.exists()


def test_a_paper_is_of_the_day_asked_for(run, tmp_path):
    run("directory", "sheet", "london", "--on", "2016-04-01", "--out", tmp_path / "x.pdf")
    assert "44-20-7839-8191" in page_texts(tmp_path / "x.pdf")[0]


def test_cards_are_counted(run, tmp_path):
    said = run("directory", "vcard", "--kind", "overseas_office", "--out", tmp_path / "x.vcf")
    assert said.json == {"path": str(tmp_path / "x.vcf"), "cards": 7}


def test_envelopes_tell_who_was_left_out_and_why(run, tmp_path):
    said = run("directory", "envelope", "london", "seoul", "--way", "english", "--out", tmp_path / "x.pdf")
    assert (said.code, said.json["printed"]) == (0, 1)
    (left,) = said.json["left_out"]
    assert (left["key"], left["reason"]["ja"]) == ("seoul", "英語の住所がその日の資料にありません")
    words = run("directory", "envelope", "london", "seoul", "--way", "english", "--out", tmp_path / "x.pdf",
                "--language", "en", json_wanted=False)  # fmt: skip
    assert "left out: 1" in words.out


def test_a_window_and_a_free_label_are_given_in_numbers(run, tmp_path):
    window = run("directory", "envelope", "headquarters", "--window", "20,15,90,45", "--out", tmp_path / "w.pdf")
    label = run("directory", "labels", "headquarters", "--first", "5", "--per-sheet", "24", "--out", tmp_path / "l.pdf")
    assert (window.json["pages"], label.json["printed"]) == (1, 1)
    assert run("directory", "envelope", "headquarters", "--window", "大きい", "--out", tmp_path / "x.pdf").code == 2
    assert run("directory", "labels", "headquarters", "--first", "25", "--out", tmp_path / "x.pdf").code == 1


def test_what_cannot_be_printed_is_refused_in_words(run, tmp_path):
    said = run("directory", "envelope", "branch_040002", "--out", tmp_path / "x.pdf")
    assert said.code == 1
    assert said.json["details"][0]["ja"] == "宮城県支部：その日の住所が分かりません"
    assert "宛名を印刷できる機関がありません" in said.err
    assert run("directory", "booklet", "atlantis", "--out", tmp_path / "x.pdf").json["field"] == "body"
    assert not (tmp_path / "x.pdf").exists()
