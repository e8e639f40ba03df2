"""agenda: what stands between two days, told, and written for paper and for other calendars."""


def test_agenda_tells_what_stands_between_two_days_and_writes_it(run, burial, tmp_path):
    number = run("case", "new", "overseas_research", "--year", 2026, "--answers", burial).json["number"]
    said = run("agenda", "--from", "2026-11-01", "--to", "R9.3.31").json
    assert set(said) == {"from", "to", "entries"}
    first = next(one for one in said["entries"] if one["case"] == number)
    assert set(first) == {
        "key", "kind", "from", "to", "begins", "ends", "zone", "title", "detail", "case", "wished"
    }  # fmt: skip
    assert set(first["title"]) == {"ja", "en"}
    only = run("agenda", "--from", "2026-11-23", "--to", "2026-11-23", "--kind", "holiday").json["entries"]
    assert [one["title"]["ja"] for one in only] == ["勤労感謝の日"]
    out = tmp_path / "予定.ics"
    written = run("agenda", "--from", "2026-11-01", "--to", "2027-03-31", "--out", out).json
    assert written == {"path": str(out), "entries": len(said["entries"])}
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert run("agenda", "--out", tmp_path / "予定.pdf").json["pages"] >= 1
    assert run("agenda", "--out", tmp_path / "予定.txt").json["field"] == "out"
    assert run("agenda", "--from", "2026-11-02", "--to", "2026-11-01").json["field"] == "to"
    assert run("agenda", "--kind", "birthday").code == 2
