"""Released papers on the command line: verify, releases, print-again and ledger, as scripts may rely on them."""

import pikepdf

PRINTING = {
    "case_number", "case_title", "pack_id", "name", "state", "language", "document_number", "on", "made_at", "made_by",
    "how", "reason", "pages", "content_sha256",
}  # fmt: skip
RELEASE = {
    "pack_id", "name", "state", "language", "document_number", "on", "pages", "content_sha256", "released_at",
    "released_by", "program_version", "proof",
}  # fmt: skip
LINE = {
    "made_at", "made_by", "how", "case_number", "case_title", "name", "pack_id", "language", "document_number", "on",
    "state", "pages", "sha256", "content_sha256", "reason",
}  # fmt: skip


def released(run, tea, tmp_path):
    number = run("case", "new", "economic_grant", "--year", 2025, "--answers", tea).json["number"]
    out = tmp_path / "一式.pdf"
    return out, run("print", number, "application", "--out", out, "--reason", "決裁用").json


def test_verify_tells_what_a_file_is_and_of_which_case_and_state(run, tea, tmp_path):
    out, made = released(run, tea, tmp_path)
    said = run("verify", out)
    assert said.code == 0
    assert set(said.json) == {"file", "sha256", "standing", "differences", "printings"}
    assert said.json["standing"] == "released"
    (printing,) = said.json["printings"]
    assert set(printing) == PRINTING
    assert (printing["pack_id"], printing["reason"], printing["how"]) == (made["pack_id"], "決裁用", "saved")
    assert printing["state"]["ja"] == "支部受付"


def test_verify_says_no_with_exit_1_and_the_reasons(run, tea, tmp_path):
    out, _ = released(run, tea, tmp_path)
    with pikepdf.open(out, allow_overwriting_input=True) as opened:
        opened.pages[1].contents_add(b"q 5 w 100 600 m 300 600 l S Q")
        opened.save(out)
    said = run("verify", out)
    assert (said.code, said.json["standing"]) == (1, "altered")
    assert [set(one) for one in said.json["differences"]] == [{"ja", "en"}]
    blank = pikepdf.new()
    blank.add_blank_page()
    blank.save(out)
    assert run("verify", out).json["standing"] == "unknown"
    assert run("verify", out, json_wanted=False).out.startswith("支部が発行した書類の記録にありません。")


def test_verify_of_what_is_no_file_is_refused(run, tmp_path):
    said = run("verify", tmp_path / "ない.pdf")
    assert (said.code, said.json["field"]) == (1, "file")


def test_the_releases_of_a_case_are_listed_and_one_is_made_again(run, tea, tmp_path):
    _, made = released(run, tea, tmp_path)
    said = run("releases", "R8-0001").json
    assert set(said) == {"number", "releases"}
    assert [set(one) for one in said["releases"]] == [RELEASE]
    again = run("print-again", made["pack_id"], "--out", tmp_path / "昔.pdf", "--reason", "紛失").json
    assert set(again) == {"path", "pack_id", "pages", "sha256", "content_sha256", "same_file"}
    assert (again["sha256"], again["content_sha256"]) == (made["sha256"], made["content_sha256"])
    assert again["same_file"] is True
    assert run("print-again", "R8-0009-P01", "--out", tmp_path / "無.pdf").json["field"] == "pack_id"


def test_the_ledger_is_told_filtered_printed_and_exported(run, tea, tmp_path):
    _, made = released(run, tea, tmp_path)
    said = run("ledger", "--pdf", tmp_path / "台帳.pdf", "--excel", tmp_path / "台帳.xlsx").json
    assert set(said) == {"lines", "files"}
    assert set(said["files"]) == {"pdf", "excel"}
    assert all((tmp_path / name).exists() for name in ("台帳.pdf", "台帳.xlsx"))
    (line,) = said["lines"]
    assert set(line) == LINE
    assert (line["how"], line["pages"]) == ("saved", made["pages"])
    assert run("ledger", "--how", "printed").json["lines"] == []
    assert run("ledger", "--text", "決裁用", "--since", "R8.11.20").json["lines"] == [line]
    assert run("ledger", "--until", "2026-11-19").json["lines"] == []
