"""Letters by year on the command line."""

DOCUMENT = "application/transmittal"


def put(run, *more):
    return run(
        "wording", "set", "economic_grant", DOCUMENT, "subject", "--year", 2025,
        "--ja", "{title}について", "--en", "About {title}", "--source", "令和7年度事務連絡", *more,
    )  # fmt: skip


def test_wording_is_listed_set_shown_and_withdrawn(run):
    said = run("wording", "list", "economic_grant", "--year", 2025)
    assert said.code == 0
    assert DOCUMENT in {one["key"] for one in said.json["documents"]}
    assert put(run).json["text"] == {"ja": "{title}について", "en": "About {title}"}
    later = run("wording", "show", "economic_grant", DOCUMENT, "subject", "--year", 2026).json
    assert (later["entered_for"], later["carried_forward"]) == (2025, True)
    assert "前年度までの文面" in later["standing"]["ja"]
    assert run("wording", "withdraw", "economic_grant", DOCUMENT, "subject", "--year", 2025).json["entered_for"] is None
    assert run("wording", "withdraw", "economic_grant", DOCUMENT, "subject", "--year", 2025).code == 1


def test_a_text_with_an_unknown_place_is_refused(run):
    said = put(run, "--ja", "{rice}", "--en", "{rice}")
    assert (said.code, said.json["field"]) == (1, "ja")


def test_the_addressee_is_set_shown_and_withdrawn(run):
    assert run("addressee", "show", "economic_grant", "--year", 2025).json["addressee"] is None
    said = run(
        "addressee", "set", "economic_grant", "--year", 2025, "--division", "経済交流課",
        "--division-en", "Economic Exchange Division", "--source", "令和7年度事務連絡",
    )  # fmt: skip
    assert said.json["addressee"]["division"]["ja"] == "経済交流課"
    assert run("addressee", "withdraw", "economic_grant", "--year", 2025).json["addressee"] is None


def test_a_notice_of_letters_is_shown_and_simulated(run, tmp_path, tea):
    run("case", "new", "economic_grant", "--year", 2025, "--answers", tea)
    put(run)
    notice = tmp_path / "通知.json"
    assert run("notice", "make", "--year", 2025, "--out", notice, "--by", "本部").json["entries"] == 1
    run("wording", "withdraw", "economic_grant", DOCUMENT, "subject", "--year", 2025)
    (shown,) = run("notice", "show", notice).json["letters"]
    assert (shown["label"]["ja"], shown["changes"]) == ("進達書の件名", True)
    (effect,) = run("simulate", notice).json["effects"]
    assert effect["letters"] == [{"ja": "進達書の件名", "en": "Letter of transmittal: Subject"}]
