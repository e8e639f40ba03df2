"""Packs by the command line: copies made up as the branch keeps them, enclosures that a person must look at."""

from tests.cli.test_contract import request
from tests.output.pdf.bad_files import WHOLE


def test_print_makes_up_a_copy_and_keeps_how(run, burial, tmp_path):
    number = request(run, burial, tmp_path)
    path = tmp_path / "控.pdf"
    made = run("print", number, "sounding", "--copy", "branch", "--contents", "--keep", "--out", path).json
    again = run("print", number, "sounding", "--copy", "branch", "--out", path).json
    assert again["sha256"] == made["sha256"]
    plain = run("print", number, "sounding", "--copy", "branch", "--no-contents", "--out", path).json
    assert plain["pages"] == made["pages"] - 1
    assert made["copy"] == "branch"
    assert made["contents"] is True


def test_a_repaired_enclosure_is_told_and_confirmed(run, burial, tmp_path):
    number = request(run, burial, tmp_path)
    cut = tmp_path / "見積書.pdf"
    cut.write_bytes(WHOLE[:-60])
    line = run("enclose", number, cut).json["enclosures"][-1]
    assert line["must_be_seen"] is True
    assert line["remarks"][0]["ja"].startswith("修復しました")
    assert run("print", number, "sounding", "--out", tmp_path / "一式.pdf").code == 1
    assert run("looked-at", number, line["id"]).json["enclosures"][-1]["must_be_seen"] is False
    assert run("print", number, "sounding", "--out", tmp_path / "一式.pdf").code == 0


def test_an_enclosed_file_is_made_a_pdf_or_a_pdf_is_asked_for(run, burial, tmp_path, monkeypatch):
    number = request(run, burial, tmp_path)
    book = tmp_path / "内訳.xlsx"
    book.write_bytes(b"PK\x03\x04")
    line = run("enclose", number, book).json["enclosures"][-1]
    monkeypatch.setattr("clair_desktop.output.pdf.foreign.conversion.converter", lambda: None)
    assert "LibreOffice" in run("enclose-as-pdf", number, line["id"]).err
    assert run("enclose-as-pdf", number, 999).code == 1
    monkeypatch.setattr("clair_desktop.services.foreign_files.convert", lambda *_: WHOLE)
    made = run("enclose-as-pdf", number, line["id"]).json["enclosures"][-1]
    assert (made["name"], made["must_be_seen"]) == ("内訳.pdf", True)


def test_forms_in_both_languages_and_enclosures_attached_are_asked_for_by_their_names(run, burial, tmp_path):
    number, path = request(run, burial, tmp_path), tmp_path / "一式.pdf"
    apart = run("print", number, "sounding", "--lang", "both", "--out", path).json
    chosen = ("--lang", "both", "--bilingual", "--attached", "--gathered")
    made = run("print", number, "sounding", *chosen, "--out", path).json
    assert made["pages"] < apart["pages"]
    assert (made["bilingual"], made["attached"], made["gathered"]) == (True, True, True)
    assert run("verify", path).json["standing"] == "released"
    mixed = ("--paper-lang", "questionnaire=en", "--paper-lang", "request_form=bilingual", "--keep")
    kept = run("print", number, "sounding", *mixed, "--out", path).json
    assert kept["language"] == "both"
    assert run("print", number, "sounding", "--lang", "usual", "--out", path).json["sha256"] == kept["sha256"]
    assert run("print", number, "sounding", "--contents", "--keep", "--out", path).json["language"] == "ja"
    assert (
        run("print", number, "sounding", "--lang", "usual", "--no-contents", "--out", path).json["language"] == "both"
    )
    letter = run("print", number, "sounding", "--paper-lang", "cover_letter=bilingual", "--out", path)
    assert (letter.code, "併記できません" in letter.err) == (1, True)


def test_a_step_says_which_letter_follows_and_makes_it_once_it_is_whole(run, burial, tmp_path, answers):
    number = request(run, burial, tmp_path)
    said = run("case", "step", number, "return", "--letters", tmp_path).json
    assert said["follows"]["pack"] == "correction"
    assert said["follows"]["lacking"][0]["ja"] == "「補正を求める事項」を入力してください。"
    assert (said["letters"][0]["path"], "補正を求める事項" in said["letters"][0]["refused"]["ja"]) == (None, True)
    told = run("case", "show", number, json_wanted=False).out
    assert "続く文書：correction（補正依頼文）\n  「補正を求める事項」を入力してください。" in told
    run("case", "step", number, "resubmit")
    run("case", "set", number, "--answers", answers({"corrections": "質問票に優先度を付けること。"}, "補正.json"))
    made = run("case", "step", number, "return", "--letters", tmp_path, "--letter-number", "国際第73号").json
    assert made["letters"][0]["path"] == str(tmp_path / f"{number}_補正依頼文.pdf")
    assert run("ledger").json["lines"][0]["document_number"] == "国際第73号"
    assert run("case", "step", number, "resubmit", "--letters", tmp_path / "ない").code == 1
