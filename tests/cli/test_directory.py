"""The directory on the command line: additive to the contract."""

import pytest

BODY = {"key", "kind", "name", "code", "country", "parent"}
STATEMENT = {
    "attribute", "scope", "language", "value", "text", "dialled", "dialling", "valid_from", "valid_to", "seen_on", "standing",
    "used", "contradicted_by", "confidence", "source",
}  # fmt: skip
INTAKE = {"taken", "unchanged", "offered", "complaints"}


@pytest.fixture
def listed(tmp_path):
    def put(text, name="協会.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8-sig")
        return path

    return put


def test_directory_list_tells_every_body_by_kind(run):
    said = run("directory", "list", "--kind", "overseas_office")
    assert said.code == 0
    assert said.json["bodies"][0]["key"] == "new_york"
    assert all(set(one) == BODY for one in said.json["bodies"])
    assert run("directory", "list", "せんだいし").json["bodies"][0]["key"] == "branch_041009"


def test_directory_show_tells_what_a_letter_of_a_day_uses(run):
    said = run("directory", "show", "singapore", "--on", "R2.1.1")
    assert said.code == 0
    assert set(said.json) == BODY | {"on", "letter_name", "statements"}
    assert all(set(one) == STATEMENT for one in said.json["statements"])
    (address,) = [one for one in said.json["statements"] if one["used"] and one["attribute"] == "address"]
    assert address["value"].startswith("6 Battery Road")
    assert (
        run("directory", "show", "headquarters", "--on", "2014-03-31").json["letter_name"]["ja"].startswith("財団法人")
    )
    assert run("directory", "show", "月面事務所").code == 1


def test_directory_import_names_wrong_cells_and_keeps_nothing_then(run, listed):
    path = listed("名称,電話\n甲協会,022-275-3796\n乙協会,なし\n")
    said = run("directory", "import", path, "--kind", "international_association")
    assert said.code == 1
    assert set(said.json) == INTAKE
    assert (said.json["taken"], said.json["complaints"][0]["cell"]) == (False, "B3")
    assert run("directory", "list", "甲協会").json["bodies"] == []
    assert run("directory", "import", path, "--kind", "international_association", "--good-rows").json["taken"] is True
    assert len(run("directory", "list", "甲協会").json["bodies"]) == 1


def test_a_dry_run_keeps_nothing(run, listed):
    said = run("directory", "import", listed("種別,名称\n海外の相手先,ソウル特別市\n"), "--dry-run")
    assert (said.code, said.json["taken"]) == (0, False)
    assert run("directory", "list", "--kind", "partner").json["bodies"] == []


def test_directory_export_imports_again_unchanged(run, tmp_path):
    out = tmp_path / "名簿.xlsx"
    made = run("directory", "export", "--out", out)
    assert set(made.json) == {"path", "bodies", "rows"}
    again = run("directory", "import", out)
    assert (again.code, again.json["offered"]) == (0, [])


def test_an_update_file_is_made_shown_and_taken(run, listed, tmp_path):
    run("directory", "import", listed("種別,名称,電話\n海外の相手先,ソウル特別市,82-2-120\n"))
    out = tmp_path / "更新.json"
    made = run("directory", "update", "make", "--out", out, "--by", "宮城県支部")
    assert made.json == {"path": str(out), "entries": 1, "issued_by": "宮城県支部"}
    other = tmp_path / "仙台市支部"
    assert run("directory", "update", "show", out, data=other).json["taken"] is False
    assert run("directory", "update", "take", out, data=other).json["taken"] is True
    assert len(run("directory", "list", "--kind", "partner", data=other).json["bodies"]) == 1
