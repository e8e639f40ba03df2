"""Headquarters' own blanks on the command line."""

from tests.official_blanks import workbook


def imported(run, tmp_path):
    file = tmp_path / "様式第1号.xlsx"
    file.write_bytes(workbook())
    return run("blank", "add", "economic_grant", file, "--year", 2025, "--name", "様式第1号", "--source", "募集通知")


def test_a_blank_is_added_listed_mapped_and_filled(run, tmp_path, tea):
    said = imported(run, tmp_path).json
    assert ("様式第1号!B5", "団体名") in {(one["place"], one["label"]) for one in said["places"]}
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea).json["number"]
    mapped = run(
        "blank", "map", "economic_grant", "様式第1号", "--year", 2025, "--set", "様式第1号!B5=applicant",
        "--set", "申請額=requested", "--set", "様式第1号!B9=ends:era_year", "--confirm",
    )  # fmt: skip
    assert (mapped.json["confirmed"], mapped.json["mapped"]) == (True, 3)
    assert run("blank", "list", "--year", 2025).json["blanks"][0]["name"] == "様式第1号"
    filled = run("blank", "fill", number, "様式第1号", "--out", tmp_path / "富士市.xlsx").json
    assert filled["filled"] == {"様式第1号!B5": "静岡県富士市", "申請額": 2_100_000, "様式第1号!B9": 8}
    assert (tmp_path / "富士市.xlsx").exists()


def test_a_mapping_is_shown_changed_cleared_and_refused_in_words(run, tmp_path):
    imported(run, tmp_path)
    where = ("blank", "map", "economic_grant", "様式第1号", "--year", 2025)
    assert run(*where, "--set", "様式第1号!B5=applicant").json["confirmed"] is False
    assert run(*where, "--clear", "様式第1号!B5").json["mapped"] == 0
    assert run(*where, "--set", "様式第1号!B5").code == 1
    assert "数式" in run(*where, "--set", "様式第1号!C16=requested").json["details"][0]["ja"]
    assert "title" in {one["value"] for one in run(*where, "--values").json["values"]}
    assert "団体名" in run(*where, json_wanted=False).out


def test_a_blank_is_removed_and_what_is_no_blank_is_refused(run, tmp_path):
    imported(run, tmp_path)
    assert run("blank", "remove", "economic_grant", "様式第1号", "--year", 2025).json["removed"] == "様式第1号"
    assert run("blank", "list").json["blanks"] == []
    text = tmp_path / "文章.docx"
    text.write_text("文章", "utf-8")
    said = run("blank", "add", "economic_grant", text, "--year", 2025, "--name", "様式", "--source", "通知")
    assert (said.code, "でもありません" in said.json["refused"]["ja"]) == (1, True)
